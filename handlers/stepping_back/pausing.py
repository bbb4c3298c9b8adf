"""Stepping back and coming back, as they are done: at once by a person, or on the day that they said."""

from dataclasses import dataclass
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from bot.chat.jobs import Act
from bot.chat.markdown import literal
from bot.chat.router import Router
from bot.chat.turns import Turn
from bot.chat.view import View
from handlers.reflections.life import today
from handlers.reminders.morning import catch_up
from handlers.reminders.planning import plan_again
from handlers.roster.listed import cohort_of, concern_those_who_run
from handlers.timetable.answers import can_undo_answer
from handlers.timetable.meant import begun, is_met_at
from scheduling.holding import let_through
from scheduling.reminders import replan
from scheduling.unasked import at_wall
from storage.shared.cohorts import Cohort, State
from storage.shared.people import Person
from storage.shared.timetable import Answer, Event
from storage.shared.unit import SharedUnit

router = Router("pausing")

BEGIN = "stepping_back.begin"
END = "stepping_back.end"


@dataclass(frozen=True)
class Wish:
    """How somebody wants to step back."""

    since: date
    back: date | None
    """None where they don't know yet."""
    says_away: bool
    """Colleagues may know that they are away for a while."""
    apologies: bool
    """For what is on in that time, as far as it is known."""


# ---------------------------------------------------------------- in a turn


async def step_back(turn: Turn, cohort: Cohort, wish: Wish) -> None:
    """What they said of it before counts no more."""
    before, days = await forget_days(turn, cohort), [f"{job} {cohort.id} {turn.id}" for job in (END, BEGIN)]
    if wish.back is not None:
        at = at_wall(wish.back, time(), turn.zone)
        await turn.later(END, at=at, key=days[0], cohort=cohort.id, day=wish.back.isoformat())
    if wish.since > today(turn):
        await turn.later(
            BEGIN,
            at=at_wall(wish.since, time(), turn.zone),
            key=days[1],
            cohort=cohort.id,
            day=wish.since.isoformat(),
            back=wish.back.isoformat() if wish.back else "",
            away=int(wish.says_away),
            apologies=int(wish.apologies),
        )
    else:
        for event, answer in await _begin(turn.db, turn.person, cohort, wish, turn.now):
            await can_undo_answer(turn, event, Answer.APOLOGIES, answer)
        await plan_again(turn, cohort)
    await turn.can_undo(f"that you step back from {literal(cohort.name)}", not_stepped_back, cohort.id, days, before)
    await concern_those_who_run(turn, cohort)


@router.undo("stepping_back.not")
async def not_stepped_back(turn: Turn, cohort_id: int, days: list[str], before: list[str]) -> str:
    cohort = cohort_of(turn, cohort_id)
    for key in days:
        await turn.db.deliveries.cancel(key, turn.now)
    await turn.db.deliveries.owe_after_all(before)
    turn.owes = True
    if await turn.db.cohorts.come_back(turn.person.id, cohort.id):
        await _is_back(turn, cohort)
    else:
        await concern_those_who_run(turn, cohort)
    return f"You take part in {literal(cohort.name)}, as before."


async def come_back(turn: Turn) -> bool:
    """They are back everywhere, and what waited comes; False where they had not stepped back, nor meant to."""
    returned = False
    for cohort in turn.cohorts:
        days, says_away = await forget_days(turn, cohort), _says_away(turn, cohort)
        paused = await turn.db.cohorts.come_back(turn.person.id, cohort.id)
        if paused:
            await _is_back(turn, cohort)
        if paused or days:
            returned = True
            what = f"that you are back in {literal(cohort.name)}"
            await turn.can_undo(what, stepped_back_again, cohort.id, paused, says_away, days)
    return returned


async def _is_back(turn: Turn, cohort: Cohort) -> None:
    await turn.db.audit.record("came back", f"cohort {cohort.id}", turn.now, turn.person.id)
    await plan_again(turn, cohort)
    await concern_those_who_run(turn, cohort)
    await catch_up(turn, turn.person)


