"""Where a session takes place: said by its coach once it is agreed, or otherwise than it was."""

from scheduling.coaching import Change, Coaching, What
from scheduling.placing import of_coach
from scheduling.rebooking import can_change


async def meet_at(coaching: Coaching, booking_id: int, coach_id: int, place: str, link: str) -> list[Change]:
    """A session takes place there, for everybody in it; with neither, that is to be agreed. Raises NotThere.

    Whoever waits to be confirmed hears of it then.
    """
    booked = await of_coach(coaching, booking_id, coach_id)
    await can_change(coaching, booked, coach_id)
    if (booked.slot.place, booked.slot.link) == (place, link):
        return []
    there = await coaching.db.bookings.meet_at(booked.slot.id, place, link, coaching.now)
    return [Change(What.PLACED, each) for each in there]
