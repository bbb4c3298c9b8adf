"""Vaults: what is kept opens for its owner, where it was put, and nowhere else."""

from datetime import timedelta
from pathlib import Path
from typing import Any, ClassVar

import pytest
from sqlalchemy import text

from storage.database import Database, UnitOfWork
from storage.errors import OpenedWithWrongKey
from storage.private.entries import Entry
from storage.private.rows import ENTRY, VaultWrite
from storage.private.sealing import seal
from storage.private.vault import NotAsRead, Vault
from tests.storage.conftest import CANARY, NOW, Note, Stores, all_bytes, kept, note, read

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


async def test_files_are_written_after_the_commit_only(on_files: Stores, tmp_path: Path) -> None:
    assert not on_files.vaults.in_transaction
    vault = await on_files.vaults.open("ada", "turn 1")
    await vault.add(note("one"))
    async with Database(f"sqlite:///{tmp_path / 'shared.db'}", UnitOfWork) as database, database.unit() as unit:
        with pytest.raises(ValueError, match="after the commit"):
            await on_files.vaults.apply_within(unit, vault.writes)


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


async def test_a_row_sealed_by_hand_opens_only_with_all_that_it_is_about(stores: Stores) -> None:
    vault = await stores.vaults.open("ada", "turn 1")
    sealed = ENTRY + seal(vault._key.entries, note("by hand").to_plain(), "ada", "b" * 22, 7)
    await stores.vaults.apply([VaultWrite(vault_id="ada", entry_id="b" * 22, version=7, sealed=sealed)])
    found = await vault.get(Note, "b" * 22)
    assert found
    assert (found.text, found.version) == ("by hand", 7)
