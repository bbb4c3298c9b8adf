"""Whoever can't be reached on Telegram any more has another account, and what is owed comes there."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.cast import Cast
from tests.platforms.beside_console import beside_console, linked
from tests.platforms.on_any import owe
from tests.platforms.on_telegram import ON_TELEGRAM, person_of, words

OWED = "Module 2 begins tomorrow."


@pytest.fixture
async def cast(tmp_path: Path) -> AsyncIterator[Cast]:
    async with beside_console(tmp_path, ON_TELEGRAM) as cast:
        yield cast


async def test_who_blocked_the_bot_is_told_there_and_here_again_once_it_is_let_in(cast: Cast) -> None:
    ada, desk = await linked(cast)
    await person_of(ada).blocks()
    await cast.settle()
    await owe(ada, OWED)
    assert OWED in desk.screen
    assert OWED not in words(person_of(ada))
    await person_of(ada).unblocks()
    await cast.settle()
    await owe(ada, "Module 3 is open.")
    assert "Module 3 is open." in words(person_of(ada))


async def test_who_turns_out_to_be_gone_while_it_is_sent_is_told_there(cast: Cast) -> None:
    ada, desk = await linked(cast)
    await person_of(ada).deactivated()
    await owe(ada, OWED)
    assert desk.screen.count(OWED) == 1
    assert not (await ada.account()).reachable
