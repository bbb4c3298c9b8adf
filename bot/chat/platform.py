"""What the bot needs of a platform, and what a platform tells the bot: plain values that cross the border."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Annotated, Literal, NamedTuple, Protocol, runtime_checkable

from pydantic import Field

from bot.chat.forms import AnyField, Form, Json, ReadTime
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
class Incoming:
    """A file that came with words, or without: what its platform says of it. Its bytes are fetched if they are kept."""

    ref: str
    """Where it is found, in words of the adapter's own."""
    name: str
    media_type: str
    size: int = 0
    """In bytes; 0 where the platform doesn't say."""
    seconds: int = 0
    """How long a recording lasts."""


@dataclass(frozen=True)
class Said:
    """Words typed in a conversation, or after a command of the platform's own."""

    text: str
    sent: Sent | None = None
    """The person's message, where there is one that could be taken back."""
    command: bool = False
    """Typed after the bot's own command, so that the first word may be one of its commands without a stroke."""
    public: bool = False
    """Said where others can read it too."""
    files: tuple[Incoming, ...] = ()
    """What came with the words, or in their place."""
    trigger: str = ""
    place: str = ""
    """Where it was said, if not simply in the conversation with the bot: answers go there too."""
    at: datetime | None = None
    """When it was said, where the platform tells."""
    kind: Literal["said"] = "said"


@dataclass(frozen=True)
class Corrected:
    """Words that were typed before, as they read now that their author has changed them."""

    text: str
    sent: Sent
    kind: Literal["corrected"] = "corrected"


@dataclass(frozen=True)
class Met:
    """Somebody brought the bot into a group."""

    place: str
    kind: Literal["met"] = "met"


@dataclass(frozen=True)
class Pressed:
    """A button, by the data it carries, and the message it was on."""

    press: str
    on: Sent | None = None
    trigger: str = ""
    """What lets the platform open a form or a window for this; empty where none is needed."""
    place: str = ""
    kind: Literal["pressed"] = "pressed"


@dataclass(frozen=True)
class Submitted:
    """A form that was filled in: the opening it answers, and its answers by field name.

    Where a form was shown in steps these are the answers of the last one; the others came before, as `Stepped`.
    """

    opening: str
    answers: dict[str, Json]
    kind: Literal["submitted"] = "submitted"


@dataclass(frozen=True)
class Stepped:
    """One step of a form was left for another: what was answered on it, and which is to be shown."""

    opening: str
    answers: dict[str, Json]
    to: int
    trigger: str = ""
    kind: Literal["stepped"] = "stepped"


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


@dataclass(frozen=True)
class Looked:
    """Somebody opened the page that the platform keeps for them, or the conversation, and did nothing yet."""

    home: bool = True
    """It was the page, and not the conversation."""
    place: str = ""
    """Where the platform can suggest what to say, if it can."""
    kind: Literal["looked"] = "looked"


@dataclass(frozen=True)
class Left:
    """The account was closed, or shut the bot out: nobody is reached there."""

    kind: Literal["left"] = "left"


@dataclass(frozen=True)
class Returned:
    """An account that was closed is open again."""

    kind: Literal["returned"] = "returned"


What = Annotated[
    Said | Corrected | Pressed | Submitted | Stepped | Closed | Arrived | Looked | Met | Left | Returned,
    Field(discriminator="kind"),
]

OF_THE_KNOWN = (Left, Returned)
"""What concerns the bot only where it knows the account already, and as the opposite of this."""


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
    route: str = ""
    step: int = 0
    """Where the form is so long that a platform shows it in steps, the one to be shown."""


@dataclass(frozen=True)
class Profile:
    """What a platform says of somebody: hints, and never a proof of who it is."""

    name: str = ""
    email: str = ""
    """A confirmed address, of a full member of the workspace that the bot is in; empty for everybody else."""
    zone: str = ""


@dataclass(frozen=True)
class Manner:
    """How things are done on a platform, as far as a text has to say so."""

    one_line: str = "{}:"
    """How a thing is asked for in one line, around its command: "reflect:" and then the words."""
    stays: str = ""
    """What to tell somebody whose own message, with private words in it, can't be taken back, or can't any more."""
    stays_in_public: str = ""
    """The same, where others can read that message."""
    next_note: str = ""
    """What to add to either where it was a note: how the next one leaves nothing behind."""
    splits_at: int = 0
    """Where its app cuts what is typed into several messages, the most that one holds, in UTF-16 code units."""
    in_groups: str = ""
    """What others see of somebody in a group, and how to show them less; empty where there is nothing to say."""
    seen_by: str = "whoever runs this workspace may see ordinary messages"
    """Who, beside the bot, can see what passes through the platform."""


