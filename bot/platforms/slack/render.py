"""Messages as Slack's JSON: in a conversation, in a window, on somebody's Home. Pure: nothing here talks to Slack."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import assert_never

from bot.chat.markdown import Block, Paragraph, Run, named, parse, split, spoken, units
from bot.chat.messages import Button, File, Message, Picture
from bot.platforms.slack.shapes import Actions, Header, Home, MessageBlock, PressElement, RichText, View, ViewBlock
from bot.platforms.slack.words import escaped, plain_text, rich_text

MOST_WORDS = 3_000  # of one rich_text block, as of a section; the `text` of a message then stays within 4,000
MOST_TEXT = 4_000  # chat.update takes no more
MOST_HEADER = 150
MOST_VIEW_TITLE = 24
MOST_VIEW_BLOCKS = 100
MOST_PAGE_BLOCKS = 95  # which leaves room for what leads from page to page
MOST_PAGE_BYTES = 200_000  # of the 250 KB of a view

PAGE = "page."  # begins the action_id of a button that turns to the page whose number follows


@dataclass(frozen=True)
class Upload:
    """A picture or file, which Slack takes by a way of its own, with the words that stand for it."""

    data: bytes
    name: str
    alt: str
    is_picture: bool


@dataclass(frozen=True)
class SlackMessage:
    text: str
    """The whole meaning in words, escaped: what notifications and screen readers use."""
    blocks: list[MessageBlock]
    uploads: tuple[Upload, ...] = ()


# ---------------------------------------------------------------- a message


def message(message: Message) -> list[SlackMessage]:
    """A message, as several where it is long: the title is on the first, the buttons and uploads are on the last."""
    parts = [_worded(blocks) for blocks in _pieces(message)] or [SlackMessage(text="", blocks=[])]
    parts[0] = _under_title(message.title, parts[0])
    parts[-1] = _with_buttons(message.buttons, parts[-1], tuple(map(_upload, message.attachments)))
    return parts


def window(messages: Sequence[Message], page: int = 0, again: str = "") -> View:
    """What only its reader may see, as a modal: one page of it, and the buttons that turn to the others.

    `again` is the data of the press that brings it once more. Attachments are there in words: a modal holds no files.
    """
    title = messages[0].title
    fits = title.strip() != "" and units(title) <= MOST_VIEW_TITLE
    blocks: list[ViewBlock] = []
    for message in messages:
        if message is not messages[0] or not fits:
            blocks.extend(_title(message.title))
        blocks.extend(_body(message))
    if not blocks:
        blocks.extend(_title(title))
    pages = _pages(blocks)
    page = min(max(page, 0), len(pages) - 1)
    if again and len(pages) > 1:
        pages[page].append(_turning(page, len(pages), again))
    return {
        "type": "modal",
        "title": plain_text(title if fits else "For you alone"),
        "close": plain_text("Close"),
        "blocks": pages[page],
    }


def home(parts: Sequence[Message]) -> Home:
    """Somebody's Home, as far as it fits."""
    blocks: list[ViewBlock] = []
    for part in parts:
        blocks.extend((*_title(part.title), *_body(part)))
    return {"type": "home", "blocks": blocks[:MOST_VIEW_BLOCKS]}


def _body(message: Message) -> Iterator[ViewBlock]:
    yield from map(rich_text, _pieces(message))
    if message.buttons:
        yield _actions(message.buttons)


def _turning(page: int, pages: int, again: str) -> Actions:
    to = {"Earlier": page - 1, "More": page + 1}
    return {
        "type": "actions",
        "elements": [
            press(f"{PAGE}{number}", f"{label} (page {number + 1} of {pages})", again)
            for label, number in to.items()
            if 0 <= number < pages
        ],
    }


def press(action_id: str, label: str, value: str) -> PressElement:
    return {"type": "button", "action_id": action_id, "text": plain_text(label), "value": value}


def _pieces(message: Message) -> list[tuple[Block, ...]]:
    about = (Paragraph((Run(_about(attachment)),)) for attachment in message.attachments)
    blocks = (*parse(message.text), *named(message.fields), *about)
    pieces = split(blocks, MOST_WORDS, cost)
    return pieces if pieces or message.title.strip() else [(Paragraph((Run("–"),)),)]


def cost(run: Run) -> int:
    # Slack refuses a message whose blocks come to about 13,000 characters, the JSON around the words included.
    return max(units(escaped(run.text)) + units(escaped(run.link)), 25)


def _worded(blocks: tuple[Block, ...]) -> SlackMessage:
    return SlackMessage(text=escaped(spoken(blocks)), blocks=[rich_text(blocks)])


def _under_title(title: str, part: SlackMessage) -> SlackMessage:
    words = "\n\n".join(filter(None, (escaped(title), part.text)))
    return SlackMessage(words, [*_title(title), *part.blocks]) if title.strip() else part


def _with_buttons(buttons: tuple[Button, ...], part: SlackMessage, uploads: tuple[Upload, ...]) -> SlackMessage:
    if not buttons:
        return SlackMessage(part.text, part.blocks, uploads)
    words = f"{part.text}\n\nButtons: {escaped(', '.join(button.label for button in buttons))}"
    # Each button also says its own label, so that where there is no room for them all nothing is lost.
    return SlackMessage(words if units(words) <= MOST_TEXT else part.text, [*part.blocks, _actions(buttons)], uploads)


def _title(title: str) -> Iterator[Header | RichText]:
    if not title.strip():
        return
    if units(title) <= MOST_HEADER:
        yield {"type": "header", "text": plain_text(title)}
    else:
        yield rich_text((Paragraph((Run(title, bold=True),)),))


def _actions(buttons: Iterable[Button]) -> Actions:
    return {"type": "actions", "elements": [_button(n, button) for n, button in enumerate(buttons)]}


def _button(n: int, button: Button) -> PressElement:
    element = press(f"press.{n}", button.label, button.press)
    match button.style:
        case "main":
            element["style"] = "primary"
        case "danger":
            element["style"] = "danger"
        case "plain":
            pass
        case _:
            assert_never(button.style)
    if button.describe:
        element["accessibility_label"] = button.describe
    return element


def _about(attachment: Picture | File) -> str:
    match attachment:
        case Picture(alt=alt):
            return alt
        case File(about=about, name=name):
            return about or name
        case _:
            assert_never(attachment)


def _upload(attachment: Picture | File) -> Upload:
    return Upload(attachment.data, attachment.name, _about(attachment), isinstance(attachment, Picture))


def _pages(blocks: list[ViewBlock]) -> list[list[ViewBlock]]:
    pages: list[list[ViewBlock]] = [[]]
    room = MOST_PAGE_BYTES
    for block in blocks:
        size = len(json.dumps(block))
        if pages[-1] and (size > room or len(pages[-1]) == MOST_PAGE_BLOCKS):
            pages.append([])
            room = MOST_PAGE_BYTES
        pages[-1].append(block)
        room -= size
    return pages
