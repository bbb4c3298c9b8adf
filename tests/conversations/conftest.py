"""Every conversation is held in each of these ways, and must read the same: on SQLite, and restarted on PostgreSQL."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path
from zlib import crc32

import pytest

from bot.chat.router import Router
from tests.cast import Cast, Way

FORMS = Way("forms")
QUESTIONS = Way("questions", forms=False, types=True)
RESTARTED = Way("restarted", restarts=True, postgres=True)
POSTGRES = Way("postgres", postgres=True)
SLACK = Way("slack", slack=True)
TELEGRAM = Way("telegram", forms=False, types=True, telegram=True)
WAYS = (TELEGRAM, SLACK, RESTARTED)
WHERE_FORMS_ARE_SHOWN_WHOLE = (FORMS, POSTGRES, SLACK)
WHERE_THERE_IS_A_HOME = (QUESTIONS, SLACK, RESTARTED)

in_forms = pytest.mark.parametrize("cast", WHERE_FORMS_ARE_SHOWN_WHOLE, ids=lambda way: way.name, indirect=True)
"""For a test of what only a form that is shown whole can do."""


@pytest.fixture
def routers() -> tuple[Router, ...]:
    """Routes that a test needs and the bot has not got; a file that needs some has a fixture of its own."""
    return ()


@pytest.fixture(params=WAYS, ids=lambda way: way.name)
async def cast(request: pytest.FixtureRequest, tmp_path: Path, routers: tuple[Router, ...]) -> AsyncIterator[Cast]:
    way: Way = request.param
    if way.restarts and crc32(request.node.originalname.encode()) % 2:
        # So that a whole run stays short: with a restart before every line, half of them are held on Telegram.
        way = replace(TELEGRAM, types=False, restarts=True, postgres=True)
    async with held(request, way, tmp_path, routers) as cast:
        yield cast


@asynccontextmanager
async def held(
    request: pytest.FixtureRequest, way: Way, folder: Path, routers: tuple[Router, ...]
) -> AsyncIterator[Cast]:
    """The cast of a conversation that is held in this way."""
    url = request.getfixturevalue("migrated_postgres_url") if way.postgres else None
    cast = Cast(folder, way, url, routers)
    await cast.begin()
    yield cast
    await cast.end()
