"""The planner: who is owed which reminder when, from the template's rules and the timetable as it is.

A reminder is a delivery whose key says for what event, by which rule, for whom, and when that event starts. So planning
twice changes nothing; a moved event owes new ones, and what was planned for the old day is cancelled. A digest of all
that an event's reminders are planned from is kept with it: where that is the same, there is nothing to do.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractAsyncContextManager
from datetime import date, datetime, time, timedelta
from hashlib import blake2s
from zoneinfo import ZoneInfo

from bot.programmes import Of, Programme, Rule
from scheduling.holding import MORNING_MESSAGE, begins, habits_of, morning_key, week_began
from scheduling.unasked import at_wall, day_of, morning_up_to, next_morning
from storage.shared.cohorts import Cohort
from storage.shared.people import Person
from storage.shared.planning import Reminded, Wanted
from storage.shared.reminders import MORNING
from storage.shared.timetable import Event
from storage.shared.unit import SharedUnit

REMIND = "reminders.remind"
"""What words a reminder."""

Units = Callable[[], AbstractAsyncContextManager[SharedUnit]]
"""How a transaction is begun: planning takes many, each of them short."""

PEOPLE_TOGETHER = 100
"""For as many people an event is planned in one transaction."""

LAST_ID = 2**31 - 1


async def replan(units: Units, cohort: Cohort, programme: Programme, now: datetime) -> int:
    """Plan what is not planned as things stand; gives for how many events that was so."""
    async with units() as unit:
        everybody = _digest([_facts(reminded) for reminded in await unit.planning.reminded(cohort.id)])
        events = await unit.timetable.of_cohort(cohort.id, cancelled=True)
        known = await unit.planning.planned_from(cohort.id)
    planned_from = {event.id: _digest([_from(event), _rules(programme, event), everybody]) for event in events}
    changed = {event_id: digest for event_id, digest in planned_from.items() if known.get(event_id) != digest}
    for event_id, digest in changed.items():
        await _plan(units, event_id, programme, now)
        async with units() as unit:
            await unit.planning.has_planned(event_id, digest)
    return len(changed)


async def _plan(units: Units, event_id: int, programme: Programme, now: datetime) -> None:
    """Plan one event, for some people and then for others: each time as it is, and they are, at that moment."""
    after = 0
    while after < LAST_ID:
        async with units() as unit:
            event = await unit.planning.begin_planning(event_id)
            people = await unit.planning.reminded(event.cohort_id, after, PEOPLE_TOGETHER)
            until = people[-1].person.id if len(people) == PEOPLE_TOGETHER else LAST_ID
            wanted = {owed.key: owed for each in people for owed in reminders(event, programme, each)}
            pending = {row.key: row for row in await unit.planning.pending(event_id, after, until)}
            await unit.planning.cancel([row.id for key, row in pending.items() if _planned(key) and key not in wanted])
            await unit.planning.move(
                [owed for key, owed in wanted.items() if key in pending and _moves(owed, pending[key].due_at, now)]
            )
            new = [owed for key, owed in wanted.items() if key not in pending and _is_of_use(owed, now)]
            await unit.planning.plan(new, now)
            await _plan_mornings(unit, event, people, list(wanted.values()), now)
        after = until


def reminders(event: Event, programme: Programme, reminded: Reminded) -> Iterator[Wanted]:
    """Every reminder of an event that somebody is to have, whenever that is or was."""
    if event.cancelled_at is not None:
        return
    person = reminded.person
    starts = start_of(event)
    for rule in _rules(programme, event):
        if reminded.roles.isdisjoint(rule.to):
            continue
        due = due_at(rule, event, ZoneInfo(person.zone), reminded.hours.get(rule.kind))
        yield Wanted(
            key=f"remind {event.id} {rule.key} {person.id} {starts}",
            person_id=person.id,
            event_id=event.id,
            kind=rule.kind,
            job=REMIND,
            arguments={"event": event.id, "rule": rule.key, "start": starts},
            due_at=due,
            useful_until=due + timedelta(hours=rule.late_hours),
            again=rule.matters,
        )


def due_at(rule: Rule, event: Event, zone: ZoneInfo, hour: time | None = None) -> datetime:
    """When a reminder of an event is due by this rule."""
    starts = begins(event, zone)
    return due_before(rule, starts, starts.astimezone(zone).date() if event.starts_at else event.day, zone, hour)


def due_before(rule: Rule, starts: datetime, on: date, zone: ZoneInfo, hour: time | None = None) -> datetime:
    """When a reminder by this rule is due for somebody in this zone, at their own hour where the rule names one.

    The day is the one that it is for them. What would follow what it is to go before goes a day earlier.
    """
    if rule.days is None or rule.at is None:
        return starts + timedelta(minutes=rule.minutes or 0)
    day = on + timedelta(days=rule.days)
    due = at_wall(day, hour or rule.at, zone)
    return due if rule.days > 0 or due < starts else at_wall(day - timedelta(days=1), hour or rule.at, zone)


def start_of(event: Event) -> str:
    """When an event starts, as the keys of its reminders say it."""
    return (event.starts_at or event.day).isoformat()


def _rules(programme: Programme, event: Event) -> list[Rule]:
    return [rule for rule in programme.reminders if Of(event.kind) in rule.of]


def _planned(key: str) -> bool:
    """Whether the planner made it: what else is about the event, somebody owed for a reason of their own."""
    return key.startswith("remind ")


def _moves(owed: Wanted, planned: datetime, now: datetime) -> bool:
    """Whether it is to be due at another time. What has been put off since it was due stays so."""
    return owed.due_at != planned and owed.due_at > now


def _is_of_use(owed: Wanted, now: datetime) -> bool:
    """Whoever joins late isn't told what is past."""
    return owed.useful_until is not None and owed.useful_until >= now


