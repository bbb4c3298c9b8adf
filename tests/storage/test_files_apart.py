"""Recordings and photos: kept apart in their owner's vault, read only by themselves, and gone when they are deleted."""

import stat
from typing import Any

import pytest

from tests.storage.conftest import CANARY, NOW, Note, Stores, kept

RECORDING = CANARY.encode() * 10_000


async def test_the_bytes_of_a_file_are_there_at_once_and_once(stores: Stores) -> None:
    vault = await stores.vaults.open("ada", "turn 1")
    kept_as = await vault.keep_file(1, RECORDING)

    again = await stores.vaults.open("ada", "turn 1")
    assert await again.keep_file(1, RECORDING) == kept_as == again.file_id(1)
    assert again.writes == []
    later = await stores.vaults.open("ada", "turn 2")
    assert await later.file(kept_as) == RECORDING
    assert await later.keep_file(1, b"another") != kept_as


async def test_entries_are_read_without_the_files_beside_them(stores: Stores, monkeypatch: pytest.MonkeyPatch) -> None:
    vault = await stores.vaults.open("ada", "turn 1")
    kept_as = await vault.keep_file(1, RECORDING)
    await kept(stores, "ada", "turn 2", "a note")
    rows: list[int] = []

    later = await stores.vaults.open("ada", "turn 3")
    run = later._run

    async def counted(work: Any) -> Any:
        found = await run(work)
        rows.extend(len(row.sealed) for row in found)
        return found

    monkeypatch.setattr(later, "_run", counted)
    assert [found.text for found in await later.all(Note)] == ["a note"]
    assert sum(rows) < 1_000
    monkeypatch.undo()
    assert await later.get(Note, kept_as) is None
    assert await later.posted(Note, kept_as) is None


async def test_a_deleted_file_is_gone_and_does_not_come_back(stores: Stores) -> None:
    vault = await stores.vaults.open("ada", "turn 1")
    kept_as = await vault.keep_file(1, RECORDING)

    deleting = await stores.vaults.open("ada", "turn 2")
    await deleting.delete(kept_as)
    assert await deleting.file(kept_as) is None
    assert await (await stores.vaults.open("ada", "turn 3")).file(kept_as) == RECORDING
    await stores.vaults.apply(deleting.writes)
    await vault.keep_file(1, RECORDING)

    assert await (await stores.vaults.open("ada", "turn 4")).file(kept_as) is None


async def test_a_file_opens_for_its_owner_alone(stores: Stores) -> None:
    ada = await stores.vaults.open("ada", "turn 1")
    kept_as = await ada.keep_file(1, RECORDING)

    bea = await stores.vaults.open("bea", "turn 2")
    assert await bea.file(kept_as) is None
    for forged in ("", "~", "../ada", f"~/../../ada{kept_as}", kept_as[1:]):
        assert await ada.file(forged) is None
        assert await ada.get(Note, forged) is None


async def test_files_go_with_their_vault(stores: Stores) -> None:
    ada = await stores.vaults.open("ada", "turn 1")
    await ada.keep_file(1, RECORDING)
    bea = await stores.vaults.open("bea", "turn 1")
    kept_as = await bea.keep_file(1, RECORDING)

    await stores.vaults.destroy("ada", NOW)

    assert await bea.file(kept_as) == RECORDING
    if stores.folder is not None:
        assert [path.name for path in (stores.folder / "vaults").rglob("ada*")] == []


async def test_on_files_each_lies_in_one_of_its_own_and_is_wiped_when_it_is_deleted(on_files: Stores) -> None:
    assert on_files.folder is not None
    vault = await on_files.vaults.open("ada", "turn 1")
    kept_as = await vault.keep_file(1, RECORDING)
    (path,) = (on_files.folder / "vaults").rglob("ada~*.db")
    before = path.read_bytes()
    assert CANARY.encode() not in before
    assert stat.S_IMODE(path.stat().st_mode) == 0o600

    await vault.delete(kept_as)
    await on_files.vaults.apply(vault.writes)

    after = path.read_bytes()
    assert len(after) < len(before) / 10
    assert before[20_000:20_100] not in after
