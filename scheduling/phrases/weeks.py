"""Days named from today or from another day: "Tuesday week", "early next week", "in a fortnight", "w/c 11 Jan"."""

import re
from datetime import date, timedelta

from scheduling.phrases.dates import FEASTS, coming, coming_number, feast, months_on
from scheduling.phrases.meant import How
from scheduling.phrases.named import (
    DAY,
    MONTH,
    NUMBER,
    SMALL,
    UNIT_DAYS,
    YEAR,
    Days,
    Rules,
    Sure,
    count_in,
    month_in,
    weekday_in,
    year_in,
)

rule = Rules()

_ANCHOR = (
    rf"(?:(?:the )?(?P<feast>{'|'.join(f'(?:{name})' for name in FEASTS)})"
    rf"|(?:the )?{NUMBER}(?: of)?(?: {MONTH})?)"
)


@rule(
    rf"(?:the )?(?:(?P<unit>day|week|weekend)|{DAY}) (?P<side>before|after|following) {_ANCHOR}",
    rf"(?:the )?(?P<unit>weekend)(?P<weekday>) (?P<side>of) {_ANCHOR}",
    rf"{SMALL}[ -](?P<unit>day|week|fortnight)s?(?P<weekday>) (?P<side>before|after) {_ANCHOR}",
)
def _beside_another(found: re.Match[str], today: date) -> Days | None:
    if found["feast"]:
        name = next(name for name in FEASTS if re.fullmatch(name, found["feast"]))
        anchor = feast(name, today)
    elif found["month"]:
        anchor = coming(today, month_in(found), int(found["day"]))
    elif re.search(r"(?:st|nd|rd|th)$", found[0]):
        anchor = coming_number(today, int(found["day"]))
    else:
        return None
    after = found["side"] != "before"
    monday = anchor - timedelta(days=anchor.weekday())
    if counted := found.groupdict().get("count"):
        gap = count_in(counted)[0] * UNIT_DAYS[found["unit"]]
        return Days(anchor + timedelta(days=gap if after else -gap))
    match found["unit"]:
        case "day":
            return Days(anchor + timedelta(days=1 if after else -1))
        case "week":
            first = monday + timedelta(days=7 if after else -7)
            return Days(first, first + timedelta(days=4), window=True)
        case "weekend":
            ahead = -2 if not after else 12 if anchor.weekday() > 4 and found["side"] != "of" else 5
            first = monday + timedelta(days=ahead)
            return Days(first, first + timedelta(days=1), window=True)
    gap = (weekday_in(found) - anchor.weekday()) % 7 if after else -((anchor.weekday() - weekday_in(found)) % 7)
    return Days(anchor + timedelta(days=gap or (7 if after else -7)))


@rule(
    r"(?:the )?(?:w ?/ ?[cb]|wc|wb|(?:week|wk)(?: ?-? ?(?:commencing|beginning|starting|comm|of|ending))),?(?: on)?"
    rf"(?: the)?(?: {DAY})?(?: the)? "
    rf"(?:{NUMBER}(?: of)?(?:[ -]?{MONTH}{YEAR}|/(?P<digits>\d{{1,2}})(?:/\d{{2,4}})?)?)"
)
def _week_commencing(found: re.Match[str], today: date) -> Days:
    number = int(found["day"])
    if found["month"]:
        year = year_in(found)
        day = date(year, month_in(found), number) if year else coming(today, month_in(found), number)
    elif found["digits"]:
        day = coming(today, int(found["digits"]), number)
    else:
        day = coming_number(today, number)
    first = day - timedelta(days=day.weekday()) if day.weekday() < 5 else day
    return Days(max(first, min(today, first + timedelta(days=4))), first + timedelta(days=4), window=True)


@rule(
    rf"(?:in|within) (?:about |around )?(?:another )?{SMALL}[ -](?P<unit>day|week|fortnight|month|year)s?"
    r"(?P<half> and a half)?(?: time)?(?P<or> or (?:so|\d))?(?!,?(?: and)? \d+ ?[hm])",
    rf"{SMALL}[ -](?P<unit>day|week|fortnight|month|year)s?(?P<half>)(?P<or>)"
    r"(?: from now| from today| time(?= ?$| ?[,.?!]| at)| today| hence)",
)
def _after_a_while(found: re.Match[str], today: date) -> Days | None:
    if found["half"]:
        return None
    count, few = count_in(found["count"])
    if found["unit"] in ("month", "year"):
        return Days(months_on(today, count * (12 if found["unit"] == "year" else 1)), sure=_after_sure(found))
    day = today + timedelta(days=count * UNIT_DAYS[found["unit"]])
    if few or (found["or"] and found["or"][-1].isdigit()):
        unit = UNIT_DAYS[found["unit"]]
        first, last = (2, 4) if few else (count, int(found["or"][-1]))
        return Days(today + timedelta(days=first * unit), today + timedelta(days=last * unit), window=True, sure=1)
    return Days(day, sure=_after_sure(found), how=How.BY if found[0].startswith("within") else How.EXACT)


