"""Days found in the calendar: the next of a date, so many months on, the nth weekday of a month."""

import calendar
from datetime import date


def coming(today: date, month: int, day: int) -> date:
    """The next such day: this year's, or a later one's where that has gone by or is no leap year."""
    years = range(today.year, today.year + 9) if (month, day) == (2, 29) else (today.year, today.year + 1)
    for year in years:
        if day <= calendar.monthrange(year, month)[1] and (found := date(year, month, day)) >= today:
            return found
    raise ValueError


def months_on(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def nth_weekday(first: date, weekday: int, nth: int) -> date:
    days = [
        first.replace(day=number)
        for number in range(1, calendar.monthrange(first.year, first.month)[1] + 1)
        if first.replace(day=number).weekday() == weekday
    ]
    return days[nth - 1 if nth > 0 else nth]
