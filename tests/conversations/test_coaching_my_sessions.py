"""What people can count on when they look at their sessions, put them into calendars, note and log them."""

import csv
from io import StringIO
from logging import INFO

import pytest
from aiohttp import ClientSession
from ical.calendar import Calendar
from ical.calendar_stream import IcsCalendarStream
from ical.event import EventStatus

from bot.calendar_feeds import CalendarFeeds
from bot.chat.messages import File
from bot.web import WebServer
from handlers.coaching import presses
from handlers.coaching.changing.cancelling import CANCEL_GROUP, CANCEL_IT
from handlers.coaching.changing.moving import MOVE_HERE, MOVE_TO
from handlers.coaching.sessions import feed
from handlers.coaching.sessions.notes import WRITE
from scheduling.booking import Wish, confirm, wait
from scheduling.meeting_place import meet_at
from scheduling.rebooking import cancel, move_to, record
from storage.shared.coaching.bookings import Booked
from tests.canary import nowhere_but, tables_with
from tests.cast import LONDON, Cast
from tests.conversations.coached import Coached, at, coached
from tests.player import Player

NOT_THERE = "That booking isn’t as it was"


async def confirmed(world: Coached, player: Player, day: int, hour: int) -> Booked:
    booked = await world.books(player, at(day, hour))
    await world.does(confirm, booked.booking.id, world.id(world.carol))
    return booked


async def test_both_see_what_lies_ahead_a_day_of_it_and_what_has_been_and_nobody_else_does(cast: Cast) -> None:
    world = await coached(cast)
    ada, ben, carol = world.ada, world.ben, world.carol
    await ada.says("my sessions")
    ada.sees("0 of 6 sessions used", "No session of yours lies ahead", "[Book coaching]")
    booked = await confirmed(world, ada, 12, 14)
    await world.books(ben, at(19, 15))

    await ada.says("when is my next session?")
    ada.sees("0 of 6 sessions used, 1 booked", "Tuesday 12 January 2027", "with Carol Mensah, confirmed")
    ada.does_not_see("Ben", "You coach", "My week")
    await ada.presses("Tuesday 12 January 2027, 14:00 (London): Carol Mensah")
    ada.sees("With: Carol Mensah", "How it stands: confirmed", "Where: ", "to be agreed")
    ada.sees("[Move it]", "[Cancel it]", "[Details for my PA]", "[Put it in my calendar]")

    await carol.says("my sessions")
    carol.sees("You coach", "Ada Okafor, confirmed", "Ben Hughes, requested; it is held until")
    await carol.presses("My week")
    carol.sees("Tuesday 5 January 2027 to Monday 11 January 2027", "No session of yours is then")
    await carol.presses("The week after")
    carol.sees("Tuesday 12 January 2027 to Monday 18 January 2027", "Ada Okafor, confirmed")
    await ada.says("joining link for my coaching")
    ada.sees("With: Carol Mensah", "[Move it]")
    await carol.says("my coaching week")
    carol.sees("Tuesday 5 January 2027 to Monday 11 January 2027")
    await carol.says("my sessions on 19 January")
    carol.sees("Tuesday 19 January 2027", "Ben Hughes, requested")
    await carol.presses("Tuesday 19 January 2027, 15:00 (London): Ben Hughes")
    carol.sees("[Confirm]", "[Decline]", "With: Ben Hughes")

    for outsider in (ben, world.dora, world.colin):
        for press in (presses.SESSION, presses.FILE, presses.FOR_PA, presses.NOTES):
            await outsider.presses_data(press(booked.booking.id))
            outsider.sees(NOT_THERE)
    await ada.presses_data(presses.PAID(booked.booking.id, 1))
    ada.sees("That is for coaches")

    await cast.reach(at(12, 16))
    await ada.says("my past sessions")
    ada.sees("Earlier sessions", "with Carol Mensah, over")
    await ada.presses("Tuesday 12 January 2027, 14:00 (London): Carol Mensah")
    ada.sees("[We met]", "[We didn’t meet]")
    await world.does(record, booked.booking.id, world.id(carol), met=True)
    await carol.says("my past sessions")
    carol.sees("Ada Okafor, you met")


