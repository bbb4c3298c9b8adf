"""What was meant by a typed time: a moment, a range, a day, a window; alternatives; and whether that is sure."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

from bot.chat.errors import Ambiguous
from bot.chat.times import as_typed, place_of, spoken, spoken_date


class How(StrEnum):
    """How a time lies to what was said of it."""

    EXACT = "exact"
    """The moment, the range or the day itself."""
    WINDOW = "window"
    """Some time within it: "tomorrow afternoon"."""
    FROM = "from"
    """From then on: "after 4pm on Friday"."""
    BY = "by"
    """Up to then: "by Friday"."""
    UNTIL = "until"
    """From now and up to then: "until Friday"."""


@dataclass(frozen=True)
class Meant:
    """One time that was meant; a date is a whole day, and as an end the last one."""

    start: date
    end: date | None = None
    how: How = How.EXACT

    def told_in(self, zone: ZoneInfo) -> "Meant":
        """The same, on the clocks of this zone."""
        ends = self.end.astimezone(zone) if isinstance(self.end, datetime) else self.end
        starts = self.start.astimezone(zone) if isinstance(self.start, datetime) else self.start
        return replace(self, start=starts, end=ends)


@dataclass(frozen=True)
class Times:
    """The times that a text says."""

    meant: tuple[Meant, ...]
    """The alternatives that were said, the best first."""
    said: tuple[int, int]
    """Where in the text they were said."""
    others: tuple[Meant, ...] = ()
    """What else it may have meant, where that is not sure."""
    why: str = ""
    """Why that is not sure, in words for the person."""

    @property
    def readings(self) -> tuple[Meant, ...]:
        """All that it may have meant, the likeliest first."""
        return (*self.meant, *(other for other in self.others if other not in self.meant))

    def told_in(self, zone: ZoneInfo) -> "Times":
        """The same, on the clocks of this zone."""
        meant, others = ([one.told_in(zone) for one in some] for some in (self.meant, self.others))
        return replace(self, meant=tuple(meant), others=tuple(others))


class Unsure(Ambiguous):
    """A time that may mean this or that: the person chooses."""

    def __init__(self, times: Times, text: str, zone: ZoneInfo) -> None:
        ways = {typed_meant(meant, zone): spoken_meant(meant, zone) for meant in times.readings}
        super().__init__(times.why, ways, typed=text, said=times.said)
        self.readings = times.readings


def typed_meant(meant: Meant, zone: ZoneInfo) -> str:
    """As it can be typed, and is read as the same: "Tuesday 12 January 2027 14:00-15:00"."""
    start, end = _typed(meant.start, zone), _typed(meant.end or meant.start, zone)
    day, _, clock = end.rpartition(" ")
    if isinstance(meant.end, datetime) and start.startswith(f"{day} "):
        start = f"{start}-{clock}" if start != end else start
    elif start != end:
        start = f"{start} to {end}"
    before = {How.FROM: "from ", How.BY: "by ", How.UNTIL: "until "}.get(meant.how, "")
    return f"{before}{start}"


def _typed(when: date, zone: ZoneInfo) -> str:
    return as_typed(when, zone) if isinstance(when, datetime) else spoken_date(when)


def spoken_meant(meant: Meant, zone: ZoneInfo) -> str:
    """In words: "Tuesday 12 January 2027, 14:00–15:00 (London)"."""
    return {How.FROM: "from {}", How.BY: "by {}", How.UNTIL: "until {}"}.get(meant.how, "{}").format(
        _spoken(meant.start, meant.end, zone)
    )


def _spoken(start: date, end: date | None, zone: ZoneInfo) -> str:
    if isinstance(start, datetime):
        if not isinstance(end, datetime) or end == start:
            return spoken(start, zone)
        first, last = start.astimezone(zone), end.astimezone(zone)
        if first.date() != last.date() or first.utcoffset() != last.utcoffset():
            return f"{spoken(start, zone)} to {spoken(end, zone)}"
        return f"{spoken_date(first)}, {first:%H:%M}–{last:%H:%M} ({place_of(zone, start)})"
    if end is None or end == start:
        return spoken_date(start)
    return f"{spoken_date(start)} to {spoken_date(end)}"
