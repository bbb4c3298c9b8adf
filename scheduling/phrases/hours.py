"""Times of day and ranges of them within words: "half nine to quarter past ten", "2-5pm", "after 4", "mornings"."""

import re
from dataclasses import dataclass
from datetime import time

from scheduling.phrases.clock import Clock, clock_at
from scheduling.phrases.meant import How

PARTS = {
    "day": (time(0), time(23)),
    "first thing": (time(9), time(10)),
    "breakfast": (time(8), time(9)),
    "early morning": (time(8), time(10)),
    "morning": (time(9), time(12)),
    "mid morning": (time(10), time(11, 30)),
    "late morning": (time(11), time(12)),
    "before lunch": (time(11), time(12)),
    "lunchtime": (time(12), time(14)),
    "after lunch": (time(14), time(16)),
    "early afternoon": (time(12), time(15)),
    "afternoon": (time(12), time(18)),
    "mid afternoon": (time(14, 30), time(16)),
    "late afternoon": (time(16), time(18)),
    "teatime": (time(16), time(18)),
    "early evening": (time(17), time(19)),
    "after work": (time(17, 30), time(19)),
    "evening": (time(18), time(22)),
    "late evening": (time(20), time(22)),
    "night": (time(19), time(23)),
}
"""From when to when the parts of a day are."""
CUSTOMARY = {"afternoon": time(14), "early afternoon": time(13), "night": time(20)}
"""The hour of a part where one hour is wanted; of the others it is their first."""

_FROM = (
    r"(?:any ?time |some ?time |(?:just |shortly |straight )?)(?:after|from|past)"
    r"|(?:but )?(?:not|no earlier|nothing) (?:before|earlier than|than|until)|starting(?: at| from)?"
)
_BY = (
    r"(?:any ?time |some ?time |just )?(?:by|before(?! at)|until)|up (?:to|until)|(?:no|not) later than|not after"
    r"|finishing by"
)
_PREFIX = re.compile(
    rf"(?:(?P<between>between|from|any ?time between|some ?time between) (?=[\dhqamnec]))?"
    rf"(?:(?P<from>{_FROM}) |(?P<by>{_BY}) )?"
    r"(?P<at>(?:(?:at|about|around|say) ){0,2})(?:(?:for|the|of|is|it|like|maybe|or so) )?",
)
_TO = re.compile(r" ?- ?| (?:up )?(?:to|until|through) (?:about |around )?")
_TO_OR_AND = re.compile(r" ?- ?| (?:to|until|through|and) ")
_ON = re.compile(r" ?(?:onwards?|or (?:later|after|any ?time after)|\+)(?!\w)")
_OFF = re.compile(r" (?:or (?:earlier|before)|at the latest|latest)(?!\w)")


_COUNT = re.compile(r"\d{1,3} ?(?:min|hour|hr|day|week|month|year|people|%)")
_AT_MINUTES_TO = re.compile(r"(?P<minutes>5|10) to (?P<hour>[1-9]|1[0-2])(?!\w|[:.]\d)(?: ?(?P<half>am|pm)\b)?")


