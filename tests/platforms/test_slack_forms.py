"""Forms on Slack: too long for one window, longer than one input, put away, refused, and sent when little works."""

import asyncio
from datetime import timedelta
from typing import ClassVar

import pytest
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_bolt.response import BoltResponse

from bot.chat.errors import Refusal
from bot.chat.forms import Choice, Choices, Consent, Form, LongText, Number, ShortText, When
from bot.chat.router import Router
from bot.chat.turns import Turn
from bot.platforms.slack import windows
from bot.platforms.slack.windows import AFTER_SUBMITTING_S
from tests.canary import nowhere_but
from tests.cast import Cast
from tests.platforms.on_any import until
from tests.platforms.on_slack import person_of, stage_of, words
from tests.platforms.slack.screen import screen_words
from tests.platforms.slack.server import FakeSlack
from tests.player import Player

CANARY = "the badger under the bowling green"

router = Router("try forms")


class Questionnaire(Form):
    """More than one window holds."""

    route = "try.questionnaire"
    title = "Where you stand"
    intro = "Take your time."
    done = "Send it"

    first = LongText("What are you proud of?")
    second = LongText("What is hard?", required=False)
    third = LongText("What do you want to learn?", required=False)
    when = When("When shall we talk?", required=False)
    how = Choice("How do you feel?", ["Well", "So so"], required=False)
    fourth = LongText("What will you try?", required=False)
    share: ClassVar[Consent] = Consent("May the team see a number?")


class Moody(Form):
    """Its handler refuses what it is given, once."""

    route = "try.moody"
    title = "A moody form"

    line = LongText("A line?")
    hours = Number("How many hours?", least=0, most=40, required=False)
    several = Choices("Which?", [f"Number {n}" for n in range(14)], required=False)


class Broken(Form):
    route = "try.broken"
    title = "A broken form"

    line = ShortText("A line?")


answered: dict[str, object] = {}


@router.intent("try_questionnaire", "Try the questionnaire", "where do i stand", command="stand", opens=True)
async def ask(turn: Turn) -> None:
    await turn.ask(Questionnaire)


@router.submitted(Questionnaire)
async def told(turn: Turn, form: Questionnaire) -> None:
    answered.update(form.answers)
    await turn.say("Thank you.")


@router.intent("try_moody", "Try the moody form", "be moody", command="moody", opens=True)
async def ask_moody(turn: Turn) -> None:
    await turn.ask(Moody)


@router.submitted(Moody)
async def moody(turn: Turn, form: Moody) -> None:
    if "please" not in form.line:
        raise Refusal("Say please.")
    answered.update(form.answers)
    await turn.say("With pleasure.")


@router.intent("try_broken", "Try the broken form", "break", command="break", opens=True)
async def ask_broken(turn: Turn) -> None:
    await turn.ask(Broken)


@router.submitted(Broken)
async def broken(turn: Turn, form: Broken) -> None:
    raise RuntimeError(form.line)


@pytest.fixture
def routers() -> tuple[Router, ...]:
    answered.clear()
    return (router,)


async def step(player: Player, label: str = "", **answers: str | None) -> None:
    """Fill a step in, and go on; or press this button in it."""
    person = person_of(player)
    await person.fills(**answers)
    await (person.presses(label) if label else person.submits())
    await player.cast.settle()
    assert person.failures == []


def modal(player: Player) -> str:
    return screen_words(person_of(player).modal)


