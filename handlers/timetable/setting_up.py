"""Setting a cohort up: where that stands, and the day it starts."""

from collections.abc import Sequence
from datetime import date
from zoneinfo import ZoneInfo

from bot.chat.errors import Refusal
from bot.chat.markdown import literal
from bot.chat.messages import Button, Message, Press, label_of
from bot.chat.router import Router
from bot.chat.times import spoken_date
from bot.chat.turns import Turn
from bot.chat.view import View
from bot.chat.wanting import WANT
from handlers.reminders.planning import plan_again
from handlers.roster.listed import cohort_run_by, everybody_of, must_run, runs, waits_to_join
from handlers.timetable.changing import EDIT, EVENTS
from handlers.timetable.checks import refuse_two_modules
from handlers.timetable.forms import StartForm, day_of
from handlers.timetable.telling import listeners
from handlers.timetable.words import remark, when
from scheduling.timetable import Known, Laid, end_with_the_last, last_day, lay_out, put
from storage.shared.cohorts import RUN_IT, Cohort
from storage.shared.people import Role
from storage.shared.timetable import Event

router = Router("setting up")

START = Press("timetable.change_start", int)
START_ON = Press("timetable.start_on", int, str)

MOST_NAMED = 5
"""How many events without a place are named at a time."""


# ---------------------------------------------------------------- where it stands


@router.intent(
    "set_up_cohort",
    "Set the cohort up",
    "set up the cohort",
    "set up my cohort",
    "set the cohort up",
    "setting up",
    "set up",
    command="setup",
    help="the start, the timetable and the people: where setting up stands",
    allow=RUN_IT,
)
async def set_up_cohort(turn: Turn) -> None:
    cohort = turn.cohort
    must_run(turn, cohort)
    events = await turn.db.timetable.of_cohort(cohort.id)
    without = _without_a_place(events, cohort, turn)
    lines = [
        f"- It starts on **{spoken_date(cohort.starts)}** and ends on {spoken_date(cohort.ends)}.",
        f"- {_count(len(events), 'event')} in the timetable; {_places(without)}.",
        *await _people(turn, cohort),
    ]
    await turn.say(
        Message(
            "\n".join(lines),
            title=label_of(f"Setting up {cohort.name}"),
            buttons=(
                *_buttons_for(without),
                Button("Change events", EVENTS(cohort.id)),
                Button("Add an event", WANT("add_event")),
                Button("Change the start", START(cohort.id)),
                Button("Bring in people", WANT("import_people")),
                Button("See who has joined", WANT("who_has_joined")),
                Button("Invitations", WANT("invitations")),
            ),
        )
    )


@router.home(150, allow=RUN_IT, waiting=True)
async def not_set_up(view: View) -> Message | None:
    """Of each cohort that they run, what is missing before it is set up: places, and people."""
    said: list[str] = []
    buttons: list[Button] = []
    for cohort in view.cohorts:
        without = _without_a_place(await view.db.timetable.of_cohort(cohort.id), cohort, view)
        everybody = await everybody_of(view.db, cohort) if runs(view, cohort) else []
        missing = [f"{_count(len(without), 'event')} with no place yet"] if without else []
        missing += [] if any(listed.has(Role.PARTICIPANT) for listed in everybody) else ["nobody to take part yet"]
        if missing and everybody:
            said.append(f"Setting up **{literal(cohort.name)}**: {', and '.join(missing)}.")
            buttons += _buttons_for(without)
    further = Button("Set the cohort up", WANT("set_up_cohort"), "main")
    return Message("\n\n".join(said), buttons=(further, *buttons[:MOST_NAMED])) if said else None


def _without_a_place(events: Sequence[Event], cohort: Cohort, view: View) -> list[Event]:
    """What lies ahead and people come to, but can't know where yet."""
    zone = ZoneInfo(cohort.zone)
    return [
        event
        for event in events
        if event.starts_at and not event.place and not event.link and Known.of(event).over(zone) > view.now
    ]


def _buttons_for(without: Sequence[Event]) -> list[Button]:
    return [Button(label_of(f"Place of {event.title}"), EDIT(event.id)) for event in without[:MOST_NAMED]]


def _places(without: Sequence[Event]) -> str:
    if not without:
        return "each that people come to has its place"
    return f"{len(without)} with no place yet"


async def _people(turn: Turn, cohort: Cohort) -> list[str]:
    everybody = await everybody_of(turn.db, cohort)
    by_hand = sum(listed.person.by_hand for listed in everybody)
    apps = len(everybody) - by_hand
    waiting = sum(waits_to_join(listed, turn.now) for listed in everybody)
    directors = sum(listed.has(Role.DIRECTOR) for listed in everybody)
    joined = (
        f"of whom {waiting} {'has' if waiting == 1 else 'have'} not joined yet"
        if waiting
        else "who has joined"
        if apps == 1
        else "who have all joined"
    )
    told = f"; and {_count(by_hand, 'person', 'people')} told by hand" if by_hand else ""
    who = f"- {_count(apps, 'person', 'people')}, {joined}{told}."
    one = "- There is one director. Name a second, so that somebody can act when the first is away."
    return [who, one] if directors == 1 else [who]


