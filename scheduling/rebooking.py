"""What becomes of a booking later: it is moved or cancelled, as one act, or it is said whether they met."""

from datetime import datetime, timedelta

from bot.chat.times import A_WEEK, on_the_clock
from scheduling.booking import Wish, free, on_offer
from scheduling.coaching import Change, Coaching, GroupFull, NotThere, NotYet, TooLate, What
from scheduling.placing import at_another_time, moved, of_coach, of_either, slot_of
from scheduling.waiting import offered, opened
from storage.shared.coaching.bookings import Booked
from storage.shared.coaching.places import LIVE, BookingState


async def move(coaching: Coaching, booking_id: int, by: int | None, wish: Wish) -> list[Change]:
    """Move a booking to another time on offer: by either of the two, or by None, who runs the programme.

    Raises NotThere, TooLate, SlotTaken, GroupFull, Overlaps.
    """
    found = await coaching.db.bookings.get(booking_id)
    if found is None or found.booking.person_id != wish.person_id:
        raise NotThere
    offer = await on_offer(coaching, wish)
    changes = await opened(coaching, {found.slot.coach_id, offer.coach_id}, wish.person_id)
    booked = await of_either(coaching, booking_id, by, offer.coach_id)
    await can_change(coaching, booked, by)
    time = await free(coaching, wish, offer, booked)
    if not time.left:
        raise GroupFull(wish.starts, wish.zone)
    slot = slot_of(time.offer, time.starts, time.ends)
    change = await moved(coaching, booked, slot, confirmed=by != wish.person_id)
    return [*changes, change, *await offered(coaching, booked.slot)]


async def move_to(coaching: Coaching, booking_id: int, coach_id: int, starts: datetime) -> list[Change]:
    """The coach moves a session to any time of their own, and with it everybody who is in it or waits.

    Raises NotThere, SlotTaken, Overlaps.
    """
    booked = await of_coach(coaching, booking_id, coach_id)
    await can_change(coaching, booked, coach_id)
    if starts <= coaching.now:
        raise NotThere
    old, new = booked.slot, at_another_time(booked.slot, starts)
    everybody = [each for each in await affected(coaching, coach_id, *old.span) if each.slot.id == old.id]
    changes = [await moved(coaching, each, new, confirmed=True) for each in everybody if each.booking.state in LIVE]
    at = changes[0].booked.slot
    for each in everybody:
        if each.booking.state == BookingState.WAITING:
            elsewhere = await coaching.db.bookings.wait_elsewhere(each.booking, at, coaching.now)
            changes.append(Change(What.MOVED, elsewhere, old))
    return [*changes, *await offered(coaching, at)]


async def cancel(coaching: Coaching, booking_id: int, by: int | None) -> list[Change]:
    """Cancel a booking, or leave the line: by either of the two, or by None, who runs the programme.

    Raises NotThere, TooLate.
    """
    booked = await of_either(coaching, booking_id, by)
    if booked.booking.state != BookingState.WAITING:
        await can_change(coaching, booked, by)
    return [await cancelled(coaching, booked), *await offered(coaching, booked.slot)]


async def affected(coaching: Coaching, coach_id: int, first: datetime, last: datetime) -> list[Booked]:
    """All that `clear` would cancel, who waits among it: to be shown before. What has begun goes on."""
    booked = await coaching.db.bookings.of_coach(coach_id, max(first, coaching.now), last)
    there = (*LIVE, BookingState.WAITING)
    return [each for each in booked if each.booking.state in there and each.slot.starts_at > coaching.now]


async def clear(coaching: Coaching, coach_id: int, first: datetime, last: datetime) -> list[Change]:
    """A coach has something else on from now on: all that is booked then is cancelled, and nobody can book it."""
    await coaching.db.bookings.lock([coach_id])
    await coaching.db.busy.add(coach_id, [(first, last)])
    return [await cancelled(coaching, booked) for booked in await affected(coaching, coach_id, first, last)]


async def put_off(coaching: Coaching, coach_id: int, first: datetime, last: datetime) -> list[Change]:
    """The same, where all that is booked then is moved to the same time a week later, with who waits for a place in it.

    Raises SlotTaken, Overlaps.
    """
    await coaching.db.bookings.lock([coach_id])
    await coaching.db.busy.add(coach_id, [(first, last)])
    zone, then = await coaching.zone_of(coach_id), await affected(coaching, coach_id, first, last)
    meets = {each.slot.id: each for each in reversed(then) if each.booking.state in LIVE}
    changes = [await cancelled(coaching, each) for each in then if each.slot.id not in meets]
    for each in reversed(meets.values()):
        later = on_the_clock(each.slot.starts_at.astimezone(zone).replace(tzinfo=None) + A_WEEK, zone)
        changes += await move_to(coaching, each.booking.id, coach_id, later)
    return changes


async def record(coaching: Coaching, booking_id: int, by: int, *, met: bool) -> list[Change]:
    """Either of the two says whether they met, and can say otherwise later. Raises NotThere, NotYet."""
    booked = await of_either(coaching, booking_id, by)
    state = BookingState.ATTENDED if met else BookingState.MISSED
    if booked.booking.state not in (BookingState.CONFIRMED, BookingState.ATTENDED, BookingState.MISSED):
        raise NotThere
    if booked.slot.starts_at > coaching.now:
        raise NotYet(booked.slot.starts_at, await coaching.zone_of(by))
    if booked.booking.state == state:
        return []
    return [Change(What.RECORDED, await coaching.db.bookings.record(booked.booking, state, coaching.now))]


async def can_change(coaching: Coaching, booked: Booked, by: int | None) -> None:
    """Raises NotThere where it can't be moved or cancelled just now; TooLate where they can't any more."""
    if booked.booking.state not in LIVE or booked.slot.starts_at <= coaching.now:
        raise NotThere
    if coaching.now > await changes_until(coaching, booked, by):
        raise TooLate((await coaching.programme(booked.booking.cohort_id)).coaching.change_hours)


async def changes_until(coaching: Coaching, booked: Booked, by: int | None) -> datetime:
    """Until when somebody can move or cancel it: who booked it, once it is confirmed, some hours before it begins."""
    booking, starts = booked.booking, booked.slot.starts_at
    if by != booking.person_id or booking.state != BookingState.CONFIRMED:
        return starts
    return starts - timedelta(hours=(await coaching.programme(booking.cohort_id)).coaching.change_hours)


async def cancelled(coaching: Coaching, booked: Booked) -> Change:
    """The booking ends, whoever could say so; its coach is locked."""
    waited = booked.booking.state == BookingState.WAITING
    ended = await coaching.db.bookings.release(booked.booking, BookingState.CANCELLED, coaching.now)
    return Change(What.CANCELLED, ended, waited=waited)
