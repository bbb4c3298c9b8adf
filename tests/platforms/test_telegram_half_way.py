"""Half-way on Telegram: what breaks off goes on where it was, and what waits lets nobody believe that it is lost."""

import pytest

from tests.cast import Cast, Way
from tests.platforms.on_any import owe, until
from tests.platforms.on_telegram import ON_TELEGRAM, person_of, said_to, stage_of, words
from tests.platforms.telegram.server import FakeTelegram
from tests.platforms.telegram.troubles import TroubleKind

MANY = 900
LONG = " ".join(f"line-{number:03}" for number in range(MANY))


@pytest.fixture
def way() -> Way:
    return ON_TELEGRAM


def lines_of(cast: Cast, user: str) -> list[str]:
    """The lines of what is long, as they stand in this person's conversation."""
    text = " ".join(message.text for message in said_to(stage_of(cast).person(user)))
    return [word for word in text.split() if word.startswith("line-")]


@pytest.mark.parametrize("kind", ["429", "500", "refuse"])
async def test_of_a_long_answer_that_breaks_off_the_rest_comes_and_nothing_comes_twice(
    cast: Cast, telegram: FakeTelegram, kind: TroubleKind
) -> None:
    ada = await cast.participant("Ada")
    await ada.says(f"reflect: {LONG}")
    telegram.trouble("sendMessage", "late")
    telegram.trouble("sendMessage", kind)
    await ada.presses("Open it")
    await cast.reach(cast.clock.now().replace(minute=5))
    assert lines_of(cast, ada.user) == LONG.split()


async def test_of_what_is_owed_and_long_the_rest_comes_and_nothing_comes_twice(
    cast: Cast, telegram: FakeTelegram
) -> None:
    ada = await cast.participant("Ada")
    telegram.trouble("sendMessage", "late")
    telegram.trouble("sendMessage", "429")
    await owe(ada, LONG)
    await cast.reach(cast.clock.now().replace(minute=5))
    assert lines_of(cast, ada.user) == LONG.split()


async def test_a_press_is_answered_at_once_though_what_it_asks_for_has_to_wait(
    cast: Cast, telegram: FakeTelegram
) -> None:
    ada = await cast.participant("Ada")
    await ada.says("settings")
    cast.stage.fails_to_give_files(1)
    await person_of(ada).sends_voice(b"OggS")
    await cast.settle()
    before = words(person_of(ada))
    await person_of(ada).presses("Private text")
    await until(lambda: not person_of(ada).unanswered)
    await cast.settle()
    assert words(person_of(ada)) == before
    await cast.reach(cast.clock.now().replace(minute=5))
    assert "What I show you" in words(person_of(ada))
