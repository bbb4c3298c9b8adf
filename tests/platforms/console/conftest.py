"""A scripted bot behind the console, and browsers that look at it."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any

import pytest
from aiohttp import ClientResponse, ClientTimeout, CookieJar, web
from aiohttp.test_utils import TestClient, TestServer, unused_port

from bot.chat.platform import Address
from bot.platforms.console.adapter import ConsolePlatform
from bot.platforms.console.server import ConsolePage
from scheduling.clock import SetClock
from tests.platforms.scripted import LONDON, START, ScriptedBot, personas, read_time

ADA = Address("console", "", "ada")
CANARY = "only-between-us"

FILLED: dict[str, Any] = {
    "learned": CANARY,
    "mood": "Light",
    "energy": "4",
    "again": "tomorrow 9:00",
    "share": "yes",
}

HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "[press me](javascript:alert(1))",
    "[press me](data:text/html,<script>alert(1)</script>)",
    "**<b>bold</b>** `</textarea>` &lt;i&gt;",
    "\u202eright to left\u202c and \u0000\u0007 control",
    "😀" * 5_000,
    "x" * 50_000,
]


@pytest.fixture
async def bot() -> ScriptedBot:
    clock = SetClock(START)
    bot = ScriptedBot(ConsolePlatform(personas, read_time, clock), clock)
    await bot.platform.listen(bot.receive)
    return bot


@dataclass
class Browser:
    """A browser that was given the console's address, and opened it."""

    client: "TestClient[web.Request, web.Application]"
    page: ConsolePage
    origin: str

    async def post(self, path: str, body: object, **headers: str) -> ClientResponse:
        return await self.client.post(f"/console{path}", json=body, headers={"Origin": self.origin, **headers})

    async def say(self, text: str, key: str = "key-0001", user: str = "ada", **headers: str) -> ClientResponse:
        return await self.post("/act", {"user": user, "key": key, "what": {"act": "say", "text": text}}, **headers)


@pytest.fixture
async def stranger(bot: ScriptedBot) -> AsyncIterator[Browser]:
    """A browser on this machine that was not given the address."""
    port = unused_port()
    previews = {"Slack": lambda message: {"words": message.text}, "Telegram": lambda message: message.attachments}
    page = ConsolePage(bot.platform, bot, LONDON, previews, port=port)
    app = web.Application(middlewares=page.middlewares())
    app.add_routes(page.routes())
    server = TestServer(app, host="127.0.0.1", port=port)
    async with TestClient(server, cookie_jar=CookieJar(unsafe=True), timeout=ClientTimeout(10)) as client:
        yield Browser(client, page, f"http://127.0.0.1:{port}")
        await bot.platform.close()


@pytest.fixture
async def browser(stranger: Browser) -> Browser:
    assert (await stranger.client.get(stranger.page.address.removeprefix(stranger.origin))).status == 200
    return stranger
