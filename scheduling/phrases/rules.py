"""How often something comes, as parts of a rule: "every other Friday", "2nd and 4th Tuesdays", "monthly, the 15th"."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import IntEnum
from functools import cache

from scheduling.phrases.names import DAYS

BY_DAY = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
WORKING = range(5)
WEEKEND = range(5, 7)
SHORTEST_MONTH = 28
QUARTERS = "1,4,7,10"
NTH = {1: "first", 2: "second", 3: "third", 4: "fourth", 5: "fifth", -1: "last", -2: "second last"}

_NTH = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4, "5th": 5}
_NTH |= {"last": -1, "final": -1, "second last": -2, "second to last": -2, "penultimate": -2}

WEEKDAY = (
    r"(?:mon(?:days?|s)?|tue(?:s|sdays?)?|wed(?:s|nesdays?)?|thu(?:r|rs|rsdays?)?|fri(?:days?|s)?|sat(?:urdays?|s)?"
    r"|sun(?:days?|s)?)\b"
)
_PLURAL = re.compile(
    rf"(?:{'|'.join(f'{day}s' for day in DAYS)}|mons|fris|sats|suns|(?:week|working|business)? ?days|week ?ends)\b"
    r"|'s (?=\d|at|from|between|after|before)"
)
_WORKING = r"(?:week ?days?|working ?(?:days?|week)|workdays?|business days?)\b"
_WEEKEND = r"week ?ends?\b"
_THROUGH = r"(?: ?- ?| (?:to|through(?: to)?|until|up to) )"
_RANGE = rf"(?:from )?{WEEKDAY}{_THROUGH}{WEEKDAY}(?: inclusive)?|between {WEEKDAY} and {WEEKDAY}"
_EVERY = r"(?:every|each|any|all|most)(?: single)?"
_NAMED = rf"(?:{_RANGE}|{WEEKDAY}(?: 's(?= (?:\d|at|from|between|after|before)))?|{_WORKING}|{_WEEKEND})"
_AND = r"(?: ?[,/;] ?| )(?:(?:and|or|plus|also|then) ){0,2}"
# A day with a date beside it is one day, not the days of a rule.
MONTHS_BEGIN = "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
_DATED = rf"(?! ?,? ?(?:the )?(?:\d{{1,2}}(?:st|nd|rd|th)\b|\d{{1,2}} (?:of )?{MONTHS_BEGIN}|\d{{1,2}}/\d))"
DAYS_SAID = rf"(?P<days>{_NAMED}(?:{_AND}(?:(?:{_EVERY}|on|the) ){{0,2}}{_NAMED}){{0,9}})(?:(?<=days)|{_DATED})"

_ORDINAL = rf"(?:{'|'.join(sorted(_NTH, key=len, reverse=True))})"
_NTHS = rf"(?:the )?(?P<nths>{_ORDINAL}(?:{_AND}(?:the )?{_ORDINAL}){{0,4}})"
_DATE = r"(?:\d{1,2}(?:st|nd|rd|th)|first|second|third|fourth|last day)"
_DATES = rf"(?:the )?(?P<dates>{_DATE}(?:{_AND}(?:the )?{_DATE}){{0,9}})(?: day)?"
_COUNT = r"(?P<count>other|alternate|alternating|first|second|third|fourth|\d{1,2}(?:st|nd|rd|th)?)"
_OF_MONTH = (
    rf",? (?:(?:of|in|on|per) )?(?:(?:the|a|per|{_EVERY}) |(?<= of ))(?:{_COUNT} )?"
    r"(?:calendar )?(?P<unit>month|quarter)s?"
    r"|,? (?P<unit_after>month|quarter)ly"
)
_MONTHLY = rf"(?:(?:once )?(?:{_EVERY} (?:{_COUNT} )?|a )(?P<unit>month|quarter)s?|(?P<unit_after>month|quarter)ly)"
_TIMES = (
    r"(?:once|twice|thrice|(?:\d{1,2}|one) (?:times|days?|hours?|sessions?|slots?|mornings?|afternoons?|evenings?))"
)

_SOME_OF = re.compile(
    rf"(?:\d{{1,2}}|one|(?:a )?couple of|some|a few|several) {WEEKDAY}"
    r" (?:(?:a|per|each|every|in (?:a|each|every)|of (?:the|each|every)) (?:month|quarter|year|fortnight)"
    r"|(?:out of|in) \d)"
)
"""Which of them is not said: "two Mondays a month" names no days."""


@cache
def _patterns() -> list[re.Pattern[str]]:
    """Compiled when first asked for: see `warming`."""
    return [re.compile(rf"(?:{pattern})(?!\w)") for pattern in _WAYS]


_WAYS = (
    rf"(?:{_EVERY} )?{_NTHS} {DAYS_SAID}(?:{_OF_MONTH})",
    rf"(?:{_EVERY} )?{_DATES}(?:{_OF_MONTH})",
    rf"{_MONTHLY},?(?: on)? {_DATES}(?! {_NAMED}| working)",
    rf"(?P<monthly>{_EVERY}) (?P<nths>first|1st|last|(?:{_ORDINAL}{_AND}(?:the )?){{1,4}}{_ORDINAL}) {DAYS_SAID}",
    rf"{_EVERY} (?P<dates>\d{{1,2}}(?:st|nd|rd|th))(?! {_NAMED}| week| month| quarter| day)",
    rf"{_EVERY} {_COUNT} {DAYS_SAID}",
    rf"(?P<every>{_EVERY}) {DAYS_SAID}",
    rf"(?P<count>alternate|alternating) {DAYS_SAID}",
    rf"{_NTHS} {DAYS_SAID}",
    r"of (?:the|each|every) (?P<unit>month|quarter)",
    rf"(?:{_TIMES} )?{_EVERY} (?:{_COUNT} )?(?P<unit>fortnight|week|month|quarter)s?",
    rf"{_TIMES},? (?:a|per|each|every) (?P<unit>fortnight|week|month|quarter)",
    r"(?P<count>alternate|alternating) (?P<unit>week|month)s?",
    r"(?P<count>\d{1,2}) ?-?(?P<unit>week|month)ly",
    r"(?P<twice>bi) ?-?(?P<unit>week|month)ly",
    r"(?P<unit>fortnight|week|month|quarter)ly",
    rf"(?:on )?{DAYS_SAID}",
    rf"{_EVERY} {_COUNT} (?P<unit>day)s?",
    r"(?P<daily>daily|everyday|nightly|(?:every|each|any)(?: single)? day(?: of the week)?|7 days a week)",
    rf"(?P<daily>{_EVERY})(?= (?:morning|lunchtime|afternoon|evening|night)s?\b)",
)
"""Ways of saying how often; one that another begins like comes after it."""


class Again(IntEnum):
    """How plainly some words say that what they name comes again."""

    NO = 0
    """ "Monday", "the first Monday", "Mon or Tue": it may be one day."""
    PERHAPS = 1
    """ "Mon and Thu": it may be those of one week."""
    LIKELY = 2
    """ "Mon to Thu"."""
    YES = 3


@dataclass(frozen=True)
class Often:
    """What one run of words says of how often something comes."""

    unit: str = ""
    """A day, a week, a month, a quarter; or nothing of it."""
    every: int = 1
    days: tuple[tuple[int, int], ...] = ()
    """Weekdays, Monday being 0, each with which of a month it is: 0 for every one."""
    dates: tuple[int, ...] = ()
    working_day: int = 0
    """The first (1), the last (-1) … working day of a month."""
    again: Again = Again.YES
    why: str = ""
    """What is not sure about it, in words for the person: then there is another reading."""

    def otherwise(self) -> "Often":
        """The other reading: "biweekly" twice a week, "every third Thursday" one of each month."""
        if self.every == 2:
            return replace(self, every=1, why="")
        return Often("month", days=tuple((self.every, day) for _, day in self.days))


def often_at(words: str, at: int) -> tuple[Often, int] | None:
    """What is said at this place of how often something comes, and where those words end."""
    if _SOME_OF.match(words, at):
        raise ValueError
    for pattern in _patterns():
        if found := pattern.match(words, at):
            return _often(found), found.end()
    return None


def weekdays_in(words: str) -> list[int]:
    """The weekdays that a list of them names, Monday being 0."""
    days: set[int] = set()
    for found in re.finditer(rf"(?P<range>{_RANGE})|(?P<one>{WEEKDAY})|(?P<working>{_WORKING})|{_WEEKEND}", words):
        if found["range"]:
            first, last = (_weekday(day) for day in re.findall(WEEKDAY, found[0]))
            days.update((first + ahead) % 7 for ahead in range((last - first) % 7 + 1))
        elif found["one"]:
            days.add(_weekday(found[0]))
        else:
            days.update(WORKING if found["working"] else WEEKEND)
    return sorted(days)


def _often(found: re.Match[str]) -> Often:
    said = {name: words for name, words in found.groupdict().items() if words}
    every, unit = _interval(said.get("count", "")), said.get("unit", said.get("unit_after", ""))
    if "twice" in said:
        why = {"week": "“Biweekly” may be every other week or twice a week.", "month": ""}[unit]
        return Often(unit, 2, why=why)
    if unit == "fortnight":
        unit, every = "week", 2 * every
    if "daily" in said:
        return Often("day")
    if "dates" in said:
        return Often(unit or "month", every, dates=tuple(_date(date) for date in re.findall(_DATE, said["dates"])))
    if "days" not in said:
        return Often(unit, every)
    days = weekdays_in(said["days"])
    nths = [_NTH[nth] for nth in re.findall(_ORDINAL, said.get("nths", ""))]
    if not nths:
        again = _again(said)
        unsure = said.get("count", "") in ("third", "fourth", "3rd", "4th")
        why = f"“Every {said['count']} …” may also mean that one of each month." if unsure else ""
        return Often("week" * (again is Again.YES), every, tuple((0, day) for day in days), again=again, why=why)
    again = Again.YES if unit or "monthly" in said or len(nths) > 1 or _PLURAL.search(said["days"]) else Again.NO
    unit = unit or "month" * (again is Again.YES)
    if re.fullmatch(_WORKING, said["days"]):
        return Often(unit, every, working_day=nths[0], again=again)
    return Often(unit, every, tuple((nth, day) for nth in nths for day in days), again=again)


def _again(said: dict[str, str]) -> Again:
    days = said["days"]
    if "every" in said or "count" in said or _PLURAL.search(days):
        return Again.YES
    if re.match(_RANGE, days):
        return Again.LIKELY
    return Again.NO if " or " in days or re.fullmatch(rf"{WEEKDAY}|{_WEEKEND}|{_WORKING}", days) else Again.PERHAPS


def _interval(count: str) -> int:
    if count in ("other", "alternate", "alternating"):
        return 2
    every = _NTH.get(count) or int(count.rstrip("stndrh") or 1)
    if every < 1:
        raise ValueError
    return every


def _date(said: str) -> int:
    number = -1 if said == "last day" else _NTH.get(said) or int(said.rstrip("stndrh"))
    if number == 0 or number > 31:
        raise ValueError
    return number


def _weekday(said: str) -> int:
    return next(index for index, day in enumerate(DAYS) if day.startswith(said[:3]))


def by_day(days: Iterable[tuple[int, int]]) -> str:
    """Weekdays as a rule names them: "MO,TH", or "-1FR" for the last Friday of a month."""
    return ",".join(f"{nth or ''}{BY_DAY[day]}" for nth, day in days)


def by_dates(numbers: Iterable[int]) -> dict[str, str]:
    """Days of the month as a rule names them; a single one, in a month that is too short, is its last day."""
    numbers = sorted(set(numbers), key=lambda number: (number < 0, number))
    if len(numbers) == 1 and numbers[0] > SHORTEST_MONTH:
        return {"BYMONTHDAY": ",".join(str(day) for day in range(SHORTEST_MONTH, numbers[0] + 1)), "BYSETPOS": "-1"}
    return {"BYMONTHDAY": ",".join(str(number) for number in numbers)}


def together(said: list[Often]) -> Often:
    """What several runs of words say together: "twice a week" and "Mon and Thu"; "monthly" and "first Monday"."""
    again = max(often.again for often in said)
    days = {day for often in said for day in often.days}
    dates = tuple(date for often in said for date in often.dates)
    units = {often.unit for often in said if often.unit}
    unit = next((unit for unit in ("quarter", "month", "week", "day") if unit in units), "")
    if unit in ("quarter", "month"):
        days = {(nth or 1, day) for nth, day in days}
    if any(nth for nth, _ in days) or dates:
        unit = unit if unit in ("quarter", "month") else "month" if unit else unit
    elif unit == "day" and days:
        unit = "week"
    working_day = next((often.working_day for often in said if often.working_day), 0)
    why = next((often.why for often in said if often.why), "")
    in_order = tuple(sorted(days, key=lambda day: (day[1], day[0] < 0, day[0])))
    whole = Often(unit, max(often.every for often in said), in_order, dates, working_day, again, why)
    return whole.otherwise() if why and whole.every == len(days) == 2 else whole


def rule_parts(often: Often, weekday: int, number: int) -> dict[str, str]:
    """The parts of a rule; where no day was said, it is this weekday, or this day of the month."""
    every = {"INTERVAL": str(often.every)} if often.every != 1 else {}
    match often.unit:
        case "day":
            return {"FREQ": "DAILY", **every}
        case "month" | "quarter":
            parts = {"FREQ": "MONTHLY", **every}
            if often.unit == "quarter":
                parts = {"FREQ": "MONTHLY", "BYMONTH": QUARTERS}
            if often.working_day:
                return {**parts, "BYDAY": by_day((0, day) for day in WORKING), "BYSETPOS": str(often.working_day)}
            if of_a_month := [(nth, day) for nth, day in often.days if nth]:  # "every Monday, the first": no other
                return {**parts, "BYDAY": by_day(of_a_month)}
            return {**parts, **by_dates(often.dates or [number])}
        case _:
            return {"FREQ": "WEEKLY", **every, "BYDAY": by_day(often.days or [(0, weekday)])}
