"""Asking for a change to the timetable: an event in a form, a new one, one moved or cancelled in a sentence."""

import re
from collections.abc import Sequence
from datetime import datetime, time
from zoneinfo import ZoneInfo

from bot.chat.errors import Refusal
from bot.chat.markdown import literal
from bot.chat.messages import MOST_BUTTONS, Button, Message, Press, label_of
from bot.chat.router import Router
from bot.chat.turns import Turn
from handlers.roster.listed import cohort_run_by, must_run
from handlers.said import running
from handlers.settings.hours import hour_of
from handlers.timetable.confirming import Wish, consider
from handlers.timetable.finding import event_named, event_run_by, matching, short_name
from handlers.timetable.forms import EventForm, MoveForm, NewEventForm, answers_of, day_of
from handlers.timetable.typed import Typed, typed
from handlers.timetable.words import line
from scheduling.timetable import Known, instant
from storage.shared.cohorts import RUN_IT, Cohort
from storage.shared.timetable import Event, EventKind

router = Router("changing events")

EVENTS = Press("timetable.events", int)
EDIT = Press("timetable.edit", int)
BACK_ON = Press("timetable.back_on", int)

WHICH = "Say which, by its title. “change the timetable” shows them all, with what can be done about each."


# ---------------------------------------------------------------- asking for a change


@router.intent(
    "change_timetable",
    "Change the timetable",
    "change the timetable",
    "change an event",
    "change events",
    "cancel an event",
    "move an event",
    command="events",
    help="move, change or cancel an event, and set its place",
    allow=RUN_IT,
)
async def change_timetable(turn: Turn) -> None:
    cohort = turn.cohort
    must_run(turn, cohort)
    await turn.say(await _what_lies_ahead(turn, cohort))


@router.pressed(EVENTS, allow=RUN_IT)
async def events(turn: Turn, cohort_id: int) -> None:
    await turn.say(await _what_lies_ahead(turn, cohort_run_by(turn, cohort_id)))


async def _what_lies_ahead(turn: Turn, cohort: Cohort) -> Message:
    """Every event that can be changed, in its order, with a button for each as far as they go."""
    zone = ZoneInfo(cohort.zone)
    every = await turn.db.timetable.of_cohort(cohort.id, cancelled=True)
    ahead = [event for event in every if Known.of(event).over(zone) > turn.now]
    on = [event for event in ahead if event.cancelled_at is None]
    off = [event for event in ahead if event.cancelled_at is not None]
    parts = [_listed(on, turn.zone), _how(on)] if on else ["Nothing lies ahead. Say “add an event”."]
    if off:
        parts += [f"Cancelled, and can be put back on:\n\n{_listed(off, turn.zone)}"]
    buttons = (
        *(Button(label_of(event.title), EDIT(event.id)) for event in on),
        *(Button(label_of(f"Put back on: {event.title}"), BACK_ON(event.id)) for event in off),
    )
    return Message("\n\n".join(parts), title="What can be changed", buttons=buttons[:MOST_BUTTONS])


def _listed(events: Sequence[Event], zone: ZoneInfo) -> str:
    return "\n".join(f"- {line(event, zone)}{_lacking(event)}" for event in events)


def _lacking(event: Event) -> str:
    return " (no place yet)" if event.starts_at and not event.place and not event.cancelled_at else ""


def _how(events: Sequence[Event]) -> str:
    """What can be said, of something that is really there."""
    name = literal(min((short_name(event, events) for event in events), key=len))
    return f"Choose one to change it, or say “move {name} to 12 March 9:30”, “cancel {name}” or “add an event”."


@router.intent(
    "change_event",
    "Change one event",
    "change module {event}",
    "change the event {event}",
    "change event {event}",
    "change the {event}",
    "edit module {event}",
    "edit event {event}",
    *running.CHANGE_EVENT,
    allow=RUN_IT,
    opens=True,
)
async def change_event(turn: Turn) -> None:
    await _open(turn, await event_named(turn, turn.slots.get("event", "")), turn.cohort)


@router.pressed(EDIT, allow=RUN_IT, opens=True)
async def edit(turn: Turn, event_id: int) -> None:
    event, cohort = await event_run_by(turn, event_id)
    await _open(turn, event, cohort)


async def _open(turn: Turn, event: Event, cohort: Cohort) -> None:
    must_run(turn, cohort)
    _must_lie_ahead(event, cohort, turn.now)
    await turn.say(f"This changes {line(event, turn.zone)}.")
    await turn.ask(
        EventForm,
        about=f"{event.id} {Known.of(event).fingerprint}",
        answers=answers_of(event, ZoneInfo(cohort.zone)),
    )


def _must_lie_ahead(event: Event, cohort: Cohort, now: datetime) -> None:
    if event.cancelled_at is not None:
        raise Refusal("That is cancelled. “change the timetable” shows what was, to be put back on.")
    if Known.of(event).over(ZoneInfo(cohort.zone)) <= now:
        raise Refusal("That is over, so there is nothing to change about it any more.")


@router.intent(
    "add_event",
    "Add an event",
    "add an event",
    "add event",
    "new event",
    "add a module",
    "add a session",
    "add a deadline",
    command="addevent",
    help="put something new into the timetable",
    allow=RUN_IT,
    opens=True,
)
async def add_event(turn: Turn) -> None:
    must_run(turn, turn.cohort)
    await turn.ask(NewEventForm, about=str(turn.cohort.id))


@router.submitted(NewEventForm, allow=RUN_IT, private=True, changes=True)
async def filled_in_anew(turn: Turn, form: NewEventForm) -> None:
    cohort = cohort_run_by(turn, int(form.about))
    await consider(turn, Wish(cohort, None, EventKind(form.sort), _wanted(turn, form, cohort)))


