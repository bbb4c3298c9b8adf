"""Slack over HTTP: verified, kept, acknowledged, handled with an encrypted reflection written, answered

Slack is this process: a cheap stub of its Web API, and many lines to the bot, which is another process. Beside ours, in
the same run and by turns: Bolt alone, which answers "ok"; the bare store turn of `turns`; and Bolt that writes one
durable row before it acknowledges.
"""

import asyncio
import hashlib
import hmac
import json
import multiprocessing
import tempfile
from collections import defaultdict, deque
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from statistics import median
from urllib.parse import urlencode

from aiohttp import web

from bot.app import App, Stores
from bot.platforms.slack.manifest import COMMAND, EVENTS_PATH
from handlers.reflections.texts import WRITE
from scheduling.clock import SystemClock
from storage.private.keys import MasterKeys
from tests.bench import bare_bolt
from tests.bench.report import Measure
from tests.bench.turns import WORDS, Measured, bare_store, rate
from tests.cohort import participants
from tests.platforms.process import settings_in
from tests.platforms.slack.process import AtSlack, live

ROUNDS = 5
TURNS = 300
AT_ONCE = 16
PEOPLE = 200
CROWD = 200
TEAM, BOT = "T0CENTRAL", "U0WAYMARK"
SECRET = "a-signing-secret"

Turn = Callable[[int], Awaitable[None]]

spawner = multiprocessing.get_context("spawn")


def bench() -> Iterable[Measure]:
    with tempfile.TemporaryDirectory(prefix="waymark-bench-") as folder:
        return asyncio.run(_bench(Path(folder)))


async def _bench(folder: Path) -> list[Measure]:
    async with AsyncExitStack() as stack:
        slack = await stack.enter_async_context(stub())
        store_turn = await stack.enter_async_context(bare_store(_made(folder / "store")))
        await _people(_made(folder / "ours"))
        bolt = await stack.enter_async_context(_bot(slack, bare_bolt.answer, slack.at_slack))
        keeping = await stack.enter_async_context(_bot(slack, bare_bolt.keep, slack.at_slack, folder))
        bot = await stack.enter_async_context(_bot(slack, live, folder / "ours", slack.at_slack))
        for turn in (bolt.types, bot.commands):
            await rate(turn, PEOPLE, AT_ONCE)
        runs: dict[str, tuple[Turn, int, int]] = {
            "bolt": (bolt.types, TURNS, AT_ONCE),
            "store": (store_turn, TURNS, AT_ONCE),
            "ours": (bot.commands, TURNS, AT_ONCE),
            "typed": (bot.types, TURNS, AT_ONCE),
            "bare acks": (keeping.is_told, TURNS, AT_ONCE),
            "acks": (bot.is_told, TURNS, AT_ONCE),
            "bare crowd": (keeping.is_told, CROWD, CROWD),
            "crowd": (bot.presses, CROWD, CROWD),
        }
        measured: dict[str, list[Measured]] = {name: [] for name in runs}
        for _ in range(ROUNDS):
            for name, run in runs.items():
                await slack.quiet()
                measured[name].append(await rate(*run))
        await slack.quiet()
    rates = {name: median(one.rate for one in rounds) for name, rounds in measured.items()}
    both = 1 / (1 / rates["bolt"] + 1 / rates["store"])
    return [
        Measure("Bolt alone, turns a second, 16 at once", rates["bolt"]),
        Measure("the store alone, turns a second, 16 at once", rates["store"]),
        Measure("turns a second, beside these two one after the other", rates["ours"], floor=both, at_least=0.75),
        Measure("the same typed as a message, which has two answers", rates["typed"], floor=both),
        Measure("acknowledgements a second, 16 at once", rates["acks"], floor=rates["bare acks"], at_least=0.4),
        Measure("p99 of an acknowledgement, 200 presses at once", _p99(measured["crowd"]), "ms", at_most=250),
        Measure("p99 of a bare one, 200 messages at once", _p99(measured["bare crowd"]), "ms"),
    ]


def _p99(rounds: list[Measured]) -> float:
    return median(one.p(99) for one in rounds)


def _made(folder: Path) -> Path:
    folder.mkdir()
    return folder


# ---------------------------------------------------------------- Slack


class Slack:
    """Its Web API, as cheap as can be, and what it has been asked to post."""

    def __init__(self) -> None:
        self.waiting: dict[str, deque[asyncio.Future[None]]] = defaultdict(deque)
        """Who waits for something to be said in a channel."""
        self.calls = 0
        self.at_slack: AtSlack

    async def call(self, request: web.Request) -> web.Response:
        self.calls += 1
        arguments = await request.json() if request.content_type == "application/json" else {}
        match request.match_info["method"]:
            case "auth.test":
                answer: dict[str, object] = {"team_id": TEAM, "user_id": BOT, "bot_id": "B0", "url": "https://x"}
            case "conversations.open":
                answer = {"channel": {"id": f"D{arguments['users'][1:]}"}}
            case "chat.postMessage":
                answer = {"ts": f"1.{self.calls:06}"}
                if waiting := self.waiting[arguments["channel"]]:
                    waiting.popleft().set_result(None)
            case _:
                answer = {"view": {"id": f"V{self.calls}"}}
        return web.json_response({"ok": True, **answer})

    async def quiet(self) -> None:
        """Wait until nothing more is called."""
        calls = -1
        while calls != self.calls:
            calls = self.calls
            await asyncio.sleep(0.5)


