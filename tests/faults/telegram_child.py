"""A bot on Telegram in a process of its own, which keeps marks and may end by its own hand."""

from datetime import timedelta
from multiprocessing.connection import Connection
from pathlib import Path

from tests.faults.child import Kill, ends_at, router
from tests.platforms.telegram import process
from tests.platforms.telegram.process import AtTelegram


def live(folder: Path, at_telegram: AtTelegram, ready: Connection, ahead: timedelta, kill: Kill) -> None:
    """One life of the bot."""
    process.live(folder, at_telegram, ready, ahead=ahead, routers=[router], mark=ends_at(kill))
