"""Who was there: recorded by those who run it, in a form or by “everyone except …”, and seen by each of themselves."""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.chat.dialogue import resume
from bot.chat.drafts import Draft, Drafts
from bot.chat.errors import Refusal
from bot.chat.forms import MOST_OPTIONS, Answers, Choices, Form
from bot.chat.markdown import literal
from bot.chat.messages import Button, Message
from bot.chat.router import Router
from bot.chat.turns import Turn
from handlers.reflections.sharing_texts import choice_of, readers_to_choose
from handlers.roster.listed import must_run
from handlers.said import running
from handlers.timetable import presses
from handlers.timetable.answers import by_name
from handlers.timetable.finding import event_run_by
from handlers.timetable.meant import event_meant, is_met_at
from handlers.timetable.words import line, when
from storage.shared.cohorts import RUN_IT, Cohort, Membership
from storage.shared.conversations import OpenForm
from storage.shared.people import Person, Role
from storage.shared.timetable import Answer, Attendance, Event

router = Router("attendance")

NOTHING_BEGUN = "Nothing has begun yet that attendance could be recorded for. Say “timetable” to see what comes."

_EXCEPT = re.compile(
    r"[\s:,–—-]*\b(?:everyone|everybody)\b(?:\s+came)?(?:\s+(?:except|but)(?:\s+for)?)?", re.IGNORECASE
)
"""Between what it was and who was missing: “module 2: everyone except Ada”."""
_BETWEEN = re.compile(r"\s*[,;]\s*(?:and\s+)?|\s+and\s+", re.IGNORECASE)
_AT = re.compile(r"\s+(?:at|for)\s+", re.IGNORECASE)

Participants = Sequence[tuple[Person, Membership]]


class Attended(Form):
    """Who was not there. It is about the event's id; everybody is given at the asking."""

    route = "attendance.record"
    title = "Who was there"
    intro = "Everybody is taken to have been there, except those you name."
    done = "Record it"
    private = False

    away = Choices(
        "Who couldn’t be there?",
        help="By name, with commas between. Leave it out if everybody was there.",
        required=False,
    )


# ---------------------------------------------------------------- recording it


@router.intent(
    "attendance",
    "Record who was there",
    "attendance for {event}",
    "attendance of {event}",
    "attendance: {event}",
    "record attendance for {event}",
    "record attendance",
    *running.ATTENDANCE,
    command="attendance",
    help="“attendance for module 2: everyone except Ada, Ben”",
    allow=RUN_IT,
    opens=True,
)
async def attendance_said(turn: Turn) -> None:
    said = turn.slots.get("event", "")
    found = _EXCEPT.search(said)
    if found is None:
        await _ask(turn, *await _meant(turn, said))
    else:
        await _ask(turn, *await _meant(turn, said[: found.start()]), away=said[found.end() :])


@router.intent(
    "everyone_came",
    "Record that everybody was there",
    "everyone except {names}",
    "everybody except {names}",
    "everyone came except {names}",
    "everybody came except {names}",
    "everyone but {names}",
    "everybody but {names}",
    "everyone came",
    "everybody came",
    "everyone was there",
    "everybody was there",
    allow=RUN_IT,
    opens=True,
)
async def everyone_came(turn: Turn) -> None:
    names, *named = _AT.split(turn.slots.get("names", ""), maxsplit=1)
    await _ask(turn, *await _meant(turn, named[0] if named else ""), away=names)


@router.pressed(presses.ATTENDANCE, allow=RUN_IT, opens=True)
async def attendance(turn: Turn, event_id: int) -> None:
    await _ask(turn, *await event_run_by(turn, event_id))


async def _meant(turn: Turn, named: str) -> tuple[Event, Cohort]:
    def has_begun(event: Event) -> bool:
        return is_met_at(event) and _has_begun(event, turn.now, turn.zone)

    event, cohort = await event_meant(turn, NOTHING_BEGUN, has_begun, named=named, latest=True)
    must_run(turn, cohort)
    return event, cohort


async def _ask(turn: Turn, event: Event, cohort: Cohort, away: str | None = None) -> None:
    """What was said, or is known, stands in the form already: it shows it back, and records it when it is sent."""
    if not is_met_at(event) or event.cancelled_at:
        raise Refusal(f"Nobody met for {literal(event.title)}, so there is no attendance to record.")
    if not _has_begun(event, turn.now, ZoneInfo(cohort.zone)):
        raise Refusal(f"{line(event, turn.zone)}, has not begun yet. Attendance can be recorded from then on.")
    people = await _participants(turn, cohort)
    if not people:
        raise Refusal("Nobody has joined this cohort as a participant yet. Say “who has joined” to see how it stands.")
    if len(people) > MOST_OPTIONS:
        raise Refusal("There are too many people for one list. Say “show a word”, and let people say they are there.")
    known = await turn.db.timetable.attendances(event.id)
    missing = _missing(people, known) if away is None else _named(people, away)
    answers: Answers = {"away": [choice_of(person) for person in missing]} if missing or away is not None else {}
    options = {"away": readers_to_choose(people)}
    await turn.say(f"Who was at {line(event, turn.zone)}?")
    begun = await _begun(turn, event, known.values())
    if begun is None:
        said = away is not None
        await turn.ask(Attended, about=str(event.id), answers=answers, options=options, only_here=said)
        return
    opening, draft = begun
    draft.options = options
    if away is not None:
        draft.answers = answers
    await Drafts(turn, opening).save(draft)
    await resume(turn, opening.id)


