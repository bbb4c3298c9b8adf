"""The whole bot, on whatever platform: what tests of one have in common with those of another."""

import asyncio
from collections.abc import Callable

from sqlmodel import select

from storage.shared.deliveries import Delivery
from storage.shared.turns import TurnRow
from tests.cast import Cast
from tests.player import Player

SOON_S = 30


async def until(it_is_so: Callable[[], bool], *, within_s: float | None = SOON_S, every_s: float = 0.002) -> None:
    """Wait for something that happens elsewhere, such as in another process, which can only be looked for."""
    async with asyncio.timeout(within_s):
        while True:
            if it_is_so():
                return
            await asyncio.sleep(every_s)


async def owe(player: Player, text: str, *, again: bool = False) -> None:
    """Have the bot tell somebody this, unasked."""
    account, now = await player.account(), player.cast.clock.now()
    async with player.cast.app.database.unit() as unit:
        await unit.deliveries.owe(
            Delivery(person_id=account.person_id, body={"text": text}, again=again, due_at=now, made_at=now)
        )
    await player.cast.settle()


async def turns(cast: Cast) -> list[TurnRow]:
    """What the bot ever took in."""
    async with cast.app.database.unit() as unit:
        return await unit.run(lambda session: list(session.exec(select(TurnRow))))