class Platform(Protocol):
    """An adapter. A message sent twice under one `id` of ours is shown once, where the platform can tell."""

    name: str
    asks_in_forms: bool
    """Whether a form is shown whole (a modal). Where not, it is asked question by question, in messages."""
    manner: Manner

    async def listen(self, receive: Receive) -> None:
        """Start taking in what people do; returns when it is listening."""

    async def send(self, to: Address, message: Message, *, id: str, place: str = "", owed: bool = False) -> Sent:
        """Send it to their conversation; `place` is where an answer is to be seen too, as the adapter named it.

        What is `owed` nobody waits for: it stands back behind answers.
        """

    async def replace(self, to: Address, sent: Sent, message: Message) -> bool:
        """Put this in the place of what was sent; False where that is not there any more."""

    async def open_form(self, to: Address, form: FormView, *, trigger: str) -> bool:
        """Show the form; False where it can't be opened just now, and is to be offered as a button."""

    async def close(self) -> None:
        """Take nothing more in. What is owed still goes out, until the process ends; closing twice is no harm."""


@runtime_checkable
class Retracts(Protocol):
    """A platform on which a message can be taken back, the person's own included."""

    async def retract(self, to: Address, sent: Sent) -> bool:
        """Take it back, all of it; False where that can't be done any more. What is gone already is taken back."""


@runtime_checkable
class Fetches(Protocol):
    """A platform on which people can send files."""

    async def fetch(self, of: Address, file: Incoming) -> bytes:
        """The bytes of what somebody sent. Raises DeliveryFailed: permanent where they can't be had later either."""


@runtime_checkable
class FindsSent(Protocol):
    """A platform that can say whether a message with this id of ours has arrived."""

    async def find_sent(self, to: Address, id: str, *, place: str = "") -> Sent | None:
        """The message, or None where it has not arrived. Raises CannotTell where it turns out not to be able to."""


@runtime_checkable
class HasWindows(Protocol):
    """A platform on which a message stays for others to see, and a window does not: private text goes in windows."""

    async def show_privately(self, to: Address, message: Message, *, trigger: str, again: str) -> bool:
        """Show it in a window, to its reader alone; False where none can be opened just now.

        `again` is the data of a press that brings it once more, for whoever turns its pages.
        """

    async def conclude(self, to: Address, said: Sequence[Message], *, trigger: str) -> None:
        """The turn is over, and opened nothing: in a window that was opened ahead for it, show what it said."""


@runtime_checkable
class LooksAhead(Protocol):
    """A platform that has to act before a turn is handled: check a form as it is sent, open a window in time."""

    def look_ahead(self, forms: Mapping[str, type[Form]], opens: Callable[[What], bool], read_time: ReadTime) -> None:
        """Be told, before listening, which forms there are, and what a form or something private is the answer to."""


@runtime_checkable
class Profiles(Protocol):
    """A platform that knows something of its accounts."""

    async def profile(self, of: Address) -> Profile | None:
        """What it says of them; None where it says nothing just now."""


@runtime_checkable
class Suggests(Protocol):
    """A platform that can suggest what to say, before anything is said."""

    async def suggest(self, to: Address, prompts: Mapping[str, str], *, place: str) -> None:
        """Offer these: what each is called, and what it says when it is chosen."""


@runtime_checkable
class HasMenu(Protocol):
    """A platform that shows each person the commands that they can type."""

    async def set_menu(self, to: Address, commands: Mapping[str, str]) -> None:
        """Show these, each with what it does; none at all is the menu of whoever has not joined."""


@runtime_checkable
class HasLinks(Protocol):
    """A platform on which a link opens the conversation with the bot."""

    def link(self, payload: str) -> str:
        """Such a link, which brings this along as what somebody arrives with: up to 64 of A-Z a-z 0-9 _ -

        Empty where it is not known yet, before the platform listens.
        """


@runtime_checkable
class HasAddress(Protocol):
    """A platform on which a link opens the conversation with the bot, and can bring nothing along."""

    def address(self) -> str:
        """Such a link; empty where it is not known yet, or can't be."""


@runtime_checkable
class HasHome(Protocol):
    """A platform that keeps a page for each person, which the bot may write."""

    async def publish_home(self, to: Address, parts: Sequence[Message]) -> None:
        """Put these on the person's page, in the place of what was there."""
