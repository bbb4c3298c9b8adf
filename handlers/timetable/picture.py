"""The timetable as a picture, and the words that stand for it. It is drawn in the worker process, from plain values."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time
from io import BytesIO
from textwrap import wrap
from typing import TYPE_CHECKING, NamedTuple

from bot.chat.messages import MOST_ALT
from bot.chat.times import spoken_date
from storage.shared.timetable import EventKind

if TYPE_CHECKING:
    from matplotlib.figure import Figure


@dataclass(frozen=True)
class Drawn:
    """One event, as it is drawn: its times are where the cohort is."""

    kind: str
    title: str
    day: date
    starts: time | None = None


# ---------------------------------------------------------------- in words

_ON_A_LINE = (80, 48, 30, 18)
"""Characters of a title: fewer where the whole would be too long."""


def alt_text(events: Sequence[Drawn], today: date, name: str) -> str:
    """The same in words, however much there is of it."""
    for most in _ON_A_LINE:
        said = _in_words(events, today, name, most)
        if len(said) <= MOST_ALT:
            return said
    return f"{said[: MOST_ALT - 1]}…"


def _in_words(events: Sequence[Drawn], today: date, name: str, most: int) -> str:
    past = [_said(event, most) for event in events if event.day < today]
    ahead = [_said(event, most) for event in events if event.day >= today]
    been = f" Behind you: {'; '.join(past)}." if past else ""
    comes = f" To come: {'; '.join(ahead)}." if ahead else ""
    return f"Timetable of {name}. Today is {spoken_date(today)}.{been}{comes}"


def _said(event: Drawn, most: int) -> str:
    title = event.title if len(event.title) <= most else f"{event.title[: most - 1].rstrip()}…"
    return f"{title}, {event.day.day} {event.day:%b %Y}"


# ---------------------------------------------------------------- drawn

WIDTH = 5.4  # inches, as all lengths below: 1080 pixels, which a phone shows edge to edge
DPI = 200
LONGEST = 8_900  # pixels of width and height together: Telegram takes pictures of up to 10,000

TOP, BOTTOM = 1.0, 0.7
LINE, PADDING, NEW_MONTH, TODAY = 0.225, 0.2, 0.14, 0.46
MARK_X, WORDS_X, MONTH_X = 1.28, 1.62, 0.3
LETTERS = 33  # of a title on one line

INK, MUTED, RAIL, PAPER, NOW = "#1b2733", "#6b7682", "#cdd4db", "#ffffff", "#a3123a"


class Look(NamedTuple):
    """How a kind of event is marked: by its shape, and by a colour that the colour-blind tell from the others."""

    name: str
    shape: str
    colour: str
    size: float


LOOKS = {
    EventKind.MODULE: Look("Module", "o", "#0072b2", 15),
    EventKind.DEVELOPMENT: Look("Session", "s", "#009e73", 11.5),
    EventKind.DEADLINE: Look("Deadline", "D", "#d55e00", 10.5),
    EventKind.GRADUATION: Look("Graduation", "*", "#8a4fa0", 19),
    EventKind.OTHER: Look("Other", "^", "#56606b", 12.5),
}


class Row(NamedTuple):
    """An event where it stands, measured from the top."""

    event: Drawn
    lines: list[str]
    y: float
    opens_month: bool


def timeline(events: Sequence[Drawn], today: date, name: str, place: str) -> bytes:
    """A PNG of the events from the top down, with a line where today is; its times are those of the place.

    The same values give the same bytes.
    """
    from matplotlib.figure import Figure

    rows, today_y, height = _placed(events, today)
    figure = Figure(figsize=(WIDTH, height), dpi=min(DPI, LONGEST / (WIDTH + height)), facecolor=PAPER)
    page = figure.add_axes((0, 0, 1, 1), xlim=(0, WIDTH), ylim=(height, 0))
    page.set_axis_off()
    drawing = _Drawing(figure)
    drawing.head(name, place, rows)
    drawing.rail(rows, today_y)
    for row in rows:
        drawing.event(row, past=row.event.day < today)
    drawing.today(today, today_y)
    drawing.legend([look for kind, look in LOOKS.items() if any(event.kind == kind for event in events)], height)
    png = BytesIO()
    figure.savefig(png, format="png", dpi=figure.dpi, metadata={"Software": None})
    return png.getvalue()


def _placed(events: Sequence[Drawn], today: date) -> tuple[list[Row], float, float]:
    """Where each event stands, where today is, and how long the whole is."""
    y, rows, today_y = TOP, list[Row](), 0.0
    month = None
    for event in events:
        if not today_y and event.day >= today:
            today_y = y + TODAY / 2
            y += TODAY
        opens_month = (event.day.year, event.day.month) != month
        if opens_month and month is not None:
            y += NEW_MONTH
        month = (event.day.year, event.day.month)
        lines = wrap(event.title, LETTERS) or [""]
        rows.append(Row(event, lines, y, opens_month))
        y += LINE * (len(lines) + 1) + PADDING
    if not today_y:
        today_y = y + TODAY / 2
        y += TODAY
    return rows, today_y, y + BOTTOM


class _Drawing:
    """Puts things on the one page of a figure: what is past is hollow and pale, what comes is filled and bold."""

    def __init__(self, figure: "Figure") -> None:
        self._page = figure.axes[0]

    def head(self, name: str, place: str, rows: Sequence[Row]) -> None:
        self._write(MONTH_X, 0.3, name, 17, bold=True)
        if rows:
            first, last = rows[0].event.day, rows[-1].event.day
            self._write(MONTH_X, 0.64, f"{first:%B %Y} to {last:%B %Y}; times in {place}", 10, MUTED)

    def rail(self, rows: Sequence[Row], today_y: float) -> None:
        if not rows:
            return
        top, bottom = min(rows[0].y, today_y), max(rows[-1].y + LINE / 2, today_y)
        self._page.plot([MARK_X, MARK_X], [top, today_y], color=RAIL, linewidth=3, solid_capstyle="round", zorder=1)
        self._page.plot([MARK_X, MARK_X], [today_y, bottom], color=INK, linewidth=3, solid_capstyle="round", zorder=1)

    def event(self, row: Row, *, past: bool) -> None:
        look = LOOKS[EventKind(row.event.kind)]
        self._page.plot(
            MARK_X,
            row.y + LINE / 2,
            look.shape,
            markersize=look.size,
            markerfacecolor=PAPER if past else look.colour,
            markeredgecolor=MUTED if past else PAPER,
            markeredgewidth=1.6,
            zorder=3,
        )
        if row.opens_month:
            self._write(MONTH_X, row.y, f"{row.event.day:%b}", 12, MUTED if past else INK, bold=True)
            self._write(MONTH_X, row.y + LINE, f"{row.event.day:%Y}", 9, MUTED)
        for number, words in enumerate(row.lines):
            self._write(WORDS_X, row.y + number * LINE, words, 11.5, MUTED if past else INK, bold=not past)
        self._write(WORDS_X, row.y + len(row.lines) * LINE, _when(row.event), 10, MUTED)

    def today(self, today: date, y: float) -> None:
        self._page.plot([MONTH_X, WIDTH - 0.3], [y, y], color=NOW, linewidth=2, zorder=2)
        self._page.text(
            WORDS_X,
            y,
            f"Today, {today:%a} {today.day} {today:%b %Y}",
            fontsize=10.5,
            fontweight="bold",
            color=PAPER,
            va="center",
            family="DejaVu Sans",
            bbox={"boxstyle": "round,pad=0.35", "facecolor": NOW, "edgecolor": "none"},
            zorder=4,
        )

    def legend(self, looks: Sequence[Look], height: float) -> None:
        y, step = height - 0.45, (WIDTH - 2 * MONTH_X) / max(len(looks), 1)
        for place, look in enumerate(looks):
            x = MONTH_X + 0.1 + place * step
            self._page.plot(x, y, look.shape, markersize=0.65 * look.size, color=look.colour)
            self._write(x + 0.16, y - 0.075, look.name, 9, MUTED)

    def _write(self, x: float, y: float, words: str, size: float, colour: str = INK, *, bold: bool = False) -> None:
        # People's words are no mathematics: a dollar sign in a title is one.
        self._page.text(
            x,
            y,
            words,
            fontsize=size,
            color=colour,
            fontweight="bold" if bold else "normal",
            va="top",
            family="DejaVu Sans",
            parse_math=False,
            zorder=3,
        )


def _when(event: Drawn) -> str:
    hour = f", {event.starts:%H:%M}" if event.starts else ""
    return f"{event.day:%A} {event.day.day} {event.day:%B}{hour}"
