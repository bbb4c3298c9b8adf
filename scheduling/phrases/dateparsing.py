"""What dateparser makes of a text that the grammar does not know, where a time is expected."""

import re
from datetime import date, datetime
from zoneinfo import ZoneInfo

from bot.chat.times import on_the_clock
from scheduling.phrases.names import MONTHS

_DATED = {
    *(word + plural for word in ("year", "month", "week", "day", "hour", "minute") for plural in ("", "s")),
    *(name[:length] for name in MONTHS for length in (3, 4, 9)),
    *("utc", "gmt", "z"),
}


def by_dateparser(words: str, now: datetime, zone: ZoneInfo) -> date | None:
    """What dateparser makes of the whole text, never of a part: a search would find dates in "we" and "sat".

    It is asked only where there is a number beside a word of dates, for alone it takes "may" and "7" for days.
    """
    if not (re.search(r"\d", words) and _DATED & set(re.findall(r"[a-z]+", words))):
        return None

    from dateparser.date import DateDataParser  # a tenth of a second to import: see `warming`

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
    return on_the_clock(wall, zone) if found.period == "time" else wall.date()
