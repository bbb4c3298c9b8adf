"""A new joining code for somebody of the cohort."""

from datetime import datetime

from bot.chat.errors import Refusal
from bot.chat.markdown import literal
from bot.chat.messages import Press
from bot.chat.router import Router
from bot.chat.turns import Turn
from handlers.accounts.telling import tell_other_accounts
from handlers.joining import issue, with_links
from handlers.roster.listed import Listed, by_id, cohort_of, joined_elsewhere, must_run, refuse_above, with_name
from handlers.roster.returning import invite_back
from storage.shared.cohorts import RUN_IT

router = Router("codes")

NEW_CODE = Press("roster.code", int, int)


@router.intent(
    "new_code",
    "Make a new joining code",
    "new code for {name}",
    "a new code for {name}",
    "new joining code for {name}",
    "invite {name} again",
    allow=RUN_IT,
    acts=True,
)
async def new_code_for(turn: Turn) -> None:
    await with_name(turn, "Say whom it is for, such as “new code for Ada Okafor”.", "New code for", NEW_CODE, _issue)


@router.pressed(NEW_CODE, allow=RUN_IT, changes=True)
async def new_code(turn: Turn, cohort_id: int, person_id: int) -> None:
    await _issue(turn, await by_id(turn, cohort_id, person_id))


@router.undo("roster.codes_as_before")
async def codes_as_before(turn: Turn, cohort_id: int, person_ids: list[int], moment: str) -> str:
    """What was made then is cancelled, and what was cancelled then works again."""
    must_run(turn, cohort_of(turn, cohort_id))
    if not await turn.db.joining.as_before(person_ids, datetime.fromisoformat(moment), turn.now):
        raise Refusal("Somebody has joined with it by now. Say “who has joined” to see how things stand.")
    for person_id in person_ids:
        act = "put a code back"
        await turn.db.audit.record(act, f"person {person_id}", turn.now, turn.person.id, about_id=person_id)
    return "What was made has stopped working, and any earlier code works as before."


async def _issue(turn: Turn, listed: Listed) -> None:
    person = listed.person
    if not listed.roles and await invite_back(turn, listed):
        name = literal(person.name)
        how = f"To end it, say “{name} is no longer”, and what."
        await turn.cannot_undo(f"{name} has been told of the invitation. {how}")
        return
    await refuse_above(turn, listed)
    if await joined_elsewhere(turn, [listed]):
        raise Refusal(
            f"{literal(person.name)} has joined with another cohort too. With the app that they have they can connect "
            "a new one: “accounts”. Otherwise, please ask somebody who runs both for a code."
        )
    code = await issue(turn.db, turn.kit.secrets, person, turn.now)
    await turn.db.audit.record("issued a code", f"person {person.id}", turn.now, turn.person.id, about_id=person.id)
    what = f"the new code for {literal(person.name)}"
    await turn.can_undo(what, codes_as_before, listed.cohort.id, [person.id], turn.now.isoformat())
    words = (
        f"A joining code for {literal(person.name)}, to pass on to nobody else:\n\n**{code}**\n\nIt works once, within "
        "seven days. Any earlier code has stopped working."
    )
    if person.vault_in_use:
        words += " It opens no private notes: those stay with the accounts that they are open on."
    await turn.say(words + with_links(turn, code))
    await tell_other_accounts(
        turn,
        person,
        "A new joining code was made for you by your programme’s team. Whoever uses it can’t open your private notes. "
        "If you didn’t ask for one, ask them why.",
    )
