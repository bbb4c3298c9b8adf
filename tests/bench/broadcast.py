"""An announcement on Telegram: 600 messages to 600 chats at the published pace, and answers to people in between

Telegram is a process of its own that takes at most 30 messages in any second, says 429 to the others, and answers after
60 ms. Beside ours, in the same run: a bare pacer with bare POSTs, which reads and writes nothing.
"""

import asyncio
import multiprocessing
import tempfile
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path

import aiohttp
from aiohttp import web

from bot.app import App, Stores
from bot.chat.errors import DeliveryFailed
from bot.chat.messages import Message
from bot.chat.platform import Address, FormView, Manner, Receive, Sent
from bot.platforms.telegram.calling import A_SECOND, Telegram, telegram_bot
from bot.settings import Settings
from scheduling.clock import SystemClock
from scheduling.pacing import Pacer
from storage import database
from storage.private.keys import MasterKeys
from storage.shared.deliveries import Delivery, Urgency
from tests.bench.report import Measure
from tests.platforms.process import A_BUSY_MACHINES_UNIT_S

CHATS = 600
PUBLISHED = 30
LATENCY_S = 0.06
ASKS_EVERY_S = 1
WORDS = "The second module moves to Thursday. The place and the time stay as they are."
TOKEN = "1:A"

spawner = multiprocessing.get_context("spawn")


def bench() -> Iterable[Measure]:
    with tempfile.TemporaryDirectory(prefix="waymark-bench-") as folder:
        return asyncio.run(_bench(Path(folder)))


async def _bench(folder: Path) -> list[Measure]:
    async with aiohttp.ClientSession() as session:
        async with _telegram() as url:
            bare = await _bare(url, session)
        async with _telegram() as url:
            ours, delays = await _ours(folder, url, session)
    return [
        Measure("messages a second of a bare pacer, as a share of 30", bare.share),
        Measure("429s said to it", bare.refused),
        Measure("messages a second, as a share of 30", ours.share, at_least=0.96),
        Measure("429s", ours.refused, at_most=0),
        Measure("the quickest 31 in a row of a bare pacer, as Telegram saw them", bare.quickest_s, "s"),
        Measure("the quickest 31 in a row", ours.quickest_s, "s"),
        Measure("answers in between", len(delays)),
        Measure("the longest that one of them took", max(delays), "s", at_most=1),
    ]


# ---------------------------------------------------------------- Telegram


class Counting:
    """Takes messages, as far as the published limit goes, and remembers when each came."""

    def __init__(self) -> None:
        self._came: list[float] = []
        self._refused = 0

    async def take(self, _: web.Request) -> web.Response:
        now = asyncio.get_running_loop().time()
        if len(self._came) >= PUBLISHED and now - self._came[-PUBLISHED] < 1:
            self._refused += 1
            rest = {"error_code": 429, "description": "Too Many Requests", "parameters": {"retry_after": 1}}
            return web.json_response({"ok": False, **rest}, status=429)
        self._came.append(now)
        await asyncio.sleep(LATENCY_S)
        sent = {"message_id": len(self._came), "date": 1, "chat": {"id": 1, "type": "private"}, "text": WORDS}
        return web.json_response({"ok": True, "result": sent})

    async def tell(self, _: web.Request) -> web.Response:
        return web.json_response({"came": self._came, "refused": self._refused})


def counts(ready: Connection) -> None:
    """Live as such a Telegram."""
    asyncio.run(_counts(ready))


async def _counts(ready: Connection) -> None:
    counting = Counting()
    app = web.Application()
    app.router.add_post(f"/bot{TOKEN}/sendMessage", counting.take)
    app.router.add_get("/counted", counting.tell)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    ready.send(f"http://127.0.0.1:{runner.addresses[0][1]}")
    await asyncio.Event().wait()


@asynccontextmanager
async def _telegram() -> AsyncIterator[str]:
    ready, tells = spawner.Pipe(duplex=False)
    child = spawner.Process(target=counts, args=(tells,))
    child.start()
    tells.close()
    try:
        yield await asyncio.to_thread(ready.recv)
    finally:
        child.kill()
        child.join()


