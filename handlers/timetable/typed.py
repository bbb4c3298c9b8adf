"""A new day and times as they are typed in one line: "12 March 9:30 to 4", "next Tuesday", "from 10 to half three"."""

import re
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from bot.chat.errors import Ambiguous, Refusal
from handlers.settings.hours import hour_of
from scheduling.phrases import MOST_TYPED, How, Unsure, read_times
from scheduling.phrases.hours import Hours, hours_in
from scheduling.phrases.words import plain

NO_HOUR = "From what time? Say it with the day, such as “12 March 14:00”, or the day alone."
_UNTIL = re.compile(r"(?P<from>.*\S)\s*(?:\b(?:to|until|till)\b|[-–—])\s*(?P<until>\S+)", re.IGNORECASE)
"""An end that is none of this start: what is wrong with it is said by whoever knows both."""
TOO_LONG = 10
"""Hours that nobody means who said no half of the day: the end was before the start, and that is a slip."""
_SMALL = frozenset(["at", "from", "to", "and", "between", "the", "on", "in", "please", "instead"])


@dataclass(frozen=True)
class Typed:
    """What was said, and None for what was not."""

    day: date | None
    starts: time | None
    ends: time | None


def typed(words: str, now: datetime, zone: ZoneInfo) -> Typed:
    """Raises Refusal where it can't be read, and Unsure where it can in several ways."""
    words = words.strip(" .,!?")
    try:
        said = _read(words, now, zone)
    except Ambiguous:
        raise
    except Refusal:
        backwards = _UNTIL.fullmatch(words) if len(words) <= MOST_TYPED else None
        if backwards is None:
            raise
        said = replace(_read(backwards["from"], now, zone), ends=hour_of(backwards["until"], of_a_day=True))
    if said.starts and said.ends and said.ends.hour - said.starts.hour >= TOO_LONG and not _says(said.ends, words):
        return replace(said, ends=said.ends.replace(hour=said.ends.hour - 12))
    return said


def _says(hour: time, words: str) -> bool:
    """Whether it was said which half of the day this is in."""
    return f"{hour:%H}" in words or re.search(r"[ap]\.?m\b|evening|night", words, re.IGNORECASE) is not None


def _read(words: str, now: datetime, zone: ZoneInfo) -> Typed:
    times = read_times(words, now, zone)
    if (hours := _only_hours(words)) and hours.starts:
        if times.others:
            either = [one.start.astimezone(zone) for one in times.readings if isinstance(one.start, datetime)]
            raise Ambiguous(times.why, {f"{start:%H:%M}": f"{start:%H:%M}" for start in either}, typed=words)
        return Typed(None, hours.starts, hours.ends)
    if times.others:
        raise Unsure(times, words, zone)
    meant = times.meant[0]
    if not isinstance(meant.start, datetime):
        return Typed(meant.start, None, None)
    if meant.how not in (How.EXACT, How.FROM):
        raise Refusal(NO_HOUR)
    starts = meant.start.astimezone(zone)
    ends = meant.end.astimezone(zone) if isinstance(meant.end, datetime) else None
    return Typed(starts.date(), starts.time(), ends.time() if ends and ends.date() == starts.date() else None)


def _only_hours(words: str) -> Hours | None:
    """The hours, where nothing else was said: the day stays."""
    text = plain(words)
    found = hours_in(text)
    if len(found) != 1:
        return None
    start, end = found[0].said
    left = f"{text[:start]} {text[end:]}".replace(",", " ").split()
    return found[0] if _SMALL.issuperset(left) else None
