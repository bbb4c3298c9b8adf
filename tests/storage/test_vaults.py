"""Vaults: what is kept opens for its owner, where it was put, and nowhere else."""

import asyncio
import os
import sqlite3
import stat
from datetime import timedelta
from pathlib import Path
from typing import Any, ClassVar

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import text
from sqlmodel import Field, SQLModel

from storage.errors import OpenedWithWrongKey, StorageBusy, StorageFull
from storage.private import disk
from storage.private.entries import Entry, EntryUnreadable
from storage.private.keys import KeyStore, MasterKeys
from storage.private.opening import Vaults
from storage.private.rows import ENTRY, VaultWrite
from storage.private.sealing import seal
from storage.private.vault import NotAsRead, Vault, new_vault_id
from tests.storage.conftest import NOW, Note, Stores, all_bytes, note

CANARY = "the canary sings at midnight"


async def kept(stores: Stores, vault_id: str, turn_id: str, *texts: str) -> list[Note]:
    vault = await stores.vaults.open(vault_id, turn_id)
    notes = [await vault.add(note(text)) for text in texts]
    await stores.vaults.apply(vault.writes)
    return notes


async def read(stores: Stores, vault_id: str) -> list[str]:
    vault = await stores.vaults.open(vault_id, "a later turn")
    return [found.text for found in await vault.all(Note)]


# ---------------------------------------------------------------- what is kept


async def test_what_is_kept_is_there_in_a_later_turn(stores: Stores) -> None:
    (first,) = await kept(stores, "ada", "turn 1", "my first week")

    vault = await stores.vaults.open("ada", "turn 2")
    found = await vault.get(Note, first.id)

    assert found == first
    assert (found.text, found.version, found.made_at) == ("my first week", 1, NOW)


async def test_a_turn_reads_what_it_has_written_before_anything_is_carried_out(stores: Stores) -> None:
    (old, other) = await kept(stores, "ada", "turn 1", "old", "other")
    vault = await stores.vaults.open("ada", "turn 2")
    new = await vault.add(note("new"))
    changing = await vault.get(Note, old.id)
    assert changing
    changing.text = "changed"
    await vault.change(changing)
    await vault.delete(other.id)

    assert {found.text for found in await vault.all(Note)} == {"new", "changed"}
    assert await vault.get(Note, new.id) == new
    assert await vault.get(Note, other.id) is None
    assert set(await read(stores, "ada")) == {"old", "other"}


async def test_changes_and_deletions_are_carried_out(stores: Stores) -> None:
    (old, other) = await kept(stores, "ada", "turn 1", "old", "other")
    vault = await stores.vaults.open("ada", "turn 2")
    changing = await vault.get(Note, old.id)
    assert changing
    changing.text = "changed once"
    await vault.change(changing)
    changing.text = "changed twice"
    await vault.change(changing)
    await vault.delete(other.id)
    await stores.vaults.apply(vault.writes)

    assert await read(stores, "ada") == ["changed twice"]


async def test_entries_come_oldest_first_and_by_their_kind(stores: Stores) -> None:
    class Other(Entry):
        kind: ClassVar[str] = "other"

    vault = await stores.vaults.open("ada", "turn 1")
    for days in (3, 1, 2):
        await vault.add(Note(made_at=NOW + timedelta(days=days), text=str(days)))
    other = await vault.add(Other(made_at=NOW))
    await stores.vaults.apply(vault.writes)

    assert await read(stores, "ada") == ["1", "2", "3"]
    later = await stores.vaults.open("ada", "turn 2")
    assert await later.get(Note, other.id) is None
    assert await later.all(Other) == [other]


async def test_a_turn_that_is_handled_again_makes_the_same_ids_and_others_make_others(stores: Stores) -> None:
    async def ids(vault_id: str, turn_id: str) -> list[str]:
        vault = await stores.vaults.open(vault_id, turn_id)
        return [(await vault.add(note("again"))).id for _ in range(3)]

    first = await ids("ada", "turn 1")

    assert await ids("ada", "turn 1") == first
    assert len({*first, *await ids("ada", "turn 2"), *await ids("bea", "turn 1")}) == 9
    assert {len(entry_id) for entry_id in first} == {22}


async def test_a_change_of_what_this_turn_has_not_read_is_refused(stores: Stores) -> None:
    (old,) = await kept(stores, "ada", "turn 1", "old")
    vault = await stores.vaults.open("ada", "turn 2")
    with pytest.raises(NotAsRead):
        await vault.change(old)

    read_early = await vault.get(Note, old.id)
    read_again = await vault.get(Note, old.id)
    assert read_early
    assert read_again
    await vault.change(read_early)
    with pytest.raises(NotAsRead):
        await vault.change(read_again)
    with pytest.raises(NotAsRead):
        await vault.add(read_early)
    await vault.delete(old.id)
    with pytest.raises(NotAsRead):
        await vault.change(read_early)


# ---------------------------------------------------------------- carried out, again and again


