"""What follows from what became of a booking: everybody concerned is told of it, once, and what belongs to it planned.

What somebody does to a session of another's is no reminder that one may turn off: it is told as an answer is, though it
wakes nobody, and waits until they are back, where there is time for that.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from functools import partial
from zoneinfo import ZoneInfo

from bot.chat.jobs import Act, Wording
from bot.chat.markdown import literal
from bot.chat.messages import MOST_BUTTONS, Button, Message
from bot.chat.router import Router
from bot.chat.times import A_DAY
from bot.chat.turns import Turn
from bot.programmes import Programme
from handlers.coaching.around.planning import plan_around, stamp, withdraw_around
from handlers.coaching.booking.times import buttons_of, next_free
from handlers.coaching.finding import names_of, other_of, people_of
from handlers.coaching.following.evening import add_to_digest, comes_in_the_evening
from handlers.coaching.following.told import TELL, Told, in_arguments, owe_news, take_back
from handlers.coaching.following.ways_on import other_times, several_ways_on, ways_on
from handlers.coaching.presses import TIMES
from handlers.coaching.sessions.calendar_entry import changed_files
from handlers.coaching.words import LOST, became
from scheduling.coaching import Change, Coaching, What
from scheduling.diaries import coaches_for
from scheduling.holding import habits_of
from scheduling.unasked import day_of, is_quiet, next_morning, quiet_end
from scheduling.waiting import lapse
from storage.shared.coaching.bookings import Booked
from storage.shared.coaching.places import BookingState, but
from storage.shared.cohorts import State
from storage.shared.deliveries import Delivery
from storage.shared.people import Person
from storage.shared.unit import SharedUnit

router = Router("coaching telling")

END_HOLD = "coaching.end_hold"
TOO_FEW = "coaching.too_few"
"""What words, for its coach, that a group has fewer than it needs."""


NEW = (What.REQUESTED, What.CONFIRMED)
SHOWN_NEXT = 3
BY_ITSELF = (What.LAPSED, What.PASSED_ON, What.PROLONGED, What.OFFERED)
"""What nobody did: whoever speaks hears of it as anybody does."""
OVER = (What.CANCELLED, What.LAPSED)

# ---------------------------------------------------------------- what follows


async def follow(turn: Turn, changes: Sequence[Change]) -> None:
    """Tell everybody concerned but the speaker, and plan what belongs to each booking as it is now."""
    turn.owes = True
    turn.concerns |= _concerned(changes)
    await _follow(turn.db, changes, turn.person.id, turn.now, turn.kit.programmes)
    for name in await _out_of_reach(turn, changes):
        await turn.say(f"**{name}** uses neither app, so please tell them yourself.")


async def follow_up(act: Act, unit: SharedUnit, changes: Sequence[Change], by: int | None = None) -> None:
    """The same where nobody speaks; whoever did it all the same hears of it otherwise."""
    await _follow(unit, changes, by, act.now, act.kit.programmes)
    await unit.homes.changed(_concerned(changes))


async def _out_of_reach(turn: Turn, changes: Sequence[Change]) -> set[str]:
    """Whom the speaker has to tell: the other one of a session of theirs, who hears nothing from here."""
    theirs = [
        change.booked
        for change in changes
        if turn.person.id in _concerned([change]) and other_of(turn, change.booked) in _readers(change)
    ]
    people = (await people_of(turn.db, theirs)).values()
    return {literal(person.name) for person in people if person.by_hand and person.id != turn.person.id}


def _concerned(changes: Iterable[Change]) -> set[int]:
    booked = [change.booked for change in changes]
    return {person_id for each in booked for person_id in (each.booking.person_id, each.slot.coach_id)}


async def _follow(
    db: SharedUnit, changes: Sequence[Change], by: int | None, now: datetime, programmes: Mapping[str, Programme]
) -> None:
    for change in changes:
        await _plan(db, change, now, programmes)
    theirs = defaultdict[int, list[Change]](list)
    for change in changes:
        for person_id in sorted(_concerned([change])):
            theirs[person_id].append(change)
    for person_id, of_theirs in theirs.items():
        await _owe(db, person_id, of_theirs, by, now)


async def _plan(db: SharedUnit, change: Change, now: datetime, programmes: Mapping[str, Programme]) -> None:
    booking, slot = change.booked.booking, change.booked.slot
    if change.was is not None or booking.state != BookingState.CONFIRMED:
        await withdraw_around(db, change.booked, change.was or slot, now)
    if booking.state == BookingState.CONFIRMED:
        await plan_around(db, change.booked, now, programmes)
    if booking.held_until is not None:
        await db.deliveries.owe(
            Delivery(
                key=f"coaching hold {booking.id} {stamp(booking.held_until)}",
                job=END_HOLD,
                arguments={"coach": slot.coach_id},
                due_at=booking.held_until,
                made_at=now,
            )
        )
    if slot.fewest and slot.starts_at - A_DAY > now:
        await db.deliveries.owe(
            Delivery(
                key=f"coaching few {slot.id} {stamp(slot.starts_at)}",
                person_id=slot.coach_id,
                job=TOO_FEW,
                arguments={"slot": slot.id, "starts": stamp(slot.starts_at)},
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


def _readers(change: Change) -> list[int]:
    """Who is told of it, unless they did it themselves."""
    participant, coach = change.booked.booking.person_id, change.booked.slot.coach_id
    match change.what:
        case What.RECORDED | What.WAITING:
            return []
        case What.PROLONGED if change.booked.booking.proposed:
            return [coach]
        case What.DECLINED | What.PROPOSED | What.OFFERED | What.PASSED_ON | What.PROLONGED:
            return [participant]
        case _ if change.waited or change.booked.booking.state == BookingState.WAITING:
            return [participant]
        case _:
            return [participant, coach]


async def _owe(db: SharedUnit, reader_id: int, changes: Sequence[Change], by: int | None, now: datetime) -> None:
    """One message of all that one act does to somebody's bookings; of what it does twice to one, the last."""
    reader = await db.people.get(reader_id)
    if reader is None:
        return
    news, begins = dict[int, Told](), list[datetime]()
    changed = {change.booked.booking.id for change in changes if change.what != What.PROLONGED}
    unheard = await take_back(db, reader_id, changed, now)
    for change in changes:
        told = await _news(db, reader, change, unheard.get(change.booked.booking.id), by, now)
        if told is not None:
            news[told.booking] = told
            begins += [change.booked.slot.starts_at, *(told.was or ())[:1]]
    if news:
        leaves = await db.reminders.leaves(reader_id, now.date() - A_DAY)
        away = [(leave.first, leave.last) for leave in leaves]
        await owe_news(db, reader_id, TELL, [*news.values()], _told_at(reader, away, min(begins), now), now)


