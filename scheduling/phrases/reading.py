"""From what was typed to the moment that was meant: by the grammar, else by dateparser."""

import re
from datetime import UTC, datetime
from functools import cache
from zoneinfo import ZoneInfo

from bot.chat.errors import Refusal
from scheduling.phrases.grammar import said_in
from scheduling.phrases.said import HINT, NINE, UNREAD, Said
from scheduling.phrases.words import MONTHS, plain

MOST_TYPED = 120  # characters: nobody needs more for a time
MOST_YEARS = 50  # away from now: further is a slip, such as 2207


def read_time(text: str, now: datetime, zone: ZoneInfo) -> datetime:
    """The moment that was meant by what was typed at `now`, in the zone it was typed in. Raises Refusal."""
    typed = " ".join(text.split())
    if not typed or len(typed) > MOST_TYPED:
        raise Refusal(UNREAD)
    words = plain(typed)
    try:
        moment = _by_grammar(words, now, zone) or _by_dateparser(words, now, zone)
    except (ValueError, OverflowError):
        raise Refusal(f"There is no such day or time. {HINT}") from None
    if moment is None or abs(moment.year - now.year) > MOST_YEARS:
        raise Refusal(UNREAD)
    return moment


def _by_grammar(words: str, now: datetime, zone: ZoneInfo) -> datetime | None:
    local = now.astimezone(zone).replace(tzinfo=None)
    said = said_in(words, local)
    if said is None:
        return None
    if said.elapsed is not None and said == Said(local, elapsed=said.elapsed):
        return (now + said.elapsed).astimezone(zone)
    return on_the_clock(said.wall(), zone)


@cache
def warm() -> None:
    """Pay dateparser's first call (a tenth of a second) at the start rather than in somebody's turn."""
    _by_dateparser("1 january 2027 9:00", datetime(2027, 1, 1, tzinfo=UTC), ZoneInfo("UTC"))


def on_the_clock(wall: datetime, zone: ZoneInfo) -> datetime:
    """A wall time that the clocks skip moves on by an hour; one that comes twice is the first."""
    return wall.replace(tzinfo=zone).astimezone(UTC).astimezone(zone)


_DATED = {
    *(word + plural for word in ("year", "month", "week", "day", "hour", "minute") for plural in ("", "s")),
    *(name[:length] for name in MONTHS for length in (3, 4, 9)),
    *("utc", "gmt", "z"),
}


def _by_dateparser(words: str, now: datetime, zone: ZoneInfo) -> datetime | None:
    """What dateparser makes of the whole text, never of a part: a search would find dates in "we" and "sat".

    It is asked only where there is a number beside a word of dates, for alone it takes "may" and "7" for days.
    """
    if not (re.search(r"\d", words) and _DATED & set(re.findall(r"[a-z]+", words))):
        return None

    from dateparser.date import DateDataParser  # a tenth of a second to import: see `warm`

    # An aware base, or its own zone settings, would lose times and take the wrong side of a clock change.
    found = DateDataParser(
        languages=["en"],
        settings={
            "RELATIVE_BASE": now.astimezone(zone).replace(tzinfo=None),
            "DATE_ORDER": "DMY",
            "PREFER_DATES_FROM": "future",
            "RETURN_TIME_AS_PERIOD": True,
        },
    ).get_date_data(words)
    if found.date_obj is None or found.period not in ("time", "day"):
        return None
    wall: datetime = found.date_obj
    if wall.tzinfo is not None:
        return wall.astimezone(zone)
    return on_the_clock(wall if found.period == "time" else datetime.combine(wall, NINE), zone)
