"""Keeping people's Homes as things are: what has become stale is drawn anew, and published where it reads differently.

A Home that was published and not marked so is published once more, and stands there once all the same.
"""

import asyncio
import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from secrets import token_hex
from typing import Protocol

from pydantic import TypeAdapter

from bot.chat import home
from bot.chat.carrying import Mark, no_mark, pause_after
from bot.chat.errors import DeliveryFailed
from bot.chat.faults import describe
from bot.chat.messages import Message
from bot.chat.platform import Address, HasHome, Platform
from bot.chat.standstill import Standstill
from bot.chat.view import Kit, view_of
from storage.errors import Gone
from storage.private.vault import Vault
from storage.shared.homes import Home
from storage.shared.people import Account
from storage.shared.unit import SharedDatabase, SharedUnit

log = logging.getLogger("waymark.homes")

BATCH = 8
MOST_ATTEMPTS = 12

parts_json = TypeAdapter(list[Message])


class VaultReading(Protocol):
    """The door by which a person's own vault is read while a text for them is worded."""

    async def of_recipient(self, vault_id: str, delivery_id: str) -> Vault: ...

    def within(self, vault: Vault, unit: SharedUnit) -> Vault: ...


@dataclass(frozen=True)
class Drawn:
    """A Home as it is to stand there."""

    home: Home
    account: Account
    parts: list[Message]
    digest: str


class Homes:
    """Draws what is stale, one Home after another, and publishes a few at once. Any number of processes may run one."""

    def __init__(
        self,
        *,
        database: SharedDatabase,
        kit: Kit,
        platforms: Mapping[str, Platform],
        vaults: VaultReading,
        now: Callable[[], datetime],
        mark: Mark = no_mark,
    ) -> None:
        self._database = database
        self._kit = kit
        self._platforms = platforms
        self._vaults = vaults
        self._now = now
        self._mark = mark
        self._standstill = Standstill(database)
        self._stopping = False
        self._wanted = False
        self._running: asyncio.Task[None] | None = None

    # ------------------------------------------------------------ when

    def soon(self) -> None:
        """Begin with what is due, if nobody in this process is at it: a slow platform holds up no message."""
        self._wanted = True
        if not self._under_way:
            self._running = asyncio.create_task(self._run(), name="homes")

    async def quiet(self) -> None:
        """Wait until nothing is under way."""
        if self._running is not None:
            await self._running

    async def stop(self) -> None:
        """Begin with nothing more; what is under way is finished."""
        self._stopping = True
        await self.quiet()

    async def next_due(self) -> datetime | None:
        """When something is to be begun with next; what is due while somebody is at it needs no waking."""
        if self._under_way or not self._with_homes or await self._standstill.lasts():
            return None
        async with self._database.unit() as unit:
            return await unit.homes.next_due(self._with_homes)

    async def run_due(self) -> int:
        """Draw everything that is stale, and publish what reads differently; gives how many there were."""
        done = 0
        while self._with_homes and not self._stopping and not await self._standstill.lasts():
            async with self._database.unit() as unit:
                leased = await unit.homes.lease(self._with_homes, BATCH, self._now())
            if not leased:
                break
            drawn = [await self._draw(home, account) for home, account in leased]
            await asyncio.gather(*(self._publish(each) for each in drawn if each is not None))
            done += len(leased)
        return done

    async def _run(self) -> None:
        while self._wanted:
            self._wanted = False
            try:
                await self.run_due()
            except Exception as error:
                log.error("the Homes wait: %s", describe(error))

    @property
    def _under_way(self) -> bool:
        return self._running is not None and not self._running.done()

    @property
    def _with_homes(self) -> list[str]:
        return [name for name, platform in self._platforms.items() if isinstance(platform, HasHome)]

    # ------------------------------------------------------------ one Home

    async def _draw(self, home: Home, account: Account) -> Drawn | None:
        try:
            parts = await self._parts(account)
        except Exception as error:
            await self._not_published(home, _bug(error))
            return None
        digest = self._kit.secrets.digest("home", parts_json.dump_json(parts).decode())
        return Drawn(home, account, parts, digest)

    async def _parts(self, account: Account) -> list[Message]:
        """What they see just now. Their vault is open only while it is worded."""
        async with self._database.unit() as unit:
            person = await unit.people.get(account.person_id) if account.person_id is not None else None
        vault = await self._vault(person.vault, account) if person is not None and account.admitted else None
        async with self._database.unit() as unit:
            opened = self._vaults.within(vault, unit) if vault is not None else None
            manner = self._platforms[account.platform].manner
            return await home.parts(await view_of(unit, self._kit, account, person, self._now(), manner, opened))

    async def _vault(self, vault_id: str, account: Account) -> Vault | None:
        try:
            return await self._vaults.of_recipient(vault_id, f"home {account.id}")
        except Gone:  # the rest of the deletion is under way
            return None

    async def _publish(self, drawn: Drawn) -> None:
        home, account = drawn.home, drawn.account
        try:
            if drawn.digest != home.digest:
                platform = self._platforms[account.platform]
                assert isinstance(platform, HasHome)
                await self._mark("before the publishing")
                await platform.publish_home(Address(account.platform, account.team, account.user), drawn.parts)
                await self._mark("after the publishing")
            async with self._database.unit() as unit:
                await unit.homes.drawn(home.account_id, home.changes, drawn.digest)
        except Exception as error:
            await self._not_published(home, error if isinstance(error, DeliveryFailed) else _bug(error))

    async def _not_published(self, home: Home, failed: DeliveryFailed) -> None:
        """Later, or not before they look again."""
        async with self._database.unit() as unit:
            if failed.unreachable:
                await unit.people.mark_unreachable(home.account_id)
            if failed.permanent or home.attempts >= MOST_ATTEMPTS:
                log.info("a Home was given up: %s", failed.why)
                await unit.homes.give_up(home.account_id)
            else:
                await unit.homes.try_later(home.account_id, self._now() + pause_after(failed, home.attempts))


def _bug(error: Exception) -> DeliveryFailed:
    reference = token_hex(4)
    log.error("a Home could not be published, reference %s: %s", reference, describe(error))
    return DeliveryFailed(f"a fault of ours, reference {reference}")
