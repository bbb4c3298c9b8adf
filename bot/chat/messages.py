"""What the bot can say: Message, Button, Picture and File, small immutable values that every platform can draw.

A limit belongs to the word, not to a platform: the strictest holds everywhere, and is checked where the word is built.
"""

from base64 import b64decode, b64encode
from collections.abc import Mapping
from dataclasses import field, replace
from typing import Annotated, Literal

from pydantic import BeforeValidator, PlainSerializer, TypeAdapter
from pydantic.dataclasses import dataclass

from bot.chat.markdown import literal

MOST_TITLE = 150  # characters: a Slack header
MOST_LABEL = 75  # characters: a Slack button
MOST_PRESS = 64  # bytes: a Telegram callback
MOST_NUMBER = 2**31  # what a number in a press stays below: a row's id on PostgreSQL
MOST_BUTTONS = 24
MOST_FIELDS = 10
MOST_FIELD = 1_900  # characters of a field's name and value together: a Slack section field
MOST_ALT = 1_000  # characters: a Telegram caption


class TooLong(ValueError):
    """Somebody built a word that not every platform could show. A bug of the builder, found where it was built."""


def within(what: str, size: int, most: int) -> None:
    if size > most:
        raise TooLong(f"{what} is {size} long; the most is {most}")


class Press:
    """The typed data behind a button: a route, and values that say what it is about.

    `BOOK = Press("coaching.book", int)`; `BOOK(17)` is `"coaching.book:17"`.
    """

    def __init__(self, route: str, *kinds: type[int] | type[str]) -> None:
        self.route = route
        self.kinds = kinds

    def __call__(self, *values: int | str) -> str:
        if [type(value) for value in values] != list(self.kinds):
            raise TypeError(f"{self.route} takes {self.kinds}, not {values}")
        data = ":".join([self.route, *(str(value) for value in values)])
        if any(":" in str(value) for value in values):
            raise ValueError(f"a colon in the data of {self.route}")
        within(f"the data of {self.route}", len(data.encode()), MOST_PRESS)
        return data

    def values(self, data: str) -> tuple[int | str, ...] | None:
        """What a pressed button carried; None where it is not of this kind: button data is input like any other."""
        route, *parts = data.split(":")
        if route != self.route or len(parts) != len(self.kinds) or len(data) > MOST_PRESS or not data.isprintable():
            return None
        try:
            values = tuple(kind(part) for kind, part in zip(self.kinds, parts, strict=True))
        except ValueError:
            return None
        return values if all(isinstance(value, str) or abs(value) < MOST_NUMBER for value in values) else None


def label_of(words: str) -> str:
    """Words that somebody else chose, such as a name, as a button's label."""
    return words if len(words) <= MOST_LABEL else f"{words[: MOST_LABEL - 1].rstrip()}…"


@dataclass(frozen=True)
class Button:
    """Something to press, which can also be typed by its label or its number."""

    label: str
    press: str
    style: Literal["plain", "main", "danger"] = "plain"
    numbered: bool = True
    """Whether its number can be typed as well as its label; not where a number would be an answer, and not where it
    takes back what a number has just done."""
    describe: str = ""
    """What a screen reader says where the label alone is unclear ("Read “Monday’s meeting”")."""

    def __post_init__(self) -> None:
        within(f"the label “{self.label}”", len(self.label), MOST_LABEL)
        within("a button's description", len(self.describe), MOST_LABEL)
        within(f"the data of “{self.label}”", len(self.press.encode()), MOST_PRESS)


def _bytes_of(data: object) -> object:
    return b64decode(data) if isinstance(data, str) else data


def _as_text(data: bytes) -> str:
    return b64encode(data).decode()


Attached = Annotated[bytes, BeforeValidator(_bytes_of), PlainSerializer(_as_text, when_used="json")]
"""Bytes, which travel as base64 where a message travels as JSON."""


@dataclass(frozen=True)
class Picture:
    """A picture with the words that stand for it: alt text on Slack and the web, the caption on Telegram."""

    data: Attached
    alt: str
    name: str = "picture.png"
    apart: str = ""
    """Where its bytes lie apart in its reader's own vault: they are put in when it is shown, and ride in no row."""

    def __post_init__(self) -> None:
        if not self.alt.strip():
            raise ValueError("a picture needs alt text")
        within("alt text", len(self.alt), MOST_ALT)


@dataclass(frozen=True)
class File:
    """A file to keep, and one sentence that says what it is."""

    data: Attached
    name: str
    about: str = ""
    media_type: str = ""
    """As far as it is known: a recording can be played where it stands."""
    seconds: int = 0
    """How long a recording lasts; 0 where that is not known."""
    apart: str = ""
    """As a picture's."""

    def __post_init__(self) -> None:
        within("what a file is about", len(self.about), MOST_ALT)


@dataclass(frozen=True)
class Message:
    """One thing to say.

    `text` is the small Markdown of `bot/chat/markdown.py`: bold, italic, links, lists, quotes. Whatever somebody else
    wrote goes into it through `literal`. `private` marks content that only its reader may see: platforms show it in a
    modal, or protected, or put it away again, as well as each can. `openly` is what a private message comes down to
    where private words can't stand in the conversation; with nothing there, a button asks for it once more. `public`
    marks what may be said to everybody of a group, where it was asked there.
    """

    text: str = ""
    title: str = ""
    fields: Mapping[str, str] = field(default_factory=dict)
    buttons: tuple[Button, ...] = ()
    attachments: tuple[Picture | File, ...] = ()
    private: bool = False
    openly: str = ""
    public: bool = False

    def __post_init__(self) -> None:
        if not (self.text or self.title or self.fields or self.attachments):
            raise ValueError("a message that says nothing")
        within("a title", len(self.title), MOST_TITLE)
        within("the number of buttons", len(self.buttons), MOST_BUTTONS)
        within("the number of fields", len(self.fields), MOST_FIELDS)
        for name, value in self.fields.items():
            within(f"the field “{name}”", len(name) + len(value), MOST_FIELD)

    @property
    def only_shows(self) -> bool:
        """Whether it is nothing but a picture or a file, beneath which what was asked before can be answered."""
        return not (self.text or self.title or self.fields or self.buttons)


def for_reader(message: Message, plain_mode: bool) -> Message:
    """The message as this reader wants it: in plain mode the choices are numbered in the text."""
    if not plain_mode or not message.buttons:
        return message
    numbered = [button for button in message.buttons if button.numbered]
    words = [f"“{literal(button.label)}”" for button in message.buttons if not button.numbered]
    lines = [f"{number}. {literal(button.label)}" for number, button in enumerate(numbered, 1)]
    choices = "Say a number to choose:\n\n" + "\n".join(lines) if lines else ""
    say = f"{'Or say' if lines else 'Say'} {', '.join(words)}." if words else ""
    return replace(message, text="\n\n".join(part for part in (message.text, choices, say) if part))


def in_the_open(message: Message, again: str) -> Message:
    """What stands in the conversation for a private message, where that is for windows alone."""
    if message.openly:
        return Message(message.openly, buttons=message.buttons)
    words = "That is for you alone, so I show it in a window, which leaves nothing behind here."
    return Message(words, buttons=(Button("Show me", again, "main"),))


message_json = TypeAdapter(Message)
