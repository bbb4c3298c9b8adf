"""Undoing a joining: somebody else has come in with the code that was meant for one of the cohort."""

from bot.chat.errors import Refusal
from bot.chat.markdown import literal
from bot.chat.messages import Button, Message, Press
from bot.chat.router import Router
from bot.chat.turns import Turn
from handlers.accounts.belonging import begin_anew, called, let_go
from handlers.accounts.telling import tell_other_accounts
from handlers.roster.listed import Listed, by_id, concern_those_who_run, refuse_above, with_name
from storage.shared.cohorts import RUN_IT
from storage.shared.people import Account

router = Router("undoing")

UNDO = Press("roster.undo", int, int)
UNDO_NOW = Press("roster.undo_now", int, int, int)


@router.intent(
    "undo_joining",
    "Undo a joining",
    "undo the joining of {name}",
    "undo joining of {name}",
    "undo joining {name}",
    allow=RUN_IT,
    ends=True,
)
async def undo_joining(turn: Turn) -> None:
    await with_name(
        turn, "Say whose, such as “undo the joining of Ada Okafor”.", "Undo the joining of", UNDO, _ask_once
    )


@router.pressed(UNDO, allow=RUN_IT)
async def undo(turn: Turn, cohort_id: int, person_id: int) -> None:
    await _ask_once(turn, await by_id(turn, cohort_id, person_id))


async def _ask_once(turn: Turn, listed: Listed) -> None:
    account = await _joined_last(turn, listed)
    await turn.say(
        Message(
            f"{literal(listed.person.name)} joined as {called(account)}. If that was somebody else, I disconnect that "
            "account, and whatever was linked from it. It sees no private notes after that.",
            title="Undo this joining?",
            buttons=(Button("Undo the joining", UNDO_NOW(listed.cohort.id, listed.person.id, account.id), "danger"),),
        )
    )


@router.pressed(UNDO_NOW, allow=RUN_IT, changes=True)
async def undo_now(turn: Turn, cohort_id: int, person_id: int, account_id: int) -> None:
    listed = await by_id(turn, cohort_id, person_id)
    account = await _joined_last(turn, listed)
    if account.id != account_id:
        raise Refusal("Somebody has joined since with another code. Say “who has joined” to see how things stand.")
    person = listed.person
    for gone in await _with_linked(turn, account):
        await let_go(turn, gone)
    await begin_anew(turn, person)
    left = await turn.db.people.accounts(person.id)
    if not left:
        await turn.db.cohorts.invite_again(person.id, listed.cohort.id)
        await concern_those_who_run(turn, listed.cohort)
    await turn.db.audit.record("undid a joining", f"account {account.id}", turn.now, turn.person.id, about_id=person.id)
    await turn.replace(
        f"Done: {called(account)} is disconnected. When you know whom to give it, say “new code for "
        f"{literal(person.name)}”."
    )
    await tell_other_accounts(
        turn, person, f"{called(account)} had joined as you, and was disconnected by your programme’s team."
    )


async def _joined_last(turn: Turn, listed: Listed) -> Account:
    """The account that joined as this person last. Nobody undoes their own, nor a director's without being one."""
    if listed.person.id == turn.person.id:
        raise Refusal("Your own accounts are yours to disconnect: say “accounts”.")
    await refuse_above(turn, listed)
    account = await turn.db.joining.latest_in(listed.person.id)
    if account is None:
        raise Refusal(f"{literal(listed.person.name)} has not joined with a code, so there is nothing to undo.")
    return account


async def _with_linked(turn: Turn, account: Account) -> list[Account]:
    """The account, and those of the same person that it let in, and they in turn."""
    found = {account.id: account}
    waiting = [account]
    while waiting:
        for linked_id in await turn.db.joining.linked_from(waiting.pop().id):
            linked = await turn.db.people.account(linked_id)
            if linked is not None and linked.person_id == account.person_id and linked.id not in found:
                found[linked.id] = linked
                waiting.append(linked)
    return list(found.values())
