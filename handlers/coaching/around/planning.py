"""What belongs around a session that is sure: reminders of it before, and the question whether people met after.

A reminder is keyed by whom it is for, by which rule it comes, and when the session begins: nobody is in two at once.
So planning twice changes nothing; and it is worded when it falls due, from what somebody has then: a session that moved
owes new ones, and none that was planned for the old time says anything.
"""

from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, time, timedelta
from itertools import groupby
from zoneinfo import ZoneInfo

from bot.chat.jobs import Wording
from bot.chat.markdown import literal
from bot.chat.messages import MOST_BUTTONS, Button, Message, label_of
from bot.chat.router import Router
from bot.chat.turns import Turn
from bot.programmes import Of, Programme
from handlers.coaching import presses
from handlers.coaching.finding import names_of, sessions_of
from handlers.coaching.words import line, named, where
from handlers.timetable.words import in_days
from scheduling.booking import A_MOMENT
from scheduling.holding import SESSION
from scheduling.reminders import due_before
from scheduling.unasked import SOON, at_wall
from storage.shared.coaching.bookings import Booked
from storage.shared.coaching.places import BookingState, Slot
from storage.shared.people import Person, Role
from storage.shared.planning import Wanted
from storage.shared.unit import SharedUnit

router = Router("around a session")

COMING = "coaching.coming"
"""What words a reminder."""
OVER = "coaching.over"
"""What words the question whether people met."""
KIND = "coaching"

ASKED_LATER = timedelta(days=1)
"""So long after a session its coach is asked, where the participant has not said."""
OF_USE = timedelta(weeks=1)
"""So long the question is worth an answer."""


# ---------------------------------------------------------------- planning


async def plan_around(db: SharedUnit, booked: Booked, now: datetime, programmes: Mapping[str, Programme]) -> None:
    """Owe both what belongs around a session that is sure; what was planned at another hour of theirs is moved.

    Who uses neither app is told nothing of it: whoever told them would learn with whom they meet, and when.
    """
    programme = programmes[(await db.cohorts.get(booked.booking.cohort_id)).programme]
    for person_id, role in ((booked.booking.person_id, Role.PARTICIPANT), (booked.slot.coach_id, Role.COACH)):
        person = await db.people.get(person_id)
        if person is not None and not person.by_hand:
            choice = (await db.reminders.choices(person_id)).get(KIND)
            hours = {choice.kind: choice.hour} if choice is not None and choice.hour is not None else {}
            owed = [*_before(booked.slot, person, role, programme, hours), _after(booked.slot, person, role)]
            ahead = [wanted for wanted in owed if wanted.due_at > now]
            await db.planning.plan(ahead, now)
            await db.deliveries.owe_after_all([wanted.key for wanted in ahead])
            await db.planning.move(ahead)


async def withdraw_around(db: SharedUnit, booked: Booked, was: Slot, now: datetime) -> None:
    """What was owed around it, when it was at that time, is so no more; of a group, once nobody is in it."""
    for person_id in (booked.booking.person_id, was.coach_id):
        if not await sure_at(db, person_id, was.starts_at):
            for job in (COMING, OVER):
                for owed in await db.deliveries.awaited(person_id, job):
                    if owed.key is not None and owed.arguments[SESSION] == stamp(was.starts_at):
                        await db.deliveries.withdraw(owed.key, now)


async def plan_mine_again(turn: Turn) -> None:
    """Somebody wants to hear of their sessions at another hour, or is in another zone."""
    for booked in await sessions_of(turn):
        if booked.booking.state == BookingState.CONFIRMED:
            await plan_around(turn.db, booked, turn.now, turn.kit.programmes)


def _before(
    slot: Slot, person: Person, role: Role, programme: Programme, hours: Mapping[str, time]
) -> Iterator[Wanted]:
    zone, starts = ZoneInfo(person.zone), slot.starts_at
    for rule in programme.reminders:
        if Of.COACHING in rule.of and role in rule.to:
            due = due_before(rule, starts, starts.astimezone(zone).date(), zone, hours.get(rule.kind))
            useful_until = due + timedelta(hours=rule.late_hours)
            yield _wanted(COMING, slot, person, rule.key, due, useful_until, kind=rule.kind, again=rule.matters)


def _after(slot: Slot, person: Person, role: Role) -> Wanted:
    due = slot.ends_at + (ASKED_LATER if role == Role.COACH else timedelta())
    return _wanted(OVER, slot, person, "over", due, due + OF_USE)


def _wanted(
    job: str,
    slot: Slot,
    person: Person,
    rule: str,
    due: datetime,
    useful_until: datetime,
    *,
    kind: str = KIND,
    again: bool = False,
) -> Wanted:
    starts = stamp(slot.starts_at)
    return Wanted(
        key=f"session {person.id} {rule} {starts}",
        person_id=person.id,
        event_id=None,
        kind=kind,
        job=job,
        arguments={SESSION: starts, "rule": rule},
        due_at=due,
        useful_until=useful_until,
        again=again,
    )


def stamp(moment: datetime) -> str:
    """A moment as it rides with what is owed."""
    return moment.astimezone(UTC).isoformat()


# ---------------------------------------------------------------- before it


