"""Groups on Telegram: the bot says there what is fit for everybody, and the rest in private."""

import asyncio

import pytest

from handlers.groups import GREETING
from handlers.help import IN_A_GROUP
from storage.shared.people import Role
from tests.canary import nowhere_but
from tests.cast import Cast, Way
from tests.platforms.on_any import turns, until
from tests.platforms.on_telegram import ON_TELEGRAM, person_of, said_to, stage_of, words, words_in
from tests.platforms.telegram.groups import Group
from tests.platforms.telegram.server import FakeTelegram
from tests.player import Player

CANARY = "the plover on the mudflat"
POINTER = "I’ve answered in our own chat, as this is a group.\n[Open our chat]"
SETTINGS = "Your settings"
SEEN = "What others see of you in groups"


@pytest.fixture
def way() -> Way:
    return ON_TELEGRAM


async def team_of(cast: Cast, *players: Player, supergroup: bool = False) -> Group:
    """A group of these, into which the first has brought the bot."""
    people = [person_of(player) for player in players]
    group = stage_of(cast).fake.group("Team", people, supergroup=supergroup)
    await group.adds_bot(people[0])
    await cast.settle()
    return group


async def says_in(group: Group, player: Player, text: str, reply_to: int | None = None) -> None:
    await person_of(player).types(text, group, reply_to=reply_to)
    await player.cast.settle()


def from_the_bot(group: Group) -> list[str]:
    return [message.text for message in group.chat if message.from_bot]


# ---------------------------------------------------------------- arriving


async def test_brought_into_a_group_it_says_what_it_is_and_tells_who_brought_it_what_others_see(cast: Cast) -> None:
    ada, bea = await cast.participant("Ada"), await cast.participant("Bea")
    team = await team_of(cast, ada, bea)
    assert from_the_bot(team) == [GREETING]
    assert words(person_of(ada)).count(SEEN) == 1
    assert "Phone Number" in words(person_of(ada))
    assert SEEN not in words(person_of(bea))
    await says_in(team, ada, "/settings")
    second = await team_of(cast, ada)
    assert from_the_bot(second) == [GREETING]
    assert words(person_of(ada)).count(SEEN) == 1


async def test_who_first_speaks_to_it_in_a_group_is_told_once_what_others_see(cast: Cast) -> None:
    ada, bea = await cast.participant("Ada"), await cast.participant("Bea")
    team = await team_of(cast, ada, bea)
    for _ in range(2):
        await says_in(team, bea, "/settings")
    assert words(person_of(bea)).count(SEEN) == 1
    assert SEEN not in words_in(team)


async def test_who_has_looked_before_the_first_group_is_not_told_again(cast: Cast) -> None:
    ada = await cast.newcomer("Ada", Role.PARTICIPANT)
    await ada.presses("What others see of me")
    ada.sees(SEEN, "Last Seen & Online")
    team = await team_of(cast, ada)
    await says_in(team, ada, "/settings")
    assert words(person_of(ada)).count("Last Seen & Online") == 1


async def test_a_stranger_who_brings_it_into_a_group_hears_the_greeting_alone(
    cast: Cast, telegram: FakeTelegram
) -> None:
    zoe = await cast.stranger("Zoe")
    team = await team_of(cast, zoe)
    assert from_the_bot(team) == [GREETING]
    assert said_to(person_of(zoe)) == []


@pytest.mark.parametrize(
    ("code", "refusal"),
    [
        (400, "Bad Request: not enough rights to send text messages to the chat"),
        (403, "Forbidden: bot was kicked from the group chat"),
    ],
)
async def test_where_it_may_not_write_nobody_becomes_unreachable_and_all_else_is_said_in_private(
    cast: Cast, telegram: FakeTelegram, code: int, refusal: str
) -> None:
    ada = await cast.participant("Ada")
    telegram.trouble("sendMessage", "error", code=code, description=refusal)
    team = await team_of(cast, ada)
    assert from_the_bot(team) == []
    assert (await ada.account()).reachable
    assert words(person_of(ada)).count(SEEN) == 1
    assert "could not show" not in words(person_of(ada))


