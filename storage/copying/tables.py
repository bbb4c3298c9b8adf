"""PostgreSQL's tables, copied by COPY out of one snapshot, and put back in one transaction.

Vaults' rows are read and written vault by vault, as everywhere: row-level security lets nobody have them all at once.
"""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, BinaryIO

import psycopg
from psycopg import sql
from sqlalchemy import Connection, Engine, inspect

from storage.copying.copied import Copied
from storage.migrating import revision_of, upgrade
from storage.private import disk

SHARED, VAULTS, KEYS = "shared", "vaults.csv", "keys"
KEY_SCHEMA = "waymark_keys"
KEY_TABLES = ("master_key", "wrapped_key")
NOT_COPIED = "alembic_version"

ENTER = "SELECT set_config('app.vault', %s, true)"


def copy_out(engine: Engine, data: Path, keys: Path, mark: Callable[[str], None]) -> Copied:
    """Copy the shared tables and the vaults into one folder, and the wrapped keys into another."""
    with engine.connect().execution_options(isolation_level="REPEATABLE READ") as connection, connection.begin():
        connection.exec_driver_sql("SET TRANSACTION READ ONLY")
        revision = revision_of(connection)
        tables = _shared_tables(connection)
        with _driver(connection).cursor() as cursor:
            rows = {table: _out(cursor, sql.Identifier(table), data / SHARED / f"{table}.csv") for table in tables}
            mark("after the shared database")
            vaults = _vaults_out(cursor, data / VAULTS)
            mark("after a vault")
            for table in KEY_TABLES:
                _out(cursor, sql.Identifier(KEY_SCHEMA, table), keys / KEYS / f"{table}.csv")
            mark("after the keys")
            return Copied(revision, rows, vaults, _masters(cursor))


def copy_in(
    engine: Engine,
    data: Path,
    keys: Path,
    revision: str,
    last: Callable[[Connection], None],
    mark: Callable[[str], None],
) -> None:
    """Put a copy into an empty database, bring it to this version's form, and do one last thing: all of it, or none."""
    with engine.connect() as connection, connection.begin():
        upgrade(connection, revision)
        with _driver(connection).cursor() as cursor:
            for table in _shared_tables(connection):
                _in(cursor, sql.Identifier(table), data / SHARED / f"{table}.csv")
                _go_on_counting(cursor, table)
            mark("after the shared database")
            _vaults_in(cursor, data / VAULTS)
            mark("after a vault")
            for table in KEY_TABLES:
                _in(cursor, sql.Identifier(KEY_SCHEMA, table), keys / KEYS / f"{table}.csv")
        upgrade(connection, "head")
        last(connection)


def is_empty(connection: Connection) -> bool:
    """Whether nothing of Waymark's, nor anything else, is in this database."""
    return not inspect(connection).get_table_names()


def _shared_tables(connection: Connection) -> Sequence[str]:
    """Those that others point to before those that point to them."""
    found = inspect(connection).get_sorted_table_and_fkc_names()
    return [name for name, _ in found if name is not None and name != NOT_COPIED]


def _driver(connection: Connection) -> psycopg.Connection[Any]:
    driver = connection.connection.driver_connection
    assert isinstance(driver, psycopg.Connection)
    return driver


# ---------------------------------------------------------------- out


def _out(cursor: psycopg.Cursor[Any], table: sql.Identifier, to: Path) -> int:
    disk.make_folder(to.parent)
    with to.open("xb") as file:
        _append(cursor, sql.SQL("COPY {} TO STDOUT WITH (FORMAT csv, HEADER)").format(table), file)
    return cursor.rowcount


def _append(cursor: psycopg.Cursor[Any], query: sql.Composed, to: BinaryIO) -> None:
    with cursor.copy(query) as rows:
        to.writelines(rows)


def _vaults_out(cursor: psycopg.Cursor[Any], to: Path) -> int:
    cursor.execute(
        "SELECT substr(name, 7) FROM waymark_keys.wrapped_key WHERE name LIKE 'vault/%' AND sealed IS NOT NULL"
    )
    vaults = [vault for (vault,) in cursor.fetchall()]
    with to.open("xb") as file:
        for vault in vaults:
            cursor.execute(ENTER, (vault,))
            # The policy lets this transaction see this vault's rows, and no other's.
            _append(cursor, sql.SQL("COPY (SELECT * FROM {}) TO STDOUT WITH (FORMAT csv)").format(ENTRY), file)
    return len(vaults)


ENTRY = sql.Identifier("waymark_private", "entry")


def _masters(cursor: psycopg.Cursor[Any]) -> Mapping[str, str]:
    cursor.execute(
        "SELECT DISTINCT id, encode(check_value, 'hex') FROM waymark_keys.master_key"
        " JOIN waymark_keys.wrapped_key ON master = id WHERE sealed IS NOT NULL"
    )
    return dict(cursor.fetchall())


# ---------------------------------------------------------------- in


def _in(cursor: psycopg.Cursor[Any], table: sql.Identifier, source: Path) -> None:
    with source.open("rb") as file:
        columns = sql.SQL(", ").join(map(sql.Identifier, file.readline().decode().strip().split(",")))
        query = sql.SQL("COPY {} ({}) FROM STDIN WITH (FORMAT csv)").format(table, columns)
        with cursor.copy(query) as rows:
            while piece := file.read(1 << 16):
                rows.write(piece)


def _go_on_counting(cursor: psycopg.Cursor[Any], table: str) -> None:
    """New rows get ids above those that were put back."""
    cursor.execute(
        "SELECT column_name, pg_get_serial_sequence(quote_ident(table_name), column_name)"
        " FROM information_schema.columns"
        " WHERE table_schema = 'public' AND table_name = %s AND column_default LIKE 'nextval%%'",
        (table,),
    )
    for column, sequence in cursor.fetchall():
        highest = sql.SQL("SELECT setval({}, (SELECT coalesce(max({}), 0) + 1 FROM {}), false)")
        cursor.execute(highest.format(sequence, sql.Identifier(column), sql.Identifier(table)))


def _vaults_in(cursor: psycopg.Cursor[Any], source: Path) -> None:
    """Into a table of this transaction's own first: COPY has no way into one under row-level security."""
    back = sql.Identifier("put_back")
    cursor.execute(sql.SQL("CREATE TEMPORARY TABLE {} (LIKE {}) ON COMMIT DROP").format(back, ENTRY))
    with source.open("rb") as file, cursor.copy(sql.SQL("COPY {} FROM STDIN WITH (FORMAT csv)").format(back)) as rows:
        while piece := file.read(1 << 16):
            rows.write(piece)
    cursor.execute(sql.SQL("SELECT DISTINCT vault FROM {}").format(back))
    for (vault,) in cursor.fetchall():
        cursor.execute(ENTER, (vault,))
        cursor.execute(sql.SQL("INSERT INTO {} SELECT * FROM {} WHERE vault = %s").format(ENTRY, back), (vault,))
