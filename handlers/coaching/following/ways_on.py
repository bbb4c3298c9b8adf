"""What somebody can do about what became of a booking: the buttons beneath what they are told of it."""

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.chat.messages import Button
from bot.chat.times import spoken
from bot.chat.wanting import WANT
from handlers.coaching import presses
from scheduling.coaching import Change, What
from storage.shared.coaching.bookings import Booked
from storage.shared.coaching.places import BookingState


def ways_on(change: Change, zone: ZoneInfo, reader_id: int) -> tuple[Button, ...]:
    """For either of its two people."""
    if reader_id == change.booked.slot.coach_id:
        return _of_coach(change)
    return _of_participant(change, zone)


def several_ways_on(changes: Sequence[Change], reader_id: int) -> list[Button]:
    """Where one act did something to several: the page where each of them stands."""
    waits = any(
        change.booked.slot.coach_id == reader_id and change.booked.booking.state == BookingState.REQUESTED
        for change in changes
    )
    return (
        [Button("Answer them", WANT("confirm_session"), "main")]
        if waits
        else [Button("My sessions", WANT("my_sessions"))]
    )


def to_answer(booked: Booked) -> tuple[Button, ...]:
    """How a coach answers a request. A group is when it is: to one person of it no other time is proposed."""
    booking_id = booked.booking.id
    others = (Button("Other times", presses.PROPOSE(booking_id)),) if not booked.slot.is_group else ()
    return (
        Button("Confirm", presses.CONFIRM(booking_id), "main"),
        Button("Decline", presses.DECLINE(booking_id)),
        *others,
    )


def to_choose(booked: Booked, now: datetime, zone: ZoneInfo) -> tuple[Button, ...]:
    """The times that a coach proposed and that lie ahead."""
    moments = (datetime.fromisoformat(moment) for moment in booked.booking.proposed)
    return tuple(
        Button(spoken(moment, zone), presses.CHOOSE(booked.booking.id, presses.minute_of(moment)))
        for moment in moments
        if moment > now
    )


def proposed(booked: Booked, now: datetime, zone: ZoneInfo) -> tuple[Button, ...]:
    """What a participant can do about a time that their coach can't make: one of those proposed, none, or another."""
    chosen = to_choose(booked, now, zone)
    none = (Button("None of these", presses.NONE_SUITS(booked.booking.id)),) if chosen else ()
    return (*chosen, *none, other_times(booked))


def other_times(booked: Booked) -> Button:
    """Where else a session could be: what is held for somebody is moved, rather than another booked beside it."""
    if booked.slot.is_group:
        return Button("Other groups", WANT("book_group_coaching"))
    is_held = booked.booking.state == BookingState.REQUESTED
    press = presses.MOVE(booked.booking.id) if is_held else presses.TIMES(booked.slot.coach_id)
    return Button("Other times", press)


def _of_coach(change: Change) -> tuple[Button, ...]:
    booking = change.booked.booking
    if booking.state == BookingState.REQUESTED:
        return to_answer(change.booked)
    if booking.state == BookingState.CONFIRMED:
        return (_page(booking.id),)
    return (Button("My sessions", WANT("my_sessions")),)


def to_take_or_let_go(booking_id: int) -> tuple[Button, ...]:
    """What somebody can do about a place that they are offered."""
    return Button("Take the place", presses.ACCEPT(booking_id), "main"), Button(
        "Let it go", presses.LEAVE_LINE(booking_id)
    )


def _of_participant(change: Change, zone: ZoneInfo) -> tuple[Button, ...]:
    booking = change.booked.booking
    match change.what:
        case What.OFFERED | What.PROLONGED if booking.is_offered:
            return to_take_or_let_go(booking.id)
        case What.PROPOSED | What.DECLINED:
            return proposed(change.booked, booking.changed_at, zone)
        case What.CANCELLED | What.LAPSED | What.PASSED_ON:
            return (other_times(change.booked),)
        case What.CONFIRMED | What.MOVED if booking.state == BookingState.CONFIRMED:
            return (_page(booking.id), Button("Put it in my calendar", presses.FILE(booking.id)))
        case _:
            return (_page(booking.id),)


def _page(booking_id: int) -> Button:
    return Button("See the session", presses.SESSION(booking_id))
