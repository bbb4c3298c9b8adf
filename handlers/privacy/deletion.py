"""Deleting everything for good: the wish, its 24 hours in which it can be stopped, and then the deed, in steps."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from functools import partial
from typing import Protocol
from zoneinfo import ZoneInfo

from bot.chat.errors import DeliveryFailed, Refusal
from bot.chat.forms import Form, ShortText
from bot.chat.jobs import Act
from bot.chat.messages import Button, Message, Press
from bot.chat.router import Router
from bot.chat.times import spoken
from bot.chat.turns import Turn
from bot.chat.view import View
from handlers.accounts.telling import tell_other_accounts
from handlers.coaching.following.parting import part_everywhere
from handlers.privacy.record import counts
from handlers.said import theirs
from scheduling.clock import Clock
from scheduling.delivery import DeliveryEngine, VaultWork
from storage.private.desks import desk_vault
from storage.shared.deletion import Deletion
from storage.shared.deliveries import Delivery
from storage.shared.people import Account, Person
from storage.shared.sharing import Share
from storage.shared.unit import SharedDatabase, SharedUnit

router = Router("deletion")

STOP = Press("privacy.stop_deleting", int)
AT_ONCE = Press("privacy.delete_now", int)
DELETE = "privacy.delete"

WAIT = timedelta(hours=24)
RECEIPT_TRIES = timedelta(hours=1)
"""How long a receipt is tried on an account that can't be reached; then the deletion goes on without it."""

BEING_DONE = "It is being done now. A receipt comes to every account of yours."
MYSELF = "Your name, your e-mail address, your settings and the accounts that you use here"
NOTHING_WAITS = "Nothing of yours is waiting to be deleted."


def yes_or_now(word: str) -> None:
    if word.casefold().strip(" .!“”\"'") not in ("yes", "now"):
        raise Refusal("Please type “yes” or “now”, or leave this: then nothing is deleted.")


class DeleteEverything(Form):
    route = "privacy.delete"
    title = "Delete for good"
    done = "Delete for good"
    private = False

    word = ShortText(
        "Type “yes” to have everything deleted in 24 hours, or “now” to have it done at once.",
        most=20,
        check=yes_or_now,
    )


# ---------------------------------------------------------------- the wish


@router.intent(
    "delete_my_data",
    "Delete everything for good",
    "delete my data",
    "delete everything",
    "delete my account",
    "delete all my notes",
    "erase my data",
    "forget me",
    *theirs.DELETE_MY_DATA,
    command="delete",
    help="have all that you wrote, and your name here, deleted for good",
    opens=True,
    ends=True,
)
async def delete_my_data(turn: Turn) -> None:
    wish = await turn.db.deletions.open(turn.person.id)
    if wish is not None:
        await turn.say(_waiting(wish, turn.zone))
        return
    await turn.ask(DeleteEverything, intro=await _what_goes_and_stays(turn))


async def _what_goes_and_stays(turn: Turn) -> str:
    kept = [f"{name}: {count}" for name, count in (await counts(turn)).items()]
    shares = len(await turn.db.sharing.by_author(turn.person.id, turn.now.astimezone(turn.zone).date()))
    if shares:
        kept.append(f"{shares} {'thing' if shares == 1 else 'things'} you share, taken back")
    return (
        "**What goes, for good**\n\n"
        + "\n".join(f"- {line}" for line in (*kept, MYSELF))
        + "\n\n**What stays, under no name**\n\n"
        "- Hours of sessions and totals stay, without your name\n\n"
        "It waits for 24 hours, in case it wasn’t you who asked. You can stop it from any account of yours. Once it is "
        "done it can’t be undone: you may want to say “export my data” first."
    )


@router.submitted(DeleteEverything)
async def wished(turn: Turn, form: DeleteEverything) -> None:
    _ = turn.vault  # an account that can't open the notes can't delete them either
    if await turn.db.deletions.open(turn.person.id) is not None:
        raise Refusal("That has been asked for already. Say “stop deleting” to stop it.")
    at_once = "now" in form.word.casefold()
    wish = await _wish(turn, turn.now if at_once else turn.now + WAIT)
    if at_once:
        await turn.say(BEING_DONE)
    else:
        await turn.say(_waiting(wish, turn.zone))
        await tell_other_accounts(turn, turn.person, _waiting(wish, turn.zone))


async def _wish(turn: Turn, due_at: datetime) -> Deletion:
    wish = await turn.db.deletions.ask(turn.person, turn.now, due_at)
    await _owe(turn.db, wish)
    turn.owes = True
    await turn.db.audit.record("asked to be deleted", f"deletion {wish.id}", turn.now, turn.person.id)
    return wish


