"""Start-up: what a fresh interpreter pays for each part, best of three

The floor is an interpreter that does nothing.
"""

import subprocess
import sys
from collections.abc import Iterable
from time import perf_counter

from tests.bench.report import Measure

RESIDENT = "from tests.bench.report import resident_mb; print(resident_mb())"
PARTS = {
    "forms and messages": "import bot.chat.forms, bot.chat.messages",
    "understanding": "import bot.chat.understanding",
    "time phrases": "import scheduling.phrases",
    "time phrases, warmed": "import scheduling.phrases; scheduling.phrases.warm()",
}


def bench() -> Iterable[Measure]:
    seconds, megabytes = started("pass")
    for part, code in PARTS.items():
        took, resident = started(code)
        yield Measure(part, took, "s", floor=seconds)
        yield Measure("  resident", resident, "MB", floor=megabytes)


def started(code: str) -> tuple[float, float]:
    """The shortest time and the least memory of three interpreters that run this."""
    runs = [_once(code) for _ in range(3)]
    return min(took for took, _ in runs), min(resident for _, resident in runs)


def _once(code: str) -> tuple[float, float]:
    begin = perf_counter()
    ended = subprocess.run([sys.executable, "-c", f"{code}; {RESIDENT}"], check=True, capture_output=True, text=True)
    return perf_counter() - begin, float(ended.stdout)
