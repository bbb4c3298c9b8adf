"""The nightly round: it ends the life of whatever has been kept for as long as was said, and counts what it did."""

import logging
from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Protocol

from bot.chat import drafts
from bot.chat.faults import describe
from scheduling.clock import SystemClock
from storage.shared.deliveries import Delivery
from storage.shared.unit import SharedDatabase

log = logging.getLogger("waymark.nightly")

TURN_IDS = timedelta(days=7)
PACES = timedelta(days=1)
SENT_WORDS = timedelta(days=30)


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
        """The round of this day, if it has not been made. One that fails is made again, and holds nothing else up."""
        today = self._now().date()
        if self._done_on == today:
            return
        try:
            await self._round()
        except Exception as error:
            log.error("the nightly round failed: %s", describe(error))
        else:
            self._done_on = today

    async def _round(self) -> None:
        await self._days.destroy_old()
        async with self._database.unit() as unit:
            turns = await unit.turns.forget_before(self._now() - TURN_IDS)
            words = await unit.deliveries.forget_bodies_before(self._now() - SENT_WORDS)
            await unit.joining.forget_tries(self._now())
            begun = self._now() - drafts.life(await unit.cohorts.programmes())
            left = await unit.conversations.drafts_left_before(begun)
            await unit.homes.all_changed()
            await unit.paces.forget_before(SystemClock().now() - PACES)  # the clock that they are written by
        for person_id, draft in left:
            async with self._database.unit() as unit:
                await unit.deliveries.owe(self._forgetting(person_id, draft))
        async with self._database.unit() as unit:
            forms = await unit.conversations.forget_before(begun)
        log.info("nightly: %d turns, the words of %d messages and %d forms ended their life", turns, words, forms)

    def _forgetting(self, person_id: int, draft: str) -> Delivery:
        now = self._now()
        return Delivery(
            key=f"forget {draft}",
            person_id=person_id,
            job=drafts.FORGET,
            arguments={"entry": draft},
            due_at=now,
            made_at=now,
        )
