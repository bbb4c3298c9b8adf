"""What the director sees of coaching: sessions used of sessions due, by name, and how many each coach has."""

from bot.chat.errors import Refusal
from bot.chat.markdown import literal
from bot.chat.messages import Button, Message
from bot.chat.router import Router
from bot.chat.turns import Turn
from bot.chat.wanting import WANT
from handlers.coaching.rules import coaching_of
from handlers.roster.listed import Listed, cohort_run_by, everybody_of
from handlers.said import coached
from scheduling.diaries import Sessions, sessions
from storage.shared.cohorts import Cohort
from storage.shared.people import Role

router = Router("coaching: sessions used")


@router.intent(
    "sessions_used",
    "See how coaching is used",
    "sessions used",
    "coaching used",
    "how is coaching used",
    "coaches' load",
    *coached.SESSIONS_USED,
    help="sessions used of sessions due, by name, and whom each coach has",
    allow=Role.DIRECTOR,
)
async def sessions_used(turn: Turn) -> None:
    """No dates, no reasons, and nothing of what did not take place."""
    cohort = cohort_run_by(turn, turn.cohort.id, [Role.DIRECTOR])
    everybody = await everybody_of(turn.db, cohort)
    participants = [listed for listed in everybody if listed.has(Role.PARTICIPANT)]
    coaches = [listed for listed in everybody if listed.has(Role.COACH)]
    if not participants:
        raise Refusal("There are no participants here yet. Say “import people” to bring them in.")
    parts = ["\n".join(await _used(turn, cohort, participants))]
    if coaches:
        parts.append("**Coaches**\n\n" + "\n".join(await _loads(turn, coaches)))
    buttons = (Button("Say who coaches whom", WANT("assign_coach")),) if coaches else ()
    await turn.say(Message("\n\n".join(parts), title="Sessions used, of those due", buttons=buttons))


async def _used(turn: Turn, cohort: Cohort, participants: list[Listed]) -> list[str]:
    ids = [listed.person.id for listed in participants]
    alone = await sessions(coaching_of(turn), cohort.id, ids)
    together = await sessions(coaching_of(turn), cohort.id, ids, groups=True)
    return [
        f"- **{literal(listed.person.name)}**: "
        + "; in groups ".join(_of(sort[listed.person.id]) for sort in (alone, together) if sort[listed.person.id].due)
        for listed in participants
    ]


def _of(used: Sessions) -> str:
    return f"{used.counted.used} of {used.due}"


async def _loads(turn: Turn, coaches: list[Listed]) -> list[str]:
    ids = [listed.person.id for listed in coaches]
    loads, known = await turn.db.coaches.loads(ids), await turn.db.coaches.these(ids)

    def load(person_id: int) -> str:
        count, most = loads.get(person_id, 0), known[person_id].most
        words = "1 participant" if count == 1 else f"{count} participants"
        return f"{words}, of up to {most}" if most is not None else words

    return [f"- **{literal(listed.person.name)}**: {load(listed.person.id)}" for listed in coaches]
