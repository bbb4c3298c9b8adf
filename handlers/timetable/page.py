"""An event's page: what it is about, when and where, how to get in; and what can be done about it."""

from zoneinfo import ZoneInfo

from bot.chat.errors import Refusal
from bot.chat.markdown import literal
from bot.chat.messages import MOST_TITLE, Button, Message
from bot.chat.router import Router
from bot.chat.turns import Turn
from bot.chat.view import View
from bot.programmes.model import Module
from handlers.reflections import forms
from handlers.reflections.entries import shortened
from handlers.reflections.texts import on_a_label
from handlers.said import timetable
from handlers.timetable import presses
from handlers.timetable.calendar import calendar_file
from handlers.timetable.finding import event_named, event_of
from handlers.timetable.meant import begun, event_meant, is_met_at, is_participant, over
from handlers.timetable.words import when
from storage.shared.cohorts import RUN_IT, Cohort
from storage.shared.timetable import Answer, Attendance, Event

router = Router("timetable page")

NOT_FIXED = "not fixed yet; I’ll tell you when it is"
NOT_KNOWN = "not known yet; say “contacts” to find out whom to ask"
NOWHERE_NEXT = "Nothing lies ahead in your timetable just now. Say “timetable” to see what has been."

SAID = {Answer.COMING: "coming", Answer.APOLOGIES: "not coming; you sent apologies"}


# ---------------------------------------------------------------- the page


@router.intent(
    "show_event",
    "See one module",
    "module {number}",
    "show me module {number}",
    "about module {number}",
    "tell me about {event}",
    "the module's page",
    *timetable.SHOW_EVENT,
)
async def show_named(turn: Turn) -> None:
    number = turn.slots.get("number", "")
    named = f"module {number}" if number else turn.slots.get("event", "")
    if not named:
        raise Refusal("Say which, such as “module 3”; or say “timetable” to see everything.")
    await _show(turn, await event_named(turn, named), turn.cohort)


@router.pressed(presses.OPEN)
async def show(turn: Turn, event_id: int) -> None:
    await _show(turn, *await event_of(turn, event_id))


async def _show(turn: Turn, event: Event, cohort: Cohort) -> None:
    known = await turn.db.timetable.attendances_of(turn.person.id, [event.id])
    module = module_of(turn, event, cohort)
    await turn.say(
        Message(
            _about(module) if module else "",
            title=shortened(event.title, MOST_TITLE - 1),
            fields=details(event, turn.zone) | _theirs(turn, event, cohort, known.get(event.id)),
            buttons=_buttons(turn, event, cohort, module, known.get(event.id)),
        )
    )


def module_of(view: View, event: Event, cohort: Cohort) -> Module | None:
    """What the programme says of it, where it is a module of the programme's."""
    return view.kit.programmes[cohort.programme].module(event.key) if event.key else None


def _about(module: Module) -> str:
    parts = [
        literal(module.focus),
        _listed("What it deals with", module.themes),
        _listed("Who speaks", module.speakers),
        _listed("Before it", module.pre_work),
        _listed("To reflect on", module.prompts),
    ]
    return "\n\n".join(part for part in parts if part)


def _listed(title: str, lines: tuple[str, ...]) -> str:
    return "\n".join([f"**{title}**\n", *(f"- {literal(line)}" for line in lines)]) if lines else ""


def details(event: Event, zone: ZoneInfo) -> dict[str, str]:
    """When and where it is, and how to get in; what is not known yet is said plainly."""
    fields = {"When": when(event, zone)}
    if event.cancelled_at:
        return fields | {"Cancelled": "it doesn’t take place"}
    if not is_met_at(event):
        return fields
    fields["Where"] = event.place or ("online" if event.link else NOT_FIXED)
    if event.place or not event.link:
        fields["Way in"] = event.way_in or NOT_KNOWN
        fields["Step-free access"] = event.step_free or NOT_KNOWN
    if event.link:
        fields["Join online"] = event.link
    return {name: shortened(value, 1_500) for name, value in fields.items()}


