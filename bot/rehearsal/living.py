"""Living a cohort's year on a copy of it: the bot itself, on a clock that is set, with platforms that only write down.

The copy is in a folder of its own that goes afterwards, under a key of its own, and nobody's vault is in it.
"""

import asyncio
import logging
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from itertools import cycle
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple, TypeVar
from zoneinfo import ZoneInfo

from bot.app import App, Stores
from bot.chat.messages import Message
from bot.chat.platform import Address, FormView, Manner, Receive, Sent
from bot.programmes import Of, Programmes
from scheduling.clock import SetClock
from scheduling.reminders import due_at, replan
from storage.copying.cohort import CohortCopy, owed, put, spare_all_but
from storage.migrating import migrate
from storage.private.keys import KeyStore, MasterKeys
from storage.private.opening import Vaults
from storage.shared.deliveries import Delivery
from storage.shared.people import Person
from storage.shared.unit import SharedDatabase, SharedUnit

R = TypeVar("R")

BEFORE = timedelta(days=8)
"""How long before the first reminder life begins."""

DAYS_AFTER = 7
"""How long after the last event it goes on."""

EVENING = time(21)


class Shown(NamedTuple):
    """A message that a platform was given, and when."""

    at: datetime
    platform: str
    message: Message


@dataclass(frozen=True)
class Lived:
    """A year that was lived: what the template asked for, what became of it, and what people were shown."""

    copy: CohortCopy
    programmes: Programmes
    alike: Mapping[int, Sequence[Person]]
    """By the one who lived, everybody whose year it is."""
    planned: Sequence[Delivery]
    """Every reminder as it was planned, before anything came of it."""
    owed: Sequence[Delivery]
    """Everything unasked, as it stood at the end."""
    shown: dict[str, Shown]
    """What went out, by the delivery that it was."""


class Recorder:
    """A platform on which everything arrives, and is written down."""

    asks_in_forms = False

    def __init__(self, name: str, manner: Manner, clock: SetClock, shown: dict[str, Shown]) -> None:
        self.name = name
        self.manner = manner
        self._clock = clock
        self._shown = shown

    async def listen(self, receive: Receive) -> None: ...

    async def send(self, to: Address, message: Message, *, id: str, place: str = "", owed: bool = False) -> Sent:
        self._shown[id] = Shown(self._clock.now(), self.name, message)
        return Sent(id)

    async def replace(self, to: Address, sent: Sent, message: Message) -> bool:
        return True

    async def open_form(self, to: Address, form: FormView, *, trigger: str) -> bool:
        return True

    async def close(self) -> None: ...


class Unhurried(SharedUnit):
    """However busy the machine is: nobody else waits for it."""

    def _must_be_brief(self) -> None: ...


class AtOnce(SharedDatabase):
    """Nobody else waits in a rehearsal, so its storage does without a thread, and without the hops to it."""

    def __init__(self, url: str) -> None:
        super().__init__(url)
        self._new_unit = Unhurried

    async def in_thread(self, work: Callable[[], R]) -> R:
        return work()


def live(copy: CohortCopy, programmes: Programmes) -> Lived:
    """Live the year, from before its first reminder until after its last event. It takes seconds, and this thread."""
    logging.disable(logging.INFO)  # the nights of a copy are nobody's news
    try:
        with TemporaryDirectory(prefix="waymark-rehearsal-") as folder:
            return asyncio.run(_live(copy, programmes, Path(folder)))
    finally:
        logging.disable(logging.NOTSET)


async def _live(copy: CohortCopy, programmes: Programmes, folder: Path) -> Lived:
    clock = SetClock(_begins(copy, programmes))
    shown: dict[str, Shown] = {}
    manners = _manners()
    platforms = [Recorder(name, manner, clock, shown) for name, manner in manners.items()]
    app = App(_stores(folder), platforms, clock, programmes=programmes)
    agreed = {(key, programmes[key].agreement.version) for key in {cohort.programme for cohort in copy.cohorts}}
    stands = dict(zip((person.id for person in copy.people), cycle(manners)))
    alike = _alike(copy, stands)
    try:
        async with app.database.unit() as unit:
            await put(unit, copy, stands, agreed, clock.now())
        for cohort in copy.cohorts:
            await replan(app.database.unit, cohort, programmes[cohort.programme], clock.now())
        async with app.database.unit() as unit:
            await spare_all_but(unit, list(alike))
            planned = await owed(unit)
        for evening in _evenings(copy):
            await app.reach(evening, clock)
        async with app.database.unit() as unit:
            return Lived(copy, programmes, alike, planned, await owed(unit), shown)
    finally:
        await app.stop()


def _alike(copy: CohortCopy, stands: Mapping[int, str]) -> dict[int, list[Person]]:
    """Those of whom the copy knows the same but for their names: one of them lives, and their years are the same."""
    groups = defaultdict[object, list[Person]](list)
    for person in copy.people:
        parts = {(part.cohort_id, part.role, part.state) for part in copy.parts if part.person_id == person.id}
        groups[frozenset(parts), person.by_hand, stands[person.id]].append(person)
    return {group[0].id: group for group in groups.values()}


def _manners() -> dict[str, Manner]:
    """How things are said on each platform; the libraries of both are loaded where a year is lived, and no sooner."""
    from bot.platforms.slack.adapter import SlackPlatform
    from bot.platforms.telegram.adapter import TelegramPlatform

    return {platform.name: platform.manner for platform in (SlackPlatform, TelegramPlatform)}


def _stores(folder: Path) -> Stores:
    database = AtOnce(f"sqlite:///{folder / 'shared.db'}")
    migrate(database.engine)
    keys = KeyStore.in_file(folder / "wrapped.db", MasterKeys.new_file(folder / "master.keys", demo=True))
    vaults = folder / "vaults"
    vaults.mkdir()
    return Stores(database, keys, Vaults.in_folder(vaults, keys))


def _begins(copy: CohortCopy, programmes: Programmes) -> datetime:
    """Before anything at all is due."""
    template = {cohort.id: programmes[cohort.programme] for cohort in copy.cohorts}
    zone = ZoneInfo(copy.cohort.zone)
    moments = [
        due_at(rule, event, zone)
        for event in copy.events
        for rule in template[event.cohort_id].reminders
        if Of(event.kind) in rule.of
    ]
    starts = datetime.combine(copy.cohort.starts, time(), zone).astimezone(UTC)
    return min([starts, *moments]) - BEFORE


def _evenings(copy: CohortCopy) -> Iterator[datetime]:
    """When life pauses: on the last day, and on each of those after it, on which it is seen that the year is over."""
    last = max([copy.cohort.ends, *(event.day for event in copy.events)])
    for days in range(DAYS_AFTER + 1):
        yield datetime.combine(last + timedelta(days=days), EVENING, ZoneInfo(copy.cohort.zone))
