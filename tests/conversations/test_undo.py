"""“undo” takes back the last thing within ten minutes, where nobody else has acted on it since."""

from collections.abc import Sequence
from datetime import timedelta

from sqlmodel import col, select

from bot.chat.platform import Said
from handlers.reflections.entries import Reflection
from handlers.reflections.sharing_texts import READ_SHARED
from handlers.reminders.own.entries import OwnReminder
from handlers.undo import UNDO, Before
from storage.shared.cohorts import State
from storage.shared.deliveries import Delivery, DeliveryState
from storage.shared.people import Person, Role
from storage.shared.timetable import Answer, Attendance
from storage.shared.undo import Undo
from tests.canary import nowhere_but
from tests.cast import Cast
from tests.cohort import laid_out
from tests.conversations.test_reflections import vault_of
from tests.conversations.test_reminders import london, module
from tests.conversations.test_stepping_back import parts
from tests.player import Player

CANARY = "the otter under the weir knows"
TEN_MINUTES = timedelta(minutes=10)
A_SECOND = timedelta(seconds=1)
MODULE_5 = "Module 5: Future of London"


async def attendances(cast: Cast) -> Sequence[Attendance]:
    """All that is known of who comes, and came."""
    async with cast.app.database.unit() as unit:
        return await unit.run(lambda session: session.exec(select(Attendance)).all())


async def theirs(player: Player) -> Person:
    assert player.on_roster is not None
    async with player.cast.app.database.unit() as unit:
        person = await unit.people.get(player.on_roster.id)
        assert person is not None
        return person


# ---------------------------------------------------------------- how it works


async def test_what_was_done_last_is_taken_back_and_then_what_was_done_before_it(cast: Cast) -> None:
    await laid_out(cast.app, cast.cohort)
    ada, eve = await cast.participant("Ada"), await cast.participant("Eve")
    await ada.says("undo")
    ada.sees("There is nothing to take back.", "For ten minutes")

    await ada.says("I can't come to module 5")
    await ada.says("I'm coming to module 5")
    for outsider in (eve, await cast.stranger("Zoe")):
        await outsider.presses_data(UNDO(1))
        assert "Taken back" not in outsider.screen
    again = cast.key()
    for _ in range(2):
        await ada.does(Said("undo"), key=again)
        await cast.restart()
    assert ada.screen.count("Taken back: ") == 1
    assert f"Taken back: that you’re coming to {MODULE_5}. Your apologies for {MODULE_5}, Wed" in ada.screen
    await ada.says("take it back")
    ada.sees(f"Taken back: your apologies for {MODULE_5}. There is no word from you about {MODULE_5}, Wednesday 10")
    assert [each.answer for each in await attendances(cast)] == [None]
    await ada.says("undo")
    ada.sees("There is nothing to take back.")

    await ada.says("I can't come to module 5")
    await ada.says("no wait delete that")
    ada.sees(f"Undo the last thing: your apologies for {MODULE_5}. Shall I?")
    ada.does_not_see("Delete everything")
    await ada.says("oh forget it")
    ada.does_not_see("Delete everything")
    assert [each.answer for each in await attendances(cast)] == ["apologies"]
    await cast.reach(TEN_MINUTES + A_SECOND)
    await ada.says("that was a mistake")
    ada.sees(f"longer ago than ten minutes: your apologies for {MODULE_5}", "say how it should be")
    assert [each.answer for each in await attendances(cast)] == [Answer.APOLOGIES]
    await cast.reach(timedelta(days=2))
    async with cast.app.database.unit() as unit:
        assert not await unit.run(lambda session: session.exec(select(Undo)).all()), "a day is all that it lives"


# ---------------------------------------------------------------- what is one's own


