"""What only one process of several may do: one does it, the others stand by, and one of them takes over."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from datetime import timedelta
from secrets import token_hex

from scheduling.clock import Clock
from storage.errors import RunAgain, StorageBusy, StorageFull
from storage.shared.unit import SharedDatabase

LASTS = timedelta(seconds=60)
"""How long whoever has it may be silent. To be longer than the thing that is done between two times of saying so."""
LOOK_AGAIN_S = 5


class StandingBy:
    """This process, as one of those that could do it."""

    def __init__(
        self,
        database: SharedDatabase,
        clock: Clock,
        task: str,
        sleep: Callable[[float], Awaitable[object]] = asyncio.sleep,
    ) -> None:
        self._database = database
        self._clock = clock
        self._task = task
        self._sleep = sleep
        self._holder = token_hex(8)

    async def until_it_is_me(self) -> None:
        """Come back when it is this process that is to do it, for the next `LASTS`."""
        while not await self.is_me():
            await self._sleep(LOOK_AGAIN_S)

    async def is_me(self) -> bool:
        """Whether it is this process that is to do it, for the next `LASTS`."""
        try:
            async with self._database.unit() as unit:
                return await unit.watches.take(self._task, self._holder, self._clock.now(), LASTS)
        except (RunAgain, StorageBusy, StorageFull):  # two came at once; or whoever can write may do it
            return False

    async def step_down(self) -> None:
        """Leave it to whoever comes first."""
        with suppress(RunAgain, StorageBusy, StorageFull):
            async with self._database.unit() as unit:
                await unit.watches.leave(self._task, self._holder)
