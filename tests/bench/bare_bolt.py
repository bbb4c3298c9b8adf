"""The least that Bolt can do, in a process of its own: answer a message, or keep it before it acknowledges it."""

import asyncio
import sqlite3
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from multiprocessing.connection import Connection
from pathlib import Path

import aiohttp
from aiohttp import web
from slack_bolt.adapter.aiohttp import to_aiohttp_response, to_bolt_request
from slack_bolt.async_app import AsyncApp
from slack_bolt.response import BoltResponse
from slack_sdk.web.async_client import AsyncWebClient

from bot.platforms.slack.manifest import EVENTS_PATH
from tests.platforms.slack.process import AtSlack


def answer(at_slack: AtSlack, ready: Connection) -> None:
    """Live as a bot that answers each message with another."""

    def prepare(app: AsyncApp) -> None:
        @app.event("message")
        async def say_ok(event: dict[str, str], client: AsyncWebClient) -> None:
            await client.chat_postMessage(channel=event["channel"], text="ok")

    asyncio.run(_live(at_slack, ready, prepare))


def keep(at_slack: AtSlack, folder: Path, ready: Connection) -> None:
    """Live as a bot that writes down each message, safe from a power cut, and does nothing more."""

    def prepare(app: AsyncApp) -> None:
        writer = ThreadPoolExecutor(1)
        database = sqlite3.connect(folder / "kept.db", isolation_level=None, check_same_thread=False)
        database.execute("PRAGMA journal_mode=WAL")
        database.execute("PRAGMA synchronous=FULL")
        database.execute("CREATE TABLE kept (id TEXT PRIMARY KEY, words TEXT)")

        def insert(event_id: str, words: str) -> None:
            database.execute("INSERT OR IGNORE INTO kept VALUES (?, ?)", (event_id, words))

        @app.middleware
        async def write_down(body: dict[str, str], next: Callable[[], Awaitable[BoltResponse]]) -> None:
            await asyncio.get_running_loop().run_in_executor(writer, insert, body["event_id"], str(body["event"]))
            await next()

        @app.event("message")
        async def do_nothing() -> None: ...

    asyncio.run(_live(at_slack, ready, prepare))


async def _live(at_slack: AtSlack, ready: Connection, prepare: Callable[[AsyncApp], None]) -> None:
    async with aiohttp.ClientSession() as session:
        client = AsyncWebClient(token=at_slack.bot_token, base_url=at_slack.api_url, session=session)
        app = AsyncApp(client=client, signing_secret=at_slack.signing_secret)
        prepare(app)

        async def take(request: web.Request) -> web.Response:
            return await to_aiohttp_response(await app.async_dispatch(await to_bolt_request(request)))

        served = web.Application()
        served.router.add_post(EVENTS_PATH, take)
        runner = web.AppRunner(served, access_log=None)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        ready.send(runner.addresses[0][1])
        await asyncio.Event().wait()