async def _begun(turn: Turn, event: Event, known: Iterable[Attendance]) -> tuple[OpenForm, Draft] | None:
    """The form of this event that they have begun, unless more has been recorded since."""
    for opening in await turn.db.conversations.begun(turn.account.id):
        draft = await Drafts(turn, opening).load() if opening.route == Attended.route else None
        if draft is not None and draft.about == str(event.id):
            newer = any(each.recorded_at and each.recorded_at > opening.opened_at for each in known)
            return None if newer else (opening, draft)
    return None


def _has_begun(event: Event, now: datetime, zone: ZoneInfo) -> bool:
    return event.starts_at <= now if event.starts_at else event.day <= now.astimezone(zone).date()


async def _participants(turn: Turn, cohort: Cohort) -> Participants:
    members = await turn.db.cohorts.members(cohort.id)
    return [(person, part) for person, part in members if part.role == Role.PARTICIPANT]


def _missing(people: Participants, known: Mapping[int, Attendance]) -> list[Person]:
    """Who is not known to have been there; before anything is recorded, who sent apologies."""
    everybody = [person for person, _ in people]
    if any(each.came is not None for each in known.values()):
        return [person for person in everybody if person.id not in known or not known[person.id].came]
    return [person for person in everybody if person.id in known and known[person.id].answer == Answer.APOLOGIES]


def _named(people: Participants, names: str) -> list[Person]:
    """Those who go by these names, each by their whole name or a part of it. Raises Refusal."""
    found = [_one(people, name) for name in _BETWEEN.split(names.strip(" .:!")) if name.strip()]
    return list({person.id: person for person in found}.values())


def _one(people: Participants, name: str) -> Person:
    wanted = name.casefold().strip()
    exact = [person for person, _ in people if person.name.casefold() == wanted]
    found = exact or [person for person, _ in people if wanted in person.name.casefold().split()]
    if len(found) == 1:
        return found[0]
    if found:
        raise Refusal(f"There are several called {literal(name)}. Please give the whole name.")
    raise Refusal(
        f"I don’t find {literal(name)} among the participants. They are: {by_name(person for person, _ in people)}. "
        "Please say it once more with one of these names."
    )


@router.submitted(Attended, allow=RUN_IT, changes=True)
async def attended(turn: Turn, form: Attended) -> None:
    event, cohort = await event_run_by(turn, int(form.about))
    asked = form.options["away"]
    people = [person for person, _ in await _participants(turn, cohort) if choice_of(person) in asked]
    away = [person for person in people if choice_of(person) in form.away]
    came = {person.id: person not in away for person in people}
    known = await turn.db.timetable.attendances(event.id)
    before = [[person_id, known[person_id].came if person_id in known else None] for person_id in came]
    await turn.db.timetable.record(event.id, came, turn.now)
    what = f"the attendance for {literal(event.title)}"
    await turn.can_undo(what, recorded_before, event.id, turn.now.isoformat(), before)
    await turn.db.audit.record("recorded attendance", f"event {event.id}", turn.now, turn.person.id)
    there = "everybody was there" if not away else f"{len(came) - len(away)} were there, and {len(away)} couldn’t be"
    await turn.say(
        Message(
            f"Recorded for {line(event, turn.zone)}: {there}" + (f": {by_name(away)}." if away else "."),
            buttons=(Button("Correct it", presses.ATTENDANCE(event.id)),),
        )
    )


@router.undo("attendance.as_before")
async def recorded_before(turn: Turn, event_id: int, moment: str, before: list[list[int | None]]) -> str:
    event, _ = await event_run_by(turn, event_id)
    stood = {person_id: came if came is None else bool(came) for person_id, came in before if person_id is not None}
    known = await turn.db.timetable.attendances(event.id)
    if any(known[person_id].recorded_at != datetime.fromisoformat(moment) for person_id in stood):
        raise Refusal(f"More has been recorded for {line(event, turn.zone)}, since, so I have left it as it is.")
    await turn.db.timetable.record(event.id, stood, turn.now)
    await turn.db.audit.record("recorded attendance", f"event {event.id}", turn.now, turn.person.id)
    return f"For {line(event, turn.zone)}, it stands as before."


# ---------------------------------------------------------------- one's own


@router.intent(
    "my_attendance",
    "See where I have been",
    "my attendance",
    "where have i been",
    "which modules have i been to",
    "did i miss anything",
    allow=Role.PARTICIPANT,
)
async def my_attendance(turn: Turn) -> None:
    cohort = turn.cohort
    zone = ZoneInfo(cohort.zone)
    events = await turn.db.timetable.of_cohort(cohort.id)
    events = [event for event in events if is_met_at(event) and _has_begun(event, turn.now, zone)]
    known = await turn.db.timetable.attendances_of(turn.person.id, [event.id for event in events])
    if not events:
        await turn.say("Nothing has begun yet. Say “timetable” to see what comes.")
        return
    lines = [
        f"- {literal(event.title)}, {when(event, turn.zone)}: {_recorded(known.get(event.id))}" for event in events
    ]
    await turn.say(
        Message(
            "\n".join(lines) + "\n\nIf something isn’t right, tell your programme’s team: they can correct it.",
            title="Where you have been",
        )
    )


def _recorded(known: Attendance | None) -> str:
    if known is None or known.came is None:
        return "nothing recorded yet"
    return "you were there" if known.came else "you couldn’t be there"
