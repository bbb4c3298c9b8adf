"""Reminders of events, each worded by its kind from what is so when it falls due."""

from datetime import datetime
from zoneinfo import ZoneInfo

from bot.chat.jobs import Wording
from bot.chat.markdown import literal
from bot.chat.messages import Button, Message, label_of
from bot.chat.router import Router
from bot.programmes import Module, Rule
from handlers.timetable import presses
from handlers.timetable.meant import begun, is_met_at
from handlers.timetable.page import to_answer
from handlers.timetable.words import in_days, line, when
from scheduling.holding import begins
from scheduling.reminders import REMIND, start_of
from scheduling.unasked import SOON
from storage.shared.cohorts import Membership, State
from storage.shared.people import Role
from storage.shared.planning import STATES_REMINDED
from storage.shared.timetable import Answer, Attendance, Event, EventKind

router = Router("reminders")

PRE_WORK = "pre_work"
REFLECTION = "reflection"
"""Two kinds that say something of their own; each of the others says what comes."""


@router.worded(REMIND)
async def remind(wording: Wording) -> Message | None:
    """None where the event has moved, begun or been cancelled, or is none of theirs any more."""
    event = await wording.db.timetable.get(int(wording.arguments["event"]))
    if event is None or event.cancelled_at is not None or start_of(event) != wording.arguments["start"]:
        return None
    cohort = await wording.db.cohorts.get(event.cohort_id)
    programme = wording.kit.programmes[cohort.programme]
    rule = programme.rule(str(wording.arguments["rule"]))
    parts = [part for part in await wording.db.cohorts.memberships(wording.person.id) if part.cohort_id == cohort.id]
    if rule is None or not any(_reminded(part, rule) for part in parts):
        return None
    zone = ZoneInfo(wording.person.zone)
    known = (await wording.db.timetable.attendances_of(wording.person.id, [event.id])).get(event.id)
    if known is not None and known.answer == Answer.APOLOGIES and is_met_at(event):
        return None
    module = programme.module(event.key) if event.key else None
    if rule.kind == REFLECTION:
        return _reflection(event, module, known)
    if begun(event, wording.now, zone):
        return None
    if rule.kind == PRE_WORK:
        return _pre_work(event, module, zone)
    is_asked = any(part.role == Role.PARTICIPANT and part.state == State.ACTIVE for part in parts)
    return _coming(event, wording.now, zone, is_asked=is_asked and (known is None or known.answer is None))


def _reminded(part: Membership, rule: Rule) -> bool:
    """Whether they are in the cohort just now as somebody whom the rule reminds."""
    return part.state in STATES_REMINDED and (Role.ALUMNUS if part.state == State.ALUMNUS else part.role) in rule.to


def _coming(event: Event, now: datetime, zone: ZoneInfo, *, is_asked: bool) -> Message:
    words = [f"{_how_soon(event, now, zone)}: {line(event, zone)}."]
    if event.place:
        words.append(f"Where: {literal(event.place)}.")
    if event.place and event.way_in and _days_until(event, now, zone) <= 1:
        words.append(f"The way in: {literal(event.way_in)}.")
    if event.link:
        words.append(f"Join online: {event.link}")
    buttons: tuple[Button, ...] = ()
    if is_asked and is_met_at(event):
        words.append("Are you coming?")
        buttons = to_answer(event)
    return Message("\n\n".join(words), buttons=(*buttons, _page(event)))


def _how_soon(event: Event, now: datetime, zone: ZoneInfo) -> str:
    if event.starts_at is not None and event.starts_at - now <= SOON:
        return "Soon"
    soon = in_days(_days_until(event, now, zone))
    return f"{soon}, a deadline" if event.kind == EventKind.DEADLINE else soon


def _days_until(event: Event, now: datetime, zone: ZoneInfo) -> int:
    return (begins(event, zone).astimezone(zone).date() - now.astimezone(zone).date()).days


def _pre_work(event: Event, module: Module | None, zone: ZoneInfo) -> Message | None:
    if module is None or not module.pre_work:
        return None
    lines = "\n".join(f"- {literal(work)}" for work in module.pre_work)
    return Message(f"Before **{literal(event.title)}**, {when(event, zone)}:\n\n{lines}", buttons=(_page(event),))


def _reflection(event: Event, module: Module | None, known: Attendance | None) -> Message | None:
    """Who wasn't there is asked nothing about it."""
    if module is None or (known is not None and known.came is False):
        return None
    lines = "\n".join(f"- {literal(prompt)}" for prompt in module.prompts)
    return Message(
        f"After **{literal(event.title)}**, for you alone:\n\n{lines}",
        buttons=(Button("Reflect on this", presses.REFLECT(event.id), "main"),),
    )


def _page(event: Event) -> Button:
    return Button(label_of(event.title), presses.OPEN(event.id))
