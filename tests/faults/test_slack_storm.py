"""A storm on Slack: everything three times and in any order, the bot killed in between, and nothing amiss after it."""

import asyncio
import os
import random
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.faults.child import Kill
from tests.faults.slack_storm import SlackStorm
from tests.faults.storm import Faults
from tests.platforms.process import QUICK
from tests.platforms.slack.server import FakeSlack

EVENTS = int(os.environ.get("WAYMARK_STORM_EVENTS", "400"))
"""`make bench` has ten thousand."""


@pytest.fixture
async def fake() -> AsyncIterator[FakeSlack]:
    async with FakeSlack(pace=QUICK) as fake:
        yield fake


async def test_told_three_times_and_killed_in_between_it_does_each_thing_once_and_in_order(
    tmp_path: Path, fake: FakeSlack
) -> None:
    storm = SlackStorm(tmp_path, fake, EVENTS)
    await storm.set_up()
    chance = random.Random(11)

    await storm.rage(storm.kills(chance), then_after=[chance.uniform(0.1, 0.6) for _ in range(2)])

    assert await storm.faults() == Faults()


async def test_sockets_that_slack_closes_are_opened_again_and_nothing_is_lost_or_doubled(
    tmp_path: Path, fake: FakeSlack
) -> None:
    storm = SlackStorm(tmp_path, fake, EVENTS // 2, by_socket=True)
    await storm.set_up()
    raging = asyncio.create_task(storm.rage([Kill("after the commit", EVENTS // 20)]))

    for closing, said in enumerate((True, False, True, False), start=1):
        await storm.acknowledges(closing * storm.told_in_all // 5)
        await fake.close_sockets(said=said)
        await fake.connected()
    await raging

    assert await storm.faults() == Faults()
