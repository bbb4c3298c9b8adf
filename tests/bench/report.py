"""What a bench found, and the table that says so."""

import os
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter


@dataclass(frozen=True)
class Measure:
    """One line of a table: a value, its floor in the same run where it has one, and what we aim at."""

    what: str
    value: float
    unit: str = ""
    floor: float | None = None
    """The same measure of the least that could be done, taken in this run; the aim is then for the ratio to it."""
    at_most: float | None = None
    at_least: float | None = None

    @property
    def judged(self) -> float:
        return self.value / self.floor if self.floor else self.value

    @property
    def met(self) -> bool:
        return (self.at_most is None or self.judged <= self.at_most) and (
            self.at_least is None or self.judged >= self.at_least
        )


def print_table(title: str, measures: Iterable[Measure]) -> None:
    rows = [("", "value", "floor", "ratio", "target", ""), *map(_row, measures)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    print(f"\n{title}")
    for what, *cells in rows:
        shown = [cell.rjust(width) for cell, width in zip(cells, widths[1:], strict=True)]
        print("  ".join(["", what.ljust(widths[0]), *shown]).rstrip(), flush=True)


def _row(measure: Measure) -> tuple[str, str, str, str, str, str]:
    unit = f" {measure.unit}" if measure.unit else ""
    aims = [
        f"{sign} {bound:g}{'×' if measure.floor else unit}"
        for sign, bound in (("≤", measure.at_most), ("≥", measure.at_least))
        if bound is not None
    ]
    return (
        measure.what,
        f"{_figure(measure.value)}{unit}",
        f"{_figure(measure.floor)}{unit}" if measure.floor else "",
        f"{measure.judged:.2f}×" if measure.floor else "",
        " ".join(aims),
        ("met" if measure.met else "not met") if aims else "",
    )


def _figure(value: float) -> str:
    return f"{value:,.0f}" if abs(value) >= 1_000 else f"{value:.4g}"


def milliseconds(work: Callable[[], object], times: int) -> list[float]:
    """How long each of several runs took, shortest first."""
    took = []
    for _ in range(times):
        begin = perf_counter()
        work()
        took.append(1_000 * (perf_counter() - begin))
    return sorted(took)


def percentile(ordered: Sequence[float], percent: float) -> float:
    return ordered[min(len(ordered) - 1, int(len(ordered) * percent / 100))]


def resident_mb() -> float:
    """Memory that this process holds now."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6
