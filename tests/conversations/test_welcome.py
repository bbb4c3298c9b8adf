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
