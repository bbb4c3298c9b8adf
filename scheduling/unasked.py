"""Whether something unasked goes to somebody just now: the one function that says so, asked when it falls due.

Quiet hours, days off and leave are somebody's own; the budget is one message a day and five a week. What can wait
goes with a morning message; what can't, for its event begins before, goes two hours before that at the latest.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import count
from typing import Literal
from zoneinfo import ZoneInfo

A_DAY = 1
A_WEEK = 5
"""As many unasked messages, but for what begins soon or is urgent."""

SOON = timedelta(hours=2)
"""What begins within this can't wait."""

SHARED = "shared"
"""The kind of what says that a colleague lets somebody read something."""

BELONGING = "belonging"
"""The kind of what says that somebody is in a cohort no more, or may be again: it comes to who is in none, too."""

STEPPED_BACK = "stepped back"
HELD = "held"
"""Why something waits, in words that are for the record alone."""

MOST_AWAY = 400
"""Days after which nobody looks for a working day any more."""


@dataclass(frozen=True)
class Habits:
    """When somebody wants to hear from us."""

    zone: ZoneInfo
    quiet_from: time
    quiet_until: time
    morning: time
    days_off: frozenset[int]
    is_holiday: Callable[[date], bool]
    away: Sequence[tuple[date, date]] = ()
    """From the one day to the other, both included."""


@dataclass(frozen=True)
class Unasked:
    """What falls due, and how it stands with the one it is for."""

    kind: str
    useful_until: datetime | None = None
    begins: datetime | None = None
    """When the event that it is about does, if that lies ahead."""
    matters: bool = False
    """It is urgent: it goes beyond the budget, and on days off."""
    asked: bool = False
    """They asked for it to come just now, such as a reminder that they snoozed."""
    by_hand: bool = False
    """It goes into a list, and somebody tells them: it disturbs nobody at any hour."""
    is_morning: bool = False
    """It is a morning message itself."""
    there: Literal["here", "paused", "left"] = "here"
    held_until: datetime | None = None
    held: bool = False
    """Those who run the programme hold what is unasked, until then or until they say."""
    wanted: Literal["planned", "morning", "never"] = "planned"
    muted: bool = False
    """They want to hear nothing more about this event."""
    superseded: bool = False
    """The next reminder of the same has come, or goes with the same message."""
    sent_today: int = 0
    sent_this_week: int = 0
    mornings_today: int = 0
    morning_at: datetime | None = None
    """When the morning message comes that is owed next."""


@dataclass(frozen=True)
class Go:
    """It goes now."""


@dataclass(frozen=True)
class Later:
    """It is asked about again then."""

    at: datetime
    why: str


@dataclass(frozen=True)
class Morning:
    """It waits for the morning message of then; without a moment, until somebody lets messages through again."""

    at: datetime | None
    why: str


@dataclass(frozen=True)
class Drop:
    """It never goes."""

    why: str


Outcome = Go | Later | Morning | Drop


def may_go(message: Unasked, habits: Habits, now: datetime) -> Outcome:
    """What becomes of something unasked that is due."""
    if (never := _never(message, now)) is not None:
        return never
    if message.there == "paused":
        return _waits(message, None, STEPPED_BACK, habits, now)
    if message.held:
        return _waits(message, message.held_until, HELD, habits, now)
    if message.asked or message.by_hand:
        return Go()
    if _away(habits, day_of(habits, now)):
        return _waits(message, now, "you were away", habits, now)
    if message.is_morning:
        return _morning_goes(message, habits, now)
    if is_quiet(habits, now):
        return _after_quiet_hours(message, habits, now)
    if message.begins is not None and now <= message.begins <= now + SOON:
        return Go()
    why, at = _why_it_waits(message, habits, now)
    if not why:
        return Go()
    if message.begins is None or message.begins > at:
        return Morning(at, why)
    last = message.begins - SOON
    return Go() if last <= now or is_quiet(habits, last) else Later(last, why)


def may_go_along(message: Unasked, now: datetime) -> Outcome:
    """What becomes of something that has waited, now that a morning message goes: it is of use until its event begins.

    What waits for a reason that lasts goes on waiting.
    """
    if (never := _never(message, now if message.begins is None else datetime.min.replace(tzinfo=UTC))) is not None:
        return never
    if message.there == "paused" or message.held:
        return Morning(None, HELD)
    return Go()


def may_go_early(message: Unasked, due_at: datetime, habits: Habits, now: datetime) -> bool:
    """Whether what is due before the next morning message goes with the one of now: so it is said in time, and once."""
    if message.begins is None or message.asked or may_go_along(message, now) != Go():
        return False
    soon = message.begins - SOON
    until = at_wall(day_of(habits, next_morning(habits, now)), time(), habits.zone)
    return soon <= now or due_at < min(soon, until)


