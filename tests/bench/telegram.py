"""Telegram: an update through to its answer, with an encrypted reflection written

Telegram is a process of its own, a cheap stub of its Bot API: one that answers at once, and one behind a network of
150 ms. Beside ours, in the same run and by turns: python-telegram-bot alone, which replies "ok", on an aiohttp session
and on its own httpx; and the bare store turn of `turns`.
"""

import asyncio
import multiprocessing
import tempfile
from collections import defaultdict, deque
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable
from contextlib import AsyncExitStack, asynccontextmanager
from itertools import count
from multiprocessing.connection import Connection
from pathlib import Path
from statistics import median
from typing import Any

import aiohttp
from aiohttp import web
from telegram import Bot, Update
from telegram.ext import Application, ContextTypes, MessageHandler, filters
from telegram.request import BaseRequest, RequestData

from bot import logs
from bot.app import App, Stores
from bot.platforms.telegram.adapter import TelegramPlatform
from bot.platforms.telegram.calling import Telegram
from bot.platforms.telegram.request import SharedSession
from bot.platforms.telegram.webhook import Webhook
from scheduling.clock import SystemClock
from storage import database
from storage.private.keys import MasterKeys
from tests.bench.report import Measure
from tests.bench.turns import WORDS, Measured, bare_store, rate
from tests.cohort import participants
from tests.platforms.process import A_BUSY_MACHINES_UNIT_S, QuickPacer, settings_in

ROUNDS = 5
TURNS, AT_ONCE = 300, 16
CROWD_TURNS, CROWD = 256, 64
NETWORK_S = 0.15
PEOPLE = 200
FIRST = 5_100_000_000
TOKEN = "1:A"

Turn = Callable[[int], Awaitable[None]]

spawner = multiprocessing.get_context("spawn")


def bench() -> Iterable[Measure]:
    logs.set_up("WARNING")
    database.LONGEST_UNIT_S = A_BUSY_MACHINES_UNIT_S
    with tempfile.TemporaryDirectory(prefix="waymark-bench-") as folder:
        return asyncio.run(_bench(Path(folder)))


async def _bench(folder: Path) -> list[Measure]:
    async with AsyncExitStack() as stack:
        near = await stack.enter_async_context(_telegram(0))
        far = await stack.enter_async_context(_telegram(NETWORK_S))
        session = await stack.enter_async_context(aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=0)))
        runs: dict[str, tuple[Turn, int, int]] = {
            "bare": (await stack.enter_async_context(_bare(near, SharedSession(session))), TURNS, AT_ONCE),
            "store": (await stack.enter_async_context(bare_store(_made(folder / "store"))), TURNS, AT_ONCE),
            "ours": (await stack.enter_async_context(_ours(_made(folder / "near"), near, session)), TURNS, AT_ONCE),
            "stock crowd": (await stack.enter_async_context(_bare(far)), CROWD_TURNS, CROWD),
            "crowd": (await stack.enter_async_context(_ours(_made(folder / "far"), far, session)), CROWD_TURNS, CROWD),
        }
        measured: dict[str, list[Measured]] = {name: [] for name in runs}
        for turn, _, at_once in runs.values():
            await rate(turn, PEOPLE, at_once)
        for _ in range(ROUNDS):
            for name, run in runs.items():
                measured[name].append(await rate(*run))
    rates = {name: median(one.rate for one in rounds) for name, rounds in measured.items()}
    both = 1 / (1 / rates["bare"] + 1 / rates["store"])
    stock, crowd = (median(one.p(99) for one in measured[name]) for name in ("stock crowd", "crowd"))
    return [
        Measure("python-telegram-bot alone on aiohttp, turns a second, 16 at once", rates["bare"]),
        Measure("the store alone, turns a second, 16 at once", rates["store"]),
        Measure("turns a second, beside these two one after the other", rates["ours"], floor=both, at_least=0.75),
        Measure("p99 of a turn, 64 at once, beside a stock bare reply", crowd, "ms", floor=stock, at_most=1 / 3),
    ]


def _made(folder: Path) -> Path:
    folder.mkdir()
    return folder


def _update(number: int, text: str) -> dict[str, Any]:
    user = FIRST + number % PEOPLE
    chat = {"id": user, "type": "private", "first_name": "A"}
    person = {"id": user, "is_bot": False, "first_name": "A", "language_code": "en"}
    message = {"message_id": number, "date": 1_700_000_000, "chat": chat, "from": person, "text": text}
    return {"update_id": number, "message": message}


