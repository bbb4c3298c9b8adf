"""Vaults on SQLite: reopened, appended to, closed; and ten thousand of them

The floor is sqlite3 doing the same to a file of its own: the same table, the same pragmas, a row as long.
"""

import asyncio
import os
import sqlite3
import tempfile
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter
from typing import ClassVar

from storage.private.entries import Entry
from storage.private.files import MOST_OPEN
from storage.private.keys import KeyStore, MasterKeys
from storage.private.opening import Vaults
from tests.bench.report import Measure, resident_mb

ROUNDS = 300
MANY = 10_000
WORDS = "Chaired the joint board today. I talked too much at first, and it went better once I asked. " * 2
NOW = datetime(2027, 1, 5, 9, 0, tzinfo=UTC)


class Note(Entry):
    """Something to keep."""

    kind: ClassVar[str] = "bench_note"

    text: str


def bench() -> Iterable[Measure]:
    with tempfile.TemporaryDirectory(prefix="waymark-bench-") as folder:
        return asyncio.run(_bench(Path(folder)))


async def _bench(folder: Path) -> list[Measure]:
    keys = KeyStore.in_file(folder / "wrapped.db", MasterKeys.new_file(folder / "master.keys"))
    one = Vaults.in_folder(folder / "one", keys, most_open=1)
    ours, floor = await _reopened(one), _bare(folder / "bare.db")
    await one.close()
    many = Vaults.in_folder(folder / "many", keys)
    before, open_before = resident_mb(), _open_files()
    most = 0
    for number in range(MANY):
        await _append(many, f"vault-{number}", str(number))
        if number % 250 == 0:
            most = max(most, _open_files() - open_before)
    grown = resident_mb() - before
    await many.close()
    keys.close()
    return [
        Measure("reopen, append, close", ours, "ms", floor=floor, at_most=2),
        Measure(f"files open at most, over {MANY:,} vaults", most, at_most=MOST_OPEN + 16),
        Measure(f"memory grown, over {MANY:,} vaults", grown, "MB", at_most=100),
    ]


async def _reopened(vaults: Vaults) -> float:
    """Two vaults in turn where one file may be open: each append opens a file and closes the other."""
    for name in ("a", "b"):
        await _append(vaults, name, "first")
    begin = perf_counter()
    for number in range(ROUNDS):
        await _append(vaults, "ab"[number % 2], str(number))
    return 1_000 * (perf_counter() - begin) / ROUNDS


async def _append(vaults: Vaults, name: str, turn: str) -> None:
    vault = await vaults.open(name, turn)
    await vault.add(Note(made_at=NOW, text=WORDS))
    await vaults.apply(vault.writes)


def _bare(path: Path) -> float:
    def append(number: int) -> None:
        connection = sqlite3.connect(path, isolation_level=None)
        connection.execute("PRAGMA synchronous=NORMAL")
        connection.execute("PRAGMA secure_delete=ON")
        connection.execute(
            "CREATE TABLE IF NOT EXISTS entry (id TEXT PRIMARY KEY, version INTEGER, sealed BLOB) WITHOUT ROWID"
        )
        connection.execute("INSERT INTO entry VALUES (?, 1, ?)", (str(number), os.urandom(len(WORDS) + 120)))
        connection.close()

    append(-1)
    begin = perf_counter()
    for number in range(ROUNDS):
        append(number)
    return 1_000 * (perf_counter() - begin) / ROUNDS


def _open_files() -> int:
    return len(list(Path("/proc/self/fd").iterdir()))
