"""What people choose of unasked messages, when they are away, whose messages are held, and what waits for them."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum

from sqlalchemy import ColumnElement, String
from sqlalchemy import select as sqlalchemy_select
from sqlmodel import Field, Session, SQLModel, and_, col, delete, func, or_, select, update

from storage.database import Area, stored
from storage.shared.cohorts import Membership, State
from storage.shared.deliveries import IS_LEASED, Delivery, DeliveryState, Urgency, owe
from storage.shared.people import Person
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


@dataclass(frozen=True)
class Standing:
    """All that says whether something unasked goes to somebody just now."""

    person: Person
    states: frozenset[State]
    """In the cohort it is about, or in any."""
    event: Event | None
    """The one it is about."""
    choice: ReminderChoice | None
    muted: bool
    leaves: Sequence[Leave]
    holds: Sequence[Hold]
    sent: Sequence[tuple[str, datetime]]
    """What they got unasked since the week began, each by its kind, with what is under way."""
    morning_at: datetime | None
    """When the morning message comes that is owed next."""


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
    def mute_event(self, session: Session, person_id: int, event_id: int) -> None:
        """They hear nothing more about it; what they asked to hear of it later goes with that."""
        session.merge(MutedEvent(person_id=person_id, event_id=event_id))
        _forget_snoozed(session, person_id, col(Delivery.event_id) == event_id)

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
    def add_leave(self, session: Session, leave: Leave) -> Leave:
        """Be away on these days; days that touch others become one leave with them."""
        for other in session.exec(select(Leave).where(Leave.person_id == leave.person_id)):
            if (leave.first - other.last).days <= 1 and (other.first - leave.last).days <= 1:
                leave.first, leave.last = min(leave.first, other.first), max(leave.last, other.last)
                session.delete(other)
        session.add(leave)
        session.flush()
        return leave

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
                select(Hold).where(Hold.cohort_id == cohort_id, _lasts(now)).order_by(col(Hold.made_at), col(Hold.id))
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

    # ------------------------------------------------------------ one unasked message

    @stored
    def standing(
        self,
        session: Session,
        person: Person,
        delivery: Delivery,
        *,
        today: date,
        week_began: datetime,
        now: datetime,
    ) -> Standing:
        """How things stand for somebody, for one message to them. Two for the same person wait for one another."""
        session.exec(select(Person.id).where(Person.id == person.id).with_for_update())
        event = session.get(Event, delivery.event_id) if delivery.event_id is not None else None
        parts = session.exec(
            select(Membership.cohort_id, Membership.state).where(Membership.person_id == person.id)
        ).all()
        parts = [part for part in parts if event is None or part[0] == event.cohort_id]
        holds = session.exec(
            select(Hold).where(
                or_(
                    Hold.person_id == person.id,
                    and_(col(Hold.person_id).is_(None), col(Hold.cohort_id).in_([cohort for cohort, _ in parts])),
                ),
                _lasts(now),
            )
        ).all()
        muted = delivery.event_id is not None and session.get(MutedEvent, (person.id, delivery.event_id)) is not None
        return Standing(
            person=person,
            states=frozenset(State(state) for _, state in parts),
            event=event,
            choice=session.get(ReminderChoice, (person.id, delivery.kind)),
            muted=muted,
            leaves=session.exec(select(Leave).where(Leave.person_id == person.id, Leave.last >= today)).all(),
            holds=holds,
            sent=_sent(session, person.id, delivery.id, week_began),
            morning_at=session.exec(
                select(Delivery.due_at)
                .where(Delivery.person_id == person.id, Delivery.kind == MORNING, Delivery.state == DeliveryState.DUE)
                .order_by(col(Delivery.due_at))
            ).first(),
        )

    @stored
    def wait(self, session: Session, delivery_id: str, why: str) -> None:
        """It waits for a morning message."""
        session.exec(
            update(Delivery)
            .where(col(Delivery.id) == delivery_id)
            .values(state=DeliveryState.HELD, leased_until=None, why=why)
        )

    @stored
    def wait_on(self, session: Session, delivery_id: str) -> None:
        """It goes with no morning message just now."""
        session.exec(update(Delivery).where(col(Delivery.id) == delivery_id).values(rides_with=None))

    @stored
    def put_off(self, session: Session, delivery: Delivery, at: datetime, why: str) -> None:
        """It goes then; how long it is of use is counted from then, too."""
        useful_until = delivery.useful_until and delivery.useful_until + (at - delivery.due_at)
        session.exec(
            update(Delivery)
            .where(col(Delivery.id) == delivery.id)
            .values(state=DeliveryState.DUE, due_at=at, useful_until=useful_until, leased_until=None, why=why)
        )

    @stored
    def owe_morning(self, session: Session, key: str, person_id: int, job: str, at: datetime, now: datetime) -> bool:
        """A morning message then; False where the one of this key has come and gone."""
        owed = Delivery(key=key, person_id=person_id, kind=MORNING, job=job, due_at=at, made_at=now)
        if owe(session, [owed]):
            return True
        return session.exec(select(Delivery.state).where(Delivery.key == key)).one() == DeliveryState.DUE

    @stored
    def claim(self, session: Session, person_id: int, morning_id: str) -> list[Delivery]:
        """What waits for somebody's morning message goes with this one, the earliest first."""
        session.exec(
            update(Delivery)
            .where(
                col(Delivery.person_id) == person_id,
                col(Delivery.state) == DeliveryState.HELD,
                col(Delivery.rides_with).is_(None),
            )
            .values(rides_with=morning_id)
        )
        claimed = session.exec(
            select(Delivery)
            .where(Delivery.rides_with == morning_id, Delivery.state == DeliveryState.HELD)
            .order_by(col(Delivery.due_at), col(Delivery.id))
        ).all()
        if any(delivery.again for delivery in claimed):  # what is better said twice makes the whole of it so
            session.exec(update(Delivery).where(col(Delivery.id) == morning_id).values(again=True))
        return list(claimed)

    @stored
    def mornings_sent(self, session: Session, person_id: int, since: datetime) -> int:
        """How many morning messages somebody has had since then."""
        found = session.exec(
            select(Delivery.id).where(
                Delivery.person_id == person_id,
                Delivery.kind == MORNING,
                Delivery.state == DeliveryState.SENT,
                col(Delivery.ended_at) >= since,
            )
        )
        return len(found.all())

    @stored
    def latest(self, session: Session, person_id: int) -> Delivery | None:
        """The last that somebody was told unasked, but for morning messages."""
        return session.exec(
            select(Delivery)
            .where(
                Delivery.person_id == person_id,
                col(Delivery.kind).is_not(None),
                Delivery.kind != MORNING,
                Delivery.state == DeliveryState.SENT,
            )
            .order_by(col(Delivery.ended_at).desc())
        ).first()

    @stored
    def snooze(self, session: Session, told: Delivery, key: str, at: datetime, now: datetime) -> None:
        """Say this again then, as they asked for; only once, however often they ask."""
        again = f"snooze {told.id} "
        _forget_snoozed(session, told.person_id, col(Delivery.key).startswith(again, autoescape=True))
        owed = Delivery(
            key=again + key,
            person_id=told.person_id,
            event_id=told.event_id,
            kind=told.kind,
            job=told.job,
            arguments=told.arguments,
            body=told.body,
            urgency=Urgency.ANSWER,
            again=told.again,
            due_at=at,
            made_at=now,
        )
        owe(session, [owed])

    @stored
    def told(self, session: Session, person_id: int, delivery_id: str) -> Delivery | None:
        """What somebody was told; None where it was nothing to them."""
        delivery = session.get(Delivery, delivery_id)
        return delivery if delivery is not None and delivery.person_id == person_id else None

    @stored
    def went_with(self, session: Session, morning_id: str) -> list[Delivery]:
        """What went with a morning message."""
        return list(
            session.exec(
                select(Delivery)
                .where(Delivery.rides_with == morning_id, Delivery.state == DeliveryState.SENT)
                .order_by(col(Delivery.due_at), col(Delivery.id))
            )
        )


