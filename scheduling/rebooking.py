"""What becomes of a booking later: it is moved or cancelled, as one act, or it is said whether they met."""

from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.chat.times import A_WEEK, on_the_clock
from scheduling.booking import Wish, free, opened_for
from scheduling.coaching import Change, Coaching, GroupFull, NotThere, NotYet, SlotTaken, TooLate, What
from scheduling.placing import at_another_time, moved, of_coach, of_either, of_person, slot_of
from scheduling.waiting import offered, released
from storage.shared.coaching.bookings import Booked
from storage.shared.coaching.places import LIVE, BookingState, Slot, but


async def move(coaching: Coaching, booking_id: int, by: int | None, wish: Wish) -> list[Change]:
    """Move a booking to another time on offer, of the same sort: by either of the two, or by None, who runs the
    programme. A coach moves it to their own times, however soon; and who meets others then says anew whether those
    may know.

    Raises NotThere, TooLate, SlotTaken, GroupFull, Overlaps.
    """
    found = await coaching.db.bookings.get(booking_id)
    if found is None or found.booking.person_id != wish.person_id:
        raise NotThere
    changes, offer = await opened_for(coaching, wish, found.slot.coach_id)
    booked = await of_either(coaching, booking_id, by, offer.coach_id)
    await can_change(coaching, booked, by)
    by_coach = by == booked.slot.coach_id
    if offer.fixed or offer.is_group != booked.slot.is_group or (by_coach and offer.coach_id != by):
        raise NotThere
    time = await free(coaching, wish, offer, booked, at_short_notice=by != wish.person_id)
    if not time.left:
        raise GroupFull(wish.starts, wish.zone)
    slot, unnamed = slot_of(time.offer, time.starts, time.ends), but(booked.booking, named=False)
    # Its coach said yes to them once, and offers this time too.
    stays_sure = booked.booking.state == BookingState.CONFIRMED and offer.coach_id == booked.slot.coach_id
    sure = stays_sure or by != wish.person_id
    change = await moved(coaching, replace(booked, booking=unnamed), slot, confirmed=sure)
    return [*changes, change, *await offered(coaching, booked.slot)]


async def move_to(coaching: Coaching, booking_id: int, coach_id: int, starts: datetime) -> list[Change]:
    """The coach moves a session to any time of their own, and with it everybody who is in it or waits.

    Raises NotThere, SlotTaken, Overlaps.
    """
    changes, db = await released(coaching, coach_id), coaching.db
    booked = await of_coach(coaching, booking_id, coach_id)
    await can_change(coaching, booked, coach_id)
    if starts <= coaching.now:
        raise NotThere
    old, new = booked.slot, at_another_time(booked.slot, starts)
    there = {seats.slot.id for seats in await db.bookings.seats([coach_id], *new.span, coaching.now)}
    if starts == old.starts_at or there - {old.id}:
        raise SlotTaken(starts, await coaching.zone_of(coach_id))
    everybody = [each for each in await affected(coaching, coach_id, *old.span) if each.slot.id == old.id]
    await _meets_no_more(coaching, old)
    moves = [await moved(coaching, each, new, confirmed=True) for each in everybody if each.booking.state in LIVE]
    at = moves[0].booked.slot
    for each in everybody:
        if each.booking.state == BookingState.WAITING:
            elsewhere = await db.bookings.wait_elsewhere(each.booking, at, coaching.now)
            moves.append(Change(What.MOVED, elsewhere, old))
    return [*changes, *moves, *await offered(coaching, at)]


async def _meets_no_more(coaching: Coaching, slot: Slot) -> None:
    """Nobody is busy at this time of a session any more, all of which is moved: of a fixed group, it is none of its
    times, for whoever joins it later.
    """
    await coaching.db.bookings.vacate(slot)
    offer = await coaching.db.offers.get(slot.offer_id) if slot.offer_id is not None else None
    if offer is not None and offer.fixed:
        day = slot.starts_at.astimezone(ZoneInfo(offer.zone)).date()
        offer.except_on = sorted({*offer.except_on, day.isoformat()})
        await coaching.db.offers.save(offer)


async def cancel(coaching: Coaching, booking_id: int, by: int | None) -> list[Change]:
    """Cancel a booking, or leave the line: by either of the two, or by None, who runs the programme.

    Raises NotThere, TooLate.
    """
    booked = await of_either(coaching, booking_id, by)
    if booked.booking.state != BookingState.WAITING:
        await can_change(coaching, booked, by)
    return [await cancelled(coaching, booked), *await offered(coaching, booked.slot)]


async def none_suits(coaching: Coaching, booking_id: int, person_id: int) -> list[Change]:
    """None of the times that the coach proposed suits; where a place is held meanwhile, it is free. Raises NotThere."""
    booked = await of_person(coaching, booking_id, person_id)
    if not booked.booking.proposed:
        raise NotThere
    if booked.booking.state in LIVE:
        return await cancel(coaching, booking_id, person_id)
    await coaching.db.bookings.propose_no_more([booking_id])
    return []


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
    changes = await released(coaching, coach_id)
    await coaching.db.busy.add(coach_id, [(first, last)])
    zone, then = await coaching.zone_of(coach_id), await affected(coaching, coach_id, first, last)
    meets = {each.slot.id: each for each in reversed(then) if each.booking.state in LIVE}
    changes += [await cancelled(coaching, each) for each in then if each.slot.id not in meets]
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
    until = await changes_until(coaching, booked, by)
    if coaching.now > until:
        raise TooLate(until, await coaching.zone_of(booked.booking.person_id))


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