@asynccontextmanager
async def stub() -> AsyncIterator[Slack]:
    slack = Slack()
    app = web.Application()
    app.router.add_post("/api/{method}", slack.call)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    slack.at_slack = AtSlack(f"http://127.0.0.1:{runner.addresses[0][1]}/api/", "xoxb-1", SECRET)
    yield slack
    await runner.cleanup()


# ---------------------------------------------------------------- a bot, and the lines to it


Line = tuple[asyncio.StreamReader, asyncio.StreamWriter]


@dataclass
class Bot:
    """A bot in a process of its own, with as many lines to it as a crowd needs."""

    slack: Slack
    lines: "asyncio.LifoQueue[Line]"
    numbers: "count[int]"

    async def is_told(self, number: int) -> None:
        """A message is typed; done when it is acknowledged."""
        user = f"{number % PEOPLE:04}"
        moment = f"1700000000.{next(self.numbers):06}"
        event = {"type": "message", "channel": f"D{user}", "channel_type": "im", "user": f"U{user}", "team": TEAM}
        said = {**event, "text": WORDS, "ts": moment, "event_ts": moment}
        told = {"type": "event_callback", "team_id": TEAM, "event_id": f"Ev{moment}", "event_time": 1, "event": said}
        await self._post(json.dumps({**told, "api_app_id": "A0", "authorizations": []}).encode(), "application/json")

    async def types(self, number: int) -> None:
        """A message is typed; done when it is answered."""
        answered = self._waits_for(number)
        await self.is_told(number)
        await answered

    async def commands(self, number: int) -> None:
        """The same after the slash command."""
        answered, user = self._waits_for(number), f"{number % PEOPLE:04}"
        command = {
            "command": COMMAND,
            "text": WORDS.replace(":", "", 1),
            "channel_id": f"D{user}",
            "user_id": f"U{user}",
            "team_id": TEAM,
        }
        more = {"trigger_id": f"{next(self.numbers)}", "response_url": f"{self.slack.at_slack.api_url}response"}
        await self._post(urlencode({**command, **more}).encode(), "application/x-www-form-urlencoded")
        await answered

    async def presses(self, number: int) -> None:
        """A button is pressed that opens a form; done when it is acknowledged."""
        user = f"{number % PEOPLE:04}"
        container = {"type": "message", "message_ts": "1.000001", "channel_id": f"D{user}", "is_ephemeral": False}
        action = {"action_id": "press.0", "block_id": "b", "type": "button", "value": WRITE()}
        pressed = {"type": "block_actions", "user": {"id": f"U{user}", "team_id": TEAM}, "team": {"id": TEAM}}
        more = {"container": container, "actions": [action], "trigger_id": f"{next(self.numbers)}"}
        await self._post(
            urlencode({"payload": json.dumps(pressed | more)}).encode(), "application/x-www-form-urlencoded"
        )

    def _waits_for(self, number: int) -> asyncio.Future[None]:
        answered: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self.slack.waiting[f"D{number % PEOPLE:04}"].append(answered)
        return answered

    async def _post(self, body: bytes, content_type: str) -> None:
        reader, writer = line = self.lines.get_nowait()
        timestamp = f"{SystemClock().now().timestamp():.0f}"
        signature = hmac.new(SECRET.encode(), f"v0:{timestamp}:".encode() + body, hashlib.sha256).hexdigest()
        head = (
            f"POST {EVENTS_PATH} HTTP/1.1\r\nHost: bot\r\nContent-Type: {content_type}\r\n"
            f"Content-Length: {len(body)}\r\nX-Slack-Request-Timestamp: {timestamp}\r\n"
            f"X-Slack-Signature: v0={signature}\r\n\r\n"
        )
        writer.write(head.encode() + body)
        answer = (await reader.readuntil(b"\r\n\r\n")).lower()
        assert b" 200 " in answer.partition(b"\r\n")[0], answer
        await reader.readexactly(int(answer.partition(b"content-length: ")[2].partition(b"\r\n")[0] or 0))
        self.lines.put_nowait(line)


@asynccontextmanager
async def _bot(slack: Slack, life: Callable[..., None], *arguments: object) -> AsyncIterator[Bot]:
    ready, tells = spawner.Pipe(duplex=False)
    child = spawner.Process(target=life, args=arguments, kwargs={"ready": tells})
    child.start()
    tells.close()
    try:
        port = await asyncio.to_thread(ready.recv)
        lines: asyncio.LifoQueue[Line] = asyncio.LifoQueue()
        for _ in range(CROWD):
            lines.put_nowait(await asyncio.open_connection("127.0.0.1", port))
        yield Bot(slack, lines, count())
    finally:
        child.kill()
        child.join()


async def _people(folder: Path) -> None:
    settings = settings_in(folder)
    app = App(await Stores.open(settings, MasterKeys.new_file(settings.keys_file)), [], SystemClock())
    await participants(app, "slack", (f"U{number:04}" for number in range(PEOPLE)), TEAM)
    await app.stop()
