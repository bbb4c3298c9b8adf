"""Whose an account is: taking one in, letting one go, and what may not be done with somebody's notes on the way."""

from dataclasses import dataclass

from bot.chat import drafts
from bot.chat.errors import Refusal
from bot.chat.jobs import Act
from bot.chat.markdown import literal
from bot.chat.router import Router
from bot.chat.turns import Turn
from handlers.coaching.following.parting import end_all
from storage.private.vault import new_vault_id
from storage.shared.deliveries import Delivery
from storage.shared.joining import Link
from storage.shared.people import Account, Person
from storage.shared.unit import SharedUnit

router = Router("belonging")

DESTROY = "accounts.destroy_vault"


@dataclass(frozen=True)
class Sides:
    """A link, the two accounts that it is between, and who they belong to as yet."""

    link: Link
    old: Account
    """Where the code was made."""
    new: Account
    """Where it was typed."""
    person: Person
    """Whose both are to be."""
    other: Person | None
    """Who the new account belongs to so far."""

    @property
    def merges(self) -> bool:
        """Whether two people of the record turn out to be one."""
        return self.other is not None and self.other.id != self.person.id


def called(account: Account) -> str:
    """An account as its person knows it, for a text."""
    name = f"“{literal(account.display_name)}”" if account.display_name else "an account"
    return f"{name} on {account.platform.capitalize()}"


async def holds_notes(db: SharedUnit, person: Person) -> bool:
    """Whether a vault of this person's holds something that would be lost, or is being shared with them."""
    return person.keeps_notes or await db.sharing.any_of(person.id)


async def refuse_unsafe(db: SharedUnit, sides: Sides) -> None:
    """Refuse a link that would lose somebody's notes or surprise them, and say what to do instead."""
    if sides.other is None:
        return
    if not sides.merges:
        if sides.new.admitted or not sides.old.admitted:
            raise Refusal("This account is yours already. Say “accounts” to see them all.")
        return
    for person in (sides.person, sides.other):
        if await db.deletions.open(person.id) is not None:
            raise Refusal("One of these is waiting to be deleted. Say “stop deleting” there first.")
    if await holds_notes(db, sides.other):
        if await holds_notes(db, sides.person):
            raise Refusal(
                "Both accounts have private notes, and two sets of notes can’t become one. On the one that you want "
                "to give up, say “export my data” and then “delete my data”. After that, link it."
            )
        raise Refusal(
            "There are private notes on this side, so do it the other way round: say “link” here, and type the code "
            "on your other account."
        )
    if len(await db.people.accounts(sides.other.id)) > 1:
        raise Refusal(
            "You have joined here as somebody with several accounts. Say “accounts” here, disconnect the others, "
            "and link them one by one."
        )


async def take_in(turn: Turn, sides: Sides) -> None:
    """The new account is the person's from now on. It opens the notes where the one that linked it does."""
    new, person = sides.new, sides.person
    await let_go(turn, new)
    new.person_id = person.id
    new.admitted = sides.old.admitted
    new.joined_at = turn.now
    new.reachable = True
    await turn.db.people.save_account(new)
    await turn.db.turns.move(new.id, new.owner)
    if sides.other is not None and sides.merges:
        await _become_one(turn, sides.other, person)
    sides.link.ended_at = turn.now
    await turn.db.joining.save_link(sides.link)
    await turn.db.audit.record("linked", f"account {new.id} to account {sides.old.id}", turn.now, person.id)


async def let_go(turn: Turn, account: Account) -> None:
    """The account is nobody's, as if it had never joined."""
    await _plan_the_end_of_drafts(turn, account)
    account.person_id = None
    account.admitted = False
    account.joined_at = None
    account.offered = []
    account.dialogue = None
    await turn.db.people.save_account(account)
    await turn.db.conversations.forget_account(account.id)
    await turn.db.turns.move(account.id, account.owner)


async def _plan_the_end_of_drafts(turn: Turn, account: Account) -> None:
    """What was begun here can be gone on with on another account, and ends its life when it would have here.

    It is planned now: the form, by which its end would be found, is about to go.
    """
    life = drafts.life(turn.kit.programmes.of(await turn.db.cohorts.programmes()))
    for opening in await turn.db.conversations.begun(account.id):
        if account.person_id is not None and opening.draft is not None:
            await turn.db.deliveries.owe(
                Delivery(
                    key=f"forget {opening.draft}",
                    person_id=account.person_id,
                    job=drafts.FORGET,
                    arguments={"entry": opening.draft},
                    due_at=opening.opened_at + life,
                    made_at=turn.now,
                )
            )
            turn.owes = True


async def begin_anew(turn: Turn, person: Person) -> None:
    """Where nobody can open a vault in which nothing was kept, whoever joins next begins another.

    The old one is destroyed unopened, so a code that is issued again opens no vault that there ever was.
    """
    admitted = any(account.admitted for account in await turn.db.people.accounts(person.id))
    if admitted or await holds_notes(turn.db, person):
        return
    await turn.later(DESTROY, person=person, vault=person.vault)
    person.vault = new_vault_id()
    person.vault_in_use = False
    await turn.db.people.save(person)


async def _become_one(turn: Turn, other: Person, person: Person) -> None:
    """Two of the record are one: what the other is and is owed becomes this one's, and the rest is deleted for good."""
    await end_all(turn, other)
    await turn.db.cohorts.move(other.id, person.id)
    await turn.db.cohorts.activate(person.id)
    await turn.db.deliveries.move(other.id, person.id)
    await turn.db.rings.move(other.id, person.id)
    await turn.later(DESTROY, person=person, vault=other.vault)
    deletion = await turn.db.deletions.ask(other, turn.now, turn.now)
    await turn.db.deletions.forget(deletion.id, turn.now)
    await turn.db.audit.record("became one", f"person {other.id}", turn.now, person.id)


@router.act(DESTROY)
async def destroy(act: Act) -> None:
    vault = str(act.arguments["vault"])
    await act.step("vault", lambda: act.destroy_vault(vault))
