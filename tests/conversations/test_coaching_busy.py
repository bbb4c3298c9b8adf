"""What people can count on when they say when they are busy, send a calendar, or have one read."""

from datetime import datetime, timedelta

from handlers.coaching.busy.calendars_read import STOP
from handlers.coaching.busy.chat import NOT_BUSY
from storage.shared.coaching.busy import CALENDAR
from tests.canary import nowhere_but, tables_with
from tests.cast import Cast
from tests.conversations.coached import Coached, at, coached
from tests.player import Player
from tests.stages import Sending

CANARY = "the swan’s operation"
ADDRESS = "https://calendar.example.org/carol/secret-swan/basic.ics"


def calendar(*events: tuple[datetime, datetime]) -> bytes:
    parts = [
        f"BEGIN:VEVENT\r\nUID:{number}\r\nDTSTART:{starts:%Y%m%dT%H%M%SZ}\r\nDTEND:{ends:%Y%m%dT%H%M%SZ}\r\n"
        f"SUMMARY:{CANARY}\r\nLOCATION:{CANARY}\r\nEND:VEVENT\r\n"
        for number, (starts, ends) in enumerate(events)
    ]
    return f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n{''.join(parts)}END:VCALENDAR\r\n".encode()


async def free_on_the_12th(them: Coached, player: Player) -> list[str]:
    """The times of Carol's that somebody is shown on that Tuesday."""
    await player.says("book coaching with Carol on Tuesday 12 January")
    labels = [button.label for message in player.latest for button in message.buttons]
    return [label.split(", ")[1].split(" (")[0] for label in labels if label.startswith("Tuesday 12 January")]


async def test_nobody_is_booked_when_they_said_that_they_are_busy_and_nobody_learns_why(cast: Cast) -> None:
    them = await coached(cast)
    carol, ada, ben = them.carol, them.ada, them.ben
    await them.assigns(carol, ada, ben)
    assert await free_on_the_12th(them, ada) == ["14:00", "15:00", "16:00"]
    await carol.says(f"I’m busy Tuesday 12 January 2-3 and Thursday morning, {CANARY}")
    carol.sees("Tuesday 12 January 2027, 14:00–15:00 (London)", "Thursday 7 January 2027, 09:00–12:00 (London)")
    assert await tables_with(cast, "swan") == []
    assert await free_on_the_12th(them, ada) == ["15:00", "16:00"]
    await carol.says("undo")
    carol.sees("You can be booked then, as before")
    assert await free_on_the_12th(them, ada) == ["14:00", "15:00", "16:00"]

    await carol.says("i'm busy thursday 2-4 paris time")
    carol.sees("Thursday 7 January 2027, 13:00–15:00 (London)")
    await carol.says("i'm busy thursday 2-4 Xanadu time")
    carol.sees("I don’t know that place")
    await ada.says("I’m busy")
    await ada.fills(times=f"Tuesday 12 January 15:00-16:00 {CANARY}\nnothing here\n14 to 18 February")
    ada.sees("I offer you no sessions then", "Tuesday 12 January 2027, 15:00–16:00")
    ada.sees("Sunday 14 February 2027 to Thursday 18 February 2027", "One line")
    assert await free_on_the_12th(them, ada) == ["14:00", "16:00"]
    assert await free_on_the_12th(them, ben) == ["14:00", "15:00", "16:00"]
    await nowhere_but(cast, CANARY, ada, carol)
    await ada.says("I’m busy every Friday")
    ada.sees("comes again and again", "as a file (.ics)")

    await ada.says("my busy times")
    ada.sees("I offer you no sessions then", "Tuesday 12 January 2027, 15:00–16:00")
    async with cast.app.database.unit() as unit:
        first, *_ = await unit.busy.ahead(them.id(ada), cast.clock.now(), "said")
    await ben.presses_data(NOT_BUSY(first.id))
    ben.sees("That isn’t there any more")
    await ada.presses("Free again: Tuesday 12 January 2027, 15:00 (London)")
    assert await free_on_the_12th(them, ada) == ["14:00", "15:00", "16:00"]
    await them.dora.says("my busy times")
    them.dora.sees("That is for")


async def test_a_calendar_file_counts_by_its_times_alone_and_is_forgotten(cast: Cast) -> None:
    them = await coached(cast)
    carol, ada = them.carol, them.ada
    await them.assigns(carol, ada)
    await carol.sends(Sending("work.ics", "text/calendar", calendar((at(12, 14), at(12, 15)))))
    await cast.settle()
    carol.sees("Nobody can book you at one time in the year ahead", "deleted it here")
    await nowhere_but(cast, CANARY)
    assert await free_on_the_12th(them, ada) == ["15:00", "16:00"]
    await carol.sends(Sending("work.ics", "text/calendar", b"<html>sign in</html>"))
    await cast.settle()
    carol.sees("couldn’t use that file: it is no calendar that I can read. Nothing has changed")
    await carol.sends(Sending("new.ics", "text/calendar", calendar((at(12, 15), at(12, 16)))))
    await cast.settle()
    assert await free_on_the_12th(them, ada) == ["14:00", "16:00"], "it takes the place of the first"
    await carol.says("read my calendar")
    await carol.presses("Forget what the file said")
    assert await free_on_the_12th(them, ada) == ["14:00", "15:00", "16:00"]


async def test_a_calendar_is_read_every_few_hours_and_what_is_known_stays_while_it_can_not_be(cast: Cast) -> None:
    them = await coached(cast)
    carol, ada = them.carol, them.ada
    await them.assigns(carol, ada)
    cast.calendars[ADDRESS] = calendar((at(12, 14), at(12, 15)))
    await carol.says("read my calendar")
    await carol.fills(address=ADDRESS.replace("https", "webcal"))
    await cast.settle()
    carol.sees("I have read your calendar", "one time")
    await nowhere_but(cast, "secret-swan", carol)
    await nowhere_but(cast, CANARY)
    assert await free_on_the_12th(them, ada) == ["15:00", "16:00"]

    cast.calendars[ADDRESS] = calendar((at(12, 14), at(12, 16)))
    await cast.reach(timedelta(hours=6))
    assert await free_on_the_12th(them, ada) == ["16:00"]
    kept = cast.calendars.pop(ADDRESS)
    await carol.says("hello")
    await cast.reach(at(7, 12))
    told = carol.screen.count("I couldn’t read your calendar: I can’t reach it")
    assert told == 1, carol.screen
    assert await free_on_the_12th(them, ada) == ["16:00"]
    cast.calendars[ADDRESS] = kept
    await carol.says("hello")
    await cast.reach(at(7, 19))
    carol.sees("I have read your calendar")
    await cast.reach(at(8, 3))
    assert carol.screen.count("I have read your calendar") == 2, "at first, and when it could be read again"

    await carol.says("read my calendar")
    async with cast.app.database.unit() as unit:
        (share,) = await unit.sharing.on_desk(them.id(carol), "calendars")
    await ada.presses_data(STOP(share.id))
    ada.sees("I don’t read a calendar of yours")
    await carol.presses("Stop reading it")
    carol.sees("have forgotten its address")
    assert await free_on_the_12th(them, ada) == ["14:00", "15:00", "16:00"]
    await cast.reach(at(9, 19))
    async with cast.app.database.unit() as unit:
        assert await unit.busy.ahead(them.id(carol), cast.clock.now(), CALENDAR) == []
    await carol.says("read my calendar at https://nowhere.example.org/x.ics")
    carol.finds_taken_back("nowhere.example.org")
    await cast.settle()
    carol.sees("I couldn’t read your calendar: I can’t reach it")
