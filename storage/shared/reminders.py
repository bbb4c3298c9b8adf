"""What people choose of unasked messages, when they are away, whose messages are held, and what waits for them."""

from collections.abc import Collection
from datetime import date, datetime, time
from enum import StrEnum

from sqlalchemy import ColumnElement, String
from sqlmodel import Field, Session, SQLModel, col, delete, or_, select, update

from storage.database import Area, stored
from storage.shared.deliveries import Delivery, DeliveryState
from storage.shared.timetable import Event

MORNING = "morning"
"""The kind of a morning message."""


class How(StrEnum):
    """How somebody wants the reminders of a kind."""

    AS_PLANNED = "planned"
    IN_THE_MORNING = "morning"
    NEVER = "never"


class ReminderChoice(SQLModel, table=True):
    """What somebody chose for one kind of unasked message."""

    __tablename__ = "reminder_choice"

    person_id: int = Field(foreign_key="person.id", primary_key=True)
    kind: str = Field(primary_key=True)
    how: How = Field(default=How.AS_PLANNED, sa_type=String)
    hour: time | None = None
    """When they come, in place of the hour that the programme says."""
    platform: str | None = None
    """Where they go, for who has several accounts."""


class MutedEvent(SQLModel, table=True):
    """An event that somebody wants to hear nothing more about."""

    __tablename__ = "muted_event"

    person_id: int = Field(foreign_key="person.id", primary_key=True)
    event_id: int = Field(foreign_key="event.id", primary_key=True)


class Leave(SQLModel, table=True):
    """Days on which somebody is away: what is unasked waits until they are back. No reason is kept."""

    __tablename__ = "leave"

    id: int = Field(default=None, primary_key=True)
    person_id: int = Field(foreign_key="person.id", index=True)
    first: date
    last: date


class Hold(SQLModel, table=True):
    """Everything unasked to somebody, or to a whole cohort, waits."""

    __tablename__ = "hold"

    id: int = Field(default=None, primary_key=True)
    cohort_id: int = Field(foreign_key="cohort.id", index=True)
    person_id: int | None = Field(default=None, foreign_key="person.id", index=True)
    """None for the whole cohort."""
    until: datetime | None = None
    """None until somebody lets messages through again."""
    made_by: int = Field(foreign_key="person.id")
    made_at: datetime


class Reminders(Area):
    """What is unasked: how people want it, when it waits, and what was planned."""

    # ------------------------------------------------------------ what people choose

    @stored
    def choices(self, session: Session, person_id: int) -> dict[str, ReminderChoice]:
        """What somebody chose, by kind."""
        found = session.exec(select(ReminderChoice).where(ReminderChoice.person_id == person_id))
        return {choice.kind: choice for choice in found}

    @stored
    def choose(self, session: Session, choice: ReminderChoice) -> None:
        """Instead of whatever they chose for that kind before."""
        session.merge(choice)
        session.flush()

    @stored
    def mute_event(self, session: Session, person_id: int, event_id: int, now: datetime) -> list[str]:
        """They hear nothing more about it; what they asked to hear of it later goes with that: gives its keys."""
        session.merge(MutedEvent(person_id=person_id, event_id=event_id))
        return cancel_snoozed(session, person_id, col(Delivery.event_id) == event_id, now)

    @stored
    def unmute_event(self, session: Session, person_id: int, event_id: int) -> None:
        session.exec(
            delete(MutedEvent).where(col(MutedEvent.person_id) == person_id, col(MutedEvent.event_id) == event_id)
        )

    @stored
    def muted_events(self, session: Session, person_id: int) -> list[Event]:
        """The events that they want to hear nothing more about."""
        return list(
            session.exec(
                select(Event)
                .join(MutedEvent, col(MutedEvent.event_id) == col(Event.id))
                .where(MutedEvent.person_id == person_id)
                .order_by(col(Event.day), col(Event.id))
            )
        )

    # ------------------------------------------------------------ being away, and being held

    @stored
    def leaves(self, session: Session, person_id: int, since: date) -> list[Leave]:
        """When they are away, from this day on."""
        return list(
            session.exec(
                select(Leave).where(Leave.person_id == person_id, Leave.last >= since).order_by(col(Leave.first))
            )
        )

    @stored
    def add_leave(self, session: Session, leave: Leave) -> tuple[Leave, list[tuple[date, date]]]:
        """Be away on these days; days that touch others become one leave with them: gives those as well."""
        before = []
        for other in session.exec(select(Leave).where(Leave.person_id == leave.person_id)):
            if (leave.first - other.last).days <= 1 and (other.first - leave.last).days <= 1:
                leave.first, leave.last = min(leave.first, other.first), max(leave.last, other.last)
                before.append((other.first, other.last))
                session.delete(other)
        session.add(leave)
        session.flush()
        return leave, before

    @stored
    def end_leave(self, session: Session, person_id: int, leave_id: int) -> bool:
        """They are not away after all."""
        gone = session.exec(delete(Leave).where(col(Leave.id) == leave_id, col(Leave.person_id) == person_id))
        return bool(gone.rowcount)

    @stored
    def hold(self, session: Session, hold: Hold) -> Hold:
        session.add(hold)
        session.flush()
        return hold

    @stored
    def holds(self, session: Session, cohort_id: int, now: datetime) -> list[Hold]:
        """Whose messages wait in a cohort."""
        return list(
            session.exec(
                select(Hold).where(Hold.cohort_id == cohort_id, lasts(now)).order_by(col(Hold.made_at), col(Hold.id))
            )
        )

    @stored
    def let_through(self, session: Session, hold_id: int) -> None:
        session.exec(delete(Hold).where(col(Hold.id) == hold_id))

    @stored
    def held(self, session: Session, person_ids: Collection[int]) -> dict[int, int]:
        """How many messages wait for each of these."""
        found = session.exec(
            select(Delivery.person_id).where(
                col(Delivery.person_id).in_(person_ids), Delivery.state == DeliveryState.HELD
            )
        ).all()
        return {person_id: found.count(person_id) for person_id in found if person_id is not None}


def cancel_snoozed(session: Session, person_id: int | None, which: ColumnElement[bool], now: datetime) -> list[str]:
    """They no longer ask to hear these later; gives their keys."""
    cancelled = session.exec(
        update(Delivery)
        .where(
            col(Delivery.person_id) == person_id,
            col(Delivery.state) == DeliveryState.DUE,
            col(Delivery.key).startswith("snooze "),
            which,
        )
        .values(state=DeliveryState.DROPPED, ended_at=now, why="cancelled")
        .returning(col(Delivery.key))
    )
    return [key for key in cancelled.scalars() if key is not None]


def lasts(now: datetime) -> ColumnElement[bool]:
    return or_(col(Hold.until).is_(None), col(Hold.until) > now)
