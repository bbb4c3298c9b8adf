"""Calling Slack: evenly, with room for answers, at rest when it asks for it; each refusal is taken for what it is."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta

import aiohttp
import pytest

from bot.chat.errors import DeliveryFailed
from bot.chat.messages import Message
from bot.chat.platform import Address
from bot.platforms.slack.adapter import SlackPlatform
from bot.platforms.slack.calling import Slack, web_client
from bot.platforms.slack.transport import Http
from scheduling.pacing import Pacer
from tests.platforms.slack.rates import Rates
from tests.platforms.slack.server import FakeSlack
from tests.stages import Told

A_SECOND = 12


@pytest.fixture
async def fake() -> AsyncIterator[FakeSlack]:
    async with FakeSlack() as fake:
        yield fake
        assert fake.violations == []


def platform(fake: FakeSlack, session: aiohttp.ClientSession, pace: Pacer | Told) -> SlackPlatform:
    client = web_client(fake.bot_token, fake.url, session)
    return SlackPlatform(Slack(client, session, pace, A_SECOND), Http(client, []), agent_view=False)


def to(fake: FakeSlack, name: str) -> Address:
    return Address("slack", fake.team, fake.person(f"U0{name.upper()}", name=name).id)


async def test_many_are_told_at_the_pace_of_the_workspace_and_slack_never_has_to_ask_for_a_rest(
    fake: FakeSlack, session: aiohttp.ClientSession, pacer: Pacer
) -> None:
    fake.rates = Rates(1.0, workspace=A_SECOND * 1.03, workspace_burst=2)
    slack = platform(fake, session, pacer)
    everybody = [to(fake, f"Person{n}") for n in range(20)]
    await asyncio.gather(
        *(slack.send(one, Message("Tomorrow"), id=f"to {one.user}", owed=one is everybody[0]) for one in everybody)
    )
    assert len(fake.called("chat.postMessage")) == 20
    assert fake.limited == 0


async def test_one_person_gets_a_short_burst_and_then_one_message_a_second(
    fake: FakeSlack, session: aiohttp.ClientSession, pacer: Pacer
) -> None:
    slack, ada = platform(fake, session, pacer), to(fake, "Ada")
    await asyncio.gather(*(slack.send(ada, Message(f"{n}"), id=f"number {n}") for n in range(6)))
    assert len(fake.called("chat.postMessage")) == 6
    assert fake.limited == 0


async def test_a_429_slows_that_conversation_for_as_long_as_slack_says_and_the_workspace_for_a_moment(
    fake: FakeSlack, session: aiohttp.ClientSession
) -> None:
    told = Told()
    slack, ada = platform(fake, session, told), to(fake, "Ada")
    fake.trouble("chat.postMessage", "429", retry_after=17)
    with pytest.raises(DeliveryFailed) as failed:
        await slack.send(ada, Message("Hello"), id="one")
    assert failed.value.retry_after == 17
    assert not failed.value.permanent
    assert not failed.value.may_have_arrived
    assert told.held == [(told.limits[-1][0].bucket, 17), ("slack/messages", 2)]
    assert not failed.value.counts
    assert told.limits[-1][0].bucket.startswith("slack/D")


async def test_what_is_owed_leaves_room_for_answers(fake: FakeSlack, session: aiohttp.ClientSession) -> None:
    told = Told()
    slack, ada = platform(fake, session, told), to(fake, "Ada")
    await slack.send(ada, Message("An answer"), id="one")
    answer = told.limits[-1]
    await slack.send(ada, Message("A reminder"), id="two", owed=True)
    owed = told.limits[-1]
    assert set(answer) < set(owed)
    [more] = set(owed) - set(answer)
    assert more.every > timedelta(seconds=1) / A_SECOND


@pytest.mark.parametrize(
    ("error", "permanent", "unreachable", "may_have_arrived", "counts"),
    [
        ("user_not_found", True, True, False, True),
        ("user_disabled", True, True, False, True),
        ("invalid_blocks", True, False, False, True),
        ("internal_error", False, False, True, True),
        ("fatal_error", False, False, True, True),
        ("token_revoked", False, False, False, False),
        ("messages_tab_disabled", False, False, False, False),
        ("org_login_required", False, False, False, False),
    ],
)
async def test_each_refusal_is_taken_for_what_it_is(
    fake: FakeSlack,
    session: aiohttp.ClientSession,
    error: str,
    permanent: bool,
    unreachable: bool,
    may_have_arrived: bool,
    counts: bool,
) -> None:
    slack, ada = platform(fake, session, Told()), to(fake, "Ada")
    fake.trouble("chat.postMessage", "error", error=error)
    with pytest.raises(DeliveryFailed) as failed:
        await slack.send(ada, Message("Hello"), id="one")
    told = failed.value
    assert (told.permanent, told.unreachable, told.may_have_arrived, told.counts) == (
        permanent,
        unreachable,
        may_have_arrived,
        counts,
    )
    assert error in told.why
