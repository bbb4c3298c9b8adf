"""Availability: what somebody offers again and again, as a rule with its hours."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from itertools import groupby, takewhile
from zoneinfo import ZoneInfo

from bot.chat.times import on_the_clock, spoken_date
from scheduling.phrases.hours import PARTS
from scheduling.phrases.repeating import Repeating, rule_in_words, until_in_words

_SEVERAL = ("morning", "lunchtime", "afternoon", "evening", "night")
"""Parts of the day of which there are several, one a day: "mornings", but "after lunch"."""


@dataclass(frozen=True)
class Availability:
    """Hours that come again on a wall clock, in a zone."""

    rule: str
    """On which days, and until when: an RRULE without parts of the time."""
    first: date
    """The first of its days, from which weeks and months are counted."""
    zone: ZoneInfo
    starts: time | None = None
    ends: time | None = None
    """With neither of them nor a part of the day it is the whole day."""
    onwards: bool = False
    """Any time from its start on: "after 4pm"."""
    part: str = ""
    """A part of the day, where that was all that was said of the time: "morning"."""
    except_on: frozenset[date] = frozenset()
    minutes: int | None = None
    """How long one meeting in it takes, where that was said."""
    why: str = field(default="", compare=False)
    """What is not sure about it, in words for the person."""
    others: tuple["Availability", ...] = field(default=(), compare=False)
    """What else it may have meant, where that is not sure."""

    def days(self) -> Iterator[date]:
        """Its days, one after another."""
        return (day for day in self._every_day() if day not in self.except_on)

    def _every_day(self) -> Iterator[date]:
        return Repeating(self.rule, datetime.combine(self.first, time()), self.zone).days()

    def times(self) -> Iterator[tuple[datetime, datetime]]:
        """From when to when it is on each of its days, on the clock of that day."""
        starts, ends = PARTS.get(self.part, (self.starts or time(), self.ends))
        for day in self.days():
            wall = datetime.combine(day, ends) if ends else datetime.combine(day + timedelta(days=1), time())
            yield on_the_clock(datetime.combine(day, starts), self.zone), on_the_clock(wall, self.zone)

    @property
    def repeating(self) -> Repeating | None:
        """Its beginnings, where it has a start; those that are left out are among them."""
        if self.starts is None:
            return None
        return Repeating(self.rule, datetime.combine(self.first, self.starts), self.zone)

    def __str__(self) -> str:
        """In words, which are read as the same again: "every Tuesday 14:00–17:00, from Tuesday 12 January 2027"."""
        said = f"{rule_in_words(self.rule)}{self._hours()}, from {spoken_date(self.first)}{until_in_words(self.rule)}"
        return f"{said}, except {' and '.join(self._exceptions())}" if self.except_on else said

    def _exceptions(self) -> Iterator[str]:
        """The days on which it does not come, those that follow one another as one stretch."""
        last = max(self.except_on)
        days = takewhile(lambda day: day <= last, self._every_day())
        for left_out, run in groupby(days, key=self.except_on.__contains__):
            if left_out:
                first, *others = run
                yield f"{spoken_date(first)} to {spoken_date(others[-1])}" if others else spoken_date(first)

    def _hours(self) -> str:
        long = f", {self.minutes} minutes each" if self.minutes else ""
        if self.part:
            return f", {self.part}{'s' * self.part.endswith(_SEVERAL)}{long}"
        match self.starts, self.ends:
            case None, None:
                return f", all day{long}"
            case None, ends:
                return f" before {ends:%H:%M}{long}"
            case starts, None:
                return f" {'after' if self.onwards else 'at'} {starts:%H:%M}{long}"
            case starts, ends:
                return f" {starts:%H:%M}–{ends:%H:%M}{long}"
