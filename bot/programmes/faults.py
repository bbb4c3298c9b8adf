"""What is wrong with a template: on which line, and what to write instead."""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from enum import Enum
from pathlib import Path
from tomllib import TOMLDecodeError
from typing import get_args

from pydantic import ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from bot.programmes.model import Part, Programme
from bot.programmes.places import Where


@dataclass(frozen=True, order=True)
class Fault:
    """One thing that is wrong with a file."""

    line: int
    says: str


class TemplateFaults(Exception):
    """Templates can't be read. The text names each fault by its file and line."""

    def __init__(self, faults: Mapping[Path, Sequence[Fault]]) -> None:
        super().__init__("\n".join(said_of(path, fault) for path, found in faults.items() for fault in found))


def said_of(path: Path, fault: Fault) -> str:
    """A fault as it is told; what is wrong with the whole has no line."""
    return f"{path}, line {fault.line}: {fault.says}" if fault.line else f"{path}: {fault.says}"


# ---------------------------------------------------------------- what is not TOML

UNREADABLE: Mapping[str, str] = {
    "Invalid value": 'what comes after “=” can’t be read. Put text in quotes, such as name = "…"',
    "Illegal character": 'a text has no end on this line. Close it with “"”, or put it between “"""” and “"""”',
    "Unterminated string": "a text that was begun above has no end. Close it with the quotes that it began with",
    "Unclosed array": "a list that was begun above goes wrong here. Put commas between its parts, and “]” at its end",
    "Expected '=' after a key": "there is no “=” after a name. Write a name, “=” and a value, such as week = 6",
    "Expected ']": "the name in brackets has no end. Write it as [retention] or, in a list, as [[modules]]",
    "Expected newline": "there is more on this line than one value. Put text and times in quotes, and each on its line",
    "Cannot declare": "this table is here twice. Keep one of the two",
    "Cannot overwrite": "this is said twice. Keep one of the two",
    "Unescaped '\\'": "a “\\” stands in a text. Write “\\\\”, or use single quotes",
}
"""By how tomllib's own words begin, what to write instead."""

OTHERWISE = "this can’t be read. Write a name, “=” and a value on each line, such as week = 6"


def not_toml(error: TOMLDecodeError, text: str) -> Fault:
    """Where a file stops being TOML."""
    found = re.search(r"\(at line (\d+),", str(error))
    says = next((says for begins, says in UNREADABLE.items() if str(error).startswith(begins)), OTHERWISE)
    return Fault(int(found.group(1)) if found else text.rstrip().count("\n") + 1, f"{says}.")


# ---------------------------------------------------------------- what is not a programme


def not_a_programme(error: ValidationError) -> Iterable[tuple[Where, str]]:
    """What of the file's words are not those of a template, and where."""
    for fault in error.errors(include_url=False):
        yield fault["loc"], _says(fault)


def near(said: str, known: Iterable[str]) -> str:
    """What may have been meant, or else all that could have been."""
    known = list(known)
    close = get_close_matches(said, known, n=1)
    return f"Did you mean “{close[0]}”?" if close else f"Write one of: {', '.join(known)}."


def _says(fault: ErrorDetails) -> str:
    where = fault["loc"]
    name = next((step for step in reversed(where) if isinstance(step, str)), "")
    given, context = fault["input"], fault.get("ctx", {})
    said = given if isinstance(given, str) else ""
    match fault["type"]:
        case "extra_forbidden":
            return f"“{name}” is nothing that I know here. {near(name, _part_at(where[:-1]).model_fields)}"
        case "missing":
            return f"“{name}” is missing. {_field_at(where).description} {_for_example(where)}"
        case "enum" | "literal_error" if said:
            return f"“{name}” can’t be “{given}”. {near(said, _values(_field_at(where).annotation))}"
        case "string_too_short":
            return f"“{name}” is empty. {_for_example(where)}"
        case "string_too_long":
            return f"“{name}” has {len(said)} characters. Shorten it to {context['max_length']}."
        case "too_short":
            return f"“{name}” has {context['actual_length']} of at least {context['min_length']}. Add what is missing."
        case "too_long":
            return f"“{name}” has {context['actual_length']} of at most {context['max_length']}. Take some away."
        case "greater_than_equal":
            return f"“{name}” is {given}. Write {context['ge']} or more."
        case "less_than_equal":
            return f"“{name}” is {given}. Write {context['le']} or less."
        case "string_pattern_mismatch":
            return f"“{name}” can’t be “{given}”. {_for_example(where)}"
        case "value_error":
            about = f"“{name}”: " if where and where[-1] == name else ""
            return f"{about}{context['error']}."
        case _:
            return f"“{name}” is written in another way. {_for_example(where)}"


# ---------------------------------------------------------------- what could be written there


def _for_example(where: Where) -> str:
    names = [step for step in where if isinstance(step, str)]
    field = _field_at(where)
    part = part_in(field.annotation)
    if part is not None:
        path = ".".join(names)
        return f"Write it as a table of its own: {f'[[{path}]]' if _is_list(field) else f'[{path}]'}"
    examples = field.examples or [_plain_example(field)]
    written = json.dumps(examples[0], ensure_ascii=False)
    return f"For example: {names[-1]} = {f'[{written}]' if _is_list(field) else written}"


def _plain_example(field: FieldInfo) -> str | int | bool:
    values = _values(field.annotation)
    if values:
        return values[0]
    kinds = _kinds_in(field.annotation)
    return True if bool in kinds else 3 if int in kinds else "…"


def _part_at(where: Where) -> type[Part]:
    """The table that this leads to."""
    part: type[Part] = Programme
    for step in where:
        if isinstance(step, str):
            part = part_in(part.model_fields[step].annotation) or part
    return part


def _field_at(where: Where) -> FieldInfo:
    names = [step for step in where if isinstance(step, str)]
    return _part_at(tuple(names[:-1])).model_fields[names[-1]]


def _kinds_in(annotation: object) -> list[object]:
    """The plain types within an annotation."""
    inner = [arg for arg in get_args(annotation) if arg is not type(None)]
    return [kind for arg in inner for kind in _kinds_in(arg)] if inner else [annotation]


def part_in(annotation: object) -> type[Part] | None:
    return next((kind for kind in _kinds_in(annotation) if isinstance(kind, type) and issubclass(kind, Part)), None)


def _values(annotation: object) -> list[str]:
    """What can be chosen from, where that is so."""
    values: list[str] = []
    for kind in _kinds_in(annotation):
        if isinstance(kind, type) and issubclass(kind, Enum):
            values += [str(value) for value in kind]
        elif isinstance(kind, Enum):
            values.append(str(kind))
    return values


def _is_list(field: FieldInfo) -> bool:
    return str(field.annotation).startswith("tuple")
