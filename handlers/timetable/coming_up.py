"""What comes next, and the whole timetable: in lines, as a picture, and as a calendar file."""

from collections.abc import Sequence
from functools import partial
from itertools import groupby
from zoneinfo import ZoneInfo

from bot.chat.jobs import Act
from bot.chat.markdown import literal
from bot.chat.messages import MOST_BUTTONS, Button, Message, Picture, label_of
from bot.chat.router import Router
from bot.chat.times import place_of, spoken_date
from bot.chat.turns import Turn
from bot.chat.view import View
from handlers.roster.listed import cohort_of
from handlers.said import timetable as said
from handlers.timetable import presses
from handlers.timetable.calendar import calendar_file
from handlers.timetable.meant import begun, is_met_at, is_participant, next_of, over
from handlers.timetable.page import module_of, show, to_answer
from handlers.timetable.picture import Drawn, alt_text, timeline
from handlers.timetable.words import line
from storage.shared.cohorts import Cohort
from storage.shared.timetable import Event, EventKind

router = Router("timetable")

DRAW = "timetable.draw"

EMPTY = "There is no timetable yet: your programme’s team is setting it up. I’ll tell you what comes once it is there."
NO_MODULE_AHEAD = "There is no module ahead of you just now. Say “timetable” to see everything."


# ---------------------------------------------------------------- what comes next


@router.home(350, waiting=True)
async def next_event(view: View) -> Message | None:
    """The next event, and what it asks of whoever sees this."""
    today = view.now.astimezone(view.zone).date()
    ahead = await view.db.timetable.of_person(view.person.id, today, today.replace(year=today.year + 2, day=1))
    event = next_of(ahead, view.now, view.zone)
    cohort = next((cohort for cohort in view.cohorts if event is not None and cohort.id == event.cohort_id), None)
    if event is None or cohort is None:
        return None
    words = [f"**Next:** {line(event, view.zone)}."]
    buttons: list[Button] = []
    module = module_of(view, event, cohort)
    if is_participant(view, cohort.id):
        if module is not None and module.pre_work and not begun(event, view.now, view.zone):
            words.append("Before it: " + " ".join(map(literal, module.pre_work)))
        if is_met_at(event) and not begun(event, view.now, view.zone):
            known = await view.db.timetable.attendances_of(view.person.id, [event.id])
            if event.id not in known or known[event.id].answer is None:
                words.append("Are you coming?")
                buttons += to_answer(event)
    return Message("\n\n".join(words), buttons=(*buttons, Button(label_of(event.title), presses.OPEN(event.id))))


@router.intent(
    "next_module",
    "See the next module",
    "next module",
    "when is the next module",
    "when's the next module",
    "what is the next module",
    "the next module",
    *said.NEXT_MODULE,
    help="when and where it is, and what to do before it",
)
async def next_module(turn: Turn) -> None:
    cohort = turn.cohort
    events = await turn.db.timetable.of_cohort(cohort.id)
    event = next_of((event for event in events if event.kind == EventKind.MODULE), turn.now, turn.zone)
    if event is None:
        await turn.say(NO_MODULE_AHEAD)
    else:
        await show(turn, event.id)


# ---------------------------------------------------------------- the whole of it


@router.intent(
    "programme_timeline",
    "See the whole timetable",
    "timetable",
    "the timetable",
    "the whole timetable",
    "the whole programme",
    "show me the year",
    "the year",
    "timeline",
    "show me the modules",
    "all modules",
    "when are the modules",
    "dates of the modules",
    *said.PROGRAMME_TIMELINE,
    command="timetable",
    help="everything in it, in lines and as a picture",
)
async def programme_timeline(turn: Turn) -> None:
    cohort = turn.cohort
    events = await turn.db.timetable.of_cohort(cohort.id)
    if not events:
        await turn.say(EMPTY)
        return
    shows_pictures = not turn.person.plain_mode
    await turn.say(_timetable(turn, cohort, events, offers_picture=not shows_pictures))
    if shows_pictures:
        await _draw(turn, cohort)


@router.pressed(presses.TIMETABLE)
async def timetable(turn: Turn) -> None:
    await programme_timeline(turn)


def _timetable(view: View, cohort: Cohort, events: Sequence[Event], *, offers_picture: bool) -> Message:
    zone = ZoneInfo(cohort.zone)
    past = [event for event in events if over(event, view.now, zone)]
    today = spoken_date(view.now.astimezone(zone).date())
    ahead = [event for event in events if event not in past]
    parts = [
        *_months(past, zone),
        f"**Today is {today}**",
        *_months(ahead, zone),
        f"Times are those of {place_of(zone, view.now)}.",
    ]
    modules = [event for event in events if event.kind == EventKind.MODULE]
    buttons = [Button(label_of(event.title), presses.OPEN(event.id)) for event in modules[: MOST_BUTTONS - 2]]
    if offers_picture:
        buttons.append(Button("Show me a picture", presses.PICTURE(cohort.id)))
    buttons.append(Button("Add it all to my calendar", presses.WHOLE_CALENDAR(cohort.id)))
    return Message("\n\n".join(parts), title=label_of(cohort.name), buttons=tuple(buttons))


def _months(events: Sequence[Event], zone: ZoneInfo) -> list[str]:
    """A paragraph a month, a line an event."""
    return [
        f"**{month}**\n\n" + "\n".join(f"- {_short(event, zone)}" for event in on)
        for month, on in groupby(events, key=lambda event: f"{event.day:%B %Y}")
    ]


def _short(event: Event, zone: ZoneInfo) -> str:
    hour = f", {event.starts_at.astimezone(zone):%H:%M}" if event.starts_at else ""
    return f"{event.day:%a} {event.day.day}{hour}: {literal(event.title)}"


@router.pressed(presses.WHOLE_CALENDAR)
async def to_calendar(turn: Turn, cohort_id: int) -> None:
    cohort = cohort_of(turn, cohort_id)
    events = await turn.db.timetable.of_cohort(cohort.id)
    if not events:
        await turn.say(EMPTY)
        return
    programme = turn.kit.programmes[cohort.programme].name
    await turn.say(
        Message(
            "Open this to put everything into your calendar. When something changes, I send you the change.",
            attachments=(calendar_file(events, cohort, programme, turn.now),),
        )
    )


# ---------------------------------------------------------------- as a picture


@router.pressed(presses.PICTURE)
async def picture(turn: Turn, cohort_id: int) -> None:
    await _draw(turn, cohort_of(turn, cohort_id))


async def _draw(turn: Turn, cohort: Cohort) -> None:
    await turn.later(DRAW, cohort=cohort.id, account=turn.account.id)


@router.act(DRAW)
async def draw(act: Act) -> None:
    """Drawn in the worker process, and sent as a message of its own."""
    await act.step("send", partial(_send, act))


async def _send(act: Act) -> str:
    async with act.unit() as unit:
        cohort = await unit.cohorts.get(int(act.arguments["cohort"]))
        events = await unit.timetable.of_cohort(cohort.id)
    zone = ZoneInfo(cohort.zone)
    drawn = [
        Drawn(event.kind, event.title, event.day, event.starts_at.astimezone(zone).time() if event.starts_at else None)
        for event in events
    ]
    today = act.now.astimezone(zone).date()
    data = await act.in_worker(timeline, drawn, today, cohort.name, place_of(zone, act.now))
    words = alt_text(drawn, today, cohort.name)
    await act.send(
        Message(attachments=(Picture(data, words, "timetable.png"),)), account_id=int(act.arguments["account"])
    )
    return ""