@dataclass(frozen=True)
class Hours:
    """A time of day, a range of them or a part of the day, as it was said within words."""

    first: Clock | None = None
    last: Clock | None = None
    how: How = How.EXACT
    """EXACT, FROM ("after 4") or BY ("before noon"), with the first of them."""
    part: str = ""
    """One of PARTS."""
    minutes: int | None = None
    """How long: "for 45 mins"."""
    said: tuple[int, int] = (0, 0)
    """Where in the words."""
    bare: bool = False
    """Whether only mere numbers said it, and no word that makes a time of them."""

    @property
    def starts(self) -> time | None:
        """When it starts; of a part of the day, where nothing else was said, nothing: see PARTS."""
        return self._span()[0]

    @property
    def ends(self) -> time | None:
        return self._span()[1]

    def with_more(self, more: "Hours") -> "Hours | None":
        """Both together; None where both say the same kind of thing."""
        part = _one_part(self.part, more.part)
        if (self.first and more.first) or part is None or (self.minutes and more.minutes):
            return None
        clock = self if self.first else more
        return Hours(
            clock.first,
            clock.last,
            clock.how,
            part,
            self.minutes or more.minutes,
            (min(self.said[0], more.said[0]), max(self.said[1], more.said[1])),
            self.bare and more.bare,
        )

    def up_to(self, end: "Hours") -> "Hours | None":
        """The range of "after 2 and before 4", whose ends were said apart."""
        if self.how is not How.FROM or end.how is not How.BY or self.last or end.last or self.minutes:
            return None
        return Hours(self.first, end.first, part=self.part or end.part, said=(self.said[0], end.said[1]))

    def _span(self) -> tuple[time | None, time | None]:
        if self.first is None:
            return None, None
        if self.last is None:
            start = self.first.at(self.part)
            if self.minutes is None:
                return start, None
            ends = (start.hour * 60 + start.minute + self.minutes) % (24 * 60)
            return start, time(*divmod(ends, 60))
        return _range(self.first, self.last, self.part)


def _one_part(one: str, other: str) -> str | None:
    """The part of the day that both name: "late" on Friday, and "afternoon"."""
    if not one or not other or one == other:
        return one or other
    whole = next((part for part in (one, other) if part.endswith((f" {other}", f" {one}"))), None)
    how, _, _ = one.partition(" ")
    return whole or (f"{how} {other}" if f"{how} {other}" in PARTS else None)


def _range(first: Clock, last: Clock, part: str) -> tuple[time, time]:
    """A range's two ends: one half of the day that was said settles the other, and the end comes after the start."""
    if first.other() is None and not last.sure and last.other():
        halves = [last.in_half(late=False), last.in_half(late=True)]
        start = first.at()
        return start, next((half.at() for half in halves if half.at() > start), halves[0].at())
    if last.other() is None and first.other():
        end = last.at()
        halves = [first.in_half(late=True), first.in_half(late=False)]
        return next((half.at() for half in halves if half.at() < end), halves[0].at()), end
    start, end = first.at(part), last.at(part)
    if end <= start and (other := last.other()):
        later = {end, other.at(), Clock(last.hour % 12, last.minute, sure=True).at(), last.in_half(late=True).at()}
        end = min((candidate for candidate in later if candidate > start), default=end)
    elif part == "" and last.other() and (near := last.in_half(late=start.hour >= 12).at()) > start:
        end = near
    return start, end


def clocks_at(words: str, at: int) -> Hours | None:
    """A clock time or a range of them at this place of plain words, with the words before it that belong to it."""
    prefix = _PREFIX.match(words, at)
    assert prefix is not None  # all of it is optional
    found = _minutes_to(words, prefix) or clock_at(words, prefix.end())
    if found is None:
        return None
    first, end = found
    start = at if prefix["between"] or prefix["from"] or prefix["by"] or prefix["at"] else prefix.end()
    between = prefix["between"] or ""
    until = (_TO_OR_AND if between or words[at : prefix.end()].startswith("between") else _TO).match(words, end)
    if until and (to := clock_at(words, until.end())) and not (_minutes_away(words, until.end())):
        last, end = to
        if first == last:
            return None
        marked = between.endswith("between") or not (first.bare and last.bare) or bool(prefix["at"])
        return Hours(first, last, How.EXACT, said=(start, end), bare=not marked)
    how = How.FROM if prefix["from"] or between == "from" else How.BY if prefix["by"] else How.EXACT
    if more := _ON.match(words, end):
        how, end = How.FROM, more.end()
    elif more := _OFF.match(words, end):
        how, end = How.BY, more.end()
    return Hours(first, None, how, said=(start, end), bare=first.bare and how is How.EXACT and not prefix["at"])


def _minutes_to(words: str, prefix: re.Match[str]) -> tuple[Clock, int] | None:
    """The ten to four of "at 10 to 4", which without "at" is a range."""
    found = _AT_MINUTES_TO.match(words, prefix.end()) if prefix["at"] else None
    if found is None:
        return None
    clock = Clock(int(found["hour"]) - 1 or 12, 60 - int(found["minutes"]))
    return (clock.in_half(late=found["half"] == "pm") if found["half"] else clock), found.end()


