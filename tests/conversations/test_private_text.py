"""Private text that was read back does not stay in the conversation, for longer than its reader chose."""

from datetime import timedelta

import pytest

from bot.chat.errors import DeliveryFailed
from bot.chat.messages import Message, Picture
from bot.chat.platform import Address, Inbound, Said, Sent
from bot.chat.router import Router
from bot.chat.turns import AWAY, Turn
from storage.shared.conversations import Conversations
from storage.shared.deliveries import DeliveryState
from tests.canary import nowhere_but
from tests.cast import Cast, Killed
from tests.conversations.private_text import (
    A_LITTLE,
    CANARY,
    QUARTER,
    put_away_button,
    reads_a_note,
    takes_nothing_back,
    windows_hide_it,
)
from tests.conversations.test_settings import person_of
from tests.platforms.scripted import png
from tests.player import Player

router = Router("standing")


@router.intent("show_picture", "Show me a picture", "show me a picture")
async def show_picture(turn: Turn) -> None:
    await turn.say(Message(CANARY, attachments=(Picture(png(48, 24), f"{CANARY} in stripes"),), private=True))


@pytest.fixture
def routers() -> tuple[Router, ...]:
    return (router,)


async def states(cast: Cast) -> dict[str, int]:
    async with cast.app.database.unit() as unit:
        return await unit.deliveries.counts()


# ---------------------------------------------------------------- put away


