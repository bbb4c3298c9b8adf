"""Calendars that people give: from their text (RFC 5545) to the times at which somebody is busy, and nothing else.

What repeats is worked out on the wall clock of its own zone, so that it stays at its hour when the clocks change. How
much that takes is bounded: somebody else wrote it.
"""

import signal
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from itertools import islice
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from dateutil.rrule import rrule, rrulestr

from storage.shared.coaching.busy import Span

if TYPE_CHECKING:
    from icalendar import Calendar, Component

MOST_BYTES = 2_000_000
MOST_EVENTS = 5_000
"""So many entries, each time of what repeats counted."""
MOST_SECONDS = 10
"""Of the processor's: what repeats can be written so that one looks for its next time for ever."""
AHEAD = timedelta(days=366)
"""So far ahead a calendar is read."""
A_DAY = timedelta(days=1)


NO_CALENDAR = "it is no calendar that I can read"


class CannotRead(Exception):
    """A calendar that can't be read. Its text says why, for its owner, and nothing of what is in it."""


@dataclass(frozen=True)
class Owner:
    """Whose calendar it is."""

    zone: ZoneInfo
    """In which times stand that have no zone of their own."""
    email: str = ""
    """Who declines by this address, or is asked by it, is the owner."""


def busy_in(data: bytes, owner: Owner, now: datetime) -> list[Span]:
    """When the owner is busy from now on, for a year: one after another, what overlaps joined. Raises CannotRead.

    It is work for the main thread of a process of its own.
    """

    def too_long(*_: object) -> None:
        raise CannotRead("it takes too long to work out what comes again in it")

    before = signal.signal(signal.SIGVTALRM, too_long)
    signal.setitimer(signal.ITIMER_VIRTUAL, MOST_SECONDS, MOST_SECONDS)
    try:
        return _read(data, owner, now)
    except CannotRead:
        raise
    except Exception:  # whatever a reader of other people's texts stumbles over
        raise CannotRead(NO_CALENDAR) from None
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def _read(data: bytes, owner: Owner, now: datetime) -> list[Span]:
    from icalendar import Calendar  # a fifth of a second to import, and seldom needed

    if len(data) > MOST_BYTES:
        raise CannotRead("it is larger than 2 MB")
    found = [each for each in Calendar.from_ical(data, multiple=True) if each.name == "VCALENDAR"]
    if not found:
        raise CannotRead(NO_CALENDAR)
    spans = [span for calendar in found for span in _Reading(calendar, owner, now).spans()]
    return joined(spans)


def joined(spans: Iterable[Span]) -> list[Span]:
    """One after another, what overlaps or touches as one."""
    together: list[Span] = []
    for starts, ends in sorted(spans):
        if together and starts <= together[-1][1]:
            together[-1] = together[-1][0], max(ends, together[-1][1])
        else:
            together.append((starts, ends))
    return together


