"""What wakes a process: APScheduler, with a few jobs in memory and no state. What is due is asked of the rows."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta

from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot.chat.faults import describe
from scheduling.clock import Clock, SystemClock

log = logging.getLogger("waymark.waking")

LOOK_EVERY_S = 5
"""How long something that another process wrote may wait before this one sees it."""


class Waking:
    """Calls `tick` when something falls due, when something was just written, and every few seconds."""

    def __init__(self, clock: Clock, tick: Callable[[], Awaitable[datetime | None]]) -> None:
        self._clock = clock
        self._tick = tick
        self._scheduler = AsyncIOScheduler(
            timezone="UTC", job_defaults={"misfire_grace_time": None, "coalesce": True, "max_instances": 1}
        )
        self._looking = asyncio.Lock()
        self._wanted = False

    def start(self) -> None:
        self._scheduler.add_job(self._look, "interval", seconds=LOOK_EVERY_S, id="look")
        self._scheduler.start()
        self.soon()

    def soon(self) -> None:
        """Something has just been written: look at once, or once more where a look is under way."""
        self._wanted = True
        if self._scheduler.running and not self._looking.locked():
            self._scheduler.add_job(self._look, id="soon", replace_existing=True)

    async def stop(self) -> None:
        """No more waking; what is being done is finished."""
        if self._scheduler.running:
            async with self._looking:
                self._scheduler.shutdown(wait=False)
            await asyncio.sleep(0)

    async def _look(self) -> None:
        if self._looking.locked():
            return
        async with self._looking:
            due = await self._until_nothing_is_wanted()
        if due is not None and self._scheduler.running:
            wait = max(due - self._clock.now(), timedelta(milliseconds=50))
            if wait < timedelta(seconds=LOOK_EVERY_S):
                at = SystemClock().now() + wait
                self._scheduler.add_job(self._look, "date", run_date=at, id="due", replace_existing=True)

    async def _until_nothing_is_wanted(self) -> datetime | None:
        while True:
            self._wanted = False
            try:
                due = await self._tick()
            except Exception as error:
                log.error("a look at what is due failed: %s", describe(error))
                return None
            if not self._wanted:
                return due
