"""What stands in the way of a change to the timetable, and what is worth asking before it is made."""

from collections.abc import Sequence
from datetime import date, datetime, time
from typing import TypeVar
from zoneinfo import ZoneInfo

from bot.chat.errors import Refusal
from bot.chat.markdown import literal
from bot.chat.times import spoken_date
from scheduling.bank_holidays import bank_holiday
from scheduling.timetable import Known
from storage.shared.cohorts import Cohort
from storage.shared.timetable import Event, EventKind

Hour = TypeVar("Hour", time, datetime)

FEWEST = 5
"""Of fewer people nothing is said as a number."""


def refuse_what_cant_be(kind: EventKind, wanted: Known, others: Sequence[Event], now: datetime, zone: ZoneInfo) -> None:
    """Raises Refusal for a day or times that can't be meant."""
    if wanted.day < now.astimezone(zone).date() or wanted.over(zone) <= now:
        raise Refusal(f"{spoken_date(wanted.day)} has gone by. Please give a day and time that lie ahead.")
    refuse_times(*(moment and moment.astimezone(zone) for moment in (wanted.starts_at, wanted.ends_at)))
    refuse_two_modules(kind, wanted.day, others)


def refuse_two_modules(kind: EventKind, day: date, others: Sequence[Event]) -> None:
    """Raises Refusal for a module on the day of another."""
    if kind == EventKind.MODULE:
        for other in others:
            if other.kind == EventKind.MODULE and other.day == day:
                raise Refusal(
                    f"“{literal(other.title)}” is on {spoken_date(other.day)}, and nobody can be in two modules. "
                    "Please choose another day."
                )


def refuse_times(starts: Hour | None, ends: Hour | None) -> None:
    """Raises Refusal for an end that goes with no such start."""
    if starts is None and ends is not None:
        raise Refusal("Please say from what time as well, or leave both out for a whole day.")
    if starts is not None and ends is not None and ends <= starts:
        raise Refusal(f"It would end at {ends:%H:%M}, and it starts at {starts:%H:%M}. Please give a later end.")


def doubts(kind: EventKind, wanted: Known, others: Sequence[Event], cohort: Cohort, busy_elsewhere: int) -> list[str]:
    """What whoever chose this day may not have thought of."""
    day = spoken_date(wanted.day)
    return [
        *([f"{day} is a bank holiday, {name}. Really?"] if (name := bank_holiday(wanted.day)) else []),
        *([f"{day} is at the weekend. Really?"] if wanted.day.weekday() >= 5 else []),
        *_outside(kind, wanted.day, cohort),
        *(f"“{literal(other.title)}” is on that day as well." for other in others if other.day == wanted.day),
        *(
            [f"On that day {busy_elsewhere} of this cohort have something in another cohort of theirs."]
            if busy_elsewhere >= FEWEST
            else []
        ),
    ]


def _outside(kind: EventKind, day: date, cohort: Cohort) -> list[str]:
    """A deadline may well lie before the start."""
    if day < cohort.starts and kind != EventKind.DEADLINE:
        return [f"That is before the cohort starts, on {spoken_date(cohort.starts)}."]
    if day > cohort.ends:
        return [f"That is after the cohort ends, on {spoken_date(cohort.ends)}."]
    return []
