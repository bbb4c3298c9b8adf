"""Keys: the ring of master keys, and the store of the data keys that it wraps.

A vault's data key is kept wrapped under a master key, apart from what it opens. Destroying the wrapped key is what
makes a vault unreadable; destroying the master key it was wrapped under makes every copy of it, in a log or a backup,
unreadable too. A rotation changes the master key and touches no entry.
"""

import base64
import binascii
import hmac
import re
import secrets
import sqlite3
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple, Protocol, Self

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from sqlalchemy import Connection, Engine, create_engine, text

from storage.errors import Gone, MasterKeyProblem
from storage.private import disk
from storage.private.sealing import KEY_BYTES, derive, keyed_id, new_key, seal, unseal

DEMO = "demo-"
KEY_ID = re.compile(r"[a-z0-9-]{1,40}")
POSTGRES_CONNECTIONS = 4

# ---------------------------------------------------------------- master keys


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


# ---------------------------------------------------------------- data keys


class DataKey:
    """A vault's own key, by what it is used for."""

    def __init__(self, key: bytes) -> None:
        self.entries = AESGCM(derive(key, "entries"))
        self._ids = derive(key, "entry ids")
        self._letterbox = derive(key, "letterbox")

    @cached_property
    def letterbox(self) -> X25519PrivateKey:
        """The private half of the vault's letterbox."""
        return X25519PrivateKey.from_private_bytes(self._letterbox)

    def entry_id(self, turn_id: str, n: int) -> str:
        """The id of the nth entry that this turn adds: the same, should the turn be handled again."""
        return keyed_id(self._ids, turn_id, n)


class Erasure(NamedTuple):
    """A vault whose key was destroyed, and the master key that still opens old copies of it until it is destroyed."""

    vault_id: str
    at: datetime
    master: str


@dataclass(frozen=True)
class RotationReport:
    """What a rotation did."""

    rewrapped: int
    in_use: str
    retired: list[str]
    completes: list[Erasure]
    """The erasures that leave nothing to be opened anywhere once the retired keys and their copies are destroyed."""


class _Transaction(Protocol):
    def rows(self, sql: str, **values: str | bytes | None) -> Sequence[Sequence[Any]]: ...

    def change(self, sql: str, **values: str | bytes | None) -> int:
        """How many rows were changed."""

    def change_each(self, sql: str, each: Sequence[Mapping[str, str | bytes | None]]) -> None: ...


class _Place(Protocol):
    """Where wrapped keys are kept: both places are asked in the same SQL."""

    def reading(self) -> AbstractContextManager[_Transaction]: ...

    def writing(self) -> AbstractContextManager[_Transaction]: ...

    def wipe(self) -> None:
        """Leave no byte of what was destroyed, as far as this place allows."""

    def close(self) -> None: ...


class _Wrapped(NamedTuple):
    name: str
    master: str
    sealed: bytes | None
    letterbox: bytes | None


_VAULT, _SECRET, _DAY = "vault/", "secret/", "day/"

_ROTATED = (
    "The master keys have been rotated since this process read its own. "
    "Give it the keys that are in use now, and start it again."
)


