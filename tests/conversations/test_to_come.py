"""What people can count on when they ask for what can’t be done here yet: plain words, and what they can do instead."""

import pytest

from handlers.at_a_loss import IN_THEIR_WORDS
from handlers.to_come import ALL, ToCome
from storage.shared.people import Role
from tests.cast import Cast


@pytest.mark.parametrize("role", [Role.PARTICIPANT, Role.COACH, Role.DIRECTOR], ids=str)
async def test_each_says_so_plainly_and_leads_to_what_is_there(chat: Cast, role: Role) -> None:
    ada = await chat.member("Ada", role)
    pressed = next(thing for thing in ALL if thing.instead and is_open(thing, role))
    for thing in ALL:
        await ada.says(thing.phrases[0])
        if not is_open(thing, role):
            ada.sees("That is for ")
            continue
        ada.sees(thing.words, "Jo Specimen", "Monday to Thursday, 9:30 to 16:30")
        for name in thing.instead:
            if thing is pressed:
                await ada.says(thing.phrases[0])
                await ada.presses(chat.app.kit.routes.intents[name].words.title)
                ada.does_not_see("doesn’t work any more", "Something went wrong")
                await ada.says("cancel")
    await ada.says("help")
    assert not any(f"{thing.title}:" in message.text for message in ada.latest for thing in ALL)


def is_open(thing: ToCome, role: Role) -> bool:
    return thing.allow is None or role in thing.allow


async def test_a_time_that_was_said_is_said_back_in_full_and_can_be_reminded_of(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    await ada.says("sign my learning contract on Tuesday week at half two")
    ada.sees("don’t keep learning contracts", "Tuesday 19 January 2027, 14:30 (London)", "[Remind me then]")
    await ada.presses("Remind me then")
    await ada.fills(words="ring Priya")
    ada.sees("Tuesday 19 January 2027, 14:30 (London)", "[Change]")


async def test_who_writes_in_another_language_hears_so_in_it_with_a_human_to_turn_to(chat: Cast) -> None:
    ada = await chat.participant("Ada")
    for said, language in (
        ("Je ne peux pas venir demain.", "fr"),
        ("nie mogę przyjść jutro", "pl"),
        ("আমি আগামীকাল আসতে পারব না", "bn"),
        ("أريد التحدث مع شخص ما", "ar"),
    ):
        await ada.says(said)
        ada.sees(IN_THEIR_WORDS[language], "I read English only", "999", "Jo Specimen", "9:30 to 16:30")
    assert (await ada.account()).misses == 0
    zed = await chat.stranger("Zed")
    await zed.says("Je ne peux pas venir demain.")
    zed.sees(IN_THEIR_WORDS["fr"], "joining code")
