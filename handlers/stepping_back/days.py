"""The days of a break, as people say them: "until 1 February", "from Monday for two weeks", "next week"."""

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.chat.errors import Ambiguous, Refusal
from scheduling.phrases.days import Days as Found
from scheduling.phrases.days import find_days

LIES_BEHIND = "That day lies behind, or is today. Please give a later one, such as “1 February”, or “for two weeks”."
UNREAD = "I couldn’t read that as a day. Try “1 February” or “for two weeks”."
A_DAY = timedelta(days=1)
MOST_LOOKED_AT = 500
"""Characters: after so many it is a reason."""

_GOES_ON = re.compile(
    r"[.;:!?(]|,(?!\s*(?:from|for|until|till|starting)\b)|\s[–—-]\s|\b(?:because|since|as|due|but|and|please|thanks)\b",
    re.IGNORECASE,
)
"""Where the days end and, it may be, a reason begins: that is nobody's business."""


@dataclass(frozen=True)
class Days:
    """The first day of a break, and the day on which somebody is back; None for what was not said, or not readably."""

    since: date | None = None
    back: date | None = None
    more: bool = False
    """Whether more was said than that: a reason, it may be."""


def days_in(words: str, now: datetime, zone: ZoneInfo) -> Days:
    """What these words say, whatever else they do. Raises Unsure."""
    since = back = None
    more = len(words) > MOST_LOOKED_AT
    for part in _GOES_ON.split(words[:MOST_LOOKED_AT]):
        days = None if since and back else _found(part, now, zone)
        more |= re.search(r"\w", days.without(part) if days else part) is not None
        if days:
            since = since or days.first
            back = back or (days.last and days.last + A_DAY)
    return Days(since, back, more)


def back_on(typed: str, now: datetime, zone: ZoneInfo) -> date:
    """The day on which somebody is back, said alone. Raises Refusal."""
    days = _found(typed, now, zone) or _found(f"for {typed}", now, zone)
    if days is None:
        raise Refusal(UNREAD)
    back = days.first if days.last is None or days.first == days.last else days.last + A_DAY
    if back is None:
        raise Refusal(UNREAD)
    if back <= now.astimezone(zone).date():
        raise Refusal(LIES_BEHIND)
    return back


def begins_on(typed: str, now: datetime, zone: ZoneInfo) -> date:
    """The first day of a break, said alone. Raises Refusal."""
    days = _found(typed, now, zone)
    if days is None or days.first is None:
        raise Refusal(UNREAD)
    return days.first


def _found(words: str, now: datetime, zone: ZoneInfo) -> Found | None:
    try:
        return find_days(words, now, zone)
    except Ambiguous:
        raise
    except Refusal:
        return None
