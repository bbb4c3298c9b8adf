"""Every conversation is held on both platforms, and on PostgreSQL or with restarts somewhere: it must read the same."""

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
RESTARTED = Way("restarted", restarts=True)
POSTGRES = Way("postgres", postgres=True)
SLACK = Way("slack", slack=True)
TELEGRAM = Way("telegram", forms=False, types=True, telegram=True)
HELD = (
    (TELEGRAM, replace(SLACK, name="slack on postgres", postgres=True)),
    (replace(TELEGRAM, name="telegram on postgres", postgres=True), SLACK),
    (replace(TELEGRAM, name="telegram restarted", types=False, restarts=True), SLACK),
    (TELEGRAM, SLACK, RESTARTED),
)
"""Each conversation is held in the ways of one row, by its name always the same: a whole run stays short."""
WHERE_FORMS_ARE_SHOWN_WHOLE = (FORMS, POSTGRES, SLACK)
WHERE_THERE_IS_A_HOME = (QUESTIONS, SLACK, RESTARTED)

in_forms = pytest.mark.parametrize("cast", WHERE_FORMS_ARE_SHOWN_WHOLE, ids=lambda way: way.name, indirect=True)
"""For a test of what only a form that is shown whole can do."""


@pytest.fixture
def routers() -> tuple[Router, ...]:
    """Routes that a test needs and the bot has not got; a file that needs some has a fixture of its own."""
    return ()


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """A test is held in the ways that it says, or its file as `WAYS`, or else in those that fall to its name."""
    said = any("cast" in mark.args[0] for mark in metafunc.definition.iter_markers("parametrize"))
    if "cast" in metafunc.fixturenames and not said:
        in_turn = HELD[crc32(metafunc.definition.originalname.encode()) % len(HELD)]
        ways = getattr(metafunc.module, "WAYS", in_turn)
        metafunc.parametrize("cast", ways, ids=lambda way: way.name, indirect=True)


@pytest.fixture
async def cast(request: pytest.FixtureRequest, tmp_path: Path, routers: tuple[Router, ...]) -> AsyncIterator[Cast]:
    async with held(request, request.param, tmp_path, routers) as cast:
        yield cast


@pytest.fixture
async def chat(tmp_path: Path, routers: tuple[Router, ...]) -> AsyncIterator[Cast]:
    """In the console, where forms are asked question by question, and no window hides anything."""
    cast = Cast(tmp_path, Way("questions", forms=False), None, routers)
    await cast.begin()
    yield cast
    await cast.stop()


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
