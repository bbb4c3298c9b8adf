"""`waymark resume`: what a restored bot would send, in counts and never in words; and the word to begin."""

from collections.abc import Iterator
from datetime import datetime

from bot.chat.router import Routes
from bot.keeping.manifest import day_and_time
from bot.routers import ROUTERS
from storage.shared.keeping import Restoration
from storage.shared.unit import SharedDatabase


async def restoration(database: SharedDatabase) -> Restoration | None:
    """The one that waits to be resumed."""
    async with database.unit() as unit:
        return await unit.keeping.restoration()


async def would_be_sent(database: SharedDatabase, of: Restoration, now: datetime) -> list[str]:
    """Line by line, for the operator."""
    async with database.unit() as unit:
        kinds = await unit.keeping.waiting(now)
        later = await unit.keeping.later(now)
        people = await unit.keeping.to_be_answered()

    def lines() -> Iterator[str]:
        yield f"Put back on {day_and_time(of.restored_at)} from a backup of {day_and_time(of.backup_made_at)}."
        yield f"{'1 person' if people == 1 else f'{people} people'} wrote and will be answered."
        if not kinds:
            yield "No message is due."
        for kind in kinds:
            stale = f"; {kind.stale} too late to be of use, to be dropped" if kind.stale else ""
            span = f"due from {day_and_time(kind.oldest)} to {day_and_time(kind.newest)}"
            yield f"{kind.count:8,}  {kind.kind}: {span}{stale}"
        yield f"{later:8,}  more, due only later."

    return list(lines())


async def resume(database: SharedDatabase, ran_until: datetime, now: datetime) -> int:
    """Let it go on; gives how many messages are looked for first, as the bot that was lost may have sent them."""
    acts = list(Routes(ROUTERS).acts)
    async with database.unit() as unit:
        looked_for = await unit.keeping.look_for_sent(ran_until, acts, now)
        await unit.keeping.resume(now)
    return looked_for
