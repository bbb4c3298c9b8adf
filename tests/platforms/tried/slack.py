"""Slack over HTTP and over sockets, tried."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import aiohttp

from bot.chat.platform import Address
from bot.platforms.slack.adapter import SlackPlatform
from bot.platforms.slack.calling import Slack, web_client
from bot.platforms.slack.transport import Http, Socket
from bot.web import WebServer
from scheduling.phrases import read_time
from tests.platforms.fake import Obj
from tests.platforms.slack.delivery import Answer
from tests.platforms.slack.people import Person
from tests.platforms.slack.screen import screen_words
from tests.platforms.slack.server import FakeSlack
from tests.platforms.slack.workspace import SlackMessage
from tests.platforms.tried import NOW, NotTaken, Tried, healthy
from tests.stages import QUICK, Unpaced


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

    def menu(self) -> dict[str, str]:
        raise AssertionError("Slack shows no menu of ours")

    async def follows(self, link: str) -> None:
        raise AssertionError("no link of ours leads to Slack")


def _must_be_taken(answer: Answer) -> None:
    if not answer.acknowledged:
        raise NotTaken


def _words(shown: SlackMessage | Obj) -> str:
    return "\n".join(line for line in screen_words(shown).split("\n") if not line.startswith("["))


@asynccontextmanager
async def slack_over_http() -> AsyncIterator[Tried]:
    async with _fake() as (fake, session):
        client = web_client(fake.bot_token, fake.url, session)
        http = Http(client, ["an older secret", fake.signing_secret])
        web = WebServer("127.0.0.1", 0, healthy, [http])
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
