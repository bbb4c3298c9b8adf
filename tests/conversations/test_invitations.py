"""What those who run a cohort can count on when they invite its people."""

import csv
from datetime import timedelta
from io import StringIO

from storage.shared.people import Role
from tests.cast import Cast
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
    await adam.presses_data("invitations.make")
    adam.sees("there is nobody to invite")
    assert dora.on_roster is not None
    await adam.presses_data(f"invitations.cancel:{dora.on_roster.id}")
    adam.sees("That is for the director")
    await adam.says("cancel the invitation of Dora")
    adam.sees("That is for the director")
    for words in ("invitations", "cancel the invitation of Dora"):
        await cleo.says(words)
        cleo.sees("That is for the director and the administrator")
    for data in ("invitations.make", f"invitations.cancel:{dora.on_roster.id}"):
        await cleo.presses_data(data)
        cleo.sees("That is for the director and the administrator")
    await dora.says(dora.code)
    dora.sees("Welcome, Dora")
