"""The British grammar: a rule for each way of naming a day, a clock time or a part of a day."""

import re
from collections.abc import Callable
from datetime import date, datetime, timedelta

from scheduling.phrases.dates import coming, months_on, nth_weekday
from scheduling.phrases.said import Said, Unclear
from scheduling.phrases.words import DAYS, MONTHS

_ORDINALS = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4, "last": -1}
_FEASTS = {
    "christmas eve": (24, 12),
    "christmas day": (25, 12),
    "christmas": (25, 12),
    "boxing day": (26, 12),
    "new years eve": (31, 12),
    "new years day": (1, 1),
}

_DAY = (
    r"(?P<weekday>mon(?:day)?|tue(?:s|sday)?|wed(?:s|nesday)?|thu(?:r|rs|rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)"
)
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)


def said_in(words: str, now: datetime) -> Said | None:
    """What was said, where the grammar knows all of it."""
    said, at = Said(now), 0
    while at < len(words):
        for pattern, take in _RULES:
            if found := pattern.match(words, at):
                take(said, found)
                at = found.end()
                break
        else:
            return None
    return said


_Rule = Callable[[Said, "re.Match[str]"], None]
_RULES: list[tuple[re.Pattern[str], _Rule]] = []
"""Tried in their order at each place of the text; the first that fits takes its part."""


def _rule(pattern: str) -> Callable[[_Rule], _Rule]:
    def keep(take: _Rule) -> _Rule:
        # No part ends within a longer number: the 15 of 15:30Z is no hour.
        _RULES.append((re.compile(rf"(?:{pattern})(?!\w)(?![:./-]\d)[ ,;]*", re.ASCII), take))
        return take

    return keep


@_rule(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})")
@_rule(r"(?P<day>\d{1,2})(?P<mark>[/.-])(?P<month>\d{1,2})(?P=mark)(?P<year>\d{4}|\d{2})")
def _dated_in_full(said: Said, found: re.Match[str]) -> None:
    year = int(found["year"])
    said.name_day(date(year + 2000 * (year < 100), int(found["month"]), int(found["day"])))


@_rule(r"(?P<day>\d{1,2})/(?P<month>\d{1,2})")
def _day_and_month_in_digits(said: Said, found: re.Match[str]) -> None:
    said.name_day(coming(said.now.date(), int(found["month"]), int(found["day"])))


