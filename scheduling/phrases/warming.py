"""What the first typed time would wait for, paid at the start rather than in somebody's turn."""

from datetime import UTC, datetime
from functools import cache
from zoneinfo import ZoneInfo

from scheduling.phrases.dateparsing import by_dateparser
from scheduling.phrases.offers import read_availabilities
from scheduling.phrases.times import find_times


@cache
def warm() -> None:
    """Import dateparser and compile the patterns, a fifth of a second together."""
    now, zone = datetime(2027, 1, 1, tzinfo=UTC), ZoneInfo("UTC")
    by_dateparser("1 january 2027 9:00", now, zone)
    find_times("Monday at 9", now, zone)
    read_availabilities("Mondays at 9", now, zone)
