"""Calendar files: events as every calendar takes them (RFC 5545), the same event known again when it has changed."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from bot.chat.messages import File
from storage.shared.cohorts import Cohort
from storage.shared.timetable import Event

if TYPE_CHECKING:
    from icalendar import Event as VEvent

MEDIA_TYPE = "text/calendar"
YEAR = timedelta(days=366)


def calendar_file(events: Sequence[Event], cohort: Cohort, programme: str, now: datetime) -> File:
    """These events of a cohort as one file, under the programme's name. What was cancelled goes from the calendar."""
    one = events[0].title if len(events) == 1 else ""
    cancels = bool(events) and all(event.cancelled_at for event in events)
    does = "takes it out of your calendar" if cancels else "puts it into your calendar, or brings it up to date there"
    return File(
        calendar_of(events, cohort, programme, now),
        f"{_file_name(one or programme)}.ics",
        f"{one or 'The whole timetable'}: opening it {does}.",
        media_type=MEDIA_TYPE,
    )


def calendar_of(events: Sequence[Event], cohort: Cohort, programme: str, now: datetime) -> bytes:
    """The file's bytes."""
    from icalendar import Calendar  # a fifth of a second to import, and seldom needed

    calendar = Calendar()
    calendar.add("prodid", "-//Waymark//Timetable//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "CANCEL" if events and all(event.cancelled_at for event in events) else "PUBLISH")
    calendar.add("x-wr-calname", f"{programme}, {cohort.name}")
    for event in events:
        calendar.add_component(_entry(event, cohort, programme, now))
    days = [event.day for event in events]
    if days:  # a zone's rules for as long as they are needed, and no longer
        calendar.add_missing_timezones(first_date=min(days) - YEAR, last_date=max(days) + YEAR)
    return bytes(calendar.to_ical())


def _entry(event: Event, cohort: Cohort, programme: str, now: datetime) -> "VEvent":
    from icalendar import Event as VEvent

    entry = VEvent()
    entry.add("uid", event.uid)
    entry.add("sequence", event.sequence)
    entry.add("dtstamp", now.astimezone(UTC))
    entry.add("last-modified", event.changed_at.astimezone(UTC))
    entry.add("summary", event.title)
    for name, moment in _times(event, ZoneInfo(cohort.zone)).items():
        entry.add(name, moment)
    entry.add("status", "CANCELLED" if event.cancelled_at else "CONFIRMED")
    if event.starts_at is None:
        entry.add("transp", "TRANSPARENT")  # nobody is busy all day for a deadline
    if event.place:
        entry.add("location", event.place)
    if event.link:
        entry.add("url", event.link)
    entry.add("description", _about(event, cohort, programme))
    return entry


def _times(event: Event, zone: ZoneInfo) -> dict[str, date | datetime]:
    if event.starts_at is None:
        return {"dtstart": event.day, "dtend": event.day + timedelta(days=1)}
    times: dict[str, date | datetime] = {"dtstart": event.starts_at.astimezone(zone)}
    if event.ends_at is not None:
        times["dtend"] = event.ends_at.astimezone(zone)
    return times


def _about(event: Event, cohort: Cohort, programme: str) -> str:
    known = {"Way in": event.way_in, "Step-free access": event.step_free, "Join online": event.link}
    return "\n".join([f"{programme}, {cohort.name}", *(f"{name}: {value}" for name, value in known.items() if value)])


def _file_name(words: str) -> str:
    return "-".join("".join(letter if letter.isalnum() else " " for letter in words.casefold()).split())[:60] or "event"
