"""Cohorts, and who is in them as what."""

from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import String, UniqueConstraint
from sqlmodel import Field, Session, SQLModel, col, select

from storage.database import Area, stored
from storage.shared.people import Person, Role


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


STATES_PRESENT = (State.ACTIVE, State.PAUSED, State.ALUMNUS)
"""The states in which somebody has joined and is there: a paused person keeps everything but what is unasked."""


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
    def memberships(self, session: Session, person_id: int) -> list[Membership]:
        return list(
            session.exec(select(Membership).where(Membership.person_id == person_id).order_by(col(Membership.id)))
        )

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
