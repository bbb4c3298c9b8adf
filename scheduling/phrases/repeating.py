"""What comes again at a wall time: its next moments, and how it is said.

A rule is an RRULE of RFC 5545 without a start; the start, with its time of day, and the zone stand beside it, so that
what repeats keeps its wall time when the clocks change.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from itertools import islice
from zoneinfo import ZoneInfo

from dateutil.rrule import rrule, rrulestr

from bot.chat.times import spoken_date
from scheduling.phrases.reading import on_the_clock
from scheduling.phrases.words import DAYS

BY_DAY = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
WORKING_DAYS = ",".join(BY_DAY[:5])
UNTIL = "%Y%m%dT235959"
SHORTEST_MONTH = 28
NTH = {1: "first", 2: "second", 3: "third", 4: "fourth", -1: "last"}


@dataclass(frozen=True)
class Repeating:
    """Something that comes again and again at a wall time."""

    rule: str
    """When, and to which day: "FREQ=WEEKLY;BYDAY=FR;UNTIL=20270630T235959"."""
    first: datetime
    """Its first wall time, from which weeks and months are counted."""
    zone: ZoneInfo

    def after(self, moment: datetime) -> datetime | None:
        """The first time it comes after this moment; None where it has ended."""
        wall = moment.astimezone(self.zone).replace(tzinfo=None)
        # From a day before, for the clocks may put off what comes in the hour that they skip.
        for found in self._rule().xafter(wall - timedelta(days=1)):
            at = on_the_clock(found, self.zone)
            if at > moment:
                return at
        return None

    def until(self, day: date) -> "Repeating":
        """The same, to the end of this day."""
        return replace(self, rule=f"{self.rule};UNTIL={day.strftime(UNTIL)}")

    def times(self, count: int) -> "Repeating":
        """The same, so many times and no more."""
        *_, last = islice(self._rule(), count)
        return self.until(last.date())

    def __str__(self) -> str:
        """In words, which are read as the same again: "every Friday at 16:00 until Wednesday 30 June 2027"."""
        parts = dict(part.split("=") for part in self.rule.split(";"))
        until = f" until {spoken_date(date.fromisoformat(parts['UNTIL'][:8]))}" if "UNTIL" in parts else ""
        return f"{_in_words(parts)} at {self.first:%H:%M}{until}"

    def _rule(self) -> rrule:
        rule = rrulestr(self.rule, dtstart=self.first)
        assert isinstance(rule, rrule)  # a single line is no set of them
        return rule


def by_day(days: list[int], nth: int | None = None) -> str:
    """Weekdays as a rule names them, Monday being 0: "MO,TH", or "-1FR" for the last Friday of a month."""
    return ",".join(f"{nth or ''}{BY_DAY[day]}" for day in days)


def by_date(number: int) -> dict[str, str]:
    """A day of the month as a rule names it; in a month that is too short, its last day."""
    if number <= SHORTEST_MONTH:
        return {"BYMONTHDAY": str(number)}
    return {"BYMONTHDAY": ",".join(str(day) for day in range(SHORTEST_MONTH, number + 1)), "BYSETPOS": "-1"}


def _in_words(parts: Mapping[str, str]) -> str:
    interval = int(parts.get("INTERVAL", "1"))
    match parts["FREQ"]:
        case "DAILY":
            return _every(interval, "day")
        case "WEEKLY" if parts["BYDAY"] == WORKING_DAYS and interval == 1:
            return "every weekday"
        case "WEEKLY":
            days = _days(parts["BYDAY"].split(","))
            return f"every {days}" if interval == 1 else f"{_every(interval, 'week')} on {days}"
        case _ if "BYDAY" in parts:
            first = parts["BYDAY"].split(",")[0]
            which = f"{NTH[int(first[:-2])]} {_days([day[-2:] for day in parts['BYDAY'].split(',')])}"
        case _:
            number = int(parts["BYMONTHDAY"].split(",")[-1])
            which = "last day" if number == -1 else _ordinal(number)
    return f"the {which} of {_every(interval, 'month')}"


def _every(interval: int, unit: str) -> str:
    return {1: f"every {unit}", 2: f"every other {unit}"}.get(interval, f"every {interval} {unit}s")


def _days(named: list[str]) -> str:
    *others, last = [DAYS[BY_DAY.index(name)].title() for name in named]
    return f"{', '.join(others)} and {last}" if others else last


def _ordinal(number: int) -> str:
    ending = "th" if 10 < number < 14 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"
