"""What people can count on when roles are given, taken back and handed over, and when a cohort ends."""

from datetime import timedelta

from storage.shared.people import Role
from tests.cast import START, Cast
from tests.cohort import enrolled, other_cohort
from tests.conversations.test_joining import code_on
from tests.player import Player


def id_of(player: Player) -> int:
    assert player.on_roster is not None
    return player.on_roster.id


async def roles_of(player: Player) -> list[str]:
    """What somebody is, and where that stands."""
    async with player.cast.app.database.unit() as unit:
        return sorted(f"{part.role} {part.state}" for part in await unit.cohorts.memberships(id_of(player)))


async def recorded(cast: Cast, act: str) -> int:
    async with cast.app.database.unit() as unit:
        return await unit.audit.count(act)


# ---------------------------------------------------------------- giving and taking


async def test_the_director_gives_a_role_and_takes_it_back_and_its_bearer_hears_of_both(cast: Cast) -> None:
    dora, tom = await cast.member("Dora", Role.DIRECTOR), await cast.participant("Tom Bell")
    eve = await cast.person("Eve", Role.PARTICIPANT)

    await dora.says("make Tom Bell a mentor")
    dora.sees("Tom Bell would be a mentor of Autumn 2026 as well. They hear of it.")
    assert await roles_of(tom) == ["participant active"]
    await dora.presses("Yes, make them a mentor")
    dora.sees("Tom Bell is a mentor now. They hear of it.")
    tom.sees("In Autumn 2026 you are a participant and a mentor now")
    assert await roles_of(tom) == ["mentor active", "participant active"]
    await dora.says("make Tom Bell a mentor")
    dora.sees("Tom Bell is a mentor already")

    await dora.says("Tom is no longer a mentor")
    await dora.presses("Yes, take it back")
    dora.sees("Tom Bell is no longer a mentor.")
    assert await roles_of(tom) == ["participant active"]
    await dora.says("Tom is no longer a mentor")
    dora.sees("Tom Bell is not a mentor in this cohort")

    await dora.says("make Eve a coach")
    dora.sees("Eve is a coach now. They learn it when they join.")
    assert await roles_of(eve) == ["coach invited", "participant invited"]
    assert (await recorded(cast, "gave a role"), await recorded(cast, "took a role")) == (2, 1)


async def test_who_is_nothing_else_would_leave_and_is_asked_about_first(cast: Cast) -> None:
    dora, ada = await cast.member("Dora", Role.DIRECTOR), await cast.participant("Ada")
    eve = await cast.person("Eve", Role.PARTICIPANT)
    for name in ("Ada", "Eve"):
        await dora.says(f"{name} is no longer a participant")
        dora.sees("They have no other role there, so they would leave the cohort.")
        await dora.presses("Yes, take it back")
        dora.sees(f"{name} has left the cohort.")
    ada.sees("You are no longer in Autumn 2026", "Your private notes stay yours")
    assert (await roles_of(ada), await roles_of(eve)) == (["participant left"], ["participant left"])
    await eve.says(eve.code)
    eve.sees("That code doesn’t work")
    await dora.says("who has joined")
    dora.sees("Ada: participant, has left")

    await dora.says("invite Ada again")
    dora.sees("Ada is invited back to Autumn 2026, and comes by a press.")
    assert await roles_of(ada) == ["participant invited"]
    await ada.presses("Come back")
    ada.sees("Welcome back to Autumn 2026.")
    assert await roles_of(ada) == ["participant active"]
    await ada.presses_data(f"roster.return:{cast.cohort.id}")
    ada.sees("That invitation isn’t open any more.")
    await dora.says("invite Eve again")
    await eve.says(code_on(dora))
    eve.sees("Welcome, Eve")


async def test_nobody_removes_the_last_director_and_two_at_once_do_not_either(cast: Cast) -> None:
    dora = await cast.member("Dora", Role.DIRECTOR)
    await dora.says("Dora is no longer a director")
    dora.sees("Dora is the only director, and there is always one.")

    tom = await cast.member("Tom", Role.MENTOR)
    await dora.says("make Tom a director")
    dora.sees("Tom would be a director of Autumn 2026 as well", "Nobody’s private notes are open to either.")
    assert await roles_of(tom) == ["mentor active"]
    await dora.presses("Yes, make them a director")
    tom.sees("you are a mentor and a director now")

    await dora.says("Tom is no longer a director")
    await tom.says("Dora is no longer a director")
    await tom.presses("Yes, take it back")
    tom.sees("Dora has left the cohort.")
    await dora.presses("Yes, take it back")
    assert "director active" in await roles_of(tom)


async def test_an_administrator_and_everybody_else_give_no_roles(cast: Cast) -> None:
    await cast.member("Dora", Role.DIRECTOR)
    tom = await cast.participant("Tom")
    for other in (await cast.member("Adam", Role.ADMINISTRATOR), await cast.member("Cleo", Role.COACH), tom):
        for words in ("make Tom a mentor", "Tom is no longer a participant", "roles", "hand over to Tom"):
            await other.says(words)
            other.sees("That is for the director")
        for data in (f"roles.give:1:{id_of(tom)}:director", f"roles.take:1:{id_of(tom)}:participant", "roles.form:1"):
            await other.presses_data(data)
            other.sees("That is for the director")
    assert await roles_of(tom) == ["participant active"]


async def test_a_role_is_changed_by_form_as_well(cast: Cast) -> None:
    dora, tom = await cast.member("Dora", Role.DIRECTOR), await cast.participant("Tom")
    await dora.says("roles")
    await dora.fills(whom="Tom", what="Give a role", role="Coach")
    dora.sees("Tom is a coach now.")
    assert await roles_of(tom) == ["coach active", "participant active"]
    await dora.presses_data("roles.give:1:1:king")
    dora.sees("Say whom and what")


