"""Many people who all talk to the bot at once, and a Slack that says everything three times, in any order."""

import asyncio
import contextlib
import json
import multiprocessing
import random
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import timedelta
from functools import partial
from pathlib import Path

from bot.app import App, Stores
from bot.chat.platform import Address
from bot.platforms.slack.manifest import EVENTS_PATH
from scheduling.clock import SystemClock
from storage.private.keys import MasterKeys
from tests.cohort import participants
from tests.faults.child import POINTS, Kill
from tests.faults.kept import what_was_kept
from tests.faults.slack_child import live
from tests.platforms.on_slack import until
from tests.platforms.slack import payloads
from tests.platforms.slack.delivery import Answer
from tests.platforms.slack.people import Person
from tests.platforms.slack.process import AtSlack, settings_in
from tests.platforms.slack.server import FakeSlack
from tests.platforms.slack.shapes import Obj
from tests.platforms.slack.workspace import SlackMessage

PEOPLE = 40
COPIES = 2
"""Of each event, besides the first."""
LATEST_COPY = 50
"""How many things later a copy comes at the latest: a request that is older than five minutes is refused as stale."""
AHEAD = 5
"""How many things somebody says before the first of them is answered."""
A_LIFE_LATER = timedelta(minutes=2)
"""Longer than any hold or lease, so that what a killed process held can be taken up by the next."""
A_MOMENT_S = 0.02
PATIENCE_S = 20
NOT_TAKEN = {None, 500, 503}
"""How a bot answers that is not there, or not yet."""

spawner = multiprocessing.get_context("forkserver")
spawner.set_forkserver_preload(["tests.faults.slack_child"])


@dataclass
class Told:
    """An event as it is sent to the bot, and what is signed of it."""

    payload: Obj
    timestamp: str
    signature: str


@dataclass
class Faults:
    """What came of it that should not have; all empty where the bot is as good as it says."""

    lost: list[str] = field(default_factory=list)
    twice: list[str] = field(default_factory=list)
    out_of_order: list[str] = field(default_factory=list)
    violations: list[str] = field(default_factory=list)


