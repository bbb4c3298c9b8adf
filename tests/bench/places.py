"""Places: 200 people press the last one at once, in two processes, 1,000 times on each database; and any order

In each round one has it and 199 are told that it is taken; any other outcome is an error. In the tests it is 20 rounds.
Random bookings, moves, cancellations, waiting and interruptions are lived 300 times; in the tests, 5 times.
"""

import asyncio
import tempfile
from collections import Counter
from collections.abc import Iterable
from datetime import time, timedelta
from pathlib import Path
from shutil import copyfile

from hypothesis.stateful import run_state_machine_as_test

from scheduling.clock import SystemClock
from storage import database
from storage.migrating import migrate
from storage.shared.unit import SharedDatabase
from tests.bench.report import Measure
from tests.cast import migrated_file
from tests.coaching import at, new_world, tuesdays
from tests.faults.last_place import Pressing, outcomes, shared_out
from tests.platforms.process import A_BUSY_MACHINES_UNIT_S
from tests.postgres import Postgres
from tests.scheduling.test_bookings_in_any_order import AnyOrder, settled

ROUNDS, PEOPLE = 1_000, 200
A_DAY = 8
"""As many times are on offer each day."""
EXAMPLES, STEPS = 300, 40


def bench() -> Iterable[Measure]:
    database.LONGEST_UNIT_S = A_BUSY_MACHINES_UNIT_S
    with tempfile.TemporaryDirectory(prefix="waymark-bench-") as folder:
        file = Path(folder, "shared.db")
        copyfile(migrated_file(), file)
        yield from asyncio.run(_pressed(f"sqlite:///{file}", "SQLite"))
    with tempfile.TemporaryDirectory(prefix="waymark-pg-") as folder:
        server = Postgres(Path(folder))
        url = server.new_database().render_as_string(hide_password=False)
        new = SharedDatabase(url)
        migrate(new.engine)
        new.engine.dispose()
        new.threads.shutdown()
        yield from asyncio.run(_pressed(url, "PostgreSQL"))
        server.stop()
    begun = SystemClock().monotonic()
    run_state_machine_as_test(AnyOrder, settings=settled(EXAMPLES, STEPS))
    yield Measure(f"{EXAMPLES} lives of up to {STEPS} things in any order", SystemClock().monotonic() - begun, "s")


async def _pressed(url: str, name: str) -> list[Measure]:
    async with SharedDatabase(url) as shared:
        people = [f"P{number}" for number in range(PEOPLE)]
        world = await new_world(shared, ["Cleo"], people, at_once=True)
        offer = await world.offers(tuesdays(world.ids["Cleo"], rule="FREQ=DAILY", starts=time(9)))
        first = at(5, 9)
        times = [first + timedelta(days=number // A_DAY, hours=number % A_DAY) for number in range(ROUNDS)]
        rounds = [[world.wish(who, offer, starts) for who in people] for starts in times]
    begun = SystemClock().monotonic()
    found = outcomes([Pressing(url, world.programmes, world.now, wishes, True) for wishes in shared_out(rounds)])
    took = SystemClock().monotonic() - begun
    once = sum(outcome == Counter(won=1, SlotTaken=PEOPLE - 1) for outcome in found)
    return [
        Measure(f"rounds in which one has it, of {ROUNDS:,}, on {name}", once, at_least=ROUNDS),
        Measure("  until the last of 200 is answered, on average", 1_000 * took / ROUNDS, "ms"),
    ]
