"""Where a message of ours is, or is to be seen, in words that go out and come back as plain text."""

from collections.abc import Iterable
from typing import NamedTuple, Self

from bot.chat.platform import Sent

WINDOW = "view/"


class Place(NamedTuple):
    """A conversation, or a thread in it; with an address to answer at, where only Slack can reach it."""

    channel: str
    thread: str = ""
    answer_at: str = ""

    @classmethod
    def read(cls, written: str) -> Self:
        return cls(*written.split(" "))

    def written(self) -> str:
        return " ".join(self)


class At(NamedTuple):
    """A message, and the files that were sent with it, which are messages of their own."""

    channel: str
    ts: str
    files: tuple[str, ...] = ()


def message(channel: str, ts: str, files: Iterable[str] = ()) -> Sent:
    return Sent("/".join((channel, ts, *files)))


def read_message(written: str) -> At:
    channel, ts, *files = written.split("/")
    return At(channel, ts, tuple(files))


class Window(NamedTuple):
    """A window that is open, and the page of it that is asked for."""

    id: str
    page: int
    after_submitting: bool
    """Slack is just being told, in the answer to a form, what to show in it in the meantime."""


def window(view_id: str, page: int = 0, *, after_submitting: bool = False) -> Sent:
    return Sent(f"{WINDOW}{view_id}/{page}/{'after' if after_submitting else 'now'}")


def read_window(written: str) -> Window | None:
    """A window as `window` wrote it; None where this is none."""
    if not written.startswith(WINDOW):
        return None
    view_id, page, when = written.removeprefix(WINDOW).split("/")
    return Window(view_id, int(page), when == "after")


ANSWER_AT = "answer "


def answered_at(url: str) -> Sent:
    """A message that only its reader sees, and that Slack changes for whoever answers at this address."""
    return Sent(f"{ANSWER_AT}{url}")


def read_answered_at(written: str) -> str | None:
    return written.removeprefix(ANSWER_AT) if written.startswith(ANSWER_AT) else None