async def test_settings_and_reminders_are_again_as_they_were(cast: Cast) -> None:
    event = await module(cast, 21)
    ada = await cast.participant("Ada")
    before = await theirs(ada)
    await ada.says("my time zone is Paris")
    await ada.says("settings")
    await ada.presses("Change settings")
    await ada.fills(zone="New York", quiet_from="20:00", morning="6:30", days_off=["Monday"], plain_mode="on")
    await ada.says("I didn't mean that")
    ada.sees("Taken back: your time zone, your quiet hours, the hour of your morning message, your days off and plain")
    ada.sees("Your time zone is Paris (Europe/Paris) now.", "Quiet from 22:00 until 07:00", "at 08:00 now", "is off.")
    await ada.says("never put private text away")
    await ada.says("undo that")
    ada.sees("Taken back: how long private text stands. What I show you: put away after 15 minutes.")
    await ada.says("put it back")
    ada.sees("Your time zone is London (Europe/London) now.")
    assert await theirs(ada) == before

    await ada.says("fewer reminders")
    await ada.says("mute modules")
    await ada.says("undo")
    ada.sees("Taken back: your choice for “Modules”. “Modules” comes only in your morning message.")
    await ada.says("undo")
    ada.sees("Taken back: your choice for", "“Modules” comes as the programme plans them.")

    await cast.reach(london(20, 9))
    await ada.says("snooze until 21 January 8:00")
    ada.sees("I’ll say it again: Thursday 21 January 2027, 08:00")
    await ada.says("mute module 2")
    ada.sees(f"You won’t hear about {event.title} any more")
    await ada.says("undo")
    ada.sees("Taken back: that you muted Module 2: Politics. You hear about Module 2: Politics again.")
    assert await snoozed(cast) == [DeliveryState.DUE], "and what was to be said again is"
    await ada.says("undo")
    ada.sees("Taken back: what you asked to hear again on Thursday 21 January 2027, 08:00 (London). It doesn’t come.")
    assert await snoozed(cast) == [DeliveryState.DROPPED]


async def snoozed(cast: Cast) -> list[str]:
    """How it stands with what somebody asked to hear again."""
    async with cast.app.database.unit() as unit:
        wanted = select(Delivery.state).where(col(Delivery.key).startswith("snooze "))
        return list(await unit.run(lambda session: session.exec(wanted).all()))


async def test_whoever_was_away_or_stepped_back_is_again_what_they_were(cast: Cast) -> None:
    await laid_out(cast.app, cast.cohort)
    ada, dora = await cast.participant("Ada"), await cast.member("Dora", Role.DIRECTOR)
    await ada.says("I'm away from 12 to 14 January")
    await ada.says("I'm away from 14 to 19 January")
    await ada.says("undo")
    ada.sees("You are away from Tuesday 12 January 2027 to Thursday 14 January 2027.")
    await ada.says("undo")
    ada.sees("You are here, as before.")

    await ada.says("I'm coming to module 5")
    await ada.says("I need to step back")
    await ada.fills(told="That I’m away for a while", back="1 March", since=None, events="Send my apologies")
    assert [(part.state, part.says_away) for part in await parts(ada)] == [(State.PAUSED, True)]
    await ada.says("I'm back")
    await ada.says("undo")
    ada.sees("Taken back: that you are back in Autumn 2026. You step back from Autumn 2026, as before.")
    assert [(part.state, part.says_away) for part in await parts(ada)] == [(State.PAUSED, True)]
    await dora.says("who has joined")
    dora.sees("paused")
    await ada.says("undo")
    ada.sees("that you step back from Autumn 2026", f"You’re coming to {MODULE_5}")
    assert [part.state for part in await parts(ada)] == [State.ACTIVE]
    answers = [each.answer for each in await attendances(cast) if each.answer]
    assert answers == [Answer.COMING], "no apologies are left"
    await dora.says("who has joined")
    dora.sees("Ada: participant, has joined")

    await ada.says("I'm leaving")
    await ada.presses("Yes, leave")
    await ada.says("undo")
    ada.sees("Taken back: that you left Autumn 2026. You are in Autumn 2026 again, as if you had never left.")
    await cast.reach(TEN_MINUTES)
    dora.does_not_see("Ada has left")