def _forget_snoozed(session: Session, person_id: int | None, which: ColumnElement[bool]) -> None:
    session.exec(
        delete(Delivery).where(
            col(Delivery.person_id) == person_id,
            col(Delivery.state) == DeliveryState.DUE,
            col(Delivery.key).startswith("snooze "),
            which,
        )
    )


def _lasts(now: datetime) -> ColumnElement[bool]:
    return or_(col(Hold.until).is_(None), col(Hold.until) > now)


def _sent(session: Session, person_id: int, but_for: str, since: datetime) -> Sequence[tuple[str, datetime]]:
    """What somebody got unasked since then, but for this one; what is on its way, or may have arrived, is among it."""
    moment = func.coalesce(col(Delivery.ended_at), col(Delivery.due_at))
    found = session.execute(
        sqlalchemy_select(col(Delivery.kind), moment).where(
            col(Delivery.person_id) == person_id,
            col(Delivery.kind).is_not(None),
            col(Delivery.id) != but_for,
            col(Delivery.urgency) != Urgency.ANSWER,
            col(Delivery.rides_with).is_(None),
            or_(
                and_(
                    col(Delivery.state).in_([DeliveryState.SENT, DeliveryState.UNCERTAIN]),
                    col(Delivery.ended_at) >= since,
                ),
                and_(IS_LEASED, col(Delivery.sent_by).is_not(None)),
            ),
        )
    )
    return [(str(kind), ended) for kind, ended in found]
