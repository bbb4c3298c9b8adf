"""Deleted means deleted: from the files at once, from PostgreSQL's log when the master key has been rotated."""

import asyncio
import random
from contextlib import suppress
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from storage.errors import Gone, OpenedWithWrongKey
from storage.private import disk
from storage.private.files import VaultFiles
from storage.private.keys import DataKey, KeyStore, MasterKeys, rotate_file
from storage.private.letterboxes import seal_post
from storage.private.rows import ENTRY, Row, VaultWrite
from storage.private.sealing import unseal
from storage.private.tables import VaultTables
from storage.private.vault import Vault
from tests.postgres import Postgres
from tests.storage.conftest import NOW, Note, Stores, all_bytes, note

CANARY = "the canary sings at midnight"


def wrapped_keys(path: Path) -> dict[str, bytes]:
    connection = disk.connect(path, synchronous="EXTRA")
    found = dict(connection.execute("SELECT name, sealed FROM wrapped_key WHERE sealed IS NOT NULL").fetchall())
    connection.close()
    return found


async def fill(stores: Stores, vault_id: str) -> list[bytes]:
    vault = await stores.vaults.open(vault_id, "turn 1")
    for n in range(3):
        await vault.add(note(f"{CANARY} {n}"))
    post = seal_post(await stores.vaults.letterbox(vault_id), vault_id, "post-1", note(CANARY))
    writes = [*vault.writes, post]
    await stores.vaults.apply(writes)
    return [write.sealed for write in writes if write.sealed]


async def rows_of(vault: Vault, vault_id: str) -> list[Row]:
    """What lies there, whether it opens or not."""
    return await vault._run(lambda rows: rows.every(vault_id))


async def test_after_deletion_no_byte_of_text_row_or_wrapped_key_is_in_the_files(on_files: Stores) -> None:
    assert on_files.folder
    vault_ids = [f"person-{n}" for n in range(30)]
    rows = {vault_id: await fill(on_files, vault_id) for vault_id in vault_ids}
    keys = wrapped_keys(on_files.folder / "keys" / "keys.db")
    before = all_bytes(on_files.folder)
    assert all(key in before for key in keys.values())
    assert all(sealed in before for sealed in rows["person-1"])

    deleted = vault_ids[::3]
    for vault_id in deleted:
        await on_files.vaults.destroy(vault_id, NOW)

    after = all_bytes(on_files.folder)
    for vault_id in vault_ids:
        pieces = [keys[f"vault/{vault_id}"], *rows[vault_id]]
        found = [piece[start : start + 16] in after for piece in pieces for start in (0, 20, len(piece) - 16)]
        assert not any(found) if vault_id in deleted else all(found)
    assert CANARY.encode() not in after
    for letterbox in (on_files.keys.letterbox(vault_id) for vault_id in vault_ids if vault_id not in deleted):
        assert letterbox in after


def test_a_deleted_entry_leaves_no_byte_of_its_row_though_it_was_moved_about(tmp_path: Path) -> None:
    """The same rows each time, in an order that has SQLite split its pages: copies of rows that moved stay behind."""
    drawn = random.Random(1)
    rows = {f"{drawn.getrandbits(128):032x}": drawn.randbytes(130 + n * 37 % 900) for n in range(300)}
    files = VaultFiles(tmp_path, lambda _: False, threads=1)
    for entry_id, sealed in rows.items():
        files.keep("ada", [VaultWrite(vault_id="ada", entry_id=entry_id, version=1, sealed=sealed)])
    deleted = list(rows)[::3]
    files.keep("ada", [VaultWrite(vault_id="ada", entry_id=entry_id, version=2, sealed=None) for entry_id in deleted])
    files.close()

    after = all_bytes(tmp_path)
    for entry_id, sealed in rows.items():
        pieces = [sealed[start : start + 16] in after for start in range(0, len(sealed) - 16, 16)]
        assert not any(pieces) if entry_id in deleted else any(pieces)


def test_a_destroyed_key_leaves_no_byte_though_it_was_moved_about(tmp_path: Path, masters: MasterKeys) -> None:
    drawn = random.Random(1)
    vault_ids = [f"{drawn.getrandbits(128):032x}" for _ in range(100)]
    with KeyStore.in_file(tmp_path / "keys.db", masters) as keys:
        for vault_id in vault_ids:
            keys.data_key(vault_id)
        before = wrapped_keys(tmp_path / "keys.db")
        deleted = vault_ids[::3]
        for vault_id in deleted:
            keys.destroy(vault_id, NOW)
        after = all_bytes(tmp_path)
        for vault_id in vault_ids:
            sealed = before[f"vault/{vault_id}"]
            pieces = [sealed[start : start + 16] in after for start in (0, 16, 32, 44)]
            assert not any(pieces) if vault_id in deleted else all(pieces)


