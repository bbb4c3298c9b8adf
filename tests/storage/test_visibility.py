"""The one table of who sees what is complete: in the code, on its page, and in what the shared database can hold."""

import inspect
import typing
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest
from sqlalchemy import Table
from sqlmodel import SQLModel

from storage.database import Area
from storage.private.entries import Entry
from storage.private.vault import Vault
from storage.shared.unit import SharedUnit
from storage.visibility import ENTRIES, TABLES, Sort, table

import_module("bot.app")  # with it every table and every kind of entry is defined

PAGE = Path(__file__).parents[2] / "docs" / "privacy.md"
WORDLESS = ("INTEGER", "BOOLEAN", "DATETIME", "DATE", "TIME")
BEGINS, ENDS = "<!-- the table begins -->\n", "\n<!-- the table ends -->"


def every_kind(of: type[Entry] = Entry) -> Iterator[type[Entry]]:
    for kind in of.__subclasses__():
        if not kind.__module__.startswith("tests."):
            yield kind
        yield from every_kind(kind)


def words_in(shared: Table) -> set[str]:
    return {column.name for column in shared.columns if str(column.type) not in WORDLESS}


def test_every_shared_table_is_in_it_and_nothing_else() -> None:
    assert set(SQLModel.metadata.tables) == set(TABLES)


def test_every_kind_of_private_entry_is_in_it_and_nothing_else() -> None:
    kinds = list(every_kind())
    assert {kind.kind for kind in kinds} == set(ENTRIES)
    assert len(kinds) == len(ENTRIES), "two kinds of entry have one name"


def test_all_that_is_private_is_content_and_no_shared_table_is() -> None:
    assert {thing.sort for thing in ENTRIES.values()} == {Sort.CONTENT}
    assert Sort.CONTENT not in {thing.sort for thing in TABLES.values()}


@pytest.mark.parametrize("name", sorted(TABLES))
def test_every_column_that_can_hold_words_was_looked_at(name: str) -> None:
    assert words_in(SQLModel.metadata.tables[name]) == TABLES[name].words


def test_no_query_of_the_shared_database_gives_or_takes_content() -> None:
    private = {Entry, Vault, *every_kind()}
    queries = [
        method
        for area in Area.__subclasses__()
        if area.__module__.startswith("storage.shared")
        for _, method in inspect.getmembers(area, inspect.isfunction)
        if hasattr(method, "__wrapped__")
    ]
    assert len(queries) > 50
    for query in queries:
        named = set(_named(typing.get_type_hints(inspect.unwrap(query)).values()))
        assert not named & private, query.__qualname__
    assert {area.__name__ for area in Area.__subclasses__() if area.__module__.startswith("storage.shared")} == {
        typing.get_type_hints(found.func)["return"].__name__
        for found in vars(SharedUnit).values()
        if hasattr(found, "func")
    }


def _named(hints: typing.Iterable[object]) -> Iterator[object]:
    for hint in hints:
        yield hint
        yield from _named(typing.get_args(hint))


def test_the_page_has_the_table_as_it_is() -> None:
    printed = PAGE.read_text().partition(BEGINS)[2].partition(ENDS)[0]
    assert printed == table(), "print storage.visibility.table() between the two markers of docs/privacy.md"
