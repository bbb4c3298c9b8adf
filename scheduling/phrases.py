"""Typed times: the one place that reads "next Tuesday 14:00" or "half two tomorrow".

A text is read as a row of parts (a day, a clock time, a part of a day) by a small British grammar, and only where every
word of it was understood. What the grammar does not know goes to dateparser, where it looks like a date at all.
"""

import calendar
import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from rapidfuzz.distance import OSA

from bot.chat.errors import Refusal

MOST_TYPED = 120  # characters: nobody needs more for a time
MOST_YEARS = 50  # away from now: further is a slip, such as 2207
NINE = time(9)  # when a day is, where only the day was said

_HINT = "Try “next Tuesday 14:00” or “12 March 9:30”."
_UNREAD = f"I couldn’t read that as a time. {_HINT}"


def read_time(text: str, now: datetime, zone: ZoneInfo) -> datetime:
    """The moment that was meant by what was typed at `now`, in the zone it was typed in. Raises Refusal."""
    typed = " ".join(text.split())
    if not typed or len(typed) > MOST_TYPED:
        raise Refusal(_UNREAD)
    words = _plain(typed)
    try:
        moment = _by_grammar(words, now, zone) or _by_dateparser(words, now, zone)
    except (ValueError, OverflowError):
        raise Refusal(f"There is no such day or time. {_HINT}") from None
    if moment is None or abs(moment.year - now.year) > MOST_YEARS:
        raise Refusal(_UNREAD)
    return moment


def _by_grammar(words: str, now: datetime, zone: ZoneInfo) -> datetime | None:
    local = now.astimezone(zone).replace(tzinfo=None)
    said = _said(words, local)
    if said is None:
        return None
    if said.elapsed is not None and said == _Said(local, elapsed=said.elapsed):
        return (now + said.elapsed).astimezone(zone)
    return _on_the_clock(said.wall(), zone)


def warm() -> None:
    """Pay dateparser's first call (a tenth of a second) at the start rather than in somebody's turn."""
    _by_dateparser("1 january 2027 9:00", datetime(2027, 1, 1, tzinfo=UTC), ZoneInfo("UTC"))


def _on_the_clock(wall: datetime, zone: ZoneInfo) -> datetime:
    """A wall time that the clocks skip moves on by an hour; one that comes twice is the first."""
    return wall.replace(tzinfo=zone).astimezone(UTC).astimezone(zone)


# ---------------------------------------------------------------- the words

_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_NUMBERS = dict(
    zip(("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"), range(1, 11), strict=True)
)
_NUMBERS |= {"eleven": 11, "twelve": 12, "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50}
_NUMBERS |= {"sixty": 60, "ninety": 90}
_ORDINALS = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4, "last": -1}
_SPELT = {
    **dict.fromkeys(("tmw", "tmrw", "tmoro", "2moro", "2morrow", "tomoz"), "tomorrow"),
    **dict.fromkeys(("tonite", "2nite"), "tonight"),
    **dict.fromkeys(("wk", "wks"), "week"),
}
_FEASTS = {
    "christmas eve": (24, 12),
    "christmas day": (25, 12),
    "christmas": (25, 12),
    "boxing day": (26, 12),
    "new years eve": (31, 12),
    "new years day": (1, 1),
}
_PARTS = {"morning": 9, "lunchtime": 12, "afternoon": 14, "evening": 18, "night": 20}
_EARLIER_OR_LATER = {"early": -1, "mid": 0, "late": 2}

# What a slip of the finger is put right to: long words only, where one or two letters do not make another word.
_REPAIRABLE = (
    *_DAYS,
    *(month for month in _MONTHS if len(month) > 4),
    *("today", "tomorrow", "tonight", "morning", "lunchtime", "afternoon", "evening", "midday", "midnight"),
    *("minute", "minutes", "hours", "weeks", "month", "months", "fortnight", "weekend", "quarter", "christmas"),
)

_DAY = (
    r"(?P<weekday>mon(?:day)?|tue(?:s|sday)?|wed(?:s|nesday)?|thu(?:r|rs|rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)"
)
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)


