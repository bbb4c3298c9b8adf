"""Whatever shows somebody's own words on Telegram, they can't be passed on, and don't stand there for long."""

from collections.abc import Awaitable, Callable
from datetime import timedelta

import pytest

from tests.canary import nowhere_but
from tests.cast import Cast, Way
from tests.platforms.on_telegram import ON_TELEGRAM, person_of
from tests.platforms.telegram.server import FakeTelegram
from tests.platforms.telegram.world import TelegramMessage
from tests.player import Player

CANARY = "the dipper on the stone"
A_QUARTER = timedelta(minutes=15)
VOICE = b"OggS" + CANARY.encode() * 10
PHOTO = b"\xff\xd8\xff" + CANARY.encode() * 10


@pytest.fixture
def way() -> Way:
    return ON_TELEGRAM


def showing(telegram: FakeTelegram) -> list[TelegramMessage]:
    """The bot's messages that have these words in them: in their text, on a button, or beneath what came with it."""
    everywhere = (message for chat in telegram.world.chats.values() for message in chat.messages.values())
    return [message for message in everywhere if message.from_bot and CANARY in repr(message)]


# ---------------------------------------------------------------- the ways to read


async def lists(ada: Player, _: Player) -> None:
    await ada.says("my notes")


async def searches(ada: Player, _: Player) -> None:
    await ada.says("search my notes for dipper")


async def searches_in_vain(ada: Player, _: Player) -> None:
    await ada.says(f"search my notes for {CANARY} at dawn")


async def opens(ada: Player, _: Player) -> None:
    await ada.presses("Open it")


async def opens_from_the_list(ada: Player, _: Player) -> None:
    await ada.says("my notes")
    await ada.presses(CANARY)
    await ada.presses("My notes")


async def is_asked_before_deleting(ada: Player, _: Player) -> None:
    await ada.presses("Open it")
    await ada.presses("Delete it")
    ada.sees("can’t be brought back")


async def changes(ada: Player, _: Player) -> None:
    await ada.presses("Open it")
    await ada.presses("Change it")


async def gives_a_title(ada: Player, _: Player) -> None:
    await ada.says("/reflect")
    await ada.fills(text="Nobody about", heading=CANARY)
    ada.sees("is kept")


async def looks_once_more(ada: Player, _: Player) -> None:
    await ada.says("/reflect")
    await ada.says(CANARY)
    await ada.says("skip")
    ada.sees("Is this right?")


async def finds_a_draft(ada: Player, _: Player) -> None:
    await ada.says(f"reflect: {f'{CANARY} ' * 1_000}")
    ada.cast.clock.set(ada.cast.clock.now() + timedelta(seconds=10))  # what is said sooner would belong to it
    await ada.says("drafts")
    ada.sees("Your draft")


async def is_shown_it_by_another(ada: Player, bea: Player) -> None:
    await ada.presses("Open it")
    await ada.presses("Share it")
    await ada.fills(reader="Bea", until=None)
    await bea.presses("Read it")
    bea.sees(CANARY)
    await bea.presses("Shared with me")
    bea.sees(CANARY)


async def looks_at_a_photo(ada: Player, _: Player) -> None:
    await person_of(ada).sends_photo(PHOTO, CANARY)
    await ada.cast.settle()
    await ada.presses("Open it")


@pytest.mark.parametrize(
    "reads",
    [
        lists,
        searches,
        searches_in_vain,
        opens,
        opens_from_the_list,
        is_asked_before_deleting,
        changes,
        gives_a_title,
        looks_once_more,
        finds_a_draft,
        is_shown_it_by_another,
        looks_at_a_photo,
    ],
    ids=lambda reads: reads.__name__,
)
async def test_however_it_is_read_back_it_is_protected_and_goes_by_itself(
    cast: Cast, telegram: FakeTelegram, reads: Callable[[Player, Player], Awaitable[None]]
) -> None:
    ada, bea = await cast.participant("Ada"), await cast.participant("Bea")
    await ada.says(f"reflect: {CANARY}")
    assert showing(telegram) == []
    await reads(ada, bea)
    assert showing(telegram)
    assert [message for message in showing(telegram) if not message.protected] == []
    await cast.reach(A_QUARTER)
    assert showing(telegram) == []
    await nowhere_but(cast, CANARY)


@pytest.mark.parametrize(
    ("method", "refusal"),
    [("sendVoice", "Bad Request: VOICE_MESSAGES_FORBIDDEN"), ("sendPhoto", "Bad Request: IMAGE_PROCESS_FAILED")],
)
async def test_what_can_not_be_played_or_shown_comes_as_a_file_protected_all_the_same(
    cast: Cast, telegram: FakeTelegram, method: str, refusal: str
) -> None:
    ada = await cast.participant("Ada")
    sends = person_of(ada).sends_voice if method == "sendVoice" else person_of(ada).sends_photo
    data = VOICE if method == "sendVoice" else PHOTO
    await sends(data)
    await cast.settle()
    telegram.trouble(method, "error", description=refusal)
    await ada.presses("Open it")
    ada.sees("With it:")
    [shown] = showing(telegram)
    assert shown.file is not None
    assert (shown.file.kind, shown.file.data, shown.protected) == ("document", data, True)
    await ada.presses("Put away")
    assert showing(telegram) == []


async def test_put_away_after_two_days_its_words_go_and_what_stays_of_it_is_said(
    cast: Cast, telegram: FakeTelegram
) -> None:
    ada = await cast.participant("Ada")
    await ada.says("never put private text away")
    await ada.says(f"reflect: {f'{CANARY} ' * 500}")
    await ada.presses("Open it")
    await cast.reach(timedelta(days=40))
    await cast.restart()
    await ada.says("put it away")
    assert showing(telegram) == []

    await person_of(ada).sends_voice(VOICE, seconds=3)
    await cast.settle()
    await ada.presses("Open it")
    await cast.reach(timedelta(days=3))
    await ada.says("put it away")
    ada.sees("Put away.", "The recording or picture I can’t take away", "hold it, and choose")
