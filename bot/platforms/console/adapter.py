"""The console's adapter: a conversation for each person of the demo, held in memory and nowhere else.

Private text is shown here, so nothing of it goes to disk: when the process ends, the conversations are gone.
"""

import asyncio
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from secrets import token_urlsafe
from types import MappingProxyType
from typing import Literal
from zoneinfo import ZoneInfo

from bot.chat.errors import DeliveryFailed, Refusal
from bot.chat.forms import Answers, Opening, ReadTime
from bot.chat.messages import Message
from bot.chat.platform import (
    Address,
    Arrived,
    Closed,
    FormView,
    Inbound,
    Incoming,
    Looked,
    Manner,
    Pressed,
    Receive,
    Said,
    Sent,
    Submitted,
    What,
)
from scheduling.clock import Clock

NAME = "console"

MOST_HELD = 16  # files that were sent, until they are fetched
NO_FILES: Mapping[str, int] = MappingProxyType({})


@dataclass(frozen=True)
class Persona:
    """Somebody whom the page can speak as."""

    user: str
    name: str
    role: str
    """The role, and after a comma what tells this person apart: "Participant, Camden"."""
    hint: str = ""
    """Something that this person was given and may type, such as a joining code."""


Personas = Callable[[], Awaitable[list[Persona]]]


@dataclass(frozen=True)
class Deed:
    """What the person did, as it stands in the conversation: what they typed, or the name of what they used."""

    act: Literal["said", "pressed", "sent", "closed"]
    words: str
    files: tuple[str, ...] = ()
    """The names of what came with the words."""


@dataclass(frozen=True)
class Line:
    """A place in a conversation, and what stands there; nothing, once it was taken back."""

    ref: str
    place: int
    version: int
    at: datetime
    shown: Message | Deed | None


@dataclass(frozen=True)
class Page:
    """Somebody's Home, as it was published last."""

    parts: Sequence[Message]


@dataclass(frozen=True)
class News:
    """Something that the page has to draw anew: a line, a Home, or the form that is open (which may be none)."""

    version: int
    """Counts up through all conversations."""
    user: str
    what: Line | FormView | Page | None


class UnknownPerson(Exception):
    """Nobody of this name is in the demo."""


class NoSuchForm(Exception):
    """The form was sent or put away in the meantime."""


class NoSuchFile(Exception):
    """The file is not held any more, or never was."""


class NotListening(Exception):
    """The bot is starting or stopping, and takes nothing in."""


@dataclass
class Conversation:
    """What one person sees: lines by their reference, the form that is open, and their Home."""

    lines: dict[str, Line] = field(default_factory=dict)
    form: FormView | None = None
    form_version: int = 0
    home: Page = Page(())
    home_version: int = 0
    taken: set[str] = field(default_factory=set)
    """The keys of what the bot has taken in, or is taking in: done twice, it counts once."""
    arrived: bool = False


