"""The agent view, in workspaces without guests: every message is a thread, and the app suggests what to say."""

import pytest

from storage.shared.people import Role
from tests.canary import nowhere_but
from tests.cast import Cast
from tests.platforms.on_slack import asks_for_help_and_gets_it_once, person_of, stage_of, words
from tests.platforms.slack.server import FakeSlack

CANARY = "the kingfisher at noon"


@pytest.fixture
def agent_view() -> bool:
    return True


async def test_each_message_is_answered_in_its_own_thread(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    await person_of(ada).types("help")
    await person_of(ada).types("settings")
    await cast.settle()
    asked = {message.text: message.ts for message in person_of(ada).dm if not message.from_bot}
    answers = {message.text.split("\n")[0]: message.thread_ts for message in person_of(ada).dm if message.from_bot}
    assert answers["What I can do for you"] == asked["help"]
    assert answers["Your settings"] == asked["settings"]


async def test_it_shows_that_it_is_at_work(cast: Cast, fake: FakeSlack) -> None:
    ada = await cast.participant("Ada")
    await person_of(ada).types("help")
    await cast.settle()
    await stage_of(cast).adapter.hearing.quiet()
    assert "is working on it" in person_of(ada).statuses


async def test_where_it_can_not_show_that_the_answer_comes_all_the_same(cast: Cast, fake: FakeSlack) -> None:
    ada = await cast.participant("Ada")
    fake.trouble("assistant.threads.setStatus", "error", times=3, error="missing_scope")
    await person_of(ada).types("help")
    await cast.settle()
    assert "What I can do for you" in words(person_of(ada))


@pytest.mark.parametrize(
    ("role", "first"), [(Role.PARTICIPANT, "Write a note for yourself"), (Role.DIRECTOR, "See who has joined")]
)
async def test_what_is_suggested_goes_by_role_and_is_understood(cast: Cast, role: Role, first: str) -> None:
    ada = await cast.member("Ada", role)
    await person_of(ada).opens_messages()
    await cast.settle()
    prompts = person_of(ada).prompts
    assert 1 <= len(prompts) <= 4
    assert prompts[0]["title"] == first
    for prompt in prompts:
        await ada.says(prompt["message"])
        assert "I’m not sure" not in "".join(message.text for message in ada.latest)


async def test_a_stranger_is_greeted_once(cast: Cast) -> None:
    stranger = await cast.stranger("Eve")
    for _ in range(3):
        await person_of(stranger).opens_messages()
        await cast.settle()
    assert words(person_of(stranger)).count("Hello, I’m Waymark") == 1


async def test_private_text_is_in_windows_here_too(cast: Cast, fake: FakeSlack) -> None:
    ada = await cast.participant("Ada")
    await ada.says(f"/reflect {CANARY}")
    await ada.says("my notes")
    ada.sees(CANARY)
    assert CANARY not in repr([call.args for call in fake.calls if call.method.startswith("chat.")])
    await nowhere_but(cast, CANARY, ada)


async def test_an_answer_lost_on_the_way_is_looked_for_in_its_thread(cast: Cast, fake: FakeSlack) -> None:
    ada = await cast.participant("Ada")
    fake.trouble("chat.postMessage", "drop")
    await asks_for_help_and_gets_it_once(ada)
    assert fake.called("conversations.replies")
