"""What people can count on when they are away: nothing that can wait comes, and then all of it in one message."""

from tests.cast import Cast
from tests.conversations.test_reminders import london, with_a_module


async def test_whoever_is_away_hears_nothing_and_then_all_that_is_of_use_in_one_message(cast: Cast) -> None:
    ada, _ = await with_a_module(cast)
    await cast.reach(london(11, 12))
    await ada.says("I'm away from 12 to 14 January")
    ada.sees("You are away from Tuesday 12 January 2027 to Thursday 14 January 2027", "from Friday 15 January 2027 on")
    await ada.says("away from 14 to 19 January")
    ada.sees("You are away from Tuesday 12 January 2027 to Tuesday 19 January 2027")
    await ada.says("when am I away?")
    ada.sees("from Tuesday 12 January 2027 to Tuesday 19 January 2027")

    await cast.reach(london(20, 7, 59))
    ada.does_not_see("Guildhall", "Good morning")
    await cast.reach(london(20, 8))
    ada.sees("Good morning", "Tomorrow: Module 2: Politics", "Before Module 2: Politics")
    assert ada.screen.count("Guildhall") == 1
    await ada.presses("Why this?")
    ada.sees("your morning message", "you were away")
    await ada.says("when am I away?")
    ada.sees("I know of no days on which you are away")


async def test_whoever_is_back_early_says_so_and_hears_at_once_what_waited(cast: Cast) -> None:
    ada, _ = await with_a_module(cast)
    await ada.says("I'm away until Monday week")
    ada.sees("from Tuesday 5 January 2027 to Sunday 17 January 2027", "from Monday 18 January 2027 on")
    await cast.reach(london(15, 10))
    ada.does_not_see("Guildhall")
    await ada.says("I'm back")
    ada.sees("Welcome back", "Here is what waited for you", "In 6 days: Module 2: Politics")
    await ada.says("I'm back")
    ada.sees("I didn’t know that you were away")
    await cast.reach(london(18, 8))
    assert ada.screen.count("Guildhall") == 1


async def test_days_away_are_taken_back_and_told_what_falls_into_them(cast: Cast) -> None:
    ada, _ = await with_a_module(cast)
    await ada.says("on leave from 20 to 22 January")
    ada.sees("In those days: Module 2: Politics. If you can’t come, say")
    await ada.presses("Not away 20 January to 22 January")
    ada.sees("You are not away", "after all")
    await ada.says("I'm away from 10 February to 3 February")
    ada.sees("Those days have gone by, or end before they begin")
    await ada.says("away until doomsday")
    ada.sees("I couldn’t read that as a time")

    eve = await cast.participant("Eve")
    await ada.says("away on Friday")
    await eve.says("when am I away?")
    eve.sees("I know of no days")
    await eve.presses_data("leave.end:1")
    eve.sees("not among yours any more")
