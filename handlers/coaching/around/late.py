"""Running late for a session of today: one line to the other, or to the group, of how many minutes and not of why."""

from collections.abc import Sequence
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.chat.errors import Refusal
from bot.chat.markdown import literal
from bot.chat.messages import Button, Message, Press
from bot.chat.router import Router
from bot.chat.turns import Turn
from bot.chat.understanding.words import plain_words
from handlers.coaching.around.planning import sure_at
from handlers.coaching.finding import named_in, names_of, other_of, others_in
from handlers.coaching.presses import LATE
from handlers.coaching.sessions.session import ON_THE_DAY
from handlers.coaching.words import line, named
from scheduling.coaching import NotThere
from scheduling.phrases.waits import find_minutes
from scheduling.unasked import at_wall
from storage.shared.coaching.bookings import Booked
from storage.shared.coaching.places import BookingState
from storage.shared.people import Person

router = Router("running late")

TELL_LATE = Press("coaching.tell_late", int, int)
"""Say that one is so many minutes late for this session."""

MINUTES = (5, 10, 15, 20, 30)
MOST = 120
"""Whoever comes later than this had better move it."""

OF_COACHING = frozenset(["coaching", "coach"])
OF_EVENTS = frozenset(["module", "workshop", "masterclass", "residential", "event"])


async def late_for(turn: Turn, event_begins: datetime | None) -> Booked | None:
    """The session of today that they mean by being late: by its other person, by its sort, or as what begins first."""
    today = await _todays(turn)
    if not today:
        return None
    names, words = await names_of(turn.db, today), frozenset(plain_words(turn.text))
    with_whom = named_in(turn, others_in(turn, today, names))
    if meant := [each for each in today if other_of(turn, each) in with_whom]:
        return meant[0]
    if event_begins is None or words & OF_COACHING:
        return today[0]
    return today[0] if today[0].slot.starts_at < event_begins and not words & OF_EVENTS else None


async def offer_to_tell(turn: Turn, booked: Booked) -> None:
    """Shown before anything is passed on: to whom, and how many minutes, where they were said."""
    minutes = find_minutes(turn.text)
    if minutes is None or not 0 < minutes <= MOST:
        await _ask(turn, booked)
        return
    to = await _to_whom(turn, booked)
    await turn.say(
        Message(
            f"Shall I tell {to} that you are about {minutes} minutes late? It is {line(booked.slot, turn.zone)}. "
            "Nothing of why is passed on.",
            buttons=(
                Button(f"Tell them: {minutes} minutes", TELL_LATE(booked.booking.id, minutes), "main"),
                Button("Another number", LATE(booked.booking.id)),
            ),
        )
    )


@router.pressed(LATE)
async def late(turn: Turn, booking_id: int) -> None:
    await _ask(turn, await _of_today(turn, booking_id))


async def _ask(turn: Turn, booked: Booked) -> None:
    buttons = (Button(f"{minutes} minutes", TELL_LATE(booked.booking.id, minutes)) for minutes in MINUTES)
    at = line(booked.slot, turn.zone)
    await turn.say(
        Message(f"How late will you be? I tell {await _to_whom(turn, booked)} at once: {at}.", buttons=tuple(buttons))
    )


@router.pressed(TELL_LATE, changes=True)
async def tell_late(turn: Turn, booking_id: int, minutes: int) -> None:
    if not 0 < minutes <= MOST:
        raise NotThere
    booked = await _of_today(turn, booking_id)
    booking, slot = booked.booking, booked.slot
    me, whom = literal(turn.person.name), await _to_whom(turn, booked)
    others = await _others(turn, booked)
    if not others:
        raise Refusal(f"{whom} uses neither app, so please tell them yourself.")
    for other in others:
        words = f"**{me}** is about {minutes} minutes late: {line(slot, ZoneInfo(other.zone))}."
        key = f"late {booking.id} {booking.sequence} {turn.person.id} {other.id} {minutes}"
        await turn.tell(other, words, key=key, again=True, urgent=True)
    told = f"I have told {whom}: about {minutes} minutes late."
    await turn.cannot_undo(f"{told} Say it again with another number, if it changes.")
    await turn.replace(Message(told, buttons=(Button("Another number", LATE(booking_id)),)))


async def _of_today(turn: Turn, booking_id: int) -> Booked:
    """A session of the speaker's that is sure, and of today. Raises NotThere, Refusal."""
    booked = await turn.db.bookings.get(booking_id)
    if booked is None or turn.person.id not in (booked.booking.person_id, booked.slot.coach_id):
        raise NotThere
    if booked.booking.state != BookingState.CONFIRMED:
        raise NotThere
    if booked.slot.ends_at <= turn.now:
        raise Refusal("That session is over by now. Say “my sessions” to see what comes.")
    if booked.slot.starts_at >= max(_tomorrow(turn), turn.now + ON_THE_DAY):
        raise Refusal(f"That session is {line(booked.slot, turn.zone)}. I can pass on that you are late on that day.")
    return booked


async def _todays(turn: Turn) -> list[Booked]:
    """The speaker's sessions of today that are sure and not over, the first first."""
    found = [
        *await turn.db.bookings.of_person(turn.person.id, turn.now, _tomorrow(turn)),
        *await turn.db.bookings.of_coach(turn.person.id, turn.now, _tomorrow(turn)),
    ]
    sure = [each for each in found if each.booking.state == BookingState.CONFIRMED]
    return sorted(sure, key=lambda each: each.slot.starts_at)


def _tomorrow(turn: Turn) -> datetime:
    return at_wall(turn.now.astimezone(turn.zone).date() + timedelta(days=1), time(), turn.zone)


async def _others(turn: Turn, booked: Booked) -> Sequence[Person]:
    """Whom it concerns: the coach; or, where the coach is late, everybody who comes."""
    ids = [booked.slot.coach_id]
    if turn.person.id == booked.slot.coach_id:
        ids = [each.booking.person_id for each in await sure_at(turn.db, turn.person.id, booked.slot.starts_at)]
    people = [await turn.db.people.get(person_id) for person_id in ids]
    return [person for person in people if person is not None and not person.by_hand]


async def _to_whom(turn: Turn, booked: Booked) -> str:
    if booked.slot.is_group and turn.person.id == booked.slot.coach_id:
        return "your group"
    return f"**{named(other_of(turn, booked), await names_of(turn.db, [booked]))}**"
