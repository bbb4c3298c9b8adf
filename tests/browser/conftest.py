"""A real Chromium, and the console served to it from a thread of its own."""

import asyncio
import os
import shutil
import threading
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager, contextmanager
from zoneinfo import ZoneInfo

import pytest
from aiohttp import web
from aiohttp.test_utils import unused_port
from selenium.webdriver import Chrome, ChromeOptions, ChromeService

from bot.platforms.console.adapter import ConsolePlatform
from bot.platforms.console.server import ConsolePage
from bot.platforms.slack import render as slack
from bot.platforms.telegram import render as telegram
from scheduling.clock import SetClock
from tests.platforms.scripted import START, ScriptedBot, personas, read_time

ServeConsole = Callable[[int], AbstractAsyncContextManager[str]]
"""Serves the console on this port while its block lasts, and gives the address that opens it."""

CHROMIUM, DRIVER = shutil.which("chromium"), shutil.which("chromedriver")

QUIET = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--force-prefers-reduced-motion",
)


@pytest.fixture(scope="session")
def chromium(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chrome]:
    if CHROMIUM is None or DRIVER is None:
        # Who may not install it can run everything else, and reads at the end what was left out (tests/conftest.py);
        # where changes are judged it has to be there.
        leave = pytest.fail if os.environ.get("CI") else pytest.skip
        leave("No Chromium here: apt-get install chromium chromium-driver")
    options = ChromeOptions()
    options.binary_location = CHROMIUM
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    for argument in (*QUIET, f"--user-data-dir={tmp_path_factory.mktemp('chromium')}"):
        options.add_argument(argument)
    browser = Chrome(options, ChromeService(DRIVER))
    yield browser
    browser.quit()


@contextmanager
def in_a_thread(serve: ServeConsole, port: int | None = None) -> Iterator[str]:
    """Serve from a thread with a loop of its own: the driver blocks this one."""
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever)
    thread.start()
    served = serve(port or unused_port())
    try:
        yield asyncio.run_coroutine_threadsafe(served.__aenter__(), loop).result(30)
        asyncio.run_coroutine_threadsafe(served.__aexit__(None, None, None), loop).result(30)
    finally:
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        loop.close()


class Served:
    """The console with a scripted bot behind it."""

    def __init__(self) -> None:
        self.bots: list[ScriptedBot] = []
        self.address = ""

    @property
    def bot(self) -> ScriptedBot:
        return self.bots[-1]

    @asynccontextmanager
    async def serve(self, port: int) -> AsyncIterator[str]:
        clock = SetClock(START)
        platform = ConsolePlatform(personas, read_time, clock)
        bot = ScriptedBot(platform, clock)
        self.bots.append(bot)
        await platform.listen(bot.receive)
        page = ConsolePage(
            platform,
            bot,
            ZoneInfo("Europe/London"),
            {"Slack": slack.message, "Telegram": telegram.message},
            port=port,
        )
        app = web.Application(middlewares=page.middlewares())
        app.add_routes(page.routes())
        runner = web.AppRunner(app, access_log=None)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", port).start()
        try:
            yield page.address
        finally:
            await platform.close()
            await runner.cleanup()


@pytest.fixture
def served() -> Iterator[Served]:
    console = Served()
    with in_a_thread(console.serve) as address:
        console.address = address
        yield console