@router.submitted(EventForm, allow=RUN_IT, private=True, changes=True)
async def filled_in(turn: Turn, form: EventForm) -> None:
    event_id, fingerprint = form.about.split()
    event, cohort = await event_run_by(turn, int(event_id))
    if Known.of(event).fingerprint != fingerprint:
        raise Refusal(
            f"Somebody else has changed it since you opened this. It is {line(event, turn.zone)} now. If you would "
            "still like to change it, open it anew."
        )
    await consider(turn, Wish(cohort, event, EventKind(event.kind), _wanted(turn, form, cohort)))


def _wanted(turn: Turn, form: EventForm, cohort: Cohort) -> Known:
    zone, day = ZoneInfo(cohort.zone), day_of(form.day, turn.kit.read_time, turn.now)
    return Known(
        on=True,
        title=form.name,
        day=day,
        starts_at=instant(day, hour_of(form.starts) if form.starts else None, zone),
        ends_at=instant(day, hour_of(form.ends) if form.ends else None, zone),
        place=form.place,
        way_in=form.way_in,
        step_free=form.step_free,
        link=form.link,
    )


@router.intent(
    "move_event",
    "Move an event",
    "move module {event}",
    "move the event {event}",
    "move event {event}",
    "move {event}",
    "move the {event}",
    *running.MOVE_EVENT,
    allow=RUN_IT,
    private=True,
    changes=True,
    acts="when told",
)
async def move_event(turn: Turn) -> None:
    cohort = turn.cohort
    must_run(turn, cohort)
    event, where_to = await _split(turn, turn.slots.get("event", ""))
    _must_lie_ahead(event, cohort, turn.now)
    if where_to:
        await _move(turn, event, cohort, where_to)
    else:
        await turn.say(f"This moves {line(event, turn.zone)}.")
        await turn.ask(MoveForm, about=str(event.id))


@router.submitted(MoveForm, allow=RUN_IT, private=True, changes=True)
async def where_to_said(turn: Turn, form: MoveForm) -> None:
    event, cohort = await event_run_by(turn, int(form.about))
    _must_lie_ahead(event, cohort, turn.now)
    await _move(turn, event, cohort, form.to)


async def _move(turn: Turn, event: Event, cohort: Cohort, where_to: str) -> None:
    zone = ZoneInfo(cohort.zone)
    wanted = _moved(Known.of(event), typed(where_to, turn.now, zone), zone)
    await consider(turn, Wish(cohort, event, EventKind(event.kind), wanted))


def _moved(known: Known, to: Typed, zone: ZoneInfo) -> Known:
    """What was not said stays: the day, the times of the day, and how long it takes."""
    day = to.day or known.day
    if to.starts is None:
        starts, ends = _wall(known.starts_at, zone), _wall(known.ends_at, zone)
    else:
        starts, ends = to.starts, to.ends
    begins, finishes = instant(day, starts, zone), instant(day, ends, zone)
    if finishes is None and begins and known.starts_at and known.ends_at:
        finishes = begins + (known.ends_at - known.starts_at)
    return known.but(day=day, starts_at=begins, ends_at=finishes)


def _wall(moment: datetime | None, zone: ZoneInfo) -> time | None:
    return None if moment is None else moment.astimezone(zone).time()


async def _split(turn: Turn, words: str) -> tuple[Event, str]:
    """Which event, and where to, if that was said: a title may have a "to" in it too."""
    if not words:
        raise Refusal(WHICH)
    events = await turn.db.timetable.of_cohort(turn.cohort.id)
    places = list(re.finditer(r"\s+to\s+", words))
    for to in reversed(places):
        if matching(events, words[: to.start()]):
            return await event_named(turn, words[: to.start()]), words[to.end() :]
    return await event_named(turn, words), ""


@router.intent(
    "cancel_event",
    "Cancel an event",
    "cancel module {event}",
    "cancel the event {event}",
    "cancel event {event}",
    "cancel {event}",
    "cancel the {event}",
    *running.CANCEL_EVENT,
    allow=RUN_IT,
    private=True,
    changes=True,
    acts="when told",
    ends=True,
)
async def cancel_event(turn: Turn) -> None:
    cohort = turn.cohort
    must_run(turn, cohort)
    event = await event_named(turn, turn.slots.get("event", ""))
    _must_lie_ahead(event, cohort, turn.now)
    await consider(turn, Wish(cohort, event, EventKind(event.kind), Known.of(event).but(on=False)))


# ---------------------------------------------------------------- putting it back on


@router.intent(
    "put_back_on",
    "Put a cancelled event back on",
    "put {event} back on",
    "put {event} back",
    "bring {event} back",
    "bring back {event}",
    "{event} takes place after all",
    *running.PUT_BACK_ON,
    allow=RUN_IT,
    private=True,
    changes=True,
    acts="when told",
)
async def put_back_on_said(turn: Turn) -> None:
    cohort = turn.cohort
    must_run(turn, cohort)
    every = await turn.db.timetable.of_cohort(cohort.id, cancelled=True)
    found = matching([event for event in every if event.cancelled_at is not None], turn.slots.get("event", ""))
    await _put_back_on(turn, found[-1] if found else await event_named(turn, turn.slots.get("event", "")), cohort)


@router.pressed(BACK_ON, allow=RUN_IT, private=True, changes=True)
async def put_back_on(turn: Turn, event_id: int) -> None:
    await _put_back_on(turn, *await event_run_by(turn, event_id))


async def _put_back_on(turn: Turn, event: Event, cohort: Cohort) -> None:
    await consider(turn, Wish(cohort, event, EventKind(event.kind), Known.of(event).but(on=True)))
