"""Private text that was read back does not stay in the conversation, nor does what was typed to be kept."""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from bot.chat.errors import DeliveryFailed
from bot.chat.forms import Choices, Form, ShortText
from bot.chat.messages import Message, Picture
from bot.chat.platform import Address, Inbound, Manner, Pressed, Said, Sent
from bot.chat.router import Router
from bot.chat.turns import AWAY, Turn
from storage.shared.conversations import Conversations
from storage.shared.deliveries import DeliveryState
from storage.shared.people import Person
from tests.canary import nowhere_but
from tests.cast import Cast, Killed, Way
from tests.platforms.scripted import png
from tests.player import Player

CANARY = "the heron by the canal knows"

QUARTER = timedelta(minutes=15)
A_LITTLE = timedelta(minutes=2)

router = Router("standing")


class Locker(Form):
    """A private form with a secret in it."""

    route = "standing.locker"
    title = "Your locker"

    inside = Choices("What is inside?", ["Letters", "Coins"])
    passphrase = ShortText("By which word does it open?", secret=True)


@router.intent("show_picture", "Show me a picture", "show me a picture")
async def show_picture(turn: Turn) -> None:
    await turn.say(Message(CANARY, attachments=(Picture(png(48, 24), f"{CANARY} in stripes"),), private=True))


@router.intent("locker", "Open the locker", "open the locker", opens=True)
async def locker(turn: Turn) -> None:
    await turn.ask(Locker)


@router.submitted(Locker)
async def opened(turn: Turn, form: Locker) -> None:
    await turn.say("It is open.")


@pytest.fixture
def routers() -> tuple[Router, ...]:
    return (router,)


@pytest.fixture
async def chat(tmp_path: Path) -> AsyncIterator[Cast]:
    """Where forms are asked question by question, and no window hides anything."""
    cast = Cast(tmp_path, Way("questions", forms=False), None, (router,))
    await cast.begin()
    yield cast
    await cast.stop()


async def reads_a_note(ada: Player) -> None:
    await ada.says(f"reflect: {CANARY}")
    await ada.presses("Open it")
    ada.sees(CANARY)


def windows_hide_it(ada: Player) -> bool:
    """On Slack it was in a window, where it leaves nothing behind: nothing is to be put away."""
    if ada.cast.way.slack:
        assert "Put away" not in ada.screen
    return ada.cast.way.slack


async def states(cast: Cast) -> dict[str, int]:
    async with cast.app.database.unit() as unit:
        return await unit.deliveries.counts()


async def person_of(player: Player) -> Person:
    account = await player.account()
    async with player.cast.app.database.unit() as unit:
        person = await unit.people.get(account.person_id or 0)
        assert person is not None
        return person


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
    _, press = _put_away_of(ada)
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


def _put_away_of(player: Player) -> tuple[str, str]:
    """Where the button stands, and its data."""
    [found] = [
        (seen.ref, button.press)
        for seen in player.screen_of.seen
        for button in seen.message.buttons
        if button.label == "Put away"
    ]
    return found


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
    _takes_nothing_back(chat, monkeypatch)
    await chat.reach(A_LITTLE)
    assert "Put away. What stood here is kept" in ada.screen
    await nowhere_but(chat, CANARY)


