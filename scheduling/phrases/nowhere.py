"""Days and times that there are not: "31 February", "the 32nd", "25:00"."""

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.chat.errors import Refusal
from scheduling.phrases.meaning import HINT
from scheduling.phrases.named import MONTH, NUMBER, YEAR, month_in, year_in
from scheduling.phrases.names import MONTHS

A_LEAP_YEAR = 2028
LAST_NUMBER = 31
MINUTES_OF_A_DAY = 24 * 60

_LEAD = r"(?<![\w.,/:-])(?:(?:on|by|from|until|for) )?"
_NAMED = re.compile(rf"{_LEAD}(?:the )?{NUMBER}(?: ?- ?| of | )?{MONTH}{YEAR}(?!\w)")
_MONTH_FIRST = re.compile(rf"{_LEAD}{MONTH}(?: the)?[ -]?{NUMBER}(?![\w:/-]){YEAR}(?!\w)")
_IN_DIGITS = re.compile(
    rf"{_LEAD}(?P<day>\d{{1,2}})/(?P<number>\d{{1,2}})(?:/(?:(?P<year>20\d\d)|(?P<short>\d\d)))?(?![\w/])"
)
_NUMBERED = re.compile(
    r"(?:^|(?<!\w)(?:on|by|from|until) )(?:the )?(?P<day>\d\d)(?:st|nd|rd|th)(?= ?$| ?[,.:;?!]| (?:to|at|that|about) )"
)
_CLOCK = re.compile(
    r"(?:^|(?<!\w)(?:at|by|from|until|@|\w*day|tomorrow|tonight) ?)(?P<hour>\d{1,2}):(?P<minute>\d\d)(?![\w:])"
)
_DAY_BEFORE = re.compile(r"\w*(?:day|tomorrow|tonight) ?")
_MARKED = re.compile(r"\d(?:st|nd|rd|th)\b| of |^(?:on|by) ")
"""What makes a date even of a number that no month has: "45 may come" is none."""


@dataclass(frozen=True)
class Nowhere:
    """A day or a time that was said and that there is not."""

    name: str
    said: tuple[int, int]
    """Where in the plain words."""

    @property
    def refusal(self) -> Refusal:
        return Refusal(f"There is no {self.name}. {HINT}")


def nowhere_in(words: str) -> Nowhere | None:
    """The first day or time in plain words that there is not."""
    return min((*_days(words), *_numbers(words), *_clocks(words)), key=lambda found: found.said, default=None)


def _days(words: str) -> Iterator[Nowhere]:
    for pattern in (_NAMED, _MONTH_FIRST, _IN_DIGITS):
        for found in pattern.finditer(words):
            day, year = int(found["day"]), year_in(found)
            month = int(found["number"]) if pattern is _IN_DIGITS else month_in(found)
            if not 1 <= month <= 12 or (day > LAST_NUMBER and not _MARKED.search(found[0])):
                continue
            if not 1 <= day <= calendar.monthrange(year or A_LEAP_YEAR, month)[1]:
                of_year = f" {year}" if year else ""
                yield Nowhere(f"{day} {MONTHS[month - 1].title()}{of_year}", found.span())


def _numbers(words: str) -> Iterator[Nowhere]:
    for found in _NUMBERED.finditer(words):
        if int(found["day"]) > LAST_NUMBER:
            yield Nowhere(found[0].rpartition(" ")[2], found.span())


def _clocks(words: str) -> Iterator[Nowhere]:
    for found in _CLOCK.finditer(words):
        minutes = int(found["minute"])
        if minutes > 59 or int(found["hour"]) * 60 + minutes > MINUTES_OF_A_DAY:
            before = _DAY_BEFORE.match(found[0])
            start = found.start() + (before.end() if before else 0)
            yield Nowhere(f"{found['hour']}:{found['minute']}", (start, found.end()))
