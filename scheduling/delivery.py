"""Sending what is owed: due, leased, then sent, failed or uncertain; and acts, step by step.

A delivery that was leased and not heard of again is looked for on its platform before it is sent once more. Where a
platform can't tell, it is uncertain: sent again only if twice is better than never.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Coroutine, Mapping
from contextlib import AbstractAsyncContextManager, suppress
from datetime import datetime, timedelta
from secrets import token_hex
from typing import ParamSpec, Protocol, TypeVar

from bot.chat.carrying import Mark, no_mark, pause_after
from bot.chat.errors import CannotTell, DeliveryFailed
from bot.chat.faults import describe
from bot.chat.jobs import Arguments
from bot.chat.messages import Message, for_reader
from bot.chat.offered import offered_beside
from bot.chat.platform import Address, FindsSent, Platform, Sent
from bot.chat.putting_away import put_away
from bot.chat.standstill import Standstill
from bot.chat.view import Kit
from scheduling.leases import Leases
from scheduling.wording import NobodyReachable, Owed, Words
from scheduling.worker import Worker
from storage.private.vault import Vault
from storage.shared.deliveries import Delivery, DeliveryState
from storage.shared.people import Account, Person
from storage.shared.unit import SharedDatabase, SharedUnit

log = logging.getLogger("waymark.deliveries")

P = ParamSpec("P")
R = TypeVar("R")

AT_ONCE = 12
"""How many are under way: enough to keep the pace with a slow platform, and few for an answer to stand behind."""

LEASED_TOGETHER = 4
LOOK_EVERY_S = 1

MOST_ATTEMPTS = 30
MOST_BUGS = 3


class VaultWork(Protocol):
    """The doors for work without a speaker: the recipient's own vault, the end of a vault, a post taken back."""

    async def of_recipient(self, vault_id: str, delivery_id: str) -> Vault: ...

    async def of_desk(self, name: str, delivery_id: str) -> Vault: ...

    async def carry_out(self, vault: Vault) -> None: ...

    async def destroy(self, vault_id: str, now: datetime) -> str: ...

    async def take_back(self, vault_id: str, post_id: str) -> None: ...


