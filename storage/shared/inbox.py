"""The few statements that every turn needs: kept, taken, decided, done.

They are prepared once, of tables rather than classes, and the ORM only hears of what they found: having it look after
them costs several times what it costs to run them.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar

from sqlalchemy import Connection, Table, and_, bindparam, func, inspect, or_
from sqlalchemy import select as sqlalchemy_select
from sqlalchemy.dialects.postgresql import insert as postgres_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert
from sqlalchemy.orm import make_transient_to_detached
from sqlmodel import Session, SQLModel, select, update

from storage.database import Area, stored
from storage.prepared import Prepared
from storage.shared.agreements import versions
from storage.shared.cohorts import STATES_PRESENT, Cohort, Membership
from storage.shared.homes import changed
from storage.shared.people import Account, Person, owner_of
from storage.shared.turns import HOLD, OPEN, Caller, Outcome, TurnRow, TurnState, lock

M = TypeVar("M", bound=SQLModel)

TURN: Table = SQLModel.metadata.tables["turn"]
ACCOUNT: Table = SQLModel.metadata.tables["account"]
PERSON: Table = SQLModel.metadata.tables["person"]
MEMBERSHIP: Table = SQLModel.metadata.tables["membership"]
COHORT: Table = SQLModel.metadata.tables["cohort"]

WHOSE = Prepared(
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
    "sqlite": Prepared(sqlite_insert(TURN).on_conflict_do_nothing().returning(TURN.c.seq)),
    "postgresql": Prepared(postgres_insert(TURN).on_conflict_do_nothing().returning(TURN.c.seq)),
}
OLDEST = select(func.min(TURN.c.seq)).where(TURN.c.owner == bindparam("owner"), OPEN).scalar_subquery()
TAKE = Prepared(
    sqlalchemy_select(TURN, ACCOUNT, PERSON, MEMBERSHIP, COHORT)
    .join_from(TURN, ACCOUNT, ACCOUNT.c.id == TURN.c.account_id)
    .join(PERSON, PERSON.c.id == ACCOUNT.c.person_id, isouter=True)
    .join(
        MEMBERSHIP,
        and_(MEMBERSHIP.c.person_id == PERSON.c.id, or_(*(MEMBERSHIP.c.state == state for state in STATES_PRESENT))),
        isouter=True,
    )
    .join(COHORT, COHORT.c.id == MEMBERSHIP.c.cohort_id, isouter=True)
    .where(TURN.c.seq == OLDEST)
    .order_by(COHORT.c.starts.desc(), COHORT.c.id, MEMBERSHIP.c.id)
)
COLUMNS = [tuple(table.c.keys()) for table in (TURN, ACCOUNT, PERSON, MEMBERSHIP, COHORT)]
DECIDE = Prepared(
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
OFFER = Prepared(
    update(ACCOUNT)
    .where(ACCOUNT.c.id == bindparam("of"))
    .values(offered=bindparam("offered"), asked_at=bindparam("asked_at"))
)
FINISH = Prepared(
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
    found = WHOSE.rows(connection, **known)
    if of is not None and (not found or found[0][3] != of):
        return None
    if not found:
        new = {"display_name": caller.display_name, "admitted": False, "reachable": True, "offered": [], "made_at": now}
        connection.execute(MEET[connection.dialect.name], {**known, **new})
        found = WHOSE.rows(connection, **known)
    ((account_id, person_id, admitted, _, vault),) = found
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
    written = KEEP[connection.dialect.name].rows(connection, **turn)
    if not written:
        return None
    ((seq,),) = written
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
    DECIDE.write(connection, of=row.seq, effects=effects, outcome=outcome, held_until=now + HOLD)
    if offered is not None:
        OFFER.write(connection, of=row.account_id, offered=offered, asked_at=now)
    return changed(connection, concerned)


def finish(connection: Connection, seq: int, outcome: Outcome) -> None:
    """Everything owed has been carried out: the row is wiped to its id and outcome."""
    FINISH.write(connection, of=seq, outcome=outcome)


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
    found = [_parts(row) for row in TAKE.rows(session.connection(), owner=owner)]
    if not found:
        return None
    turn, account, person, *_ = found[0]
    memberships = [_model(Membership, part, session) for *_, part, _ in found if part["id"] is not None]
    cohorts = {part["id"]: part for *_, part in found if part["id"] is not None}
    return Taken(
        _model(TurnRow, turn, session),
        _model(Account, account, session),
        _model(Person, person, session) if person["id"] is not None else None,
        memberships,
        [_model(Cohort, part, session) for part in cohorts.values()],
        versions(session, person["id"]) if person["id"] is not None else frozenset(),
    )


def _parts(row: Sequence[Any]) -> list[dict[str, Any]]:
    """A row of several tables' columns, as one for each table."""
    values = iter(row)
    return [dict(zip(columns, values, strict=False)) for columns in COLUMNS]


def _model(kind: type[M], values: Mapping[str, Any], session: Session) -> M:
    """What the session would have made of these values, had it read them itself at several times the cost."""
    model: M = inspect(kind).class_manager.new_instance()
    model.__dict__.update(values)
    make_transient_to_detached(model)
    session.add(model)
    return model
