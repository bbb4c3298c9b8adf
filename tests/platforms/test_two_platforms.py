"""One person on two platforms is one person; what can't reach them on one reaches them on the other."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.canary import nowhere_but
from tests.cast import Cast, Way
from tests.platforms.beside_console import beside_console, linked
from tests.platforms.on_any import owe
from tests.platforms.on_slack import person_of, stage_of, words

CANARY = "the swift above the library"


@pytest.fixture
async def cast(tmp_path: Path) -> AsyncIterator[Cast]:
    async with beside_console(tmp_path, Way("slack", slack=True)) as cast:
        yield cast


async def test_a_code_made_on_one_and_typed_on_the_other_makes_them_one_person(cast: Cast) -> None:
    ada, desk = await linked(cast)
    await ada.says(f"/reflect {CANARY}")
    await desk.says("my notes")
    desk.sees(CANARY)
    assert (await ada.account()).person_id == (await desk.account()).person_id
    await nowhere_but(cast, CANARY, desk)


async def test_either_side_can_unlink(cast: Cast) -> None:
    ada, desk = await linked(cast)
    await desk.says("accounts")
    await desk.presses("Disconnect 1")
    assert (await ada.account()).person_id is None
    await ada.says("my notes")
    ada.sees("type the joining code you were sent")


async def test_what_can_not_reach_somebody_here_reaches_them_there(cast: Cast) -> None:
    ada, desk = await linked(cast)
    await stage_of(cast).fake.deactivates(person_of(ada))
    await cast.settle()
    await owe(ada, "Module 2 begins tomorrow.")
    assert "Module 2 begins tomorrow." in desk.screen
    assert "Module 2" not in words(person_of(ada))


async def test_who_turns_out_to_be_gone_while_it_is_sent_is_reached_on_the_other(cast: Cast) -> None:
    ada, desk = await linked(cast)
    stage_of(cast).fake.trouble("chat.postMessage", "error", error="user_disabled")
    await owe(ada, "Module 2 begins tomorrow.")
    assert "Module 2 begins tomorrow." in desk.screen
    assert not (await ada.account()).reachable
