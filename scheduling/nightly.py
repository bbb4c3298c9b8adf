"""The nightly round: it ends the life of whatever has been kept for as long as was said, and counts what it did."""

import logging
from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Protocol

from bot.chat.faults import describe
from bot.programmes import Programme
from scheduling.graduating import graduate
from scheduling.reminders import replan
from scheduling.retention import SWEEPS, Night, Sweep
from storage.shared.unit import SharedDatabase

log = logging.getLogger("waymark.nightly")


class OldDays(Protocol):
    """The day keys."""

    async def destroy_old(self) -> None: ...


class Nightly:
    """Runs once on each day, at the first waking of it; running it twice changes nothing."""

    def __init__(
        self,
        database: SharedDatabase,
        days: OldDays,
        programmes: Mapping[str, Programme],
        now: Callable[[], datetime],
    ) -> None:
        self._database = database
        self._days = days
        self._programmes = programmes
        self._now = now
        self._done_on: date | None = None

    async def run_if_due(self) -> None:
        """The round of this day, if it has not been made. One that fails is made again, and holds nothing else up."""
        today = self._now().date()
        if self._done_on == today:
            return
        try:
            await self._round(today)
        except Exception as error:
            log.error("the nightly round failed: %s", describe(error))
        else:
            self._done_on = today

    async def _round(self, today: date) -> None:
        await self._days.destroy_old()
        await graduate(self._database, self._now())
        await self._plan(today)
        async with self._database.unit() as unit:
            run_here = {key: self._programmes[key] for key in await unit.cohorts.programmes()}
            await unit.homes.all_changed()
        ended = {sweep.ended: await self._sweep(sweep, run_here) for sweep in SWEEPS}
        async with self._database.unit() as unit:
            await unit.keeping.round_done(today, ended, self._now())
        done = ", ".join(f"{count} {what}" for what, count in ended.items() if count)
        log.info("nightly: what ended its life: %s", done or "nothing")

    async def _plan(self, today: date) -> None:
        """What was not planned as things stand, such as when a process was killed meanwhile, is planned by now."""
        async with self._database.unit() as unit:
            cohorts = [cohort for cohort in await unit.cohorts.every() if cohort.ends >= today]
        for cohort in cohorts:
            await replan(self._database.unit, cohort, self._programmes[cohort.programme], self._now())

    async def _sweep(self, sweep: Sweep, run_here: Mapping[str, Programme]) -> int:
        async with self._database.unit() as unit:
            return await sweep.do(Night(unit, self._now(), run_here))