async def test_shut_out_of_the_group_since_it_answers_in_private_all_the_same(
    cast: Cast, telegram: FakeTelegram
) -> None:
    ada = await cast.participant("Ada")
    team = await team_of(cast, ada)
    await cast.stop()
    await person_of(ada).types("/settings", team)
    team.place.members[telegram.bot_id] = "kicked"
    await cast.start()
    await telegram.emptied()
    await cast.settle()
    assert words(person_of(ada)).count(SETTINGS) == 1
    assert (await ada.account()).reachable
    assert from_the_bot(team) == [GREETING]


# ---------------------------------------------------------------- being asked


@pytest.mark.parametrize(
    "asked",
    ["/settings", "/settings@WaymarkBot", "@WaymarkBot settings", "settings @waymarkbot", "/notes", "@WaymarkBot"],
)
async def test_what_is_asked_in_a_group_is_answered_in_private_with_one_pointer(cast: Cast, asked: str) -> None:
    ada, bea = await cast.participant("Ada"), await cast.participant("Bea")
    team = await team_of(cast, ada, bea)
    there = len(said_to(person_of(ada)))
    await says_in(team, ada, asked)
    assert len(said_to(person_of(ada))) == there + 1
    assert from_the_bot(team)[1:] == [POINTER.partition("\n")[0]]
    assert words_in(team).endswith(POINTER)
    assert not any(message.previewed for message in team.chat if message.from_bot)