class Storm:
    """Everybody sends the bot numbers, one after another. They, and Slack, outlive each of its processes."""

    def __init__(self, folder: Path, fake: FakeSlack, events: int, *, by_socket: bool = False) -> None:
        self.fake = fake
        self.acknowledged = 0
        """How many events, their copies included."""
        self._folder = folder
        self._each = events // PEOPLE
        self._app_token = fake.app_token if by_socket else ""
        self._people = [fake.person(f"U0{number:02}", name=f"Person {number}") for number in range(PEOPLE)]
        self._ahead = timedelta()
        self._random = random.Random(7)

    @property
    def told_in_all(self) -> int:
        return self._each * PEOPLE * (1 + COPIES)

    async def set_up(self) -> None:
        settings = settings_in(self._folder)
        app = App(await Stores.open(settings, MasterKeys.new_file(settings.keys_file)), [], SystemClock())
        await participants(app, "slack", (person.id for person in self._people), self.fake.team)
        await app.stop()

    def kills(self, chance: random.Random) -> list[Kill]:
        """One for each point, each early enough that there is something left to do after it."""
        most = dict.fromkeys(POINTS, self._each * PEOPLE // 25) | {"after the lease": 3}  # of several at once
        kills = [Kill(point, chance.randint(1, most[point])) for point in POINTS]
        chance.shuffle(kills)
        return kills

    async def rage(self, kills: Iterable[Kill], *, then_after: Iterable[float] = ()) -> None:
        """Let the bot live once for each of these kills, and once more until everything is said and answered."""
        talking = asyncio.gather(*(self._talk(person) for person in self._people))
        try:
            for kill in kills:
                await self._life(kill)
            for seconds in then_after:
                await self._life(Kill(), for_at_most=seconds)
            await self._life(Kill())
        finally:
            talking.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await talking

    async def acknowledges(self, many: int) -> None:
        """Wait until so many have been acknowledged."""
        await until(lambda: self.acknowledged >= many, within_s=None, every_s=A_MOMENT_S)

    # ------------------------------------------------------------ the bot

    async def _life(self, kill: Kill, *, for_at_most: float | None = None) -> None:
        """Let one process live until it is killed, or has nothing left to do."""
        self._ahead += A_LIFE_LATER
        ready, tells = spawner.Pipe(duplex=False)
        at_slack = AtSlack(self.fake.url, self.fake.bot_token, self.fake.signing_secret, self._app_token)
        child = spawner.Process(target=live, args=(self._folder, at_slack, tells, self._ahead, kill))
        child.start()
        tells.close()
        over = asyncio.create_task(asyncio.to_thread(child.join))
        try:
            with contextlib.suppress(EOFError):  # it was killed before it could be reached
                port = await asyncio.to_thread(ready.recv)
                if not self._app_token:
                    self.fake.deliver_to(f"http://127.0.0.1:{port}{EVENTS_PATH}")
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
            if done != (done := self.acknowledged + len(self.fake.calls)):
                since = loop.time()

    @property
    def _finished(self) -> bool:
        return self.acknowledged == self.told_in_all and all(_shows(person, 3 * self._each) for person in self._people)

    # ------------------------------------------------------------ the people

    async def _talk(self, person: Person) -> None:
        """One number after another, each when the last has been taken in; with each some copies of earlier ones.

        They are a few answers ahead, so that there is always something under way and something still to come.
        """
        copies: dict[int, list[tuple[int, bool]]] = {number: [] for number in range(self._each)}
        for number in range(self._each):
            for which in range(COPIES):
                copies[self._random.randrange(number, min(number + LATEST_COPY, self._each))].append(
                    (number, which == 0)
                )
        told: list[Told] = []
        for number in range(self._each):
            keeps_up = partial(_shows, person, number + 2 * (number - AHEAD))
            await until(keeps_up, within_s=None, every_s=A_MOMENT_S)
            told.append(self._types(person, f"mark {number}"))
            again = [self._tell(told[one], anew=anew) for one, anew in copies[number]]
            await asyncio.gather(self._tell(told[number]), *again)

    def _types(self, person: Person, text: str) -> Told:
        workspace = self.fake.workspace
        message = workspace.keep(SlackMessage(person.channel.id, workspace.ts(), person.id, text))
        event = payloads.message_event(workspace.app, person.profile, message)
        moment = int(float(message.ts))
        payload = payloads.event_callback(workspace.app, workspace.name("Ev"), moment, event)
        timestamp = f"{self.fake.delivery.signed_at().timestamp():.0f}"
        return Told(payload, timestamp, self.fake.delivery.signature(json.dumps(payload).encode(), timestamp))

    async def _tell(self, told: Told, *, anew: bool = False) -> None:
        """Until it is acknowledged; byte for byte the same request each time, or signed `anew`."""
        while not (answer := await self._send(told, anew=anew)).acknowledged:
            assert answer.status in NOT_TAKEN, answer
            await asyncio.sleep(A_MOMENT_S)
        self.acknowledged += 1

    async def _send(self, told: Told, *, anew: bool) -> Answer:
        if self._app_token:
            return await self.fake.delivery.once("events_api", told.payload)
        if self.fake.delivery.url is None:
            return Answer()
        if anew:
            return await self.fake.raw(told.payload)
        return await self.fake.raw(told.payload, signature=told.signature, timestamp=told.timestamp)

    # ------------------------------------------------------------ afterwards

    async def faults(self) -> Faults:
        """Everything that is not as it should be, in what was kept and on the screens."""
        found = Faults(violations=[*self.fake.violations])
        team = self.fake.team
        marks, rows = await what_was_kept(
            settings_in(self._folder), (Address("slack", team, person.id) for person in self._people)
        )
        everything = list(range(self._each))
        for person in self._people:
            said = [message.text for message in person.dm if message.from_bot]
            for what, numbers in (
                ("entries", sorted(marks[person.id])),
                ("handled", rows[person.id]),
                ("answers", _numbers(said, "marked")),
                ("messages", sorted(_numbers(said, "told"))),
            ):
                name = f"{what} of {person.id}"
                if set(numbers) < set(everything):
                    found.lost.append(name)
                if len(set(numbers)) < len(numbers):
                    found.twice.append(name)
                if numbers != sorted(numbers):
                    found.out_of_order.append(name)
            if not all(text.startswith(("marked", "told")) for text in said):
                found.violations.append(f"something else was said to {person.id}")
        return found


def _shows(person: Person, many: int) -> bool:
    return len(person.channel.messages) >= many


def _numbers(said: Iterable[str], verb: str) -> list[int]:
    return [int(text.rpartition(" ")[2]) for text in said if text.startswith(verb)]
