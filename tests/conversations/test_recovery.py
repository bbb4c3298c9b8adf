"""What people can count on from recovery words."""

import asyncio
import re
from datetime import timedelta

import pytest

from bot.chat.platform import Said
from bot.chat.router import Router
from bot.chat.turns import Turn
from handlers import recovery
from storage.shared.people import Role
from tests.canary import nowhere_but
from tests.cast import Cast
from tests.player import Player

WRONG = "recover apple apple apple apple apple apple"

router = Router("a first private entry")


@router.intent("first_entry", "Keep something private", "keep something private", private=True)
async def first_entry(turn: Turn) -> None:
    await recovery.offer(turn)


@pytest.fixture
def routers() -> tuple[Router, ...]:
    return (router,)


async def words_of(player: Player) -> str:
    """Make recovery words, and copy them down."""
    await player.says("recovery words")
    await player.presses("Show me six words")
    return shown_to(player)


def shown_to(player: Player) -> str:
    """The words that were made last."""
    found = re.search(r"^\**((?:[a-z]+ ){5}[a-z]+)\**$", player.latest[-1].text, re.MULTILINE)
    assert found, player.screen
    assert player.latest[-1].private
    return found[1]


async def test_words_are_offered_after_the_first_entry_and_not_where_there_are_some(cast: Cast) -> None:
    ada = await cast.participant("Ada")

    await ada.says("keep something private")
    ada.sees("six recovery words open your private notes", "[Show me six words]")
    await ada.presses("Show me six words")
    ada.sees("Your recovery words", "on paper", "once")

    await ada.says("keep something private")
    ada.sees_nothing()


async def test_right_words_open_the_notes_on_a_new_account_and_all_older_accounts_are_told(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    words = await words_of(ada)
    phone = await cast.further_account(ada, "Ada’s phone")
    phone.sees("stay locked here")
    await phone.says("recovery words")
    phone.sees("locked on this account")

    first, *others = words.upper().split()
    await phone.says(f"Recover  {first},{' , '.join(others)}.")
    phone.sees("open on this account now")
    assert (await phone.account()).admitted
    assert words.upper().split()[3] not in phone.screen
    ada.sees("opened on another account, with your recovery words")


async def test_the_words_are_taken_back_from_the_conversation_and_kept_nowhere(
    cast: Cast, caplog: pytest.LogCaptureFixture
) -> None:
    ada = await cast.participant("Ada")
    words = await words_of(ada)
    phone = await cast.further_account(ada, "Ada’s phone")
    await phone.says(f"recover {words}")

    assert words not in caplog.text
    await nowhere_but(cast, words, ada)


async def test_wrong_words_are_refused_in_one_sentence_and_only_five_times_an_hour(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    words = await words_of(ada)
    phone = await cast.further_account(ada, "Ada’s phone")

    for _ in range(5):
        await phone.says(WRONG)
        phone.sees("Those aren’t the words")
    await phone.says(f"recover {words}")
    phone.sees("too many tries")
    assert not (await phone.account()).admitted

    await cast.reach(timedelta(hours=1, seconds=1))
    await phone.says(f"recover {words}")
    phone.sees("open on this account now")


async def test_tries_are_counted_for_the_person_over_all_their_accounts(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    words = await words_of(ada)
    phone = await cast.further_account(ada, "Ada’s phone")
    tablet = await cast.further_account(ada, "Ada’s tablet")

    for _ in range(3):
        await phone.says(WRONG)
    for _ in range(2):
        await tablet.says(WRONG)
    await tablet.says(f"recover {words}")
    tablet.sees("too many tries")


async def test_tries_made_all_at_once_are_counted_as_well(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    words = await words_of(ada)
    phone = await cast.further_account(ada, "Ada’s phone")

    await cast.before_a_line()
    await asyncio.gather(*(phone.does(Said(WRONG)) for _ in range(6)))
    await phone.says(f"recover {words}")
    phone.sees("too many tries")


async def test_new_words_end_the_old_ones_and_every_account_is_told(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    old = await words_of(ada)
    phone = await cast.further_account(ada, "Ada’s phone")

    await ada.says("recovery words")
    ada.sees("I can’t show them again")
    await ada.presses("Make new words")
    phone.sees("New recovery words for your private notes were just made")
    new = shown_to(ada)

    await phone.says(f"recover {old}")
    phone.sees("Those aren’t the words")
    await phone.says(f"recover {new}")
    phone.sees("open on this account now")


async def test_somebody_elses_words_open_nothing(cast: Cast) -> None:
    ada, ben = await cast.participant("Ada"), await cast.participant("Ben")
    words = await words_of(ben)
    await words_of(ada)
    phone = await cast.further_account(ada, "Ada’s phone")

    await phone.says(f"recover {words}")
    phone.sees("Those aren’t the words")


async def test_a_locked_account_can_not_make_words(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    await words_of(ada)
    phone = await cast.further_account(ada, "Ada’s phone")

    await phone.presses_data("recovery.make")
    phone.sees("locked on this account")
    await phone.says("new recovery words")
    phone.sees("locked on this account")
    phone.does_not_see("Your recovery words")


async def test_a_stranger_and_an_open_account_get_a_plain_sentence(cast: Cast) -> None:
    eve = await cast.stranger("Eve")
    await eve.says(WRONG)
    eve.sees("First join with a code")
    eve.does_not_see("apple")

    ada = await cast.member("Ada", Role.PARTICIPANT)
    await ada.says("recover")
    ada.sees("open on this account already")
