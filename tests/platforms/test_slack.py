"""What Slack alone can do, and what is to be borne there: the whole bot, slack-bolt and all, at a Slack of our own."""

import re

import pytest

from bot.chat.messages import Button, File, Message, Picture, Press
from bot.chat.router import Router
from bot.chat.turns import Turn
from storage.shared.people import Role
from tests.canary import nowhere_but
from tests.cast import Cast
from tests.platforms.on_slack import person_of, words
from tests.platforms.scripted import png
from tests.platforms.slack.screen import screen_words
from tests.platforms.slack.server import FakeSlack
from tests.player import Player

CANARY = "the otter under the bridge"


@pytest.fixture
def routers() -> tuple[Router, ...]:
    return (router,)


router = Router("try")
LONG = Press("try.long")
CHANGE = Press("try.change")


@router.pressed(LONG, opens=True)
async def long(turn: Turn) -> None:
    """Something private that no one window holds."""
    await turn.say(Message("\n\n".join(f"{CANARY} {n} " + "and on " * 400 for n in range(120)), private=True))


@router.intent("try_files", "Try files", "send me files")
async def send_files(turn: Turn) -> None:
    picture = Picture(png(20, 10), "Four modules of six are behind you.", "modules.png")
    await turn.say(Message("Here they are.", attachments=(picture, File(b"some words", "words.txt", "A few words."))))


@router.intent("try_change", "Try a change", "show me what changes")
async def show_change(turn: Turn) -> None:
    await turn.say(Message("Not yet changed", buttons=(Button("Change", CHANGE()),)))


@router.pressed(CHANGE)
async def change(turn: Turn) -> None:
    await turn.replace("Changed")


@router.intent("try_button", "Try a button", "show me a button")
async def show_button(turn: Turn) -> None:
    await turn.say(Message("A long one", buttons=(Button("Read it", LONG()),)))


# ---------------------------------------------------------------- ways to say something


async def test_a_mention_is_answered_to_whoever_asked_alone_and_in_their_conversation(
    cast: Cast, fake: FakeSlack
) -> None:
    ada, ben = await cast.participant("Ada"), await cast.participant("Ben")
    team = fake.channel("C0TEAM", members=[person_of(ada), person_of(ben)])
    await person_of(ada).mentions(team, "help")
    await cast.settle()
    assert any("What I can do for you" in screen_words(shown) for shown in person_of(ada).ephemerals)
    assert "What I can do for you" in words(person_of(ada))
    assert person_of(ben).ephemerals == []
    assert [message for message in team.shown() if message.from_bot] == []


async def test_nothing_private_is_said_in_a_channel_and_the_question_is_not_quoted(cast: Cast, fake: FakeSlack) -> None:
    ada, ben = await cast.participant("Ada"), await cast.participant("Ben")
    await ada.says(f"/reflect {CANARY}")
    team = fake.channel("C0TEAM", members=[person_of(ada), person_of(ben)])
    for asked in ("my notes", "search my notes for otter", "what was that thing about the heron"):
        await person_of(ada).mentions(team, asked)
        await cast.settle()
    for message in person_of(ada).ephemerals:
        assert "otter" not in screen_words(message)
        assert "heron" not in screen_words(message)
    assert [message for message in team.shown() if message.from_bot] == []
    await nowhere_but(cast, CANARY)


async def test_a_note_written_in_a_channel_is_kept_and_its_author_told_who_can_read_it(
    cast: Cast, fake: FakeSlack
) -> None:
    ada, ben = await cast.participant("Ada"), await cast.participant("Ben")
    team = fake.channel("C0TEAM", members=[person_of(ada), person_of(ben)])
    await person_of(ada).mentions(team, f"reflect: {CANARY}")
    await cast.settle()
    assert "Kept, until" in words(person_of(ada))
    assert "Everybody in that channel can read what you wrote there" in words(person_of(ada))


async def test_who_cannot_go_on_is_answered_in_their_conversation_and_the_channel_sees_not_even_that(
    cast: Cast, fake: FakeSlack
) -> None:
    ada, ben = await cast.participant("Ada"), await cast.participant("Ben")
    team = fake.channel("C0TEAM", members=[person_of(ada), person_of(ben)])
    await person_of(ada).mentions(team, f"I don’t want to live any more, {CANARY}")
    await cast.settle()
    assert "call 999" in words(person_of(ada))
    assert person_of(ada).ephemerals == person_of(ben).ephemerals == []
    assert [message for message in team.shown() if message.from_bot] == []
    await nowhere_but(cast, CANARY, ada)


async def test_a_button_that_only_they_see_is_answered_there_once(cast: Cast, fake: FakeSlack) -> None:
    ada = await cast.participant("Ada")
    team = fake.channel("C0TEAM", members=[person_of(ada)])
    await person_of(ada).mentions(team, "show me what changes")
    await cast.settle()
    await person_of(ada).presses("Change", on=person_of(ada).ephemerals[-1])
    await cast.settle()
    shown = [screen_words(message) for message in person_of(ada).ephemerals if not message.deleted]
    assert shown.count("Changed") == 1
    assert "Changed" in words(person_of(ada))


