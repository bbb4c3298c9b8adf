"""Who is who on Telegram: joining by a link, one person here and on Slack, and the menu that each is shown."""

import re
from collections.abc import AsyncIterator, Callable
from datetime import timedelta
from pathlib import Path
from typing import Literal

import pytest

from handlers.joining import payload_of
from storage.shared.people import Role
from tests.cast import Cast, Way
from tests.platforms.on_any import owe
from tests.platforms.on_telegram import ON_TELEGRAM, person_of, said_to, stage_of, words
from tests.platforms.telegram.server import FakeTelegram
from tests.player import Player
from tests.stages.slack import SlackStage

LINK = re.compile(r"https://t\.me/WaymarkBot\?start=([A-Za-z0-9_-]{1,64})(?![A-Za-z0-9_-])")
STRANGERS = ["start", "join", "help"]


@pytest.fixture
def way() -> Way:
    return ON_TELEGRAM


@pytest.fixture
async def both(tmp_path: Path) -> AsyncIterator[Cast]:
    """On Telegram, and on Slack as well."""
    cast = Cast(tmp_path, ON_TELEGRAM)
    cast.further_stages = [SlackStage(cast.clock)]
    await cast.begin()
    yield cast
    await cast.end()


async def on_slack_too(cast: Cast, of: Player) -> Player:
    """The Slack account of somebody on the roster, who joins there."""
    player = await cast.stranger(of.name, of, cast.further_stages[0])
    await player.says(of.code)
    return player


def payload(cast: Cast, code: str) -> str:
    return payload_of(cast.app.kit.secrets, code)


def link_in(text: str) -> str:
    """The payload of the link that this shows."""
    found = LINK.search(text)
    assert found is not None, text
    return found.group(1)


async def follows(player: Player, payload: str) -> str:
    """Open a link; gives all that the bot says in their conversation since."""
    there = len(said_to(person_of(player)))
    await player.arrives(payload)
    return "\n---\n".join(message.text for message in said_to(person_of(player))[there:])


# ---------------------------------------------------------------- joining by a link


async def test_a_link_joins_once_and_to_nobody_else_it_says_anything(cast: Cast) -> None:
    ada = await cast.person("Ada", Role.PARTICIPANT)
    link = payload(cast, ada.code)
    assert len(link) <= 64
    assert ada.code.replace("-", "")[:-4] not in words(person_of(ada))
    assert "Welcome, Ada. You have joined Autumn 2026, as a participant." in await follows(ada, link)
    assert (await ada.account()).person_id == (ada.on_roster.id if ada.on_roster else None)
    zoe = await cast.stranger("Zoe")
    assert "That code doesn’t work" in await follows(zoe, link)
    assert "Ada" not in words(person_of(zoe))
    assert (await zoe.account()).person_id is None


@pytest.mark.parametrize(
    "spoil",
    [
        lambda link: link[:-1],
        lambda link: link[1:],
        lambda link: ("B" if link[0] == "A" else "A") + link[1:],
        lambda link: link[:-1] + ("B" if link[-1] == "A" else "A"),
        lambda link: link.lower(),
        lambda link: link.partition("-")[2],
        lambda link: link + "A" * (64 - len(link)),
    ],
)
async def test_a_link_that_was_cut_or_altered_joins_nobody_and_says_what_to_do(
    cast: Cast, spoil: Callable[[str], str]
) -> None:
    ada = await cast.person("Ada", Role.PARTICIPANT)
    said = await follows(ada, spoil(payload(cast, ada.code)))
    assert (await ada.account()).person_id is None
    assert "That link doesn’t work: a part of it may be missing" in said or "That code doesn’t work" in said
    assert "Welcome, Ada" in await follows(ada, payload(cast, ada.code))


async def test_a_code_typed_after_start_is_as_good_as_one_typed_alone(cast: Cast) -> None:
    ada = await cast.person("Ada", Role.PARTICIPANT)
    await ada.says(f"/start {ada.code}")
    assert "Welcome, Ada" in words(person_of(ada))


async def test_a_link_that_somebody_made_up_counts_as_no_try_of_a_code(cast: Cast) -> None:
    ada = await cast.person("Ada", Role.PARTICIPANT)
    for number in range(7):
        await follows(ada, f"{'ABCDEFGHJKLMNPQ'}{number + 2}-{'x' * 20}")
    assert "Welcome, Ada" in await follows(ada, payload(cast, ada.code))


async def test_a_link_that_comes_twice_joins_once_and_welcomes_once(cast: Cast, telegram: FakeTelegram) -> None:
    ada = await cast.person("Ada", Role.PARTICIPANT)
    telegram.twice = True
    await ada.arrives(payload(cast, ada.code))
    assert words(person_of(ada)).count("Welcome, Ada") == 1
    assert "doesn’t work" not in words(person_of(ada))


