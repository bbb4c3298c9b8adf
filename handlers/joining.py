"""Joining codes: made for one person of the roster, used once, and tried only so often."""

from collections.abc import Iterable
from datetime import datetime
from hmac import compare_digest
from secrets import choice

from bot.chat.router import Secrets
from bot.chat.turns import Turn
from storage.shared.people import Account, Person
from storage.shared.unit import SharedUnit

LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
"""32 that can't be taken for one another, so 16 of them are 80 bits."""
LENGTH = 16
MOST_TRIES = 5
MOST_TRIES_OVERALL = 50
SIGNATURE = 20
"""Characters, so that a payload stays within the 64 that Telegram's links can carry."""


def new_code(length: int = LENGTH) -> str:
    """A random code, in groups of four."""
    letters = "".join(choice(LETTERS) for _ in range(length))
    return "-".join(letters[start : start + 4] for start in range(0, length, 4))


def as_code(typed: str, length: int = LENGTH) -> str | None:
    """What was typed, if it can be a code: case, spaces and dashes don't matter."""
    letters = "".join(typed.upper().split()).replace("-", "").replace("–", "")
    return letters if len(letters) == length and set(letters) <= set(LETTERS) else None


def digest_of(secrets: Secrets, purpose: str, code: str) -> str:
    return secrets.digest(purpose, code.replace("-", ""))


def payload_of(secrets: Secrets, code: str) -> str:
    """A code as what a link brings along: signed, so that a link of ours is told from what was typed or altered."""
    letters = code.replace("-", "")
    return f"{letters}-{_signature(secrets, letters)}"


def code_in(secrets: Secrets, payload: str) -> str | None:
    """The code that a link of ours brought along; None where it is no link of ours."""
    letters, _, signature = payload.partition("-")
    return letters if compare_digest(signature.encode(), _signature(secrets, letters).encode()) else None


def _signature(secrets: Secrets, letters: str) -> str:
    return secrets.digest("link payload", letters)[:SIGNATURE]


def with_links(turn: Turn, code: str) -> str:
    """A line for each platform on which a link does what typing this code does."""
    links = turn.kit.links(payload_of(turn.kit.secrets, code))
    return "".join(f"\n\nOn {platform.capitalize()}, this link does the same: {url}" for platform, url in links.items())


async def issue(db: SharedUnit, secrets: Secrets, person: Person, now: datetime) -> str:
    """A code for this person, valid for seven days; any earlier one is cancelled."""
    return (await issue_all(db, secrets, [person], now))[person.id]


async def issue_all(db: SharedUnit, secrets: Secrets, people: Iterable[Person], now: datetime) -> dict[int, str]:
    """A code for each of these people, by their ids."""
    codes = {person.id: new_code() for person in people}
    await db.joining.issue({person_id: digest_of(secrets, "join", code) for person_id, code in codes.items()}, now)
    return codes


async def may_try(db: SharedUnit, what: str, who: int, now: datetime, *, overall: int | None = None) -> bool:
    """Whether this account, or person, may try once more within the hour. Only tries that fail are counted."""
    if await db.joining.tries(what, who, now) >= MOST_TRIES:
        return False
    return overall is None or await db.joining.tries(what, None, now) < overall


async def join(db: SharedUnit, secrets: Secrets, account: Account, code: str, now: datetime) -> Person | None:
    """Use a code up for this account; None where it is wrong, used, cancelled or expired.

    The first account ever opens the vault. Later ones, however good their code, find the notes locked.
    """
    person_id = await db.joining.use(digest_of(secrets, "join", code), account.id, now)
    person = await db.people.get(person_id) if person_id is not None else None
    if person is None:
        await db.joining.count_try("join", account.id, now)
        return None
    await _come_in(db, account, person, now)
    return person


async def invited(db: SharedUnit, email: str, now: datetime) -> Person | None:
    """Who is on the roster with this address and waits to join, with no account yet and an invitation that is open."""
    person = await db.people.with_email(email) if email else None
    if person is None or person.deleted_at or person.vault_in_use or await db.people.accounts(person.id):
        return None
    return person if await db.joining.is_open(person.id, now) else None


async def join_as_invited(db: SharedUnit, account: Account, email: str, now: datetime) -> Person | None:
    """Join by the address that the platform gives for this account, as the first account only."""
    person = await invited(db, email, now)
    if person is None or not await db.joining.use_invitation(person.id, account.id, now):
        return None
    await _come_in(db, account, person, now)
    return person


async def _come_in(db: SharedUnit, account: Account, person: Person, now: datetime) -> None:
    account.person_id = person.id
    account.admitted = not person.vault_in_use
    account.joined_at = now
    account.reachable = True
    person.vault_in_use = True
    person.by_hand = False
    await db.people.save(person)
    await db.people.save_account(account)
    await db.cohorts.activate(person.id)
    await db.turns.move(account.id, account.owner)
    await db.audit.record("joined", f"account {account.id}", now, person.id)
