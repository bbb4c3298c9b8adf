"""What all rules of booking have in common: whose a booking is, what it becomes, and winning its place."""

from datetime import datetime
from typing import Any

from scheduling.coaching import AllUsed, Change, Coaching, NotThere, Overlaps, SlotTaken, What
from scheduling.diaries import sessions
from storage.shared.coaching.bookings import Booked
from storage.shared.coaching.offers import Offer
from storage.shared.coaching.places import ENDED, Booking, BookingState, Overlap, PlaceTaken, Slot, but


async def of_person(coaching: Coaching, booking_id: int, person_id: int) -> Booked:
    """A booking of somebody's that is about to change. Raises NotThere."""
    booked = await coaching.db.bookings.hold(booking_id)
    if booked is None or booked.booking.person_id != person_id:
        raise NotThere
    return booked


async def of_coach(coaching: Coaching, booking_id: int, coach_id: int) -> Booked:
    """A booking with somebody that is about to change. Raises NotThere."""
    booked = await coaching.db.bookings.hold(booking_id)
    if booked is None or booked.slot.coach_id != coach_id:
        raise NotThere
    return booked


async def of_either(coaching: Coaching, booking_id: int, by: int | None, and_coach_id: int | None = None) -> Booked:
    """A booking of either of the two that is about to change; None is whoever runs the programme. Raises NotThere."""
    booked = await coaching.db.bookings.hold(booking_id, and_coach_id)
    if booked is None or by not in (None, booked.booking.person_id, booked.slot.coach_id):
        raise NotThere
    return booked


async def entitled(coaching: Coaching, cohort_id: int, person_id: int, *, groups: bool, more: int = 1) -> None:
    """Raises AllUsed where the programme has not so many more sessions for them."""
    theirs = (await sessions(coaching, cohort_id, [person_id], groups=groups))[person_id]
    if theirs.counted.together + more > theirs.due:
        raise AllUsed(theirs.due)


def slot_of(offer: Offer, starts: datetime, ends: datetime) -> Slot:
    """What a time of an offer is, once somebody has a place in it."""
    return Slot(
        coach_id=offer.coach_id,
        offer_id=offer.id,
        starts_at=starts,
        ends_at=ends,
        places=offer.places,
        fewest=offer.fewest,
        place=offer.place,
        link=offer.link,
    )


def at_another_time(slot: Slot, starts: datetime) -> Slot:
    """The same session at a time that is of no offer; a group stays what it was on offer as."""
    ends, offer_id = starts + (slot.ends_at - slot.starts_at), slot.offer_id if slot.is_group else None
    return but(slot, id=None, offer_id=offer_id, starts_at=starts, ends_at=ends, sequence=slot.sequence + 1)


async def take(coaching: Coaching, slot: Slot, booking: Booking, *, confirmed: bool = False) -> Booked:
    """Win a place, confirmed at once, or for the coach to confirm. Raises SlotTaken, Overlaps."""
    becomes: dict[str, Any] = {
        "state": BookingState.CONFIRMED,
        "held_until": None,
        "proposed": [],
        "changed_at": coaching.now,
    }
    if not confirmed and not await _is_confirmed_at_once(coaching, booking, slot.coach_id):
        hours = (await coaching.programme(booking.cohort_id)).coaching.hold_hours
        until = await coaching.held_until(slot.coach_id, hours, slot, coaching.now)
        becomes |= {"state": BookingState.REQUESTED, "held_from": coaching.now, "held_until": until}
    try:
        return await coaching.db.bookings.take(slot, but(booking, **becomes))
    except PlaceTaken:
        raise SlotTaken(slot.starts_at, await coaching.zone_of(booking.person_id)) from None
    except Overlap:
        raise Overlaps(slot.starts_at, await coaching.zone_of(booking.person_id)) from None


async def moved(coaching: Coaching, booked: Booked, slot: Slot, *, confirmed: bool, what: What = What.MOVED) -> Change:
    """A booking is at another time: that place is won and its old one free, or nothing. Raises SlotTaken, Overlaps."""
    had_ended = booked.booking.state in ENDED  # and was taken out of calendars with a number of its own
    onwards = but(booked.booking, sequence=booked.booking.sequence + 1 + had_ended)
    return Change(what, await take(coaching, slot, onwards, confirmed=confirmed), booked.slot)


async def _is_confirmed_at_once(coaching: Coaching, booking: Booking, coach_id: int) -> bool:
    if (await coaching.programme(booking.cohort_id)).coaching.at_once:
        return True
    own = await coaching.db.coaches.of(booking.cohort_id, booking.person_id)
    return own == coach_id and (await coaching.db.coaches.get(coach_id)).at_once
