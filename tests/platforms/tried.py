"""Every adapter as the contract test tries it, each with its real libraries and the world at its other end."""

from abc import ABC, abstractmethod
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from datetime import UTC, datetime, timedelta
from itertools import count
from zoneinfo import ZoneInfo

import aiohttp

from bot.chat.messages import Message
from bot.chat.platform import Address, FormView, Inbound, Platform, Received
from bot.platforms.console.adapter import ConsolePlatform, Line, NotListening, Page, Persona
from bot.platforms.slack.adapter import SlackPlatform
from bot.platforms.slack.calling import Slack, web_client
from bot.platforms.slack.transport import Http, Socket
from bot.web import WebServer
from scheduling.clock import SetClock
from scheduling.phrases import read_time
from storage.errors import StorageFull
from tests.platforms.slack.delivery import Answer
from tests.platforms.slack.people import Person
from tests.platforms.slack.screen import screen_words
from tests.platforms.slack.server import FakeSlack
from tests.platforms.slack.shapes import Obj
from tests.platforms.slack.workspace import SlackMessage
from tests.stages import QUICK, Unpaced

NOW = datetime(2027, 1, 5, 9, tzinfo=UTC)


class NotTaken(Exception):
    """What somebody did was not taken in, and they, or their platform, know it."""


class Tried(ABC):
    """An adapter, somebody who can act, and a screen to look at."""

    platform: Platform
    ada: Address
    nobody: Address

    def __init__(self) -> None:
        self.heard: list[Inbound] = []
        self.full = False

    async def hear(self, inbound: Inbound) -> Received:
        if self.full:
            raise StorageFull
        self.heard.append(inbound)
        return Received.KEPT

    @abstractmethod
    async def says(self, words: str) -> None:
        """Raises NotTaken."""

    @abstractmethod
    async def presses(self, label: str) -> None: ...

    @abstractmethod
    async def sends_photo(self, data: bytes) -> None: ...

    @abstractmethod
    async def presses_at_home(self, label: str) -> None: ...

    @abstractmethod
    async def opens_home(self) -> None: ...

    @abstractmethod
    async def trigger(self) -> str:
        """What opens a form now, for something that Ada did."""

    @abstractmethod
    def screen(self) -> list[str]:
        """The words of the bot's messages."""

    @abstractmethod
    def home(self) -> list[str]: ...

    @abstractmethod
    def form(self) -> str | None:
        """The title of the form before Ada."""


class TriedConsole(Tried):
    def __init__(self) -> None:
        super().__init__()
        self.platform = self.console = ConsolePlatform(_personas, _tomorrow, SetClock(NOW))
        self.ada = Address("console", "", "ada")
        self.nobody = self.ada._replace(user="nobody")
        self._keys = count(1)

    def _key(self) -> str:
        return f"{next(self._keys):08d}"

    async def says(self, words: str) -> None:
        try:
            await self.console.say("ada", self._key(), words)
        except (StorageFull, NotListening):
            raise NotTaken from None

    async def sends_photo(self, data: bytes) -> None:
        ref = self.console.hold("ada", "photo.jpg", "image/jpeg", data)
        await self.console.say("ada", self._key(), "", {ref: 0})

    async def presses(self, label: str) -> None:
        [(ref, press)] = [
            (line.ref, button.press)
            for line in self._lines
            if isinstance(line.shown, Message)
            for button in line.shown.buttons
            if button.label == label
        ]
        await self.console.press("ada", self._key(), press, ref)

    async def presses_at_home(self, label: str) -> None:
        [press] = [button.press for part in self._home for button in part.buttons if button.label == label]
        await self.console.press("ada", self._key(), press, "")

    async def opens_home(self) -> None:
        await self.console.open_home("ada", self._key())

    async def trigger(self) -> str:
        return ""

    def screen(self) -> list[str]:
        return [line.shown.text for line in self._lines if isinstance(line.shown, Message)]

    def home(self) -> list[str]:
        return [part.text for part in self._home]

    def form(self) -> str | None:
        forms = [news.what for news in self.console.news(0) if isinstance(news.what, FormView)]
        return forms[-1].title if forms else None

    @property
    def _lines(self) -> list[Line]:
        return [news.what for news in self.console.news(0) if isinstance(news.what, Line)]

    @property
    def _home(self) -> list[Message]:
        pages = [news.what for news in self.console.news(0) if isinstance(news.what, Page)]
        return list(pages[-1].parts) if pages else []


