"""What is known of the keeping itself: that these rows came from a backup, and what each nightly round has ended."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import JSON, Column, ColumnElement, Connection, Table, case
from sqlalchemy import select as select_columns
from sqlmodel import Field, Session, SQLModel, and_, col, func, select, update

from storage.database import Area, stored
from storage.shared.deliveries import Delivery, DeliveryState
from storage.shared.people import Account, Person
from storage.shared.turns import TurnRow, TurnState


class Restoration(SQLModel, table=True):
    """These rows were put back from a backup. Until it is resumed, nothing is sent."""

    __tablename__ = "restoration"

    id: int = Field(default=None, primary_key=True)
    backup_made_at: datetime
    restored_at: datetime
    resumed_at: datetime | None = None


RESTORATION: Table = SQLModel.metadata.tables["restoration"]


class Round(SQLModel, table=True):
    """One nightly round, and how many rows of each table ended their life in it."""

    __tablename__ = "round"

    day: date = Field(primary_key=True)
    done_at: datetime
    ended: dict[str, int] = Field(default_factory=dict, sa_column=Column(JSON, nullable=False))


@dataclass(frozen=True)
class Waiting:
    """How much of one kind waits to be sent, without a word of it."""

    kind: str
    count: int
    oldest: datetime
    newest: datetime
    stale: int
    """How many of them are too late to be of use, and will be dropped."""


def put_back_from(backup_made_at: datetime, now: datetime) -> Callable[[Connection], None]:
    """Say that all of this came from a backup, in the transaction that puts it back or before anybody else looks."""

    def say(connection: Connection) -> None:
        connection.execute(RESTORATION.insert(), {"backup_made_at": backup_made_at, "restored_at": now})

    return say


def stands_still(connection: Connection) -> bool:
    """Whether they have been put back and not resumed."""
    return connection.execute(RESTORATION.select().where(RESTORATION.c.resumed_at.is_(None))).first() is not None


class Keeping(Area):
    """Restorations, and nightly rounds."""

    @stored
    def restoration(self, session: Session) -> Restoration | None:
        """The one that has not been resumed."""
        return session.exec(select(Restoration).where(col(Restoration.resumed_at).is_(None))).first()

    @stored
    def waiting(self, session: Session, now: datetime) -> list[Waiting]:
        """What would be sent now, by its kind."""
        kind = func.coalesce(Delivery.kind, Delivery.job, "answers and messages")
        stale = func.sum(case((col(Delivery.useful_until) < now, 1), else_=0))
        columns = kind, func.count(), func.min(Delivery.due_at), func.max(Delivery.due_at), stale
        found = session.connection().execute(select_columns(*columns).where(_unsent(now)).group_by(kind).order_by(kind))
        return [Waiting(*row) for row in found]

    @stored
    def later(self, session: Session, now: datetime) -> int:
        """How much falls due only later."""
        later = and_(col(Delivery.state) == DeliveryState.DUE, col(Delivery.due_at) > now)
        return session.exec(select(func.count()).select_from(Delivery).where(later)).one()

    @stored
    def to_be_answered(self, session: Session) -> int:
        """How many people wrote, and have had no answer."""
        owners = func.count(func.distinct(TurnRow.owner))
        return session.exec(select(owners).where(col(TurnRow.state) != TurnState.DONE)).one()

    @stored
    def look_for_sent(self, session: Session, ran_until: datetime, acts: list[str], now: datetime) -> int:
        """What fell due while the lost bot ran on may have gone: it is looked for before it is sent. Gives how many.

        It is as if its sending had been interrupted. Acts know themselves how far they came.
        """
        unsent = select(Delivery).where(
            col(Delivery.state) == DeliveryState.DUE,
            col(Delivery.due_at) <= ran_until,
            col(Delivery.person_id).is_not(None),
            func.coalesce(Delivery.job, "").not_in(acts),
        )
        found = list(session.exec(unsent))
        for delivery in found:
            delivery.sent_by = delivery.account_id or _first_account(session, delivery.person_id)
            if delivery.sent_by is not None:
                delivery.state = DeliveryState.LEASED
                delivery.leased_until = now
                session.add(delivery)
        session.flush()
        return sum(delivery.sent_by is not None for delivery in found)

    @stored
    def resume(self, session: Session, now: datetime) -> None:
        session.exec(update(Restoration).where(col(Restoration.resumed_at).is_(None)).values(resumed_at=now))

    @stored
    def round_done(self, session: Session, day: date, ended: dict[str, int], now: datetime) -> None:
        """Keep what a nightly round did; another of the same day adds to it."""
        before = session.get(Round, day)
        counts = {table: count + (before.ended.get(table, 0) if before else 0) for table, count in ended.items()}
        session.merge(Round(day=day, done_at=now, ended={**(before.ended if before else {}), **counts}))
        session.flush()

    @stored
    def rounds(self, session: Session) -> list[Round]:
        """What the nightly rounds did, the newest first."""
        return list(session.exec(select(Round).order_by(col(Round.day).desc())))


def _unsent(now: datetime) -> ColumnElement[bool]:
    waits = col(Delivery.state).in_([DeliveryState.DUE, DeliveryState.LEASED])
    return and_(waits, col(Delivery.due_at) <= now)


def _first_account(session: Session, person_id: int | None) -> int | None:
    """Where a message to this person goes first."""
    person = session.get(Person, person_id)
    accounts = session.exec(
        select(Account)
        .where(Account.person_id == person_id, col(Account.reachable))
        .order_by(col(Account.platform) != (person.platform if person else None), col(Account.id))
    )
    first = accounts.first()
    return None if first is None else first.id
