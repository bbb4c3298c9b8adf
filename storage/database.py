"""The shared database: synchronous SQLModel in worker threads, one hop for each call, on SQLite or PostgreSQL.

SQLite has one connection and one thread, so transactions queue in Python and no update is lost;
PostgreSQL has a small pool of both. Callers see no difference.
"""

import asyncio
import sqlite3
from collections import deque
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from functools import partial, update_wrapper
from pathlib import Path
from typing import Any, Concatenate, Generic, ParamSpec, Protocol, Self, TypeVar

from sqlalchemy import Connection, Engine, create_engine, event, make_url, text
from sqlalchemy.exc import OperationalError
from sqlmodel import Session

from storage.errors import RunAgain, StorageBusy, StorageFull

P = ParamSpec("P")
R = TypeVar("R")
A = TypeVar("A", bound="Area")
U = TypeVar("U", bound="UnitOfWork")

BUSY_TIMEOUT_MS = 5_000
POSTGRES_CONNECTIONS = 8
LONGEST_UNIT_S = 1.0


class InThread(Protocol):
    """Do a piece of work in a storage thread, and wait for it."""

    def __call__(self, work: Callable[[], R], /) -> Awaitable[R]: ...


class UnitTooLong(Exception):
    """A unit of work stayed open for a second: a handler waited inside it. That is a bug, and it is rolled back."""


class UnitOfWork:
    """One transaction. It opens with its first statement, and commits when its `async with` block ends well."""

    def __init__(self, in_thread: InThread, session: Session) -> None:
        self._in_thread = in_thread
        self._session = session
        self._opened: float | None = None
        self._ended = False

    async def run(self, work: Callable[[Session], R]) -> R:
        """Do this work on the transaction's session, in a worker thread: one hop."""
        self._must_be_brief()
        result = await self._in_thread(partial(work, self._session))
        if self._opened is None:
            self._opened = asyncio.get_running_loop().time()
        return result

    async def commit(self, last: Callable[[Session], R]) -> R:
        """Commit and end, with one last piece of work in the same hop; nothing can be done with the unit after it."""
        self._must_be_brief()
        result = await self._in_thread(partial(_commit, self._session, last))
        self._ended = True
        return result

    async def end(self) -> None:
        """Commit, unless that has been done."""
        if not self._ended:
            await self.commit(lambda _: None)

    async def roll_back(self) -> None:
        if not self._ended:
            await self._in_thread(self._session.close)

    def _must_be_brief(self) -> None:
        if self._opened is not None and asyncio.get_running_loop().time() - self._opened > LONGEST_UNIT_S:
            raise UnitTooLong


def _commit(session: Session, last: Callable[[Session], R]) -> R:
    result = last(session)
    session.commit()
    session.close()
    return result


class Area:
    """What one part of the shared database can be asked; its methods are `stored` and awaited."""

    def __init__(self, unit: UnitOfWork) -> None:
        self._unit = unit


def stored(
    method: Callable[Concatenate[A, Session, P], R],
) -> Callable[Concatenate[A, P], Coroutine[Any, Any, R]]:
    """Make a plain function of a session into a method to await: it runs in a worker thread, in one hop."""

    async def hop(self: A, /, *args: P.args, **kwargs: P.kwargs) -> R:
        return await self._unit.run(lambda session: method(self, session, *args, **kwargs))

    return update_wrapper(hop, method)


class Places:
    """So many at once, and the others in turn; who is urgent goes before those who only wait."""

    def __init__(self, free: int) -> None:
        self._free = free
        self._waiting = deque[asyncio.Future[None]]()

    @asynccontextmanager
    async def one(self, *, urgent: bool = False) -> AsyncIterator[None]:
        if self._free:
            self._free -= 1
        else:
            await self._wait(urgent)
        try:
            yield
        finally:
            self._give()

    async def _wait(self, urgent: bool) -> None:
        given: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        (self._waiting.appendleft if urgent else self._waiting.append)(given)
        try:
            await given
        except asyncio.CancelledError:
            if not given.cancelled():
                self._give()
            raise

    def _give(self) -> None:
        """Hand a place on, or put it back."""
        while self._waiting:
            given = self._waiting.popleft()
            if not given.done():
                given.set_result(None)
                return
        self._free += 1