async def test_writes_travel_as_json_and_show_nothing(stores: Stores) -> None:
    vault = await stores.vaults.open("ada", "turn 1")
    await vault.add(note(CANARY))
    (write,) = vault.writes
    as_json = write.model_dump_json()

    assert CANARY not in as_json
    assert "note" not in as_json
    await stores.vaults.apply([VaultWrite.model_validate_json(as_json)])
    assert await read(stores, "ada") == [CANARY]


async def test_writes_carried_out_again_change_nothing_and_bring_nothing_back(stores: Stores) -> None:
    first = await stores.vaults.open("ada", "turn 1")
    entry = await first.add(note("one"))
    gone = await first.add(note("gone"))
    await stores.vaults.apply(first.writes)
    second = await stores.vaults.open("ada", "turn 2")
    changing = await second.get(Note, entry.id)
    assert changing
    changing.text = "two"
    await second.change(changing)
    await second.delete(gone.id)
    await stores.vaults.apply(second.writes)

    for writes in (first.writes, second.writes, first.writes, second.writes[:1], first.writes):
        await stores.vaults.apply(writes)
        assert await read(stores, "ada") == ["two"]


async def test_on_postgresql_writes_are_part_of_the_turns_own_transaction(on_postgres: Stores) -> None:
    vaults, database = on_postgres.vaults, on_postgres.database
    assert vaults.in_transaction
    assert database is not None

    async def turn(text: str, *, fails: bool) -> None:
        async with database.unit() as unit:
            vault = vaults.within(await vaults.open("ada", text), unit)
            await vault.add(note(text))
            await vaults.apply_within(unit, vault.writes)
            assert text in [found.text for found in await vaults.within(await vaults.open("ada", "x"), unit).all(Note)]
            assert text not in await read(on_postgres, "ada")
            if fails:
                raise ZeroDivisionError

    await turn("committed", fails=False)
    with pytest.raises(ZeroDivisionError):
        await turn("rolled back", fails=True)

    assert await read(on_postgres, "ada") == ["committed"]


async def test_files_are_written_after_the_commit_only(on_files: Stores) -> None:
    assert not on_files.vaults.in_transaction
    vault = await on_files.vaults.open("ada", "turn 1")
    await vault.add(note("one"))
    with pytest.raises(ValueError, match="after the commit"):
        await on_files.vaults.apply_within(None, vault.writes)  # type: ignore[arg-type]  # no unit would be right


# ---------------------------------------------------------------- what does not open


async def test_another_persons_key_opens_nothing(stores: Stores) -> None:
    (mine,) = await kept(stores, "ada", "turn 1", CANARY)
    adas = await stores.vaults.open("ada", "turn 2")
    beas = await stores.vaults.open("bea", "turn 2")
    under_beas_key = Vault("ada", "turn 2", beas._key, adas._run)

    with pytest.raises(OpenedWithWrongKey) as refused:
        await under_beas_key.get(Note, mine.id)
    assert CANARY not in str(refused.value)
    with pytest.raises(OpenedWithWrongKey):
        await under_beas_key.all(Note)


@pytest.mark.parametrize("moved", [{"vault_id": "bea"}, {"entry_id": "A" * 22}, {"version": 2}])
async def test_a_row_that_was_moved_does_not_open(stores: Stores, moved: dict[str, Any]) -> None:
    vault = await stores.vaults.open("ada", "turn 1")
    await vault.add(note(CANARY))
    (write,) = vault.writes
    write = write.model_copy(update=moved)
    await stores.vaults.apply([write])

    with pytest.raises(OpenedWithWrongKey):
        await (await stores.vaults.open(write.vault_id, "turn 2")).get(Note, write.entry_id)


async def test_a_row_moved_to_another_vault_does_not_open_even_under_its_own_key(stores: Stores) -> None:
    """Whoever can write rows can't have one person's words shown in another's place under one key either."""
    adas = await stores.vaults.open("ada", "turn 1")
    await adas.add(note("x"))
    (write,) = adas.writes
    await stores.vaults.apply([write.model_copy(update={"vault_id": "bea"})])
    beas = await stores.vaults.open("bea", "turn 2")
    with pytest.raises(OpenedWithWrongKey):
        await Vault("bea", "turn 2", adas._key, beas._run).get(Note, write.entry_id)


async def test_a_row_cut_short_does_not_open(stores: Stores) -> None:
    vault = await stores.vaults.open("ada", "turn 1")
    await vault.add(note(CANARY))
    (write,) = vault.writes
    for length in (1, 5, 20):
        cut = write.model_copy(update={"sealed": (write.sealed or b"")[:length], "version": length})
        await stores.vaults.apply([cut])
        with pytest.raises(OpenedWithWrongKey):
            await (await stores.vaults.open("ada", "turn 2")).get(Note, write.entry_id)


async def test_nothing_legible_is_in_the_files(on_files: Stores) -> None:
    await kept(on_files, "ada", "turn 1", CANARY)
    assert on_files.folder
    held = all_bytes(on_files.folder)
    assert CANARY.encode() not in held
    assert b"note" not in held


