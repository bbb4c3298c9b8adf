"""People, and the accounts by which platforms know them."""

from collections.abc import Collection
from datetime import date, datetime, time
from enum import StrEnum
from secrets import token_urlsafe

from sqlalchemy import JSON, Column, String, UniqueConstraint, case, cast
from sqlalchemy.exc import IntegrityError
from sqlmodel import Field, Session, SQLModel, col, select, update

from storage.database import Area, stored
from storage.errors import Taken

PRIVATE_MINUTES = 15
"""How long private text stands in a conversation, unless its reader says otherwise."""


class Role(StrEnum):
    """What somebody is in a cohort."""

    PARTICIPANT = "participant"
    COACH = "coach"
    MENTOR = "mentor"
    DIRECTOR = "director"
    ADMINISTRATOR = "administrator"
    SPONSOR = "sponsor"
    ALUMNUS = "alumnus"


class Person(SQLModel, table=True):
    """Someone known to the bot."""

    __tablename__ = "person"

    id: int = Field(default=None, primary_key=True)
    name: str
    email: str | None = Field(default=None, unique=True)
    zone: str = "Europe/London"
    plain_mode: bool = False
    quiet_from: time = time(22)
    quiet_until: time = time(7)
    morning: time = time(8)
    """When what is unasked and can wait comes, in one message."""
    days_off: list[int] = Field(default_factory=lambda: [5, 6], sa_column=Column(JSON, nullable=False))
    """The weekdays on which nothing unasked comes that can wait; Monday is 0."""
    private_minutes: int | None = PRIVATE_MINUTES
    """How long private text stands in a conversation, where there are no windows for it; None is for ever."""
    tidies: bool = True
    """What they typed is taken back from the conversation once it is kept."""
    words_in_notices: bool = False
    """The words of a new reminder of their own are in its notice."""
    calendar_title: str = "Busy"
    """What sessions of theirs are called in calendars."""
    named_in_logs: bool = False
    """A coach's log of hours has their name, rather than their initials."""
    platform: str | None = None
    """Where messages go first, for who has several accounts."""
    cohort_id: int | None = Field(default=None, foreign_key="cohort.id")
    """The cohort they are dealing with just now, for who is in several."""
    by_hand: bool = False
    """They can use neither app: what is for them is told by those who run the programme."""
    vault: str = Field(default_factory=lambda: token_urlsafe(16), unique=True)
    vault_in_use: bool = False
    """An account has been let in, so another needs more than a code."""
    notes_kept_until: date | None = None
    """Until when what was kept last is kept, with its end planned; None where nothing private has ever been kept."""
    made_at: datetime
    deleted_at: datetime | None = None

    @property
    def keeps_notes(self) -> bool:
        """Something private has been kept: linking two people who both do is refused."""
        return self.notes_kept_until is not None


class Account(SQLModel, table=True):
    """One account of a person, or of a stranger, on a platform."""

    __tablename__ = "account"
    __table_args__ = (UniqueConstraint("platform", "team", "user"),)

    id: int = Field(default=None, primary_key=True)
    platform: str
    team: str
    user: str
    display_name: str = ""
    person_id: int | None = Field(default=None, foreign_key="person.id", index=True)
    admitted: bool = False
    """Whether the person's vault opens to this account."""
    reachable: bool = True
    offered: list[list[str]] = Field(default_factory=list, sa_column=Column(JSON, nullable=False))
    """The buttons offered last: each one's number, a digest of its label, and its data, so that it can be typed."""
    asked_at: datetime | None = None
    """When they were offered, where that was an answer; None where something unasked offers them."""
    dialogue: str | None = None
    """The form that is being asked here, question by question."""
    greeted_at: datetime | None = None
    made_at: datetime
    joined_at: datetime | None = None
    """Since when it has been this person's."""
    menu: str = ""
    """A digest of the menu that it is shown; empty where that is not known."""
    in_groups: bool = False
    """They have been told what others see of them in a group."""
    goes_on: str = ""
    """What takes the words that come next, should they be the rest of a message that was too long for its platform."""
    goes_on_until: datetime | None = None
    lately: str = ""
    """The intent that was understood last: what they were just doing, for a night at most. Never one that says how they
    are."""
    lately_at: datetime | None = None
    misses: int = 0
    """How often, one time after another, nothing was understood."""

    @property
    def owner(self) -> str:
        """Whose queue this account's turns stand in."""
        return owner_of(self.id, self.person_id)