def _never(message: Unasked, now: datetime) -> Drop | None:
    if message.there == "left":
        return Drop("no longer in the cohort")
    if message.wanted == "never":
        return Drop("messages of this kind are not wanted")
    if message.muted:
        return Drop("this event is muted")
    if message.useful_until is not None and message.useful_until < now:
        return Drop("too late to be of use")
    if message.superseded and not message.asked:
        return Drop("the next reminder of it says the same")
    return None


def _waits(message: Unasked, until: datetime | None, why: str, habits: Habits, now: datetime) -> Outcome:
    """Nothing unasked at all goes just now. A morning message that knows no end of that is owed anew when it ends."""
    at = None if until is None else next_morning(habits, max(until, now))
    if not message.is_morning:
        return Morning(at, why)
    return Drop(why) if at is None else Later(at, why)


def _morning_goes(message: Unasked, habits: Habits, now: datetime) -> Outcome:
    day = day_of(habits, now)
    if message.mornings_today:
        return Later(next_morning(habits, now), "one had come that day")
    if now < _morning_of(habits, day) or not _works(habits, day) or is_quiet(habits, now):
        return Later(next_morning(habits, now), "it was not the hour for it")
    return Go()


def _after_quiet_hours(message: Unasked, habits: Habits, now: datetime) -> Outcome:
    end = quiet_end(habits, now)
    if message.begins is not None and now <= message.begins <= end:
        return Drop("it fell into quiet hours, and the event began before those ended")
    return Later(end, "it fell into your quiet hours")


def _why_it_waits(message: Unasked, habits: Habits, now: datetime) -> tuple[str, datetime]:
    """Why something waits for a morning message, and when that comes; no words where it needn't wait."""
    day = day_of(habits, now)
    following = next_morning(habits, now)
    if message.wanted == "morning":
        return "messages of this kind come in the morning message", following
    if message.matters:
        return "", following
    if not _works(habits, day):
        return "it was a day off", following
    if message.morning_at is not None and day_of(habits, message.morning_at) <= day:
        return "a morning message was to come that day", message.morning_at
    if message.begins is not None and day < day_of(habits, message.begins) <= day_of(habits, following):
        return "", following  # what is to be known the day before is of no use on the day
    if message.sent_today >= A_DAY:
        return "something else had come that day", following
    if message.sent_this_week >= A_WEEK:
        return "enough had come that week", following
    return "", following


# ---------------------------------------------------------------- somebody's days


def day_of(habits: Habits, moment: datetime) -> date:
    """The day that it is where they are."""
    return moment.astimezone(habits.zone).date()


def at_wall(day: date, wall: time, zone: ZoneInfo) -> datetime:
    """A wall time as an instant: one that the clocks skip moves on by an hour, one that comes twice is the first."""
    return datetime.combine(day, wall, zone).astimezone(UTC)


def is_quiet(habits: Habits, moment: datetime) -> bool:
    """Whether the moment is in their quiet hours."""
    return quiet_at(habits, moment.astimezone(habits.zone).time())


def quiet_at(habits: Habits, wall: time) -> bool:
    """The same of a wall time."""
    if habits.quiet_from <= habits.quiet_until:
        return habits.quiet_from <= wall < habits.quiet_until
    return wall >= habits.quiet_from or wall < habits.quiet_until


def quiet_end(habits: Habits, moment: datetime) -> datetime:
    """When the quiet hours end that the moment is in."""
    today = day_of(habits, moment)
    ends = (at_wall(today + timedelta(days=days), habits.quiet_until, habits.zone) for days in range(3))
    return next(end for end in ends if end > moment and not is_quiet(habits, end))


def next_morning(habits: Habits, moment: datetime) -> datetime:
    """When the first morning message after the moment comes: on a working day on which they are there."""
    today = day_of(habits, moment)
    for day in (today + timedelta(days=days) for days in range(MOST_AWAY)):
        if _works(habits, day) and not _away(habits, day):
            at = _morning_of(habits, day)
            if at > moment:
                return at
    return moment + timedelta(days=MOST_AWAY)


def morning_up_to(habits: Habits, day: date) -> datetime:
    """The morning message of that day, or the last one before."""
    mornings = (next_morning(habits, at_wall(day - timedelta(days=days), time(), habits.zone)) for days in count())
    return next(at for at in mornings if day_of(habits, at) <= day)


def _morning_of(habits: Habits, day: date) -> datetime:
    """The hour of that day's morning message: theirs, or when their quiet hours end if it is within those."""
    at = at_wall(day, habits.morning, habits.zone)
    return at_wall(day, habits.quiet_until, habits.zone) if is_quiet(habits, at) else at


def _works(habits: Habits, day: date) -> bool:
    """Whether it is one of their working days; who has none takes any."""
    return len(habits.days_off) > 6 or (day.weekday() not in habits.days_off and not habits.is_holiday(day))


def _away(habits: Habits, day: date) -> bool:
    return any(first <= day <= last for first, last in habits.away)