async def test_notes_are_taken_out_or_read_as_they_did_and_what_is_for_good_is_said_to_be(cast: Cast) -> None:
    ada, bea = await cast.participant("Ada"), await cast.participant("Bea")
    await ada.says(f"reflect: {CANARY}")
    await ada.presses("Open it")
    await ada.presses("Change it")
    await ada.fills(text="something else", heading=None)
    await ada.says("undo")
    ada.sees("Taken back: your change to a note. It reads as it did before.")
    vault = await vault_of(ada)
    assert [note.text for note in await vault.all(Reflection)] == [CANARY]
    assert not await vault.all(Before)
    await nowhere_but(cast, CANARY, ada)

    for reads in (False, True):
        await ada.says("my notes")
        await ada.presses(CANARY)
        await ada.presses("Share it")
        await ada.fills(reader="Bea", until=None)
        share_id = 1 + reads
        if reads:
            await bea.presses_data(READ_SHARED(share_id))
            bea.sees(CANARY)
        await ada.says("undo")
        if reads:
            ada.sees("Bea has opened it, so it can’t be as if it had never been shared.", "[Take it back]")
            ada.sees("I can take back what came before it: the note that you kept.")
        else:
            ada.sees("Taken back: that you shared a note. Bea has not opened it, and can’t any more.")
            await bea.presses_data(READ_SHARED(share_id))
            bea.sees("That isn’t here any more.")

    await ada.presses("Undo that")
    ada.sees("Taken back: the note that you kept. It is deleted for good.")
    await ada.says("my notes")
    ada.does_not_see("1. " + CANARY + "\n[Share it]")
    assert not await (await vault_of(ada)).all(Reflection)
    assert not await (await vault_of(bea)).all_posted(Reflection)

    await ada.says("plain mode on")
    await ada.says("reflect: not for long")
    await ada.presses("Open it")
    await ada.presses("Delete it")
    ada.sees("It can’t be brought back.")
    await ada.presses("Delete it for good")
    await ada.says("undo")
    ada.sees(
        "can’t be brought back: deleted means deleted.", "I can take back what came before it: the note that you kept."
    )
    await ada.says("undo")
    ada.sees("That note isn’t here any more.", "I can take back what came before it: plain mode.")
    await ada.says("undo")
    ada.sees("Taken back: plain mode. Plain mode is off.")


