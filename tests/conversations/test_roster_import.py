"""What those who run a cohort can count on when a file of people is dropped into the chat."""

import logging
from datetime import date, timedelta

import pytest

from bot.chat.fetching import UNUSED_FOR
from storage.shared.cohorts import Membership
from storage.shared.people import Person, Role
from tests.canary import nowhere_but
from tests.cast import START, Cast
from tests.cohort import enrolled, other_cohort
from tests.conversations.test_reflections import vault_of
from tests.player import Player
from tests.stages import Sending

CANARY = "Canary O’Sparrow"


def people(*lines: str, name: str = "people.csv") -> Sending:
    text = "\r\n".join(["Name,E-mail,Role,Organisation,By hand", *lines, ""])
    return Sending(name, "text/csv", text.encode("utf-8-sig"))


async def on_roster(cast: Cast) -> list[tuple[Person, Membership]]:
    async with cast.app.database.unit() as unit:
        return await unit.cohorts.roster(cast.cohort.id)


async def roster(cast: Cast) -> list[str]:
    """Everybody of the cohort, as what, from where, and where that stands."""
    return [
        f"{person.name} <{person.email or ''}> {part.role} {part.organisation} {part.state}".replace("  ", " ")
        for person, part in await on_roster(cast)
    ]


def shown(player: Player) -> str:
    """The file that is shown to be confirmed just now, by the id under which it waits."""
    press = player.latest[-1].buttons[0].press
    assert press.startswith("people.bring_in:~")
    return press.split(":")[1]


async def waits(player: Player, file: str) -> bool:
    """Whether this file lies in this person's vault."""
    return await (await vault_of(player)).file(file) is not None


# ---------------------------------------------------------------- the whole of it


async def test_a_file_is_tried_shown_confirmed_and_only_what_changes_changes_when_it_is_sent_again(
    cast: Cast, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG, "waymark")
    dora = await cast.member("Dora", Role.DIRECTOR)

    await dora.says("import people")
    dora.sees("one line for each person", "An example, to fill in")
    await dora.sends(
        people(
            f"{CANARY},canary@example.org,,London Borough of Camden,",
            "Noor Haddad,,participant,Hackny,yes",
            "Tom Bell,tom@example.org,mentor,NHS North,",
        )
    )
    dora.sees("For Autumn 2026", "3 new, 0 changed, 0 the same. Nobody is removed.")
    dora.sees(f"{CANARY}: participant, Camden", "Noor Haddad: participant, Hackny, told by hand")
    dora.sees("Tom Bell: mentor, NHS North")
    dora.sees("Line 3, organisation: “Hackny” is none of the programme’s authorities. Did you mean “Hackney”?")
    dora.sees("Line 4, organisation: “NHS North” is none", "another body")
    assert await roster(cast) == ["Dora <dora@example.org> director active"]
    file = shown(dora)
    assert await waits(dora, file)
    await nowhere_but(cast, CANARY, dora)

    await cast.restart()
    await dora.presses("Do it")

    dora.sees("Done: 3 new, 0 changed, 0 the same. The file is deleted here.")
    assert await roster(cast) == [
        f"{CANARY} <canary@example.org> participant Camden invited",
        "Dora <dora@example.org> director active",
        "Noor Haddad <> participant Hackny active",
        "Tom Bell <tom@example.org> mentor NHS North invited",
    ]
    assert not await waits(dora, file)
    assert CANARY not in caplog.text

    await dora.sends(
        people(
            "noor  haddad,noor@example.org,,Hackney,",
            f"{CANARY},CANARY@example.org,participant,Camden,no",
            "Tom Bell,tom@example.org,coach,NHS North,",
        )
    )
    dora.sees("0 new, 2 changed, 1 the same")
    dora.sees("Line 2, Noor Haddad: the address noor@example.org; Hackney instead of Hackny")
    dora.sees("Line 4, Tom Bell: coach instead of mentor")
    await dora.presses("Do it")
    assert await roster(cast) == [
        f"{CANARY} <canary@example.org> participant Camden invited",
        "Dora <dora@example.org> director active",
        "Noor Haddad <noor@example.org> participant Hackney active",
        "Tom Bell <tom@example.org> coach NHS North invited",
    ]

    await dora.sends(people("Tom Bell,tom@example.org,,,"))
    dora.sees("Everybody is here as the file says", "0 new, 0 changed, 1 the same")
    assert len(await on_roster(cast)) == 4


