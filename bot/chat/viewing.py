"""A view of somebody at one moment, for what is worded without a turn of theirs: a Home, a morning message."""

from datetime import datetime

from bot.chat.platform import Manner
from bot.chat.turns import Kit, View
from storage.private.vault import Vault
from storage.shared.people import Account, Person
from storage.shared.unit import SharedUnit


async def view_of(
    db: SharedUnit,
    kit: Kit,
    account: Account,
    person: Person | None,
    now: datetime,
    manner: Manner,
    vault: Vault | None = None,
) -> View:
    """What is theirs just now; None is a stranger. Without a vault, nothing private is at hand."""
    joined = await db.cohorts.joined(person.id) if person is not None else []
    return View(
        now=now,
        account=account,
        speaker=person,
        memberships=[membership for membership, _ in joined],
        cohorts=list({cohort.id: cohort for _, cohort in joined}.values()),
        agreed=await db.agreements.versions(person.id) if person is not None else frozenset(),
        db=db,
        kit=kit,
        manner=manner,
        opened=vault,
    )
