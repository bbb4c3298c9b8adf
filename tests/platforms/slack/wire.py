"""What lies between the people and the bot: what is sent, whether it may be, and what it can be answered with."""

from collections.abc import Callable
from dataclasses import dataclass

from tests.platforms.fake import Obj
from tests.platforms.slack import payloads
from tests.platforms.slack.delivery import Answer, Delivery, Kind
from tests.platforms.slack.workspace import ResponseUrl, SlackMessage, Trigger, Workspace


@dataclass
class Wire:
    """Sends the bot what its scopes let it have."""

    workspace: Workspace
    delivery: Delivery
    scopes: frozenset[str]
    agent_view: bool
    loop_time: Callable[[], float]
    url: str = ""

    async def event(self, event: Obj, scope: str | None = None) -> Answer:
        if scope and scope not in self.scopes:
            return Answer(why="not_sent")
        event_id = self.workspace.name("Ev")
        moment = int(float(event["event_ts"]))
        return await self.delivery.event(payloads.event_callback(self.workspace.app, event_id, moment, event))

    async def once(self, kind: Kind, payload: Obj, scope: str | None = None) -> Answer:
        """An interaction or a command, which is never sent again."""
        if scope and scope not in self.scopes:
            return Answer(why="not_sent")
        return await self.delivery.once(kind, payload)

    def trigger(self, user: str, view: str | None = None) -> str:
        trigger = f"{self.workspace.name('1')}.{self.workspace.name('2')}.trigger"
        self.workspace.triggers[trigger] = Trigger(user, self.loop_time(), view)
        return trigger

    def response_url(self, user: str, channel: str, message: SlackMessage | None = None) -> tuple[str, ResponseUrl]:
        """An address to answer at, and what is known of it."""
        name = self.workspace.name("R")
        ephemeral = message.ephemeral if message else True
        known = ResponseUrl(user, channel, self.loop_time(), message.ts if message else None, ephemeral)
        self.workspace.response_urls[name] = known
        return f"{self.url}response/{name}", known
