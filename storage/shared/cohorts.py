"""Cohorts, and who is in them as what."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import String, UniqueConstraint
from sqlalchemy.exc import IntegrityError
from sqlmodel import Field, Session, SQLModel, col, select

from storage.database import Area, stored
from storage.errors import Taken
from storage.shared.people import Account, Person, Role


class State(StrEnum):
    """Where a membership stands."""

    INVITED = "invited"
    ACTIVE = "active"
    PAUSED = "paused"
    LEFT = "left"
    ALUMNUS = "alumnus"


class Cohort(SQLModel, table=True):
    """One run of a programme."""

    __tablename__ = "cohort"

    id: int = Field(default=None, primary_key=True)
    name: str
    programme: str
    zone: str
    starts: date
    ends: date
    made_at: datetime


class Membership(SQLModel, table=True):
    """A person's part in a cohort."""

    __tablename__ = "membership"
    __table_args__ = (UniqueConstraint("person_id", "cohort_id", "role"),)

    id: int = Field(default=None, primary_key=True)
    person_id: int = Field(foreign_key="person.id", index=True)
    cohort_id: int = Field(foreign_key="cohort.id", index=True)
    role: Role = Field(sa_type=String)
    state: State = Field(default=State.INVITED, sa_type=String)
    organisation: str = ""
    says_away: bool = False
    """Of somebody who has stepped back: colleagues may know that they are away for a while."""


STATES_PRESENT = (State.ACTIVE, State.PAUSED, State.ALUMNUS)
"""The states in which somebody has joined and is there: a paused person keeps everything but what is unasked."""

RUN_IT = (Role.DIRECTOR, Role.ADMINISTRATOR)
"""The roles that run a cohort."""


@dataclass(frozen=True)
class Enrolment:
    """Somebody who is to be in a cohort, or to be there as something else. What it leaves out stays as it is."""

    name: str
    person_id: int | None = None
    """None for somebody who is not known yet."""
    email: str | None = None
    roles: tuple[Role, ...] = ()
    """What they are to be as well."""
    ends: tuple[Role, ...] = ()
    """What they are to be no longer. Whoever is nothing else there has left."""
    organisation: str | None = None
    by_hand: bool | None = None


