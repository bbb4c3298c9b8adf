"""What people can count on from the morning message: what had to wait, as things stand; once, whatever is killed."""

from datetime import timedelta

import pytest

from storage.shared.deliveries import DeliveryState
from storage.shared.people import Role
from tests.canary import nowhere_but
from tests.cast import Cast, Killed
from tests.conversations.test_reminders import deliveries, london, module, move, plan, with_a_module

CANARY = "the heron has left the canal"


async def test_what_had_to_wait_comes_in_the_morning_with_the_week_as_things_stand_then(cast: Cast) -> None:
    ada, _ = await with_a_module(cast)
    visit = await module(cast, 23, key="", title="A visit to the *Assembly*")
    await plan(cast)
    await cast.reach(london(17, 9))  # two fell due on the Saturday, and wait
    assert sum(row.state == DeliveryState.HELD for row in await deliveries(cast)) == 2
    ada.does_not_see("Before Module 2", "A visit to the *Assembly*")
    await move(cast, visit, 26)
    await cast.reach(london(18, 8))
    ada.sees("Good morning", "Your next seven days", "Before Module 2: Politics")
    assert ada.screen.count("In a week: Module 2") == 1
    ada.does_not_see("A visit to the *Assembly*")
    await cast.reach(london(19, 9))
    ada.sees("In a week: A visit to the *Assembly*, Tuesday 26 January 2027")


async def test_a_morning_message_with_nothing_to_say_does_not_come(cast: Cast) -> None:
    ada, event = await with_a_module(cast)
    await move(cast, event, 27)
    await cast.reach(london(19, 12))
    ada.does_not_see("Good morning")


async def test_private_words_are_in_no_morning_message_and_no_plan(
    cast: Cast, caplog: pytest.LogCaptureFixture
) -> None:
    ada, _ = await with_a_module(cast)
    dora = await cast.member("Dora", Role.DIRECTOR)
    await ada.says(f"reflect: {CANARY}")
    await cast.reach(london(18, 8))
    ada.sees("Good morning")
    dora.does_not_see("Before Module 2")
    await nowhere_but(cast, CANARY, ada)
    assert CANARY not in caplog.text
    assert all(CANARY not in str(row.body) for row in await deliveries(cast))


@pytest.mark.parametrize("point", ["after the lease", "before the sending", "after the sending"])
async def test_killed_while_it_is_sent_it_comes_once_with_all_that_waited(cast: Cast, point: str) -> None:
    ada, _ = await with_a_module(cast)
    await cast.reach(london(17, 12))
    cast.kill_at = point
    with pytest.raises(Killed):
        await cast.reach(london(18, 8))
    await cast.restart()
    await cast.reach(london(18, 8) + timedelta(minutes=5))
    # On Telegram nobody can tell whether a message arrived whose sending was interrupted: it is not said twice.
    uncertain = cast.way.telegram and point != "after the lease"
    assert ada.screen.count("Good morning") == (0 if uncertain and point == "before the sending" else 1)
    assert ada.screen.count("Before Module 2: Politics") == ada.screen.count("Good morning")
    went = [row for row in await deliveries(cast) if row.rides_with is not None]
    assert [row.state for row in went] == [DeliveryState.UNCERTAIN if uncertain else DeliveryState.SENT]


async def test_the_hour_and_the_days_off_are_each_ones_own(cast: Cast) -> None:
    ada, _ = await with_a_module(cast)
    await ada.says("morning message at 9:30")
    ada.sees("Your morning message comes at 09:30 now")
    await ada.says("settings")
    ada.sees("Morning message: 09:30, with what can wait", "Days off: Saturday, Sunday")
    await ada.presses("Change settings")
    await ada.fills(days_off=["monday", "sunday"])
    ada.sees("Days off: Monday, Sunday")
    await cast.reach(london(16, 9))
    ada.sees("Before Module 2: Politics")  # a Saturday is a working day now
    await cast.reach(london(19, 9, 29))
    ada.does_not_see("Good morning")
    await cast.reach(london(19, 9, 30))
    ada.sees("Good morning")
