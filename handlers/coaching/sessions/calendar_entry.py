"""Sessions in the calendars of those who meet: under the title that each has chosen, without a name or a topic."""

from collections.abc import Iterable
from datetime import datetime
from itertools import groupby
from zoneinfo import ZoneInfo

from bot.chat.messages import File
from handlers.calendar_files import MEDIA_TYPE, PUTS_IT, CalendarEntry, calendar_of
from handlers.coaching.words import LOST
from scheduling.coaching import Change, What
from storage.shared.coaching.bookings import Booked
from storage.shared.coaching.places import Booking, BookingState, Slot
from storage.shared.people import Person
from storage.shared.unit import SharedUnit

CALENDAR = "Waymark"
"""What is said of a calendar with sessions in it."""
MOST_FILES = 6


async def session_file(db: SharedUnit, booked: Booked, reader: Person, now: datetime) -> File:
    """The file of one session, for one of the two: it puts it there, brings it up to date, or takes it out."""
    entry = session_entry(booked, reader, is_on=await _is_on(db, booked, reader))
    does = "takes it out of your calendar" if entry.cancelled else PUTS_IT
    day = booked.slot.starts_at.astimezone(ZoneInfo(reader.zone))
    return File(
        calendar_of([entry], CALENDAR, now),
        f"session-{day:%Y-%m-%d}.ics",
        f"Opening it {does}.",
        media_type=MEDIA_TYPE,
    )


async def changed_files(db: SharedUnit, changes: Iterable[Change], reader: Person, now: datetime) -> tuple[File, ...]:
    """What brings a calendar of one of the two up to date with these, where what became of them shows in it."""
    found = {
        known_by(change.booked, reader.id).uid: change.booked
        for change in changes
        if reader.id in (change.booked.booking.person_id, change.booked.slot.coach_id)
        and await _shows(db, change, reader)
    }
    return tuple([await session_file(db, booked, reader, now) for booked in list(found.values())[:MOST_FILES]])


async def _shows(db: SharedUnit, change: Change, reader: Person) -> bool:
    """A place in a line is in no calendar; and to its coach a group looks as before, when somebody of it is gone."""
    if change.waited or change.booked.booking.state == BookingState.WAITING:
        return False
    if change.what in LOST:
        return not await _is_on(db, change.booked, reader)
    return change.was is not None or change.what == What.PLACED


def sessions_file(booked: Iterable[Booked], reader: Person, now: datetime) -> File:
    """All these sessions of theirs in one file."""
    return File(
        calendar_of(entries(booked, reader), CALENDAR, now),
        "sessions.ics",
        "Opening it puts your sessions into your calendar, or brings them up to date there.",
        media_type=MEDIA_TYPE,
    )


async def sessions_between(db: SharedUnit, person_id: int, first: datetime, last: datetime) -> list[Booked]:
    """All of somebody's sessions between the two, whatever became of them; those that they coach come last."""
    return [
        *await db.bookings.of_person(person_id, first, last),
        *await db.bookings.of_coach(person_id, first, last),
    ]


def entries(booked: Iterable[Booked], reader: Person) -> list[CalendarEntry]:
    """What of these is in somebody's calendar, each session once."""
    has_a_place = [each for each in booked if is_in_calendar(each.booking)]
    return [
        session_entry(next(iter(together)), reader)
        for _, together in groupby(sorted(has_a_place, key=_in_order), key=lambda each: each.slot.id)
    ]


def session_entry(booked: Booked, reader: Person, *, is_on: bool = True) -> CalendarEntry:
    """A session as it stands in the calendar of one of the two."""
    booking, slot, zone = booked.booking, booked.slot, ZoneInfo(reader.zone)
    its_own = known_by(booked, reader.id)
    return CalendarEntry(
        uid=its_own.uid,
        sequence=its_own.sequence + (not is_on),
        changed_at=booking.changed_at,
        title=reader.calendar_title,
        starts=slot.starts_at.astimezone(zone),
        ends=slot.ends_at.astimezone(zone),
        cancelled=not is_on,
        tentative=its_own is booking and booking.state == BookingState.REQUESTED,
        private=True,
        place=slot.place,
        link=slot.link,
        about=f"Join online: {slot.link}" if slot.link else "",
    )


def known_by(booked: Booked, reader_id: int) -> Booking | Slot:
    """What a session is known by to one of the two: a group to its coach as one, whoever is in it."""
    return booked.slot if booked.slot.is_group and booked.slot.coach_id == reader_id else booked.booking


def is_in_calendar(booking: Booking) -> bool:
    """Whether they meet, or met, or were to: a place that somebody is only offered is none of theirs."""
    return booking.number is not None and not booking.is_offered


async def _is_on(db: SharedUnit, booked: Booked, reader: Person) -> bool:
    """To its coach a group is on for as long as somebody has a place in it."""
    if booked.slot.is_group and reader.id == booked.slot.coach_id:
        seats = await db.bookings.seated(booked.slot.id)
        return seats is not None and bool(seats.people)
    return is_in_calendar(booked.booking)


def _in_order(booked: Booked) -> tuple[datetime, int]:
    return booked.slot.starts_at, booked.slot.id