def _plain(text: str) -> str:
    """The text in small letters, one space apart, with numbers as digits and slips of the finger put right."""
    text = unicodedata.normalize("NFKC", text).casefold()
    text = re.sub(r"['’‘`]", "", text).replace("–", "-").replace("—", "-")
    text = re.sub(r"\b([ap])\.m\b\.?", r"\1m", text)
    text = re.sub(r"(\d)t(\d)", r"\1 \2", text)
    text = re.sub(
        r"\b(twenty|thirty|forty|fifty)[ -](one|two|three|four|five|six|seven|eight|nine)\b",
        lambda both: str(_NUMBERS[both[1]] + _NUMBERS[both[2]]),
        text,
    )
    text = re.sub(r"\b(?:[a-z]+|2[a-z]{3,})\b", lambda word: _repaired(word[0]), text)
    return " ".join(text.split()).strip(" .,;!?")


def _repaired(word: str) -> str:
    if word in _NUMBERS:
        return str(_NUMBERS[word])
    if word in _SPELT:
        return _SPELT[word]
    if len(word) < 5 or word in _REPAIRABLE or word.removesuffix("s") in _REPAIRABLE:
        return word
    slips = 1 if len(word) < 7 else 2
    near = [
        right for right in _REPAIRABLE if right[0] == word[0] and OSA.distance(word, right, score_cutoff=slips) <= slips
    ]
    return min(near, key=lambda right: OSA.distance(word, right), default=word)


# ---------------------------------------------------------------- the grammar


class _Unclear(Refusal):
    """Each part is in the grammar, and together they say nothing or too much: not for dateparser to settle."""

    def __init__(self) -> None:
        super().__init__(_UNREAD)


@dataclass
class _Said:
    """What the parts of a text said, each at most once."""

    now: datetime
    day: date | None = None
    day_of_month: int | None = None
    weekday: int | None = None
    week: int | None = None
    """0 for this Monday-to-Sunday week, 1 for the next."""
    days_on: int = 0
    """Days after the day that was named: 7 in "Tuesday week"."""
    part: str = ""
    part_hour: int = 9
    clock: time | None = None
    sure_half: bool = True
    """Whether the clock time says which half of the day it is in."""
    lonely: bool = False
    """A bare number: an hour beside a day, nothing by itself."""
    same_time: bool = False
    elapsed: timedelta | None = None
    """Time from now on, whatever the clocks do; it goes with nothing else."""

    def wall(self) -> datetime:
        if self.elapsed is not None:
            raise _Unclear
        clock = self._clock()
        day = self._named_day(clock)
        if day is not None:
            return datetime.combine(day + timedelta(days=self.days_on), clock or NINE)
        if clock is None or self.days_on or (self.lonely and not self.part):
            raise _Unclear
        today = datetime.combine(self.now, clock)
        return today if today > self.now else today + timedelta(days=1)

    def _clock(self) -> time | None:
        if self.same_time:
            return self.now.time().replace(second=0, microsecond=0)
        if self.clock is None:
            return time(self.part_hour) if self.part else None
        if self.sure_half:
            if self.part and (self.part == "morning") != (self.clock.hour < 12):
                raise _Unclear
            return self.clock
        hour = self.clock.hour % 12
        match self.part:
            case "":
                late = hour < 7
            case "morning":
                late = hour == 0
            case "evening" | "night":
                if hour < 5:
                    raise _Unclear
                late = True
            case _:
                late = True
        return self.clock.replace(hour=hour + 12 * late)

    def _named_day(self, clock: time | None) -> date | None:
        today = self.now.date()
        if self.day_of_month is not None:
            return self._coming_day_of_month(self.day_of_month)
        if self.day is not None:
            if self.weekday is not None and self.day.weekday() != self.weekday:
                raise Refusal(
                    f"{self.day.day} {self.day:%B %Y} is a {self.day:%A}, not a {_DAYS[self.weekday].title()}. "
                    "Which day did you mean?"
                )
            return self.day
        if self.week is not None:
            if self.weekday is None and self.same_time:
                return today + timedelta(weeks=self.week)
            return today + timedelta(weeks=self.week, days=(self.weekday or 0) - today.weekday())
        if self.weekday is None:
            return None
        ahead = (self.weekday - today.weekday()) % 7
        still_today = clock is not None and not self.days_on and clock > self.now.time()
        return today + timedelta(days=ahead if ahead or still_today else 7)

    def _coming_day_of_month(self, number: int) -> date:
        """The next month that has this day, on this weekday where one was said."""
        first = self.now.date().replace(day=1)
        for _ in range(12):
            if number <= calendar.monthrange(first.year, first.month)[1]:
                day = first.replace(day=number)
                if day >= self.now.date() and self.weekday in (None, day.weekday()):
                    return day
            first = _months_on(first, 1)
        raise ValueError

    def name_day(self, day: date) -> None:
        if self.day not in (None, day) or self.day_of_month is not None:
            raise _Unclear
        self.day = day

    def name_weekday(self, weekday: int) -> None:
        if self.weekday is not None:
            raise _Unclear
        self.weekday = weekday

    def name_part(self, part: str, how: str = "") -> None:
        if self.part not in ("", part):
            raise _Unclear
        self.part, self.part_hour = part, _PARTS[part] + _EARLIER_OR_LATER.get(how, 0)

    def name_clock(self, hour: int, minute: int = 0, *, half: str = "", sure: bool = False) -> None:
        """A clock time; without am or pm a bare hour from 1 to 12 is settled by the part of the day."""
        if self.clock is not None or self.same_time:
            raise _Unclear
        if half and hour > 12 and half == "am":
            raise ValueError
        if half and 1 <= hour <= 12:
            hour = hour % 12 + 12 * (half == "pm")
            sure = True
        self.clock = time(hour, minute)
        self.sure_half = sure or not 1 <= hour <= 12


