"""What people can count on when they say whether they come, and when it is recorded who was there."""

import re
from datetime import UTC, datetime, timedelta

from bot.chat.messages import Message
from handlers.timetable import presses
from storage.shared.people import Role
from tests.canary import tables_with
from tests.cast import Cast
from tests.conversations.test_modules import events_of
from tests.player import Player

MODULE_5 = datetime(2027, 2, 10, 9, 30, tzinfo=UTC)
NOT_YOURS = "That is for"


async def cohort_of_three(cast: Cast) -> tuple[Player, Player, Player, Player]:
    """Ada, Ben and Cem take part, and Dora runs it."""
    ada, ben, cem = [await cast.participant(name) for name in ("Ada Okafor", "Ben", "Cem")]
    return ada, ben, cem, await cast.member("Dora", Role.DIRECTOR)


async def test_everybody_says_for_themselves_whether_they_come_and_may_change_their_mind_until_it_begins(
    cast: Cast,
) -> None:
    ada, ben, _, dora = await cohort_of_three(cast)
    await ada.says("I’ll be there")
    ada.sees("Nothing lies ahead that you could come to")
    event = (await events_of(cast))["future_of_london"]

    await ada.says("I can’t come to module 5 because of the swan in my kitchen")
    ada.sees("your apologies for Module 5: Future of London", "Wednesday 10 February 2027", "no need to give a reason")
    assert await tables_with(cast, "swan") == []
    await dora.says("who is coming to module 5")
    dora.sees("0 of 3 are coming", "Not coming (1)\n\nAda Okafor", "No word yet (2)\n\nBen, Cem")
    await ada.presses("I can come after all")
    ada.sees("You’re coming to Module 5")
    await ben.says("module 5")
    await ben.presses("I can’t come")
    ben.sees("your apologies for Module 5")
    await ben.says("module 5")
    ben.sees("You: not coming; you sent apologies", "[I’m coming]")
    ben.does_not_see("Ada Okafor")
    await dora.says("who’s coming to module 5?")
    dora.sees("1 of 3 are coming", "Coming (1)\n\nAda Okafor", "Not coming (1)\n\nBen")

    for outsider, press in ((ben, presses.WHO_COMES), (dora, presses.COMING), (dora, presses.APOLOGIES)):
        await outsider.presses_data(press(event.id))
        outsider.sees(NOT_YOURS)
    await ben.says("who is coming")
    ben.sees(NOT_YOURS)
    await ada.says("I can’t come to your narrative")
    ada.sees("there is nothing to come to")

    await ben.says("I can make it after all")
    for words in ("can’t make it to module 5", "I can’t make it to module 5, the swan is ill"):
        await ben.says(words)
        ben.sees("your apologies for Module 5")
    await ben.says("I can’t make it on the 19th because of the swan")
    ben.sees("your apologies for Development session", "Tuesday 19 January 2027")
    await ben.says("can’t make it on 20 January")
    ben.sees("Nothing is on Wednesday 20 January 2027 that you could come to")
    for words in ("I’m ill", "I’ll be late"):
        await ben.says(words)
        ben.sees("Nothing lies ahead of you today")
    graduation = (await events_of_now(cast))["graduation"]
    async with cast.app.database.unit() as unit:
        gone = await unit.timetable.get(graduation)
        assert gone is not None
        gone.cancelled_at = cast.clock.now()
    await ada.presses_data(presses.COMING(gone.id))
    ada.sees("was cancelled")
    await ada.presses_data(presses.OPEN(gone.id))
    ada.sees("Cancelled: it doesn’t take place")

    await cast.reach(MODULE_5 - timedelta(hours=1))
    await ada.says("I’ll be late, the swan is in the bus")
    ada.sees("It is Module 5: Future of London", "I pass this on to nobody")
    await ada.says("I’m ill with the swan")
    ada.sees("your apologies for Module 5")
    assert await tables_with(cast, "swan") == []
    await ada.presses("I can come after all")
    await cast.reach(MODULE_5 + timedelta(minutes=1))
    await ada.presses_data(presses.APOLOGIES(event.id))
    ada.sees("has begun, so I can’t note that any more")
    await dora.presses_data(presses.WHO_COMES(event.id))
    dora.sees("1 of 3 are coming")


