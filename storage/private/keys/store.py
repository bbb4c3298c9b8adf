"""The data keys of vaults, days and this installation, each wrapped under a master key, and their rotation."""

import hmac
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple, Self

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from sqlalchemy import Engine

from storage.errors import Gone, MasterKeyProblem
from storage.private.keys.masters import MasterKey, MasterKeys
from storage.private.keys.places import InFile, InSchema, Place, Transaction
from storage.private.sealing import derive, keyed_id, new_key, seal, unseal


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

    def __init__(self, place: Place, masters: MasterKeys) -> None:
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
        return cls(InFile(path), masters)

    @classmethod
    def in_postgres(cls, engine: Engine, masters: MasterKeys) -> Self:
        """In the schema `waymark_keys` of the same database, over connections of its own."""
        return cls(InSchema(engine), masters)

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


def _find(keys: Transaction, name: str) -> _Wrapped | None:
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


def _unrecorded(keys: Transaction, masters: MasterKeys) -> bool:
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


def _record(keys: Transaction, masters: MasterKeys) -> None:
    """Keep what these master keys are known again by."""
    keys.change_each(
        "INSERT INTO master_key (id, check_value, retired) VALUES (:id, :check_value, 0) ON CONFLICT (id) DO NOTHING",
        [{"id": master.id, "check_value": master.check} for master in masters],
    )
