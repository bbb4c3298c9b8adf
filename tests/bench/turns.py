"""Whole turns on SQLite: kept, understood, state read, encrypted reflection written, answered

Beside ours: the same statements, recorded from one of our own turns, run bare (sqlite3 in one writer thread, one turn
after another, with the same sealing and the same vault files); and the same work written the obvious way (an
AsyncSession over aiosqlite, a commit a step).
"""

import asyncio
import sqlite3
import tempfile
from collections import defaultdict, deque
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from time import perf_counter
from unittest.mock import patch

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from sqlalchemy import event
from sqlalchemy.engine.interfaces import DBAPICursor

from bot.app import App, Stores
from bot.chat.messages import Message
from bot.chat.platform import Address, FormView, Inbound, Manner, Receive, Said, Sent
from bot.settings import Settings
from scheduling.clock import SystemClock
from storage.private.keys import MasterKeys
from storage.private.sealing import seal
from tests.bench.obvious import Obvious
from tests.bench.report import Measure, percentile
from tests.cohort import participants

TURNS = 2_000
PEOPLE = 200
WORDS = "reflect: Chaired the joint board today. I talked too much at first, and it went better once I asked. " * 2

Statement = tuple[str, tuple[object, ...]]
"""As it was said to the database, with what was bound to it."""


class Nowhere:
    """A platform that takes everything at once."""

    name = "nowhere"
    asks_in_forms = True
    manner = Manner()

    def __init__(self) -> None:
        self.waiting: dict[str, deque[asyncio.Future[None]]] = defaultdict(deque)
        """Who waits for an answer, in the order in which they asked."""

    async def listen(self, receive: Receive) -> None:
        self.receive = receive

    async def send(self, to: Address, message: Message, *, id: str, place: str = "", owed: bool = False) -> Sent:
        if self.waiting[to.user]:
            self.waiting[to.user].popleft().set_result(None)
        return Sent(id)

    async def replace(self, to: Address, sent: Sent, message: Message) -> bool:
        return True

    async def open_form(self, to: Address, form: FormView, *, trigger: str) -> bool:
        return True

    async def close(self) -> None: ...


def bench() -> Iterable[Measure]:
    with tempfile.TemporaryDirectory(prefix="waymark-bench-") as folder:
        return asyncio.run(_bench(Path(folder)))


async def _bench(folder: Path) -> list[Measure]:
    app, platform = await _app(folder / "ours")
    statements = await _recorded(app, platform)
    async with _bare(folder, app, statements) as bare_turn:
        bare = await rate(bare_turn, TURNS, 16)
    obvious = await _obvious(folder)
    ours = await rate(_say(platform), TURNS, 16)
    crowd = await rate(_say(platform), TURNS, 200)
    await app.stop()
    return [
        Measure("turns a second, 16 at once, beside the statements bare", ours.rate, floor=bare.rate, at_least=0.75),
        Measure("turns a second, 16 at once, beside the obvious way", ours.rate, floor=obvious, at_least=2.5),
        Measure("p50 of a turn, 16 at once", ours.p(50), "ms"),
        Measure("p99 of a turn, 200 at once", crowd.p(99), "ms", at_most=250),
        Measure("statements in a turn", len(statements)),
    ]


# ---------------------------------------------------------------- ours


async def _app(folder: Path) -> tuple[App, Nowhere]:
    settings = Settings(data_dir=folder / "data", database_url=None, master_keys_file=folder / "keys" / "master.keys")
    platform = Nowhere()
    app = App(await Stores.open(settings, MasterKeys.new_file(settings.keys_file)), [platform], SystemClock())
    await participants(app, "nowhere", (f"u{number}" for number in range(PEOPLE)))
    await app.start(awake=False)
    say = _say(platform)
    for number in range(PEOPLE):
        await say(-1 - number)
    await app.settle()
    return app, platform


def _say(platform: Nowhere) -> Callable[[int], Awaitable[None]]:
    async def say(number: int) -> None:
        user = f"u{number % PEOPLE}"
        answered = asyncio.get_running_loop().create_future()
        platform.waiting[user].append(answered)
        address = Address("nowhere", "", user)
        await platform.receive(Inbound(address, f"{number} {perf_counter()}", Said(WORDS), user))
        await answered

    return say


# ---------------------------------------------------------------- the floor


