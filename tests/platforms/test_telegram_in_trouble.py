"""Bad luck on Telegram: nothing is lost or half done, an answer comes, and what may have arrived is not repeated."""

import logging
from collections.abc import Iterator
from datetime import timedelta
from typing import Literal

import pytest

from bot import logs
from bot.platforms.telegram import request
from bot.platforms.telegram.request import NotReached, SharedSession
from storage.errors import StorageBusy, StorageFull
from storage.shared.turns import Outcome
from tests.canary import nowhere_but
from tests.cast import Cast, Killed, Way
from tests.faults.child import POINTS_OF_A_TURN
from tests.platforms.ears import UNREADABLE
from tests.platforms.on_any import owe, turns
from tests.platforms.on_telegram import ON_TELEGRAM, person_of, words
from tests.platforms.telegram.server import FakeTelegram
from tests.platforms.telegram.troubles import TroubleKind

CANARY = "the otter under the bridge"
OWED = "Module 2 begins tomorrow."


@pytest.fixture
def way() -> Way:
    return ON_TELEGRAM


@pytest.fixture(autouse=True)
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(request, "PATIENCE_S", 0.3)


async def states(cast: Cast) -> dict[str, int]:
    async with cast.app.database.unit() as unit:
        return await unit.deliveries.counts()


# ---------------------------------------------------------------- an answer


@pytest.mark.parametrize(
    ("kind", "times"),
    [("429", 1), ("500", 1), ("502", 1), ("refuse", 1), ("hang", 1), ("late", 1), ("drop", 2)],
)
async def test_an_answer_comes_all_the_same_and_rather_twice_than_never(
    cast: Cast, telegram: FakeTelegram, kind: TroubleKind, times: int
) -> None:
    ada = await cast.participant("Ada")
    telegram.trouble("sendMessage", kind)
    await person_of(ada).types("help")
    await cast.settle()
    await cast.reach(timedelta(minutes=30))
    assert words(person_of(ada)).count("What I can do for you") == times
    assert {row.outcome for row in await turns(cast)} == {Outcome.ANSWERED}


async def test_it_rests_for_as_long_as_telegram_says(cast: Cast, telegram: FakeTelegram) -> None:
    ada = await cast.participant("Ada")
    telegram.trouble("sendMessage", "429", retry_after=120)
    await person_of(ada).types("help")
    await cast.settle()
    await cast.reach(timedelta(seconds=119))
    assert "What I can do for you" not in words(person_of(ada))
    await cast.reach(timedelta(seconds=2))
    assert words(person_of(ada)).count("What I can do for you") == 1


async def test_with_a_token_that_telegram_has_forgotten_nothing_is_given_up(cast: Cast, telegram: FakeTelegram) -> None:
    ada = await cast.participant("Ada")
    telegram.trouble("sendMessage", "error", times=80, code=401, description="Unauthorized")
    await person_of(ada).types("help")
    await owe(ada, OWED)
    await cast.reach(timedelta(hours=4))
    assert words(person_of(ada)).count("What I can do for you") == 1
    assert words(person_of(ada)).count(OWED) == 1


async def test_what_telegram_will_never_take_is_said_to_be_missing_and_no_word_of_it_is_logged(
    cast: Cast, telegram: FakeTelegram, caplog: pytest.LogCaptureFixture
) -> None:
    ada = await cast.participant("Ada")
    telegram.trouble("sendMessage", "error", description=f'Bad Request: can\'t parse entities: "{CANARY}"')
    await person_of(ada).types("help")
    await cast.settle()
    assert "I have an answer to that, and could not show it to you. The reference is" in words(person_of(ada))
    sent = len(telegram.called("sendMessage"))
    await cast.reach(timedelta(hours=1))
    assert len(telegram.called("sendMessage")) == sent
    assert "can't parse entities" in caplog.text
    assert CANARY not in caplog.text
    assert "What I can do" not in caplog.text


# ---------------------------------------------------------------- what is owed


@pytest.mark.parametrize("kind", ["500", "502", "refuse", "hang", "drop"])
@pytest.mark.parametrize("again", [False, True], ids=["once at most", "twice is better than never"])
async def test_what_is_owed_and_may_have_arrived_is_sent_again_only_by_its_rule(
    cast: Cast, telegram: FakeTelegram, kind: TroubleKind, again: bool
) -> None:
    ada = await cast.participant("Ada")
    telegram.trouble("sendMessage", kind)
    await owe(ada, OWED, again=again)
    await cast.reach(timedelta(minutes=30))
    arrived = 1 if kind == "drop" else 0
    assert words(person_of(ada)).count(OWED) == arrived + again
    assert await states(cast) == {"sent" if again else "uncertain": 1}


@pytest.mark.parametrize("kind", ["429", "late"])
async def test_what_was_refused_or_only_slow_comes_once(
    cast: Cast, telegram: FakeTelegram, kind: Literal["429", "late"]
) -> None:
    ada = await cast.participant("Ada")
    telegram.trouble("sendMessage", kind)
    await owe(ada, OWED)
    await cast.reach(timedelta(minutes=30))
    assert words(person_of(ada)).count(OWED) == 1
    assert await states(cast) == {"sent": 1}


