"""A bot made with python-telegram-bot, to drive the fake with."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Iterator
from contextlib import asynccontextmanager
from typing import Any

import aiohttp
import pytest
from aiohttp import web
from telegram import (
    Bot,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    LinkPreviewOptions,
    Message,
    TelegramObject,
    Update,
)
from telegram.error import TelegramError
from telegram.ext import Application, TypeHandler

from tests.loopback import on_loopback
from tests.platforms.fake import Obj
from tests.platforms.telegram.server import FakeTelegram

QUIET = LinkPreviewOptions(is_disabled=True)
SECRET = "a-secret_of_the_webhook"
PATIENCE_S = 5

STILL_SENT = {
    *("forward_from", "forward_date", "new_chat_participant", "new_chat_member", "left_chat_participant"),
    *("all_members_are_administrators", "accepted_gift_types"),
}
"""What Telegram sends and python-telegram-bot has no names for: mostly names of older days."""


class RealBot:
    """A real Application that keeps what it hears."""

    def __init__(self, fake: FakeTelegram, *, polls: bool) -> None:
        at_fake = Application.builder().token(fake.token).base_url(f"{fake.url}/bot")
        builder = at_fake.base_file_url(f"{fake.url}/file/bot").job_queue(None)
        self.app = builder.build() if polls else builder.updater(None).build()
        self.app.add_handler(TypeHandler(Update, self._hear))
        self.headers: list[str | None] = []
        self.statuses: list[int] = []
        """What the webhook answers, one after another; then 200."""
        self._heard: asyncio.Queue[Update] = asyncio.Queue()

    @property
    def client(self) -> Bot:
        return self.app.bot

    async def hears(self) -> Update:
        """The next update."""
        async with asyncio.timeout(PATIENCE_S):
            return await self._heard.get()

    @property
    def hears_more(self) -> bool:
        return not self._heard.empty()

    async def _hear(self, update: Update, _context: Any) -> None:
        self._heard.put_nowait(update)

    async def webhook(self, request: web.Request) -> web.Response:
        self.headers.append(request.headers.get("X-Telegram-Bot-Api-Secret-Token"))
        status = self.statuses.pop(0) if self.statuses else 200
        if status == 200:
            await self.app.process_update(Update.de_json(await request.json(), self.app.bot))
        return web.Response(status=status)


@asynccontextmanager
async def polling(fake: FakeTelegram) -> AsyncIterator[RealBot]:
    bot = RealBot(fake, polls=True)
    assert bot.app.updater is not None
    async with bot.app:
        await bot.app.start()
        await bot.app.updater.start_polling(allowed_updates=Update.ALL_TYPES, timeout=5)
        yield bot
        await bot.app.updater.stop()
        await bot.app.stop()


@asynccontextmanager
async def by_webhook(fake: FakeTelegram) -> AsyncIterator[RealBot]:
    bot = RealBot(fake, polls=False)
    server = web.Application()
    server.router.add_post("/telegram", bot.webhook)
    async with on_loopback(server) as address, bot.app:
        await bot.client.set_webhook(f"{address}/telegram", secret_token=SECRET, allowed_updates=Update.ALL_TYPES)
        yield bot


def keyboard(*rows: list[tuple[str, str]]) -> InlineKeyboardMarkup:
    """Rows of labels with their data."""
    return InlineKeyboardMarkup(
        [[InlineKeyboardButton(label, callback_data=data) for label, data in row] for row in rows]
    )


async def say(client: Bot, to: int, text: str = "Hello", **more: Any) -> Message:
    """Send something, as a bot that minds what it does."""
    return await client.send_message(to, text, link_preview_options=QUIET, **more)


async def raw(fake: FakeTelegram, method: str, token: str = "", **parameters: object) -> tuple[int, Obj]:
    """The status and body of a call as Telegram answers it: python-telegram-bot changes the case of what it says."""
    async with aiohttp.ClientSession() as session:
        url = f"{fake.url}/bot{token or fake.token}/{method}"
        async with session.post(url, json=parameters) as response:
            body: Obj = await response.json()
            return response.status, body


async def refused(call: Awaitable[object]) -> str:
    """What Telegram said when it refused."""
    with pytest.raises(TelegramError) as caught:
        await call
    return caught.value.message


def unknown_fields(thing: object) -> Iterator[str]:
    """The fields in something that came which python-telegram-bot does not know of."""
    if isinstance(thing, TelegramObject):
        yield from thing.api_kwargs.keys() - STILL_SENT
        for kind in type(thing).__mro__:
            for name in getattr(kind, "__slots__", ()):
                if not name.startswith("_") and hasattr(thing, name):
                    yield from unknown_fields(getattr(thing, name))
    elif isinstance(thing, list | tuple):
        for one in thing:
            yield from unknown_fields(one)
