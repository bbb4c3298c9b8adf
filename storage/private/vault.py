"""Vault: one private store, as one turn holds it. There is no way from here to another's."""

import secrets
from collections.abc import Iterator
from typing import TypeVar

from storage.private.entries import Entry
from storage.private.keys import DataKey
from storage.private.rows import APART, ENTRY, FILE, POST, Row, Rows, Run, VaultWrite, is_apart
from storage.private.sealing import seal, unseal, unseal_from

__all__ = ["NotAsRead", "Vault", "VaultWrite", "new_vault_id"]

E = TypeVar("E", bound=Entry)


def new_vault_id() -> str:
    """A random name for a vault: it says nothing about whose it is."""
    return secrets.token_urlsafe(16)


class NotAsRead(Exception):
    """An entry was to be changed that this turn has not read, or has changed since. That is a bug of the handler."""


class Vault:
    """A person's entries, and what was posted to them.

    Nothing is carried out here: writes are sealed at once and gathered in `writes`, to be kept with the turn and
    carried out when it is committed. Reads see them all the same.
    """

    def __init__(self, vault_id: str, turn_id: str, key: DataKey, run: Run) -> None:
        self.writes: list[VaultWrite] = []
        self.id = vault_id
        self._turn_id = turn_id
        self._key = key
        self._run = run
        self._added = 0
        self._written: dict[str, Row | None] = {}
        self._versions: dict[str, int] = {}

    def afresh(self, run: Run) -> "Vault":
        """The same vault for another try at the same turn: nothing is written yet."""
        return Vault(self.id, self._turn_id, self._key, run)

    async def add(self, entry: E) -> E:
        """Keep a new entry. It is given its id: the same, should the turn be handled again."""
        if entry.id:
            raise NotAsRead(f"This {entry.kind} is kept already: change it.")
        self._added += 1
        return self._keep(entry, self._key.entry_id(self._turn_id, self._added), version=1)

    async def change(self, entry: E) -> E:
        """Keep an entry that this turn has read, or added, as it is now."""
        if self._versions.get(entry.id) != entry.version:
            raise NotAsRead(f"This {entry.kind} is not as this turn last read it.")
        return self._keep(entry, entry.id, version=entry.version + 1)

    async def bring_back(self, entry: E) -> E:
        """Keep an entry again as it was when it was deleted, under the id that it had."""
        if await self._row(entry.id) is not None:
            raise NotAsRead(f"This {entry.kind} is not deleted.")
        return self._keep(entry, entry.id, version=entry.version + 2)  # its deletion was a version too

    async def delete(self, id: str) -> None:
        """Delete an entry, a post or a file. What is not there needs no deleting."""
        if is_apart(id):  # which has one version, and is not read only to be deleted
            self._write(VaultWrite(vault_id=self.id, entry_id=id, version=2, sealed=None))
            return
        row = await self._row(id)
        if row is not None:
            self._write(VaultWrite(vault_id=self.id, entry_id=id, version=row.version + 1, sealed=None))

    async def get(self, kind: type[E], id: str) -> E | None:
        """An entry that this person made; None where there is none of this kind by this id."""
        row = await self._row(id)
        return self._open_entry(kind, row) if row is not None and row.sealed.startswith(ENTRY) else None

    async def all(self, kind: type[E]) -> list[E]:
        """All entries of a kind that this person made, oldest first."""
        rows = [row for row in await self._rows() if row.sealed.startswith(ENTRY)]
        return _oldest_first(self._open_entry(kind, row) for row in rows)

    async def keep_file(self, number: int, data: bytes) -> str:
        """Keep the bytes of the nth file of this turn, at once, apart from the entries; gives the id that opens them.

        They are too large to ride in the turn's row. Kept again, should the turn be handled again, they are kept once.
        """
        file_id = self.file_id(number)

        def work(rows: Rows) -> None:
            sealed = FILE + seal(self._key.entries, data, self.id, file_id, 1)
            rows.keep(self.id, [VaultWrite(vault_id=self.id, entry_id=file_id, version=1, sealed=sealed)])

        await self._run(work)
        return file_id

    def file_id(self, number: int) -> str:
        """The id under which the nth file of this turn is kept: the same, should the turn be handled again."""
        return APART + self._key.entry_id(self._turn_id, number)

    async def file(self, id: str) -> bytes | None:
        """The bytes of a file; None where it is deleted."""
        if not is_apart(id) or id in self._written:  # which a file is only when it is deleted
            return None

        def work(rows: Rows) -> bytes | None:
            row = rows.one(self.id, id)
            return None if row is None else unseal(self._key.entries, row.sealed[1:], self.id, row.id, row.version)

        return await self._run(work)

    async def posted(self, kind: type[E], id: str) -> E | None:
        """Something that was posted to this person. Kept apart from their own: a post must never pass for theirs."""
        row = await self._row(id)
        return self._open_post(kind, row) if row is not None and row.sealed.startswith(POST) else None

    async def all_posted(self, kind: type[E]) -> list[E]:
        """All posts of a kind, oldest first."""
        rows = [row for row in await self._rows() if row.sealed.startswith(POST)]
        return _oldest_first(self._open_post(kind, row) for row in rows)

    def _keep(self, entry: E, id: str, *, version: int) -> E:
        entry.id, entry.version = id, version
        sealed = ENTRY + seal(self._key.entries, entry.to_plain(), self.id, id, version)
        self._write(VaultWrite(vault_id=self.id, entry_id=id, version=version, sealed=sealed))
        self._versions[id] = version
        return entry

    def _write(self, write: VaultWrite) -> None:
        self.writes.append(write)
        deleted = write.sealed is None
        self._written[write.entry_id] = None if deleted else Row(write.entry_id, write.version, write.sealed or b"")
        if deleted:
            self._versions.pop(write.entry_id, None)

    def _open_entry(self, kind: type[E], row: Row) -> E | None:
        plain = unseal(self._key.entries, row.sealed[1:], self.id, row.id, row.version)
        entry = kind.from_plain(plain, id=row.id, version=row.version)
        if entry is not None:
            self._versions[row.id] = row.version
        return entry

    def _open_post(self, kind: type[E], row: Row) -> E | None:
        plain = unseal_from(self._key.letterbox, row.sealed[1:], self.id, row.id)
        return kind.from_plain(plain, id=row.id, version=row.version)

    async def _row(self, id: str) -> Row | None:
        if id in self._written:
            return self._written[id]
        return await self._run(lambda rows: rows.one(self.id, id))

    async def _rows(self) -> list[Row]:
        kept = await self._run(lambda rows: rows.every(self.id))
        now = {row.id: row for row in kept} | self._written
        return [row for row in now.values() if row is not None]


def _oldest_first(entries: Iterator[E | None]) -> list[E]:
    return sorted((entry for entry in entries if entry is not None), key=lambda entry: (entry.made_at, entry.id))
