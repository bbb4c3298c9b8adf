"""Coming, or apologies, of those who use neither app: recorded for them by those who run the cohort."""

import re
from datetime import datetime

from bot.chat.errors import Refusal
from bot.chat.markdown import literal
from bot.chat.messages import Button, Message, Press, label_of
from bot.chat.router import Router
from bot.chat.turns import Turn
from handlers.roster.by_hand import RECORD_FOR
from handlers.roster.listed import Listed, by_id, refuse_others, with_name
from handlers.said import running
from handlers.timetable.finding import event_named, event_run_by
from handlers.timetable.meant import begun, is_met_at
from handlers.timetable.words import line
from handlers.undo import CHANGED_SINCE
from storage.shared.cohorts import RUN_IT
from storage.shared.people import Role
from storage.shared.timetable import Answer, Event

router = Router("on behalf")

RECORD = Press("on_behalf.record", int, int, str)

MOST_OFFERED = 5
HOW = "Say for whom and what, such as “record for Noor Haddad: coming to module 2”, or “can’t come to module 2”."
_SAID = re.compile(
    r"(?P<name>.+?)\s*[:,–—-]?\s+(?:(?:is|are|she|he|they|she['’]s|he['’]s|they['’]re)\s+)*"
    r"(?:(?P<no>not coming|can['’]?t come|can['’]?t make|cannot come|cannot make|apologies)|coming)\s+"
    r"(?:to\s+|for\s+|it\s+to\s+)?(?P<event>.+)",
    re.IGNORECASE,
)


@router.intent(
    "record_for",
    "Record for somebody who uses neither app",
    "record for {said}",
    "record for",
    *running.RECORD_FOR,
    help="“record for Noor: coming to module 2”, where Noor uses neither app",
    allow=RUN_IT,
    changes=True,
    acts=True,
)
async def record_for(turn: Turn) -> None:
    refuse_others(turn)
    said = turn.slots.get("said", "").strip(" .!")
    found = _SAID.fullmatch(said)
    turn.slots = {"name": found["name"] if found else said}
    if found is None:
        await with_name(turn, HOW, "Record for", RECORD_FOR, _offer)
        return
    event = await event_named(turn, found["event"])
    answer = Answer.APOLOGIES if found["no"] else Answer.COMING

    async def do(turn: Turn, listed: Listed) -> None:
        await _record(turn, listed, event, answer)

    await with_name(turn, HOW, "Record for", lambda _, person_id: RECORD(event.id, person_id, answer.value), do)


@router.pressed(RECORD_FOR, allow=RUN_IT)
async def offer(turn: Turn, cohort_id: int, person_id: int) -> None:
    await _offer(turn, await by_id(turn, cohort_id, person_id))


async def _offer(turn: Turn, listed: Listed) -> None:
    """What lies ahead next, each with both answers."""
    _refuse_whoever_can(listed)
    events = await turn.db.timetable.of_cohort(listed.cohort.id)
    ahead = [event for event in events if _can_be_answered(turn, event)][:MOST_OFFERED]
    if not ahead:
        raise Refusal("Nothing lies ahead that anybody could come to. Say “timetable” to see everything.")
    lines = "\n".join(f"- {line(event, turn.zone)}" for event in ahead)
    buttons = [
        Button(label_of(f"{words} {event.title}"), RECORD(event.id, listed.person.id, answer.value))
        for event in ahead
        for answer, words in ((Answer.COMING, "Coming to"), (Answer.APOLOGIES, "Can’t come to"))
    ]
    await turn.say(Message(lines, title=label_of(f"Record for {listed.person.name}"), buttons=tuple(buttons)))


@router.pressed(RECORD, allow=RUN_IT, changes=True)
async def record(turn: Turn, event_id: int, person_id: int, answer: str) -> None:
    event, cohort = await event_run_by(turn, event_id)
    if answer not in list(Answer):
        raise Refusal(HOW)
    await _record(turn, await by_id(turn, cohort.id, person_id), event, Answer(answer))


async def _record(turn: Turn, listed: Listed, event: Event, answer: Answer) -> None:
    _refuse_whoever_can(listed)
    if not _can_be_answered(turn, event):
        raise Refusal(f"{line(event, turn.zone)}, takes no more answers. Say “timetable” to see what lies ahead.")
    person, name = listed.person, literal(listed.person.name)
    known = (await turn.db.timetable.attendances_of(person.id, [event.id])).get(event.id)
    before = known.answer if known is not None else None
    await turn.db.timetable.answer(event.id, person.id, answer, turn.now)
    what = f"what you recorded for {name}"
    await turn.can_undo(what, recorded_before, event.id, person.id, turn.now.isoformat(), before)
    what = f"person {person.id}, event {event.id}"
    await turn.db.audit.record("recorded an answer", what, turn.now, turn.person.id, about_id=person.id)
    comes = answer == Answer.COMING
    other, label = (Answer.APOLOGIES, "Can’t come after all") if comes else (Answer.COMING, "Coming after all")
    await turn.replace(
        Message(
            f"Recorded: {name} {'is coming to' if comes else 'can’t come to'} {line(event, turn.zone)}.",
            buttons=(Button(label, RECORD(event.id, person.id, other.value)),),
        )
    )


@router.undo("on_behalf.as_before")
async def recorded_before(turn: Turn, event_id: int, person_id: int, moment: str, before: str | None) -> str:
    event, cohort = await event_run_by(turn, event_id)
    person = (await by_id(turn, cohort.id, person_id)).person
    known = (await turn.db.timetable.attendances_of(person_id, [event_id])).get(event_id)
    if known is None or known.answered_at != datetime.fromisoformat(moment):
        raise Refusal(CHANGED_SINCE)
    await turn.db.timetable.answer(event_id, person_id, Answer(before) if before else None, turn.now)
    what = f"person {person_id}, event {event_id}"
    await turn.db.audit.record("recorded an answer", what, turn.now, turn.person.id, about_id=person_id)
    return f"For {literal(person.name)} and {line(event, turn.zone)}, it stands as before."


def _refuse_whoever_can(listed: Listed) -> None:
    """Others say it themselves."""
    name = literal(listed.person.name)
    if not listed.person.by_hand:
        raise Refusal(f"{name} is to say that themselves, in their app. This is for those who use neither.")
    if not listed.has(Role.PARTICIPANT):
        raise Refusal(f"{name} doesn’t take part as a participant, so there is nothing to record.")


def _can_be_answered(turn: Turn, event: Event) -> bool:
    return is_met_at(event) and not event.cancelled_at and not begun(event, turn.now, turn.zone)
