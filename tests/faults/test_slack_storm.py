"""A storm on Slack: everything three times and in any order, the bot killed in between, and nothing amiss after it."""

import os
import random
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.faults.child import Kill
from tests.faults.slack_storm import Faults, Storm
from tests.faults.test_kills import POINTS
from tests.platforms.slack.process import QUICK
from tests.platforms.slack.server import FakeSlack

EVENTS = int(os.environ.get("WAYMARK_STORM_EVENTS", "1200"))
"""`make bench` has ten thousand."""


@pytest.fixture
async def fake() -> AsyncIterator[FakeSlack]:
    async with FakeSlack(pace=QUICK) as fake:
        yield fake


async def test_told_three_times_and_killed_in_between_it_does_each_thing_once_and_in_order(
    tmp_path: Path, fake: FakeSlack
) -> None:
    storm = Storm(tmp_path, fake, EVENTS)
    await storm.set_up()
    chance = random.Random(11)
    kills = [Kill(point, chance.randint(1, EVENTS // 20)) for point in POINTS]
    chance.shuffle(kills)

    await storm.rage(kills, then_after=[chance.uniform(0.1, 0.6) for _ in range(3)])

    assert await storm.faults() == Faults()