def _theirs(view: View, event: Event, cohort: Cohort, known: Attendance | None) -> dict[str, str]:
    if not is_participant(view, cohort.id) or not is_met_at(event) or known is None:
        return {}
    if known.came is not None:
        return {"You": "were there" if known.came else "couldn’t be there"}
    return {"You": SAID[known.answer]} if known.answer else {}


def _buttons(
    view: View, event: Event, cohort: Cohort, module: Module | None, known: Attendance | None
) -> tuple[Button, ...]:
    zone = ZoneInfo(cohort.zone)
    buttons: list[Button] = []
    is_ahead = is_met_at(event) and not event.cancelled_at and not begun(event, view.now, zone)
    if is_ahead and is_participant(view, cohort.id):
        buttons += [button for button in to_answer(event) if known is None or not _says(button, known)]
        buttons.append(Button("Pass on what I need", presses.PASS_ON(event.id)))
    if is_met_at(event) and any(part.cohort_id == cohort.id and part.role in RUN_IT for part in view.memberships):
        buttons += [
            Button("Who is coming", presses.WHO_COMES(event.id)),
            Button("Record attendance", presses.ATTENDANCE(event.id)),
            Button("Show a word in the room", presses.WORD(event.id)),
            Button("What people need", presses.NEEDS_FOR(event.id)),
        ]
    if module is not None:
        buttons.append(Button("Reflect on this", presses.REFLECT(event.id)))
    if not over(event, view.now, zone):
        buttons.append(Button("Add to my calendar", presses.CALENDAR(event.id)))
    return (*buttons, Button("The whole timetable", presses.TIMETABLE()))


def to_answer(event: Event) -> tuple[Button, Button]:
    """The two things to say about coming."""
    return (
        Button("I’m coming", presses.COMING(event.id), "main"),
        Button("I can’t come", presses.APOLOGIES(event.id)),
    )


def _says(button: Button, known: Attendance) -> bool:
    said = {Answer.COMING: presses.COMING, Answer.APOLOGIES: presses.APOLOGIES}
    return known.answer is not None and said[known.answer].values(button.press) is not None


# ---------------------------------------------------------------- where it is


@router.intent(
    "where_is_it",
    "Find the way to it",
    "where is it",
    "where is {event}",
    "where's {event}",
    "how do i get there",
    "how do i get to {event}",
    "how do i get in",
    "is it step-free",
    "is {event} step-free",
    "joining link",
    "joining link for {event}",
    "what is the joining link",
    *timetable.WHERE_IS_IT,
    help="the place, the way in, step-free access and the joining link",
)
async def where_is_it(turn: Turn) -> None:
    def lies_ahead(event: Event) -> bool:
        return is_met_at(event) and not over(event, turn.now, turn.zone)

    event, _ = await event_meant(turn, NOWHERE_NEXT, lies_ahead)
    await turn.say(_where(event, turn.zone))


@router.pressed(presses.WHERE)
async def where(turn: Turn, event_id: int) -> None:
    event, _ = await event_of(turn, event_id)
    await turn.say(_where(event, turn.zone))


def _where(event: Event, zone: ZoneInfo) -> Message:
    nowhere = "" if is_met_at(event) else "That is a day, and no place: there is nowhere to go."
    return Message(
        nowhere,
        title=shortened(event.title, MOST_TITLE - 1),
        fields=details(event, zone),
        buttons=(Button("More about it", presses.OPEN(event.id)),),
    )


# ---------------------------------------------------------------- taking it along


@router.pressed(presses.CALENDAR)
async def to_calendar(turn: Turn, event_id: int) -> None:
    event, cohort = await event_of(turn, event_id)
    await turn.say(
        Message(
            "Open this to put it into your calendar.",
            attachments=(calendar_file([event], cohort, turn.kit.programmes[cohort.programme].name, turn.now),),
        )
    )


@router.pressed(presses.REFLECT, private=True, opens=True)
async def reflect_on_it(turn: Turn, event_id: int) -> None:
    module = module_of(turn, *await event_of(turn, event_id))
    if module is None:
        raise Refusal("There is no question about that. Say “reflect” to write a note of your own.")
    options = {question: on_a_label(question) for question in module.prompts}
    await turn.ask(forms.WriteTo, answers={"prompt": module.prompts[0]}, options={"prompt": options})
