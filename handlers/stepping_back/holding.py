"""A director's hold: everything unasked to somebody, or to the whole cohort, waits. It is announced to nobody."""

import re
from collections.abc import Sequence
from datetime import UTC, datetime

from bot.chat.errors import Refusal
from bot.chat.markdown import literal
from bot.chat.messages import MOST_BUTTONS, Button, Message, Press, label_of
from bot.chat.router import Router
from bot.chat.times import spoken
from bot.chat.turns import Turn
from bot.chat.view import View
from handlers.roster.listed import (
    Listed,
    by_id,
    cohort_run_by,
    concern_those_who_run,
    must_run,
    runs,
    with_name,
)
from handlers.undo import CHANGED_SINCE
from scheduling.holding import let_through
from scheduling.phrases.waits import read_wait
from storage.shared.cohorts import Cohort
from storage.shared.people import Person, Role
from storage.shared.reminders import Hold

router = Router("holding")

HOLD = Press("holding.hold", int, int, int)
LET = Press("holding.let", int)

EVERYBODY = frozenset(["cohort", "the cohort", "the whole cohort", "everybody", "everyone", "all", "us all"])
HOW = "Say whose, such as “hold everything to Ada Okafor”, or “hold everything to the cohort until Monday 9:00”."
_UNTIL = re.compile(r"\s+(?:(?:un)?till?|for)\s+(?P<until>.+)", re.IGNORECASE)


@router.intent(
    "hold_messages",
    "Hold messages",
    "hold everything to {name}",
    "hold everything for {name}",
    "hold all messages to {name}",
    "hold messages to {name}",
    "hold everything",
    help="“hold everything to Ada”, or “to the cohort until Monday”: what nobody asked for waits",
    allow=Role.DIRECTOR,
    changes=True,
    acts="when told",
)
async def hold(turn: Turn) -> None:
    cohort = turn.cohort
    must_run(turn, cohort, [Role.DIRECTOR])
    said = _UNTIL.split(" ".join(turn.slots.get("name", "").split()))
    until = None
    if len(said) > 1:
        until = read_wait(said[1], turn.now, turn.zone)
    turn.slots = {"name": said[0]}
    if said[0].casefold().strip(" .!") in EVERYBODY:
        await _hold(turn, cohort, None, until)
        return

    async def do(turn: Turn, listed: Listed) -> None:
        await _hold(turn, cohort, listed.person, until)

    await with_name(
        turn, HOW, "Hold messages to", lambda cohort_id, person_id: HOLD(cohort.id, person_id, _minutes(until)), do
    )


@router.pressed(HOLD, allow=Role.DIRECTOR, changes=True)
async def hold_person(turn: Turn, cohort_id: int, person_id: int, minutes: int) -> None:
    cohort = cohort_run_by(turn, cohort_id, [Role.DIRECTOR])
    person = (await by_id(turn, cohort.id, person_id)).person
    try:
        until = datetime.fromtimestamp(minutes * 60, UTC) if minutes > 0 else None
    except (OverflowError, ValueError):
        raise Refusal("That button doesn’t work any more. Say “hold everything to” and a name.") from None
    await _hold(turn, cohort, person, until)


def _minutes(moment: datetime | None) -> int:
    """A moment, small enough for a button: how many minutes it is after 1970 began; 0 for none."""
    return int(moment.timestamp()) // 60 if moment else 0


async def _hold(turn: Turn, cohort: Cohort, person: Person | None, until: datetime | None) -> None:
    """In place of a hold that there was: what waits already does so until this one ends."""
    made, before = await _make(turn, cohort, person.id if person else None, until)
    what = f"that messages to {await _whom(turn, cohort, made)} are held"
    await turn.can_undo(what, not_held, cohort.id, made.person_id, _iso(until), before)
    await turn.say(Message(await _line(turn, cohort, made), buttons=(await _let(turn, cohort, made),)))


async def _make(
    turn: Turn, cohort: Cohort, person_id: int | None, until: datetime | None
) -> tuple[Hold, list[str | None]]:
    """Gives, of a hold that it takes the place of, until when that was."""
    before: list[str | None] = []
    for other in await turn.db.reminders.holds(cohort.id, turn.now):
        if other.person_id == person_id:
            before.append(_iso(other.until))
            await turn.db.reminders.let_through(other.id)
    made = Hold(
        cohort_id=cohort.id,
        person_id=person_id,
        until=until,
        made_by=turn.person.id,
        made_at=turn.now,
    )
    made = await turn.db.reminders.hold(made)
    if until is not None:
        await _end_waiting(turn, await _held_by(turn, cohort, made), until)
    await _record(turn, "held messages", cohort, person_id)
    return made, before


# ---------------------------------------------------------------- seeing them, and letting through


@router.intent(
    "held_messages",
    "See whose messages are held",
    "held messages",
    "whose messages are held",
    "which messages are held",
    "let messages through again",
    "let messages through",
    "let everything through",
    help="whose messages wait, how many, and letting them through",
    allow=Role.DIRECTOR,
)
async def held_messages(turn: Turn) -> None:
    await turn.say(await held_now(turn) or Message(f"Nobody’s messages are held. {HOW}"))