class Database(Generic[U]):
    """The engine, its threads, and the units of work that are done with them."""

    def __init__(self, url: str, unit: Callable[[InThread, Session], U]) -> None:
        self._new_unit = unit
        self.url = make_url(url)
        self.is_sqlite = self.url.get_backend_name() == "sqlite"
        threads = 1 if self.is_sqlite else POSTGRES_CONNECTIONS
        self.threads = ThreadPoolExecutor(threads, thread_name_prefix="storage")
        # One unit at a time on SQLite; as many as there are connections on PostgreSQL. Waiters are served in turn.
        self._places = Places(threads)
        self.engine = _sqlite_engine(url) if self.is_sqlite else _postgres_engine(url)
        self._driver = self.engine.dialect.loaded_dbapi

    @property
    def sqlite_path(self) -> Path | None:
        return Path(self.url.database) if self.is_sqlite and self.url.database else None

    async def in_thread(self, work: Callable[[], R]) -> R:
        try:
            return await asyncio.get_running_loop().run_in_executor(self.threads, work)
        except (OperationalError, self._driver.OperationalError) as error:
            raise _plainly(error) from None

    @asynccontextmanager
    async def unit(self) -> AsyncIterator[U]:
        """A transaction: committed if the block ends, rolled back if it raises."""
        async with self._places.one():
            unit = self._new_unit(self.in_thread, self._session())
            try:
                yield unit
                await unit.end()
            except BaseException:
                await asyncio.shield(unit.roll_back())
                raise

    def _session(self) -> Session:
        return Session(self.engine, expire_on_commit=False)

    async def do(self, work: Callable[[Session], R]) -> R:
        """A whole transaction in one hop."""

        def whole() -> R:
            with self._session() as session:
                result = work(session)
                session.commit()
                return result

        async with self._places.one():
            return await self.in_thread(whole)

    async def do_plainly(self, work: Callable[[Connection], R], *, durable: bool) -> R:
        """A whole transaction in one hop, without the ORM; a durable one survives a power cut as well as a kill.

        Somebody outside waits for what must be durable, and counts the seconds, so it goes before everything else.
        """

        def whole() -> R:
            with self.engine.connect().execution_options(durable=durable) as connection, connection.begin():
                return work(connection)

        async with self._places.one(urgent=durable):
            return await self.in_thread(whole)

    async def wipe(self) -> None:
        """Leave no byte of what was deleted in SQLite's files. It holds everybody up, so it is for what must be gone.

        `secure_delete` wipes a row where it lies; a page that was split, or the write-ahead log, may hold a copy of it.
        PostgreSQL's own log is not ours to wipe.
        """
        if self.is_sqlite:
            async with self._places.one():
                await self.in_thread(self._wipe)

    def _wipe(self) -> None:
        connection = self.engine.raw_connection()
        try:
            cursor = connection.cursor()
            cursor.execute("PRAGMA temp_store=MEMORY")
            cursor.execute("VACUUM")
            busy, *_ = cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        finally:
            connection.close()
        if busy:
            raise StorageBusy

    async def close(self) -> None:
        await self.in_thread(self.engine.dispose)
        self.threads.shutdown()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()


class Together(Generic[U]):
    """Small writes of many turns in one transaction: whoever comes while one is under way shares the next.

    The cost of a commit, and of waiting for the disk, is shared too. A write must not fail on its own account.
    """

    def __init__(self, database: Database[U], *, durable: bool) -> None:
        self._database = database
        self._durable = durable
        self._waiting: list[tuple[Callable[[Connection], Any], asyncio.Future[Any]]] = []
        self._writing: asyncio.Task[None] | None = None

    async def do(self, work: Callable[[Connection], R]) -> R:
        done: asyncio.Future[R] = asyncio.get_running_loop().create_future()
        self._waiting.append((work, done))
        if self._writing is None or self._writing.done():
            self._writing = asyncio.create_task(self._write())
        return await done

    async def _write(self) -> None:
        while self._waiting:
            batch, self._waiting = self._waiting, []
            works = [work for work, _ in batch]

            def all_of_them(
                connection: Connection, works: list[Callable[[Connection], object]] = works
            ) -> list[object]:
                return [work(connection) for work in works]

            try:
                results = await self._database.do_plainly(all_of_them, durable=self._durable)
            except RunAgain:
                self._waiting[:0] = batch
            except Exception as error:
                for _, done in batch:
                    if not done.done():
                        done.set_exception(error)
            else:
                for (_, done), result in zip(batch, results, strict=True):
                    if not done.done():
                        done.set_result(result)


def _plainly(error: Exception) -> Exception:
    """A full disk and a locked database are told apart from everything else that an engine, or its driver, may say."""
    said = getattr(error, "orig", error)
    code = getattr(said, "sqlite_errorcode", None)
    if code is not None and code & 0xFF == sqlite3.SQLITE_FULL:
        return StorageFull()
    if code is not None and code & 0xFF in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return StorageBusy()
    if getattr(said, "sqlstate", None) in ("40001", "40P01"):  # a serialisation failure, a deadlock
        return RunAgain()
    return error


def _sqlite_engine(url: str) -> Engine:
    engine = create_engine(
        url, hide_parameters=True, pool_size=1, max_overflow=0, connect_args={"check_same_thread": False}
    )

    @event.listens_for(engine, "connect")
    def _prepare(connection: sqlite3.Connection, _: object) -> None:
        connection.isolation_level = None
        for pragma in (
            f"busy_timeout={BUSY_TIMEOUT_MS}",
            "journal_mode=WAL",
            "foreign_keys=ON",
            "secure_delete=ON",
        ):
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        # The pragma is only heard outside a transaction; SQLAlchemy is told of the options before it begins one.
        synchronous = "FULL" if connection.get_execution_options().get("durable") else "NORMAL"
        if connection.info.get("synchronous") != synchronous:
            connection.exec_driver_sql(f"PRAGMA synchronous={synchronous}")
            connection.info["synchronous"] = synchronous
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    return engine


def _postgres_engine(url: str) -> Engine:
    return create_engine(
        make_url(url).set(drivername="postgresql+psycopg"),
        hide_parameters=True,
        pool_size=POSTGRES_CONNECTIONS,
        max_overflow=0,
        isolation_level="READ COMMITTED",
        pool_pre_ping=True,
    )


def refuse_privileged_role(connection: Connection) -> str | None:
    """Row-level security does not bind a superuser or a BYPASSRLS role; name the trouble, or nothing."""
    row = connection.execute(
        text("SELECT rolname, rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user")
    ).one()
    if not row[1]:
        return None
    return (
        f"The database role “{row[0]}” is a superuser or may bypass row-level security, so PostgreSQL would not "
        "keep people's rows apart. Make a role of its own for Waymark: "
        "CREATE ROLE waymark LOGIN NOSUPERUSER NOBYPASSRLS, and use it in WAYMARK_DATABASE_URL."
    )
