"""A change is told once, whatever happens between its being confirmed and its being heard."""

from datetime import UTC, datetime, timedelta

import pytest

from storage.shared.people import Role
from storage.shared.reminders import How, ReminderChoice
from tests.cast import Cast, Killed
from tests.cohort import laid_out
from tests.player import Player

MINUTE = timedelta(minutes=1)
MODULE_5 = "Wednesday 10 February 2027, 09:30 to 16:30 (London)"
ON_THE_12TH = "Friday 12 February 2027, 09:30 to 16:30 (London)"
ON_THE_16TH = "Tuesday 16 February 2027, 09:30 to 16:30 (London)"


@pytest.fixture
async def mara(chat: Cast) -> Player:
    await laid_out(chat.app, chat.cohort)
    return await chat.member("Mara", Role.DIRECTOR)


async def change(mara: Player, words: str) -> None:
    await mara.says(words)
    await mara.presses("Yes, do it")


@pytest.mark.parametrize(
    "point",
    [
        "after the lease",
        "before the step tell",
        "after the step tell",
        "before the sending",
        "after the sending",
    ],
)
async def test_killed_on_the_way_everybody_hears_of_it_once(chat: Cast, mara: Player, point: str) -> None:
    ada, ben = await chat.participant("Ada"), await chat.participant("Ben")
    await change(mara, "move module 5 to 12 February")
    chat.kill_at = point
    with pytest.raises(Killed):
        await chat.reach(MINUTE)
    assert not chat.kill_at

    await chat.restart()
    await chat.reach(MINUTE * 3)
    for player in (ada, ben):
        assert player.screen.count(f"has moved from {MODULE_5} to {ON_THE_12TH}") == 1


@pytest.mark.parametrize("point", ["before the commit", "after the commit"])
async def test_killed_while_it_is_confirmed_it_is_done_and_told_once(chat: Cast, mara: Player, point: str) -> None:
    ada = await chat.participant("Ada")
    await mara.says("move module 5 to 12 February")
    chat.kill_at = point
    await mara.presses("Yes, do it")
    assert not chat.kill_at

    await chat.restart()
    await chat.reach(MINUTE * 3)
    assert ada.screen.count(f"has moved from {MODULE_5} to {ON_THE_12TH}") == 1


async def test_what_was_not_heard_yet_is_told_together_with_what_came_after(chat: Cast, mara: Player) -> None:
    """More than one unasked message a day waits for the morning: by then, one says it all, and only what is so."""
    ada = await chat.participant("Ada")
    await change(mara, "move module 5 to 12 February")
    await chat.reach(MINUTE)
    assert ada.screen.count("Module 5: Future of London has moved") == 1

    await change(mara, "move module 5 to 15 February")
    await chat.reach(MINUTE * 2)
    await change(mara, "move module 5 to 16 February")
    await chat.reach(timedelta(days=1))
    assert ada.screen.count("Module 5: Future of London has moved") == 2
    assert f"has moved from {ON_THE_12TH} to {ON_THE_16TH}" in ada.screen

    await change(mara, "move module 6 to 18 March")
    await chat.reach(MINUTE * 2)
    await change(mara, "move module 6 to 17 March")
    await chat.reach(timedelta(days=1))
    assert "Module 6: Self in the System has moved" not in ada.screen


async def test_what_was_to_be_tomorrow_is_told_at_once_whatever_else_came_that_day(chat: Cast, mara: Player) -> None:
    ada = await chat.participant("Ada")
    await chat.reach(datetime(2027, 2, 9, 9, 30, tzinfo=UTC))
    await change(mara, "move module 6 to 18 March")
    await chat.reach(MINUTE)
    assert "Module 6: Self in the System has moved" in ada.screen
    await change(mara, "cancel module 5")
    await chat.reach(MINUTE)
    assert f"Module 5: Future of London, {MODULE_5}, is cancelled." in ada.screen


async def test_a_change_is_not_told_when_what_it_is_about_is_over(chat: Cast, mara: Player) -> None:
    ada = await chat.participant("Ada")
    await change(mara, "move module 5 to 12 February")
    await chat.stop()
    chat.clock.set(chat.clock.now() + timedelta(days=60))
    await chat.start()
    await chat.reach(timedelta(days=3))
    assert "has moved" not in ada.screen


async def test_whoever_would_set_out_for_the_old_time_hears_at_once(chat: Cast, mara: Player) -> None:
    ada = await chat.participant("Ada")
    assert ada.on_roster is not None
    async with chat.app.database.unit() as unit:
        choice = ReminderChoice(person_id=ada.on_roster.id, kind="changes", how=How.IN_THE_MORNING)
        await unit.reminders.choose(choice)
    await chat.reach(datetime(2027, 2, 10, 8, 30, tzinfo=UTC))
    await change(mara, "move module 5 to 12 February")
    await chat.reach(MINUTE)
    ada.sees(f"has moved from {MODULE_5} to {ON_THE_12TH}")
