"""Somebody is ill: their apologies for what is on, and the sessions of coaching in which others expect them."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.chat.errors import Refusal
from bot.chat.messages import MOST_BUTTONS, Button, Message, label_of
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
from handlers.timetable.meant import besides_days, is_reason, without_reason
from handlers.timetable.words import line
from scheduling import rebooking
from scheduling.phrases.days import Span as Days
from scheduling.phrases.days import find_days, read_days
from storage.shared.coaching.bookings import Booked
from storage.shared.coaching.busy import Span
from storage.shared.people import Role
from storage.shared.timetable import Event

router = Router("ill today")

_TODAY = frozenset(["today", "again", "now", "this", "morning", "afternoon", "evening", "at", "the", "moment"])
"""What somebody who is ill may say of when: what else they say has to be why."""
GENTLY = "I hope today goes gently."


@dataclass(frozen=True)
class Expected:
    """What somebody is expected at while they are ill."""

    then: Span
    events: Sequence[Event]
    led: Sequence[Booked]
    """What is booked with them as a coach."""
    own: Sequence[Booked]
    """Their own sessions with a coach."""


def _is_plain(turn: Turn) -> bool:
    """Whether days are all that is said of it; or why, and no days."""
    said = turn.slots.get("reason", "")
    besides = besides_days(turn, without_reason(said))
    return _TODAY.issuperset(plain_words(said)) or (is_reason(turn, said) if besides is None else not besides)


async def _expected(turn: Turn) -> Expected:
    """Today, where no days are said before a reason. Raises Refusal where there is nothing."""
    today = turn.now.astimezone(turn.zone).date()
    said = without_reason(turn.slots["reason"]) if "reason" in turn.slots else turn.text
    days = read_days(said, turn.now, turn.zone) if find_days(said, turn.now, turn.zone) else Days(today, today)
    first, last = days.moments(turn.zone)
    then = max(first, turn.now), last
    clearing.refuse_too_long(then)
    coaching = coaching_of(turn)
    led = await rebooking.affected(coaching, turn.person.id, *then) if Role.COACH in turn.roles else []
    own = [each for each in await sessions_of(turn, mine=True) if then[0] <= each.slot.starts_at < last]
    events = await answerable_on(turn, days)
    if not (events or led or own) and Role.COACH in turn.roles and days.last > today:
        free = await clearing.shown(turn, then, first=GENTLY)
        raise Refusal(free.text, free.buttons)
    if not (events or led or own):
        when = "today" if days.last == today else days
        raise Refusal(f"{GENTLY} Nothing lies ahead of you {when} that needs apologies. {ELSEWHERE} {SEE}")
    return Expected(then, events, led, own)


async def _that_is(turn: Turn) -> str:
    expected = await _expected(turn)
    lines = [session_line(each.slot, turn.zone) for each in (*expected.led, *expected.own)]
    return "; ".join([*(line(event, turn.zone) for event in expected.events), *dict.fromkeys(lines)])


@router.intent(
    "ill_today",
    "Say that I’m ill or can’t come",
    "i'm ill",
    "i am ill",
    "im ill",
    "i'm ill {reason}",
    "im ill {reason}",
    "i am ill {reason}",
    "i'm sick",
    "i am sick",
    "i'm sick {reason}",
    "im sick {reason}",
    "i'm off sick {reason}",
    "im off sick {reason}",
    "i'm unwell",
    "i'm unwell {reason}",
    "im unwell {reason}",
    "i'm not well",
    "i can't come today",
    "i can't make it today",
    *timetable.ILL_TODAY,
    changes=True,
    acts=True,
    plainly=_is_plain,
    unkept=True,
    about=_that_is,
)
async def ill_today(turn: Turn) -> None:
    """Whatever else is said about it is not looked at. Where somebody waits for them in a session, it is asked."""
    expected = await _expected(turn)
    if expected.led or expected.own:
        await turn.say(await _asked(turn, expected))
    else:
        await apologise(turn, expected.events)


async def _asked(turn: Turn, expected: Expected) -> Message:
    """All that is on, and a button for each sort of it: nothing is done before."""
    names = await names_of(turn.db, expected.own)
    parts, buttons = [f"{GENTLY} This is on, and I have told nobody so far:"], list[Button]()
    if expected.led:
        parts.append(await clearing.lines(turn, expected.led))
        buttons += clearing.buttons_for(expected.led, expected.then)
    for own in expected.own:
        coach, words = names.get(own.slot.coach_id, ""), session_line(own.slot, turn.zone)
        words = f"- your session with **{named(own.slot.coach_id, names)}**, {words}"
        if turn.now <= await rebooking.changes_until(coaching_of(turn), own, turn.person.id):
            buttons.append(Button(label_of(f"Cancel with {coach}"), CANCEL(own.booking.id)))
        else:
            words += ": only they can cancel it now, so please tell them directly"
        parts.append(words)
    for event in expected.events:
        parts.append(f"- {line(event, turn.zone)}")
        buttons.append(Button(label_of(f"Apologies: {event.title}"), presses.APOLOGIES(event.id)))
    first, *lines = parts
    return Message("\n\n".join([first, "\n".join(lines)]), buttons=tuple(buttons[:MOST_BUTTONS]))
