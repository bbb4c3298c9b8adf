"""On which line each thing of a TOML file stands: tomllib doesn't say, and a fault is found by its line."""

import re
from collections.abc import Callable, Mapping

Where = tuple[str | int, ...]
"""The way to a thing through tables and lists: ("modules", 2, "prompts", 0)."""

NOTHING = re.compile(r"(?:[ \t\r\n]|#[^\n]*)+")
STRING = re.compile(r'"""(?:\\.|[^\\])*?"{3,5}|\'\'\'.*?\'{3,5}|"(?:\\.|[^"\\\n])*"|\'[^\'\n]*\'', re.DOTALL)
BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")
BARE_VALUE = re.compile(r"[^\s,\]}#]+(?: \d\d:[^\s,\]}#]+)?")
"""A number, a truth or a time; between a day and its hour there may be a space."""


def places(text: str) -> Mapping[Where, int]:
    """The line of each table, list and value in a file that tomllib has read without a fault."""
    return _Reader(text).read()


class _Reader:
    """Walks through the text once. What it meets is known to be right, so it looks at nothing but where things are."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0
        self._lines: dict[Where, int] = {(): 1}
        self._lists: dict[Where, int] = {}
        """How many tables each list of tables has so far."""

    def read(self) -> Mapping[Where, int]:
        table: Where = ()
        while self._nothing() and self._at < len(self._text):
            table = self._header() if self._text[self._at] == "[" else self._pair(table)
        return self._lines

    def _header(self) -> Where:
        line, in_list = self._line, self._text.startswith("[[", self._at)
        self._at += 1 + in_list
        *above, last = self._key()
        self._at += 1 + in_list
        table: Where = ()
        for name in above:
            self._lines.setdefault((*table, name), line)
            table = self._latest((*table, name))
        table = (*table, last)
        if in_list:
            self._lines.setdefault(table, line)
            self._lists[table] = self._lists.get(table, -1) + 1
            table = self._latest(table)
        self._lines[table] = line
        return table

    def _latest(self, table: Where) -> Where:
        """Where it is a list of tables, the one that was begun last."""
        return (*table, self._lists[table]) if table in self._lists else table

    def _pair(self, table: Where) -> Where:
        line, key = self._line, self._key()
        for depth in range(len(key)):
            self._lines.setdefault((*table, *key[: depth + 1]), line)
        self._at += 1  # "="
        self._value((*table, *key))
        return table

    def _key(self) -> list[str]:
        """A name, or several with dots between them; it ends at "=" or "]"."""
        names = []
        while self._nothing() and self._text[self._at] not in "=]":
            if self._text[self._at] == ".":
                self._at += 1
            else:
                found = STRING.match(self._text, self._at) or BARE_KEY.match(self._text, self._at)
                names.append(self._take(found).strip("\"'"))
        return names

    def _value(self, where: Where) -> None:
        self._nothing()
        self._lines.setdefault(where, self._line)
        match self._text[self._at]:
            case "[":
                self._inside("]", lambda number: self._value((*where, number)))
            case "{":
                self._inside("}", lambda _: self._pair(where))
            case _:
                self._take(STRING.match(self._text, self._at) or BARE_VALUE.match(self._text, self._at))

    def _inside(self, end: str, one: Callable[[int], object]) -> None:
        """What is in brackets, one after another."""
        self._at += 1
        number = 0
        while self._nothing() and self._text[self._at] != end:
            if self._text[self._at] == ",":
                self._at += 1
            else:
                one(number)
                number += 1
        self._at += 1

    def _nothing(self) -> bool:
        """Skip white space and comments."""
        found = NOTHING.match(self._text, self._at)
        self._at = found.end() if found else self._at
        return True

    def _take(self, found: re.Match[str] | None) -> str:
        assert found is not None, "the file is not what tomllib read"
        self._at = found.end()
        return found.group()

    @property
    def _line(self) -> int:
        return self._text.count("\n", 0, self._at) + 1
