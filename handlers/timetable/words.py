"""How an event is worded, wherever it is spoken of."""

from datetime import date, datetime
from typing import Protocol
from zoneinfo import ZoneInfo

from bot.chat.markdown import literal
from bot.chat.times import spoken_date, spoken_span
from scheduling.timetable import Laid
from storage.shared.timetable import Event


class Dated(Protocol):
    """What has a day, and times of it where it has any."""

    @property
    def day(self) -> date: ...
    @property
    def starts_at(self) -> datetime | None: ...
    @property
    def ends_at(self) -> datetime | None: ...


def when(event: Dated, zone: ZoneInfo) -> str:
    """When it is, as its reader's zone has it: "Tuesday 9 March 2027, 09:30 to 16:30 (London)"."""
    if event.starts_at is None:
        return spoken_date(event.day)
    return spoken_span(event.starts_at, event.ends_at, zone)


def in_days(days: int) -> str:
    """How soon something is, where it begins a sentence: "Tomorrow"."""
    return {0: "Today", 1: "Tomorrow", 7: "In a week", 14: "In two weeks"}.get(days, f"In {days} days")


def line(event: Event, zone: ZoneInfo) -> str:
    """An event in one line: what it is, and when."""
    said = f"**{literal(event.title)}**, {when(event, zone)}"
    return f"{said}: cancelled" if event.cancelled_at else said


def remark(laid: Laid, now: datetime, zone: ZoneInfo) -> str:
    """What is worth knowing of the day that something is laid out for."""
    if laid.day < now.astimezone(zone).date():
        return " (gone by: choose another day for it)"
    return f" (not on {spoken_date(laid.meant)}, a bank holiday)" if laid.day != laid.meant else ""