@router.worded(COMING)
async def coming(wording: Wording) -> Message | None:
    """None where the session is elsewhere, has begun, or is not sure; and where no rule reminds them of it now."""
    sure = await sure_at(wording.db, wording.person.id, _starts(wording))
    if not sure or _starts(wording) <= wording.now or wording.person.by_hand:
        return None
    booking, slot = sure[0].booking, sure[0].slot
    programme = wording.kit.programmes[(await wording.db.cohorts.get(booking.cohort_id)).programme]
    rule = programme.rule(str(wording.arguments["rule"]))
    is_coach = slot.coach_id == wording.person.id
    if rule is None or (Role.COACH if is_coach else Role.PARTICIPANT) not in rule.to:
        return None
    zone = ZoneInfo(wording.person.zone)
    is_soon = slot.starts_at - wording.now <= SOON
    how_soon = "Soon" if is_soon else in_days((_day(slot, zone) - wording.now.astimezone(zone).date()).days)
    if is_coach and not is_soon and len(day := await _coached_on(wording, _day(slot, zone), zone)) > 1:
        return await _day_ahead(wording, how_soon, day, zone) if day[0][0].slot.id == slot.id else None
    words = [
        f"{how_soon}: {await _with_whom(wording, sure)}, **{line(slot, zone)}**.",
        f"Where: {where(slot)}.",
    ]
    buttons = [Button("See the session", presses.SESSION(booking.id))]
    if is_soon:
        buttons.append(Button("I’m running late", presses.LATE(booking.id)))
    elif programme.coaching.prepare and not is_coach:
        words.append(f"To think about before, for you alone: *{literal(programme.coaching.prepare)}*")
        buttons.insert(0, Button("Write down my answer", presses.PREPARE(booking.id), "main"))
    return Message("\n\n".join(words), buttons=tuple(buttons))


async def _coached_on(wording: Wording, day: date, zone: ZoneInfo) -> list[list[Booked]]:
    """The sessions that somebody coaches on a day, each with whoever comes, the first first."""
    first, last = at_wall(day, time(), zone), at_wall(day + timedelta(days=1), time(), zone)
    found = await wording.db.bookings.of_coach(wording.person.id, first, last)
    sure = [each for each in found if each.booking.state == BookingState.CONFIRMED and _day(each.slot, zone) == day]
    return [list(each) for _, each in groupby(sure, key=lambda booked: booked.slot.id)]


async def _day_ahead(wording: Wording, how_soon: str, day: list[list[Booked]], zone: ZoneInfo) -> Message:
    """All of a coach's day in one message, which comes with what reminds of its first session."""
    lines, buttons = [], []
    names = await names_of(wording.db, [sure[0] for sure in day])
    for sure in day:
        booking, slot = sure[0].booking, sure[0].slot
        lines.append(f"- **{line(slot, zone)}**, {await _with_whom(wording, sure)}. Where: {where(slot)}.")
        name = "Your group" if slot.is_group else names.get(booking.person_id, "")
        buttons.append(
            Button(label_of(f"{name}, {slot.starts_at.astimezone(zone):%H:%M}"), presses.SESSION(booking.id))
        )
    return Message("\n".join([f"{how_soon}, {len(day)} sessions:\n", *lines]), buttons=tuple(buttons[:MOST_BUTTONS]))


def _day(slot: Slot, zone: ZoneInfo) -> date:
    return slot.starts_at.astimezone(zone).date()


# ---------------------------------------------------------------- after it


@router.worded(OVER)
async def over(wording: Wording) -> Message | None:
    """None where it is not over, or somebody has said by now whether they met."""
    sure = await sure_at(wording.db, wording.person.id, _starts(wording))
    if not sure or sure[0].slot.ends_at > wording.now or wording.person.by_hand:
        return None
    booking, slot = sure[0].booking, sure[0].slot
    at = f"{await _with_whom(wording, sure)}, {line(slot, ZoneInfo(wording.person.zone))}"
    if slot.is_group and slot.coach_id == wording.person.id:
        return Message(
            f"Over by now: {at}. Who came?",
            buttons=(
                Button("Everybody", presses.ALL_MET(booking.id), "main"),
                Button("Not everybody", presses.WHO_MET(booking.id)),
                Button("It didn’t take place", presses.NONE_MET(booking.id)),
            ),
        )
    return Message(
        f"Over by now: {at}. Did you meet?",
        buttons=(
            Button("We met", presses.MET(booking.id), "main"),
            Button("We didn’t meet", presses.NOT_MET(booking.id)),
        ),
    )


# ---------------------------------------------------------------- what both go by


async def sure_at(db: SharedUnit, person_id: int, starts: datetime) -> list[Booked]:
    """The session of somebody's that begins then and is confirmed; of a group that they coach, whoever comes."""
    last = starts + A_MOMENT
    found = [
        *await db.bookings.of_person(person_id, starts, last),
        *await db.bookings.of_coach(person_id, starts, last),
    ]
    return [each for each in found if each.slot.starts_at == starts and each.booking.state == BookingState.CONFIRMED]


def _starts(wording: Wording) -> datetime:
    return datetime.fromisoformat(str(wording.arguments[SESSION]))


async def _with_whom(wording: Wording, sure: list[Booked]) -> str:
    """What it is to this person: of a group only how many come, to whom coaches it."""
    booking, slot = sure[0].booking, sure[0].slot
    names = await names_of(wording.db, sure[:1])
    if slot.coach_id != wording.person.id:
        return f"your {'group ' if slot.is_group else ''}session with **{named(slot.coach_id, names)}**"
    if slot.is_group:
        return f"your group, to which {'one person comes' if len(sure) == 1 else f'{len(sure)} come'}"
    return f"your session with **{named(booking.person_id, names)}**"
