"""Days that lie together, as a bound or an exception names them: "15-19 Feb", "the end of June", "March", "Easter"."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from scheduling.phrases.dates import end_of_month, months_on
from scheduling.phrases.meaning import Reader, Said, Unclear
from scheduling.phrases.meant import How
from scheduling.phrases.names import MONTHS
from scheduling.phrases.naming import days_at

NAMES = rf"(?:{'|'.join(f'{name[:3]}(?:{name[3:]})?' for name in MONTHS)}|sept)\b"
MONTH = rf"(?P<month>{NAMES})(?:,? (?P<year>20\d\d)\b)?"
NUMBER = r"(?:the )?\d{1,2}(?:st|nd|rd|th)?"
AND = re.compile(r" and ")
TO = re.compile(r" ?,? ?(?:and )?(?:-|to|until|up to|through|ending)(?: and including)? ?")

_PARTS = re.compile(rf"(?:the )?(?P<where>end|start|beginning|middle|rest|whole) of {MONTH}")
_NEAR_PARTS = re.compile(r"(?:the )?(?P<where>end|rest|whole) of (?P<which>the|this|next) (?P<unit>week|month|year)")
_EARLY_OR_LATE = re.compile(rf"(?P<where>mid|early|late)[ -]{MONTH}")
_MONTH_ALONE = re.compile(rf"{MONTH}(?! ?\d| the \d)")
_NEAR = re.compile(r"(?:all )?(?P<which>this|next) (?P<unit>week|month|year)")
_RUN = re.compile(rf"{NUMBER} ?(?:-|to|until|and) ?(?={NUMBER} ?(?:of )?{NAMES})")


@dataclass(frozen=True)
class Span:
    """The first and the last of some days."""

    first: date
    last: date
    end: int
    """Where the words that name them end."""
    month: bool = False
    """Whether a month was named, and nothing else: until July may end with June."""


def span_at(words: str, at: int, reader: Reader) -> Span | None:
    """The days that are named at this place of plain words: "March", or "3 Feb to 24 March"."""
    span = run_at(words, at, reader) or part_at(words, at, reader)
    if span and (joint := TO.match(words, span.end)) and (ends := part_at(words, joint.end(), reader)):
        return through(span, ends)
    return span


def through(span: Span, ends: Span) -> Span:
    """From the first of the one to the last of the other, which lies a year on where it would lie before."""
    last = ends.last
    return Span(span.first, last if last >= span.first else months_on(last, 12), ends.end)


def run_at(words: str, at: int, reader: Reader) -> Span | None:
    """Days of which only the last one has its month: "15-19 Feb"."""
    found = _RUN.match(words, at)
    if found is None or (ends := part_at(words, found.end(), reader)) is None:
        return None
    number, last = int(re.sub(r"\D", "", found[0])), ends.last
    month = last if number <= last.day else months_on(last.replace(day=1), -1)
    try:
        return Span(month.replace(day=number), last, ends.end)
    except ValueError:
        return None


def part_at(words: str, at: int, reader: Reader) -> Span | None:
    """The day, the week, the month … that is named at this place of plain words."""
    today = reader.today
    if found := _MONTH_ALONE.match(words, at):
        return Span(*_whole_month(found, today), found.end(), month=True)
    if found := _PARTS.match(words, at) or _EARLY_OR_LATE.match(words, at):
        return Span(*_part(found["where"], *_whole_month(found, today), today), found.end())
    if found := _NEAR_PARTS.match(words, at):
        return Span(*_part(found["where"], *_near(found, today), today), found.end())
    if found := _NEAR.match(words, at):
        return Span(*_near(found, today), found.end())
    return _named_at(words, at, reader)


def _named_at(words: str, at: int, reader: Reader) -> Span | None:
    """A day, or days that have a name: "Monday 3 May", "Easter", "w/c 15 Feb"."""
    try:
        days = days_at(words, at, reader.today)
        if days is None:
            return None
        end = days.said[1]
        while more := days_at(words, end + (words[end : end + 1] == ",") + 1, reader.today):
            together = days.with_more(more, reader.today)
            # "until Monday" beside a day, or "Mondays", is no more of its name.
            if together is None or more.plural or more.how is not How.EXACT:
                break
            days, end = together, more.said[1]
        meant = reader.read(Said(days)).meant
    except (ValueError, OverflowError, Unclear):
        return None
    return Span(meant.start, meant.end or meant.start, end)


def month_in(found: re.Match[str]) -> int:
    return next(number for number, name in enumerate(MONTHS, 1) if name.startswith(found["month"][:3]))


def year_of_month(found: re.Match[str], today: date) -> int:
    """The year that was said, or else the one in which the month comes next."""
    return int(found["year"] or today.year + (month_in(found) < today.month))


def _whole_month(found: re.Match[str], today: date) -> tuple[date, date]:
    first = date(year_of_month(found, today), month_in(found), 1)
    return first, end_of_month(first)


def _near(found: re.Match[str], today: date) -> tuple[date, date]:
    """This week, month or year, or the next one."""
    ahead = int(found["which"] == "next")
    match found["unit"]:
        case "week":
            monday = today + timedelta(weeks=ahead) - timedelta(days=today.weekday())
            return monday, monday + timedelta(days=6)
        case "month":
            first = months_on(today.replace(day=1), ahead)
            return first, end_of_month(first)
        case _:
            return date(today.year + ahead, 1, 1), date(today.year + ahead, 12, 31)


def _part(where: str, first: date, last: date, today: date) -> tuple[date, date]:
    match where:
        case "end":
            return last, last
        case "start" | "beginning" | "early":
            return first, first
        case "middle" | "mid":
            return first.replace(day=15), first.replace(day=15)
        case "late":
            return first.replace(day=21), last
        case "rest":
            return max(first, today), last
        case _:
            return first, last
