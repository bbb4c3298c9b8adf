"""Choosing a coach: who takes on more, what they say of themselves, and the press that makes one of them one's own."""

from bot.chat.errors import Refusal
from bot.chat.markdown import literal
from bot.chat.messages import Button, Message, Press, label_of
from bot.chat.router import Router
from bot.chat.turns import Turn
from handlers.coaching.finding import cohort_meant
from handlers.coaching.presses import CHOOSE_A_COACH, TIMES
from handlers.coaching.rules import coaching_of
from handlers.coaching.running.new_coach import STAYS, give_coach
from handlers.said import coaching as said
from scheduling.diaries import to_choose
from storage.shared.people import Person, Role

router = Router("coaching choosing a coach")

PICK = Press("coaching.pick", int, int)
"""In this cohort, this is my coach from now on."""

A_PAGE = 8
NOBODY = "Nobody takes on more people to coach just now. Say “book coaching” to see who is free for a single session."
TAKEN = "They don’t take on more people just now. Please choose somebody else."
NO_REASON = "No reason is asked, kept or told."


@router.intent(
    "choose_coach",
    "Choose a coach",
    "choose a coach",
    "choose my coach",
    "change my coach",
    "change coach",
    "a different coach",
    "who could coach me",
    "who is my coach",
    "who are the coaches",
    "find me a coach",
    *said.CHOOSE_COACH,
    allow=Role.PARTICIPANT,
)
async def choose_coach(turn: Turn) -> None:
    await see(turn, 0)


@router.pressed(CHOOSE_A_COACH, allow=Role.PARTICIPANT)
async def see(turn: Turn, start: int) -> None:
    cohort, db = await cohort_meant(turn), turn.db
    found = await to_choose(coaching_of(turn), cohort.id, turn.person.id)
    own_id = await db.coaches.of(cohort.id, turn.person.id)
    own = await db.people.get(own_id) if own_id is not None else None
    if not found:
        raise Refusal(f"{_your_coach(own)}{NOBODY}")
    start = min(max(start, 0), len(found) - 1)
    page = found[start : start + A_PAGE]
    profiles = await db.coaches.these(page)
    people = [person for coach_id in page if (person := await db.people.get(coach_id))]
    lines = [f"**{literal(person.name)}**\n\n{literal(profiles[person.id].about)}".rstrip() for person in people]
    if own is not None:
        lines.insert(0, f"{_your_coach(own)}Where you choose another, {_would_hear(own)}")
    else:
        lines.insert(0, "You have no coach yet.")
    buttons = [Button(label_of(f"Choose {person.name}"), PICK(cohort.id, person.id)) for person in people]
    if start + A_PAGE < len(found):
        buttons.append(Button("More coaches", CHOOSE_A_COACH(start + A_PAGE)))
    await turn.replace(Message("\n\n".join(lines), title="Who could coach you", buttons=tuple(buttons)))


@router.pressed(PICK, allow=Role.PARTICIPANT, changes=True)
async def pick(turn: Turn, cohort_id: int, coach_id: int) -> None:
    """Asked again once nobody else can choose the same coach meanwhile: they take on only so many."""
    cohort = await cohort_meant(turn)
    await turn.db.bookings.lock([coach_id])
    coach = await turn.db.people.get(coach_id)
    found = await to_choose(coaching_of(turn), cohort.id, turn.person.id) if cohort.id == cohort_id else []
    if coach is None or coach_id not in found:
        raise Refusal(TAKEN, (Button("Choose a coach", CHOOSE_A_COACH(0)),))
    former_id = await turn.db.coaches.of(cohort.id, turn.person.id)
    former = await turn.db.people.get(former_id) if former_id is not None else None
    await give_coach(turn, cohort, turn.person, coach)
    await turn.cannot_undo(f"{literal(coach.name)} has been told. To choose somebody else, say “change my coach”.")
    heard = f" {literal(former.name)} is told that you have another coach. {STAYS}" if former else ""
    await turn.replace(
        Message(
            f"{literal(coach.name)} is your coach now, and is told so.{heard}",
            buttons=(Button("See the next times", TIMES(coach.id), "main"),),
        )
    )


def _your_coach(own: Person | None) -> str:
    return f"Your coach is **{literal(own.name)}**. " if own is not None else ""


def _would_hear(own: Person) -> str:
    name = literal(own.name)
    return f"{name} hears that you have, and all that you shared with {name} is taken back. {NO_REASON} {STAYS}"
