"""What people can count on when codes are used, used up, lost and issued again; and those who run a cohort."""

import asyncio
import re
from datetime import date, timedelta

import pytest

from bot.chat.markdown import plain
from bot.chat.platform import Said
from handlers.joining import issue
from storage.errors import Taken
from storage.shared.people import Person, Role
from tests.canary import nowhere_but
from tests.cast import START, Cast
from tests.player import Player

SECRET = "the canary sings at 5 in the morning"


def on_roster(player: Player) -> Person:
    assert player.on_roster is not None
    return player.on_roster


def code_on(player: Player) -> str:
    found = re.search(r"[A-Z0-9]{4}(?:-[A-Z0-9]{4}){3}", plain(player.latest[-1].text))
    assert found, player.screen
    return found[0]


# ---------------------------------------------------------------- codes


async def test_of_two_accounts_that_race_for_a_code_one_joins(cast: Cast) -> None:
    ada = await cast.person("Ada", Role.PARTICIPANT)
    eve = await cast.stranger("Eve")
    await ada.arrives()
    await eve.arrives()
    await cast.before_a_line()
    await asyncio.gather(ada.does(Said(ada.code)), eve.does(Said(ada.code)))

    owners = [(await player.account()).person_id for player in (ada, eve)]
    assert sorted(owners, key=str) == [on_roster(ada).id, None]
    loser = (ada, eve)[owners.index(None)]
    assert "That code doesn’t work" in loser.screen


