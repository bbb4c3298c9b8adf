"""A bot in a process of its own, whose platform is the test that started it: what is sent here outlives a kill."""

import asyncio
import json
import os
import signal
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import ClassVar

from bot.app import App, Stores
from bot.chat.messages import Message
from bot.chat.platform import Address, FormView, Inbound, Manner, Receive, Said, Sent
from bot.chat.router import Router
from bot.chat.turns import Turn
from bot.routers import ROUTERS
from bot.settings import Settings
from scheduling.clock import SetClock
from storage.private.entries import Entry
from storage.private.keys import MasterKeys

router = Router("marking")

POINTS_OF_A_TURN = (
    "before the keeping",
    "after the keeping",
    "before the commit",
    "after the commit",
    "before the vault write",
    "after the vault write",
    "before the answer",
    "after the answer",
    "after the wiping",
)
POINTS = (
    *POINTS_OF_A_TURN,
    "after the lease",
    "before the sending",
    "after the sending",
)


class Mark(Entry):
    """A private thing that one turn keeps."""

    kind: ClassVar[str] = "mark"

    number: int


@router.intent("mark", "Mark", "mark {number}", strangers=True)
async def mark(turn: Turn) -> None:
    """Do something of everything: a private entry, a shared row, a message to somebody else, an answer."""
    number = int(turn.slots["number"])
    await turn.vault.add(Mark(made_at=turn.now, number=number))
    await turn.db.audit.record("marked", str(number), turn.now, turn.person.id)
    await turn.tell(turn.person, f"told {turn.person.name} {number}", key=f"{turn.person.id} {number}", again=True)
    await turn.say(f"marked {turn.person.name} {number}")


@dataclass(frozen=True)
class Kill:
    """Where this life ends: the n-th time that this point is passed; never, where there is no point."""

    point: str = ""
    pass_: int = 1


class Outside:
    """The platform's side of things, at the other end of a socket."""

    name = "outside"
    asks_in_forms = True
    manner = Manner()

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader = reader
        self._writer = writer
        self._asked: dict[int, asyncio.Future[str | None]] = {}
        self._receive: Receive | None = None

    async def listen(self, receive: Receive) -> None:
        self._receive = receive

    async def attend(self) -> None:
        """Take in what people do, and the answers to what was asked, until the other end is closed."""
        keeping = set[asyncio.Task[None]]()
        while line := await self._reader.readline():
            heard = json.loads(line)
            if "answer" in heard:
                self._asked.pop(heard["to"]).set_result(heard["answer"])
            else:
                # One at a time, as they came: the order of arrival is what is tried here.
                await self._keep(heard)
        for task in keeping:
            task.cancel()

    async def _keep(self, heard: dict[str, str]) -> None:
        assert self._receive is not None
        address = Address(self.name, "", heard["user"])
        await self._receive(Inbound(address, heard["key"], Said(heard["text"]), heard["user"]))
        self._tell({"kept": heard["key"]})

    async def send(self, to: Address, message: Message, *, id: str, place: str = "", owed: bool = False) -> Sent:
        await self._ask({"send": id, "user": to.user, "text": message.text})
        return Sent(id)

    async def replace(self, to: Address, sent: Sent, message: Message) -> bool:
        await self._ask({"send": sent.ref, "user": to.user, "text": message.text})
        return True

    async def open_form(self, to: Address, form: FormView, *, trigger: str) -> bool:
        return False

    async def close(self) -> None:
        self._receive = None

    async def _ask(self, what: dict[str, str]) -> str | None:
        number = len(self._asked) and max(self._asked) + 1
        self._asked[number] = asyncio.get_running_loop().create_future()
        self._tell({**what, "number": number})
        return await self._asked[number]

    def _tell(self, what: dict[str, object]) -> None:
        self._writer.write(json.dumps(what).encode() + b"\n")


class OutsideThatFinds(Outside):
    """A platform that can say what has arrived."""

    async def find_sent(self, to: Address, id: str, *, place: str = "") -> Sent | None:
        return Sent(id) if await self._ask({"find": id, "user": to.user}) else None


def live(folder: str, socket: str, at: datetime, kill: Kill, finds: bool) -> None:
    """One life of the bot, which may end by its own hand."""
    asyncio.run(_live(Path(folder), socket, at, kill, finds))


async def _live(folder: Path, socket: str, at: datetime, kill: Kill, finds: bool) -> None:
    settings = settings_in(folder)
    reader, writer = await asyncio.open_unix_connection(socket)
    outside = (OutsideThatFinds if finds else Outside)(reader, writer)
    stores = await Stores.open(settings, MasterKeys.from_file(settings.keys_file))
    app = App(stores, [outside], SetClock(at), routers=(*ROUTERS, router), mark=ends_at(kill))
    attending = asyncio.create_task(outside.attend())
    await app.start()
    writer.write(b'{"ready": true}\n')
    await attending
    await app.stop()


def settings_in(folder: Path) -> Settings:
    return Settings(data_dir=folder / "data", database_url=None, master_keys_file=folder / "master.keys")


def ends_at(kill: Kill) -> Callable[[str], Awaitable[None]]:
    passed = 0

    async def mark(point: str) -> None:
        nonlocal passed
        if point == kill.point:
            passed += 1
            if passed == kill.pass_:
                os.kill(os.getpid(), signal.SIGKILL)

    return mark
