"""The work of a turn as it is written first: AsyncSession over aiosqlite, a session a step, a commit each."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Self

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from sqlalchemy import event
from sqlalchemy.ext.asyncio import AsyncEngine, async_sessionmaker, create_async_engine
from sqlmodel import Field, SQLModel, select
from sqlmodel.ext.asyncio.session import AsyncSession

from storage.private.sealing import seal

HEARD_AT = datetime(2027, 1, 5, 9, 0, tzinfo=UTC)


class Heard(SQLModel, table=True):
    """What came in, and what came of it."""

    __tablename__ = "bench_heard"

    id: int | None = Field(default=None, primary_key=True)
    key: str = Field(unique=True)
    user: str
    words: bytes | None
    at: datetime
    done: bool = False


class Member(SQLModel, table=True):
    """Somebody, with what is asked of them each time."""

    __tablename__ = "bench_member"

    id: int | None = Field(default=None, primary_key=True)
    user: str = Field(unique=True)
    role: str
    cohort_id: int = Field(foreign_key="bench_cohort.id")


class Course(SQLModel, table=True):
    """What they are in."""

    __tablename__ = "bench_cohort"

    id: int | None = Field(default=None, primary_key=True)
    name: str


class Agreed(SQLModel, table=True):
    """What they agreed to."""

    __tablename__ = "bench_agreed"

    id: int | None = Field(default=None, primary_key=True)
    member_id: int = Field(foreign_key="bench_member.id", index=True)
    version: str


class Kept(SQLModel, table=True):
    """An encrypted reflection."""

    __tablename__ = "bench_kept"

    id: int | None = Field(default=None, primary_key=True)
    member_id: int = Field(foreign_key="bench_member.id", index=True)
    sealed: bytes


TABLES = [SQLModel.metadata.tables[f"bench_{name}"] for name in ("cohort", "member", "agreed", "heard", "kept")]


class Obvious:
    """A bot of a few lines."""

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine
        self._sessions = async_sessionmaker(engine, class_=AsyncSession, expire_on_commit=False)
        self._key = AESGCM(AESGCM.generate_key(256))

    @classmethod
    async def open(cls, folder: Path, people: int) -> Self:
        engine = create_async_engine(f"sqlite+aiosqlite:///{folder / 'obvious.db'}", pool_size=1, max_overflow=0)

        @event.listens_for(engine.sync_engine, "connect")
        def prepare(connection, _):  # type: ignore[no-untyped-def]
            connection.execute("PRAGMA journal_mode=WAL")
            connection.execute("PRAGMA synchronous=NORMAL")

        async with engine.begin() as connection:
            await connection.run_sync(lambda sync: SQLModel.metadata.create_all(sync, tables=TABLES))
        bot = cls(engine)
        async with bot._sessions() as session:
            session.add(course := Course(name="Bench"))
            await session.flush()
            members = [Member(user=f"u{n}", role="participant", cohort_id=course.id or 0) for n in range(people)]
            session.add_all(members)
            await session.flush()
            session.add_all(Agreed(member_id=member.id or 0, version="1") for member in members)
            await session.commit()
        return bot

    async def turn(self, person: int, key: str, words: str) -> None:
        user = f"u{person}"
        async with self._sessions() as session:
            if (await session.exec(select(Heard).where(Heard.key == key))).first() is not None:
                return
            heard = Heard(key=key, user=user, words=seal(self._key, words.encode(), key), at=HEARD_AT)
            session.add(heard)
            await session.commit()
        async with self._sessions() as session:
            member = (await session.exec(select(Member).where(Member.user == user))).one()
            await session.get(Course, member.cohort_id)
            (await session.exec(select(Agreed).where(Agreed.member_id == member.id))).one()
            session.add(Kept(member_id=member.id or 0, sealed=seal(self._key, words.encode(), user)))
            await session.commit()
        async with self._sessions() as session:
            row = await session.get_one(Heard, heard.id)
            row.words, row.done = None, True
            session.add(row)
            await session.commit()

    async def close(self) -> None:
        await self._engine.dispose()
