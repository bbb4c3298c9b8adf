"""What those who run a cohort can count on when they invite its people."""

import csv
from datetime import timedelta
from io import StringIO

from storage.shared.cohorts import Enrolment
from storage.shared.people import Role
from tests.cast import Cast
from tests.cohort import enrolled, other_cohort
from tests.player import Player


def sent_to(player: Player) -> dict[str, dict[str, str]]:
    """The rows of the file that came last, by the name in each."""
    text = player.files[-1].data.decode("utf-8-sig")
    return {row["Name"]: row for row in csv.DictReader(StringIO(text, newline=""))}


async def test_everybody_who_has_not_joined_gets_a_link_and_a_code_of_their_own_for_a_mail_merge(cast: Cast) -> None:
    dora = await cast.member("Dora", Role.DIRECTOR)
    await cast.participant("Cleo")
    await cast.person("=Ada *A*", Role.PARTICIPANT)
    ben = await cast.person("Ben", Role.MENTOR)

    await dora.says("invitations")
    dora.sees("2 have not joined", "=Ada *A*: their code works until Tuesday 12 January 2027", "Ben: their code works")
    dora.sees("Codes that they were sent before stop working then.")
    await dora.presses("Make all 2 anew")

    dora.sees("The invitations", "until Tuesday 12 January 2027", "delete it once it is sent")
    rows = sent_to(dora)
    assert set(rows) == {"'=Ada *A*", "Ben"}
    row = rows["Ben"]
    assert (row["E-mail"], row["Role"]) == ("ben@example.org", "mentor")
    assert "Dear Ben" in row["Wording"]
    assert row["Code"] in row["Wording"]
    assert "London Leadership Programme, Autumn 2026" in row["Wording"]
    assert "until Tuesday 12 January 2027" in row["Wording"]
    if cast.way.telegram or cast.way.slack:
        assert row[f"{cast.where} link"] in row["Wording"]

    await ben.says(ben.code)
    ben.sees("That code doesn’t work")
    await ben.says(row["Code"])
    ben.sees("Welcome, Ben")
    await dora.says("invitations")
    dora.sees("One has not joined")
    assert "Ben" not in dora.latest[-1].text


async def test_on_the_first_round_nothing_is_said_of_earlier_codes_and_after_the_end_nobody_is_waited_for(
    cast: Cast,
) -> None:
    dora = await cast.member("Dora", Role.DIRECTOR)
    async with cast.app.database.unit() as unit:
        for name in ("Ada", "Ben"):
            await unit.cohorts.enrol_all(cast.cohort, [Enrolment(name, roles=(Role.PARTICIPANT,))], cast.clock.now())
    await dora.says("invitations")
    dora.sees("Ada: no code yet", "[Make the invitations]")
    dora.does_not_see("anew", "stop working")
    await dora.presses("Make the invitations")
    dora.sees("2 have not joined, each with a link")
    dora.does_not_see("stopped working")
    await dora.says("invitations")
    dora.sees("[Make all 2 anew]")
    await dora.says("what's next")
    dora.sees("2 of 3 have not joined yet")

    await ends(cast)
    await dora.says("what's next")
    await dora.says("set up the cohort")
    assert not any("not joined" in message.text for message in dora.latest)
    await dora.says("who has joined")
    dora.sees("Ada: participant, did not take part")
    await dora.says("invitations")
    dora.sees("there is nobody to invite")


async def ends(cast: Cast) -> None:
    """The cohort ends the day before."""
    async with cast.app.database.unit() as unit:
        cohort = await unit.cohorts.get(cast.cohort.id)
        cohort.ends = cast.clock.now().date() - timedelta(days=1)
        await unit.cohorts.save(cohort)


async def test_one_is_cancelled_and_made_again_and_what_ran_out_is_said(cast: Cast) -> None:
    dora = await cast.member("Dora", Role.DIRECTOR)
    ada = await cast.person("Ada", Role.PARTICIPANT)

    await dora.says("cancel the invitation of Ada")
    dora.sees("The code of Ada has stopped working. They stay on the roster.")
    await ada.says(ada.code)
    ada.sees("That code doesn’t work")
    await dora.says("cancel the invitation of Ada")
    dora.sees("Ada has no code that works just now")
    await dora.says("invitations")
    dora.sees("Ada: cancelled")
    await dora.presses("Make it anew")
    await cast.reach(timedelta(days=8))
    await dora.says("invitations")
    dora.sees("Ada: their code worked until Tuesday 12 January 2027")
    await dora.says("new code for Ada")
    await dora.says("invitations")
    dora.sees("Ada: their code works until Wednesday 20 January 2027")


async def test_an_administrator_invites_no_director_and_nobody_else_invites(cast: Cast) -> None:
    adam = await cast.member("Adam", Role.ADMINISTRATOR)
    cleo = await cast.member("Cleo", Role.COACH)
    dora = await cast.person("Dora", Role.DIRECTOR)

    await adam.says("invitations")
    adam.sees("there is nobody to invite")
    await adam.presses_data("invitations.make:1")
    adam.sees("there is nobody to invite")
    assert dora.on_roster is not None
    await adam.presses_data(f"invitations.cancel:1:{dora.on_roster.id}")
    adam.sees("That is for the director")
    await adam.says("cancel the invitation of Dora")
    adam.sees("That is for the director")
    for words in ("invitations", "cancel the invitation of Dora"):
        await cleo.says(words)
        cleo.sees("That is for the director and the administrator")
    for data in ("invitations.make:1", f"invitations.cancel:1:{dora.on_roster.id}"):
        await cleo.presses_data(data)
        cleo.sees("That is for the director and the administrator")
    await dora.says(dora.code)
    dora.sees("Welcome, Dora")


async def test_who_runs_one_cohort_lets_nobody_in_as_somebody_of_another(cast: Cast) -> None:
    adam, dan = await cast.member("Adam", Role.ADMINISTRATOR), await cast.member("Dan", Role.DIRECTOR)
    dora, eve = await cast.person("Dora", Role.PARTICIPANT), await cast.person("Eve", Role.PARTICIPANT)
    ada = await cast.participant("Ada")
    other = await other_cohort(cast.app, cast.clock.now().date())
    await enrolled(cast.app, other, Role.DIRECTOR, dora.on_roster)
    await enrolled(cast.app, other, Role.PARTICIPANT, ada.on_roster, eve.on_roster)

    for runner in (adam, dan):
        for words in ("new code for Dora", "cancel the invitation of Dora", "Dora uses neither app"):
            await runner.says(words)
            runner.sees("Dora has a part in another cohort that this would touch.")
        await runner.says("new code for Ada")
        runner.sees("Ada has joined with another cohort too.", "“accounts”", "somebody who runs both")
        await runner.says("invitations")
        runner.sees("One has not joined", "Eve")
        await runner.presses("Make it anew")
        assert set(sent_to(runner)) == {"Eve"}
    await dora.says(dora.code)
    dora.sees("Welcome, Dora")
    await adam.says("undo the joining of Dora")
    adam.sees("Dora has a part in another cohort that this would touch.")

    await enrolled(cast.app, other, Role.ADMINISTRATOR, adam.on_roster)
    await enrolled(cast.app, other, Role.DIRECTOR, dan.on_roster)
    for runner in (adam, dan):
        await runner.says("settings")
        await runner.presses("Autumn 2026")
        await runner.says("new code for Ada")
        runner.sees("A joining code for Ada")
    await adam.says("new code for Dora")
    adam.sees("Dora has a part in another cohort that this would touch.")
    await dan.says("new code for Dora")
    dan.sees("A joining code for Dora")
