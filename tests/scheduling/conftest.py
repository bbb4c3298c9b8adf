"""A small programme with coaches, for the tests of who has which place."""

from collections.abc import AsyncIterator
from pathlib import Path
from shutil import copyfile

import pytest

from storage.shared.unit import SharedDatabase
from tests.cast import migrated_file
from tests.coaching import World, new_world

COACHES, PARTICIPANTS = ["Cleo", "Dan"], ["Ada", "Ben", "Eve", "Fay"]


@pytest.fixture
def file_url(tmp_path: Path) -> str:
    copyfile(migrated_file(), tmp_path / "shared.db")
    return f"sqlite:///{tmp_path / 'shared.db'}"


@pytest.fixture(params=["file_url", "migrated_postgres_url"])
def any_url(request: pytest.FixtureRequest) -> str:
    return str(request.getfixturevalue(request.param))


@pytest.fixture
async def world(file_url: str) -> AsyncIterator[World]:
    async with SharedDatabase(file_url) as database:
        yield await new_world(database, COACHES, PARTICIPANTS)


@pytest.fixture
async def anywhere(any_url: str) -> AsyncIterator[World]:
    """The same on both databases, for what their constraints decide."""
    async with SharedDatabase(any_url) as database:
        yield await new_world(database, COACHES, PARTICIPANTS)
