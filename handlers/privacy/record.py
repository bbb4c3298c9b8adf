"""Everything that is somebody's, gathered once: for the export, and for saying what would be deleted."""

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Protocol, runtime_checkable
from zoneinfo import ZoneInfo

from bot.chat.drafts import Draft
from bot.chat.markdown import plain
from bot.chat.times import spoken, spoken_date
from bot.chat.turns import Turn
from handlers.privacy.drafts import listed, without_secrets
from handlers.privacy.trail import asked_to_ring, sentence
from handlers.settings.private_text import summary
from storage.private.entries import Entry
from storage.private.vault import Vault
from storage.shared.agreements import Agreement
from storage.shared.audit import Act
from storage.shared.cohorts import Cohort, Membership
from storage.shared.people import Account, Person
from storage.shared.ringing import Ring
from storage.shared.sharing import Share
from storage.shared.unit import SharedUnit
from storage.visibility import ENTRIES

FORMAT = 1
"""Of the JSON. Whoever reads one looks at this first; it goes up when something changes its place or its meaning."""

SETTINGS = (
    "zone",
    "plain_mode",
    "quiet_from",
    "quiet_until",
    "private_minutes",
    "tidies",
    "words_in_notices",
    "calendar_title",
    "named_in_logs",
    "platform",
)
"""What a person has set, as the JSON names it."""

EXPORTED = [kind for kind in ENTRIES if kind != "export"]


@runtime_checkable
class Readable(Protocol):
    """An entry that knows how it reads in a file of its author's own."""

    def markdown(self, zone: ZoneInfo) -> str: ...


def kinds(of: type[Entry] = Entry) -> Iterator[type[Entry]]:
    """Every kind of private entry that there is."""
    for kind in of.__subclasses__():
        if kind.kind in ENTRIES:
            yield kind
        yield from kinds(kind)


async def counts(turn: Turn) -> dict[str, int]:
    """How many of each kind the speaker keeps, by the name that people know it by; what there is none of is left out.

    Of drafts it counts those that they are shown.
    """
    found = Counter({ENTRIES[kind.kind].name: len(await turn.vault.all(kind)) for kind in kinds()})
    found[ENTRIES[Draft.kind].name] = len(await listed(turn))
    return dict(+found)


@dataclass(frozen=True)
class Everything:
    """All that is one person's. Of what others shared with them: from whom, and not a word of it."""

    made_at: datetime
    person: Person
    places: list[tuple[Membership, Cohort]]
    agreements: list[Agreement]
    accounts: list[Account]
    entries: list[Entry]
    shared_by_them: list[tuple[Share, str]]
    shared_with_them: list[tuple[Share, str]]
    rings: list[tuple[Ring, str]]
    """Who asked whom to ring lately, and how it reads."""
    acts: list[tuple[Act, str]]
    """What is in the audit trail of them, and how it reads."""

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.person.zone)


async def written(vault: Vault) -> list[Entry]:
    """All that somebody wrote, and nothing that they typed unseen, such as the passphrase of the very file."""
    found = [entry for kind in kinds() if kind.kind in EXPORTED for entry in await vault.all(kind)]
    return [without_secrets(entry) if isinstance(entry, Draft) else entry for entry in found]


async def everything(db: SharedUnit, entries: list[Entry], person: Person, now: datetime) -> Everything:
    today = now.astimezone(ZoneInfo(person.zone)).date()
    shares = await db.sharing.by_author(person.id, today)
    readers = [await db.people.get(share.reader_id) if share.reader_id else None for share in shares]
    return Everything(
        made_at=now,
        person=person,
        places=[
            (membership, await db.cohorts.get(membership.cohort_id))
            for membership in await db.cohorts.memberships(person.id)
        ],
        agreements=await db.agreements.of_person(person.id),
        accounts=await db.people.accounts(person.id),
        entries=entries,
        shared_by_them=[
            (share, reader.name if reader else share.desk or "") for share, reader in zip(shares, readers, strict=True)
        ],
        shared_with_them=[(share, author.name) for share, author in await db.sharing.with_reader(person.id, today)],
        rings=[
            (ring, await asked_to_ring(db, person.id, ring, ZoneInfo(person.zone)))
            for ring in await db.rings.concerning(person.id)
        ],
        acts=[(act, await sentence(db, person.id, act)) for act in await db.audit.concerning(person.id)],
    )


# ---------------------------------------------------------------- as JSON