class ConsolePlatform:
    """A platform in a browser of this machine, to try the bot in as several people."""

    name = NAME
    manner = Manner()

    def __init__(self, personas: Personas, read_time: ReadTime, clock: Clock) -> None:
        self.asks_in_forms = True
        self.personas = personas
        self.closed = False
        self._read_time = read_time
        self._clock = clock
        self._receive: Receive | None = None
        self._conversations: dict[str, Conversation] = {}
        self._held: OrderedDict[tuple[str, str], tuple[Incoming, bytes]] = OrderedDict()
        self._version = 0
        self._stirred = asyncio.Event()

    # ------------------------------------------------------------ what the bot asks of a platform

    async def listen(self, receive: Receive) -> None:
        self.closed = False
        self._receive = receive

    async def send(self, to: Address, message: Message, *, id: str, place: str = "", owed: bool = False) -> Sent:
        await self._must_be_here(to)
        if id not in self._conversation(to.user).lines:
            self._draw(to.user, id, message)
        return Sent(id)

    async def replace(self, to: Address, sent: Sent, message: Message) -> bool:
        """What is no longer here, because the process was started again, is shown anew in its old name."""
        line = self._conversation(to.user).lines.get(sent.ref)
        if line is not None and line.shown is None:
            return False
        self._draw(to.user, sent.ref, message)
        return True

    async def retract(self, to: Address, sent: Sent) -> bool:
        if sent.ref in self._conversation(to.user).lines:
            self._draw(to.user, sent.ref, None)
        return True

    async def find_sent(self, to: Address, id: str, *, place: str = "") -> Sent | None:
        return Sent(id) if id in self._conversation(to.user).lines else None

    async def open_form(self, to: Address, form: FormView, *, trigger: str) -> bool:
        self._show_form(to.user, form)
        return True

    async def publish_home(self, to: Address, parts: Sequence[Message]) -> None:
        await self._must_be_here(to)
        conversation = self._conversation(to.user)
        conversation.home, conversation.home_version = Page(parts), self._next_version()
        self.stir()

    async def close(self) -> None:
        self.closed = True
        self._receive = None
        self.stir()

    # ------------------------------------------------------------ what people do in the page

    async def arrive(self, user: str, key: str) -> None:
        """Somebody's conversation was opened; the bot hears of the first time."""
        conversation = self._conversation(user)
        if conversation.arrived:
            return
        conversation.arrived = True
        try:
            await self._take_in(user, key, Arrived())
        except BaseException:
            conversation.arrived = False
            raise

    async def open_home(self, user: str, key: str) -> None:
        await self._take_in(user, key, Looked())

    def hold(self, user: str, name: str, media_type: str, data: bytes) -> str:
        """Take in a file that is about to be sent with some words; gives what it is known by."""
        ref = token_urlsafe(8)
        self._held[user, ref] = (Incoming(ref, name, media_type, len(data)), data)
        while len(self._held) > MOST_HELD:
            self._held.popitem(last=False)
        return ref

    async def say(self, user: str, key: str, text: str, files: Mapping[str, int] = NO_FILES) -> None:
        """Say something, with files that are held: what each is known by, and how many seconds it lasts."""
        held = [(self._held.get((user, ref)), seconds) for ref, seconds in files.items()]
        sent = tuple(replace(file[0], seconds=seconds) for file, seconds in held if file is not None)
        if len(sent) < len(files):
            raise NoSuchFile
        deed = Deed("said", text, tuple(file.name for file in sent))
        await self._take_in(user, key, Said(text, sent=Sent(key), files=sent), deed)

    async def fetch(self, of: Address, file: Incoming) -> bytes:
        """What people send is held in memory, the latest of it, for as long as this process runs."""
        if (of.user, file.ref) not in self._held:
            raise DeliveryFailed("the file was held by a process that has ended", permanent=True)
        return self._held[of.user, file.ref][1]

    async def press(self, user: str, key: str, press: str, on: str) -> None:
        """Press a button on this message; or on the Home, which no message is."""
        message = self.message(user, on)
        shown = [message] if message else self._conversation(user).home.parts if not on else []
        labels = [button.label for each in shown for button in each.buttons if button.press == press]
        deed = Deed("pressed", labels[0]) if labels else None
        await self._take_in(user, key, Pressed(press, on=Sent(on) if on else None), deed)

    async def submit(self, user: str, key: str, opening: str, answers: Answers) -> dict[str, str]:
        """Send the open form's answers on as they were given; or say what stands in the way, by field name."""
        conversation = self._conversation(user)
        if key in conversation.taken:
            return {}
        form = self._open_form(user, opening)
        given = {name: answers.get(name) for name in form.fields}
        if faults := self._faults(form, given):
            return faults
        await self._take_in(user, key, Submitted(opening, given), Deed("sent", form.title))
        self._put_away(user, form)
        return {}

    async def put_away(self, user: str, key: str, opening: str) -> None:
        if key in self._conversation(user).taken:
            return
        form = self._open_form(user, opening)
        await self._take_in(user, key, Closed(opening), Deed("closed", form.title))
        self._put_away(user, form)

    # ------------------------------------------------------------ what the page draws

    def news(self, since: int) -> list[News]:
        """What has changed since this version, each thing once as it is now, in the order in which it changed."""
        found = []
        for user, conversation in self._conversations.items():
            found += [News(line.version, user, line) for line in conversation.lines.values()]
            found.append(News(conversation.form_version, user, conversation.form))
            found.append(News(conversation.home_version, user, conversation.home))
        return sorted((news for news in found if news.version > since), key=lambda news: news.version)

    def message(self, user: str, ref: str) -> Message | None:
        """The bot's message under this reference, unless it was taken back."""
        conversation = self._conversations.get(user)
        line = conversation.lines.get(ref) if conversation else None
        return line.shown if line and isinstance(line.shown, Message) else None

    def stir(self) -> None:
        """Wake whoever waits to draw."""
        self._stirred.set()
        self._stirred = asyncio.Event()

    @property
    def stirred(self) -> asyncio.Event:
        """Set at the next change. Ask for it before reading the news, and no change is missed."""
        return self._stirred

    # ------------------------------------------------------------

    async def _take_in(self, user: str, key: str, what: What, deed: Deed | None = None) -> None:
        """Show the deed and hand it to the bot; where the bot could not keep it, it is not shown either."""
        persona = next((persona for persona in await self.personas() if persona.user == user), None)
        if persona is None:
            raise UnknownPerson
        conversation = self._conversation(user)
        if key in conversation.taken:
            return
        if self._receive is None:
            raise NotListening
        conversation.taken.add(key)
        # The answer may come before `receive` returns, so the deed is drawn first and stands above it.
        if deed is not None:
            self._draw(user, key, deed)
        try:
            await self._receive(Inbound(Address(NAME, "", user), key, what, display_name=persona.name))
        except BaseException:
            conversation.taken.discard(key)
            if deed is not None:
                self._draw(user, key, None)
            raise

    async def _must_be_here(self, to: Address) -> None:
        if to.user not in {persona.user for persona in await self.personas()}:
            raise DeliveryFailed("nobody in the console has this account", permanent=True)

    def _faults(self, form: FormView, given: Answers) -> dict[str, str]:
        opening = Opening(form.opened_at, ZoneInfo(form.zone), self._read_time)
        faults = {}
        for name, question in form.fields.items():
            try:
                question.accept(given[name], opening)
            except Refusal as refusal:
                faults[name] = refusal.words
        return faults

    def _conversation(self, user: str) -> Conversation:
        return self._conversations.setdefault(user, Conversation())

    def _open_form(self, user: str, opening: str) -> FormView:
        form = self._conversation(user).form
        if form is None or form.opening != opening:
            raise NoSuchForm
        return form

    def _show_form(self, user: str, form: FormView | None) -> None:
        conversation = self._conversation(user)
        conversation.form, conversation.form_version = form, self._next_version()
        self.stir()

    def _put_away(self, user: str, form: FormView) -> None:
        """The bot may have opened the next form already: that one stays."""
        if self._conversation(user).form is form:
            self._show_form(user, None)

    def _draw(self, user: str, ref: str, shown: Message | Deed | None) -> None:
        lines = self._conversation(user).lines
        version = self._next_version()
        old = lines.get(ref) or Line(ref, place=version, version=version, at=self._clock.now(), shown=None)
        lines[ref] = replace(old, version=version, shown=shown)
        self.stir()

    def _next_version(self) -> int:
        self._version += 1
        return self._version
