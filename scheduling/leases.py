"""Holding on to what is under way: a lease is renewed for as long as its delivery takes."""

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import datetime

from bot.chat.faults import describe
from storage.shared.unit import SharedDatabase

log = logging.getLogger("waymark.deliveries")

RENEW_EVERY_S = 20
"""A third of a lease: a renewal that fails, or comes late, loses nothing."""


class Leases:
    """What one engine has under way. While there is anything, all of it is renewed together."""

    def __init__(
        self,
        database: SharedDatabase,
        now: Callable[[], datetime],
        pause: Callable[[float], Awaitable[None]],
    ) -> None:
        self._database = database
        self._now = now
        self._pause = pause
        self.under_way = set[str]()
        self._renewing: asyncio.Task[None] | None = None
        self._writing = asyncio.Lock()

    @asynccontextmanager
    async def held(self, delivery_id: str) -> AsyncIterator[None]:
        """It is under way for as long as the block lasts."""
        self.under_way.add(delivery_id)
        if self._renewing is None:
            self._renewing = asyncio.create_task(self._renew(), name="renewing the leases")
        try:
            yield
        finally:
            self.under_way.discard(delivery_id)
            if not self.under_way and self._renewing is not None:
                renewing, self._renewing = self._renewing, None
                async with self._writing:  # a transaction is not cut off in the middle
                    renewing.cancel()

    async def _renew(self) -> None:
        while True:
            await self._pause(RENEW_EVERY_S)
            async with self._writing:
                try:
                    async with self._database.unit() as unit:
                        await unit.deliveries.renew(tuple(self.under_way), self._now())
                except Exception as error:
                    log.error("the leases of what is under way were not renewed: %s", describe(error))
