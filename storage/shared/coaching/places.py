"""Slots, their places, and who has which: every way to win a place goes through here, and a constraint decides it.

A booking has a place exactly as long as it has its number, and no two have the same. Beside it stand rows in `busy`,
one for each five minutes, of whoever meets: so nobody is in two sessions at once, whoever they are in each.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any, TypeVar
from uuid import uuid4

from sqlalchemy import (
    JSON,
    CheckConstraint,
    Column,
    ForeignKeyConstraint,
    Index,
    String,
    Table,
    UniqueConstraint,
    insert,
    text,
)
from sqlalchemy.exc import IntegrityError
from sqlmodel import Field, Session, SQLModel, col, delete, func, select, update

from storage.errors import Taken
from storage.shared.coaching.busy import Span
from storage.shared.coaching.coaches import known_coach, put_once

BLOCK = timedelta(minutes=5)
EPOCH = datetime.fromisoformat("1970-01-01T00:00+00:00")


class BookingState(StrEnum):
    """Where a booking stands."""

    REQUESTED = "requested"
    CONFIRMED = "confirmed"
    DECLINED = "declined"
    WAITING = "waiting"
    """In the line for a group; with a place, once one is offered."""
    CANCELLED = "cancelled"
    ATTENDED = "attended"
    MISSED = "missed"


LIVE = (BookingState.REQUESTED, BookingState.CONFIRMED)
"""They meet, unless something comes between."""

ENDED = (BookingState.DECLINED, BookingState.CANCELLED)


class Slot(SQLModel, table=True):
    """A time at which somebody coaches, from when the first would come."""

    __tablename__ = "slot"
    __table_args__ = (UniqueConstraint("coach_id", "starts_at"),)

    id: int = Field(default=None, primary_key=True)
    coach_id: int = Field(foreign_key="coach.person_id")
    offer_id: int | None = Field(default=None, foreign_key="offer.id", index=True)
    """None for a time that was proposed to one person."""
    starts_at: datetime
    ends_at: datetime
    places: int = 1
    fewest: int = 0
    place: str = ""
    link: str = ""
    paid: bool | None = None
    """Whether its coach was paid for it; None as they say of all."""
    uid: str = Field(default_factory=lambda: f"{uuid4().hex}@waymark")
    """What the calendar of a group's coach knows it by: it stays, where all of it is moved."""
    sequence: int = 0
    """How often all of it was moved, or said to be elsewhere."""

    @property
    def is_group(self) -> bool:
        return self.places > 1

    @property
    def span(self) -> Span:
        return self.starts_at, self.ends_at


class Place(SQLModel, table=True):
    """One of the places in a slot."""

    __tablename__ = "place"

    slot_id: int = Field(foreign_key="slot.id", primary_key=True)
    number: int = Field(primary_key=True)


class Booking(SQLModel, table=True):
    """A person's hold on a place."""

    __tablename__ = "booking"
    __table_args__ = (
        ForeignKeyConstraint(["slot_id", "number"], ["place.slot_id", "place.number"]),
        UniqueConstraint("slot_id", "number"),
        CheckConstraint(
            "state = 'waiting' OR (number IS NOT NULL) = (state IN ('requested', 'confirmed', 'attended', 'missed'))",
            name="booking_has_its_place",
        ),
        CheckConstraint(
            "(held_until IS NOT NULL) = (state = 'requested' OR (state = 'waiting' AND number IS NOT NULL))",
            name="booking_hold_ends",
        ),
        Index(
            "booking_once",
            "slot_id",
            "person_id",
            unique=True,
            sqlite_where=text("state IN ('requested', 'confirmed', 'waiting')"),
            postgresql_where=text("state IN ('requested', 'confirmed', 'waiting')"),
        ),
        Index(
            "booking_held",
            "held_until",
            sqlite_where=text("held_until IS NOT NULL"),
            postgresql_where=text("held_until IS NOT NULL"),
        ),
    )

    id: int = Field(default=None, primary_key=True)
    slot_id: int = Field(foreign_key="slot.id")
    number: int | None = None
    """Which of the slot's places; None without one."""
    person_id: int = Field(foreign_key="person.id", index=True)
    cohort_id: int = Field(foreign_key="cohort.id", index=True)
    state: BookingState = Field(sa_type=String)
    held_from: datetime
    """When the clock of its hold began to run."""
    held_until: datetime | None = None
    """Until when the place is held, for the coach to confirm, or for who waited to take it."""
    proposed: list[str] = Field(default_factory=list, sa_column=Column(JSON, nullable=False))
    """Other times that the coach proposed, as moments."""
    named: bool = False
    """Whoever else comes to the group may know that they do."""
    uid: str = Field(default_factory=lambda: f"{uuid4().hex}@waymark", unique=True)
    """What calendars know it by; it never changes."""
    sequence: int = 0
    """How often it was moved."""
    asked_at: datetime
    """Their turn in the line."""
    changed_at: datetime

    @property
    def is_offered(self) -> bool:
        """Of somebody who waited: there is a place for them, if they want it."""
        return self.state == BookingState.WAITING and self.number is not None


class Busy(SQLModel, table=True):
    """That somebody is in a session for these five minutes."""

    __tablename__ = "busy"

    person_id: int = Field(foreign_key="person.id", primary_key=True)
    block: int = Field(primary_key=True)
    """Which five minutes, counted from 1970."""
    slot_id: int = Field(foreign_key="slot.id", index=True)


