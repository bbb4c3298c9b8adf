"""The console, tried."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from itertools import count
from zoneinfo import ZoneInfo

from bot.chat.messages import Message
from bot.chat.platform import Address, FormView
from bot.platforms.console.adapter import ConsolePlatform, Line, NotListening, Page, Persona
from scheduling.clock import SetClock
from storage.errors import StorageFull
from tests.platforms.tried import NOW, NotTaken, Tried


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

    def menu(self) -> dict[str, str]:
        raise AssertionError("the console shows no menu of ours")

    async def follows(self, link: str) -> None:
        raise AssertionError("no link of ours leads to the console")

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


@asynccontextmanager
async def console() -> AsyncIterator[Tried]:
    yield TriedConsole()
