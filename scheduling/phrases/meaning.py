"""From the days and the hours that were said together to the times that they mean."""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.chat.errors import Refusal
from bot.chat.times import on_the_clock
from scheduling.phrases.clock import MIDNIGHT, Clock
from scheduling.phrases.dates import coming, coming_number
from scheduling.phrases.hours import PARTS, Hours
from scheduling.phrases.meant import How, Meant
from scheduling.phrases.named import Days
from scheduling.phrases.names import DAYS
from scheduling.phrases.words import ordinal

HINT = "Try “next Tuesday 14:00” or “12 March 9:30”."
UNREAD = f"I couldn’t read that as a time. {HINT}"
MOST_YEARS = 50
A_WEEK = timedelta(weeks=1)
A_DAY = timedelta(days=1)


class Unclear(Refusal):
    """Each part is in the grammar, and together they say nothing or too much: not for dateparser to settle."""

    def __init__(self) -> None:
        super().__init__(UNREAD)


@dataclass(frozen=True)
class Said:
    """What was said of one time: one alternative of several, or one end of a range."""

    days: Days | None = None
    hours: Hours | None = None
    elapsed: timedelta | None = None
    """Time from now on, whatever the clocks do."""
    same_time: bool = False
    to: "Said | None" = None
    """The other end."""
    ruled_out: bool = False

    def exactly(self) -> "Said":
        """The same, not until or from then but then."""
        days = self.days and replace(self.days, how=How.EXACT)
        return replace(self, days=days, hours=self.hours and replace(self.hours, how=How.EXACT))

    def with_days(self, days: Days, today: date) -> "Said | None":
        together = days if self.days is None else self.days.with_more(days, today)
        return replace(self, days=together) if together and self.elapsed is None else None

    def with_hours(self, hours: Hours) -> "Said | None":
        together = hours if self.hours is None else self.hours.with_more(hours) or self.hours.up_to(hours)
        if together and together.first:
            return replace(self, hours=together, same_time=False)  # "the same time, 3pm"
        return replace(self, hours=together) if together else None


@dataclass(frozen=True)
class Reading:
    """What one alternative means, what else it may mean, and why that is not sure."""

    meant: Meant
    others: tuple[Meant, ...] = ()
    why: str = ""


@dataclass(frozen=True)
class _Span:
    """Days of the calendar."""

    first: date
    last: date | None = None
    window: bool = False


