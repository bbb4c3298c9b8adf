"""The few statements that every turn needs: kept, taken, decided, done.

They are built once, and mostly of tables rather than classes: building a statement anew, or having the ORM look after
it, costs several times what it costs to run.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, Table, and_, bindparam, func
from sqlalchemy import select as sqlalchemy_select
from sqlalchemy.dialects.postgresql import insert as postgres_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert
from sqlmodel import Session, SQLModel, col, select, update

from storage.database import Area, stored
from storage.shared.agreements import versions
from storage.shared.cohorts import STATES_PRESENT, Cohort, Membership
from storage.shared.homes import changed
from storage.shared.people import Account, Person, owner_of
from storage.shared.turns import HOLD, OPEN, Caller, Outcome, TurnRow, TurnState, lock

TURN: Table = SQLModel.metadata.tables["turn"]
ACCOUNT: Table = SQLModel.metadata.tables["account"]
PERSON: Table = SQLModel.metadata.tables["person"]

WHOSE = (
    sqlalchemy_select(ACCOUNT.c.id, ACCOUNT.c.person_id, ACCOUNT.c.admitted, ACCOUNT.c.reachable, PERSON.c.vault)
    .join_from(ACCOUNT, PERSON, PERSON.c.id == ACCOUNT.c.person_id, isouter=True)
    .where(
        ACCOUNT.c.platform == bindparam("platform"),
        ACCOUNT.c.team == bindparam("team"),
        ACCOUNT.c.user == bindparam("user"),
    )
)
MEET = {
    "sqlite": sqlite_insert(ACCOUNT).on_conflict_do_nothing(),
    "postgresql": postgres_insert(ACCOUNT).on_conflict_do_nothing(),
}
KEEP = {
    "sqlite": sqlite_insert(TURN).on_conflict_do_nothing().returning(TURN.c.seq),
    "postgresql": postgres_insert(TURN).on_conflict_do_nothing().returning(TURN.c.seq),
}
OLDEST = select(func.min(TURN.c.seq)).where(TURN.c.owner == bindparam("owner"), OPEN).scalar_subquery()
TAKE = (
    sqlalchemy_select(TurnRow, Account, Person, Membership, Cohort)
    .join(Account, col(Account.id) == col(TurnRow.account_id))
    .join(Person, col(Person.id) == col(Account.person_id), isouter=True)
    .join(
        Membership,
        and_(col(Membership.person_id) == col(Person.id), col(Membership.state).in_(STATES_PRESENT)),
        isouter=True,
    )
    .join(Cohort, col(Cohort.id) == col(Membership.cohort_id), isouter=True)
    .where(col(TurnRow.seq) == OLDEST)
    .order_by(col(Cohort.starts).desc(), col(Cohort.id), col(Membership.id))
)
DECIDE = (
    update(TURN)
    .where(TURN.c.seq == bindparam("of"))
    .values(
        state=TurnState.DECIDED,
        inbound=None,
        effects=bindparam("effects"),
        outcome=bindparam("outcome"),
        held_until=bindparam("held_until"),
        attempts=0,
    )
)
OFFER = update(ACCOUNT).where(ACCOUNT.c.id == bindparam("of")).values(offered=bindparam("offered"))
FINISH = (
    update(TURN)
    .where(TURN.c.seq == bindparam("of"))
    .values(
        state=TurnState.DONE, inbound=None, effects=None, held_until=None, due_at=None, outcome=bindparam("outcome")
    )
)


@dataclass(frozen=True)
class Kept:
    """A turn's row as its handler takes it up."""

    seq: int
    id: str
    owner: str
    joined: bool
    vault: str | None
    """The vault that opens to this account, if one does."""


@dataclass
class Taken:
    """A person's oldest open turn, with all that is needed to handle it."""

    row: TurnRow
    account: Account
    person: Person | None
    memberships: list[Membership]
    cohorts: list[Cohort]
    """The cohorts they have joined, the latest first."""
    agreed: frozenset[tuple[str, str]]
    """Each programme and version of its agreement that they have agreed to."""

    @property
    def vault(self) -> str | None:
        """The vault that opens to this account, if one does."""
        return self.person.vault if self.person is not None and self.account.admitted else None


def keep(
    connection: Connection,
    caller: Caller,
    key: str,
    turn_id: str,
    sealed: bytes,
    now: datetime,
    *,
    of: bool | None = None,
) -> Kept | None:
    """Keep what came in; None where it has been kept before.

    `of` says that it is to be kept only of an account that we know, and as one that can be reached, or can not.
    """
    known = {"platform": caller.platform, "team": caller.team, "user": caller.user}
    found = connection.execute(WHOSE, known).first()
    if of is not None and (found is None or found.reachable != of):
        return None
    if found is None:
        new = {"display_name": caller.display_name, "admitted": False, "reachable": True, "offered": [], "made_at": now}
        connection.execute(MEET[connection.dialect.name], {**known, **new})
        found = connection.execute(WHOSE, known).one()
    account_id, person_id, admitted, _, vault = found
    turn = {
        "id": turn_id,
        "platform": caller.platform,
        "key": key,
        "account_id": account_id,
        "owner": owner_of(account_id, person_id),
        "arrived_at": now,
        "state": TurnState.KEPT,
        "inbound": sealed,
        "attempts": 0,
        "given": 0,
    }
    seq = connection.execute(KEEP[connection.dialect.name], turn).scalar()
    if seq is None:
        return None
    owner = owner_of(account_id, person_id)
    return Kept(seq, turn_id, owner, joined=person_id is not None, vault=vault if admitted else None)


def decide(
    session: Session,
    row: TurnRow,
    effects: bytes,
    outcome: Outcome,
    offered: list[list[str]] | None,
    concerned: Iterable[int],
    now: datetime,
) -> bool:
    """The turn's one commit carries this: what is owed for it, held by who decided, and what can be typed next.

    Gives whether anybody's Home has become stale by it.
    """
    connection = session.connection()
    decided = {"of": row.seq, "effects": effects, "outcome": outcome, "held_until": now + HOLD}
    connection.execute(DECIDE, decided)
    if offered is not None:
        connection.execute(OFFER, {"of": row.account_id, "offered": offered})
    return changed(connection, concerned)


def finish(connection: Connection, seq: int, outcome: Outcome) -> None:
    """Everything owed has been carried out: the row is wiped to its id and outcome."""
    connection.execute(FINISH, {"of": seq, "outcome": outcome})


class Inbox(Area):
    """The oldest open turn of each owner: the one that is to be handled next."""

    @stored
    def take(self, session: Session, owner: str) -> Taken | None:
        """Take the owner's lock, for as long as this transaction lasts, and then their oldest open turn."""
        lock(session, owner)
        return _oldest(session, owner)

    @stored
    def first_in_line(self, session: Session, owner: str) -> Taken | None:
        """The owner's oldest open turn, to get ready for it before it is taken."""
        return _oldest(session, owner)


def _oldest(session: Session, owner: str) -> Taken | None:
    found = session.execute(TAKE, {"owner": owner}).all()
    if not found:
        return None
    row, account, person, *_ = found[0]
    memberships = [membership for *_, membership, _ in found if membership is not None]
    cohorts = {cohort.id: cohort for *_, cohort in found if cohort is not None}
    agreed = versions(session, person.id) if person is not None else frozenset()
    return Taken(row, account, person, memberships, list(cohorts.values()), agreed)