class _Reading:
    """One calendar, read once."""

    def __init__(self, calendar: "Calendar", owner: Owner, now: datetime) -> None:
        self._calendar = calendar
        self._first, self._last = now, now + AHEAD
        self._zone = _zone_of(calendar) or owner.zone
        self._addresses = {_address(each) for each in (owner.email, calendar.get("X-WR-CALNAME", "")) if "@" in each}
        self._events = 0

    def spans(self) -> Iterator[Span]:
        events = [event for event in self._calendar.walk("VEVENT") if _moment(event, "DTSTART") is not None]
        changed: dict[str, set[date]] = {}
        for event in events:
            if (instead_of := _moment(event, "RECURRENCE-ID")) is not None:
                changed.setdefault(str(event.get("UID", "")), set()).add(self._utc(instead_of))
        for event in events:
            yield from self._as_far_as_it_reads(self._of_event(event, changed))
        for block in self._calendar.walk("VFREEBUSY"):
            yield from self._as_far_as_it_reads(self._of_free_busy(block))

    def _as_far_as_it_reads(self, spans: Iterator[Span]) -> Iterator[Span]:
        """One entry that makes no sense is no reason to know nothing of the others."""
        try:
            yield from spans
        except (ValueError, TypeError, AttributeError, OverflowError):
            return

    def _of_event(self, event: "Component", changed: Mapping[str, Collection[date]]) -> Iterator[Span]:
        if self._is_busy(event):
            is_one = _moment(event, "RECURRENCE-ID") is not None
            yield from self._of(event, () if is_one else changed.get(str(event.get("UID", "")), ()))

    def _is_busy(self, event: "Component") -> bool:
        free = str(event.get("TRANSP", "")).upper() == "TRANSPARENT"
        free |= str(event.get("X-MICROSOFT-CDO-BUSYSTATUS", "")).upper() == "FREE"
        return not free and str(event.get("STATUS", "")).upper() != "CANCELLED" and not self._declined(event)

    def _declined(self, event: "Component") -> bool:
        return any(
            _address(str(who)) in self._addresses and str(who.params.get("PARTSTAT", "")).upper() == "DECLINED"
            for who in _each(event.get("ATTENDEE"))
        )

    def _of(self, event: "Component", but_for: Collection[date]) -> Iterator[Span]:
        """Each time of an event, but for those that were changed one by one, which stand for themselves."""
        start = _moment(event, "DTSTART")
        assert start is not None  # others were left out before
        length = self._length(event, start)
        for at in self._starts(event, start):
            starts = self._utc(at)
            ends = self._utc(at + length) if not isinstance(at, datetime) else starts + length
            if starts not in but_for and starts < ends and starts < self._last and self._first < ends:
                self._count()
                yield starts, ends

    def _length(self, event: "Component", start: date) -> timedelta:
        end, duration = _moment(event, "DTEND"), _whole(event.get("DURATION"))
        if end is not None and isinstance(end, datetime) == isinstance(start, datetime):
            return self._utc(end) - self._utc(start) if isinstance(end, datetime) else end - start
        if duration is not None and isinstance(duration.dt, timedelta):
            return max(duration.dt, timedelta())
        return timedelta() if isinstance(start, datetime) else A_DAY

    def _starts(self, event: "Component", start: date) -> Iterator[date]:
        zone = (start.tzinfo or self._zone) if isinstance(start, datetime) else None
        wall = start.replace(tzinfo=None) if isinstance(start, datetime) else datetime.combine(start, time())

        def on_the_wall(moment: date) -> datetime:
            if not isinstance(moment, datetime):
                return datetime.combine(moment, time())
            return (moment.astimezone(zone) if moment.tzinfo and zone else moment).replace(tzinfo=None)

        out = [moment for each in _each(event.get("EXDATE")) for moment in _dates(each)]
        days_out = {moment for moment in out if not isinstance(moment, datetime)}
        times_out = {on_the_wall(moment) for moment in out}
        more = [on_the_wall(moment) for each in _each(event.get("RDATE")) for moment in _dates(each)]
        for at in (wall, *self._repeats(event, wall, zone), *more):
            if at not in times_out and at.date() not in days_out:
                yield at.date() if zone is None else at.replace(tzinfo=zone)

    def _repeats(self, event: "Component", first: datetime, zone: tzinfo | None) -> Iterator[datetime]:
        """When it comes again, on its own wall clock, as far as it is of use; its first time is none of them."""
        for rule in _each(event.get("RRULE")):
            parts = {name.upper(): values for name, values in rule.items()}
            until, count = parts.pop("UNTIL", None), parts.pop("COUNT", None)
            last = (self._last + A_DAY).replace(tzinfo=None)
            if until:
                last = min(last, self._until(_one(until), zone))
            begins = first if count else self._nearer(first, parts)
            try:
                every = rrulestr(type(rule)(parts).to_ical().decode(), dtstart=begins)
            except ValueError:
                continue
            assert isinstance(every, rrule)  # a single line is no set of them
            times = iter(every.replace(until=last))
            for at in islice(times, int(_one(count))) if count else times:
                if at != first:
                    yield at

    def _nearer(self, first: datetime, parts: Mapping[str, Any]) -> datetime:
        """Where what repeats by days or weeks can be taken up, so that years gone by needn't be walked through."""
        unit = {"DAILY": 1, "WEEKLY": 7}.get(str(_one(parts["FREQ"])).upper(), 0)
        step = timedelta(days=unit * int(_one(parts.get("INTERVAL", 1))))
        behind = (self._first.replace(tzinfo=None) - first) // step - 1 if step else 0
        return first + max(behind, 0) * step

    def _until(self, until: date, zone: tzinfo | None) -> datetime:
        if not isinstance(until, datetime):
            return datetime.combine(until, time.max)
        return (until.astimezone(zone) if until.tzinfo and zone else until).replace(tzinfo=None)

    def _of_free_busy(self, block: "Component") -> Iterator[Span]:
        for each in _each(block.get("FREEBUSY")):
            if str(each.params.get("FBTYPE", "BUSY")).upper() != "FREE":
                starts, ends = self._utc(each.start), self._utc(each.end)
                if starts < ends and starts < self._last and self._first < ends:
                    self._count()
                    yield starts, ends

    def _count(self) -> None:
        self._events += 1
        if self._events > MOST_EVENTS:
            raise CannotRead(f"it has more than {MOST_EVENTS:,} entries in the year ahead")

    def _utc(self, moment: date) -> datetime:
        """A day begins at midnight, and what has no zone stands in the calendar's."""
        if not isinstance(moment, datetime):
            return datetime.combine(moment, time(), self._zone).astimezone(UTC)
        return (moment if moment.tzinfo else moment.replace(tzinfo=self._zone)).astimezone(UTC)


# ---------------------------------------------------------------- what stands in a property


def _moment(event: "Component", name: str) -> date | None:
    """The day or the moment that a property holds; None where it holds nothing of the sort."""
    value = getattr(_whole(event.get(name)), "dt", None)
    return value if isinstance(value, date) else None


def _dates(listed: Any) -> Iterator[date]:
    """The days and moments of a property that lists them; of a period its beginning."""
    for each in getattr(listed, "dts", ()):
        value = each.dt[0] if isinstance(each.dt, tuple) else each.dt
        if isinstance(value, date):
            yield value


def _each(value: Any) -> list[Any]:
    """A property may be there once, more than once, or not at all."""
    found = value if isinstance(value, list) else [value]
    return [each for each in found if _whole(each) is not None]


def _whole(value: Any) -> Any:
    """A property as it is; None for one that could not be read."""
    from icalendar.prop import vBroken

    return None if isinstance(value, vBroken) else value


def _one(values: Any) -> Any:
    return values[0] if isinstance(values, list) else values


def _address(words: str) -> str:
    return words.casefold().removeprefix("mailto:").strip()


def _zone_of(calendar: "Calendar") -> ZoneInfo | None:
    try:
        return ZoneInfo(str(calendar["X-WR-TIMEZONE"]))
    except (KeyError, ValueError, ZoneInfoNotFoundError):
        return None
