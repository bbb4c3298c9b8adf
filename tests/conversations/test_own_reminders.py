"""What people can count on when they ask to be reminded of something of their own."""

from datetime import UTC, datetime, timedelta

import pytest

from handlers.reminders.own import texts
from handlers.reminders.own.entries import OwnReminder
from tests.canary import nowhere_but
from tests.cast import LONDON, Cast, Killed
from tests.conversations.test_reflections import vault_of
from tests.player import Player

CANARY = "the heron by the canal knows"
GONE = "That reminder isn’t here any more"


def london(month: int, day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2027, month, day, hour, minute, tzinfo=LONDON)


async def own(player: Player) -> list[OwnReminder]:
    return await (await vault_of(player)).all(OwnReminder)


def rung(player: Player) -> int:
    """How often the notice stands on the screen."""
    return player.screen.count(texts.IT_IS_TIME)


async def test_set_in_one_line_it_comes_once_in_time_and_only_its_author_reads_of_what(
    cast: Cast, caplog: pytest.LogCaptureFixture
) -> None:
    ada, bea = await cast.participant("Ada"), await cast.participant("Bea")
    await ada.says(f"remind me on Monday at 9 to see whether {CANARY}")
    ada.sees("Monday 11 January 2027, 09:00 (London)", "The notice says only that it is time", "[Change]", "[Delete]")
    ada.finds_taken_back(CANARY)
    await nowhere_but(cast, CANARY, ada)

    await cast.reach(london(1, 11, 8, 59))
    assert rung(ada) == 0
    await cast.reach(london(1, 11, 9, 1))
    assert rung(ada) == 1
    ada.sees("It’s the reminder you set on Tuesday 5 January 2027, for Monday 11 January 2027, 09:00 (London).")
    await nowhere_but(cast, CANARY, ada)
    assert CANARY not in caplog.text
    [reminder] = await own(ada)
    for data in (texts.SHOW(reminder.id), texts.DELETE(reminder.id), texts.DONE(reminder.id)):
        await bea.presses_data(data)
        bea.sees(GONE)

    await ada.presses("Tomorrow morning")
    ada.sees("Tuesday 12 January 2027, 08:00 (London)")
    await cast.reach(london(1, 12, 8, 1))
    ada.sees(texts.IT_IS_TIME)
    await ada.presses("Show me")
    ada.sees(f"see whether {CANARY}")
    await ada.presses("Done")
    ada.sees("Done.")
    assert await own(ada) == []
    before = rung(ada)
    await cast.reach(london(2, 20, 9))
    assert rung(ada) == before


