"""What the bot needs of a platform, and what a platform tells the bot: plain values that cross the border."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Annotated, Literal, NamedTuple, Protocol, runtime_checkable

from pydantic import Field

from bot.chat.forms import AnyField, Json
from bot.chat.messages import Message


class Address(NamedTuple):
    """An account as its platform knows it. `team` is empty where a platform has no workspaces."""

    platform: str
    team: str
    user: str


class Sent(NamedTuple):
    """A message that is on the platform: where, so that it can be replaced or taken back."""

    ref: str


# ---------------------------------------------------------------- what comes in


@dataclass(frozen=True)
class Said:
    """Words typed in a conversation."""

    text: str
    sent: Sent | None = None
    kind: Literal["said"] = "said"


@dataclass(frozen=True)
class Pressed:
    """A button, by the data it carries, and the message it was on."""

    press: str
    on: Sent | None = None
    trigger: str = ""
    """What lets the platform open a form for this press; empty where none is needed."""
    kind: Literal["pressed"] = "pressed"


@dataclass(frozen=True)
class Submitted:
    """A form that was filled in: the opening it answers, and its answers by field name."""

    opening: str
    answers: dict[str, Json]
    kind: Literal["submitted"] = "submitted"


@dataclass(frozen=True)
class Closed:
    """A form that was put away unanswered."""

    opening: str
    kind: Literal["closed"] = "closed"


@dataclass(frozen=True)
class Arrived:
    """Somebody opened the conversation, with the code their link carried, if any."""

    code: str = ""
    kind: Literal["arrived"] = "arrived"


What = Annotated[Said | Pressed | Submitted | Closed | Arrived, Field(discriminator="kind")]


@dataclass(frozen=True)
class Inbound:
    """One thing somebody did, verified by its adapter. `key` is the platform's own, the same when it is repeated."""

    address: Address
    key: str
    what: What
    display_name: str = ""


class Received(StrEnum):
    """What became of an inbound: whatever this says, it is safe to acknowledge."""

    KEPT = "kept"
    REPEATED = "repeated"


Receive = Callable[[Inbound], Awaitable[Received]]
"""When it returns, the inbound survives a kill. Raises StorageFull or StorageBusy where it was not kept."""


# ---------------------------------------------------------------- what goes out


@dataclass(frozen=True)
class FormView:
    """A form about to be shown: everything a platform needs to draw it, and no more."""

    opening: str
    """Our own id for this opening: comes back with the submission, and tells a repeated one."""
    title: str
    intro: str
    done: str
    """What the button that sends it says."""
    fields: dict[str, AnyField]
    answers: dict[str, Json]
    """What is filled in already."""
    faults: dict[str, str]
    """A sentence for each field that was not accepted last time."""
    opened_at: datetime
    zone: str


class Platform(Protocol):
    """An adapter. A message sent twice under one `id` of ours is shown once, where the platform can tell."""

    name: str
    asks_in_forms: bool
    """Whether a form is shown whole (a modal). Where not, it is asked question by question, in messages."""

    async def listen(self, receive: Receive) -> None:
        """Start taking in what people do; returns when it is listening."""

    async def send(self, to: Address, message: Message, *, id: str) -> Sent: ...

    async def replace(self, to: Address, sent: Sent, message: Message) -> None: ...

    async def open_form(self, to: Address, form: FormView, *, trigger: str) -> bool:
        """Show the form; False where it can't be opened just now, and is to be offered as a button."""

    async def close(self) -> None:
        """Take nothing more in. What is owed still goes out, until the process ends; closing twice is no harm."""


@runtime_checkable
class Retracts(Protocol):
    """A platform on which a message can be taken back, the person's own included."""

    async def retract(self, to: Address, sent: Sent) -> None: ...


@runtime_checkable
class FindsSent(Protocol):
    """A platform that can say whether a message with this id of ours has arrived."""

    async def find_sent(self, to: Address, id: str) -> Sent | None: ...
