"""England's bank holidays, and which days are working days."""

from datetime import date, timedelta
from functools import cache


@cache
def _of_year(year: int) -> dict[date, str]:
    import holidays  # half a second to import: see `warm`

    return dict(holidays.country_holidays("GB", subdiv="ENG", years=year))


def warm() -> None:
    """Import what takes long, before a transaction would wait for it."""
    _of_year(2000)


def bank_holiday(day: date) -> str:
    """The name of the bank holiday that this day is; empty where it is none."""
    return _of_year(day.year).get(day, "")


def is_working_day(day: date) -> bool:
    return day.weekday() < 5 and not bank_holiday(day)


def next_working_day(day: date) -> date:
    """The first working day after this one."""
    while not is_working_day(day := day + timedelta(days=1)):
        pass
    return day