def _told_at(reader: Person, away: Sequence[tuple[date, date]], begins: datetime, now: datetime) -> datetime:
    """At once, but not at night or while they are away, where it begins long after."""
    habits = replace(habits_of(reader), away=away)
    at = quiet_end(habits, now) if is_quiet(habits, now) else now
    if any(first <= day_of(habits, at) <= last for first, last in away):
        at = next_morning(habits, at)
    return at if begins - at >= A_DAY else now


async def _news(
    db: SharedUnit, reader: Person, change: Change, before: Told | None, by: int | None, now: datetime
) -> Told | None:
    """What somebody is told of it, given what they have heard; None where there is nothing that they need know.

    What they were to hear of the same booking before, and have not, is one with it; unless they know of it, having done
    this themselves.
    """
    if change.what == What.PROLONGED and before is not None:  # what they are to hear says until when as well
        return None
    news = _as_one(before, change, is_coach=reader.id == change.booked.slot.coach_id)
    did_it = reader.id == by and change.what not in BY_ITSELF
    if news is None or reader.id not in _readers(change) or (did_it and (before is None or not _is_of_all(change))):
        return None
    if reader.id == change.booked.slot.coach_id and news.what == What.REQUESTED:
        evening = await comes_in_the_evening(db, reader, change.booked, now)
        if evening is not None:
            await add_to_digest(db, reader, news, evening, now)
            return None
    return news


def _as_one(before: Told | None, change: Change, *, is_coach: bool) -> Told | None:
    """What became of a booking, for who was to hear something else of it before; None where they never knew of it."""
    booking, what = change.booked.booking, change.what
    was = change.was.span if change.was else None
    if before is None:
        pass
    elif is_coach and before.what in NEW and before.was is None:
        if what in OVER:
            return None
        what, was = What.REQUESTED if booking.state == BookingState.REQUESTED else What.CONFIRMED, None
    elif what == What.PLACED:  # what they were to hear says where as well
        what, was = before.what, before.was
    elif before.was is not None:
        was = before.was
    return Told(booking.id, what, booking.changed_at, was, change.waited)


def _is_of_all(change: Change) -> bool:
    """Whether it was done to a session as a whole, whoever is in it."""
    return change.what == What.PLACED or (change.what == What.MOVED and change.booked.slot.is_group)


# ---------------------------------------------------------------- in words


@router.worded(TELL)
async def tell(wording: Wording) -> Message | None:
    """None where something newer is owed in its place; nor for who uses neither app: whoever told them would learn with
    whom they meet, and when.
    """
    if wording.person.by_hand:
        return None
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
        ways = await _other_times(wording, lost.booked)
        lines = [f"{lines[0]} I’m sorry." if lost.what == What.CANCELLED else lines[0]]
    parts = await wording.db.cohorts.memberships(reader_id)
    if all(part.state == State.LEFT for part in parts):
        ways = []
    files = await changed_files(wording.db, changes, wording.person, wording.now)
    return Message("\n".join(lines), buttons=tuple(ways[:MOST_BUTTONS]), attachments=files)


async def _other_times(wording: Wording, lost: Booked) -> list[Button]:
    """What its coach has free next, for whose session with them is not to be; or whoever is, where that one is gone."""
    coaching = Coaching(wording.db, wording.kit.programmes, wording.now)
    booking, coach_id = lost.booking, lost.slot.coach_id
    if lost.slot.is_group:
        return [other_times(lost)]
    if coach_id not in await coaches_for(coaching, booking.cohort_id, booking.person_id):
        return [Button("Other times", TIMES(0))]
    times = await next_free(coaching, booking.cohort_id, booking.person_id, [coach_id], most=SHOWN_NEXT + 1)
    others = [time for time in times if time.starts != lost.slot.starts_at][:SHOWN_NEXT]
    return [*await buttons_of(coaching, others, ZoneInfo(wording.person.zone), with_whom=False), other_times(lost)]


async def _still_so(db: SharedUnit, told: Told) -> Change | None:
    booked = await db.bookings.get(told.booking)
    if booked is None or booked.booking.changed_at != told.changed:
        return None
    was = but(booked.slot, id=None, starts_at=told.was[0], ends_at=told.was[1]) if told.was else None
    return Change(told.what, booked, was, told.waited)
