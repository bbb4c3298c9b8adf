"""Who has joined: for those who run a cohort. New codes, and undoing a joining. All of it is logistics."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

from bot.chat.dispatch import WANT
from bot.chat.errors import Refusal
from bot.chat.markdown import literal
from bot.chat.messages import MOST_BUTTONS, Button, Message, Press, label_of
from bot.chat.permission import NotYours
from bot.chat.router import Router
from bot.chat.turns import Turn, View
from handlers.accounts.belonging import begin_anew, called, let_go
from handlers.accounts.telling import tell_other_accounts
from handlers.joining import issue, with_links
from storage.shared.cohorts import Cohort, Membership, State
from storage.shared.people import Account, Person, Role

router = Router("roster")

RUN_IT = (Role.DIRECTOR, Role.ADMINISTRATOR)

NEW_CODE = Press("roster.code", int)
UNDO = Press("roster.undo", int)
UNDO_NOW = Press("roster.undo_now", int, int)

STATES = {
    State.INVITED: "invited",
    State.ACTIVE: "has joined",
    State.PAUSED: "paused",
    State.LEFT: "has left",
    State.ALUMNUS: "alumnus",
}

Do = Callable[[Turn, "Listed"], Awaitable[None]]


@dataclass(frozen=True)
class Listed:
    """Somebody of the cohort, and what they are in it."""

    person: Person
    parts: Sequence[Membership]

    def is_in(self, *states: State) -> bool:
        return any(part.state in states for part in self.parts)


# ---------------------------------------------------------------- seeing it


@router.intent(
    "who_has_joined",
    "See who has joined",
    "who has joined",
    "who joined",
    "who is invited",
    "who hasn't joined",
    "roster",
    command="roster",
    help="everybody of the cohort, and new codes for those who need one",
    allow=RUN_IT,
)
async def who_has_joined(turn: Turn) -> None:
    everybody = await _roster(turn)
    invited = [listed for listed in everybody if listed.is_in(State.INVITED)]
    joined = sum(listed.is_in(State.ACTIVE, State.PAUSED, State.ALUMNUS) for listed in everybody)
    lines = [f"- **{literal(listed.person.name)}**: {_parts(listed)}" for listed in everybody]
    await turn.say(
        Message(
            "\n".join(lines) + "\n\nSay “new code for” or “undo the joining of”, and a name.",
            title=f"{joined} of {len(everybody)} have joined",
            buttons=tuple(
                Button(label_of(f"New code for {listed.person.name}"), NEW_CODE(listed.person.id))
                for listed in invited[:MOST_BUTTONS]
            ),
        )
    )


@router.home(500, allow=RUN_IT, waiting=True)
async def not_joined_yet(view: View) -> Message | None:
    """Of each cohort that they run, how many have not joined yet."""
    run = {part.cohort_id for part in view.memberships if part.role in RUN_IT}
    lines = [line for cohort in view.cohorts if cohort.id in run and (line := await _not_joined(view, cohort))]
    if not lines:
        return None
    return Message("\n\n".join(lines), buttons=(Button("See who has joined", WANT("who_has_joined")),))


async def _not_joined(view: View, cohort: Cohort) -> str:
    everybody = await _everybody(view, cohort)
    invited = sum(listed.is_in(State.INVITED) for listed in everybody)
    have = "has" if invited == 1 else "have"
    return f"**{literal(cohort.name)}**: {invited} of {len(everybody)} {have} not joined yet." if invited else ""


async def concern_those_who_run(turn: Turn, cohort: Cohort) -> None:
    """Who has joined is another number now, for those who see it."""
    for role in RUN_IT:
        turn.concerns.update(person.id for person in await turn.db.cohorts.with_role(cohort.id, role))


def _parts(listed: Listed) -> str:
    return ", ".join(f"{part.role}, {STATES[part.state]}" for part in listed.parts)


async def _roster(turn: Turn) -> list[Listed]:
    """Everybody of the cohort that the speaker runs."""
    cohort = turn.cohort
    if not any(part.cohort_id == cohort.id and part.role in RUN_IT for part in turn.memberships):
        raise NotYours(frozenset(RUN_IT))
    return await _everybody(turn, cohort)


async def _everybody(view: View, cohort: Cohort) -> list[Listed]:
    found: dict[int, Listed] = {}
    for person, membership in await view.db.cohorts.roster(cohort.id):
        known = found.get(person.id, Listed(person, ()))
        found[person.id] = Listed(person, (*known.parts, membership))
    return list(found.values())


# ---------------------------------------------------------------- a new code


@router.intent(
    "new_code",
    "Make a new joining code",
    "new code for {name}",
    "a new code for {name}",
    "new joining code for {name}",
    "invite {name} again",
    allow=RUN_IT,
)
async def new_code_for(turn: Turn) -> None:
    await _with_name(turn, "Say whom it is for, such as “new code for Ada Okafor”.", "New code for", NEW_CODE, _issue)


@router.pressed(NEW_CODE, allow=RUN_IT, changes=True)
async def new_code(turn: Turn, person_id: int) -> None:
    await _issue(turn, await _by_id(turn, person_id))


async def _issue(turn: Turn, listed: Listed) -> None:
    person = listed.person
    if not listed.is_in(State.INVITED, State.ACTIVE, State.PAUSED, State.ALUMNUS):
        raise Refusal(f"{literal(person.name)} has left this cohort, so there is no code to give.")
    _refuse_above(turn, listed)
    code = await issue(turn.db, turn.kit.secrets, person, turn.now)
    await turn.db.audit.record("issued a code", f"person {person.id}", turn.now, turn.person.id)
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


def _refuse_above(turn: Turn, listed: Listed) -> None:
    """A code makes whoever uses it what its person is, so an administrator makes none for a director."""
    here = [part for part in turn.memberships if part.cohort_id == turn.cohort.id]
    is_director = any(part.role == Role.DIRECTOR for part in here)
    if not is_director and any(part.role == Role.DIRECTOR for part in listed.parts):
        raise NotYours(frozenset({Role.DIRECTOR}))


# ---------------------------------------------------------------- undoing a joining


@router.intent(
    "undo_joining",
    "Undo a joining",
    "undo the joining of {name}",
    "undo joining of {name}",
    "undo joining {name}",
    allow=RUN_IT,
)
async def undo_joining(turn: Turn) -> None:
    await _with_name(
        turn, "Say whose, such as “undo the joining of Ada Okafor”.", "Undo the joining of", UNDO, _ask_once
    )


@router.pressed(UNDO, allow=RUN_IT)
async def undo(turn: Turn, person_id: int) -> None:
    await _ask_once(turn, await _by_id(turn, person_id))


async def _ask_once(turn: Turn, listed: Listed) -> None:
    account = await _joined_last(turn, listed)
    await turn.say(
        Message(
            f"{literal(listed.person.name)} joined as {called(account)}. If that was somebody else, I disconnect that "
            "account, and whatever was linked from it. It sees no private notes after that.",
            title="Undo this joining?",
            buttons=(Button("Undo the joining", UNDO_NOW(listed.person.id, account.id), "danger"),),
        )
    )


@router.pressed(UNDO_NOW, allow=RUN_IT, changes=True)
async def undo_now(turn: Turn, person_id: int, account_id: int) -> None:
    listed = await _by_id(turn, person_id)
    account = await _joined_last(turn, listed)
    if account.id != account_id:
        raise Refusal("Somebody has joined since with another code. Say “who has joined” to see how things stand.")
    person = listed.person
    for gone in await _with_linked(turn, account):
        await let_go(turn, gone)
    await begin_anew(turn, person)
    left = await turn.db.people.accounts(person.id)
    if not left:
        await turn.db.cohorts.invite_again(person.id, turn.cohort.id)
        await concern_those_who_run(turn, turn.cohort)
    await turn.db.audit.record("undid a joining", f"account {account.id}", turn.now, turn.person.id)
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
    _refuse_above(turn, listed)
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


# ---------------------------------------------------------------- finding somebody


async def _by_id(turn: Turn, person_id: int) -> Listed:
    for listed in await _roster(turn):
        if listed.person.id == person_id:
            return listed
    raise Refusal("I don’t find them in this cohort. Say “who has joined” to see everybody.")


async def _with_name(turn: Turn, how: str, verb: str, press: Press, do: Do) -> None:
    """Do it for the one who goes by this name; where several do, ask which."""
    name = turn.slots.get("name", "").strip(" .!?“”\"'").casefold()
    if not name:
        raise Refusal(how)
    everybody = await _roster(turn)
    found = [listed for listed in everybody if listed.person.name.casefold() == name]
    found = found or [listed for listed in everybody if name in listed.person.name.casefold().split()]
    if not found:
        raise Refusal("I don’t find them in this cohort. Say “who has joined” to see everybody.")
    if len(found) == 1:
        await do(turn, found[0])
        return
    await turn.say(
        Message(
            "There are several of that name. Which one?",
            buttons=tuple(
                Button(label_of(f"{verb} {listed.person.email or listed.person.name}"), press(listed.person.id))
                for listed in found[:MOST_BUTTONS]
            ),
        )
    )