@_rule(rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? {_MONTH}(?:,? (?P<year>20\d\d))?")
@_rule(rf"{_MONTH}(?: the)? (?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:,? (?P<year>20\d\d))?")
def _day_and_month(said: Said, found: re.Match[str]) -> None:
    month, day = _month(found), int(found["day"])
    year = found["year"]
    said.name_day(date(int(year), month, day) if year else coming(said.now.date(), month, day))


@_rule("|".join(_FEASTS))
def _feast(said: Said, found: re.Match[str]) -> None:
    day, month = _FEASTS[found[0].strip(" ,;")]
    said.name_day(coming(said.now.date(), month, day))


@_rule(
    rf"(?P<which>{'|'.join(_ORDINALS)}) {_DAY} (?:in|of) (?:{_MONTH}(?: (?P<year>20\d\d))?|(?P<of>the|this|next) month)"
)
def _nth_weekday_of_month(said: Said, found: re.Match[str]) -> None:
    today = said.now.date()
    if found["of"]:
        first = months_on(today.replace(day=1), int(found["of"] == "next"))
    else:
        year = int(found["year"] or today.year)
        first = date(year, _month(found), 1)
    day = nth_weekday(first, _weekday(found), _ORDINALS[found["which"]])
    if day < today and not (found["of"] or found["year"]):
        day = nth_weekday(first.replace(year=first.year + 1), _weekday(found), _ORDINALS[found["which"]])
    said.name_day(day)


@_rule(r"(?P<day>\d{1,2})(?:st|nd|rd|th)(?: of (?P<of>the|this|next) month)?")
def _day_of_month(said: Said, found: re.Match[str]) -> None:
    if found["of"]:
        month = months_on(said.now.date().replace(day=1), int(found["of"] == "next"))
        said.name_day(month.replace(day=int(found["day"])))
    elif said.day is not None or said.day_of_month is not None:
        raise Unclear
    else:
        said.day_of_month = int(found["day"])


_LENGTH = (
    r"(?:(?P<part>half an|(?:a )?quarter of an) hour|(?P<count>an?|\d{1,4}) ?"
    r"(?P<unit>min|minute|hr|hour|day|week|fortnight|month)s?(?P<half> and a half)?"
    r"(?:(?: and)? (?P<minutes>\d{1,2}) ?min(?:ute)?s?)?)"
)


@_rule(rf"in (?:about )?{_LENGTH}(?: time)?")
@_rule(rf"{_LENGTH} from now")
def _after_a_while(said: Said, found: re.Match[str]) -> None:
    if said.elapsed is not None:
        raise Unclear
    if found["part"]:
        said.elapsed = timedelta(minutes=30 if found["part"].startswith("half") else 15)
        return
    count, today = _count(found["count"]), said.now.date()
    match found["unit"]:
        case "min" | "minute":
            said.elapsed = timedelta(minutes=count, seconds=30 * bool(found["half"]))
        case "hr" | "hour":
            minutes = 30 * bool(found["half"]) + int(found["minutes"] or 0)
            said.elapsed = timedelta(hours=count, minutes=minutes)
        case _ if found["half"] or found["minutes"]:
            raise Unclear
        case "month":
            said.name_day(months_on(today, count))
        case unit:
            said.name_day(today + timedelta(days=count * _UNIT_DAYS[unit]))


_UNIT_DAYS = {"day": 1, "week": 7, "fortnight": 14}


@_rule(r"(?:(?P<count>an?|\d{1,3}) )?(?P<unit>day|week|fortnight)s?(?: on| from|(?= to(?:day|morrow)))")
def _a_week_on(said: Said, found: re.Match[str]) -> None:
    said.days_on += _count(found["count"] or "a") * _UNIT_DAYS[found["unit"]]


@_rule(r"(?P<day>today|tomorrow|(?:the )?day after tomorrow|yesterday)(?: (?P<then>week|fortnight))?")
def _near_day(said: Said, found: re.Match[str]) -> None:
    days = {"today": 0, "tomorrow": 1, "yesterday": -1}.get(found["day"], 2)
    said.name_day(said.now.date() + timedelta(days=days))
    said.days_on += _UNIT_DAYS.get(found["then"], 0)


@_rule(rf"(?:(?P<which>next|this coming|coming|this) )?{_DAY}(?: (?P<then>week|fortnight))?")
def _on_weekday(said: Said, found: re.Match[str]) -> None:
    said.name_weekday(_weekday(found))
    said.days_on += _UNIT_DAYS.get(found["then"], 0)
    if found["which"] == "next":
        said.week = 1


@_rule(
    r"(?:(?P<where>early|mid|middle of|late|end of)(?: in)? )?"
    r"(?:(?P<which>this|next|the following) week|(?:the )?week (?P<after>after next))"
)
def _in_week(said: Said, found: re.Match[str]) -> None:
    if said.week is not None:
        raise Unclear
    said.week = 2 if found["after"] else int(found["which"] != "this")
    if found["where"]:
        said.name_weekday({"early": 0, "mid": 2, "middle of": 2}.get(found["where"], 4))


@_rule(r"(?P<which>this|next|the) weekend")
def _at_weekend(said: Said, found: re.Match[str]) -> None:
    said.name_weekday(5)
    if found["which"] == "next":
        said.week = 1


@_rule(r"(?:this|(?:the )?same) time")
def _same_time(said: Said, found: re.Match[str]) -> None:
    if said.clock is not None:
        raise Unclear
    said.same_time = True


_HALF = r"(?: ?(?P<half>am|pm))?(?: ?ish)?"
_AT = r"(?P<at>(?:at|about|around|by|after|from|say) |@ ?)"


@_rule(
    r"(?:at )?(?:(?P<minutes>half|(?:a )?quarter|\d{1,2}(?: min(?:ute)?s?)?) (?P<way>past|to) |half )"
    rf"(?P<hour>\d{{1,2}}){_HALF}"
)
def _clock_in_words(said: Said, found: re.Match[str]) -> None:
    away = found["minutes"] or "half"
    minutes = 30 if away == "half" else 15 if away.endswith("quarter") else int(away.split()[0])
    hour = int(found["hour"])
    half = found["half"] or ""
    if not (1 <= hour <= 12 and 1 <= minutes < 60):
        raise Unclear
    if found["way"] != "to":
        said.name_clock(hour, minutes, half=half)
    elif (half and hour == 12) or (away.isdecimal() and (minutes % 5 or 0 < hour - minutes < 3)):
        raise Unclear  # "quarter to 12pm" is in the morning to some, and "10 to 11" is an hour
    else:
        said.name_clock(hour - 1 or 12, 60 - minutes, half=half)


@_rule(rf"(?P<hour>\d{{1,2}})[:.](?P<minute>[0-5]\d){_HALF}(?: ?h(?:rs)?)?")
@_rule(rf"(?:{_AT}|(?!19|20))(?P<hour>[01]\d|2[0-3])(?P<minute>[0-5]\d){_HALF}(?: ?h(?:rs|ours)?)?")
@_rule(r"(?P<hour>[01]\d|2[0-3])(?P<minute>[0-5]\d) ?h(?:rs|ours)?(?P<half>)")
def _clock_with_minutes(said: Said, found: re.Match[str]) -> None:
    hour = found["hour"]
    said.name_clock(int(hour), int(found["minute"]), half=found["half"] or "", sure=hour.startswith("0"))


@_rule(r"(?P<hour>\d{1,2}) ?(?P<half>am|pm)(?: ?-?ish)?")
def _clock_with_half(said: Said, found: re.Match[str]) -> None:
    said.name_clock(int(found["hour"]), half=found["half"])


@_rule(r"(?P<noon>midday|(?:12 ?)?noon)|midnight|(?P<close>(?:end of (?:the )?day|close of play|eod))")
def _clock_by_name(said: Said, found: re.Match[str]) -> None:
    if found["close"]:
        said.name_clock(17, sure=True)
    elif found["noon"]:
        said.name_clock(12, sure=True)
    else:
        raise Unclear  # of which day, the one that it ends or the one that it begins?


@_rule(r"(?P<how>(?:early|mid|late)[ -]?)?(?P<part>morning|lunch(?:time)?|afternoon|evening|eve|night|am|pm)(?: of)?")
@_rule(r"(?P<part>tonight|first thing)(?P<how>)")
@_rule(r"(?P<today>this) (?P<how>(?:early|mid|late)[ -]?)?(?P<part>morning|lunch(?:time)?|afternoon|evening)")
def _part_of_day(said: Said, found: re.Match[str]) -> None:
    part = {
        "am": "morning",
        "first thing": "morning",
        "pm": "afternoon",
        "eve": "evening",
        "lunch": "lunchtime",
        "tonight": "evening",
    }
    said.name_part(part.get(found["part"], found["part"]), (found["how"] or "").strip(" -"))
    if found["part"] == "tonight" or "today" in found.re.groupindex:
        said.name_day(said.now.date())


@_rule(rf"{_AT}?(?P<hour>1?\d|2[0-3])(?P<ish> ?-?ish| ?oclock)?")
def _bare_hour(said: Said, found: re.Match[str]) -> None:
    hour = int(found["hour"])
    if not found["at"] and hour > 12:
        raise Unclear
    said.name_clock(hour)
    said.lonely = not (found["at"] or found["ish"])


@_rule(r"on|at|@|the|about|around|roughly|say|maybe|by|from|after|in|of|any ?time|some ?time|please|for")
def _small_word(said: Said, found: re.Match[str]) -> None:
    """Small words that join the parts say nothing themselves."""


def _count(word: str) -> int:
    return 1 if word in ("a", "an") else int(word)


def _weekday(found: re.Match[str]) -> int:
    return next(index for index, day in enumerate(DAYS) if day.startswith(found["weekday"][:3]))


def _month(found: re.Match[str]) -> int:
    return next(index for index, month in enumerate(MONTHS, 1) if month.startswith(found["month"][:3]))