async def test_where_there_was_no_connection_it_is_simply_tried_again(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    ada = await cast.participant("Ada")

    async def out_of_reach(*_: object, **__: object) -> tuple[int, bytes]:
        raise NotReached("ClientConnectorError")

    with monkeypatch.context() as patch:
        patch.setattr(SharedSession, "do_request", out_of_reach)
        await person_of(ada).types("help")
        await owe(ada, OWED)
        await cast.reach(timedelta(minutes=1))
    await cast.reach(timedelta(minutes=30))
    assert words(person_of(ada)).count("What I can do for you") == 1
    assert words(person_of(ada)).count(OWED) == 1
    assert await states(cast) == {"sent": 1}


@pytest.mark.parametrize(("point", "arrived"), [("before the sending", 0), ("after the sending", 1)])
@pytest.mark.parametrize("again", [False, True], ids=["once at most", "twice is better than never"])
async def test_killed_while_it_sends_it_sends_again_only_by_the_rule(
    cast: Cast, point: str, arrived: int, again: bool
) -> None:
    ada = await cast.participant("Ada")
    cast.kill_at = point
    with pytest.raises(Killed):
        await owe(ada, OWED, again=again)
    await cast.restart()
    await cast.reach(timedelta(minutes=30))
    assert words(person_of(ada)).count(OWED) == arrived + again
    assert await states(cast) == {"sent" if again else "uncertain": 1}


async def test_what_telegram_will_never_take_fails_at_once_with_its_reason(cast: Cast, telegram: FakeTelegram) -> None:
    ada = await cast.participant("Ada")
    telegram.trouble("sendMessage", "error", description=f'Bad Request: can\'t parse entities: "{OWED}"')
    await owe(ada, OWED)
    sent = len(telegram.called("sendMessage"))
    await cast.reach(timedelta(hours=1))
    assert len(telegram.called("sendMessage")) == sent
    async with cast.app.database.unit() as unit:
        [failed] = await unit.deliveries.with_trouble(5)
    assert (failed.state, failed.why) == ("failed", "Telegram says: can't parse entities")


# ---------------------------------------------------------------- what comes in


@pytest.mark.parametrize("trouble", [StorageFull, StorageBusy])
async def test_where_nothing_can_be_kept_telegram_tells_it_again(
    cast: Cast, telegram: FakeTelegram, monkeypatch: pytest.MonkeyPatch, trouble: type[Exception]
) -> None:
    ada = await cast.participant("Ada")

    async def fails(_: object) -> None:
        raise trouble

    with monkeypatch.context() as patch:
        patch.setattr(cast.app.intake._keeping, "do", fails)
        assert (await person_of(ada).types("help")).status == 503
    await telegram.emptied()
    await cast.settle()
    assert words(person_of(ada)).count("What I can do for you") == 1


async def test_numbers_that_begin_anew_are_no_reason_to_pass_anything_over(cast: Cast, telegram: FakeTelegram) -> None:
    ada = await cast.participant("Ada")
    await ada.says("help")
    telegram.restart_update_ids()
    await ada.says("help")
    await ada.says("help")
    assert words(person_of(ada)).count("What I can do for you") == 3


@pytest.mark.parametrize("point", POINTS_OF_A_TURN)
async def test_killed_at_any_step_of_an_answer_to_a_question_the_form_goes_on_and_nothing_is_lost(
    cast: Cast, telegram: FakeTelegram, point: str
) -> None:
    ada = await cast.participant("Ada")
    await ada.says("/reflect")
    cast.kill_at = point
    await person_of(ada).types(CANARY)
    await cast.app.intake.quiet()
    assert not cast.kill_at
    await cast.restart()
    await telegram.emptied()
    await cast.reach(timedelta(minutes=10))
    assert not any(CANARY in message.text for message in person_of(ada).chat if not message.from_bot)
    await ada.fills(heading="The bridge")
    await ada.says("my notes")
    assert words(person_of(ada)).count("[The bridge]") == 1
    await ada.presses("The bridge")
    ada.sees(CANARY)
    await nowhere_but(cast, CANARY, ada)


# ---------------------------------------------------------------- the log


@pytest.fixture
def everything_logged(caplog: pytest.LogCaptureFixture) -> Iterator[pytest.LogCaptureFixture]:
    """All that a bot told to log the most would write, and what the library's own loggers may."""
    root = logging.getLogger()
    level, handlers = root.level, [*root.handlers]
    others = {name: logging.getLogger(name).level for name in logs.TALKATIVE}
    logs.set_up("DEBUG")
    root.handlers = handlers
    yield caplog
    root.setLevel(level)
    for name, before in others.items():
        logging.getLogger(name).setLevel(before)


async def test_private_words_are_in_no_log_whatever_happens(
    cast: Cast,
    telegram: FakeTelegram,
    everything_logged: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    ada = await cast.participant("Ada")
    telling = f"Bad Request: can't parse entities: {CANARY}"
    for method in ("sendMessage", "editMessageText", "deleteMessage", "answerCallbackQuery"):
        for kind in ("late", "429", "500", "502", "drop", "refuse", "hang", "error"):
            telegram.trouble(method, kind, description=telling)
    await person_of(ada).types("/reflect")
    await cast.settle()
    await cast.reach(timedelta(minutes=30))
    await person_of(ada).types(CANARY)
    await cast.settle()
    await cast.reach(timedelta(hours=2))

    async def echoes(*_: object, **__: object) -> tuple[int, bytes]:
        return 200, f"<p>{CANARY}</p>".encode()

    with monkeypatch.context() as patch:
        patch.setattr(SharedSession, "do_request", echoes)
        await person_of(ada).types("help")
        await cast.settle()
    for odd in UNREADABLE:
        await telegram.raw_update({"message": {**odd, "text": CANARY}, "edited_message": {"text": CANARY}})
    await telegram.post_to_webhook(f'{{"{CANARY}')
    await telegram.post_to_webhook(f'["{CANARY}"]', {})
    await cast.settle()
    assert "waymark.telegram" in {record.name for record in everything_logged.records}
    assert CANARY not in everything_logged.text
    assert telegram.token not in everything_logged.text
    assert telegram.token.partition(":")[2] not in everything_logged.text
