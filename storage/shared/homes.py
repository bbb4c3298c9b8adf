"""Homes: for each account that has opened its page once, whether what stands there is still as things are.

Staleness is a count and no moment, so that what changes while a Home is being drawn leaves it stale.
"""

from collections.abc import Collection, Iterable
from datetime import datetime, timedelta

from sqlalchemy import Connection, Index, Insert, Select, Table, bindparam, text
from sqlalchemy import select as sqlalchemy_select
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Field, Session, SQLModel, col, delete, exists, or_, select, update

from storage.database import Area, stored
from storage.prepared import Prepared
from storage.shared.people import OWNER, Account
from storage.shared.turns import OPEN, TurnRow

LEASE = timedelta(seconds=60)


class Home(SQLModel, table=True):
    """The page that a platform keeps for an account."""

    __tablename__ = "home"
    __table_args__ = (
        Index(
            "home_stale",
            "held_until",
            sqlite_where=text("changes <> shown"),
            postgresql_where=text("changes <> shown"),
        ),
    )

    account_id: int = Field(primary_key=True, foreign_key="account.id")
    looked_at: datetime
    changes: int = 1
    """How often something may have changed that stands there."""
    shown: int = 0
    """How many of the changes were known when it was drawn last."""
    digest: str | None = None
    """Of what stands there, keyed: it is published only where it reads differently."""
    held_until: datetime | None = None
    """Somebody is at it, or it is not to be tried again before."""
    attempts: int = 0


HOME: Table = SQLModel.metadata.tables["home"]
ACCOUNT: Table = SQLModel.metadata.tables["account"]

# In words that the partial index is found by.
STALE = text("home.changes <> home.shown")
CHANGED = Prepared(
    update(HOME)
    .where(HOME.c.account_id.in_(select(ACCOUNT.c.id).where(ACCOUNT.c.person_id == bindparam("person"))))
    .values(changes=HOME.c.changes + 1)
)


def _looking(insert: sqlite.Insert | postgresql.Insert) -> Insert:
    again = {"looked_at": insert.excluded.looked_at, "changes": HOME.c.changes + 1, "digest": None, "attempts": 0}
    return insert.on_conflict_do_update(index_elements=["account_id"], set_=again)


LOOK = {"sqlite": _looking(sqlite.insert(HOME)), "postgresql": _looking(postgresql.insert(HOME))}


def changed(connection: Connection, persons: Iterable[int]) -> bool:
    """What stands on these people's Homes may have changed; whether any of them has one.

    Always in the same order, so that two turns that concern each other's people don't wait for one another.
    """
    return sum(CHANGED.write(connection, person=person) for person in sorted(persons)) > 0


class Homes(Area):
    """Which Homes there are, and which of them have to be drawn anew."""

    @stored
    def look(self, session: Session, account_id: int, now: datetime) -> None:
        """Somebody opened theirs: it is drawn, whatever is thought to stand there."""
        connection = session.connection()
        new = {"account_id": account_id, "looked_at": now, "changes": 1, "shown": 0, "attempts": 0}
        connection.execute(LOOK[connection.dialect.name], new)

    @stored
    def changed(self, session: Session, persons: Collection[int]) -> None:
        changed(session.connection(), persons)

    @stored
    def all_changed(self, session: Session) -> None:
        """The day has: what comes next is another thing."""
        session.exec(update(Home).values(changes=Home.changes + 1))

    @stored
    def lease(
        self, session: Session, platforms: Collection[str], most: int, now: datetime
    ) -> list[tuple[Home, Account]]:
        """Take a few that are stale, whoever looked last first; they are ours until the lease ends."""
        wanted = (
            _stale(platforms)
            .where(or_(col(Home.held_until).is_(None), col(Home.held_until) <= now))
            .order_by(col(Home.looked_at).desc())
            .limit(most)
            .with_for_update(skip_locked=True, of=Home)
        )
        leased = [(home, account) for home, account in session.execute(wanted)]
        for home, _ in leased:
            home.held_until = now + LEASE
            session.add(home)
        session.flush()
        return leased

    @stored
    def drawn(self, session: Session, account_id: int, changes: int, digest: str) -> None:
        """This stands there, as of so many changes; if there were more meanwhile, it is stale still."""
        session.exec(
            update(Home)
            .where(col(Home.account_id) == account_id)
            .values(shown=changes, digest=digest, held_until=None, attempts=0)
        )

    @stored
    def try_later(self, session: Session, account_id: int, moment: datetime) -> None:
        session.exec(
            update(Home).where(col(Home.account_id) == account_id).values(held_until=moment, attempts=Home.attempts + 1)
        )

    @stored
    def give_up(self, session: Session, account_id: int) -> None:
        """Nothing more is put there, until they look again."""
        session.exec(delete(Home).where(col(Home.account_id) == account_id))

    @stored
    def next_due(self, session: Session, platforms: Collection[str]) -> datetime | None:
        """From when on the next stale one can be drawn: a moment gone by, where it can be now."""
        found = session.execute(_stale(platforms)).all()
        return min((home.held_until or home.looked_at for home, _ in found), default=None)


def _stale(platforms: Collection[str]) -> Select[Home, Account]:
    """Stale, on these platforms, and no turn of their person's is open: it may still have to write to the vault."""
    under_way = exists().where(col(TurnRow.owner) == OWNER, OPEN)
    return (
        sqlalchemy_select(Home, Account)
        .join(Account, col(Account.id) == col(Home.account_id))
        .where(STALE, col(Account.platform).in_(platforms), ~under_way)
    )
