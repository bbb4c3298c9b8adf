"""What people meet on Telegram: a conversation whose messages change in their place, with buttons that are answered."""

import pytest

from bot.chat.messages import Button, File, Message, Picture, Press
from bot.chat.router import Router
from bot.chat.turns import Turn
from storage.shared.people import Role
from tests.cast import Cast, Way
from tests.platforms.on_any import turns, until
from tests.platforms.on_telegram import ON_TELEGRAM, person_of, said_to, words
from tests.platforms.scripted import png
from tests.platforms.telegram.people import Person
from tests.platforms.telegram.screen import screen_words
from tests.platforms.telegram.server import FakeTelegram
from tests.platforms.telegram.world import TelegramMessage
from tests.visible import visible

router = Router("try")
COUNT = Press("try.count", int)
SAME = Press("try.same")

LINE = "“<b>*Ada* & Bea</b>” 👩‍🏫 said at https://example.org/?a=1&b=2 that 1 < 2 _and_ so on. "


@router.intent("try_buttons", "Try buttons", "show me buttons")
async def show_buttons(turn: Turn) -> None:
    await turn.say(Message("Nothing yet", buttons=(Button("Count", COUNT(1)), Button("Same", SAME()))))


@router.pressed(COUNT)
async def count(turn: Turn, number: int) -> None:
    await turn.replace(Message(f"Counted {number}", buttons=(Button("Count", COUNT(number + 1)),)))


@router.pressed(SAME)
async def same(turn: Turn) -> None:
    await turn.replace("It is the same")


@router.intent("try_long", "Try something long", "say something long")
async def say_long(turn: Turn) -> None:
    paragraphs = [
        f"**{number}**. *Yes*: [a link](https://example.org/{number}?a=1&b=2) {LINE * 9}" for number in range(9)
    ]
    await turn.say(Message("\n\n".join(paragraphs), title="Long & wide", buttons=(Button("Count", COUNT(1)),)))


@router.intent("try_files", "Try files", "send me files")
async def send_files(turn: Turn) -> None:
    picture = Picture(png(20, 10), "Four modules of six are behind you.", "modules.png")
    await turn.say(Message("Here they are.", attachments=(picture, File(b"some words", "words.txt", "A few words."))))


@pytest.fixture
def way() -> Way:
    return ON_TELEGRAM


@pytest.fixture
def routers() -> tuple[Router, ...]:
    return (router,)


def last(person: Person) -> TelegramMessage:
    return said_to(person)[-1]


async def answered(person: Person) -> None:
    """The buttons that this person pressed turn no more."""
    await until(lambda: not person.unanswered)


# ---------------------------------------------------------------- buttons


async def test_a_press_is_answered_and_its_message_changes_in_its_place(cast: Cast, telegram: FakeTelegram) -> None:
    ada = await cast.participant("Ada")
    await ada.says("show me buttons")
    before = said_to(person_of(ada))
    for _ in range(2):
        await ada.presses("Count")
    await answered(person_of(ada))
    assert screen_words(last(person_of(ada))) == "Counted 2\n[Count]"
    assert [message.message_id for message in said_to(person_of(ada))] == [message.message_id for message in before]
    assert person_of(ada).toasts == []


async def test_a_press_that_comes_twice_is_answered_once_and_done_once(cast: Cast, telegram: FakeTelegram) -> None:
    ada = await cast.newcomer("Ada", Role.PARTICIPANT)
    await ada.says("show me buttons")
    done = len(telegram.called("answerCallbackQuery"))
    telegram.twice = True
    await ada.presses("Count")
    await answered(person_of(ada))
    assert screen_words(last(person_of(ada))) == "Counted 1\n[Count]"
    assert len(telegram.called("editMessageText")) == 2  # the agreement, and this
    assert len(telegram.called("answerCallbackQuery")) == done + 1


async def test_words_that_come_twice_are_answered_once(cast: Cast, telegram: FakeTelegram) -> None:
    ada = await cast.participant("Ada")
    telegram.twice = True
    await ada.says("help")
    assert words(person_of(ada)).count("What I can do for you") == 1


