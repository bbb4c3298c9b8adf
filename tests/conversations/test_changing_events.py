"""Those who run a cohort change its timetable; everyone concerned hears of it once, a minute later."""

from datetime import date, timedelta

import pytest
from icalendar import Calendar

from handlers.timetable.changing import EDIT
from handlers.timetable.confirming import CONFIRM
from storage.shared.people import Role
from storage.shared.timetable import Event
from tests.cast import Cast
from tests.cohort import laid_out, other_cohort
from tests.player import Player

MINUTE = timedelta(minutes=1)
MODULE_5 = "Wednesday 10 February 2027, 09:30 to 16:30 (London)"
MOVED = "Friday 12 February 2027, 10:00 to 17:00 (London)"


@pytest.fixture(autouse=True)
async def timetable(cast: Cast) -> dict[str, Event]:
    """The cohort's, by the titles."""
    return {event.title: event for event in await laid_out(cast.app, cast.cohort)}


async def events(cast: Cast) -> dict[str, Event]:
    async with cast.app.database.unit() as unit:
        return {event.title: event for event in await unit.timetable.of_cohort(cast.cohort.id, cancelled=True)}


async def last_day(cast: Cast) -> date:
    async with cast.app.database.unit() as unit:
        return (await unit.cohorts.get(cast.cohort.id)).ends


def hears(player: Player, words: str) -> int:
    """How often somebody has been told this."""
    return player.screen.count(words)


def calendar_entry(player: Player) -> tuple[str, str, int, str]:
    """Of the file that came last: its method, and the event's uid, sequence and status."""
    calendar = Calendar.from_ical(player.files[-1].data)
    (entry,) = calendar.walk("VEVENT")
    return str(calendar["METHOD"]), str(entry["UID"]), int(str(entry["SEQUENCE"])), str(entry["STATUS"])


async def test_everyone_concerned_hears_once_of_a_module_that_moves(cast: Cast, timetable: dict[str, Event]) -> None:
    mara, joe = await cast.member("Mara", Role.DIRECTOR), await cast.member("Joe", Role.ADMINISTRATOR)
    ada, cleo = await cast.participant("Ada"), await cast.member("Cleo", Role.COACH)
    await cast.person("Noor", Role.PARTICIPANT)

    await ada.says("move module 5 to 12 February 10:00")
    ada.sees("That is for the director and the administrator.")
    await mara.says("move module 5 to 12 February 10:00")
    mara.sees("Shall I do this?", "Module 5: Future of London would move from", "3 people hear of this once")
    mara.sees(f"has moved from {MODULE_5} to {MOVED}")
    await cast.reach(MINUTE * 5)
    assert not hears(ada, "has moved"), "nothing is told that was not confirmed"

    await mara.presses("Yes, do it")
    mara.sees(f"Done: Module 5: Future of London, {MOVED}.", "3 people hear of it today, or with their next")
    await cast.reach(timedelta(seconds=59))
    assert not hears(ada, "has moved")
    await cast.reach(timedelta(seconds=1))
    for player in (ada, cleo, joe):
        player.sees(f"Module 5: Future of London has moved from {MODULE_5} to {MOVED}.")
    assert not hears(mara, f"Module 5: Future of London has moved from {MODULE_5} to {MOVED}.\n[Remind")

    uid = timetable["Module 5: Future of London"].uid
    assert calendar_entry(ada) == ("PUBLISH", uid, 1, "CONFIRMED")

    await mara.presses("Undo")
    mara.sees("There is nothing to take back")
    await cast.reach(timedelta(hours=12))
    assert hears(ada, "has moved") == 1


