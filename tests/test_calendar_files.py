"""Calendar files read right in any calendar: the same event known again, at its wall time, and gone when cancelled."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import icalendar
import pytest

from handlers.timetable.calendar import calendar_file
from storage.shared.cohorts import Cohort
from storage.shared.timetable import Event, EventKind

NOW = datetime(2027, 1, 5, 9, tzinfo=UTC)
LONDON = ZoneInfo("Europe/London")
PROGRAMME = "London Leadership Programme"
COHORT = Cohort(
    name="Autumn 2026",
    programme="london-leadership",
    zone="Europe/London",
    starts=date(2026, 9, 7),
    ends=date(2027, 7, 1),
    made_at=NOW,
)


def event(title: str, day: date) -> Event:
    return Event(cohort_id=1, kind=EventKind.MODULE, title=title, day=day, made_at=NOW, changed_at=NOW)


def summer_module() -> Event:
    """In summer, when London is an hour ahead of UTC."""
    module = event(
        "Module 6: Self in the System; presence, impact, and “public narrative” – with storytelling in Lewisham",
        date(2027, 7, 6),
    )
    module.starts_at = datetime(2027, 7, 6, 8, 30, tzinfo=UTC)
    module.ends_at = datetime(2027, 7, 6, 15, 30, tzinfo=UTC)
    module.place = "City Hall, Kamal Chunchie Way; London"
    module.way_in = "By the river\nThen up the ramp"
    module.link = "https://example.org/join?room=6&pin=1"
    return module


def calendar_bytes(events: list[Event], cohort: Cohort, programme: str, now: datetime) -> bytes:
    return calendar_file(events, cohort, programme, now).data


def read(data: bytes) -> icalendar.Calendar:
    found = icalendar.Calendar.from_ical(data)
    assert isinstance(found, icalendar.Calendar)
    return found


def test_an_event_reads_as_it_is_with_its_wall_time_and_its_zone() -> None:
    module = summer_module()
    file = calendar_file([module], COHORT, PROGRAMME, NOW)
    assert (file.name.endswith(".ics"), file.media_type) == (True, "text/calendar")
    calendar = read(file.data)
    assert calendar["METHOD"] == "PUBLISH"
    [entry] = calendar.events
    assert entry["SUMMARY"] == module.title
    assert entry["LOCATION"] == module.place
    assert entry["URL"] == module.link
    assert str(entry["DESCRIPTION"]).splitlines() == [
        f"{PROGRAMME}, Autumn 2026",
        "Way in: By the river",
        "Then up the ramp",
        f"Join online: {module.link}",
    ]
    assert (entry["UID"], entry["SEQUENCE"], entry["STATUS"]) == (module.uid, 0, "CONFIRMED")
    assert entry["DTSTART"].params["TZID"] == "Europe/London"
    assert entry.start == datetime(2027, 7, 6, 9, 30, tzinfo=LONDON)
    assert entry.end == datetime(2027, 7, 6, 16, 30, tzinfo=LONDON)
    assert entry.DTSTAMP == NOW
    [zone] = calendar.timezones
    told = zone.to_tz(lookup_tzid=False)  # by the rules in the file alone, as a calendar that knows no zones has them
    for month, hours in ((1, 0), (7, 1)):
        assert datetime(2027, month, 6, 12, tzinfo=told).utcoffset() == timedelta(hours=hours)


def test_a_changed_event_is_the_same_event_and_the_later_one() -> None:
    module = summer_module()
    before = read(calendar_bytes([module], COHORT, PROGRAMME, NOW)).events[0]
    module.sequence, module.day = 1, date(2027, 7, 7)
    module.starts_at = datetime(2027, 7, 7, 8, 30, tzinfo=UTC)
    after = read(calendar_bytes([module], COHORT, PROGRAMME, NOW + timedelta(days=1))).events[0]
    assert after["UID"] == before["UID"]
    assert (before.sequence, after.sequence) == (0, 1)
    assert (NOW, NOW + timedelta(days=1)) == (before.DTSTAMP, after.DTSTAMP)


def test_what_was_cancelled_goes_from_calendars_alone_and_among_others() -> None:
    gone, on = summer_module(), event("Your narrative", date(2027, 4, 7))
    gone.cancelled_at, gone.sequence = NOW, 2
    alone = read(calendar_bytes([gone], COHORT, PROGRAMME, NOW))
    assert (alone["METHOD"], alone.events[0]["STATUS"]) == ("CANCEL", "CANCELLED")
    whole = read(calendar_bytes([gone, on], COHORT, PROGRAMME, NOW))
    assert whole["METHOD"] == "PUBLISH"
    assert [entry["STATUS"] for entry in whole.events] == ["CANCELLED", "CONFIRMED"]


def test_what_has_only_a_day_is_a_day_and_keeps_nobody_busy() -> None:
    calendar = read(calendar_bytes([event("Your narrative", date(2027, 4, 7))], COHORT, PROGRAMME, NOW))
    [entry] = calendar.events
    assert entry["DTSTART"].params["VALUE"] == "DATE"
    assert (entry.start, entry.end) == (date(2027, 4, 7), date(2027, 4, 8))
    assert entry["TRANSP"] == "TRANSPARENT"
    assert calendar.timezones == []


@pytest.mark.parametrize("title", ["ü" * 90, "a b " * 22, "BEGIN:VEVENT", "one\r\nATTENDEE:mailto:eve@example.org"])
def test_each_line_is_folded_and_nobodys_words_make_another_line(title: str) -> None:
    data = calendar_bytes([event(title, date(2027, 4, 7))], COHORT, PROGRAMME, NOW)
    assert data.endswith(b"\r\n")
    lines = data.split(b"\r\n")
    assert all(len(line) <= 75 for line in lines)
    assert not any(b"\n" in line or b"\r" in line for line in lines)
    names = {line.split(b":")[0].split(b";")[0] for line in lines if line and not line.startswith(b" ")}
    assert b"ATTENDEE" not in names
    assert lines.count(b"BEGIN:VEVENT") == 1
    folded = data.replace(b"\r\n ", b"").decode()  # as RFC 5545 has it put together again
    assert f"SUMMARY:{title[:3]}" in folded
