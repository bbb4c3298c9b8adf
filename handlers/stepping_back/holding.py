"""A director's hold: everything unasked to somebody, or to the whole cohort, waits. It is announced to nobody."""

import re
from collections.abc import Sequence
from datetime import UTC, datetime

from bot.chat.errors import Refusal
from bot.chat.markdown import literal
from bot.chat.messages import MOST_BUTTONS, Button, Message, Press, label_of
from bot.chat.router import Router
from bot.chat.times import spoken
from bot.chat.turns import Turn, View
from handlers.reminders.morning import let_through
from handlers.roster.listed import Listed, by_id, concern_those_who_run, refuse_others, runs, with_name
from storage.shared.cohorts import Cohort
from storage.shared.people import Person, Role
from storage.shared.reminders import Hold

router = Router("holding")

HOLD = Press("holding.hold", int, str)
LET = Press("holding.let", int)

EVERYBODY = frozenset(["cohort", "the cohort", "the whole cohort", "everybody", "everyone", "all", "us all"])
HOW = "Say whose, such as “hold everything to Ada Okafor”, or “hold everything to the cohort until Monday 9:00”."
_UNTIL = re.compile(r"\s+(?:until|till)\s+(?P<until>.+)", re.IGNORECASE)


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
)
async def hold(turn: Turn) -> None:
    refuse_others(turn, [Role.DIRECTOR])
    said = _UNTIL.split(turn.slots.get("name", ""))
    until = None
    if len(said) > 1:
        until = turn.kit.read_time(said[1].strip(" .!"), turn.now, turn.zone)
        if until <= turn.now:
            raise Refusal("That time has gone by. Please give one that lies ahead, such as “until Monday 9:00”.")
    turn.slots = {"name": said[0]}
    if said[0].casefold().strip(" .!") in EVERYBODY:
        await _hold(turn, None, until)
        return

    async def do(turn: Turn, listed: Listed) -> None:
        await _hold(turn, listed.person, until)

    await with_name(turn, HOW, "Hold messages to", lambda person_id: HOLD(person_id, _minutes(until)), do)


@router.pressed(HOLD, allow=Role.DIRECTOR, changes=True)
async def hold_person(turn: Turn, person_id: int, minutes: int) -> None:
    refuse_others(turn, [Role.DIRECTOR])
    until = datetime.fromtimestamp(minutes * 60, UTC) if minutes > 0 else None
    await _hold(turn, (await by_id(turn, person_id)).person, until)


def _minutes(moment: datetime | None) -> int:
    """A moment, small enough for a button: how many minutes it is after 1970 began; 0 for none."""
    return int(moment.timestamp()) // 60 if moment else 0


async def _hold(turn: Turn, person: Person | None, until: datetime | None) -> None:
    """In place of a hold that there was."""
    cohort = turn.cohort
    for other in await turn.db.reminders.holds(cohort.id, turn.now):
        if other.person_id == (person.id if person else None):
            await turn.db.reminders.let_through(other.id)
    made = Hold(
        cohort_id=cohort.id,
        person_id=person.id if person else None,
        until=until,
        made_by=turn.person.id,
        made_at=turn.now,
    )
    made = await turn.db.reminders.hold(made)
    await _record(turn, "held messages", cohort, person.id if person else None)
    await turn.say(Message(await _line(turn, cohort, made), buttons=(await _let(turn, made),)))


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
    refuse_others(turn, [Role.DIRECTOR])
    held = await _held(turn, turn.cohort)
    await turn.say(held or Message(f"Nobody’s messages are held. {HOW}"))


@router.home(505, allow=Role.DIRECTOR)
async def held_now(view: View) -> Message | None:
    """Of each cohort that they direct, so that a hold is not forgotten."""
    found = [
        held
        for cohort in view.cohorts
        if runs(view, cohort, [Role.DIRECTOR]) and (held := await _held(view, cohort)) is not None
    ]
    if not found:
        return None
    buttons = tuple(button for held in found for button in held.buttons)
    return Message("\n\n".join(held.text for held in found), buttons=buttons[:MOST_BUTTONS])


@router.pressed(LET, allow=Role.DIRECTOR, changes=True)
async def let(turn: Turn, hold_id: int) -> None:
    """What waited comes with each one’s next morning message."""
    refuse_others(turn, [Role.DIRECTOR])
    cohort = turn.cohort
    found = next((each for each in await turn.db.reminders.holds(cohort.id, turn.now) if each.id == hold_id), None)
    if found is None:
        raise Refusal("Those messages are not held any more. Say “held messages” to see which are.")
    people = await _held_by(turn, cohort, found)
    waiting = await turn.db.reminders.held([person.id for person in people])
    await turn.db.reminders.let_through(found.id)
    for person in people:
        if waiting.get(person.id):
            await let_through(turn.db, person, turn.now)
    turn.owes = True
    await _record(turn, "let messages through", cohort, found.person_id)
    await turn.replace(
        f"Messages to {await _whom(turn, cohort, found)} go again. What waited comes with the next morning message."
    )


async def _held(view: View, cohort: Cohort) -> Message | None:
    holds = await view.db.reminders.holds(cohort.id, view.now)
    if not holds:
        return None
    lines = [f"- {await _line(view, cohort, each)}" for each in holds]
    return Message("\n".join(lines), buttons=tuple([await _let(view, each) for each in holds[:MOST_BUTTONS]]))


async def _line(view: View, cohort: Cohort, hold: Hold) -> str:
    people = await _held_by(view, cohort, hold)
    waiting = sum((await view.db.reminders.held([person.id for person in people])).values())
    until = f"until {spoken(hold.until, view.zone)}" if hold.until else "until you let them through"
    count = {0: "none waits so far", 1: "one waits"}.get(waiting, f"{waiting} wait")
    return f"Messages to {await _whom(view, cohort, hold)} are held {until}: {count}."


async def _let(view: View, hold: Hold) -> Button:
    person = await view.db.people.get(hold.person_id) if hold.person_id is not None else None
    whom = f" to {person.name}" if person else ""
    return Button(label_of(f"Let messages{whom} through"), LET(hold.id))


async def _whom(view: View, cohort: Cohort, hold: Hold) -> str:
    if hold.person_id is None:
        return f"everybody in {literal(cohort.name)}"
    person = await view.db.people.get(hold.person_id)
    return literal(person.name) if person else "somebody who has gone"


async def _held_by(view: View, cohort: Cohort, hold: Hold) -> Sequence[Person]:
    members = {person.id: person for person, _ in await view.db.cohorts.members(cohort.id)}
    return [person for person in members.values() if hold.person_id in (None, person.id)]


async def _record(turn: Turn, act: str, cohort: Cohort, person_id: int | None) -> None:
    await concern_those_who_run(turn, cohort)
    what = f"cohort {cohort.id}" if person_id is None else f"person {person_id} in cohort {cohort.id}"
    await turn.db.audit.record(act, what, turn.now, turn.person.id, about_id=person_id)
