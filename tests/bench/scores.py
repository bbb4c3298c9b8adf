"""How well it understands: every score, on the samples and on the sets that were written before the rules

The samples, and the scoring itself, are in `language/`; our own sets, in the same format, in the folders of `own/`.
"""

import importlib.util
import json
import sys
from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path
from types import ModuleType
from zoneinfo import ZoneInfo

from tests.bench.ours import repeating, route, when
from tests.bench.report import Measure

LONDON = ZoneInfo("Europe/London")
HERE = Path(__file__).parent
NO_INTENT = "none"
AT_RISK = "crisis"


def bench() -> Iterable[Measure]:
    scoring = _scoring()
    for folder in (HERE / "language", *sorted(folder for folder in (HERE / "own").glob("*") if folder.is_dir())):
        yield from (
            Measure(
                f"{folder.name}: {measure.what}", measure.value, measure.unit, None, measure.at_most, measure.at_least
            )
            for measure in (*_dates(scoring, folder), *_repeating(scoring, folder), *_intents(folder), *_risks(folder))
        )


def _scoring() -> ModuleType:
    """The scoring of `language/`, which looks for its sets in the folder of its `HERE`."""
    spec = importlib.util.spec_from_file_location("language_score", HERE / "language" / "score.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError("language/score.py")
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def _rows(file: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in file.read_text().splitlines() if line.strip()] if file.exists() else []


def _share(right: Sequence[bool]) -> float:
    return 100 * sum(right) / max(1, len(right))


def _dates(scoring: ModuleType, folder: Path) -> Iterable[Measure]:
    if not (folder / "british_dates.jsonl").exists():
        return
    vars(scoring)["HERE"] = folder
    outcomes = scoring.run(scoring.british(), when)
    dated = [outcome for outcome in outcomes if outcome.case.expect is not None]
    wrong = [bool(outcome.got) and not outcome.ok for outcome in outcomes]
    yield Measure("dated phrases read rightly", _share([outcome.ok for outcome in dated]), "%", at_least=95)
    yield Measure("wrong answers in a hundred", _share(wrong), at_most=1)
    undated = [outcome.ok for outcome in outcomes if outcome.case.expect is None]
    yield Measure("no date seen where there is none", _share(undated), "%", at_least=100)


def _repeating(scoring: ModuleType, folder: Path) -> Iterable[Measure]:
    rows = _rows(folder / "recurring.jsonl")
    if not rows:
        return
    right = []
    for row in rows:
        now = datetime.fromisoformat(str(row["now"])).astimezone(LONDON)
        got = repeating(str(row["text"]), now=now, tz=LONDON)
        if row["rrule"] is None:
            right.append(got is None)
        else:
            right.append(got is not None and scoring.same_days(row, got, now) and scoring.same_times(row, got))
    yield Measure("repeating availability read rightly", _share(right), "%", at_least=90)


def _intents(folder: Path) -> Iterable[Measure]:
    within: list[bool] = []
    wrong: list[bool] = []
    acted: list[bool] = []
    slots: list[bool] = []
    for row in _rows(folder / "intents.jsonl"):
        if row["intent"] == AT_RISK:
            continue
        got = route(str(row["text"]))
        right = got["intent"] == row["intent"] or got["intent"] in _strings(row.get("accept"))
        if row["intent"] == NO_INTENT:
            acted.append(not right)
            continue
        within.append(right)
        wrong.append(not right and got["intent"] != NO_INTENT)
        wanted = row.get("slots")
        if isinstance(wanted, dict):
            slots += [got["slots"].get(name, "").casefold() == str(said).casefold() for name, said in wanted.items()]
    if within:
        yield Measure("in scope, gone ahead rightly", _share(within), "%", at_least=88)
        yield Measure("in scope, gone ahead wrongly", _share(wrong), "%")
        yield Measure("out of scope, acted on", _share(acted), "%", at_most=5)
        yield Measure("slots with the very words", _share(slots), "%")


def _risks(folder: Path) -> Iterable[Measure]:
    """People at risk are among the intents, and in a set of their own with those who only speak in figures."""
    cases = _rows(folder / "risk.jsonl")
    heard = [row for row in _rows(folder / "intents.jsonl") if row["intent"] == AT_RISK]
    heard += [row for row in cases if row["risk"] is not None]
    found = [_is_heard(row) for row in heard]
    alarms = [_is_heard(row) for row in cases if row["risk"] is None]
    if found:
        yield Measure("a person at risk recognised", _share(found), "%", at_least=95)
    if alarms:
        yield Measure("  and seen where there is none", _share(alarms), "%")


def _is_heard(row: dict[str, object]) -> bool:
    return route(str(row["text"]))["intent"] == AT_RISK


def _strings(value: object) -> list[str]:
    return [str(each) for each in value] if isinstance(value, list) else []
