"""Small checks that are put together to say what a piece of Slack's JSON must look like."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

Check = Callable[[Any, str, list[str]], None]
"""Looks at a value that stands at a JSON pointer, and adds what is wrong with it, in Slack's words, to the faults."""


def fault(faults: list[str], what: str, at: str) -> None:
    faults.append(f"[ERROR] {what} [json-pointer:{at}]")


def length(text: str) -> int:
    """The length of a text as Slack counts it: in UTF-16 code units."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def string(most: int, least: int = 1) -> Check:
    def check(value: Any, at: str, faults: list[str]) -> None:
        if not isinstance(value, str):
            fault(faults, "must be a string", at)
        elif len(value) < least:
            fault(faults, f"must be more than {least - 1} characters", at)
        elif length(value) > most:
            fault(faults, f"must be less than {most + 1} characters", at)

    return check


def pattern(expression: str, what: str) -> Check:
    compiled = re.compile(expression)

    def check(value: Any, at: str, faults: list[str]) -> None:
        if not isinstance(value, str) or not compiled.fullmatch(value):
            fault(faults, f"must be {what}", at)

    return check


def boolean(value: Any, at: str, faults: list[str]) -> None:
    if not isinstance(value, bool):
        fault(faults, "must be a boolean", at)


def integer(least: int, most: int) -> Check:
    def check(value: Any, at: str, faults: list[str]) -> None:
        if not isinstance(value, int) or isinstance(value, bool):
            fault(faults, "must be an integer", at)
        elif not least <= value <= most:
            fault(faults, f"must be between {least} and {most}", at)

    return check


def one_of(*values: str | int) -> Check:
    def check(value: Any, at: str, faults: list[str]) -> None:
        if value not in values:
            fault(faults, f"must be a valid enum value: {', '.join(map(str, values))}", at)

    return check


def several(each: Check, most: int, least: int = 1) -> Check:
    def check(value: Any, at: str, faults: list[str]) -> None:
        if not isinstance(value, list):
            fault(faults, "must be an array", at)
            return
        if len(value) < least:
            fault(faults, f"no fewer than {least} items allowed", at)
        if len(value) > most:
            fault(faults, f"no more than {most} items allowed", at)
        for n, item in enumerate(value):
            each(item, f"{at}/{n}", faults)

    return check


def nothing_more(_value: Any, _at: str, _faults: list[str]) -> None:
    """Where there is no rule beyond the single fields."""


@dataclass(frozen=True)
class Shape:
    """An object with these fields and no others; `also` looks at them together once each is right."""

    needed: Mapping[str, Check]
    optional: Mapping[str, Check] = field(default_factory=dict)
    also: Check = nothing_more

    def __call__(self, value: Any, at: str, faults: list[str]) -> None:
        if not isinstance(value, dict):
            fault(faults, "must be an object", at)
            return
        before = len(faults)
        for name in self.needed:
            if name not in value:
                fault(faults, f"missing required field: {name}", at)
        for name, item in value.items():
            check = self.needed.get(name) or self.optional.get(name)
            if check:
                check(item, f"{at}/{name}", faults)
            elif name != "type":
                fault(faults, f"invalid additional property: {name}", at)
        if len(faults) == before:
            self.also(value, at, faults)


def typed(shapes: Mapping[str, Check]) -> Check:
    """An object whose `type` says which of these shapes it has."""

    def check(value: Any, at: str, faults: list[str]) -> None:
        kind = value.get("type") if isinstance(value, dict) else None
        if not isinstance(kind, str) or kind not in shapes:
            fault(faults, f"unsupported type: {kind}", f"{at}/type")
        else:
            shapes[kind](value, at, faults)

    return check
