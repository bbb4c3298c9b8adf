"""Telling everyone concerned that an event has changed: once, a minute after the last change, with a calendar file."""

from datetime import UTC, datetime, timedelta
from functools import partial
from zoneinfo import ZoneInfo

from bot.chat.jobs import Act, Wording
from bot.chat.markdown import literal
from bot.chat.messages import Message
from bot.chat.router import Router
from bot.chat.turns import Turn
from handlers.timetable.calendar import calendar_file
from handlers.timetable.words import when
from scheduling.timetable import Known, told
from storage.shared.cohorts import RUN_IT, Cohort
from storage.shared.deliveries import Delivery
from storage.shared.people import Person
from storage.shared.timetable import Event
from storage.shared.unit import SharedUnit

router = Router("telling of changes")

TELL = "timetable.tell"
CHANGED = "timetable.changed"
KIND = "changes"
WAIT = timedelta(minutes=1)
"""How long another change takes the place of one, and it can be taken back, before anybody hears of it."""

SOON = timedelta(days=2)
"""What changes so shortly before it was to be, or is now, is told whatever else somebody has heard that day."""

PLACE = "Place"


async def listeners(db: SharedUnit, cohort_id: int, but: int | None) -> list[Person]:
    """Who hears of a change: everybody who is in, except who made it. Until somebody joins whom it is for, nobody.

    Whoever is told by hand is in from the beginning, and knows nothing yet.
    """
    members = await db.cohorts.members(cohort_id)
    if all(membership.role in RUN_IT or person.by_hand for person, membership in members):
        return []
    return list({person.id: person for person, _ in members if person.id != but}.values())


async def tell_soon(turn: Turn, event: Event, *, known: bool) -> None:
    """In a minute those who are concerned are told, unless it has changed again by then.

    Where it is `known` to nobody yet, nobody is: it can only be taken back until then.
    """
    key, stamp = f"event {event.id} tell {_stamp(event)}", _stamp(event)
    await turn.later(TELL, at=turn.now + WAIT, key=key, event=event.id, stamp=stamp, known=int(known))


def _stamp(event: Event) -> str:
    return event.changed_at.astimezone(UTC).isoformat()


@router.act(TELL)
async def tell(act: Act) -> None:
    await act.step("tell", partial(_tell, act))


async def _tell(act: Act) -> str:
    """Owe it to everyone in one transaction; gives how many. Done again after a kill, it finds that all were told."""
    async with act.unit() as unit:
        event = await unit.timetable.hold(int(act.arguments["event"]))
        if event is None or _stamp(event) != act.arguments["stamp"]:
            return "0"
        was, becomes = told(event), Known.of(event)
        if not act.arguments["known"]:
            event.told = {}
            await unit.timetable.save(event)
            return "0"
        if was is None or not becomes.is_news_after(was):
            return "0"
        event.sequence += 1
        event.told = becomes.model_dump(mode="json")
        await unit.timetable.save(event)
        cohort = await unit.cohorts.get(event.cohort_id)
        people = await listeners(unit, cohort.id, act.person.id if act.person else None)
        for person in people:
            await _owe(unit, event, cohort, person, was, act.now)
        await unit.homes.changed([person.id for person in people])
        return str(len(people))


async def _owe(db: SharedUnit, event: Event, cohort: Cohort, person: Person, was: Known, now: datetime) -> None:
    """What somebody was to hear of the change before, and has not, is left out: they hear of both as one."""
    unheard = await db.deliveries.withdraw(_key(event, event.sequence - 1, person), now)
    was = Known.model_validate_json(str(unheard["was"])) if unheard else was
    once_more = int(unheard["once_more"]) if unheard else int(not was.on and event.sequence > 1)
    becomes, zone = Known.of(event), ZoneInfo(cohort.zone)
    if becomes.is_news_after(was):
        await db.deliveries.owe(
            Delivery(
                key=_key(event, event.sequence, person),
                person_id=person.id,
                event_id=event.id,
                kind=KIND,
                job=CHANGED,
                arguments={
                    "event": event.id,
                    "sequence": event.sequence,
                    "was": was.model_dump_json(),
                    "once_more": once_more,
                },
                again=min(known.begins(zone) for known in (was, becomes) if known.on) <= now + SOON,
                due_at=now,
                useful_until=max(was.over(zone), becomes.over(zone)),
                made_at=now,
            )
        )


def _key(event: Event, sequence: int, person: Person) -> str:
    return f"event {event.id} changed {sequence} {person.id}"


@router.worded(CHANGED)
async def changed(wording: Wording) -> Message | None:
    """None where something newer is owed in its place."""
    event = await wording.db.timetable.get(int(wording.arguments["event"]))
    if event is None or event.sequence != wording.arguments["sequence"]:
        return None
    was, becomes = Known.model_validate_json(str(wording.arguments["was"])), told(event)
    if becomes is None:
        return None
    cohort = await wording.db.cohorts.get(event.cohort_id)
    several = len({of.id for _, of in await wording.db.cohorts.joined(wording.person.id)}) > 1
    words = said(was, becomes, ZoneInfo(wording.person.zone), once_more=bool(wording.arguments["once_more"]))
    return Message(
        f"{literal(cohort.name)}: {words}" if several else words,
        attachments=(calendar_file([event], cohort, wording.kit.programmes[cohort.programme].name, wording.now),),
    )


def said(was: Known, becomes: Known, zone: ZoneInfo, *, once_more: bool = False) -> str:
    """What somebody who knows the one is told of the other; `once_more` where it was in the timetable before."""
    name = f"**{literal(becomes.title)}**"
    if not becomes.on:
        return f"**{literal(was.title)}**, {when(was, zone)}, is cancelled."
    if not was.on and once_more:
        first = f"{name} takes place after all: {when(becomes, zone)}."
    elif not was.on:
        first = f"New in the timetable: {name}, {when(becomes, zone)}."
    elif was.times != becomes.times:
        first = f"{name} has moved from {when(was, zone)} to **{when(becomes, zone)}**."
    else:
        first = f"Something is different about {name}, {when(becomes, zone)}."
    return "\n\n".join([first, *_further(was, becomes)])


def would_be(was: Known, wanted: Known, zone: ZoneInfo) -> list[str]:
    """The same as it is put before anything is done: the change, and further what goes with it."""
    name = f"**{literal(wanted.title)}**"
    if not wanted.on:
        return [f"**{literal(was.title)}**, {when(was, zone)}, would be cancelled."]
    if not was.on:
        first = f"{name} would be in the timetable: {when(wanted, zone)}."
    elif was.times != wanted.times:
        first = f"{name} would move from {when(was, zone)} to **{when(wanted, zone)}**."
    else:
        first = f"Something would be different about {name}, {when(wanted, zone)}."
    return [first, *_further(was, wanted)]


def _further(was: Known, becomes: Known) -> list[str]:
    renamed = was.on and was.title != becomes.title
    before, after = _details(was), _details(becomes)
    return [
        *([f"It was called “{literal(was.title)}” before."] if renamed else []),
        *(
            f"{label}: {_detail(before[label] if was.on else '', words)}"
            for label, words in after.items()
            if (words if not was.on or (label == PLACE and was.times != becomes.times) else words != before[label])
        ),
    ]


def _details(known: Known) -> dict[str, str]:
    return {
        PLACE: known.place,
        "Way in": known.way_in,
        "Step-free access": known.step_free,
        "Join online": known.link,
    }


def _detail(before: str, words: str) -> str:
    if not words:
        return "not fixed any more"
    return literal(words) if before in ("", words) else f"{literal(words)} (before: {literal(before)})"
