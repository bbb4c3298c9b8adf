"""Leaving a cohort: what stays is said first, and for ten minutes it can be taken back."""

from bot.chat.errors import Refusal
from bot.chat.jobs import Act
from bot.chat.markdown import literal
from bot.chat.messages import MOST_BUTTONS, Button, Message, Press, label_of, message_json
from bot.chat.router import Router
from bot.chat.turns import UNDO_WITHIN, Turn
from bot.chat.view import NoCohort
from bot.chat.wanting import WANT
from handlers.coaching.following.parting import owe_parting
from handlers.reminders.planning import plan_again
from handlers.roster.listed import concern_those_who_run
from handlers.said import programme
from handlers.stepping_back.pausing import forget_days
from handlers.undo import UNDO, undo_last
from storage.shared.cohorts import Cohort, State
from storage.shared.deliveries import Delivery
from storage.shared.people import Role
from storage.shared.unit import SharedUnit

router = Router("leaving")

LEAVE = Press("leaving.leave", int)
SURE = Press("leaving.sure", int)
LEFT = "leaving.left"

TOO_LATE = "That can’t be undone any more. If you would like to come back, ask the director to invite you again."


@router.intent(
    "leave",
    "Leave the programme",
    "i'm leaving",
    "i am leaving",
    "i want to leave",
    "leave the programme",
    "leave the cohort",
    "i'm leaving the programme",
    "i'm leaving the cohort",
    *programme.LEAVE,
    help="leave for good: your notes stay yours, and it can be undone for ten minutes",
    ends=True,
)
async def leave(turn: Turn) -> None:
    if not turn.cohorts:
        raise NoCohort
    if len(turn.cohorts) == 1:
        await ask_once(turn, turn.cohorts[0].id)
        return
    buttons = tuple(Button(label_of(cohort.name), LEAVE(cohort.id)) for cohort in turn.cohorts[:MOST_BUTTONS])
    await turn.say(Message("Which of them would you like to leave?", buttons=buttons))


@router.pressed(LEAVE)
async def ask_once(turn: Turn, cohort_id: int) -> None:
    cohort = await _theirs(turn, cohort_id)
    await turn.say(
        Message(
            "**What stays:** your private notes, open to you as before, each until the day that it shows; your own "
            "reminders; and in the record, that you were here.\n\n"
            "**What ends:** messages about the programme, and your places in what is to come. Coaching that is booked "
            "is cancelled, and whoever you would have met is told.\n\n"
            "The director is told that you have left, and no reason: I ask for none. For ten minutes you can undo it; "
            "after that, the director can invite you again. You may want to take your notes with you, or delete "
            "everything: both are possible before and after.",
            title=label_of(f"Leave {cohort.name}?"),
            buttons=(
                Button("Yes, leave", SURE(cohort.id), "danger"),
                Button("Step back for a while instead", WANT("step_back")),
                Button("Export everything of mine", WANT("export_my_data")),
                Button("Delete everything for good", WANT("delete_my_data")),
            ),
        )
    )


@router.pressed(SURE, changes=True)
async def left(turn: Turn, cohort_id: int) -> None:
    """The director is told when it can’t be undone any more."""
    cohort = await _theirs(turn, cohort_id)
    days = await forget_days(turn, cohort)
    await concern_those_who_run(turn, cohort)
    stood = await turn.db.cohorts.leave(turn.person.id, cohort.id)
    await turn.later(
        LEFT,
        at=turn.now + UNDO_WITHIN,
        key=f"{LEFT} {cohort.id} {turn.id}",
        cohort=cohort.id,
        stood=" ".join(f"{membership}={state}" for membership, state in stood.items()),
        days="\n".join(days),
    )
    await turn.db.audit.record("left", f"cohort {cohort.id}", turn.now, turn.person.id)
    await plan_again(turn, cohort)
    undo_id = await turn.can_undo(f"that you left {literal(cohort.name)}", stay_in, cohort.id)
    await turn.replace(
        Message(
            f"You have left {literal(cohort.name)}. Thank you for having been part of it. Your private notes "
            "stay yours. If that was a slip, say “undo leaving” within ten minutes.",
            buttons=(
                Button("Undo", UNDO(undo_id), numbered=False, describe="Undo leaving"),
                Button("Export everything of mine", WANT("export_my_data")),
            ),
        )
    )


