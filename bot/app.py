"""The composition root: the one file that knows every part, and the only one that may hold what opens a vault."""

import asyncio
import os
import signal
from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.addresses import Addresses
from bot.chat.carrying import Mark, no_mark
from bot.chat.intake import Intake
from bot.chat.messages import Message
from bot.chat.platform import HasAddress, HasLinks, LooksAhead, Platform
from bot.chat.router import Router, Routes
from bot.chat.standstill import Standstill
from bot.chat.understanding import Understanding, risk
from bot.chat.view import Kit
from bot.programmes import Programmes
from bot.routers import ROUTERS
from bot.settings import Settings
from handlers import agreement
from handlers.privacy import deletion
from scheduling import bank_holidays, phrases
from scheduling.clock import Clock, SetClock
from scheduling.delivery import DeliveryEngine
from scheduling.homes import Homes
from scheduling.nightly import Nightly
from scheduling.waking import Waking
from scheduling.worker import Worker
from storage.copying.cohort import CohortCopy
from storage.database import refuse_privileged_role
from storage.migrating import migrate, pending
from storage.private.day_seals import DaySeals
from storage.private.entries import Entry
from storage.private.installation import InstallationSecrets
from storage.private.keys import KeyStore, MasterKeys
from storage.private.letterboxes import seal_post, take_back
from storage.private.opening import Vaults
from storage.private.vault import Vault, VaultWrite
from storage.shared.unit import SharedDatabase, SharedUnit


async def until_stopped() -> None:
    """Until somebody stops the process, by Ctrl-C or as a service is stopped."""
    stopped = asyncio.Event()
    for sign in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(sign, stopped.set)
    await stopped.wait()


def _warm() -> None:
    """Import what takes long, before anybody's turn or transaction would wait for it."""
    phrases.warm()
    bank_holidays.warm()
    risk.ready()


class CannotStart(Exception):
    """Something is missing or wrong. Its text says what, and what to do."""


class Stores:
    """Everything that is kept: the shared database, the wrapped keys, the vaults."""

    def __init__(self, database: SharedDatabase, keys: KeyStore, vaults: Vaults) -> None:
        self.database = database
        self.keys = keys
        self.vaults = vaults

    @classmethod
    async def open(cls, settings: Settings, masters: MasterKeys, *, migrating: bool = False) -> "Stores":
        """Open them; SQLite is migrated on the way, PostgreSQL only where that is asked for.

        On SQLite the keys come first: where they are not the right ones, nothing is touched.
        """
        database = SharedDatabase(settings.shared_url)
        try:
            if database.is_sqlite:
                keys = await asyncio.to_thread(_keys_in_folder, settings, masters)
                await database.in_thread(lambda: migrate(database.engine))
            else:
                if migrating:
                    await database.in_thread(lambda: migrate(database.engine))
                await database.in_thread(lambda: must_be_ready(database))
                keys = await asyncio.to_thread(KeyStore.in_postgres, database.engine, masters)
        except BaseException:
            await database.close()
            raise
        vaults = Vaults.in_folder(settings.vaults, keys) if database.is_sqlite else Vaults.in_postgres(database, keys)
        return cls(database, keys, vaults)

    async def close(self) -> None:
        await self.vaults.close()
        await self.database.close()
        self.keys.close()


def _keys_in_folder(settings: Settings, masters: MasterKeys) -> KeyStore:
    if not settings.key_store.exists() and settings.vaults.exists() and any(settings.vaults.iterdir()):
        raise CannotStart(
            f"The wrapped keys are missing: {settings.key_store}. Without them nobody’s private notes open. "
            "Restore that file from its own backup, and start again."
        )
    os.umask(0o077)
    settings.key_store.parent.mkdir(parents=True, exist_ok=True)
    settings.vaults.mkdir(parents=True, exist_ok=True)
    return KeyStore.in_file(settings.key_store, masters)


def must_be_ready(database: SharedDatabase) -> None:
    """Raises CannotStart where the database is not as this version needs it."""
    with database.engine.connect() as connection:
        if not database.is_sqlite and (trouble := refuse_privileged_role(connection)):
            raise CannotStart(trouble)
        if missing := pending(connection):
            raise CannotStart(
                f"The database is {len(missing)} migration(s) behind this version. Make a backup, then: waymark migrate"
            )


class Posts:
    """Posting into letterboxes."""

    def __init__(self, vaults: Vaults) -> None:
        self._vaults = vaults

    async def post(self, vault_id: str, post_id: str, entry: Entry) -> VaultWrite:
        return seal_post(await self._vaults.letterbox(vault_id), vault_id, post_id, entry)

    def take_back(self, vault_id: str, post_id: str) -> VaultWrite:
        return take_back(vault_id, post_id)


class WithoutSpeaker:
    """The doors for work that nobody speaks in: a delivery's recipient, the end of a vault, a post taken back."""

    def __init__(self, vaults: Vaults) -> None:
        self._vaults = vaults

    async def of_recipient(self, vault_id: str, delivery_id: str) -> Vault:
        return await self._vaults.open(vault_id, delivery_id)

    async def of_desk(self, name: str, delivery_id: str) -> Vault:
        return await self._vaults.open_desk(name, delivery_id)

    def within(self, vault: Vault, unit: SharedUnit) -> Vault:
        return self._vaults.within(vault, unit)

    async def carry_out(self, vault: Vault) -> None:
        await self._vaults.apply(vault.writes)

    async def destroy(self, vault_id: str, now: datetime) -> str:
        return (await self._vaults.destroy(vault_id, now)).master

    async def take_back(self, vault_id: str, post_id: str) -> None:
        await self._vaults.apply([take_back(vault_id, post_id)])


