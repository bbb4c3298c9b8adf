"""What people can count on when they say what they need: told once, theirs alone, passed on by a press, and gone."""

import logging
from datetime import UTC, datetime, timedelta

import pytest

from handlers.timetable import presses
from handlers.timetable.needs.entries import Needs
from storage.shared.people import Role
from storage.shared.timetable import Event
from tests.canary import nowhere_but
from tests.cast import Cast
from tests.conversations.test_modules import events_of
from tests.conversations.test_reflections import vault_of
from tests.player import Player

FOOD, ACCESS = "no pomegranate for the heron", "a seat beside the quiet door"


async def cast_of_needs(cast: Cast) -> tuple[Player, Player, Player, Player, Event]:
    """Ada needs something; Ben takes part as well; Ann administers, and Dora directs."""
    ada, ben = await cast.participant("Ada"), await cast.participant("Ben")
    ann, dora = await cast.member("Ann", Role.ADMINISTRATOR), await cast.member("Dora", Role.DIRECTOR)
    return ada, ben, ann, dora, (await events_of(cast))["future_of_london"]


async def passes_on(ada: Player) -> None:
    await ada.says("my needs")
    await ada.fills(food=FOOD, access=ACCESS)
    ada.sees("It is kept, for you alone")
    await ada.says("I’m coming to module 5")
    await ada.presses("Pass on what I need")
    ada.sees(FOOD, ACCESS, "Ann would read this for Module 5: Future of London, until Wednesday 17 February 2027")
    await ada.presses("Pass it on")
    ada.sees("Passed on for Module 5", "Ann can read it until Wednesday 17 February 2027")


async def copies_at(reader: Player) -> list[str]:
    return [copy.food for copy in await (await vault_of(reader)).all_posted(Needs)]


async def test_what_somebody_needs_is_read_by_whom_it_was_passed_on_to_and_goes_a_week_after_the_event(
    cast: Cast, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    ada, ben, ann, dora, event = await cast_of_needs(cast)
    await passes_on(ada)
    for private in (FOOD, ACCESS):
        await nowhere_but(cast, private, ada)
    assert "Somebody has passed on what they need for Module 5: Future of London." in ann.screen
    assert "Ada" not in ann.screen

    await ann.says("needs for module 5")
    ann.sees("Ada", FOOD, ACCESS, "gone from here after Wednesday 17 February 2027")
    await ann.says("shared with me")
    ann.sees("Nobody has shared anything with you")
    await ann.says("needs for module 6")
    ann.sees("Nobody has passed on to you what they need for Module 6")
    await dora.says("needs for module 5")
    dora.sees("Nobody has passed on to you what they need for Module 5")
    for press in (presses.NEEDS_FOR, presses.TAKE_BACK, presses.PASS_ON_NOW):
        await ben.presses_data(press(event.id))
    for private in (FOOD, ACCESS):
        await nowhere_but(cast, private, ada, ann)
        assert private not in caplog.text

    await cast.reach(datetime(2027, 2, 17, 23, tzinfo=UTC))
    assert await copies_at(ann) == [FOOD]
    await cast.reach(datetime(2027, 2, 18, 1, tzinfo=UTC))
    assert await copies_at(ann) == []
    async with cast.app.database.unit() as unit:
        assert ann.on_roster
        assert await unit.sharing.with_reader(ann.on_roster.id, event.day) == []
    await ann.says("needs for module 5")
    ann.sees("Nobody has passed on")
    ann.does_not_see(FOOD)
    await ada.says("my needs")
    ada.sees(FOOD, "You have passed it on to nobody")


async def test_it_is_offered_at_the_first_coming_and_never_again(cast: Cast) -> None:
    ada, _, _, _, _ = await cast_of_needs(cast)
    await ada.says("I can’t come to module 5")
    ada.does_not_see("anything you need")
    await ada.says("I’m coming to module 6")
    ada.sees("If there is anything you need", "[Say what I need]")
    before = ada.screen.count("If there is anything you need")
    for said in ("I can’t come to module 6", "I’m coming to module 6", "I’m coming to module 5"):
        await ada.says(said)
    assert ada.screen.count("If there is anything you need") == before
    await ada.presses("Say what I need")
    await ada.fills(food=FOOD, access=None)
    ada.sees("[Pass it on for Module 6: Self in the System]")


async def test_it_is_changed_taken_back_and_deleted_for_good(cast: Cast) -> None:
    ada, _, ann, _, event = await cast_of_needs(cast)
    await passes_on(ada)
    await ada.says("my needs")
    ada.sees(FOOD, "for Module 5: Future of London: Ann, until Wednesday 17 February 2027")
    await ada.presses("Change it")
    await ada.fills(food="nothing with fish")
    ada.sees("What you passed on before reads as it did")
    assert await copies_at(ann) == [FOOD]
    await ada.presses_data(presses.PASS_ON(event.id))
    await ada.presses("Pass it on")
    assert await copies_at(ann) == ["nothing with fish"]
    await ada.presses("Take it back")
    ada.sees("Taken back: nobody can read it any more")
    assert await copies_at(ann) == []
    await ada.presses_data(presses.TAKE_BACK(event.id))
    ada.sees("That isn’t passed on any more")

    await ada.presses_data(presses.PASS_ON_NOW(event.id))
    assert await copies_at(ann) == ["nothing with fish"]
    await ada.says("my needs")
    await ada.presses("Delete it for good")
    ada.sees("Delete what you need for good? It can’t be brought back")
    await ada.presses("Delete it")
    ada.sees("Nothing of what you need is kept now")
    assert await copies_at(ann) == []
    assert await (await vault_of(ada)).all(Needs) == []
    await ada.says("undo")
    ada.sees("What you need was deleted for good, and can’t be brought back.")


async def test_what_was_told_and_passed_on_is_taken_back_unless_it_has_been_read(cast: Cast) -> None:
    ada, _, ann, _, event = await cast_of_needs(cast)
    await passes_on(ada)
    await ada.says("undo")
    ada.sees("Taken back: that you passed on what you need", "Nobody has read it, and nobody can any more.")
    assert await copies_at(ann) == []
    await ada.presses_data(presses.PASS_ON_NOW(event.id))
    await ann.says("needs for module 5")
    ann.sees(FOOD)
    await ada.says("undo")
    ada.sees("It has been read for Module 5", "[Take it back]", "what came before it: that you’re coming to")
    await ada.presses("Undo that")
    await ada.says("undo")
    ada.sees("Taken back: what you told me you need. Nothing of what you need is kept now")
    assert await copies_at(ann) == []
    assert await (await vault_of(ada)).all(Needs) == []


async def test_where_the_event_moves_on_so_does_the_day_it_goes(cast: Cast) -> None:
    ada, _, ann, _, event = await cast_of_needs(cast)
    await passes_on(ada)
    async with cast.app.database.unit() as unit:
        found = await unit.timetable.get(event.id)
        assert found is not None
        found.day += timedelta(days=14)
        found.starts_at = found.ends_at = None
    await cast.reach(datetime(2027, 2, 20, tzinfo=UTC))
    await ann.says("needs for module 5")
    ann.sees(FOOD, "gone from here after Wednesday 3 March 2027")
    await cast.reach(datetime(2027, 3, 4, 1, tzinfo=UTC))
    assert await copies_at(ann) == []
