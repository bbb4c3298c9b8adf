"""What people can count on when they would rather turn to somebody than to a bot."""

from sqlmodel import col, update

from handlers.contacts import router
from storage.shared.audit import Act
from storage.shared.cohorts import Membership, State
from storage.shared.people import Role
from tests.canary import nowhere_but, tables_with
from tests.cast import Cast
from tests.player import Player

CANARY = "the canary sings at midnight"


async def leaves(player: Player) -> None:
    """They leave every cohort."""
    assert player.on_roster
    left = update(Membership).where(col(Membership.person_id) == player.on_roster.id).values(state=State.LEFT)
    async with player.cast.app.database.unit() as unit:
        await unit.run(lambda session: session.execute(left))


async def test_people_find_whom_to_turn_to_with_hours(cast: Cast) -> None:
    ada, mara = await cast.participant("Ada"), await cast.member("Mara", Role.DIRECTOR)
    await ada.says("who can I talk to?")
    ada.sees("To talk to a human", "Jo Specimen, Programme Manager", "jo.specimen@example.org", "01632 960104")
    ada.sees("Monday to Thursday, 9:30 to 16:30", "Alex Instance, Safeguarding Lead", "complaints@example.org")
    await ada.presses("Privacy notice")
    ada.sees("https://example.org/leadership/privacy", "The Example Leadership Office", "Robin Sample")
    await ada.says("I want to talk to a human, please")
    ada.sees("can’t pass this on", "Jo Specimen", "Monday to Thursday")
    await ada.says("yes")
    ada.sees("Ada would like you to ring, asked at 09:00", "Shall I send it?")
    await ada.says("no")
    mara.does_not_see("ring")
    await ada.says("somebody is at risk")
    ada.sees("call 999", "01632 960103", "every day, 8:00 to 22:00", "116 123", "[Ask Mara to ring me]")


async def test_a_complaint_has_a_receipt_and_a_day_and_no_word_of_it_is_kept(cast: Cast) -> None:
    mara, ada = await cast.member("Mara", Role.DIRECTOR), await cast.participant("Ada")
    await ada.says(f"I want to complain about my data: {CANARY}")
    ada.sees("Your receipt is ", "of Tuesday 5 January 2027", "answer by Friday 5 February 2027")
    ada.sees("complaints@example.org", "Monday to Friday, 9:00 to 17:00", "not a word of what it is about")
    ada.finds_taken_back(CANARY)
    await nowhere_but(cast, CANARY, ada)
    assert "complain" not in mara.screen

    receipt = ada.screen.partition("Your receipt is ")[2][:9]
    assert await tables_with(cast, receipt) == [Act.__tablename__]
    await ada.says("I want to complain about my data")
    ada.sees("Your receipt is ")
    assert ada.screen.count(receipt) == 1, "each complaint has a receipt of its own"
    async with cast.app.database.unit() as unit:
        assert await unit.audit.count("complained about data") == 2


async def test_whoever_has_left_finds_all_of_this_as_well(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    await leaves(ada)
    for intent in router.intents.values():
        await ada.says(intent.words.said)
        ada.sees("@example.org")


async def test_whoever_is_in_two_programmes_sees_which_is_whose_and_what_is_the_same_once(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    async with cast.app.database.unit() as unit:
        assert ada.on_roster
        other = await unit.cohorts.add(
            name="Leaders",
            programme="leaders-for-london",
            zone="Europe/London",
            starts=cast.cohort.starts,
            ends=cast.cohort.ends,
            now=cast.clock.now(),
        )
        await unit.cohorts.enrol(ada.on_roster.id, other.id, Role.COACH)
    await ada.says("privacy notice")
    ada.sees("London Leadership Programme", "example.org/leadership", "Leaders for London", "example.org/leaders/")
    await ada.says("talk to a human")
    assert "".join(message.text for message in ada.latest).count("Jo Specimen") == 1


async def test_a_stranger_is_told_to_join_and_nothing_of_the_programme(cast: Cast) -> None:
    stranger = await cast.stranger("Zoe")
    await stranger.says("who can I talk to?")
    stranger.does_not_see("Specimen")
