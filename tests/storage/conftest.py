"""Stores to be tried: on SQLite's files, and on a real PostgreSQL."""

from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path
from typing import ClassVar

import pytest
from sqlalchemy import URL, create_engine

from storage.database import Database, UnitOfWork
from storage.private.entries import Entry
from storage.private.keys import KeyStore, MasterKeys
from storage.private.opening import Vaults
from tests.postgres import Postgres

NOW = datetime(2027, 1, 5, 9, 0, tzinfo=UTC)
CANARY = "the canary sings at midnight"


class Note(Entry):
    """A private thing to try with."""

    kind: ClassVar[str] = "note"

    text: str = ""


def note(text: str) -> Note:
    return Note(made_at=NOW, text=text)


OpenStore = Callable[[MasterKeys], KeyStore]


@pytest.fixture
def keys_file(tmp_path: Path) -> Path:
    path = tmp_path / "master.keys"
    MasterKeys.new_file(path)
    return path


@pytest.fixture
def masters(keys_file: Path) -> MasterKeys:
    return MasterKeys.from_file(keys_file)


@pytest.fixture(scope="session")
def private_template(postgres: Postgres) -> str:
    """A database with the private stores' tables, to be copied."""
    url = postgres.new_database()
    engine = create_engine(url)
    with engine.begin() as connection:
        for statement in import_module("storage.migrations.versions.0002_private_stores").UPGRADE:
            connection.exec_driver_sql(statement)
    engine.dispose()
    return str(url.database)


@pytest.fixture
def private_url(postgres: Postgres, private_template: str) -> Iterator[URL]:
    url = postgres.new_database(template=private_template)
    yield url
    postgres.drop(url)


@pytest.fixture(params=["sqlite", "postgres"])
def open_store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[OpenStore]:
    """Opens the store of wrapped keys, each time as a new process would."""
    with ExitStack() as closing:
        if request.param == "sqlite":
            yield lambda masters: closing.enter_context(KeyStore.in_file(tmp_path / "keys" / "keys.db", masters))
        else:
            engine = create_engine(request.getfixturevalue("private_url"))
            yield lambda masters: closing.enter_context(KeyStore.in_postgres(engine, masters))
            engine.dispose()


@dataclass
class Stores:
    """Everything private, in one of its two places."""

    keys: KeyStore
    vaults: Vaults
    database: Database[UnitOfWork] | None = None
    """Where vaults are rows: the database that they are in."""
    folder: Path | None = None
    """Where vaults are files: the folder that they and the keys are in."""


@pytest.fixture
async def on_files(tmp_path: Path, masters: MasterKeys) -> AsyncIterator[Stores]:
    folder = tmp_path / "data"
    with KeyStore.in_file(folder / "keys" / "keys.db", masters) as keys:
        vaults = Vaults.in_folder(folder / "vaults", keys)
        yield Stores(keys, vaults, folder=folder)
        await vaults.close()


@pytest.fixture
async def on_postgres(private_url: URL, masters: MasterKeys) -> AsyncIterator[Stores]:
    async with Database(private_url.render_as_string(hide_password=False), UnitOfWork) as database:
        with KeyStore.in_postgres(database.engine, masters) as keys:
            vaults = Vaults.in_postgres(database, keys)
            yield Stores(keys, vaults, database=database)
            await vaults.close()


@pytest.fixture(params=["on_files", "on_postgres"])
def stores(request: pytest.FixtureRequest) -> Stores:
    found = request.getfixturevalue(request.param)
    assert isinstance(found, Stores)
    return found


def all_bytes(folder: Path) -> bytes:
    """Everything that the files of a folder hold."""
    return b"\n".join(path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file())


async def kept(stores: Stores, vault_id: str, turn_id: str, *texts: str) -> list[Note]:
    vault = await stores.vaults.open(vault_id, turn_id)
    notes = [await vault.add(note(text)) for text in texts]
    await stores.vaults.apply(vault.writes)
    return notes


async def read(stores: Stores, vault_id: str) -> list[str]:
    vault = await stores.vaults.open(vault_id, "a later turn")
    return [found.text for found in await vault.all(Note)]
