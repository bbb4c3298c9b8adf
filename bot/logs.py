"""The log: ids, kinds and durations. An exception's own text stays out of it, for it may be somebody's words."""

import asyncio
import logging
from types import TracebackType

from bot.chat.faults import describe

TALKATIVE = ("httpx", "httpcore", "telegram", "slack_bolt", "slack_sdk", "apscheduler", "aiohttp.access", "alembic")
"""Libraries that write addresses, tokens or payloads at INFO."""

UNRELIABLE = ("telegram",)
"""Those that write what somebody said into their errors. What goes wrong in them, we say ourselves."""

ExcInfo = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


class Discreet(logging.Formatter):
    """Tells of an exception only its kind and our own frames."""

    def formatException(self, ei: ExcInfo) -> str:
        return describe(ei[1]) if ei[1] is not None else ""

    def format(self, record: logging.LogRecord) -> str:
        record.exc_text = None
        return super().format(record)


def set_up(level: str) -> None:
    """Log to standard error, at this level and above."""
    handler = logging.StreamHandler()
    handler.setFormatter(Discreet("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logging.basicConfig(level=level, handlers=[handler], force=True)
    for name in TALKATIVE:
        logging.getLogger(name).setLevel(logging.CRITICAL if name in UNRELIABLE else logging.WARNING)


def watch(loop: asyncio.AbstractEventLoop) -> None:
    """A task that nobody waited for has failed: say so, in as few words as any other bug."""

    def tell(_: asyncio.AbstractEventLoop, context: dict[str, object]) -> None:
        error = context.get("exception")
        what = describe(error) if isinstance(error, BaseException) else "no exception"
        logging.getLogger("waymark").error("something failed in the background: %s", what)

    loop.set_exception_handler(tell)
