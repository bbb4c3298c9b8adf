"""View: somebody at one moment, and what is theirs: what a part of their Home is made from, and every turn."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol
from zoneinfo import ZoneInfo

from bot.chat.errors import Refusal
from bot.chat.forms import ReadTime
from bot.chat.messages import MOST_BUTTONS, Button, Message, Press, label_of
from bot.chat.platform import Manner
from bot.chat.router import Routes, Secrets
from bot.chat.understanding import Understanding
from bot.programmes import Programme, Programmes
from storage.copying.cohort import CohortCopy
from storage.private.entries import Entry
from storage.private.vault import Vault, VaultWrite
from storage.shared.cohorts import Cohort, Membership
from storage.shared.people import Account, Person, Role
from storage.shared.unit import SharedUnit


class PostOffice(Protocol):
    """Posting into a letterbox, and taking a post back. It never opens one."""

    async def post(self, vault_id: str, post_id: str, entry: Entry) -> VaultWrite: ...

    def take_back(self, vault_id: str, post_id: str) -> VaultWrite: ...


@dataclass(frozen=True)
class Kit:
    """What every turn works with, whoever's it is."""

    routes: Routes
    understanding: Understanding
    secrets: Secrets
    posts: PostOffice
    read_time: ReadTime
    links: Callable[[str], Mapping[str, str]]
    """By platform, a link that opens the conversation there and brings this along."""
    addresses: Callable[[], Mapping[str, str]]
    """By platform, a link that only opens the conversation, where none can bring anything along."""
    programmes: Programmes
    rehearse: Callable[[CohortCopy, Programmes], Message]
    """Live the year of a cohort's copy, and say what became of it: for the worker process."""
    fetch: Callable[[str], Awaitable[bytes]]
    """What lies at an address that somebody gave; for acts alone. Raises CannotRead."""
    public_url: str | None = None
    """Where the HTTP server is reached from outside, if it is."""


class Locked(Refusal):
    """This account may not open its person's vault."""

    def __init__(self) -> None:
        super().__init__(
            "Your private notes are locked on this account. To open them here, say “link” on an account that you "
            "used before, or “recover” with your six recovery words."
        )


CHOOSE = Press("cohort.choose", int)


def choices(cohorts: Sequence[Cohort]) -> tuple[Button, ...]:
    """A button for each cohort, to say that it is the one that matters now."""
    return tuple(Button(label_of(cohort.name), CHOOSE(cohort.id)) for cohort in cohorts[:MOST_BUTTONS])


class ChooseCohort(Refusal):
    """Somebody in several cohorts has to say which one this is about."""

    def __init__(self, cohorts: Sequence[Cohort]) -> None:
        super().__init__("Which of your cohorts is this about? Choose it, and then say it once more.", choices(cohorts))


class NoCohort(Refusal):
    """Somebody who has left every cohort asks for what only a cohort has."""

    def __init__(self) -> None:
        super().__init__("You are not in a cohort at the moment. Say “help” to see what you can do.")


@dataclass(kw_only=True)
class View:
    """Somebody at one moment, and what is theirs: what a part of their Home is made from, and every turn."""

    now: datetime
    """In a turn the moment it arrived; phrases and rules are read from then."""
    account: Account
    speaker: Person | None = None
    memberships: Sequence[Membership]
    """Where they have joined and are there."""
    cohorts: Sequence[Cohort]
    agreed: frozenset[tuple[str, str]]
    """Each programme and version of its agreement that they have agreed to."""
    db: SharedUnit
    kit: Kit
    manner: Manner = field(default_factory=Manner)
    opened: Vault | None = None
    """Their own, where this account may open it."""

    @property
    def person(self) -> Person:
        """Whose it is. What is open to strangers looks at `speaker` instead."""
        if self.speaker is None:
            raise LookupError("a stranger was taken for a member")
        return self.speaker

    @property
    def vault(self) -> Vault:
        """Their own; raises Locked where this account may not open it."""
        if self.opened is None:
            raise Locked
        return self.opened

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.speaker.zone if self.speaker else "Europe/London")

    @property
    def roles(self) -> frozenset[Role]:
        """What they are, in whichever cohort."""
        return frozenset(Role(membership.role) for membership in self.memberships)

    @property
    def cohort(self) -> Cohort:
        """The cohort this is about: the only one, or the one the person chose."""
        for cohort in self.cohorts:
            if len(self.cohorts) == 1 or cohort.id == self.person.cohort_id:
                return cohort
        raise ChooseCohort(self.cohorts) if self.cohorts else NoCohort

    @property
    def programme(self) -> Programme:
        """What the cohort this is about is a run of."""
        return self.kit.programmes[self.cohort.programme]

    @property
    def programmes(self) -> tuple[Programme, ...]:
        """What their cohorts are runs of, each once."""
        return self.kit.programmes.of(cohort.programme for cohort in self.cohorts)

    @property
    def to_agree(self) -> Programme | None:
        """The first of their programmes whose agreement, as it is today, they have not agreed to."""
        return next((each for each in self.programmes if (each.key, each.agreement.version) not in self.agreed), None)

    def one_line(self, command: str) -> str:
        """How something is asked for in one line here, before the words: "reflect:"."""
        return self.manner.one_line.format(command)


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