async def test_the_same_pressed_twice_is_said_once(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    await ada.says("show me buttons")
    old, there = last(person_of(ada)), len(said_to(person_of(ada)))
    for _ in range(2):
        await person_of(ada).presses("Same", on=old)
        await cast.settle()
    await answered(person_of(ada))
    assert screen_words(last(person_of(ada))) == "It is the same"
    assert len(said_to(person_of(ada))) == there


async def test_a_button_of_an_old_message_does_its_work_however_late_it_is_pressed(
    cast: Cast, telegram: FakeTelegram
) -> None:
    ada = await cast.participant("Ada")
    await ada.says("show me buttons")
    await ada.says("help")
    await cast.reach(cast.clock.now().replace(month=3))
    telegram.query_life = 0.0  # too late to stop it turning
    await ada.presses("Same")
    assert words(person_of(ada)).count("It is the same") == 1
    assert "wrong" not in words(person_of(ada))


async def test_what_was_deleted_is_said_anew(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    await ada.says("show me buttons")
    old = last(person_of(ada))
    await person_of(ada).deletes(old.message_id)
    await person_of(ada).presses("Count", on=old)
    await cast.settle()
    assert screen_words(last(person_of(ada))) == "Counted 1\n[Count]"
    assert last(person_of(ada)).message_id > old.message_id


@pytest.mark.parametrize(
    "data",
    [
        "of:another:bot",
        "try.count",
        "try.count:x",
        "try.count:1:2",
        "try.count:99999999999999",
        "1",
        "{}",
        "\x00",
        "😀" * 16,
    ],
)
async def test_a_button_of_another_bot_or_of_an_older_one_says_so_and_is_answered(cast: Cast, data: str) -> None:
    ada = await cast.participant("Ada")
    await ada.presses_data(data)
    await answered(person_of(ada))
    ada.sees("That button doesn’t work any more")


async def test_what_can_be_pressed_can_be_typed_by_label_or_number(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    await ada.says("show me buttons")
    await ada.says("count")
    ada.sees("Counted 1")
    await ada.says("1")
    ada.sees("Counted 2")


# ---------------------------------------------------------------- words


@pytest.mark.parametrize(
    "typed", ["/help", "/help@WaymarkBot", "/help@waymarkbot", "@WaymarkBot help", "What can you do?"]
)
async def test_a_command_reads_the_same_however_it_is_addressed(cast: Cast, typed: str) -> None:
    ada = await cast.participant("Ada")
    await ada.says(typed)
    ada.sees("What I can do for you")


async def test_something_long_comes_in_pieces_with_its_buttons_below(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    there = len(said_to(person_of(ada)))
    await ada.says("say something long")
    pieces = said_to(person_of(ada))[there:]
    assert len(pieces) > 2
    assert [bool(piece.labels) for piece in pieces] == [False] * (len(pieces) - 1) + [True]
    whole = "".join(piece.text for piece in pieces)
    assert visible(whole).count(visible(LINE.replace("*Ada*", "Ada").replace("_and_", "and"))) == 81
    assert [
        one for one in range(9) if f"https://example.org/{one}?a=1&amp;b=2" in "".join(piece.html for piece in pieces)
    ]
    assert not any(message.previewed for message in said_to(person_of(ada)))


async def test_what_takes_the_place_of_a_long_message_takes_all_of_it(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    there = said_to(person_of(ada))
    await ada.says("say something long")
    await ada.presses("Count")
    assert screen_words(last(person_of(ada))) == "Counted 1\n[Count]"
    assert [message.message_id for message in said_to(person_of(ada))[:-1]] == [one.message_id for one in there]


async def test_pictures_come_with_their_words_and_files_with_their_names(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    await ada.says("send me files")
    [picture, file, text] = said_to(person_of(ada))[-3:]
    assert (picture.photo, picture.caption) == (png(20, 10), "Four modules of six are behind you.")
    assert (file.document, file.caption) == (b"some words", "A few words.")
    assert file.file is not None
    assert file.file.name == "words.txt"
    assert text.text == "Here they are."


async def test_a_message_that_was_changed_too_late_says_so_once(cast: Cast, telegram: FakeTelegram) -> None:
    ada = await cast.participant("Ada")
    sent = await person_of(ada).types("help")
    await cast.settle()
    telegram.twice = True
    await person_of(ada).edits(sent.message_id, "settings")
    await cast.settle()
    assert words(person_of(ada)).count("I saw that you changed your message") == 1
    assert "Time zone" not in words(person_of(ada))


# ---------------------------------------------------------------- other things than words


async def test_what_it_can_do_nothing_with_is_said_and_nothing_is_kept(cast: Cast, telegram: FakeTelegram) -> None:
    ada = await cast.participant("Ada")
    person = person_of(ada)
    for send in (
        person.sends_sticker,
        person.sends_location,
        person.sends_contact,
        person.sends_poll,
        person.sends_dice,
        person.sends_video_note,
    ):
        there = len(said_to(person))
        await send()
        await cast.settle()
        [said] = said_to(person)[there:]
        assert "I can keep voice notes, recordings and photos" in said.text, send.__name__
    assert telegram.called("getFile") == []
    await ada.says("my notes")
    ada.sees("no notes")


async def test_words_passed_on_from_elsewhere_are_read_like_any(cast: Cast) -> None:
    ada, bea = await cast.participant("Ada"), await cast.participant("Bea")
    await person_of(ada).forwards("help", person_of(bea))
    await cast.settle()
    assert words(person_of(ada)).count("What I can do for you") == 1
    assert "What I can do for you" not in words(person_of(bea))


async def test_a_file_over_the_limit_is_said_to_be_too_large_and_stays(cast: Cast, telegram: FakeTelegram) -> None:
    ada = await cast.participant("Ada")
    await person_of(ada).sends_document("minutes.mp3", b"x", size=20_000_001)
    await cast.settle()
    assert "of up to 20 MB each" in last(person_of(ada)).text
    assert telegram.called("getFile") == []
    assert [message.file.name for message in person_of(ada).chat if message.file] == ["minutes.mp3"]


async def test_a_reaction_is_nothing_for_the_bot(cast: Cast) -> None:
    ada = await cast.newcomer("Ada", Role.PARTICIPANT)
    heard = len(await turns(cast))
    answer = await person_of(ada).reacts(last(person_of(ada)).message_id, "👍")
    assert answer.why == "not_allowed"
    assert len(await turns(cast)) == heard
