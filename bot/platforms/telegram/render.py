"""Messages as Telegram takes them: HTML text, an inline keyboard, pictures and files. Pure: it talks to nobody.

Lengths are Telegram's: UTF-16 code units after its HTML is parsed, so words are split first and escaped afterwards.
"""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace
from html import escape
from typing import assert_never

from bot.chat.markdown import (
    Block,
    ListOf,
    Paragraph,
    Quote,
    Run,
    Runs,
    drawn,
    named,
    parse,
    pieces_of,
    spelt_out,
    split,
    units,
)
from bot.chat.messages import Button, File, Message, Picture

MOST_TEXT = 4_096
MOST_CAPTION = 1_024
MOST_PHOTO = 10_000_000  # bytes; a larger picture goes as a file
PLAYED = frozenset(("audio/ogg", "audio/opus", "audio/mpeg", "audio/mp4", "audio/x-m4a"))
"""The kinds of recording that Telegram plays where they stand."""
MOST_IN_A_ROW = 8
ROW_WIDTH = 32  # letters that a row of a phone's keyboard holds, with two for the edges of each button

Keyboard = tuple[tuple[Button, ...], ...]
"""Buttons in rows; a button's `press` is its callback data."""


@dataclass(frozen=True)
class TextPart:
    html: str
    keyboard: Keyboard = ()
    protected: bool = False


@dataclass(frozen=True)
class PhotoPart:
    data: bytes
    name: str
    caption: str
    """Plain words, sent without a parse mode."""
    keyboard: Keyboard = ()
    protected: bool = False

    def as_document(self) -> "DocumentPart":
        """For a picture that Telegram can't show."""
        return DocumentPart(self.data, self.name, self.caption, self.keyboard, self.protected)


@dataclass(frozen=True)
class DocumentPart:
    data: bytes
    name: str
    caption: str
    """Plain words, sent without a parse mode."""
    keyboard: Keyboard = ()
    protected: bool = False


@dataclass(frozen=True)
class VoicePart:
    """A recording that is played where it stands."""

    data: bytes
    name: str
    caption: str
    """Plain words, sent without a parse mode."""
    seconds: int = 0
    keyboard: Keyboard = ()
    protected: bool = False

    def as_document(self) -> DocumentPart:
        """For whoever lets nobody send them recordings to be played."""
        return DocumentPart(self.data, self.name, self.caption, self.keyboard, self.protected)


TelegramPart = TextPart | PhotoPart | DocumentPart | VoicePart


def message(message: Message) -> list[TelegramPart]:
    """A message in the parts to send in turn: pictures and files, then the words; the last has the buttons."""
    parts: list[TelegramPart] = []
    for attachment in message.attachments:
        parts.extend(_attached(attachment))
    pieces = split(_blocks(message), MOST_TEXT, _cost)
    parts.extend(TextPart(_html(piece)) for piece in pieces)
    parts = parts or [TextPart("–")]
    parts[-1] = replace(parts[-1], keyboard=rows(message.buttons))
    return [replace(part, protected=message.private) for part in parts]


def _blocks(message: Message) -> tuple[Block, ...]:
    title = (Paragraph((Run(message.title, bold=True),)),) if message.title.strip() else ()
    return (*title, *map(_linked, parse(message.text)), *named(message.fields))


def _linked(block: Block) -> Block:
    match block:
        case Paragraph(runs):
            return Paragraph(_web_links(runs))
        case Quote(runs):
            return Quote(_web_links(runs))
        case ListOf(items, first):
            return ListOf(tuple(map(_web_links, items)), first)
        case _:
            assert_never(block)


def _web_links(runs: Runs) -> Runs:
    # Telegram drops links to mailto: and tel:, but finds addresses and numbers in the text by itself.
    return spelt_out(runs, lambda address: not address.lower().startswith("http"))


def _cost(run: Run) -> int:
    # Telegram reads the first 100 entities of a message: each counts for a hundredth of it, and a little more.
    entities = run.bold + run.italic + bool(run.link)
    return max(units(run.text), entities * (MOST_TEXT // 99))


def _html(blocks: Iterable[Block]) -> str:
    return "\n\n".join(map(_block_html, blocks))


def _block_html(block: Block) -> str:
    words = "".join(map(_run_html, drawn(block)))
    match block:
        case Quote():
            return f"<blockquote>{words}</blockquote>"
        case Paragraph() | ListOf():
            return words
        case _:
            assert_never(block)


def _run_html(run: Run) -> str:
    words = escape(run.text, quote=False)
    if run.italic:
        words = f"<i>{words}</i>"
    if run.bold:
        words = f"<b>{words}</b>"
    if run.link:
        words = f'<a href="{escape(run.link)}">{words}</a>'
    return words


def _attached(attachment: Picture | File) -> list[TelegramPart]:
    """The picture or file, and whatever of its words a caption does not hold."""
    match attachment:
        case Picture(data=data, name=name, alt=alt):
            caption, *more = pieces_of(alt, MOST_CAPTION)
            kind = PhotoPart if len(data) <= MOST_PHOTO else DocumentPart
            part: TelegramPart = kind(data, name, caption)
        case File(data=data, name=name, about=about):
            caption, *more = pieces_of(about, MOST_CAPTION) or [""]
            part = (
                VoicePart(data, name, caption, attachment.seconds)
                if attachment.media_type in PLAYED
                else DocumentPart(data, name, caption)
            )
        case _:
            assert_never(attachment)
    return [part, *(TextPart(escape(words, quote=False)) for words in more)]


def rows(buttons: Iterable[Button]) -> Keyboard:
    """Buttons in rows that can be read on a phone: short labels share one, a long label has one to itself."""
    keyboard: list[list[Button]] = []
    for button in buttons:
        if keyboard and _fit([*keyboard[-1], button]):
            keyboard[-1].append(button)
        else:
            keyboard.append([button])
    return tuple(map(tuple, keyboard))


def _fit(row: list[Button]) -> bool:
    # The buttons of a row are equally wide.
    widest = max(_width(button.label) for button in row)
    return len(row) <= MOST_IN_A_ROW and len(row) * (widest + 2) <= ROW_WIDTH


def _width(label: str) -> int:
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in label)
