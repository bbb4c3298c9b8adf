"""What somebody can book: with whom, when, and how often. It looks up what the pure rules go by."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from scheduling.availability import Diary, Free, Seeker, free_times, meetings, soonest
from scheduling.coaching import Coaching, Side, apart_from, first_in_line, may_coach
from storage.shared.coaching.bookings import Booked, Counted, Seats
from storage.shared.coaching.coaches import Pair
from storage.shared.coaching.offers import Offer
from storage.shared.cohorts import Membership, State
from storage.shared.people import Role

BESIDE = timedelta(days=8)
"""On both sides of a time: what lies there says how full its week is."""

A_YEAR = timedelta(days=366)


async def coaches_for(coaching: Coaching, cohort_id: int, person_id: int) -> list[int]:
    """With whom somebody may book: their own coach, and then whoever takes others, by name. A bar shows in nothing.

    Who uses neither app would not hear of it.
    """
    db = coaching.db
    here = await db.cohorts.with_role(cohort_id, Role.COACH)
    parts = await db.cohorts.parts_of([person_id, *(coach.id for coach in here)])
    apart = await db.coaches.kept_apart([person_id])
    own = await db.coaches.of(cohort_id, person_id)
    coaches = await db.coaches.these([coach.id for coach in here])
    found = [
        coach
        for coach in here
        if not coach.by_hand
        and (coach.id == own or coaches[coach.id].takes_on)
        and _may_meet(cohort_id, person_id, coach.id, parts, apart)
    ]
    return [coach.id for coach in sorted(found, key=lambda coach: (coach.id != own, coach.name, coach.id))]


async def may_meet(coaching: Coaching, cohort_id: int, person_id: int, coach_id: int) -> bool:
    """Whether somebody and a coach whom they have to do with may have a session: nothing bars it, and they coach."""
    parts = await coaching.db.cohorts.parts_of([person_id, coach_id])
    return _may_meet(cohort_id, person_id, coach_id, parts, await coaching.db.coaches.kept_apart([person_id]))


async def to_choose(coaching: Coaching, cohort_id: int, person_id: int) -> list[int]:
    """Whom somebody may have as their coach: whoever takes on more, and is not theirs already."""
    db = coaching.db
    found = await coaches_for(coaching, cohort_id, person_id)
    own, loads = await db.coaches.of(cohort_id, person_id), await db.coaches.loads(found)
    coaches = (await db.coaches.these(found)).values()
    return [
        coach.person_id
        for coach in coaches
        if coach.takes_on
        and coach.person_id != own
        and (coach.most is None or loads.get(coach.person_id, 0) < coach.most)
    ]


async def may_have(coaching: Coaching, cohort_id: int, person_id: int, coach_id: int) -> bool:
    """Whether this coach can be somebody's: nothing bars the two, and the coach takes on one more, or is theirs."""
    db = coaching.db
    parts = await db.cohorts.parts_of([person_id, coach_id])
    sides = [_side(each, parts.get(each, ())) for each in (coach_id, person_id)]
    if not may_coach(sides[0], sides[1], await db.coaches.kept_apart([person_id])):
        return False
    most = (await db.coaches.get(coach_id)).most
    is_theirs = await db.coaches.of(cohort_id, person_id) == coach_id
    return is_theirs or most is None or (await db.coaches.loads([coach_id])).get(coach_id, 0) < most


