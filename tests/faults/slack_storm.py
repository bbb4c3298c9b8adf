"""A storm on a Slack that says everything three times, in any order."""

import asyncio
import json
import random
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from bot.chat.platform import Address
from bot.platforms.slack.manifest import EVENTS_PATH
from tests.faults.slack_child import live
from tests.faults.storm import A_MOMENT_S, AHEAD, PEOPLE, Storm
from tests.platforms.fake import Obj
from tests.platforms.on_any import until
from tests.platforms.slack import payloads
from tests.platforms.slack.delivery import Answer
from tests.platforms.slack.people import Person
from tests.platforms.slack.process import AtSlack
from tests.platforms.slack.server import FakeSlack
from tests.platforms.slack.workspace import SlackMessage

COPIES = 2
"""Of each event, besides the first."""
LATEST_COPY = 50
"""How many things later a copy comes at the latest: a request that is older than five minutes is refused as stale."""
NOT_TAKEN = {None, 500, 503}
"""How a bot answers that is not there, or not yet."""


@dataclass
class Told:
    """An event as it is sent to the bot, and what is signed of it."""

    payload: Obj
    timestamp: str
    signature: str


class SlackStorm(Storm[Person]):
    def __init__(self, folder: Path, fake: FakeSlack, events: int, *, by_socket: bool = False) -> None:
        people = [fake.person(f"U0{number:02}", name=f"Person {number}") for number in range(PEOPLE)]
        super().__init__(folder, people, events)
        self.fake = fake
        self.acknowledged = 0
        """How many events, their copies included."""
        self._app_token = fake.app_token if by_socket else ""
        self._random = random.Random(7)

    @property
    def told_in_all(self) -> int:
        return self._each * PEOPLE * (1 + COPIES)

    async def acknowledges(self, many: int) -> None:
        """Wait until so many have been acknowledged."""
        await until(lambda: self.acknowledged >= many, within_s=None, every_s=A_MOMENT_S)

    def _address(self, person: Person) -> Address:
        return Address("slack", self.fake.team, person.id)

    def _said_to(self, person: Person) -> list[str]:
        return [message.text for message in person.dm if message.from_bot]

    def _life(self) -> tuple[Callable[..., None], tuple[object, ...]]:
        at_slack = AtSlack(self.fake.url, self.fake.bot_token, self.fake.signing_secret, self._app_token)
        return live, (self._folder, at_slack)

    def _hears_at(self, port: int) -> None:
        if not self._app_token:
            self.fake.deliver_to(f"http://127.0.0.1:{port}{EVENTS_PATH}")

    @property
    def _finished(self) -> bool:
        return self.acknowledged == self.told_in_all and all(_shows(person, 3 * self._each) for person in self._people)

    @property
    def _done(self) -> int:
        return self.acknowledged + len(self.fake.calls)

    def _violations(self) -> list[str]:
        return [*self.fake.violations]

    # ------------------------------------------------------------ the people

    async def _talk(self, person: Person) -> None:
        """Each number when the last has been taken in, with some copies of earlier ones."""
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


def _shows(person: Person, many: int) -> bool:
    return len(person.channel.messages) >= many
