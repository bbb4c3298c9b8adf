"""Remind me later: in an hour, this evening, tomorrow morning, or whenever somebody says."""

from collections.abc import Mapping
from datetime import datetime, time, timedelta

from bot.chat.errors import Refusal
from bot.chat.jobs import Wording
from bot.chat.messages import Button, Message, Press
from bot.chat.router import Router
from bot.chat.times import spoken
from bot.chat.turns import Turn
from bot.chat.unasked import MUTE, SNOOZE, WHY
from handlers.reminders.kinds import GONE, meant, told
from handlers.said import reminders
from handlers.undo import owed_as_before
from scheduling.holding import begins, habits_of
from scheduling.phrases.waits import read_wait
from scheduling.unasked import at_wall, day_of, is_quiet, quiet_end
from storage.shared.deliveries import Delivery
from storage.shared.reminders import MORNING
from storage.shared.unasked import AGAIN

router = Router("snooze")

RING = Press("reminders.ring", str, str)

EVENING = time(18)
AN_HOUR = timedelta(hours=1)

LABELS = {"hour": "In an hour", "evening": "This evening", "morning": "Tomorrow morning"}


@router.pressed(SNOOZE)
async def snooze(turn: Turn, delivery_id: str) -> None:
    await _ask(turn, await told(turn, delivery_id))


@router.pressed(RING)
async def ring(turn: Turn, delivery_id: str, when: str) -> None:
    again = await told(turn, delivery_id)
    if when not in (times := _times(turn)):
        raise Refusal("That time has gone by. Say “snooze until”, and when.")
    await _ring_at(turn, again, times[when])


async def _again_at(turn: Turn) -> str:
    typed = turn.slots.get("time", "").strip(" .!")
    return spoken(read_wait(typed, turn.now, turn.zone), turn.zone) if typed else ""


@router.intent(
    "snooze",
    "Be reminded later",
    "snooze until {time}",
    "snooze it until {time}",
    "snooze for {time}",
    "snooze {time}",
    "snooze",
    "snooze it",
    "remind me of this later",
    "remind me later",
    "remind me again later",
    *reminders.SNOOZE,
    acts="when told",
    about=_again_at,
)
async def snooze_until(turn: Turn) -> None:
    again = await meant(turn, RING.route, SNOOZE.route, MUTE.route, WHY.route)
    typed = turn.slots.get("time", "").strip(" .!")
    if not typed:
        await _ask(turn, again)
        return
    await _ring_at(turn, again, read_wait(typed, turn.now, turn.zone))


async def _ask(turn: Turn, again: Delivery) -> None:
    buttons = tuple(Button(LABELS[when], RING(again.id, when)) for when in _times(turn))
    await turn.say(
        Message("When shall I say it again? Or say “snooze until”, and when: “snooze until Monday 9”.", buttons=buttons)
    )


def _times(turn: Turn) -> Mapping[str, datetime]:
    """What is offered just now, and when that would be."""
    today = turn.now.astimezone(turn.zone).date()
    evening = at_wall(today, EVENING, turn.zone)
    times = {"hour": turn.now + AN_HOUR}
    if evening > turn.now + AN_HOUR / 2:
        times["evening"] = evening
    return times | {"morning": at_wall(today + timedelta(days=1), turn.person.morning, turn.zone)}


async def _ring_at(turn: Turn, again: Delivery, at: datetime) -> None:
    if again.job is None and again.body is None:
        raise Refusal(GONE)
    habits = habits_of(turn.person)
    quiet = is_quiet(habits, at)
    at = quiet_end(habits, at) if quiet else at
    if await _is_over(turn, again, turn.now):
        raise Refusal("That is over, so there is nothing of it to say again. Say “timetable” to see what comes.")
    if await _is_over(turn, again, at):
        raise Refusal(f"It is over by {spoken(at, turn.zone)}. Say an earlier time, such as “snooze until tomorrow 9”.")
    turn.owes = True
    asked, before = await turn.db.unasked.snooze(again, turn.id, at, turn.now)
    await turn.can_undo(f"what you asked to hear again on {spoken(at, turn.zone)}", owed_as_before, [asked], before)
    words = "That is in your quiet hours, so I’ll say it again when they end" if quiet else "I’ll say it again"
    day = "" if day_of(habits, at) != day_of(habits, turn.now) else ", today"
    await turn.replace(f"{words}: {spoken(at, turn.zone)}{day}.")


async def _is_over(turn: Turn, again: Delivery, at: datetime) -> bool:
    """Whether there would be nothing to say by then: what is promised has to come."""
    if again.kind == MORNING:
        with_it = await turn.db.unasked.went_with(str(again.arguments.get(AGAIN, again.id)))
        return bool(with_it) and all([await _is_over(turn, each, at) for each in with_it])
    event = await turn.db.timetable.get(again.event_id) if again.event_id is not None else None
    if event is not None and turn.now < begins(event, turn.zone) <= at:
        return True
    wording = Wording(
        now=at,
        person=turn.person,
        arguments=again.arguments,
        db=turn.db,
        delivery=again.id,
        kit=turn.kit,
        account=turn.account,
        manner=turn.manner,
    )
    return await wording.words(again) is None
