"""Sessions in calendars, as a second library reads them: one entry for one session, and nobody’s name in it."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from ical.calendar import Calendar
from ical.calendar_stream import IcsCalendarStream
from ical.event import EventStatus
from ical.types import Classification

from handlers.calendar_files import CalendarEntry, calendar_of
from handlers.coaching.sessions.calendar_entry import entries, session_entry
from scheduling.placing import at_another_time
from storage.shared.coaching.bookings import Booked
from storage.shared.coaching.places import LIVE, Booking, BookingState, Slot, but
from storage.shared.people import Person

NOW = datetime(2027, 1, 5, 9, tzinfo=UTC)
SUMMER = datetime(2027, 7, 6, 13, tzinfo=UTC)
"""When London is an hour ahead of UTC."""
CAROL, ADA, BEN, CEM = 1, 2, 3, 4


def person(person_id: int, zone: str = "Europe/London", title: str = "Busy") -> Person:
    return Person(id=person_id, name="Somebody", zone=zone, calendar_title=title, made_at=NOW)


def slot(starts: datetime = SUMMER, slot_id: int = 1, places: int = 1, link: str = "") -> Slot:
    return Slot(
        id=slot_id,
        coach_id=CAROL,
        place="Room 4; first floor",
        link=link,
        places=places,
        starts_at=starts,
        ends_at=starts + timedelta(hours=1),
    )


def booked(in_slot: Slot, person_id: int = ADA, state: BookingState = BookingState.CONFIRMED) -> Booked:
    booking = Booking(
        id=person_id,
        slot_id=in_slot.id,
        number=person_id if state in LIVE else None,
        person_id=person_id,
        cohort_id=1,
        state=state,
        sequence=2,
        held_from=NOW,
        asked_at=NOW,
        changed_at=NOW,
    )
    return Booked(booking, in_slot)


def read(*shown: CalendarEntry) -> Calendar:
    return IcsCalendarStream.calendar_from_ics(calendar_of(shown, "Waymark", NOW).decode())


def test_a_session_opens_elsewhere_at_its_wall_time_private_and_under_the_title_that_was_chosen() -> None:
    ada = person(ADA, "America/New_York", "Learning, 1:1")
    calendar = read(session_entry(booked(slot(link="https://example.org/j?a=1&b=2")), ada))
    [event] = calendar.events
    assert (event.summary, event.location) == ("Learning, 1:1", "Room 4; first floor")
    assert event.classification == Classification.PRIVATE
    assert event.status == EventStatus.CONFIRMED
    assert event.start == datetime(2027, 7, 6, 9, tzinfo=ZoneInfo("America/New_York"))
    assert event.end == datetime(2027, 7, 6, 10, tzinfo=ZoneInfo("America/New_York"))
    assert event.description == "Join online: https://example.org/j?a=1&b=2"
    [requested] = read(session_entry(booked(slot(), state=BookingState.REQUESTED), person(ADA))).events
    assert (requested.status, requested.summary) == (EventStatus.TENTATIVE, "Busy")


def test_a_moved_session_is_the_same_and_the_later_one_and_a_cancelled_one_goes() -> None:
    before = booked(slot())
    moved = Booked(but(before.booking, sequence=3), slot(datetime(2027, 11, 2, 14, tzinfo=UTC), slot_id=9))
    gone = Booked(but(moved.booking, state=BookingState.CANCELLED, number=None), moved.slot)
    first, then = session_entry(before, person(ADA)), session_entry(moved, person(ADA))
    last = session_entry(gone, person(ADA), is_on=False)
    assert first.uid == then.uid == last.uid
    assert first.sequence < then.sequence < last.sequence
    calendar = calendar_of([last], "Waymark", NOW).decode()
    assert "METHOD:CANCEL" in calendar
    [event] = IcsCalendarStream.calendar_from_ics(calendar).events
    assert event.status == EventStatus.CANCELLED


def test_a_group_is_one_entry_for_its_coach_and_each_member_has_one_of_their_own() -> None:
    group = slot(places=3)
    three = [booked(group), booked(group, BEN), booked(group, CEM, BookingState.WAITING)]
    [of_coach] = entries(three, person(CAROL))
    assert of_coach.uid == group.uid
    all_moved = at_another_time(group, datetime(2027, 7, 7, 13, tzinfo=UTC))
    [later] = entries([booked(all_moved, BEN)], person(CAROL))
    assert (later.uid, later.sequence) == (of_coach.uid, of_coach.sequence + 1)
    [of_ben] = entries([three[1]], person(BEN))
    assert of_ben.uid == three[1].booking.uid
    assert entries([three[2]], person(CEM)) == []


def test_a_year_across_both_changes_of_the_clocks_keeps_its_wall_time() -> None:
    london = ZoneInfo("Europe/London")
    days = [date(2027, 1, 12), date(2027, 3, 30), date(2027, 7, 6), date(2027, 11, 2)]
    starts = [datetime(day.year, day.month, day.day, 14, tzinfo=london).astimezone(UTC) for day in days]
    each = [session_entry(booked(slot(at, number)), person(ADA)) for number, at in enumerate(starts)]
    read_back = [event.start_datetime.astimezone(london) for event in read(*each).events]
    assert [(at.hour, at.date()) for at in read_back] == [(14, day) for day in days]
