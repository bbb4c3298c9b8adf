"""What a text says of something that comes again, piece by piece: how often, at what hours, within what bounds."""

import re
from dataclasses import dataclass, field

from scheduling.phrases.bounds import Bounds, bounds_at
from scheduling.phrases.exceptions import Except, except_at
from scheduling.phrases.hours import Hours, clocks_at, length_at, part_at
from scheduling.phrases.meaning import Reader
from scheduling.phrases.rules import MONTHS_BEGIN, WEEKDAY, Often, often_at

_ONCE = re.compile(
    rf"(?:(?:next|this|this coming|coming|the following) (?:{WEEKDAY}|weekend)(?! and every)"
    r"|today|tonight|tomorrow|yesterday)\b"
)
_BESIDE = re.compile(r"[\s,:(-]*(?:(?:and|or|at|then) )?")
_DATE_AHEAD = re.compile(
    r" ?(?:until|to|-|from|on|the|and|,|in) ?(?:the )?"
    rf"(?=\d{{1,2}}(?:st|nd|rd|th)\b|\d{{1,2}} (?:of )?{MONTHS_BEGIN}|\d{{4}}-\d|\d{{1,2}}/\d)"
    r"|,? (?=(?:week|fortnight|month|quarter)ly\b|minus\b)"
)
"""What follows an hour and makes none of the number before or after it."""
ALL_DAY = "all day"
_WHOLE_DAY = re.compile(r"(?:all|the whole) day\b(?! (?:tomorrow|today))")
_HOURLY = re.compile(r"(?:hour(?:ly)?|hour[ -]long) (?:slots?|sessions?|meetings?|calls?)\b")
PARTS_AGAIN = re.compile(r" ?(?:early |mid |late )?(?:morning|lunchtime|afternoon|evening|night)s\b")
"""Parts of the day that come again: "mornings"."""


@dataclass
class Pieces:
    """What was said, in its order, and what is left of the words."""

    said: list[Often | Hours] = field(default_factory=list)
    bounds: Bounds = field(default_factory=Bounds)
    without: Except = field(default_factory=Except)
    once: bool = False
    """Whether a single day was named: "next Monday"."""
    parts_again: bool = False
    """Whether a part of the day was said as one that comes again: "mornings"."""
    left: str = ""

    @property
    def oftens(self) -> list[Often]:
        return [piece for piece in self.said if isinstance(piece, Often)]

    @property
    def hours(self) -> list[Hours]:
        return [piece for piece in self.said if isinstance(piece, Hours)]


def pieces_in(words: str, reader: Reader) -> Pieces:
    """All that plain words say of what comes again. Raises ValueError where there is no such day or count."""
    pieces, at, read_to = Pieces(), 0, 0
    left: list[str] = []
    while at < len(words):
        end = _take(pieces, words, at, read_to, reader) if _word_begins(words, at) else at
        if end > at:
            left.append(words[read_to:at])
            at = read_to = end
        else:
            at += 1
    left.append(words[read_to:])
    pieces.left = " ".join(left)
    return pieces


def _word_begins(words: str, at: int) -> bool:
    return not words[at].isspace() and (at == 0 or words[at - 1] in " ,;:(/-")


def _take(pieces: Pieces, words: str, at: int, read_to: int, reader: Reader) -> int:
    """Take the piece that stands at this place; where it ends, or this place where there is none."""
    if without := except_at(words, at, reader):
        pieces.without |= without[0]
        return without[1]
    if once := _ONCE.match(words, at):
        pieces.once = True
        return once.end()
    if often := often_at(words, at):
        pieces.said.append(often[0])
        return often[1]
    if bounds := bounds_at(words, at, reader):
        pieces.bounds |= bounds[0]
        return bounds[1]
    hours = _hours_at(words, at)
    # A mere number is an hour only right beside a day or another hour.
    if hours is None or (hours.bare and hours.last is None and not _BESIDE.fullmatch(words[read_to:at])):
        return at
    pieces.said.append(hours)
    pieces.parts_again |= PARTS_AGAIN.search(words, *hours.said) is not None
    return hours.said[1]


def _hours_at(words: str, at: int) -> Hours | None:
    if hourly := _HOURLY.match(words, at):
        return Hours(minutes=60, said=hourly.span())
    if whole := _WHOLE_DAY.match(words, at):
        return Hours(part=ALL_DAY, said=whole.span())
    # The 18 of "at 8.45 until 18 December" is no hour, and the 5 of "3-5 weekly" is one.
    dated = _DATE_AHEAD.search(words, at, at + 40)
    return length_at(words, at) or clocks_at(words[: dated.start()] if dated else words, at) or part_at(words, at)
