"""Every conversation is held in each of these ways, and must read the same."""

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path
from zlib import crc32

import pytest

from bot.chat.router import Router
from tests.cast import Cast, Way

FORMS = Way("forms")
POSTGRES = Way("postgres", postgres=True)
SLACK = Way("slack", slack=True)
QUESTIONS = Way("questions", forms=False, types=True)
TELEGRAM = Way("telegram", forms=False, telegram=True)
WAYS = (TELEGRAM,)
"""Forms shown whole are tried on PostgreSQL and on Slack, so that a whole run stays short."""


@pytest.fixture
def routers() -> tuple[Router, ...]:
    """Routes that a test needs and the bot has not got; a file that needs some has a fixture of its own."""
    return ()


@pytest.fixture(params=WAYS, ids=lambda way: way.name)
async def cast(request: pytest.FixtureRequest, tmp_path: Path, routers: tuple[Router, ...]) -> AsyncIterator[Cast]:
    way: Way = request.param
    if way.restarts:  # with a restart before every line, half of them are held in forms and half in questions
        way = replace(way, forms=crc32(request.node.originalname.encode()) % 2 == 0)
    url = request.getfixturevalue("migrated_postgres_url") if way.postgres else None
    cast = Cast(tmp_path, way, url, routers)
    await cast.begin()
    yield cast
    await cast.end()
