"""A director with only a phone sets a cohort up, from the code that was printed to everybody invited."""

import csv
import re
from dataclasses import replace
from datetime import date, timedelta
from io import StringIO

import pytest

from bot.chat.errors import Refusal
from bot.programmes import EXAMPLES, Programmes
from handlers.timetable.creating import Founding, found
from handlers.timetable.setting_up import START_ON
from storage.shared.cohorts import Cohort
from storage.shared.people import Role
from storage.shared.timetable import Event
from tests.cast import Cast
from tests.cohort import PROGRAMME, laid_out, other_cohort
from tests.player import Player
from tests.stages import Sending

PEOPLE = "Name,E-mail,Role,Organisation,By hand\nAda Okafor,ada@example.org,,Camden,\nNoor Haddad,,,Hackney,yes\n"


@pytest.fixture(scope="module")
def wish() -> Founding:
    return Founding(Programmes.load(EXAMPLES)[PROGRAMME], date(2027, 3, 1), "Mara Lindqvist")


async def create(cast: Cast, wish: Founding) -> str:
    """What `waymark cohort create` prints."""
    async with cast.app.database.unit() as unit:
        return await found(unit, cast.app.kit.secrets, wish, cast.clock.now())


async def director(cast: Cast, wish: Founding) -> Player:
    """The first director of a cohort that was just created, who has joined with the code that was printed."""
    code = re.search(r"\w{4}(?:-\w{4}){3}", await create(cast, wish))
    mara = await cast.stranger("Mara")
    assert code is not None
    await mara.says(code[0])
    await mara.presses("I agree")
    return mara


async def created(cast: Cast) -> tuple[Cohort, dict[str, Event]]:
    async with cast.app.database.unit() as unit:
        cohort = (await unit.cohorts.every())[0]
        return cohort, {event.title: event for event in await unit.timetable.of_cohort(cohort.id)}


async def test_the_afternoon_of_a_director_with_only_a_phone(cast: Cast, wish: Founding) -> None:
    mara = await director(cast, wish)
    mara.sees("say “set up the cohort”", "[Set the cohort up]")
    await mara.says("how do I start?")
    mara.sees("Say “set up the cohort”")
    await mara.says("what’s next")
    assert mara.screen.index("Setting up London") < mara.screen.index("Next: System leadership")
    await mara.says("yes")
    mara.sees("Setting up London Leadership Programme 2027", "It starts on Monday 1 March 2027")
    mara.sees("14 events in the timetable; 12 with no place yet.", "1 person, who has joined", "Name a second")

    await mara.presses("Change the start")
    await mara.fills(starts="Mon 15 March")
    mara.sees("The cohort would start on Monday 15 March 2027. Nobody is told", "These would move:")
    mara.sees("Module 1: Leading in the System: Wednesday 17 March 2027, 09:30 to 16:30 (London)")
    await mara.presses("Yes, do it")
    mara.sees("Done: the cohort starts on Monday 15 March 2027.")

    await mara.says("set up the cohort")
    await mara.presses("Place of Module 1: Leading in the System")
    await mara.fills(place="Guildhall", way_in="Side door", step_free="Lift inside", link=None)
    mara.sees("Done: Module 1: Leading in the System, Wednesday 17 March 2027, 09:30 to 16:30 (London).")
    await mara.says("move module 2 to 22 April from 10:00 to 16:00")
    mara.sees("Done: Module 2: Working in a Political Environment, Thursday 22 April 2027, 10:00 to 16:00 (London).")
    await mara.says("add an event")
    await mara.fills(
        sort="deadline", name="Learning plans", day="Thu 1 April", starts=None, ends=None,
        place=None, way_in=None, step_free=None, link=None,
    )  # fmt: skip
    mara.sees("Done: Learning plans, Thursday 1 April 2027.")
    await cast.reach(timedelta(minutes=1))
    await mara.says("cancel the event learning plans")
    mara.sees("Shall I do this?", "would be cancelled.", "Nobody is told, as nobody has joined yet.")
    await mara.presses("Yes, do it")
    await mara.says("undo")
    mara.sees("Taken back: your change to Learning plans. As before: Learning plans, Thursday 1 April 2027.")
    await cast.reach(timedelta(minutes=1))
    await mara.says("undo")
    mara.sees("There is nothing to take back")
    await mara.says("cancel the event learning plans")
    await mara.presses("Yes, do it")

    await mara.sends(Sending("people.csv", "text/csv", PEOPLE.encode()))
    await mara.presses("Do it")
    await mara.says("move module 3 to 3 June")
    mara.sees("Done: Module 3: Addressing Inequality, Thursday 3 June 2027")
    await mara.says("what’s next")
    mara.sees("11 events with no place yet", "1 of 3 has not joined yet")
    await mara.says("set up the cohort")
    mara.sees("2 people, of whom 1 has not joined yet; and 1 person told by hand")
    await mara.says("who has joined")
    mara.sees("1 of 2 has joined; 1 told by hand")
    await mara.says("invitations")
    await mara.presses("Make the invitation")
    rows = csv.DictReader(StringIO(mara.files[-1].data.decode("utf-8-sig"), newline=""))
    code = next(row["Code"] for row in rows if row["Name"] == "Ada Okafor")

    ada = await cast.stranger("Ada")
    await ada.says(code)
    await ada.presses("I agree")
    await ada.says("where is module 1?")
    ada.sees("Guildhall", "Side door", "Lift inside")
    await cast.reach(timedelta(hours=2))
    ada.does_not_see("has moved", "Something is different", "New in the timetable", "cancelled")

    await mara.says("change the start")
    mara.sees("People have joined and know these days, so I don’t move them all at once.")
    cohort, events = await created(cast)
    await mara.presses_data(START_ON(cohort.id, "2027-05-03"))
    mara.sees("People have joined and know these days")
    assert (cohort.starts, events["Module 1: Leading in the System"].day) == (date(2027, 3, 15), date(2027, 3, 17))
    await mara.says("move module 2 to 23 April")
    mara.sees("One person hears of this once", "Noor Haddad uses neither app", "“to tell by hand”")


