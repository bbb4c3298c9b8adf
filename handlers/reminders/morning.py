"""The morning message: the week, what had to wait, and one thing that waits for an answer. After leave, the same."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from bot.chat import home
from bot.chat.jobs import Wording
from bot.chat.markdown import literal
from bot.chat.messages import MOST_BUTTONS, Button, Message
from bot.chat.router import Router
from bot.chat.turns import Turn
from bot.chat.viewing import view_of
from handlers.timetable.meant import over
from handlers.timetable.words import line
from scheduling.holding import MORNING_MESSAGE, goes_along, habits_of, owe_morning, week_began
from scheduling.unasked import day_of, next_morning
from storage.shared.deliveries import DeliveryState
from storage.shared.people import Person
from storage.shared.unit import SharedUnit

router = Router("morning message")

NOON = 12

MOST_LINES = 12
"""As many events of a week are named."""


async def catch_up(turn: Turn, person: Person) -> None:
    """What waited for somebody comes now, in one message: whoever says that they are back has asked for it."""
    await turn.later(MORNING_MESSAGE, person=person, key=f"catch up {turn.id}", asked=1)


async def let_through(db: SharedUnit, person: Person, now: datetime) -> None:
    """What waited for somebody comes with their next morning message."""
    habits = habits_of(person)
    await owe_morning(db, person.id, habits, next_morning(habits, now), now)


@router.worded(MORNING_MESSAGE)
async def morning(wording: Wording) -> Message | None:
    """None where there is nothing to say: the week is said once, and then only with what had to wait."""
    if wording.account is None:
        return None
    waited = await _what_waited(wording)
    week = await _week(wording)
    first = not wording.arguments.get("asked") and not await _had_one_this_week(wording)
    if not waited and not (week and first):
        return None
    waits = await _one_thing(wording, week)
    parts = [f"**Your next seven days**\n\n{week}"] if week else []
    parts += [_in_words(message) for message in waited]
    parts += [f"**Waiting for you**\n\n{waits.text}"] if waits is not None else []
    said = [*waited, waits] if waits is not None else waited
    return Message(
        "\n\n".join(parts),
        title=_title(wording),
        buttons=_buttons(said),
        attachments=tuple(attached for message in waited for attached in message.attachments),
    )


def _title(wording: Wording) -> str:
    if wording.arguments.get("asked"):
        return "Here is what waited for you"
    early = wording.now.astimezone(habits_of(wording.person).zone).hour < NOON
    return "Good morning" if early else "What comes"


def _in_words(message: Message) -> str:
    fields = "\n".join(f"- {name}: {literal(value)}" for name, value in message.fields.items())
    title = f"**{literal(message.title)}**" if message.title else ""
    return "\n\n".join(part for part in (title, message.text, fields) if part)


async def _what_waited(wording: Wording) -> list[Message]:
    """Each thing as it stands now. What is no longer so is left out, and never comes."""
    said = []
    for waiting in await wording.db.unasked.claim(wording.person.id, wording.delivery):
        if not await goes_along(wording.db, waiting, wording.person, wording.now):
            continue
        message = await wording.words(waiting)
        if message is None:
            await wording.db.deliveries.end(waiting.id, DeliveryState.DROPPED, wording.now, why="no longer so")
        elif message.private:
            raise ValueError("a morning message may stand in the open: nothing private goes with it")
        else:
            said.append(message)
    return said


async def _week(wording: Wording) -> str:
    habits = habits_of(wording.person)
    today = day_of(habits, wording.now)
    ahead = await wording.db.timetable.of_person(wording.person.id, today, today + timedelta(days=6))
    events = [event for event in ahead if not over(event, wording.now, habits.zone)]
    lines = [f"- {line(event, habits.zone)}" for event in events[:MOST_LINES]]
    more = [f"- and {len(events) - MOST_LINES} more: say “timetable”"] if len(events) > MOST_LINES else []
    return "\n".join([*lines, *more])


async def _had_one_this_week(wording: Wording) -> bool:
    began = week_began(habits_of(wording.person), wording.now)
    return bool(await wording.db.unasked.mornings_sent(wording.person.id, began))


async def _one_thing(wording: Wording, week: str) -> Message | None:
    """The first thing on their Home that waits for them, but for what the week says already."""
    assert wording.account is not None
    view = await view_of(wording.db, wording.kit, wording.account, wording.person, wording.now, wording.manner)
    named = {words.removeprefix("- ") for words in week.split("\n") if words}
    waiting = await home.parts(view, waiting=True)
    return next((part for part in waiting if not any(words in part.text for words in named)), None)


def _buttons(said: Sequence[Message]) -> tuple[Button, ...]:
    """The buttons of all that is said, but for those that two have: nobody could tell which is meant."""
    every = [button for message in said for button in message.buttons]
    labels = [button.label for button in every]
    return tuple(button for button in every if labels.count(button.label) == 1)[: MOST_BUTTONS - 1]
