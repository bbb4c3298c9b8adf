"""A bot on Slack in a process of its own, as `waymark run` has it, but at a quicker pace and with its clock set."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import timedelta
from multiprocessing.connection import Connection
from pathlib import Path

import aiohttp

from bot import logs
from bot.app import ROUTERS, App, Stores
from bot.chat.carrying import Mark, no_mark
from bot.chat.router import Router
from bot.platforms.slack.adapter import SlackPlatform
from bot.platforms.slack.calling import Slack, web_client
from bot.platforms.slack.transport import Http, Socket
from bot.settings import Settings
from bot.web import Served, WebServer
from scheduling.clock import Clock, SetClock, SystemClock
from scheduling.pacing import Pacer
from storage import database
from storage.private.keys import MasterKeys
from storage.shared.pacing import Limit

QUICK = 100_000
"""Times the pace that Slack bears."""

A_BUSY_MACHINES_UNIT_S = 60.0


@dataclass(frozen=True)
class AtSlack:
    """Where the bot finds Slack, and how it hears from it: over Socket Mode where it has a token for that."""

    api_url: str
    bot_token: str
    signing_secret: str
    app_token: str = ""


class QuickPacer(Pacer):
    """The real pacer, with the real rows, for a Slack that bears more."""

    @asynccontextmanager
    async def place(self, *limits: Limit) -> AsyncIterator[None]:
        async with super().place(*(replace(limit, every=limit.every / QUICK) for limit in limits)):
            yield


def live(
    folder: Path,
    at_slack: AtSlack,
    ready: Connection,
    *,
    ahead: timedelta = timedelta(),
    routers: Sequence[Router] = (),
    mark: Mark = no_mark,
) -> None:
    """A life of the bot, until it is killed. Its port is told as soon as it can be reached; 0 over Socket Mode."""
    clock = SetClock(SystemClock().now() + ahead, running=True)
    asyncio.run(_live(settings_in(folder), at_slack, ready, clock, [*ROUTERS, *routers], mark))


async def _live(
    settings: Settings, at_slack: AtSlack, ready: Connection, clock: Clock, routers: Sequence[Router], mark: Mark
) -> None:
    logs.set_up("WARNING")
    database.LONGEST_UNIT_S = A_BUSY_MACHINES_UNIT_S
    stores = await Stores.open(settings, MasterKeys.from_file(settings.keys_file))
    async with aiohttp.ClientSession() as session:
        client = web_client(at_slack.bot_token, at_slack.api_url, session)
        transport: Http | Socket
        served: list[Served] = []
        if at_slack.app_token:
            transport = Socket(client, at_slack.app_token)
        else:
            transport = Http(client, [at_slack.signing_secret])
            served.append(transport)
        slack = Slack(client, session, QuickPacer(stores.database, SystemClock()), a_second=100)
        app = App(stores, [SlackPlatform(slack, transport, agent_view=False)], clock, routers=routers, mark=mark)
        web = WebServer("127.0.0.1", 0, app.healthy, served)
        await web.start()
        await app.start()
        ready.send(web.port)
        await asyncio.Event().wait()


def settings_in(folder: Path) -> Settings:
    return Settings(data_dir=folder / "data", database_url=None, master_keys_file=folder / "master.keys")