def _takes_nothing_back(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    async def too_old(to: Address, sent: Sent) -> bool:
        return False

    monkeypatch.setattr(cast.console, "retract", too_old)


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


# ---------------------------------------------------------------- within a form


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
    ref, press = _put_away_of(ada)
    await ada.presses("Put away")
    await ada.does(Pressed(press, on=Sent(ref)))
    await chat.reach(QUARTER)
    assert "your answers are kept" in ada.screen
    await ada.presses("Go on with it")
    ada.sees("Is this right?")


async def test_a_last_look_that_was_sent_twice_goes_from_where_it_is_pressed_too(chat: Cast) -> None:
    ada = await chat.participant("Ada")
    await comes_to_the_last_look(ada)
    _, press = _put_away_of(ada)
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


# ---------------------------------------------------------------- what was typed


async def test_what_becomes_of_what_was_typed_is_said_where_there_is_something_to_say(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    await ada.says(f"reflect: {CANARY}")
    if cast.way.slack:
        ada.does_not_see("I’m deleting")
    else:
        ada.sees("Only you can read it. I’m deleting what you typed here.")
    await ada.says("/reflect")
    await ada.fills(text=CANARY, heading="Herons")
    if cast.way.forms:
        assert "typed here" not in ada.latest[-1].text
    else:
        ada.sees("“Herons” is kept", "I’m deleting what you typed here.")
    ada.does_not_see(CANARY)


async def test_somebody_may_leave_what_they_type(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    await ada.says("leave my messages")
    ada.sees("What you type: stays here")
    assert not (await person_of(ada)).tidies
    await ada.says(f"reflect: {CANARY}")
    if not cast.way.slack:
        ada.sees("What you typed stays here, as you chose.")
        assert any(CANARY in line for line in ada.own_lines)

    await ada.says("delete my messages once they are kept")
    ada.sees("What you type: deleted here once it is kept")
    await ada.says("reflect: another line")
    ada.finds_taken_back("another line")


async def test_codes_and_words_that_open_something_never_stay(chat: Cast) -> None:
    ada = await chat.participant("Ada")
    await ada.says("leave my messages")
    await ada.says("recover six words that open my notes")
    assert not any("six words" in line for line in ada.own_lines)
    await ada.says("open the locker")
    await ada.says("coins")
    await ada.says("sesame")
    assert "coins" in ada.own_lines
    assert "sesame" not in ada.own_lines
    phone = await chat.further_account(ada, "Phone")
    assert phone.code not in phone.own_lines


async def test_where_it_cannot_be_deleted_any_more_its_author_is_told_how(
    chat: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    ada = await chat.participant("Ada")
    monkeypatch.setattr(chat.console, "manner", Manner(stays="It is still above. To delete it, hold it."))
    await ada.says(f"reflect: {CANARY}")
    ada.does_not_see("It is still above.")

    _takes_nothing_back(chat, monkeypatch)
    await ada.says(f"reflect: {CANARY}")
    assert [message.text for message in ada.latest][-1] == "It is still above. To delete it, hold it."
    await ada.says("help")
    assert ada.screen.count("It is still above.") == 1


async def test_where_deleting_it_fails_for_good_its_author_is_told_how(
    chat: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    ada = await chat.participant("Ada")
    monkeypatch.setattr(chat.console, "manner", Manner(stays="It is still above. To delete it, hold it."))

    async def not_allowed(to: Address, sent: Sent) -> bool:
        raise DeliveryFailed("no right to", permanent=True)

    monkeypatch.setattr(chat.console, "retract", not_allowed)
    await ada.says(f"reflect: {CANARY}")
    ada.sees("Kept, until", "It is still above. To delete it, hold it.")
    ada.does_not_see("could not show it")


async def test_what_could_not_be_deleted_just_now_is_deleted_soon_and_nothing_is_said_twice(
    chat: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    ada = await chat.participant("Ada")
    retract, tries = chat.console.retract, list[str]()

    async def busy(to: Address, sent: Sent) -> bool:
        tries.append(sent.ref)
        if len(tries) < 3:
            raise DeliveryFailed("a platform that is busy", retry_after=2)
        return await retract(to, sent)

    monkeypatch.setattr(chat.console, "retract", busy)
    await ada.says(f"reflect: {CANARY}")
    await chat.reach(A_LITTLE)
    ada.finds_taken_back(CANARY)
    assert ada.screen.count("Kept, until") == 1
    assert len(tries) == 3


async def test_what_was_said_where_others_read_it_goes_even_if_what_is_typed_is_to_stay(
    chat: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    ada = await chat.participant("Ada")
    await ada.says("leave my messages")
    taken_back: list[str] = []

    async def not_theirs(to: Address, sent: Sent) -> bool:
        taken_back.append(sent.ref)
        return False

    monkeypatch.setattr(chat.console, "manner", Manner(stays_in_public="Everybody there can read it."))
    monkeypatch.setattr(chat.console, "retract", not_theirs)
    await ada.does(Said(f"reflect: {CANARY}", sent=Sent("among others"), public=True))
    assert taken_back == ["among others"]
    assert ada.screen.count("Everybody there can read it.") == 1


async def test_what_is_no_answer_stands_until_there_is_one_as_it_is_kept_nowhere(chat: Cast) -> None:
    ada = await chat.participant("Ada")
    too_long = f"{CANARY} " * 1_000
    await ada.says("/reflect")
    await ada.says(too_long)
    ada.sees("20,000", "What would you like to keep?")
    assert any(CANARY in line for line in ada.own_lines)
    await ada.says("The heron again")
    assert not any("heron" in line for line in ada.own_lines)
    await nowhere_but(chat, CANARY)


async def test_what_was_no_answer_to_a_question_that_is_passed_over_stands(chat: Cast) -> None:
    ada = await chat.participant("Ada")
    await ada.says("/reflect")
    await ada.says("The heron")
    await ada.says(CANARY * 20)
    ada.sees("Question 2 of 2")
    await ada.says("skip")
    ada.sees("Is this right?")
    assert any(CANARY in line for line in ada.own_lines)


async def test_a_secret_goes_even_where_it_is_no_answer(chat: Cast) -> None:
    ada = await chat.participant("Ada")
    await ada.says("open the locker")
    await ada.says("coins")
    await ada.says("sesame " * 500)
    ada.sees("By which word does it open?")
    assert not any("sesame" in line for line in ada.own_lines)


async def test_words_that_turn_out_to_be_no_answer_after_all_are_a_draft(chat: Cast) -> None:
    ada = await chat.participant("Ada")
    await ada.says("/reflect")
    await ada.says(f"reflect: {f'{CANARY} ' * 1_000}")
    await ada.presses("It’s my answer")
    ada.sees("20,000", "What you wrote is kept: say “drafts” to find it.")
    await ada.says("cancel")
    await ada.says("drafts")
    ada.sees(CANARY)


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