SLOT: Table = SQLModel.metadata.tables["slot"]
PLACE: Table = SQLModel.metadata.tables["place"]
BOOKING: Table = SQLModel.metadata.tables["booking"]
BUSY: Table = SQLModel.metadata.tables["busy"]


Row = TypeVar("Row", bound=SQLModel)


class PlaceTaken(Taken):
    """Somebody else has the place, or the coach has another session then."""


class Overlap(Taken):
    """Whoever would have the place has another session then."""


def but(row: Row, **changes: object) -> Row:
    """The same, but for these; it is no row of any session."""
    return type(row)(**{"id": getattr(row, "id", None), **values_of(row), **changes})


def values_of(row: SQLModel) -> dict[str, Any]:
    """All that a row says, but for its id."""
    return {name: getattr(row, name) for name in type(row).model_fields if name != "id"}


def made(session: Session, wanted: Slot) -> Slot:
    """The slot of this coach at this moment, as it is wanted; or as it is, where somebody has a place in it.

    Raises PlaceTaken where whoever is there, or waits, came for something else: for one session, or another group.
    """
    known_coach(session, wanted.coach_id)
    put_once(session, SLOT, values_of(wanted))
    at = select(Slot).where(Slot.coach_id == wanted.coach_id, Slot.starts_at == wanted.starts_at)
    slot = session.exec(at.execution_options(populate_existing=True)).one()
    there = select(Booking.number).where(Booking.slot_id == slot.id, col(Booking.state).not_in(ENDED))
    numbers = session.exec(there).all()
    if numbers and (not slot.is_group or _sort(slot) != _sort(wanted)):
        raise PlaceTaken("a place")
    if not any(numbers):
        slot.sqlmodel_update(values_of(wanted))
        session.add(slot)
        session.flush()
        session.exec(delete(Place).where(col(Place.slot_id) == slot.id, col(Place.number) > slot.places))
    put_once(session, PLACE, *({"slot_id": slot.id, "number": 1 + number} for number in range(slot.places)))
    return slot


def win(session: Session, slot: Slot, booking: Booking) -> int:
    """Give this booking a place in the slot, its old one freed; gives its id. Raises PlaceTaken, Overlap: then nothing
    has changed. Who waits and is offered a place is not busy before they take it.
    """
    with session.begin_nested():
        values = {**values_of(booking), "slot_id": slot.id, "number": free_number(session, slot.id)}
        if values["number"] is None:
            raise PlaceTaken("a place")
        with _or(PlaceTaken):
            if not booking.id:
                booking_id = session.execute(insert(BOOKING).values(values).returning(BOOKING.c.id)).scalar_one()
            else:
                booking_id = booking.id
                session.execute(update(Booking).where(col(Booking.id) == booking_id).values(values))
        if booking.id:
            free_time(session, booking.slot_id, booking.person_id)
        with _or(PlaceTaken):
            if not _is_busy(session, slot.coach_id, slot.id):
                _block(session, slot.coach_id, slot)
        if booking.state != BookingState.WAITING:
            block_own(session, booking.person_id, slot)
    return int(booking_id)


def _sort(slot: Slot) -> tuple[int | None, bool, datetime]:
    """What somebody comes for."""
    return slot.offer_id, slot.is_group, slot.ends_at


def free_number(session: Session, slot_id: int) -> int | None:
    """The first place of a slot that nobody has."""
    taken = select(Booking.number).where(Booking.slot_id == slot_id, col(Booking.number).is_not(None))
    return session.exec(
        select(func.min(Place.number)).where(Place.slot_id == slot_id, col(Place.number).not_in(taken))
    ).one()


def block_own(session: Session, person_id: int, slot: Slot) -> None:
    """They are in this session. Raises Overlap where they are in another."""
    with _or(Overlap):
        _block(session, person_id, slot)


def free_time(session: Session, slot_id: int, person_id: int) -> None:
    """They are not in this session any more; nor is its coach, where nobody has a place in it."""
    gone = delete(Busy).where(col(Busy.slot_id) == slot_id)
    session.exec(gone.where(col(Busy.person_id) == person_id) if _has_anybody(session, slot_id) else gone)


def _has_anybody(session: Session, slot_id: int) -> bool:
    somebody = select(Booking.id).where(Booking.slot_id == slot_id, col(Booking.number).is_not(None))
    return session.exec(somebody.limit(1)).first() is not None


def _is_busy(session: Session, person_id: int, slot_id: int) -> bool:
    rows = select(Busy.block).where(Busy.person_id == person_id, Busy.slot_id == slot_id)
    return session.exec(rows.limit(1)).first() is not None


def _block(session: Session, person_id: int, slot: Slot) -> None:
    first, last = (slot.starts_at - EPOCH) // BLOCK, -((EPOCH - slot.ends_at) // BLOCK)
    rows = [{"person_id": person_id, "block": block, "slot_id": slot.id} for block in range(first, last)]
    session.execute(insert(BUSY), rows)


@contextmanager
def _or(taken: type[Taken]) -> Iterator[None]:
    """A constraint decided for somebody else."""
    try:
        yield
    except IntegrityError:
        raise taken("a place") from None
