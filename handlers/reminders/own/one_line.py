"""A reminder as it is said in one line: what and when, told apart, with its end where it has one."""

import re
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.chat.errors import Refusal
from bot.chat.forms import CONTROLS
from bot.chat.times import GoneBy
from handlers.reminders.own.forms import ahead
from scheduling.phrases import Repeating, read_when, told_apart

_UNTIL = re.compile(r"\s*\b(?P<until>(?:until|till)\s+.+?)(?=\s+to\s|\s*[:,](?!\d)|$)", re.IGNORECASE | re.DOTALL)


@dataclass(frozen=True)
class OneLine:
    """What to be reminded of, and when; or what there is to ask about that."""

    words: str
    when: datetime | Repeating | None
    fault: Refusal | None = None


def read_line(typed: str, now: datetime, zone: ZoneInfo) -> OneLine:
    """An end that can’t be read, or has gone by, is no part of the words either: it is asked about. Raises Unsure."""
    said, about = told_apart(typed, now, zone), ""
    if said.fault is not None:
        return OneLine(said.words.translate(CONTROLS).strip(), None, said.fault)
    words, when = said.words, said.when
    until = _UNTIL.search(typed)
    if until and until["until"] in words:
        without = told_apart(typed[: until.start()] + typed[until.end() :], now, zone)
        if isinstance(without.when, Repeating):
            words, about = without.words, f"About “{until['until']}”: "
    words = words.translate(CONTROLS).strip()
    try:
        if until and about:
            when = read_when(f"{without.when} {until['until']}", now, zone)
        return OneLine(words, ahead(when, now, zone, typed))
    except GoneBy as gone_by:
        return OneLine(words, None, gone_by)
    except Refusal as refusal:
        return OneLine(words, None, Refusal(f"{about}{refusal.words}"))
