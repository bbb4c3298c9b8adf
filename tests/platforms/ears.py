"""The bot's ears on Telegram, with an inbox behind them in the place of all the rest."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass

import aiohttp

from bot.chat.platform import Inbound, Received, Said
from bot.platforms.telegram.adapter import TelegramPlatform, WayIn
from bot.platforms.telegram.calling import Telegram, telegram_bot
from bot.platforms.telegram.polling import Polling
from scheduling.clock import Clock
from scheduling.standing_by import StandingBy
from storage.shared.unit import SharedDatabase
from tests.platforms.fake import Obj
from tests.platforms.telegram.server import FakeTelegram
from tests.stages import Unpaced


def from_ada(text: str) -> Obj:
    """An update as Telegram tells it."""
    person = {"id": 5, "is_bot": False, "first_name": "Ada"}
    message = {"message_id": 1, "date": 1, "chat": {"id": 5, "type": "private"}, "from": person, "text": text}
    return {"update_id": 7, "message": message}


UNREADABLE: list[Obj] = [
    {"update_id": 7, "message": "no message"},
    {"update_id": 7, "message": {"date": "yesterday"}},
    {"update_id": 7, "callback_query": [1, 2, 3]},
    {"update_id": 7, "my_chat_member": {"chat": 5}},
]


class Inbox:
    """What was heard, each thing once, in the order in which it was kept."""

    def __init__(self) -> None:
        self.said: list[str] = []
        self.came = 0
        self.trouble: Exception | None = None
        self.trouble_with: tuple[str, ...] = ()
        """Whose words can't be kept; everybody's, if nobody is named."""
        self.open = asyncio.Event()
        self.open.set()
        self._keys: set[str] = set()

    async def hear(self, inbound: Inbound) -> Received:
        self.came += 1
        await self.open.wait()
        if self.trouble and (not self.trouble_with or inbound.display_name in self.trouble_with):
            raise self.trouble
        if inbound.key in self._keys:
            return Received.REPEATED
        self._keys.add(inbound.key)
        assert isinstance(inbound.what, Said)
        self.said.append(inbound.what.text)
        return Received.KEPT


@asynccontextmanager
async def calling(fake: FakeTelegram) -> AsyncIterator[Telegram]:
    async with aiohttp.ClientSession() as session:
        yield Telegram(telegram_bot(fake.token, fake.url, session), Unpaced())


@asynccontextmanager
async def listening(telegram: Telegram, way_in: WayIn, inbox: Inbox) -> AsyncIterator[TelegramPlatform]:
    platform = TelegramPlatform(telegram, way_in)
    await platform.listen(inbox.hear)
    yield platform
    await platform.close()


async def soon(_: float) -> None:
    await asyncio.sleep(0.01)


@dataclass(frozen=True)
class Copy:
    """A copy of the bot. Of those that share a database, one asks Telegram."""

    telegram: Telegram
    database: SharedDatabase
    clock: Clock

    def hears(
        self, inbox: Inbox, sleep: Callable[[float], Awaitable[None]] = soon
    ) -> AbstractAsyncContextManager[TelegramPlatform]:
        standing_by = StandingBy(self.database, self.clock, "asking Telegram", sleep)
        return listening(self.telegram, Polling(self.telegram, standing_by, pause_s=0.01), inbox)