async def _theirs(turn: Turn, cohort_id: int) -> Cohort:
    """A cohort that they can leave."""
    cohort = next((cohort for cohort in turn.cohorts if cohort.id == cohort_id), None)
    if cohort is None:
        raise Refusal("You aren’t in that cohort any more.")
    await turn.db.cohorts.lock(cohort.id)
    directors = await turn.db.cohorts.with_role(cohort.id, Role.DIRECTOR)
    if [person.id for person in directors] == [turn.person.id]:
        raise Refusal(
            f"You are the only director of {literal(cohort.name)}, and there is always one. Say “hand over to” and a "
            "name first."
        )
    return cohort


# ---------------------------------------------------------------- ten minutes


@router.intent(
    "stay", "Undo leaving", "undo leaving", "i'm not leaving", "i am not leaving", "i want to stay", acts=True
)
async def stay(turn: Turn) -> None:
    if not await undo_last(turn, stay_in):
        raise Refusal(await _nothing_to_undo(turn))


@router.undo("leaving.stay")
async def stay_in(turn: Turn, cohort_id: int) -> str:
    for owed in await turn.db.deliveries.awaited(turn.person.id, LEFT):
        if owed.arguments["cohort"] == cohort_id and await turn.db.deliveries.cancel(owed.key or "", turn.now):
            cohort = await turn.db.cohorts.get(cohort_id)
            await turn.db.cohorts.stay(turn.person.id, _stood(str(owed.arguments["stood"])))
            await turn.db.deliveries.owe_after_all(str(owed.arguments["days"]).splitlines())
            turn.owes = True
            await turn.db.audit.record("undid leaving", f"cohort {cohort.id}", turn.now, turn.person.id)
            await plan_again(turn, cohort)
            await concern_those_who_run(turn, cohort)
            return f"You are in {literal(cohort.name)} again, as if you had never left."
    raise Refusal(TOO_LATE)


async def _nothing_to_undo(turn: Turn) -> str:
    here = {cohort.id for cohort in turn.cohorts}
    parts = await turn.db.cohorts.memberships(turn.person.id)
    if any(part.state == State.LEFT and part.cohort_id not in here for part in parts) or not here:
        return TOO_LATE
    names = " and ".join(literal(cohort.name) for cohort in turn.cohorts)
    return f"There is nothing to undo: you are in {names}, as before."


def _stood(words: str) -> dict[int, State]:
    pairs = [pair.split("=") for pair in words.split()]
    return {int(membership): State(state) for membership, state in pairs}


@router.act(LEFT)
async def told(act: Act) -> None:
    """The director hears of it once; and nobody meets, or coaches, whom they would have met there."""
    if act.person is None:
        return
    async with act.unit() as unit:
        cohort = await unit.cohorts.get(int(act.arguments["cohort"]))
        await owe_parting(unit, cohort.id, [act.person.id], act.now)
        for director in await unit.cohorts.with_role(cohort.id, Role.DIRECTOR):
            await _tell(unit, act, director.id, cohort)


async def _tell(db: SharedUnit, act: Act, director_id: int, cohort: Cohort) -> None:
    assert act.person is not None
    words = f"{literal(act.person.name)} has left {literal(cohort.name)}. To bring them back, invite them again."
    await db.deliveries.owe(
        Delivery(
            key=f"{LEFT} {cohort.id} {act.person.id} {director_id} {act.arguments['stood']}",
            person_id=director_id,
            kind="changes",
            body=message_json.dump_python(Message(words), mode="json"),
            due_at=act.now,
            made_at=act.now,
        )
    )
