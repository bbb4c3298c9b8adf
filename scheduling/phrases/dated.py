"""Days named by their date, their month or their feast: "the 3rd", "14 Jan", "mid March", "Easter Monday"."""

import re
from datetime import date, timedelta

from scheduling.phrases.dates import (
    FEASTS,
    coming,
    end_of_month,
    feast,
    months_on,
    next_bank_holiday,
    nth_weekday,
)
from scheduling.phrases.named import (
    DAY,
    LISTED,
    MONTH,
    NTH,
    NUMBER,
    NUMBERED,
    YEAR,
    Days,
    Rules,
    Sure,
    month_in,
    nth_in,
    weekday_in,
    year_in,
)
from scheduling.phrases.names import MONTHS

rule = Rules()
month_alone = Rules()
"""Tried last of all."""

_WHERE_IN_MONTH = (
    "early|mid|middle|late|later|beginning|start|end|back end|tail end|(?:first|front|second|latter|back) half"
)


@rule(
    r"(?P<year>20\d\d)(?P<mark>[-/.])(?P<month>\d{1,2})(?P=mark)(?P<day>\d{1,2})",
    r"(?P<day>\d{1,2}) ?(?P<mark>[/.-]) ?(?P<month>\d{1,2}) ?(?P=mark) ?(?P<year>\d{4}|\d{2})",
    r"(?P<year>20\d\d)(?P<month>0\d|1[0-2])(?P<day>[0-3]\d)",
)
def _dated_in_full(found: re.Match[str], today: date) -> Days:
    year = int(found["year"])
    return Days(date(year + 2000 * (year < 100), int(found["month"]), int(found["day"])))


@rule(rf"(?:the )?{NUMBER}(?: ?- ?| of | ?/ ?| )?{MONTH}{YEAR}", rf"{MONTH}(?: the)?[ -]?{NUMBER}(?![/-]\d){YEAR}")
def _day_and_month(found: re.Match[str], today: date) -> Days:
    month, day = month_in(found), int(found["day"])
    year = year_in(found)
    sure: Sure = 1 if found["month"] in ("may", "march", "mar", "sep", "jan") else 2
    if year:
        return Days(date(year, month, day))
    return Days(coming(today, month, day), yearless=True, sure=sure)


@rule(rf"{MONTH}(?: the)?[ -]?{NUMBER}(?= ?(?:-|/|,|to |or |and |until ) ?(?:the )?{LISTED})", loose=True)
def _month_and_several(found: re.Match[str], today: date) -> Days:
    return Days(coming(today, month_in(found), int(found["day"])), yearless=True)


@rule(rf"the {NTH} of {MONTH}{YEAR}", rf"(?P<nth>last|first) day (?:of|in) {MONTH}{YEAR}")
def _nth_of_month(found: re.Match[str], today: date) -> Days | None:
    nth, month, year = nth_in(found), month_in(found), year_in(found)
    if nth > 0:
        return Days(date(year, month, nth) if year else coming(today, month, nth), yearless=not year)
    first = date(year, month, 1) if year else coming_month(today, month)
    return Days(end_of_month(first))


@rule(
    r"(?:the )?(?P<nth>last|first|final)(?P<working> working)? day of (?P<of>the|this|next) month",
    rf"(?:the )?(?P<nth>last|first|final)(?P<working> working) day (?:of|in) {MONTH}{YEAR}",
)
def _end_day_of_month(found: re.Match[str], today: date) -> Days:
    first = first_of(found, today)
    if found.groupdict().get("of") == "the" and found["nth"] == "first":
        first = months_on(first, 1)
    day = first if found["nth"] == "first" else end_of_month(first)
    while found["working"] and day.weekday() > 4:
        day += timedelta(days=1 if found["nth"] == "first" else -1)
    return Days(day)


@rule(r"(?P<day>[0-3]?\d) ?/ ?(?P<month>[01]?\d)(?!\d)")
def _day_and_month_in_digits(found: re.Match[str], today: date) -> Days | None:
    day, month = int(found["day"]), int(found["month"])
    if not (1 <= month <= 12 and 1 <= day <= 31):
        raise ValueError
    return Days(coming(today, month, day), yearless=True, sure=1 if "0" in (found["day"][0], found["month"][0]) else 0)


@rule(r"(?:between |over |in between )?christmas (?:and|to) (?:the )?new years?")
def _between_the_years(found: re.Match[str], today: date) -> Days:
    first = feast(r"christmas(?: day)?", today)
    return Days(max(today, first + timedelta(days=2)), first + timedelta(days=6), window=True)


@rule(rf"(?:the )?(?P<feast>{'|'.join(f'(?:{name})' for name in FEASTS)})(?: (?P<year>20\d\d))?")
def _feast(found: re.Match[str], today: date) -> Days:
    name = next(name for name in FEASTS if re.fullmatch(name, found["feast"]))
    return Days(
        feast(name, today, int(found["year"]) if found["year"] else None), sure=1 if name == r"valentines?" else 2
    )


@rule(rf"(?:the |this |next )?bank holiday(?: {DAY})?", rf"{DAY} bank holiday")
def _bank_holiday(found: re.Match[str], today: date) -> Days:
    weekday = weekday_in(found) if found["weekday"] else None
    return Days(next_bank_holiday(today, weekday), sure=1)


