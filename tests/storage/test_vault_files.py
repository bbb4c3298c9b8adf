"""Vaults as files: only their owner may read them, nothing stays behind in them, and trouble loses nothing."""

import asyncio
import os
import sqlite3
import stat
from pathlib import Path
from typing import Any

import pytest

from storage.errors import StorageBusy, StorageFull
from storage.private import disk
from storage.private.keys import KeyStore, MasterKeys
from storage.private.opening import Vaults
from storage.private.vault import new_vault_id
from tests.storage.conftest import Note, Stores, all_bytes, kept, note, read


async def test_a_vault_is_one_file_that_its_owner_alone_can_read_whatever_the_umask(on_files: Stores) -> None:
    before = os.umask(0)
    try:
        await kept(on_files, "ada", "turn 1", "one")
    finally:
        os.umask(before)
    assert on_files.folder
    made = [path for path in on_files.folder.rglob("*") if path.name != "keys"]
    assert [path.name for path in made if path.suffix == ".db"].count("ada.db") == 1
    for path in made:
        assert stat.S_IMODE(path.stat().st_mode) == (0o700 if path.is_dir() else 0o600), path


async def test_reading_makes_no_file(on_files: Stores) -> None:
    assert await read(on_files, "nobody-yet") == []
    assert on_files.folder
    assert not [path for path in (on_files.folder / "vaults").rglob("*") if path.is_file()]


async def test_many_vaults_keep_few_files_open(
    tmp_path: Path, masters: MasterKeys, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: set[int] = set()
    most = 0
    connect = sqlite3.connect

    class Counted(sqlite3.Connection):
        def close(self) -> None:
            super().close()
            opened.discard(id(self))

    def counting(*args: Any, **options: Any) -> sqlite3.Connection:
        nonlocal most
        connection = connect(*args, factory=Counted, **options)
        opened.add(id(connection))
        most = max(most, len(opened))
        return connection

    with KeyStore.in_file(tmp_path / "keys.db", masters) as keys:
        vaults = Vaults.in_folder(tmp_path / "vaults", keys, most_open=8)
        monkeypatch.setattr(sqlite3, "connect", counting)
        stores = Stores(keys, vaults)
        ids = [new_vault_id() for _ in range(40)]
        await asyncio.gather(*(kept(stores, vault_id, "turn 1", vault_id) for vault_id in ids))
        for _ in range(3):
            assert await asyncio.gather(*(read(stores, vault_id) for vault_id in ids)) == [
                [vault_id] for vault_id in ids
            ]
        assert 4 <= most <= 8
        await vaults.close()
        assert not opened


async def test_what_an_entry_said_before_it_was_changed_is_not_in_its_file(on_files: Stores) -> None:
    first = await on_files.vaults.open("ada", "turn 1")
    entry = await first.add(note("before " * 20))
    for n in range(5):
        await first.add(note(f"another {n}"))
    await on_files.vaults.apply(first.writes)
    second = await on_files.vaults.open("ada", "turn 2")
    changing = await second.get(Note, entry.id)
    assert changing
    changing.text = "!"
    await second.change(changing)
    await on_files.vaults.apply(second.writes)

    assert on_files.folder
    held = all_bytes(on_files.folder)
    old, (new,) = first.writes[0], second.writes
    assert new.sealed
    assert new.sealed in held
    assert old.sealed
    assert not any(old.sealed[start : start + 16] in held for start in range(0, len(old.sealed) - 16, 16))


@pytest.mark.parametrize("vault_id", ["", "../ada", "a/b", ".hidden", "a\nb", "a" * 101])
async def test_a_vaults_id_is_no_way_out_of_the_folder(on_files: Stores, vault_id: str) -> None:
    vault = await on_files.vaults.open(vault_id, "turn 1")
    await vault.add(note("x"))
    with pytest.raises(ValueError, match="no vault's id"):
        await on_files.vaults.apply(vault.writes)


async def test_a_locked_file_is_said_to_be_busy_and_loses_nothing(
    on_files: Stores, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(disk, "BUSY_TIMEOUT_S", 0.01)
    await kept(on_files, "ada", "turn 1", "one")
    vault = await on_files.vaults.open("ada", "turn 2")
    await vault.add(note("two"))
    assert on_files.folder
    (path,) = on_files.folder.rglob("ada.db")
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")

    with pytest.raises(StorageBusy):
        await on_files.vaults.apply(vault.writes)
    other.close()
    await on_files.vaults.apply(vault.writes)

    assert set(await read(on_files, "ada")) == {"one", "two"}


async def test_a_full_disk_is_said_and_loses_nothing(on_files: Stores, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = disk.connect

    def on_a_full_disk(path: Path, *, synchronous: Any) -> sqlite3.Connection:
        connection = whole(path, synchronous=synchronous)
        connection.execute("PRAGMA max_page_count=4")
        return connection

    monkeypatch.setattr(disk, "connect", on_a_full_disk)
    await kept(on_files, "ada", "turn 1", "one")
    vault = await on_files.vaults.open("ada", "turn 2")
    await vault.add(note("long " * 10_000))

    with pytest.raises(StorageFull):
        await on_files.vaults.apply(vault.writes)
    assert await read(on_files, "ada") == ["one"]
    monkeypatch.undo()
    on_files.vaults._place.close()  # so that the file is opened again, on a disk that has room
    await on_files.vaults.apply(vault.writes)
    assert len(await read(on_files, "ada")) == 2


async def test_a_new_vault_on_a_full_disk_leaves_no_half_a_file(
    on_files: Stores, monkeypatch: pytest.MonkeyPatch
) -> None:
    vault = await on_files.vaults.open("ada", "turn 1")
    await vault.add(note("one"))

    def no_space(file: int, content: bytes) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "write", no_space)
    with pytest.raises(StorageFull):
        await on_files.vaults.apply(vault.writes)
    monkeypatch.undo()

    assert on_files.folder
    assert not [path for path in (on_files.folder / "vaults").rglob("*") if path.is_file()]
    await on_files.vaults.apply(vault.writes)
    assert await read(on_files, "ada") == ["one"]
