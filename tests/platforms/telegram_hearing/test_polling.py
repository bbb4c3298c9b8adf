"""The bot asks Telegram: what is confirmed is kept, what is not kept comes again; of several copies one asks."""

import asyncio
from collections.abc import AsyncIterator
from typing import Literal

import pytest
from aiohttp.test_utils import unused_port

from bot.platforms.telegram.adapter import TelegramPlatform
from bot.platforms.telegram.calling import Telegram
from bot.platforms.telegram.inbound import TOLD
from scheduling.clock import SetClock
from scheduling.standing_by import LASTS
from storage.errors import StorageBusy, StorageFull
from storage.shared.unit import SharedDatabase
from tests.platforms.ears import UNREADABLE, Copy, Inbox, calling
from tests.platforms.on_any import until
from tests.platforms.telegram.people import Person
from tests.platforms.telegram.real_bot import raw
from tests.platforms.telegram.server import FakeTelegram
from tests.platforms.tried import NOW


@pytest.fixture
def clock() -> SetClock:
    return SetClock(NOW)


@pytest.fixture
def bot(telegram: Telegram, database: SharedDatabase, clock: SetClock) -> Copy:
    return Copy(telegram, database, clock)


@pytest.fixture
async def asking(bot: Copy, inbox: Inbox) -> AsyncIterator[TelegramPlatform]:
    async with bot.hears(inbox) as platform:
        yield platform


async def test_a_webhook_is_taken_back_and_what_waited_for_it_is_heard(
    fake: FakeTelegram, bot: Copy, inbox: Inbox, ada: Person
) -> None:
    fake.timing.retry_after = (0.01,)
    await raw(fake, "setWebhook", url=f"http://127.0.0.1:{unused_port()}/of-another-day")
    await ada.types("hello")
    async with bot.hears(inbox):
        await fake.emptied()
    assert fake.delivery.webhook is None
    assert inbox.said == ["hello"]


async def test_it_asks_for_what_it_hears_and_for_nothing_else(fake: FakeTelegram, asking: TelegramPlatform) -> None:
    await fake.polled()
    assert fake.delivery.allowed == set(TOLD)


async def test_nothing_is_confirmed_before_it_is_kept(
    fake: FakeTelegram, asking: TelegramPlatform, inbox: Inbox, ada: Person
) -> None:
    inbox.open.clear()
    await ada.types("hello")
    await until(lambda: inbox.came == 1)
    assert fake.pending == 1
    inbox.open.set()
    await fake.emptied()
    assert inbox.said == ["hello"]


@pytest.mark.parametrize("trouble", [StorageFull, StorageBusy])
async def test_the_offset_stops_at_what_could_not_be_kept_and_each_persons_order_stays(
    fake: FakeTelegram, asking: TelegramPlatform, inbox: Inbox, ada: Person, trouble: type[Exception]
) -> None:
    ben = fake.person("Ben")
    inbox.trouble, inbox.trouble_with = trouble(), ("Ada",)
    inbox.open.clear()
    for number in range(3):
        await ben.types(f"ben {number}")
        await ada.types(f"ada {number}")
    inbox.open.set()
    await until(lambda: inbox.said == ["ben 0", "ben 1", "ben 2"])
    await until(lambda: fake.pending == 5)
    inbox.trouble = None
    await fake.emptied()
    assert inbox.said[3:] == ["ada 0", "ada 1", "ada 2"]


async def test_an_update_that_can_not_be_read_is_put_aside_and_the_others_are_heard(
    fake: FakeTelegram, asking: TelegramPlatform, inbox: Inbox, ada: Person, caplog: pytest.LogCaptureFixture
) -> None:
    inbox.open.clear()
    await ada.types("before")
    for odd in UNREADABLE:
        await fake.raw_update({kind: content for kind, content in odd.items() if kind != "update_id"})
    await ada.types("after")
    inbox.open.set()
    await fake.emptied()
    assert inbox.said == ["before", "after"]
    assert "set aside" in caplog.text


async def test_when_telegram_begins_to_count_anew_nothing_is_passed_over(
    fake: FakeTelegram, asking: TelegramPlatform, inbox: Inbox, ada: Person
) -> None:
    ben, cleo = fake.person("Ben"), fake.person("Cleo")
    inbox.open.clear()
    inbox.trouble, inbox.trouble_with = StorageFull(), ("Ada", "Cleo")
    await ben.types("before")
    await until(lambda: inbox.came == 1)
    await ada.types("ada 0")
    fake.restart_update_ids()
    await ben.types("ben 0")
    await cleo.types("cleo 0")
    await ada.types("ada 1")
    inbox.open.set()
    await until(lambda: inbox.said == ["before", "ben 0"])
    await until(lambda: inbox.came > 6)  # what could not be kept has come again
    inbox.trouble = None
    await fake.emptied()
    assert sorted(inbox.said[2:]) == ["ada 0", "ada 1", "cleo 0"]
    assert inbox.said.index("ada 0") < inbox.said.index("ada 1")


