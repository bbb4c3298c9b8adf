"""Days as they are named, and what the rules for naming them share."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from scheduling.phrases.meant import How
from scheduling.phrases.names import DAYS, MONTHS

Sure = Literal[0, 1, 2]
"""How sure words are to be of a time: 0 beside others that are, 1 where they stand like one, 2 wherever they stand."""

DAY = (
    r"(?P<weekday>mon(?:days?)?|tue(?:s|sdays?)?|wed(?:s|nesdays?)?|thu(?:r|rs|rsdays?)?|fri(?:days?)?|sat(?:urdays?)?"
    r"|sun(?:days?)?)(?!\w)"
)
MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)(?!\w)"
)
YEAR = r"(?:,?[ -]?(?:'(?P<short>\d\d)|(?P<year>20\d\d)))?"
NUMBERED = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": -1, "final": -1}
NTH = r"(?P<nth>first|second|third|fourth|last|final|[1-5](?:st|nd|rd|th))"
NUMBER = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
LISTED = r"\d{1,2}(?:st|nd|rd|th)?(?!\w|[:./]\d| ?(?:am|pm)\b)"
SMALL = r"(?P<count>an?|\d{1,3}|(?:a )?couple(?: of)?|(?:a )?few|several)(?=[ -])"
WORDY = {"a": 1, "an": 1, "couple": 2, "few": 3, "several": 3}
UNIT_DAYS = {"day": 1, "week": 7, "fortnight": 14}


@dataclass(frozen=True)
class Days:
    """A day or several days, as they were named."""

    first: date | None = None
    last: date | None = None
    window: bool = False
    """Whether some day of them is meant, not all."""
    weekday: int | None = None
    which: str = ""
    """Of a weekday: "this", "next" or "last"."""
    number: int | None = None
    """A day of a month that was not named."""
    week: int | None = None
    """0 for this Monday-to-Sunday week, 1 for the next."""
    shift: int = 0
    """Days after the day that was named: 7 in "Tuesday week"."""
    how: How = How.EXACT
    between: bool = False
    plural: bool = False
    yearless: bool = False
    """Whether the year of the date is the next one that fits."""
    said: tuple[int, int] = (0, 0)
    sure: Sure = 2

    def with_more(self, more: "Days", today: date) -> "Days | None":
        """Both together, where they name one day: "Mon 15th", "Friday next week", "a week on Tuesday"."""
        weekdays = [days.weekday for days in (self, more) if days.weekday is not None]
        dates = [
            days for days in (self, more) if days.week is None and (days.first is not None or days.number is not None)
        ]
        weeks = [days.week for days in (self, more) if days.week is not None]
        windows = [days for days in dates if days.window and days.number is None]
        if len(dates) == 2 and len(windows) == 1 and not weekdays:
            return _number_within(windows[0], next(days for days in dates if not days.window), self, more)
        if len(weekdays) > 1 or len(dates) > 1 or len(weeks) > 1 or (weeks and dates) or (self.shift and more.shift):
            return self if _same(self, more, today) else None
        dated = dates[0] if dates else Days() if weekdays else self
        if dated.window and weekdays:
            return _weekday_within(dated, weekdays[0], self, more)
        return Days(
            dated.first,
            dated.last,
            dated.window,
            weekdays[0] if weekdays else None,
            self.which or more.which,
            dated.number,
            weeks[0] if weeks else None,
            self.shift or more.shift,
            self.how if self.how is not How.EXACT else more.how,
            self.between or more.between,
            self.plural or more.plural,
            self.yearless or more.yearless,
            (min(self.said[0], more.said[0]), max(self.said[1], more.said[1])),
            2 if 2 in (self.sure, more.sure) or 0 not in (self.sure, more.sure) else 1,
        )


def _weekday_within(window: Days, weekday: int, one: Days, other: Days) -> Days | None:
    """The first such weekday of some days: "a Tuesday in early March"."""
    assert window.first is not None
    day = window.first + timedelta(days=(weekday - window.first.weekday()) % 7)
    if window.last is None or day > window.last:
        return None
    said = (min(one.said[0], other.said[0]), max(one.said[1], other.said[1]))
    return replace(window, first=day, last=None, window=False, said=said, sure=2)


def _number_within(month: Days, day: Days, one: Days, other: Days) -> Days | None:
    """A day of a month that was said apart: "next month on the 8th"."""
    if month.first is None or month.last is None or day.number is None:
        return None
    first = month.last.replace(day=day.number)
    said = (min(one.said[0], other.said[0]), max(one.said[1], other.said[1]))
    return replace(day, first=first, number=None, said=said, sure=2) if first >= month.first else None


def _same(one: Days, other: Days, today: date) -> bool:
    """Whether a second name is of the same day: "tomorrow the 29th", "today, Friday"."""
    day = one.first
    if day is None or one.last is not None or other.last is not None or one.shift or other.shift or other.week:
        return False
    return (
        other.first in (None, day)
        and other.number in (None, day.day)
        and other.weekday in (None, day.weekday())
        and (other.weekday, other.number, other.first) != (None, None, None)
    )


Read = Callable[["re.Match[str]", date], Days | None]
"""What the words of a rule name on a day. Raises ValueError for a day that there is not."""


class Rules:
    """Ways of naming days, tried in their order at each place of the words; the first that fits takes its part."""

    def __init__(self) -> None:
        self.known: list[tuple[str, Read]] = []

    def __call__(self, *patterns: str, loose: bool = False) -> Callable[[Read], Read]:
        def keep(read: Read) -> Read:
            # No part ends within a longer number: the 15 of 15:30Z is no hour.
            end = "" if loose else r"(?:(?<!\d)|(?![:./-]\d))"
            self.known.extend((rf"(?:{pattern})(?!\w){end}", read) for pattern in patterns)
            return read

        return keep


def year_in(found: re.Match[str]) -> int | None:
    said = found.groupdict()
    if said.get("short"):
        return 2000 + int(said["short"])
    return int(said["year"]) if said.get("year") else None


def nth_in(found: re.Match[str]) -> int:
    return NUMBERED.get(found["nth"]) or int(found["nth"][:-2])


def count_in(word: str) -> tuple[int, bool]:
    """How many, and whether that is only about so."""
    word = word.removeprefix("a ").removesuffix(" of")
    return (int(word), False) if word.isdecimal() else (WORDY[word], word == "few")


def weekday_in(found: re.Match[str]) -> int:
    return next(index for index, day in enumerate(DAYS) if day.startswith(found["weekday"][:3]))


def month_in(found: re.Match[str]) -> int:
    return next(index for index, month in enumerate(MONTHS, 1) if month.startswith(found["month"][:3]))
