"""Those who can use neither app, and what somebody has to tell them: nothing more than a message would say."""

from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from bot.chat.errors import Refusal
from bot.chat.markdown import literal, plain
from bot.chat.messages import MOST_BUTTONS, Button, Message, Press, label_of, message_json
from bot.chat.router import Router
from bot.chat.times import spoken
from bot.chat.turns import Turn
from bot.chat.view import View
from bot.chat.wanting import WANT
from handlers.reminders.planning import plan_again
from handlers.roster.listed import (
    Listed,
    by_id,
    concern_those_who_run,
    refuse_above,
    runs,
    with_name,
)
from handlers.undo import CHANGED_SINCE
from storage.shared.cohorts import RUN_IT, Cohort, Enrolment
from storage.shared.deliveries import Delivery
from storage.shared.people import Person

router = Router("by_hand")

TOLD = Press("by_hand.told", str)
USES_NEITHER = Press("by_hand.uses_neither", int, int)
USES_ONE = Press("by_hand.uses_one", int, int)
RECORD_FOR = Press("by_hand.record_for", int, int)
"""To record whether somebody comes: that is answered where the timetable is."""

NOTHING = "There is nothing to tell by hand just now."


# ---------------------------------------------------------------- who it is


@router.intent(
    "uses_neither_app",
    "Say that somebody uses neither app",
    "{name} uses neither app",
    "{name} can use neither app",
    "{name} uses no app at all",
    "tell {name} by hand",
    allow=RUN_IT,
    acts=True,
)
async def uses_neither_app(turn: Turn) -> None:
    how = "Say who, such as “Noor Haddad uses neither app”."
    await with_name(turn, how, "Tell by hand:", USES_NEITHER, _begin)


@router.pressed(USES_NEITHER, allow=RUN_IT, changes=True)
async def uses_neither(turn: Turn, cohort_id: int, person_id: int) -> None:
    await _begin(turn, await by_id(turn, cohort_id, person_id))


async def _begin(turn: Turn, listed: Listed) -> None:
    await refuse_above(turn, listed)
    person, name = listed.person, literal(listed.person.name)
    if person.by_hand:
        raise Refusal(f"{name} is told by hand already. Say “to tell by hand” to see what there is.")
    if await turn.db.people.accounts(person.id):
        raise Refusal(f"{name} has joined with an app, and is reached there. They can disconnect it: “accounts”.")
    if not listed.roles:
        raise Refusal(f"{name} has left this cohort.")
    await turn.db.joining.cancel(person.id, turn.now)
    await _set(turn, listed, by_hand=True)
    await _can_undo(turn, listed, "uses neither app", by_hand=False)
    await turn.say(
        Message(
            f"{name} takes part like everybody else. Whatever I would send them waits under “to tell by hand”, for you "
            "to tell. Their joining code has stopped working; a new one can be made at any time.",
            buttons=(
                Button("They use an app after all", USES_ONE(listed.cohort.id, person.id)),
                Button(label_of(f"Record for {person.name}"), RECORD_FOR(listed.cohort.id, person.id)),
            ),
        )
    )


@router.intent(
    "uses_an_app",
    "Say that somebody uses an app after all",
    "{name} uses an app after all",
    "no longer tell {name} by hand",
    "don't tell {name} by hand",
    allow=RUN_IT,
    acts=True,
)
async def uses_an_app(turn: Turn) -> None:
    how = "Say who, such as “Noor Haddad uses an app after all”."
    await with_name(turn, how, "Uses an app:", USES_ONE, _end)


@router.pressed(USES_ONE, allow=RUN_IT, changes=True)
async def uses_one(turn: Turn, cohort_id: int, person_id: int) -> None:
    await _end(turn, await by_id(turn, cohort_id, person_id))


async def _end(turn: Turn, listed: Listed) -> None:
    await refuse_above(turn, listed)
    name = literal(listed.person.name)
    if not listed.person.by_hand:
        raise Refusal(f"{name} isn’t told by hand.")
    await _set(turn, listed, by_hand=False)
    await _can_undo(turn, listed, "uses an app", by_hand=True)
    await turn.say(f"{name} is invited now. For their joining code, say “new code for {name}”.")


async def _set(turn: Turn, listed: Listed, *, by_hand: bool) -> None:
    person = listed.person
    await turn.db.cohorts.enrol_all(listed.cohort, [Enrolment(person.name, person.id, by_hand=by_hand)], turn.now)
    await plan_again(turn, listed.cohort)
    act = "is told by hand" if by_hand else "is no longer told by hand"
    await turn.db.audit.record(act, f"person {person.id}", turn.now, turn.person.id, about_id=person.id)
    await concern_those_who_run(turn, listed.cohort)


async def _can_undo(turn: Turn, listed: Listed, what: str, *, by_hand: bool) -> None:
    what = f"that {literal(listed.person.name)} {what}"
    await turn.can_undo(what, reached_as_before, listed.cohort.id, listed.person.id, by_hand, turn.now.isoformat())


