"""A storm: many people all talk to the bot at once, which is killed again and again, and outlive each of its lives."""

import asyncio
import contextlib
import multiprocessing
import random
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import ClassVar, Generic, TypeVar

from bot.app import App, Stores
from bot.chat.platform import Address
from scheduling.clock import SystemClock
from storage.private.keys import MasterKeys
from tests.cohort import participants
from tests.faults.child import POINTS, Kill
from tests.faults.kept import what_was_kept
from tests.platforms.process import settings_in

P = TypeVar("P")

PEOPLE = 40
AHEAD = 5
"""How many things somebody says before the first of them is answered."""
A_LIFE_LATER = timedelta(minutes=2)
"""Longer than any hold or lease, so that what a killed process held can be taken up by the next."""
A_MOMENT_S = 0.02
PATIENCE_S = 20


spawner = multiprocessing.get_context("forkserver")
spawner.set_forkserver_preload(["tests.faults.slack_child", "tests.faults.telegram_child"])


@dataclass
class Faults:
    """What came of it that should not have; all empty where the bot is as good as it says."""

    lost: list[str] = field(default_factory=list)
    twice: list[str] = field(default_factory=list)
    out_of_order: list[str] = field(default_factory=list)
    violations: list[str] = field(default_factory=list)


class Storm(ABC, Generic[P]):
    """Everybody sends the bot numbers, one after another."""

    finds_sent: ClassVar[bool] = True
    """Where its platform can't say what has arrived, what was interrupted comes once more."""

    def __init__(self, folder: Path, people: Sequence[P], events: int) -> None:
        self.repeated = 0
        """How many messages stand there twice, as nobody can say whether an interrupted one has arrived."""
        self._folder = folder
        self._people = people
        self._each = events // len(people)
        self._ahead = timedelta()

    async def set_up(self) -> None:
        settings = settings_in(self._folder)
        app = App(await Stores.open(settings, MasterKeys.new_file(settings.keys_file)), [], SystemClock())
        platform, team, _ = self._address(self._people[0])
        await participants(app, platform, (self._address(person).user for person in self._people), team)
        await app.stop()

    def kills(self, chance: random.Random) -> list[Kill]:
        """One for each point, each early enough that there is something left to do after it."""
        most = dict.fromkeys(POINTS, self._each * len(self._people) // 25) | {
            "after the lease": 3
        }  # of several at once
        kills = [Kill(point, chance.randint(1, most[point])) for point in POINTS]
        chance.shuffle(kills)
        return kills

    async def rage(self, kills: Iterable[Kill], *, then_after: Iterable[float] = ()) -> None:
        """Let the bot live once for each of these kills, and once more until everything is said and answered."""
        talking = asyncio.gather(*(self._talk(person) for person in self._people))
        try:
            for kill in kills:
                await self._live(kill)
            for seconds in then_after:
                await self._live(Kill(), for_at_most=seconds)
            await self._live(Kill())
        finally:
            talking.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await talking

    # ------------------------------------------------------------ what each platform has its own way of

    @abstractmethod
    def _address(self, person: P) -> Address: ...

    @abstractmethod
    async def _talk(self, person: P) -> None:
        """One number after another, a few answers ahead: there is always something under way and more to come."""

    @abstractmethod
    def _said_to(self, person: P) -> list[str]:
        """What the bot has said to them, in the order in which it stands there."""

    @abstractmethod
    def _life(self) -> tuple[Callable[..., None], tuple[object, ...]]:
        """What the next process does, and with which arguments before those that all have."""

    @abstractmethod
    def _hears_at(self, port: int) -> None: ...

    @property
    @abstractmethod
    def _finished(self) -> bool:
        """Whether everything is said, and answered."""

    @property
    @abstractmethod
    def _done(self) -> int:
        """A number that grows as long as anything is done."""

    @abstractmethod
    def _violations(self) -> list[str]: ...

    # ------------------------------------------------------------ the bot

    async def _live(self, kill: Kill, *, for_at_most: float | None = None) -> None:
        """Let one process live until it is killed, or has nothing left to do."""
        self._ahead += A_LIFE_LATER
        ready, tells = spawner.Pipe(duplex=False)
        life, arguments = self._life()
        child = spawner.Process(target=life, args=(*arguments, tells, self._ahead, kill))
        child.start()
        tells.close()
        over = asyncio.create_task(asyncio.to_thread(child.join))
        try:
            with contextlib.suppress(EOFError):  # it was killed before it could be reached
                self._hears_at(await asyncio.to_thread(ready.recv))
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(for_at_most):
                    await self._until_finished(over)
        finally:
            child.kill()
            await over
            ready.close()

    async def _until_finished(self, over: asyncio.Task[None]) -> None:
        """Or until it is over, or nothing has come of it for so long that nothing will."""
        loop = asyncio.get_running_loop()
        done, since = -1, loop.time()
        while not over.done() and not self._finished and loop.time() - since < PATIENCE_S:
            await asyncio.wait([over], timeout=A_MOMENT_S)
            if done != (done := self._done):
                since = loop.time()

    # ------------------------------------------------------------ afterwards

    async def faults(self) -> Faults:
        """Everything that is not as it should be, in what was kept and on the screens."""
        found = Faults(violations=self._violations())
        marks, rows = await what_was_kept(settings_in(self._folder), map(self._address, self._people))
        everything = list(range(self._each))
        for person in self._people:
            user, said = self._address(person).user, self._said_to(person)
            for what, numbers in (
                ("entries", sorted(marks[user])),
                ("handled", rows[user]),
                ("answers", self._shown(said, "marked")),
                ("messages", sorted(self._shown(said, "told"))),
            ):
                name = f"{what} of {user}"
                if set(numbers) < set(everything):
                    found.lost.append(name)
                if len(set(numbers)) < len(numbers):
                    found.twice.append(name)
                if numbers != sorted(numbers):
                    found.out_of_order.append(name)
            if not all(text.startswith(("marked", "told")) for text in said):
                found.violations.append(f"something else was said to {user}")
        return found

    def _shown(self, said: Iterable[str], verb: str) -> list[int]:
        numbers = [int(text.rpartition(" ")[2]) for text in said if text.startswith(verb)]
        if self.finds_sent:
            return numbers
        once = list(dict.fromkeys(numbers))
        self.repeated += len(numbers) - len(once)
        return once
