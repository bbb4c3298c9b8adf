"""A fake Telegram with Ada in it, and a real bot."""

from collections.abc import AsyncIterator

import pytest
from telegram import Bot

from tests.platforms.telegram.people import Person
from tests.platforms.telegram.real_bot import RealBot, by_webhook, polling
from tests.platforms.telegram.server import FakeTelegram


@pytest.fixture
async def fake() -> AsyncIterator[FakeTelegram]:
    async with FakeTelegram(pace=50) as fake:
        yield fake


@pytest.fixture(params=[polling, by_webhook])
async def bot(request: pytest.FixtureRequest, fake: FakeTelegram) -> AsyncIterator[RealBot]:
    async with request.param(fake) as bot:
        yield bot


@pytest.fixture
async def client(fake: FakeTelegram) -> AsyncIterator[Bot]:
    async with Bot(fake.token, base_url=f"{fake.url}/bot", base_file_url=f"{fake.url}/file/bot") as client:
        yield client


@pytest.fixture
def ada(fake: FakeTelegram) -> Person:
    return fake.person("Ada", last_name="Okafor", username="ada_okafor")
