"""Free times: from what coaches offer, and all that is on, to the times that somebody can book. Pure, and lazy."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from heapq import merge
from itertools import takewhile
from zoneinfo import ZoneInfo

from dateutil.rrule import rrule, rrulestr

from scheduling.unasked import at_wall
from storage.shared.coaching.bookings import Seats
from storage.shared.coaching.busy import Span
from storage.shared.coaching.offers import Offer

A_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Diary:
    """All that says when one coach is free, each in its order."""

    offers: Sequence[Offer]
    seats: Sequence[Seats] = ()
    """Where somebody has a place with them already, or waits for one."""
    busy: Sequence[Span] = ()
    """When they have something else on."""
    a_day: int | None = None
    a_week: int | None = None


@dataclass(frozen=True)
class Seeker:
    """Who would book."""

    person_id: int
    busy: Sequence[Span] = ()
    """When they have something on, other sessions among it, in its order."""
    apart_from: frozenset[int] = frozenset()
    """Whom they are kept apart from. A group with one of these in it is full for them, as any full one is."""


@dataclass(frozen=True)
class Free:
    """A time that can be booked."""

    starts: datetime
    ends: datetime
    offer: Offer
    left: int
    """How many places there are; in a group there may be none, and a line to wait in."""


def free_times(
    diary: Diary,
    seeker: Seeker,
    *,
    now: datetime,
    until: datetime,
    notice: timedelta | None = timedelta(),
    after: datetime | None = None,
) -> Iterator[Free]:
    """When somebody can have a session with this coach, from now (or after) until then, the soonest first.

    `notice` is what holds for an offer that says nothing of it; with None, nothing that any offer says of it does.
    """
    each = []
    for offer in diary.offers:
        if _is_open(offer):
            soonest = now if notice is None else _soonest(offer, now, notice)
            each.append(_of(offer, diary, seeker, max(soonest, after or soonest), until))
    told: set[tuple[datetime, bool, bool]] = set()
    for free in merge(*each, key=_starts):
        # a coach may offer the same time twice
        if (time := (free.starts, free.offer.is_group, free.offer.fixed)) not in told:
            yield free
        told.add(time)


def meetings(offer: Offer, seats: Iterable[Seats], seeker: Seeker, *, now: datetime, until: datetime) -> list[Free]:
    """All meetings of a fixed group that are to come, whatever else is on: as they stand, and those that nobody has
    booked yet by its rule.
    """
    if not _is_open(offer):
        return []
    alone = Seeker(seeker.person_id)
    found = {free.starts: free for free in free_times(Diary([offer]), alone, now=now, until=until)}
    for there in seats:
        starts, ends = there.slot.span
        if there.slot.offer_id == offer.id and starts >= _soonest(offer, now, timedelta()):
            left = _left(there, offer, ends, seeker)
            found.pop(starts, None)
            found |= {starts: Free(starts, ends, offer, left)} if left is not None else {}
    return sorted(found.values(), key=_starts)


def soonest(times: Iterable[Iterator[Free]]) -> Iterator[Free]:
    """Of several coaches, the soonest first."""
    return merge(*times, key=_starts)


def outside(offers: Sequence[Offer], seats: Iterable[Seats]) -> list[Seats]:
    """What was booked in hours that are not among these: where a rule is to change, whom that concerns.

    What was agreed on apart from any offer is none of them.
    """
    open_ = [offer for offer in offers if offer.closed_at is None]
    return [each for each in seats if each.slot.offer_id is not None and not _inside(open_, each.slot.span)]


def hours(offer: Offer, first: datetime, last: datetime) -> Iterator[tuple[date, datetime, datetime]]:
    """From when to when it is on each of its days between the two, as moments."""
    zone, not_on = ZoneInfo(offer.zone), offer.not_on
    from_day, to_day = first.astimezone(zone).date(), last.astimezone(zone).date()
    for year in range(from_day.year, to_day.year + 1):
        for day in _days(offer.rule, offer.first, year):
            if from_day <= day <= to_day and day not in not_on:
                end_of_day = offer.ends == time()
                closes = at_wall(day + A_DAY if end_of_day else day, offer.ends, zone)
                yield day, at_wall(day, offer.starts, zone), closes


# ---------------------------------------------------------------- one offer


class _Ahead:
    """Spans in their order, asked about later and later times: each is looked at once, and not before it matters."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._spans = iter(spans)
        self._next = next(self._spans, None)
        self._until = datetime.min.replace(tzinfo=UTC)

    def is_on(self, starts: datetime, ends: datetime) -> bool:
        """Whether one of them has to do with this time."""
        while self._next is not None and self._next[0] < ends:
            self._until = max(self._until, self._next[1])
            self._next = next(self._spans, None)
        return self._until > starts


