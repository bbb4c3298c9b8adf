"""Hours of the day, typed as people do: "21:30", "7", "10pm"."""

import re
from datetime import time

from bot.chat.errors import Refusal
from scheduling.phrases.hours import hours_in
from scheduling.phrases.words import plain

_HOUR = re.compile(r"(\d{1,2})(?:[:.h](\d{2}))?\s*(am|pm|a\.m\.|p\.m\.)?", re.IGNORECASE)
_NAMED = {"midnight": time(0), "noon": time(12), "midday": time(12)}
_BETWEEN = re.compile(r"\s+(?:to|until|till|and)\s+|\s*[-–—]\s*", re.IGNORECASE)
NO_SUCH_TIME = "There is no such time of day. Try “21:30” or “7am”."
_NO_HALF = re.compile(r"(?!0|.*(?:[ap]\.?m\b|morning|noon|midday))", re.IGNORECASE)
"""What does not say which half of the day it is in."""
_EVENING = range(6, 12)
"""Hours at which nobody becomes quiet in the morning."""
_BEFORE = re.compile(r"^(?:are|is|from|between|at)\s+", re.IGNORECASE)


def hour_of(typed: str, *, of_a_day: bool = False) -> time:
    """An hour of the day; "7" is in the morning, as on a clock of 24 hours. Raises Refusal.

    In the course of `of_a_day` "2" is in the afternoon.
    """
    words = typed.strip(" .").casefold()
    if words in _NAMED:
        return _NAMED[words]
    found = _HOUR.fullmatch(words)
    if found is None or (of_a_day and not found[3]):
        return _as_said(words, of_a_day=of_a_day)
    hour, minute, half = int(found[1]), int(found[2] or 0), (found[3] or "").replace(".", "")
    if half and 1 <= hour <= 12:
        hour = hour % 12 + (12 if half == "pm" else 0)
    if hour == 24 and minute == 0 and not half:
        hour = 0
    try:
        return time(hour, minute)
    except ValueError:
        raise Refusal(NO_SUCH_TIME) from None


def _as_said(words: str, *, of_a_day: bool) -> time:
    """An hour in other words, such as "half nine" or "quarter past 7 in the evening". Raises Refusal."""
    text = plain(words)
    try:
        said = hours_in(text)
    except ValueError:
        raise Refusal(NO_SUCH_TIME) from None
    left = f"{text[: said[0].said[0]]}{text[said[0].said[1] :]}".strip() if said else text
    clock = said[0].first if said else None
    if clock is None or left:
        raise Refusal("Please give a time of day, such as “21:30” or “7am”.")
    try:
        return clock.at(said[0].part) if of_a_day or said[0].part or clock.sure else time(clock.hour, clock.minute)
    except ValueError:
        raise Refusal(NO_SUCH_TIME) from None


def hours_of(typed: str) -> tuple[time, time]:
    """From when until when; from 10 to 7 is the night. Raises Refusal."""
    parts = _BETWEEN.split(_BEFORE.sub("", " ".join(typed.split())))
    if len(parts) != 2:
        raise Refusal("Please say from when until when, such as “quiet hours 21:30 to 7”.")
    begins, ends = hour_of(parts[0]), hour_of(parts[1])
    if _NO_HALF.match(parts[0].strip()) and begins.hour in _EVENING and ends < begins:
        begins = begins.replace(hour=begins.hour + 12)
    return begins, ends


def shown(hour: time) -> str:
    return f"{hour:%H:%M}"
