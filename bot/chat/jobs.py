"""Work without a speaker: what words a message when it falls due, and what acts in steps."""

from collections.abc import Awaitable, Callable, Mapping
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, ParamSpec, Protocol, TypeVar

from bot.chat.messages import Message, message_json
from bot.chat.platform import Manner
from storage.private.vault import Vault
from storage.shared.deliveries import Delivery
from storage.shared.people import Account, Person
from storage.shared.unit import SharedUnit

if TYPE_CHECKING:
    from bot.chat.view import Kit

P = ParamSpec("P")
R = TypeVar("R")

Arguments = Mapping[str, str | int]


@dataclass(frozen=True)
class Wording:
    """What is at hand while a message is worded: what is true now, for this one person."""

    now: datetime
    person: Person
    arguments: Arguments
    db: SharedUnit
    delivery: str
    """The id of what is worded."""
    kit: "Kit"
    account: Account | None
    """Where it goes; None for somebody who is told by hand."""
    manner: Manner

    async def words(self, owed: Delivery) -> Message | None:
        """What something that is owed to this person says; None where it is no longer so."""
        if owed.job is None:
            return message_json.validate_python(owed.body)
        word = self.kit.routes.wordings[owed.job]
        return await word(replace(self, arguments=owed.arguments, delivery=owed.id))


class Act(Protocol):
    """What is at hand while something is done in steps. Each is done once, whatever is killed between two of them."""

    now: datetime
    person: Person | None
    arguments: Arguments
    kit: "Kit"

    async def step(self, name: str, do: Callable[[], Awaitable[str]]) -> str:
        """Do this step and record what came of it; where it is recorded already, only give the result."""

    def unit(self) -> AbstractAsyncContextManager[SharedUnit]:
        """A transaction of its own."""

    async def vault(self) -> Vault:
        """The recipient's own vault, to be read."""

    async def desk(self, name: str) -> Vault:
        """A desk of the bot's own, to be read."""

    def again(self, at: datetime, arguments: Arguments) -> None:
        """When all of it is done, it is to be done anew then, by these arguments."""

    async def forget_entry(self, entry_id: str) -> None:
        """Delete one entry of the recipient's own vault: the one that this act was for."""

    async def send(self, message: Message, *, account_id: int | None = None) -> None:
        """Send this to the recipient now, on this account or on the first that can be reached."""

    async def in_worker(self, work: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
        """Do slow work in the worker process."""

    async def destroy_vault(self, vault_id: str) -> str:
        """Destroy the key, then what it opened; gives the id of the master key that the key was wrapped under."""

    async def take_back(self, vault_id: str, post_id: str) -> None:
        """Take a post back from where it lies."""

    async def put_away(self, name: str) -> None:
        """Put away what is private and stands under this name on the account that the act is for."""

    async def wipe(self) -> None:
        """Leave no byte of what was deleted from the shared database in its files."""


Word = Callable[[Wording], Awaitable[Message | None]]
Do = Callable[[Act], Awaitable[None]]
