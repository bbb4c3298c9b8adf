"""The days of a break, as people say them: "until 1 February", "from Monday for two weeks"."""

import re
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.chat.errors import Refusal
from scheduling.phrases import read_time
from scheduling.phrases.days import read_days
from scheduling.unasked import at_wall

LIES_BEHIND = "That day lies behind, or is today. Please give a later one, such as “1 February”, or “for two weeks”."
UNREAD = "I couldn’t read that as a day. Try “1 February” or “for two weeks”."

_GOES_ON = re.compile(r"[,.;:!?(]|\s[–—-]\s|\b(?:because|since|as|due|but|and|please|thanks)\b", re.IGNORECASE)
"""Where the days end and, it may be, a reason begins: that is nobody's business."""
_COURTESY = re.compile(r"\b(?:please|thanks)\b", re.IGNORECASE)
_SPAN = re.compile(r"\bfrom\s+.+\s+to\s+.+", re.IGNORECASE)
_FROM = re.compile(r"\b(?:from|starting)\s+(?P<said>.+?)(?=\s+(?:until|till|for)\b|$)", re.IGNORECASE)
_UNTIL = re.compile(r"\b(?:until|till)\s+(?P<said>.+?)(?=\s+(?:from|starting)\b|$)", re.IGNORECASE)
_FOR = re.compile(r"\bfor\s+(?P<said>.+?)(?=\s+(?:from|starting)\b|$)", re.IGNORECASE)


@dataclass(frozen=True)
class Days:
    """The first day of a break, and the day on which somebody is back; None for what was not said, or not readably."""

    since: date | None = None
    back: date | None = None
    more: bool = False
    """Whether more was said than that: a reason, it may be."""


def days_in(words: str, now: datetime, zone: ZoneInfo) -> Days:
    """What these words say, whatever else they do."""
    if found := _SPAN.search(next(iter(_GOES_ON.split(words, maxsplit=1)))):
        with suppress(Refusal):
            first, last = read_days(found[0], now, zone)
            return Days(first, last + timedelta(days=1), _more(words, found[0]))
    since, of_since = _said(words, _FROM, now, zone)
    begins = at_wall(since, now.astimezone(zone).time(), zone) if since else now
    back, of_back = _said(words, _UNTIL, now, zone)
    if back is None:
        back, of_back = _said(words, _FOR, begins, zone, "in ")
    return Days(since, back, _more(words, of_since, of_back))


def _said(
    words: str, pattern: re.Pattern[str], now: datetime, zone: ZoneInfo, before: str = ""
) -> tuple[date | None, str]:
    """The day that is said so, and the words that say it."""
    for part in _GOES_ON.split(words):
        found = pattern.search(part.strip())
        if found and (day := _day(f"{before}{found['said']}", now, zone)):
            return day, found[0]
    return None, ""


def _more(words: str, *said: str) -> bool:
    for part in said:
        words = words.replace(part, "", 1)
    return re.search(r"\w", _COURTESY.sub("", words)) is not None


def back_on(typed: str, now: datetime, zone: ZoneInfo) -> date:
    """The day on which somebody is back, said alone. Raises Refusal."""
    back = days_in(typed, now, zone).back or _day(typed, now, zone) or _day(f"in {typed}", now, zone)
    if back is None:
        raise Refusal(UNREAD)
    if back <= now.astimezone(zone).date():
        raise Refusal(LIES_BEHIND)
    return back


def begins_on(typed: str, now: datetime, zone: ZoneInfo) -> date:
    """The first day of a break, said alone. Raises Refusal."""
    since = days_in(typed, now, zone).since or _day(typed, now, zone)
    if since is None:
        raise Refusal(UNREAD)
    return since


def _day(words: str, now: datetime, zone: ZoneInfo) -> date | None:
    try:
        return read_time(words, now, zone).astimezone(zone).date()
    except Refusal:
        return None
