"""Asking for a change to the timetable: an event in a form, a new one, one moved or cancelled in a sentence."""

import re
from datetime import datetime, time
from zoneinfo import ZoneInfo

from bot.chat.errors import Refusal
from bot.chat.messages import MOST_BUTTONS, Button, Message, Press, label_of
from bot.chat.router import Router
from bot.chat.turns import Turn
from handlers.settings.hours import hour_of
from handlers.timetable.confirming import Wish, consider
from handlers.timetable.finding import cohort_run_by, event_named, event_run_by, matching, must_run
from handlers.timetable.forms import EventForm, answers_of, day_of
from handlers.timetable.typed import Typed, typed
from handlers.timetable.words import line
from scheduling.timetable import Known, instant
from storage.shared.cohorts import RUN_IT, Cohort
from storage.shared.timetable import Event, EventKind

router = Router("changing events")

EVENTS = Press("timetable.events", int)
EDIT = Press("timetable.edit", int)
ADD = Press("timetable.add", int, str)

MOVE_HOW = "Say which and where to, such as “move module 2 to 12 March 9:30”."
SORTS = {
    EventKind.MODULE: "A module",
    EventKind.DEVELOPMENT: "A development session",
    EventKind.DEADLINE: "A deadline",
    EventKind.GRADUATION: "A graduation",
    EventKind.OTHER: "Something else",
}


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
    ahead = [event for event in await turn.db.timetable.of_cohort(cohort.id) if Known.of(event).over(zone) > turn.now]
    lines = [
        f"- {line(event, turn.zone)}{'' if event.place or not event.starts_at else ' (no place yet)'}"
        for event in ahead
    ]
    how = "Choose one to change it, or say “move module 2 to 12 March 9:30”, “cancel module 2” or “add an event”."
    return Message(
        "\n\n".join(["\n".join(lines), how] if lines else ["Nothing lies ahead. Say “add an event”."]),
        title="What can be changed",
        buttons=tuple(Button(label_of(event.title), EDIT(event.id)) for event in ahead[:MOST_BUTTONS]),
    )


@router.intent(
    "change_event",
    "Change one event",
    "change module {event}",
    "change the event {event}",
    "change event {event}",
    "edit module {event}",
    "edit event {event}",
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
    await turn.ask(
        EventForm,
        about=f"event {event.id} {Known.of(event).fingerprint}",
        answers=answers_of(event, ZoneInfo(cohort.zone)),
    )


def _must_lie_ahead(event: Event, cohort: Cohort, now: datetime) -> None:
    if event.cancelled_at is not None:
        raise Refusal("That is cancelled. To have it after all, say “add an event”.")
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
)
async def add_event(turn: Turn) -> None:
    must_run(turn, turn.cohort)
    buttons = tuple(Button(label, ADD(turn.cohort.id, sort.value)) for sort, label in SORTS.items())
    await turn.say(Message("What sort of event?", buttons=buttons))


@router.pressed(ADD, allow=RUN_IT, opens=True)
async def add(turn: Turn, cohort_id: int, sort: str) -> None:
    if sort not in SORTS:
        raise Refusal("That button doesn’t work any more. Say “add an event” to begin again.")
    cohort = cohort_run_by(turn, cohort_id)
    await turn.ask(EventForm, about=f"new {cohort.id} {sort}")


@router.submitted(EventForm, allow=RUN_IT, private=True, changes=True)
async def filled_in(turn: Turn, form: EventForm) -> None:
    what, *about = form.about.split()
    if what == "new":
        cohort, event, sort = cohort_run_by(turn, int(about[0])), None, EventKind(about[1])
    else:
        event, cohort = await event_run_by(turn, int(about[0]))
        sort = EventKind(event.kind)
        if Known.of(event).fingerprint != about[1]:
            raise Refusal(
                f"Somebody else has changed it since you opened this. It is {line(event, turn.zone)} now. If you would "
                "still like to change it, open it anew."
            )
    zone, day = ZoneInfo(cohort.zone), day_of(form.day, turn.kit.read_time, turn.now)
    wanted = Known(
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
    await consider(turn, Wish(cohort, event, sort, wanted))


@router.intent(
    "move_event",
    "Move an event",
    "move module {event}",
    "move the event {event}",
    "move event {event}",
    "move the {event}",
    allow=RUN_IT,
    private=True,
    changes=True,
)
async def move_event(turn: Turn) -> None:
    cohort = turn.cohort
    must_run(turn, cohort)
    event, where_to = await _split(turn, turn.slots.get("event", ""))
    _must_lie_ahead(event, cohort, turn.now)
    zone = ZoneInfo(cohort.zone)
    wanted = _moved(Known.of(event), typed(where_to, turn.kit.read_time, turn.now, zone), zone)
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
    """Which event, and where to: a title may have a "to" in it too."""
    events = await turn.db.timetable.of_cohort(turn.cohort.id)
    for to in reversed(list(re.finditer(r"\s+to\s+", words))):
        if matching(events, words[: to.start()]):
            return await event_named(turn, words[: to.start()]), words[to.end() :]
    raise Refusal(MOVE_HOW)


@router.intent(
    "cancel_event",
    "Cancel an event",
    "cancel module {event}",
    "cancel the event {event}",
    "cancel event {event}",
    allow=RUN_IT,
    private=True,
    changes=True,
)
async def cancel_event(turn: Turn) -> None:
    cohort = turn.cohort
    must_run(turn, cohort)
    event = await event_named(turn, turn.slots.get("event", ""))
    _must_lie_ahead(event, cohort, turn.now)
    await consider(turn, Wish(cohort, event, EventKind(event.kind), Known.of(event).but(on=False)))