async def test_what_can_t_be_is_said_in_a_sentence_and_nothing_is_done(cast: Cast, wish: Founding) -> None:
    mara = await director(cast, wish)
    before = await created(cast)

    await mara.says("change the start")
    await (mara.fills(starts="1 January 2027") if cast.way.forms else mara.says("1 January 2027"))
    mara.sees("Friday 1 January 2027 has gone by. Please give a day that lies ahead")
    if not cast.way.forms:
        await mara.says("cancel")
    await mara.presses_data(START_ON(before[0].id, "soon"))
    mara.sees("That button doesn’t work any more.")
    for said, answer in {
        "move module 1 to 27 March": "Saturday 27 March 2027 is at the weekend. Really?",
        "move module 1 to 24 February": "That is before the cohort starts, on Monday 1 March 2027.",
        "move module 1 to 31 March from 10:00 to 10:00": "It would end at 10:00, and it starts at 10:00.",
    }.items():
        await mara.says(said)
        mara.sees(answer)
    assert await created(cast) == before

    joe = await cast.member("Joe", Role.DIRECTOR)
    await joe.presses_data(START_ON(before[0].id, "2027-05-03"))
    joe.sees("You aren’t in that cohort any more.")
    ada = await cast.participant("Ada")
    for said in ("set up the cohort", "change the start", "add an event", "change the timetable"):
        await ada.says(said)
        ada.sees("That is for the director and the administrator.")
    assert await created(cast) == before


async def test_creating_a_cohort_lays_it_out_and_refuses_what_can_t_be(chat: Cast, wish: Founding) -> None:
    said = await create(chat, replace(wish, email="Mara@Example.org"))
    assert "Made “London Leadership Programme 2027”, from Monday 1 March 2027 to" in said
    assert "Module 1: Leading in the System: Wednesday 3 March 2027, 09:30 to 16:30 (London)" in said
    said = await create(chat, replace(wish, starts=date(2027, 4, 5), name="Easter"))
    assert "questionnaire: Tuesday 30 March 2027 (not on Monday 29 March 2027, a bank holiday)" in said
    said = await create(chat, replace(wish, starts=date(2027, 1, 5), name="Today"))
    assert "(gone by: choose another day for it)" in said

    for refused, sentence in (
        (wish, "There is a cohort called “London Leadership Programme 2027” already."),
        (replace(wish, name="Past", starts=date(2027, 1, 4)), "Monday 4 January 2027 has gone by."),
        (replace(wish, name="Whose", director="  "), "Say who directs it"),
        (replace(wish, name="Odd", email="mara"), "“mara” is no e-mail address."),
        (replace(wish, name="Tom’s", director="Tom", email="mara@example.org"), "is the address of Mara Lindqvist."),
    ):
        with pytest.raises(Refusal) as refusal:
            await create(chat, refused)
        assert sentence in refusal.value.words

    cleo = await chat.member("Cleo", Role.COACH)
    said = await create(chat, replace(wish, name="Next", director="cleo", email="cleo@example.org"))
    assert "Cleo has joined before, and needs no code" in said
    await cleo.says("set up the cohort")
    await cleo.presses("Next")
    await cleo.says("set up the cohort")
    cleo.sees("Setting up Next")


async def test_how_many_are_busy_elsewhere_is_said_of_five_and_more_alone(chat: Cast) -> None:
    await laid_out(chat.app, chat.cohort)
    mara = await chat.member("Mara", Role.DIRECTOR)
    people = [(await chat.participant(name)).on_roster for name in ("Ada", "Ben", "Cem", "Dee", "Eli")]
    other = await other_cohort(chat.app, date(2027, 2, 18), *people[:4])
    await mara.says("move module 5 to 18 February")
    mara.sees("Shall I do this?")
    mara.does_not_see("another cohort")
    assert people[4] is not None
    async with chat.app.database.unit() as unit:
        await unit.cohorts.enrol(people[4].id, other.id, Role.PARTICIPANT)
        await unit.cohorts.activate(people[4].id)
    await mara.says("move module 5 to 18 February")
    mara.sees("On that day 5 of this cohort have something in another cohort of theirs.")


async def test_no_new_start_puts_a_module_on_the_day_of_one_that_was_added(chat: Cast, wish: Founding) -> None:
    mara = await director(chat, wish)
    await mara.says("add an event")
    await mara.presses("A module")
    await mara.fills(
        name="Housing", day="Wed 17 March", starts=None, ends=None, place=None, way_in=None, step_free=None, link=None
    )
    await mara.says("change the start")
    await mara.fills(starts="Mon 15 March")
    mara.sees("“Housing” is on Wednesday 17 March 2027, and nobody can be in two modules. Please choose another day.")
    assert (await created(chat))[0].starts == date(2027, 3, 1)
