"""Two who are kept apart: neither who asked for it is kept, nor why, and it shows in nothing."""

from bot.chat.errors import Refusal
from bot.chat.markdown import literal
from bot.chat.messages import Button, Message, Press
from bot.chat.router import Router
from bot.chat.turns import Turn
from bot.chat.wanting import WANT, want_with
from handlers.coaching.running.assigning import named_in
from handlers.roster.listed import Listed, by_id, cohort_run_by, everybody_of
from handlers.said import coached, coaches
from scheduling.phrases import find_times
from storage.shared.people import Role

router = Router("coaching: kept apart")

KEEP_APART = Press("coaching.keep_apart", int, int, int)
"""In this cohort, these two."""
CANT_COACH = Press("coaching.cant_coach", int)
"""As a coach, this participant."""

HOW = "Say which two, such as “keep Ada Okafor and Carol apart”."
WHOM = "Say whom, such as “I can’t coach Ada Okafor”. To take on nobody new, say “my coaching profile”."


# ---------------------------------------------------------------- as who runs the programme


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
    cohort_run_by(turn, cohort_id, [Role.DIRECTOR])
    one, other = await by_id(turn, cohort_id, one_id), await by_id(turn, cohort_id, other_id)
    if one_id == other_id:
        raise Refusal(HOW)
    await put_apart(turn, one_id, other_id)
    assigned = await turn.db.coaches.assignments(cohort_id)
    words = f"{literal(one.person.name)} and {literal(other.person.name)} are kept apart from now on."
    if assigned.get(one_id) == other_id or assigned.get(other_id) == one_id:
        words += " One of them coaches the other just now: choose another coach for them."
    await turn.replace(Message(words, buttons=(Button("Say who coaches whom", WANT("assign_coach")),)))


# ---------------------------------------------------------------- as a coach


@router.intent(
    "cant_coach",
    "Say whom I can’t coach",
    "whom i can't coach",
    *coaches.CANT_COACH,
    allow=Role.COACH,
)
async def cant_coach(turn: Turn) -> None:
    named = named_in(turn.slots.get("person", turn.text), await _participants(turn))
    if not named and find_times(turn.text, turn.now, turn.zone) is not None:
        await want_with(turn, "clear_time", turn.text)  # it is a time that they can't coach
        return
    if len(named) != 1:
        raise Refusal(WHOM)
    person = named[0].person
    await turn.say(
        Message(
            f"{literal(person.name)} could not book you any more, nor choose you as a coach. Nobody is told, and no "
            "reason is asked or kept. What is booked stays as it is.",
            title="Shall I see to it?",
            buttons=(Button("Yes, see to it", CANT_COACH(person.id), "main"),),
        )
    )


@router.pressed(CANT_COACH, allow=Role.COACH, changes=True)
async def not_coached(turn: Turn, person_id: int) -> None:
    found = next((each.person for each in await _participants(turn) if each.person.id == person_id), None)
    if found is None:
        raise Refusal(WHOM)
    await put_apart(turn, turn.person.id, person_id)
    words = f"{literal(found.name)} can’t book you from now on, and nobody is told."
    if any([await turn.db.coaches.of(cohort.id, person_id) == turn.person.id for cohort in turn.cohorts]):
        words += " You are their coach, and stay so until the director gives them another: please ask for that."
    await turn.replace(Message(words, buttons=(Button("My sessions", WANT("my_sessions")),)))


async def _participants(turn: Turn) -> list[Listed]:
    """Those of the cohorts in which the speaker coaches."""
    here = {part.cohort_id for part in turn.memberships if part.role == Role.COACH}
    everybody = [each for cohort in turn.cohorts if cohort.id in here for each in await everybody_of(turn.db, cohort)]
    others = {each.person.id: each for each in everybody if each.has(Role.PARTICIPANT)}
    return [each for each in others.values() if each.person.id != turn.person.id]


# ---------------------------------------------------------------- what both come to


async def put_apart(turn: Turn, one_id: int, other_id: int) -> None:
    """They are kept apart. What was so already stays so, whatever is taken back, and “undo” reads the same.

    Which two it is stands in no row beside who asked for it: the digest can be told from the bars alone, with the key.
    """
    pair = frozenset({one_id, other_id})
    was_so = pair in await turn.db.coaches.kept_apart([one_id])
    await turn.db.coaches.keep_apart(one_id, other_id)
    await turn.can_undo("that two are kept apart", not_kept_apart, _digest(turn, frozenset() if was_so else pair))


@router.undo("coaching.not_kept_apart")
async def not_kept_apart(turn: Turn, digest: str) -> str:
    everybody = {each.person.id for cohort in turn.cohorts for each in await everybody_of(turn.db, cohort)}
    for pair in await turn.db.coaches.kept_apart(everybody):
        if _digest(turn, pair) == digest:
            await turn.db.coaches.let_together(*pair)
    return "You keep those two apart no more."


def _digest(turn: Turn, pair: frozenset[int]) -> str:
    return turn.kit.secrets.digest("kept apart", f"{turn.person.id} {sorted(pair)}")