class KeyStore:
    """The wrapped keys, in a place of their own. Synchronous: callers are in a thread. Any thread may call."""

    def __init__(self, place: _Place, masters: MasterKeys) -> None:
        self._place = place
        self._masters = masters
        try:
            with place.reading() as keys:
                new = _unrecorded(keys, masters)
            if new:
                with place.writing() as keys:
                    _record(keys, masters)
        except BaseException:
            place.close()
            raise

    @classmethod
    def in_file(cls, path: Path, masters: MasterKeys) -> Self:
        return cls(_File(path), masters)

    @classmethod
    def in_postgres(cls, engine: Engine, masters: MasterKeys) -> Self:
        """In the schema `waymark_keys` of the same database, over connections of its own."""
        return cls(_Schema(engine), masters)

    def close(self) -> None:
        self._place.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def data_key(self, vault_id: str) -> DataKey:
        """A vault's key, made at the first asking. Raises Gone once it has been destroyed."""
        return DataKey(self._key(f"{_VAULT}{vault_id}"))

    def letterbox(self, vault_id: str) -> bytes:
        """The public half of a vault's letterbox; what would open the vault is not touched."""
        return self._row(f"{_VAULT}{vault_id}").letterbox or b""

    def secret(self, name: str) -> bytes:
        """32 bytes of this installation's own, for hashing codes and labels."""
        return self._key(f"{_SECRET}{name}")

    def day_key(self, day: date) -> bytes:
        """The key of a day. Raises Gone once the day's key has been destroyed."""
        return self._key(f"{_DAY}{day.isoformat()}")

    def destroy_days_before(self, day: date) -> None:
        with self._place.writing() as keys:
            keys.change(
                "UPDATE wrapped_key SET sealed = NULL, destroyed_at = :day"
                " WHERE name >= :first AND name < :day_name AND sealed IS NOT NULL",
                day=day.isoformat(),
                first=_DAY,
                day_name=f"{_DAY}{day.isoformat()}",
            )
        self._place.wipe()

    def destroy(self, vault_id: str, now: datetime) -> Erasure:
        """Destroy a vault's key for good. A row stays to say so, and no key is ever made for that vault again."""
        with self._place.writing() as keys:
            keys.change(
                "INSERT INTO wrapped_key (name, master, destroyed_at) VALUES (:name, :master, :now)"
                " ON CONFLICT (name) DO UPDATE SET sealed = NULL, letterbox = NULL,"
                " destroyed_at = coalesce(wrapped_key.destroyed_at, excluded.destroyed_at)",
                name=f"{_VAULT}{vault_id}",
                master=self._masters.in_use.id,
                now=now.astimezone(UTC).isoformat(),
            )
            (row,) = keys.rows(
                "SELECT name, destroyed_at, master FROM wrapped_key WHERE name = :name", name=f"{_VAULT}{vault_id}"
            )
        self._place.wipe()
        return _erasure(row)

    def is_destroyed(self, vault_id: str) -> bool:
        with self._place.reading() as keys:
            return bool(
                keys.rows("SELECT 1 FROM wrapped_key WHERE name = :name AND sealed IS NULL", name=f"{_VAULT}{vault_id}")
            )

    def destroyed(self) -> list[Erasure]:
        """Every vault whose key was destroyed, to be replayed after a restore."""
        with self._place.reading() as keys:
            rows = keys.rows(
                "SELECT name, destroyed_at, master FROM wrapped_key"
                " WHERE name LIKE 'vault/%' AND sealed IS NULL ORDER BY destroyed_at, name"
            )
        return [_erasure(row) for row in rows]

    def rotate(self, masters: MasterKeys) -> RotationReport:
        """Wrap everything under the last of these keys, in one transaction. Again changes nothing."""
        in_use = masters.in_use
        with self._place.writing() as keys:
            _unrecorded(keys, masters)
            _record(keys, masters)
            # First of all: whoever wraps a new key under an old master key is waited for, or waits and is refused.
            keys.change("UPDATE master_key SET retired = 1 WHERE id <> :in_use", in_use=in_use.id)
            old = [
                _Wrapped(*row)
                for row in keys.rows(
                    "SELECT name, master, sealed, letterbox FROM wrapped_key"
                    " WHERE sealed IS NOT NULL AND master <> :in_use",
                    in_use=in_use.id,
                )
            ]
            keys.change_each(
                # A key that is destroyed meanwhile stays so.
                "UPDATE wrapped_key SET master = :master, sealed = :sealed WHERE name = :name AND sealed IS NOT NULL",
                [
                    {"name": row.name, "master": in_use.id, "sealed": _wrap(in_use, row, _unwrap(masters, row))}
                    for row in old
                ],
            )
            completes = keys.rows(
                "SELECT name, destroyed_at, master FROM wrapped_key JOIN master_key ON master_key.id = master"
                " WHERE name LIKE 'vault/%' AND sealed IS NULL AND retired = 1 ORDER BY destroyed_at, name"
            )
            retired = keys.rows("SELECT id FROM master_key WHERE retired = 1 ORDER BY id")
        self._place.wipe()
        self._masters = masters
        return RotationReport(
            len(old), in_use.id, [str(row[0]) for row in retired], [_erasure(row) for row in completes]
        )

    def forget_retired(self) -> None:
        """The retired master keys are destroyed: what they alone could open is closed, and need not be said again."""
        with self._place.writing() as keys:
            keys.change("DELETE FROM master_key WHERE retired = 1")

    def _key(self, name: str) -> bytes:
        row = self._row(name)
        if self._masters.get(row.master) is None:
            self._masters = self._masters.reread()
        return _unwrap(self._masters, row)

    def _row(self, name: str) -> _Wrapped:
        with self._place.reading() as keys:
            row = _find(keys, name)
        if row is None:
            row = self._made(name)
        if row.sealed is None:
            raise Gone
        return row

    def _made(self, name: str) -> _Wrapped:
        """A new key under the master key in use; if it was retired by another process, under the one that is now."""
        row = self._make(name)
        if row is None:
            self._masters = self._masters.reread()
            row = self._make(name)
        if row is None:
            raise MasterKeyProblem(_ROTATED)
        return row

    def _make(self, name: str) -> _Wrapped | None:
        master = self._masters.in_use
        key = new_key()
        letterbox = DataKey(key).letterbox.public_key().public_bytes_raw() if name.startswith(_VAULT) else None
        new = _Wrapped(name, master.id, None, letterbox)
        with self._place.writing() as keys:
            # Changes nothing, but holds the master key's row until this is kept: a rotation waits, or was first.
            if not keys.change("UPDATE master_key SET retired = 0 WHERE id = :id AND retired = 0", id=master.id):
                return None
            keys.change(
                "INSERT INTO wrapped_key (name, master, sealed, letterbox)"
                " VALUES (:name, :master, :sealed, :letterbox) ON CONFLICT (name) DO NOTHING",
                **new._replace(sealed=_wrap(master, new, key))._asdict(),
            )
            return _find(keys, name)


