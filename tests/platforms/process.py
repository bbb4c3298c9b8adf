"""The bot in a process of its own, as `waymark run` has it, but at a quicker pace and with its clock set."""

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import timedelta
from multiprocessing.connection import Connection
from pathlib import Path

import aiohttp

from bot import logs
from bot.app import App, Stores
from bot.chat.carrying import Mark
from bot.chat.platform import Platform
from bot.chat.router import Router
from bot.routers import ROUTERS
from bot.settings import Settings
from bot.web import Served, WebServer
from scheduling.clock import Clock, SetClock, SystemClock
from scheduling.pacing import Pace, Pacer
from storage import database
from storage.private.keys import MasterKeys
from storage.shared.pacing import Limit
from storage.shared.unit import SharedDatabase

QUICK = 1_000
"""Times the pace that the real platforms bear."""

A_BUSY_MACHINES_UNIT_S = 60.0


class QuickPacer(Pacer):
    """The real pacer, with the real rows, for a platform that bears more."""

    @asynccontextmanager
    async def place(self, *limits: Limit) -> AsyncIterator[None]:
        async with super().place(*(replace(limit, every=limit.every / QUICK) for limit in limits)):
            yield


@dataclass(frozen=True)
class Around:
    """What a platform is given to be made with."""

    database: SharedDatabase
    session: aiohttp.ClientSession
    pace: Pace
    clock: Clock


@dataclass(frozen=True)
class Connected:
    """A platform, what of it is reached by HTTP, and at which port, if that is not all the same."""

    platform: Platform
    served: Sequence[Served] = ()
    port: int = 0


Connect = Callable[[Around], Connected]


def live(
    folder: Path, connect: Connect, ready: Connection, ahead: timedelta, routers: Sequence[Router], mark: Mark
) -> None:
    """A life of the bot, until it is killed. Its port is told as soon as it hears."""
    clock = SetClock(SystemClock().now() + ahead, running=True)
    asyncio.run(_live(settings_in(folder), connect, ready, clock, [*ROUTERS, *routers], mark))


async def _live(
    settings: Settings, connect: Connect, ready: Connection, clock: Clock, routers: Sequence[Router], mark: Mark
) -> None:
    logs.set_up("WARNING")
    database.LONGEST_UNIT_S = A_BUSY_MACHINES_UNIT_S
    stores = await Stores.open(settings, MasterKeys.from_file(settings.keys_file))
    async with aiohttp.ClientSession() as session:
        pace = QuickPacer(stores.database, SystemClock())
        connected = connect(Around(stores.database, session, pace, clock))
        app = App(stores, [connected.platform], clock, routers=routers, mark=mark)
        web = WebServer("127.0.0.1", connected.port, app.healthy, connected.served)
        await web.start()
        await app.start()
        ready.send(web.port)
        await asyncio.Event().wait()


def settings_in(folder: Path) -> Settings:
    return Settings(data_dir=folder / "data", database_url=None, master_keys_file=folder / "master.keys")
