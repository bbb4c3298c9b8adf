"""What was asked of a coach, and waits for their answer."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.chat.messages import Button, Message, Press, label_of
from bot.chat.times import spoken
from handlers.coaching.following.ways_on import to_answer
from handlers.coaching.offering.shown import as_shown
from handlers.coaching.presses import SESSION
from handlers.coaching.words import became
from scheduling.coaching import Change, What
from scheduling.diaries import A_YEAR
from storage.shared.coaching.bookings import Booked
from storage.shared.coaching.places import BookingState
from storage.shared.unit import SharedUnit

CONFIRM_ALL = Press("coaching.confirm_all", int)
"""Confirm all requests, as they were shown."""

MOST_SHOWN = 20


async def waiting_for(db: SharedUnit, coach_id: int, now: datetime) -> list[Booked]:
    """What waits for a coach to confirm it, the soonest session first; not where other times are proposed."""
    return [each for each in await asked_of(db, coach_id, now) if is_waiting(each, now)][:MOST_SHOWN]


async def asked_of(db: SharedUnit, coach_id: int, now: datetime) -> list[Booked]:
    """What is asked of a coach, the soonest session first, and held until it is settled."""
    booked = await db.bookings.of_coach(coach_id, now, now + A_YEAR)
    return [each for each in booked if is_asked(each, now)]


def is_waiting(booked: Booked, now: datetime) -> bool:
    return is_asked(booked, now) and not booked.booking.proposed


def is_asked(booked: Booked, now: datetime) -> bool:
    """Whether it is asked for, and held until it is settled."""
    booking = booked.booking
    held = booking.held_until is not None and booking.held_until > now
    return booking.state == BookingState.REQUESTED and held and booked.slot.starts_at > now


def page(
    requests: Sequence[Booked],
    names: Mapping[int, str],
    zone: ZoneInfo,
    coach_id: int,
    *,
    first: str = "",
    everything: bool = True,
) -> Message:
    """What waits for a coach: of several, each can be looked at, and everything be confirmed with one press."""
    lines = [became(Change(What.REQUESTED, each), zone, coach_id, names) for each in requests]
    if len(requests) == 1:
        buttons = to_answer(requests[0])
    else:
        lines = [f"- {words}" for words in lines]
        confirm_all = Button(f"Confirm all {len(requests)}", CONFIRM_ALL(as_shown(requests)), "main")
        each_of_them = (Button(label(each, names, zone), SESSION(each.booking.id)) for each in requests)
        buttons = (*([confirm_all] if everything else []), *each_of_them)
    text = "\n\n".join(filter(None, [first, "\n".join(lines)]))
    return Message(text, title="A request for you" if len(requests) == 1 else "Requests for you", buttons=buttons)


def label(booked: Booked, names: Mapping[int, str], zone: ZoneInfo) -> str:
    """A booking as its coach's button: with whom, and when."""
    return label_of(f"{names.get(booked.booking.person_id, '')}: {spoken(booked.slot.starts_at, zone)}")