def _of(offer: Offer, diary: Diary, seeker: Seeker, soonest: datetime, until: datetime) -> Iterator[Free]:
    sessions = _Ahead(seats.slot.span for seats in diary.seats)
    busy, theirs = _Ahead(diary.busy), _Ahead(seeker.busy)
    length, gap = timedelta(minutes=offer.minutes), timedelta(minutes=offer.gap)
    for day, opens, closes in hours(offer, soonest, until):
        full: bool | None = None
        for starts in _steps(opens, closes, length, gap):
            if starts >= until:
                return
            ends = starts + length
            if starts < soonest or theirs.is_on(starts, ends):
                continue
            if sessions.is_on(starts - gap, ends + gap):
                if (left := _left(_there(diary.seats, starts), offer, ends, seeker)) is not None:
                    yield Free(starts, ends, offer, left)
                continue
            if busy.is_on(starts, ends):
                continue
            if full is None:
                full = _is_full(day, ZoneInfo(offer.zone), diary)
            if not full:
                yield Free(starts, ends, offer, offer.places)


def _is_open(offer: Offer) -> bool:
    return not offer.paused and offer.closed_at is None


def _soonest(offer: Offer, now: datetime, notice: timedelta) -> datetime:
    return now + (notice if offer.notice is None else timedelta(minutes=offer.notice))


def _steps(opens: datetime, closes: datetime, length: timedelta, gap: timedelta) -> Iterator[datetime]:
    while opens + length <= closes:
        yield opens
        opens += length + gap


def _left(there: Seats | None, offer: Offer, ends: datetime, seeker: Seeker) -> int | None:
    """How many places of an offer somebody finds in a slot that others are in; None where there is none for them, nor
    a line.
    """
    if there is None or (there.slot.offer_id, there.slot.ends_at) != (offer.id, ends):
        return None
    if not (there.slot.is_group and offer.is_group) or seeker.person_id in there.people | there.waiting:
        return None
    if there.waiting or there.people & seeker.apart_from:
        return 0
    return there.left


def _there(seats: Sequence[Seats], starts: datetime) -> Seats | None:
    """What is at this very moment already."""
    at = bisect_left(seats, starts, key=_begins)
    return seats[at] if at < len(seats) and _begins(seats[at]) == starts else None


def _is_full(day: date, zone: ZoneInfo, diary: Diary) -> bool:
    """Whether the coach has as many sessions that day, or that week, as they will have."""

    def between(first: date, last: date) -> int:
        at = (bisect_left(diary.seats, at_wall(end, time(), zone), key=_begins) for end in (first, last))
        return sum(1 for seats in diary.seats[slice(*at)] if seats.people)

    monday = day - timedelta(days=day.weekday())
    return (diary.a_day is not None and between(day, day + A_DAY) >= diary.a_day) or (
        diary.a_week is not None and between(monday, monday + 7 * A_DAY) >= diary.a_week
    )


def _inside(offers: Iterable[Offer], span: Span) -> bool:
    starts, ends = span
    return any(
        opens <= starts and ends <= closes for offer in offers for _, opens, closes in hours(offer, starts, ends)
    )


@lru_cache(maxsize=4096)
def _days(rule: str, first: date, year: int) -> tuple[date, ...]:
    """The days of a rule in one year: to work them out takes longer than everything else."""
    if not rule:
        return (first,) if first.year == year else ()
    every = rrulestr(rule, dtstart=datetime.combine(first, time()))
    assert isinstance(every, rrule)  # a single line is no set of them
    from_start = every.xafter(datetime.combine(date(year, 1, 1), time()), inc=True)
    return tuple(wall.date() for wall in takewhile(lambda wall: wall.year == year, from_start))


def _begins(seats: Seats) -> datetime:
    return seats.slot.starts_at


def _starts(free: Free) -> datetime:
    return free.starts
