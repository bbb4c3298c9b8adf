"""Many people press the same button at once, in two processes over one database."""

import asyncio
import multiprocessing
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from multiprocessing.connection import Connection
from multiprocessing.synchronize import Barrier
from typing import Any

from bot.programmes import Programme
from scheduling import booking
from scheduling.availability import Free
from scheduling.booking import Wish, request
from scheduling.coaching import Coaching, Overlaps, SlotTaken
from storage import database
from storage.errors import RunAgain, StorageBusy
from storage.shared.coaching import bookings, places
from storage.shared.coaching.bookings import Booked, Bookings
from storage.shared.coaching.offers import Offer
from storage.shared.unit import SharedDatabase

PROCESSES = 2
PATIENCE_S = 120
"""Should the other process be gone, this one does not wait for ever."""

spawner = multiprocessing.get_context("forkserver")
spawner.set_forkserver_preload(["tests.faults.last_place"])


@dataclass(frozen=True)
class Pressing:
    """What one process does: round by round, all these at once."""

    url: str
    programmes: dict[str, Programme]
    now: datetime
    rounds: Sequence[Sequence[Wish]]
    checks: bool
    """Without them, only the database says who has which place."""


def outcomes(presses: Sequence[Pressing]) -> list[Counter[str]]:
    """What came of each round, in all processes together."""
    barrier = spawner.Barrier(len(presses))
    hears, children = [], []
    for pressing in presses:
        hear, tell = spawner.Pipe(duplex=False)
        child = spawner.Process(target=press, args=(pressing, barrier, tell))
        child.start()
        hears.append(hear)
        children.append(child)
        tell.close()
    told: list[list[Counter[str]]] = [hear.recv() for hear in hears]
    for child in children:
        child.join()
    return [sum(together, Counter[str]()) for together in zip(*told, strict=True)]


def shared_out(rounds: Sequence[Sequence[Wish]]) -> list[list[Sequence[Wish]]]:
    """Every other one to each process."""
    return [[wishes[first::PROCESSES] for wishes in rounds] for first in range(PROCESSES)]


def press(pressing: Pressing, barrier: Barrier, tell: Connection) -> None:
    database.LONGEST_UNIT_S = 60.0
    if not pressing.checks:
        _without_checks()
    tell.send(asyncio.run(_press(pressing, barrier)))


async def _press(pressing: Pressing, barrier: Barrier) -> list[Counter[str]]:
    async with SharedDatabase(pressing.url) as shared:
        found = []
        for wishes in pressing.rounds:
            barrier.wait(PATIENCE_S)
            found.append(Counter(await asyncio.gather(*(_one(shared, pressing, wish) for wish in wishes))))
        return found


async def _one(shared: SharedDatabase, pressing: Pressing, wish: Wish) -> str:
    while True:
        try:
            async with shared.unit() as unit:
                await request(Coaching(unit, pressing.programmes, pressing.now), wish)
        except (SlotTaken, Overlaps) as refusal:
            return type(refusal).__name__
        except (RunAgain, StorageBusy):
            continue
        return "won"


def _without_checks() -> None:
    """Nobody looks whether the place is free, nor waits for anybody."""

    async def never_taken(*_: object) -> bool:
        return False

    async def always_free(
        coaching: Coaching, wish: Wish, offer: Offer, but_for: Booked | None = None, *, at_short_notice: bool = False
    ) -> Free:
        return Free(wish.starts, wish.starts + timedelta(minutes=offer.minutes), offer, 1)

    patched: Any = bookings
    patched._lock = lambda *_: []
    patched_area: Any = Bookings
    patched_area.is_taken = never_taken
    booking.free = always_free
    places.free_number = lambda *_: 1
