"""A storm on Telegram: everything twice, the bot killed in between, hearing now this way and now that."""

import os
import random
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.faults.storm import Faults
from tests.faults.telegram_storm import TelegramStorm
from tests.platforms.process import QUICK
from tests.platforms.telegram.server import FakeTelegram

EVENTS = int(os.environ.get("WAYMARK_STORM_EVENTS", "300"))
"""`make bench` has ten thousand."""


@pytest.fixture
async def fake() -> AsyncIterator[FakeTelegram]:
    async with FakeTelegram(pace=QUICK) as fake:
        yield fake


async def test_told_twice_and_killed_in_between_it_does_each_thing_once_and_in_order(
    tmp_path: Path, fake: FakeTelegram
) -> None:
    storm = TelegramStorm(tmp_path, fake, EVENTS)
    await storm.set_up()

    await storm.rage(storm.kills(random.Random(11)))

    assert await storm.faults() == Faults()
    assert fake.limited == 0