def _said(words: str, now: datetime) -> _Said | None:
    """What was said, where the grammar knows all of it."""
    said, at = _Said(now), 0
    while at < len(words):
        for pattern, take in _RULES:
            if found := pattern.match(words, at):
                take(said, found)
                at = found.end()
                break
        else:
            return None
    return said


_Rule = Callable[[_Said, "re.Match[str]"], None]
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
def _dated_in_full(said: _Said, found: re.Match[str]) -> None:
    year = int(found["year"])
    said.name_day(date(year + 2000 * (year < 100), int(found["month"]), int(found["day"])))


@_rule(r"(?P<day>\d{1,2})/(?P<month>\d{1,2})")
def _day_and_month_in_digits(said: _Said, found: re.Match[str]) -> None:
    said.name_day(_coming(said.now.date(), int(found["month"]), int(found["day"])))


@_rule(rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? {_MONTH}(?:,? (?P<year>20\d\d))?")
@_rule(rf"{_MONTH}(?: the)? (?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:,? (?P<year>20\d\d))?")
def _day_and_month(said: _Said, found: re.Match[str]) -> None:
    month, day = _month(found), int(found["day"])
    year = found["year"]
    said.name_day(date(int(year), month, day) if year else _coming(said.now.date(), month, day))


@_rule("|".join(_FEASTS))
def _feast(said: _Said, found: re.Match[str]) -> None:
    day, month = _FEASTS[found[0].strip(" ,;")]
    said.name_day(_coming(said.now.date(), month, day))


@_rule(
    rf"(?P<which>{'|'.join(_ORDINALS)}) {_DAY} (?:in|of) (?:{_MONTH}(?: (?P<year>20\d\d))?|(?P<of>the|this|next) month)"
)
def _nth_weekday_of_month(said: _Said, found: re.Match[str]) -> None:
    today = said.now.date()
    if found["of"]:
        first = _months_on(today.replace(day=1), int(found["of"] == "next"))
    else:
        year = int(found["year"] or today.year)
        first = date(year, _month(found), 1)
    day = _nth_weekday(first, _weekday(found), _ORDINALS[found["which"]])
    if day < today and not (found["of"] or found["year"]):
        day = _nth_weekday(first.replace(year=first.year + 1), _weekday(found), _ORDINALS[found["which"]])
    said.name_day(day)


@_rule(r"(?P<day>\d{1,2})(?:st|nd|rd|th)(?: of (?P<of>the|this|next) month)?")
def _day_of_month(said: _Said, found: re.Match[str]) -> None:
    if found["of"]:
        month = _months_on(said.now.date().replace(day=1), int(found["of"] == "next"))
        said.name_day(month.replace(day=int(found["day"])))
    elif said.day is not None or said.day_of_month is not None:
        raise _Unclear
    else:
        said.day_of_month = int(found["day"])


_LENGTH = (
    r"(?:(?P<part>half an|(?:a )?quarter of an) hour|(?P<count>an?|\d{1,4}) ?"
    r"(?P<unit>min|minute|hr|hour|day|week|fortnight|month)s?(?P<half> and a half)?"
    r"(?:(?: and)? (?P<minutes>\d{1,2}) ?min(?:ute)?s?)?)"
)


@_rule(rf"in (?:about )?{_LENGTH}(?: time)?")
@_rule(rf"{_LENGTH} from now")
def _after_a_while(said: _Said, found: re.Match[str]) -> None:
    if said.elapsed is not None:
        raise _Unclear
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
            raise _Unclear
        case "month":
            said.name_day(_months_on(today, count))
        case unit:
            said.name_day(today + timedelta(days=count * _UNIT_DAYS[unit]))


_UNIT_DAYS = {"day": 1, "week": 7, "fortnight": 14}


@_rule(r"(?:(?P<count>an?|\d{1,3}) )?(?P<unit>day|week|fortnight)s?(?: on| from|(?= to(?:day|morrow)))")
def _a_week_on(said: _Said, found: re.Match[str]) -> None:
    said.days_on += _count(found["count"] or "a") * _UNIT_DAYS[found["unit"]]


@_rule(r"(?P<day>today|tomorrow|(?:the )?day after tomorrow|yesterday)(?: (?P<then>week|fortnight))?")
def _near_day(said: _Said, found: re.Match[str]) -> None:
    days = {"today": 0, "tomorrow": 1, "yesterday": -1}.get(found["day"], 2)
    said.name_day(said.now.date() + timedelta(days=days))
    said.days_on += _UNIT_DAYS.get(found["then"], 0)


@_rule(rf"(?:(?P<which>next|this coming|coming|this) )?{_DAY}(?: (?P<then>week|fortnight))?")
def _on_weekday(said: _Said, found: re.Match[str]) -> None:
    said.name_weekday(_weekday(found))
    said.days_on += _UNIT_DAYS.get(found["then"], 0)
    if found["which"] == "next":
        said.week = 1


@_rule(
    r"(?:(?P<where>early|mid|middle of|late|end of)(?: in)? )?"
    r"(?:(?P<which>this|next|the following) week|(?:the )?week (?P<after>after next))"
)
def _in_week(said: _Said, found: re.Match[str]) -> None:
    if said.week is not None:
        raise _Unclear
    said.week = 2 if found["after"] else int(found["which"] != "this")
    if found["where"]:
        said.name_weekday({"early": 0, "mid": 2, "middle of": 2}.get(found["where"], 4))


@_rule(r"(?P<which>this|next|the) weekend")
def _at_weekend(said: _Said, found: re.Match[str]) -> None:
    said.name_weekday(5)
    if found["which"] == "next":
        said.week = 1


@_rule(r"(?:this|(?:the )?same) time")
def _same_time(said: _Said, found: re.Match[str]) -> None:
    if said.clock is not None:
        raise _Unclear
    said.same_time = True


_HALF = r"(?: ?(?P<half>am|pm))?(?: ?ish)?"
_AT = r"(?P<at>(?:at|about|around|by|after|from|say) |@ ?)"


@_rule(
    r"(?:(?P<minutes>half|(?:a )?quarter|\d{1,2}(?: min(?:ute)?s?)?) (?P<way>past|to) |half )"
    rf"(?P<hour>\d{{1,2}}){_HALF}"
)
def _clock_in_words(said: _Said, found: re.Match[str]) -> None:
    away = found["minutes"] or "half"
    minutes = 30 if away == "half" else 15 if away.endswith("quarter") else int(away.split()[0])
    hour = int(found["hour"])
    half = found["half"] or ""
    if not (1 <= hour <= 12 and 1 <= minutes < 60):
        raise _Unclear
    if found["way"] != "to":
        said.name_clock(hour, minutes, half=half)
    elif (half and hour == 12) or (away.isdecimal() and (minutes % 5 or 0 < hour - minutes < 3)):
        raise _Unclear  # "quarter to 12pm" is in the morning to some, and "10 to 11" is an hour
    else:
        said.name_clock(hour - 1 or 12, 60 - minutes, half=half)


@_rule(rf"(?P<hour>\d{{1,2}})[:.](?P<minute>[0-5]\d){_HALF}(?: ?h(?:rs)?)?")
@_rule(rf"(?:{_AT}|(?!19|20))(?P<hour>[01]\d|2[0-3])(?P<minute>[0-5]\d){_HALF}(?: ?h(?:rs|ours)?)?")
@_rule(r"(?P<hour>[01]\d|2[0-3])(?P<minute>[0-5]\d) ?h(?:rs|ours)?(?P<half>)")
def _clock_with_minutes(said: _Said, found: re.Match[str]) -> None:
    hour = found["hour"]
    said.name_clock(int(hour), int(found["minute"]), half=found["half"] or "", sure=hour.startswith("0"))


@_rule(r"(?P<hour>\d{1,2}) ?(?P<half>am|pm)(?: ?-?ish)?")
def _clock_with_half(said: _Said, found: re.Match[str]) -> None:
    said.name_clock(int(found["hour"]), half=found["half"])


@_rule(r"(?P<noon>midday|(?:12 ?)?noon)|midnight|(?P<close>(?:end of (?:the )?day|close of play|eod))")
def _clock_by_name(said: _Said, found: re.Match[str]) -> None:
    if found["close"]:
        said.name_clock(17, sure=True)
    elif found["noon"]:
        said.name_clock(12, sure=True)
    else:
        raise _Unclear  # of which day, the one that it ends or the one that it begins?


@_rule(r"(?P<how>(?:early|mid|late)[ -]?)?(?P<part>morning|lunch(?:time)?|afternoon|evening|eve|night|am|pm)(?: of)?")
@_rule(r"(?P<part>tonight|first thing)(?P<how>)")
@_rule(r"(?P<today>this) (?P<how>(?:early|mid|late)[ -]?)?(?P<part>morning|lunch(?:time)?|afternoon|evening)")
def _part_of_day(said: _Said, found: re.Match[str]) -> None:
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
def _bare_hour(said: _Said, found: re.Match[str]) -> None:
    hour = int(found["hour"])
    if not found["at"] and hour > 12:
        raise _Unclear
    said.name_clock(hour)
    said.lonely = not (found["at"] or found["ish"])


@_rule(r"on|at|@|the|about|around|roughly|say|maybe|by|from|after|in|of|any ?time|some ?time|please|for")
def _small_word(said: _Said, found: re.Match[str]) -> None:
    """Small words that join the parts say nothing themselves."""


def _count(word: str) -> int:
    return 1 if word in ("a", "an") else int(word)


def _weekday(found: re.Match[str]) -> int:
    return next(index for index, day in enumerate(_DAYS) if day.startswith(found["weekday"][:3]))


def _month(found: re.Match[str]) -> int:
    return next(index for index, month in enumerate(_MONTHS, 1) if month.startswith(found["month"][:3]))


def _coming(today: date, month: int, day: int) -> date:
    """The next such day: this year's, or a later one's where that has gone by or is no leap year."""
    years = range(today.year, today.year + 9) if (month, day) == (2, 29) else (today.year, today.year + 1)
    for year in years:
        if day <= calendar.monthrange(year, month)[1] and (coming := date(year, month, day)) >= today:
            return coming
    raise ValueError


def _months_on(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def _nth_weekday(first: date, weekday: int, nth: int) -> date:
    days = [
        first.replace(day=number)
        for number in range(1, calendar.monthrange(first.year, first.month)[1] + 1)
        if first.replace(day=number).weekday() == weekday
    ]
    return days[nth - 1 if nth > 0 else nth]


# ---------------------------------------------------------------- the fallback

_DATED = {
    *(word + plural for word in ("year", "month", "week", "day", "hour", "minute") for plural in ("", "s")),
    *(name[:length] for name in _MONTHS for length in (3, 4, 9)),
    *("utc", "gmt", "z"),
}


def _by_dateparser(words: str, now: datetime, zone: ZoneInfo) -> datetime | None:
    """What dateparser makes of the whole text, never of a part: a search would find dates in "we" and "sat".

    It is asked only where there is a number beside a word of dates, for alone it takes "may" and "7" for days.
    """
    if not (re.search(r"\d", words) and _DATED & set(re.findall(r"[a-z]+", words))):
        return None

    from dateparser.date import DateDataParser  # a tenth of a second to import: see `warm`

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
    return _on_the_clock(wall if found.period == "time" else datetime.combine(wall, NINE), zone)
