"""Calendar files: what every calendar takes (RFC 5545), the same entry known again when it has changed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from icalendar import Event as VEvent

MEDIA_TYPE = "text/calendar"
PUTS_IT = "puts it into your calendar, or brings it up to date there"
YEAR = timedelta(days=366)


@dataclass(frozen=True, kw_only=True)
class CalendarEntry:
    """One thing in somebody's calendar."""

    uid: str
    sequence: int
    """How often it was changed."""
    changed_at: datetime
    title: str
    starts: date | datetime
    """A moment in the zone in which it is planned; a day keeps nobody busy."""
    ends: date | datetime | None
    cancelled: bool = False
    tentative: bool = False
    private: bool = False
    """Whoever else sees the calendar sees no more than that there is something."""
    place: str = ""
    link: str = ""
    about: str = ""


def calendar_of(
    entries: Sequence[CalendarEntry], name: str, now: datetime, look_again: timedelta | None = None
) -> bytes:
    """The bytes of a file with these; or of a feed, at which calendars look again after a while."""
    from icalendar import Calendar  # a fifth of a second to import, and seldom needed

    calendar = Calendar()
    calendar.add("prodid", "-//Waymark//Calendar//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "CANCEL" if entries and all(entry.cancelled for entry in entries) else "PUBLISH")
    calendar.add("x-wr-calname", name)
    if look_again is not None:
        calendar.add("refresh-interval", look_again, parameters={"VALUE": "DURATION"})
        calendar.add("x-published-ttl", look_again)
    for entry in entries:
        calendar.add_component(_component(entry, now))
    days = [date(entry.starts.year, entry.starts.month, entry.starts.day) for entry in entries]
    if days:  # a zone's rules for as long as they are needed, and no longer
        calendar.add_missing_timezones(first_date=min(days) - YEAR, last_date=max(days) + YEAR)
    return bytes(calendar.to_ical())


def _component(entry: CalendarEntry, now: datetime) -> "VEvent":
    from icalendar import Event as VEvent

    component = VEvent()
    component.add("uid", entry.uid)
    component.add("sequence", entry.sequence)
    component.add("dtstamp", now.astimezone(UTC))
    component.add("last-modified", entry.changed_at.astimezone(UTC))
    component.add("summary", entry.title)
    component.add("dtstart", entry.starts)
    if entry.ends is not None:
        component.add("dtend", entry.ends)
    component.add("status", "CANCELLED" if entry.cancelled else "TENTATIVE" if entry.tentative else "CONFIRMED")
    if entry.private:
        component.add("class", "PRIVATE")
    if not isinstance(entry.starts, datetime):
        component.add("transp", "TRANSPARENT")
    if entry.place:
        component.add("location", entry.place)
    if entry.link:
        component.add("url", entry.link)
    if entry.about:
        component.add("description", entry.about)
    return component
