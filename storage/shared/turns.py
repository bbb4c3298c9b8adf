"""The turns: what was told to the bot and is to be handled, and what it owes for it until that is carried out."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from sqlalchemy import Index, UniqueConstraint, text
from sqlmodel import Field, Session, SQLModel, col, delete, or_, select, update

from storage.database import Area, stored

HOLD = timedelta(seconds=60)
"""How long a process may take to carry out what it decided, before another does."""


OPEN = text("turn.state <> 'done'")
"""In words that the index over the open turns is found by: a bound value would hide it from SQLite."""


class TurnState(StrEnum):
    """How far a turn has come. Only the first two hold anything of what was said."""

    KEPT = "kept"
    DECIDED = "decided"
    DONE = "done"


class Outcome(StrEnum):
    """How a turn ended, for the record that outlives its words."""

    ANSWERED = "answered"
    REFUSED = "refused"
    FAILED = "failed"
    UNDELIVERED = "undelivered"


class TurnRow(SQLModel, table=True):
    """One thing that somebody did."""

    __tablename__ = "turn"
    __table_args__ = (
        UniqueConstraint("platform", "key"),
        Index(
            "turn_open",
            "owner",
            "seq",
            sqlite_where=text("state <> 'done'"),
            postgresql_where=text("state <> 'done'"),
        ),
    )

    seq: int = Field(default=None, primary_key=True)
    id: str
    platform: str
    key: str
    account_id: int = Field(foreign_key="account.id", index=True)
    owner: str
    arrived_at: datetime
    state: str = TurnState.KEPT
    inbound: bytes | None = None
    """What was said, sealed under the key of the day."""
    effects: bytes | None = None
    """What is owed for it, sealed likewise."""
    attempts: int = 0
    given: int = 0
    """How many of the answers owed have been given."""
    due_at: datetime | None = None
    held_until: datetime | None = None
    outcome: str | None = None
    reference: str | None = None


@dataclass(frozen=True)
class Caller:
    """The platform's words for whoever did something."""

    platform: str
    team: str
    user: str
    display_name: str


def lock(session: Session, owner: str) -> None:
    """Take the owner's lock, for as long as this transaction lasts. On SQLite whoever writes is alone already."""
    if session.get_bind().dialect.name == "postgresql":
        session.execute(text("SELECT pg_advisory_xact_lock(hashtextextended(:owner, 0))"), {"owner": owner})


class Turns(Area):
    """The queue of each person, and how far each turn in it has come."""

    @stored
    def hold_back(self, session: Session, owner: str) -> None:
        """Let no turn of this owner be handled for as long as this transaction lasts."""
        lock(session, owner)

    @stored
    def failed_once_more(self, session: Session, seq: int, reference: str) -> int:
        """Count an attempt that ended in a bug; gives how many there have been."""
        row = session.get_one(TurnRow, seq)
        row.attempts += 1
        row.reference = reference
        session.add(row)
        session.flush()
        return row.attempts

    @stored
    def try_later(self, session: Session, seq: int, due_at: datetime, *, given: int, counts: bool = True) -> None:
        """An answer could not be given yet, and so many before it have been; its turn waits in its place."""
        session.execute(
            update(TurnRow)
            .where(col(TurnRow.seq) == seq)
            .values(due_at=due_at, held_until=None, given=given, attempts=TurnRow.attempts + int(counts))
        )

    @stored
    def hold(self, session: Session, seq: int, now: datetime) -> bool:
        """Undertake to carry out what was decided, unless another process has."""
        done = session.exec(
            update(TurnRow)
            .where(
                col(TurnRow.seq) == seq,
                col(TurnRow.state) == TurnState.DECIDED,
                or_(col(TurnRow.held_until).is_(None), col(TurnRow.held_until) < now),
            )
            .values(held_until=now + HOLD)
        )
        return bool(done.rowcount)

    @stored
    def owners_waiting(self, session: Session, now: datetime) -> list[str]:
        """Whose queues have something that can be done now: after a crash, and when an answer is to be tried again."""
        return list(
            session.exec(
                select(TurnRow.owner)
                .where(
                    OPEN,
                    or_(col(TurnRow.due_at).is_(None), col(TurnRow.due_at) <= now),
                    or_(col(TurnRow.held_until).is_(None), col(TurnRow.held_until) < now),
                )
                .distinct()
            )
        )

    @stored
    def move(self, session: Session, account_id: int, owner: str) -> None:
        """The account has become somebody's: its open turns stand in that person's queue from now on."""
        session.execute(update(TurnRow).where(col(TurnRow.account_id) == account_id, OPEN).values(owner=owner))

    @stored
    def latest_arrival(self, session: Session) -> datetime | None:
        return session.exec(select(TurnRow.arrived_at).order_by(col(TurnRow.seq).desc()).limit(1)).first()

    @stored
    def next_retry(self, session: Session) -> datetime | None:
        return session.exec(
            select(TurnRow.due_at).where(OPEN, col(TurnRow.due_at).is_not(None)).order_by(col(TurnRow.due_at)).limit(1)
        ).first()

    @stored
    def forget_before(self, session: Session, moment: datetime) -> int:
        """End the life of what is done and older than this; gives how many there were."""
        done = session.exec(
            delete(TurnRow).where(col(TurnRow.state) == TurnState.DONE, col(TurnRow.arrived_at) < moment)
        )
        return done.rowcount
