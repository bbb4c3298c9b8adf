"""An adapter as the contract test tries it, with its real libraries and the world at its other end."""

from abc import ABC, abstractmethod
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from datetime import UTC, datetime

from bot.chat.platform import Address, Inbound, Platform, Received
from storage.errors import StorageFull

NOW = datetime(2027, 1, 5, 9, tzinfo=UTC)


class NotTaken(Exception):
    """What somebody did was not taken in, and they, or their platform, know it."""


class Tried(ABC):
    """An adapter, somebody who can act, and a screen to look at."""

    platform: Platform
    ada: Address
    nobody: Address

    def __init__(self) -> None:
        self.heard: list[Inbound] = []
        self.full = False

    async def hear(self, inbound: Inbound) -> Received:
        if self.full:
            raise StorageFull
        self.heard.append(inbound)
        return Received.KEPT

    @abstractmethod
    async def says(self, words: str) -> None:
        """Raises NotTaken."""

    @abstractmethod
    async def presses(self, label: str) -> None: ...

    @abstractmethod
    async def sends_photo(self, data: bytes) -> None: ...

    @abstractmethod
    async def presses_at_home(self, label: str) -> None: ...

    @abstractmethod
    async def opens_home(self) -> None: ...

    @abstractmethod
    async def trigger(self) -> str:
        """What opens a form now, for something that Ada did."""

    @abstractmethod
    def screen(self) -> list[str]:
        """The words of the bot's messages."""

    @abstractmethod
    def home(self) -> list[str]: ...

    @abstractmethod
    def form(self) -> str | None:
        """The title of the form before Ada."""

    @abstractmethod
    def menu(self) -> dict[str, str]:
        """The commands that Ada is offered, with what each does."""

    @abstractmethod
    async def follows(self, link: str) -> None: ...


Ready = Callable[[], AbstractAsyncContextManager[Tried]]
"""One of them, ready to be tried."""


async def healthy() -> bool:
    return True