def _rehearse(copy: CohortCopy, programmes: Programmes) -> Message:
    from bot.rehearsal.rehearsed import rehearse  # which lives the year in an App

    return rehearse(copy, programmes)


class App:
    """A running bot: its stores, its platforms, and what moves between them."""

    def __init__(
        self,
        stores: Stores,
        platforms: Sequence[Platform],
        clock: Clock,
        *,
        programmes: Programmes | None = None,
        routers: Sequence[Router] = ROUTERS,
        mark: Mark = no_mark,
        public_url: str | None = None,
        fetch: Callable[[str], Awaitable[bytes]] | None = None,
    ) -> None:
        self.stores = stores
        self.database = stores.database
        self.clock = clock
        self._listens = False
        self.platforms: Mapping[str, Platform] = {platform.name: platform for platform in platforms}
        routes = Routes(routers, gate=agreement.agreed)
        self.kit = Kit(
            routes=routes,
            understanding=Understanding((intent.words for intent in routes.intents.values()), self._when_said),
            secrets=InstallationSecrets(stores.keys),
            posts=Posts(stores.vaults),
            read_time=phrases.read_time,
            links=self._links,
            addresses=self._addresses,
            programmes=Programmes.load() if programmes is None else programmes,
            rehearse=_rehearse,
            fetch=fetch or Addresses().fetch,
            public_url=public_url,
        )
        self.standstill = Standstill(stores.database)
        self.worker = Worker()
        self.waking = Waking(clock, self.tick)
        seals = DaySeals(stores.keys, clock.now)
        self.intake = Intake(
            database=stores.database,
            doors=stores.vaults,
            seals=seals,
            kit=self.kit,
            platforms=self.platforms,
            now=clock.now,
            wake=self.waking.soon,
            mark=mark,
        )
        self.without_speaker = WithoutSpeaker(stores.vaults)
        self.deliveries = DeliveryEngine(
            database=stores.database,
            kit=self.kit,
            platforms=self.platforms,
            vaults=self.without_speaker,
            worker=self.worker,
            now=clock.now,
            mark=mark,
        )
        self.homes = Homes(
            database=stores.database,
            kit=self.kit,
            platforms=self.platforms,
            vaults=self.without_speaker,
            now=clock.now,
            mark=mark,
        )
        self.nightly = Nightly(stores.database, seals, self.kit.programmes, clock.now)

    def _when_said(self, text: str) -> tuple[int, int] | None:
        """Where in a text a time stands, whatever it means in somebody's own zone."""
        times = phrases.find_times(text, self.clock.now(), ZoneInfo("Europe/London"))
        return times.said if times else None

    def _links(self, payload: str) -> Mapping[str, str]:
        return {
            name: link
            for name, platform in self.platforms.items()
            if isinstance(platform, HasLinks) and (link := platform.link(payload))
        }

    def _addresses(self) -> Mapping[str, str]:
        return {
            name: address
            for name, platform in self.platforms.items()
            if isinstance(platform, HasAddress) and (address := platform.address())
        }

    async def start(self, *, awake: bool = True) -> None:
        """Delete again what a restored backup brought back, take up what was left, and listen."""
        await asyncio.to_thread(_warm)
        await self._replay_deletions()
        forms = {route: form for route, (form, _) in self.kit.routes.forms.items()}
        for platform in self.platforms.values():
            if isinstance(platform, LooksAhead):
                platform.look_ahead(forms, self.intake.readying.opens, self.kit.read_time)
            await platform.listen(self.intake.receive)
        self._listens = True
        await self.intake.catch_up()
        if awake:
            self.waking.start()

    async def stop(self) -> None:
        """Take nothing more in, finish what is held, and close."""
        self._listens = False
        self.deliveries.stop()
        for platform in self.platforms.values():
            await platform.close()
        await self.waking.stop()
        await self.intake.quiet()
        await self.homes.stop()
        self.worker.close()
        await self.stores.close()

    async def tick(self) -> datetime | None:
        """Do everything that is due now; gives when the next thing is."""
        if await self.standstill.lasts():
            return None
        await self.intake.catch_up()
        await self.deliveries.run_due()
        await self.nightly.run_if_due()
        self.homes.soon()
        return await self.next_due()

    async def settle(self) -> None:
        """Until nothing is left to be done at this moment: what tests, and the console's clock, wait for."""
        await self.intake.quiet()
        while await self.deliveries.run_due() or await self.homes.run_due():
            await self.intake.quiet()
        await self.homes.quiet()

    async def reach(self, until: datetime, clock: SetClock) -> None:
        """Live on to this moment, from one thing that falls due to the next. Time goes on when all is done."""
        await self.tick()
        await self.settle()
        while (due := await self.next_due()) is not None and due <= until:
            clock.set(max(due, clock.now()))
            await self.tick()
            await self.settle()
        clock.set(max(until, clock.now()))
        await self.tick()
        await self.settle()

    async def next_due(self) -> datetime | None:
        moments = [await self.intake.next_due(), await self.deliveries.next_due(), await self.homes.next_due()]
        return min((moment for moment in moments if moment is not None), default=None)

    async def healthy(self) -> bool:
        """Whether it listens, and what it keeps can be read."""
        async with self.database.unit() as unit:
            await unit.deliveries.next_due()
        return self._listens

    async def _replay_deletions(self) -> None:
        """What either of the two places knows of, the other may have been put back from before."""
        gone = {erasure.vault_id for erasure in await asyncio.to_thread(self.stores.keys.destroyed)}
        async with self.database.unit() as unit:
            done = {tombstone.vault for tombstone in await unit.deletions.done()}
            back = await unit.deletions.brought_back(gone)
        for vault in done - gone:
            await self.stores.vaults.destroy(vault, self.clock.now())
        for person in back:
            await deletion.delete_again(self, person)
