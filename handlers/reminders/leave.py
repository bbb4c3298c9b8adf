"""Being away: what is unasked waits, and comes as one message once they are back. No reason is asked or kept."""

from datetime import date, timedelta

from bot.chat.errors import Refusal
from bot.chat.markdown import literal
from bot.chat.messages import MOST_BUTTONS, Button, Message, Press
from bot.chat.router import Router
from bot.chat.times import spoken_date
from bot.chat.turns import Turn
from handlers.reflections.life import today
from handlers.reminders.morning import catch_up
from handlers.stepping_back.pausing import come_back
from handlers.timetable.meant import is_met_at
from scheduling.phrases.days import read_days
from storage.shared.reminders import Leave

router = Router("leave")

END = Press("leave.end", int)
MOST_NAMED = 3


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
    command="away",
    help="“I’m away until Monday week”: what can wait does",
)
async def away(turn: Turn) -> None:
    if not turn.slots.get("days", "").strip(" .!"):
        await when_away(turn)
        return
    first, last = read_days(turn.slots["days"], turn.now, turn.zone)
    leave = await turn.db.reminders.add_leave(Leave(person_id=turn.person.id, first=first, last=last))
    words = [
        f"You are away {_span(leave.first, leave.last)}. I’ll be quiet, and what had to wait comes in one message "
        f"from {spoken_date(leave.last + timedelta(days=1))} on."
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
    await turn.say(Message("\n\n".join(words), buttons=_to_end([leave])))


@router.intent("when_away", "See when I’m away", "when am i away", "am i away", "my leave", "my days away")
async def when_away(turn: Turn) -> None:
    leaves = await turn.db.reminders.leaves(turn.person.id, today(turn))
    if not leaves:
        await turn.say("I know of no days on which you are away. Say them such as “I’m away from 3 to 10 May”.")
        return
    lines = "\n".join(f"- {_span(leave.first, leave.last)}" for leave in leaves)
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
        await turn.db.reminders.end_leave(turn.person.id, leave.id)
        await turn.replace(f"You are not away {_span(leave.first, leave.last)} after all.")


@router.intent("back", "Say that I’m back", "i'm back", "i am back", "im back", "back from leave", "i'm here again")
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
        await turn.db.reminders.end_leave(turn.person.id, leave.id)
    if current:
        await catch_up(turn, turn.person)
    return bool(current)


def _span(first: date, last: date) -> str:
    return f"on {spoken_date(first)}" if first == last else f"from {spoken_date(first)} to {spoken_date(last)}"


def _to_end(leaves: list[Leave]) -> tuple[Button, ...]:
    return tuple(Button(f"Not away {_in_short(leave)}", END(leave.id)) for leave in leaves[:MOST_BUTTONS])


def _in_short(leave: Leave) -> str:
    first, last = (f"{day.day} {day:%B}" for day in (leave.first, leave.last))
    return f"on {first}" if first == last else f"{first} to {last}"
