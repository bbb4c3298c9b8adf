"""A new day and times as they are typed in one line: "12 March 9:30 to 16:00", "next Tuesday", "10:00"."""

import re
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from bot.chat.errors import Refusal
from bot.chat.forms import ReadTime
from handlers.settings.hours import hour_of

_CLOCK = r"\d{1,2}(?:[:.]\d{2})? ?(?:am|pm)?|noon|midday"
_UNTIL = re.compile(rf"^(?P<from>.*\S)\s*(?:\b(?:to|until|till)\b|[-–—])\s*(?P<until>{_CLOCK})$", re.IGNORECASE)
_ONLY_A_TIME = re.compile(rf"(?:at |from )?(?P<clock>{_CLOCK})", re.IGNORECASE)
ANY_TIME = " 03:33"
"""What goes with a day alone, and with nothing that has a time of its own."""


@dataclass(frozen=True)
class Typed:
    """What was said, and None for what was not."""

    day: date | None
    starts: time | None
    ends: time | None


def typed(words: str, read_time: ReadTime, now: datetime, zone: ZoneInfo) -> Typed:
    """Raises Refusal where it can't be read."""
    words = words.strip(" .!?")
    if until := _UNTIL.match(words):
        with suppress(Refusal):  # the dashes of a date are no "until"
            said = _beginning(until["from"], read_time, now, zone)
            if said.starts is not None:
                return Typed(said.day, said.starts, hour_of(until["until"]))
    return _beginning(words, read_time, now, zone)


def _beginning(words: str, read_time: ReadTime, now: datetime, zone: ZoneInfo) -> Typed:
    if only := _ONLY_A_TIME.fullmatch(words):
        return Typed(None, hour_of(only["clock"]), None)
    try:
        return Typed(read_time(words + ANY_TIME, now, zone).date(), None, None)
    except Refusal:
        moment = read_time(words, now, zone)
        return Typed(moment.date(), moment.time(), None)