async def test_the_pointer_leads_into_the_private_chat(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    team = await team_of(cast, ada)
    await says_in(team, ada, "/settings")
    await person_of(ada).presses("Open our chat")
    await cast.settle()
    assert SETTINGS in words(person_of(ada))
    assert said_to(person_of(ada))[-1].text.startswith("What I can do for you")
    assert "link doesn’t work" not in words(person_of(ada))


async def test_a_reply_to_the_bot_is_heard_and_other_talk_is_not(cast: Cast) -> None:
    ada, bea = await cast.participant("Ada"), await cast.participant("Bea")
    team = await team_of(cast, ada, bea)
    heard = len(await turns(cast))
    greeting = next(message for message in team.chat if message.from_bot)
    for talk in (
        CANARY,
        "settings",
        "/settings@AnotherBot",
        "@WaymarkBotFan settings",
        "@AnotherBot settings",
        "waymark, settings",
    ):
        await says_in(team, ada, talk)
    assert len(await turns(cast)) == heard
    await says_in(team, bea, "settings", reply_to=greeting.message_id)
    assert words(person_of(bea)).count(SETTINGS) == 1
    assert len(from_the_bot(team)) == 2
    await nowhere_but(cast, CANARY)


async def test_with_privacy_mode_off_other_talk_is_not_heard_either(cast: Cast, telegram: FakeTelegram) -> None:
    ada = await cast.participant("Ada")
    team = telegram.group("Team", [person_of(ada)])
    await team.adds_bot(person_of(ada), admin=True)
    await cast.settle()
    heard = len(await turns(cast))
    for talk in (CANARY, "settings", "/settings@AnotherBot", "reflect: something"):
        assert (await person_of(ada).types(talk, team)).acknowledged
    await cast.settle()
    assert len(await turns(cast)) == heard
    assert from_the_bot(team) == [GREETING]
    await nowhere_but(cast, CANARY)


async def test_nothing_private_is_said_in_a_group(cast: Cast) -> None:
    ada, bea = await cast.participant("Ada"), await cast.participant("Bea")
    await ada.says(f"reflect: {CANARY}")
    team = await team_of(cast, ada, bea)
    for asked in ("/notes", "@WaymarkBot my notes", "@WaymarkBot search my notes for plover", "/roster", "/accounts"):
        await says_in(team, ada, asked)
    assert CANARY in words(person_of(ada))
    assert CANARY not in words_in(team)
    assert set(from_the_bot(team)) == {GREETING, POINTER.partition("\n")[0]}
    await nowhere_but(cast, CANARY, ada)


async def test_a_note_written_in_a_group_is_kept_and_its_author_told_who_can_read_it(cast: Cast) -> None:
    ada, bea = await cast.participant("Ada"), await cast.participant("Bea")
    team = await team_of(cast, ada, bea)
    await says_in(team, ada, f"/reflect {CANARY}")
    assert "Kept, until" in words(person_of(ada))
    assert "Everybody in that group can read what you wrote there" in words(person_of(ada))
    assert "Kept" not in words_in(team)


async def test_who_cannot_go_on_is_answered_in_private_and_the_group_sees_not_even_that(cast: Cast) -> None:
    ada, bea = await cast.participant("Ada"), await cast.participant("Bea")
    team = await team_of(cast, ada, bea)
    await says_in(team, ada, f"@WaymarkBot I don’t want to live any more, {CANARY}")
    assert "call 999" in words(person_of(ada))
    assert from_the_bot(team) == [GREETING]
    assert "999" not in words(person_of(bea))


async def test_a_stranger_gets_the_pointer_alone(cast: Cast) -> None:
    ada, zoe = await cast.participant("Ada"), await cast.stranger("Zoe")
    team = await team_of(cast, ada, zoe)
    await says_in(team, zoe, "/settings")
    assert said_to(person_of(zoe)) == []
    assert from_the_bot(team)[1:] == [POINTER.partition("\n")[0]]
    await person_of(zoe).presses("Open our chat")
    await cast.settle()
    assert "Hello, I’m Waymark" in words(person_of(zoe))


async def test_a_joining_code_said_in_a_group_works_and_nobody_is_shown_who_joined(cast: Cast) -> None:
    ada, bea = await cast.participant("Ada"), await cast.person("Bea", Role.PARTICIPANT)
    team = await team_of(cast, ada, bea)
    await person_of(bea).starts()
    await says_in(team, bea, f"@WaymarkBot {bea.code}")
    assert "Welcome, Bea" in words(person_of(bea))
    assert "Bea" not in words_in(team)


# ---------------------------------------------------------------- questions and buttons


async def test_words_in_a_group_are_no_answer_to_a_question_that_is_open(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    team = await team_of(cast, ada)
    await ada.says("/reflect")
    ada.sees("What would you like to keep?")
    await says_in(team, ada, f"@WaymarkBot {CANARY}")
    await says_in(team, ada, "/cancel@WaymarkBot")
    await ada.says("My answer")
    await ada.says("skip")
    await ada.presses("Save")
    ada.sees("Kept, until")
    await ada.presses("Open it")
    ada.sees("My answer")
    await nowhere_but(cast, CANARY)


async def test_words_in_a_group_are_no_press_of_a_button_that_was_offered_in_private(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    team = await team_of(cast, ada)
    await ada.says("accounts")
    await says_in(team, ada, "@WaymarkBot disconnect this one")
    await says_in(team, ada, "@WaymarkBot 1")
    assert "Disconnect this account?" not in words(person_of(ada))


async def test_a_button_pressed_in_a_group_is_answered_in_private_and_changes_nothing_there(
    cast: Cast, telegram: FakeTelegram
) -> None:
    """The bot puts none there; but whoever tampers with their app can send one."""
    ada, bea = await cast.participant("Ada"), await cast.participant("Bea")
    team = await team_of(cast, ada, bea)
    await bea.says("my notes")
    greeting = next(message for message in team.chat if message.from_bot)
    await person_of(bea).presses_data("intent.want:settings", on=greeting)
    await cast.settle()
    assert words(person_of(bea)).count(SETTINGS) == 1
    assert person_of(bea).unanswered == []
    assert from_the_bot(team)[0] == GREETING
    assert all(greeting.labels == [] for greeting in team.chat if greeting.text == GREETING)


# ---------------------------------------------------------------- what happens to groups


async def test_a_group_that_becomes_a_supergroup_is_followed(cast: Cast) -> None:
    ada, bea = await cast.participant("Ada"), await cast.participant("Bea")
    team = await team_of(cast, ada, bea)
    heard = len(await turns(cast))
    await team.migrates()
    await cast.settle()
    assert len(await turns(cast)) == heard
    await says_in(team, ada, "/settings")
    assert from_the_bot(team)[-1] == POINTER.partition("\n")[0]
    assert words(person_of(ada)).count(SETTINGS) == 1


async def test_what_was_asked_just_before_it_became_a_supergroup_is_answered_there(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    team = await team_of(cast, ada)
    await cast.stop()
    await person_of(ada).types("/settings", team)
    old = team.place
    migrating = asyncio.create_task(team.migrates())  # which the bot is told of once it has been told what was asked
    await until(lambda: team.place is not old)
    old.migrated_to = team.id
    await cast.start()
    await migrating
    await cast.settle()
    assert words(person_of(ada)).count(SETTINGS) == 1
    assert words_in(team).endswith(POINTER)


async def test_a_photo_for_the_bot_in_a_group_is_kept_and_its_author_told_who_can_see_it(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    team = await team_of(cast, ada)
    await person_of(ada).sends_photo(b"\xff\xd8\xff a whiteboard", "@WaymarkBot what we drew", chat=team)
    await cast.settle()
    assert "Kept: photo, until" in words(person_of(ada))
    assert "Everybody in that group can read what you wrote there" in words(person_of(ada))
    assert "Kept" not in words_in(team)


async def test_a_channel_and_whoever_speaks_as_a_group_are_nobody(cast: Cast, telegram: FakeTelegram) -> None:
    ada, bea = await cast.participant("Ada"), await cast.participant("Bea")
    team = await team_of(cast, ada, bea, supergroup=True)
    heard = len(await turns(cast))
    news = telegram.channel("News", [person_of(ada)])
    await news.posts("/settings @WaymarkBot")
    await person_of(ada).types("/settings@WaymarkBot", team, anonymously=True)
    await team.renames("The team", person_of(ada))
    await team.adds(person_of(await cast.stranger("Zoe")), person_of(ada))
    await team.loses(person_of(bea))
    await cast.settle()
    assert len(await turns(cast)) == heard
    assert from_the_bot(team) == [GREETING]
    assert [message for message in news.chat if message.from_bot] == []


async def test_in_a_group_only_help_is_on_the_menu(cast: Cast, telegram: FakeTelegram) -> None:
    await cast.member("Dora", Role.DIRECTOR)
    [menu] = [commands for (scope, *_), commands in telegram.world.menus.items() if scope == "all_group_chats"]
    assert [command["command"] for command in menu] == ["help"]


async def test_what_comes_twice_is_pointed_to_once(cast: Cast, telegram: FakeTelegram) -> None:
    ada = await cast.participant("Ada")
    team = await team_of(cast, ada)
    telegram.twice = True
    await says_in(team, ada, "/settings")
    assert len(from_the_bot(team)) == 2
    assert words(person_of(ada)).count(SETTINGS) == 1


async def test_what_it_is_and_where_it_answers_is_said_to_the_whole_group(cast: Cast) -> None:
    ada, bea = await cast.participant("Ada"), await cast.participant("Bea")
    team = await team_of(cast, ada, bea)
    before = words(person_of(bea))
    await says_in(team, bea, "/help")
    assert from_the_bot(team)[1] == IN_A_GROUP
    assert SEEN in words(person_of(bea)).removeprefix(before)
