"""The bot's ears on Telegram, whatever the way in: a fake Telegram with Ada in it, and an inbox behind the ears."""

from collections.abc import AsyncIterator

import pytest

from bot.platforms.telegram.calling import Telegram
from tests.platforms.ears import Inbox, calling
from tests.platforms.telegram.people import Person
from tests.platforms.telegram.server import FakeTelegram
from tests.stages import QUICK


@pytest.fixture
async def fake() -> AsyncIterator[FakeTelegram]:
    async with FakeTelegram(pace=QUICK) as fake:
        yield fake
        assert fake.violations == []


@pytest.fixture
def ada(fake: FakeTelegram) -> Person:
    return fake.person("Ada")


@pytest.fixture
async def telegram(fake: FakeTelegram) -> AsyncIterator[Telegram]:
    async with calling(fake) as telegram:
        yield telegram


@pytest.fixture
def inbox() -> Inbox:
    return Inbox()
