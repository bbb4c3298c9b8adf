"""What has been planned of the reminders of an event: set by set, so that a cohort of any size is planned in pieces."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time
from uuid import uuid4

from sqlmodel import Field, Session, SQLModel, and_, col, delete, select, update

from storage.database import Area, stored
from storage.shared.cohorts import Membership, State
from storage.shared.deliveries import OWE, Delivery, DeliveryState, Urgency
from storage.shared.people import Person, Role
from storage.shared.reminders import How, ReminderChoice
from storage.shared.timetable import Event

STATES_REMINDED = (State.ACTIVE, State.ALUMNUS)
"""The states in which somebody is reminded."""

TOGETHER = 500
"""As many rows in one statement: both databases take so many values."""

PENDING = and_(col(Delivery.state).in_([DeliveryState.DUE, DeliveryState.HELD]), col(Delivery.rides_with).is_(None))


class Plan(SQLModel, table=True):
    """That the reminders of an event have been planned, and from what."""

    __tablename__ = "plan"

    event_id: int = Field(foreign_key="event.id", primary_key=True)
    digest: str


@dataclass(frozen=True)
class Reminded:
    """Somebody who may be reminded, as the planner has to know them."""

    person: Person
    roles: frozenset[Role]
    hours: Mapping[str, time]
    """The hours that they chose, by kind."""
    mornings: frozenset[str]
    """The kinds that they want in their morning message."""


@dataclass(frozen=True)
class Pending:
    """What has been planned of an event, and has not gone."""

    id: str
    key: str
    due_at: datetime


@dataclass(frozen=True, slots=True)
class Wanted:
    """A reminder, or a morning message, that somebody is to have: as many are made as there are to plan."""

    key: str
    person_id: int
    event_id: int | None
    kind: str
    job: str
    arguments: Mapping[str, str | int]
    due_at: datetime
    useful_until: datetime | None
    again: bool


class Planning(Area):
    """Planning the reminders of a cohort's events."""

    @stored
    def reminded(self, session: Session, cohort_id: int, after: int = 0, most: int | None = None) -> list[Reminded]:
        """Those of a cohort who may be reminded, by id. Alumni are what they are now, whatever they were."""
        parts = select(Membership.person_id).where(
            Membership.cohort_id == cohort_id, col(Membership.state).in_(STATES_REMINDED)
        )
        found = session.exec(
            select(Person)
            .where(col(Person.id).in_(parts), col(Person.id) > after, col(Person.deleted_at).is_(None))
            .order_by(col(Person.id))
            .limit(most)
        ).all()
        roles, hours = defaultdict[int, set[Role]](set), defaultdict[int, dict[str, time]](dict)
        mornings = defaultdict[int, set[str]](set)
        if found:
            first, last = found[0].id, found[-1].id
            for person_id, role, state in session.exec(
                select(Membership.person_id, Membership.role, Membership.state).where(
                    Membership.cohort_id == cohort_id,
                    col(Membership.state).in_(STATES_REMINDED),
                    col(Membership.person_id).between(first, last),
                )
            ):
                roles[person_id].add(Role.ALUMNUS if state == State.ALUMNUS else Role(role))
            for choice in session.exec(
                select(ReminderChoice).where(col(ReminderChoice.person_id).between(first, last))
            ):
                if choice.hour is not None:
                    hours[choice.person_id][choice.kind] = choice.hour
                if choice.how == How.IN_THE_MORNING:
                    mornings[choice.person_id].add(choice.kind)
        return [
            Reminded(person, frozenset(roles[person.id]), hours[person.id], frozenset(mornings[person.id]))
            for person in found
        ]

    @stored
    def planned_from(self, session: Session, cohort_id: int) -> dict[int, str]:
        """By event, a digest of what its reminders were last planned from."""
        found = session.exec(
            select(Plan.event_id, Plan.digest)
            .join(Event, col(Event.id) == Plan.event_id)
            .where(Event.cohort_id == cohort_id)
        )
        return dict(found.all())

    @stored
    def begin_planning(self, session: Session, event_id: int) -> Event:
        """The event as it is now; whoever else would plan it waits."""
        return session.exec(
            select(Event).where(Event.id == event_id).with_for_update().execution_options(populate_existing=True)
        ).one()

    @stored
    def pending(self, session: Session, event_id: int, after: int, until: int) -> list[Pending]:
        """What is planned of an event for the people whose ids are after the one, and up to the other."""
        found = session.exec(
            select(Delivery.id, Delivery.key, Delivery.due_at).where(
                Delivery.event_id == event_id,
                col(Delivery.person_id) > after,
                col(Delivery.person_id) <= until,
                PENDING,
            )
        )
        return [Pending(row, key or "", due_at) for row, key, due_at in found]

    @stored
    def cancel(self, session: Session, ids: Sequence[str]) -> None:
        """They have not gone, and are no longer wanted: as if they had never been planned."""
        for first in range(0, len(ids), TOGETHER):
            session.exec(delete(Delivery).where(col(Delivery.id).in_(ids[first : first + TOGETHER]), PENDING))

    @stored
    def move(self, session: Session, moved: Sequence[Wanted]) -> None:
        """They have not gone, and are due at another time."""
        for wanted in moved:
            session.exec(
                update(Delivery)
                .where(col(Delivery.key) == wanted.key, col(Delivery.state) == DeliveryState.DUE)
                .values(due_at=wanted.due_at, useful_until=wanted.useful_until)
            )

    @stored
    def plan(self, session: Session, wanted: Sequence[Wanted], now: datetime) -> None:
        """Owe these, each once."""
        if wanted:
            connection = session.connection()
            connection.execute(OWE[connection.dialect.name], [_row(each, now) for each in wanted])

    @stored
    def due_at(self, session: Session, keys: Sequence[str]) -> dict[str, datetime]:
        """When those of these that have not gone are due."""
        found = session.exec(
            select(Delivery.key, Delivery.due_at).where(
                col(Delivery.key).in_(keys), Delivery.state == DeliveryState.DUE
            )
        )
        return {key: due_at for key, due_at in found if key is not None}

    @stored
    def has_planned(self, session: Session, event_id: int, digest: str) -> None:
        session.merge(Plan(event_id=event_id, digest=digest))
        session.flush()


def _row(wanted: Wanted, now: datetime) -> dict[str, object]:
    """A delivery's row, without the cost of making the delivery."""
    return {
        "id": uuid4().hex,
        "key": wanted.key,
        "person_id": wanted.person_id,
        "event_id": wanted.event_id,
        "kind": wanted.kind,
        "job": wanted.job,
        "arguments": wanted.arguments,
        "due_at": wanted.due_at,
        "useful_until": wanted.useful_until,
        "again": wanted.again,
        "urgency": Urgency.DUE,
        "state": DeliveryState.DUE,
        "attempts": 0,
        "steps": {},
        "made_at": now,
    }