async def test_every_fault_is_named_by_its_line_and_nothing_is_half_imported(cast: Cast) -> None:
    dora = await cast.member("Dora", Role.DIRECTOR)
    await cast.person("Ada", Role.PARTICIPANT)
    await cast.person("Sam *Lee*", Role.PARTICIPANT)
    async with cast.app.database.unit() as unit:
        for email in ("one@example.org", "two@example.org"):
            person = await unit.people.add("Kim Fox", email, "Europe/London", START)
            await unit.cohorts.enrol(person.id, cast.cohort.id, Role.PARTICIPANT)
    before = await roster(cast)

    await dora.sends(
        people(
            "Good Person,good@example.org,,,",
            ",nobody@example.org,,,",
            "Somebody Else,ada@example.org,,,",
            "Kim Fox,,,,",
            "Bad *Address*,bad,,,",
            "Sam *Lee*,sam@example.org,,,",
            "Sam *Lee*,,,,",
        )
    )
    dora.sees("This can’t be used as it is", "Nothing was changed. Please put these right, and send it again:")
    dora.sees("Line 3, name: The name is missing.")
    dora.sees("Line 4, e-mail: “ada@example.org” is the address of somebody of another name.")
    dora.sees("Line 5, e-mail: There are several people called “Kim Fox” here.", "Line 6, e-mail: “bad” is no e-mail")
    assert not dora.latest[-1].buttons
    assert await roster(cast) == before

    for wrong, says in [
        (Sending("people.csv", "text/csv", b"just some words"), "Line 1: The first line has to name the columns"),
        (Sending("people.xlsx", "application/octet-stream", b"PK\x03\x04 and more"), "The file: This is a workbook."),
        (people(), "The file: There is nobody in this file"),
    ]:
        await dora.sends(wrong)
        dora.sees(says)
    await dora.sends(Sending("people.csv", "text/csv", b"name\nAda\n", size=2_000_000))
    dora.sees("one CSV file at a time, of up to 1 MB")
    assert await roster(cast) == before


async def test_a_file_that_nobody_confirms_goes_by_itself_and_by_a_press(cast: Cast) -> None:
    dora = await cast.member("Dora", Role.DIRECTOR)
    await dora.sends(people("Ada,ada@example.org,,,"))
    left = shown(dora)
    await dora.presses("Leave it")
    dora.sees("Nothing was changed, and the file is deleted here.")
    assert not await waits(dora, left)

    await dora.sends(people("Ada,ada@example.org,,,"))
    forgotten = shown(dora)
    assert await waits(dora, forgotten)
    await cast.reach(UNUSED_FOR + timedelta(minutes=1))
    assert not await waits(dora, forgotten)
    await dora.presses("Do it")
    dora.sees("That file is not here any more. To bring people in, send it once more.")
    assert len(await on_roster(cast)) == 1


# ---------------------------------------------------------------- who may


async def test_of_two_directors_who_bring_the_same_people_in_the_second_sees_what_is_so_by_then(cast: Cast) -> None:
    dora, dan = await cast.member("Dora", Role.DIRECTOR), await cast.member("Dan", Role.DIRECTOR)
    for runner in (dora, dan):
        await runner.sends(people("Ada,ada@example.org,,,", "Noor,,,,yes"))
        runner.sees("2 new")
    file = shown(dan)
    await dora.presses("Do it")
    dora.sees("Done: 2 new")
    await dan.presses("Do it")
    dan.sees("Something has changed since I showed you this", "0 new, 0 changed, 2 the same")
    assert len(await on_roster(cast)) == 4
    assert not await waits(dan, file)


async def test_an_administrator_brings_people_in_and_leaves_roles_to_the_director(cast: Cast) -> None:
    adam = await cast.member("Adam", Role.ADMINISTRATOR)
    await cast.person("Tom", Role.PARTICIPANT)
    await adam.sends(people("Eve,eve@example.org,administrator,,", "Tom,tom@example.org,mentor,,"))
    adam.sees("Line 2, role: Only the director says who runs the cohort.")
    adam.sees("Line 3, role: Tom is here already, and only the director changes what people are.")
    await adam.sends(people("Eve,eve@example.org,coach,,", "Tom,tom@example.org,participant,Hackney,"))
    await adam.presses("Do it")
    adam.sees("Done: 1 new, 1 changed")
    assert "Tom <tom@example.org> participant Hackney invited" in await roster(cast)


