"""What is typed to be kept does not stay in the conversation, unless its author would rather leave it there."""

import pytest

from bot.chat.errors import DeliveryFailed
from bot.chat.platform import Address, Manner, Said, Sent
from bot.chat.router import Router
from tests.canary import nowhere_but
from tests.cast import Cast
from tests.conversations.private_text import A_LITTLE, CANARY, locker, takes_nothing_back
from tests.conversations.test_settings import person_of


@pytest.fixture
def routers() -> tuple[Router, ...]:
    return (locker,)


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

    takes_nothing_back(chat, monkeypatch)
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
