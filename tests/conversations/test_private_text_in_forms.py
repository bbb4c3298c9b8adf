"""What a private form shows on its way is put away as any private text is, and its answers are kept."""

import pytest

from bot.chat.messages import Message
from bot.chat.platform import Address, Pressed, Sent
from bot.chat.router import Router
from tests.canary import nowhere_but
from tests.cast import Cast
from tests.conversations.private_text import CANARY, QUARTER, locker, put_away_button
from tests.player import Player


@pytest.fixture
def routers() -> tuple[Router, ...]:
    return (locker,)


async def comes_to_the_last_look(ada: Player) -> None:
    await ada.says("reflect")
    await ada.presses("Write freely")
    ada.does_not_see("[Put away]")
    await ada.says(CANARY)
    ada.does_not_see("[Put away]")
    assert ada.latest[-1].private, "a private form is protected from its first question on"
    await ada.says("skip")
    ada.sees("Is this right?", CANARY, "[Put away]")


async def test_the_last_look_goes_and_the_answers_are_kept(chat: Cast) -> None:
    ada = await chat.participant("Ada")
    await comes_to_the_last_look(ada)
    await chat.reach(QUARTER)
    ada.does_not_see(CANARY)
    assert "“A note for yourself”: your answers are kept." in ada.screen
    await nowhere_but(chat, CANARY)

    await ada.presses("Go on with it")
    ada.sees("Is this right?", CANARY)
    await ada.presses("Save")
    ada.sees("Kept, until")


@pytest.mark.parametrize("typed", ["save", "go on"])
async def test_after_it_went_one_can_go_on_typing(chat: Cast, typed: str) -> None:
    ada = await chat.participant("Ada")
    await comes_to_the_last_look(ada)
    await chat.reach(QUARTER)
    await ada.says(typed)
    if typed == "go on":
        ada.sees("Is this right?", CANARY)
        await ada.says("change 2")
        await ada.says("Herons")
        ada.sees("Is this right?", "Herons")
        await ada.says("save")
        ada.sees("“Herons” is kept")
    else:
        ada.sees("Kept, until")


async def test_pressed_twice_the_way_on_stays(chat: Cast) -> None:
    ada = await chat.participant("Ada")
    await comes_to_the_last_look(ada)
    ref, press = put_away_button(ada)
    await ada.presses("Put away")
    await ada.does(Pressed(press, on=Sent(ref)))
    await chat.reach(QUARTER)
    assert "your answers are kept" in ada.screen
    await ada.presses("Go on with it")
    ada.sees("Is this right?")


async def test_a_last_look_that_was_sent_twice_goes_from_where_it_is_pressed_too(chat: Cast) -> None:
    ada = await chat.participant("Ada")
    await comes_to_the_last_look(ada)
    _, press = put_away_button(ada)
    twice = await chat.console.send(ada.address, ada.latest[-1], id="once more")
    await ada.does(Pressed(press, on=twice))
    ada.does_not_see(CANARY)
    assert "your answers are kept" in ada.screen


@pytest.mark.parametrize("plain_mode", [False, True])
async def test_the_last_look_is_put_away_at_once_by_a_press_or_its_words(chat: Cast, plain_mode: bool) -> None:
    ada = await chat.participant("Ada")
    if plain_mode:
        await ada.says("plain mode on")
    await comes_to_the_last_look(ada)
    if plain_mode:
        await ada.says("put away")
    else:
        await ada.presses("Put away")
    ada.does_not_see(CANARY)
    assert ada.screen.count("your answers are kept") == 1
    assert ("Say “Go on with it”." in ada.screen) == plain_mode
    await ada.says("save")
    ada.sees("Kept, until")
    await chat.reach(QUARTER)
    await nowhere_but(chat, CANARY)


async def test_where_the_way_on_does_not_fit_in_its_place_the_last_look_goes_all_the_same(
    chat: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    ada = await chat.participant("Ada")
    await comes_to_the_last_look(ada)

    async def too_long(to: Address, sent: Sent, message: Message) -> bool:
        return False

    with monkeypatch.context() as long:
        long.setattr(chat.console, "replace", too_long)
        await chat.reach(QUARTER)
    ada.does_not_see(CANARY)
    await ada.says("save")
    ada.sees("Kept, until")


async def test_of_a_form_that_was_sent_nothing_is_left(chat: Cast) -> None:
    ada = await chat.participant("Ada")
    await ada.says("plain mode on")
    await comes_to_the_last_look(ada)
    await ada.says("save")
    await chat.reach(QUARTER)
    ada.does_not_see(CANARY, "your answers are kept")


async def test_what_is_ticked_is_put_away_too(chat: Cast) -> None:
    ada = await chat.participant("Ada")
    await ada.says("open the locker")
    ada.does_not_see("[Put away]")
    await ada.presses("Letters")
    ada.sees("[✓ Letters]", "[Put away]")
    await chat.reach(QUARTER)
    ada.does_not_see("✓ Letters")
    await ada.says("go on with it")
    ada.sees("[✓ Letters]")