async def test_own_reminders_come_as_they_did_before(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    await ada.says(f"remind me tomorrow at 10: {CANARY}")
    await ada.says("my own reminders")
    await ada.presses(CANARY)
    await ada.presses("Change")
    await ada.fills(when="Friday at 11")
    await ada.says("undo")
    ada.sees("Taken back: your change to a reminder of your own. It comes as before: Wednesday 6 January 2027, 10:00")
    await ada.says("my own reminders")
    await ada.presses(CANARY)
    await ada.presses("Delete")
    ada.sees("For ten minutes “undo” brings it back; after that it is gone for good.")
    await ada.says("undo")
    ada.sees("Taken back: that a reminder of your own is gone. It comes as before: Wednesday 6 January 2027, 10:00")
    await nowhere_but(cast, CANARY, ada)
    await cast.reach(london(6, 10))
    await ada.presses("Done")
    await ada.says("undo")
    ada.sees("Taken back: that a reminder of your own is gone.")
    await ada.says("my own reminders")
    await ada.presses(CANARY)
    await ada.presses("Done")
    assert not await (await vault_of(ada)).all(OwnReminder)
    await cast.reach(TEN_MINUTES + A_SECOND)
    assert not await (await vault_of(ada)).all(Before), "after ten minutes it is gone for good"
    await ada.says("remind me tomorrow at 10: to rest")
    await ada.says("undo")
    ada.sees("Taken back: your new reminder. It is deleted, and doesn’t come.")
    assert not await (await vault_of(ada)).all(OwnReminder)


# ---------------------------------------------------------------- the cohort’s


async def test_what_is_done_for_the_cohort_is_taken_back_where_nobody_has_acted_on_it(cast: Cast) -> None:
    await laid_out(cast.app, cast.cohort)
    mara, tom = await cast.member("Mara", Role.DIRECTOR), await cast.member("Tom", Role.DIRECTOR)
    ada, joan = await cast.participant("Ada"), await cast.person("Joan", Role.PARTICIPANT)
    assert ada.on_roster is not None

    await mara.says("make Ada a mentor")
    await mara.presses("Yes, make them a mentor")
    await mara.says("undo")
    mara.sees("Taken back: that Ada is a mentor. Ada is not a mentor.")
    await mara.says("make Ada a mentor")
    await mara.presses("Yes, make them a mentor")
    await tom.says("Ada is no longer a mentor")
    await tom.presses("Yes, take it back")
    await mara.says("undo")
    mara.sees("Ada is not a mentor in this cohort.")
    await tom.says("undo")
    tom.sees("Taken back: that Ada is no longer a mentor. Ada is a mentor, as before.")
    async with cast.app.database.unit() as unit:
        roles = [part.role for part in await unit.cohorts.memberships(ada.on_roster.id)]
    assert sorted(roles) == [Role.MENTOR, Role.PARTICIPANT]

    await mara.says("hold everything to the cohort until 7 January 9:00")
    await mara.says("hold everything to the cohort")
    await mara.says("undo")
    mara.sees("Messages to everybody in Autumn 2026 are held until Thursday 7 January 2027, 09:00 (London)")
    await mara.says("undo")
    mara.sees("Taken back: that messages to everybody in Autumn 2026 are held.", "go as before.")
    await mara.says("held messages")
    mara.sees("Nobody’s messages are held.")

    await cast.reach(A_SECOND)
    await mara.says("cancel the invitation of Joan")
    await cast.reach(A_SECOND)
    await mara.says("new code for Joan")
    await mara.says("undo")
    mara.sees("Taken back: the new code for Joan.")
    await mara.says("undo")
    mara.sees("Taken back: that the code of Joan is cancelled.")
    await joan.says(joan.code)
    joan.sees("Welcome")

    await mara.says("attendance for module 2: everyone except Ada")
    await mara.fills()
    await mara.says("undo")
    mara.sees("Taken back: the attendance for Module 2")
    assert {each.came for each in await attendances(cast)} == {None}

    await mara.says("move module 5 to 12 February 10:00")
    await mara.presses("Yes, do it")
    await cast.reach(A_SECOND)
    await tom.says("cancel module 5")
    await tom.presses("Yes, do it")
    await mara.says("undo")
    mara.sees("has been changed once more since, so I have left it as it is.")
    await cast.reach(timedelta(minutes=1))
    await tom.says("undo")
    tom.sees("There is nothing to take back: a change can be for a minute", "change it again")
    await cast.reach(timedelta(days=1))
    assert "is cancelled" in ada.screen


async def test_what_is_recorded_for_whoever_uses_neither_app_is_taken_back(chat: Cast) -> None:
    await laid_out(chat.app, chat.cohort)
    mara, noor = await chat.member("Mara", Role.DIRECTOR), await chat.person("Noor", Role.PARTICIPANT)
    await chat.reach(A_SECOND)
    await mara.says("Noor uses neither app")
    await mara.says("record for Noor: coming to module 5")
    await mara.says("undo")
    mara.sees("Taken back: what you recorded for Noor.", "it stands as before.")
    await mara.says("undo")
    mara.sees("Taken back: that Noor uses neither app. Noor is invited, as before.")
    await noor.says(noor.code)
    noor.sees("Welcome")
