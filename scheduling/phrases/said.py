"""What the parts of a text said, and the wall time that they mean together."""

import calendar
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from bot.chat.errors import Refusal
from scheduling.phrases.dates import months_on
from scheduling.phrases.words import DAYS

NINE = time(9)  # when a day is, where only the day was said
_PARTS = {"morning": 9, "lunchtime": 12, "afternoon": 14, "evening": 18, "night": 20}
_EARLIER_OR_LATER = {"early": -1, "mid": 0, "late": 2}

HINT = "Try “next Tuesday 14:00” or “12 March 9:30”."
UNREAD = f"I couldn’t read that as a time. {HINT}"


class Unclear(Refusal):
    """Each part is in the grammar, and together they say nothing or too much: not for dateparser to settle."""

    def __init__(self) -> None:
        super().__init__(UNREAD)


@dataclass
class Said:
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

    @property
    def is_a_day(self) -> bool:
        """Whether a day was said, and no time of it."""
        named = (self.day, self.day_of_month, self.weekday, self.week) != (None,) * 4
        return named and self.clock is None and not self.part and not self.same_time and self.elapsed is None

    def time_of_day(self) -> time:
        """The time of day, where that is all that was said: nine where nothing was."""
        if self != Said(
            self.now,
            part=self.part,
            part_hour=self.part_hour,
            clock=self.clock,
            sure_half=self.sure_half,
            lonely=self.lonely,
        ):
            raise Unclear
        return self._clock() or NINE

    def wall(self) -> datetime:
        if self.elapsed is not None:
            raise Unclear
        clock = self._clock()
        day = self._named_day(clock)
        if day is not None:
            return datetime.combine(day + timedelta(days=self.days_on), clock or NINE)
        if clock is None or self.days_on or (self.lonely and not self.part):
            raise Unclear
        today = datetime.combine(self.now, clock)
        return today if today > self.now else today + timedelta(days=1)

    def _clock(self) -> time | None:
        if self.same_time:
            return self.now.time().replace(second=0, microsecond=0)
        if self.clock is None:
            return time(self.part_hour) if self.part else None
        if self.sure_half:
            if self.part and (self.part == "morning") != (self.clock.hour < 12):
                raise Unclear
            return self.clock
        hour = self.clock.hour % 12
        match self.part:
            case "":
                late = hour < 7
            case "morning":
                late = hour == 0
            case "evening" | "night":
                if hour < 5:
                    raise Unclear
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
                    f"{self.day.day} {self.day:%B %Y} is a {self.day:%A}, not a {DAYS[self.weekday].title()}. "
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
            first = months_on(first, 1)
        raise ValueError

    def name_day(self, day: date) -> None:
        if self.day not in (None, day) or self.day_of_month is not None:
            raise Unclear
        self.day = day

    def name_weekday(self, weekday: int) -> None:
        if self.weekday is not None:
            raise Unclear
        self.weekday = weekday

    def name_part(self, part: str, how: str = "") -> None:
        if self.part not in ("", part):
            raise Unclear
        self.part, self.part_hour = part, _PARTS[part] + _EARLIER_OR_LATER.get(how, 0)

    def name_clock(self, hour: int, minute: int = 0, *, half: str = "", sure: bool = False) -> None:
        """A clock time; without am or pm a bare hour from 1 to 12 is settled by the part of the day."""
        if self.clock is not None or self.same_time:
            raise Unclear
        if half and hour > 12 and half == "am":
            raise ValueError
        if half and 1 <= hour <= 12:
            hour = hour % 12 + 12 * (half == "pm")
            sure = True
        self.clock = time(hour, minute)
        self.sure_half = sure or not 1 <= hour <= 12
