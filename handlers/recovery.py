"""Recovery words: six words on paper that open somebody's own private notes on a new account, and nobody else's."""

from collections.abc import Mapping
from dataclasses import dataclass
from hmac import compare_digest

from bot.chat.messages import Button, Message, Press
from bot.chat.router import Router, Secrets
from bot.chat.turns import Turn
from bot.chat.view import Locked, View
from handlers.accounts.telling import tell_other_accounts
from handlers.joining import may_try
from handlers.said import theirs
from storage.private.recovery import new_words

router = Router("recovery")

MAKE = Press("recovery.make")

WRONG_WORDS = "Those aren’t the words that open these notes. Check them against your paper, and try again."
TOO_MANY = "That was too many tries for now. Please try again in an hour."


@dataclass(frozen=True)
class NewWords:
    """Six words, and the slow digest that is all we keep of them."""

    words: str
    digest: bytes


def _make(secrets: Secrets, _: Mapping[str, str]) -> NewWords:
    words = new_words()
    return NewWords(words, secrets.slow_digest(words))


def _digest(secrets: Secrets, slots: Mapping[str, str]) -> bytes:
    return secrets.slow_digest(slots["words"]) if "words" in slots else b""


async def offer(turn: Turn) -> None:
    """Say, after the first private entry, that recovery words can be had; nothing where there are some."""
    if await turn.db.joining.recovery(turn.person.id) is None:
        await turn.say(
            Message(
                "If you ever lose this account, six recovery words open your private notes on a new one. Nobody else "
                "can open them for you.",
                buttons=(Button("Show me six words", MAKE()),),
            )
        )


@router.home(200, waiting=True)
async def locked_here(view: View) -> Message | None:
    """What stands where an account doesn't open its person's notes."""
    return None if view.account.admitted else Message(Locked().words)


@router.intent(
    "recovery_words",
    "Get recovery words",
    "recovery words",
    "new recovery words",
    "make recovery words",
    "show me six words",
    *theirs.RECOVERY_WORDS,
    help="six words for your paper that open your private notes on a new account",
    private=True,
)
async def about_words(turn: Turn) -> None:
    if await turn.db.joining.recovery(turn.person.id) is None:
        await offer(turn)
    else:
        await turn.say(
            Message(
                "You have recovery words already. I can’t show them again, as I don’t keep them, but I can make new "
                "ones. The old ones then stop working.",
                buttons=(Button("Make new words", MAKE()),),
            )
        )


@router.pressed(MAKE, private=True, changes=True, opens=True, prepare=_make)
async def make(turn: Turn) -> None:
    assert isinstance(turn.prepared, NewWords)
    await turn.db.joining.set_recovery(turn.person.id, turn.prepared.digest, turn.now)
    await turn.db.audit.record("made recovery words", f"person {turn.person.id}", turn.now, turn.person.id)
    await turn.say(
        Message(
            f"**{turn.prepared.words}**\n\nWrite them down on paper now, and keep it somewhere safe: I show them this "
            "once. On a new account, say “recover” and then the six words. Any earlier words have stopped working.",
            title="Your recovery words",
            private=True,
        )
    )
    await tell_other_accounts(
        turn,
        turn.person,
        "New recovery words for your private notes were just made on another account of yours. Any earlier ones have "
        "stopped working. If that wasn’t you, say “accounts” to disconnect that account, and then make new words here.",
    )


@router.intent(
    "recover", "Open my notes with recovery words", "recover {words}", strangers=True, prepare=_digest, acts=True
)
async def recover(turn: Turn) -> None:
    await turn.unsay(secret=True)
    if turn.speaker is None:
        await turn.say(
            "First join with a code from your programme’s team: just type it here. After that, say “recover” and your "
            "six words."
        )
    elif turn.account.admitted:
        await turn.say("Your private notes are open on this account already. Keep your words for another time.")
    elif not turn.slots:
        await turn.say("Type “recover” and then your six recovery words, in one message.")
    elif not await _may_try(turn):
        await turn.say(TOO_MANY)
    elif not await _are_theirs(turn):
        await turn.db.joining.count_try("recover", turn.account.id, turn.now)
        await turn.db.joining.count_try("recover person", turn.person.id, turn.now)
        await turn.say(WRONG_WORDS)
    else:
        await _admit(turn)


async def _may_try(turn: Turn) -> bool:
    return await may_try(turn.db, "recover", turn.account.id, turn.now) and await may_try(
        turn.db, "recover person", turn.person.id, turn.now
    )


async def _are_theirs(turn: Turn) -> bool:
    kept = await turn.db.joining.recovery(turn.person.id)
    assert isinstance(turn.prepared, bytes)
    return kept is not None and compare_digest(kept.hash, turn.prepared)


async def _admit(turn: Turn) -> None:
    turn.account.admitted = True
    await turn.db.people.save_account(turn.account)
    await turn.db.audit.record("recovered", f"account {turn.account.id}", turn.now, turn.person.id)
    await turn.say("Those are your words: your private notes are open on this account now. Say “my notes”.")
    await tell_other_accounts(
        turn,
        turn.person,
        "Your private notes were just opened on another account, with your recovery words. If that wasn’t you, say "
        "“accounts” to disconnect it, and “new recovery words” to make new ones.",
    )