@router.home(505, allow=Role.DIRECTOR)
async def held_now(view: View) -> Message | None:
    """Of each cohort that they direct, so that a hold is not forgotten."""
    found = [
        (cohort, hold) for cohort in _directed(view) for hold in await view.db.reminders.holds(cohort.id, view.now)
    ]
    if not found:
        return None
    lines = [f"- {await _line(view, cohort, hold)}" for cohort, hold in found]
    return Message("\n".join(lines), buttons=tuple([await _let(view, *each) for each in found[:MOST_BUTTONS]]))


@router.pressed(LET, allow=Role.DIRECTOR, changes=True)
async def let(turn: Turn, hold_id: int) -> None:
    """What waited comes with each one’s next morning message."""
    cohort, found = await _own(turn, hold_id)
    await _let_go(turn, cohort, found)
    what = f"that messages to {await _whom(turn, cohort, found)} go again"
    await turn.can_undo(what, held_again, cohort.id, found.person_id, _iso(found.until))
    await turn.replace(
        f"Messages to {await _whom(turn, cohort, found)} go again. What waited comes with the next morning message."
    )


async def _let_go(turn: Turn, cohort: Cohort, hold: Hold) -> None:
    await turn.db.reminders.let_through(hold.id)
    await _end_waiting(turn, await _held_by(turn, cohort, hold), turn.now)
    await _record(turn, "let messages through", cohort, hold.person_id)


@router.undo("holding.not_held")
async def not_held(
    turn: Turn, cohort_id: int, person_id: int | None, until: str | None, before: list[str | None]
) -> str:
    """They are held as they were before, if they were."""
    cohort = cohort_run_by(turn, cohort_id, [Role.DIRECTOR])
    holds = await turn.db.reminders.holds(cohort.id, turn.now)
    found = next((hold for hold in holds if (hold.person_id, _iso(hold.until)) == (person_id, until)), None)
    if found is None:
        raise Refusal(CHANGED_SINCE)
    whom = await _whom(turn, cohort, found)
    if not before:
        await _let_go(turn, cohort, found)
        return f"Messages to {whom} go as before."
    made, _ = await _make(turn, cohort, found.person_id, datetime.fromisoformat(before[0]) if before[0] else None)
    return await _line(turn, cohort, made)


@router.undo("holding.again")
async def held_again(turn: Turn, cohort_id: int, person_id: int | None, until: str | None) -> str:
    cohort = cohort_run_by(turn, cohort_id, [Role.DIRECTOR])
    made, _ = await _make(turn, cohort, person_id, datetime.fromisoformat(until) if until else None)
    return await _line(turn, cohort, made)


def _iso(until: datetime | None) -> str | None:
    return until.isoformat() if until else None


def _directed(view: View) -> list[Cohort]:
    """The cohorts that they direct."""
    return [cohort for cohort in view.cohorts if runs(view, cohort, [Role.DIRECTOR])]


async def _own(turn: Turn, hold_id: int) -> tuple[Cohort, Hold]:
    """The hold with this id, in a cohort that they direct."""
    for cohort in _directed(turn):
        for hold in await turn.db.reminders.holds(cohort.id, turn.now):
            if hold.id == hold_id:
                return cohort, hold
    raise Refusal("Those messages are not held any more. Say “held messages” to see which are.")


async def _end_waiting(turn: Turn, people: Sequence[Person], after: datetime) -> None:
    """What waits for these people comes with the first morning message after that moment."""
    waiting = await turn.db.reminders.held([person.id for person in people])
    for person in people:
        if waiting.get(person.id):
            await let_through(turn.db, person, after, turn.now)
            turn.owes = True


async def _line(view: View, cohort: Cohort, hold: Hold) -> str:
    people = await _held_by(view, cohort, hold)
    waiting = sum((await view.db.reminders.held([person.id for person in people])).values())
    until = f"until {spoken(hold.until, view.zone)}" if hold.until else "until you let them through"
    count = {0: "none waits so far", 1: "one waits"}.get(waiting, f"{waiting} wait")
    return f"Messages to {await _whom(view, cohort, hold)} are held {until}: {count}."


async def _let(view: View, cohort: Cohort, hold: Hold) -> Button:
    person = await view.db.people.get(hold.person_id) if hold.person_id is not None else None
    whom = f" to {person.name}" if person else ""
    where = f" in {cohort.name}" if len(_directed(view)) > 1 else ""
    return Button(label_of(f"Let messages{whom}{where} through"), LET(hold.id))


async def _whom(view: View, cohort: Cohort, hold: Hold) -> str:
    if hold.person_id is None:
        return f"everybody in {literal(cohort.name)}"
    person = await view.db.people.get(hold.person_id)
    where = f" in {literal(cohort.name)}" if len(_directed(view)) > 1 else ""
    return f"{literal(person.name)}{where}" if person else "somebody who has gone"


async def _held_by(view: View, cohort: Cohort, hold: Hold) -> Sequence[Person]:
    members = {person.id: person for person, _ in await view.db.cohorts.members(cohort.id)}
    return [person for person in members.values() if hold.person_id in (None, person.id)]


async def _record(turn: Turn, act: str, cohort: Cohort, person_id: int | None) -> None:
    await concern_those_who_run(turn, cohort)
    what = f"cohort {cohort.id}" if person_id is None else f"person {person_id} in cohort {cohort.id}"
    await turn.db.audit.record(act, what, turn.now, turn.person.id, about_id=person_id)
