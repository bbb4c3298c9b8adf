"""What people can count on: who sees what, and that one entry's readers are told by name."""

from storage.shared.people import Role
from storage.visibility import ENTRIES, SORTS, TABLES
from tests.cast import Cast
from tests.player import Player


async def ada_bea_and_eve(cast: Cast) -> tuple[Player, Player, Player]:
    """The one concerned, a colleague who may be let in, and one who may not."""
    return await cast.participant("Ada"), await cast.participant("Bea"), await cast.participant("Eve")


async def test_who_can_see_this_answers_for_every_kind_of_thing_there_is(cast: Cast) -> None:
    ada = await cast.participant("Ada")

    await ada.says("who can see this?")

    ada.sees(*(told.title for told in SORTS.values()))
    ada.sees(*(thing.name for thing in (*ENTRIES.values(), *TABLES.values())))
    ada.sees("Whoever owns the chat workspace", "Someone who controlled both", "Nobody’s safety is kept secret")


async def test_of_one_note_it_says_who_can_read_it_by_name_and_until_when_and_offers_the_way_back(cast: Cast) -> None:
    ada, _, _ = await ada_bea_and_eve(cast)
    await ada.says("reflect: the canary sings at midnight")
    await ada.presses("Open it")
    await ada.presses("Who can see this?")
    ada.sees("Only you.", "It is kept until Tuesday 24 July 2029", "Whoever owns the chat workspace")
    ada.does_not_see("Take it back")

    await ada.says("my notes")
    await ada.presses("the canary sings at midnight")
    await ada.presses("Share it")
    await ada.fills(reader="Bea", until="12 January")
    await ada.presses("Who can see this?")
    ada.sees("Bea, until the end of Tuesday 12 January 2027", "[Take it back from Bea]")
    ada.does_not_see("Eve")

    await ada.presses("Take it back from Bea")
    await ada.presses("Who can see this?")
    ada.sees("Only you.")


async def test_nobody_learns_who_can_read_a_note_of_somebody_elses(cast: Cast) -> None:
    ada, bea, eve = await ada_bea_and_eve(cast)
    director = await cast.member("Dora", Role.DIRECTOR)
    await ada.says("reflect: mine alone")
    await ada.presses("Open it")
    about = next(
        button.press for message in ada.latest for button in message.buttons if button.press.startswith("privacy.about")
    )

    for other in (bea, eve, director):
        await other.presses_data(about)
        other.sees("That isn’t here any more.")
        await other.presses_data("privacy.about:nothing")
        other.sees("That isn’t here any more.")