async def _owe(db: SharedUnit, wish: Deletion) -> None:
    await db.deliveries.owe(
        Delivery(key=key_of(wish), person_id=wish.person_id, job=DELETE, due_at=wish.due_at, made_at=wish.asked_at)
    )


def key_of(wish: Deletion) -> str:
    return f"deletion {wish.id}"


def _waiting(wish: Deletion, zone: ZoneInfo) -> Message:
    return Message(
        f"Everything of yours will be deleted for good on {spoken(wish.due_at, zone)}. Until then everything works as "
        "before. To stop it, press the button or say “stop deleting”, on any account of yours.",
        buttons=(Button("Stop deleting", STOP(wish.id), "main"), Button("Delete now", AT_ONCE(wish.id), "danger")),
    )


@router.home(100, waiting=True)
async def notice(view: View) -> Message | None:
    """The wish that is waiting, to be shown wherever somebody looks at what is theirs."""
    wish = await view.db.deletions.open(view.person.id)
    return None if wish is None else _waiting(wish, view.zone)


# ---------------------------------------------------------------- not waiting any longer


@router.intent(
    "delete_now", "Delete everything now", "delete now", "delete everything now", changes=True, acts=True, ends=True
)
async def delete_now(turn: Turn) -> None:
    wish = await turn.db.deletions.open(turn.person.id)
    if wish is None:
        raise Refusal(NOTHING_WAITS)
    await wait_no_longer(turn, wish.id)


@router.pressed(AT_ONCE, changes=True)
async def wait_no_longer(turn: Turn, deletion_id: int) -> None:
    """A wish that is due at once takes the place of the one that waits."""
    _ = turn.vault  # an account that can't open the notes can't delete them either
    await _end_waiting(turn, deletion_id)
    await _wish(turn, turn.now)
    await turn.replace(BEING_DONE)


# ---------------------------------------------------------------- stopping it


@router.intent(
    "stop_deleting",
    "Stop deleting",
    "stop deleting",
    "stop the deletion",
    "stop deleting my data",
    "don’t delete my data",
    "do not delete my data",
    "keep everything",
    command="stopdeleting",
    acts=True,
)
async def stop_deleting(turn: Turn) -> None:
    wish = await turn.db.deletions.open(turn.person.id)
    if wish is None:
        raise Refusal(NOTHING_WAITS)
    await _stop(turn, wish.id)


@router.pressed(STOP)
async def stop(turn: Turn, deletion_id: int) -> None:
    await _stop(turn, deletion_id)


async def _stop(turn: Turn, deletion_id: int) -> None:
    await _end_waiting(turn, deletion_id)
    await turn.db.audit.record("stopped a deletion", f"deletion {deletion_id}", turn.now, turn.person.id)
    stopped = Message(
        "Stopped: nothing is deleted, and everything stays as it was. If it wasn’t you who asked for it, say "
        "“accounts” to see which accounts are yours, and tell your programme’s team."
    )
    await turn.replace(stopped)
    await tell_other_accounts(turn, turn.person, stopped)


async def _end_waiting(turn: Turn, deletion_id: int) -> None:
    """This wish of the speaker's own is no more. Somebody else's, and one that has begun, read like none."""
    if not await turn.db.deletions.stop(deletion_id, turn.person.id, turn.now):
        raise Refusal(NOTHING_WAITS)
    await turn.db.deliveries.cancel(f"deletion {deletion_id}", turn.now)


# ---------------------------------------------------------------- the deed


@router.act(DELETE)
async def delete(act: Act) -> None:
    """Each step may be begun again after a kill; the order is what keeps every promise between two of them."""
    if act.person is not None:
        async with act.unit() as unit:
            deletion = await unit.deletions.begin(act.person.id, act.now)
        if deletion is None:
            return  # stopped in the meantime
        await act.step("coaching", partial(_end_coaching, act, act.person))
        await act.step("shares", partial(_end_shares, act, act.person))
        destroyed = await act.step("vault", partial(_destroy, act, deletion))
        async with act.unit() as unit:
            accounts = await unit.people.accounts(act.person.id)
        receipt = _receipt(destroyed, ZoneInfo(act.person.zone))
        for account in accounts:
            await act.step(f"receipt {account.id}", partial(_give_receipt, act, deletion, account, receipt))
        await act.step("record", partial(_forget, act, deletion))
    await act.step("wipe", partial(_wipe, act))