class DeliveryEngine:
    """Leases what is due, sends it, and marks what became of it. Any number of processes may run one."""

    def __init__(
        self,
        *,
        database: SharedDatabase,
        kit: Kit,
        platforms: Mapping[str, Platform],
        vaults: VaultWork,
        worker: Worker,
        now: Callable[[], datetime],
        mark: Mark = no_mark,
        pause: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._database = database
        self._kit = kit
        self._routes = kit.routes
        self._words = Words(kit, platforms, now)
        self._platforms = platforms
        self._vaults = vaults
        self._worker = worker
        self._now = now
        self._mark = mark
        self._leases = Leases(database, now, pause)
        self._standstill = Standstill(database)
        self._stopping = False

    def stop(self) -> None:
        """Lease nothing more; what is leased is finished."""
        self._stopping = True

    async def next_due(self) -> datetime | None:
        if await self._standstill.lasts():
            return None
        async with self._database.unit() as unit:
            return await unit.deliveries.next_due()

    async def run_due(self) -> int:
        """Do everything that is due, and what others left; gives how many there were.

        As some end others begin: whoever waits long for an answer holds up nobody else.
        """
        begun = 0
        under_way: set[asyncio.Task[None]] = set()
        ended: set[asyncio.Task[None]] = set()
        try:
            while not self._stopping:
                room = AT_ONCE - len(under_way)
                if room >= LEASED_TOGETHER or (room and not ended):
                    beginning = await self._lease(room)
                    begun += len(beginning)
                    under_way |= {asyncio.create_task(one) for one in beginning}
                if not under_way:
                    break
                ended, under_way = await asyncio.wait(
                    under_way, timeout=LOOK_EVERY_S, return_when=asyncio.FIRST_COMPLETED
                )
                for task in ended:
                    task.result()  # which is nothing, unless the process is to end
        finally:
            await asyncio.gather(*under_way)
        return begun

    async def _lease(self, most: int) -> list[Coroutine[None, None, None]]:
        """Take so many of what others left, and of what is due; gives what is to be done with each."""
        if await self._standstill.lasts():
            return []
        async with self._database.unit() as unit:
            lapsed = await unit.deliveries.lease_lapsed(most, self._now(), tuple(self._leases.under_way))
            due = await unit.deliveries.lease(most - len(lapsed), self._now())
        if lapsed or due:
            await self._mark("after the lease")
        return [
            *(self._safely(delivery, self._reconcile) for delivery in lapsed),
            *(self._safely(delivery, self._do) for delivery in due),
        ]

    async def do_now(self, key: str) -> None:
        """Do this one thing, whenever it is due, and nothing else."""
        if await self._standstill.lasts():
            return
        async with self._database.unit() as unit:
            delivery = await unit.deliveries.lease_one(key, self._now())
        if delivery is not None:
            await self._safely(delivery, self._reconcile)

    # ------------------------------------------------------------ one delivery

    async def _safely(self, delivery: Delivery, do: Callable[[Delivery], Awaitable[None]]) -> None:
        """One bad row never stops the others. What can't even be marked stays leased, and is found when that lapses."""
        try:
            async with self._leases.held(delivery.id):
                await self._try(delivery, do)
        except Exception as error:
            log.error("what became of delivery %s could not be marked: %s", delivery.id, describe(error))

    async def _try(self, delivery: Delivery, do: Callable[[Delivery], Awaitable[None]]) -> None:
        try:
            await do(delivery)
        except DeliveryFailed as failed:
            await self._not_sent(delivery, failed)
        except Exception as error:
            reference = token_hex(4)
            log.error("delivery %s failed, reference %s: %s", delivery.id, reference, describe(error))
            async with self._database.unit() as unit:
                if delivery.attempts + 1 >= MOST_BUGS:
                    why = f"a fault of ours, reference {reference}"
                    await unit.deliveries.end(delivery.id, DeliveryState.FAILED, self._now(), why=why)
                else:
                    again = self._now() + timedelta(seconds=2**delivery.attempts)
                    await unit.deliveries.keep_leased(delivery.id, again, why=f"reference {reference}")

    async def _do(self, delivery: Delivery) -> None:
        late = delivery.useful_until is not None and delivery.useful_until < self._now()
        if late and delivery.kind is None:
            await self._end(delivery, DeliveryState.DROPPED, why="too late to be of use")
        elif delivery.job in self._routes.acts:
            await self._act(delivery, delivery.job)
        else:
            await self._send(delivery)

    async def _send(self, delivery: Delivery) -> None:
        owed = await self._word(delivery)
        if owed is None:
            return
        account = owed.account
        await self._mark("before the sending")
        sent = await self._platforms[account.platform].send(
            Address(account.platform, account.team, account.user), owed.message, id=delivery.id, owed=True
        )
        await self._mark("after the sending")
        async with self._database.unit() as unit:
            why = delivery.why if delivery.kind is not None else None  # why it had to wait is told with it
            await unit.deliveries.end(delivery.id, DeliveryState.SENT, self._now(), sent=sent.ref, why=why)
            await self._remember_offer(unit, account, owed.message)

    async def _remember_offer(self, unit: SharedUnit, account: Account, message: Message) -> None:
        if message.only_shows:
            return
        before = account.offered, account.asked_at
        offered_beside(account, message, self._kit.secrets, self._now())
        if (account.offered, account.asked_at) != before:
            await unit.people.save_account(account)

    async def _word(self, delivery: Delivery) -> Owed | None:
        """Who gets it and what it says, as things stand now; None where it doesn't go just now."""
        async with self._database.unit() as unit:
            return await self._words.word(unit, delivery)

    async def _reconcile(self, delivery: Delivery) -> None:
        """Leased, and not heard of again: find out whether it went before doing anything."""
        if delivery.job in self._routes.acts or delivery.sent_by is None:
            await self._do(delivery)
            return
        async with self._database.unit() as unit:
            account = await unit.people.account(delivery.sent_by)
        platform = self._platforms.get(account.platform) if account else None
        if account is None or platform is None:
            raise NobodyReachable
        try:
            found = await _find(platform, account, delivery.id)
        except CannotTell:
            if delivery.again:
                await self._do(delivery)
            else:
                await self._end(delivery, DeliveryState.UNCERTAIN, why="its sending was interrupted")
            return
        if found is not None:
            await self._end(delivery, DeliveryState.SENT, sent=found.ref)
        else:
            await self._do(delivery)

    async def _not_sent(self, delivery: Delivery, failed: DeliveryFailed) -> None:
        async with self._database.unit() as unit:
            if failed.unreachable and delivery.sent_by is not None:
                await unit.people.mark_unreachable(delivery.sent_by)
            if failed.unreachable and delivery.account_id is None:
                await unit.deliveries.put_back(delivery.id, self._now(), why=failed.why)
            elif failed.permanent or (delivery.attempts >= MOST_ATTEMPTS and failed.counts):
                state = DeliveryState.UNCERTAIN if failed.may_have_arrived else DeliveryState.FAILED
                await unit.deliveries.end(delivery.id, state, self._now(), why=failed.why)
            elif failed.may_have_arrived:
                again = self._now() + pause_after(failed, delivery.attempts)
                await unit.deliveries.keep_leased(delivery.id, again, why=failed.why)
            else:
                again = self._now() + pause_after(failed, delivery.attempts)
                await unit.deliveries.put_back(delivery.id, again, why=failed.why, counts=failed.counts)

    async def _end(
        self, delivery: Delivery, state: DeliveryState, *, sent: str | None = None, why: str | None = None
    ) -> None:
        async with self._database.unit() as unit:
            await unit.deliveries.end(delivery.id, state, self._now(), sent=sent, why=why)

    # ------------------------------------------------------------ acts

    async def _act(self, delivery: Delivery, job: str) -> None:
        async with self._database.unit() as unit:
            person = await unit.people.get(delivery.person_id) if delivery.person_id is not None else None
        act = _Act(self, delivery, person)
        await self._routes.acts[job](act)
        async with self._database.unit() as unit:
            if act.next is None:
                await unit.deliveries.end(delivery.id, DeliveryState.SENT, self._now())
            else:
                await unit.deliveries.begin_again(delivery.id, *act.next)
            if person is not None:
                await unit.homes.changed([person.id])

    async def send_now(self, person: Person, message: Message, account_id: int | None, id: str) -> None:
        """Send something that is part of an act; sent twice under its id, it shows once where that can be told."""
        async with self._database.unit() as unit:
            account = await self._words.account(unit, person, account_id, person.platform)
        if account is None:
            raise NobodyReachable
        to = Address(account.platform, account.team, account.user)
        platform = self._platforms[account.platform]
        sent = None
        with suppress(CannotTell):
            sent = await _find(platform, account, id)
        if sent is None:
            await platform.send(to, for_reader(message, person.plain_mode), id=id, owed=True)
        async with self._database.unit() as unit:
            await self._remember_offer(unit, account, message)


async def _find(platform: Platform, account: Account, id: str) -> Sent | None:
    """The message with this id of ours, if it has arrived. Raises CannotTell where the platform doesn't know."""
    if not isinstance(platform, FindsSent):
        raise CannotTell("the platform does not say what has arrived")
    return await platform.find_sent(Address(account.platform, account.team, account.user), id)


class _Act:
    """An act's own hold on the engine."""

    def __init__(self, engine: DeliveryEngine, delivery: Delivery, person: Person | None) -> None:
        self._engine = engine
        self._delivery = delivery
        self._step = ""
        self._sent = 0
        self.next: tuple[datetime, Arguments] | None = None
        self.now = engine._now()
        self.person = person
        self.arguments: Arguments = delivery.arguments
        self.kit = engine._kit

    async def step(self, name: str, do: Callable[[], Awaitable[str]]) -> str:
        if name in self._delivery.steps:
            return self._delivery.steps[name]
        # What a step sends is known by the step's name: a step that is done already must not shift the others' ids.
        self._step, self._sent = name, 0
        await self._engine._mark(f"before the step {name}")
        result = await do()
        await self._engine._mark(f"after the step {name}")
        async with self.unit() as unit:
            await unit.deliveries.record_step(self._delivery.id, name, result, self._engine._now())
        self._delivery.steps = {**self._delivery.steps, name: result}
        return result

    def unit(self) -> AbstractAsyncContextManager[SharedUnit]:
        return self._engine._database.unit()

    async def vault(self) -> Vault:
        if self.person is None:
            raise LookupError("an act without a recipient has no vault to open")
        return await self._engine._vaults.of_recipient(self.person.vault, self._delivery.id)

    async def desk(self, name: str) -> Vault:
        return await self._engine._vaults.of_desk(name, self._delivery.id)

    def again(self, at: datetime, arguments: Arguments) -> None:
        self.next = at, arguments

    async def forget_entry(self, entry_id: str) -> None:
        vault = await self.vault()
        await vault.delete(entry_id)
        await self._engine._vaults.carry_out(vault)

    async def send(self, message: Message, *, account_id: int | None = None) -> None:
        if self.person is None:
            raise NobodyReachable
        self._sent += 1
        await self._engine.send_now(self.person, message, account_id, f"{self._delivery.id}.{self._step}.{self._sent}")

    async def in_worker(self, work: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
        return await self._engine._worker.do(work, *args, **kwargs)

    async def destroy_vault(self, vault_id: str) -> str:
        return await self._engine._vaults.destroy(vault_id, self._engine._now())

    async def take_back(self, vault_id: str, post_id: str) -> None:
        await self._engine._vaults.take_back(vault_id, post_id)

    async def put_away(self, name: str) -> None:
        engine, account_id = self._engine, self._delivery.account_id
        if account_id is not None:
            await put_away(engine._database, engine._platforms, engine._routes, account_id, name)

    async def wipe(self) -> None:
        await self._engine._database.wipe()