def _says_away(view: View, cohort: Cohort) -> bool:
    return any(part.cohort_id == cohort.id and part.says_away for part in view.memberships)


@router.undo("stepping_back.again")
async def stepped_back_again(turn: Turn, cohort_id: int, paused: bool, says_away: bool, days: list[str]) -> str:
    cohort = cohort_of(turn, cohort_id)
    if paused and await turn.db.cohorts.step_back(turn.person.id, cohort.id, says_away):
        await turn.db.audit.record("stepped back", f"cohort {cohort.id}", turn.now, turn.person.id)
        await plan_again(turn, cohort)
    await turn.db.deliveries.owe_after_all(days)
    turn.owes = True
    await concern_those_who_run(turn, cohort)
    return f"You step back from {literal(cohort.name)}, as before."


async def forget_days(turn: Turn, cohort: Cohort) -> list[str]:
    """They step back, and come back, on no day that they have said; gives what was cancelled."""
    keys = [
        owed.key or ""
        for job in (BEGIN, END)
        for owed in await turn.db.deliveries.awaited(turn.person.id, job)
        if owed.arguments["cohort"] == cohort.id
    ]
    return [key for key in keys if await turn.db.deliveries.cancel(key, turn.now)]


async def day_said(view: View, job: str, cohort: Cohort) -> date | None:
    """The day that they have said for stepping back, or for coming back."""
    owed = await view.db.deliveries.awaited(view.person.id, job)
    days = [each.arguments["day"] for each in owed if each.arguments["cohort"] == cohort.id]
    return date.fromisoformat(str(days[0])) if days else None


def has_stepped_back(view: View, cohort: Cohort) -> bool:
    return any(part.cohort_id == cohort.id and part.state == State.PAUSED for part in view.memberships)


# ---------------------------------------------------------------- on its day


@router.act(BEGIN)
async def begin(act: Act) -> None:
    if act.person is None:
        return
    said = act.arguments
    wish = Wish(
        since=date.fromisoformat(str(said["day"])),
        back=date.fromisoformat(str(said["back"])) if said["back"] else None,
        says_away=bool(said["away"]),
        apologies=bool(said["apologies"]),
    )
    async with act.unit() as unit:
        cohort = await unit.cohorts.get(int(said["cohort"]))
        await _begin(unit, act.person, cohort, wish, act.now)
        await unit.homes.changed(await unit.cohorts.who_run_those_of(act.person.id))
    await replan(act.unit, cohort, act.kit.programmes[cohort.programme], act.now)


@router.act(END)
async def end(act: Act) -> None:
    """What waited comes with their next morning message."""
    if act.person is None:
        return
    async with act.unit() as unit:
        cohort = await unit.cohorts.get(int(act.arguments["cohort"]))
        if await unit.cohorts.come_back(act.person.id, cohort.id):
            await unit.audit.record("came back", f"cohort {cohort.id}", act.now, act.person.id)
            await let_through(unit, act.person, act.now, act.now)
            await unit.homes.changed(await unit.cohorts.who_run_those_of(act.person.id))
    await replan(act.unit, cohort, act.kit.programmes[cohort.programme], act.now)


async def _begin(
    db: SharedUnit, person: Person, cohort: Cohort, wish: Wish, now: datetime
) -> list[tuple[Event, Answer | None]]:
    """Gives what apologies were sent for, with the answers before them."""
    if not await db.cohorts.step_back(person.id, cohort.id, wish.says_away):
        return []
    await db.audit.record("stepped back", f"cohort {cohort.id}", now, person.id)
    missed = [
        event
        for event in (await db.timetable.of_cohort(cohort.id) if wish.apologies else [])
        if is_met_at(event)
        and not begun(event, now, ZoneInfo(cohort.zone))
        and (wish.back is None or event.day < wish.back)
    ]
    known = await db.timetable.attendances_of(person.id, [event.id for event in missed])
    before = [(event, known[event.id].answer if event.id in known else None) for event in missed]
    for event in missed:
        await db.timetable.answer(event.id, person.id, Answer.APOLOGIES, now)
    return before
