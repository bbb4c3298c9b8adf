"""The whole bot on a platform, for tests of what it alone can do: on Slack, where a file names no other. And what an
adapter needs to be tried without the rest."""

from collections.abc import AsyncIterator
from pathlib import Path

import aiohttp
import pytest

from bot.chat.router import Router
from scheduling.clock import SystemClock
from scheduling.pacing import Pacer
from storage.migrating import migrate
from storage.shared.unit import SharedDatabase
from tests.cast import Cast, Way
from tests.platforms import on_slack, on_telegram
from tests.platforms.slack.server import FakeSlack
from tests.platforms.telegram.server import FakeTelegram


@pytest.fixture
def routers() -> tuple[Router, ...]:
    """Routes that a test needs and the bot has not got; a file that needs some has a fixture of its own."""
    return ()


@pytest.fixture
def agent_view() -> bool:
    return False


@pytest.fixture
def way(agent_view: bool) -> Way:
    """Where everybody is; a file of tests that are held elsewhere has a fixture of its own."""
    return Way("slack", slack=True, agent_view=agent_view)


@pytest.fixture
async def cast(tmp_path: Path, way: Way, routers: tuple[Router, ...]) -> AsyncIterator[Cast]:
    cast = Cast(tmp_path, way, routers=routers)
    await cast.begin()
    yield cast
    await cast.end()


@pytest.fixture
def fake(cast: Cast) -> FakeSlack:
    return on_slack.stage_of(cast).fake


@pytest.fixture
def telegram(cast: Cast) -> FakeTelegram:
    return on_telegram.stage_of(cast).fake


# ---------------------------------------------------------------- an adapter alone


@pytest.fixture
async def session() -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession() as session:
        yield session


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[SharedDatabase]:
    async with SharedDatabase(f"sqlite:///{tmp_path / 'shared.db'}") as database:
        await database.in_thread(lambda: migrate(database.engine))
        yield database


@pytest.fixture
def pacer(database: SharedDatabase) -> Pacer:
    return Pacer(database, SystemClock())
