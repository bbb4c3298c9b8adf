"""The fake Slack: slack.com on loopback, and the people behind it."""

import asyncio
import json
import secrets
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime
from typing import TypedDict, Unpack

from scheduling.clock import SystemClock
from tests.platforms.fake import FakePlatform, Obj, Trouble
from tests.platforms.slack import payloads
from tests.platforms.slack.delivery import Answer, Delivery, Timing
from tests.platforms.slack.people import Person
from tests.platforms.slack.rates import Rates
from tests.platforms.slack.troubles import TroubleKind, what_goes_wrong
from tests.platforms.slack.web_api import WebApi
from tests.platforms.slack.wire import Wire
from tests.platforms.slack.workspace import Channel, Profile, SlackMessage, Status, Workspace

ALL_SCOPES = frozenset(
    {
        *("app_mentions:read", "assistant:write", "channels:history", "channels:read", "chat:write", "commands"),
        *("files:read", "files:write", "im:history", "im:read", "im:write", "users:read", "users:read.email"),
    }
)


class Change(TypedDict, total=False):
    name: str
    email: str
    tz: str
    confirmed: bool
    deleted: bool


class FakeSlack(FakePlatform[WebApi, Delivery]):
    """A workspace with the bot's app in it. Start it, say how the bot hears of things, and let people act."""

    def __init__(
        self,
        *,
        scopes: frozenset[str] = ALL_SCOPES,
        agent_view: bool = False,
        pace: float = 1.0,
        team: str = "T0CENTRAL",
        now: Callable[[], datetime] | None = None,
        signed_at: Callable[[], datetime] | None = None,
    ) -> None:
        clock = SystemClock()
        self.bot_token = f"xoxb-{secrets.token_hex(8)}"
        self.app_token = f"xapp-{secrets.token_hex(8)}"
        self.signing_secret = secrets.token_hex(16)
        self.team = team
        self.scopes = scopes
        self.rates = Rates(pace)
        self.workspace = Workspace(team, now or clock.now)
        delivery = Delivery(self.signing_secret, self.workspace.app.id, signed_at or clock.now)
        self._wire = Wire(self.workspace, delivery, scopes, agent_view, asyncio.get_running_loop().time)
        super().__init__(WebApi(self._wire, self.rates, self.bot_token, self.app_token), delivery)

    async def start(self) -> None:
        await super().start()
        self._wire.url = f"{self._address}/"

    # ------------------------------------------------------------ how the bot reaches it, and is reached

    @property
    def url(self) -> str:
        """The Web API."""
        return f"{self._wire.url}api/"

    @property
    def trigger_life(self) -> float:
        """For how many seconds a trigger_id serves."""
        return self._api.trigger_life

    @trigger_life.setter
    def trigger_life(self, seconds: float) -> None:
        self._api.trigger_life = seconds

    @property
    def timing(self) -> Timing:
        return self.delivery.timing

    def deliver_to(self, url: str | None) -> None:
        """Send everything to this address by HTTP; without one, over the Socket Mode connections."""
        self.delivery.url = url

    async def connected(self, sockets: int = 1) -> None:
        """Wait until the bot holds this many Socket Mode connections."""
        changed = self.delivery.sockets.changed
        async with changed:
            await changed.wait_for(lambda: self.delivery.sockets.count >= sockets)

    async def close_sockets(self, *, said: bool = True) -> None:
        """Close every Socket Mode connection, with the message that says so first or without."""
        await self.delivery.sockets.close(said=said)

    def shuffled(self, seed: int | None, within: float = 0.02) -> None:
        """Let each event wait for some part of these seconds, so that those sent together come in any order."""
        self.delivery.shuffled(seed, within)

    async def raw(self, payload: Obj | str, *, signature: str | None = None, timestamp: str | None = None) -> Answer:
        """Send this, JSON or a form, as it is. A timestamp alone is signed validly; a signature is taken as it is."""
        if isinstance(payload, str):
            return await self.delivery.raw(payload.encode(), "application/x-www-form-urlencoded", signature, timestamp)
        return await self.delivery.raw(json.dumps(payload).encode(), "application/json", signature, timestamp)

    # ------------------------------------------------------------ who and what is there

    def person(
        self,
        id: str,
        *,
        name: str,
        email: str = "",
        tz: str = "Europe/London",
        confirmed: bool = True,
        guest: bool = False,
        single_channel: bool = False,
        bot: bool = False,
        deleted: bool = False,
        team: str | None = None,
    ) -> Person:
        address = email or f"{name.split()[0].lower()}@example.org"
        self.workspace.profiles[id] = Profile(
            id, name, team or self.team, address, tz, confirmed, guest, single_channel, bot, deleted
        )
        return Person(id, self._wire)

    def channel(self, id: str, members: Iterable[Person] = (), *, name: str = "team", bot: bool = True) -> Channel:
        """The channel with this id, made if need be; `bot` says whether the bot is in it."""
        inside = {one.id for one in members} | ({self.workspace.app.user} if bot else set())
        return self.workspace.channels.setdefault(id, Channel(id, name, inside))

    async def changes(self, person: Person, **changed: Unpack[Change]) -> Answer:
        """Somebody's profile is changed; the bot hears of it."""
        profile = replace(person.profile, **changed)
        self.workspace.profiles[person.id] = profile
        email = "users:read.email" in self.scopes
        event = payloads.user_change(self.workspace.app, profile, self.workspace.ts(), email=email)
        return await self._wire.event(event, "users:read")

    async def deactivates(self, person: Person) -> Answer:
        return await self.changes(person, deleted=True)

    async def uninstalls(self) -> Answer:
        """The app is removed from the workspace: its token is dead, and it hears so."""
        self._api.installed = False
        await self._wire.event(payloads.tokens_revoked(self.workspace.app, self.workspace.ts()))
        return await self._wire.event(payloads.app_uninstalled(self.workspace.ts()))

    async def echoes(self, message: SlackMessage) -> Answer:
        """Tell the bot of its own message, as Slack does."""
        partner = self.workspace.partner(self.workspace.channels[message.channel])
        assert message.from_bot, "only the bot’s own messages come back to it"
        assert partner, "only in a direct conversation"
        itself = replace(partner, id=self.workspace.app.user, bot=True)
        return await self._wire.event(payloads.message_event(self.workspace.app, itself, message), "im:history")

    # ------------------------------------------------------------ what is held against the bot

    @property
    def violations(self) -> list[str]:
        return self.workspace.violations

    @property
    def statuses(self) -> list[Status]:
        return self.workspace.statuses

    # ------------------------------------------------------------ trouble

    def trouble(
        self,
        method: str,
        kind: TroubleKind,
        times: int = 1,
        *,
        seconds: float = 0.05,
        retry_after: int = 1,
        error: str = "internal_error",
    ) -> None:
        """Let the next calls of a method go wrong. Uploads are called "upload", response URLs "response".

        late: done, and answered after `seconds`. 429: refused, with `retry_after`. 500: refused. drop: done, and the
        line is cut. refuse: the line is cut at once. error: `ok: false` with this `error`. hang: no answer at all.
        """
        what = what_goes_wrong(kind, retry_after, error)
        self._api.troubles.order(method, Trouble(what, seconds), times)
