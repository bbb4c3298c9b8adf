"""What may go wrong around a turn: it comes too late, two are in each other's way, a handler waits in a unit."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from bot.chat.errors import DeliveryFailed
from bot.chat.messages import Button, Message, Press
from bot.chat.platform import Address, Inbound, Pressed, Said, Sent
from bot.chat.router import Router
from bot.chat.turns import Turn
from storage import database
from storage.errors import RunAgain
from storage.shared.deliveries import Deliveries
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


@router.intent("say_two", "Say two things", "say two things")
async def say_two(turn: Turn) -> None:
    await turn.say("The first thing.")
    await turn.say("The second thing.")


@router.intent("tell_myself", "Tell myself", "tell myself")
async def tell_myself(turn: Turn) -> None:
    await turn.tell(turn.person, "This is what you were told.")


@pytest.fixture
async def cast(tmp_path: Path) -> AsyncIterator[Cast]:
    tries.clear()
    cast = Cast(tmp_path, Way("forms"), None, (router,))
    await cast.begin()
    yield cast
    await cast.stop()


@pytest.mark.parametrize("typed", [False, True], ids=["pressed", "typed"])
async def test_what_changes_something_is_asked_again_when_it_comes_an_hour_late(
    cast: Cast, monkeypatch: pytest.MonkeyPatch, typed: bool
) -> None:
    ada = await cast.participant("Ada")
    await ada.says("show the change")
    with monkeypatch.context() as away:
        away.setattr(cast.app.intake, "_work_on", lambda *_: None)
        await ada.does(Said("change it now") if typed else Pressed(CHANGE("it")))
    cast.clock.set(cast.clock.now() + timedelta(minutes=61))
    await cast.app.tick()
    await cast.settle()
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


async def test_an_answer_that_was_given_is_not_given_again_when_the_next_has_to_wait(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    ada = await cast.participant("Ada")
    sent: list[str] = []

    async def send(to: Address, message: Message, *, id: str, place: str = "") -> Sent:
        sent.append(message.text)
        if message.text == "The second thing." and len(sent) < 5:
            raise DeliveryFailed("a platform that is busy", retry_after=2)
        return Sent(id)

    monkeypatch.setattr(cast.console, "send", send)
    await ada.does(Said("say two things"))
    await cast.reach(timedelta(minutes=1))
    assert sent == ["The first thing.", *["The second thing."] * 4]


async def test_what_nobody_can_read_any_more_is_said_and_holds_nothing_up(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    ada = await cast.participant("Ada")
    with monkeypatch.context() as away:
        away.setattr(cast.app.intake, "_work_on", lambda *_: None)
        await ada.does(Said("say two things"))
    cast.clock.set(cast.clock.now() + timedelta(days=4))
    await cast.app.nightly.run_if_due()
    await cast.restart()
    await ada.says("say two things")
    ada.sees("I was away for too long to read what you sent on Tuesday 5 January 2027", "The second thing.")


async def test_a_platform_that_was_taken_away_holds_nobody_up(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    elsewhere = Inbound(Address("elsewhere", "", "ada"), "from before", Said("hello"))
    await cast.app.intake.receive(elsewhere)
    await cast.app.intake.quiet()
    async with cast.app.database.unit() as unit:
        assert "account" not in " ".join(await unit.turns.owners_waiting(cast.clock.now() + timedelta(hours=1)))
    await ada.says("say two things")
    ada.sees("The second thing.")


async def test_a_night_that_fails_holds_no_message_up(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    ada = await cast.participant("Ada")

    async def fails() -> None:
        raise RuntimeError

    monkeypatch.setattr(cast.app.nightly._days, "destroy_old", fails)
    await cast.reach(timedelta(days=1))
    await ada.says("tell myself")
    ada.sees("This is what you were told.")


async def test_whoever_speaks_can_be_reached_again(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    account = await ada.account()
    async with cast.app.database.unit() as unit:
        await unit.people.mark_unreachable(account.id)
    await ada.says("tell myself")
    ada.sees("This is what you were told.")


async def test_a_message_whose_marking_failed_is_looked_for_before_it_is_sent_again(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    ada = await cast.participant("Ada")
    sent: list[str] = []
    send = cast.console.send

    async def counted(to: Address, message: Message, *, id: str, owed: bool = False) -> Sent:
        sent.append(message.text)
        return await send(to, message, id=id)

    async def fails(*_: object, **__: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(cast.console, "send", counted)
    with monkeypatch.context() as broken:
        broken.setattr(Deliveries, "end", fails)
        await ada.says("tell myself")
    await cast.reach(timedelta(minutes=5))
    assert sent == ["This is what you were told."]
    async with cast.app.database.unit() as unit:
        assert await unit.deliveries.counts() == {"sent": 1}
