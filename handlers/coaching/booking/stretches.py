"""Where to look for a time: what was said of when, as stretches from one moment to another. Pure."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.chat.times import A_DAY
from scheduling.phrases import How, Meant, Times, Unsure, find_times, read_times
from scheduling.phrases.meant import typed_meant
from scheduling.unasked import at_wall
from storage.shared.coaching.busy import Span

AHEAD = timedelta(weeks=13)
"""So far ahead a time is looked for, where nobody said until when."""

A_MINUTE = timedelta(minutes=1)
_BETWEEN = "; "
"""Stands between several times that are kept as they can be typed."""


def times_in(words: str, now: datetime, zone: ZoneInfo) -> tuple[Meant, ...]:
    """The times that are meant in a sentence; none where none is said. Raises Unsure."""
    times = find_times(words, now, zone)
    return _sure(times, words, zone) if times is not None else ()


def as_kept(typed: str, now: datetime, zone: ZoneInfo) -> str:
    """The times that are meant by all of a text, as they can be typed and are read as the same. Raises Refusal."""
    return _BETWEEN.join(typed_meant(meant, zone) for meant in _sure(read_times(typed, now, zone), typed, zone))


def kept_times(kept: str, now: datetime, zone: ZoneInfo) -> tuple[Meant, ...]:
    """The times that were kept so."""
    return tuple(meant for one in kept.split(_BETWEEN) for meant in read_times(one, now, zone).meant)


def _sure(times: Times, words: str, zone: ZoneInfo) -> tuple[Meant, ...]:
    if times.others:
        raise Unsure(times, words, zone)
    return times.meant


def stretch(meant: Meant, now: datetime, zone: ZoneInfo) -> Span:
    """From when to when a session would lie that was wanted then; one at a moment begins within a minute of it."""
    match meant.how:
        case How.BY | How.UNTIL:
            return now, _end(meant.end or meant.start, zone)
        case How.FROM if meant.end is None:
            starts = _begin(meant.start, zone)
            on = None if not isinstance(meant.start, datetime) else _end(meant.start.astimezone(zone).date(), zone)
            return starts, on or starts + AHEAD
        case _ if is_moment(meant):
            starts = _begin(meant.start, zone)
            return starts, starts + A_MINUTE
        case _:
            return _begin(meant.start, zone), _end(meant.end or meant.start, zone)


def is_moment(meant: Meant) -> bool:
    """Whether it was said when it is to begin, and nothing else."""
    return meant.how == How.EXACT and meant.end is None and isinstance(meant.start, datetime)


def day_of(meant: Meant, zone: ZoneInfo) -> datetime:
    """When the first day of it begins."""
    start = meant.start.astimezone(zone).date() if isinstance(meant.start, datetime) else meant.start
    return at_wall(start, time(), zone)


def _begin(when: date, zone: ZoneInfo) -> datetime:
    return when if isinstance(when, datetime) else at_wall(when, time(), zone)


def _end(when: date, zone: ZoneInfo) -> datetime:
    return when if isinstance(when, datetime) else at_wall(when + A_DAY, time(), zone)
