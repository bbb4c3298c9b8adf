"""The turns: what was told to the bot and is to be handled, and what it owes for it until that is carried out."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from sqlalchemy import Index, UniqueConstraint, text
from sqlalchemy.dialects.postgresql import insert as postgres_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert
from sqlmodel import Field, Session, SQLModel, col, delete, or_, select, update

from storage.database import Area, stored
from storage.shared.cohorts import Cohort, Membership, joined
from storage.shared.people import Account, Person, owner_of

HOLD = timedelta(seconds=60)
"""How long a process may take to carry out what it decided, before another does."""


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
    due_at: datetime | None = None
    held_until: datetime | None = None
    outcome: str | None = None
    reference: str | None = None


@dataclass(frozen=True)
class Kept:
    """A turn's row as its handler takes it up."""

    seq: int
    id: str
    owner: str
    vault: str | None
    """The vault that opens to this account, if one does."""


@dataclass(frozen=True)
class Caller:
    """The platform's words for whoever did something."""

    platform: str
    team: str
    user: str
    display_name: str


@dataclass
class Taken:
    """A person's oldest open turn, with all that is needed to handle it."""

    row: TurnRow
    account: Account
    person: Person | None
    memberships: list[Membership]
    cohorts: list[Cohort]
    """The cohorts they have joined, the latest first."""


def keep(session: Session, caller: Caller, key: str, turn_id: str, sealed: bytes, now: datetime) -> Kept | None:
    """Keep what came in; None where it has been kept before."""
    insert = sqlite_insert if session.get_bind().dialect.name == "sqlite" else postgres_insert
    found = _whose(session, caller)
    if found is None:
        session.execute(
            insert(Account)
            .values(
                platform=caller.platform,
                team=caller.team,
                user=caller.user,
                display_name=caller.display_name,
                admitted=False,
                reachable=True,
                offered=[],
                made_at=now,
            )
            .on_conflict_do_nothing()
        )
        found = _whose(session, caller)
        assert found is not None
    account_id, owner, vault = found
    seq = session.execute(
        insert(TurnRow)
        .values(
            id=turn_id,
            platform=caller.platform,
            key=key,
            account_id=account_id,
            owner=owner,
            arrived_at=now,
            state=TurnState.KEPT,
            inbound=sealed,
            attempts=0,
        )
        .on_conflict_do_nothing()
        .returning(col(TurnRow.seq))
    ).scalar()
    return None if seq is None else Kept(seq, turn_id, owner, vault)


def _whose(session: Session, caller: Caller) -> tuple[int, str, str | None] | None:
    row = session.execute(
        select(Account.id, Account.person_id, Account.admitted, Person.vault)
        .join(Person, col(Person.id) == col(Account.person_id), isouter=True)
        .where(Account.platform == caller.platform, Account.team == caller.team, Account.user == caller.user)
    ).first()
    if row is None:
        return None
    account_id, person_id, admitted, vault = row
    return account_id, owner_of(account_id, person_id), vault if admitted else None


def _lock(session: Session, owner: str) -> None:
    """On SQLite whoever writes is alone already."""
    if session.get_bind().dialect.name == "postgresql":
        session.execute(text("SELECT pg_advisory_xact_lock(hashtextextended(:owner, 0))"), {"owner": owner})


def finish(session: Session, seq: int, outcome: Outcome) -> None:
    """Everything owed has been carried out: the row is wiped to its id and outcome."""
    session.execute(
        update(TurnRow)
        .where(col(TurnRow.seq) == seq)
        .values(state=TurnState.DONE, inbound=None, effects=None, held_until=None, due_at=None, outcome=outcome)
    )


class Turns(Area):
    """The queue of each person, and how far each turn in it has come."""

    @stored
    def take(self, session: Session, owner: str) -> Taken | None:
        """Take the owner's lock, for as long as this transaction lasts, and then their oldest open turn."""
        _lock(session, owner)
        row = session.exec(
            select(TurnRow)
            .where(TurnRow.owner == owner, TurnRow.state != TurnState.DONE)
            .order_by(col(TurnRow.seq))
            .limit(1)
        ).first()
        if row is None:
            return None
        account, person = session.exec(
            select(Account, Person)
            .join(Person, col(Person.id) == col(Account.person_id), isouter=True)
            .where(Account.id == row.account_id)
        ).one()
        parts = session.exec(joined(person.id)).all() if person is not None else []
        cohorts = {cohort.id: cohort for _, cohort in parts}
        return Taken(row, account, person, [membership for membership, _ in parts], list(cohorts.values()))

    @stored
    def hold_back(self, session: Session, owner: str) -> None:
        """Let no turn of this owner be handled for as long as this transaction lasts."""
        _lock(session, owner)

    @stored
    def first_in_line(self, session: Session, owner: str) -> tuple[TurnRow, str | None] | None:
        """The owner's oldest open turn and the vault that opens to it, to get ready for it before it is taken."""
        row = session.exec(
            select(TurnRow, Account.admitted, Person.vault)
            .join(Account, col(Account.id) == col(TurnRow.account_id))
            .join(Person, col(Person.id) == col(Account.person_id), isouter=True)
            .where(TurnRow.owner == owner, TurnRow.state != TurnState.DONE)
            .order_by(col(TurnRow.seq))
            .limit(1)
        ).first()
        return None if row is None else (row[0], row[2] if row[1] else None)

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
    def try_later(self, session: Session, seq: int, due_at: datetime) -> None:
        """An answer could not be given yet; its turn waits in its place."""
        session.execute(
            update(TurnRow)
            .where(col(TurnRow.seq) == seq)
            .values(due_at=due_at, held_until=None, attempts=TurnRow.attempts + 1)
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
                    TurnRow.state != TurnState.DONE,
                    or_(col(TurnRow.due_at).is_(None), col(TurnRow.due_at) <= now),
                    or_(col(TurnRow.held_until).is_(None), col(TurnRow.held_until) < now),
                )
                .distinct()
            )
        )

    @stored
    def move(self, session: Session, account_id: int, owner: str) -> None:
        """The account has become somebody's: its open turns stand in that person's queue from now on."""
        session.execute(
            update(TurnRow)
            .where(col(TurnRow.account_id) == account_id, col(TurnRow.state) != TurnState.DONE)
            .values(owner=owner)
        )

    @stored
    def latest_arrival(self, session: Session) -> datetime | None:
        return session.exec(select(TurnRow.arrived_at).order_by(col(TurnRow.seq).desc()).limit(1)).first()

    @stored
    def next_retry(self, session: Session) -> datetime | None:
        return session.exec(
            select(TurnRow.due_at)
            .where(TurnRow.state != TurnState.DONE, col(TurnRow.due_at).is_not(None))
            .order_by(col(TurnRow.due_at))
            .limit(1)
        ).first()

    @stored
    def forget_before(self, session: Session, moment: datetime) -> int:
        """End the life of what is done and older than this; gives how many there were."""
        done = session.exec(
            delete(TurnRow).where(col(TurnRow.state) == TurnState.DONE, col(TurnRow.arrived_at) < moment)
        )
        return done.rowcount


def decide(session: Session, seq: int, effects: bytes, outcome: Outcome, now: datetime) -> None:
    """The turn's one commit carries this: what is owed for it, held by who decided."""
    session.execute(
        update(TurnRow)
        .where(col(TurnRow.seq) == seq)
        .values(
            state=TurnState.DECIDED,
            inbound=None,
            effects=effects,
            outcome=outcome,
            held_until=now + HOLD,
            attempts=0,
        )
    )
