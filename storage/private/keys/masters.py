"""The ring of master keys, in a file or in a setting."""

import base64
import binascii
import re
import secrets
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Self

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from storage.errors import MasterKeyProblem
from storage.private import disk
from storage.private.sealing import KEY_BYTES, derive, new_key

DEMO = "demo-"
KEY_ID = re.compile(r"[a-z0-9-]{1,40}")


class MasterKey:
    """One master key, by what is made of it: a key that wraps, and a value to know it again by."""

    def __init__(self, id: str, key: bytes) -> None:
        self.id = id
        self.key = key
        self.wrapping = AESGCM(derive(key, "wrapping"))
        self.check = derive(key, "check")


class MasterKeys:
    """The ring of master keys. The last one is in use; those before it still open what they wrapped."""

    def __init__(self, keys: Sequence[MasterKey], file: Path | None = None) -> None:
        self._keys = {key.id: key for key in keys}
        self.in_use = keys[-1]
        self.file = file

    @classmethod
    def from_file(cls, path: Path) -> Self:
        try:
            if path.stat().st_mode & 0o077:
                raise MasterKeyProblem(
                    f"Others than its owner may read the master keys in {path}. Run: chmod 600 {path}"
                )
            lines = path.read_text(encoding="ascii").splitlines()
        except FileNotFoundError:
            raise MasterKeyProblem(
                f"There is no file of master keys at {path}. If this installation is new, make one with "
                "“waymark keys new”; if it is not, put the file that it had back."
            ) from None
        except UnicodeDecodeError:
            raise MasterKeyProblem(f"{path} holds something else than master keys. {_FORM}") from None
        except OSError as error:
            raise MasterKeyProblem(f"The master keys in {path} can't be read: {error.strerror}.") from None
        return cls(_parsed(lines, str(path)), path)

    @classmethod
    def from_text(cls, keys: str) -> Self:
        """From a setting: the same as the lines of a file, with commas between them."""
        return cls(_parsed(keys.split(","), "WAYMARK_MASTER_KEYS"))

    @classmethod
    def new_file(cls, path: Path, *, demo: bool = False) -> Self:
        """Make a file with a first key in it. It never replaces one: that would lock everybody out."""
        masters = cls([_new_master(DEMO if demo else "")], path)
        disk.make_folder(path.parent)
        try:
            disk.place(path, masters._lines(), replace=False)
        except FileExistsError:
            raise MasterKeyProblem(
                f"There are master keys at {path} already. To change them, use “waymark keys rotate”."
            ) from None
        return masters

    @property
    def is_demo(self) -> bool:
        """Whether any of these is the demo's, which must never guard anything real."""
        return any(master.id.startswith(DEMO) for master in self)

    def __len__(self) -> int:
        return len(self._keys)

    def __iter__(self) -> Iterator[MasterKey]:
        return iter(self._keys.values())

    def get(self, id: str) -> MasterKey | None:
        return self._keys.get(id)

    def reread(self) -> Self:
        """The ring as its file has it now: another process may have rotated it."""
        return self if self.file is None else self.from_file(self.file)

    def with_new_key(self) -> Self:
        new = _new_master(DEMO if self.is_demo else "")
        return type(self)([*self, new], self.file)

    def without_old_keys(self) -> Self:
        return type(self)([self.in_use], self.file)

    def save(self) -> None:
        """Put the ring in its file's place, whole or not at all."""
        if self.file is None:
            raise MasterKeyProblem(
                "These master keys come from a setting, so they can't be changed here. "
                "Move them to a file, and name it in WAYMARK_MASTER_KEYS_FILE."
            )
        disk.place(self.file, self._lines(), replace=True)

    def _lines(self) -> bytes:
        return b"".join(b"%b %b\n" % (master.id.encode(), base64.b64encode(master.key)) for master in self)


_FORM = "Each key is an id, a space and 32 bytes in base64, as “waymark keys new” writes them."


def _new_master(prefix: str) -> MasterKey:
    return MasterKey(f"{prefix}{secrets.token_hex(4)}", new_key())


def _parsed(lines: Sequence[str], source: str) -> list[MasterKey]:
    masters = [_parsed_line(line, n, source) for n, line in enumerate(lines, 1) if line.strip()]
    if not masters:
        raise MasterKeyProblem(f"There are no master keys in {source}. {_FORM}")
    if len({master.id for master in masters}) < len(masters):
        raise MasterKeyProblem(f"Two of the master keys in {source} have the same id. Keep the one that is right.")
    return masters


def _parsed_line(line: str, n: int, source: str) -> MasterKey:
    key_id, _, encoded = line.strip().partition(" ")
    try:
        key = base64.b64decode(encoded.strip(), validate=True)
    except (binascii.Error, ValueError):
        key = b""
    if not KEY_ID.fullmatch(key_id) or len(key) != KEY_BYTES:
        raise MasterKeyProblem(f"Master key {n} in {source} is not one. {_FORM}")
    return MasterKey(key_id, key)
