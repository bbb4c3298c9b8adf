"""The two places where wrapped keys are kept, an SQLite file or a PostgreSQL schema: both are asked in the same SQL."""

import sqlite3
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any, Protocol

from sqlalchemy import Connection, Engine, create_engine, text

from storage.private import disk

POSTGRES_CONNECTIONS = 4


class Transaction(Protocol):
    def rows(self, sql: str, **values: str | bytes | None) -> Sequence[Sequence[Any]]: ...

    def change(self, sql: str, **values: str | bytes | None) -> int:
        """How many rows were changed."""

    def change_each(self, sql: str, each: Sequence[Mapping[str, str | bytes | None]]) -> None: ...


class Place(Protocol):
    """Where wrapped keys are kept."""

    def reading(self) -> AbstractContextManager[Transaction]: ...

    def writing(self) -> AbstractContextManager[Transaction]: ...

    def wipe(self) -> None:
        """Leave no byte of what was destroyed, as far as this place allows."""

    def close(self) -> None: ...


class InFile:
    """An SQLite file: one connection, and a lock around it."""

    SCHEMA = """
        CREATE TABLE master_key (id TEXT PRIMARY KEY, check_value BLOB NOT NULL, retired INTEGER NOT NULL)
            WITHOUT ROWID;
        CREATE TABLE wrapped_key
            (name TEXT PRIMARY KEY, master TEXT NOT NULL, sealed BLOB, letterbox BLOB, destroyed_at TEXT)
            WITHOUT ROWID;
    """

    def __init__(self, path: Path) -> None:
        self._lock = threading.Lock()
        with disk.plain_faults():
            if not path.exists():
                disk.make_folder(path.parent)
                disk.place(path, disk.template(self.SCHEMA), replace=False)
            # EXTRA: once a key is said to be destroyed, no power cut brings it back.
            self._connection = disk.connect(path, synchronous="EXTRA")

    @contextmanager
    def reading(self) -> Iterator[Transaction]:
        with self._lock, disk.plain_faults():
            yield _Sqlite(self._connection)

    @contextmanager
    def writing(self) -> Iterator[Transaction]:
        with self._lock, disk.plain_faults(), disk.transaction(self._connection):
            yield _Sqlite(self._connection)

    def wipe(self) -> None:
        with self._lock, disk.plain_faults():
            disk.wipe(self._connection)

    def close(self) -> None:
        with self._lock:
            self._connection.close()


class _Sqlite:
    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def rows(self, sql: str, **values: str | bytes | None) -> Sequence[Sequence[Any]]:
        return self._connection.execute(sql, values).fetchall()

    def change(self, sql: str, **values: str | bytes | None) -> int:
        return self._connection.execute(sql, values).rowcount

    def change_each(self, sql: str, each: Sequence[Mapping[str, str | bytes | None]]) -> None:
        self._connection.executemany(sql, each)


class InSchema:
    """A PostgreSQL schema. Its connections are its own: a turn that holds one never waits here for a second."""

    def __init__(self, engine: Engine) -> None:
        self._engine = create_engine(
            engine.url,
            hide_parameters=True,
            pool_size=POSTGRES_CONNECTIONS,
            max_overflow=0,
            isolation_level="READ COMMITTED",
            pool_pre_ping=True,
        )

    @contextmanager
    def writing(self) -> Iterator[Transaction]:
        with self._engine.begin() as connection:
            connection.exec_driver_sql("SET LOCAL search_path TO waymark_keys")
            yield _Postgres(connection)

    reading = writing

    def wipe(self) -> None:
        """The log keeps what was written, until the master key that opens it is destroyed: a rotation is the wiping."""

    def close(self) -> None:
        self._engine.dispose()


class _Postgres:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def rows(self, sql: str, **values: str | bytes | None) -> Sequence[Sequence[Any]]:
        return self._connection.execute(text(sql), values).all()

    def change(self, sql: str, **values: str | bytes | None) -> int:
        return self._connection.execute(text(sql), values).rowcount

    def change_each(self, sql: str, each: Sequence[Mapping[str, str | bytes | None]]) -> None:
        if each:
            self._connection.execute(text(sql), list(each))