async def test_postgresql_shows_each_transaction_the_vault_it_entered_and_without_one_nothing(
    on_postgres: Stores,
) -> None:
    await kept(on_postgres, "ada", "turn 1", "hers")
    await kept(on_postgres, "bea", "turn 1", "also hers")
    database = on_postgres.database
    assert database is not None

    async def seen(vault_id: str | None) -> list[str]:
        async with database.unit() as unit:
            if vault_id is not None:
                enter = text("SELECT set_config('app.vault', :vault, true)")
                await unit.run(lambda session: session.connection().execute(enter, {"vault": vault_id}))
            look = text("SELECT vault FROM waymark_private.entry")
            return await unit.run(lambda session: [row[0] for row in session.connection().execute(look)])

    assert await seen(None) == []
    assert await seen("") == []
    assert await seen("ada") == ["ada"]
    assert await seen("bea") == ["bea"]
    # A setting ends with its transaction: the pooled connections carry nobody's vault on.
    assert [await seen(None) for _ in range(10)] == [[]] * 10


async def test_row_level_security_binds_the_tables_own_owner(on_postgres: Stores) -> None:
    database = on_postgres.database
    assert database is not None
    asked = text(
        "SELECT relrowsecurity, relforcerowsecurity, pg_get_userbyid(relowner) = current_user, rolsuper OR rolbypassrls"
        " FROM pg_class, pg_roles"
        " WHERE pg_class.oid = 'waymark_private.entry'::regclass AND rolname = current_user"
    )
    assert await database.do(lambda session: tuple(session.connection().execute(asked).one())) == (
        True,
        True,
        True,
        False,
    )


# ---------------------------------------------------------------- entries


ANY_TEXT = st.text() | st.text(alphabet="\u202e\u05d0\u0627\u200f\U0001f469\u200d\U0001f52c\x00\x07\x1b\n\r\t\ufeff")


@given(words=ANY_TEXT)
def test_every_text_comes_back_as_it_went_in(words: str) -> None:
    kept_note = Note.from_plain(note(words).to_plain(), id="x" * 22, version=3)
    assert kept_note == Note(id="x" * 22, version=3, made_at=NOW, text=words)


@pytest.mark.parametrize("words", ["👩‍🔬 🇺🇦", "שלום \u202eabc", "\x00\x1b[31m\r\n", "", "я" * 50_000])
async def test_difficult_text_comes_back_through_a_store(stores: Stores, words: str) -> None:
    await kept(stores, "ada", "turn 1", words)
    assert await read(stores, "ada") == [words]


def test_an_entry_in_an_older_format_is_read_and_a_newer_one_is_not_guessed_at() -> None:
    class Goal(Entry):
        kind: ClassVar[str] = "goal"
        title: str

    class LaterGoal(Entry):
        kind: ClassVar[str] = "goal"
        format: ClassVar[int] = 2
        titles: list[str]

        @classmethod
        def upgraded(cls, fields: dict[str, Any], format: int) -> dict[str, Any]:
            title = fields.pop("title")
            return {**fields, "titles": [title]}

    old = Goal(made_at=NOW, title=CANARY)
    found = LaterGoal.from_plain(old.to_plain(), id="a", version=1)
    assert found
    assert found.titles == [CANARY]
    with pytest.raises(EntryUnreadable) as refused:
        Goal.from_plain(found.to_plain(), id="a", version=1)
    assert CANARY not in str(refused.value)


def test_a_fault_in_an_entry_never_shows_what_was_written() -> None:
    class Strict(Entry):
        kind: ClassVar[str] = "note"
        text: int

    with pytest.raises(EntryUnreadable) as unreadable:
        Strict.from_plain(note(CANARY).to_plain(), id="a", version=1)
    with pytest.raises(ValueError, match="text") as refused:
        Strict.model_validate({"made_at": NOW, "text": CANARY})

    assert CANARY not in str(unreadable.value)
    assert unreadable.value.__cause__ is None
    assert CANARY not in str(refused.value)


def test_no_entry_can_be_a_shared_table() -> None:
    with pytest.raises(TypeError, match="shared table"):

        class Table(Entry, SQLModel, table=True):  # type: ignore[misc]
            kind: ClassVar[str] = "table"
            id: str = Field(primary_key=True)

    with pytest.raises(TypeError, match="shared table"):

        class TheOtherWayRound(SQLModel, Entry):  # type: ignore[misc]
            kind: ClassVar[str] = "table"


def test_no_entry_is_without_a_kind() -> None:
    with pytest.raises(TypeError, match="kind"):

        class Nameless(Entry):
            pass


# ---------------------------------------------------------------- files


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


async def test_a_row_sealed_by_hand_opens_only_with_all_that_it_is_about(stores: Stores) -> None:
    vault = await stores.vaults.open("ada", "turn 1")
    sealed = ENTRY + seal(vault._key.entries, note("by hand").to_plain(), "ada", "b" * 22, 7)
    await stores.vaults.apply([VaultWrite(vault_id="ada", entry_id="b" * 22, version=7, sealed=sealed)])
    found = await vault.get(Note, "b" * 22)
    assert found
    assert (found.text, found.version) == ("by hand", 7)
