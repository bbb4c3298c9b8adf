"""One unasked message: how things stand for whom it is for, waiting for a morning message, and coming again later."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select as sqlalchemy_select
from sqlmodel import Session, and_, col, func, or_, select, update

from storage.database import Area, stored
from storage.shared.cohorts import Membership, State
from storage.shared.deliveries import IS_LEASED, Delivery, DeliveryState, Urgency, owe
from storage.shared.people import Person
from storage.shared.reminders import MORNING, Hold, Leave, MutedEvent, ReminderChoice, cancel_snoozed, lasts
from storage.shared.timetable import Event

AGAIN = "again"
"""What names, for a morning message that is put off, the one to be said again."""


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
    superseded: bool
    """The next of the same sort about that event has come, or goes with the same morning message."""
    leaves: Sequence[Leave]
    holds: Sequence[Hold]
    sent: Sequence[tuple[str, datetime]]
    """What they got unasked since the week began, each by its kind, with what is under way."""
    morning_at: datetime | None
    """When the morning message comes that is owed next."""


WAITED_TOO_LONG = "it waited until it was of no use"


class UnaskedMessages(Area):
    """What nobody asked for, from when it falls due."""

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
                or_(col(Hold.person_id).is_(None), Hold.person_id == person.id),
                col(Hold.cohort_id).in_([cohort for cohort, state in parts if state != State.LEFT]),
                lasts(now),
            )
        ).all()
        muted = delivery.event_id is not None and session.get(MutedEvent, (person.id, delivery.event_id)) is not None
        return Standing(
            person=person,
            states=frozenset(State(state) for _, state in parts),
            event=event,
            choice=session.get(ReminderChoice, (person.id, delivery.kind)),
            muted=muted,
            superseded=event is not None and _superseded(session, delivery, now),
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
    def wait(self, session: Session, delivery_id: str, why: str, *, until: datetime | None = None) -> None:
        """It waits for a morning message; where a moment is given, it is of use until then."""
        useful = {"useful_until": until} if until is not None else {}
        session.exec(
            update(Delivery)
            .where(col(Delivery.id) == delivery_id)
            .values(state=DeliveryState.HELD, leased_until=None, why=why, **useful)
        )

    @stored
    def release(self, session: Session, person_id: int, now: datetime) -> None:
        """What waits for somebody's morning message is asked about again, each for itself."""
        session.exec(
            update(Delivery)
            .where(col(Delivery.person_id) == person_id, col(Delivery.state) == DeliveryState.HELD)
            .values(state=DeliveryState.DUE, due_at=now)
        )

    @stored
    def end_in_vain(self, session: Session, now: datetime, *, but_for: str) -> int:
        """What waits, for a morning or to be told by hand, and is of use no longer, or whose person has left, ends.

        Whoever has left hears all the same what is of the kind `but_for`.
        """
        waiting = update(Delivery).where(
            col(Delivery.state).in_([DeliveryState.HELD, DeliveryState.BY_HAND]), col(Delivery.rides_with).is_(None)
        )
        its_event = select(Event.cohort_id).where(col(Event.id) == col(Delivery.event_id)).correlate(Delivery)
        there = select(Membership.id).where(
            col(Membership.person_id) == col(Delivery.person_id),
            col(Membership.state) != State.LEFT,
            or_(col(Delivery.event_id).is_(None), col(Membership.cohort_id) == its_event.scalar_subquery()),
        )
        lies_ahead = or_(col(Event.starts_at) > now, and_(col(Event.starts_at).is_(None), Event.day >= now.date()))
        its_event_does = select(Event.id).where(col(Event.id) == col(Delivery.event_id), lies_ahead).correlate(Delivery)
        ended = 0
        for condition, why in (
            (and_(col(Delivery.useful_until) < now, ~its_event_does.exists()), WAITED_TOO_LONG),
            (and_(~there.exists(), func.coalesce(col(Delivery.kind), "") != but_for), "no longer in the cohort"),
        ):
            dropped = waiting.where(condition).values(state=DeliveryState.DROPPED, ended_at=now, why=why)
            ended += session.exec(dropped.execution_options(synchronize_session=False)).rowcount
        return ended

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
    def coming(self, session: Session, person_id: int, now: datetime) -> list[Delivery]:
        """What is to be said about events to somebody who knows nothing of it yet."""
        return list(
            session.exec(
                select(Delivery).where(
                    Delivery.person_id == person_id,
                    Delivery.state == DeliveryState.DUE,
                    col(Delivery.kind).is_not(None),
                    col(Delivery.event_id).is_not(None),
                    Delivery.due_at > now,
                )
            )
        )

    @stored
    def take_along(self, session: Session, delivery_id: str, morning_id: str) -> None:
        """It goes with this morning message, before it is due."""
        session.exec(
            update(Delivery)
            .where(col(Delivery.id) == delivery_id)
            .values(state=DeliveryState.HELD, rides_with=morning_id)
        )

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
    def snooze(self, session: Session, told: Delivery, key: str, at: datetime, now: datetime) -> tuple[str, list[str]]:
        """Say this again then, as they asked for; only once, however often they ask.

        Gives the key of what is owed, and of what was before.
        """
        again = f"snooze {told.id} "
        before = cancel_snoozed(session, told.person_id, col(Delivery.key).startswith(again, autoescape=True), now)
        owed = Delivery(
            key=again + key,
            person_id=told.person_id,
            event_id=told.event_id,
            kind=told.kind,
            job=told.job,
            arguments={AGAIN: str(told.arguments.get(AGAIN, told.id))} if told.kind == MORNING else told.arguments,
            body=told.body,
            urgency=Urgency.ANSWER,
            again=told.again,
            due_at=at,
            made_at=now,
        )
        owe(session, [owed])
        return again + key, before

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


def _superseded(session: Session, delivery: Delivery, now: datetime) -> bool:
    """Whether what comes after it, of the same sort and about the same event, has fallen due, or is said already."""
    return (
        session.exec(
            select(Delivery.id)
            .where(
                Delivery.event_id == delivery.event_id,
                Delivery.person_id == delivery.person_id,
                Delivery.kind == delivery.kind,
                Delivery.job == delivery.job,
                Delivery.due_at > delivery.due_at,
                col(Delivery.state).not_in([DeliveryState.DROPPED, DeliveryState.FAILED]),
                or_(col(Delivery.due_at) <= now, col(Delivery.rides_with).is_not(None)),
            )
            .limit(1)
        ).first()
        is not None
    )


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