async def next_times(
    coaching: Coaching,
    cohort_id: int,
    person_id: int,
    coach_ids: Sequence[int],
    until: datetime,
    *,
    after: datetime | None = None,
    but_for: Booked | None = None,
    offer_id: int | None = None,
    at_short_notice: bool = False,
) -> Iterator[Free]:
    """When somebody can have a session with one of these coaches, the soonest first; as if one of theirs were not, of
    one offer alone, or however soon it begins.

    Groups without a place are among them, with none left: there is a line. Of fixed groups each time is.
    """
    db, now = coaching.db, coaching.now
    first = max(after or now, now)
    hours = (await coaching.programme(cohort_id)).coaching.notice_hours
    notice = None if at_short_notice else timedelta(hours=hours)
    offers = await db.offers.of(coach_ids)
    held = await db.bookings.seats(coach_ids, first - BESIDE, until + BESIDE, now)
    busy = await db.busy.of([person_id, *coach_ids], first, until + BESIDE)
    sessions = await db.bookings.sessions_of(person_id, first, until + BESIDE)
    booked = await db.bookings.booked_by(coach_ids, first, until + BESIDE)
    apart = await db.coaches.kept_apart([person_id, *(who for seats in held for who in seats.waiting)])
    coaches = await db.coaches.these(coach_ids)
    if but_for is not None:
        sessions = [span for span in sessions if span != but_for.slot.span]
        held = [seats for seats in held if seats.slot.id != but_for.slot.id or seats.people != {person_id}]
    held = [_with_its_line(seats, apart, person_id) for seats in held]
    seeker = Seeker(person_id, sorted([*busy[person_id], *sessions]), apart_from(person_id, apart))
    each = []
    for coach_id in coach_ids:
        here = [offer for offer in offers[coach_id] if offer.cohort_id in (None, cohort_id)]
        here = [offer for offer in here if offer_id in (None, offer.id)]
        theirs = [seats for seats in held if seats.slot.coach_id == coach_id]
        away = sorted([*busy[coach_id], *booked[coach_id]])
        diary = Diary(here, theirs, away, coaches[coach_id].a_day, coaches[coach_id].a_week)
        each.append(free_times(diary, seeker, now=now, until=until, notice=notice, after=after))
    return soonest(each)


async def every_time(coaching: Coaching, cohort_id: int, person_id: int, offer: Offer) -> list[Free]:
    """All times of a fixed group from now on, whatever else is on: who joins it comes to each. None where it is not
    for them.
    """
    db, now = coaching.db, coaching.now
    if offer.cohort_id not in (None, cohort_id) or offer.coach_id not in await coaches_for(
        coaching, cohort_id, person_id
    ):
        return []
    seats = await db.bookings.seats([offer.coach_id], now, now + A_YEAR, now)
    seeker = Seeker(person_id, (), apart_from(person_id, await db.coaches.kept_apart([person_id])))
    return meetings(offer, seats, seeker, now=now, until=now + A_YEAR)


@dataclass(frozen=True)
class Sessions:
    """How many sessions of one sort somebody has had, has ahead, and has in all by their programme."""

    counted: Counted
    due: int


async def sessions(
    coaching: Coaching, cohort_id: int, person_ids: Sequence[int], *, groups: bool = False
) -> dict[int, Sessions]:
    """The same of each of these people, in one cohort. No dates, and nothing of those that didn't take place."""
    counted = await coaching.db.bookings.counted(cohort_id, person_ids, coaching.now, groups=groups)
    entitled = (await coaching.programme(cohort_id)).entitlements
    due = entitled.group_coaching if groups else entitled.coaching
    return {person_id: Sessions(counted.get(person_id, Counted()), due) for person_id in person_ids}


def _with_its_line(seats: Seats, apart: Collection[Pair], person_id: int) -> Seats:
    """A line of which nobody could be offered a place keeps nobody else from it."""
    if person_id in seats.waiting or first_in_line(seats.waiting, seats, apart) is not None:
        return seats
    return replace(seats, waiting=frozenset())


def _may_meet(
    cohort_id: int, person_id: int, coach_id: int, parts: Mapping[int, Sequence[Membership]], apart: Collection[Pair]
) -> bool:
    theirs = parts.get(coach_id, ())
    return may_coach(_side(coach_id, theirs), _side(person_id, parts.get(person_id, ())), apart) and any(
        part.cohort_id == cohort_id and _coaches(part) for part in theirs
    )


def _side(person_id: int, parts: Sequence[Membership]) -> Side:
    return Side(person_id, frozenset(part.organisation for part in parts))


def _coaches(part: Membership) -> bool:
    return part.role == Role.COACH and part.state == State.ACTIVE