class Cohorts(Area):
    """Which cohorts there are, and who is in them."""

    @stored
    def add(
        self, session: Session, *, name: str, programme: str, zone: str, starts: date, ends: date, now: datetime
    ) -> Cohort:
        cohort = Cohort(name=name, programme=programme, zone=zone, starts=starts, ends=ends, made_at=now)
        session.add(cohort)
        session.flush()
        return cohort

    @stored
    def get(self, session: Session, cohort_id: int) -> Cohort:
        return session.get_one(Cohort, cohort_id)

    @stored
    def save(self, session: Session, cohort: Cohort) -> None:
        session.add(cohort)
        session.flush()

    @stored
    def programmes(self, session: Session) -> list[str]:
        """The programmes that are run here."""
        return list(session.exec(select(Cohort.programme).distinct()))

    @stored
    def of_programme(self, session: Session, programme: str) -> list[Cohort]:
        return list(session.exec(select(Cohort).where(Cohort.programme == programme).order_by(col(Cohort.id))))

    @stored
    def enrol(
        self, session: Session, person_id: int, cohort_id: int, role: Role, *, organisation: str = ""
    ) -> Membership:
        membership = Membership(person_id=person_id, cohort_id=cohort_id, role=role, organisation=organisation)
        session.add(membership)
        session.flush()
        return membership

    @stored
    def lock(self, session: Session, cohort_id: int) -> None:
        """Whoever changes who is in this cohort waits for one another: what was read after this stays so."""
        session.exec(select(Cohort.id).where(Cohort.id == cohort_id).with_for_update()).one()

    @stored
    def enrol_all(
        self, session: Session, cohort: Cohort, enrolments: Iterable[Enrolment], now: datetime
    ) -> list[Person]:
        """All of these at once; gives their people. Raises Taken where an address has become somebody's meanwhile."""
        try:
            return [_enrol(session, cohort, enrolment, now) for enrolment in enrolments]
        except IntegrityError:
            raise Taken("an address of somebody who is to be enrolled") from None

    @stored
    def memberships(self, session: Session, person_id: int) -> list[Membership]:
        return list(
            session.exec(select(Membership).where(Membership.person_id == person_id).order_by(col(Membership.id)))
        )

    @stored
    def parts_of(self, session: Session, person_ids: Collection[int]) -> dict[int, list[Membership]]:
        """What each of these people is, or was, in whichever cohort."""
        found: dict[int, list[Membership]] = {}
        for part in session.exec(select(Membership).where(col(Membership.person_id).in_(list(person_ids)))):
            found.setdefault(part.person_id, []).append(part)
        return found

    @stored
    def joined(self, session: Session, person_id: int) -> list[tuple[Membership, Cohort]]:
        """Where somebody has joined and is there, the latest cohort first."""
        return list(
            session.exec(
                select(Membership, Cohort)
                .join(Cohort)
                .where(Membership.person_id == person_id, col(Membership.state).in_(STATES_PRESENT))
                .order_by(col(Cohort.starts).desc(), col(Cohort.id), col(Membership.id))
            )
        )

    @stored
    def activate(self, session: Session, person_id: int) -> None:
        """They have joined: what was an invitation is a membership."""
        for membership in session.exec(select(Membership).where(Membership.person_id == person_id)):
            if membership.state == State.INVITED:
                membership.state = State.ACTIVE
                session.add(membership)
        session.flush()

    @stored
    def invite_again(self, session: Session, person_id: int, cohort_id: int) -> None:
        """Their joining has been undone: what was a membership is an invitation."""
        for membership in session.exec(
            select(Membership).where(Membership.person_id == person_id, Membership.cohort_id == cohort_id)
        ):
            if membership.state == State.ACTIVE:
                membership.state = State.INVITED
                session.add(membership)
        session.flush()

    @stored
    def step_back(self, session: Session, person_id: int, cohort_id: int, says_away: bool) -> bool:
        """They take part no more for a while; False where they did not."""
        return _pass_on(session, person_id, cohort_id, {State.ACTIVE: State.PAUSED}, says_away) != {}

    @stored
    def come_back(self, session: Session, person_id: int, cohort_id: int) -> bool:
        """They take part again; False where they had not stepped back."""
        return _pass_on(session, person_id, cohort_id, {State.PAUSED: State.ACTIVE}) != {}

    @stored
    def leave(self, session: Session, person_id: int, cohort_id: int) -> dict[int, State]:
        """They are in the cohort no more; gives how it stood with each of their memberships."""
        return _pass_on(session, person_id, cohort_id, dict.fromkeys((*STATES_PRESENT, State.INVITED), State.LEFT))

    @stored
    def invite_back(self, session: Session, person_id: int, cohort_id: int) -> None:
        """They had left, and may come again as what they were."""
        _pass_on(session, person_id, cohort_id, {State.LEFT: State.INVITED})

    @stored
    def accept(self, session: Session, person_id: int, cohort_id: int) -> bool:
        """Whoever has an account already comes without a code; False where they are not invited."""
        return _pass_on(session, person_id, cohort_id, {State.INVITED: State.ACTIVE}) != {}

    @stored
    def stay(self, session: Session, person_id: int, stood: Mapping[int, State]) -> None:
        """They have not left after all: each membership stands as it did."""
        for membership_id, state in stood.items():
            membership = session.get(Membership, membership_id)
            if membership is not None and membership.person_id == person_id and membership.state == State.LEFT:
                membership.state = state
                session.add(membership)
        session.flush()

    @stored
    def move(self, session: Session, person_id: int, to_person_id: int) -> None:
        """One person's memberships become another's, who turned out to be the same; what both are stays one."""
        theirs = {
            (membership.cohort_id, membership.role)
            for membership in session.exec(select(Membership).where(Membership.person_id == to_person_id))
        }
        for membership in session.exec(select(Membership).where(Membership.person_id == person_id)):
            if (membership.cohort_id, membership.role) in theirs:
                session.delete(membership)
            else:
                membership.person_id = to_person_id
                session.add(membership)
        session.flush()

    @stored
    def roster(self, session: Session, cohort_id: int) -> list[tuple[Person, Membership]]:
        """Everybody of a cohort in every state, by name. Logistics: those who run it may see it."""
        return list(
            session.exec(
                select(Person, Membership)
                .join(Membership)
                .where(Membership.cohort_id == cohort_id, col(Person.deleted_at).is_(None))
                .order_by(Person.name, col(Person.id), col(Membership.id))
            )
        )

    @stored
    def members(self, session: Session, cohort_id: int) -> list[tuple[Person, Membership]]:
        """Everybody who has joined a cohort and is there, by name. Logistics: its members may see it."""
        return list(
            session.exec(
                select(Person, Membership)
                .join(Membership)
                .where(
                    Membership.cohort_id == cohort_id,
                    col(Membership.state).in_(STATES_PRESENT),
                    col(Person.deleted_at).is_(None),
                )
                .order_by(Person.name, col(Person.id))
            )
        )

    @stored
    def with_role(self, session: Session, cohort_id: int, role: Role) -> list[Person]:
        return list(
            session.exec(
                select(Person)
                .join(Membership)
                .where(
                    Membership.cohort_id == cohort_id,
                    Membership.role == role,
                    col(Membership.state).in_(STATES_PRESENT),
                    col(Person.deleted_at).is_(None),
                )
                .order_by(col(Person.id))
            )
        )

    @stored
    def who_run_those_of(self, session: Session, person_id: int) -> list[int]:
        """Those who run the cohorts that somebody is in, by id."""
        theirs = select(Membership.cohort_id).where(
            Membership.person_id == person_id, col(Membership.state).in_(STATES_PRESENT)
        )
        return list(
            session.exec(
                select(Membership.person_id)
                .where(
                    col(Membership.cohort_id).in_(theirs),
                    col(Membership.role).in_(RUN_IT),
                    col(Membership.state).in_(STATES_PRESENT),
                )
                .distinct()
            )
        )

    @stored
    def every(self, session: Session) -> list[Cohort]:
        """All there are, the latest first."""
        return list(session.exec(select(Cohort).order_by(col(Cohort.starts).desc(), col(Cohort.id).desc())))

    @stored
    def graduate(self, session: Session, cohort_id: int, most: int) -> list[int]:
        """The cohort has ended: so many of its participants who are there are alumni from now on. Gives who."""
        graduates = []
        for membership in session.exec(
            select(Membership)
            .where(
                Membership.cohort_id == cohort_id,
                Membership.role == Role.PARTICIPANT,
                col(Membership.state).in_([State.ACTIVE, State.PAUSED]),
            )
            .order_by(col(Membership.id))
            .limit(most)
            .with_for_update()
        ):
            membership.state = State.ALUMNUS
            session.add(membership)
            graduates.append(membership.person_id)
        session.flush()
        return graduates


