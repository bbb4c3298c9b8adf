"""What comes again at a wall time: its next moments, and how it is said.

A rule is an RRULE of RFC 5545 without a start; the start, with its time of day, and the zone stand beside it, so that
what repeats keeps its wall time when the clocks change.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from itertools import islice
from zoneinfo import ZoneInfo

from dateutil.rrule import rrule, rrulestr

from bot.chat.times import on_the_clock, spoken_date
from scheduling.phrases.names import DAYS, MONTHS
from scheduling.phrases.rules import BY_DAY, NTH, QUARTERS, WORKING
from scheduling.phrases.words import ordinal

UNTIL = "%Y%m%dT235959"


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
        return replace(self, rule=_rule(_parts(self.rule) | {"UNTIL": day.strftime(UNTIL)}))

    def times(self, count: int) -> "Repeating":
        """The same, so many times and no more."""
        *_, last = islice(self._rule(), count)
        return self.until(last.date())

    def days(self) -> Iterator[date]:
        """The days on which it comes, one after another."""
        return (wall.date() for wall in self._rule())

    def __str__(self) -> str:
        """In words, which are read as the same again: "every Friday at 16:00 until Wednesday 30 June 2027"."""
        return f"{rule_in_words(self.rule)} at {self.first:%H:%M}{until_in_words(self.rule)}"

    def _rule(self) -> rrule:
        rule = rrulestr(self.rule, dtstart=self.first)
        assert isinstance(rule, rrule)  # a single line is no set of them
        return rule


def begun(parts: Mapping[str, str], clock: time, begins: datetime, zone: ZoneInfo) -> Repeating:
    """A rule from its first time on: weeks and months are counted from there, not from the day on which it was said."""
    once = {name: value for name, value in parts.items() if name != "INTERVAL"}
    today = datetime.combine(begins, clock)
    first = Repeating(_rule(once), today, zone).after(begins.replace(tzinfo=zone) - timedelta(microseconds=1))
    if first is None:
        raise ValueError
    return Repeating(_rule(parts), datetime.combine(first.astimezone(zone), clock), zone)


def _rule(parts: Mapping[str, str]) -> str:
    return ";".join(f"{name}={value}" for name, value in parts.items())


def _parts(rule: str) -> dict[str, str]:
    return dict(part.split("=") for part in rule.split(";"))


def until_in_words(rule: str) -> str:
    until = _parts(rule).get("UNTIL")
    return f" until {spoken_date(date.fromisoformat(until[:8]))}" if until else ""


def rule_in_words(rule: str) -> str:
    """How often, in words: "every other week on Friday", "the second and fourth Friday of every month"."""
    parts = _parts(rule)
    months, whole = parts.get("BYMONTH", ""), range(1, 13)
    said = {int(month) for month in months.split(",")} if months else set(whole)
    quarterly = parts["FREQ"] == "MONTHLY" and months and said <= {int(month) for month in QUARTERS.split(",")}
    if quarterly:
        whole = range(1, 13, 3)
    out = [MONTHS[month - 1].title() for month in whole if month not in said]
    return f"{_how_often(parts, 'quarter' if quarterly else 'month')}{f', not in {_and(out)},' if out else ''}"


def _how_often(parts: Mapping[str, str], month: str) -> str:
    interval, by_days = int(parts.get("INTERVAL", "1")), parts.get("BYDAY", "").split(",")
    working = by_days == [BY_DAY[day] for day in WORKING]
    match parts["FREQ"]:
        case "DAILY":
            return _every(interval, "day")
        case "WEEKLY" if working and interval == 1:
            return "every weekday"
        case "WEEKLY":
            days = _days(by_days)
            return f"every {days}" if interval == 1 else f"{_every(interval, 'week')} on {days}"
        case _ if "BYDAY" in parts and "BYSETPOS" in parts:
            which = f"the {NTH[int(parts['BYSETPOS'])]} working day"
        case _ if "BYDAY" in parts:
            which = _and(f"the {nths} {days}" for nths, days in _by_nth(by_days))
        case _ if "BYSETPOS" in parts:
            which = f"the {ordinal(int(parts['BYMONTHDAY'].split(',')[-1]))}"
        case _:
            dates = [int(number) for number in parts["BYMONTHDAY"].split(",")]
            which = _and(f"the {'last day' if number < 0 else ordinal(number)}" for number in dates)
    return f"{which} of {_every(interval, month)}"


def _by_nth(by_days: list[str]) -> list[tuple[str, str]]:
    """Which of a month, and the weekdays of which it is that one: ("second and fourth", "Friday")."""
    nths: dict[str, list[int]] = {}
    for named in by_days:
        nths.setdefault(named[-2:], []).append(int(named[:-2]))
    days: dict[tuple[int, ...], list[str]] = {}
    for day, numbers in nths.items():
        days.setdefault(tuple(numbers), []).append(day)
    return [(_and(NTH[number] for number in numbers), _days(named)) for numbers, named in days.items()]


def _every(interval: int, unit: str) -> str:
    return {1: f"every {unit}", 2: f"every other {unit}"}.get(interval, f"every {interval} {unit}s")


def _days(named: list[str]) -> str:
    return _and(DAYS[BY_DAY.index(name)].title() for name in named)


def _and(names: "Iterator[str] | list[str]") -> str:
    *others, last = names
    return f"{', '.join(others)} and {last}" if others else last
