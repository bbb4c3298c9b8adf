"""Bad input and bad luck on Slack: nothing is lost or half done, and everybody gets a plain sentence."""

import logging
from datetime import timedelta
from typing import Literal

import pytest
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_bolt.response import BoltResponse

from storage.errors import StorageFull
from storage.shared.deliveries import DeliveryState
from storage.shared.people import Role
from storage.shared.turns import Outcome
from tests.canary import nowhere_but
from tests.cast import Cast, Killed
from tests.platforms.on_any import owe, turns
from tests.platforms.on_slack import asks_for_help_and_gets_it_once, person_of, stage_of, words
from tests.platforms.slack.people import Person
from tests.platforms.slack.screen import screen_words
from tests.platforms.slack.server import FakeSlack

CANARY = "the otter under the bridge"


async def test_what_is_forged_or_stale_is_refused_and_nothing_is_done(cast: Cast, fake: FakeSlack) -> None:
    ada = await cast.participant("Ada")
    before = len(await turns(cast))
    payload = event_of(fake, person_of(ada), "reflect: forged")
    assert (await fake.raw(payload, signature="v0=" + "0" * 64)).status == 401
    assert (await fake.raw(payload, signature="")).status == 401
    assert (await fake.raw(payload, timestamp="1000000000")).status == 401
    await cast.settle()
    assert len(await turns(cast)) == before


async def test_an_exact_replay_is_accepted_and_dropped(cast: Cast, fake: FakeSlack) -> None:
    ada = await cast.participant("Ada")
    payload = event_of(fake, person_of(ada), "help")
    for _ in range(3):
        assert (await fake.raw(payload)).status == 200
    await cast.settle()
    assert words(person_of(ada)).count("What I can do for you") == 1


def event_of(fake: FakeSlack, person: Person, text: str) -> dict[str, object]:
    event = {
        "type": "message",
        "channel_type": "im",
        "channel": person.channel.id,
        "user": person.id,
        "text": text,
        "ts": "1799999999.000100",
    }
    return {"type": "event_callback", "team_id": fake.team, "event_id": "Ev0REPLAY", "event": event}


async def test_what_nobody_asked_for_is_accepted_ignored_and_counted(
    cast: Cast, fake: FakeSlack, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, "waymark.slack")
    before = len(await turns(cast))
    odd: list[dict[str, object]] = [
        {"type": "event_callback", "event_id": "Ev1", "team_id": fake.team, "event": {"type": "reaction_added"}},
        {"type": "event_callback", "event_id": "Ev2", "team_id": fake.team, "event": {"type": "reaction_added"}},
        {"type": "something_new"},
        {"type": "block_actions", "actions": []},
        {"type": "view_submission", "view": {"callback_id": "form", "private_metadata": "nonsense"}},
        {"type": "view_closed", "view": {}},
        {"type": "shortcut", "callback_id": "of another time"},
    ]
    for payload in odd:
        assert (await fake.raw(payload)).status == 200
    await cast.settle()
    assert len(await turns(cast)) == before
    assert stage_of(cast).adapter.hearing.ignored["reaction_added"] == 2
    assert caplog.text.count("reaction_added") == 1


async def test_what_is_edited_deleted_or_a_bots_own_is_not_heard(cast: Cast, fake: FakeSlack) -> None:
    ada = await cast.participant("Ada")
    await ada.says("help")
    own = next(message for message in person_of(ada).dm if not message.from_bot)
    before = len(await turns(cast))
    await person_of(ada).edits(own.ts, "reflect: edited")
    await person_of(ada).deletes(own.ts)
    await fake.echoes([message for message in person_of(ada).dm if message.from_bot][-1])
    robot = fake.person("U0ROBOT", name="A robot", bot=True)
    await robot.types("hello, fellow bot")
    await cast.settle()
    assert len(await turns(cast)) == before