async def test_of_a_group_its_coach_sees_everybody_and_a_member_only_who_said_yes_as_they_did(cast: Cast) -> None:
    world = await coached(cast)
    await world.entitled_to_groups()
    offer = await world.group(world.carol)
    for player, named in ((world.ada, True), (world.ben, True), (world.cem, False)):
        booked = await world.books(player, at(14, 10), offer, named=named)
        await world.does(confirm, booked.booking.id, world.id(world.carol))
    await world.carol.says("my sessions")
    world.carol.sees("your group, 3 of 3")
    await world.carol.presses("Thursday 14 January 2027, 10:00 (London): your group")
    world.carol.sees("With: Ada Okafor", "Your group: Ada Okafor, Ben Hughes, Cem Aydin")
    await world.carol.presses("Cem Aydin")
    world.carol.sees("With: Cem Aydin", "Your group: Ada Okafor, Ben Hughes, Cem Aydin")

    await world.ada.says("my sessions")
    await world.ada.presses("Thursday 14 January 2027, 10:00 (London): Carol Mensah")
    world.ada.sees("Who else comes: Ben Hughes")
    await world.cem.says("my sessions")
    await world.cem.presses("Thursday 14 January 2027, 10:00 (London): Carol Mensah")
    world.cem.sees("With: Carol Mensah")
    world.ada.does_not_see("Cem")
    world.cem.does_not_see("Ada", "Ben", "Who else comes")


# ---------------------------------------------------------------- calendars


def read(file: File) -> Calendar:
    return IcsCalendarStream.calendar_from_ics(file.data.decode())


async def test_a_calendar_file_has_no_name_in_it_is_called_as_was_chosen_and_follows_each_change(cast: Cast) -> None:
    world = await coached(cast)
    ada, carol = world.ada, world.carol
    booked = await confirmed(world, ada, 12, 14)
    await ada.presses_data(presses.FILE(booked.booking.id))
    [first] = read(ada.files[-1]).events
    assert first.summary == "Busy"
    for words in ("Carol", "Ada", "Mensah", "coach"):
        assert words.encode() not in ada.files[-1].data
    await ada.says("details for my PA")
    ada.sees("Please keep this time free", "When: Tuesday 12 January 2027", "Where: to be agreed")
    assert "Carol" not in "".join(f"{message.text}{message.fields}" for message in ada.latest)

    await ada.says("sessions in my calendar")
    ada.sees("They are called: Busy")
    await ada.presses("Call them something else")
    await ada.fills(words="Learning")
    ada.sees("sessions are called “Learning” now")
    await world.does(move_to, booked.booking.id, world.id(carol), at(13, 9))
    await ada.presses_data(presses.FILE(booked.booking.id))
    [then] = read(ada.files[-1]).events
    assert (then.uid, then.summary, then.start) == (first.uid, "Learning", at(13, 9))
    assert (first.sequence or 0) < (then.sequence or 0)
    await carol.presses_data(presses.FILE(booked.booking.id))
    assert read(carol.files[-1]).events[0].summary == "Busy"

    await ada.says("sessions in my calendar")
    await ada.presses("Send me a file")
    assert [event.uid for event in read(ada.files[-1]).events] == [first.uid]
    await world.does(cancel, booked.booking.id, world.id(carol))
    await ada.presses_data(presses.FILE(booked.booking.id))
    assert b"METHOD:CANCEL" in ada.files[-1].data
    await ada.says("sessions in my calendar")
    await ada.presses("Send me a file")
    ada.sees("Nothing that lies ahead of you goes into a calendar")
    await ada.says("details for my PA")
    ada.sees("No session of yours lies ahead")


