"""From words such as "every other Friday at 16:00 until March" to what comes again."""

import calendar
import re
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.chat.errors import Refusal
from scheduling.phrases.dates import months_on
from scheduling.phrases.grammar import said_in
from scheduling.phrases.reading import MOST_TYPED
from scheduling.phrases.repeating import Repeating, by_date, by_day
from scheduling.phrases.said import UNREAD
from scheduling.phrases.words import DAYS, MONTHS, plain

ENDS_BEFORE = "That would end before it has come once. Please give a later end, such as “until 30 June”."

_DAY = (
    r"(?:mon(?:days?)?|tue(?:s|sdays?)?|wed(?:s|nesdays?)?|thu(?:rs?|rsdays?)?|fri(?:days?)?|sat(?:urdays?)?"
    r"|sun(?:days?)?)"
)
_PLURAL = rf"(?:{'|'.join(f'{day}s' for day in DAYS)})"
_AND = r"(?: ?, ?| )(?:and |& ?|or )?(?:every |on )?"
_DAYS = rf"(?P<days>{_DAY}(?:{_AND}{_DAY}\b)*)"
_PLURALS = rf"(?P<days>{_PLURAL}(?:{_AND}{_PLURAL}\b)*)"
_EVERY = r"(?:every|each)"
_NUMBERED = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4}
_NTH = rf"(?P<nth>{'|'.join(_NUMBERED)}|last)"
_DATE = r"(?P<date>\d{1,2}(?:st|nd|rd|th)|first|second|third|fourth|last day)"
_COUNT = rf"(?P<count>other|{'|'.join(_NUMBERED)}|\d{{1,2}})"
_WEEKLY = rf"(?:(?P<week>weekly|fortnightly)|{_EVERY} (?:{_COUNT} )?(?P<weeks>weeks?|fortnights?))"
_MONTHLY = rf"(?P<month>monthly|{_EVERY} (?:{_COUNT} )?months?)"
_OF_MONTH = rf"(?:of|in) (?:the month|{_EVERY} (?:{_COUNT} )?months?)"

_PATTERNS = [
    re.compile(rf"\b(?:{pattern})(?!\w)")
    for pattern in (
        rf"(?:on )?(?:(?:the|{_EVERY}) )?{_NTH} {_DAYS} {_OF_MONTH}",
        rf"{_MONTHLY},?(?: on)? (?:the )?{_NTH} {_DAYS}",
        rf"{_EVERY} (?P<nth>first|1st|last) {_DAYS}",
        rf"(?:on )?(?:(?:the|{_EVERY}) )?{_DATE} {_OF_MONTH}",
        rf"{_MONTHLY},?(?: on)? the {_DATE}",
        rf"{_WEEKLY},?(?: on)? {_DAYS}",
        rf"(?:{_EVERY} |on )?(?P<working>weekdays?|working days?)",
        rf"(?:{_EVERY} )?(?P<from>{_DAY}) (?:to|-) (?P<to>{_DAY})",
        rf"{_EVERY} {_COUNT} {_DAYS}",
        rf"{_EVERY} {_DAYS}",
        rf"(?:on )?{_PLURALS}",
        _WEEKLY,
        _MONTHLY,
        rf"{_EVERY} {_COUNT} (?P<day>days?)",
        rf"(?P<day>daily|{_EVERY} day|{_EVERY}(?= (?:morning|lunchtime|afternoon|evening|night)\b))",
    )
]
"""Ways of saying that something comes again; one that another begins like comes after it."""

_UNTIL = re.compile(r",? (?:until|till?|up to)(?: and including)? ")
_SINCE = re.compile(r",? (?:starting|beginning|from)(?: on| from)? ")
_FOR = re.compile(r",?(?: for)? (?P<count>\d{1,3}) (?P<unit>time|day|week|month)s?\b")
_MONTH_ALONE = re.compile(rf"(?:(?:the )?end of )?(?P<month>{'|'.join(MONTHS)})(?: (?P<year>20\d\d))?")


def read_repeating(text: str, now: datetime, zone: ZoneInfo) -> Repeating | None:
    """What comes again, as it was typed at `now` in this zone; None where nothing says that it does. Raises Refusal."""
    typed = " ".join(text.split())
    if not typed or len(typed) > MOST_TYPED:
        return None
    words, local = plain(typed), now.astimezone(zone).replace(tzinfo=None)
    found = next((found for pattern in _PATTERNS if (found := pattern.search(words))), None)
    if found is None:
        return None
    try:
        return _read(found, f"{words[: found.start()]} {words[found.end() :]}", local, zone)
    except (ValueError, OverflowError):
        raise Refusal(UNREAD) from None


