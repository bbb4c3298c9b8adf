"""Coaches: what they say of themselves and how they are booked, whom they coach, and who is kept apart."""

from collections.abc import Collection, Mapping
from datetime import datetime

from sqlalchemy import CheckConstraint, ColumnElement, Index, Table, text
from sqlalchemy.dialects.postgresql import insert as postgres_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert
from sqlalchemy.exc import IntegrityError
from sqlmodel import Field, Session, SQLModel, and_, col, delete, func, or_, select, update

from storage.database import Area, stored
from storage.errors import Taken

Pair = frozenset[int]
"""Two people, by id."""


class Coach(SQLModel, table=True):
    """A coach: a short profile, and how they want to be booked."""

    __tablename__ = "coach"

    person_id: int = Field(foreign_key="person.id", primary_key=True)
    about: str = ""
    """What they say of themselves, for participants to choose by."""
    takes_on: bool = True
    """Participants may choose them, and whoever has another coach may book them."""
    most: int | None = None
    """How many participants they take on; None for as many as come."""
    at_once: bool = False
    """What their own participants book is confirmed at once."""
    in_digest: bool = False
    """Requests come to them in one digest in the evening, rather than each as it comes."""
    a_day: int | None = None
    """How many sessions they have on one day at most."""
    a_week: int | None = None
    paid: bool | None = None
    """Whether they are paid for their sessions, unless they say otherwise of one; None until they have said."""


class Assignment(SQLModel, table=True):
    """That somebody has a coach."""

    __tablename__ = "assignment"
    __table_args__ = (
        Index(
            "assignment_open",
            "cohort_id",
            "participant_id",
            unique=True,
            sqlite_where=text("ended_at IS NULL"),
            postgresql_where=text("ended_at IS NULL"),
        ),
    )

    id: int = Field(default=None, primary_key=True)
    cohort_id: int = Field(foreign_key="cohort.id")
    participant_id: int = Field(foreign_key="person.id", index=True)
    coach_id: int = Field(foreign_key="coach.person_id", index=True)
    since: datetime
    ended_at: datetime | None = None


class Bar(SQLModel, table=True):
    """That two people are kept apart. Neither who asked for it is kept, nor why."""

    __tablename__ = "bar"
    __table_args__ = (CheckConstraint("person_id < other_id", name="bar_in_order"),)

    person_id: int = Field(foreign_key="person.id", primary_key=True)
    other_id: int = Field(foreign_key="person.id", primary_key=True, index=True)


COACH: Table = SQLModel.metadata.tables["coach"]
BAR: Table = SQLModel.metadata.tables["bar"]


def put_once(session: Session, table: Table, *rows: Mapping[str, object]) -> None:
    """Write these rows, but for those that are there."""
    connection = session.connection()
    insert = sqlite_insert if connection.dialect.name == "sqlite" else postgres_insert
    connection.execute(insert(table).on_conflict_do_nothing(), rows)


def known_coach(session: Session, person_id: int) -> None:
    """Somebody coaches: there is a row for others to point to, and to wait for."""
    put_once(session, COACH, Coach(person_id=person_id).model_dump())


class Coaches(Area):
    """Who coaches whom."""

    @stored
    def get(self, session: Session, person_id: int) -> Coach:
        """How somebody who coaches is booked; as everybody begins, where they have said nothing."""
        return session.get(Coach, person_id, populate_existing=True) or Coach(person_id=person_id)

    @stored
    def these(self, session: Session, person_ids: Collection[int]) -> dict[int, Coach]:
        """The same of several, by id."""
        wanted = select(Coach).where(col(Coach.person_id).in_(person_ids))
        rows = session.exec(wanted.execution_options(populate_existing=True))
        found = {coach.person_id: coach for coach in rows}
        return {person_id: found.get(person_id) or Coach(person_id=person_id) for person_id in person_ids}

    @stored
    def save(self, session: Session, coach: Coach) -> None:
        session.merge(coach)
        session.flush()

    @stored
    def of(self, session: Session, cohort_id: int, participant_id: int) -> int | None:
        """Somebody's coach in a cohort."""
        theirs = and_(col(Assignment.cohort_id) == cohort_id, col(Assignment.participant_id) == participant_id)
        return session.exec(select(Assignment.coach_id).where(theirs, OPEN)).first()

    @stored
    def assignments(self, session: Session, cohort_id: int) -> dict[int, int]:
        """Who of a cohort has which coach, by participant."""
        wanted = select(Assignment.participant_id, Assignment.coach_id).where(Assignment.cohort_id == cohort_id, OPEN)
        return dict(session.exec(wanted).all())

    @stored
    def loads(self, session: Session, coach_ids: Collection[int]) -> dict[int, int]:
        """How many participants each of these coaches has, in every cohort."""
        counted = select(Assignment.coach_id, func.count()).where(col(Assignment.coach_id).in_(coach_ids), OPEN)
        return dict(session.exec(counted.group_by(col(Assignment.coach_id))).all())

    @stored
    def assign(self, session: Session, cohort_id: int, participant_id: int, coach_id: int, now: datetime) -> None:
        """This is their coach from now on, and whoever was is so no more. Raises Taken where two say so at once."""
        known_coach(session, coach_id)
        _end(session, now, col(Assignment.cohort_id) == cohort_id, col(Assignment.participant_id) == participant_id)
        new = Assignment(cohort_id=cohort_id, participant_id=participant_id, coach_id=coach_id, since=now)
        try:
            with session.begin_nested():
                session.add(new)
        except IntegrityError:
            raise Taken("a participant who has just been given a coach") from None

    @stored
    def end(self, session: Session, cohort_id: int, coach_id: int, now: datetime) -> list[int]:
        """Somebody coaches nobody in a cohort any more; gives whom they did."""
        return _end(session, now, col(Assignment.cohort_id) == cohort_id, col(Assignment.coach_id) == coach_id)

    @stored
    def let_go(self, session: Session, cohort_id: int, participant_id: int, now: datetime) -> None:
        """Somebody has no coach in a cohort any more."""
        _end(session, now, col(Assignment.cohort_id) == cohort_id, col(Assignment.participant_id) == participant_id)

    @stored
    def keep_apart(self, session: Session, one_id: int, other_id: int) -> None:
        first, second = sorted((one_id, other_id))
        put_once(session, BAR, {"person_id": first, "other_id": second})

    @stored
    def let_together(self, session: Session, one_id: int, other_id: int) -> None:
        first, second = sorted((one_id, other_id))
        session.exec(delete(Bar).where(col(Bar.person_id) == first, col(Bar.other_id) == second))

    @stored
    def kept_apart(self, session: Session, person_ids: Collection[int]) -> frozenset[Pair]:
        """Every two who are kept apart, where one of them is one of these."""
        theirs = or_(col(Bar.person_id).in_(person_ids), col(Bar.other_id).in_(person_ids))
        return frozenset(frozenset(pair) for pair in session.exec(select(Bar.person_id, Bar.other_id).where(theirs)))


OPEN = col(Assignment.ended_at).is_(None)


def _end(session: Session, now: datetime, *which: ColumnElement[bool]) -> list[int]:
    ended = update(Assignment).where(*which, OPEN).values(ended_at=now).returning(col(Assignment.participant_id))
    return list(session.exec(ended).scalars())
