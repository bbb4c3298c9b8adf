"""The same work as it is written first: AsyncSession over aiosqlite, one object at a time, a commit a step."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Self

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from sqlalchemy import JSON, Column, event
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.ext.asyncio import AsyncEngine, async_sessionmaker, create_async_engine
from sqlmodel import Field, SQLModel, select
from sqlmodel.ext.asyncio.session import AsyncSession

from storage.private.sealing import new_key, seal, unseal

HEARD_AT = datetime(2027, 1, 5, 9, 0, tzinfo=UTC)


class Heard(SQLModel, table=True):
    """What came in, and what came of it."""

    __tablename__ = "bench_heard"

    id: int | None = Field(default=None, primary_key=True)
    key: str = Field(unique=True)
    account_id: int = Field(foreign_key="bench_account.id", index=True)
    words: bytes | None
    answer: bytes | None = None
    at: datetime
    state: str = "kept"


class Account(SQLModel, table=True):
    """By which the platform knows somebody."""

    __tablename__ = "bench_account"

    id: int | None = Field(default=None, primary_key=True)
    user: str = Field(unique=True)
    person_id: int = Field(foreign_key="bench_person.id")
    offered: list[Any] = Field(default_factory=list, sa_column=Column(JSON))


class Person(SQLModel, table=True):
    """Somebody."""

    __tablename__ = "bench_person"

    id: int | None = Field(default=None, primary_key=True)
    name: str
    zone: str = "Europe/London"


class Course(SQLModel, table=True):
    """What they are in."""

    __tablename__ = "bench_cohort"

    id: int | None = Field(default=None, primary_key=True)
    name: str


class Member(SQLModel, table=True):
    """As what."""

    __tablename__ = "bench_member"

    id: int | None = Field(default=None, primary_key=True)
    person_id: int = Field(foreign_key="bench_person.id", index=True)
    cohort_id: int = Field(foreign_key="bench_cohort.id")
    role: str


class Agreed(SQLModel, table=True):
    """What they agreed to."""

    __tablename__ = "bench_agreed"

    id: int | None = Field(default=None, primary_key=True)
    person_id: int = Field(foreign_key="bench_person.id", index=True)
    version: str


class Key(SQLModel, table=True):
    """Their key, wrapped."""

    __tablename__ = "bench_key"

    person_id: int = Field(primary_key=True, foreign_key="bench_person.id")
    wrapped: bytes


class Kept(SQLModel, table=True):
    """An encrypted reflection."""

    __tablename__ = "bench_kept"

    id: int | None = Field(default=None, primary_key=True)
    person_id: int = Field(foreign_key="bench_person.id", index=True)
    sealed: bytes


NAMES = ("cohort", "person", "account", "member", "agreed", "key", "heard", "kept")


class Obvious:
    """A bot of a few lines."""

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine
        self._sessions = async_sessionmaker(engine, class_=AsyncSession, expire_on_commit=False)
        self._master = AESGCM(new_key())

    @classmethod
    async def open(cls, folder: Path, people: int) -> Self:
        engine = create_async_engine(f"sqlite+aiosqlite:///{folder / 'obvious.db'}", pool_size=1, max_overflow=0)

        @event.listens_for(engine.sync_engine, "connect")
        def prepare(connection: DBAPIConnection, _: object) -> None:
            cursor = connection.cursor()
            cursor.execute("PRAGMA journal_mode=WAL")
            cursor.execute("PRAGMA synchronous=NORMAL")

        tables = [SQLModel.metadata.tables[f"bench_{name}"] for name in NAMES]
        async with engine.begin() as connection:
            await connection.run_sync(lambda sync: SQLModel.metadata.create_all(sync, tables=tables))
        bot = cls(engine)
        async with bot._sessions() as session:
            session.add(Course(id=1, name="Bench"))
            for number in range(people):
                session.add(Person(id=number + 1, name=f"Person {number}"))
                session.add(Account(user=f"u{number}", person_id=number + 1))
                session.add(Member(person_id=number + 1, cohort_id=1, role="participant"))
                session.add(Agreed(person_id=number + 1, version="1"))
                session.add(Key(person_id=number + 1, wrapped=seal(bot._master, new_key(), number + 1)))
            await session.commit()
        return bot

    async def turn(self, number: int, key: str, words: str) -> None:
        async with self._sessions() as session:
            if (await session.exec(select(Heard).where(Heard.key == key))).first() is not None:
                return
            account = (await session.exec(select(Account).where(Account.user == f"u{number}"))).one()
            heard = Heard(
                key=key, account_id=account.id or 0, words=seal(self._master, words.encode(), key), at=HEARD_AT
            )
            session.add(heard)
            await session.commit()
        async with self._sessions() as session:
            account = await session.get_one(Account, heard.account_id)
            person = await session.get_one(Person, account.person_id)
            (await session.exec(select(Member, Course).join(Course).where(Member.person_id == person.id))).all()
            (await session.exec(select(Agreed).where(Agreed.person_id == person.id))).one()
            wrapped = await session.get_one(Key, person.id)
            own = AESGCM(unseal(self._master, wrapped.wrapped, person.id or 0))
            session.add(Kept(person_id=person.id or 0, sealed=seal(own, words.encode(), key)))
            account.offered = [["open", key], ["notes", key]]
            session.add(account)
            row = await session.get_one(Heard, heard.id)
            row.words, row.answer, row.state = None, seal(self._master, b"Kept.", key), "decided"
            session.add(row)
            await session.commit()
        async with self._sessions() as session:
            row = await session.get_one(Heard, heard.id)
            row.answer, row.state = None, "done"
            session.add(row)
            await session.commit()

    async def close(self) -> None:
        await self._engine.dispose()
