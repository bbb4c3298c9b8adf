"""The timetable's events in people's calendars."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.chat.messages import File
from handlers.calendar_files import MEDIA_TYPE, PUTS_IT, CalendarEntry, calendar_of
from storage.shared.cohorts import Cohort
from storage.shared.timetable import Event


def calendar_file(events: Sequence[Event], cohort: Cohort, programme: str, now: datetime) -> File:
    """These events of a cohort as one file, under the programme's name. What was cancelled goes from the calendar."""
    one = events[0].title if len(events) == 1 else ""
    cancels = bool(events) and all(event.cancelled_at for event in events)
    does = "takes it out of your calendar" if cancels else PUTS_IT
    called = f"{programme}, {cohort.name}"
    return File(
        calendar_of([_entry(event, cohort, called) for event in events], called, now),
        f"{_file_name(one or programme)}.ics",
        f"{one or 'The whole timetable'}: opening it {does}.",
        media_type=MEDIA_TYPE,
    )


def _entry(event: Event, cohort: Cohort, called: str) -> CalendarEntry:
    known = {"Way in": event.way_in, "Step-free access": event.step_free, "Join online": event.link}
    starts, ends = _times(event, ZoneInfo(cohort.zone))
    return CalendarEntry(
        uid=event.uid,
        sequence=event.sequence,
        changed_at=event.changed_at,
        title=event.title,
        starts=starts,
        ends=ends,
        cancelled=event.cancelled_at is not None,
        place=event.place,
        link=event.link,
        about="\n".join([called, *(f"{name}: {value}" for name, value in known.items() if value)]),
    )


def _times(event: Event, zone: ZoneInfo) -> tuple[date | datetime, date | datetime | None]:
    if event.starts_at is None:
        return event.day, event.day + timedelta(days=1)
    return event.starts_at.astimezone(zone), event.ends_at.astimezone(zone) if event.ends_at else None


def _file_name(words: str) -> str:
    return "-".join("".join(letter if letter.isalnum() else " " for letter in words.casefold()).split())[:60] or "event"
