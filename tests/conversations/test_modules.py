"""What people can count on when they ask what comes, what it is about, and how to get there."""

from datetime import UTC, datetime, timedelta

import icalendar
import pytest

from bot.chat.messages import MOST_ALT, File
from handlers.timetable import presses
from storage.shared.people import Role
from storage.shared.timetable import Event
from tests.cast import Cast
from tests.cohort import laid_out, new_cohort
from tests.player import Player

NOT_THERE = "I don’t find that in your timetable"


async def events_of(cast: Cast) -> dict[str, Event]:
    """The cohort's timetable, laid out, by the keys of the template."""
    return {event.key: event for event in await laid_out(cast.app, cast.cohort)}


async def known_of(cast: Cast, event: Event, **known: str) -> None:
    """More is known of an event, such as its place."""
    async with cast.app.database.unit() as unit:
        found = await unit.timetable.get(event.id)
        assert found is not None
        for name, value in known.items():
            setattr(found, name, value)  # the unit commits what it has loaded


def pictures(player: Player) -> list[tuple[bytes, str]]:
    """Each with the words that stand for it, as the platform shows it."""
    shown = [part for seen in player.screen_of.seen for part in seen.message.attachments]
    return [
        (part.data, part.about if isinstance(part, File) else part.alt) for part in shown if part.name.endswith(".png")
    ]


async def test_what_comes_next_is_said_with_what_it_asks_of_each(cast: Cast) -> None:
    ada, dora = await cast.participant("Ada"), await cast.member("Dora", Role.DIRECTOR)
    await ada.says("next module")
    ada.sees("There is no module ahead of you just now")
    await ada.says("timetable")
    ada.sees("There is no timetable yet")

    await events_of(cast)
    await ada.says("what’s next")
    ada.sees("Next: Development session", "Tuesday 19 January 2027, 12:30 to", "(London)", "Are you coming?")
    await ada.presses("I’m coming")
    ada.sees("You’re coming to Development session")
    await ada.says("what’s next")
    ada.sees("Next: Development session")
    ada.does_not_see("[I can’t come]\n[I can’t come]")
    assert "Are you coming?" not in "\n".join(message.text for message in ada.latest)
    await dora.says("what’s next")
    dora.sees("Next: Development session")
    dora.does_not_see("Are you coming?")

    await cast.reach(datetime(2027, 1, 19, 15, tzinfo=UTC))
    await ada.says("what’s next")
    ada.sees("Next: Module 5: Future of London", "Wednesday 10 February 2027, 09:30", "Before it: ")
    await ada.says("When is the next module?")
    ada.sees("Module 5: Future of London", "When: Wednesday 10 February 2027, 09:30 to 16:30 (London)")


async def test_a_modules_page_says_what_it_is_about_and_leads_to_a_note_on_its_question(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    await events_of(cast)
    module = cast.app.kit.programmes["london-leadership"].modules[2]
    for said in ("module 3", "module three", "tell me about addressing inequality"):
        await ada.says(said)
        ada.sees("Module 3: Addressing Inequality", module.focus, *module.themes, *module.speakers, *module.pre_work)
        ada.sees("Wednesday 25 November 2026", "Where: not fixed yet; I’ll tell you when it is")
    await ada.presses("Reflect on this")
    await ada.fills(text="I heard myself interrupt.", heading="Interrupting")
    await ada.says("my notes")
    await ada.presses("Interrupting")
    ada.sees(module.prompts[0], "I heard myself interrupt.")
    await ada.says("module 9")
    ada.sees(NOT_THERE)


async def test_where_is_it_is_answered_for_what_one_is_looking_at_or_for_what_comes_next(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    await ada.says("where is it?")
    ada.sees("Nothing lies ahead in your timetable just now")
    events = await events_of(cast)
    await known_of(
        cast,
        events["future_of_london"],
        place="*City Hall*, E16",
        way_in="By the river",
        step_free="Lift from the quay",
        link="https://example.org/room",
    )
    await ada.says("is it step-free?")
    ada.sees("Development session", "Where: not fixed yet", "Step-free access: not known yet")
    await ada.says("module 5")
    await ada.says("How do I get there?")
    ada.sees("Module 5: Future of London", "Where: *City Hall*, E16", "Way in: By the river")
    ada.sees("Step-free access: Lift from the quay", "Join online: https://example.org/room")
    await ada.says("where is module 4?")
    ada.sees("Module 4", "Where: not fixed yet")
    await ada.says("where is your narrative?")
    ada.sees("there is nowhere to go")
    await ada.says("joining link for module 5")
    ada.sees("https://example.org/room")


async def test_the_whole_timetable_comes_in_lines_as_a_picture_and_as_a_calendar_file(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    events = await events_of(cast)
    await ada.says("show me the year")
    lines = [message.text for message in ada.latest if "Today is" in message.text]
    been, comes = lines[0].split("Today is Tuesday 5 January 2027")
    assert "Module 4" in been
    assert "Module 5" in comes
    ada.sees("February 2027", "Wed 10, 09:30: Module 5: Future of London", "Times are those of London.")
    [(data, alt)] = pictures(ada)
    assert data.startswith(b"\x89PNG")
    assert len(alt) <= MOST_ALT
    assert "Module 5: Future of London, 10 Feb 2027" in alt
    await ada.presses("Add it all to my calendar")
    calendar = icalendar.Calendar.from_ical(ada.files[-1].data)
    assert {str(entry["UID"]) for entry in calendar.walk("VEVENT")} == {event.uid for event in events.values()}
    await ada.says("module 5")
    await ada.presses("Add to my calendar")
    [entry] = icalendar.Calendar.from_ical(ada.files[-1].data).walk("VEVENT")
    assert entry["UID"] == events["future_of_london"].uid

    await ada.says("plain mode on")
    await ada.says("timetable")
    assert len(pictures(ada)) == 1
    await ada.presses("Show me a picture")
    assert len(pictures(ada)) == 2


@pytest.mark.parametrize("who", ["somebody of another cohort", "a stranger"])
async def test_nobody_sees_the_timetable_of_a_cohort_that_is_not_theirs(cast: Cast, who: str) -> None:
    event = (await events_of(cast))["future_of_london"]
    await known_of(cast, event, place="A place that Eve does not know")
    if who == "a stranger":
        eve = await cast.stranger("Eve")
    else:
        cast.cohort = await new_cohort(cast.app)
        eve = await cast.member("Eve", Role.PARTICIPANT, Role.DIRECTOR)
    answer = "first join" if who == "a stranger" else NOT_THERE
    for press in presses.OF_AN_EVENT:
        await eve.presses_data(press(event.id))
        eve.sees("That isn’t passed on" if press is presses.TAKE_BACK and who != "a stranger" else answer)
    for press in (presses.PICTURE, presses.WHOLE_CALENDAR):
        await eve.presses_data(press(event.cohort_id))
        eve.sees("first join" if who == "a stranger" else "You aren’t in that cohort")
    await cast.reach(timedelta(minutes=1))
    eve.does_not_see("A place that Eve does not know", event.title)
    assert pictures(eve) == []