def _after_sure(found: re.Match[str]) -> Sure:
    return 1 if found[0].startswith(("in", "within")) else 2


@rule(
    rf"(?:in|within|over|during|some ?time in|some ?time over|any ?time in)? ?"
    rf"(?:the )?(?:next|coming) (?:{SMALL}[ -])?(?P<unit>day|week|fortnight|month)s(?! \d)",
    r"(?:in|within|over|during|some ?time in|some ?time over|any ?time in)"
    r" the (?:next|coming)(?P<count>) (?P<unit>week|fortnight|month)",
    r"(?P<count>)the next (?P<unit>fortnight)",
)
def _within_the_next(found: re.Match[str], today: date) -> Days:
    count = count_in(found["count"])[0] if found["count"] else 1 if not found[0].endswith("s") else 3
    last = (
        months_on(today, count)
        if found["unit"] == "month"
        else today + timedelta(days=count * UNIT_DAYS[found["unit"]])
    )
    return Days(today, last, window=True)


@rule(
    rf"(?:(?P<count>an?|\d{{1,3}}) |(?!days?\b|weeks\b|fortnights\b))(?P<unit>day|week|fortnight)s?"
    rf"(?:(?: (?:on|from)|(?= to(?:day|morrow)))|(?<=[\da-z] week)|(?<=weeks)|(?<=fortnight))(?= )"
    rf"(?= (?:{DAY}|to(?:day|morrow)|the \d|\d{{1,2}}(?:st|nd|rd|th)|\d{{1,2}} {MONTH.replace('<month>', '<m2>')}))",
)
def _a_week_on(found: re.Match[str], today: date) -> Days:
    return Days(shift=count_in(found["count"] or "a")[0] * UNIT_DAYS[found["unit"]])


@rule(
    rf"(?:in|within) {SMALL}[ -](?:working|business|week) ?days?(?: time)?",
    rf"{SMALL}[ -](?:working|business|week) ?days?(?: from now| from today| time| hence)",
)
def _after_working_days(found: re.Match[str], today: date) -> Days:
    left, day = count_in(found["count"])[0], today
    while left:
        day += timedelta(days=1)
        left -= day.weekday() < 5
    return Days(day, how=How.BY if found[0].startswith("within") else How.EXACT)


@rule(
    r"(?:a|1) month (?:(?:on|from|after) )?(?P<near>today|tomorrow)",
    rf"(?:a|1) month (?:on|from|after) (?P<near>){DAY}",
)
def _a_month_on(found: re.Match[str], today: date) -> Days:
    ahead = found["near"] == "tomorrow" if found["near"] else (weekday_in(found) - today.weekday() - 1) % 7 + 1
    return Days(months_on(today + timedelta(days=ahead), 1))


@rule(rf"{SMALL}[ -](?P<unit>day|week|fortnight)s? after(?= (?:{DAY}|tomorrow|next))")
def _some_time_after(found: re.Match[str], today: date) -> Days:
    return Days(shift=count_in(found["count"])[0] * UNIT_DAYS[found["unit"]])


@rule(
    r"(?P<day>today|tomorrow|(?:the )?day after tomorrow|yesterday|overmorrow)"
    r"(?: (?P<then>week|fortnight)(?! (?:in|on|after)))?"
)
def _near_day(found: re.Match[str], today: date) -> Days:
    days = {"today": 0, "tomorrow": 1, "yesterday": -1}.get(found["day"], 2)
    return Days(today + timedelta(days=days + UNIT_DAYS.get(found["then"], 0)))


@rule(
    rf"{DAY},? (?:the )?(?P<day>1[3-9]|2\d|3[01])(?!\d|/| ?(?:am|pm|h)\b| (?:of )?{MONTH})",
    rf"{DAY},? (?P<day>[1-9]|1[0-2])(?=,? (?:at|from|between|after|before) \d)",
)
def _weekday_and_number(found: re.Match[str], today: date) -> Days:
    return Days(weekday=weekday_in(found), number=int(found["day"]))


@rule(r"(?:the )?same day")
def _same_weekday(found: re.Match[str], today: date) -> Days:
    return Days(weekday=today.weekday(), sure=0)


@rule(rf"{DAY} next(?! (?:week|month|year|to))")
def _weekday_next(found: re.Match[str], today: date) -> Days:
    return Days(weekday=weekday_in(found), which="next", sure=2 if len(found["weekday"]) > 3 else 0)


