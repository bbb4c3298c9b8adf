"""What may go wrong around a turn: it comes too late, two are in each other's way, a handler waits in a unit."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from bot.chat.messages import Button, Message, Press
from bot.chat.platform import Pressed, Said
from bot.chat.router import Router
from bot.chat.turns import Turn
from storage import database
from storage.errors import RunAgain
from tests.cast import Cast, Way

router = Router("trouble")
tries: list[str] = []

CHANGE = Press("trouble.change", str)


@router.intent("show_change", "Show the change", "show the change")
async def show_change(turn: Turn) -> None:
    await turn.say(Message("It can be changed.", buttons=(Button("Change it now", CHANGE("it")),)))


@router.pressed(CHANGE, changes=True)
async def change(turn: Turn, what: str) -> None:
    await turn.say(f"Changed {what}.")


@router.intent("clash", "Clash with somebody", "clash with somebody")
async def clash(turn: Turn) -> None:
    tries.append(turn.text)
    await turn.db.audit.record("clashed", "once", turn.now, turn.person.id)
    if len(tries) < 3:
        raise RunAgain
    await turn.say("It went through.")


@router.intent("dawdle", "Dawdle", "dawdle")
async def dawdle(turn: Turn) -> None:
    tries.append(turn.text)
    await turn.db.audit.record("dawdled", "once", turn.now, turn.person.id)
    await asyncio.sleep(0.1)
    await turn.db.audit.record("dawdled", "twice", turn.now, turn.person.id)


@pytest.fixture
async def cast(tmp_path: Path) -> AsyncIterator[Cast]:
    tries.clear()
    cast = Cast(tmp_path, Way("forms"), None, (router,))
    await cast.begin()
    yield cast
    await cast.app.stop()


@pytest.mark.parametrize("typed", [False, True], ids=["pressed", "typed"])
async def test_what_changes_something_is_asked_again_when_it_comes_an_hour_late(
    cast: Cast, monkeypatch: pytest.MonkeyPatch, typed: bool
) -> None:
    ada = await cast.participant("Ada")
    await ada.says("show the change")
    with monkeypatch.context() as away:
        away.setattr(cast.app.intake, "_work_on", lambda *_: None)
        await ada.does(Said("change it now") if typed else Pressed(CHANGE("it")))
    await cast.reach(timedelta(minutes=61))
    ada.does_not_see("Changed it.")
    ada.sees("I was away when you asked for this", "[Yes, do it now]")
    await ada.presses("Yes, do it now")
    ada.sees("Changed it.")


async def test_a_transaction_undone_for_anothers_sake_is_done_again_and_counts_once(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    await ada.says("clash with somebody")
    ada.sees("It went through.")
    assert len(tries) == 3
    assert await _acts(cast, "clashed") == 1


async def test_a_handler_that_waits_inside_its_transaction_is_rolled_back(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    ada = await cast.participant("Ada")
    monkeypatch.setattr(database, "LONGEST_UNIT_S", 0.05)
    await ada.says("dawdle")
    ada.sees("Something went wrong on my side")
    assert len(tries) == 3
    assert await _acts(cast, "dawdled") == 0


async def _acts(cast: Cast, act: str) -> int:
    async with cast.app.database.unit() as unit:
        return await unit.audit.count(act)
