"""What ends by itself: holds that run out, and places that become free and go to whoever is first in line."""

from collections.abc import Collection

from scheduling.coaching import Change, Coaching, What, first_in_line
from storage.shared.coaching.bookings import Booked
from storage.shared.coaching.places import BookingState, Slot


async def lapse(coaching: Coaching, coach_id: int) -> list[Change]:
    """Release what nobody confirmed or took in time with this coach, and offer what is free to who is first in line."""
    return await opened(coaching, {coach_id})


async def opened(coaching: Coaching, coach_ids: Collection[int], person_id: int | None = None) -> list[Change]:
    """These coaches are locked, and nothing is held any more that has run out: of theirs, nor of this person's. What
    that frees is offered to who is first in line.
    """
    db, now = coaching.db, coaching.now
    locked = await db.bookings.lock(coach_ids, person_id, now)
    changes = await _released(coaching, locked)
    for slot in await db.bookings.lines(now, locked):
        changes += await offered(coaching, slot)
    return changes


async def released(coaching: Coaching, coach_id: int) -> list[Change]:
    """A coach is locked, and nothing of theirs is held any more that has run out. What that frees waits for `lapse`."""
    await coaching.db.bookings.lock([coach_id])
    return await _released(coaching, [coach_id])


async def offered(coaching: Coaching, slot: Slot) -> list[Change]:
    """Each place of a group that is free is offered to the next in line, until a moment before it begins."""
    db, now = coaching.db, coaching.now
    changes: list[Change] = []
    while slot.is_group and slot.starts_at > now:
        line = {booking.person_id: booking for booking in await db.bookings.line(slot.id)}
        seats = await db.bookings.seated(slot.id)
        apart = await db.coaches.kept_apart(list(line))
        first = first_in_line(line, seats, apart)
        if first is None or (seats is not None and not seats.left):
            break
        rules = (await coaching.programme(line[first].cohort_id)).coaching
        until = await coaching.held_until(first, rules.offered_hours, slot, now)
        changes.append(Change(What.OFFERED, await db.bookings.offer(line[first], until, now)))
    return changes


async def _released(coaching: Coaching, coach_ids: Collection[int]) -> list[Change]:
    over = await coaching.db.bookings.held_beyond(coaching.now, coach_ids)
    return [await _ended_or_prolonged(coaching, booked) for booked in over]


async def _ended_or_prolonged(coaching: Coaching, booked: Booked) -> Change:
    """A hold whose time seems to be over: unless somebody has been away since it was said until when it lasts."""
    booking, slot, now = booked.booking, booked.slot, coaching.now
    rules = (await coaching.programme(booking.cohort_id)).coaching
    by_coach = booking.state == BookingState.REQUESTED and not booking.proposed
    whose = slot.coach_id if by_coach else booking.person_id
    hours = rules.hold_hours if booking.state == BookingState.REQUESTED else rules.offered_hours
    since = now if await coaching.is_paused(whose) else booking.held_from
    until = await coaching.held_until(whose, hours, slot, since)
    if until > now:
        return Change(What.PROLONGED, await coaching.db.bookings.prolong(booking, since, until))
    what = What.PASSED_ON if booking.is_offered else What.LAPSED
    return Change(what, await coaching.db.bookings.release(booking, BookingState.CANCELLED, now))
