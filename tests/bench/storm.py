"""A storm on each platform: ten thousand events, each told several times, and the bot killed in between"""

import asyncio
import random
import tempfile
from collections.abc import Iterable
from pathlib import Path
from time import perf_counter
from typing import TypeVar

from tests.bench.report import Measure
from tests.faults.slack_storm import SlackStorm
from tests.faults.storm import Storm
from tests.faults.telegram_storm import TelegramStorm
from tests.platforms.process import QUICK
from tests.platforms.slack.server import FakeSlack
from tests.platforms.telegram.server import FakeTelegram

P = TypeVar("P")

EVENTS = 10_000
AT_RANDOM = 10


def bench() -> Iterable[Measure]:
    with tempfile.TemporaryDirectory(prefix="waymark-bench-") as folder:
        on_slack, on_telegram = Path(folder) / "slack", Path(folder) / "telegram"
        on_slack.mkdir()
        on_telegram.mkdir()
        return [*asyncio.run(_slack(on_slack)), *asyncio.run(_telegram(on_telegram))]


async def _slack(folder: Path) -> list[Measure]:
    async with FakeSlack(pace=QUICK) as fake:
        return await _through(SlackStorm(folder, fake, EVENTS), "Slack")


async def _telegram(folder: Path) -> list[Measure]:
    async with FakeTelegram(pace=QUICK) as fake:
        storm = TelegramStorm(folder, fake, EVENTS)
        measures = await _through(storm, "Telegram")
        return [*measures, Measure("Telegram: messages that came once more after a kill", storm.repeated)]


async def _through(storm: Storm[P], platform: str) -> list[Measure]:
    chance = random.Random(11)
    await storm.set_up()
    kills = storm.kills(chance)
    begin = perf_counter()
    await storm.rage(kills, then_after=[chance.uniform(0.5, 2) for _ in range(AT_RANDOM)])
    took = perf_counter() - begin
    faults = await storm.faults()
    return [
        Measure(f"{platform}: events handled a second, with their copies and the kills", EVENTS / took),
        Measure(f"{platform}: kills", len(kills) + AT_RANDOM),
        Measure(f"{platform}: people with something lost", len(faults.lost), at_most=0),
        Measure(f"{platform}: people with something twice", len(faults.twice), at_most=0),
        Measure(f"{platform}: people with something out of its order", len(faults.out_of_order), at_most=0),
        Measure(f"{platform}: violations of its rules", len(faults.violations), at_most=0),
    ]
