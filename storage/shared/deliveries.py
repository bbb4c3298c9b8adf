"""Deliveries: everything owed to somebody or to a platform, from when it is caused until it is done."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime, timedelta
from enum import IntEnum, StrEnum
from typing import Any
from uuid import uuid4

from sqlalchemy import JSON, Column, Index, Table, text
from sqlalchemy.dialects.postgresql import insert as postgres_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert
from sqlmodel import Field, Session, SQLModel, and_, col, delete, func, or_, select, update
from sqlmodel.sql.expression import SelectOfScalar

from storage.database import Area, stored

LEASE = timedelta(seconds=60)


class DeliveryState(StrEnum):
    """Where a delivery stands."""

    DUE = "due"
    LEASED = "leased"
    SENT = "sent"
    FAILED = "failed"
    UNCERTAIN = "uncertain"
    DROPPED = "dropped"
    """No longer true, or too late to be of use, when its time came."""
    HELD = "held"
    """It waits for the person's morning message."""
    BY_HAND = "by hand"
    """Somebody has to tell it, to a person who can use neither app."""


class Urgency(IntEnum):
    """What goes first."""

    ANSWER = 0
    DUE = 1
    ANNOUNCEMENT = 2


class Delivery(SQLModel, table=True):
    """One thing owed: a message, worded already or when it falls due, or an act in steps."""

    __tablename__ = "delivery"
    __table_args__ = (
        Index(
            "delivery_waiting",
            "urgency",
            "due_at",
            sqlite_where=text("state = 'due'"),
            postgresql_where=text("state = 'due'"),
        ),
        Index(
            "delivery_leased",
            "leased_until",
            sqlite_where=text("state = 'leased'"),
            postgresql_where=text("state = 'leased'"),
        ),
        Index("delivery_of_event", "event_id", "person_id"),
        Index(
            "delivery_rides",
            "rides_with",
            sqlite_where=text("rides_with IS NOT NULL"),
            postgresql_where=text("rides_with IS NOT NULL"),
        ),
    )

    id: str = Field(default_factory=lambda: uuid4().hex, primary_key=True)
    key: str | None = Field(default=None, unique=True)
    """What makes planning it repeatable: one delivery for each key."""
    person_id: int | None = Field(default=None, foreign_key="person.id", index=True)
    account_id: int | None = Field(default=None, foreign_key="account.id")
    """This very account; without one, the person's first that can be reached."""
    kind: str | None = None
    """What sort of unasked message it is, as people choose by; None for what was asked for."""
    event_id: int | None = None
    """The event that it is about, where it is unasked and about one."""
    rides_with: str | None = None
    """The morning message that it goes with, where it had to wait for one."""
    job: str | None = None
    """The name of what words it, or does it, when its time comes."""
    arguments: dict[str, str | int] = Field(default_factory=dict, sa_column=Column(JSON, nullable=False))
    body: dict[str, Any] | None = Field(default=None, sa_column=Column(JSON(none_as_null=True), nullable=True))
    """The message, where it is worded already. Never anything private."""
    urgency: int = Urgency.DUE
    again: bool = False
    """Twice is better than never, where a platform can't say whether it arrived."""
    due_at: datetime
    useful_until: datetime | None = None
    state: str = DeliveryState.DUE
    leased_until: datetime | None = None
    attempts: int = 0
    steps: dict[str, str] = Field(default_factory=dict, sa_column=Column(JSON, nullable=False))
    """What an act has done so far: each step, and what came of it."""
    sent: str | None = None
    sent_by: int | None = None
    """The account it was sent to, or was about to be."""
    why: str | None = None
    """Why it failed, was dropped or had to wait, without a word of it."""
    made_at: datetime
    ended_at: datetime | None = None


# In words that the partial indexes are found by: a bound value would hide them from SQLite.
IS_DUE = text("delivery.state = 'due'")
IS_LEASED = text("delivery.state = 'leased'")

DELIVERY: Table = SQLModel.metadata.tables["delivery"]
OWE = {
    "sqlite": sqlite_insert(DELIVERY).on_conflict_do_nothing(),
    "postgresql": postgres_insert(DELIVERY).on_conflict_do_nothing(),
}


def owe(session: Session, deliveries: Sequence[Delivery]) -> int:
    """Write them down, but for those whose keys are there already; gives how many were written."""
    connection = session.connection()
    rows = [{column.key: getattr(delivery, column.key) for column in DELIVERY.c} for delivery in deliveries]
    return connection.execute(OWE[connection.dialect.name], rows).rowcount


def due_first(urgency: Urgency, now: datetime, most: int) -> SelectOfScalar[Delivery]:
    """What has been due the longest, of one urgency: read off the index, whoever else is at some of it."""
    return (
        select(Delivery)
        .where(IS_DUE, Delivery.urgency == urgency, Delivery.due_at <= now)
        .order_by(col(Delivery.due_at))
        .limit(most)
        .with_for_update(skip_locked=True)
    )


