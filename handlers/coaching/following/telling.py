"""What follows from what became of a booking: everybody concerned is told of it, once, and what belongs to it planned.

What somebody does to a session of another's is no reminder that one may turn off: it is told as an answer is, though it
wakes nobody, and waits until they are back, where there is time for that.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import partial
from hashlib import blake2s
from zoneinfo import ZoneInfo

from bot.chat.jobs import Act, Wording
from bot.chat.messages import MOST_BUTTONS, Button, Message
from bot.chat.router import Router
from bot.chat.turns import Turn
from bot.programmes import Programme
from handlers.coaching.around.planning import plan_around, withdraw_around
from handlers.coaching.booking.times import free_buttons
from handlers.coaching.finding import names_of
from handlers.coaching.following.evening import add_to_digest, comes_in_the_evening
from handlers.coaching.following.told import TELL, Told, as_argument, in_arguments, unheard
from handlers.coaching.following.ways_on import several_ways_on, ways_on
from handlers.coaching.sessions.calendar_entry import session_file
from handlers.coaching.words import became
from scheduling.coaching import Change, Coaching, What
from scheduling.diaries import coaches_for
from scheduling.holding import habits_of
from scheduling.unasked import day_of, is_quiet, next_morning, quiet_end
from scheduling.waiting import lapse
from storage.shared.coaching.bookings import Booked
from storage.shared.coaching.places import BookingState, but
from storage.shared.cohorts import State
from storage.shared.deliveries import Delivery, Urgency
from storage.shared.people import Person
from storage.shared.unit import SharedUnit

router = Router("coaching telling")

END_HOLD = "coaching.end_hold"
TOO_FEW = "coaching.too_few"
"""What words, for its coach, that a group has fewer than it needs."""

A_DAY = timedelta(days=1)

NEW = (What.REQUESTED, What.CONFIRMED)
LOST = (What.CANCELLED, What.DECLINED, What.LAPSED)
"""What has a participant look for another time."""
SHOWN_NEXT = 3
BY_ITSELF = (What.LAPSED, What.PASSED_ON, What.PROLONGED, What.OFFERED)
"""What nobody did: whoever speaks hears of it as anybody does."""
OVER = (What.CANCELLED, What.LAPSED)
IN_CALENDARS = (What.MOVED, What.PLACED, What.CANCELLED)
"""What may stand in a calendar otherwise: the change comes with it."""

MOST_FILES = 6


# ---------------------------------------------------------------- what follows


async def follow(turn: Turn, changes: Sequence[Change]) -> None:
    """Tell everybody concerned but the speaker, and plan what belongs to each booking as it is now."""
    turn.owes = True
    turn.concerns |= _concerned(changes)
    await _follow(turn.db, changes, turn.person.id, turn.now, turn.kit.programmes)


async def follow_up(act: Act, unit: SharedUnit, changes: Sequence[Change], by: int | None = None) -> None:
    """The same where nobody speaks; whoever did it all the same hears of it otherwise."""
    await _follow(unit, changes, by, act.now, act.kit.programmes)
    await unit.homes.changed(_concerned(changes))


def _concerned(changes: Iterable[Change]) -> set[int]:
    booked = [change.booked for change in changes]
    return {person_id for each in booked for person_id in (each.booking.person_id, each.slot.coach_id)}


async def _follow(
    db: SharedUnit, changes: Sequence[Change], by: int | None, now: datetime, programmes: Mapping[str, Programme]
) -> None:
    for change in changes:
        await _plan(db, change, now, programmes)
    by_reader = defaultdict[int, list[Change]](list)
    for change in changes:
        for reader_id in _readers(change, by):
            by_reader[reader_id].append(change)
    for reader_id, theirs in by_reader.items():
        await _owe(db, reader_id, theirs, now)


async def _plan(db: SharedUnit, change: Change, now: datetime, programmes: Mapping[str, Programme]) -> None:
    booking, slot = change.booked.booking, change.booked.slot
    if change.was is not None or booking.state != BookingState.CONFIRMED:
        await withdraw_around(db, change.booked, change.was or slot, now)
    if booking.state == BookingState.CONFIRMED:
        await plan_around(db, change.booked, now, programmes)
    if booking.held_until is not None:
        await db.deliveries.owe(
            Delivery(
                key=f"coaching hold {booking.id} {_stamp(booking.held_until)}",
                job=END_HOLD,
                arguments={"coach": slot.coach_id},
                due_at=booking.held_until,
                made_at=now,
            )
        )
    if slot.fewest and slot.starts_at - A_DAY > now:
        await db.deliveries.owe(
            Delivery(
                key=f"coaching few {slot.id} {_stamp(slot.starts_at)}",
                person_id=slot.coach_id,
                job=TOO_FEW,
                arguments={"slot": slot.id, "starts": _stamp(slot.starts_at)},
                due_at=slot.starts_at - A_DAY,
                useful_until=slot.starts_at,
                made_at=now,
            )
        )


@router.act(END_HOLD)
async def end_hold(act: Act) -> None:
    await act.step("end", partial(_end_hold, act))


async def _end_hold(act: Act) -> str:
    """Done again after a kill, it finds that nothing is held any more that has run out."""
    async with act.unit() as unit:
        coaching = Coaching(unit, act.kit.programmes, act.now)
        changes = await lapse(coaching, int(act.arguments["coach"]))
        await follow_up(act, unit, changes)
    return str(len(changes))


# ---------------------------------------------------------------- who hears of what


def _readers(change: Change, by: int | None) -> list[int]:
    """Who is told of it; nobody who did it themselves."""
    participant, coach = change.booked.booking.person_id, change.booked.slot.coach_id
    match change.what:
        case What.RECORDED | What.WAITING:
            return []
        case What.PROLONGED if change.booked.booking.proposed:
            readers = [coach]
        case What.DECLINED | What.PROPOSED | What.OFFERED | What.PASSED_ON | What.PROLONGED:
            readers = [participant]
        case _ if change.waited or change.booked.booking.state == BookingState.WAITING:
            readers = [participant]
        case _:
            readers = [participant, coach]
    return [each for each in readers if each != by or change.what in BY_ITSELF]


async def _owe(db: SharedUnit, reader_id: int, changes: Sequence[Change], now: datetime) -> None:
    """One message of all that one act does to somebody's bookings."""
    reader = await db.people.get(reader_id)
    if reader is None:
        return
    news = [told for change in changes if (told := await _news(db, reader, change, now)) is not None]
    if not news:
        return
    begins = min(span[0] for change in changes for span in (change.booked.slot.span, *_was(change)))
    arguments = as_argument(news)
    digest = blake2s(repr(arguments).encode(), digest_size=16).hexdigest()
    leaves = await db.reminders.leaves(reader_id, now.date() - A_DAY)
    away = [(leave.first, leave.last) for leave in leaves]
    await db.deliveries.owe(
        Delivery(
            key=f"coaching tell {reader_id} {digest}",
            person_id=reader_id,
            job=TELL,
            arguments=arguments,
            again=True,
            urgency=Urgency.ANSWER,
            due_at=_told_at(reader, away, begins, now),
            made_at=now,
        )
    )