async def test_what_is_unclear_or_gone_by_is_asked_and_nothing_typed_is_lost(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    for said, fault in (
        (f"remind me yesterday at 9 that {CANARY}", "That time has gone by"),
        (f"remind me that {CANARY}", "I couldn’t read when that is"),
        (f"remind me every Friday at 16:00 that {CANARY} until yesterday", "That would end before it has come once"),
        (f"remind me every Friday until the moon: {CANARY}", "About “until the moon”"),
    ):
        await ada.says(said)
        ada.finds_taken_back(CANARY)
        if ada.form is None:
            ada.sees(fault)
        await ada.fills(when="in two hours")
        ada.sees("Tuesday 5 January 2027, 11:00 (London)")
    assert [reminder.text for reminder in await own(ada)] == [CANARY] * 4

    await ada.says("remind me tomorrow at 23:30")
    await ada.fills(words="go to bed")
    ada.sees("Wednesday 6 January 2027, 23:30 (London)", "in your quiet hours (22:00 to 07:00)", "all the same")
    await cast.reach(london(1, 6, 23, 31))
    assert rung(ada) == 5
    await ada.says("remind me every Friday at 16:00 to look up until 30 January")
    ada.sees("every Friday at 16:00 until Saturday 30 January 2027")


async def test_what_repeats_keeps_its_wall_time_and_its_weeks_and_comes_once_after_an_outage(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    await cast.reach(london(3, 15, 10))
    await ada.says("remind me every Friday at 16:00 until 9 April: write my note")
    ada.sees("every Friday at 16:00 until Friday 9 April 2027 (London)", "next on Friday 19 March 2027, 16:00 (London)")
    for friday in (19, 26):  # between the two and the next, the clocks go forward
        await cast.reach(london(3, friday, 15, 59))
        before = rung(ada)
        await cast.reach(london(3, friday, 16, 1))
        assert rung(ada) == before + 1

    await ada.says("my own reminders")
    ada.sees("write my note", "next on Friday 2 April 2027, 16:00 (London)")
    await ada.presses("write my note")
    await ada.presses("Change")
    await ada.fills(words="write two lines")
    ada.sees("next on Friday 2 April 2027, 16:00 (London)")
    before = rung(ada)
    cast.clock.set(london(4, 16, 10))
    await cast.settle()
    assert rung(ada) == before + 1
    assert "That was for Friday 9 April 2027, 16:00 (London)" in ada.screen
    await cast.reach(london(4, 30, 10))
    assert rung(ada) == before + 1
    await cast.reach(london(6, 1, 10))
    assert await own(ada) == []


async def test_own_reminders_are_listed_changed_and_deleted(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    await ada.says("my own reminders")
    ada.sees("You have no reminders of your own")
    await ada.says("remind me to ring the chair on Thursday at 10")
    await ada.says("remind me tomorrow at 10: send the paper")
    await ada.presses("Change")
    await ada.fills(when="every weekday at 10")
    ada.sees("every weekday at 10:00 (London)")
    await ada.says("my own reminders")
    ada.sees("1. send the paper", "2. ring the chair: Thursday 7 January 2027, 10:00 (London)")
    await ada.presses("send the paper")
    await ada.presses("Delete")
    ada.sees("Deleted: it comes no more.", "“undo” brings it back")
    await ada.says("my own reminders")
    await ada.presses("ring the chair")
    for when in ("Friday at 10", "Thursday at 10"):
        await ada.presses("Change")
        await ada.fills(when=when)
        ada.sees(f"on {when.split()[0]}")
    await cast.reach(london(1, 6, 12))
    assert rung(ada) == 0
    await cast.reach(london(1, 8, 9))
    assert rung(ada) == 1
    await cast.reach(london(1, 9, 12))
    assert rung(ada) == 1

    await ada.says("remind me tomorrow at 9 to rest")
    await ada.says("delete all my own reminders")
    await ada.presses("Delete them for good")
    ada.sees("All your own reminders are deleted")
    assert await own(ada) == []
    await cast.reach(london(1, 12, 12))
    assert rung(ada) == 1


async def test_the_words_are_in_the_notice_where_that_was_chosen_and_never_where_the_notes_are_locked(
    cast: Cast,
) -> None:
    ada = await cast.participant("Ada")
    await ada.says("remind me")
    await ada.fills(words=CANARY, when="tomorrow at 10", notice="The words, always")
    ada.sees("Its words will be in the notice, and so will those of your next ones")
    await ada.says("remind me on Thursday at 10 to breathe")
    ada.sees("Its words will be in the notice")
    await cast.reach(london(1, 6, 10, 1))
    assert CANARY in ada.screen
    await nowhere_but(cast, CANARY, ada)
    await ada.presses("Done")
    assert CANARY not in ada.latest[-1].text

    lost = await cast.further_account(ada, "Lost")
    async with cast.app.database.unit() as unit:
        account = await unit.people.at(*ada.address)
        assert account is not None
        account.reachable = False
        await unit.people.save_account(account)
    await cast.reach(london(1, 7, 10, 1))
    lost.does_not_see("breathe")
    assert rung(lost) == 1
    await lost.presses("Show me")
    lost.sees("Your private notes are locked on this account")
    await lost.presses("In an hour")
    lost.sees("Thursday 7 January 2027, 11:01 (London)")
    await cast.reach(timedelta(minutes=61))
    lost.sees(texts.IT_IS_TIME)
    await lost.presses("Done")
    lost.sees("Done.")


@pytest.mark.parametrize("point", ["after the lease", "before the step told"])
async def test_killed_while_it_comes_it_is_told_once_and_comes_again(chat: Cast, point: str) -> None:
    ada = await chat.participant("Ada")
    await ada.says(f"remind me every day at 10 that {CANARY}")
    chat.kill_at = point
    with pytest.raises(Killed):
        await chat.reach(london(1, 5, 10, 1))
    assert not chat.kill_at
    await chat.restart()
    await chat.reach(london(1, 5, 10, 5))
    assert rung(ada) == 1
    await chat.reach(datetime(2027, 1, 6, 10, 1, tzinfo=UTC))
    assert rung(ada) == 2