@router.undo("by_hand.as_before")
async def reached_as_before(turn: Turn, cohort_id: int, person_id: int, by_hand: bool, moment: str) -> str:
    """The code that stopped working with it works again."""
    listed = await by_id(turn, cohort_id, person_id)
    await refuse_above(turn, listed)
    joined = await turn.db.people.accounts(person_id)
    if joined or listed.person.by_hand == by_hand:
        raise Refusal(CHANGED_SINCE)
    await turn.db.joining.as_before([person_id], datetime.fromisoformat(moment), turn.now)
    await _set(turn, listed, by_hand=by_hand)
    return f"{literal(listed.person.name)} is {'told by hand' if by_hand else 'invited'}, as before."


# ---------------------------------------------------------------- what there is to tell


@router.intent(
    "to_tell_by_hand",
    "See what to tell by hand",
    "to tell by hand",
    "what is there to tell by hand",
    "whom do i have to tell",
    "tell by hand",
    command="byhand",
    help="what those who use neither app have to be told",
    allow=RUN_IT,
)
async def to_tell_by_hand(turn: Turn) -> None:
    waiting = await _waiting(turn)
    if not waiting:
        await turn.say(NOTHING)
    for whom in waiting[:MOST_BUTTONS]:
        person, deliveries = whom.person, whom.deliveries
        fields = {"E-mail": person.email} if person.email else {}
        if turn.cohorts[1:]:
            fields["Cohort"] = whom.cohort.name
        await turn.say(
            Message(
                "\n\n".join(_quoted(turn, delivery) for delivery in deliveries),
                title=label_of(f"To tell {person.name}"),
                fields=fields,
                buttons=(
                    Button(label_of(f"{person.name} has been told"), TOLD(deliveries[-1].id), "main"),
                    Button(label_of(f"Record for {person.name}"), RECORD_FOR(whom.cohort.id, person.id)),
                ),
            )
        )


def _quoted(turn: Turn, delivery: Delivery) -> str:
    """A message as it would have been read, and since when it waits."""
    message = message_json.validate_python(delivery.body)
    fields = "\n".join(f"{name}: {value}" for name, value in message.fields.items())
    words = "\n\n".join(filter(None, [message.title, plain(message.text), fields]))
    quoted = "\n".join(f"> {literal(line)}" for line in words.splitlines() if line.strip())
    return f"From {spoken(delivery.due_at, turn.zone)}:\n\n{quoted}"


@router.pressed(TOLD, allow=RUN_IT, changes=True)
async def told(turn: Turn, delivery_id: str) -> None:
    """All that was shown of one person: this one, and what came before it."""
    for whom in await _waiting(turn):
        person, ids = whom.person, [delivery.id for delivery in whom.deliveries]
        if delivery_id not in ids:
            continue
        done = ids[: ids.index(delivery_id) + 1]
        await turn.db.to_tell_by_hand.told(done, turn.now)
        await turn.can_undo(f"that {literal(person.name)} has been told", not_told, whom.cohort.id, person.id, done)
        what = f"person {person.id}: {len(done)} messages"
        await turn.db.audit.record("told by hand", what, turn.now, turn.person.id, about_id=person.id)
        await concern_those_who_run(turn, whom.cohort)
        more = "" if len(done) == len(ids) else " There is something newer: say “to tell by hand”."
        await turn.replace(f"Thank you: {literal(person.name)} has been told.{more}")
        return
    raise Refusal("That has been told already. Say “to tell by hand” to see what there is.")


@router.undo("by_hand.not_told")
async def not_told(turn: Turn, cohort_id: int, person_id: int, delivery_ids: list[str]) -> str:
    listed = await by_id(turn, cohort_id, person_id)
    await turn.db.to_tell_by_hand.not_told(delivery_ids)
    await concern_those_who_run(turn, listed.cohort)
    return "It waits under “to tell by hand” again."


@router.home(490, allow=RUN_IT, waiting=True)
async def how_much_there_is(view: View) -> Message | None:
    """Of each cohort that they run, how much waits for whom."""
    lines = []
    for cohort, each in groupby(await _waiting(view), lambda whom: whom.cohort):
        names = ", ".join(f"{literal(whom.person.name)} ({len(whom.deliveries)})" for whom in each)
        lines.append(f"**{literal(cohort.name)}**, to tell by hand: {names}.")
    if not lines:
        return None
    return Message("\n\n".join(lines), buttons=(Button("See what to tell by hand", WANT("to_tell_by_hand")),))


@dataclass(frozen=True)
class _ToTell:
    """What somebody of a cohort has to be told, the oldest first."""

    cohort: Cohort
    person: Person
    deliveries: list[Delivery]


async def _waiting(view: View) -> list[_ToTell]:
    """What there is to tell in each cohort that they run, by its people's names."""
    waiting = []
    for cohort in view.cohorts:
        if runs(view, cohort):
            told = await view.db.to_tell_by_hand.of_cohort(cohort.id, view.now)
            for _, each in groupby(told, lambda one: one[0].id):
                theirs = list(each)
                waiting.append(_ToTell(cohort, theirs[0][0], [delivery for _, delivery in theirs]))
    return waiting