async def _plan_mornings(
    unit: SharedUnit, event: Event, people: Sequence[Reminded], wanted: Sequence[Wanted], now: datetime
) -> None:
    """In the week of an event, everybody concerned hears on their first working day what the week brings.

    Whoever wants a reminder in the morning has a message on that morning, or on the last one before.
    """
    mornings: dict[str, Wanted] = {}
    first_of_week: dict[str, datetime] = {}
    whose = {owed.person_id for owed in wanted}
    for reminded in people:
        person = reminded.person
        if person.id not in whose or person.by_hand:
            continue
        habits = habits_of(person)
        starts = begins(event, habits.zone)
        alike = repr(_habits(person))  # most people are
        if alike not in first_of_week:
            first_of_week[alike] = next_morning(habits, week_began(habits, starts))
        moments = [first_of_week[alike]]
        if reminded.mornings:
            theirs = [owed for owed in wanted if owed.person_id == person.id and owed.kind in reminded.mornings]
            moments += [morning_up_to(habits, day_of(habits, owed.due_at)) for owed in theirs]
        for at in moments:
            if now < at < starts:
                key = morning_key(person.id, habits, at)
                mornings[key] = Wanted(key, person.id, None, MORNING, MORNING_MESSAGE, {}, at, None, again=False)
    known = await unit.planning.due_at(list(mornings))
    await unit.planning.plan([owed for key, owed in mornings.items() if key not in known], now)
    await unit.planning.move([owed for key, owed in mornings.items() if known.get(key, owed.due_at) != owed.due_at])


def _facts(reminded: Reminded) -> object:
    person = reminded.person
    return [
        person.id,
        sorted(reminded.roles),
        sorted(reminded.hours.items()),
        sorted(reminded.mornings),
        [*_habits(person), person.by_hand],
    ]


def _habits(person: Person) -> list[object]:
    return [person.zone, person.quiet_from, person.quiet_until, person.morning, person.days_off]


def _from(event: Event) -> object:
    return [event.kind, start_of(event), event.cancelled_at is not None]


def _digest(facts: object) -> str:
    return blake2s(repr(facts).encode(), digest_size=16).hexdigest()
