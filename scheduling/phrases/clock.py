"""A time of day as it is said: "half two", "quarter to five", "3ish", "1530", "midday"."""

import re
from dataclasses import dataclass
from datetime import time

_HALF = r"(?: ?(?P<half>am|pm)\b)?(?: ?-? ?ish\b)?"
_CLOCKS = tuple(
    re.compile(rf"(?:{pattern})(?!\w)(?![:/]\d)", re.ASCII)
    for pattern in (
        r"(?:bang on |dead on )?(?P<away>half|(?:a )?quarter|\d{1,2}(?: min(?:ute)?s?)?) (?P<way>past|to)"
        rf" (?P<hour>\d{{1,2}})(?! ?(?:min|hour|day|week|month|%)){_HALF}",
        r"(?P<away>half|(?:a )?quarter|\d{1,2}(?: min(?:ute)?s?)?) (?P<way>past|to)"
        r" (?:(?P<noon>midday|noon)|(?P<midnight>midnight))",
        rf"half[ -](?P<hour>\d{{1,2}}){_HALF}",
        rf"(?P<hour>\d{{1,2}}) ?[:.;] ?(?P<minute>[0-5]\d){_HALF}(?: ?h(?:(?:ou)?rs?)?\b)?",
        r"(?P<hour>[01]\d|2[0-3]|\d)h(?P<minute>[0-5]\d)",
        rf"(?P<hour>[01]\d|2[0-3])(?P<minute>[0-5]\d){_HALF}(?P<hours> ?h(?:(?:ou)?rs?)?\b)?",
        r"(?P<hour>\d)(?P<minute>[0-5]\d) ?(?P<half>am|pm)\b(?: ?-?ish\b)?",
        r"(?P<hour>\d{1,2}) (?P<minute>[0-5]\d) ?(?P<half>am|pm)\b",
        r"(?P<hour>\d{1,2})(?: oh |[ ,]0)(?P<minute>\d)\b",
        r"(?P<hour>\d{1,2}) ?(?:o ?clock )?(?P<half>am|pm)\b(?: ?-?ish\b)?",
        rf"(?P<hour>\d{{1,2}}) ?(?P<marked>-?ish|o ?clock|oc)\b{_HALF}",
        r"(?P<hour>\d{1,2})(?: noon)",
        r"(?P<noon>midday|mid day|noon)(?: ?-?ish\b)?|(?P<midnight>midnight)",
        r"(?P<close>(?:the )?end of (?:the )?(?:day|working day|play|business)|(?:the )?close of (?:play|business)"
        r"|cop|cob|eod)",
        r"(?P<hour>\d{1,2})(?![.,:]\d)(?! ?%)",
    )
)
_ANY_CLOCK = re.compile("|".join(re.sub(r"\(\?P<\w+>", "(?:", clock.pattern) for clock in _CLOCKS), re.ASCII)
"""All of them as one pattern, which tells quickly that none fits."""
_FIRST = frozenset("0123456789hqabdmnect")
"""The letters that a clock time can begin with."""


MIDNIGHT = 24
"""The hour of midnight, which ends a day."""


@dataclass(frozen=True)
class Clock:
    """A time of day as it was said."""

    hour: int
    minute: int = 0
    sure: bool = False
    """Whether it says which half of the day it is in."""
    bare: bool = False
    """A mere number, or two with a dot between: a time only beside words that make it one."""

    def at(self, part: str = "") -> time:
        """The time that it is; a part of the day settles its half, else 7 to 11 is morning, 12 and 1 to 6 afternoon."""
        if self.sure or not 1 <= self.hour <= 12:
            return time(self.hour % 24, self.minute)
        hour = self.hour % 12
        if part.endswith(("morning", "first thing")):
            late = False
        elif part.endswith("night"):
            late = hour > 4
        elif part:
            late = True
        else:
            late = hour < 7
        return time(hour + 12 * late, self.minute)

    def other(self) -> "Clock | None":
        """The same in the other half of the day, where it did not say which."""
        if self.sure or not 1 <= self.hour <= 12:
            return None
        return Clock((self.at().hour + 12) % 24, self.minute, sure=True)

    @property
    def doubtful(self) -> bool:
        """Whether both halves of the day are likely: 7, and half 7."""
        return not self.sure and self.hour == 7

    def in_half(self, late: bool) -> "Clock":
        return Clock(self.hour % 12 + 12 * late, self.minute, sure=True)


def clock_at(words: str, at: int) -> tuple[Clock, int] | None:
    """The clock time that stands at a place of plain words, and where it ends. Raises ValueError for no such time."""
    if at >= len(words) or words[at] not in _FIRST or _ANY_CLOCK.match(words, at) is None:
        return None
    for pattern in _CLOCKS:
        if (found := pattern.match(words, at)) and (clock := _clock(found)):
            return clock, found.end()
    return None


def _clock(found: re.Match[str]) -> Clock | None:
    said = {name: words for name, words in found.groupdict().items() if words}
    if "away" in said and "hour" not in said:
        hour, minute = (MIDNIGHT if "midnight" in said else 12), _away(said["away"])
        if not 0 < minute < 60 or (said["way"] == "to" and said["away"].isdecimal() and minute < 20):
            return None
        return Clock(hour, minute, sure=True) if said["way"] == "past" else Clock(hour - 1, 60 - minute, sure=True)
    if "noon" in said or found[0].endswith(" noon"):
        return Clock(12, sure=True)
    if "midnight" in said:
        return Clock(MIDNIGHT, sure=True)
    if "close" in said:
        return Clock(17, sure=True)
    hour, minute = int(said["hour"]), int(said.get("minute", 0))
    way = said.get("way", "")
    if "away" in said:
        minute = _away(said["away"])
    elif "minute" not in said and found[0].startswith("half"):
        minute = 30
    if ("away" in said or found[0].startswith("half")) and not (1 <= hour <= 12 and 0 < minute < 60):
        return None
    if way == "to":
        if said["away"].isdecimal() and minute < 20:
            return None  # "10 to 11" is a range: see `hours_at`
        # "quarter to 12pm" is before noon, "quarter to 12am" before midnight.
        if hour == 12 and "half" in said:
            return Clock(11 if said["half"] == "pm" else 23, 60 - minute, sure=True)
        hour, minute = hour - 1 or 12, 60 - minute
    if hour > 24 or (hour == 24 and minute):
        if "minute" in said or "half" in said:
            raise ValueError
        return None
    if "half" in said and 1 <= hour <= 12:
        return Clock(hour % 12 + 12 * (said["half"] == "pm"), minute, sure=True)
    sure = "half" in said or "hours" in said or (len(said["hour"]) == 2 and said["hour"][0] == "0")
    dotted = bool(re.match(r"\d{1,2}\.\d\d$", found[0]))
    return Clock(hour, minute, sure=sure or hour in (0, MIDNIGHT), bare=dotted or found[0].isdecimal())


def _away(said: str) -> int:
    if said == "half":
        return 30
    return 15 if said.endswith("quarter") else int(said.split()[0])