async def test_a_form_that_one_window_can_not_hold_is_asked_in_steps_and_nothing_is_lost(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    await ada.says("/stand")
    assert "Step 1 of 2" in modal(ada)
    assert "Take your time." in modal(ada)
    await step(ada, first=CANARY, second="Much")
    assert "Step 2 of 2" in modal(ada)
    await step(ada, "Back", fourth="Something new")
    assert "Step 1 of 2" in modal(ada)
    assert CANARY in modal(ada)
    await step(ada, how="Well", when="tomorrow 9:00")
    assert "Something new" in modal(ada)
    await step(ada, share="yes")
    assert "Thank you." in words(person_of(ada))
    assert answered == {
        "first": CANARY,
        "second": "Much",
        "third": None,
        "when": "2027-01-06T09:00:00+00:00",
        "how": "Well",
        "fourth": "Something new",
        "share": True,
    }


async def test_a_step_stands_however_long_slack_takes_to_hear_that_the_last_was_kept(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    await ada.says("/stand")
    take = stage_of(cast).adapter.hearing.take

    async def heard_late(request: AsyncBoltRequest) -> BoltResponse:
        answer = await take(request)
        await asyncio.sleep(AFTER_SUBMITTING_S / 2)
        return answer

    await stage_of(cast).adapter.transport.start(heard_late)
    await step(ada, first=CANARY)
    assert "Step 2 of 2" in modal(ada)


async def test_put_away_between_two_steps_a_form_can_be_gone_on_with(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(windows, "AFTER_SUBMITTING_S", 5)
    ada = await cast.participant("Ada")
    await ada.says("/stand")
    await person_of(ada).fills(first=CANARY)
    await person_of(ada).submits()
    assert "One moment" in modal(ada)
    await person_of(ada).closes()
    monkeypatch.undo()
    await cast.restart()
    await cast.reach(timedelta(minutes=2))
    assert "What you answered so far is kept." in words(person_of(ada))


async def test_what_is_wrong_on_a_step_is_said_before_the_next(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    await ada.says("/stand")
    await person_of(ada).fills(first="  \n ")
    await person_of(ada).submits()
    await cast.settle()
    assert person_of(ada).faults == {"first": "This one needs an answer."}
    assert "Step 1 of 2" in modal(ada)


async def test_a_form_in_steps_that_is_put_away_offers_to_go_on_from_its_last_step(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    await ada.says("/stand")
    await step(ada, first=CANARY)
    await person_of(ada).closes()
    await cast.settle()
    assert "What you answered so far is kept." in words(person_of(ada))
    await cast.restart()
    await person_of(ada).presses("Go on with it")
    await cast.settle()
    assert "Step 2 of 2" in modal(ada)
    await step(ada, share="no")
    assert answered["first"] == CANARY
    await nowhere_but(cast, CANARY)


async def test_a_text_goes_on_in_as_many_inputs_as_it_needs(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    long = "0123456789" * 1_900
    await ada.says("/moody")
    await ada.fills(line=f"please {long[7:]}")
    assert str(answered["line"]).replace("\n", "") == f"please {long[7:]}"
    await ada.says("/reflect")
    await ada.fills(text=long, heading=None)
    await ada.presses("Open it")
    await ada.presses("Change it")
    view = person_of(ada).modal
    assert view is not None
    assert sum(block["block_id"].startswith("text") and block["type"] == "input" for block in view["blocks"]) == 7


async def test_what_a_handler_refuses_is_kept_and_opened_again_filled_in(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    await ada.says("/moody")
    await ada.fills(line=CANARY, hours=7, several=["Number 3", "Number 12"])
    assert "Say please." in words(person_of(ada))
    await person_of(ada).presses("Open it again")
    await cast.settle()
    assert CANARY in modal(ada)
    await ada.fills(line=f"{CANARY}, please")
    assert answered == {"line": f"{CANARY}, please", "hours": 7, "several": ["Number 3", "Number 12"]}
    await nowhere_but(cast, CANARY)


async def test_where_the_handler_fails_the_words_are_found_again(cast: Cast, caplog: pytest.LogCaptureFixture) -> None:
    ada = await cast.participant("Ada")
    await ada.says("/break")
    await ada.fills(line=CANARY)
    assert "Something went wrong on my side" in words(person_of(ada))
    await ada.says("drafts")
    ada.sees(CANARY)
    assert CANARY not in caplog.text
    await nowhere_but(cast, CANARY, ada)


async def test_a_form_is_opened_in_time_however_long_the_bot_is_at_something_else(cast: Cast, fake: FakeSlack) -> None:
    ada = await cast.participant("Ada")
    fake.trigger_life = 0.2
    fake.trouble("chat.postMessage", "late", seconds=0.6)
    await person_of(ada).types("help")
    await person_of(ada).commands("/waymark", "moody")
    await until(lambda: modal(ada) != "")
    assert "One moment" in modal(ada)
    await cast.settle()
    assert "A line?" in modal(ada)
    assert "is ready for you" not in words(person_of(ada))


async def test_a_form_asked_for_in_words_waits_behind_a_button_and_never_in_the_conversation(
    cast: Cast, fake: FakeSlack
) -> None:
    ada = await cast.participant("Ada")
    await person_of(ada).types("be moody")
    await cast.settle()
    assert person_of(ada).modal is None
    assert "“A moody form” is ready for you." in words(person_of(ada))
    await person_of(ada).presses("Open it")
    await cast.settle()
    assert "A line?" in modal(ada)


async def test_a_form_sent_twice_is_dealt_with_once(cast: Cast, fake: FakeSlack) -> None:
    ada = await cast.participant("Ada")
    await ada.says("/moody")
    await person_of(ada).fills(line="please")
    take = stage_of(cast).adapter.hearing.take
    taken = []

    async def twice(request: AsyncBoltRequest) -> BoltResponse:
        taken.append(request)
        await take(request)
        return await take(request)

    await stage_of(cast).adapter.transport.start(twice)
    await person_of(ada).submits()
    await cast.settle()
    assert len(taken) == 1
    assert words(person_of(ada)).count("With pleasure.") == 1
