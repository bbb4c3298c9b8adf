"""Keeping to a platform's pace: whoever sends waits here for their moment, whichever process they are in."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from datetime import timedelta
from typing import Protocol

from bot.chat.errors import DeliveryFailed
from scheduling.clock import Clock
from scheduling.departures import Departure, Departures
from storage.shared.pacing import Limit, Reserved, held, hold, reserve
from storage.shared.unit import SharedDatabase

BRIEF_S = 0.04
"""Who has no longer to wait than this is under way, and goes even if the platform says 429 meanwhile."""


class Pace(Protocol):
    """Whoever sends waits here for their moment."""

    def place(self, *limits: Limit) -> AbstractAsyncContextManager[None]: ...

    async def hold(self, bucket: str, seconds: float) -> None: ...


class Pacer:
    """Lets everybody send as fast as the platform's limits allow, and not faster.

    Its clock is the real one, also where the bot's is set: a platform counts in real seconds.
    """

    def __init__(
        self,
        database: SharedDatabase,
        clock: Clock,
        sleep: Callable[[float], Awaitable[object]] = asyncio.sleep,
        longest_wait_s: float = 20,
    ) -> None:
        """Who would have to wait longer is sent away: what they hold, such as a lease, must not lapse meanwhile."""
        self._database = database
        self._clock = clock
        self._sleep = sleep
        self._longest_wait_s = longest_wait_s
        self._wishes: list[Sequence[Limit]] = []
        self._next: asyncio.Task[list[Reserved]] | None = None
        self._one_at_a_time = asyncio.Lock()
        self._departures: dict[str, Departures] = {}

    @asynccontextmanager
    async def place(self, *limits: Limit) -> AsyncIterator[None]:
        """Go in when one more thing may be sent under all these limits, and come out when it is answered.

        What takes long to be answered may have come late, and makes room. Raises DeliveryFailed, with when to try
        again, where the place is too far ahead to wait for.
        """
        departure = await self._leave(limits)
        try:
            yield
        finally:
            departure.took = self._clock.monotonic() - departure.at

    async def hold(self, bucket: str, seconds: float) -> None:
        """The platform asked for a rest: nobody of any replica sends in this bucket until it is over."""
        now = self._clock.now()
        until = now + timedelta(seconds=seconds)
        await self._database.do_plainly(lambda connection: hold(connection, bucket, until, now), durable=False)

    async def _leave(self, limits: Sequence[Limit]) -> Departure:
        while not await self._has_place(limits):
            pass
        quickest = min(limits, key=lambda limit: limit.every)
        departures = self._departures.setdefault(quickest.bucket, Departures(quickest))
        while (wait := departures.wait(self._clock.monotonic())) > 0:
            await self._sleep(wait)
        return departures.go(self._clock.monotonic())

    async def _has_place(self, limits: Sequence[Limit]) -> bool:
        """Wait once; False where that was not enough."""
        reserved = await self._reserve(limits)
        wait = (reserved.at - self._clock.now()).total_seconds()
        at = self._clock.monotonic() + wait
        if wait > self._longest_wait_s:
            raise DeliveryFailed("it is not its turn yet", retry_after=wait, counts=False)
        if wait > BRIEF_S and reserved.taken:
            await self._sleep(wait - BRIEF_S)
            if await self._void(limits, reserved):
                return False
        if (left := at - self._clock.monotonic()) > 0:
            await self._sleep(left)
        return reserved.taken

    async def _void(self, limits: Sequence[Limit], reserved: Reserved) -> bool:
        """The platform has asked for a rest since, and the place is in it."""
        return await self._database.do_plainly(lambda connection: held(connection, limits, reserved.at), durable=False)

    async def _reserve(self, limits: Sequence[Limit]) -> Reserved:
        """Whoever comes while a reservation is under way shares the next."""
        self._wishes.append(limits)
        mine = len(self._wishes) - 1
        if self._next is None:
            self._next = asyncio.create_task(self._reserve_together())
        return (await asyncio.shield(self._next))[mine]

    async def _reserve_together(self) -> list[Reserved]:
        async with self._one_at_a_time:
            wishes, self._wishes, self._next = self._wishes, [], None
            return await self._database.do_plainly(
                lambda connection: reserve(connection, wishes, self._clock.now()), durable=False
            )