def _told_at(reader: Person, away: Sequence[tuple[date, date]], begins: datetime, now: datetime) -> datetime:
    """At once, but not at night or while they are away, where it begins long after."""
    habits = replace(habits_of(reader), away=away)
    at = quiet_end(habits, now) if is_quiet(habits, now) else now
    if any(first <= day_of(habits, at) <= last for first, last in away):
        at = next_morning(habits, at)
    return at if begins - at >= A_DAY else now


async def _news(db: SharedUnit, reader: Person, change: Change, now: datetime) -> Told | None:
    """What somebody is told of it, given what they have heard; None where there is nothing that they need know.

    What they were to hear of the same booking before, and has not gone, is left out: they hear of both as one.
    """
    booking, slot = change.booked.booking, change.booked.slot
    was = (change.was.starts_at, change.was.ends_at) if change.was else None
    what = change.what
    for told in await unheard(db, reader.id, booking.id):
        if reader.id == slot.coach_id and told.what in NEW and told.was is None:
            if what in OVER:
                return None
            what, was = What.REQUESTED if booking.state == BookingState.REQUESTED else What.CONFIRMED, None
        elif told.was is not None and was is not None:
            was = told.was
        elif what == What.PLACED:  # what they were to hear says where as well
            what, was = told.what, told.was
    news = Told(booking.id, what, booking.changed_at, was, change.waited)
    if reader.id == slot.coach_id and what == What.REQUESTED:
        evening = await comes_in_the_evening(db, reader, change.booked, now)
        if evening is not None:
            await add_to_digest(db, reader, news, evening, now)
            return None
    return news


def _was(change: Change) -> list[tuple[datetime, datetime]]:
    return [change.was.span] if change.was else []


def _stamp(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat()


# ---------------------------------------------------------------- in words


@router.worded(TELL)
async def tell(wording: Wording) -> Message | None:
    """None where something newer is owed in its place."""
    changes = [
        change for told in in_arguments(wording.arguments) if (change := await _still_so(wording.db, told)) is not None
    ]
    if not changes:
        return None
    zone, reader_id = ZoneInfo(wording.person.zone), wording.person.id
    names = await names_of(wording.db, [change.booked for change in changes])
    lines = [became(change, zone, reader_id, names) for change in changes]
    ways = list(dict.fromkeys(way for change in changes for way in ways_on(change, zone, reader_id)))
    if len(changes) > 1:
        lines = [f"- {words}" for words in lines]
        ways = several_ways_on(changes, reader_id)
    elif (
        (lost := changes[0]).what in LOST
        and reader_id == lost.booked.booking.person_id
        and not lost.booked.booking.proposed
    ):
        ways = [*await _next_times(wording, lost.booked), *ways]
    parts = await wording.db.cohorts.memberships(reader_id)
    if all(part.state == State.LEFT for part in parts):
        ways = []
    files = [
        await session_file(wording.db, change.booked, wording.person, wording.now)
        for change in changes
        if change.what in IN_CALENDARS and not change.waited
    ]
    return Message("\n".join(lines), buttons=tuple(ways[:MOST_BUTTONS]), attachments=tuple(files[:MOST_FILES]))


async def _next_times(wording: Wording, lost: Booked) -> tuple[Button, ...]:
    """What its coach has free next, for whose session with them is not to be."""
    coaching = Coaching(wording.db, wording.kit.programmes, wording.now)
    booking, coach_id = lost.booking, lost.slot.coach_id
    if lost.slot.is_group or coach_id not in await coaches_for(coaching, booking.cohort_id, booking.person_id):
        return ()
    return await free_buttons(coaching, booking.cohort_id, booking.person_id, [coach_id], most=SHOWN_NEXT)


async def _still_so(db: SharedUnit, told: Told) -> Change | None:
    booked = await db.bookings.get(told.booking)
    if booked is None or booked.booking.changed_at != told.changed:
        return None
    was = but(booked.slot, id=None, starts_at=told.was[0], ends_at=told.was[1]) if told.was else None
    return Change(told.what, booked, was, told.waited)