async def test_a_second_change_within_the_minute_replaces_the_first_and_undo_takes_back_both(cast: Cast) -> None:
    mara, ada = await cast.member("Mara", Role.DIRECTOR), await cast.participant("Ada")

    await mara.says("move module 5 to 12 February 10:00")
    await mara.presses("Yes, do it")
    await cast.reach(MINUTE / 2)
    await mara.says("move module 5 to 15 February")
    mara.sees(f"has moved from {MODULE_5} to Monday 15 February 2027, 10:00 to 17:00 (London)")
    await mara.presses("Yes, do it")
    await cast.reach(MINUTE * 3 / 4)
    assert not hears(ada, "has moved"), "the minute has begun anew"
    await cast.reach(MINUTE / 4)
    ada.sees(f"from {MODULE_5} to Monday 15 February 2027, 10:00 to 17:00 (London)")
    assert hears(ada, "has moved") == 1

    await mara.says("cancel module 6")
    await mara.presses("Yes, do it")
    mara.sees("cancelled. One person hears of it today, or with their next morning message. For a minute")
    await mara.says("undo")
    mara.sees("Taken back: your change to Module 6: Self in the System.", "Nobody hears of it")
    await mara.says("undo")
    mara.sees("There is nothing to take back")
    await cast.reach(timedelta(hours=12))
    ada.does_not_see("Module 6: Self in the System, Wednesday 17 March 2027, 09:30 to 16:30 (London), is cancelled")

    assert (await events(cast))["Module 6: Self in the System"].sequence == 0

    as_laid = (await events(cast))["Graduation, with narratives told by participants"].day
    moved = date(2027, 9, 30)
    for words, ends in {"move the graduation to 30 September": moved, "cancel the graduation": as_laid}.items():
        await mara.says(words)
        await mara.presses("Yes, do it")
        assert await last_day(cast) == ends
        await mara.says("undo")
        assert await last_day(cast) == as_laid

    await mara.says("move module 6 to 18 March")
    await mara.presses("Leave it as it is")
    mara.sees("I left it as it is.")
    assert (await events(cast))["Module 6: Self in the System"].day == date(2027, 3, 17)


async def test_an_event_is_changed_in_a_form_and_its_details_are_told(cast: Cast) -> None:
    mara, ada = await cast.member("Mara", Role.DIRECTOR), await cast.participant("Ada")

    await mara.says("change module 5")
    await mara.fills(place="Guildhall", way_in="Side door", step_free="Lift from the side door", link=None)
    mara.sees("Something would be different about Module 5", "Step-free access: Lift from the side door")
    await mara.presses("Yes, do it")
    await cast.reach(MINUTE)
    ada.sees(
        f"Something is different about Module 5: Future of London, {MODULE_5}.", "Place: Guildhall", "Way in: Side"
    )

    await mara.says("change module 5")
    await mara.fills(day="Fri 12 Feb", starts="10", ends="17:00", place="City Hall", link="https://meet.example.org/5")
    mara.sees("Place: City Hall (before: Guildhall)", "Join online: https://meet.example.org/5")
    await mara.presses("Yes, do it")
    await cast.reach(timedelta(days=1))
    assert hears(ada, f"has moved from {MODULE_5} to {MOVED}") == 1


async def test_a_cancelled_event_leaves_the_calendar_and_a_new_one_comes_into_it(
    cast: Cast, timetable: dict[str, Event]
) -> None:
    mara, ada = await cast.member("Mara", Role.DIRECTOR), await cast.participant("Ada")

    await mara.says("cancel module 5")
    mara.sees(f"Module 5: Future of London, {MODULE_5}, would be cancelled.")
    await mara.presses("Yes, do it")
    await cast.reach(MINUTE)
    ada.sees(f"Module 5: Future of London, {MODULE_5}, is cancelled.", "takes it out of your calendar")
    uid = timetable["Module 5: Future of London"].uid
    assert calendar_entry(ada) == ("CANCEL", uid, 1, "CANCELLED")
    await mara.says("cancel module 5")
    mara.sees("I don’t find that in your timetable.")

    await mara.says("add an event")
    await mara.fills(
        sort="other", name="Visit to City Hall", day="11 February", starts="14:00", ends="16", place="City Hall",
        way_in=None, step_free=None, link=None,
    )  # fmt: skip
    await mara.presses("Yes, do it")
    await cast.reach(timedelta(days=1))
    ada.sees("New in the timetable: Visit to City Hall, Thursday 11 February 2027, 14:00 to 16:00 (London).")
    method, _, sequence, status = calendar_entry(ada)
    assert (method, sequence, status) == ("PUBLISH", 1, "CONFIRMED")
    await mara.says("move the visit to City Hall to 12 February from 10 to 11:30")
    mara.sees("to Friday 12 February 2027, 10:00 to 11:30 (London)")