class Reader:
    """Reads what was said at one moment, in the zone it was said in."""

    def __init__(self, now: datetime, zone: ZoneInfo) -> None:
        self.now = now.astimezone(zone)
        self.zone = zone
        self.wall = self.now.replace(tzinfo=None)
        self.today = self.wall.date()

    def read(self, said: Said) -> Reading:
        """Raises Unclear, or ValueError for a day or a time that there is not."""
        if said.elapsed is not None:
            if said.days or said.same_time or (said.hours and said.hours.first):
                raise Unclear
            return self._from(_elapsed(self.now, said.elapsed, self.zone), said)
        if said.to is not None:
            return self._range(said, said.to)
        if said.same_time:
            day = self._same_day(said.days)
            return self._from(on_the_clock(datetime.combine(day, self.wall.time()), self.zone), said)
        spans, why = self._days(said.days, said.hours)
        readings = [self._at(span, said) for span in spans]
        first, *others = readings
        halves = [self._doubtful_half(said, span) for span in spans]
        doubts = tuple(other for doubts, _ in halves for other in doubts)
        return Reading(first, tuple(dict.fromkeys((*others, *doubts))), " ".join(filter(None, (why, halves[0][1]))))

    def ahead(self, meant: Meant) -> bool:
        """Whether it, or some of it, does not lie behind."""
        last = meant.end if meant.end is not None else meant.start
        near = self.near(meant)
        return near and (last > self.now if isinstance(last, datetime) else last >= self.today)

    def near(self, meant: Meant) -> bool:
        """Whether it is within a lifetime: further is a slip, such as 2207."""
        return abs(meant.start.year - self.today.year) <= MOST_YEARS

    # From here on: days.

    def _days(self, days: Days | None, hours: Hours | None) -> tuple[list[_Span | None], str]:
        """The days that may be meant, the likeliest first, and why there are several."""
        if days is None:
            return [None], ""
        shift = timedelta(days=days.shift)
        if (days.first is not None and days.week is None) or (days.first is not None and days.weekday is None):
            return self._dated(days, shift)
        if days.number is not None:
            return self._numbered(days, days.number, hours, shift)
        if days.weekday is None:
            raise Unclear
        return self._on_weekday(days, days.weekday, hours, shift)

    def _dated(self, days: Days, shift: timedelta) -> tuple[list[_Span | None], str]:
        assert days.first is not None
        day = days.first + shift
        span = _Span(day, days.last + shift if days.last else None, days.window)
        if days.weekday is None or days.weekday == days.first.weekday():
            return [span], ""
        others = [_Span(day + timedelta(days=gap)) for gap in (-1, 1, -2, 2, -3, 3)]
        nearest = next(other for other in others if other.first.weekday() == days.weekday)
        return [span, nearest], self._disagreement(days.first, days.weekday)

    def _numbered(
        self, days: Days, number: int, hours: Hours | None, shift: timedelta
    ) -> tuple[list[_Span | None], str]:
        clock = hours.starts if hours else None
        gone = clock is not None and number == self.today.day and clock <= self.wall.time()
        begin = self.today + A_DAY if gone else self.today
        plain = coming_number(begin, number)
        if days.weekday is None or plain.weekday() == days.weekday:
            return [_Span(plain + shift)], ""
        try:
            fitting = coming_number(begin, number, days.weekday)
        except ValueError:
            return [_Span(plain + shift)], self._disagreement(plain, days.weekday)
        why = f"The {ordinal(number)} is a {plain:%A} in {plain:%B}, and a {fitting:%A} in {fitting:%B}."
        return [_Span(fitting + shift), _Span(plain + shift)], why

    def _disagreement(self, day: date, weekday: int) -> str:
        return f"{day.day} {day:%B %Y} is a {day:%A}, not a {DAYS[weekday].title()}. Which day did you mean?"

    def _on_weekday(
        self, days: Days, weekday: int, hours: Hours | None, shift: timedelta
    ) -> tuple[list[_Span | None], str]:
        of_this_week = self.today + timedelta(days=weekday - self.today.weekday())
        ahead = of_this_week if of_this_week > self.today else of_this_week + A_WEEK
        name = DAYS[weekday].title()
        if days.which == "last":
            behind = of_this_week if of_this_week < self.today else of_this_week - A_WEEK
            return [_Span(behind)], ""
        if days.which == "after next":
            return self._either(
                of_this_week + 2 * A_WEEK, ahead + A_WEEK, f"“The {name} after next” can be read as two days."
            )
        if days.week is not None:
            return [_Span(of_this_week + days.week * A_WEEK + shift)], ""
        if days.which == "next":
            why = f"“Next {name}” can be the one of this week or of the next."
            return self._either(of_this_week + A_WEEK + shift, ahead + shift, why)
        if of_this_week == self.today and not days.shift:
            return self._today(days, hours)
        return [_Span(ahead + shift)], ""

    def _either(self, one: date, other: date, why: str) -> tuple[list[_Span | None], str]:
        return ([_Span(one)], "") if one == other else ([_Span(one), _Span(other)], why)

    def _today(self, days: Days, hours: Hours | None) -> tuple[list[_Span | None], str]:
        """A weekday that it is today: today where what was said of it still lies ahead, else in a week."""
        today, in_a_week = _Span(self.today), _Span(self.today + A_WEEK)
        if days.which == "this":
            return [today], ""
        if hours and hours.starts:
            return [today if hours.starts > self.wall.time() else in_a_week], ""
        if hours and hours.part:
            return [today if PARTS[hours.part][0] > self.wall.time() else in_a_week], ""
        return [in_a_week], ""

    def _same_day(self, days: Days | None) -> date:
        if days is None:
            raise Unclear
        if days.week is not None and days.weekday is None:
            return self.today + days.week * A_WEEK
        span = self._days(days, None)[0][0]
        if span is None or span.last is not None:
            raise Unclear
        return span.first

    # From here on: days with hours.

    def _at(self, span: _Span | None, said: Said) -> Meant:
        hours = said.hours
        how = said.days.how if said.days else How.EXACT
        if hours is None or (hours.first is None and not hours.part):
            if span is None:
                raise Unclear
            return self._whole_days(span, how)
        starts, ends = hours.starts, hours.ends
        if starts is None:
            return self._part(span, hours.part, how)
        if hours.part and hours.first and hours.first.sure and not _fits(starts, hours.part):
            raise Unclear
        if span is None:
            still = starts > self.wall.time() or (hours.first and hours.first.hour == MIDNIGHT)
            day = self.today if still else self.today + A_DAY
        else:
            day = span.first
            if day == self.today and starts <= self.wall.time() and hours.first and not hours.part:
                # Today at 5, said at 2pm by somebody who means the afternoon, and "today at 9" said at noon.
                other = hours.first.other()
                if other and hours.last is None and other.at() > self.wall.time() and not hours.minutes:
                    starts = other.at()
        if hours.first and hours.first.hour == MIDNIGHT:
            day += A_DAY
        start = on_the_clock(datetime.combine(day, starts), self.zone)
        end = None
        if hours.minutes is not None and hours.last is None:
            end = _elapsed(start, timedelta(minutes=hours.minutes), self.zone)
        elif ends is not None:
            end = on_the_clock(datetime.combine(day if ends > starts else day + A_DAY, ends), self.zone)
        if hours.how is not How.EXACT:
            how = hours.how
        return Meant(start, end, how if end is None else How.EXACT)

    def _whole_days(self, span: _Span, how: How) -> Meant:
        if how in (How.BY, How.UNTIL):
            return Meant(span.last or span.first, None, how)
        if how is How.FROM:
            return Meant(span.first, None, how)
        return Meant(span.first, span.last, How.WINDOW if span.window else How.EXACT)

    def _part(self, span: _Span | None, part: str, how: How) -> Meant:
        begins, ends = PARTS[part]
        gone = ends <= self.wall.time()
        first = span.first if span else self.today + A_DAY * gone
        if span and span.last and span.last > first == self.today and gone:
            first += A_DAY
        last = span.last if span and span.last else first
        start = on_the_clock(datetime.combine(first, begins), self.zone)
        end = on_the_clock(datetime.combine(last, ends), self.zone)
        if start <= self.now < end:
            start = self.now.replace(second=0, microsecond=0) + timedelta(minutes=1) if self.now > start else self.now
        if how is How.BY:
            return Meant(end, None, how)
        return Meant(start, None, how) if how in (How.FROM, How.UNTIL) else Meant(start, end, How.WINDOW)

    def _from(self, start: datetime, said: Said) -> Reading:
        minutes = said.hours.minutes if said.hours else None
        how = How.BY if said.hours and said.hours.how is How.BY else How.EXACT
        end = _elapsed(start, timedelta(minutes=minutes), self.zone) if minutes else None
        return Reading(Meant(start.astimezone(self.zone), end, how))

    def _doubtful_half(self, said: Said, span: _Span | None) -> tuple[tuple[Meant, ...], str]:
        """A bare 7, which may be of the morning or of the evening; midnight, which begins a day and ends another."""
        hours = said.hours
        if hours and hours.first and hours.first.hour == MIDNIGHT and span is not None and hours.last is None:
            begins = self._at(span, replace(said, hours=replace(hours, first=Clock(0, sure=True))))
            return (begins,), "Is that the midnight that begins the day, or the one that ends it?"
        if hours is None or hours.first is None or hours.part or hours.last or not hours.first.doubtful:
            return (), ""
        other = hours.first.other()
        assert other is not None  # it is doubtful
        meant = self._at(span, replace(said, hours=replace(hours, first=other)))
        return (meant,), "Is that in the morning or in the evening?"

    # From here on: ranges whose ends were said apart.

    def _range(self, said: Said, to: Said) -> Reading:
        if said.days is None and to.days is not None and said.hours is not None and to.hours is not None:
            said = replace(said, days=to.days)
        if said.hours is None and to.hours is None:
            return self._range_of_days(said, to)
        start = self.read(replace(said, to=None)).meant
        if to.days is None:
            if to.hours is None or said.days is None:
                raise Unclear
            to = replace(to, days=said.days)
        end = self.read(to).meant
        if not isinstance(start.start, datetime) or not isinstance(end.start, datetime):
            raise Unclear
        if end.start <= start.start:
            raise Unclear
        return Reading(Meant(start.start, end.start))

    def _range_of_days(self, said: Said, to: Said) -> Reading:
        if said.days is None or to.days is None:
            raise Unclear
        days, last_days = said.days, to.days
        last = self._days(last_days, None)[0][0]
        assert last is not None  # there are days
        end = last.last or last.first
        if days.number is not None and days.first is None:
            first = self._before(end, days.number)
        elif (
            days.weekday is not None
            and days.first is None
            and (last_days.week is not None or last_days.which == "next")
        ):
            first = end - timedelta(days=(end.weekday() - days.weekday) % 7)
        else:
            span = self._days(days, None)[0][0]
            assert span is not None
            first = span.first
            if last_days.weekday is not None and last_days.first is None and last_days.number is None:
                end = first + timedelta(days=(last_days.weekday - first.weekday()) % 7)
            elif last_days.number is not None and last_days.first is None:
                end = coming_number(first, last_days.number)
            elif last_days.yearless and end < first:
                end = coming(first, end.month, end.day)
        if end < first:
            if days.yearless and last_days.yearless and days.first:
                end = coming(first, end.month, end.day)
            else:
                raise Unclear
        return Reading(Meant(first, end))

    def _before(self, end: date, number: int) -> date:
        month = end if number <= end.day else end.replace(day=1) - A_DAY
        return month.replace(day=number)


def _fits(at: time, part: str) -> bool:
    return part.endswith(("morning", "first thing")) == (at.hour < 12)


def _elapsed(start: datetime, length: timedelta, zone: ZoneInfo) -> datetime:
    return (start.astimezone(UTC) + length).astimezone(zone)