async def _personas() -> list[Persona]:
    return [Persona("ada", "Ada", "Participant")]


def _tomorrow(_: str, now: datetime, zone: ZoneInfo) -> datetime:
    return now.astimezone(zone) + timedelta(days=1)


class TriedSlack(Tried):
    def __init__(self, fake: FakeSlack, person: Person, platform: SlackPlatform) -> None:
        super().__init__()
        self.fake = fake
        self.platform = self.slack = platform
        self.ada = Address("slack", fake.team, person.id)
        self.nobody = self.ada._replace(user="U0NOBODY")
        self._person = person

    async def says(self, words: str) -> None:
        _must_be_taken(await self._person.types(words))

    async def sends_photo(self, data: bytes) -> None:
        _must_be_taken(await self._person.shares(self._person.file("photo.jpg", data, "image/jpeg")))

    async def presses(self, label: str) -> None:
        _must_be_taken(await self._person.presses(label))

    async def presses_at_home(self, label: str) -> None:
        _must_be_taken(await self._person.presses(label, on=self._person.home))

    async def opens_home(self) -> None:
        _must_be_taken(await self._person.opens_home())

    async def trigger(self) -> str:
        await self._person.shortcut("reflect")
        trigger: str = getattr(self.heard.pop().what, "trigger", "")
        return trigger

    def screen(self) -> list[str]:
        return [_words(message) for message in self._person.dm if message.from_bot and not message.deleted]

    def home(self) -> list[str]:
        return _words(self._person.home).split("\n") if self._person.home else []

    def form(self) -> str | None:
        view = self._person.modal
        return view["title"]["text"] if view and view["submit"] else None


def _must_be_taken(answer: Answer) -> None:
    if not answer.acknowledged:
        raise NotTaken


def _words(shown: SlackMessage | Obj) -> str:
    return "\n".join(line for line in screen_words(shown).split("\n") if not line.startswith("["))


# ---------------------------------------------------------------- each of them, ready to be tried


@asynccontextmanager
async def console() -> AsyncIterator[Tried]:
    yield TriedConsole()


@asynccontextmanager
async def slack_over_http() -> AsyncIterator[Tried]:
    async with _fake() as (fake, session):
        client = web_client(fake.bot_token, fake.url, session)
        http = Http(client, ["an older secret", fake.signing_secret])
        web = WebServer("127.0.0.1", 0, _healthy, [http])
        await web.start()
        fake.deliver_to(f"http://127.0.0.1:{web.port}/slack/events")
        yield _on_slack(fake, SlackPlatform(Slack(client, session, Unpaced(), QUICK), http, agent_view=False))
        await web.stop()


@asynccontextmanager
async def slack_over_a_socket() -> AsyncIterator[Tried]:
    async with _fake() as (fake, session):
        client = web_client(fake.bot_token, fake.url, session)
        socket = Socket(client, fake.app_token)
        tried = _on_slack(fake, SlackPlatform(Slack(client, session, Unpaced(), QUICK), socket, agent_view=False))
        yield tried
        await tried.platform.close()


@asynccontextmanager
async def _fake() -> AsyncIterator[tuple[FakeSlack, aiohttp.ClientSession]]:
    async with FakeSlack(pace=QUICK, now=lambda: NOW) as fake, aiohttp.ClientSession() as session:
        fake.delivery.timing.retry_after = ()
        fake.delivery.timing.acknowledge_within = 0.3
        yield fake, session
        assert fake.violations == []


def _on_slack(fake: FakeSlack, platform: SlackPlatform) -> TriedSlack:
    platform.look_ahead({}, lambda _: False, read_time)
    return TriedSlack(fake, fake.person("U0ADA", name="Ada"), platform)


async def _healthy() -> bool:
    return True


Ready = Callable[[], AbstractAsyncContextManager[Tried]]
EVERY: tuple[Ready, ...] = (console, slack_over_http, slack_over_a_socket)
