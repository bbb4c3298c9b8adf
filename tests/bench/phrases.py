"""Times as they are typed: how many are read rightly, and how fast

The samples and their scoring are in `language/`; the floor is dateparser by itself.
"""

import runpy
from collections.abc import Iterable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Protocol
from zoneinfo import ZoneInfo

import dateparser

from scheduling.phrases import warm
from tests.bench.ours import when
from tests.bench.report import Measure, milliseconds, percentile

LONDON = ZoneInfo("Europe/London")
NOW = datetime(2027, 1, 6, 14, 20, tzinfo=UTC)


class Scored(Protocol):
    """What `language/` says of one phrase."""

    ok: bool


def dateparsers(text: str, *, now: datetime, tz: ZoneInfo) -> datetime | None:
    base = now.astimezone(tz).replace(tzinfo=None)
    settings = {"RELATIVE_BASE": base, "DATE_ORDER": "DMY", "PREFER_DATES_FROM": "future"}
    found: datetime | None = dateparser.parse(text, languages=["en"], settings=settings)
    return found


def bench() -> Iterable[Measure]:
    first = milliseconds(warm, 1)[0]
    score = runpy.run_path(str(Path(__file__).parent / "language" / "score.py"))
    cases = score["british"]()
    dated = [case for case in cases if case.expect is not None]

    def right(outcomes: list[Scored]) -> float:
        return 100 * sum(outcome.ok for outcome in outcomes) / len(outcomes)

    mine, theirs = score["run"](dated, when), score["run"](dated, dateparsers)
    undated = score["run"]([case for case in cases if case.expect is None], when)
    wrong = sum(bool(outcome.got) and not outcome.ok for outcome in [*mine, *undated])
    yield Measure("British dated phrases read rightly", right(mine), "%", at_least=95)
    yield Measure("  the same by dateparser alone", right(theirs), "%")
    yield Measure("no date seen where there is none", right(undated), "%", at_least=100)
    yield Measure("wrong answers in a hundred", 100 * wrong / len(cases), at_most=1)

    texts = [case.text for case in cases]
    each = sorted(took for text in texts for took in milliseconds(partial(when, text, now=NOW, tz=LONDON), 20))
    yield Measure("warming up", first, "ms")
    yield Measure("a phrase, p99", percentile(each, 99), "ms", at_most=5)
    long = "tomorrow at 9 " * 4_000
    yield Measure("50,000 characters", milliseconds(partial(when, long, now=NOW, tz=LONDON), 200)[-1], "ms", at_most=5)
