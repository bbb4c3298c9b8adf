"""A coach's week as a picture, and the words that stand for it. It is drawn in the worker, from plain values."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from io import BytesIO
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from bot.chat.messages import MOST_ALT
from bot.chat.times import A_DAY, spoken_date

if TYPE_CHECKING:
    from matplotlib.axes import Axes


class Sort(StrEnum):
    """What a time of the week is."""

    NEW = "new"
    """Not open yet."""
    FREE = "free"
    BOOKED = "booked"
    BUSY = "busy"


@dataclass(frozen=True)
class Block:
    """A stretch of one day, in minutes since it began."""

    day: date
    starts: int
    ends: int
    sort: Sort


# ---------------------------------------------------------------- in words


def alt_text(blocks: Sequence[Block], monday: date, place: str) -> str:
    """The same in words: every time; or, where that is too long, how many there are from when to when."""
    words = ""
    for say in (_each, _together):
        words = f"Week of {spoken_date(monday)}; times in {place}. {_days(blocks, monday, say)}"
        if len(words) <= MOST_ALT:
            return words
    return f"{words[: MOST_ALT - 1]}…"


def _days(blocks: Sequence[Block], monday: date, say: Callable[[Sequence[Block]], str]) -> str:
    said = []
    for day in _shown_days(blocks, monday):
        of_day = {sort: [block for block in blocks if block.day == day and block.sort is sort] for sort in Sort}
        if what := "; ".join(f"{LOOKS[sort].name.lower()} {say(some)}" for sort, some in of_day.items() if some):
            said.append(f"{day:%A} {day.day} {day:%B}: {what}.")
    return " ".join([*said, "Nothing on the other days." if said else "Nothing is on offer, and nothing is booked."])


def _each(blocks: Sequence[Block]) -> str:
    return ", ".join(f"{_clock(block.starts)}–{_clock(block.ends)}" for block in blocks)


def _together(blocks: Sequence[Block]) -> str:
    first, last = min(block.starts for block in blocks), max(block.ends for block in blocks)
    return f"{_clock(first)}–{_clock(last)} ({len(blocks)})"


# ---------------------------------------------------------------- drawn

WIDTH = 5.4  # inches, as all lengths below: 1080 pixels, which a phone shows edge to edge
DPI = 200
EDGE, LEFT, RIGHT, TOP = 0.2, 0.68, 0.14, 1.42
HOUR = 0.62
SPACE = 0.035
ENTRY, ENTRIES = 0.34, 2  # of the legend: how high one is, and how many stand beside one another
TALL, WIDE, HIGH = 0.42, 0.6, 0.24  # from which on a block has room for its end, and for its start in full size
FULL, A_CLOCK = 13.0, 0.55  # points, and how wide a time is then

INK, MUTED, RULE, PAPER = "#1b2733", "#56606b", "#dfe4e8", "#ffffff"


class Look(NamedTuple):
    """How a sort of time is drawn: told apart by its edge and filling, whatever its colour looks like to somebody."""

    name: str
    face: str
    edge: str
    words: str
    line: str | tuple[int, tuple[float, float]] = "-"
    hatch: str = ""


LOOKS = {
    Sort.NEW: Look("Not open yet", "#fff6e0", "#9a5b00", INK, line=(0, (3, 1.5))),
    Sort.FREE: Look("Free to book", "#d9f0e6", "#00684a", INK),
    Sort.BOOKED: Look("Booked", "#12436d", "#12436d", PAPER),
    Sort.BUSY: Look("Busy", "#eceff1", "#8b959e", MUTED, hatch="////"),
}


def week(blocks: Sequence[Block], monday: date, place: str) -> bytes:
    """A PNG of the week, its days side by side and its hours from the top down, as it is on the clock of the place.

    The same values give the same bytes.
    """
    from matplotlib.figure import Figure

    days, (first, last) = _shown_days(blocks, monday), _shown_hours(blocks)
    sorts = [sort for sort in Sort if any(block.sort is sort for block in blocks)]
    height = TOP + (last - first) * HOUR + EDGE + -(-len(sorts) // ENTRIES) * ENTRY + EDGE
    figure = Figure(figsize=(WIDTH, height), dpi=DPI, facecolor=PAPER)
    page = figure.add_axes((0, 0, 1, 1), xlim=(0, WIDTH), ylim=(height, 0))
    page.set_axis_off()
    drawing = _Drawing(page, days, first, last)
    drawing.head(place)
    drawing.grid()
    for block in blocks:
        if block.sort is Sort.BUSY:
            drawing.block(block, 0, 1)
    for block, lane, lanes in _side_by_side(block for block in blocks if block.sort is not Sort.BUSY):
        drawing.block(block, lane, lanes)
    drawing.legend(sorts)
    png = BytesIO()
    figure.savefig(png, format="png", dpi=figure.dpi, metadata={"Software": None})
    return png.getvalue()


def _shown_days(blocks: Sequence[Block], monday: date) -> list[date]:
    """The working days; those of the weekend where there is something on."""
    days = [monday + number * A_DAY for number in range(7)]
    return [day for day in days if day.weekday() < 5 or any(block.day == day for block in blocks)]


def _shown_hours(blocks: Sequence[Block]) -> tuple[int, int]:
    """From which hour to which: what is only busy makes no day longer."""
    times = [block for block in blocks if block.sort is not Sort.BUSY]
    first = min((block.starts // 60 for block in times), default=9)
    last = max((-(-block.ends // 60) for block in times), default=17)
    return first, max(last, first + 4) if first <= 20 else 24


def _side_by_side(blocks: Iterable[Block]) -> Iterator[tuple[Block, int, int]]:
    """Each block with its lane, and of how many: times that overlap stand beside one another."""
    for _, of_day in groupby(sorted(blocks, key=lambda block: (block.day, block.starts, block.ends)), _day_of):
        together: list[Block] = []
        for block in of_day:
            if together and block.starts >= max(other.ends for other in together):
                yield from _in_lanes(together)
                together = []
            together.append(block)
        yield from _in_lanes(together)


def _day_of(block: Block) -> date:
    return block.day


def _in_lanes(blocks: Sequence[Block]) -> list[tuple[Block, int, int]]:
    ends: list[int] = []
    placed = []
    for block in blocks:
        lane = next((number for number, end in enumerate(ends) if end <= block.starts), len(ends))
        ends[lane:] = [block.ends, *ends[lane + 1 :]]
        placed.append((block, lane))
    return [(block, lane, len(ends)) for block, lane in placed]


class _Drawing:
    """Puts things on the page: a column a day, an hour as long as every other."""

    def __init__(self, page: "Axes", days: Sequence[date], first: int, last: int) -> None:
        self._page, self._days, self._first, self._last = page, days, first, last
        self._column = (WIDTH - LEFT - RIGHT) / len(days)

    def head(self, place: str) -> None:
        first, last = self._days[0], self._days[-1]
        until = f"{last.day} {last:%B %Y}"
        since = f"{first.day}" if first.month == last.month else f"{first.day} {first:%B}"
        self._write(EDGE, 0.2, f"{since} to {until}", 18, bold=True)
        self._write(EDGE, 0.56, f"Times in {place}", 12, MUTED)
        for number, day in enumerate(self._days):
            middle = LEFT + (number + 0.5) * self._column
            self._write(middle, 0.9, f"{day:%a}", 13, bold=True, align="center")
            self._write(middle, 1.13, f"{day.day} {day:%b}", 11, MUTED, align="center")

    def grid(self) -> None:
        right = LEFT + len(self._days) * self._column
        for hour in range(self._first, self._last + 1):
            y = self._y(hour * 60)
            self._page.plot([LEFT, right], [y, y], color=RULE, linewidth=1, zorder=1)
            self._write(LEFT - 0.08, y - 0.075, _clock(hour * 60), 11, MUTED, align="right")
        for number in range(len(self._days) + 1):
            x = LEFT + number * self._column
            self._page.plot([x, x], [TOP, self._y(self._last * 60)], color=RULE, linewidth=1, zorder=1)

    def block(self, block: Block, lane: int, lanes: int) -> None:
        starts, ends = max(block.starts, self._first * 60), min(block.ends, self._last * 60)
        if starts >= ends:
            return
        room = (self._column - 2 * SPACE) / lanes
        wide = room - (SPACE if lanes > 1 else 0)
        x, y = LEFT + self._days.index(block.day) * self._column + SPACE + lane * room, self._y(starts) + SPACE / 2
        high = self._y(ends) - self._y(starts) - SPACE
        self._box(x, y, wide, high, LOOKS[block.sort])
        if block.sort is Sort.BUSY:
            return
        words, middle = LOOKS[block.sort].words, x + wide / 2
        size = min(FULL, FULL * (wide - 2 * SPACE) / A_CLOCK) * (1 if high >= HIGH else 0.65)
        centre = y + high / 2 - 0.0062 * size
        if high >= TALL and wide >= WIDE:
            self._write(middle, centre + 0.12, f"to {_clock(block.ends)}", 0.8 * size, words, align="center")
            centre -= 0.1
        self._write(middle, centre, _clock(block.starts), size, words, bold=True, align="center")

    def legend(self, sorts: Sequence[Sort]) -> None:
        for number, sort in enumerate(sorts):
            row, place = divmod(number, ENTRIES)
            x = LEFT + place * (WIDTH - LEFT - RIGHT) / ENTRIES
            y = self._y(self._last * 60) + EDGE + row * ENTRY
            self._box(x, y, 0.28, 0.22, LOOKS[sort])
            self._write(x + 0.38, y + 0.02, LOOKS[sort].name, 12)

    def _y(self, minutes: int) -> float:
        return TOP + (minutes / 60 - self._first) * HOUR

    def _box(self, x: float, y: float, wide: float, high: float, look: Look) -> None:
        from matplotlib.patches import Rectangle

        self._page.add_patch(
            Rectangle(
                (x, y),
                wide,
                high,
                facecolor=look.face,
                edgecolor=look.edge,
                linestyle=look.line,
                linewidth=1.8,
                hatch=look.hatch or None,
                zorder=2,
            )
        )

    def _write(
        self, x: float, y: float, words: str, size: float, colour: str = INK, *, bold: bool = False, align: str = "left"
    ) -> None:
        self._page.text(
            x,
            y,
            words,
            fontsize=size,
            color=colour,
            fontweight="bold" if bold else "normal",
            va="top",
            ha=align,
            family="DejaVu Sans",
            parse_math=False,
            zorder=3,
        )


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"
