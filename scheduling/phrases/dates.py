"""Days found in the calendar: the next of a date, so many months on, the nth weekday of a month, feasts."""

import calendar
from collections.abc import Callable
from datetime import date, timedelta

from dateutil.easter import easter


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


def end_of_month(day: date) -> date:
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


def coming_number(today: date, number: int, weekday: int | None = None) -> date:
    """The next month's day that has this number, on this weekday where one was said."""
    first = today.replace(day=1)
    for _ in range(14):
        if number <= end_of_month(first).day:
            day = first.replace(day=number)
            if day >= today and weekday in (None, day.weekday()):
                return day
        first = months_on(first, 1)
    raise ValueError


def nth_weekday(first: date, weekday: int, nth: int) -> date:
    days = [
        first.replace(day=number)
        for number in range(1, calendar.monthrange(first.year, first.month)[1] + 1)
        if first.replace(day=number).weekday() == weekday
    ]
    return days[nth - 1 if nth > 0 else nth]


def _on(month: int, day: int) -> Callable[[int], date]:
    return lambda year: date(year, month, day)


def _from_easter(days: int) -> Callable[[int], date]:
    return lambda year: easter(year) + timedelta(days=days)


def _nth(month: int, weekday: int, nth: int) -> Callable[[int], date]:
    return lambda year: nth_weekday(date(year, month, 1), weekday, nth)


FEASTS: dict[str, Callable[[int], date]] = {
    r"new years? day": _on(1, 1),
    r"(?:twelfth|12th) night": _on(1, 5),
    r"burns night": _on(1, 25),
    r"valentines?(?: day)?": _on(2, 14),
    r"(?:shrove tuesday|pancake day)": _from_easter(-47),
    r"ash wednesday": _from_easter(-46),
    r"st davids day": _on(3, 1),
    r"st patricks day": _on(3, 17),
    r"(?:mothers day|mothering sunday)": _from_easter(-21),
    r"palm sunday": _from_easter(-7),
    r"maundy thursday": _from_easter(-3),
    r"good friday": _from_easter(-2),
    r"easter saturday": _from_easter(-1),
    r"(?:easter (?:bank holiday )?monday|easter bank holiday)": _from_easter(1),
    r"easter tuesday": _from_easter(2),
    r"easter(?: sunday| day)?": _from_easter(0),
    r"april fools?(?: day)?": _on(4, 1),
    r"st georges day": _on(4, 23),
    r"(?:early )?may (?:day )?bank holiday(?: monday)?|may day": _nth(5, 0, 1),
    r"(?:(?:late may|spring|whitsun|whit) bank holiday(?: monday)?|whit monday)": _nth(5, 0, -1),
    r"fathers day": _nth(6, 6, 3),
    r"(?:late )?(?:august|summer) bank holiday(?: monday)?": _nth(8, 0, -1),
    r"hallow ?e?en": _on(10, 31),
    r"(?:bonfire|guy fawkes|fireworks) night": _on(11, 5),
    r"armistice day": _on(11, 11),
    r"remembrance sunday": _nth(11, 6, 2),
    r"st andrews day": _on(11, 30),
    r"christmas eve": _on(12, 24),
    r"(?:boxing day|st stephens day)": _on(12, 26),
    r"christmas(?: day)?": _on(12, 25),
    r"(?:new years? eve|hogmanay|nye)": _on(12, 31),
}
"""The feasts that people name in England, each with its day of a year; a longer name before what it begins with."""

_BANK_HOLIDAYS = (
    r"new years? day",
    r"good friday",
    r"(?:easter (?:bank holiday )?monday|easter bank holiday)",
    r"(?:early )?may (?:day )?bank holiday(?: monday)?|may day",
    r"(?:(?:late may|spring|whitsun|whit) bank holiday(?: monday)?|whit monday)",
    r"(?:late )?(?:august|summer) bank holiday(?: monday)?",
    r"christmas(?: day)?",
    r"(?:boxing day|st stephens day)",
)


def feast(name: str, today: date, year: int | None = None) -> date:
    """The next such feast, or that of a year."""
    of_year = FEASTS[name]
    if year is not None:
        return of_year(year)
    return next(day for day in (of_year(today.year), of_year(today.year + 1)) if day >= today)


def next_bank_holiday(today: date, weekday: int | None = None) -> date:
    """The next one by its own date, where a weekday was said on that weekday."""
    days = (FEASTS[name](year) for year in (today.year, today.year + 1) for name in _BANK_HOLIDAYS)
    return min(day for day in days if day >= today and weekday in (None, day.weekday()))