async def test_a_code_that_is_issued_again_never_opens_the_notes_and_all_older_accounts_are_told(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    await ada.says(f"reflect: {SECRET}")
    phone = await cast.further_account(ada, "Phone")
    eve = await cast.further_account(ada, "Eve *x*")

    eve.sees("stay locked here")
    for older in (ada, phone):
        older.sees(f"just used on another account, “Eve *x*” on {cast.where}")
    for words in ("my reflections", "reflect: mine now", "recovery words", "export my data", "help"):
        await eve.says(words)
    await eve.presses_data("recovery.make")
    await nowhere_but(cast, SECRET, ada)


async def test_a_code_is_cancelled_by_the_next_one(cast: Cast) -> None:
    ada = await cast.person("Ada", Role.PARTICIPANT)
    async with cast.app.database.unit() as unit:
        newer = await issue(unit, cast.app.kit.secrets, on_roster(ada), cast.clock.now())
    await ada.says(ada.code)
    ada.sees("That code doesn’t work")
    await ada.says(f"join {newer}")
    ada.sees("Welcome, Ada")


async def test_five_wrong_codes_and_no_more_within_an_hour(cast: Cast) -> None:
    ada = await cast.person("Ada", Role.PARTICIPANT)
    for _ in range(5):
        await ada.says("ABCD-EFGH-JKLM-NPQR")
        ada.sees("That code doesn’t work")
    await ada.says(ada.code)
    ada.sees("too many codes")

    await cast.reach(timedelta(hours=1, seconds=1))
    await ada.says(ada.code)
    ada.sees("Welcome, Ada")


async def test_wrong_codes_are_also_limited_over_everybody(cast: Cast) -> None:
    ada = await cast.person("Ada", Role.PARTICIPANT)
    for number in range(10):
        eve = await cast.stranger(f"Eve{number}")
        for _ in range(5):
            await eve.does(Said("ABCD-EFGH-JKLM-NPQR"))
    await ada.says(ada.code)
    ada.sees("too many codes")


async def test_somebody_who_has_joined_can_not_use_another_persons_code(cast: Cast) -> None:
    ada, ben = await cast.participant("Ada"), await cast.person("Ben", Role.PARTICIPANT)
    await ada.says(f"join {ben.code}")
    ada.sees("You have joined already")
    await ben.says(ben.code)
    ben.sees("Welcome, Ben")


async def test_two_people_can_not_have_one_address(cast: Cast) -> None:
    await cast.person("Ada", Role.PARTICIPANT)
    with pytest.raises(Taken):
        async with cast.app.database.unit() as unit:
            await unit.people.add("Another Ada", " ADA@example.org ", "Europe/London", START)


async def test_somebody_who_was_deleted_and_is_invited_again_begins_anew(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    await ada.says(f"reflect: {SECRET}")
    await ada.says("delete my data")
    await ada.fills(word="now")
    ada.sees("deleted for good")

    again = await cast.person("Ada", Role.PARTICIPANT)
    await again.says(ada.code)
    again.sees("That code doesn’t work")
    await again.says(again.code)
    again.sees("Welcome, Ada")
    assert (await again.account()).admitted
    await again.presses("I agree")
    await again.says("my reflections")
    again.does_not_see("canary")


# ---------------------------------------------------------------- those who run a cohort


async def test_who_has_joined_is_seen_by_those_who_run_the_cohort_and_by_nobody_else(cast: Cast) -> None:
    dora = await cast.member("Dora", Role.DIRECTOR)
    adam = await cast.member("Adam", Role.ADMINISTRATOR)
    ada, cleo = await cast.participant("Ada *A*"), await cast.member("Cleo", Role.COACH)
    ben = await cast.person("Ben", Role.PARTICIPANT)

    for runner in (dora, adam):
        await runner.says("who has joined")
        runner.sees("4 of 5 have joined", "Ada *A*: participant, has joined", "Ben: participant, invited")
        runner.sees("[New code for Ben]")
    for outsider in (ada, cleo):
        for words in ("who has joined", "new code for Ben", "undo the joining of Ben", "/roster"):
            await outsider.says(words)
            outsider.sees("That is for the director and the administrator")
        for data in (
            f"roster.code:1:{on_roster(ben).id}",
            f"roster.undo:1:{on_roster(ben).id}",
            "roster.undo_now:1:1:1",
        ):
            await outsider.presses_data(data)
            outsider.sees("That is for the director and the administrator")
        outsider.does_not_see("Ben: participant")


async def test_a_new_code_is_shown_to_the_director_and_ends_the_old_one(cast: Cast) -> None:
    dora = await cast.member("Dora", Role.DIRECTOR)
    ben = await cast.person("Ben Moss", Role.PARTICIPANT)
    await dora.says("who has joined")
    await dora.presses("New code for Ben Moss")
    code = code_on(dora)

    await ben.says(ben.code)
    ben.sees("That code doesn’t work")
    await ben.says(code)
    ben.sees("Welcome, Ben Moss")


async def test_whoever_has_joined_is_told_on_all_accounts_that_a_code_was_made(cast: Cast) -> None:
    dora, ada = await cast.member("Dora", Role.DIRECTOR), await cast.participant("Ada")
    phone = await cast.further_account(ada, "Phone")
    await dora.says("new code for ada")
    dora.sees("It opens no private notes")
    for player in (ada, phone):
        player.sees("A new joining code was made for you")


async def test_two_of_one_name_are_told_apart_and_nobody_is_guessed(cast: Cast) -> None:
    dora = await cast.member("Dora", Role.DIRECTOR)
    async with cast.app.database.unit() as unit:
        for email in ("one@example.org", "two@example.org"):
            person = await unit.people.add("Sam Lee", email, "Europe/London", START)
            await unit.cohorts.enrol(person.id, cast.cohort.id, Role.PARTICIPANT)

    await dora.says("new code for Sam Lee")
    dora.sees("There are several of that name", "[New code for one@example.org]", "[New code for two@example.org]")
    await dora.presses("New code for two@example.org")
    dora.sees("A joining code for Sam Lee")
    await dora.says("new code for Nobody")
    dora.sees("I don’t find them in this cohort")


async def test_an_administrator_makes_no_code_for_a_director_and_undoes_none(cast: Cast) -> None:
    dora, adam = await cast.member("Dora", Role.DIRECTOR), await cast.member("Adam", Role.ADMINISTRATOR)
    for words in ("new code for Dora", "undo the joining of Dora"):
        await adam.says(words)
        adam.sees("That is for the director")
    await adam.presses_data(f"roster.undo_now:1:{on_roster(dora).id}:{(await dora.account()).id}")
    adam.sees("That is for the director")
    assert (await dora.account()).person_id is not None


async def test_whoever_runs_one_cohort_reaches_nobody_of_another(cast: Cast) -> None:
    dora = await cast.member("Dora", Role.DIRECTOR)
    async with cast.app.database.unit() as unit:
        spring = await unit.cohorts.add(
            name="Spring 2027",
            programme="london-leadership",
            zone="Europe/London",
            starts=date(2027, 3, 1),
            ends=date(2027, 12, 1),
            now=START,
        )
        await unit.cohorts.enrol(on_roster(dora).id, spring.id, Role.PARTICIPANT)
        await unit.cohorts.activate(on_roster(dora).id)
    ben = await cast.person("Ben", Role.PARTICIPANT, cohort=spring)

    await dora.says("who has joined")
    await dora.presses("Autumn 2026")
    await dora.presses_data(f"roster.code:1:{on_roster(ben).id}")
    dora.sees("I don’t find them in this cohort")
    await dora.says("settings")
    await dora.presses("Spring 2027")
    await dora.presses_data(f"roster.code:{spring.id}:{on_roster(ben).id}")
    dora.sees("That is for the director and the administrator")


async def test_a_joining_by_the_wrong_person_is_undone_and_the_right_one_begins_with_notes_of_their_own(
    cast: Cast,
) -> None:
    dora = await cast.member("Dora", Role.DIRECTOR)
    ada = await cast.person("Ada", Role.PARTICIPANT)
    eve = await cast.stranger("Eve")
    await eve.says(ada.code)
    await eve.presses("I agree")

    await dora.says("undo the joining of Ada")
    dora.sees(f"Ada joined as “Eve” on {cast.where}")
    await dora.presses("Undo the joining")
    dora.sees(f"“Eve” on {cast.where} is disconnected")
    assert (await eve.account()).person_id is None
    await dora.says("who has joined")
    dora.sees("Ada: participant, invited")

    await dora.says("new code for Ada")
    await ada.says(code_on(dora))
    ada.sees("Welcome, Ada")
    assert (await ada.account()).admitted
    await ada.says("agreement")
    await ada.says(f"reflect: {SECRET}")
    await eve.says("my reflections")
    eve.sees("joining code")
    await nowhere_but(cast, SECRET, ada)


async def test_undoing_keeps_notes_that_were_kept_closed_to_whoever_joins_next(cast: Cast) -> None:
    dora, ada = await cast.member("Dora", Role.DIRECTOR), await cast.participant("Ada")
    await ada.says(f"reflect: {SECRET}")
    await dora.says("undo the joining of Ada")
    await dora.presses("Undo the joining")
    eve = await cast.stranger("Eve")
    await dora.says("new code for Ada")
    await eve.says(code_on(dora))

    eve.sees("stay locked here")
    await eve.says("my reflections")
    eve.sees("locked on this account")
    await nowhere_but(cast, SECRET, ada)


async def test_undoing_takes_what_was_linked_with_it_and_leaves_the_older_accounts(cast: Cast) -> None:
    dora, ada = await cast.member("Dora", Role.DIRECTOR), await cast.participant("Ada")
    await ada.says(f"reflect: {SECRET}")
    eve = await cast.further_account(ada, "Eve")
    second = await cast.stranger("Eve’s second")
    await eve.says("link")
    found = re.search(r"link [A-Z0-9]{4}-[A-Z0-9]{4}", eve.screen)
    assert found
    await second.says(found[0])
    await second.presses("This is me")
    await eve.presses("This is me")

    await dora.says("undo the joining of Ada")
    await dora.presses("Undo the joining")
    ada.sees("had joined as you, and was disconnected")
    assert [(await player.account()).person_id for player in (eve, second)] == [None, None]
    assert (await ada.account()).admitted
    await dora.says("who has joined")
    dora.sees("Ada: participant, has joined")


async def test_an_undoing_that_was_asked_before_somebody_else_joined_does_nothing(cast: Cast) -> None:
    dora, ada = await cast.member("Dora", Role.DIRECTOR), await cast.participant("Ada")
    await dora.says("undo the joining of Ada")
    phone = await cast.further_account(ada, "Phone")
    await dora.presses("Undo the joining")
    dora.sees("Somebody has joined since")
    assert (await phone.account()).person_id is not None


async def test_nobody_undoes_their_own_joining(cast: Cast) -> None:
    dora = await cast.member("Dora", Role.DIRECTOR)
    await dora.says("undo the joining of Dora")
    dora.sees("yours to disconnect")