async def _end_coaching(act: Act, person: Person) -> str:
    """Whoever would have met them hears that they don't."""
    await part_everywhere(act, person)
    return "ended"


class TakesBack(Protocol):
    """The door by which a post is taken back."""

    async def take_back(self, vault_id: str, post_id: str) -> None: ...


async def _end_shares(act: Act, person: Person) -> str:
    async with act.unit() as unit:
        posted = await unit.deletions.end_shares(person.id, act.now)
        await unit.homes.changed({reader.id for _, reader in posted if reader is not None})
    await _take_back(act, posted)
    return str(len(posted))


async def _take_back(doors: TakesBack, posted: Sequence[tuple[Share, Person | None]]) -> None:
    for share, reader in posted:
        if share.desk is not None:
            await doors.take_back(desk_vault(share.desk), share.post)
        elif reader is not None:
            await doors.take_back(reader.vault, share.post)


async def _destroy(act: Act, deletion: Deletion) -> str:
    master = await act.destroy_vault(deletion.vault)
    return f"{act.now.isoformat()} {master}"


async def _give_receipt(act: Act, deletion: Deletion, account: Account, receipt: str) -> str:
    try:
        await act.send(Message(receipt), account_id=account.id)
    except DeliveryFailed as failed:
        if not failed.permanent and act.now < (deletion.begun_at or act.now) + RECEIPT_TRIES:
            raise
        return "not reached"
    return "sent"


async def _forget(act: Act, deletion: Deletion) -> str:
    async with act.unit() as unit:
        await unit.deletions.forget(deletion.id, act.now)
        await unit.audit.record("deleted for good", f"deletion {deletion.id}", act.now)
    return "forgotten"


async def _wipe(act: Act) -> str:
    await act.wipe()
    return "wiped"


def _receipt(destroyed: str, zone: ZoneInfo) -> str:
    """What was destroyed when, and from when on nothing in a backup opens."""
    at, master = destroyed.split(" ")
    return (
        "**Everything of yours has been deleted for good.** This is your receipt.\n\n"
        f"- On {spoken(datetime.fromisoformat(at), zone)} the key to your private notes was destroyed, and then the "
        "notes. What you shared was taken back before.\n"
        "- Your name, your e-mail address, your settings and your accounts leave the record with this message. Hours "
        "and counts stay, under no name.\n"
        "- Backups may hold a sealed copy for a while. Nothing opens it any more from the day on which the service’s "
        f"master key in use at that moment, reference {master}, is next changed and the old one destroyed. The "
        "team can tell you the date.\n\n"
        "If you are ever invited again, you begin anew."
    )


# ---------------------------------------------------------------- the operator's way


class Running(Protocol):
    """What a bot has that is needed to delete somebody at once."""

    database: SharedDatabase
    clock: Clock
    deliveries: DeliveryEngine


class PutBack(Protocol):
    """What a bot has that is needed to delete somebody whom a backup brought back."""

    database: SharedDatabase
    clock: Clock

    @property
    def without_speaker(self) -> VaultWork: ...


async def delete_again(bot: PutBack, person: Person) -> None:
    """These rows are older than their deletion: what came back of them goes again, and nobody is told again."""
    now = bot.clock.now()
    async with bot.database.unit() as unit:
        posted = await unit.deletions.end_shares(person.id, now)
    await _take_back(bot.without_speaker, posted)
    await bot.without_speaker.destroy(person.vault, now)
    async with bot.database.unit() as unit:
        wish = await unit.deletions.open(person.id) or await unit.deletions.ask(person, now, now)
        await unit.deletions.forget(wish.id, now)
        await unit.audit.record("deleted again", f"deletion {wish.id}", now)
    await bot.database.wipe()


async def erase_now(bot: Running, person: Person) -> str:
    """Delete somebody at once, by the same steps; gives the receipt. Run again, it goes on from where it was."""
    now = bot.clock.now()
    async with bot.database.unit() as unit:
        wish = await unit.deletions.open(person.id) or await unit.deletions.ask(person, now, now)
        await unit.deletions.bring_forward(wish.id, now)
        await _owe(unit, wish)
    await bot.deliveries.do_now(key_of(wish))
    async with bot.database.unit() as unit:
        steps = await unit.deliveries.steps(key_of(wish))
    if "wipe" not in steps:
        return (
            "It has been begun and is not finished. Run this again; “waymark deliveries” shows what stood in its way."
        )
    return _receipt(steps["vault"], ZoneInfo(person.zone))