async def test_what_becomes_of_a_session_reaches_the_calendars_of_both_by_itself(cast: Cast) -> None:
    world = await coached(cast)
    await world.entitled_to_groups()
    ada, ben, cem, carol = world.ada, world.ben, world.cem, world.carol
    booked = await world.books(ada, at(12, 14))
    onwards = Wish(world.id(ada), cast.cohort.id, world.offer.id, at(19, 15), LONDON)
    await ada.presses_data(MOVE_HERE(booked.booking.id, onwards.offer_id, presses.minute_of(onwards.starts)))
    moved = [read(player.files[-1]).events[0] for player in (ada, carol)]
    assert {(event.uid, event.start, event.status) for event in moved} == {
        (booked.booking.uid, at(19, 15), EventStatus.TENTATIVE)
    }
    await carol.presses_data(f"coaching.decline_it:{booked.booking.id}")
    for player, event in zip((ada, carol), moved, strict=True):
        [gone] = read(player.files[-1]).events
        assert (gone.uid, gone.status) == (event.uid, EventStatus.CANCELLED)
        assert (gone.sequence or 0) > (event.sequence or 0)

    offer = await world.group(carol, places=2)
    members = [await world.books(player, at(14, 10), offer) for player in (ada, ben)]
    for member in members:
        await world.does(confirm, member.booking.id, world.id(carol), by=carol)
    line = Wish(world.id(cem), cast.cohort.id, offer.id, at(14, 10), LONDON)
    await world.does(wait, line, by=cem)
    await carol.presses_data(presses.FILE(members[0].booking.id))
    [group] = read(carol.files[-1]).events
    await world.does(meet_at, members[0].booking.id, world.id(carol), "Room 4", "", by=carol)
    await carol.presses_data(presses.FILE(members[1].booking.id))
    [there] = read(carol.files[-1]).events
    assert (there.uid, there.location, there.sequence) == (group.uid, "Room 4", (group.sequence or 0) + 1)
    assert read(ben.files[-1]).events[0].location == "Room 4"
    await carol.presses_data(MOVE_TO(members[0].booking.id, presses.minute_of(at(15, 11))))
    [later] = read(carol.files[-1]).events
    assert (later.uid, later.start, later.sequence) == (group.uid, at(15, 11), (there.sequence or 0) + 1)
    cem.sees("that you wait for has moved")
    assert cem.files == [], "who waits has nothing of it in a calendar"
    seen = len(carol.files)
    await ben.presses_data(CANCEL_IT(members[1].booking.id))
    assert read(ben.files[-1]).events[0].status == EventStatus.CANCELLED
    assert len(carol.files) == seen, "to her the group is as it was"
    await carol.presses_data(CANCEL_GROUP(members[0].booking.id))
    for player, uid in ((carol, group.uid), (ada, members[0].booking.uid)):
        [gone] = read(player.files[-1]).events
        assert (gone.uid, gone.status) == (uid, EventStatus.CANCELLED)


