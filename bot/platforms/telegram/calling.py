"""Calling Telegram: at its pace, once, and with a plain word for whatever goes wrong."""

import re
from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import TypeVar

import aiohttp
from telegram import Bot
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    EndPointNotFound,
    Forbidden,
    InvalidToken,
    NetworkError,
    TelegramError,
)

from bot.chat.errors import DeliveryFailed
from bot.platforms.telegram.request import NotReached, SharedSession, TooMany
from scheduling.pacing import Pace
from storage.shared.pacing import Limit

R = TypeVar("R")

A_SECOND = 29
"""Messages, over all chats: evenly, just under the 30 that Telegram publishes, none of them is refused."""
CHAT_BURST = 8  # "short bursts" over one message a second
GROUP_EVERY = timedelta(seconds=4)
GROUP_BURST = 5  # with one more every four seconds, the first minute has its 20 too

EVERYWHERE = Limit("telegram/messages", timedelta(seconds=1) / A_SECOND)
LATER_S = 300

NOBODY_THERE = ("chat not found", "user not found", "peer_id_invalid", "chat_write_forbidden", "user_is_blocked")
"""How it says, as a bad request, that nobody is reached there; in lower case."""

KNOWN = re.compile(r"[a-z_' ]{3,80}")
"""The beginning of a refusal is Telegram's own words; what follows a colon or a quote may be ours, or somebody's."""


class Refused(DeliveryFailed):
    """Telegram answered, and the answer was no: `says` are its own words for why, in lower case."""

    def __init__(self, says: str, *, unreachable: bool = False) -> None:
        super().__init__(f"Telegram says: {says}", permanent=True, unreachable=unreachable)
        self.says = says


class Replaced(DeliveryFailed):
    """Somebody else takes what is told to this bot: another process, or an address given for its webhook."""

    def __init__(self) -> None:
        super().__init__("somebody else is taking this bot’s messages")


class AsksForRest(DeliveryFailed):
    """Nothing was sent, as there was too much of it."""

    def __init__(self, seconds: float) -> None:
        super().__init__("Telegram asks for a rest", retry_after=seconds, counts=False)
        self.seconds = seconds


def telegram_bot(token: str, url: str, session: aiohttp.ClientSession) -> Bot:
    """Telegram's calls as python-telegram-bot has them, on our session."""
    root = url.rstrip("/")
    request = SharedSession(session)
    return Bot(
        token, base_url=f"{root}/bot", base_file_url=f"{root}/file/bot", request=request, get_updates_request=request
    )


class Telegram:
    """The Bot API. Nothing is tried twice here: whoever asked knows whether twice would do harm."""

    def __init__(self, bot: Bot, pace: Pace) -> None:
        self.bot = bot
        self._pace = pace

    async def send(self, chat: int, put: Callable[[int], Awaitable[R]]) -> R:
        """Put something into a chat, at the pace of the chat and of the bot; a group that has moved is followed."""
        in_chat = _in_chat(chat)
        try:
            async with self._pace.place(EVERYWHERE, in_chat):
                return await self.call(put(chat))
        except MovedTo as moved:
            return await self.send(moved.chat, put)
        except AsksForRest as asks:  # it does not say whether it means the chat or the bot
            await self._pace.hold(in_chat.bucket, asks.seconds)
            raise

    async def call(self, doing: Awaitable[R]) -> R:
        """Wait for a call of the library's, and put whatever goes wrong in our own words. A 429 slows everybody."""
        try:
            return await doing
        except TooMany as asks:
            await self._pace.hold(EVERYWHERE.bucket, asks.seconds)
            raise AsksForRest(asks.seconds) from None
        except ChatMigrated as moved:
            raise MovedTo(moved.new_chat_id) from None
        except TelegramError as error:
            raise in_our_words(error) from None


class MovedTo(DeliveryFailed):
    """The group has become a supergroup, under another number."""

    def __init__(self, chat: int) -> None:
        super().__init__("the group has moved", permanent=True)
        self.chat = chat


def in_our_words(error: TelegramError) -> DeliveryFailed:
    """What it means that a call failed. Its text may hold what was sent, and goes no further than here."""
    match error:
        case TooMany():
            return AsksForRest(error.seconds)
        case Forbidden():
            return Refused(_says(error), unreachable=True)
        case Conflict():
            return Replaced()
        case InvalidToken() | EndPointNotFound():
            return DeliveryFailed("Telegram does not know the token", retry_after=LATER_S, counts=False)
        case BadRequest():
            says = _says(error)
            return Refused(says, unreachable=any(words in says for words in NOBODY_THERE))
        case NotReached():
            return DeliveryFailed("Telegram can’t be reached")
        case NetworkError():
            return DeliveryFailed("Telegram did not answer", may_have_arrived=True)
        case _:
            return DeliveryFailed("Telegram’s answer can’t be read", may_have_arrived=True)


def _says(error: TelegramError) -> str:
    """The library changes the case of what Telegram says, so it is compared without."""
    words = error.message.casefold().removeprefix("bad request: ").removeprefix("forbidden: ")
    known = KNOWN.match(words)
    return known.group().strip() if known else "no"


def _in_chat(chat: int) -> Limit:
    if chat < 0:
        return Limit(f"telegram/{chat}", GROUP_EVERY, burst=GROUP_BURST)
    return Limit(f"telegram/{chat}", timedelta(seconds=1), burst=CHAT_BURST)
