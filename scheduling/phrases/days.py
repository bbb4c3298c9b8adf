"""Typed spans of whole days: "until Monday week", "from 3 to 10 May", "next week", "on Friday"."""

import re
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.chat.errors import Refusal
from scheduling.phrases.reading import read_time

MOST_DAYS = 366

_SPAN = re.compile(
    r"(?:from\s+)?(?P<first>.+?)\s*(?:\b(?:to|until|till|through)\b|[-–—])\s*(?P<last>.+)", re.IGNORECASE
)
_UNTIL = re.compile(r"(?:until|till)\s+(?P<back>.+)", re.IGNORECASE)
_FOR = re.compile(r"for\s+(?P<long>.+)", re.IGNORECASE)
_BARE_DAY = re.compile(r"(?:the\s+)?(\d{1,2})(?:st|nd|rd|th)?", re.IGNORECASE)
_BEFORE = re.compile(r"^(?:on|from|starting)\s+", re.IGNORECASE)


def read_days(text: str, now: datetime, zone: ZoneInfo) -> tuple[date, date]:
    """The first and the last day that were meant. Until a day alone is up to the day before it. Raises Refusal."""
    words = " ".join(text.split()).strip(" .!")
    today = now.astimezone(zone).date()
    if back := _UNTIL.fullmatch(words):
        first, last = today, _day(back["back"], now, zone) - timedelta(days=1)
    elif long := _FOR.fullmatch(words):
        first, last = today, _day(f"in {long['long']}", now, zone) - timedelta(days=1)
    elif words.casefold() in ("this week", "next week"):
        monday = today - timedelta(days=today.weekday())
        first = max(today, monday) if words.casefold() == "this week" else monday + timedelta(weeks=1)
        last = first + timedelta(days=6 - first.weekday())
    elif span := _SPAN.fullmatch(words):
        last = _day(span["last"], now, zone)
        first = _first_day(span["first"], last, now, zone)
    else:
        first = last = _day(_BEFORE.sub("", words), now, zone)
    if last < max(first, today):
        raise Refusal("Those days have gone by, or end before they begin. Say them such as “from 3 to 10 May”.")
    if (last - first).days > MOST_DAYS:
        raise Refusal("That is more than a year. Say days that are nearer, such as “until Monday week”.")
    return first, last


def _first_day(words: str, last: date, now: datetime, zone: ZoneInfo) -> date:
    """A number alone is of the month that the last day is in, or of the one before."""
    bare = _BARE_DAY.fullmatch(words)
    if bare is None:
        return _day(_BEFORE.sub("", words), now, zone)
    number = int(bare[1])
    month = last if number <= last.day else last.replace(day=1) - timedelta(days=1)
    try:
        return month.replace(day=number)
    except ValueError:
        raise Refusal("There is no such day. Say the days such as “from 3 to 10 May”.") from None


def _day(words: str, now: datetime, zone: ZoneInfo) -> date:
    return read_time(words, now, zone).astimezone(zone).date()
