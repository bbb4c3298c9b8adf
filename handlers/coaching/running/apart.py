"""Two who are kept apart: neither who asked for it is kept, nor why, and it shows in nothing."""

from bot.chat.errors import Refusal
from bot.chat.markdown import literal
from bot.chat.messages import Button, Message, Press
from bot.chat.router import Router
from bot.chat.turns import Turn
from handlers.coaching.running.assigning import named_in
from handlers.roster.listed import by_id, cohort_run_by, everybody_of
from handlers.said import coached
from storage.shared.people import Role

router = Router("coaching: kept apart")

KEEP_APART = Press("coaching.keep_apart", int, int, int)
"""In this cohort, these two."""

HOW = "Say which two, such as “keep Ada Okafor and Carol apart”."


@router.intent(
    "keep_apart",
    "Keep two people apart",
    "keep two people apart",
    "keep apart {names}",
    "a conflict between {names}",
    *coached.KEEP_APART,
    help="“keep Ada and Carol apart”: no coaching and no group together, and no reason kept",
    allow=Role.DIRECTOR,
)
async def keep_apart(turn: Turn) -> None:
    cohort = cohort_run_by(turn, turn.cohort.id, [Role.DIRECTOR])
    two = named_in(turn.text, await everybody_of(turn.db, cohort))
    if len(two) != 2:
        raise Refusal(HOW)
    one, other = two[0].person, two[1].person
    await turn.say(
        Message(
            f"{literal(one.name)} and {literal(other.name)} would not coach one another, nor be put into one group, "
            "from now on. What is booked stays as it is. Neither of them is told, and no reason is asked or kept.",
            title="Keep these two apart?",
            buttons=(Button("Yes, keep them apart", KEEP_APART(cohort.id, one.id, other.id), "main"),),
        )
    )


@router.pressed(KEEP_APART, allow=Role.DIRECTOR, changes=True)
async def kept_apart(turn: Turn, cohort_id: int, one_id: int, other_id: int) -> None:
    """What was so already stays so, whatever is taken back."""
    cohort_run_by(turn, cohort_id, [Role.DIRECTOR])
    one, other = await by_id(turn, cohort_id, one_id), await by_id(turn, cohort_id, other_id)
    if one_id == other_id:
        raise Refusal(HOW)
    was_so = frozenset({one_id, other_id}) in await turn.db.coaches.kept_apart([one_id])
    await turn.db.coaches.keep_apart(one_id, other_id)
    await turn.can_undo("that two are kept apart", not_kept_apart, cohort_id, one_id, other_id, was_so)
    assigned = await turn.db.coaches.assignments(cohort_id)
    words = f"{literal(one.person.name)} and {literal(other.person.name)} are kept apart from now on."
    if assigned.get(one_id) == other_id or assigned.get(other_id) == one_id:
        words += " One of them coaches the other just now: say “coaches” to choose another coach."
    await turn.replace(words)


@router.undo("coaching.not_kept_apart")
async def not_kept_apart(turn: Turn, cohort_id: int, one_id: int, other_id: int, was_so: bool) -> str:
    cohort_run_by(turn, cohort_id, [Role.DIRECTOR])
    if not was_so:
        await turn.db.coaches.let_together(one_id, other_id)
    return "You keep those two apart no more."
