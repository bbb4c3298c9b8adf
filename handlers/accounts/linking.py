"""Linking a second account: a code made on one, typed on the other, and a press on each."""

from bot.chat.errors import Refusal
from bot.chat.markdown import literal
from bot.chat.messages import Button, Message, Press
from bot.chat.router import Router
from bot.chat.turns import Turn
from handlers.accounts.belonging import Sides, called, refuse_unsafe, take_in
from handlers.accounts.telling import tell_other_accounts
from handlers.joining import as_code, digest_of, may_try, new_code, with_links
from handlers.said import theirs
from storage.shared.joining import Link

router = Router("linking")

THIS_IS_ME = Press("accounts.me", int)
NOT_ME = Press("accounts.not_me", int)

LENGTH = 8
"""Enough for ten minutes, five tries and a press on both sides."""

HOW = (
    "Say “link” on an account that you use already: it gives you a code. Then type it on the other one, such as "
    "“link ABCD-2345”."
)
WRONG_CODE = "That link code doesn’t work: it may have a typing mistake, or its ten minutes are over. " + HOW
TOO_MANY = "That was too many codes for now. Please try again in an hour."
ENDED = "That link has ended, and nothing was linked. Say “link” to begin again."


@router.intent(
    "link_account",
    "Link another account",
    "link",
    "link {code}",
    "link another account",
    "link an account",
    "link my account",
    "link my accounts",
    "add another account",
    *theirs.LINK_ACCOUNT,
    command="link",
    help="use me on another account too, with the same private notes",
    strangers=True,
    acts=True,
)
async def link(turn: Turn) -> None:
    typed = turn.slots.get("code", "")
    code = as_code(typed, LENGTH)
    if code is not None:
        await use_code(turn, code)
    elif typed or turn.speaker is None:
        await turn.say(HOW)
    else:
        await _make_code(turn)


async def _make_code(turn: Turn) -> None:
    code = new_code(LENGTH)
    digest = digest_of(turn.kit.secrets, "link", code)
    await turn.db.joining.offer_link(turn.person.id, turn.account.id, digest, turn.now)
    words = (
        f"On your other account, type:\n\n**link {code}**\n\nIt works for ten minutes. Then I show you both names on "
        "both accounts, and you press “This is me” on each."
    )
    words += with_links(turn, code)
    if not turn.account.admitted:
        words += "\n\nYour private notes are locked on this account, so they will be locked on the other one as well."
    await turn.say(words)


async def use_code(turn: Turn, code: str) -> None:
    """A code that was made on the other account, and came here typed or by a link."""
    if not await may_try(turn.db, "link", turn.account.id, turn.now):
        await turn.say(TOO_MANY)
        return
    link = await turn.db.joining.link_with(digest_of(turn.kit.secrets, "link", code), turn.now)
    if link is not None and link.from_account == turn.account.id:
        await turn.say("That code is for your other account: type it there.")
        return
    sides = await _sides(turn, link, turn.account.id) if link and link.to_account in (None, turn.account.id) else None
    if sides is None:
        await turn.db.joining.count_try("link", turn.account.id, turn.now)
        await turn.say(WRONG_CODE)
        return
    await refuse_unsafe(turn.db, sides)
    sides.link.to_account = turn.account.id
    await turn.db.joining.save_link(sides.link)
    await turn.unsay(private=False)
    await turn.say(_question(sides))
    await turn.tell(sides.person, _question(sides), account=sides.old)


async def _sides(turn: Turn, link: Link, new_id: int) -> Sides | None:
    """Both sides of a link, held still until this turn is committed; None where one of them is no longer there."""
    old = await turn.db.people.account(link.from_account)
    new = await turn.db.people.account(new_id)
    if old is None or new is None or old.person_id != link.person_id:
        return None
    await turn.db.turns.hold_back(new.owner)
    person = await turn.db.people.get(link.person_id)
    other = await turn.db.people.get(new.person_id) if new.person_id is not None else None
    return None if person is None else Sides(link, old, new, person, other)


def _question(sides: Sides) -> Message:
    """The same on both sides: both names."""
    new = called(sides.new)
    if sides.other is not None and sides.merges:
        new += f", who joined as {literal(sides.other.name)}"
    words = (
        f"Are these both you?\n\n1. {literal(sides.person.name)}: {called(sides.old)}\n2. {new}\n\nIf so, press “This "
        "is me” on both within ten minutes. "
    )
    if sides.old.admitted:
        words += "Whoever uses the second one can then read your private notes. "
    if sides.merges:
        words += "What the second one takes part in comes along; what was only half written there is dropped. "
    return Message(
        f"{words}If one of them isn’t yours, press “Not me”.",
        title="Link these two accounts?",
        buttons=(Button("This is me", THIS_IS_ME(sides.link.id), "main"), Button("Not me", NOT_ME(sides.link.id))),
    )


@router.pressed(THIS_IS_ME, strangers=True)
async def this_is_me(turn: Turn, link_id: int) -> None:
    sides = await _open(turn, link_id)
    if turn.account.id == sides.old.id:
        sides.link.agreed_by_old = True
    else:
        sides.link.agreed_by_new = True
    await turn.db.joining.save_link(sides.link)
    if not (sides.link.agreed_by_old and sides.link.agreed_by_new):
        await turn.replace("Thank you. Now press “This is me” on your other account, within the ten minutes.")
        return
    await refuse_unsafe(turn.db, sides)
    await take_in(turn, sides)
    turn.speaker = sides.person
    await turn.replace(_done(sides))
    further = sides.new if turn.account.id == sides.old.id else sides.old
    await turn.tell(sides.person, _done(sides), account=further)
    await tell_other_accounts(
        turn,
        sides.person,
        f"Another account is linked to yours now: {called(sides.new)}. If that wasn’t you, say “accounts” to "
        "disconnect it.",
        but=frozenset({further.id}),
    )


@router.pressed(NOT_ME, strangers=True)
async def not_me(turn: Turn, link_id: int) -> None:
    sides = await _open(turn, link_id)
    sides.link.ended_at = turn.now
    await turn.db.joining.save_link(sides.link)
    await turn.replace("Thank you for saying so. Nothing was linked.")
    if turn.account.id != sides.old.id:
        words = f"On {called(sides.new)}, the answer was “Not me”. Nothing was linked."
        await turn.tell(sides.person, words, account=sides.old)
    elif sides.other is not None:
        await turn.tell(sides.other, ENDED, account=sides.new)


async def _open(turn: Turn, link_id: int) -> Sides:
    """A link that waits for its presses, if this account is one of its two. Anybody else's is not there."""
    link = await turn.db.joining.open_link(link_id, turn.now)
    if link is not None and link.to_account is not None and turn.account.id in (link.from_account, link.to_account):
        sides = await _sides(turn, link, link.to_account)
        if sides is not None:
            return sides
    raise Refusal(ENDED)


def _done(sides: Sides) -> str:
    words = f"Done: {called(sides.new)} is an account of {literal(sides.person.name)}’s too. "
    if sides.new.admitted:
        words += "Your private notes are open on both. "
    return f"{words}Say “accounts” to see them all, or to disconnect one."