async def _recorded(app: App, platform: Nowhere) -> list[Statement]:
    """The statements of one turn of ours, with what was bound to them."""
    said: list[Statement] = []

    @event.listens_for(app.database.engine, "before_cursor_execute")
    def hear(_c: object, _k: object, statement: str, parameters: tuple[object, ...], _x: object, _m: bool) -> None:
        said.append((statement, tuple(parameters)))

    @event.listens_for(app.database.engine, "commit")
    def hear_commit(_: object) -> None:
        said.append(("COMMIT", ()))

    def hear_prepared(cursor: DBAPICursor, statement: str, parameters: tuple[object, ...]) -> None:
        said.append((statement, tuple(parameters)))
        cursor.execute(statement, parameters)

    with patch("storage.prepared.say", hear_prepared):
        await _say(platform)(0)
        await app.intake.quiet()
    event.remove(app.database.engine, "before_cursor_execute", hear)
    event.remove(app.database.engine, "commit", hear_commit)
    return said


@asynccontextmanager
async def _bare(folder: Path, app: App, statements: list[Statement]) -> AsyncIterator[Callable[[int], Awaitable[None]]]:
    """The same statements on a copy of the same database, by sqlite3 alone, in one thread; and a vault file written."""
    assert app.database.sqlite_path is not None
    source = sqlite3.connect(app.database.sqlite_path, check_same_thread=False)
    writer = ThreadPoolExecutor(1)
    key = AESGCM(AESGCM.generate_key(256))
    loop = asyncio.get_running_loop()
    numbers = count()

    def open_all() -> tuple[sqlite3.Connection, list[sqlite3.Connection]]:
        shared = sqlite3.connect(folder / "bare.db", isolation_level=None)
        source.backup(shared)
        shared.execute("PRAGMA journal_mode=WAL")
        shared.execute("PRAGMA secure_delete=ON")
        shared.execute("PRAGMA foreign_keys=ON")
        vaults = []
        for number in range(PEOPLE):
            vault = sqlite3.connect(folder / f"{number}.db", isolation_level=None)
            vault.execute("PRAGMA synchronous=NORMAL")
            vault.execute("PRAGMA secure_delete=ON")
            vault.execute("CREATE TABLE entry (id TEXT PRIMARY KEY, version INTEGER, sealed BLOB) WITHOUT ROWID")
            vaults.append(vault)
        return shared, vaults

    shared, vaults = await loop.run_in_executor(writer, open_all)

    def turn() -> None:
        number = next(numbers)
        for statement, parameters in statements:
            if statement.startswith("INSERT INTO turn"):
                parameters = tuple(f"bare {number} {p}" if i in (0, 2) else p for i, p in enumerate(parameters))
            shared.execute(statement, parameters)
        seal(key, WORDS.encode(), number)
        seal(key, WORDS.encode(), number)
        vaults[number % PEOPLE].execute(
            "INSERT INTO entry VALUES (?, 1, ?)", (str(number), seal(key, WORDS.encode(), number))
        )

    async def one(_: int) -> None:
        await loop.run_in_executor(writer, turn)

    yield one
    writer.shutdown()


@asynccontextmanager
async def bare_store(folder: Path) -> AsyncIterator[Callable[[int], Awaitable[None]]]:
    """A bare turn to be measured beside others of its kind."""
    app, platform = await _app(folder / "ours")
    try:
        async with _bare(folder, app, await _recorded(app, platform)) as turn:
            yield turn
    finally:
        await app.stop()


async def _obvious(folder: Path) -> float:
    obvious = await Obvious.open(folder, PEOPLE)
    measured = await rate(lambda number: obvious.turn(number % PEOPLE, f"{number}", WORDS), TURNS // 4, 16)
    await obvious.close()
    return measured.rate


# ---------------------------------------------------------------- measuring


@dataclass(frozen=True)
class Measured:
    """A run: turns a second, and how long each took."""

    rate: float
    milliseconds: list[float]

    def p(self, percent: float) -> float:
        return percentile(self.milliseconds, percent)


async def rate(turn: Callable[[int], Awaitable[None]], turns: int, at_once: int) -> Measured:
    numbers, took = iter(range(turns)), []

    async def one_after_another() -> None:
        for number in numbers:
            begin = perf_counter()
            await turn(number)
            took.append(1_000 * (perf_counter() - begin))

    begin = perf_counter()
    await asyncio.gather(*(one_after_another() for _ in range(at_once)))
    return Measured(turns / (perf_counter() - begin), sorted(took))