def _read(found: re.Match[str], rest: str, local: datetime, zone: ZoneInfo) -> Repeating:
    """What comes again, given what else was said: its end, its beginning, and the time of day."""
    rest, until = _cut_day(_UNTIL, rest, local, _last_day)
    rest, since = _cut_day(_SINCE, rest, local, _day)
    length = _FOR.search(rest)
    rest = rest.replace(length[0], "", 1) if length else rest
    said = said_in(rest.strip(" ,"), local)
    if said is None:
        raise ValueError
    begins = max(local, datetime.combine(since, time()) if since else local)
    repeating = _begun(_parts(found, begins), datetime.combine(begins, said.time_of_day()), begins, zone)
    first = repeating.first.date()
    if length and length["unit"] == "time":
        return repeating.times(int(length["count"]))
    if length:
        until = _after(first, int(length["count"]), length["unit"])
    if until is not None and until < first:
        raise Refusal(ENDS_BEFORE)
    return repeating.until(until) if until else repeating


def _begun(parts: dict[str, str], today: datetime, begins: datetime, zone: ZoneInfo) -> Repeating:
    """Weeks and months are counted from the first time that it comes, not from the day on which it was said."""
    once = Repeating(_rule({name: value for name, value in parts.items() if name != "INTERVAL"}), today, zone)
    first = once.after(begins.replace(tzinfo=zone) - timedelta(microseconds=1))
    if first is None:
        raise ValueError
    return Repeating(_rule(parts), datetime.combine(first.astimezone(zone), today.time()), zone)


def _rule(parts: dict[str, str]) -> str:
    return ";".join(f"{name}={value}" for name, value in parts.items())


def _parts(found: re.Match[str], begins: datetime) -> dict[str, str]:
    """The parts of a rule; where no day was said, it is the one on which it begins."""
    said = {name: words for name, words in found.groupdict().items() if words}
    count = said.get("count", "1")
    interval = 2 if count == "other" else _NUMBERED.get(count) or int(count)
    if interval < 1:
        raise ValueError
    if "fortnight" in said.get("week", said.get("weeks", "")):
        interval *= 2
    every = {"INTERVAL": str(interval)} if interval != 1 else {}
    days = sorted({_weekday(day) for day in re.findall(_DAY, said.get("days", ""))})
    if "from" in said:
        first, last = _weekday(said["from"]), _weekday(said["to"])
        days = sorted((first + ahead) % 7 for ahead in range((last - first) % 7 + 1))
    if "working" in said:
        days = list(range(5))
    if "day" in said:
        return {"FREQ": "DAILY", **every}
    if "nth" in said:
        return {"FREQ": "MONTHLY", **every, "BYDAY": by_day(days, _NUMBERED.get(said["nth"], -1))}
    if "date" in said:
        return {"FREQ": "MONTHLY", **every, **by_date(_date(said["date"]))}
    if "month" in said:
        return {"FREQ": "MONTHLY", **every, **by_date(begins.day)}
    return {"FREQ": "WEEKLY", **every, "BYDAY": by_day(days or [begins.weekday()])}


def _date(said: str) -> int:
    number = -1 if said == "last day" else _NUMBERED.get(said) or int(said.rstrip("stndrh"))
    if number == 0 or number > 31:
        raise ValueError
    return number


def _weekday(said: str) -> int:
    return next(index for index, day in enumerate(DAYS) if day.startswith(said[:3]))


def _cut_day(
    pattern: re.Pattern[str], rest: str, local: datetime, read: Callable[[str, datetime], date | None]
) -> tuple[str, date | None]:
    """A day that stands after such words, and the text without it; a time of day after it stays in the text."""
    for found in pattern.finditer(rest):
        tail = rest[found.end() :].split()
        for end in range(len(tail), 0, -1):
            day = read(" ".join(tail[:end]).rstrip(","), local)
            if day is not None:
                return f"{rest[: found.start()]} {' '.join(tail[end:])}", day
    return rest, None


def _day(words: str, local: datetime) -> date | None:
    """The day that is all that these words say."""
    said = said_in(words, local)
    return said.wall().date() if said is not None and said.is_a_day else None


def _last_day(words: str, local: datetime) -> date | None:
    """The same where something ends, which it does with a month as well."""
    month = _MONTH_ALONE.fullmatch(words)
    if month is None:
        return _day(words, local)
    number = MONTHS.index(month["month"]) + 1
    year = int(month["year"] or local.year + (number < local.month))
    return date(year, number, calendar.monthrange(year, number)[1])


def _after(first: date, count: int, unit: str) -> date:
    """The last of so many days, weeks or months."""
    end = months_on(first, count) if unit == "month" else first + timedelta(days=count * {"day": 1, "week": 7}[unit])
    return end - timedelta(days=1)
