"""Whether the parts of a template go together. Whatever else is wrong with some of them, the others are looked at."""

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeVar

from pydantic import ValidationError

from bot.programmes.faults import near
from bot.programmes.model import WORKING_DAYS, Module, Part, Planned, Rule
from bot.programmes.places import Where

Tables = Mapping[str, object]
"""A file as tomllib reads it."""

P = TypeVar("P", bound=Part)


def not_together(tables: Tables) -> Iterator[tuple[Where, str]]:
    """What does not go together, and where."""
    yield from _same_key(tables, "modules", "events")
    yield from _same_key(tables, "kinds")
    yield from _same_key(tables, "reminders")
    yield from _modules_out_of_order(tables)
    yield from _two_on_one_day(tables)
    yield from _modules_elsewhere(tables)
    yield from _rules_about_nothing(tables)


def _same_key(tables: Tables, *lists: str) -> Iterator[tuple[Where, str]]:
    seen: set[str] = set()
    for where, key in _keys(tables, *lists):
        if key in seen:
            yield where, f"“{key}” is the key of another already. Give this one a key of its own."
        seen.add(key)


def _modules_out_of_order(tables: Tables) -> Iterator[tuple[Where, str]]:
    before: Module | None = None
    for where, module in _parts(tables, "modules", Module):
        if before is not None and module.week <= before.week:
            yield (
                (*where, "week"),
                f"“{before.key}”, before it, is in week {before.week}. Write a later week.",
            )
        before = module


def _two_on_one_day(tables: Tables) -> Iterator[tuple[Where, str]]:
    seen: dict[tuple[int, int], Planned] = {}
    for where, planned in (*_parts(tables, "modules", Module), *_parts(tables, "events", Planned)):
        other = seen.setdefault((planned.week, planned.weekday), planned)
        if other is not planned:
            day = f"{WORKING_DAYS[planned.weekday]} of week {planned.week}"
            yield (*where, "weekday"), f"“{other.key}” is on the {day} already. Choose another day for one of the two."


def _modules_elsewhere(tables: Tables) -> Iterator[tuple[Where, str]]:
    for where, planned in _parts(tables, "events", Planned):
        if planned.kind == "module":
            yield (*where, "kind"), "a module has a table of its own. Write it under [[modules]]."


def _rules_about_nothing(tables: Tables) -> Iterator[tuple[Where, str]]:
    """Rules that name a kind of reminder, a role or a kind of event that the programme has not got."""
    kinds = [key for _, key in _keys(tables, "kinds")]
    roles = _words(tables.get("roles"))
    planned = {"other", "coaching", *(["module"] if _list(tables, "modules") else [])}  # these come to be in chat
    planned |= {kind for event in _list(tables, "events") for kind in _words([event.get("kind")])}
    for where, rule in _parts(tables, "reminders", Rule):
        if kinds and rule.kind not in kinds:
            yield (*where, "kind"), f"“{rule.kind}” is the key of none of the [[kinds]]. {near(rule.kind, kinds)}"
        for number, role in enumerate(rule.to):
            if roles and role not in roles:
                yield (*where, "to", number), f"“{role}” is none of this programme’s roles. {near(role, roles)}"
        for number, of in enumerate(rule.of):
            if of not in planned:
                yield (*where, "of", number), f"nothing in the timetable is a {of}. {near(of, sorted(planned))}"


# ---------------------------------------------------------------- what there is, as far as it can be read


def _list(tables: Tables, name: str) -> list[Tables]:
    found = tables.get(name)
    return [table if isinstance(table, dict) else {} for table in found] if isinstance(found, list) else []


def _keys(tables: Tables, *lists: str) -> Iterator[tuple[Where, str]]:
    for name in lists:
        for number, table in enumerate(_list(tables, name)):
            for key in _words([table.get("key")]):
                yield (name, number, "key"), key


def _words(found: object) -> list[str]:
    return [word for word in found if isinstance(word, str)] if isinstance(found, list) else []


def _parts(tables: Tables, name: str, kind: type[P]) -> Iterable[tuple[Where, P]]:
    """Those of a list that are as they should be: what is wrong with the others is said elsewhere."""
    for number, table in enumerate(_list(tables, name)):
        try:
            yield (name, number), kind.model_validate(table)
        except ValidationError:
            continue