async def test_attendance_is_everyone_except_those_named_shown_back_and_corrected_later(cast: Cast) -> None:
    ada, ben, cem, dora = await cohort_of_three(cast)
    await events_of(cast)
    await dora.says("attendance for module 5")
    dora.sees("has not begun yet")
    await dora.says("attendance for module 4: everyone except Zed")
    dora.sees("I don’t find Zed among the participants. They are: Ada Okafor, Ben, Cem.")

    await dora.says("attendance for module 4: everyone except Ada, and cem")
    dora.sees("Who was at Module 4")
    await dora.says("attendance for module 4")
    account = await dora.account()
    async with cast.app.database.unit() as unit:
        assert len(await unit.conversations.begun(account.id)) == 1, "the same form is gone on with"
    await sends_as_it_stands(dora)
    dora.sees("Recorded for Module 4", "1 were there, and 2 couldn’t be: Ada Okafor, Cem")
    await dora.presses("Correct it")
    await dora.fills(away=["Cem"])
    dora.sees("2 were there, and 1 couldn’t be: Cem")
    await dora.says("everyone except Ben at module 2")
    await sends_as_it_stands(dora)
    dora.sees("Recorded for Module 2", "couldn’t be: Ben")
    await dora.says("everyone came")
    await sends_as_it_stands(dora)
    dora.sees("Recorded for", "everybody was there")

    await cem.says("my attendance")
    cem.sees("Module 4: Leading in Communities, Wednesday 30 December 2026", "you couldn’t be there")
    cem.sees("nothing recorded yet")
    cem.does_not_see("Ada", "Ben")
    await ada.says("module 4")
    ada.sees("You: were there")
    event = (await events_of_now(cast))["leading_in_communities"]
    await ben.presses_data(presses.ATTENDANCE(event))
    ben.sees(NOT_YOURS)


async def sends_as_it_stands(player: Player) -> None:
    """Confirm what the form shows."""
    if player.cast.way.forms:
        assert player.form is not None
        await player.fills(**player.form.answers)
    else:
        await player.says("Record it")


async def events_of_now(cast: Cast) -> dict[str, int]:
    async with cast.app.database.unit() as unit:
        return {event.key: event.id for event in await unit.timetable.of_cohort(cast.cohort.id)}


async def test_a_word_shown_in_the_room_records_who_types_it_while_it_works(cast: Cast) -> None:
    ada, ben, cem, dora = await cohort_of_three(cast)
    event = (await events_of(cast))["future_of_london"]
    await ada.says("here harbour")
    ada.sees("No word works just now")
    await dora.says("show a word for module 5")
    first = word_in(dora.latest)
    dora.sees(f"Whoever types “here {first}”", "Wednesday 10 February 2027, 08:30 to 18:30 (London)")
    assert await tables_with(cast, first) == [], "it is made anew each time"
    await dora.says("show a word for module 5")
    assert word_in(dora.latest) == first
    await cast.reach(MODULE_5 - timedelta(minutes=61))
    await ada.says(f"here {first}")
    ada.sees("No word works just now")

    await cast.reach(timedelta(minutes=2))
    await ada.says(f"I’m here: {first.capitalize()}!")
    ada.sees("You are recorded as there: Module 5: Future of London")
    await dora.presses("Another word")
    second = word_in(dora.latest)
    assert second != first
    for guess in [word for word in ("heron", "kite", "plum", "owl", "fern", "kettle") if word != second][:5]:
        await ben.says(f"here: {guess}")
        ben.sees("That isn’t the word on the screen")
    await ben.says(f"here {second}")
    ben.sees("too many tries")
    await cem.says("here comes the sun")
    cem.sees("Type “here” and the word")
    await dora.says("here library")
    dora.sees(NOT_YOURS)

    await dora.presses_data(presses.ATTENDANCE(event.id))  # not begun yet
    dora.sees("has not begun yet")
    await cast.reach(MODULE_5 + timedelta(hours=8, minutes=59))
    await ben.says(f"here {second}")
    ben.sees("You are recorded as there")
    await cast.reach(timedelta(minutes=2))
    await cem.says(f"here {second}")
    cem.sees("No word works just now")
    await dora.says("attendance for module 5")
    await sends_as_it_stands(dora)
    dora.sees("2 were there, and 1 couldn’t be: Cem")
    await dora.says("show a word for module 5")
    dora.sees("would be of no use now")
    await ben.presses_data(presses.WORD(event.id))
    ben.sees(NOT_YOURS)


def word_in(messages: list[Message]) -> str:
    [word] = [found[1] for message in messages if (found := re.search(r"types “here ([a-z]+)”", message.text))]
    return word
