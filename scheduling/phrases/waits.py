"""Until when something is to wait: a moment, or how long from now: "Monday 9", "after lunch", "an hour and a half"."""

import re
from contextlib import suppress
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.chat.errors import Refusal
from bot.chat.times import lies_ahead
from scheduling.phrases.reading import MOST_TYPED, read_time
from scheduling.phrases.words import plain

_BEFORE = re.compile(r"(?:(?:un)?till?|for|by)\s+", re.IGNORECASE)
_SO_MANY = re.compile(r"1[3-9]|[2-9]\d")
"""A number that is no hour, or hardly one: so many minutes."""
_SO_LONG = re.compile(
    r"(?:(?:about|around|another|a\s+further)\s+)?\S+(?:\s+(?!on\b|from\b|of\s+(?:the|this)\b)\S+){0,5}?"
    r"(?:(?<=\d)[mh]|\s*(?:mins?|minutes?|hrs?|hours?|days?|wks?|weeks?|fortnights?|months?))"
    r"(?:\s+and\s+(?:a|an|\S+)\s+\S+)?(?:\s+or\s+so)?",
    re.IGNORECASE,
)


_MINUTES = re.compile(r"\b(\d{1,3}) ?min(?:ute)?s?\b")
_SPELT = {"half an hour": 30, "a quarter of an hour": 15, "quarter of an hour": 15, "three quarters": 45, "an hour": 60}


def find_minutes(text: str) -> int | None:
    """How many minutes are said in a sentence: "running ten minutes late". None where none are."""
    said = plain(text)
    if found := _MINUTES.search(said):
        return int(found[1])
    return next((minutes for words, minutes in _SPELT.items() if words in said), None)


def read_wait(text: str, now: datetime, zone: ZoneInfo) -> datetime:
    """When it is over, which lies ahead. Raises Refusal."""
    words = text.strip(" .,!?")
    words = words[found.end() :] if (found := _BEFORE.match(words)) else words
    if _SO_MANY.fullmatch(words):
        words = f"{words} minutes"
    if len(words) <= MOST_TYPED and _SO_LONG.fullmatch(words):
        with suppress(Refusal):
            return read_time(f"in {words}", now, zone)
    return lies_ahead(read_time(words, now, zone), now, zone, typed=words)
