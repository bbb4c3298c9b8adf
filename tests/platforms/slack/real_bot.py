"""A bot made with Slack's own libraries, to drive the fake with."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

import aiohttp
import pytest
from aiohttp import web
from slack_bolt.adapter.aiohttp import to_aiohttp_response, to_bolt_request
from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from slack_bolt.async_app import AsyncApp, AsyncBoltRequest
from slack_bolt.response import BoltResponse
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from tests.loopback import on_loopback
from tests.platforms.fake import Obj
from tests.platforms.slack.people import Person
from tests.platforms.slack.server import FakeSlack

Acknowledge = Callable[[Obj], Awaitable[Obj]]


class Bot:
    """A real Bolt app that keeps what it hears, and does with it what a test says."""

    def __init__(self, fake: FakeSlack, session: aiohttp.ClientSession) -> None:
        self.client = AsyncWebClient(token=fake.bot_token, base_url=fake.url, session=session)
        self.app = AsyncApp(client=self.client, signing_secret=fake.signing_secret, ignoring_self_events_enabled=False)
        self.heard: list[Obj] = []
        self.headers: list[Obj] = []
        self.does: Acknowledge | None = None
        self.status = 200

        @self.app.middleware
        async def hear(req: AsyncBoltRequest, next: Callable[[], Awaitable[BoltResponse]]) -> BoltResponse:
            self.heard.append(req.body)
            self.headers.append(req.headers)
            answer = await self.does(req.body) if self.does else None
            return BoltResponse(status=self.status, body=answer or "")

    @property
    def event(self) -> Obj:
        event: Obj = self.heard[-1]["event"]
        return event


@asynccontextmanager
async def over_http(fake: FakeSlack) -> AsyncIterator[Bot]:
    async with aiohttp.ClientSession() as session:
        bot = Bot(fake, session)

        async def handle(request: web.Request) -> web.Response:
            return await to_aiohttp_response(await bot.app.async_dispatch(await to_bolt_request(request)))

        server = web.Application()
        server.router.add_post("/slack/events", handle)
        async with on_loopback(server) as address:
            fake.deliver_to(f"{address}/slack/events")
            yield bot


@asynccontextmanager
async def over_sockets(fake: FakeSlack) -> AsyncIterator[Bot]:
    async with aiohttp.ClientSession() as session:
        bot = Bot(fake, session)
        handler = AsyncSocketModeHandler(bot.app, fake.app_token)
        # slack_bolt leaves out what these return.
        connect: Callable[[], Awaitable[None]] = handler.connect_async
        close: Callable[[], Awaitable[None]] = handler.close_async
        await connect()
        await fake.connected()
        yield bot
        await close()


async def refused(call: Awaitable[object]) -> Obj:
    """What Slack said when it refused."""
    with pytest.raises(SlackApiError) as caught:
        await call
    data: Obj = caught.value.response.data
    return data


def opening(bot: Bot, view: Obj) -> Acknowledge:
    """Open a view at whatever is heard."""

    async def open_it(heard: Obj) -> Obj:
        if trigger := heard.get("trigger_id"):
            await bot.client.views_open(trigger_id=trigger, view=view)
        return {}

    return open_it


def returning(answer: Obj) -> Acknowledge:
    async def return_it(_heard: Obj) -> Obj:
        return answer

    return return_it


async def opened(bot: Bot, ada: Person, view: Obj) -> Obj:
    """The view, open before Ada; the bot then does nothing more."""
    bot.does = opening(bot, view)
    await ada.shortcut("open")
    bot.does = None
    assert ada.modal is not None
    return ada.modal
