"""Where the people of a test talk to the bot: each platform with its real adapter, and a screen for each account."""

from collections.abc import Iterable, Sequence
from contextlib import AbstractAsyncContextManager, nullcontext
from dataclasses import dataclass
from typing import Protocol

from bot.app import App
from bot.chat.forms import Answers
from bot.chat.messages import Button, Message
from bot.chat.platform import Address, FormView, Platform
from storage.shared.pacing import Limit
from storage.shared.unit import SharedDatabase

QUICK = 1_000_000  # times the pace of the real platforms


class Unpaced:
    """No pace at all: that of the fake platforms is as quick."""

    def place(self, *limits: Limit) -> AbstractAsyncContextManager[None]:
        return nullcontext()

    async def hold(self, bucket: str, seconds: float) -> None: ...


class Told(Unpaced):
    """A pace that only remembers what it was told."""

    def __init__(self) -> None:
        self.limits: list[Sequence[Limit]] = []
        self.held: list[tuple[str, float]] = []

    def place(self, *limits: Limit) -> AbstractAsyncContextManager[None]:
        self.limits.append(limits)
        return super().place(*limits)

    async def hold(self, bucket: str, seconds: float) -> None:
        self.held.append((bucket, seconds))


@dataclass(frozen=True)
class Seen:
    """Something on a screen, as it is now."""

    ref: str
    """Where it stands."""
    stamp: object
    """Another whenever it has changed."""
    message: Message


@dataclass(frozen=True)
class Sending:
    """A file as somebody sends it."""

    name: str
    media_type: str
    data: bytes
    seconds: int = 0
    """How long a recording lasts."""
    size: int = 0
    """What the platform says of its size, where it is not as it is."""


class Screen(Protocol):
    """What one account sees of the bot, and what its person does there."""

    address: Address

    @property
    def seen(self) -> list[Seen]:
        """The bot's messages, the one that came or changed last at the end."""

    @property
    def form(self) -> FormView | None:
        """The form that is shown whole."""

    @property
    def own_lines(self) -> list[str]:
        """What this person did, as it stands in the conversation in their own words."""

    @property
    def home(self) -> list[Message]:
        """What is on their Home."""

    async def arrives(self) -> None: ...

    async def has_begun(self) -> None:
        """They began the conversation some time ago, and nothing of it stands there."""

    async def opens_home(self) -> None: ...

    async def presses_at_home(self, button: Button) -> None: ...

    async def says(self, text: str) -> None: ...

    async def sends(self, files: Sequence[Sending], text: str) -> None:
        """Send files in one message, with these words if there are any."""

    async def presses(self, seen: Seen, button: Button) -> None: ...

    async def presses_data(self, data: str) -> None:
        """Press a button that only a tampered app could show."""

    async def submits(self, answers: Answers) -> dict[str, str]:
        """Send the form with these answers; gives the sentences beside its fields, where it was not taken."""

    async def follows(self) -> bool:
        """Press what opens the window that the bot had to offer as a button; False where there is nothing to press."""


class Stage(Protocol):
    """A platform that the people of a test are on."""

    name: str

    async def begin(self) -> None: ...

    async def platform(self, database: SharedDatabase) -> Platform:
        """The adapter, for a bot that is about to start."""

    async def open(self, app: App) -> None:
        """The bot has started."""

    async def close(self) -> None:
        """The bot has stopped."""

    async def end(self) -> None:
        """The test is over. Whatever the platform holds against the bot is said now."""

    def screen(self, user: str, name: str) -> Screen: ...

    def fails_to_give_files(self, times: int) -> None:
        """So often from now on, what somebody sent can't be fetched just then."""

    def everywhere(self) -> Iterable[tuple[str, str]]:
        """All that the bot has put anywhere on the platform, and whose screen it is on."""