def _minutes_away(words: str, at: int) -> bool:
    """Whether these digits count something else: the 3 of "2 to 3 weeks"."""
    return _COUNT.match(words, at) is not None


_PART = re.compile(
    r"(?:(?:some ?time |any ?time )?(?:in |on |during |over |at )?(?:the )?)?"
    r"(?:(?P<how>early|mid|late|the middle of the|the end of the)(?: |-| in the )?)?"
    r"(?P<part>(?:before|after) lunch|after work|mornings?|lunch(?:time|times)?|afternoons?|evenings?|eves?|nights?"
    r"|breakfast(?: ?time)?|tea ?time|first thing(?: in the morning)?|early doors|am|pm)(?!\w)(?: of(?= the ?\d| \d))?"
)
MOST_MINUTES = 14 * 24 * 60
_NAMED = {"early door": "early morning", "lunch": "lunchtime", "eve": "evening", "am": "morning", "pm": "afternoon"}


def part_at(words: str, at: int) -> Hours | None:
    """A part of the day at this place."""
    found = _PART.match(words, at)
    if found is None:
        return None
    part = "first thing" if found["part"].startswith("first") else found["part"].removesuffix("s")
    part = _NAMED.get(part, part).replace("tea time", "teatime").removesuffix(" time")
    how = {"the middle of the": "mid", "the end of the": "late"}.get(found["how"] or "", found["how"] or "")
    part = f"{how} {part}" if f"{how} {part}" in PARTS else part
    return Hours(part=part, said=(at, found.end()))


_LENGTH = re.compile(
    r"(?:(?:for|lasting|of) )?(?:(?:about|around|up to|just|only) )?"
    r"(?:(?P<quarters>(?:3|a)? ?quarters?) of an hour|(?P<half>(?:a )?half(?: an?|-| )? ?hour)"
    r"|(?P<count>an?(?=[ -])|\d{1,3})(?:\.(?P<tenths>\d)|(?P<mixed> and a half))?[ -]?"
    r"(?P<unit>min(?:ute)?|m|h(?:ou)?r|h)(?:s\b|\b|(?=\d))"
    r"(?:(?: and)? (?P<more>a half|a quarter)|(?: and)? ?(?P<minutes>\d{1,2}) ?(?:m(?:in(?:ute)?s?)?\b|(?![\w:.])))?"
    r"(?! (?:past|to) \d))"
    r"(?: (?:slots?|sessions?|meetings?|each|long)\b)?"
)


def length_at(words: str, at: int) -> Hours | None:
    """How long something takes, at this place: "for half an hour", "45 mins"."""
    found = _LENGTH.match(words, at)
    if found is None:
        return None
    if found["quarters"]:
        minutes = 45 if "3" in found["quarters"] else 15
    elif found["half"]:
        minutes = 30
    else:
        count = 1.0 if found["count"].startswith("a") else float(f"{found['count']}.{found['tenths'] or 0}")
        count += {"a half": 0.5, "a quarter": 0.25}.get(found["more"] or "", 0) + 0.5 * bool(found["mixed"])
        minutes = round(count * (60 if found["unit"].startswith("h") else 1)) + int(found["minutes"] or 0)
    return Hours(minutes=minutes, said=(at, found.end())) if 0 < minutes <= MOST_MINUTES else None


def hours_in(words: str) -> tuple[Hours, ...]:
    """All the times of day that plain words say, in their order: "9-12 and 2-4" is two."""
    found: list[Hours] = []
    at = 0
    while at < len(words):
        if (at and words[at - 1] not in " ,;(-/") or words[at] == " ":
            at += 1
            continue
        hours = length_at(words, at) or clocks_at(words, at) or part_at(words, at)
        if hours is None:
            at += 1
            continue
        together = found[-1].with_more(hours) if found else None
        found[-1:] = [together] if together else [*found[-1:], hours]
        at = hours.said[1]
    return tuple(found)
