"""What people can count on from the morning message: what had to wait, as things stand; once, whatever is killed."""

from datetime import timedelta

import pytest

from bot.chat.messages import Message, message_json
from storage.shared.deliveries import Delivery, DeliveryState
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
    ada.sees("Good morning", "Before Module 2: Politics")
    ada.does_not_see("seven days")  # what is said is not listed as well
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


async def test_with_fewer_reminders_what_is_for_tomorrow_comes_the_morning_before_and_each_thing_once(
    cast: Cast,
) -> None:
    ada, _ = await with_a_module(cast)
    dora = await cast.member("Dora", Role.DIRECTOR)
    for each in (ada, dora):
        await each.says("stop")
        each.sees("Nothing changes until you choose", "[Take a break]", "[Leave the programme]")
        await each.presses("Fewer reminders")
    await module(cast, 19, key="", title="Visit")
    await plan(cast)

    await cast.reach(london(18, 8))
    ada.sees("Good morning", "Tomorrow: Visit", "Before Module 2: Politics")
    ada.sees("[I’m coming: Visit]")
    await cast.reach(london(20, 7, 59))
    ada.does_not_see("Tomorrow: Module 2")
    await cast.reach(london(20, 8))
    ada.sees("Tomorrow: Module 2: Politics", "[I’m coming]")
    dora.sees("Tomorrow: Module 2: Politics")
    dora.does_not_see("Are you coming?", "I’m coming")
    await cast.reach(london(21, 12))
    assert ada.screen.count("Tomorrow: Module 2") == 1
    assert ada.screen.count("Soon: Module 2") == 1


async def test_what_begins_soon_is_said_once_in_the_morning_and_can_be_put_off(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    await module(cast, 18)  # a Monday: what is due the day before waits
    await plan(cast)
    await cast.reach(london(18, 8))
    ada.sees("Good morning", "Soon: Module 2: Politics", "Guildhall", "[I’m coming]", "[Remind me later]")
    ada.does_not_see("seven days", "Tomorrow", "Today")
    await ada.says("what’s next")
    await ada.says("remind me later")
    ada.sees("When shall I say it again?")
    await ada.says("snooze 30 minutes")
    await cast.reach(london(18, 9))
    assert ada.screen.count("Soon: Module 2") == 2, "once, and once more when asked for"


async def test_whoever_was_told_nothing_hears_what_remind_me_later_could_do(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    for words in ("remind me later", "why"):
        await ada.says(words)
        ada.sees("nothing of my own accord yet", "“remind me tomorrow at 9 to ring the chair”")


async def test_the_agreement_is_brought_up_once_a_week_and_no_more(cast: Cast) -> None:
    ada = await cast.member("Ada", Role.PARTICIPANT, agreed=False)
    assert ada.on_roster
    await module(cast, 22)
    for day in (18, 19):
        await cast.reach(london(day, 9))
        async with cast.app.database.unit() as unit:
            for number in range(3):  # more than comes unasked on one day
                body = message_json.dump_python(Message(f"Thing {number} of the {day}th"), mode="json")
                person, now = ada.on_roster.id, cast.clock.now()
                await unit.deliveries.owe(
                    Delivery(person_id=person, kind="announcements", body=body, due_at=now, made_at=now)
                )
    await cast.reach(london(20, 9))
    ada.sees("Good morning", "Thing 2 of the 19th")
    assert ada.screen.count("Good morning") == 3
    assert ada.screen.count("Before I keep anything private, we agree") == 1
