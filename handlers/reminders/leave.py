"""Being away: what is unasked waits, and comes as one message once they are back. No reason is asked or kept."""

from datetime import date, time, timedelta

from bot.chat.errors import Refusal
from bot.chat.markdown import literal
from bot.chat.messages import MOST_BUTTONS, Button, Message, Press
from bot.chat.router import Router
from bot.chat.times import spoken_date, spoken_span
from bot.chat.turns import Turn
from handlers.reflections.life import today
from handlers.reminders.morning import catch_up
from handlers.said import reminders
from handlers.stepping_back.pausing import come_back
from handlers.timetable.meant import is_met_at, only_days
from handlers.undo import CHANGED_SINCE
from scheduling.phrases.days import Span, find_days, read_days
from scheduling.unasked import at_wall
from storage.shared.reminders import Leave

router = Router("leave")

END = Press("leave.end", int)
MOST_NAMED = 3
WHOLE_DAYS = ", the whole day, as I count days and no hours"


def _typed(turn: Turn) -> str:
    """The words for the days; where they leave the end open, all that was said, which may go on to name it."""
    typed = turn.slots.get("days", "").strip(" .!")
    said = find_days(typed, turn.now, turn.zone)
    if said is None or said.last is not None:
        return typed
    whole = find_days(turn.text, turn.now, turn.zone)
    return turn.text if whole and whole.last else typed


async def _days_away(turn: Turn) -> str:
    typed = _typed(turn)
    return str(read_days(typed, turn.now, turn.zone)) if typed else ""


@router.intent(
    "away",
    "Say that I’m away",
    "i'm away {days}",
    "i am away {days}",
    "i'll be away {days}",
    "away {days}",
    "i'm on leave {days}",
    "on leave {days}",
    "i'm on holiday {days}",
    *reminders.AWAY,
    command="away",
    help="“I’m away until Monday week”: what can wait does",
    acts="when told",
    plainly=lambda turn: only_days(turn, turn.slots.get("days", "")),
    about=_days_away,
)
async def away(turn: Turn) -> None:
    if not turn.slots.get("days", "").strip(" .!"):
        await when_away(turn)
        return
    days = read_days(_typed(turn), turn.now, turn.zone)
    wanted = Leave(person_id=turn.person.id, first=days.first, last=days.last)
    leave, before = await turn.db.reminders.add_leave(wanted)
    stood = [[first.isoformat(), last.isoformat()] for first, last in before]
    what = f"that you are away {_span(leave)}"
    await turn.can_undo(what, not_away, leave.first.isoformat(), leave.last.isoformat(), stood)
    words = [
        f"You are away {_span(leave)}{WHOLE_DAYS if days.part else ''}. I’ll be quiet, and what had to wait comes in "
        f"one message from {spoken_date(leave.last + timedelta(days=1))} on."
    ]
    events = [
        literal(event.title)
        for event in await turn.db.timetable.of_person(turn.person.id, leave.first, leave.last)
        if is_met_at(event)
    ]
    if events:
        words.append(
            f"In those days: {', '.join(events[:MOST_NAMED])}. If you can’t come, say “I can’t come to”, and which."
        )
    begins, ends = (at_wall(day, time(), turn.zone) for day in (leave.first, leave.last + timedelta(days=1)))
    sessions = await turn.db.bookings.sessions_of(turn.person.id, begins, ends)
    if sessions:
        when = "; ".join(spoken_span(*span, turn.zone) for span in sessions[:MOST_NAMED])
        words.append(f"Coaching in those days: {when}. To move or cancel it, say “my sessions”.")
    await turn.say(Message("\n\n".join(words), buttons=_to_end([leave])))


@router.intent("when_away", "See when I’m away", "when am i away", "am i away", "my leave", "my days away")
async def when_away(turn: Turn) -> None:
    leaves = await turn.db.reminders.leaves(turn.person.id, today(turn))
    if not leaves:
        await turn.say("I know of no days on which you are away. Say them such as “I’m away from 3 to 10 May”.")
        return
    lines = "\n".join(f"- {_span(leave)}" for leave in leaves)
    await turn.say(Message(f"You are away:\n\n{lines}", buttons=_to_end(leaves)))


@router.pressed(END)
async def end(turn: Turn, leave_id: int) -> None:
    leaves = await turn.db.reminders.leaves(turn.person.id, today(turn))
    leave = next((leave for leave in leaves if leave.id == leave_id), None)
    if leave is None:
        raise Refusal("Those days are not among yours any more. Say “when am I away” to see which are.")
    if leave.first <= today(turn):
        await back(turn)
    else:
        await _end(turn, leave)
        await turn.replace(f"You are not away {_span(leave)} after all.")


@router.intent(
    "back", "Say that I’m back", "i'm back", "i am back", "im back", "back from leave", "i'm here again", acts=True
)
async def back(turn: Turn) -> None:
    away, stepped_back = await end_leave(turn), await come_back(turn)
    if not away and not stepped_back:
        raise Refusal("I didn’t know that you were away. Say “my reminders” to choose what you get, and when.")
    await turn.say("Welcome back. What had to wait comes in one message now, if there was anything.")


async def end_leave(turn: Turn) -> bool:
    """They are back from today on, and what waited comes; False where they were not away."""
    now = today(turn)
    current = [leave for leave in await turn.db.reminders.leaves(turn.person.id, now) if leave.first <= now]
    for leave in current:
        await _end(turn, leave)
    if current:
        await catch_up(turn, turn.person)
    return bool(current)


async def _end(turn: Turn, leave: Leave) -> None:
    await turn.db.reminders.end_leave(turn.person.id, leave.id)
    what = f"that you are not away {_span(leave)}"
    await turn.can_undo(what, away_again, leave.first.isoformat(), leave.last.isoformat())


@router.undo("leave.not_away")
async def not_away(turn: Turn, first: str, last: str, before: list[list[str]]) -> str:
    """The days that became one with these are what they were."""
    leaves = await turn.db.reminders.leaves(turn.person.id, today(turn))
    leave = next((each for each in leaves if (each.first.isoformat(), each.last.isoformat()) == (first, last)), None)
    if leave is None:
        raise Refusal(CHANGED_SINCE)
    await turn.db.reminders.end_leave(turn.person.id, leave.id)
    for days in before:
        await _away(turn, *days)
    if leave.first <= today(turn):
        await catch_up(turn, turn.person)
    return await _as_it_is(turn)


@router.undo("leave.away_again")
async def away_again(turn: Turn, first: str, last: str) -> str:
    await _away(turn, first, last)
    return await _as_it_is(turn)


async def _away(turn: Turn, first: str, last: str) -> None:
    leave = Leave(person_id=turn.person.id, first=date.fromisoformat(first), last=date.fromisoformat(last))
    await turn.db.reminders.add_leave(leave)


async def _as_it_is(turn: Turn) -> str:
    leaves = await turn.db.reminders.leaves(turn.person.id, today(turn))
    return f"You are away {' and '.join(map(_span, leaves))}." if leaves else "You are here, as before."


def _span(leave: Leave) -> str:
    return str(Span(leave.first, leave.last))


def _to_end(leaves: list[Leave]) -> tuple[Button, ...]:
    return tuple(Button(f"Not away {_in_short(leave)}", END(leave.id)) for leave in leaves[:MOST_BUTTONS])


def _in_short(leave: Leave) -> str:
    first, last = (f"{day.day} {day:%B}" for day in (leave.first, leave.last))
    return f"on {first}" if first == last else f"{first} to {last}"
