"""What people can count on from their settings."""

from datetime import date, time

import pytest

from bot.chat.errors import Refusal
from handlers.settings.hours import hours_of
from scheduling.phrases.zones import zone_named
from storage.shared.people import Person, Role
from tests.canary import nowhere_but
from tests.cast import START, Cast
from tests.player import Player


async def person_of(player: Player) -> Person:
    account = await player.account()
    async with player.cast.app.database.unit() as unit:
        person = await unit.people.get(account.person_id or 0)
        assert person is not None
        return person


async def test_settings_are_shown_and_changed_in_a_form(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    await ada.says("settings")
    ada.sees("Time zone: London (Europe/London)", "Quiet hours: 22:00 to 07:00", "Plain mode: off", cast.where)

    await ada.presses("Change settings")
    await ada.fills(zone="paris", quiet_from="9.30pm", quiet_until="6", plain_mode="on", platform=cast.stage.name)
    ada.sees("Time zone: Paris (Europe/Paris)", "Quiet hours: 21:30 to 06:00", "Plain mode: on")
    person = await person_of(ada)
    assert (person.zone, person.quiet_from, person.quiet_until) == ("Europe/Paris", time(21, 30), time(6))


async def test_a_place_that_is_not_known_is_refused_with_a_way_on(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    await ada.says("my time zone is Pariss")
    ada.sees("Did you mean Paris?", "nearest large city")
    assert (await person_of(ada)).zone == "Europe/London"

    await ada.says("settings")
    await ada.presses("Change settings")
    if cast.way.forms:
        assert "nearest large city" in (await ada.tries_to_fill(zone="Atlantis"))["zone"]
    else:
        await ada.says("change 1")
        await ada.says("Atlantis")
        ada.sees("nearest large city")
        await ada.says("Lima")
        ada.sees("Lima", "Is this right?")


async def test_each_setting_can_be_typed_in_one_line(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    await ada.says("My time zone is New York.")
    ada.sees("New York (America/New_York)")
    await ada.says("quiet hours 21:30 to 7")
    ada.sees("Quiet from 21:30 until 07:00")
    await ada.says("plain mode on")
    ada.sees("Plain mode is on")
    await ada.says("plain mode off")
    ada.sees("Plain mode is off")
    await ada.says("plain mode sideways")
    ada.sees("“plain mode on” or “plain mode off”")
    await ada.says("quiet hours 7 to 7")
    ada.sees("the same time twice")


async def test_plain_mode_is_offered_at_joining_and_numbers_the_choices(cast: Cast) -> None:
    ada = await cast.person("Ada", Role.PARTICIPANT)
    await ada.says(ada.code)
    ada.sees("choices numbered in the text", "[Turn plain mode on]")
    await ada.says("turn plain mode on")
    ada.sees("Plain mode is on")

    await ada.says("agreement")
    ada.sees("Say a number to choose", "1. I agree")
    await ada.says("1")
    ada.sees("Thank you: agreed")


async def test_settings_work_where_the_notes_are_locked(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    phone = await cast.further_account(ada, "Phone")
    await phone.says("settings")
    await phone.presses("Change settings")
    await phone.fills(zone="Lisbon")
    phone.sees("Lisbon (Europe/Lisbon)")


async def test_what_is_typed_beside_the_form_is_never_kept_with_it(
    cast: Cast, caplog: pytest.LogCaptureFixture
) -> None:
    ada = await cast.participant("Ada")
    await ada.says("settings")
    await ada.presses("Change settings")
    if not cast.way.forms:
        await ada.says("change 1")
    await ada.says("reflect: the canary sings at 5")

    await nowhere_but(cast, "canary", ada)
    assert "canary" not in caplog.text
    await ada.says("my reflections")
    ada.sees("canary")
    if not cast.way.forms:
        await ada.presses("Go on with it")
        ada.sees("Which time zone are you in?")


async def test_somebody_in_two_cohorts_is_asked_which_one_with_buttons(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    async with cast.app.database.unit() as unit:
        spring = await unit.cohorts.add(
            name="Spring *2027*",
            programme="london-leadership",
            zone="Europe/London",
            starts=date(2027, 3, 1),
            ends=date(2027, 12, 1),
            now=START,
        )
        assert ada.on_roster is not None
        await unit.cohorts.enrol(ada.on_roster.id, spring.id, Role.PARTICIPANT)
        await unit.cohorts.activate(ada.on_roster.id)
    eve = await cast.participant("Eve")

    await ada.says("agreement")
    ada.sees("Which of your cohorts is this about?", "[Autumn 2026]", "[Spring *2027*]")
    await ada.presses("Spring *2027*")
    ada.sees("you mean Spring *2027*")
    await ada.says("agreement")
    ada.sees("Version")
    await ada.says("settings")
    ada.sees("Cohort you deal with: Spring *2027*", "[Autumn 2026]")

    await eve.presses_data(f"cohort.choose:{spring.id}")
    eve.sees("You aren’t in that cohort any more")


@pytest.mark.parametrize(
    ("typed", "zone"),
    [
        ("Paris", "Europe/Paris"),
        ("europe/paris", "Europe/Paris"),
        (" new  york. ", "America/New_York"),
        ("Buenos Aires", "America/Buenos_Aires"),
        ("UTC", "UTC"),
        ("Europe/Isle of Man", "Europe/Isle_of_Man"),
    ],
)
def test_a_zone_is_known_by_its_city_and_by_its_name(typed: str, zone: str) -> None:
    assert zone_named(typed) == zone


@pytest.mark.parametrize("typed", ["Atlantis", "../etc/passwd", "Factory", "", "\x00", "GMT+25", "x" * 50_000])
def test_what_is_no_zone_is_refused_and_never_repeated(typed: str) -> None:
    with pytest.raises(Refusal, match="nearest large city") as refused:
        zone_named(typed)
    assert not typed.strip() or typed not in refused.value.words


@pytest.mark.parametrize(
    ("typed", "hours"),
    [
        ("21:30 to 7", (time(21, 30), time(7))),
        ("from 10pm until 6.30am", (time(22), time(6, 30))),
        ("midnight - noon", (time(0), time(12))),
        ("are 9pm to midnight", (time(21), time(0))),
        ("12am to 12pm", (time(0), time(12))),
        ("half nine to seven", (time(21, 30), time(7))),
        ("10 to quarter past 6 in the morning", (time(22), time(6, 15))),
        ("09:00 to 7", (time(9), time(7))),
    ],
)
def test_quiet_hours_are_read_as_people_type_them(typed: str, hours: tuple[time, time]) -> None:
    assert hours_of(typed) == hours


@pytest.mark.parametrize("typed", ["", "25 to 7", "7", "21:75 to 7", "33pm to 7", "never", "1 to 2 to 3", "٣ to x"])
def test_what_are_no_hours_is_refused(typed: str) -> None:
    with pytest.raises(Refusal, match="21:30"):
        hours_of(typed)
