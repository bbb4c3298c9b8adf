"""A fake Slack with Ada in it, and a real bot."""

from collections.abc import AsyncIterator

import aiohttp
import pytest
from slack_sdk.web.async_client import AsyncWebClient

from tests.platforms.slack.people import Person
from tests.platforms.slack.real_bot import Bot, over_http, over_sockets
from tests.platforms.slack.server import FakeSlack


@pytest.fixture
async def fake() -> AsyncIterator[FakeSlack]:
    async with FakeSlack(pace=50) as fake:
        yield fake


@pytest.fixture(params=[over_http, over_sockets])
async def bot(request: pytest.FixtureRequest, fake: FakeSlack) -> AsyncIterator[Bot]:
    async with request.param(fake) as bot:
        yield bot


@pytest.fixture
async def client(fake: FakeSlack) -> AsyncIterator[AsyncWebClient]:
    async with aiohttp.ClientSession() as session:
        # Its own retries after a cut line would hide the cut.
        yield AsyncWebClient(token=fake.bot_token, base_url=fake.url, session=session, retry_handlers=[])


@pytest.fixture
def ada(fake: FakeSlack) -> Person:
    return fake.person("U0ADA", name="Ada Okafor")
