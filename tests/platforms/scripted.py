"""A tiny bot with a script, to put behind the console where the page is tested and not the bot."""

import asyncio
import struct
import zlib
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import ClassVar
from zoneinfo import ZoneInfo

from bot.chat.errors import Refusal
from bot.chat.forms import Answers, Choice, Choices, Consent, Form, LongText, Number, Scale, ShortText, When
from bot.chat.markdown import literal
from bot.chat.messages import Button, File, Message, Picture
from bot.chat.platform import (
    Address,
    Arrived,
    Closed,
    FormView,
    Inbound,
    Incoming,
    Looked,
    Pressed,
    Received,
    Said,
    Submitted,
)
from bot.platforms.console.adapter import ConsolePlatform, Persona
from scheduling.clock import SetClock

LONDON = ZoneInfo("Europe/London")
START = datetime(2027, 1, 5, 9, 14, tzinfo=UTC)
DUE = datetime(2027, 1, 6, 9, 0, tzinfo=UTC)

ADA = Persona("ada", "Ada Okafor", "Participant, Camden")
BEN = Persona("ben", "Ben Achterberg", "Participant, Lewisham")
NOOR = Persona("noor", "Noor Haddad", "Newcomer", hint="KXJM-4TRW-P7QD-HN3V")
CLEO = Persona("cleo", "Cleo Whitmore", "Coach, London Councils")
MARA = Persona("mara", "Mara Lindqvist", "Director")
PEOPLE = [ADA, BEN, NOOR, CLEO, MARA]


async def personas() -> list[Persona]:
    return PEOPLE


def read_time(typed: str, now: datetime, zone: ZoneInfo) -> datetime:
    if typed.strip().casefold() != "tomorrow 9:00":
        raise Refusal("I couldn’t read that as a time. Try “next Tuesday 14:00”.")
    return (now.astimezone(zone) + timedelta(days=1)).replace(hour=9, minute=0)


class Week(Form):
    """One of every kind of question."""

    route = "demo.week"
    title = "Your week"
    intro = "Only **you** see what you write here."

    learned = LongText("What did you learn this week?", help="A line is plenty.")
    mood = Choice("How was the week?", ["Heavy", "Steady", "Light"])
    with_whom = Choices("Who was part of it?", ["My team", "My coach", "Another borough"], required=False)
    energy = Scale("How much energy have you left?", low="None", high="Plenty")
    hours = Number("How many hours did you keep for yourself?", least=0, most=40, required=False)
    again = When("When shall I ask again?", future=True)
    share: ClassVar[Consent] = Consent("May I remind you of this next month?")
    words = ShortText("A passphrase, to keep it by", secret=True, required=False)


def week(opening: str, answers: Answers | None = None, faults: dict[str, str] | None = None) -> FormView:
    return FormView(
        opening=opening,
        title=Week.title,
        intro=Week.intro,
        done=Week.done,
        fields=Week.fields,
        answers=answers or {},
        faults=faults or {},
        opened_at=START,
        zone="Europe/London",
    )


def png(width: int, height: int) -> bytes:
    """A picture of plain stripes."""
    row = b"\0" + b"".join(bytes((20, 89, 74)) if x // 24 % 2 else bytes((220, 235, 228)) for x in range(width))
    parts = [
        (b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)),
        (b"IDAT", zlib.compress(row * height)),
        (b"IEND", b""),
    ]
    chunks = [
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)) for kind, data in parts
    ]
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


PICTURE = Message(attachments=(Picture(png(480, 180), "Four modules of six are behind you.", "modules.png"),))
FILE_TEXT = b"# Everything you keep here\n"
FILE = Message(attachments=(File(FILE_TEXT, "your notes – März.md", "Everything that you keep here."),))


HOME = [
    Message("You keep 3 private notes.", buttons=(Button("Write one", "demo.week", describe="Write a note"),)),
    Message(
        "Press one, or say it in your own words.",
        title="What I can do for you",
        buttons=(Button("What can you do?", "demo.help"),),
    ),
]