@rule(
    rf"(?:the )?{NTH} {DAY}(?: in| of)? (?:{MONTH}{YEAR}|(?P<of>the|this|next|the following) month)",
    rf"(?P<of>this|next) months? {NTH} {DAY}",
)
def _nth_weekday_of_month(found: re.Match[str], today: date) -> Days:
    weekday, nth = weekday_in(found), nth_in(found)
    if found["of"]:
        first = today.replace(day=1)
        if "next" in found["of"] or "following" in found["of"]:
            first = months_on(first, 1)
        day = nth_weekday(first, weekday, nth)
        if day < today and found["of"] == "the":
            day = nth_weekday(months_on(first, 1), weekday, nth)
        return Days(day)
    year = year_in(found)
    day = nth_weekday(date(year or today.year, month_in(found), 1), weekday, nth)
    if day < today and not year:
        day = nth_weekday(date(today.year + 1, month_in(found), 1), weekday, nth)
    return Days(day)


@rule(
    rf"(?:the )?{NTH} (?:full )?week(?: in| of)? (?:{MONTH}{YEAR}|(?P<of>the|this|next) month)",
)
def _nth_week_of_month(found: re.Match[str], today: date) -> Days:
    first = first_of(found, today)
    last = end_of_month(first)
    nth = nth_in(found)
    if nth < 0:
        return Days(last - timedelta(days=6), last, window=True)
    return Days(first + timedelta(days=7 * nth - 7), min(last, first + timedelta(days=7 * nth - 1)), window=True)


@rule(
    r"(?:(?:around |towards |at )?the )?"
    rf"(?P<where>{_WHERE_IN_MONTH})(?:[ -](?:in |on in |of )?)(?:the )?{MONTH}{YEAR}",
    rf"(?:the )?(?P<where>{_WHERE_IN_MONTH})[ -](?:in |of )?(?P<of>the|this|next) month",
    rf"(?:in|during|over|for|by|by the end of|sometime in|some time in|any ?time in)(?P<where>) {MONTH}{YEAR}",
    r"(?:in |during )?(?P<where>)(?P<of>this|next) month",
    rf"(?P<which>next|this|all of){' '}{MONTH}{YEAR}",
)
def _in_month(found: re.Match[str], today: date) -> Days | None:
    first = first_of(found, today)
    last = end_of_month(first)
    where = found.groupdict().get("where") or ""
    begin, end = _MONTH_PARTS.get(where, (1, 31))
    begun, ended = first.replace(day=begin), min(last, first.replace(day=min(end, last.day)))
    if where in ("end", "back end", "tail end"):
        begun = last - timedelta(days=6)
    if ended < today:
        if found.groupdict().get("of"):
            return _in_month_on(months_on(first, 1), where)
        return Days(begun, ended, window=True)
    return Days(max(begun, today), ended, window=True, sure=2 if where or found.groupdict().get("of") == "next" else 1)


_MONTH_PARTS = {
    "early": (1, 10),
    "beginning": (1, 7),
    "start": (1, 7),
    "mid": (12, 18),
    "middle": (12, 18),
    "late": (21, 31),
    "later": (21, 31),
    "end": (25, 31),
    "back end": (25, 31),
    "tail end": (25, 31),
    "first half": (1, 15),
    "front half": (1, 15),
    "second half": (16, 31),
    "latter half": (16, 31),
    "back half": (16, 31),
}


def _in_month_on(first: date, where: str) -> Days:
    begin, end = _MONTH_PARTS.get(where, (1, 31))
    last = end_of_month(first)
    return Days(first.replace(day=begin), first.replace(day=min(end, last.day)), window=True)


@rule(r"(?P<early>early in |at the start of |start of |first thing in )?the new year|(?:in )?new year(?= |$)")
def _new_year(found: re.Match[str], today: date) -> Days | None:
    first = date(today.year + 1, 1, 1)
    return Days(first, first.replace(day=14 if found["early"] else 31), window=True, sure=1)


@rule(r"(?:the )?(?P<day>\d{1,2})(?:st|nd|rd|th) (?:of )?(?P<of>the|this|next|the following) month")
def _day_of_a_month(found: re.Match[str], today: date) -> Days:
    day = int(found["day"])
    first = today.replace(day=1)
    if "next" in found["of"] or "following" in found["of"] or (found["of"] == "the" and day < today.day):
        first = months_on(first, 1)
    return Days(first.replace(day=day))


@rule(r"(?P<the>the )?(?P<day>\d{1,2})(?:st|nd|rd|th)", r"(?P<the>the )(?P<word>first|second|third|fourth)")
def _day_of_month(found: re.Match[str], today: date) -> Days:
    number = int(found["day"]) if "day" in found.re.groupindex else NUMBERED[found["word"]]
    if not 1 <= number <= 31:
        raise ValueError
    sure: Sure = 1 if found["the"] and "day" in found.re.groupindex else 0
    return Days(number=number, sure=sure)


@month_alone(rf"(?P<month>{'|'.join(MONTHS)})(?: (?P<year>20\d\d))?(?P<short>)")
def _month_alone(found: re.Match[str], today: date) -> Days:
    first = first_of(found, today)
    return Days(max(first, today), end_of_month(first), window=True, sure=0)


def coming_month(today: date, month: int) -> date:
    """The first of the next such month, which may be the one that it is."""
    return date(today.year + (month < today.month), month, 1)


def first_of(found: re.Match[str], today: date) -> date:
    if found.groupdict().get("of"):
        return months_on(today.replace(day=1), int(found["of"] == "next"))
    year = year_in(found)
    return date(year, month_in(found), 1) if year else coming_month(today, month_in(found))