@dataclass(frozen=True)
class Counted:
    """What Telegram saw of a run."""

    share: float
    """Messages a second of the whole run, beside the published limit."""
    refused: int
    quickest_s: float
    """The least time in which one more came than a second takes."""


async def _count(url: str, session: aiohttp.ClientSession, sending: Callable[[], Awaitable[object]]) -> Counted:
    loop = asyncio.get_running_loop()
    began = loop.time()
    await sending()
    took = loop.time() - began
    async with session.get(f"{url}/counted") as answer:
        counted = await answer.json()
    came = counted["came"]
    apart = [later - earlier for earlier, later in zip(came, came[PUBLISHED:], strict=False)]
    return Counted(len(came) / took / PUBLISHED, counted["refused"], min(apart))


# ---------------------------------------------------------------- a bare pacer


async def _bare(url: str, session: aiohttp.ClientSession) -> Counted:
    loop = asyncio.get_running_loop()

    async def post(chat: int, at: float) -> None:
        await asyncio.sleep(at - loop.time())
        async with session.post(f"{url}/bot{TOKEN}/sendMessage", json={"chat_id": chat, "text": WORDS}) as answer:
            await answer.read()

    async def post_all() -> None:
        begin = loop.time()
        await asyncio.gather(*(post(chat, begin + chat / A_SECOND) for chat in range(CHATS)))

    return await _count(url, session, post_all)


# ---------------------------------------------------------------- ours


class Chats:
    """As much of a platform as sends words, by our own calls to Telegram."""

    name = "telegram"
    asks_in_forms = False
    manner = Manner()

    def __init__(self, telegram: Telegram) -> None:
        self._telegram = telegram

    async def listen(self, receive: Receive) -> None: ...

    async def send(self, to: Address, message: Message, *, id: str, place: str = "", owed: bool = False) -> Sent:
        sent = await self._telegram.send(int(to.user), lambda chat: self._telegram.bot.send_message(chat, message.text))
        return Sent(str(sent.message_id))

    async def replace(self, to: Address, sent: Sent, message: Message) -> bool:
        return True

    async def open_form(self, to: Address, form: FormView, *, trigger: str) -> bool:
        return False

    async def close(self) -> None: ...


async def _ours(folder: Path, url: str, session: aiohttp.ClientSession) -> tuple[Counted, list[float]]:
    """What Telegram saw, and how long each answer took."""
    database.LONGEST_UNIT_S = A_BUSY_MACHINES_UNIT_S
    settings = Settings(data_dir=folder / "data", database_url=None, master_keys_file=folder / "master.keys")
    stores = await Stores.open(settings, MasterKeys.new_file(settings.keys_file))
    clock = SystemClock()
    chats = Chats(Telegram(telegram_bot(TOKEN, url, session), Pacer(stores.database, clock)))
    app = App(stores, [chats], clock)
    await _announce(app)
    delays: list[float] = []

    async def run() -> None:
        answering = asyncio.create_task(_answer(chats, delays))
        await app.deliveries.run_due()
        answering.cancel()

    counted = await _count(url, session, run)
    await app.stop()
    return counted, delays


async def _announce(app: App) -> None:
    """Owe each of so many people the same words."""
    now = app.clock.now()
    for chat in range(1, CHATS + 1):
        async with app.database.unit() as unit:
            person = await unit.people.add(f"Person {chat}", None, "Europe/London", now)
            account = await unit.people.meet(Chats.name, "", str(chat), now)
            account.person_id = person.id
            await unit.people.save_account(account)
            owed = Delivery(
                person_id=person.id, body={"text": WORDS}, urgency=Urgency.ANNOUNCEMENT, due_at=now, made_at=now
            )
            await unit.deliveries.owe(owed)


async def _answer(chats: Chats, delays: list[float]) -> None:
    """Answer somebody every second, each in a chat of their own."""
    loop = asyncio.get_running_loop()
    for number in range(CHATS):
        await asyncio.sleep(ASKS_EVERY_S)
        asked = loop.time()
        while True:
            try:
                await chats.send(Address(Chats.name, "", str(CHATS + number + 1)), Message(WORDS), id=str(number))
                break
            except DeliveryFailed as failed:
                await asyncio.sleep(failed.retry_after or 1)
        delays.append(loop.time() - asked)