class Deliveries(Area):
    """What is owed, and to whom."""

    @stored
    def owe(self, session: Session, delivery: Delivery) -> bool:
        """Write it down; False where one with its key is there already."""
        return bool(owe(session, [delivery]))

    @stored
    def lease(self, session: Session, most: int, now: datetime) -> list[Delivery]:
        """Take a small batch that is due; it is ours until the lease ends."""
        due: list[Delivery] = []
        for urgency in Urgency:  # each by its own stretch of the index: nothing is sorted, however much is due
            if len(due) < most:
                due += session.exec(due_first(urgency, now, most - len(due)))
        return _leased(session, due, now)

    @stored
    def lease_lapsed(
        self, session: Session, most: int, now: datetime, under_way: Collection[str] = ()
    ) -> list[Delivery]:
        """Take what somebody leased and did not finish: whether it was sent has to be found out first.

        What the caller has under way stays with it, even where its lease could not be renewed in time.
        """
        wanted = (
            select(Delivery)
            .where(IS_LEASED, col(Delivery.leased_until) <= now, col(Delivery.id).not_in(under_way))
            .order_by(col(Delivery.leased_until))
            .limit(most)
            .with_for_update(skip_locked=True)
        )
        return _leased(session, list(session.exec(wanted)), now)

    @stored
    def renew(self, session: Session, delivery_ids: Collection[str], now: datetime) -> None:
        """These are under way still: their leases begin anew."""
        session.exec(
            update(Delivery).where(IS_LEASED, col(Delivery.id).in_(delivery_ids)).values(leased_until=now + LEASE)
        )

    @stored
    def lease_one(self, session: Session, key: str, now: datetime) -> Delivery | None:
        """Take this one, though it may not be due or may have failed; None where it is done, or somebody is at it."""
        wanted = (
            select(Delivery)
            .where(
                Delivery.key == key,
                or_(
                    col(Delivery.state).in_([DeliveryState.DUE, DeliveryState.FAILED]),
                    and_(col(Delivery.state) == DeliveryState.LEASED, col(Delivery.leased_until) < now),
                ),
            )
            .with_for_update(skip_locked=True)
        )
        return next(iter(_leased(session, list(session.exec(wanted)), now)), None)

    @stored
    def steps(self, session: Session, key: str) -> dict[str, str]:
        """What the act with this key has done so far."""
        return dict(session.exec(select(Delivery.steps).where(Delivery.key == key)).first() or {})

    @stored
    def sending(self, session: Session, delivery_id: str, account_id: int) -> None:
        """It is about to go to this account: where to look for it, should we not hear what became of it."""
        session.exec(update(Delivery).where(col(Delivery.id) == delivery_id).values(sent_by=account_id))

    @stored
    def end(
        self,
        session: Session,
        delivery_id: str,
        state: DeliveryState,
        now: datetime,
        *,
        sent: str | None = None,
        why: str | None = None,
    ) -> None:
        session.exec(
            update(Delivery)
            .where(col(Delivery.id) == delivery_id)
            .values(state=state, ended_at=now, leased_until=None, sent=sent, why=why)
        )
        with_it = update(Delivery).where(
            col(Delivery.rides_with) == delivery_id, col(Delivery.state) == DeliveryState.HELD
        )
        if state == DeliveryState.DROPPED:
            session.exec(with_it.values(rides_with=None))
        else:
            session.exec(with_it.values(state=state, ended_at=now, sent=sent))

    @stored
    def put_back(
        self, session: Session, delivery_id: str, due_at: datetime, *, why: str | None = None, counts: bool = True
    ) -> None:
        """It did not go, and is to be tried again then."""
        session.exec(
            update(Delivery)
            .where(col(Delivery.id) == delivery_id)
            .values(
                state=DeliveryState.DUE,
                due_at=due_at,
                leased_until=None,
                why=why,
                attempts=Delivery.attempts + int(counts),
            )
        )

    @stored
    def begin_again(
        self, session: Session, delivery_id: str, due_at: datetime, arguments: Mapping[str, str | int]
    ) -> None:
        """It is done, and is to be done anew then, unless it was cancelled meanwhile."""
        session.exec(
            update(Delivery)
            .where(col(Delivery.id) == delivery_id, col(Delivery.ended_at).is_(None))
            .values(
                state=DeliveryState.DUE,
                due_at=due_at,
                leased_until=None,
                why=None,
                attempts=0,
                steps={},
                arguments=dict(arguments),
            )
        )

    @stored
    def keep_leased(self, session: Session, delivery_id: str, until: datetime, *, why: str) -> None:
        """It may have gone, and a fault of ours kept us from marking it: until then, and then it is looked for."""
        session.exec(
            update(Delivery)
            .where(col(Delivery.id) == delivery_id)
            .values(leased_until=until, why=why, attempts=Delivery.attempts + 1)
        )

    @stored
    def record_step(self, session: Session, delivery_id: str, step: str, result: str, now: datetime) -> None:
        """An act has come this far; its lease begins anew."""
        delivery = session.get_one(Delivery, delivery_id)
        delivery.steps = {**delivery.steps, step: result}
        delivery.leased_until = now + LEASE
        session.add(delivery)
        session.flush()

    @stored
    def cancel(self, session: Session, key: str, now: datetime) -> bool:
        """Take back what has not gone yet."""
        done = session.exec(
            update(Delivery)
            .where(col(Delivery.key) == key, col(Delivery.state) == DeliveryState.DUE)
            .values(state=DeliveryState.DROPPED, ended_at=now, why="cancelled")
        )
        return bool(done.rowcount)

    @stored
    def owe_after_all(self, session: Session, keys: Collection[str]) -> None:
        """What was cancelled is not."""
        session.exec(
            update(Delivery)
            .where(col(Delivery.key).in_(keys), col(Delivery.state) == DeliveryState.DROPPED)
            .values(state=DeliveryState.DUE, ended_at=None, why=None)
        )

    @stored
    def withdraw(self, session: Session, key: str, now: datetime) -> dict[str, str | int] | None:
        """Take back what has not gone yet, and give what it was about, for what takes its place."""
        return session.exec(
            update(Delivery)
            .where(col(Delivery.key) == key, col(Delivery.state).in_([DeliveryState.DUE, DeliveryState.HELD]))
            .values(state=DeliveryState.DROPPED, ended_at=now, why="something newer took its place")
            .returning(col(Delivery.arguments))
        ).scalar_one_or_none()

    @stored
    def awaited(self, session: Session, person_id: int, job: str, entry: str = "") -> list[Delivery]:
        """What is yet to come for somebody of this sort, in its order; of this entry of theirs, or of any."""
        found = session.exec(
            select(Delivery)
            .where(Delivery.person_id == person_id, Delivery.job == job, IS_DUE)
            .order_by(col(Delivery.due_at), col(Delivery.id))
        )
        return [delivery for delivery in found if not entry or delivery.arguments.get("entry") == entry]

    @stored
    def move(self, session: Session, person_id: int, to_person_id: int) -> None:
        """What was owed to one person is owed to another, who turned out to be the same."""
        session.exec(
            update(Delivery)
            .where(
                col(Delivery.person_id) == person_id, col(Delivery.state).in_([DeliveryState.DUE, DeliveryState.HELD])
            )
            .values(person_id=to_person_id)
        )

    @stored
    def next_due(self, session: Session) -> datetime | None:
        """When something falls due next, or a lease lapses."""
        due = [
            session.exec(
                select(Delivery.due_at)
                .where(IS_DUE, Delivery.urgency == urgency)
                .order_by(col(Delivery.due_at))
                .limit(1)
            ).first()
            for urgency in Urgency
        ]
        lapsing = session.exec(
            select(Delivery.leased_until).where(IS_LEASED).order_by(col(Delivery.leased_until)).limit(1)
        ).first()
        return min((moment for moment in (*due, lapsing) if moment is not None), default=None)

    @stored
    def counts(self, session: Session) -> dict[str, int]:
        """How many stand where."""
        counts = session.exec(select(Delivery.state, func.count()).group_by(Delivery.state)).all()
        return dict(counts)

    @stored
    def with_trouble(self, session: Session, most: int) -> list[Delivery]:
        """What failed, or may not have arrived, the newest first."""
        return list(
            session.exec(
                select(Delivery)
                .where(col(Delivery.state).in_([DeliveryState.FAILED, DeliveryState.UNCERTAIN]))
                .order_by(col(Delivery.ended_at).desc())
                .limit(most)
            )
        )

    @stored
    def retry(self, session: Session, delivery_id: str, now: datetime) -> bool:
        """Owe again what failed or may not have arrived."""
        done = session.exec(
            update(Delivery)
            .where(
                col(Delivery.id) == delivery_id,
                col(Delivery.state).in_([DeliveryState.FAILED, DeliveryState.UNCERTAIN]),
            )
            .values(state=DeliveryState.DUE, due_at=now, ended_at=None, attempts=0, why=None)
        )
        session.exec(
            update(Delivery)
            .where(col(Delivery.rides_with) == delivery_id)
            .values(state=DeliveryState.HELD, ended_at=None)
        )
        return bool(done.rowcount)

    @stored
    def forget_bodies_before(self, session: Session, moment: datetime) -> int:
        """The words of what was sent end their life; the counts stay."""
        done = session.exec(
            update(Delivery)
            .where(col(Delivery.ended_at) < moment, col(Delivery.body).is_not(None))
            .values(body=None, arguments={})
        )
        return int(done.rowcount)

    @stored
    def forget_before(self, session: Session, moment: datetime) -> int:
        """End the life of what was done with before this; gives how many there were."""
        return int(session.exec(delete(Delivery).where(col(Delivery.ended_at) < moment)).rowcount)


def _leased(session: Session, deliveries: list[Delivery], now: datetime) -> list[Delivery]:
    for delivery in deliveries:
        delivery.state = DeliveryState.LEASED
        delivery.leased_until = now + LEASE
        session.add(delivery)
    session.flush()
    return deliveries
