"""Which session somebody would move, and to when: told apart in what they say. Pure."""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.chat.errors import Refusal
from bot.chat.times import on_the_clock
from handlers.coaching.booking.stretches import is_moment, times_in
from scheduling.phrases import Meant, find_times, read_time

_IN_PLACE_OF = re.compile(r"\b(?:instead\s+of|rather\s+than|not)\b", re.IGNORECASE)
_TO = re.compile(r"\b(?:to|until|till|for)\s+(?:(?:about|around|the)\s+)?", re.IGNORECASE)
_HOUR = re.compile(r"\d{1,2}(?:[.:]\d\d)?(?:\s+(?:please|instead|then))?[\s.!?]*", re.IGNORECASE)
_FROM = re.compile(r"\bfrom\b", re.IGNORECASE)
"""What is moved from a day is on that day, and not from then on."""
_BY = re.compile(
    r"\b(?P<long>(?:\d{1,2}|an?|half\s+an|one|two|three|a\s+couple\s+of)\s+"
    r"(?:minutes?|mins?|hours?|hrs?|days?|weeks?|fortnights?))\b",
    re.IGNORECASE,
)
_OF_A_DAY = re.compile(r"min|h(?:ou)?rs?", re.IGNORECASE)
"""So long it is by the clock; what is longer is so many days, at the same time of day."""
_EARLIER = re.compile(r"\b(?:earlier|forward|sooner)\b", re.IGNORECASE)
_SHIFTS = re.compile(r"\b(?:earlier|forward|sooner|later|back|on|off|out|by)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Wanted:
    """The words that say to when, if any do, and those that say which session; `besides` are those without a time."""

    to: str
    of: str
    besides: str


def wanted_in(text: str, now: datetime, zone: ZoneInfo) -> Wanted:
    """Told apart by "to", "instead of" and their like; without them, a time that is said may be either."""
    found = _IN_PLACE_OF.search(text)
    if found is not None and find_times(text[: found.start()], now, zone) is not None:
        return _parted(text[: found.start()], text[found.end() :])
    for found in reversed(list(_TO.finditer(text))):
        times = find_times(text[found.end() :], now, zone)
        if _HOUR.fullmatch(text[found.end() :]) or (times is not None and times.said[0] == 0):
            return _parted(text[found.end() :], _FROM.sub("on", text[: found.start()]))
    times = find_times(text, now, zone)
    if times is None:
        return _parted("", text)
    first, last = times.said
    return Wanted("", text, max(text[:first], text[last:], key=len).strip())


def times_to(text: str, starts: datetime, now: datetime, zone: ZoneInfo) -> tuple[Meant, ...]:
    """To when these words would move what starts then: an hour alone is one of its day."""
    times, day = find_times(text, now, zone), starts.astimezone(zone)
    hour = text[slice(*times.said)] if times is not None else text
    then = find_times(f"{hour} on {day.day} {day:%B %Y}", now, zone)
    if then is None or then.others or len(then.meant) != 1 or not is_moment(then.meant[0]):
        return times_in(text, now, zone)
    [meant] = then.meant
    on_its_day = isinstance(meant.start, datetime) and meant.start.astimezone(zone).date() == day.date()
    return then.meant if on_its_day else times_in(text, now, zone)


def _parted(to: str, of: str) -> Wanted:
    return Wanted(to.strip(), of.strip(), of.strip())


def moved_by(text: str, starts: datetime, zone: ZoneInfo) -> datetime | None:
    """When it would be, where it was said by how much it is to move: "back by an hour", "a week later"."""
    by = _BY.search(text)
    if by is None or _SHIFTS.search(text) is None:
        return None
    try:
        later = read_time(f"in {by['long']}", starts, zone)
    except Refusal:
        return None
    wall = starts.astimezone(zone)
    long = later - starts if _OF_A_DAY.search(by["long"]) else timedelta(days=(later.date() - wall.date()).days)
    moved = wall.replace(tzinfo=None) + (-long if _EARLIER.search(text) else long)
    return on_the_clock(moved, zone)
