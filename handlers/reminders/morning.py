"""The morning message: the week, what had to wait, and one thing that waits for an answer. After leave, the same."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from bot.chat import home
from bot.chat.jobs import Wording
from bot.chat.markdown import literal
from bot.chat.messages import MOST_BUTTONS, Button, Message, label_of
from bot.chat.router import Router
from bot.chat.turns import Turn
from bot.chat.view import view_of
from handlers.coaching.presses import OF_A_SESSION
from handlers.timetable.meant import over
from handlers.timetable.presses import OF_AN_EVENT
from handlers.timetable.words import line
from scheduling.holding import MORNING_MESSAGE, goes_along, goes_early, habits_of, week_began
from scheduling.unasked import day_of
from storage.shared.deliveries import DeliveryState
from storage.shared.people import Person
from storage.shared.timetable import Event
from storage.shared.unasked import AGAIN

router = Router("morning message")

NOON = 12

MOST_LINES = 12
"""As many events of a week are named."""

Said = tuple[int | None, Message]
"""What is said, and the id of the event that it is about."""


async def catch_up(turn: Turn, person: Person) -> None:
    """What waited for somebody comes now, in one message: whoever says that they are back has asked for it."""
    await turn.later(MORNING_MESSAGE, person=person, key=f"catch up {turn.id}", asked=1)


@router.worded(MORNING_MESSAGE)
async def morning(wording: Wording) -> Message | None:
    """None where there is nothing to say: the week is said once, and then only with what had to wait.

    Who is told by hand gets no morning message: what waited for them goes into the list, each for itself.
    """
    if wording.account is None:
        await wording.db.unasked.release(wording.person.id, wording.now)
        return None
    again = str(wording.arguments.get(AGAIN, ""))
    waited = await (_what_went_with(wording, again) if again else _what_waited(wording))
    week = await _week(wording)
    had_one = await _had_one_this_week(wording)
    first = not wording.arguments.get("asked") and not had_one
    if not waited and not (week and (first or again)):
        return Message("What stood in your morning message is over by now.") if again else None
    waits = await _one_thing(wording, week, weekly=not had_one)
    said = [message for _, message in waited]
    named = {event_id for event_id, _ in waited}
    parts = [_in_words(message) for message in said]
    if also := [event for event in week if event.id not in named]:
        parts.append(f"**{'Also in your' if said else 'Your'} next seven days**\n\n{_lines(wording, also)}")
    parts += [f"**Waiting for you**\n\n{waits.text}"] if waits is not None else []
    said += [waits] if waits is not None else []
    several = len({*named, *(event.id for event in week)}) > 1
    return Message(
        "\n\n".join(parts),
        title=_title(wording),
        buttons=await _buttons(wording, said, several=several),
        attachments=tuple(attached for message in said for attached in message.attachments),
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


async def _what_waited(wording: Wording) -> list[Said]:
    """Each thing as it stands now. What is no longer so is left out, and never comes."""
    if not wording.arguments.get("asked"):
        await _take_along(wording)
    said: list[Said] = []
    for waiting in await wording.db.unasked.claim(wording.person.id, wording.delivery):
        if not await goes_along(wording.db, waiting, wording.person, wording.now):
            continue
        message = await wording.words(waiting)
        if message is None:
            await wording.db.deliveries.end(waiting.id, DeliveryState.DROPPED, wording.now, why="no longer so")
        elif message.private:
            raise ValueError("a morning message may stand in the open: nothing private goes with it")
        else:
            said.append((waiting.event_id, message))
    return said


async def _take_along(wording: Wording) -> None:
    """What is to come before the next morning message goes with this one, if it has something to say."""
    for coming in await wording.db.unasked.coming(wording.person.id, wording.now):
        if await goes_early(wording.db, coming, wording.person, wording.now) and await wording.words(coming):
            await wording.db.unasked.take_along(coming.id, wording.delivery)


async def _what_went_with(wording: Wording, morning_id: str) -> list[Said]:
    """What went with a morning message that is to be said again, as far as it is so."""
    went = await wording.db.unasked.went_with(morning_id)
    words = [(one.event_id, await wording.words(one)) for one in went]
    return [(event_id, message) for event_id, message in words if message is not None]


async def _week(wording: Wording) -> list[Event]:
    habits = habits_of(wording.person)
    today = day_of(habits, wording.now)
    ahead = await wording.db.timetable.of_person(wording.person.id, today, today + timedelta(days=6))
    return [event for event in ahead if not over(event, wording.now, habits.zone)]


def _lines(wording: Wording, events: Sequence[Event]) -> str:
    zone = habits_of(wording.person).zone
    lines = [f"- {line(event, zone)}" for event in events[:MOST_LINES]]
    more = [f"- and {len(events) - MOST_LINES} more: say “timetable”"] if len(events) > MOST_LINES else []
    return "\n".join([*lines, *more])


async def _had_one_this_week(wording: Wording) -> bool:
    began = week_began(habits_of(wording.person), wording.now)
    return bool(await wording.db.unasked.mornings_sent(wording.person.id, began))


async def _one_thing(wording: Wording, week: Sequence[Event], *, weekly: bool) -> Message | None:
    """The first thing on their Home that waits for them, but for what the week says already."""
    assert wording.account is not None
    view = await view_of(wording.db, wording.kit, wording.account, wording.person, wording.now, wording.manner)
    named = [line(event, view.zone) for event in week]
    waiting = await home.parts(view, waiting=True, weekly=weekly)
    return next((part for part in waiting if not any(words in part.text for words in named)), None)


async def _buttons(wording: Wording, said: Sequence[Message], *, several: bool) -> tuple[Button, ...]:
    """The buttons of all that is said. Where several events are spoken of, or sessions, each says of which it is.

    What two have alike all the same is left out: nobody could tell which is meant.
    """
    every = [button for message in said for button in message.buttons]
    if several:
        every = [await _with_event(wording, button) for button in every]
    labels = [button.label for button in every]
    every = [await _with_session(wording, button) if labels.count(button.label) > 1 else button for button in every]
    labels = [button.label for button in every]
    return tuple(button for button in every if labels.count(button.label) == 1)[: MOST_BUTTONS - 2]


async def _with_event(wording: Wording, button: Button) -> Button:
    carried = next((values for press in OF_AN_EVENT if (values := press.values(button.press))), None)
    event = await wording.db.timetable.get(int(carried[0])) if carried else None
    if event is None or button.label == label_of(event.title):
        return button
    return replace(button, label=label_of(f"{button.label}: {event.title}"))


async def _with_session(wording: Wording, button: Button) -> Button:
    carried = next((values for press in OF_A_SESSION if (values := press.values(button.press))), None)
    booked = await wording.db.bookings.get(int(carried[0])) if carried else None
    if booked is None or (booked.slot.is_group and booked.slot.coach_id == wording.person.id):
        return button
    is_coach = booked.slot.coach_id == wording.person.id
    other = await wording.db.people.get(booked.booking.person_id if is_coach else booked.slot.coach_id)
    return replace(button, label=label_of(f"{button.label}: {other.name}")) if other is not None else button
