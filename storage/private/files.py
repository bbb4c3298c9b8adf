"""Vaults on SQLite: one file a person, opened when it is needed, and never more than a few hundred open at once.

What lies apart has a file of its own beside it: an entry is read, and a deleted one wiped, without going through all
of somebody's recordings.
"""

import re
import sqlite3
import threading
from collections import OrderedDict
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from hashlib import sha256
from itertools import groupby
from pathlib import Path

from storage.private import disk
from storage.private.rows import APART, Row, VaultWrite, is_apart

SCHEMA = "CREATE TABLE entry (id TEXT PRIMARY KEY, version INTEGER NOT NULL, sealed BLOB) WITHOUT ROWID"

KEEP = """
    INSERT INTO entry (id, version, sealed) VALUES (?, ?, ?)
    ON CONFLICT (id) DO UPDATE SET version = excluded.version, sealed = excluded.sealed
    WHERE excluded.version > entry.version
"""

MOST_OPEN = 256
LOCKS = 64

VAULT_ID = re.compile(r"[A-Za-z0-9_-][A-Za-z0-9_.-]{0,99}")


class VaultFiles:
    """A folder of vaults, safe to use from `threads` threads at once."""

    def __init__(
        self, folder: Path, is_destroyed: Callable[[str], bool], *, threads: int, most_open: int = MOST_OPEN
    ) -> None:
        self._folder = folder
        self._is_destroyed = is_destroyed
        self._template = disk.template(SCHEMA)
        self._most_idle = most_open - threads
        self._idle: OrderedDict[Path, sqlite3.Connection] = OrderedDict()
        self._idle_lock = threading.Lock()
        self._locks = [threading.Lock() for _ in range(LOCKS)]
        disk.make_folder(folder)

    def one(self, vault_id: str, entry_id: str) -> Row | None:
        with self._alone(vault_id), self._opened(self._path(vault_id, entry_id)) as file:
            if file is None:
                return None
            found = file.execute(
                "SELECT id, version, sealed FROM entry WHERE id = ? AND sealed IS NOT NULL", (entry_id,)
            ).fetchone()
            return None if found is None else Row(*found)

    def every(self, vault_id: str) -> list[Row]:
        with self._alone(vault_id), self._opened(self._path(vault_id)) as file:
            if file is None:
                return []
            return [
                Row(*found) for found in file.execute("SELECT id, version, sealed FROM entry WHERE sealed IS NOT NULL")
            ]

    def keep(self, vault_id: str, writes: Sequence[VaultWrite]) -> None:
        # Asked while nobody else is at this vault: whoever destroys it takes the key first and then waits here.
        with self._alone(vault_id):
            if self._is_destroyed(vault_id):
                return
            for path, group in groupby(writes, key=lambda write: self._path(vault_id, write.entry_id)):
                self._keep_in(path, list(group))

    def _keep_in(self, path: Path, writes: Sequence[VaultWrite]) -> None:
        self._create(path)
        with self._opened(path) as file:
            assert file is not None
            with disk.transaction(file):
                file.executemany(KEEP, [(write.entry_id, write.version, write.sealed) for write in writes])
            if any(write.sealed is None for write in writes):
                disk.wipe(file)

    def remove(self, vault_id: str) -> None:
        with self._alone(vault_id):
            folder = self._path(vault_id).parent
            if not folder.exists():
                return
            for path in (self._path(vault_id), *folder.glob(f"{vault_id}{APART}*.db*")):
                if handle := self._take(path):
                    handle.close()
                for name in (path.name, f"{path.name}-journal", f"{path.name}.new"):
                    path.with_name(name).unlink(missing_ok=True)
            disk.flush_folder(folder)

    def close(self) -> None:
        with self._idle_lock:
            while self._idle:
                self._idle.popitem()[1].close()

    @property
    def idle(self) -> int:
        """How many files are held open, ready to be used again."""
        return len(self._idle)

    def _path(self, vault_id: str, entry_id: str = "") -> Path:
        """The file of a vault's entries; or, for what lies apart from them, its own. An entry's id may be anything."""
        if not VAULT_ID.fullmatch(vault_id):
            raise ValueError("That is no vault's id.")
        name = f"{vault_id}{entry_id}" if is_apart(entry_id) else vault_id
        return self._folder / sha256(vault_id.encode()).hexdigest()[:2] / f"{name}.db"

    def _create(self, path: Path) -> None:
        if not path.exists():
            disk.make_folder(path.parent)
            disk.place(path, self._template, replace=False)

    @contextmanager
    def _alone(self, vault_id: str) -> Iterator[None]:
        with self._locks[hash(vault_id) % LOCKS], disk.plain_faults():
            yield

    @contextmanager
    def _opened(self, path: Path) -> Iterator[sqlite3.Connection | None]:
        """This file, if there is one; it stays open for the next time unless something went wrong."""
        handle = self._take(path)
        if handle is None and path.exists():
            handle = disk.connect(path, synchronous="NORMAL")
        try:
            yield handle
        except BaseException:
            if handle is not None:
                handle.close()
            raise
        if handle is not None:
            self._put_back(path, handle)

    def _take(self, path: Path) -> sqlite3.Connection | None:
        with self._idle_lock:
            return self._idle.pop(path, None)

    def _put_back(self, path: Path, handle: sqlite3.Connection) -> None:
        with self._idle_lock:
            self._idle[path] = handle
            longest_unused = self._idle.popitem(last=False)[1] if len(self._idle) > self._most_idle else None
        if longest_unused is not None:
            longest_unused.close()
