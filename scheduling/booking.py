"""Booking: requested, confirmed, declined, answered with other times; and the line of a group that is full.

Each rule does all of one thing in the transaction that it is given, and says what became of which booking. Its
checks are for plain answers; who has which place is decided by the constraints beneath. Where it raises, all of it is
rolled back.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from scheduling.availability import Free
from scheduling.coaching import Change, Coaching, GroupFull, NotThere, Overlaps, SlotTaken, What
from scheduling.diaries import coaches_for, every_time, may_meet, next_times
from scheduling.placing import at_another_time, entitled, moved, of_coach, of_person, slot_of, take
from scheduling.waiting import offered, opened, released
from storage.shared.coaching.bookings import Booked
from storage.shared.coaching.busy import SAID
from storage.shared.coaching.offers import Offer
from storage.shared.coaching.places import LIVE, Booking, BookingState, Overlap

MOST_PROPOSED = 3
A_MOMENT = timedelta(microseconds=1)


@dataclass(frozen=True)
class Wish:
    """A time of an offer that somebody would have."""

    person_id: int
    cohort_id: int
    offer_id: int
    starts: datetime
    zone: ZoneInfo
    """Where they are, for what they are told."""
    named: bool = False
    """The others of a group may know that they come."""


async def request(coaching: Coaching, wish: Wish) -> list[Change]:
    """Book a time; of a fixed group, all its times from now on. Raises SlotTaken, GroupFull, Overlaps, AllUsed."""
    changes, offer = await opened_for(coaching, wish)
    if offer.fixed:
        times = await every_time(coaching, wish.cohort_id, wish.person_id, offer)
    else:
        times = [await free(coaching, wish, offer)]
    if not all(time.left for time in times):
        raise GroupFull(wish.starts, wish.zone)
    return [*changes, *await _booked(coaching, wish, times)]


async def wait(coaching: Coaching, wish: Wish) -> list[Change]:
    """Stand in the line of a group; where there is a place after all, book it. Raises as `request` does.

    A fixed group, whose members know one another, has no line.
    """
    changes, offer = await opened_for(coaching, wish)
    if offer.fixed:
        raise GroupFull(wish.starts, wish.zone)
    time = await free(coaching, wish, offer)
    if time.left:
        return [*changes, *await _booked(coaching, wish, [time])]
    new = _new(coaching, wish, BookingState.WAITING)
    waiting = await coaching.db.bookings.wait(slot_of(time.offer, time.starts, time.ends), new)
    return [*changes, Change(What.WAITING, waiting), *await offered(coaching, waiting.slot)]


async def place_in_line(coaching: Coaching, booking: Booking) -> int:
    """Somebody's own place in the line, from 1; 0 where they don't stand there."""
    line = [waiting.id for waiting in await coaching.db.bookings.line(booking.slot_id)]
    return line.index(booking.id) + 1 if booking.id in line else 0


async def accept(coaching: Coaching, booking_id: int, person_id: int) -> list[Change]:
    """Whoever waited takes the place that they are offered. Raises NotThere, Overlaps, AllUsed."""
    booked = await of_person(coaching, booking_id, person_id)
    if not booked.booking.is_offered or booked.slot.starts_at <= coaching.now:
        raise NotThere
    if not await may_meet(coaching, booked.booking.cohort_id, person_id, booked.slot.coach_id):
        raise NotThere
    await entitled(coaching, booked.booking.cohort_id, person_id, groups=booked.slot.is_group)
    try:
        return [Change(What.CONFIRMED, await coaching.db.bookings.accept(booked.booking, coaching.now))]
    except Overlap:
        raise Overlaps(booked.slot.starts_at, await coaching.zone_of(person_id)) from None


async def confirm(coaching: Coaching, booking_id: int, coach_id: int) -> list[Change]:
    """The coach confirms what was requested; a second time changes nothing. Raises NotThere."""
    booked = await of_coach(coaching, booking_id, coach_id)
    if booked.booking.state == BookingState.CONFIRMED:
        return []
    _is_requested(coaching, booked)
    return [Change(What.CONFIRMED, await coaching.db.bookings.confirm(booked.booking, coaching.now))]


async def decline(coaching: Coaching, booking_id: int, coach_id: int, others: Sequence[datetime] = ()) -> list[Change]:
    """The coach can't; at up to three other times they could, where it is no group. Raises NotThere."""
    booked = await of_coach(coaching, booking_id, coach_id)
    _is_requested(coaching, booked)
    if others and booked.slot.is_group:
        raise NotThere
    declined = await coaching.db.bookings.release(booked.booking, BookingState.DECLINED, coaching.now)
    if others:
        proposed = others[:MOST_PROPOSED]
        declined = await coaching.db.bookings.propose(declined.booking, proposed, None, coaching.now)
    return [Change(What.DECLINED, declined), *await offered(coaching, booked.slot)]