def rotate_file(path: Path, open_store: Callable[[MasterKeys], KeyStore]) -> RotationReport:
    """A whole rotation: add a key to the file, wrap everything under it, and take the old one out of the file.

    A kill at any point leaves everything readable; run again, it goes on from there. A file with more than one key is a
    rotation under way, or one begun by hand (several machines get the new line first): its last key is the new one.
    """
    masters = MasterKeys.from_file(path)
    if len(masters) == 1:
        # The key that is there is the right one, or nothing is begun.
        open_store(masters).close()
        masters = masters.with_new_key()
        masters.save()
    with open_store(masters) as store:
        report = store.rotate(masters)
        masters.without_old_keys().save()
        store.forget_retired()
    return report


def _find(keys: _Transaction, name: str) -> _Wrapped | None:
    rows = keys.rows("SELECT name, master, sealed, letterbox FROM wrapped_key WHERE name = :name", name=name)
    return _Wrapped(*rows[0]) if rows else None


def _erasure(row: Sequence[Any]) -> Erasure:
    name, at, master = row
    return Erasure(str(name).removeprefix(_VAULT), datetime.fromisoformat(at), master)


def _wrap(master: MasterKey, row: _Wrapped, key: bytes) -> bytes:
    # The letterbox is bound in, so nobody can put their own in its place unnoticed.
    return seal(master.wrapping, key, row.name, master.id, (row.letterbox or b"").hex())


def _unwrap(masters: MasterKeys, row: _Wrapped) -> bytes:
    master = masters.get(row.master)
    if master is None:
        raise MasterKeyProblem(_ROTATED)
    return unseal(master.wrapping, row.sealed or b"", row.name, master.id, (row.letterbox or b"").hex())


