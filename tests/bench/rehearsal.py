"""`waymark rehearse`: a year of forty people, from the command to its page and its table

In a process of its own, as whoever types it has it; the year is that of each template that is shipped.
"""

import subprocess
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path
from time import perf_counter

from bot.programmes import EXAMPLES, Programmes
from tests.bench.report import Measure

ROOT = Path(__file__).parents[2]


def bench() -> Iterable[Measure]:
    for key in sorted(Programmes.load(EXAMPLES)):
        yield Measure(key, _rehearsed(key), "s", at_most=30)


def _rehearsed(key: str) -> float:
    with tempfile.TemporaryDirectory(prefix="waymark-bench-") as folder:
        command = ["rehearse", "--programme", key, "--starts", "2027-09-06", "--people", "40", "--to", folder]
        begin = perf_counter()
        subprocess.run([sys.executable, "-m", "bot", *command], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
        return perf_counter() - begin