def _pass_on(
    session: Session, person_id: int, cohort_id: int, states: Mapping[State, State], says_away: bool = False
) -> dict[int, State]:
    """Each of somebody's memberships in a cohort goes from its state to the next; gives in which each of them was."""
    stood = {}
    wanted = select(Membership).where(
        Membership.person_id == person_id, Membership.cohort_id == cohort_id, col(Membership.state).in_(states)
    )
    for membership in session.exec(wanted.with_for_update()):
        stood[membership.id] = State(membership.state)
        membership.state, membership.says_away = states[membership.state], says_away
        session.add(membership)
    session.flush()
    return stood


def _enrol(session: Session, cohort: Cohort, enrolment: Enrolment, now: datetime) -> Person:
    person = session.get(Person, enrolment.person_id) if enrolment.person_id else None
    if person is None:
        person = Person(name=enrolment.name, zone=cohort.zone, made_at=now)
    person.email = enrolment.email or person.email
    person.by_hand = person.by_hand if enrolment.by_hand is None else enrolment.by_hand
    session.add(person)
    session.flush()
    _enrol_as(session, cohort, person, enrolment)
    if enrolment.by_hand is not None:
        _invited_or_in(session, person)
    session.flush()
    return person


def _enrol_as(session: Session, cohort: Cohort, person: Person, enrolment: Enrolment) -> None:
    here = list(
        session.exec(
            select(Membership)
            .where(Membership.person_id == person.id, Membership.cohort_id == cohort.id)
            .order_by(col(Membership.id))
        )
    )
    parts = {part.role: part for part in here}
    state = next((part.state for part in here if part.state in STATES_PRESENT), _state_of(session, person))
    organisation = next((part.organisation for part in here if part.organisation), "")
    for role in enrolment.roles:
        part = parts.setdefault(
            role, Membership(person_id=person.id, cohort_id=cohort.id, role=role, organisation=organisation)
        )
        if part.state not in STATES_PRESENT:
            part.state = state
    going = [parts[role] for role in enrolment.ends if role in parts]
    left = all(part in going or part.state == State.LEFT for part in parts.values())
    for part in parts.values():
        if enrolment.organisation is not None:
            part.organisation = enrolment.organisation
        if part not in going:
            session.add(part)
        elif left:
            part.state = State.LEFT
            session.add(part)
        else:
            session.delete(part)


def _invited_or_in(session: Session, person: Person) -> None:
    """Whoever is told by hand is in without an account; without one, nobody else is."""
    state = _state_of(session, person)
    for part in session.exec(select(Membership).where(Membership.person_id == person.id)):
        if part.state in (State.INVITED, State.ACTIVE):
            part.state = state
            session.add(part)


def _state_of(session: Session, person: Person) -> State:
    """What somebody is who is enrolled just now: in where they have joined before, or can't."""
    joined = session.exec(select(Account.id).where(Account.person_id == person.id)).first() is not None
    return State.ACTIVE if joined or person.by_hand else State.INVITED
