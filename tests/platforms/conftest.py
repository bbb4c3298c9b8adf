"""The whole bot on Slack, for tests of what Slack alone can do."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.chat.router import Router
from tests.cast import Cast, Way
from tests.platforms.on_slack import stage_of
from tests.platforms.slack.server import FakeSlack


@pytest.fixture
def routers() -> tuple[Router, ...]:
    """Routes that a test needs and the bot has not got; a file that needs some has a fixture of its own."""
    return ()


@pytest.fixture
def agent_view() -> bool:
    return False


@pytest.fixture
async def cast(tmp_path: Path, routers: tuple[Router, ...], agent_view: bool) -> AsyncIterator[Cast]:
    cast = Cast(tmp_path, Way("slack", slack=True, agent_view=agent_view), routers=routers)
    await cast.begin()
    yield cast
    await cast.end()


@pytest.fixture
def fake(cast: Cast) -> FakeSlack:
    return stage_of(cast).fake