@dataclass
class ScriptedBot:
    """Takes in what is done in the console, and answers by its script. `refuse` makes it keep nothing."""

    platform: ConsolePlatform
    clock: SetClock
    refuse: Exception | None = None
    inbounds: list[Inbound] = field(default_factory=list)
    answering: set[asyncio.Task[None]] = field(default_factory=set)

    async def receive(self, inbound: Inbound) -> Received:
        if self.refuse is not None:
            raise self.refuse
        if inbound.key in {known.key for known in self.inbounds}:
            return Received.REPEATED
        self.inbounds.append(inbound)
        task = asyncio.create_task(self.answer(inbound))
        self.answering.add(task)
        task.add_done_callback(self.answering.discard)
        return Received.KEPT

    async def quiet(self) -> None:
        """Until every answer was given."""
        while self.answering:
            await asyncio.gather(*self.answering)

    async def answer(self, inbound: Inbound) -> None:
        to, what, answer_id = inbound.address, inbound.what, f"answer-{inbound.key}"
        match what:
            case Looked():
                await self.platform.publish_home(to, HOME)
            case Arrived():
                await self.platform.send(to, welcome(inbound.display_name), id=answer_id)
            case Pressed(press="demo.week"):
                await self.platform.open_form(to, week(inbound.key), trigger=what.trigger)
            case Pressed(press="demo.book", on=on) if on is not None:
                await self.platform.replace(
                    to, on, Message("Booked. I’ll remind you the day before.", title="You meet Cleo")
                )
            case Submitted():
                await self.platform.send(
                    to, Message("It is kept, and only you can read it.", title="Saved", private=True), id=answer_id
                )
            case Said(files=files) if files:
                found = [_attached(file, await self.platform.fetch(to, file)) for file in files]
                await self.platform.send(to, Message("Here it is again.", attachments=tuple(found)), id=answer_id)
            case Said(text=text):
                await self.platform.send(to, said(text), id=answer_id)
            case Pressed() | Closed():
                await self.platform.send(to, Message("All right."), id=answer_id)

    # The clock, as the page is given it.

    async def now(self) -> datetime:
        return self.clock.now()

    async def next_due(self) -> datetime | None:
        return DUE if self.clock.now() < DUE else None

    async def go_to(self, moment: datetime) -> None:
        due = await self.next_due()
        self.clock.set(moment)
        if due is not None and due <= moment:
            for person in PEOPLE[:2]:
                to = Address("console", "", person.user)
                await self.platform.send(
                    to, Message("Module 2 begins tomorrow at 9:30, in Camden."), id=f"module-{person.user}"
                )


def _attached(file: Incoming, data: bytes) -> Picture | File:
    if file.media_type.startswith("image/"):
        return Picture(data, "The photo that you sent", file.name)
    return File(data, file.name, "The voice note that you sent", file.media_type, file.seconds)


def welcome(name: str) -> Message:
    return Message(
        title=f"Hello, {name.split()[0]}",
        text=(
            "I’m **Waymark**, a bot for your programme. I can:\n\n"
            "- keep *private notes* under your own key\n- find a time with a coach\n- remind you, once\n\n"
            "> Whoever runs the workspace may see ordinary messages.\n\n"
            "[What I keep, and for how long](https://example.org/privacy)"
        ),
        buttons=(Button("Write about my week", "demo.week", style="main"), Button("What can you do?", "demo.help")),
    )


def said(text: str) -> Message:
    match text:
        case "picture":
            return PICTURE
        case "file":
            return FILE
        case "coaching":
            return Message(
                title="A coaching time is free",
                fields={"Coach": "Cleo Whitmore", "When": "Tuesday 12 January 2027, 14:00 (London)"},
                buttons=(Button("Book it", "demo.book", style="main", describe="Book Tuesday 12 January with Cleo"),),
            )
        case _:
            return Message(f"You said: {literal(text)}")
