"""What becomes of an unasked message that is due: all that it depends on is looked up, and what was decided is done."""

from collections.abc import Sequence
from datetime import datetime, time, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

from scheduling.bank_holidays import bank_holiday
from scheduling.timetable import Known
from scheduling.unasked import (
    BELONGING,
    Drop,
    Go,
    Habits,
    Later,
    Morning,
    Outcome,
    Unasked,
    at_wall,
    day_of,
    may_go,
    may_go_along,
    may_go_early,
    next_morning,
)
from storage.shared.cohorts import State
from storage.shared.deliveries import Delivery, DeliveryState, Urgency
from storage.shared.people import Person
from storage.shared.reminders import MORNING, How, Leave
from storage.shared.timetable import Event
from storage.shared.unasked import Standing
from storage.shared.unit import SharedUnit

MORNING_MESSAGE = "reminders.morning"
"""What words a morning message."""

SESSION = "session"
"""What names, for what is about a coaching session, when that begins."""

DAY_ENDS = time(18)
"""When what has only a day is over: until then it is worth a reminder."""


async def goes_now(unit: SharedUnit, delivery: Delivery, person: Person, now: datetime) -> str | None:
    """Whether it does: on which platform first, if they chose one for its kind. None where it was put off or dropped.

    It is asked in the transaction that says that it is on its way, so that nothing comes between the two.
    """
    standing = await _standing(unit, delivery, person, now)
    habits = habits_of(person, standing.leaves)
    outcome = may_go(_unasked(delivery, standing, habits, now), habits, now)
    await _carry_out(unit, delivery, habits, outcome, now)
    if not isinstance(outcome, Go):
        return None
    return (standing.choice and standing.choice.platform) or person.platform or ""


async def goes_along(unit: SharedUnit, delivery: Delivery, person: Person, now: datetime) -> bool:
    """Whether something that has waited goes with the morning message of now. What never will is dropped."""
    standing = await _standing(unit, delivery, person, now)
    habits = habits_of(person, standing.leaves)
    match may_go_along(_unasked(delivery, standing, habits, now), now):
        case Go():
            return True
        case Drop(why):
            await unit.deliveries.end(delivery.id, DeliveryState.DROPPED, now, why=why)
        case _:
            await unit.unasked.wait_on(delivery.id)
    return False


async def goes_early(unit: SharedUnit, delivery: Delivery, person: Person, now: datetime) -> bool:
    """Whether what is not due yet goes with the morning message of now. Where it doesn't, nothing becomes of it."""
    standing = await _standing(unit, delivery, person, now)
    habits = habits_of(person, standing.leaves)
    return may_go_early(_unasked(delivery, standing, habits, now), delivery.due_at, habits, now)


async def _standing(unit: SharedUnit, delivery: Delivery, person: Person, now: datetime) -> Standing:
    habits = habits_of(person)
    return await unit.unasked.standing(
        person, delivery, today=day_of(habits, now), week_began=week_began(habits, now), now=now
    )


def week_began(habits: Habits, now: datetime) -> datetime:
    """When this week did, where they are."""
    today = day_of(habits, now)
    return at_wall(today - timedelta(days=today.weekday()), time(), habits.zone)


def habits_of(person: Person, leaves: Sequence[Leave] = ()) -> Habits:
    """When this person wants to hear from us."""
    return Habits(
        zone=ZoneInfo(person.zone),
        quiet_from=person.quiet_from,
        quiet_until=person.quiet_until,
        morning=person.morning,
        days_off=frozenset(person.days_off),
        is_holiday=lambda day: bool(bank_holiday(day)),
        away=[(leave.first, leave.last) for leave in leaves],
    )


def begins(event: Event | Known, zone: ZoneInfo) -> datetime:
    """When an event begins; for what has only a day, when that day's work ends."""
    return event.starts_at or at_wall(event.day, DAY_ENDS, zone)


async def owe_morning(unit: SharedUnit, person_id: int, habits: Habits, at: datetime, now: datetime) -> datetime:
    """Owe somebody a morning message then, or where that one has come already, the next; gives when."""
    while not await unit.unasked.owe_morning(morning_key(person_id, habits, at), person_id, MORNING_MESSAGE, at, now):
        at = next_morning(habits, at)
    return at


async def let_through(unit: SharedUnit, person: Person, after: datetime, now: datetime) -> None:
    """What waited for somebody comes with their first morning message after that moment."""
    habits = habits_of(person)
    await owe_morning(unit, person.id, habits, next_morning(habits, after), now)


def morning_key(person_id: int, habits: Habits, at: datetime) -> str:
    """One morning message for each person and day."""
    return f"morning {person_id} {day_of(habits, at)}"


def _unasked(delivery: Delivery, standing: Standing, habits: Habits, now: datetime) -> Unasked:
    today = day_of(habits, now)
    until = [hold.until for hold in standing.holds]
    ends = [moment for moment in until if moment is not None]
    today_sent = [kind for kind, moment in standing.sent if day_of(habits, moment) == today]
    starts = [begins(known, habits.zone) for known in _known(delivery, standing.event)]
    starts += [session] if (session := _session(delivery, now)) is not None else []
    return Unasked(
        kind=delivery.kind or "",
        useful_until=delivery.useful_until,
        begins=min((moment for moment in starts if moment > now), default=None),
        matters=delivery.again,
        asked=delivery.urgency == Urgency.ANSWER,
        by_hand=standing.person.by_hand,
        is_morning=delivery.kind == MORNING,
        there="here" if delivery.kind == BELONGING else _there(standing.states),
        held=bool(until),
        held_until=max(ends) if ends and len(ends) == len(until) else None,
        wanted=How(standing.choice.how).value if standing.choice is not None else "planned",
        muted=standing.muted,
        superseded=standing.superseded,
        sent_today=len(today_sent),
        sent_this_week=len(standing.sent),
        mornings_today=today_sent.count(MORNING),
        morning_at=standing.morning_at,
    )


def _known(delivery: Delivery, event: Event | None) -> list[Event | Known]:
    """The event that it is about, and as its reader knows it where this is what says that it has changed."""
    was = delivery.arguments.get("was")
    known = [Known.model_validate_json(str(was))] if was else []
    return [*([event] if event is not None else []), *(one for one in known if one.on)]


def _session(delivery: Delivery, now: datetime) -> datetime | None:
    """When the coaching session begins that it is about, if that lies ahead."""
    said = delivery.arguments.get(SESSION)
    starts = datetime.fromisoformat(str(said)) if said else now
    return starts if starts > now else None


def _there(states: frozenset[State]) -> Literal["here", "paused", "left"]:
    if states & {State.ACTIVE, State.ALUMNUS}:
        return "here"
    return "paused" if State.PAUSED in states else "left"


async def _carry_out(unit: SharedUnit, delivery: Delivery, habits: Habits, outcome: Outcome, now: datetime) -> None:
    match outcome:
        case Later(at, why):
            await unit.unasked.put_off(delivery, at, why)
        case Morning(at, why):
            await unit.unasked.wait(delivery.id, why, until=_session(delivery, now))
            if at is not None:
                await owe_morning(unit, delivery.person_id or 0, habits, at, now)
        case Drop(why):
            await unit.deliveries.end(delivery.id, DeliveryState.DROPPED, now, why=why)
        case Go():
            pass