async def test_the_same_link_opened_again_by_whoever_joined_says_what_they_can_do(cast: Cast) -> None:
    ada = await cast.person("Ada", Role.PARTICIPANT)
    link = payload(cast, ada.code)
    await ada.arrives(link)
    assert "What I can do for you" in await follows(ada, link)


async def test_somebody_who_has_joined_already_does_not_become_somebody_else_by_their_link(cast: Cast) -> None:
    ada, bea = await cast.participant("Ada"), await cast.person("Bea", Role.PARTICIPANT)
    link = payload(cast, bea.code)
    await ada.arrives(link)
    assert (await ada.account()).person_id == (ada.on_roster.id if ada.on_roster else None)
    assert "Welcome, Bea" not in words(person_of(ada))
    assert "Welcome, Bea" in await follows(bea, link)


async def test_a_link_has_its_seven_days_and_ends_with_the_next_code(cast: Cast) -> None:
    dora, ada = await cast.member("Dora", Role.DIRECTOR), await cast.person("Ada", Role.PARTICIPANT)
    first = payload(cast, ada.code)
    await dora.says("new code for Ada")
    second = link_in(words(person_of(dora)))
    assert "That code doesn’t work" in await follows(ada, first)
    await cast.reach(timedelta(days=8))
    assert "That code doesn’t work" in await follows(ada, second)


async def test_the_director_on_slack_is_shown_a_link_for_telegram_that_joins(both: Cast) -> None:
    ada, dora = await both.person("Ada", Role.PARTICIPANT), await both.person("Dora", Role.DIRECTOR)
    there = await on_slack_too(both, dora)
    await there.presses("I agree")
    await there.says("new code for Ada")
    there.sees("On Telegram, this link does the same")
    link = link_in(there.screen)
    assert "Welcome, Ada" in await follows(ada, link)


async def test_without_a_link_a_stranger_is_told_what_it_is_and_joins_by_typing_the_code(
    cast: Cast, telegram: FakeTelegram
) -> None:
    ada = await cast.person("Ada", Role.PARTICIPANT)
    said = await follows(ada, "")
    assert "I’m a bot, not a person" in said
    assert "Telegram itself can see what we write to each other" in said
    assert len(said.split()) < 80
    await ada.says(f"/join {ada.code.lower()}")
    assert "Welcome, Ada" in words(person_of(ada))
    assert ada.own_lines == ["/start"]


# ---------------------------------------------------------------- one person on both


async def linked(cast: Cast, *, from_slack: bool, by_link: bool = False) -> tuple[Player, Player]:
    """Ada on Telegram and on Slack, linked by a code made on one and typed on the other, and a press on each."""
    ada = await cast.person("Ada", Role.PARTICIPANT)
    other = await cast.stranger("Okafor", ada, cast.further_stages[0])
    first, second = (other, ada) if from_slack else (ada, other)
    await first.says(ada.code)
    await first.presses("I agree")
    await first.says("link")
    if by_link:
        await second.arrives(link_in(first.screen))
    else:
        code = re.search(r"link [0-9A-Z]{4}-[0-9A-Z]{4}", first.screen)
        assert code is not None
        await second.says(code.group())
    for player in (first, second):
        player_sees_both(player)
    await second.presses("This is me")
    await first.presses("This is me")
    return ada, other


def player_sees_both(player: Player) -> None:
    question = player.screen[player.screen.index("Are these both you?") :]
    assert "“Ada” on Telegram" in question
    assert "“Okafor” on Slack" in question


@pytest.mark.parametrize("from_slack", [True, False])
async def test_a_code_made_on_one_and_typed_on_the_other_makes_them_one(both: Cast, from_slack: bool) -> None:
    ada, other = await linked(both, from_slack=from_slack)
    assert (await ada.account()).person_id == (await other.account()).person_id is not None
    await ada.says("reflect: the lapwing")
    await other.says("my notes")
    other.sees("the lapwing")


async def test_a_link_made_on_slack_brings_the_code_to_telegram_and_still_asks_on_both(both: Cast) -> None:
    ada, other = await linked(both, from_slack=True, by_link=True)
    assert (await ada.account()).person_id == (await other.account()).person_id is not None


async def test_who_has_blocked_it_is_reached_on_slack_until_they_are_back(both: Cast) -> None:
    ada, other = await linked(both, from_slack=False)
    await person_of(ada).blocks()
    await both.settle()
    assert not (await ada.account()).reachable
    await owe(ada, "Module 2 begins tomorrow.")
    assert "Module 2 begins tomorrow." in other.screen
    await person_of(ada).unblocks()
    await both.settle()
    assert (await ada.account()).reachable
    assert "Module 2" not in words(person_of(ada))


async def test_who_turns_out_to_have_blocked_it_while_it_is_sent_is_reached_on_slack(both: Cast) -> None:
    ada, other = await linked(both, from_slack=False)
    stage_of(both).fake.world.private(person_of(ada).id).members[stage_of(both).fake.bot_id] = "kicked"
    await owe(ada, "Module 2 begins tomorrow.")
    assert "Module 2 begins tomorrow." in other.screen
    assert not (await ada.account()).reachable


