"""The accounts that somebody uses: seeing them, and disconnecting one."""

from zoneinfo import ZoneInfo

from bot.chat.errors import Refusal
from bot.chat.messages import MOST_BUTTONS, Button, Message, Press
from bot.chat.router import Router
from bot.chat.times import spoken_date
from bot.chat.turns import Turn
from bot.chat.wanting import WANT
from handlers.accounts.belonging import begin_anew, called, holds_notes, let_go
from handlers.accounts.telling import tell_other_accounts
from storage.shared.people import Account

router = Router("accounts")

DISCONNECT = Press("accounts.disconnect", int)
DISCONNECT_NOW = Press("accounts.disconnect_now", int)


@router.intent(
    "accounts",
    "See my accounts",
    "accounts",
    "my accounts",
    "which accounts do i have",
    "disconnect",
    "disconnect an account",
    "unlink",
    "unlink an account",
    command="accounts",
)
async def accounts(turn: Turn) -> None:
    mine = await turn.db.people.accounts(turn.person.id)
    lines = [f"{number}. {_line(turn, account)}" for number, account in enumerate(mine, 1)]
    await turn.say(
        Message(
            "\n".join(lines),
            title="Your accounts",
            buttons=(
                *(
                    Button(_disconnecting(turn, account, number), DISCONNECT(account.id))
                    for number, account in enumerate(mine[: MOST_BUTTONS - 1], 1)
                ),
                Button("Link another account", WANT("link_account")),
            ),
        )
    )


def _line(turn: Turn, account: Account) -> str:
    here = ", this one" if account.id == turn.account.id else ""
    notes = "opens your private notes" if account.admitted else "your private notes are locked here"
    return f"{called(account)}{here}, since {_since(account, turn.zone)}: {notes}"


def _disconnecting(turn: Turn, account: Account, number: int) -> str:
    return "Disconnect this one" if account.id == turn.account.id else f"Disconnect {number}"


def _since(account: Account, zone: ZoneInfo) -> str:
    return spoken_date((account.joined_at or account.made_at).astimezone(zone))


@router.pressed(DISCONNECT, changes=True)
async def disconnect(turn: Turn, account_id: int) -> None:
    account = await _mine(turn, account_id)
    if await _opens_the_notes_alone(turn, account) and await holds_notes(turn.db, turn.person):
        await _ask_once(turn, await _locking_out(turn, account), "Disconnect it all the same", account)
    elif account.id == turn.account.id:
        words = "Disconnect this account? To come back here, you need a code from your programme’s team."
        await _ask_once(turn, words, "Yes, disconnect it", account)
    else:
        await _disconnect(turn, account)


@router.pressed(DISCONNECT_NOW, changes=True)
async def disconnect_now(turn: Turn, account_id: int) -> None:
    await _disconnect(turn, await _mine(turn, account_id))


async def _mine(turn: Turn, account_id: int) -> Account:
    """One of the speaker's own accounts. What opens the notes can't be disconnected from where they are locked."""
    account = await turn.db.people.account(account_id)
    if account is None or account.person_id != turn.person.id:
        raise Refusal("That account isn’t connected any more. Say “accounts” to see those that are.")
    if account.admitted and not turn.account.admitted:
        raise Refusal(
            "Your private notes are locked here, so an account that opens them can’t be disconnected from here. If you "
            "have lost it, ask your programme’s team."
        )
    return account


async def _opens_the_notes_alone(turn: Turn, account: Account) -> bool:
    mine = await turn.db.people.accounts(turn.person.id)
    return account.admitted and not any(other.admitted for other in mine if other.id != account.id)


async def _ask_once(turn: Turn, words: str, label: str, account: Account) -> None:
    await turn.say(Message(words, buttons=(Button(label, DISCONNECT_NOW(account.id), "danger"),)))


async def _locking_out(turn: Turn, account: Account) -> str:
    words = (
        f"{called(account)} is the last account that opens your private notes. Once it is disconnected, only your six "
        "recovery words open them again. "
    )
    if await turn.db.joining.recovery(turn.person.id) is None:
        return f"{words}You have none yet, so nobody could open them ever again: say “recovery words” first."
    return f"{words}Have them at hand before you do this."


async def _disconnect(turn: Turn, account: Account) -> None:
    person = turn.person
    await let_go(turn, account)
    await begin_anew(turn, person)
    await turn.db.audit.record("disconnected", f"account {account.id}", turn.now, person.id)
    if account.id == turn.account.id:
        await turn.replace("Done: this account is disconnected. To come back, ask your programme’s team for a code.")
    else:
        await turn.replace(f"Done: {called(account)} is disconnected.")
    await tell_other_accounts(
        turn,
        person,
        f"{called(account)} was just disconnected from your accounts. If that wasn’t you, tell your programme’s team.",
    )
