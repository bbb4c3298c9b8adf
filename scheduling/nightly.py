"""The nightly round: it ends the life of whatever has been kept for as long as was said, and counts what it did."""

import logging
from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Protocol

from storage.shared.unit import SharedDatabase

log = logging.getLogger("waymark.nightly")

TURN_IDS = timedelta(days=7)
SENT_WORDS = timedelta(days=30)
OPEN_FORMS = timedelta(days=30)


class OldDays(Protocol):
    """The day keys."""

    async def destroy_old(self) -> None: ...


class Nightly:
    """Runs once on each day, at the first waking of it; running it twice changes nothing."""

    def __init__(self, database: SharedDatabase, days: OldDays, now: Callable[[], datetime]) -> None:
        self._database = database
        self._days = days
        self._now = now
        self._done_on: date | None = None

    async def run_if_due(self) -> None:
        today = self._now().date()
        if self._done_on == today:
            return
        await self._days.destroy_old()
        async with self._database.unit() as unit:
            turns = await unit.turns.forget_before(self._now() - TURN_IDS)
            words = await unit.deliveries.forget_bodies_before(self._now() - SENT_WORDS)
            forms = await unit.conversations.forget_before(self._now() - OPEN_FORMS)
        self._done_on = today
        log.info("nightly: %d turns, the words of %d messages and %d forms ended their life", turns, words, forms)
