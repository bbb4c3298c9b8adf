"""What people can count on when they say something in passing, or to the wrong address."""

import pytest

from storage.shared.people import Role
from tests.canary import nowhere_but
from tests.cast import Cast
from tests.conversations.test_reflections import notes_of

CANARY = "the moth beneath the lamp"


async def test_small_talk_has_a_short_answer_and_changes_nothing(chat: Cast) -> None:
    ada = await chat.participant("Ada")
    for said, heard in (
        ("Thanks so much!", "You’re welcome."),
        ("ok", "All right."),
        ("haha", "All right."),
        ("never mind", "All right."),
        ("👍", "say “help”"),
        ("???", "or “help” to see what I can do"),
        ("42", "I don’t know what it is for"),
        ("are you a bot?", "a bot, not a person"),
    ):
        await ada.says(said)
        ada.sees(heard)
    account = await ada.account()
    assert (account.misses, account.lately) == (0, "")
    await ada.says("timetable")
    await ada.says("ok")
    assert (await ada.account()).lately == "programme_timeline"


async def test_in_a_form_small_talk_is_an_answer(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    await ada.says("reflect:")
    await ada.fills(text="ok")
    [note] = await notes_of(ada)
    assert note.text == "ok"


@pytest.mark.parametrize(
    "said", ["wrong number", "you've got the wrong person", "I'm not Ada but her PA", "this isn’t Ada"]
)
async def test_the_wrong_person_learns_how_to_give_the_account_back(chat: Cast, said: str) -> None:
    ada, zed = await chat.participant("Ada"), await chat.stranger("Zed")
    await ada.says(said)
    ada.sees("made for Ada", "[See my accounts]", "[Stop messages]", "Jo Specimen")
    await ada.presses("See my accounts")
    ada.sees("[Disconnect this one]")
    await zed.says("wrong number")
    zed.sees("I’m sorry for the trouble")


async def test_who_is_not_well_or_not_sure_is_not_taken_for_somebody_else(chat: Cast) -> None:
    ada = await chat.participant("Ada")
    for said in (
        "I'm not sure",
        "I'm not feeling great",
        "I'm not happy with this",
        "I'm not coming to module 3",
        "what if it's not Ada who chairs module 5?",
        "reflect: I'm not Ada the brave today, and that is fine",
        "reflect: I'm not Ada",
    ):
        await ada.says(said)
        ada.does_not_see("made for Ada")
    kept = {note.text for note in await notes_of(ada)}
    assert kept == {"I'm not Ada", "I'm not Ada the brave today, and that is fine"}


async def test_a_complaint_is_heard_kindly_and_kept_nowhere(cast: Cast) -> None:
    ada, dora = await cast.participant("Ada"), await cast.member("Dora", Role.DIRECTOR)
    await ada.says(f"I want to complain about the food, {CANARY}")
    ada.sees("I keep no word of it", "Jo Specimen", "[Complain about my data]")
    ada.finds_taken_back(CANARY)
    await nowhere_but(cast, CANARY, ada)
    dora.does_not_see("complain")
    await ada.presses("Complain about my data")
    ada.sees("Your receipt is ")
