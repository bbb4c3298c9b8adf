"""Who is who on Slack: the workspace's address is a hint, never a proof; and who is gone is not reached."""

from datetime import timedelta
from typing import TypedDict, Unpack

import pytest

from handlers.joining import issue
from storage.shared.people import Role
from tests.canary import tables_with
from tests.cast import Cast
from tests.platforms.on_any import owe, turns
from tests.platforms.on_slack import person_of, words
from tests.platforms.slack.people import Person
from tests.platforms.slack.server import FakeSlack


class About(TypedDict, total=False):
    """What Slack says of somebody."""

    email: str
    tz: str
    confirmed: bool
    guest: bool
    single_channel: bool
    team: str


async def newcomer(cast: Cast, fake: FakeSlack, **about: Unpack[About]) -> Person:
    """Somebody whose address is on the roster, with an open invitation, who now says a first word."""
    await cast.person("Ada", Role.PARTICIPANT)
    on_the_roster: About = {"email": "ada@example.org"}
    ada = fake.person("U0NEW", name="Ada Okafor", **(on_the_roster | about))
    await ada.types("hello")
    await cast.settle()
    return ada


async def test_a_colleague_whose_address_is_on_the_roster_joins_by_one_press(cast: Cast, fake: FakeSlack) -> None:
    ada = await newcomer(cast, fake, tz="Europe/Paris")
    assert "You are invited as Ada." in words(ada)
    await ada.presses("Join as Ada")
    await cast.settle()
    assert "Welcome, Ada. You have joined Autumn 2026, as a participant." in words(ada)
    await ada.types("settings")
    await cast.settle()
    assert "Paris" in words(ada)


@pytest.mark.parametrize(
    "about",
    [
        {"guest": True},
        {"single_channel": True},
        {"confirmed": False},
        {"team": "T0OTHER"},
        {"email": "somebody@else.example"},
    ],
)
async def test_whoever_is_no_colleague_needs_the_code(cast: Cast, fake: FakeSlack, about: About) -> None:
    ada = await newcomer(cast, fake, **about)
    assert "type the joining code you were sent" in words(ada)
    assert "Join as" not in words(ada)
    await ada.types(cast.players["ada"].code)
    await cast.settle()
    assert "Welcome, Ada" in words(ada)


async def test_an_address_opens_no_second_account_and_names_the_way(cast: Cast, fake: FakeSlack) -> None:
    await cast.participant("Ada")
    other = fake.person("U0SECOND", name="Ada Again", email="ada@example.org")
    await other.types("hello")
    await cast.settle()
    assert "say “link” there" in words(other)
    assert "Join as" not in words(other)


async def test_a_code_issued_again_to_who_has_joined_is_no_invitation_by_address(cast: Cast, fake: FakeSlack) -> None:
    ada = await cast.participant("Ada")
    assert ada.on_roster is not None
    async with cast.app.database.unit() as unit:
        await issue(unit, cast.app.kit.secrets, ada.on_roster, cast.clock.now())
    other = fake.person("U0SECOND", name="Ada Again", email="ada@example.org")
    await other.types("hello")
    await cast.settle()
    assert "Join as" not in words(other)
    assert "say “link” there" in words(other)


async def test_an_invitation_that_was_cancelled_or_has_expired_is_no_invitation(cast: Cast, fake: FakeSlack) -> None:
    ada = await newcomer(cast, fake)
    await cast.reach(cast.clock.now().replace(day=20))
    await ada.presses("Join as Ada")
    await cast.settle()
    assert "That invitation isn’t open any more" in words(ada)
    async with cast.app.database.unit() as unit:
        person = await unit.people.with_email("ada@example.org")
        assert person is not None
        assert await unit.people.accounts(person.id) == []
        await issue(unit, cast.app.kit.secrets, person, cast.clock.now())
    await ada.presses("Join as Ada")
    await cast.settle()
    assert "Welcome, Ada" in words(ada)


async def test_a_change_of_address_changes_nothing(cast: Cast, fake: FakeSlack) -> None:
    ada, bea = await cast.participant("Ada"), await cast.person("Bea", Role.PARTICIPANT)
    assert bea.on_roster is not None
    await fake.changes(person_of(ada), email="bea@example.org")
    await cast.settle()
    await ada.says("accounts")
    assert (await ada.account()).person_id == (ada.on_roster.id if ada.on_roster else None)
    async with cast.app.database.unit() as unit:
        assert await unit.people.accounts(bea.on_roster.id) == []


async def test_people_of_other_workspaces_are_told_apart_by_team_and_user(cast: Cast, fake: FakeSlack) -> None:
    await cast.participant("Ada")
    stranger = fake.person("U0ELSEWHERE", name="Ada Elsewhere", team="T0OTHER")
    await stranger.types("my notes")
    await cast.settle()
    async with cast.app.database.unit() as unit:
        account = await unit.people.at("slack", "T0OTHER", "U0ELSEWHERE")
    assert account is not None
    assert account.person_id is None


async def test_who_is_deactivated_can_not_be_reached_until_they_are_back(cast: Cast, fake: FakeSlack) -> None:
    ada = await cast.participant("Ada")
    assert ada.on_roster is not None
    await fake.deactivates(person_of(ada))
    await cast.settle()
    assert not (await ada.account()).reachable
    await fake.changes(person_of(ada), deleted=False)
    await cast.settle()
    assert (await ada.account()).reachable


async def test_of_somebody_the_bot_never_met_no_change_is_kept(cast: Cast, fake: FakeSlack) -> None:
    stranger = fake.person("U0NOBODY", name="Nobody Known")
    await fake.deactivates(stranger)
    await cast.settle()
    assert await tables_with(cast, "U0NOBODY") == []


async def test_whoever_turns_out_to_be_deactivated_is_told_on_their_other_account(cast: Cast, fake: FakeSlack) -> None:
    """And where they have none, the message waits for nobody: it has failed, and says why."""
    ada = await cast.participant("Ada")
    fake.trouble("chat.postMessage", "error", error="user_disabled")
    await owe(ada, "Something for Ada")
    assert not (await ada.account()).reachable
    async with cast.app.database.unit() as unit:
        assert [delivery.why for delivery in await unit.deliveries.with_trouble(5)] == [
            "no account that can be reached"
        ]


async def test_a_change_of_status_is_no_turn_of_theirs(cast: Cast, fake: FakeSlack) -> None:
    ada = await cast.participant("Ada")
    before = len(await turns(cast))
    for name in ("Ada (away)", "Ada (back)"):
        await fake.changes(person_of(ada), name=name)
    await cast.settle()
    assert len(await turns(cast)) == before


async def test_where_slack_does_not_say_who_somebody_is_their_invitation_stays_open(
    cast: Cast, fake: FakeSlack
) -> None:
    ada = await newcomer(cast, fake)
    fake.trouble("users.info", "500")
    await ada.presses("Join as Ada")
    await cast.settle()
    assert "I couldn’t look you up just now" in words(ada)
    await ada.presses("Join as Ada")
    await cast.settle()
    assert "Welcome, Ada" in words(ada)


async def test_while_messages_to_the_app_are_turned_off_nobody_is_taken_for_gone(cast: Cast, fake: FakeSlack) -> None:
    ada = await cast.participant("Ada")
    fake.trouble("chat.postMessage", "error", times=50, error="messages_tab_disabled")
    await owe(ada, "Module 2 begins tomorrow.")
    await cast.reach(timedelta(hours=3))
    assert (await ada.account()).reachable
    await cast.reach(timedelta(hours=3))
    assert words(person_of(ada)).count("Module 2 begins tomorrow.") == 1
