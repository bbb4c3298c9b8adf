"""The time that is meant in free text, of those that are said in it."""

from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.chat.errors import Refusal
from scheduling.phrases import context
from scheduling.phrases.finding import Found, phrases
from scheduling.phrases.meaning import Reader, Reading, Said, Unclear
from scheduling.phrases.meant import How, Times
from scheduling.phrases.named import Days
from scheduling.phrases.nowhere import nowhere_in
from scheduling.phrases.words import Words, words_of
from scheduling.phrases.zones import whose_time

MOST_LOOKED_AT = 800
"""Characters of a text."""
OF_EITHER_END = 250
"""Characters, of a longer one: a wish stands at its beginning or its end."""


def find_times(text: str, now: datetime, zone: ZoneInfo) -> Times | None:
    """The time that is meant somewhere in a text, and lies ahead; None where there is none."""
    if len(text) <= MOST_LOOKED_AT:
        return _found_in(text, 0, now, zone)
    last = len(text) - OF_EITHER_END
    return _found_in(text[:OF_EITHER_END], 0, now, zone) or _found_in(text[last:], last, now, zone)


def _found_in(typed: str, offset: int, now: datetime, zone: ZoneInfo) -> Times | None:
    try:
        whose = whose_time(typed, zone)
    except Refusal:
        return None  # nobody knows when that is
    times = _in_zone(whose.text, offset, now, whose.zone)
    if times is None or whose.said is None:
        return times
    start, end = whose.said
    return replace(times.told_in(zone), said=(min(times.said[0], start + offset), max(times.said[1], end + offset)))


def _in_zone(text: str, offset: int, now: datetime, zone: ZoneInfo) -> Times | None:
    words, reader = words_of(text), Reader(now, zone)
    everything = list(phrases(words, reader))
    if nowhere := nowhere_in(words.text):
        begins, ends = nowhere.said
        everything = [found for found in everything if found.span[1] <= begins or ends <= found.span[0]]
    if not any(found.days for found in everything):
        everything = [found for found in everything if not found.leans]
    for found in sorted(everything, key=lambda found: -found.weight):
        if _of_a_day_that_is_out(found, everything, words.text):
            return None
        first, last = words.span(*found.span)
        span = first + offset, last + offset
        times = _times(_completed(found, everything), span, reader) or _times(found.said, span, reader)
        if times is not None:
            return times if found.hours else _closer(times, found, everything, words, reader)
    return None


def _of_a_day_that_is_out(found: Found, everything: list[Found], text: str) -> bool:
    """Whether another day than the ruled out one is meant, and none is said: "I can't do Monday. Could you do 3?"."""
    days = [found] if found.days else [other for other in everything if other.days]
    return bool(days) and all(
        each.weight < -2 and not each.hours and context.otherwise(text, each.span[1]) for each in days
    )


def _completed(found: Found, everything: list[Found]) -> list[Said]:
    """With the day or the time of day that was said elsewhere: "not free till 5 on Monday, perhaps 5.15?"."""
    others = [other for other in everything if other is not found]
    if found.same_time:
        clocks = [one.hours for other in others for one in other.said if one.hours and one.hours.first]
        return [replace(one, same_time=False, hours=clocks[0]) for one in found.said] if clocks else found.said
    if found.hours and not found.days and all(one.days is None for one in found.said):
        near = [other for other in others if len(other.said) == 1 and (days := other.said[0].days) and _one_day(days)]
        if nearest := _nearest(found, near):
            days = nearest.said[0].days
            return [replace(one, days=days and replace(days, how=How.EXACT)) for one in found.said]
    if found.days and not found.hours:
        near = [other for other in others if other.hours and not other.days and other.weight > -2 and other.closed]
        nearest = _nearest(found, near)
        if nearest and 1 in (len(found.said), len(nearest.said)):
            said = [one for one in found.said if one.elapsed is None]
            return [replace(one, hours=other.hours) for one in said for other in nearest.said] or found.said
    return found.said


def _closer(times: Times, found: Found, everything: list[Found], words: Words, reader: Reader) -> Times:
    """The same day with its hour, where it is said again: "the 8th, not the 9th. At noon on the 8th"."""
    days = {meant.start for meant in times.meant}
    for other in sorted(everything, key=lambda other: -other.weight):
        if other.weight < 0 or not (other.hours and other.days) or len(times.meant) > 1:
            continue
        closer = _times(other.said, words.span(*other.span), reader)
        starts = [meant.start for meant in closer.meant] if closer else []
        if closer and all(isinstance(start, datetime) and start.date() in days for start in starts):
            return closer
    return times


def _one_day(days: Days) -> bool:
    return days.how in (How.EXACT, How.BY) and not days.window


def _nearest(found: Found, others: list[Found]) -> Found | None:
    """Of what may be said of the same time, what speaks for it and stands nearest."""

    def far(other: Found) -> tuple[bool, int]:
        gap = max(other.span[0] - found.span[1], found.span[0] - other.span[1])
        return other.weight < 0, gap

    return min(others, key=far, default=None)


def _times(said: list[Said], span: tuple[int, int], reader: Reader) -> Times | None:
    """What was said, as far as it lies ahead."""
    readings = [reading for one in said if (reading := _reading(one, reader)) and reader.ahead(reading.meant)]
    if not readings:
        return None
    others = tuple(other for reading in readings for other in reading.others if reader.ahead(other))
    why = next((reading.why for reading in readings if reading.why), "")
    return Times(tuple(reading.meant for reading in readings), span, others, why if others else "")


def _reading(said: Said, reader: Reader) -> Reading | None:
    try:
        return reader.read(said)
    except (Unclear, ValueError, OverflowError):
        return None
