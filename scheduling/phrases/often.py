"""From words such as "every other Friday at 16:00 until March" to what comes again."""

import re
from datetime import datetime, time
from zoneinfo import ZoneInfo

from bot.chat.errors import Refusal
from scheduling.phrases.bounds import Bounds
from scheduling.phrases.exceptions import Except
from scheduling.phrases.hours import CUSTOMARY, PARTS, Hours
from scheduling.phrases.meaning import UNREAD, Reader
from scheduling.phrases.meant import How
from scheduling.phrases.pieces import Pieces, pieces_in
from scheduling.phrases.reading import MOST_TYPED
from scheduling.phrases.repeating import Repeating, begun
from scheduling.phrases.rules import Again, Often, rule_parts, together
from scheduling.phrases.words import plain
from scheduling.phrases.zones import whose_time

NINE = time(9)
"""When something comes where no time of the day was said."""
ENDS_BEFORE = "That would end before it has come once. Please give a later end, such as “until 30 June”."

_SMALL = re.compile(r"(?:\s|[,()]|\b(?:on|at|the|and|in|of|for|about|please)\b)*")


def read_repeating(text: str, now: datetime, zone: ZoneInfo) -> Repeating | None:
    """What comes again, as it was typed at `now` in this zone; None where nothing says that it does. Raises Refusal."""
    typed = " ".join(text.split())
    if not typed or len(typed) > MOST_TYPED:
        return None
    try:
        typed, zone, _ = whose_time(typed, zone)
    except Refusal:
        return None  # whoever reads it as one time says why
    reader = Reader(now, zone)
    try:
        pieces = pieces_in(plain(typed), reader)
        again = max((often.again for often in pieces.oftens), default=Again.NO) >= Again.LIKELY
        if not again and not _are_parts_again(pieces):
            return None
        if pieces.once or pieces.without.on_dates or not _SMALL.fullmatch(pieces.left):
            raise Refusal(UNREAD)
        clock = _time_of_day(pieces.hours)
        often = together(pieces.oftens) if pieces.oftens else Often("day")
        repeating = bounded(often, pieces.bounds, pieces.without, clock, reader.wall, zone)
    except (ValueError, OverflowError):
        raise Refusal(UNREAD) from None
    if repeating is None:
        raise Refusal(UNREAD)
    return repeating


def _are_parts_again(pieces: Pieces) -> bool:
    """Whether only a part of the day says that it comes again: "weekday mornings", "mornings except Mondays"."""
    days = pieces.oftens or pieces.without.days
    return pieces.parts_again and bool(days) and not pieces.once and _SMALL.fullmatch(pieces.left) is not None


def bounded(
    often: Often, bounds: Bounds, without: Except, clock: time, begins: datetime, zone: ZoneInfo
) -> Repeating | None:
    """What comes so often within these bounds, from this moment on; None where nothing is left. Raises Refusal."""
    left = without.of(often)
    if left is None:
        return None
    today = begins.date()
    if bounds.since:
        begins = max(begins, datetime.combine(bounds.since, time()))
    parts = rule_parts(left, begins.weekday(), begins.day)
    repeating = begun(without.of_months(parts), clock, begins, zone)
    first = repeating.first.date()
    until = bounds.last(first, today)
    if until is not None and until < first:
        raise Refusal(ENDS_BEFORE)
    if until:
        repeating = repeating.until(until)
    return repeating.times(bounds.count) if bounds.unit == "time" else repeating


def _time_of_day(said: list[Hours]) -> time:
    """The one time of day that was said; nine where there was none."""
    hours: Hours | None = Hours()
    for more in said:
        hours = hours.with_more(more) if hours else None
    if hours is None or hours.last or hours.minutes or hours.how is How.BY:
        raise ValueError
    if hours.part and not hours.first:
        return CUSTOMARY.get(hours.part, PARTS[hours.part][0])
    return hours.starts or NINE
