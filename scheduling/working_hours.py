"""The clock by which somebody can lose something: from 8 to 18 on working days, stopped while they are away."""

from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from scheduling.unasked import MOST_AWAY, at_wall

OPENS, CLOSES = time(8), time(18)


def working_deadline(
    start: datetime,
    hours: float,
    zone: ZoneInfo,
    away: Sequence[tuple[date, date]] = (),
    holidays: Callable[[date], bool] = lambda _: False,
) -> datetime:
    """When so many working hours are over for somebody in this zone, who is away from the one day to the other."""
    left = timedelta(hours=hours)
    today = start.astimezone(zone).date()
    for day in (today + timedelta(days=days) for days in range(MOST_AWAY)):
        if day.weekday() > 4 or holidays(day) or any(first <= day <= last for first, last in away):
            continue
        begins, ends = max(start, at_wall(day, OPENS, zone)), at_wall(day, CLOSES, zone)
        if begins + left <= ends:
            return (begins + left).astimezone(UTC)
        left -= max(ends - begins, timedelta())
    return start + timedelta(days=MOST_AWAY)
