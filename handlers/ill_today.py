"""Somebody is ill today: their apologies for what is on, and the sessions of coaching in which others expect them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from bot.chat.errors import Refusal
from bot.chat.messages import Button, Message, label_of
from bot.chat.router import Router
from bot.chat.turns import Turn
from bot.chat.understanding.words import plain_words
from handlers.coaching.changing import clearing
from handlers.coaching.finding import names_of, sessions_of
from handlers.coaching.presses import CANCEL
from handlers.coaching.rules import coaching_of
from handlers.coaching.words import line as session_line
from handlers.coaching.words import named
from handlers.said import timetable
from handlers.timetable import presses
from handlers.timetable.answers import ELSEWHERE, SEE, answerable_on, apologise
from handlers.timetable.meant import is_reason
from handlers.timetable.words import line
from scheduling import rebooking
from scheduling.phrases.days import Span as Days
from scheduling.unasked import at_wall
from storage.shared.coaching.bookings import Booked
from storage.shared.coaching.busy import Span
from storage.shared.people import Role
from storage.shared.timetable import Event

router = Router("ill today")

_TODAY = frozenset(["today", "again", "now", "this", "morning", "afternoon", "evening", "at", "the", "moment"])
"""What somebody who is ill may say of when: what else they say has to be why."""
GENTLY = "I hope today goes gently."
A_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Today:
    """What somebody is expected at, from now to the end of the day."""

    rest: Span
    events: Sequence[Event]
    led: Sequence[Booked]
    """What is booked with them as a coach."""
    own: Sequence[Booked]
    """Their own sessions with a coach."""


async def _today(turn: Turn) -> Today:
    """Raises Refusal where there is nothing."""
    day = turn.now.astimezone(turn.zone).date()
    ends = at_wall(day + A_DAY, time(), turn.zone)
    led = await _led(turn, ends) if Role.COACH in turn.roles else []
    own = [each for each in await sessions_of(turn, mine=True) if each.slot.starts_at < ends]
    events = await answerable_on(turn, Days(day, day))
    if not (events or led or own):
        raise Refusal(f"{GENTLY} Nothing lies ahead of you today that needs apologies. {ELSEWHERE} {SEE}")
    return Today((turn.now, ends), events, led, own)


async def _led(turn: Turn, ends: datetime) -> list[Booked]:
    return await rebooking.affected(coaching_of(turn), turn.person.id, turn.now, ends)


async def _that_is(turn: Turn) -> str:
    today = await _today(turn)
    lines = [session_line(each.slot, turn.zone) for each in (*today.led, *today.own)]
    return "; ".join([*(line(event, turn.zone) for event in today.events), *dict.fromkeys(lines)])


@router.intent(
    "ill_today",
    "Send my apologies for today",
    "i'm ill",
    "i am ill",
    "im ill",
    "i'm ill {reason}",
    "i'm sick",
    "i am sick",
    "i'm sick {reason}",
    "i'm unwell",
    "i'm not well",
    "i can't come today",
    "i can't make it today",
    *timetable.ILL_TODAY,
    changes=True,
    acts=True,
    plainly=lambda turn: _TODAY.issuperset(plain_words(said := turn.slots.get("reason", ""))) or is_reason(turn, said),
    unkept=True,
    about=_that_is,
)
async def ill_today(turn: Turn) -> None:
    """Whatever else is said about it is not looked at. Where somebody waits for them in a session, it is asked."""
    today = await _today(turn)
    if today.led or today.own:
        await turn.say(await _asked(turn, today))
    else:
        await apologise(turn, today.events)


async def _asked(turn: Turn, today: Today) -> Message:
    """All that is on, and a button for each sort of it: nothing is done before."""
    names = await names_of(turn.db, today.own)
    parts, buttons = [f"{GENTLY} This is on, and I have told nobody so far:"], list[Button]()
    if today.led:
        parts.append(await clearing.lines(turn, today.led))
        buttons += clearing.buttons_for(today.led, today.rest)
    for own in today.own:
        coach, words = names.get(own.slot.coach_id, ""), session_line(own.slot, turn.zone)
        words = f"- your session with **{named(own.slot.coach_id, names)}**, {words}"
        if turn.now <= await rebooking.changes_until(coaching_of(turn), own, turn.person.id):
            buttons.append(Button(label_of(f"Cancel with {coach}"), CANCEL(own.booking.id)))
        else:
            words += ": only they can cancel it now, so please tell them directly"
        parts.append(words)
    for event in today.events:
        parts.append(f"- {line(event, turn.zone)}")
        buttons.append(Button(label_of(f"Apologies: {event.title}"), presses.APOLOGIES(event.id)))
    first, *lines = parts
    return Message("\n\n".join([first, "\n".join(lines)]), buttons=tuple(buttons))
