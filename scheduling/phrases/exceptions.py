"""When something does not come that otherwise would: "except Fridays", "but not the 14th", "not in August"."""

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta

from scheduling.phrases.bounds import bounds_at
from scheduling.phrases.dates import feast
from scheduling.phrases.meaning import Reader
from scheduling.phrases.names import one_of
from scheduling.phrases.rules import DAYS_SAID, Again, Often, often_at, weekdays_in
from scheduling.phrases.spans import MONTH, NUMBER, month_in, part_at, span_at, year_of_month

_BUT = one_of(
    """except(?:ing)?(?: for)? | with the exception of | apart from | aside from | other than | excluding | excl | exc
    | bar(?:ring)? | save(?: for)? | minus | without | skip(?:ping)? | missing(?: out)? | leaving out | omitting"""
)
_NOT = one_of(
    """never | (?:i am |i'?m )?not(?: (?:free|available|around|in|here))? | away | off | on leave | none
    | (?:i )?can(?:'?t|not| not)(?: (?:do|make|manage))? | no(?: (?:sessions?|slots?|meetings?|calls?|coaching))?"""
)
_TIMED = one_of("before | after | until | later | earlier | sure | too | only | just | at | more | less")
_WITHOUT = re.compile(rf"(?:,? ?(?:but|and|though) )?(?:{_BUT}|{_NOT}(?! {_TIMED}\b)|but) ")
_ALL_BUT = ("any day ", "every day ", "each day ", "weekday ", "weekdays ", "all week ", "day of the week ")
"""What "but" alone makes an exception to: "every day but Sunday"."""
_FILLS = re.compile(
    one_of(
        """on | in | during | the | any | all | over | for | of | a | sessions? | ones? | half[ -]term
        | (?:school )?holidays? | leave | and | or | nor | also | not"""
    )
    + r" |[,&(] ?"
)
_BOUNDS = re.compile(one_of("for | from | starting | beginning | until | up to"))
_LONG = re.compile(
    r"(?P<count>\d{1,2}|an?|one) (?P<unit>day|week|fortnight)s? (?:from|starting|beginning) (?:on |the )?"
)
_HOLIDAYS = re.compile(r"(?:bank|public) holidays?\b")
_DAYS = re.compile(DAYS_SAID)
_MONTH = re.compile(rf"{MONTH}(?! \d| ?,? the \d)")
_DATES = re.compile(rf"(?P<dates>{NUMBER}(?:(?: ?, ?| )(?:(?:and|or) )?{NUMBER}){{1,6}}) (?:of )?{MONTH}")
_EASTER = re.compile(r"(?:the )?easter(?: (?:bank holiday )?weekend| break)?(?! (?:mon|tue|sat|sun|bank|holidays))")
_ALL_MONTHS = ",".join(str(month) for month in range(1, 13))


@dataclass(frozen=True)
class Except:
    """When something does not come that otherwise would."""

    days: frozenset[int] = frozenset()
    """Weekdays, Monday being 0."""
    months: frozenset[int] = frozenset()
    spans: tuple[tuple[date, date], ...] = ()
    holidays: bool = False
    """Bank holidays."""
    oftens: tuple[Often, ...] = ()
    """Days that come again in a month: "the first of the month"."""

    def __or__(self, other: "Except") -> "Except":
        return Except(
            self.days | other.days,
            self.months | other.months,
            self.spans + other.spans,
            self.holidays or other.holidays,
            self.oftens + other.oftens,
        )

    @property
    def on_dates(self) -> bool:
        """Whether it leaves out days that a rule cannot say."""
        return bool(self.spans or self.holidays or self.oftens)

    def of(self, often: Often) -> Often | None:
        """How often it comes without these weekdays; None where nothing is left."""
        if not self.days or often.working_day or often.dates:
            return often
        if often.unit == "day" and often.every == 1:
            often = replace(often, unit="week", days=tuple((0, day) for day in range(7)))
        days = tuple(day for day in often.days if day[1] not in self.days)
        return replace(often, days=days) if days else None

    def of_months(self, parts: dict[str, str]) -> dict[str, str]:
        """The parts of a rule without these months."""
        if not self.months:
            return parts
        said = parts.get("BYMONTH", _ALL_MONTHS).split(",")
        return {**parts, "BYMONTH": ",".join(month for month in said if int(month) not in self.months)}


def except_at(words: str, at: int, reader: Reader) -> tuple[Except, int] | None:
    """When it does not come, as far as this place of plain words says it, and where those words end."""
    found = _WITHOUT.match(words, at)
    if found is None or (found[0].strip(" ,") == "but" and not words[:at].endswith(_ALL_BUT)):
        return None
    without, at, end = Except(), found.end(), at
    while at < len(words):
        if without != Except() and _BOUNDS.match(words, at) and bounds_at(words, at, reader):
            break  # "except Fridays for two weeks from 1 Feb" says how long the rest goes on
        if fills := _FILLS.match(words, at):
            at = fills.end()
        elif item := _item_at(words, at, reader):
            without, end = without | item[0], item[1]
            at = end + (words[end : end + 1] == " ")
        elif without == Except() and (bounds := bounds_at(words, at, reader)) and bounds[0].since and bounds[0].until:
            # "Except from 15 to 26 Feb"; said after another, they are the bounds of the rest.
            return Except(spans=((bounds[0].since, bounds[0].until),)), bounds[1]
        else:
            break
    return (without, end) if without != Except() else None


def _item_at(words: str, at: int, reader: Reader) -> tuple[Except, int] | None:
    if found := _HOLIDAYS.match(words, at):
        return Except(holidays=True), found.end()
    if found := _EASTER.match(words, at):
        friday, monday = feast("good friday", reader.today), timedelta(days=3)
        return Except(spans=((friday, friday + monday),)), found.end()
    if (found := _LONG.match(words, at)) and (begins := part_at(words, found.end(), reader)):
        count = int(found["count"]) if found["count"].isdigit() else 1
        last = begins.first + timedelta(days=count * {"day": 1, "week": 7, "fortnight": 14}[found["unit"]] - 1)
        return Except(spans=((begins.first, last),)), begins.end
    span = span_at(words, at, reader)
    if often := often_at(words, at):
        of_month = any(nth for nth, _ in often[0].days) or often[0].dates or often[0].working_day
        if of_month and (often[0].again is Again.YES or span is None or span.end < often[1]):
            return Except(oftens=(replace(often[0], unit=often[0].unit or "month"),)), often[1]
    if found := _DAYS.match(words, at):
        return Except(days=frozenset(weekdays_in(found["days"]))), found.end()
    if found := _DATES.match(words, at):
        year, month = year_of_month(found, reader.today), month_in(found)
        days = [date(year, month, int(number)) for number in re.findall(r"\d{1,2}", found["dates"])]
        return Except(spans=tuple((day, day) for day in days)), found.end()
    if found := _MONTH.match(words, at):
        return Except(months=frozenset([month_in(found)])), found.end()
    if span:
        return Except(spans=((span.first, span.last),)), span.end
    return None
