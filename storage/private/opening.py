"""Vaults: the only thing that opens a vault. Only the composition root may import this."""

import asyncio
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from itertools import groupby
from pathlib import Path
from typing import Generic, Protocol, TypeVar

from storage.database import Database, UnitOfWork
from storage.private.desks import DESK, desk_vault
from storage.private.files import MOST_OPEN, VaultFiles
from storage.private.keys import Erasure, KeyStore
from storage.private.rows import Rows, VaultWrite
from storage.private.tables import VaultTables
from storage.private.vault import Vault

R = TypeVar("R")
U = TypeVar("U", bound=UnitOfWork)

THREADS = 4


class _Place(Protocol):
    """Where the rows of vaults are worked on: beside the shared database, or within the turn's transaction."""

    in_transaction: bool

    async def run(self, work: Callable[[Rows], R], unit: UnitOfWork | None) -> R: ...

    def close(self) -> None: ...


class Vaults:
    """Opens vaults, carries out what was written in them, and destroys them."""

    def __init__(self, keys: KeyStore, place: _Place, threads: ThreadPoolExecutor) -> None:
        self._keys = keys
        self._place = place
        self._threads = threads
        self.in_transaction = place.in_transaction
        """Whether a turn's vault writes go with its own transaction (`apply_within`), or after it (`apply`)."""

    @classmethod
    def in_folder(cls, folder: Path, keys: KeyStore, *, most_open: int = MOST_OPEN) -> "Vaults":
        """On SQLite: a file a person."""
        threads = ThreadPoolExecutor(THREADS, thread_name_prefix="vaults")
        files = VaultFiles(folder, keys.is_destroyed, threads=THREADS, most_open=most_open)
        return cls(keys, _InFolder(files, threads), threads)

    @classmethod
    def in_postgres(cls, database: Database[U], keys: KeyStore) -> "Vaults":
        threads = ThreadPoolExecutor(THREADS, thread_name_prefix="vaults")
        return cls(keys, _InPostgres(database, keys), threads)

    async def open(self, vault_id: str, turn_id: str) -> Vault:
        """A person's vault, for one turn. Raises Gone once it has been destroyed."""
        if vault_id.startswith(DESK):
            raise ValueError("A desk is opened by its name.")
        return await self._open(vault_id, turn_id)

    async def open_desk(self, name: str, turn_id: str) -> Vault:
        return await self._open(desk_vault(name), turn_id)

    def within(self, vault: Vault, unit: UnitOfWork) -> Vault:
        """The same vault for a new try at its turn: nothing written yet, its rows read by the unit's connection."""
        return vault.afresh(_Runs(self._place, unit))

    async def letterbox(self, vault_id: str) -> bytes:
        """What to seal a post with. Raises Gone once the vault has been destroyed."""
        return await _in_thread(self._threads, lambda: self._keys.letterbox(vault_id))

    async def apply(self, writes: Sequence[VaultWrite]) -> None:
        """Carry out a committed turn's writes, in their order. Again, after a crash, changes nothing."""
        if writes:
            await self._place.run(lambda rows: _carry_out(rows, writes), None)

    async def apply_within(self, unit: UnitOfWork, writes: Sequence[VaultWrite]) -> None:
        """Carry out a turn's writes in its own transaction."""
        if not self.in_transaction:
            raise ValueError("These vaults are written after the commit: use apply.")
        if writes:
            await self._place.run(lambda rows: _carry_out(rows, writes), unit)

    async def destroy(self, vault_id: str, now: datetime) -> Erasure:
        """The key first, from then on nothing opens; then what it opened. After a kill, do it again."""
        erasure = await _in_thread(self._threads, lambda: self._keys.destroy(vault_id, now))
        await self._place.run(lambda rows: rows.remove(vault_id), None)
        return erasure

    async def close(self) -> None:
        await asyncio.to_thread(self._threads.shutdown)
        self._place.close()

    async def _open(self, vault_id: str, turn_id: str) -> Vault:
        key = await _in_thread(self._threads, lambda: self._keys.data_key(vault_id))
        return Vault(vault_id, turn_id, key, _Runs(self._place, None))


class _Runs:
    """Works on the rows by one unit of work, or beside any."""

    def __init__(self, place: _Place, unit: UnitOfWork | None) -> None:
        self._place = place
        self._unit = unit

    async def __call__(self, work: Callable[[Rows], R]) -> R:
        return await self._place.run(work, self._unit)


class _InFolder:
    in_transaction = False

    def __init__(self, files: VaultFiles, threads: ThreadPoolExecutor) -> None:
        self._files = files
        self._threads = threads

    async def run(self, work: Callable[[Rows], R], unit: UnitOfWork | None) -> R:
        return await _in_thread(self._threads, lambda: work(self._files))

    def close(self) -> None:
        self._files.close()


class _InPostgres(Generic[U]):
    in_transaction = True

    def __init__(self, database: Database[U], keys: KeyStore) -> None:
        self._database = database
        self._keys = keys

    async def run(self, work: Callable[[Rows], R], unit: UnitOfWork | None) -> R:
        run = self._database.do if unit is None else unit.run
        return await run(lambda session: work(VaultTables(session, self._keys.is_destroyed)))

    def close(self) -> None:
        """The database is closed by whoever opened it."""


def _carry_out(rows: Rows, writes: Sequence[VaultWrite]) -> None:
    for vault_id, group in groupby(writes, key=lambda write: write.vault_id):
        rows.keep(vault_id, list(group))


async def _in_thread(threads: ThreadPoolExecutor, work: Callable[[], R]) -> R:
    return await asyncio.get_running_loop().run_in_executor(threads, work)
