"""What ends where somebody coaches, or takes part, in a cohort no longer. What has begun goes on."""

from collections.abc import Iterable
from datetime import timedelta

from scheduling.coaching import Change, Coaching
from scheduling.rebooking import affected, cancel, cancelled
from storage.shared.coaching.bookings import Booked
from storage.shared.coaching.places import LIVE, BookingState
from storage.shared.cohorts import State
from storage.shared.people import Role

AS_FAR_AS_BOOKED = timedelta(days=5 * 366)


async def end_booking(coaching: Coaching, cohort_id: int, person_id: int) -> list[Change]:
    """Somebody takes part no more: what they booked is cancelled, and who waited for such a place is offered it."""
    db, now = coaching.db, coaching.now
    theirs = [each for each in await db.bookings.all_of_person(person_id) if each.booking.cohort_id == cohort_id]
    await db.bookings.lock({each.slot.coach_id for each in theirs})
    theirs = [each for each in await db.bookings.all_of_person(person_id) if each.booking.cohort_id == cohort_id]
    ahead = [
        each for each in theirs if each.booking.state in (*LIVE, BookingState.WAITING) and each.slot.starts_at > now
    ]
    changes = [change for each in ahead for change in await cancel(coaching, each.booking.id, None)]
    await _proposed_no_more(coaching, theirs)
    await db.coaches.let_go(cohort_id, person_id, now)
    return changes


async def end_coaching(coaching: Coaching, cohort_id: int, coach_id: int) -> tuple[list[Change], list[int]]:
    """Somebody coaches no more: what was booked with them is cancelled, and their offers close.

    Gives whose coach they were, too.
    """
    db, now = coaching.db, coaching.now
    await db.bookings.lock([coach_id])
    ahead = await affected(coaching, coach_id, now, now + AS_FAR_AS_BOOKED)
    changes = [await cancelled(coaching, each) for each in ahead if each.booking.cohort_id == cohort_id]
    theirs = await db.bookings.all_of_coach(coach_id)
    await _proposed_no_more(coaching, [each for each in theirs if each.booking.cohort_id == cohort_id])
    coaches_on = any(
        part.role == Role.COACH and part.state != State.LEFT and part.cohort_id != cohort_id
        for part in await db.cohorts.memberships(coach_id)
    )
    for offer in (await db.offers.of([coach_id]))[coach_id]:
        if offer.cohort_id == cohort_id or not coaches_on:
            offer.closed_at = now
            await db.offers.save(offer)
    return changes, await db.coaches.end(cohort_id, coach_id, now)


async def _proposed_no_more(coaching: Coaching, booked: Iterable[Booked]) -> None:
    """What was declined, at other times that were proposed, can't be had at those any more."""
    declined = [each.booking for each in booked if each.booking.state == BookingState.DECLINED]
    await coaching.db.bookings.propose_no_more([booking.id for booking in declined if booking.proposed])
