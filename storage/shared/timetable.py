"""The timetable of a cohort: its events, and who comes to them."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import uuid4

from sqlalchemy import JSON, Column, String, Table, UniqueConstraint, distinct
from sqlalchemy.dialects.postgresql import insert as postgres_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert
from sqlmodel import Field, Session, SQLModel, col, func, select

from storage.database import Area, stored
from storage.shared.cohorts import STATES_PRESENT, Membership


class EventKind(StrEnum):
    """What an event is."""

    MODULE = "module"
    DEVELOPMENT = "development"
    DEADLINE = "deadline"
    GRADUATION = "graduation"
    OTHER = "other"


class Event(SQLModel, table=True):
    """A dated thing in a cohort's timetable."""

    __tablename__ = "event"

    id: int = Field(default=None, primary_key=True)
    cohort_id: int = Field(foreign_key="cohort.id", index=True)
    kind: EventKind = Field(sa_type=String)
    key: str = ""
    """What the template calls it; empty for one that was added."""
    title: str
    day: date
    """The day it is on, where the cohort is."""
    starts_at: datetime | None = None
    """None for a thing that has only a day."""
    ends_at: datetime | None = None
    place: str = ""
    way_in: str = ""
    step_free: str = ""
    link: str = ""
    """Where to join it from afar."""
    uid: str = Field(default_factory=lambda: f"{uuid4().hex}@waymark", unique=True)
    """What calendars know it by; it never changes."""
    sequence: int = 0
    """How often people have been told that it changed."""
    told: dict[str, Any] = Field(default_factory=dict, sa_column=Column(JSON, nullable=False))
    """What people were told last; empty while nobody has been."""
    word: str = ""
    """What makes, under the installation's secret, the word shown in the room, by which people say they are there."""
    made_at: datetime
    changed_at: datetime
    cancelled_at: datetime | None = None


class Answer(StrEnum):
    """What somebody said about coming."""

    COMING = "coming"
    APOLOGIES = "apologies"


class Attendance(SQLModel, table=True):
    """Whether somebody said that they come to an event, and whether they came."""

    __tablename__ = "attendance"
    __table_args__ = (UniqueConstraint("event_id", "person_id"),)

    id: int = Field(default=None, primary_key=True)
    event_id: int = Field(foreign_key="event.id")
    person_id: int = Field(foreign_key="person.id", index=True)
    answer: Answer | None = Field(default=None, sa_type=String)
    answered_at: datetime | None = None
    came: bool | None = None
    recorded_at: datetime | None = None


ATTENDANCE: Table = SQLModel.metadata.tables["attendance"]


class Timetable(Area):
    """What is on, and who comes."""

    @stored
    def add(self, session: Session, event: Event) -> Event:
        session.add(event)
        session.flush()
        return event

    @stored
    def save(self, session: Session, event: Event) -> None:
        session.add(event)
        session.flush()

    @stored
    def get(self, session: Session, event_id: int) -> Event | None:
        return session.get(Event, event_id)

    @stored
    def hold(self, session: Session, event_id: int) -> Event | None:
        """An event that is about to change: whoever else would change it waits until this is committed."""
        wanted = select(Event).where(Event.id == event_id).with_for_update()
        return session.exec(wanted.execution_options(populate_existing=True)).first()

    @stored
    def of_cohort(self, session: Session, cohort_id: int, *, cancelled: bool = False) -> list[Event]:
        """A cohort's events in their order; those that were cancelled only where they are wanted."""
        wanted = select(Event).where(Event.cohort_id == cohort_id)
        if not cancelled:
            wanted = wanted.where(col(Event.cancelled_at).is_(None))
        return sorted(session.exec(wanted), key=_order)

    @stored
    def of_person(self, session: Session, person_id: int, first: date, last: date) -> list[Event]:
        """What is on from one day to another in every cohort where somebody has joined and is there."""
        cohorts = select(Membership.cohort_id).where(
            Membership.person_id == person_id, col(Membership.state).in_(STATES_PRESENT)
        )
        wanted = select(Event).where(
            col(Event.cohort_id).in_(cohorts),
            Event.day >= first,
            Event.day <= last,
            col(Event.cancelled_at).is_(None),
        )
        return sorted(session.exec(wanted), key=_order)

    @stored
    def attendances(self, session: Session, event_id: int) -> dict[int, Attendance]:
        """What is known of who comes, and came, by person."""
        found = session.exec(select(Attendance).where(Attendance.event_id == event_id))
        return {attendance.person_id: attendance for attendance in found}

    @stored
    def attendances_of(self, session: Session, person_id: int, event_ids: Iterable[int]) -> dict[int, Attendance]:
        """The same of one person, by event."""
        found = session.exec(
            select(Attendance).where(Attendance.person_id == person_id, col(Attendance.event_id).in_(list(event_ids)))
        )
        return {attendance.event_id: attendance for attendance in found}

    @stored
    def answer(self, session: Session, event_id: int, person_id: int, answer: Answer | None, now: datetime) -> None:
        """Somebody comes, can't, or takes back what they said."""
        _write(session, event_id, person_id, answer=answer, answered_at=now)

    @stored
    def record(self, session: Session, event_id: int, came: Mapping[int, bool | None], now: datetime) -> None:
        """Who came and who didn't, by person; None takes back what was recorded."""
        for person_id, there in came.items():
            _write(session, event_id, person_id, came=there, recorded_at=now)

    @stored
    def busy_elsewhere(self, session: Session, cohort_id: int, day: date, *, but_for: Iterable[int] = ()) -> int:
        """How many of a cohort have an event of another cohort of theirs on this day; some may be left out."""
        here = select(Membership.person_id).where(
            Membership.cohort_id == cohort_id, col(Membership.state).in_(STATES_PRESENT)
        )
        elsewhere = (
            select(func.count(distinct(col(Membership.person_id))))
            .join(Event, col(Event.cohort_id) == col(Membership.cohort_id))
            .where(
                col(Membership.cohort_id).not_in([cohort_id, *but_for]),
                col(Membership.state).in_(STATES_PRESENT),
                col(Membership.person_id).in_(here),
                Event.day == day,
                col(Event.cancelled_at).is_(None),
            )
        )
        return session.exec(elsewhere).one()


def _order(event: Event) -> tuple[date, float, int]:
    """A thing that has only a day comes before what has an hour of it."""
    return event.day, event.starts_at.timestamp() if event.starts_at else 0.0, event.id


def _write(session: Session, event_id: int, person_id: int, **values: object) -> None:
    connection = session.connection()
    insert = sqlite_insert if connection.dialect.name == "sqlite" else postgres_insert
    row = insert(ATTENDANCE).values(event_id=event_id, person_id=person_id, **values)
    connection.execute(row.on_conflict_do_update(index_elements=["event_id", "person_id"], set_=values))