# ---------------------------------------------------------------- Telegram


@asynccontextmanager
async def _telegram(latency_s: float) -> AsyncIterator[str]:
    """Its Bot API, as cheap as can be."""
    ready, tells = spawner.Pipe(duplex=False)
    child = spawner.Process(target=_answer_all, args=(latency_s, tells))
    child.start()
    tells.close()
    try:
        yield f"http://127.0.0.1:{await asyncio.to_thread(ready.recv)}"
    finally:
        child.kill()
        child.join()


def _answer_all(latency_s: float, ready: Connection) -> None:
    asyncio.run(_answering(latency_s, ready))


async def _answering(latency_s: float, ready: Connection) -> None:
    numbers = count(1)

    async def answer(request: web.Request) -> web.Response:
        given = await request.post()
        if latency_s:
            await asyncio.sleep(latency_s)
        match request.match_info["method"]:
            case "getMe":
                result: object = {"id": 1, "is_bot": True, "first_name": "W", "username": "WaymarkBot"}
            case "sendMessage":
                chat = {"id": int(str(given["chat_id"])), "type": "private", "first_name": "A"}
                result = {"message_id": next(numbers), "date": 1_700_000_000, "chat": chat, "text": "ok"}
            case _:
                result = True
        return web.json_response({"ok": True, "result": result})

    app = web.Application()
    app.router.add_post("/bot{token}/{method}", answer)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    ready.send(runner.addresses[0][1])
    await asyncio.Event().wait()


# ---------------------------------------------------------------- a bare reply


@asynccontextmanager
async def _bare(url: str, request: BaseRequest | None = None) -> AsyncIterator[Turn]:
    """The least that python-telegram-bot can do; on its own httpx, if there is nothing else."""

    async def say_ok(update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        assert update.message is not None
        await update.message.reply_text("ok")

    builder = Application.builder().token(TOKEN).base_url(f"{url}/bot").updater(None).job_queue(None)
    app = (builder.request(request).get_updates_request(request) if request else builder).build()
    app.add_handler(MessageHandler(filters.TEXT & ~filters.COMMAND, say_ok))
    await app.initialize()
    numbers = count(1)

    async def turn(number: int) -> None:
        raw = {**_update(number, "good morning"), "update_id": next(numbers)}
        await app.process_update(Update.de_json(raw, app.bot))

    yield turn
    await app.shutdown()


# ---------------------------------------------------------------- ours


class Noting(SharedSession):
    """Our transport, which says to whom a message has been sent."""

    def __init__(self, session: aiohttp.ClientSession) -> None:
        super().__init__(session)
        self.waiting: dict[str, deque[asyncio.Future[None]]] = defaultdict(deque)

    async def do_request(
        self, url: str, method: str, request_data: RequestData | None = None, *timeouts: object, **more: object
    ) -> tuple[int, bytes]:
        answer = await super().do_request(url, method, request_data, *timeouts, **more)
        chat = request_data.json_parameters.get("chat_id", "") if request_data else ""
        if url.endswith("/sendMessage") and self.waiting[chat]:
            self.waiting[chat].popleft().set_result(None)
        return answer


@asynccontextmanager
async def _ours(folder: Path, url: str, session: aiohttp.ClientSession) -> AsyncIterator[Turn]:
    settings = settings_in(folder)
    stores = await Stores.open(settings, MasterKeys.new_file(settings.keys_file))
    request = Noting(session)
    bot = Bot(TOKEN, base_url=f"{url}/bot", request=request, get_updates_request=request)
    telegram = Telegram(bot, QuickPacer(stores.database, SystemClock()))
    platform = TelegramPlatform(telegram, Webhook(telegram, "https://waymark.example.org", "a-secret"))
    app = App(stores, [platform], SystemClock())
    await participants(app, "telegram", (str(FIRST + number) for number in range(PEOPLE)))
    await app.start(awake=False)
    numbers = count(1)

    async def turn(number: int) -> None:
        raw = {**_update(number, WORDS), "update_id": next(numbers)}
        answered: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        request.waiting[str(FIRST + number % PEOPLE)].append(answered)
        await platform.hearing.take(raw)
        await answered

    yield turn
    await app.stop()
