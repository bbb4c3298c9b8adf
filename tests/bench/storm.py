"""A storm on Slack: ten thousand events, each delivered three times in any order, and the bot killed in between"""

import asyncio
import random
import tempfile
from collections.abc import Iterable
from pathlib import Path
from time import perf_counter

from tests.bench.report import Measure
from tests.faults.slack_storm import Storm
from tests.platforms.slack.process import QUICK
from tests.platforms.slack.server import FakeSlack

EVENTS = 10_000
AT_RANDOM = 10


def bench() -> Iterable[Measure]:
    with tempfile.TemporaryDirectory(prefix="waymark-bench-") as folder:
        return asyncio.run(_bench(Path(folder)))


async def _bench(folder: Path) -> list[Measure]:
    chance = random.Random(11)
    async with FakeSlack(pace=QUICK) as fake:
        storm = Storm(folder, fake, EVENTS)
        await storm.set_up()
        kills = storm.kills(chance)
        begin = perf_counter()
        await storm.rage(kills, then_after=[chance.uniform(0.5, 2) for _ in range(AT_RANDOM)])
        took = perf_counter() - begin
        faults = await storm.faults()
    return [
        Measure("events handled a second, with their copies and the kills", EVENTS / took),
        Measure("kills", len(kills) + AT_RANDOM),
        Measure("people with something lost", len(faults.lost), at_most=0),
        Measure("people with something twice", len(faults.twice), at_most=0),
        Measure("people with something out of its order", len(faults.out_of_order), at_most=0),
        Measure("violations of Slack’s rules", len(faults.violations), at_most=0),
    ]
