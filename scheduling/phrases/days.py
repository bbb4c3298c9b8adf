"""Typed spans of whole days: "until Monday week", "Mon to Weds next week", "from the 14th for a fortnight"."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import islice
from zoneinfo import ZoneInfo

from bot.chat.errors import Ambiguous, Refusal
from bot.chat.times import on_the_clock, spoken_date
from scheduling.phrases.meaning import UNREAD
from scheduling.phrases.meant import How, Meant, Times, Unsure
from scheduling.phrases.named import MONTH, YEAR
from scheduling.phrases.reading import read_time, read_times
from scheduling.phrases.times import find_times

MOST_DAYS = 366
A_DAY = timedelta(days=1)
MOST_LOOKED_AT = 600
"""Characters: days are said before that."""
MOST_UNTILS = 3
FRIDAY = 4
"""With which a week ends that is worked: who is away for one is away at its weekend."""

SUCH_AS = "Say the days such as “from 3 to 10 May”, “next week” or “until Monday week”."
BACKWARDS = f"Those days have gone by, or end before they begin. {SUCH_AS}"
APART = "Those are days with others between them. Please say one stretch of days at a time."
NO_END = f"Until when? {SUCH_AS}"

_UNTIL = re.compile(r"\b(?:(?:up\s+)?(?:un)?till?|up\s+to)\s+(?:and\s+including\s+)?(?:the\s+)?", re.IGNORECASE)
_INCLUDED = re.compile(r"\binclu(?:ding|sive|ded)\b", re.IGNORECASE)
_AT_THE_END = re.compile(r"(?:the\s+)?end\s+of\b", re.IGNORECASE)
_A_MONTH = re.compile(rf"{MONTH}{YEAR}", re.IGNORECASE)
_OPEN = re.compile(r"\b(?:from|starting|beginning|as\s+of)(?:\s+on)?\s*$", re.IGNORECASE)
_FROM_ONE = re.compile(r"\bfrom\s+\S+\s*$", re.IGNORECASE)
_LENGTH = re.compile(
    r"\b(?:for|over)\s+(?:about\s+|around\s+|the\s+next\s+|another\s+)?"
    r"(?P<long>(?:(?:a\s+)?(?:couple(?:\s+of)?|few)|\w+(?:\s+or\s+\w+)?)\s+"
    r"(?:days?|weeks?|wks?|fortnights?|months?)\b(?:\s+and\s+a\s+half)?)",
    re.IGNORECASE,
)
_REST = re.compile(r"\b(?:the\s+)?(?:rest|remainder)\s+of\s+(?:the|this)\s+(?P<unit>week|month)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Days:
    """Days that were said; None for an end that was not."""

    first: date | None
    last: date | None
    said: tuple[tuple[int, int], ...] = ()
    """Where in the text."""
    part: bool = False
    """Whether only some of a day was said, such as "tomorrow afternoon"."""

    def without(self, text: str) -> str:
        """The text without the words that say them."""
        for start, end in sorted(self.said, reverse=True):
            text = text[:start] + text[end:]
        return text


@dataclass(frozen=True)
class Span:
    """From one day to another."""

    first: date
    last: date
    part: bool = False
    """Whether only some of a day was said."""

    def __str__(self) -> str:
        first, last = spoken_date(self.first), spoken_date(self.last)
        return f"on {first}" if first == last else f"from {first} to {last}"

    def moments(self, zone: ZoneInfo) -> tuple[datetime, datetime]:
        """When the first of these days begins, and when the last is over."""
        first, after = (datetime.combine(day, time()) for day in (self.first, self.last + A_DAY))
        return on_the_clock(first, zone), on_the_clock(after, zone)


def read_days(text: str, now: datetime, zone: ZoneInfo) -> Span:
    """The first and the last day that were meant. Until a day alone is up to the day before it. Raises Refusal."""
    days = find_days(text, now, zone)
    today = now.astimezone(zone).date()
    if days is None:
        raise Refusal(UNREAD)
    if days.last is None:
        raise Refusal(NO_END)
    first = days.first or today
    if days.last < max(first, today) or _went_round(first, days.last, text):
        raise Refusal(BACKWARDS)
    if (days.last - first).days > MOST_DAYS:
        raise Refusal("That is more than a year. Say days that are nearer, such as “until Monday week”.")
    return Span(first, days.last, days.part)


def _went_round(first: date, last: date, text: str) -> bool:
    """Whether the last day was taken for one of the year after, though it stands in the calendar before the first."""
    return (last - first).days > MOST_DAYS // 2 and str(last.year) not in text


def find_days(text: str, now: datetime, zone: ZoneInfo) -> Days | None:
    """The days that are said somewhere in a text; None where there are none. Raises Unsure."""
    text = text[:MOST_LOOKED_AT]
    if rest := _REST.search(text):
        return Days(None, _end_of(rest["unit"].casefold(), now.astimezone(zone).date()), (rest.span(),))
    length = next((found for found in _LENGTH.finditer(text) if _long(found["long"], now, zone)), None)
    blank = text if length is None else _blanked(text, length.span())
    untils = islice(_UNTIL.finditer(blank), MOST_UNTILS)
    between = next((found for found in untils if _begins(blank[: found.start()], now, zone)), None)
    if between is not None and length is None:
        # "from Monday until Friday" is what "from Monday to Friday" is
        to = "to ".rjust(between.end() - between.start())
        blank = f"{blank[: between.start()]}{to}{blank[between.end() :]}"
    times = _times(blank, now, zone)
    if times is None and blank != text and length is None:
        blank, times = text, _times(text, now, zone)
    if length is not None:
        first = _span(times.meant, zone)[0] if times else None
        begins = on_the_clock(datetime.combine(first, time(9)), zone) if first else now
        back = _long(length["long"], begins, zone)
        said = (times.said, length.span()) if times else (length.span(),)
        return Days(first, back - A_DAY, said) if back else None
    if times is None:
        return None
    return _meant(times, blank, zone)


def _begins(text: str, now: datetime, zone: ZoneInfo) -> bool:
    """Whether these words say where a stretch of days begins."""
    return _FROM_ONE.search(text) is not None or find_times(text, now, zone) is not None


def _meant(times: Times, text: str, zone: ZoneInfo) -> Days:
    """What these times say: all of their days, those up to them, or those from them on."""
    start, end = times.said
    until = next((found for found in _UNTIL.finditer(text) if found.end() == start or found.start() == start), None)
    first, last = _span(times.meant, zone)
    how = times.meant[0].how
    if until is not None or how in (How.UNTIL, How.BY):
        begins = until.start() if until else start
        after = text[until.end() : end] if until else text[start:end]
        if until and _A_MONTH.fullmatch(after.strip(" .,;!?")):
            first = first.replace(day=1)  # until March is until it begins
        included = _INCLUDED.search(text, begins) or _AT_THE_END.match(after)
        return Days(None, last if included else first - A_DAY, ((min(begins, start), end),))
    if opened := _OPEN.search(text[:start]):
        start = opened.start()
    if (opened or how is How.FROM) and first == last:
        return Days(first, None, ((start, end),))
    return Days(first, last, ((start, end),), part=_some_of_a_day(times.meant))


def _times(text: str, now: datetime, zone: ZoneInfo) -> Times | None:
    """The times in a text, the whole of which may be one. Raises Unsure."""
    times = find_times(text, now, zone)
    if times is None:
        stripped = text.strip(" .,!?")
        try:
            times = read_times(stripped, now, zone) if stripped else None
        except Ambiguous:
            raise
        except Refusal:
            return None
        at = text.find(stripped)
        times = times and Times(times.meant, (at + times.said[0], at + times.said[1]), times.others, times.why)
    if times is not None and times.others:
        raise Unsure(times, text, zone)
    return times


def _span(meant: tuple[Meant, ...], zone: ZoneInfo) -> tuple[date, date]:
    """From the first of their days to the last, where nothing lies between them. Raises Refusal."""
    spans = sorted((_day(one.start, zone), _last_day(one, zone)) for one in meant)
    first, last = spans[0]
    for following, end in spans[1:]:
        if following > last + A_DAY:
            raise Refusal(APART)
        last = max(last, end)
    return first, last


def _day(when: date, zone: ZoneInfo) -> date:
    return when.astimezone(zone).date() if isinstance(when, datetime) else when


def _last_day(meant: Meant, zone: ZoneInfo) -> date:
    """The last day in which some of it lies: what ends at midnight has ended the day before."""
    if not isinstance(meant.end, datetime):
        last = meant.end or _day(meant.start, zone)
        of_a_week = meant.how is How.WINDOW and last.weekday() == FRIDAY
        return last + 2 * A_DAY if of_a_week and last > _day(meant.start, zone) else last
    return max(_day(meant.start, zone), _day(meant.end - timedelta(microseconds=1), zone))


def _some_of_a_day(meant: tuple[Meant, ...]) -> bool:
    return any(isinstance(one.start, datetime) for one in meant)


def _long(words: str, begins: datetime, zone: ZoneInfo) -> date | None:
    """The day after so long."""
    try:
        return read_time(f"in {words}", begins, zone).astimezone(zone).date()
    except Refusal:
        return None


def _end_of(unit: str, today: date) -> date:
    if unit == "week":
        return today + timedelta(days=6 - today.weekday())
    return (today.replace(day=1) + timedelta(days=31)).replace(day=1) - A_DAY


def _blanked(text: str, span: tuple[int, int]) -> str:
    return text[: span[0]] + " " * (span[1] - span[0]) + text[span[1] :]
