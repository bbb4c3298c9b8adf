"""What people can count on when they type a time: what was understood is said, and what is not sure is asked."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.chat.again import AS_MEANT
from bot.chat.asked import Asked
from handlers.reminders.own.entries import OwnReminder
from storage.shared.people import Role
from tests.canary import nowhere_but
from tests.cast import LONDON, Cast
from tests.cohort import laid_out
from tests.conversations.conftest import SLACK
from tests.conversations.test_reflections import vault_of
from tests.conversations.test_reminders import with_a_module
from tests.player import Player

CANARY = "the otter under the weir"
TONIGHT = "Tuesday 5 January 2027, 19:00 (London)"
TOMORROW = "Wednesday 6 January 2027, 07:00 (London)"
THE_14TH = "Thursday 14 January 2027"


async def own(player: Player) -> list[OwnReminder]:
    return await (await vault_of(player)).all(OwnReminder)


async def test_a_reminder_whose_time_is_not_sure_is_asked_and_set_once_as_it_was_meant(
    cast: Cast, caplog: pytest.LogCaptureFixture
) -> None:
    ada, bea = await cast.participant("Ada"), await cast.participant("Bea")
    await ada.says(f"remind me at 7 to look for {CANARY}")
    ada.sees("morning or in the evening", f"[{TONIGHT}]", f"[{TOMORROW}]")
    ada.finds_taken_back(CANARY)
    await nowhere_but(cast, CANARY, ada)
    assert await own(ada) == []
    [asked] = await (await vault_of(ada)).all(Asked)
    await bea.presses_data(AS_MEANT(asked.id, "remind_me", 0))
    bea.sees("I have forgotten what it was")

    await ada.presses(TONIGHT)
    ada.sees(TONIGHT, "The notice says only that it is time")
    await ada.presses_data(AS_MEANT(asked.id, "remind_me", 1))
    ada.sees("I have forgotten what it was")
    assert [(each.text, each.at) for each in await own(ada)] == [
        (f"look for {CANARY}", datetime(2027, 1, 5, 19, tzinfo=LONDON))
    ]
    assert CANARY not in caplog.text

    await ada.says("remind me to ring the chair on Friday 14 January")
    ada.sees("14", f"[{THE_14TH}]")
    await ada.says("the 14th")
    ada.sees(f"{THE_14TH}, 09:00 (London)")
    await ada.says("remind me at 7 to look again")
    await ada.says("7am")
    ada.sees(TOMORROW)
    await ada.says("remind me on Mon or Tue to sleep")
    ada.sees("Those are several times.", "[Monday 11 January 2027]")
    for answer in ("7pm", "evening", "the second one"):
        await ada.says("remind me on Thursday at 7 to read")
        await ada.says(answer)
        ada.sees("on Thursday 7 January 2027, 19:00 (London)")
        await ada.says("undo")
    await ada.says("remind me on Mon or Tue to sleep")
    await ada.says("help")
    await ada.presses("Monday 11 January 2027")
    ada.sees("Monday 11 January 2027, 09:00 (London)")
    for answer, sees in (
        ("8 jan", "[Friday 8 January 2027, 19:00 (London)]"),
        ("ok the 8th in the evening", "on Friday 8 January 2027, 19:00 (London)"),
        ("tomorrow at 7pm", "on Wednesday 6 January 2027, 19:00 (London)"),
        ("saturday", "You can also say another day, with its time."),
    ):
        await ada.says("remind me next friday at 7 to read")
        ada.sees("this week or of the next. Is that in the morning", "[Friday 15 January 2027, 19:00 (London)]")
        await ada.says(answer)
        ada.sees(sees)
        if not sees.startswith(("[", "You can")):
            await ada.says("undo")
    assert len(await own(ada)) == 4
    await ada.says("remind me on the 31st of feb to jump")
    if ada.form is None:
        ada.sees("There is no 31 February.")
        await ada.says("cancel")
    await cast.reach(timedelta(days=2))
    assert await (await vault_of(ada)).all(Asked) == []


@pytest.mark.parametrize("cast", [SLACK], ids=["slack"], indirect=True)
async def test_once_it_is_said_how_a_time_was_meant_the_form_for_the_rest_opens_at_once(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    await ada.says("remind me at 7")
    await ada.presses(TONIGHT)
    assert ada.form is not None
    await ada.fills(words="look up")
    [set_now] = await own(ada)
    assert (set_now.text, set_now.at) == ("look up", datetime(2027, 1, 5, 19, tzinfo=LONDON))


async def test_a_time_is_found_wherever_it_stands_and_shown_whole_and_in_its_zone(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    for said, words, when in (
        ("remind me to ring Bo on Monday about the paper", "ring Bo about the paper", "Monday 11 January 2027, 09:00"),
        ("remind me in half an hour check the oven", "check the oven", "Tuesday 5 January 2027, 09:30"),
        ("remind me tomorrow to ring the chair at half two", "ring the chair", "Wednesday 6 January 2027, 14:30"),
        ("remind me from 2 to 4pm tomorrow to write", "write", "Wednesday 6 January 2027, 14:00"),
        ("remind me 1.30am on 28 March: the clocks", "the clocks", "Sunday 28 March 2027, 02:30"),
        ("remind me at 01:30 on 31 October of the clocks", "the clocks", "Sunday 31 October 2027, 01:30"),
        ("remind me to write my note every other Friday at 4 please", "write my note", "Friday 8 January 2027, 16:00"),
    ):
        await ada.says(said)
        ada.sees(when, "London")
        assert words in [each.text for each in await own(ada)]
    assert datetime(2027, 10, 31, 0, 30, tzinfo=UTC) in [each.at for each in await own(ada)], "the first of the two"

    await ada.says("remind me today at 8am to be early")
    if ada.form is None:
        ada.sees("That time has gone by.", "[Wednesday 6 January 2027, 08:00 (London)]")
        await ada.presses("Wednesday 6 January 2027, 08:00 (London)")
        ada.sees("Is this right?", "2. When? Wednesday 6 January 2027, 08:00 (London)")
        await ada.presses("Remind me")
    else:
        if not cast.way.slack:  # there it stands in the field's hint
            assert "“Wednesday 6 January 2027 08:00”" in ada.form.faults["when"]
        await ada.fills(when="Wednesday 6 January 2027 08:00")
    ada.sees("Wednesday 6 January 2027, 08:00 (London)")


async def test_in_a_form_what_is_not_sure_is_asked_at_its_own_question(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    await ada.says("remind me")
    if cast.way.forms:
        faults = await ada.tries_to_fill(words="rest", when="next Friday at 10")
        assert "“Friday 15 January 2027 10:00” or “Friday 8 January 2027 10:00”" in faults["when"]
        await ada.fills(words="rest", when="Friday 8 January 2027 10:00")
    else:
        await ada.says("rest")
        await ada.says("next Friday at 10")
        ada.sees("“Next Friday” can be", "[Friday 15 January 2027, 10:00 (London)]")
        await ada.presses("Friday 8 January 2027, 10:00 (London)")
        ada.sees("Is this right?", "Friday 8 January 2027, 10:00 (London)")
        await ada.says("remind me")
    ada.sees("Friday 8 January 2027, 10:00 (London)")


async def test_days_away_are_taken_as_people_say_them_and_asked_where_they_may_be_others(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    for said, sees in (
        ("I'm away Mon to Weds next week", "from Monday 11 January 2027 to Wednesday 13 January 2027"),
        ("I'm away from the 25th for a fortnight with the family", "from Monday 25 January 2027 to Sunday 7 February"),
        ("I'm on leave on Friday 19 March in the afternoon", "on Friday 19 March 2027, the whole day"),
        ("on holiday from tomorrow for a week", "from Wednesday 6 January 2027 to Tuesday 12 January 2027"),
        ("I'm away from Friday", "Until when?"),
    ):
        await ada.says(said)
        ada.sees(sees)
    await ada.says("I'm away until next Wednesday")
    ada.sees("“Next Wednesday” can be")
    await ada.presses("until Wednesday 13 January 2027")
    ada.sees("You are away from Tuesday 5 January 2027 to Wednesday 13 January 2027")


async def test_a_message_is_put_off_for_as_long_as_somebody_says(cast: Cast) -> None:
    ada, _ = await with_a_module(cast)
    await cast.reach(datetime(2027, 1, 20, 10, tzinfo=LONDON))
    for said, sees in (
        ("snooze for an hour and a half", "Wednesday 20 January 2027, 11:30 (London)"),
        ("snooze until after lunch", "Wednesday 20 January 2027, 14:00 (London)"),
        ("snooze till half three", "Wednesday 20 January 2027, 15:30 (London)"),
    ):
        await ada.says(said)
        ada.sees(sees)
    await ada.says("snooze until 7")
    ada.sees("[Wednesday 20 January 2027, 19:00 (London)]")
    await ada.presses("Wednesday 20 January 2027, 19:00 (London)")
    ada.sees("I’ll say it again: Wednesday 20 January 2027, 19:00 (London), today.")


async def test_an_event_is_moved_to_times_as_they_are_said(cast: Cast) -> None:
    await laid_out(cast.app, cast.cohort)
    mara = await cast.member("Mara", Role.DIRECTOR)
    for said, sees in (
        ("move module 5 to 12 March 9:30 to 4", "Friday 12 March 2027, 09:30 to 16:00 (London)"),
        ("move module 5 to from 10 to half three", "10:00 to 15:30 (London)"),
        ("move module 5 to Tues 9th Feb, ten till noon", "Tuesday 9 February 2027, 10:00 to 12:00 (London)"),
        ("move module 5 to Friday 12 February afternoon", "From what time?"),
    ):
        await mara.says(said)
        mara.sees(sees)
    await mara.says("move module 5 to Friday 11 February at 10")
    mara.sees("[Thursday 11 February 2027, 10:00 (London)]")
    await mara.presses("Thursday 11 February 2027, 10:00 (London)")
    mara.sees("Thursday 11 February 2027, 10:00")
    await mara.says("hold everything to the cohort for a fortnight")
    mara.sees("until Tuesday 19 January 2027, 09:00 (London)")