async def test_an_address_for_the_calendar_is_its_owners_secret_and_ends_when_they_say_so(
    cast: Cast, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(INFO)
    world = await coached(cast)
    ada = world.ada
    await confirmed(world, ada, 12, 14)
    await ada.says("sessions in my calendar")
    await ada.presses("Give me an address")
    first = secret_in(ada)
    assert len(bytes.fromhex(first)) * 8 == 256
    assert await tables_with(cast, first) == []

    status, text = await fetched(cast, first)
    assert status == 200
    [event] = IcsCalendarStream.calendar_from_ics(text).events
    assert (event.summary, event.start) == ("Busy", at(12, 14))
    assert "Carol" not in text
    nothing = await fetched(cast, "0" * 64)
    assert nothing[0] == 404
    assert nothing == await fetched(cast, "calendar") == await fetched(cast, first.upper())

    await ada.says("sessions in my calendar")
    ada.sees("I can’t show it again")
    await ada.presses("Give me a new address")
    ada.sees("The address that you had before leads nowhere now")
    second = secret_in(ada)
    assert (await fetched(cast, first), (await fetched(cast, second))[0]) == (nothing, 200)
    await ada.says("sessions in my calendar")
    await ada.presses("End the address")
    ada.sees("leads nowhere now")
    assert await fetched(cast, second) == nothing
    assert first not in caplog.text
    assert second not in caplog.text

    cast.settings = cast.settings.model_copy(update={"public_url": None})
    await cast.restart()
    await ada.says("sessions in my calendar")
    ada.sees("Here I can’t give you an address for it, but a file")
    await ada.presses_data(feed.OPEN())
    ada.sees("Here I can’t give you an address for it, but a file")


def secret_in(player: Player) -> str:
    """The secret of the address that is shown."""
    return player.screen.rpartition("https://waymark.example.org/calendar/")[2].partition(".ics")[0]


async def fetched(cast: Cast, secret: str) -> tuple[int, str]:
    """What a calendar gets at such an address."""
    feeds = CalendarFeeds(cast.app.database, cast.app.kit.secrets, cast.clock)
    web = WebServer("127.0.0.1", 0, cast.app.healthy, [feeds])
    await web.start()
    try:
        async with ClientSession(f"http://127.0.0.1:{web.port}") as session:
            response = await session.get(f"{feed.PATH}{secret}.ics")
            if response.status == 200:
                assert response.headers["Cache-Control"] == "private, no-store"
                assert response.headers["Referrer-Policy"] == "no-referrer"
            return response.status, await response.text()
    finally:
        await web.stop()


# ---------------------------------------------------------------- notes, and the log


async def test_a_note_on_a_session_is_in_its_authors_vault_and_nowhere_else(cast: Cast) -> None:
    world = await coached(cast)
    booked = await confirmed(world, world.ada, 12, 14)
    await confirmed(world, world.ben, 12, 15)
    carol, canary = world.carol, "the heron in her budget"
    await cast.reach(at(12, 16, 5))
    await carol.says("notes on my session with Ada")
    await carol.fills(text=f"Spoke about {canary}")
    carol.sees("Only you can read it")
    await carol.says("notes on my session with Ada")
    carol.sees("Your notes on this session", "Ada Okafor, Tuesday 12 January 2027")
    await carol.presses("Write another")
    await carol.fills(text="And then?")
    await carol.says("notes on my session with Ben")
    await carol.fills(text="Nothing of birds")
    carol.sees("Only you can read it")
    await world.ada.presses_data(presses.NOTES(booked.booking.id))
    world.ada.does_not_see(canary, "Your notes on this session")
    await world.ada.says("cancel")
    for outsider in (world.ben, world.dora):
        await outsider.presses_data(WRITE(booked.booking.id))
        outsider.sees(NOT_THERE)
    await nowhere_but(cast, canary, carol)


async def test_a_coachs_log_has_names_only_of_those_who_said_yes_and_what_was_paid_by_their_word(cast: Cast) -> None:
    world = await coached(cast)
    await world.entitled_to_groups()
    carol, offer = world.carol, await world.group(world.carol)
    alone = await confirmed(world, world.ada, 12, 14)
    missed = await confirmed(world, world.cem, 12, 15)
    for player in (world.ada, world.ben):
        member = await world.books(player, at(14, 10), offer)
        await world.does(confirm, member.booking.id, world.id(carol))
    await carol.says("my log of hours")
    await carol.presses("Pro bono")
    carol.sees("No session that you coach has taken place yet")
    await cast.reach(at(14, 12))
    await world.does(record, missed.booking.id, world.id(carol), met=False)
    await world.ada.presses_data(presses.SESSION(alone.booking.id))
    await world.ada.presses("My name in coaches’ logs")
    world.ada.sees("has your name")
    await carol.presses_data(presses.PAID(alone.booking.id, 1))
    carol.sees("Noted: this session", "was paid")

    await carol.says("my log of hours")
    carol.sees("2 sessions, 2 hours", "initials", "[They are paid]")
    rows = list(csv.DictReader(StringIO(carol.files[-1].data.decode("utf-8-sig"))))
    assert [list(row.values()) for row in rows] == [
        ["2027-01-12", "14:00", "15:00", "Europe/London", "1", "individual", "1", "Ada Okafor", "paid"],
        ["2027-01-14", "10:00", "11:00", "Europe/London", "1", "group", "2", "Ada Okafor; B. H.", "pro bono"],
    ]
    await world.ada.presses_data(presses.NAMED(0))
    world.ada.sees("your initials, not your name")
    await carol.says("my log of hours")
    assert b"Ada" not in carol.files[-1].data
    await world.ada.says("my log of hours")
    world.ada.sees("for coaches")