async def test_what_was_cancelled_is_put_back_on_and_everybody_hears_that_too(cast: Cast) -> None:
    mara, ada = await cast.member("Mara", Role.DIRECTOR), await cast.participant("Ada")
    await mara.says("cancel self in the system")
    await mara.presses("Yes, do it")
    await mara.says("cancel the module 5")
    await mara.presses("Yes, do it")
    await cast.reach(timedelta(days=2))

    await mara.says("change the timetable")
    mara.sees("“cancel Your narrative for the graduation”", "Cancelled, and can be put back on:\n\n• Module 5")
    await mara.presses("Put back on: Module 5: Future of London")
    mara.sees("Module 5: Future of London would be in the timetable", "takes place after all")
    await mara.presses("Yes, do it")
    await mara.says("put module 6 back on")
    await mara.presses("Yes, do it")
    await mara.says("put module 6 back on")
    mara.sees("That is how it is already")
    await cast.reach(timedelta(days=1))
    ada.sees(f"Module 5: Future of London takes place after all: {MODULE_5}.")
    assert calendar_entry(ada)[0] == "PUBLISH"
    assert hears(ada, "Module 6: Self in the System takes place after all") == 1


async def test_any_event_is_named_by_its_title_and_what_was_left_out_is_asked(cast: Cast) -> None:
    mara = await cast.member("Mara", Role.DIRECTOR)
    await cast.participant("Ada")

    await mara.says("move graduation to 23 July at 17:00")
    mara.sees("Graduation, with narratives told by participants would move from")
    await mara.says("cancel learning as a team")
    mara.sees("is over")
    await mara.says("change the preparing our narratives")
    mara.sees("This changes Development session: preparing our narratives")
    await mara.fills(place="Guildhall", way_in=None, step_free=None, link=None)
    mara.sees("Shall I do this?")

    await mara.says("move module 5")
    mara.sees("This moves Module 5: Future of London")
    await mara.fills(to="12 February 10:00")
    mara.sees("Module 5: Future of London would move from", MOVED)
    await mara.says("move module 99")
    mara.sees("I don’t find that in your timetable.")


async def test_an_end_before_the_start_is_said_at_its_own_question(cast: Cast) -> None:
    mara = await cast.member("Mara", Role.DIRECTOR)
    await mara.says("add an event")
    if cast.way.slack:
        answers = {"sort": "other", "name": "Visit", "day": "11 February", "starts": "14:00", "ends": "9:00"}
        faults = await mara.tries_to_fill(**answers)
        assert faults["ends"].startswith("It would end at 09:00, and it starts at 14:00.")
    elif not cast.way.forms:
        await mara.says("an excursion")
        mara.sees("Please choose one of these, by name or by number: A module, A development session")
        for words in ("something else", "Visit", "11 February", "14:00", "9:00"):
            await mara.says(words)
        mara.sees("It would end at 09:00, and it starts at 14:00. Please give a later end.", "Until what time?")
        await mara.says("16:00")
        mara.sees("Where is it?")


