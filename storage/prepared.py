"""The statements that every turn says: compiled and typed once, and then given to the driver as they are.

SQLAlchemy knows both databases and the type of every column, and is asked once: what it does anew for each execution
takes several times as long as the statement itself.
"""

from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from typing import Any

from sqlalchemy import Connection, Dialect
from sqlalchemy.engine.interfaces import DBAPICursor
from sqlalchemy.sql.expression import ReturnsRows

Convert = Callable[[Any], Any]


class Prepared:
    """A statement whose values are given by name. It is said in the connection's transaction, like any other."""

    def __init__(self, statement: ReturnsRows) -> None:
        self._statement = statement
        self._compiled: dict[str, _Compiled] = {}

    def rows(self, connection: Connection, **values: object) -> list[list[Any]]:
        """Say it; gives what it finds, or returns of what it wrote."""
        compiled = self._for(connection.dialect, values)
        with closing(connection.connection.cursor()) as cursor:
            say(cursor, compiled.sql, compiled.bound(values))
            return [compiled.read(row) for row in cursor.fetchall()]

    def write(self, connection: Connection, **values: object) -> int:
        """Say it; gives how many rows it wrote."""
        compiled = self._for(connection.dialect, values)
        with closing(connection.connection.cursor()) as cursor:
            say(cursor, compiled.sql, compiled.bound(values))
            return cursor.rowcount

    def _for(self, dialect: Dialect, values: Mapping[str, object]) -> "_Compiled":
        if dialect.name not in self._compiled:
            self._compiled[dialect.name] = _Compiled(self._statement, dialect, values)
        return self._compiled[dialect.name]


def say(cursor: DBAPICursor, sql: str, bound: Sequence[Any] | Mapping[str, Any]) -> None:
    """Every statement that goes to the driver past SQLAlchemy goes through here, where it can be heard."""
    cursor.execute(sql, bound)


class _Compiled:
    """A statement as one kind of database hears it, and what its values are there."""

    def __init__(self, statement: ReturnsRows, dialect: Dialect, names: Mapping[str, object]) -> None:
        compiled = statement.compile(dialect=dialect, column_keys=list(names))
        binds = {name: compiled.binds[name] for name in compiled.params}
        converts = {name: bind.type.dialect_impl(dialect).bind_processor(dialect) for name, bind in binds.items()}
        columns = [column.type.dialect_impl(dialect) for column in statement.exported_columns]
        reads = {at: column.result_processor(dialect, None) for at, column in enumerate(columns)}
        self.sql = compiled.string
        self._order = compiled.positiontup
        """The names of what is bound, where the driver wants it in their order and not by name."""
        self._fixed = {name: bind.effective_value for name, bind in binds.items() if not bind.required}
        self._converts = {name: convert for name, convert in converts.items() if convert}
        self._reads = {at: read for at, read in reads.items() if read}

    def bound(self, values: Mapping[str, object]) -> Sequence[Any] | Mapping[str, Any]:
        bound = {**self._fixed, **values}
        for name, convert in self._converts.items():
            bound[name] = convert(bound[name])
        return bound if self._order is None else [bound[name] for name in self._order]

    def read(self, row: Sequence[Any]) -> list[Any]:
        values = list(row)
        for at, convert in self._reads.items():
            values[at] = convert(values[at])
        return values
