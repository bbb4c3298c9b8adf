"""What ends of somebody's coaching when they delete everything: hours and counts stay, as those of who has left."""

from datetime import datetime

from sqlmodel import Session, col, delete, or_, select, update

from storage.shared.coaching.busy import BusyTime
from storage.shared.coaching.coaches import Assignment, Bar, Coach
from storage.shared.coaching.feeds import CalendarFeed
from storage.shared.coaching.offers import Offer
from storage.shared.coaching.places import LIVE, Booking, BookingState, Slot, free_time


def forget_coaching(session: Session, person_id: int, now: datetime) -> None:
    """They coach nobody and meet nobody any more, and are kept apart from nobody."""
    ahead = select(Booking, Slot).join(Slot, col(Slot.id) == Booking.slot_id)
    for booking, slot in session.exec(
        ahead.where(
            or_(Booking.person_id == person_id, Slot.coach_id == person_id),
            col(Booking.state).in_([*LIVE, BookingState.WAITING]),
            Slot.starts_at > now,
        )
    ).all():
        booking.state, booking.number, booking.held_until, booking.proposed = BookingState.CANCELLED, None, None, []
        booking.changed_at = now
        session.add(booking)
        session.flush()
        free_time(session, slot.id, booking.person_id)
    with_them = or_(
        col(Booking.person_id) == person_id,
        col(Booking.slot_id).in_(select(Slot.id).where(Slot.coach_id == person_id)),
    )
    declined = with_them, col(Booking.state) == BookingState.DECLINED
    session.exec(update(Booking).where(*declined).values(proposed=[]))
    session.exec(update(Coach).where(col(Coach.person_id) == person_id).values(about="", takes_on=False))
    session.exec(
        update(Offer)
        .where(col(Offer.coach_id) == person_id, col(Offer.closed_at).is_(None))
        .values(closed_at=now, place="", link="")
    )
    session.exec(update(Slot).where(col(Slot.coach_id) == person_id).values(place="", link=""))
    theirs = or_(col(Assignment.participant_id) == person_id, col(Assignment.coach_id) == person_id)
    session.exec(update(Assignment).where(theirs, col(Assignment.ended_at).is_(None)).values(ended_at=now))
    session.exec(delete(Bar).where(or_(col(Bar.person_id) == person_id, col(Bar.other_id) == person_id)))
    session.exec(delete(BusyTime).where(col(BusyTime.person_id) == person_id))
    session.exec(delete(CalendarFeed).where(col(CalendarFeed.person_id) == person_id))
