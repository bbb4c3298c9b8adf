"""Telegram by webhook and by polling, tried."""

import asyncio
from abc import abstractmethod
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import aiohttp
from aiohttp.test_utils import unused_port

from bot.chat.platform import Address, Inbound, Received
from bot.platforms.telegram.adapter import TelegramPlatform
from bot.platforms.telegram.calling import Telegram, telegram_bot
from bot.platforms.telegram.hearing import Take
from bot.platforms.telegram.polling import Polling
from bot.platforms.telegram.webhook import Webhook
from bot.web import WebServer
from scheduling.clock import SystemClock
from scheduling.standing_by import StandingBy
from storage.migrating import migrate
from storage.shared.unit import SharedDatabase
from tests.platforms.telegram.delivery import Answer
from tests.platforms.telegram.people import Person
from tests.platforms.telegram.server import FakeTelegram
from tests.platforms.tried import NOW, NotTaken, Tried, healthy
from tests.stages import QUICK, Unpaced


class TriedTelegram(Tried):
    """Telegram would tell again and again what is not taken in; here it forgets that, so that all are tried alike."""

    def __init__(self, fake: FakeTelegram, person: Person, platform: TelegramPlatform) -> None:
        super().__init__()
        self.fake = fake
        self.platform = platform
        self._person = person
        self.ada = Address("telegram", "", str(self._person.id))
        self.nobody = self.ada._replace(user="1")

    @abstractmethod
    async def _taken(self, answer: Answer) -> bool:
        """Whether what was just done was taken in."""

    async def says(self, words: str) -> None:
        await self._must_be_taken(await self._person.types(words))

    async def sends_photo(self, data: bytes) -> None:
        await self._must_be_taken(await self._person.sends_photo(data))

    async def presses(self, label: str) -> None:
        await self._must_be_taken(await self._person.presses(label))

    async def follows(self, link: str) -> None:
        payload = link.removeprefix(f"https://t.me/{self.fake.username}?start=")
        await self._must_be_taken(await self._person.starts(payload))

    async def _must_be_taken(self, answer: Answer) -> None:
        if not await self._taken(answer):
            self.fake.delivery.drop_pending()
            raise NotTaken

    def screen(self) -> list[str]:
        return [message.text for message in self._person.chat if message.from_bot]

    def menu(self) -> dict[str, str]:
        return self._person.menu

    def form(self) -> str | None:
        raise AssertionError("Telegram shows no form whole")

    async def trigger(self) -> str:
        raise AssertionError("nothing on Telegram opens a form")

    async def presses_at_home(self, label: str) -> None:
        raise AssertionError("Telegram keeps no page for anybody")

    async def opens_home(self) -> None:
        raise AssertionError("Telegram keeps no page for anybody")

    def home(self) -> list[str]:
        raise AssertionError("Telegram keeps no page for anybody")


class TriedByWebhook(TriedTelegram):
    async def _taken(self, answer: Answer) -> bool:
        return answer.acknowledged


class TriedByPolling(TriedTelegram):
    def __init__(self, fake: FakeTelegram, person: Person, platform: TelegramPlatform, polling: "AskingOrNot") -> None:
        super().__init__(fake, person, platform)
        self._polling = polling
        self._refused = asyncio.Event()

    async def hear(self, inbound: Inbound) -> Received:
        if self.full:
            self._refused.set()
        return await super().hear(inbound)

    async def _taken(self, answer: Answer) -> bool:
        """Confirmed by a later question, if any more are asked."""
        if not self._polling.asks:
            return False
        ends = [asyncio.create_task(self.fake.emptied()), asyncio.create_task(self._refused.wait())]
        await asyncio.wait(ends, return_when=asyncio.FIRST_COMPLETED)
        for end in ends:
            end.cancel()
        taken = not self._refused.is_set()
        self._refused.clear()
        return taken


class AskingOrNot(Polling):
    """Polling that says whether it is under way: nobody but the bot knows that it will not ask again."""

    asks = False

    async def start(self, take: Take) -> None:
        await super().start(take)
        self.asks = True

    async def stop(self) -> None:
        self.asks = False
        await super().stop()


# ---------------------------------------------------------------- each of them, ready to be tried


@asynccontextmanager
async def telegram_by_webhook() -> AsyncIterator[Tried]:
    async with _fake() as (fake, telegram):
        port = unused_port()
        webhook = Webhook(telegram, f"http://127.0.0.1:{port}", "a-secret")
        web = WebServer("127.0.0.1", port, healthy, [webhook])
        await web.start()
        yield TriedByWebhook(fake, await _somebody(fake), TelegramPlatform(telegram, webhook))
        await web.stop()


@asynccontextmanager
async def telegram_by_polling() -> AsyncIterator[Tried]:
    with TemporaryDirectory() as folder:
        async with _fake() as (fake, telegram), SharedDatabase(f"sqlite:///{Path(folder) / 'shared.db'}") as database:
            await database.in_thread(lambda: migrate(database.engine))
            polling = AskingOrNot(telegram, StandingBy(database, SystemClock(), "asking Telegram"), pause_s=0.01)
            tried = TriedByPolling(fake, await _somebody(fake), TelegramPlatform(telegram, polling), polling)
            yield tried
            await tried.platform.close()


@asynccontextmanager
async def _fake() -> AsyncIterator[tuple[FakeTelegram, Telegram]]:
    async with FakeTelegram(pace=QUICK, now=lambda: NOW) as fake, aiohttp.ClientSession() as session:
        yield fake, Telegram(telegram_bot(fake.token, fake.url, session), Unpaced())
        assert fake.violations == []


async def _somebody(fake: FakeTelegram) -> Person:
    """Who began to talk to the bot long ago: it can write to nobody else."""
    person = fake.person("Ada")
    await person.starts()
    fake.delivery.drop_pending()
    return person
