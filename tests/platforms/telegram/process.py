"""A bot on Telegram in a process of its own."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from multiprocessing.connection import Connection
from pathlib import Path

from aiohttp.test_utils import unused_port

from bot.chat.carrying import Mark, no_mark
from bot.chat.router import Router
from bot.platforms.telegram.adapter import TelegramPlatform
from bot.platforms.telegram.calling import Telegram, telegram_bot
from bot.platforms.telegram.polling import Polling
from bot.platforms.telegram.webhook import Webhook
from scheduling.standing_by import StandingBy
from tests.platforms import process
from tests.platforms.process import Around, Connected


@dataclass(frozen=True)
class AtTelegram:
    """Where the bot finds Telegram, and how it hears from it: by webhook where it has a secret for that."""

    api_url: str
    token: str
    webhook_secret: str = ""


def live(
    folder: Path,
    at_telegram: AtTelegram,
    ready: Connection,
    *,
    ahead: timedelta = timedelta(),
    routers: Sequence[Router] = (),
    mark: Mark = no_mark,
) -> None:
    """A life of the bot, until it is killed."""
    process.live(folder, partial(_connect, at_telegram), ready, ahead, routers, mark)


def _connect(at_telegram: AtTelegram, around: Around) -> Connected:
    telegram = Telegram(telegram_bot(at_telegram.token, at_telegram.api_url, around.session), around.pace)
    if at_telegram.webhook_secret:
        port = unused_port()
        webhook = Webhook(telegram, f"http://127.0.0.1:{port}", at_telegram.webhook_secret)
        return Connected(TelegramPlatform(telegram, webhook), [webhook], port)
    standing_by = StandingBy(around.database, around.clock, "asking Telegram")
    return Connected(TelegramPlatform(telegram, Polling(telegram, standing_by)))