async def test_a_command_does_what_can_be_typed_elsewhere_and_leaves_no_message(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    before = len(ada.own_lines)
    await ada.says(f"/reflect {CANARY}")
    ada.sees("Kept, until")
    await ada.says("/reflect")
    await ada.fills(text=CANARY, heading=None)
    ada.sees("Kept, until")
    await ada.says("/notes")
    assert person_of(ada).modal is not None
    assert CANARY in screen_words(person_of(ada).modal)
    assert len(ada.own_lines) == before
    await nowhere_but(cast, CANARY, ada)


async def test_words_after_the_command_are_read_as_anywhere(cast: Cast, fake: FakeSlack) -> None:
    ada = await cast.participant("Ada")
    await person_of(ada).commands("/waymark", "what can you do")
    await person_of(ada).commands("/waymark", "")
    await person_of(ada).commands("/waymark", "Who can see what?")
    await cast.settle()
    assert words(person_of(ada)).count("What I can do for you") == 2
    assert "Three honest limits" in words(person_of(ada))


async def test_a_command_in_a_channel_is_answered_there_too_to_them_alone(cast: Cast, fake: FakeSlack) -> None:
    ada = await cast.participant("Ada")
    fake.channel("C0OTHER", members=[person_of(ada)], bot=False)
    await person_of(ada).commands("/waymark", "help", channel="C0OTHER")
    await cast.settle()
    assert any("What I can do for you" in screen_words(shown) for shown in person_of(ada).ephemerals)
    assert "What I can do for you" in words(person_of(ada))


async def test_a_code_is_taken_after_the_command(cast: Cast, fake: FakeSlack) -> None:
    ada = await cast.person("Ada", Role.PARTICIPANT)
    await person_of(ada).commands("/waymark", ada.code)
    await cast.settle()
    assert "Welcome, Ada" in words(person_of(ada))


async def test_shortcuts_write_a_note_and_say_what_is_next(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    await person_of(ada).shortcut("reflect")
    await cast.settle()
    await ada.fills(text=CANARY, heading=None)
    ada.sees("Kept, until")
    await person_of(ada).shortcut("whats_next")
    await cast.settle()
    assert "Nothing waits for you just now" in words(person_of(ada))


async def test_a_message_is_kept_as_a_note_from_its_own_menu(cast: Cast, fake: FakeSlack) -> None:
    ada, ben = await cast.participant("Ada"), await cast.participant("Ben")
    team = fake.channel("C0TEAM", members=[person_of(ada), person_of(ben)])
    await person_of(ben).mentions(team, f"{CANARY} & more <b>")
    ts = next(iter(team.messages))
    await person_of(ada).message_shortcut("keep", team, ts)
    await cast.settle()
    assert "Kept, until" in words(person_of(ada))
    await ada.says("my notes")
    ada.sees(CANARY)


async def test_a_thread_is_answered_in_the_thread(cast: Cast) -> None:
    ada = await cast.newcomer("Ada", Role.PARTICIPANT)
    root = [message for message in person_of(ada).dm if message.from_bot][-1]
    await person_of(ada).types("help", thread=root.ts)
    await cast.settle()
    assert [message.thread_ts for message in person_of(ada).dm if "What I can do" in message.text] == [root.ts]


# ---------------------------------------------------------------- what is private


async def test_private_words_never_leave_as_a_message(cast: Cast, fake: FakeSlack) -> None:
    ada = await cast.participant("Ada")
    await ada.says("/reflect")
    await ada.fills(text=CANARY, heading="The otter")
    for asked in ("my notes", "search my notes for otter", "drafts"):
        await ada.says(asked)
    await ada.says("my notes")
    await ada.presses("The otter")
    ada.sees(CANARY)
    await ada.presses("Change it")
    await ada.fills(text=f"{CANARY} again")
    sent = [call.args for call in fake.calls if call.method.startswith("chat.")]
    assert sent
    assert "otter" not in repr(sent)
    assert "otter" in repr([call.args for call in fake.calls if call.method.startswith("views.")])


async def test_something_long_and_private_is_shown_in_pages(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    await ada.says("show me a button")
    await ada.presses("Read it")
    ada.sees(f"{CANARY} 0 ")
    pages = 1
    while more := re.search(r"\[(More \(page \d+ of \d+\))\]", screen_words(person_of(ada).modal)):
        await ada.presses(more[1])
        pages += 1
    assert pages > 1
    ada.sees(f"{CANARY} 119 ")
    await ada.presses(next(label for label in _labels(ada) if label.startswith("Earlier")))
    ada.does_not_see(f"{CANARY} 119 ")


def _labels(player: Player) -> list[str]:
    return re.findall(r"\[(.*?)\]", screen_words(person_of(player).modal))


async def test_only_a_random_id_is_in_the_metadata(cast: Cast, fake: FakeSlack) -> None:
    ada = await cast.participant("Ada")
    await ada.says("help")
    for sent in fake.called("chat.postMessage"):
        assert set(sent["metadata"]["event_payload"]) == {"id"}
        assert re.fullmatch(r"[\w.-]+", sent["metadata"]["event_payload"]["id"])


async def test_who_types_a_note_is_told_what_stays_and_how_to_delete_it(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    await ada.says(f"reflect: {CANARY}")
    ada.sees("Kept, until", "your own message is still above", "Delete message", "/waymark reflect")
    await ada.says(f"/reflect {CANARY}")
    ada.sees("Kept, until")
    assert "still above" not in "".join(message.text for message in ada.latest)


# ---------------------------------------------------------------- pictures and files


async def test_pictures_come_with_their_alt_text_and_files_with_their_names(cast: Cast, fake: FakeSlack) -> None:
    ada = await cast.participant("Ada")
    await ada.says("send me files")
    files = [file for message in person_of(ada).dm for file in message.files]
    assert [(file.name, file.alt) for file in files] == [
        ("modules.png", "Four modules of six are behind you."),
        ("words.txt", ""),
    ]
    assert files[1].data == b"some words"