async def test_a_file_on_its_own_gets_a_plain_sentence(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    await person_of(ada).types_file("plan.pdf")
    await cast.settle()
    assert "so I have not kept it" in words(person_of(ada))


async def test_a_button_of_an_old_version_says_so(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    await ada.presses_data("gone.with_an_upgrade:7")
    ada.sees("That button doesn’t work any more")


async def test_somebody_elses_button_in_a_channel_does_nothing_for_them(cast: Cast, fake: FakeSlack) -> None:
    ada, ben = await cast.participant("Ada"), await cast.participant("Ben")
    await ada.says(f"/reflect {CANARY}")
    [opened] = [button.press for message in ada.latest for button in message.buttons if button.label == "Open it"]
    await ben.presses_data(opened)
    ben.sees("That note isn’t here any more")
    await nowhere_but(cast, CANARY, ada)


async def test_where_nothing_can_be_kept_nobody_is_told_that_it_was(
    cast: Cast, fake: FakeSlack, monkeypatch: pytest.MonkeyPatch
) -> None:
    ada = await cast.participant("Ada")
    await ada.says("/reflect")

    async def full(_: object) -> None:
        raise StorageFull

    fake.delivery.timing.retry_after = ()
    with monkeypatch.context() as patch:
        patch.setattr(cast.app.intake._keeping, "do", full)
        faults = await ada.tries_to_fill(text=CANARY)
        assert faults == {"text": faults["text"]}
        assert "Your words are still here" in faults["text"]
        answer = await person_of(ada).types("reflect: not kept")
        assert answer.status == 503
        await person_of(ada).commands("/waymark", "help")
        assert "Please try once more in a minute" in screen_words(person_of(ada).ephemerals[-1])
    await ada.fills(text=CANARY)
    ada.sees("Kept, until")
    await nowhere_but(cast, CANARY, ada)


# ---------------------------------------------------------------- what goes wrong on the way


async def test_an_answer_that_may_have_arrived_is_looked_for_and_comes_once(cast: Cast, fake: FakeSlack) -> None:
    ada = await cast.participant("Ada")
    fake.trouble("chat.postMessage", "drop")
    await asks_for_help_and_gets_it_once(ada)
    assert {row.outcome for row in await turns(cast)} == {Outcome.ANSWERED}


@pytest.mark.parametrize("kind", ["429", "500", "refuse"])
async def test_an_answer_that_was_not_taken_comes_later_and_once(
    cast: Cast, fake: FakeSlack, kind: Literal["429", "500", "refuse"]
) -> None:
    ada = await cast.participant("Ada")
    fake.trouble("chat.postMessage", kind)
    await asks_for_help_and_gets_it_once(ada)


@pytest.mark.parametrize("kind", ["drop", "500"])
async def test_what_is_owed_and_may_have_arrived_is_looked_for_and_comes_once(
    cast: Cast, fake: FakeSlack, kind: Literal["drop", "500"]
) -> None:
    ada = await cast.participant("Ada")
    fake.trouble("chat.postMessage", kind)
    await owe(ada, "Module 2 begins tomorrow.")
    await cast.reach(timedelta(minutes=30))
    assert words(person_of(ada)).count("Module 2 begins tomorrow.") == 1
    assert await states(cast) == {DeliveryState.SENT: 1}


@pytest.mark.parametrize(("again", "times", "state"), [(False, 1, "uncertain"), (True, 2, "sent")])
async def test_where_the_app_may_not_look_it_may_not_have_arrived_or_comes_twice_by_its_rule(
    cast: Cast, fake: FakeSlack, again: bool, times: int, state: str
) -> None:
    ada = await cast.participant("Ada")
    fake.trouble("chat.postMessage", "drop")
    fake.trouble("conversations.history", "error", times=9, error="missing_scope")
    await owe(ada, "Module 2 begins tomorrow.", again=again)
    await cast.reach(timedelta(minutes=30))
    assert words(person_of(ada)).count("Module 2 begins tomorrow.") == times
    assert await states(cast) == {state: 1}


@pytest.mark.parametrize("point", ["before the sending", "after the sending"])
async def test_killed_while_it_sends_it_finds_out_and_comes_once(cast: Cast, point: str) -> None:
    ada = await cast.participant("Ada")
    cast.kill_at = point
    with pytest.raises(Killed):
        await owe(ada, "Module 2 begins tomorrow.")
    await cast.restart()
    await cast.reach(timedelta(minutes=30))
    assert words(person_of(ada)).count("Module 2 begins tomorrow.") == 1


async def states(cast: Cast) -> dict[str, int]:
    async with cast.app.database.unit() as unit:
        return await unit.deliveries.counts()


async def test_what_slack_will_never_take_is_not_tried_again_and_no_word_of_it_is_logged(
    cast: Cast, fake: FakeSlack, caplog: pytest.LogCaptureFixture
) -> None:
    ada = await cast.participant("Ada")
    fake.trouble("chat.postMessage", "error", times=5, error="invalid_blocks")
    await person_of(ada).types("help")
    await cast.settle()
    before = len(fake.called("chat.postMessage"))
    await cast.reach(cast.clock.now().replace(minute=30))
    assert len(fake.called("chat.postMessage")) == before
    assert "invalid_blocks" in caplog.text
    assert "What I can do" not in caplog.text


async def test_a_window_that_can_not_be_opened_in_time_is_offered_as_a_button(cast: Cast, fake: FakeSlack) -> None:
    ada = await cast.participant("Ada")
    await ada.says("/reflect")
    await ada.fills(text=CANARY, heading=None)
    fake.trigger_life = 0
    button = next(button for message in ada.latest for button in message.buttons if button.label == "Open it")
    await person_of(ada).presses(button.press)
    await cast.settle()
    assert person_of(ada).modal is None
    assert "That is for you alone" in words(person_of(ada))
    fake.trigger_life = 3
    await person_of(ada).presses("Show me")
    await cast.settle()
    assert CANARY in screen_words(person_of(ada).modal)


async def test_a_window_that_was_opened_ahead_does_not_wait_for_ever(cast: Cast) -> None:
    ada = await cast.member("Ada", Role.PARTICIPANT, agreed=False)
    await ada.says("/reflect")
    assert "we agree on confidentiality" in screen_words(person_of(ada).modal)
    assert "we agree on confidentiality" in words(person_of(ada))


async def test_a_message_is_changed_where_its_button_was_pressed(cast: Cast, fake: FakeSlack) -> None:
    ada = await cast.newcomer("Ada", Role.PARTICIPANT)
    await ada.presses("Turn plain mode on")
    assert fake.called("chat.update")


async def test_when_the_app_is_taken_out_of_the_workspace_it_says_so(
    cast: Cast, fake: FakeSlack, caplog: pytest.LogCaptureFixture
) -> None:
    await cast.participant("Ada")
    await fake.uninstalls()
    assert "taken out of the workspace" in caplog.text


async def test_after_a_restart_whoever_types_is_answered_there_and_slack_is_not_asked_where_that_is(
    cast: Cast, fake: FakeSlack
) -> None:
    ada = await cast.participant("Ada")
    await cast.restart()
    asked = len(fake.called("conversations.open"))
    await person_of(ada).types("help")
    await cast.settle()
    assert "What I can do for you" in words(person_of(ada))
    assert len(fake.called("conversations.open")) == asked


async def test_what_slack_never_answers_is_tried_for_a_while_and_then_said_to_be_uncertain(
    cast: Cast, fake: FakeSlack
) -> None:
    ada = await cast.participant("Ada")
    fake.trouble("chat.postMessage", "500", times=1_000)
    await owe(ada, "Module 2 begins tomorrow.")
    await cast.reach(timedelta(days=2))
    assert await states(cast) == {DeliveryState.UNCERTAIN: 1}


async def test_an_answer_that_can_never_be_given_is_said_to_be_missing(cast: Cast, fake: FakeSlack) -> None:
    ada = await cast.participant("Ada")
    fake.trouble("chat.postMessage", "error", error="invalid_blocks")
    await person_of(ada).types("help")
    await cast.settle()
    assert "I have an answer to that, and could not show it to you. The reference is" in words(person_of(ada))


async def test_in_plain_mode_a_window_changes_all_the_same(cast: Cast) -> None:
    ada = await cast.newcomer("Ada", Role.PARTICIPANT)
    await ada.presses("Turn plain mode on")
    await ada.says(f"/reflect {CANARY}")
    await ada.says("/notes")
    await ada.presses(CANARY)
    await ada.presses("Delete it")
    await ada.presses("Delete it for good")
    assert "Deleted for good" in screen_words(person_of(ada).modal)
    assert "Delete it for good" not in screen_words(person_of(ada).modal)


async def test_a_form_changed_and_sent_again_because_slack_heard_no_answer_loses_no_word(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    await ada.says("/reflect")
    take, taken = stage_of(cast).adapter.hearing.take, []

    async def unheard_once(request: AsyncBoltRequest) -> BoltResponse:
        taken.append(request)
        answer = await take(request)
        return answer if len(taken) > 1 else BoltResponse(status=504)

    await stage_of(cast).adapter.transport.start(unheard_once)
    await person_of(ada).fills(text="The first words")
    await person_of(ada).submits()
    await cast.settle()
    assert person_of(ada).failures
    person_of(ada).failures.clear()
    await person_of(ada).fills(text=f"The first words, and {CANARY}")
    await person_of(ada).submits()
    await cast.settle()
    assert "What you wrote this time is kept" in words(person_of(ada))
    await ada.says("drafts")
    ada.sees(CANARY)
    await ada.says("my notes")
    ada.sees("The first words")