async def test_after_deletion_nothing_opens_and_nothing_is_made_again(stores: Stores) -> None:
    await fill(stores, "ada")
    open_meanwhile = await stores.vaults.open("ada", "turn 2")
    await open_meanwhile.add(note("written while it was being deleted"))

    erasure = await stores.vaults.destroy("ada", NOW)

    await stores.vaults.apply(open_meanwhile.writes)
    assert (erasure.vault_id, erasure.at) == ("ada", NOW)
    with pytest.raises(Gone):
        await stores.vaults.open("ada", "turn 3")
    assert await rows_of(open_meanwhile, "ada") == []
    if stores.folder:
        assert not list(stores.folder.rglob("ada*"))


async def test_deleting_one_leaves_the_others_alone(stores: Stores) -> None:
    await fill(stores, "ada")
    await fill(stores, "bea")
    await stores.vaults.destroy("ada", NOW)
    assert len(await (await stores.vaults.open("bea", "turn 2")).all(Note)) == 3


async def test_a_deletion_killed_after_the_key_is_finished_by_the_next(
    stores: Stores, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Killed(BaseException):
        pass

    def dies(self: object, vault_id: str) -> None:
        raise Killed

    await fill(stores, "ada")
    vault = await stores.vaults.open("ada", "turn 2")
    with monkeypatch.context() as patch:
        patch.setattr(VaultFiles, "remove", dies)
        patch.setattr(VaultTables, "remove", dies)
        with pytest.raises(Killed):
            await stores.vaults.destroy("ada", NOW)
    with pytest.raises(Gone):
        await stores.vaults.open("ada", "turn 3")
    assert len(await rows_of(vault, "ada")) == 4

    for _ in range(2):
        assert (await stores.vaults.destroy("ada", NOW.replace(year=2028))).at == NOW
        assert await rows_of(vault, "ada") == []


async def test_writes_that_race_with_a_deletion_leave_nothing_behind(stores: Stores) -> None:
    for n in range(10):
        vault_id = f"racing-{n}"
        vault = await stores.vaults.open(vault_id, "turn 1")
        for _ in range(5):
            await vault.add(note(CANARY))
        await asyncio.gather(
            *(stores.vaults.apply([write]) for write in vault.writes[:3]),
            stores.vaults.destroy(vault_id, NOW),
            *(stores.vaults.apply([write]) for write in vault.writes[3:]),
        )
        assert await rows_of(vault, vault_id) == []
        if stores.folder:
            assert not list(stores.folder.rglob(f"{vault_id}.*"))


async def test_what_postgresqls_files_still_hold_opens_until_the_master_key_is_rotated_and_never_after(
    on_postgres: Stores, postgres: Postgres, keys_file: Path, masters: MasterKeys
) -> None:
    database = on_postgres.database
    assert database is not None
    rows = await fill(on_postgres, "ada")
    await fill(on_postgres, "bea")
    wrapped = text("SELECT sealed, letterbox FROM waymark_keys.wrapped_key WHERE name = 'vault/ada'")
    key, letterbox = await database.do(lambda session: tuple(session.connection().execute(wrapped).one()))

    await on_postgres.vaults.destroy("ada", NOW)
    postgres.checkpoint()

    # A thief of the disk finds the wrapped key and the rows in the log …
    stolen = all_bytes(postgres.data)
    assert key in stolen
    assert all(row in stolen for row in rows)
    assert CANARY.encode() not in stolen

    # … and with the master key then in use can open them.
    def read_with(ring: MasterKeys) -> bytes:
        for master in ring:
            with suppress(OpenedWithWrongKey):
                found = DataKey(unseal(master.wrapping, key, "vault/ada", masters.in_use.id, letterbox.hex()))
                return unseal(found.entries, rows[0].removeprefix(ENTRY), "ada", found.entry_id("turn 1", 1), 1)
        raise OpenedWithWrongKey

    assert CANARY.encode() in read_with(MasterKeys.from_file(keys_file))

    engine = create_engine(database.url)
    report = rotate_file(keys_file, lambda ring: KeyStore.in_postgres(engine, ring))
    engine.dispose()
    postgres.checkpoint()

    assert [erasure.vault_id for erasure in report.completes] == ["ada"]
    with pytest.raises(OpenedWithWrongKey):
        read_with(MasterKeys.from_file(keys_file))
    assert masters.in_use.key not in all_bytes(postgres.data)
    assert len(await (await on_postgres.vaults.open("bea", "turn 2")).all(Note)) == 3


async def test_a_vault_restored_from_a_backup_stays_closed(on_files: Stores) -> None:
    assert on_files.folder
    await fill(on_files, "ada")
    (file,) = on_files.folder.rglob("ada.db")
    backup = file.read_bytes()
    await on_files.vaults.destroy("ada", NOW)
    disk.place(file, backup, replace=False)

    with pytest.raises(Gone):
        await on_files.vaults.open("ada", "turn 2")
    for erasure in on_files.keys.destroyed():
        await on_files.vaults.destroy(erasure.vault_id, NOW)
    assert not file.exists()
