"""What people can count on when they arrive."""

from datetime import timedelta

from storage.shared.people import Role
from tests.cast import Cast


async def test_a_newcomer_is_told_who_speaks_and_joins_with_the_code(cast: Cast) -> None:
    ada = await cast.person("Ada Okafor", Role.PARTICIPANT)

    await ada.arrives()
    ada.sees("I’m a bot", "locked under a key of your own", "nobody’s safety is kept secret", "joining code")
    assert len(ada.screen.split()) < 80

    await ada.says(ada.code.lower())
    ada.sees("Welcome, Ada Okafor", "Autumn 2026, as a participant", "What we agree about confidentiality", "[I agree]")
    await ada.presses("I agree")
    ada.sees("agreed")


async def test_a_code_works_once(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    eve = await cast.stranger("Eve")

    await eve.says(ada.code)
    eve.sees("That code doesn’t work")


async def test_a_code_expires_after_seven_days(cast: Cast) -> None:
    ada = await cast.person("Ada", Role.PARTICIPANT)
    await cast.reach(timedelta(days=7, seconds=1))

    await ada.says(ada.code)
    ada.sees("That code doesn’t work")


async def test_help_shows_what_this_person_can_do(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    await ada.says("help")
    ada.sees("What I can do for you", "confidentiality")


async def test_how_to_start_is_answered_for_what_somebody_is_here_for(cast: Cast) -> None:
    ada, noor = await cast.participant("Ada"), await cast.stranger("Noor")
    await ada.says("How do I start?")
    ada.sees("write your first private note", "[Write a note for yourself]", "[What’s next]")
    ada.does_not_see("set up the cohort")
    await noor.says("How do I start?")
    noor.sees("type the joining code you were sent")


async def test_a_yes_or_a_no_is_for_what_was_said_last_and_for_nothing_else(cast: Cast) -> None:
    ada = await cast.member("Ada", Role.PARTICIPANT, agreed=False)
    await ada.says("agreement")
    await ada.says("No, thanks.")
    ada.sees("That’s fine.")
    await ada.says("yes")
    ada.sees("There is nothing to say yes to just now")
    await ada.says("agreement")
    await ada.says("OK")
    ada.sees("Thank you: agreed.")
    await ada.says("cancel")
    ada.sees("There is nothing to say no to just now")
    await ada.says("stop")
    await ada.says("no")
    ada.sees("left it as it is")

    await ada.says("remind me on Monday at 9 to ring the chair")
    await ada.says("delete all my own reminders")
    ada.sees("[Delete them for good]", "[Don’t delete]")
    await ada.says("time zone Europe/London")  # something else is said after it
    await ada.says("do it")
    ada.sees("There is nothing to say yes to just now")
    await ada.says("delete all my own reminders")
    await ada.says("leave it")
    ada.does_not_see("are deleted for good")
    await ada.says("delete all my own reminders")
    await ada.says("yes")
    ada.sees("All your own reminders are deleted for good.")
