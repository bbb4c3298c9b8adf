"""Inviting somebody back who has left: they come by a press, for they have an account here already."""

from bot.chat.errors import Refusal
from bot.chat.markdown import literal
from bot.chat.messages import Button, Message, Press
from bot.chat.router import Router
from bot.chat.turns import Turn
from handlers.reminders.planning import plan_again
from handlers.roster.listed import Listed, concern_those_who_run, must_run
from scheduling.unasked import BELONGING
from storage.shared.people import Role

router = Router("returning")

RETURN = Press("roster.return", int)


async def invite_back(turn: Turn, listed: Listed) -> bool:
    """They are invited again to what they were; False where there is no account of theirs to tell it to."""
    person, cohort = listed.person, listed.cohort
    must_run(turn, cohort, [Role.DIRECTOR])
    await turn.db.cohorts.invite_back(person.id, cohort.id)
    await turn.db.audit.record("invited back", f"person {person.id}", turn.now, turn.person.id, about_id=person.id)
    await concern_those_who_run(turn, cohort)
    if not await turn.db.people.accounts(person.id):
        return False
    words = f"{literal(turn.person.name)} invites you back to {literal(cohort.name)}. To come, press below."
    invitation = Message(words, buttons=(Button("Come back", RETURN(cohort.id), "main"),))
    await turn.tell(person, invitation, kind=BELONGING, again=True)
    await turn.say(f"{literal(person.name)} is invited back to {literal(cohort.name)}, and comes by a press.")
    return True


@router.pressed(RETURN, changes=True)
async def come(turn: Turn, cohort_id: int) -> None:
    if not await turn.db.cohorts.accept(turn.person.id, cohort_id):
        raise Refusal("That invitation isn’t open any more. Say “help” to see what you can do.")
    cohort = await turn.db.cohorts.get(cohort_id)
    await plan_again(turn, cohort)
    await concern_those_who_run(turn, cohort)
    await turn.replace(f"Welcome back to {literal(cohort.name)}. Say “timetable” to see what comes.")