async def test_what_was_taken_in_and_comes_once_more_is_known_again(
    fake: FakeTelegram, asking: TelegramPlatform, inbox: Inbox, ada: Person
) -> None:
    fake.twice = True
    await ada.types("hello")
    await fake.emptied()
    assert (inbox.came, inbox.said) == (2, ["hello"])


@pytest.mark.parametrize("kind", ["429", "500", "502", "drop", "refuse", "error"])
async def test_whatever_goes_wrong_with_a_question_the_next_one_is_asked(
    fake: FakeTelegram,
    asking: TelegramPlatform,
    inbox: Inbox,
    ada: Person,
    kind: Literal["429", "500", "502", "drop", "refuse", "error"],
) -> None:
    await fake.polled()
    fake.trouble("getUpdates", kind, times=2)
    await ada.types("hello")  # what it waits for is told all the same, and then asking goes wrong
    await ada.types("hello again")
    await fake.emptied()
    assert inbox.said == ["hello", "hello again"]


async def test_another_who_asks_with_the_same_token_is_told_of_in_plain_words_and_it_goes_on(
    fake: FakeTelegram, asking: TelegramPlatform, inbox: Inbox, ada: Person, caplog: pytest.LogCaptureFixture
) -> None:
    await fake.polled()
    await raw(fake, "getUpdates", timeout=0)
    await fake.polled()
    assert "Another copy of the bot is asking Telegram with the same token" in caplog.text
    assert "Stop the other one" in caplog.text
    assert "Traceback" not in caplog.text
    await ada.types("hello")
    await fake.emptied()
    assert inbox.said == ["hello"]


async def test_when_it_stops_it_confirms_what_it_took_in(
    fake: FakeTelegram, asking: TelegramPlatform, inbox: Inbox, ada: Person
) -> None:
    fake.trouble("getUpdates", "late", times=100)
    await ada.types("hello")
    await until(lambda: inbox.said == ["hello"])
    await asking.close()
    assert fake.pending == 0


async def test_what_is_not_kept_when_it_stops_comes_to_whoever_is_next(
    fake: FakeTelegram, bot: Copy, asking: TelegramPlatform, inbox: Inbox, ada: Person
) -> None:
    await ada.types("kept")
    await fake.emptied()
    inbox.open.clear()
    await ada.types("not kept")
    await until(lambda: inbox.came == 2)
    await asking.close()
    assert fake.pending == 1
    inbox.open.set()
    async with bot.hears(inbox):
        await fake.emptied()
    assert inbox.said == ["kept", "not kept"]


# ---------------------------------------------------------------- several copies


@pytest.fixture
async def other(fake: FakeTelegram, database: SharedDatabase, clock: SetClock) -> AsyncIterator[Copy]:
    async with calling(fake) as telegram:
        yield Copy(telegram, database, clock)


async def test_of_two_copies_one_asks_and_when_it_stops_the_other_does(
    fake: FakeTelegram,
    asking: TelegramPlatform,
    other: Copy,
    inbox: Inbox,
    ada: Person,
    caplog: pytest.LogCaptureFixture,
) -> None:
    await fake.polled()
    theirs = Inbox()
    async with other.hears(theirs):
        await ada.types("one")
        await fake.emptied()
        await asking.close()
        await ada.types("two")
        await fake.emptied()
    assert (inbox.said, theirs.said) == (["one"], ["two"])
    assert "Another copy" not in caplog.text


async def test_when_the_one_that_asks_dies_the_other_goes_on_after_a_minute(
    fake: FakeTelegram, asking: TelegramPlatform, other: Copy, clock: SetClock, inbox: Inbox, ada: Person
) -> None:
    await ada.types("one")
    await fake.emptied()
    await dies()
    looks = []

    async def look_again(after_s: float) -> None:
        looks.append(after_s)
        await asyncio.sleep(0)

    async with other.hears(inbox, look_again):
        await ada.types("two")
        clock.set(NOW + LASTS * 0.9)
        await until(lambda: len(looks) > 3)
        assert inbox.said == ["one"]
        clock.set(NOW + LASTS * 1.1)
        await fake.emptied()
        assert inbox.said == ["one", "two"]


async def dies() -> None:
    """Whoever asks Telegram does not come to an end in order."""
    [asking] = [task for task in asyncio.all_tasks() if task.get_name() == "asking Telegram"]
    asking.cancel()
    await asyncio.wait([asking])


async def test_who_takes_so_long_to_keep_that_another_takes_over_loses_and_doubles_nothing(
    fake: FakeTelegram,
    asking: TelegramPlatform,
    other: Copy,
    clock: SetClock,
    inbox: Inbox,
    ada: Person,
    caplog: pytest.LogCaptureFixture,
) -> None:
    inbox.open.clear()
    await ada.types("one")
    await ada.types("two")
    await until(lambda: inbox.came == 1)
    clock.set(NOW + 2 * LASTS)
    async with other.hears(inbox):
        await until(lambda: inbox.came == 2)
        inbox.open.set()
        await ada.types("three")
        await fake.emptied()
        assert inbox.said == ["one", "two", "three"]
        await fake.polled()
        await asking.close()
        await ada.types("four")
        await fake.emptied()
        assert inbox.said[3:] == ["four"]
    assert "Another copy" not in caplog.text
