"""Every wording of the year, once, as Slack and Telegram are given it."""

from collections.abc import Iterator, Sequence
from html import escape

from bot.chat.markdown import plain
from bot.chat.messages import Message
from bot.chat.times import spoken
from bot.rehearsal.drawn import drawn
from bot.rehearsal.report import Report, Told

LINE = 90
"""Letters of a message by which it is known again."""


def wordings(report: Report) -> Iterator[str]:
    """Each with how many it goes to and when first; open one to see it on both."""
    many = len(report.wordings)
    yield f"<p>{many} in the order in which they first come, each as Slack and as Telegram are given it.</p>"
    for number, told in enumerate(report.wordings.values(), 1):
        yield from _wording(report, number, told)


def in_a_line(message: Message) -> str:
    """The beginning of what it says."""
    words = " ".join(": ".join(part for part in (message.title, plain(message.text)) if part).split())
    return words if len(words) <= LINE else f"{words[: LINE - 1].rstrip()}…"


def _wording(report: Report, number: int, told: Sequence[Told]) -> Iterator[str]:
    first = told[0]
    message = first.message
    assert message is not None
    whom = first.person.name if len({one.person.id for one in told}) == 1 else f"{len(told)} people"
    when = spoken(first.at, report.zone)
    yield f'<details class="wording"><summary><b>{escape(in_a_line(message))}</b>'
    yield f'<small>{escape(first.kind)}, to {escape(whom)}, {when}</small></summary><div class="both" id="w{number}">'
    for on in drawn(message):
        yield f'<section><h4>{on.platform}</h4><div class="said {on.platform.lower()}">{on.looks}</div>'
        yield f'<details class="given"><summary>What {on.platform} is given</summary><pre>{on.given}</pre></details>'
        yield "</section>"
    yield "</div></details>"
