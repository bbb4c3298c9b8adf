"""What a turn owes once it is decided: values that ride, sealed, in its row until they are carried out."""

from dataclasses import field
from datetime import datetime
from typing import Annotated, Literal

from pydantic import Field, TypeAdapter
from pydantic.dataclasses import dataclass

from bot.chat.forms import Json
from bot.chat.messages import Message
from storage.private.vault import VaultWrite


@dataclass(frozen=True)
class Standing:
    """How something private that stands in the conversation, for want of windows, is put away again."""

    name: str
    """The handle under which it stands."""
    minutes: int | None
    """After how long it goes by itself; None is never."""
    form: str = ""
    """The opening whose answers it shows, if it does: while that is open, a way on is left in its place."""


@dataclass(frozen=True)
class Say:
    """A message to whoever's turn it is."""

    message: Message
    handle: str = ""
    again: str = ""
    """For what is private, and can be shown in a window alone: the data of the button that brings it once more."""
    standing: Standing | None = None
    kind: Literal["say"] = "say"


@dataclass(frozen=True)
class Replace:
    """Put this in the place of a message: the one named by `sent`, or the last one sent under `handle`."""

    message: Message
    sent: str = ""
    handle: str = ""
    again: str = ""
    standing: Standing | None = None
    kind: Literal["replace"] = "replace"


@dataclass(frozen=True)
class Show:
    """Open a form where forms are shown whole; where that can't be done just now, a button offers it."""

    opening: str
    route: str
    answers: dict[str, Json]
    options: dict[str, dict[str, str]]
    faults: dict[str, str]
    opened_at: datetime
    zone: str
    step: int = 0
    intro: str = ""
    again: str = ""
    """For a form with an intro of the moment, where no window can be opened: what asks for it once more."""
    kind: Literal["show"] = "show"


@dataclass(frozen=True)
class Unsay:
    """Take the person's own message back from the platform."""

    sent: str
    stays: str = ""
    """What they are told where it can't be taken back any more."""
    kind: Literal["unsay"] = "unsay"


@dataclass(frozen=True)
class PutAway:
    """Put away what stands under this name, and the message whose button was pressed, if one was."""

    name: str
    sent: str = ""
    kind: Literal["put_away"] = "put_away"


@dataclass(frozen=True)
class Suggest:
    """Offer a few things to say, before anything is said; only where the platform can."""

    prompts: dict[str, str]
    kind: Literal["suggest"] = "suggest"


@dataclass(frozen=True)
class Menu:
    """Show these commands to whoever's turn it is, on a platform that has a menu; none is the menu of strangers."""

    commands: dict[str, str]
    kind: Literal["menu"] = "menu"


Effect = Annotated[Say | Replace | Show | Unsay | PutAway | Suggest | Menu, Field(discriminator="kind")]


@dataclass(frozen=True)
class Effects:
    """Everything that one turn owes: first what is to be remembered, then what is said."""

    writes: list[VaultWrite] = field(default_factory=list)
    answers: list[Effect] = field(default_factory=list)
    trigger: str = ""
    place: str = ""
    """What the person did it by, and where: answers may be shown right there."""


effects_json = TypeAdapter(Effects)
