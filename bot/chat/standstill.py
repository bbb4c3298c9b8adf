"""The standstill after a restore: nothing is sent, and nobody answered, until somebody has looked and said so."""

import logging
from collections.abc import Mapping
from datetime import datetime

from bot.chat.errors import DeliveryFailed
from bot.chat.messages import Message
from bot.chat.platform import Arrived, Inbound, Platform, Pressed, Said, Stepped, Submitted
from storage.shared.unit import SharedDatabase

log = logging.getLogger("waymark.turns")

WORDS = "I’m being put back after a fault, and can’t answer just now. What you said is kept, and answered after that."


class Standstill:
    """Whether it lasts. Once it is over it is over: only what is not running can be restored."""

    def __init__(self, database: SharedDatabase) -> None:
        self._database = database
        self._over = False

    async def lasts(self) -> bool:
        if not self._over:
            async with self._database.unit() as unit:
                self._over = await unit.keeping.restoration() is None
        return not self._over


async def say_that_it_lasts(
    database: SharedDatabase, platforms: Mapping[str, Platform], inbound: Inbound, now: datetime
) -> None:
    """One honest line to whoever does something meanwhile, once to each account, and never into a group."""
    address = inbound.address
    async with database.unit() as unit:
        restoration = await unit.keeping.restoration()
        account = await unit.people.at(*address)
        if restoration is None or account is None or not _waits_for_an_answer(inbound):
            return
        name = f"standstill {restoration.id}"
        if await unit.conversations.handle(account.id, name) is not None:
            return
        await unit.conversations.set_handle(account.id, name, "", now)
    try:
        await platforms[address.platform].send(address, Message(WORDS), id=f"{name} {account.id}")
    except DeliveryFailed as failed:
        log.info("nobody could be told of the standstill: %s", failed.why)


def _waits_for_an_answer(inbound: Inbound) -> bool:
    what = inbound.what
    return isinstance(what, Arrived | Pressed | Stepped | Submitted) or (isinstance(what, Said) and not what.public)