async def test_how_a_director_is_reached_is_for_a_director_of_theirs_alone(cast: Cast) -> None:
    adam, dora = await cast.member("Adam", Role.ADMINISTRATOR), await cast.member("Dora", Role.DIRECTOR)
    other = await other_cohort(cast.app, START.date())
    async with cast.app.database.unit() as unit:
        dan, kim = [await unit.people.add(name, None, "Europe/London", START) for name in ("Dan", "Kim")]
        await unit.cohorts.enrol(dan.id, cast.cohort.id, Role.DIRECTOR)
        await unit.cohorts.enrol(kim.id, cast.cohort.id, Role.PARTICIPANT)
    await enrolled(cast.app, other, Role.DIRECTOR, kim)

    await adam.sends(people("Dan,adams.own@example.org,,,", "Kim,,,,yes"))
    adam.sees("Line 2, e-mail: How Dan is reached takes a director", "Line 3, by hand: How Kim is reached takes")
    await dora.sends(people("Dan,,,,yes", "Kim,doras.own@example.org,,,"))
    dora.sees("Line 3, e-mail: How Kim is reached takes a director")
    dora.does_not_see("How Dan is reached")
    await enrolled(cast.app, other, Role.DIRECTOR, dora.on_roster)
    await dora.says("settings")
    await dora.presses("Autumn 2026")
    await dora.sends(people("Dan,dan@example.org,,,", "Kim,kim@example.org,,,", "Adam,adam@example.org,,,yes"))
    dora.sees("Line 4, by hand: Adam has joined with an app, and is reached there.")
    await dora.sends(people("Dan,dan@example.org,,,", "Kim,kim@example.org,,,"))
    await dora.presses("Do it")
    dora.sees("Done: 0 new, 2 changed")


async def test_a_file_shown_for_one_cohort_is_brought_into_that_one(cast: Cast) -> None:
    dora, adam = await cast.member("Dora", Role.DIRECTOR), await cast.member("Adam", Role.ADMINISTRATOR)
    other = await other_cohort(cast.app, START.date())
    await enrolled(cast.app, other, Role.DIRECTOR, dora.on_roster)
    await adam.sends(people("Ada,ada@example.org,,,"))
    for_another = adam.latest[-1].buttons[0].press.rpartition(":")[0] + f":{other.id}"
    await adam.presses_data(for_another)
    adam.sees("You aren’t in that cohort any more.")
    await dora.says("settings")
    await dora.presses("Autumn 2026")
    await dora.sends(people("Ada,ada@example.org,,,"))
    await dora.presses_data(dora.latest[-1].buttons[0].press.rpartition(":")[0] + f":{other.id}")
    dora.sees("Something has changed since I showed you this", "For Another")
    await dora.sends(people("Ada,ada@example.org,,,"))
    await dora.says("settings")
    await dora.presses("Another")
    await dora.presses("Do it")
    dora.sees("Done: 1 new")
    assert {person.name for person, _ in await on_roster(cast)} == {"Ada", "Adam", "Dora"}
    async with cast.app.database.unit() as unit:
        assert {person.name for person, _ in await unit.cohorts.roster(other.id)} == {"Dora"}


async def test_nobody_else_brings_anybody_in_and_their_tables_are_not_kept(cast: Cast) -> None:
    dora = await cast.member("Dora", Role.DIRECTOR)
    await dora.sends(people(f"{CANARY},canary@example.org,,,"))
    data = dora.latest[-1].buttons[0].press
    for outsider in (await cast.participant("Ada"), await cast.member("Cleo", Role.COACH)):
        await outsider.sends(people(f"{CANARY},canary@example.org,,,"))
        outsider.sees("I can keep voice notes, recordings and photos", "I have not kept it")
        await outsider.says("import people")
        outsider.sees("That is for the director and the administrator")
        await outsider.presses_data(data)
        outsider.sees("That is for the director and the administrator")
    adam = await cast.member("Adam", Role.ADMINISTRATOR)
    await adam.presses_data(data)  # what waits in another's vault is not there
    adam.sees("That file is not here any more")
    await nowhere_but(cast, CANARY, dora)


async def test_who_is_in_another_cohort_already_is_one_person_and_hears_of_it(cast: Cast) -> None:
    dora, ada = await cast.member("Dora", Role.DIRECTOR), await cast.participant("Ada")
    async with cast.app.database.unit() as unit:
        spring = await unit.cohorts.add(
            name="Spring *2027*",
            programme="london-leadership",
            zone="Europe/London",
            starts=date(2027, 3, 1),
            ends=date(2027, 12, 1),
            now=START,
        )
        assert dora.on_roster is not None
        await unit.cohorts.enrol(dora.on_roster.id, spring.id, Role.DIRECTOR)
        await unit.cohorts.activate(dora.on_roster.id)
    await dora.says("settings")
    await dora.presses("Spring *2027*")
    await dora.sends(people("Ada,ada@example.org,mentor,,", "Ben,ben@example.org,,,"))
    await dora.presses("Do it")
    dora.sees("Done: 2 new")
    ada.sees("In Spring *2027* you are a mentor now")
    async with cast.app.database.unit() as unit:
        parts = {person.name: part.state for person, part in await unit.cohorts.roster(spring.id)}
    assert parts == {"Ada": "active", "Ben": "invited", "Dora": "active"}