def owner_of(account_id: int, person_id: int | None) -> str:
    return f"account {account_id}" if person_id is None else f"person {person_id}"


OWNER = case(
    (col(Account.person_id).is_(None), "account " + cast(Account.id, String)),
    else_="person " + cast(Account.person_id, String),
)
"""The same, where a statement needs it."""


class People(Area):
    """Who there is, and by which accounts."""

    @stored
    def add(self, session: Session, name: str, email: str | None, zone: str, now: datetime) -> Person:
        """A person who is to be invited. Raises Taken where the address is somebody's already."""
        person = Person(name=name, email=email.strip().lower() if email else None, zone=zone, made_at=now)
        session.add(person)
        try:
            session.flush()
        except IntegrityError:
            raise Taken(f"the address of {name}") from None
        return person

    @stored
    def with_email(self, session: Session, email: str) -> Person | None:
        return session.exec(select(Person).where(Person.email == email.strip().lower())).first()

    @stored
    def with_emails(self, session: Session, emails: Collection[str]) -> dict[str, Person]:
        """Those who are known by one of these addresses, by it."""
        found = session.exec(select(Person).where(col(Person.email).in_(list(emails))))
        return {person.email: person for person in found if person.email}

    @stored
    def joined(self, session: Session, person_ids: Collection[int]) -> frozenset[int]:
        """Those of these people who have an account."""
        found = session.exec(select(Account.person_id).where(col(Account.person_id).in_(list(person_ids))))
        return frozenset(person_id for person_id in found if person_id is not None)

    @stored
    def get(self, session: Session, person_id: int) -> Person | None:
        person = session.get(Person, person_id)
        return None if person is None or person.deleted_at else person

    @stored
    def save(self, session: Session, person: Person) -> None:
        session.add(person)
        session.flush()

    @stored
    def account(self, session: Session, account_id: int) -> Account | None:
        return session.get(Account, account_id)

    @stored
    def at(self, session: Session, platform: str, team: str, user: str) -> Account | None:
        """The account that a platform knows so."""
        return session.exec(
            select(Account).where(Account.platform == platform, Account.team == team, Account.user == user)
        ).first()

    @stored
    def meet(self, session: Session, platform: str, team: str, user: str, now: datetime) -> Account:
        """An account that was not known before."""
        account = Account(platform=platform, team=team, user=user, made_at=now)
        session.add(account)
        session.flush()
        return account

    @stored
    def accounts(self, session: Session, person_id: int) -> list[Account]:
        """A person's accounts, the oldest first."""
        return list(session.exec(select(Account).where(Account.person_id == person_id).order_by(col(Account.id))))

    @stored
    def save_account(self, session: Session, account: Account) -> None:
        session.add(account)
        session.flush()

    @stored
    def mark_unreachable(self, session: Session, account_id: int) -> None:
        session.exec(update(Account).where(col(Account.id) == account_id).values(reachable=False))

    @stored
    def forget_lately_before(self, session: Session, moment: datetime) -> int:
        """What people were doing before this, or were not understood in, counts no more."""
        done = session.exec(
            update(Account)
            .where(col(Account.lately_at) < moment)
            .values(lately="", lately_at=None, misses=0)
            .execution_options(synchronize_session=False)
        )
        return int(done.rowcount)

    @stored
    def forget_menu(self, session: Session, account_id: int) -> None:
        """Nobody knows which menu this account is shown: it is to be set again."""
        session.exec(update(Account).where(col(Account.id) == account_id).values(menu=""))

    @stored
    def note_kept(self, session: Session, person_id: int, until: date) -> None:
        """Something private is being kept for this person, until this day."""
        session.exec(update(Person).where(col(Person.id) == person_id).values(notes_kept_until=until))
