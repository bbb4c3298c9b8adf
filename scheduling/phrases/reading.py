"""From what was typed into a field or a slot that expects a time to what was meant."""

import re
from dataclasses import replace
from datetime import datetime, time
from zoneinfo import ZoneInfo

from bot.chat.errors import Refusal
from bot.chat.times import on_the_clock, place_of
from scheduling.phrases.dateparsing import by_dateparser
from scheduling.phrases.hours import CUSTOMARY, PARTS
from scheduling.phrases.joining import alternatives
from scheduling.phrases.meaning import A_WEEK, HINT, UNREAD, Reader, Unclear
from scheduling.phrases.meant import How, Meant, Times, Unsure
from scheduling.phrases.nowhere import nowhere_in
from scheduling.phrases.scanning import scan
from scheduling.phrases.words import words_of
from scheduling.phrases.zones import whose_time

MOST_TYPED = 120  # characters: nobody needs more for a time
NINE = time(9)  # when a day is, where only the day was said


def read_times(text: str, now: datetime, zone: ZoneInfo) -> Times:
    """What was meant by all of a text that is to be a time. Raises Refusal."""
    typed = text.strip()
    if not typed or len(typed) > MOST_TYPED:
        raise Refusal(UNREAD)
    whose = whose_time(text.strip().removesuffix(f"({place_of(zone, now)})"), zone)  # behind it, as we show it
    try:
        times = _read(whose.text, now, whose.zone)
    except (ValueError, OverflowError):
        raise Refusal(f"There is no such day or time. {HINT}") from None
    if times is None:
        raise Refusal(UNREAD)
    return replace(times, said=(0, len(text))).told_in(zone)


def _read(text: str, now: datetime, zone: ZoneInfo) -> Times | None:
    """Raises Unclear, and ValueError for a day or a time that there is not."""
    words, reader = words_of(text.strip(" .,;!?")), Reader(now, zone)
    if nowhere := nowhere_in(words.text):
        raise nowhere.refusal
    parts = list(scan(words, reader.today, in_field=True))
    whole = (0, len(text))
    if all(part is not None for part in parts):
        if _is_a_year(words.text) or any(part and part.days and part.days.plural for part in parts):
            raise Unclear
        said = alternatives([part for part in parts if part is not None], reader)
        readings = [reader.read(one) for one in said]
        if readings and all(reader.near(reading.meant) for reading in readings):
            others = tuple(other for reading in readings for other in reading.others)
            why = next((reading.why for reading in readings if reading.why), "")
            return Times(tuple(reading.meant for reading in readings), whole, others, why)
        return None
    found = by_dateparser(words.text.strip(" .,;!?"), now, zone)
    if found is None or not reader.near(Meant(found)):
        return None
    return Times((Meant(found),), whole)


def _is_a_year(words: str) -> bool:
    return re.fullmatch(r"(?:19|20)\d\d", words) is not None


def read_time(text: str, now: datetime, zone: ZoneInfo) -> datetime:
    """The moment that was meant: of a day at nine, of a part of one at its customary hour. Raises Refusal or Unsure."""
    times = read_times(text, now, zone)
    if times.others:
        raise Unsure(times, text, zone)
    if len(times.meant) > 1:
        raise Unsure(replace(times, why="Those are several times."), text, zone)
    meant = times.meant[0]
    if meant.how is How.WINDOW and meant.end and meant.end - meant.start > A_WEEK:
        raise Unclear
    return moment_of(meant, zone)


def moment_of(meant: Meant, zone: ZoneInfo) -> datetime:
    """The one moment for it, where one is wanted."""
    if not isinstance(meant.start, datetime):
        return on_the_clock(datetime.combine(meant.start, NINE), zone)
    if meant.how is How.WINDOW and isinstance(meant.end, datetime):
        span = meant.start.astimezone(zone).time(), meant.end.astimezone(zone).time()
        part = next((part for part, hours in PARTS.items() if hours == span), "")
        return on_the_clock(datetime.combine(meant.start.astimezone(zone), CUSTOMARY.get(part, span[0])), zone)
    return meant.start
