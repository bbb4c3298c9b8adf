"""Hours of the day, typed as people do: "21:30", "7", "10pm"."""

import re
from datetime import time

from bot.chat.errors import Refusal

_HOUR = re.compile(r"(\d{1,2})(?:[:.h](\d{2}))?\s*(am|pm|a\.m\.|p\.m\.)?", re.IGNORECASE)
_NAMED = {"midnight": time(0), "noon": time(12), "midday": time(12)}
_BETWEEN = re.compile(r"\s+(?:to|until|till|and)\s+|\s*[-–—]\s*", re.IGNORECASE)
_BEFORE = re.compile(r"^(?:are|is|from|between|at)\s+", re.IGNORECASE)


def hour_of(typed: str) -> time:
    """An hour of the day; "7" is in the morning, as on a clock of 24 hours. Raises Refusal."""
    words = typed.strip(" .").casefold()
    if words in _NAMED:
        return _NAMED[words]
    found = _HOUR.fullmatch(words)
    if found is None:
        raise Refusal("Please give a time of day, such as “21:30” or “7am”.")
    hour, minute, half = int(found[1]), int(found[2] or 0), (found[3] or "").replace(".", "")
    if half and 1 <= hour <= 12:
        hour = hour % 12 + (12 if half == "pm" else 0)
    if hour == 24 and minute == 0 and not half:
        hour = 0
    try:
        return time(hour, minute)
    except ValueError:
        raise Refusal("There is no such time of day. Try “21:30” or “7am”.") from None


def hours_of(typed: str) -> tuple[time, time]:
    """From when until when. Raises Refusal."""
    parts = _BETWEEN.split(_BEFORE.sub("", typed.strip()))
    if len(parts) != 2:
        raise Refusal("Please say from when until when, such as “quiet hours 21:30 to 7”.")
    return hour_of(parts[0]), hour_of(parts[1])


def shown(hour: time) -> str:
    return f"{hour:%H:%M}"
