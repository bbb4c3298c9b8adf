"""What Slack itself keeps: people, channels, messages, views, and what it holds against the bot."""

import copy
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from itertools import count

from tests.platforms.fake import Obj
from tests.platforms.slack.inputs import opened

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MOST_STACKED = 3


@dataclass(frozen=True)
class App:
    """The bot's app, as it is installed in the workspace."""

    team: str
    id: str = "A0WAYMARK"
    bot: str = "B0WAYMARK"
    user: str = "U0WAYMARK"


@dataclass(frozen=True)
class Profile:
    """What Slack knows about a person."""

    id: str
    name: str
    team: str
    email: str
    tz: str
    confirmed: bool
    guest: bool
    single_channel: bool
    bot: bool
    deleted: bool


@dataclass(frozen=True)
class SlackFile:
    id: str
    name: str
    title: str
    alt: str
    size: int
    owner: str
    data: bytes = b""
    mimetype: str = ""
    """Where it is not what the name's ending says."""
    seconds: float = 0
    """How long a voice clip lasts; nothing else is told of as one."""
    at: str = "https://files.slack.com/"
    """Where it can be fetched."""


@dataclass(frozen=True)
class SlackMessage:
    """A message as it was at one moment: an edit makes another one with the same `ts`."""

    channel: str
    ts: str
    user: str
    text: str
    blocks: list[Obj] = field(default_factory=list)
    metadata: Obj | None = None
    files: tuple[SlackFile, ...] = ()
    thread_ts: str | None = None
    from_bot: bool = False
    ephemeral: bool = False
    edited: str | None = None
    deleted: bool = False


@dataclass
class Channel:
    id: str
    name: str
    members: set[str]
    messages: dict[str, SlackMessage] = field(default_factory=dict)

    @property
    def direct(self) -> bool:
        return self.id.startswith("D")

    def shown(self) -> Iterator[SlackMessage]:
        """What is there to be read, oldest first."""
        return (message for message in self.messages.values() if not message.deleted)


@dataclass
class OpenView:
    """A modal or Home that somebody has in front of them."""

    id: str
    user: str
    content: Obj
    hash: str
    root: str
    previous: str | None
    values: Obj


@dataclass
class Trigger:
    user: str
    born: float
    view: str | None
    exchanged: bool = False


@dataclass
class ResponseUrl:
    user: str
    channel: str
    born: float
    message: str | None
    ephemeral: bool
    uses: int = 0


@dataclass
class Upload:
    name: str
    alt: str
    length: int
    data: bytes | None = None
    shared: bool = False


@dataclass(frozen=True)
class Status:
    """What the bot said in a thread that it was doing."""

    channel: str
    thread_ts: str
    status: str


class Refused(Exception):
    """Slack answers `ok: false`. This may happen to a good bot."""

    def __init__(self, error: str, more: Obj | None = None) -> None:
        super().__init__(error)
        self.error = error
        self.more = more or {}


class Wrong(Refused):
    """Slack answers `ok: false` to what no good bot sends: it is also held against the bot."""

    def __init__(self, error: str, faults: list[str]) -> None:
        super().__init__(error, {"response_metadata": {"messages": faults}} if faults else {})
        self.faults = faults