async def propose(coaching: Coaching, booking_id: int, coach_id: int, others: Sequence[datetime]) -> list[Change]:
    """The coach proposes up to three other times; the first is held until one is chosen, or none. Raises NotThere; of a
    group, too, which has the times that it has.
    """
    booked = await of_coach(coaching, booking_id, coach_id)
    _is_requested(coaching, booked)
    if booked.slot.is_group:
        raise NotThere
    hours = (await coaching.programme(booked.booking.cohort_id)).coaching.hold_hours
    until = await coaching.held_until(booked.booking.person_id, hours, booked.slot, coaching.now)
    proposed = await coaching.db.bookings.propose(booked.booking, others[:MOST_PROPOSED], until, coaching.now)
    return [Change(What.PROPOSED, proposed)]


async def choose(coaching: Coaching, booking_id: int, person_id: int, starts: datetime) -> list[Change]:
    """Take a time that the coach proposed: with that it is confirmed. Raises NotThere, SlotTaken, Overlaps, AllUsed."""
    coach_id = (await of_person(coaching, booking_id, person_id)).slot.coach_id
    changes = await released(coaching, coach_id)
    booked = await of_person(coaching, booking_id, person_id)
    if starts <= coaching.now or starts not in map(datetime.fromisoformat, booked.booking.proposed):
        raise NotThere
    cohort_id, slot = booked.booking.cohort_id, at_another_time(booked.slot, starts)
    said = await coaching.db.busy.ahead(coach_id, starts, SAID)  # in calendars it may stand itself by now
    if any(busy.starts_at < slot.ends_at for busy in said) or not await may_meet(
        coaching, cohort_id, person_id, coach_id
    ):
        raise SlotTaken(starts, await coaching.zone_of(person_id))
    if booked.booking.state not in LIVE:
        await entitled(coaching, cohort_id, person_id, groups=False)
    return [*changes, await moved(coaching, booked, slot, confirmed=True, what=What.CONFIRMED)]


# ---------------------------------------------------------------- what is free


async def opened_for(coaching: Coaching, wish: Wish, *more: int) -> tuple[list[Change], Offer]:
    """The coach of a time, and perhaps more, are locked, and nothing is held that has run out: what became of it, and
    the offer, as it is since. Whoever comes when it has long been taken needn't wait for who is changing it.

    Raises SlotTaken.
    """
    coach_id = (await _on_offer(coaching, wish)).coach_id
    changes = await opened(coaching, {coach_id, *more}, wish.person_id)
    return changes, await _on_offer(coaching, wish)


async def free(
    coaching: Coaching, wish: Wish, offer: Offer, but_for: Booked | None = None, *, at_short_notice: bool = False
) -> Free:
    """The time that somebody would have, as it is free for them at this moment. Raises SlotTaken, Overlaps."""
    if offer.coach_id in await coaches_for(coaching, wish.cohort_id, wish.person_id):
        here = wish.cohort_id, wish.person_id, [offer.coach_id], wish.starts + A_MOMENT
        times = await next_times(
            coaching, *here, after=wish.starts, but_for=but_for, offer_id=offer.id, at_short_notice=at_short_notice
        )
        if (time := next(times, None)) is not None:
            return time
    ends = wish.starts + timedelta(minutes=offer.minutes)
    theirs = await coaching.db.bookings.sessions_of(wish.person_id, wish.starts, ends)
    if any(but_for is None or span != but_for.slot.span for span in theirs):
        raise Overlaps(wish.starts, wish.zone)
    raise SlotTaken(wish.starts, wish.zone)


async def _on_offer(coaching: Coaching, wish: Wish) -> Offer:
    is_taken = await coaching.db.bookings.is_taken(wish.offer_id, wish.starts, coaching.now)
    offer = None if is_taken else await coaching.db.offers.get(wish.offer_id)
    if offer is None or offer.closed_at is not None:
        raise SlotTaken(wish.starts, wish.zone)
    return offer


async def _booked(coaching: Coaching, wish: Wish, times: Sequence[Free]) -> list[Change]:
    changes = []
    if not times:
        raise SlotTaken(wish.starts, wish.zone)
    groups = times[0].offer.is_group
    await entitled(coaching, wish.cohort_id, wish.person_id, groups=groups, more=len(times))
    for time in times:
        new = _new(coaching, wish, BookingState.REQUESTED)
        taken = await take(coaching, slot_of(time.offer, time.starts, time.ends), new)
        is_sure = taken.booking.state == BookingState.CONFIRMED
        changes.append(Change(What.CONFIRMED if is_sure else What.REQUESTED, taken))
    return changes


def _new(coaching: Coaching, wish: Wish, state: BookingState) -> Booking:
    now = coaching.now
    return Booking(
        slot_id=0,  # which slot it is of is known when its place is won
        person_id=wish.person_id,
        cohort_id=wish.cohort_id,
        state=state,
        named=wish.named,
        held_from=now,
        asked_at=now,
        changed_at=now,
    )


def _is_requested(coaching: Coaching, booked: Booked) -> None:
    if booked.booking.state != BookingState.REQUESTED or booked.slot.starts_at <= coaching.now:
        raise NotThere