async def test_who_has_no_other_account_gets_what_is_owed_when_they_are_back(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    await person_of(ada).blocks()
    await cast.settle()
    await owe(ada, "Module 2 begins tomorrow.")
    assert "Module 2" not in words(person_of(ada))
    await ada.arrives()
    await cast.reach(timedelta(hours=1))
    assert "What I can do for you" in words(person_of(ada))
    assert (await ada.account()).reachable


async def test_a_stranger_who_blocks_it_is_nobody_that_it_remembers(cast: Cast, telegram: FakeTelegram) -> None:
    zoe = telegram.person("Zoe")
    await zoe.blocks()
    await zoe.unblocks()
    await cast.settle()
    assert said_to(zoe) == []
    async with cast.app.database.unit() as unit:
        assert await unit.people.at("telegram", "", str(zoe.id)) is None


# ---------------------------------------------------------------- names


async def test_a_name_is_shown_as_it_is_whatever_is_in_it(cast: Cast, telegram: FakeTelegram) -> None:
    ada = await cast.participant("Ada")
    other = telegram.person("<b>*Ada*</b>", last_name="& Söhne _x_ 👩‍🏫")
    await ada.says("link")
    code = re.search(r"link [0-9A-Z]{4}-[0-9A-Z]{4}", words(person_of(ada)))
    assert code is not None
    await other.types(code.group())
    await cast.settle()
    for person in (person_of(ada), other):
        assert "“<b>*Ada*</b> & Söhne _x_ 👩‍🏫” on Telegram" in words(person)


async def test_people_of_one_name_are_told_apart_by_their_accounts(cast: Cast, telegram: FakeTelegram) -> None:
    ada = await cast.participant("Ada")
    await ada.says("reflect: the lapwing")
    other = telegram.person("Ada", username="ada")
    await other.types("my notes")
    await cast.settle()
    assert "type the joining code you were sent" in words(other)
    assert "lapwing" not in words(other)


# ---------------------------------------------------------------- the menu


def menu(player: Player) -> list[str]:
    return [*person_of(player).menu]


async def test_each_is_shown_what_is_open_to_them_and_it_is_set_once(cast: Cast, telegram: FakeTelegram) -> None:
    zoe = await cast.stranger("Zoe")
    await zoe.says("hello")
    assert menu(zoe) == STRANGERS
    ada, dora = await cast.newcomer("Ada", Role.PARTICIPANT), await cast.newcomer("Dora", Role.DIRECTOR)
    assert {"reflect", "notes", "link"} <= {*menu(ada)}
    assert "roster" not in menu(ada)
    assert {"roster", "reflect"} <= {*menu(dora)}
    assert all(person_of(ada).menu.values())
    often = len(telegram.called("setMyCommands"))
    for _ in range(3):
        await ada.says("help")
        await ada.says("/help")
    await cast.restart()
    await ada.says("help")
    assert len(telegram.called("setMyCommands")) == often + 2  # those that are common to all, at the start
    assert menu(zoe) == STRANGERS


async def test_everything_on_the_menu_does_something(cast: Cast) -> None:
    dora = await cast.newcomer("Dora", Role.DIRECTOR)
    for command in menu(dora):
        await dora.says(f"/{command}")
        assert dora.latest, command
        assert not any("I’m not sure" in message.text for message in dora.latest), command
        await dora.says("cancel")


async def test_with_a_further_role_there_is_more_on_it_once_they_speak(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    assert ada.on_roster is not None
    async with cast.app.database.unit() as unit:
        await unit.cohorts.enrol(ada.on_roster.id, cast.cohort.id, Role.DIRECTOR)
        await unit.cohorts.activate(ada.on_roster.id)
    assert "roster" not in menu(ada)
    await ada.says("help")
    assert "roster" in menu(ada)


async def test_after_the_account_is_disconnected_it_is_a_strangers_again(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    await ada.says("accounts")
    await ada.presses("Disconnect this one")
    await ada.presses("Yes, disconnect it")
    await ada.says("hello")
    assert menu(ada) == STRANGERS


@pytest.mark.parametrize("kind", ["500", "drop", "error"])
async def test_where_it_can_not_be_set_nothing_is_lost(
    cast: Cast, telegram: FakeTelegram, kind: Literal["500", "drop", "error"]
) -> None:
    ada = await cast.person("Ada", Role.PARTICIPANT)
    telegram.trouble("setMyCommands", kind)
    await ada.says(ada.code)
    await cast.reach(timedelta(minutes=10))
    assert words(person_of(ada)).count("Welcome, Ada") == 1
    assert "could not show" not in words(person_of(ada))
    await ada.presses("I agree")
    await ada.says("reflect: the lapwing")
    ada.sees("Kept, until")
    if kind != "error":
        assert "reflect" in menu(ada)
