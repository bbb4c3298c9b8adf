"""Keeping to a platform's pace: whoever sends waits here for their moment, whichever process they are in."""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Sequence
from datetime import timedelta
from typing import Protocol

from bot.chat.errors import DeliveryFailed
from scheduling.clock import Clock
from storage.shared.pacing import Limit, Reserved, held, hold, reserve
from storage.shared.unit import SharedDatabase

BRIEF_S = 0.04
"""Who has no longer to wait than this is under way, and goes even if the platform says 429 meanwhile."""

LEEWAY_S = 0.01
"""By how much what really goes out may be closer together than the places it was given."""


class Pace(Protocol):
    """Whoever sends waits here for their moment."""

    async def wait_for(self, *limits: Limit) -> None: ...

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
        self._went: dict[str, deque[float]] = {}

    async def wait_for(self, *limits: Limit) -> None:
        """Come back when one more thing may be sent under all these limits.

        Raises DeliveryFailed, with when to try again, where that is too far ahead to wait for.
        """
        while not await self._may_send(limits):
            pass

    async def hold(self, bucket: str, seconds: float) -> None:
        """The platform asked for a rest: nobody of any replica sends in this bucket until it is over."""
        now = self._clock.now()
        until = now + timedelta(seconds=seconds)
        await self._database.do_plainly(lambda connection: hold(connection, bucket, until, now), durable=False)

    async def _may_send(self, limits: Sequence[Limit]) -> bool:
        """Wait once; False where that was not enough."""
        reserved = await self._reserve(limits)
        wait = (reserved.at - self._clock.now()).total_seconds()
        if wait > self._longest_wait_s:
            raise DeliveryFailed("it is not its turn yet", retry_after=wait, counts=False)
        if wait > BRIEF_S:
            await self._sleep(wait - BRIEF_S)
            if await self._void(limits, reserved):
                return False
            wait = (reserved.at - self._clock.now()).total_seconds()
        if wait > 0:
            await self._sleep(wait)
        if reserved.taken:
            await self._go(min(limits, key=lambda limit: limit.every))
        return reserved.taken

    async def _void(self, limits: Sequence[Limit], reserved: Reserved) -> bool:
        return reserved.taken and await self._database.do_plainly(
            lambda connection: held(connection, limits, reserved.at), durable=False
        )

    async def _go(self, limit: Limit) -> None:
        """Places are even, and who comes late to theirs is soon followed by the next.

        So many of them that a second is full go no faster than their places allow, late or not.
        """
        evenly = round(timedelta(seconds=1) / limit.every)
        went = self._went.setdefault(limit.bucket, deque(maxlen=evenly + limit.burst))
        least = (evenly + 1) * limit.every.total_seconds() - LEEWAY_S
        while len(went) == went.maxlen and (wait := went[0] + least - self._clock.monotonic()) > 0:
            await self._sleep(wait)
        went.append(self._clock.monotonic())

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