def as_json(found: Everything) -> str:
    """The whole of it, for a machine."""
    return json.dumps(
        {
            "format": FORMAT,
            "made_at": found.made_at.isoformat(),
            "person": _columns(found.person, "name", "email", "made_at")
            | {"settings": _columns(found.person, *SETTINGS)},
            "roles": [
                _columns(membership, "role", "state", "organisation")
                | {"cohort": _columns(cohort, "name", "programme", "starts", "ends")}
                for membership, cohort in found.places
            ],
            "agreements": [_columns(agreement, "programme", "version", "at") for agreement in found.agreements],
            "accounts": [
                _columns(account, "platform", "team", "user", "display_name", "admitted", "made_at", "lately")
                for account in found.accounts
            ],
            "entries": [
                {"kind": entry.kind, "kind_format": entry.format, **entry.model_dump(mode="json")}
                for entry in found.entries
            ],
            "shared_by_you": [
                _columns(share, "entry", "until", "made_at") | {"with": name} for share, name in found.shared_by_them
            ],
            "shared_with_you": [
                _columns(share, "until", "made_at") | {"from": name} for share, name in found.shared_with_them
            ],
            "asked_to_ring": [
                _columns(ring, "asked_at", "opened_at") | {"words": plain(words)} for ring, words in found.rings
            ],
            "recorded": [{"at": act.at.isoformat(), "act": plain(words)} for act, words in found.acts],
        },
        ensure_ascii=False,
        indent=1,
        default=_as_text,
    )


def _columns(row: Person | Membership | Cohort | Agreement | Account | Share | Ring, *names: str) -> dict[str, object]:
    return {name: getattr(row, name) for name in names}


def _as_text(moment: date | time) -> str:
    return moment.isoformat()


# ---------------------------------------------------------------- as Markdown


def as_markdown(found: Everything) -> str:
    """The whole of it, to be read."""
    zone = found.zone
    parts = [f"# Everything of yours, {spoken(found.made_at, zone)}"]
    for kind in EXPORTED:
        entries = [entry for entry in found.entries if entry.kind == kind]
        if entries:
            parts += [f"# {ENTRIES[kind].name}", *(_entry(entry, zone) for entry in entries)]
    parts += ["# What you share, and with whom", _list(_shared(found.shared_by_them, "with", zone))]
    parts += [
        "# What others share with you",
        "Only from whom: the words were given to you to read, not to keep.",
        _list(_shared(found.shared_with_them, "from", zone)),
    ]
    parts += ["# My record of you", _list(_record(found))]
    parts += [
        "# Who did what that concerns you",
        _list(
            [f"{spoken(act.at, zone)}: {words}" for act, words in found.acts]
            + [f"{spoken(ring.asked_at, zone)}: {words}" for ring, words in found.rings]
        ),
    ]
    return "\n\n".join(parts) + "\n"


def _entry(entry: Entry, zone: ZoneInfo) -> str:
    if isinstance(entry, Readable):
        return entry.markdown(zone)
    written = [f"## {spoken_date(entry.made_at.astimezone(zone))}"]
    if isinstance(entry, Draft):
        written += [str(answer) for answer in entry.answers.values() if answer not in (None, "", [])]
        written += [entry.words] if entry.words else []
    else:
        written += [f"**{name}:** {value}" for name, value in entry.model_dump(mode="json").items() if value]
    return "\n\n".join(written)


def _shared(shares: list[tuple[Share, str]], word: str, zone: ZoneInfo) -> list[str]:
    return [
        f"{word} {name}, since {spoken_date(share.made_at.astimezone(zone))}, "
        + (f"until {spoken_date(share.until)}" if share.until else "until it is taken back")
        for share, name in shares
    ]


def _record(found: Everything) -> list[str]:
    person, zone = found.person, found.zone
    return [
        f"Name: {person.name}",
        f"E-mail address: {person.email or 'none'}",
        f"Known since: {spoken(person.made_at, zone)}",
        *(
            f"{membership.role.capitalize()} in {cohort.name}, {membership.state}"
            + (f", for {membership.organisation}" if membership.organisation else "")
            for membership, cohort in found.places
        ),
        *(
            f"Agreed on confidentiality: {agreement.programme}, version {agreement.version}, on "
            f"{spoken(agreement.at, zone)}"
            for agreement in found.agreements
        ),
        *(
            f"Account: {account.display_name or account.user} on {account.platform}, since "
            f"{spoken_date(account.made_at.astimezone(zone))}"
            + ("" if account.admitted else " (your private notes are locked there)")
            for account in found.accounts
        ),
        f"Time zone: {person.zone}",
        f"Quiet from {person.quiet_from:%H:%M} until {person.quiet_until:%H:%M}",
        f"Plain mode: {'on' if person.plain_mode else 'off'}",
        f"Private text: {summary(person)}",
        f"Messages go first to: {person.platform or 'the account that you used first'}",
    ]


def _list(lines: list[str]) -> str:
    return "\n".join(f"- {line}" for line in lines) or "Nothing."