async def test_what_is_read_back_goes_by_itself_after_a_quarter_of_an_hour(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    await reads_a_note(ada)
    if windows_hide_it(ada):
        assert not await _planned(cast)
        return
    await cast.reach(QUARTER - A_LITTLE)
    assert CANARY in ada.screen
    before = len(ada.screen_of.seen)
    await cast.reach(A_LITTLE)
    ada.does_not_see(CANARY)
    assert len(ada.screen_of.seen) == before - 1, "nothing is said about it"
    await nowhere_but(cast, CANARY)
    assert not await _planned(cast)


async def _planned(cast: Cast) -> bool:
    async with cast.app.database.unit() as unit:
        due = await unit.deliveries.lease(100, cast.clock.now() + timedelta(days=2))
        return any(delivery.job == "private.put_away" for delivery in due)


async def test_it_is_put_away_by_a_press_and_a_second_press_does_no_harm(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    await reads_a_note(ada)
    if windows_hide_it(ada):
        return
    _, press = put_away_button(ada)
    await ada.presses("Put away")
    ada.does_not_see(CANARY)
    await nowhere_but(cast, CANARY)
    await ada.presses_data(press)
    ada.sees_nothing()

    await ada.says("my notes")
    ada.sees("[Put away]")
    await cast.reach(QUARTER - A_LITTLE)
    assert "[Put away]" in ada.screen, "what was planned for the first is not done to the second"
    await cast.reach(QUARTER)
    ada.does_not_see("[Put away]")
    assert DeliveryState.FAILED not in await states(cast)


async def test_everything_that_stands_is_put_away_when_that_is_said(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    await reads_a_note(ada)
    await ada.says("search my notes for heron")
    await ada.says("help")
    await ada.says("put it away")
    if not windows_hide_it(ada):
        ada.does_not_see(CANARY)
        await ada.says("put it away")
    ada.sees("Nothing private of mine stands here")
    await nowhere_but(cast, CANARY)


async def test_what_takes_its_place_stays_and_stands_for_its_own_time(chat: Cast) -> None:
    ada = await chat.participant("Ada")
    await reads_a_note(ada)
    await chat.reach(QUARTER - A_LITTLE)
    await ada.presses("My notes")
    await chat.reach(QUARTER - A_LITTLE)
    assert CANARY in ada.screen, "the list has stood for less than a quarter of an hour"

    await ada.presses(CANARY)
    await ada.presses("Delete it")
    await ada.presses("Delete it for good")
    await chat.reach(2 * QUARTER)
    assert "Deleted for good." in ada.screen
    ada.does_not_see(CANARY)


async def test_pictures_go_with_the_message_they_came_in(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    await ada.says("show me a picture")
    if windows_hide_it(ada):
        return
    ada.sees(f"{CANARY} in stripes", "[Put away]")
    await cast.reach(QUARTER)
    ada.does_not_see(CANARY)
    await nowhere_but(cast, CANARY)


async def test_in_plain_mode_it_is_put_away_by_its_words(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    await ada.says("plain mode on")
    await reads_a_note(ada)
    if windows_hide_it(ada):
        return
    ada.sees("“Put away”")
    await ada.says("put away")
    ada.does_not_see(CANARY)
    await nowhere_but(cast, CANARY)


async def test_nobody_puts_away_what_stands_before_another(cast: Cast) -> None:
    ada, eve = await cast.participant("Ada"), await cast.participant("Eve")
    await reads_a_note(ada)
    if windows_hide_it(ada):
        return
    [name] = await _standing(ada)
    await eve.presses_data(AWAY(name))
    assert CANARY in ada.screen


async def _standing(player: Player) -> list[str]:
    account = await player.account()
    async with player.cast.app.database.unit() as unit:
        return await unit.conversations.standing(account.id)


async def test_where_it_cannot_be_taken_back_other_words_are_put_in_its_place(
    chat: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    ada = await chat.participant("Ada")
    await reads_a_note(ada)
    await chat.reach(QUARTER - A_LITTLE)
    takes_nothing_back(chat, monkeypatch)
    await chat.reach(A_LITTLE)
    assert "Put away. What stood here is kept" in ada.screen
    await nowhere_but(chat, CANARY)


async def test_what_could_not_be_put_away_just_now_is_put_away_soon(
    chat: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    ada = await chat.participant("Ada")
    await reads_a_note(ada)

    async def busy(to: Address, sent: Sent) -> bool:
        raise DeliveryFailed("a platform that is busy", retry_after=30)

    with monkeypatch.context() as trouble:
        trouble.setattr(chat.console, "retract", busy)
        await chat.reach(QUARTER)
    assert CANARY in ada.screen
    await chat.reach(A_LITTLE)
    ada.does_not_see(CANARY)


# ---------------------------------------------------------------- killed, and deleted, while it stands


@pytest.mark.parametrize("point", ["after the commit", "before the answer"])
async def test_killed_before_it_is_shown_it_is_put_away_all_the_same(chat: Cast, point: str) -> None:
    ada = await chat.participant("Ada")
    await ada.says(f"reflect: {CANARY}")
    chat.kill_at = point
    await chat.app.intake.receive(Inbound(ada.address, chat.key(), Said("my notes")))
    await chat.settle()
    assert not chat.kill_at

    chat.clock.set(chat.clock.now() + 2 * QUARTER)
    await chat.restart()
    await chat.app.tick()
    await chat.settle()
    assert CANARY in ada.screen, "it stands for its own time, however late it came"
    await chat.reach(QUARTER)
    ada.does_not_see(CANARY)
    await nowhere_but(chat, CANARY)


async def test_killed_before_it_is_written_down_where_it_stands_it_is_put_away_all_the_same(
    chat: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    ada = await chat.participant("Ada")
    await ada.says(f"reflect: {CANARY}")

    async def killed(*_: object) -> None:
        raise Killed

    with monkeypatch.context() as first_life:
        first_life.setattr(Conversations, "stands", killed)
        await chat.app.intake.receive(Inbound(ada.address, chat.key(), Said("my notes")))
        await chat.settle()
    assert CANARY in ada.screen
    await chat.restart()
    await chat.reach(A_LITTLE)
    await chat.reach(QUARTER)
    ada.does_not_see(CANARY)


async def test_killed_while_it_is_put_away_it_is_finished(chat: Cast) -> None:
    ada = await chat.participant("Ada")
    await reads_a_note(ada)
    chat.kill_at = "after the lease"
    with pytest.raises(Killed):
        await chat.reach(QUARTER)
    assert CANARY in ada.screen
    await chat.restart()
    await chat.reach(A_LITTLE)
    ada.does_not_see(CANARY)


async def test_deleting_everything_while_something_stands_does_no_harm(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    await reads_a_note(ada)
    await ada.says("delete my data")
    await ada.fills(word="now")
    await cast.reach(timedelta(days=1))
    assert DeliveryState.FAILED not in await states(cast)


async def test_it_goes_from_an_account_that_was_disconnected_meanwhile(chat: Cast) -> None:
    ada = await chat.participant("Ada")
    await reads_a_note(ada)
    await ada.says("accounts")
    await ada.presses("Disconnect this one")
    await ada.presses("Disconnect it all the same")
    ada.sees("this account is disconnected")
    assert CANARY in ada.screen
    await chat.reach(QUARTER)
    ada.does_not_see(CANARY)


# ---------------------------------------------------------------- settings


@pytest.mark.parametrize(
    ("says", "minutes", "shown"),
    [
        ("Put private text away after an hour.", 60, "put away after an hour"),
        ("keep private text for 15 minutes", 15, "put away after 15 minutes"),
        ("put private text away after never", None, "stays until you put it away"),
        ("never put private text away", None, "stays until you put it away"),
    ],
)
async def test_how_long_it_stands_can_be_said_in_a_sentence(
    cast: Cast, says: str, minutes: int | None, shown: str
) -> None:
    ada = await cast.participant("Ada")
    await ada.says(says)
    ada.sees(f"What I show you: {shown}")
    assert (await person_of(ada)).private_minutes == minutes


async def test_how_long_it_stands_can_be_chosen_with_buttons(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    await ada.says("settings")
    if cast.way.slack:
        ada.does_not_see("Private text")
        await ada.says("private text")
        ada.sees("shown in windows")
    else:
        ada.sees("Private text: put away after 15 minutes; what you type deleted here once it is kept")
        await ada.presses("Private text")
    await ada.presses("An hour")
    ada.sees("What I show you: put away after an hour")
    await ada.presses("Never")
    ada.sees("What I show you: stays until you put it away")
    await ada.presses("Leave what I type")
    ada.sees("What you type: stays here", "[Delete what I type]")
    await ada.presses("Delete what I type")
    ada.sees("What you type: deleted here once it is kept")
    await ada.says("put private text away after a while")
    ada.sees("after 15 minutes, after an hour, or never")
    await ada.presses_data("private.stands:7")
    ada.sees("after 15 minutes, after an hour, or never")


async def test_it_stands_for_as_long_as_its_reader_chose(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    await ada.says("put private text away after an hour")
    await reads_a_note(ada)
    if windows_hide_it(ada):
        return
    await cast.reach(timedelta(minutes=59))
    assert CANARY in ada.screen
    await cast.reach(A_LITTLE)
    ada.does_not_see(CANARY)

    await ada.says("never put private text away")
    await ada.says("my notes")
    await cast.reach(timedelta(days=1))
    assert CANARY in ada.screen
    await ada.presses("Put away")
    ada.does_not_see(CANARY)
