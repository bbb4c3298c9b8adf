"""From when to when something comes again: "from 8 May to 19 June", "until September", "for ten weeks", "x4"."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from scheduling.phrases.dates import months_on
from scheduling.phrases.meaning import Reader
from scheduling.phrases.names import one_of
from scheduling.phrases.rules import WEEKDAY
from scheduling.phrases.spans import AND, NAMES, TO, part_at, run_at, span_at, through

_A_DAY = timedelta(days=1)
_ONE = r"(?:the )?{} (?:(?:1|one|session)(?: is| being)?(?: on)?|on)"
_UNTIL = re.compile(
    rf"(?:(?:until|up to|through(?: to| until)?|ending|ends|finishing|(?:to|-)(?! {WEEKDAY}))"
    rf"(?: and including| on| in| about)?|{_ONE.format('last')}) "
)
_SINCE = re.compile(
    r"(?:starting|starts?|beginning|begins?|commencing|as (?:of|from)|with effect from|from|after"
    rf"|{_ONE.format('first')})(?: (?:on|from|in(?! \d| an? )|again))? |between "
)
_WITHIN = re.compile(
    rf"(?:in|during|throughout|over|for(?: all of)?) |(?=next|this|all|\d)|(?={NAMES} ?(?:to|-|until|through)(?!\w))|\("
)
_TIMES = one_of(
    "times? | sessions? | meetings? | slots? | occurrences? | appointments? | calls? | dates | occasions | goes"
)
_FOR = re.compile(
    r"(?:for |over |during )?(?:a total of |up to )?(?:the )?(?P<next>next |coming |following |first )?"
    r"(?P<count>\d{1,3}|one|an?|a dozen|couple of) ?(?:x |more |consecutive |successive )?"
    rf"(?P<unit>{_TIMES}|days?|weeks?|fortnights?|months?|years?|{WEEKDAY})\b(?! (?:a|per|each|every)\b| ?-? ?long\b)"
    r"(?: only| in total| in all| running| in a row)?"
)
_SO_OFTEN = re.compile(
    r"for (?P<plain>\d{1,2})(?= ?(?:$|[,;)]|\.(?!\d)))|(?P<in_all>\d{1,2}) in (?:total|all)\b|x ?(?P<x>\d{1,3})\b"
    rf"|(?P<of_length>\d{{1,2}})(?= (?:\d{{1,3}}|one|half)[ -]?(?:an )?(?:min\w*|hour)[ -]?(?:long )?{_TIMES}\b)"
    r"|(?P<so_many>\d{1,3}) ?x(?=$| |,)|(?P<twice>twice)(?! (?:a|per|each|every)\b)"
)
_ENDLESS = re.compile(one_of("until further notice | for ever | indefinitely | ongoing | for the foreseeable future"))
_WORDY = {"a": 1, "an": 1, "one": 1, "couple of": 2, "a dozen": 12}
_UNITS = {
    "day": ("day", 1),
    "week": ("week", 1),
    "fortnight": ("week", 2),
    "month": ("month", 1),
    "year": ("month", 12),
}


@dataclass(frozen=True)
class Bounds:
    """The first and the last day on which something may come, or how often or how long it comes."""

    since: date | None = None
    until: date | None = None
    or_until: date | None = None
    """The other day that may have been meant: until July may end with June."""
    count: int = 0
    unit: str = ""
    """What is counted: times, days, weeks, months."""
    from_now: bool = False
    """Counted from now on, not from its first time: "the next two months"."""
    again: bool = False
    """Whether they say that it comes more than once: "until July" does, "in July" does not."""

    def __or__(self, other: "Bounds") -> "Bounds":
        return Bounds(
            other.since or self.since,
            other.until or self.until,
            other.or_until or self.or_until,
            other.count or self.count,
            other.unit or self.unit,
            other.from_now or self.from_now,
            other.again or self.again,
        )

    def last(self, first: date, today: date) -> date | None:
        """The last day, where one was said, or so many days, weeks or months from its first."""
        if self.until or not self.count or self.unit == "time":
            return self.until
        if self.unit == "month":
            return months_on(today if self.from_now else first, self.count) - _A_DAY
        return first + timedelta(days=self.count * {"day": 1, "week": 7}[self.unit]) - _A_DAY


def bounds_at(words: str, at: int, reader: Reader) -> tuple[Bounds, int] | None:
    """When it begins or ends, as far as this place of plain words says it, and where those words end."""
    if found := _ENDLESS.match(words, at):
        return Bounds(again=True), found.end()
    if (found := _UNTIL.match(words, at)) and (span := span_at(words, found.end(), reader)):
        or_until = span.first - _A_DAY if span.month else None
        return Bounds(until=span.last, or_until=or_until, again=True), span.end
    if (found := _SINCE.match(words, at)) and (since := _since(words, found, reader)):
        return since
    if not words[:at].endswith(("in ", "within ")) and (counted := _counted(words, at)):
        return counted
    return _within(words, found.end(), reader) if (found := _WITHIN.match(words, at)) else None


def _since(words: str, found: re.Match[str], reader: Reader) -> tuple[Bounds, int] | None:
    between = found[0] == "between "
    if run := run_at(words, found.end(), reader):
        return Bounds(since=run.first, until=run.last, again=True), run.end
    begins = part_at(words, found.end(), reader)
    if begins is None:
        return None
    joint = (AND if between else TO).match(words, begins.end)
    if joint and (ends := part_at(words, joint.end(), reader)):
        span = through(begins, ends)
        return Bounds(since=span.first, until=span.last, again=True), span.end
    if between:
        return None
    return Bounds(since=begins.last + _A_DAY if found[0] == "after " else begins.first), begins.end


def _within(words: str, at: int, reader: Reader) -> tuple[Bounds, int] | None:
    """All of the days that are named: "in March and April", "3 Feb to 24 March", "next week"."""
    span = span_at(words, at, reader)
    if span is None or span.first == span.last:
        return None
    if span.month and (joint := AND.match(words, span.end)) and (more := part_at(words, joint.end(), reader)):
        span = through(span, more) if more.month else span
    return Bounds(since=span.first, until=span.last), span.end


def _counted(words: str, at: int) -> tuple[Bounds, int] | None:
    """So many times, or so long."""
    if found := _SO_OFTEN.match(words, at):
        digits = next(said for said in found.groups() if said)
        return Bounds(count=2 if digits == "twice" else int(digits), unit="time", again=True), found.end()
    found = _FOR.match(words, at)
    if found is None:
        return None
    said, named = found["count"], found["unit"]
    count = _WORDY.get(said) or int(said)
    plainly = found[0].startswith(("for ", "over ", "during "))
    if re.fullmatch(WEEKDAY, named):
        # "The next four Fridays": the day is read again, as the day of the rule.
        if not (found["next"] or plainly or (count > 1 and named.endswith("days"))):
            return None
        return Bounds(count=count, unit="time", again=True), found.start("unit")
    if said in _WORDY and not (plainly or found["next"]):
        return None
    if (unit := named.rstrip("s")) in _UNITS:
        unit, times = _UNITS[unit]
        return Bounds(
            count=count * times, unit=unit, from_now=bool(found["next"]), again=plainly and unit != "day"
        ), found.end()
    return Bounds(count=count, unit="time", again=True), found.end()
