"""Who has joined: for those who run a cohort. All of it is logistics."""

from bot.chat.markdown import literal
from bot.chat.messages import MOST_BUTTONS, Button, Message, label_of
from bot.chat.router import Router
from bot.chat.turns import Turn
from bot.chat.view import View
from bot.chat.wanting import WANT
from handlers.roster.codes import NEW_CODE
from handlers.roster.listed import everybody_of, parts_of, roster_of, runs, waits_to_join
from storage.shared.cohorts import RUN_IT, Cohort

router = Router("roster")


@router.intent(
    "who_has_joined",
    "See who has joined",
    "who has joined",
    "who joined",
    "who is invited",
    "who hasn't joined",
    "(who|how many) (has|have|hasn't|haven't|has not|have not) (joined|signed up|accepted) (yet|so far)",
    "roster",
    command="roster",
    help="everybody of the cohort, and new codes for those who need one",
    allow=RUN_IT,
)
async def who_has_joined(turn: Turn) -> None:
    everybody = await roster_of(turn)
    invited = [listed for listed in everybody if waits_to_join(listed, turn.now)]
    by_hand = sum(listed.person.by_hand for listed in everybody)
    joined = sum(listed.here and not listed.person.by_hand for listed in everybody)
    lines = [f"- **{literal(listed.person.name)}**: {parts_of(listed, turn.now)}" for listed in everybody]
    await turn.say(
        Message(
            "\n".join(lines)
            + "\n\nSay “new code for” or “undo the joining of”, and a name; or “invitations”, for all of them.",
            title=f"{joined} of {len(everybody) - by_hand} {'has' if joined == 1 else 'have'} joined"
            + (f"; {by_hand} told by hand" if by_hand else ""),
            buttons=tuple(
                Button(label_of(f"New code for {listed.person.name}"), NEW_CODE(listed.cohort.id, listed.person.id))
                for listed in invited[:MOST_BUTTONS]
            ),
        )
    )


@router.home(500, allow=RUN_IT, waiting=True)
async def not_joined_yet(view: View) -> Message | None:
    """Of each cohort that they run, how many have not joined yet."""
    lines = [line for cohort in view.cohorts if runs(view, cohort) and (line := await _not_joined(view, cohort))]
    if not lines:
        return None
    buttons = (Button("See who has joined", WANT("who_has_joined")), Button("Invitations", WANT("invitations")))
    return Message("\n\n".join(lines), buttons=buttons)


async def _not_joined(view: View, cohort: Cohort) -> str:
    everybody = await everybody_of(view.db, cohort)
    invited = sum(waits_to_join(listed, view.now) for listed in everybody)
    have = "has" if invited == 1 else "have"
    return f"**{literal(cohort.name)}**: {invited} of {len(everybody)} {have} not joined yet." if invited else ""