async def test_what_can_t_be_is_refused_and_what_is_doubtful_is_asked(cast: Cast) -> None:
    mara = await cast.member("Mara", Role.DIRECTOR)
    await cast.participant("Ada")

    for said, answer in {
        "move module 5 to banana": "I couldn’t read that as a time.",
        "move module 9 to 12 March": "I don’t find that in your timetable.",
        "move module 5 to 4 January 2027": "Monday 4 January 2027 has gone by.",
        "move module 5 to 12 February from 10:00 to 9:00": "It would end at 09:00, and it starts at 10:00.",
        "move module 5 to 17 March": "“Module 6: Self in the System” is on Wednesday 17 March 2027, and nobody can be",
        "move module 1 to 12 March": "That is over, so there is nothing to change about it any more.",
        "cancel module 2": "That is over",
        "change module 12": "I don’t find that in your timetable.",
    }.items():
        await mara.says(said)
        mara.sees(answer)

    for said, asked in {
        "move module 5 to 29 March": "Monday 29 March 2027 is a bank holiday, Easter Monday. Really?",
        "move module 5 to 13 February": "Saturday 13 February 2027 is at the weekend. Really?",
        "move module 5 to 2 March": "“Development session: preparing our narratives” is on that day as well.",
        "move module 5 to 3 September": "That is after the cohort ends, on Saturday 24 July 2027.",
    }.items():
        await mara.says(said)
        mara.sees("Shall I do this?", asked)

    assert (await events(cast))["Module 5: Future of London"].day == date(2027, 2, 10)


async def test_two_directors_at_the_same_moment_do_not_undo_each_other(cast: Cast) -> None:
    mara, tom = await cast.member("Mara", Role.DIRECTOR), await cast.member("Tom", Role.DIRECTOR)
    ada = await cast.participant("Ada")

    await mara.says("move module 5 to 12 February 10:00")
    await tom.says("move module 5 to 16 February")
    await mara.presses("Yes, do it")
    await tom.presses("Yes, do it")
    tom.sees("Somebody else has changed it since, so I left it alone.", MOVED)
    await tom.presses("Yes, do it")
    await tom.says("change module 5")
    await mara.says("cancel module 5")
    await mara.presses("Yes, do it")
    await tom.fills(place="Guildhall", way_in=None, step_free=None, link=None)
    tom.sees("Somebody else has changed it since you opened this.")

    await cast.reach(MINUTE)
    ada.sees(f"Module 5: Future of London, {MODULE_5}, is cancelled.")
    assert not hears(ada, "has moved")


async def test_a_change_belongs_to_its_cohort_and_to_who_runs_it(cast: Cast) -> None:
    mara, ada = await cast.member("Mara", Role.DIRECTOR), await cast.participant("Ada")
    other = await other_cohort(cast.app, date(2027, 2, 18), ada.on_roster)
    ben = await cast.participant("Ben")  # in this cohort, and the director of the other
    eve = await cast.person("Eve", Role.DIRECTOR, cohort=other)
    async with cast.app.database.unit() as unit:
        assert ben.on_roster is not None
        await unit.cohorts.enrol(ben.on_roster.id, other.id, Role.DIRECTOR)
        await unit.cohorts.activate(ben.on_roster.id)
    await eve.says(eve.code)
    await eve.presses("I agree")
    module = (await events(cast))["Module 5: Future of London"]

    await mara.says("move module 5 to 12 February 10:00")
    confirm = mara.latest[-1].buttons[0].press
    await ben.presses_data(EDIT(module.id))
    ben.sees("That is for the director and the administrator.")
    for data in (confirm, CONFIRM("nothing")):
        await eve.presses_data(data)
        assert "Done" not in eve.screen
        await ada.presses_data(data)
        ada.sees("That is for the director and the administrator.")
    await mara.presses("Yes, do it")
    undo = next(button.press for message in mara.latest for button in message.buttons if button.label == "Undo")
    for outsider in (ben, eve, ada):
        await outsider.presses_data(undo)
        outsider.sees("That is taken back already, or too long ago.")
    await cast.reach(MINUTE)
    ada.sees("Autumn 2026: Module 5: Future of London has moved")
    eve.does_not_see("Module 5")