def _unrecorded(keys: _Transaction, masters: MasterKeys) -> bool:
    """Whether any of these master keys is new here. Raises MasterKeyProblem where one is missing or wrong."""
    for (needed,) in keys.rows("SELECT DISTINCT master FROM wrapped_key WHERE sealed IS NOT NULL"):
        if masters.get(needed) is None:
            raise MasterKeyProblem(
                f"The master key “{needed}” is missing, and private things here can't be opened without it. Put its "
                "line back among the master keys, before the one that is in use, and start again. Nothing was changed."
            )
    recorded = set()
    for known, check, retired in keys.rows("SELECT id, check_value, retired FROM master_key"):
        master = masters.get(known)
        if master is not None and not hmac.compare_digest(master.check, check):
            raise MasterKeyProblem(
                f"The master key “{known}” is not the one that these stores were made with. Put the right one back, "
                "under the same id, and start again. Nothing was changed."
            )
        if master is masters.in_use and retired:
            raise MasterKeyProblem(
                f"The master key “{known}” was retired by a rotation, but it is last among the master keys. "
                "Put the one in use last, and start again. Nothing was changed."
            )
        recorded.add(known)
    return any(master.id not in recorded for master in masters)


def _record(keys: _Transaction, masters: MasterKeys) -> None:
    """Keep what these master keys are known again by."""
    keys.change_each(
        "INSERT INTO master_key (id, check_value, retired) VALUES (:id, :check_value, 0) ON CONFLICT (id) DO NOTHING",
        [{"id": master.id, "check_value": master.check} for master in masters],
    )


# ---------------------------------------------------------------- the two places


class _File:
    """An SQLite file: one connection, and a lock around it."""

    SCHEMA = """
        CREATE TABLE master_key (id TEXT PRIMARY KEY, check_value BLOB NOT NULL, retired INTEGER NOT NULL)
            WITHOUT ROWID;
        CREATE TABLE wrapped_key
            (name TEXT PRIMARY KEY, master TEXT NOT NULL, sealed BLOB, letterbox BLOB, destroyed_at TEXT)
            WITHOUT ROWID;
    """

    def __init__(self, path: Path) -> None:
        self._lock = threading.Lock()
        with disk.plain_faults():
            if not path.exists():
                disk.make_folder(path.parent)
                disk.place(path, disk.template(self.SCHEMA), replace=False)
            # EXTRA: once a key is said to be destroyed, no power cut brings it back.
            self._connection = disk.connect(path, synchronous="EXTRA")

    @contextmanager
    def reading(self) -> Iterator[_Transaction]:
        with self._lock, disk.plain_faults():
            yield _Sqlite(self._connection)

    @contextmanager
    def writing(self) -> Iterator[_Transaction]:
        with self._lock, disk.plain_faults(), disk.transaction(self._connection):
            yield _Sqlite(self._connection)

    def wipe(self) -> None:
        with self._lock, disk.plain_faults():
            disk.wipe(self._connection)

    def close(self) -> None:
        with self._lock:
            self._connection.close()


class _Sqlite:
    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def rows(self, sql: str, **values: str | bytes | None) -> Sequence[Sequence[Any]]:
        return self._connection.execute(sql, values).fetchall()

    def change(self, sql: str, **values: str | bytes | None) -> int:
        return self._connection.execute(sql, values).rowcount

    def change_each(self, sql: str, each: Sequence[Mapping[str, str | bytes | None]]) -> None:
        self._connection.executemany(sql, each)


class _Schema:
    """A PostgreSQL schema. Its connections are its own: a turn that holds one never waits here for a second."""

    def __init__(self, engine: Engine) -> None:
        self._engine = create_engine(
            engine.url,
            hide_parameters=True,
            pool_size=POSTGRES_CONNECTIONS,
            max_overflow=0,
            isolation_level="READ COMMITTED",
            pool_pre_ping=True,
        )

    @contextmanager
    def writing(self) -> Iterator[_Transaction]:
        with self._engine.begin() as connection:
            connection.exec_driver_sql("SET LOCAL search_path TO waymark_keys")
            yield _Postgres(connection)

    reading = writing

    def wipe(self) -> None:
        """The log keeps what was written, until the master key that opens it is destroyed: a rotation is the wiping."""

    def close(self) -> None:
        self._engine.dispose()


class _Postgres:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def rows(self, sql: str, **values: str | bytes | None) -> Sequence[Sequence[Any]]:
        return self._connection.execute(text(sql), values).all()

    def change(self, sql: str, **values: str | bytes | None) -> int:
        return self._connection.execute(text(sql), values).rowcount

    def change_each(self, sql: str, each: Sequence[Mapping[str, str | bytes | None]]) -> None:
        if each:
            self._connection.execute(text(sql), list(each))