def _count(number: int, one: str, many: str = "") -> str:
    return f"{number} {one if number == 1 else many or f'{one}s'}"


# ---------------------------------------------------------------- the start


@router.intent(
    "change_start",
    "Change the start of the cohort",
    "change the start",
    "change the start date",
    "change the start of the cohort",
    "move the start",
    allow=RUN_IT,
    opens=True,
)
async def change_start(turn: Turn) -> None:
    await _ask_for_start(turn, cohort_run_by(turn, turn.cohort.id))


@router.pressed(START, allow=RUN_IT, opens=True)
async def change_start_of(turn: Turn, cohort_id: int) -> None:
    await _ask_for_start(turn, cohort_run_by(turn, cohort_id))


async def _ask_for_start(turn: Turn, cohort: Cohort) -> None:
    await _may_start_anew(turn, cohort)
    await turn.ask(StartForm, about=str(cohort.id))


async def _may_start_anew(turn: Turn, cohort: Cohort) -> None:
    if await listeners(turn.db, cohort.id, turn.person.id):
        raise Refusal(
            "People have joined and know these days, so I don’t move them all at once. Move what has to move one by "
            "one: “change the timetable” shows them all, and everyone concerned hears of it."
        )


@router.submitted(StartForm, allow=RUN_IT)
async def start_chosen(turn: Turn, form: StartForm) -> None:
    """What would move is shown first."""
    cohort = cohort_run_by(turn, int(form.about))
    starts = day_of(form.starts, turn.kit.read_time, turn.now)
    anew = await _laid_anew(turn, cohort, starts)
    lines = [
        f"- **{literal(event.title)}**: {when(_moved(event, laid), turn.zone)}{remark(laid, turn.now, turn.zone)}"
        for event, laid in await _to_move(turn, cohort, anew)
    ]
    await turn.say(
        Message(
            f"The cohort would start on **{spoken_date(starts)}**. Nobody is told, as nobody has joined yet. "
            + ("These would move:\n\n" + "\n".join(lines) if lines else "No event would move."),
            title="Shall I do this?",
            buttons=(Button("Yes, do it", START_ON(cohort.id, starts.isoformat()), "main"),),
        )
    )


@router.pressed(START_ON, allow=RUN_IT, changes=True)
async def start_on(turn: Turn, cohort_id: int, day: str) -> None:
    cohort = cohort_run_by(turn, cohort_id)
    try:
        starts = date.fromisoformat(day)
    except ValueError:
        raise Refusal("That button doesn’t work any more. Say “change the start” to begin again.") from None
    anew = await _laid_anew(turn, cohort, starts)
    for event, laid in await _to_move(turn, cohort, anew):
        put(event, _moved(event, laid), turn.now)
        event.told = {}
        await turn.db.timetable.save(event)
    cohort.starts, cohort.ends = starts, last_day(anew, starts)
    await end_with_the_last(turn.db, cohort)
    await turn.db.audit.record("changed the start", f"cohort {cohort.id}", turn.now, turn.person.id)
    await plan_again(turn, cohort)
    await turn.replace(f"Done: the cohort starts on {spoken_date(starts)}. Say “set up the cohort” to go on.")


async def _laid_anew(turn: Turn, cohort: Cohort, starts: date) -> list[Laid]:
    """The timetable for this start. Raises Refusal where the cohort can't start then."""
    await _may_start_anew(turn, cohort)
    zone = ZoneInfo(cohort.zone)
    if starts < turn.now.astimezone(zone).date():
        raise Refusal(f"{spoken_date(starts)} has gone by. Please give a day that lies ahead, such as “Mon 1 March”.")
    anew = lay_out(turn.kit.programmes[cohort.programme], starts, zone)
    keys = {laid.key for laid in anew}
    events = await turn.db.timetable.of_cohort(cohort.id)
    added = [event for event in events if event.key not in keys]
    there = {event.key for event in events}
    for laid in anew:
        if laid.key in there:
            refuse_two_modules(laid.kind, laid.day, added)
    return anew


async def _to_move(turn: Turn, cohort: Cohort, anew: Sequence[Laid]) -> list[tuple[Event, Laid]]:
    """What is at another time in the timetable for the new start: all of the template that was not cancelled."""
    by_key = {laid.key: laid for laid in anew}
    return [
        (event, laid)
        for event in await turn.db.timetable.of_cohort(cohort.id)
        if (laid := by_key.get(event.key)) and laid.times != Known.of(event).times
    ]


def _moved(event: Event, laid: Laid) -> Known:
    return Known.of(event).but(day=laid.day, starts_at=laid.starts_at, ends_at=laid.ends_at)