class Workspace:
    """One Slack team with the bot's app in it."""

    def __init__(self, team: str, now: Callable[[], datetime]) -> None:
        self.app = App(team)
        self.now = now
        self.violations: list[str] = []
        self.profiles: dict[str, Profile] = {}
        self.channels: dict[str, Channel] = {}
        self.ephemerals: dict[str, list[SlackMessage]] = {}
        self.modals: dict[str, list[OpenView]] = {}
        self.homes: dict[str, OpenView] = {}
        self.triggers: dict[str, Trigger] = {}
        self.response_urls: dict[str, ResponseUrl] = {}
        self.uploads: dict[str, Upload] = {}
        self.tickets: set[str] = set()
        self.statuses: list[Status] = []
        self.prompts: dict[str, list[Obj]] = {}
        self.numbers = count(1)
        self._latest = 0

    def ts(self) -> str:
        """The next moment, which no other message has."""
        self._latest = max(self._latest + 1, (self.now() - EPOCH) // timedelta(microseconds=1))
        return f"{self._latest // 1_000_000}.{self._latest % 1_000_000:06}"

    def name(self, prefix: str) -> str:
        return f"{prefix}{next(self.numbers):08X}"

    # ------------------------------------------------------------ people and channels

    def profile(self, user: object) -> Profile:
        profile = self.profiles.get(user) if isinstance(user, str) else None
        if profile is None:
            raise Refused("user_not_found")
        return profile

    def direct(self, user: str) -> Channel:
        """The conversation of a person with the bot."""
        name = f"D{user[1:]}"
        return self.channels.setdefault(name, Channel(name, "directmessage", {user, self.app.user}))

    def channel(self, id: object) -> Channel:
        """A channel that the bot is in."""
        channel = self.channels.get(id) if isinstance(id, str) else None
        if channel is None:
            raise Refused("channel_not_found")
        if self.app.user not in channel.members:
            raise Refused("not_in_channel")
        return channel

    def partner(self, channel: Channel) -> Profile | None:
        """Whom a direct conversation is with."""
        others = channel.members - {self.app.user}
        return self.profiles[others.pop()] if channel.direct else None

    def with_ids(self, blocks: list[Obj]) -> list[Obj]:
        """Blocks as Slack keeps them: each has a `block_id`."""
        blocks = copy.deepcopy(blocks)
        for block in blocks:
            block.setdefault("block_id", self.name("b"))
        return blocks

    def keep(self, message: SlackMessage) -> SlackMessage:
        self.channels[message.channel].messages[message.ts] = message
        return message

    def keep_ephemeral(self, user: str, message: SlackMessage) -> SlackMessage:
        """Show somebody a message, in place of the one it has the `ts` of if there is one."""
        seen = self.ephemerals.setdefault(user, [])
        others = [one.ts for one in seen]
        if message.ts in others:
            seen[others.index(message.ts)] = message
        else:
            seen.append(message)
        return message

    def change(self, message: SlackMessage, *, text: str, blocks: list[Obj], metadata: Obj | None) -> SlackMessage:
        return self.keep(replace(message, text=text, blocks=blocks, metadata=metadata, edited=self.ts()))

    def file(self, id: object) -> tuple[SlackMessage, SlackFile]:
        """A file, and the message that it stands in."""
        for channel in self.channels.values():
            for message in channel.shown():
                for file in message.files:
                    if file.id == id:
                        return message, file
        raise Refused("file_not_found")

    def delete(self, message: SlackMessage) -> None:
        self.keep(replace(message, deleted=True))

    # ------------------------------------------------------------ views

    def stack(self, user: str) -> list[OpenView]:
        return self.modals.setdefault(user, [])

    def show(self, user: str, view: Obj, *, on: OpenView | None = None) -> OpenView:
        """Put a modal before somebody: on top of another one, or in place of all there were."""
        stack = self.stack(user)
        if on is None:
            stack.clear()
        elif len(stack) >= MOST_STACKED:
            raise Refused("push_limit_reached")
        self.external_id_is_free(view)
        shown = self._view(user, view)
        shown.root, shown.previous = (on.root, on.id) if on else (shown.id, None)
        stack.append(shown)
        return shown

    def show_home(self, user: str, view: Obj) -> OpenView:
        before = self.homes.get(user)
        shown = self._view(user, view)
        if before:
            shown.id = shown.root = before.id
        self.homes[user] = shown
        return shown

    def renew(self, view: OpenView, content: Obj) -> OpenView:
        """Show other content in an open view."""
        self.external_id_is_free(content, but=view)
        view.content = {**content, "blocks": self.with_ids(content["blocks"])}
        view.values = opened(view.content["blocks"], view.values)
        view.hash = self.name("1700000000.")
        return view

    def close(self, view: OpenView) -> None:
        stack = self.stack(view.user)
        if view in stack:
            stack.remove(view)

    def open_view(self, id: object = None, external_id: object = None) -> OpenView:
        for view in self._open_views():
            if view.id == id or (external_id and view.content.get("external_id") == external_id):
                return view
        raise Refused("not_found")

    def external_id_is_free(self, content: Obj, *, but: OpenView | None = None) -> None:
        external_id = content.get("external_id")
        if external_id and any(
            view is not but and view.content.get("external_id") == external_id for view in self._open_views()
        ):
            raise Refused("duplicate_external_id")

    def _open_views(self) -> Iterator[OpenView]:
        for stack in self.modals.values():
            yield from stack

    def _view(self, user: str, content: Obj) -> OpenView:
        name = self.name("V")
        kept = {**content, "blocks": self.with_ids(content["blocks"])}
        return OpenView(name, user, kept, self.name("1700000000."), name, None, opened(kept["blocks"]))

    def held_against(self, what: str, faults: Sequence[str] = ()) -> None:
        self.violations.append(f"{what}: {'; '.join(faults)}" if faults else what)