@rule(rf"(?:the )?{DAY} after next")
def _weekday_after_next(found: re.Match[str], today: date) -> Days:
    return Days(weekday=weekday_in(found), which="after next")


@rule(
    rf"(?:(?P<which>(?:the |this )?(?:next|following)|this coming|the coming|coming|this|last|past) )?{DAY}"
    r"(?: (?P<then>week(?! (?:commencing|beginning))|fortnight)| (?P<coming>coming))?"
)
def _on_weekday(found: re.Match[str], today: date) -> Days:
    which = found["which"] or ""
    which = (
        "next" if which.endswith("next") else "last" if which in ("last", "past") else "this" if "this" in which else ""
    )
    word = found["weekday"]
    short = word in ("mon", "sat", "sun", "wed")
    sure: Sure = (
        2 if which or found["then"] or found["coming"] else (0 if word in ("sat", "sun") else 1) if short else 2
    )
    plural = word.endswith("days")
    return Days(weekday=weekday_in(found), which=which, shift=UNIT_DAYS.get(found["then"], 0), sure=sure, plural=plural)


@rule(
    r"(?:in |during |over |some ?time |any ?time )?(?:(?:at |in |towards )?(?:the )?"
    r"(?P<where>early|earlier|earlyish|mid|middle|midway through|late|later|end|back end|start|beginning"
    r"|(?:first|front|second|latter|back) half|tail end|rest|remainder)"
    r"(?:[ -](?:of |in |on |on in |part of )?)(?:the )?)?"
    r"(?:(?P<which>this|next|the following|following|the) (?:working )?week(?! (?:after|commencing|beginning|before))"
    r"|(?:the )?week (?P<after>after next|after|following)(?! (?:the|that|mon|tue|wed|thu|fri|sat|sun|\d)))",
)
def _in_week(found: re.Match[str], today: date) -> Days | None:
    where, which = found["where"] or "", found["which"] or ""
    if which == "the" and not where:
        return None
    week = 2 if found["after"] == "after next" else int(which not in ("this", "the"))
    monday = today + timedelta(days=7 * week - today.weekday())
    begin, end = _WEEK_PARTS.get(where, (0, 4))
    if where and week == 0 and monday + timedelta(days=end) < today:
        week, monday = 1, monday + timedelta(weeks=1)
    first, last = monday + timedelta(days=begin), monday + timedelta(days=end)
    if week == 0:
        if where == "later":
            first, last = today + timedelta(days=1), max(last, today + timedelta(days=1))
        first = max(first, today)
        last = max(last, first)
        if not where and today.weekday() > 4:
            last = monday + timedelta(days=6)
    if not where and not found[0].startswith(("some", "any")):
        return Days(first, last, window=True, week=week, sure=1 if week == 0 else 2)
    return Days(first, last, window=True, sure=2 if where else 1 if week == 0 else 2)


_WEEK_PARTS = {
    "early": (0, 1),
    "earlier": (0, 1),
    "earlyish": (0, 1),
    "start": (0, 1),
    "beginning": (0, 1),
    "first half": (0, 2),
    "mid": (1, 3),
    "middle": (1, 3),
    "midway through": (1, 3),
    "front half": (0, 2),
    "second half": (2, 4),
    "latter half": (2, 4),
    "back half": (2, 4),
    "tail end": (3, 4),
    "late": (3, 4),
    "later": (3, 4),
    "end": (3, 4),
    "back end": (3, 4),
}


@rule(r"mid-? ?week(?P<next> next week)?|(?P<this>eow)")
def _midweek(found: re.Match[str], today: date) -> Days:
    monday = today + timedelta(days=7 * bool(found["next"]) - today.weekday())
    begin, end = (3, 4) if found["this"] else (1, 3)
    if monday + timedelta(days=end) < today:
        monday += timedelta(weeks=1)
    return Days(max(today, monday + timedelta(days=begin)), monday + timedelta(days=end), window=True, sure=1)


@rule(
    r"(?:at |over |during )?(?:the )?(?:(?P<which>this|next|the|this coming|coming|following)(?: coming)? weekend"
    r"|weekend (?P<after>after next))(?! (?:of|after|before|course|away|break))",
    r"(?:at |over |during )(?P<which>the) weekend(?P<after>)(?! (?:of|after|before|course|away|break))",
)
def _at_weekend(found: re.Match[str], today: date) -> Days:
    saturday = today + timedelta(days=5 - today.weekday())
    week = 2 if found["after"] else int(found["which"] in ("next", "following"))
    first = saturday + timedelta(weeks=week)
    return Days(max(first, today), first + timedelta(days=1), window=True, sure=1 if found["which"] == "the" else 2)