async def test_a_button_acts_on_the_cohort_that_it_was_shown_for(cast: Cast) -> None:
    dora, tom = await cast.member("Dora", Role.DIRECTOR), await cast.participant("Tom")
    other = await other_cohort(cast.app, START.date())
    await enrolled(cast.app, other, Role.PARTICIPANT, tom.on_roster)
    for data in (f"roles.give:{other.id}:{id_of(tom)}:director", f"roles.form:{other.id}"):
        await dora.presses_data(data)
        dora.sees("You aren’t in that cohort any more.")
    await enrolled(cast.app, other, Role.COACH, dora.on_roster)
    await dora.presses_data(f"roles.give:{other.id}:{id_of(tom)}:director")
    dora.sees("That is for the director")
    await enrolled(cast.app, other, Role.DIRECTOR, dora.on_roster)

    await dora.says("settings")
    await dora.presses("Autumn 2026")
    await dora.says("make Tom a director")
    await dora.says("settings")
    await dora.presses("Another")
    await dora.presses("Yes, make them a director")
    async with cast.app.database.unit() as unit:
        parts = await unit.cohorts.memberships(id_of(tom))
    assert {part.cohort_id for part in parts if part.role == Role.DIRECTOR} == {cast.cohort.id}


# ---------------------------------------------------------------- handing over


async def test_the_directors_right_is_handed_over_by_two_confirmations_and_all_directors_hear_of_it(cast: Cast) -> None:
    dora, dan = await cast.member("Dora", Role.DIRECTOR, Role.COACH), await cast.member("Dan", Role.DIRECTOR)
    tom, eve = await cast.member("Tom", Role.MENTOR), await cast.participant("Eve")

    await dora.says("hand over to Tom")
    dora.sees("Tom would be the director of Autumn 2026, and you no longer. You stay a coach.")
    await dora.presses("Ask them")
    dora.sees("Tom is asked", "ends on Tuesday 19 January 2027")
    dan.sees("Dora has begun to hand the director’s right over to Tom.")
    tom.sees("Would you take over as director?", "Nobody’s private notes are open to you for it.")

    for outsider in (eve, dan, dora):
        await outsider.presses_data("handing_over.take_on:1")
        outsider.sees("made so already, or stopped")
    await dora.presses_data("handing_over.make_so:1")
    dora.sees("made so already, or stopped")
    await tom.presses("I take it on")
    tom.sees("Dora confirms it now")
    await tom.presses_data("handing_over.take_on:1")
    tom.sees("You have taken it on already, and Dora knows.")
    assert await recorded(cast, "took on to be director") == 1
    assert "director active" not in await roles_of(tom)
    dora.sees("Hand over now?")
    await dora.presses("Hand over now")

    dora.sees("Done: Tom is the director of Autumn 2026 now.")
    tom.sees("You are the director of Autumn 2026 now.")
    dan.sees("Dora has handed the director’s right over to Tom.")
    assert (await roles_of(dora), await roles_of(tom)) == (["coach active"], ["director active", "mentor active"])
    await dora.presses_data("handing_over.make_so:1")
    dora.sees("That is for the director")
    assert await recorded(cast, "handed over") == 1
    eve.does_not_see("hand")


async def test_either_can_stop_a_handing_over_and_it_ends_by_itself(cast: Cast) -> None:
    dora, tom = await cast.member("Dora", Role.DIRECTOR), await cast.member("Tom", Role.MENTOR)
    await dora.says("hand over to Dora")
    dora.sees("That is you.")
    await dora.says("hand over to Tom")
    dora.sees("You have no other role there, so you would leave the cohort then.")
    await dora.presses("Ask them")
    await tom.presses("No, thank you")
    tom.sees("Stopped: everything stays as it was.")
    dora.sees("Tom has stopped handing over the director’s right")

    await dora.says("hand over to Tom")
    await dora.presses("Ask them")
    await tom.presses("I take it on")
    await dora.presses("Stop it")
    tom.sees("Dora has stopped handing over the director’s right")
    await dora.presses_data("handing_over.make_so:2")
    dora.sees("made so already, or stopped")

    await dora.says("hand over to Tom")
    await dora.presses("Ask them")
    await cast.reach(timedelta(days=14, minutes=1))
    await tom.presses("I take it on")
    tom.sees("its time ran out")
    assert (await roles_of(dora), await roles_of(tom)) == (["director active"], ["mentor active"])


# ---------------------------------------------------------------- the end of a cohort


async def test_when_a_cohort_ends_its_participants_are_alumni_and_are_told_so_once(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    cleo = await cast.member("Cleo", Role.COACH)
    ben = await cast.person("Ben", Role.PARTICIPANT)
    await ada.says("reflect: what I learnt")
    async with cast.app.database.unit() as unit:
        (await unit.cohorts.get(cast.cohort.id)).ends = START.date() + timedelta(days=1)

    await cast.reach(timedelta(days=1, hours=12))
    assert await roles_of(ada) == ["participant active"]
    await cast.reach(timedelta(hours=15))
    assert (await roles_of(ada), await roles_of(cleo)) == (["participant alumnus"], ["coach active"])
    assert await roles_of(ben) == ["participant invited"]
    ada.sees("Thank you, Ada", "Autumn 2026 has come to its end, and from today you are one of its alumni.")
    await cast.reach(timedelta(days=1))
    assert ada.screen.count("one of its alumni") == 1
    cleo.does_not_see("one of its alumni")
    await ada.says("my reflections")
    ada.sees("what I learnt")
