"""The pace of sending: a row for each bucket that a platform counts in, shared by all senders of all replicas.

It is as hot as the inbox, and written like it.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from sqlalchemy import Connection, Insert, Table, bindparam, text
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Field, Session, SQLModel, col, delete, select

from storage.database import Area, stored

LONGEST_HOLD = timedelta(minutes=5)
"""Nobody is held for longer at once, and no place is taken further ahead."""

LONGEST_EVERY = timedelta(minutes=1)

FURTHEST = LONGEST_HOLD + LONGEST_EVERY + timedelta(minutes=1)
"""No moment is further ahead, even if two replicas' clocks differ by a minute: one that is, is a broken clock's."""

RESTED = datetime(1970, 1, 1, tzinfo=UTC)
"""So long ago that the whole burst is there."""


class Pace(SQLModel, table=True):
    """How far ahead the places of a bucket are taken."""

    __tablename__ = "pace"

    bucket: str = Field(primary_key=True)
    free_at: datetime
    """When the next place is; the longer ago, the more places there are at once, as far as the burst allows (GCRA)."""
    held_until: datetime
    """Places before this are void: the platform asked for a rest."""


@dataclass(frozen=True)
class Limit:
    """One thing in a bucket every so often; after a rest, at most `burst` at once."""

    bucket: str
    every: timedelta
    burst: int = 1

    def __post_init__(self) -> None:
        if self.every > LONGEST_EVERY:
            raise ValueError("a limit of less than one thing a minute would be taken for a broken clock")


@dataclass(frozen=True)
class Reserved:
    """When a place was taken for; or, where none was, when to ask again."""

    at: datetime
    taken: bool


@dataclass
class Bucket:
    """What is known of a bucket while its row is being worked on."""

    free_at: datetime = RESTED
    held_until: datetime = RESTED

    def take(self, limit: Limit, at: datetime) -> None:
        self.free_at = max(self.free_at, at - (limit.burst - 1) * limit.every) + limit.every

    def hold(self, until: datetime) -> None:
        self.free_at = max(self.free_at, until)
        self.held_until = max(self.held_until, until)


def _in_place(insert: sqlite.Insert | postgresql.Insert) -> Insert:
    new = {"free_at": insert.excluded.free_at, "held_until": insert.excluded.held_until}
    return insert.on_conflict_do_update(index_elements=["bucket"], set_=new)


PACE: Table = SQLModel.metadata.tables["pace"]
# One lock for all of them: a row that is not there yet can't be locked. On SQLite whoever writes is alone already.
LOCK = text("SELECT pg_advisory_xact_lock(hashtextextended('pace', 0))")
FIND = select(PACE.c.bucket, PACE.c.free_at, PACE.c.held_until).where(
    PACE.c.bucket.in_(bindparam("buckets", expanding=True))
)
PUT = {"sqlite": _in_place(sqlite.insert(PACE)), "postgresql": _in_place(postgresql.insert(PACE))}


def reserve(connection: Connection, wishes: Sequence[Sequence[Limit]], now: datetime) -> list[Reserved]:
    """Take for each wish, in turn, the next place that all its limits allow."""
    _lock(connection)
    buckets = _find(connection, {limit.bucket for limits in wishes for limit in limits}, now)
    reserved = [_reserve(buckets, limits, now) for limits in wishes]
    _put(connection, buckets)
    return reserved


def _reserve(buckets: Mapping[str, Bucket], limits: Sequence[Limit], now: datetime) -> Reserved:
    """The quickest limit is the one that most senders share, and a place is taken only while it decides when.

    Else whoever waits for a slow chat would leave it idle, with everybody else behind them.
    """
    quickest = min(limits, key=lambda limit: limit.every)
    shared_at = max(now, buckets[quickest.bucket].free_at)
    at = max(shared_at, *(buckets[limit.bucket].free_at for limit in limits))
    taken = at == shared_at and at <= now + LONGEST_HOLD
    if taken:
        for limit in limits:
            buckets[limit.bucket].take(limit, at)
    return Reserved(at, taken)


def held(connection: Connection, limits: Iterable[Limit], now: datetime) -> bool:
    """A place that comes now is void in one of these buckets."""
    return any(
        bucket.held_until > now for bucket in _find(connection, {limit.bucket for limit in limits}, now).values()
    )


def hold(connection: Connection, bucket: str, until: datetime, now: datetime) -> None:
    """Let nobody send in this bucket before then, whatever place they have."""
    _lock(connection)
    buckets = _find(connection, {bucket}, now)
    buckets[bucket].hold(min(until, now + LONGEST_HOLD))
    _put(connection, buckets)


def _lock(connection: Connection) -> None:
    if connection.dialect.name == "postgresql":
        connection.execute(LOCK)


def _find(connection: Connection, names: set[str], now: datetime) -> dict[str, Bucket]:
    buckets = {name: Bucket() for name in names}
    for name, *moments in connection.execute(FIND, {"buckets": list(names)}):
        buckets[name] = Bucket(*(moment if moment <= now + FURTHEST else now for moment in moments))
    return buckets


def _put(connection: Connection, buckets: Mapping[str, Bucket]) -> None:
    rows = [
        {"bucket": name, "free_at": bucket.free_at, "held_until": bucket.held_until} for name, bucket in buckets.items()
    ]
    connection.execute(PUT[connection.dialect.name], rows)


class Paces(Area):
    """The rows of all buckets."""

    @stored
    def forget_before(self, session: Session, moment: datetime) -> int:
        """End the life of those that nobody has sent in since; gives how many there were."""
        _lock(session.connection())
        return session.exec(delete(Pace).where(col(Pace.free_at) < moment)).rowcount
