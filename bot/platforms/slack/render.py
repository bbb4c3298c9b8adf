"""Messages and forms as Slack's JSON. Pure: nothing here talks to Slack.

Words are `rich_text` blocks, not mrkdwn. Slack shows the text of a rich_text element character by character, so that
nobody's asterisks, `<!channel>` or `&lt;` mean anything, bold works inside a word, and lists and quotes are real ones.
Only the top-level `text`, which stands for the blocks in notifications and screen readers, is mrkdwn, and is escaped.
Labels are plain_text with `emoji` off, which Slack does not read as markup either.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from typing import Literal, NotRequired, TypedDict, assert_never

from bot.chat.forms import AnyField, Choice, Choices, Consent, Json, LongText, Number, Options, Scale, ShortText, When
from bot.chat.markdown import (
    Block,
    ListOf,
    Paragraph,
    Quote,
    Run,
    Runs,
    named,
    parse,
    pieces_of,
    split,
    spoken,
    units,
)
from bot.chat.messages import Button, File, Message, Picture, within
from bot.chat.platform import FormView

MOST_WORDS = 3_000  # of one rich_text block, as of a section; the `text` of a message then stays within 4,000
MOST_TEXT = 4_000  # chat.update takes no more
MOST_INPUT = 3_000
SPARE_INPUT = 500  # what is to be left in an input for somebody to go on in
MOST_RADIO = 5
MOST_CHECKBOXES = 10
MOST_HEADER = 150
MOST_VIEW_TITLE = 24
MOST_VIEW_BLOCKS = 100
MOST_PAGE_BLOCKS = 95  # which leaves room for what leads from page to page
MOST_PAGE_BYTES = 200_000  # of the 250 KB of a view

ANSWER = "answer"  # the action_id of every input: its block_id says which it is

# ---------------------------------------------------------------- Slack's own shapes


class PlainText(TypedDict):
    type: Literal["plain_text"]
    text: str
    emoji: Literal[False]


class Style(TypedDict, total=False):
    bold: bool
    italic: bool


class TextElement(TypedDict):
    type: Literal["text"]
    text: str
    style: NotRequired[Style]


class LinkElement(TypedDict):
    type: Literal["link"]
    url: str
    text: str
    style: NotRequired[Style]


RichElement = TextElement | LinkElement


class RichSection(TypedDict):
    type: Literal["rich_text_section"]
    elements: list[RichElement]


class RichQuote(TypedDict):
    type: Literal["rich_text_quote"]
    elements: list[RichElement]


class RichList(TypedDict):
    type: Literal["rich_text_list"]
    style: Literal["bullet", "ordered"]
    elements: list[RichSection]
    offset: NotRequired[int]


class RichText(TypedDict):
    type: Literal["rich_text"]
    elements: list[RichSection | RichQuote | RichList]


class Header(TypedDict):
    type: Literal["header"]
    text: PlainText


class PressElement(TypedDict):
    type: Literal["button"]
    action_id: str
    text: PlainText
    value: str
    style: NotRequired[Literal["primary", "danger"]]
    accessibility_label: NotRequired[str]


class Actions(TypedDict):
    type: Literal["actions"]
    elements: list[PressElement]


class Option(TypedDict):
    text: PlainText
    value: str


class TextInput(TypedDict):
    type: Literal["plain_text_input"]
    action_id: str
    multiline: bool
    max_length: int
    initial_value: NotRequired[str]
    placeholder: NotRequired[PlainText]


class NumberInput(TypedDict):
    type: Literal["number_input"]
    action_id: str
    is_decimal_allowed: Literal[False]
    min_value: str
    max_value: str
    initial_value: NotRequired[str]


class OneOf(TypedDict):
    type: Literal["radio_buttons", "static_select"]
    action_id: str
    options: list[Option]
    initial_option: NotRequired[Option]


class SeveralOf(TypedDict):
    type: Literal["checkboxes", "multi_static_select"]
    action_id: str
    options: list[Option]
    initial_options: NotRequired[list[Option]]


class MomentPicker(TypedDict):
    type: Literal["datetimepicker"]
    action_id: str
    initial_date_time: NotRequired[int]


InputElement = TextInput | NumberInput | OneOf | SeveralOf | MomentPicker


class Input(TypedDict):
    type: Literal["input"]
    block_id: str
    label: PlainText
    element: InputElement
    optional: bool
    hint: NotRequired[PlainText]


MessageBlock = Header | RichText | Actions
ViewBlock = MessageBlock | Input


class View(TypedDict):
    type: Literal["modal"]
    title: PlainText
    close: PlainText
    blocks: list[ViewBlock]
    callback_id: NotRequired[str]
    private_metadata: NotRequired[str]
    submit: NotRequired[PlainText]
    notify_on_close: NotRequired[bool]


@dataclass(frozen=True)
class Upload:
    """A picture or file, which Slack takes by a way of its own, with the words that stand for it."""

    data: bytes
    name: str
    alt: str


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


def private_modal(message: Message) -> list[View]:
    """What only its reader may see, as the pages of a modal. Attachments are there in words: a modal holds no files."""
    blocks: list[ViewBlock] = [*map(rich_text, _pieces(message))]
    if message.buttons:
        blocks.append(_actions(message.buttons))
    fits = message.title.strip() != "" and units(message.title) <= MOST_VIEW_TITLE
    if not fits or not blocks:
        blocks[:0] = _title(message.title)
    title = plain_text(message.title if fits else "For you alone")
    return [{"type": "modal", "title": title, "close": plain_text("Close"), "blocks": page} for page in _pages(blocks)]


def _pieces(message: Message) -> list[tuple[Block, ...]]:
    about = (Paragraph((Run(_about(attachment)),)) for attachment in message.attachments)
    blocks = (*parse(message.text), *named(message.fields), *about)
    pieces = split(blocks, MOST_WORDS, _cost)
    return pieces if pieces or message.title.strip() else [(Paragraph((Run("–"),)),)]


def _cost(run: Run) -> int:
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
    element: PressElement = {
        "type": "button",
        "action_id": f"press.{n}",
        "text": plain_text(button.label),
        "value": button.press,
    }
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
    return Upload(attachment.data, attachment.name, _about(attachment))


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


# ---------------------------------------------------------------- a form


def modal(form: FormView) -> View:
    """A form as a modal. Each input's `block_id` is its field's name; further inputs of a field are named below."""
    blocks: list[ViewBlock] = [*_faults(form), *map(rich_text, split(parse(form.intro), MOST_WORDS, _cost))]
    for name, field in form.fields.items():
        blocks.extend(inputs(name, field, form.answers.get(name), form.faults.get(name, "")))
    within(f"the form “{form.title}”", len(blocks), MOST_VIEW_BLOCKS)
    return {
        "type": "modal",
        "callback_id": "form",
        "private_metadata": form.opening,
        "title": plain_text(form.title),
        "submit": plain_text(form.done),
        "close": plain_text("Cancel"),
        "notify_on_close": True,
        "blocks": blocks,
    }


def _faults(form: FormView) -> Iterator[RichText]:
    """What to look at again, at the top; the sentence itself is with its field, where a screen reader says both."""
    again = tuple((Run(form.fields[name].question),) for name in form.faults if name in form.fields)
    if again:
        yield rich_text((Paragraph((Run("Please look at this again:", bold=True),)), ListOf(again)))


def inputs(name: str, field: AnyField, kept: Json, fault: str) -> Iterator[Input]:
    """What asks one question, with what was answered already; the sentence of a fault comes first in its hint."""

    def ask(element: InputElement, more: str = "") -> Input:
        return _input(name, field.question, element, optional=not field.required, hint=_hint(fault, field.help, more))

    match field:
        case ShortText(secret=True):
            # Slack has no input that hides what is typed.
            yield ask(_text_input("", field.most), "Slack shows what you type here, so see that nobody reads along.")
        case ShortText() | LongText():
            yield from _text_inputs(name, field, "" if kept is None else str(kept), fault)
        case Choice() | Scale():
            # Radio buttons can't be let go of again, and a select can.
            few = field.required and len(field.options) <= MOST_RADIO
            yield ask(_one_of("radio_buttons" if few else "static_select", field.options, kept))
        case Choices():
            few = len(field.options) <= MOST_CHECKBOXES
            yield ask(_several_of("checkboxes" if few else "multi_static_select", field.options, field.value(kept)))
        case Number():
            yield ask(_number_input(field.least, field.most, kept))
        case Consent():
            yield ask(_one_of("radio_buttons", field.options, None))
        case When():
            yield from _moment_inputs(name, field, kept, fault)
        case _:
            assert_never(field)


JOINTS = {"line": "\n", "space": " ", "none": ""}
"""What goes before the text of a further input when answers are put together again, by the end of its `block_id`."""


def _text_inputs(name: str, field: ShortText | LongText, text: str, fault: str) -> Iterator[Input]:
    """A text that one input can't hold goes on in further ones: `learned`, `learned.2.line`, `learned.3.space` …

    A long answer that has nearly filled its inputs gets one more, empty, to go on in.
    """
    pieces = pieces_of(text, MOST_INPUT) or [""]
    if isinstance(field, LongText) and len(text) < field.most and units(pieces[-1]) > MOST_INPUT - SPARE_INPUT:
        pieces.append("")
    part, label, hint = name, field.question, _hint(fault, field.help)
    for n, (piece, following) in enumerate(pairwise([*pieces, ""]), start=1):
        joint = {"\n": "line", " ": "space"}.get(piece[-1:], "none") if following else "line"
        shown = piece.removesuffix(JOINTS[joint]) if following else piece
        most = min(MOST_INPUT, max(field.most, units(text)))
        element = _text_input(shown, most, multiline=isinstance(field, LongText) or "\n" in text)
        yield _input(part, label, element, optional=not field.required or n > 1, hint=hint)
        part, label, hint = f"{name}.{n + 1}.{joint}", f"{field.question} (part {n + 1})", ""


def _moment_inputs(name: str, field: When[datetime] | When[datetime | None], kept: Json, fault: str) -> Iterator[Input]:
    """A time to type (`again`) or to pick (`again.pick`). Either will do, so Slack insists on neither."""
    moment = _moment(kept)
    typed = _text_input("" if moment or kept is None else str(kept), MOST_INPUT)
    typed["placeholder"] = plain_text("For example: next Tuesday 14:00")
    yield _input(name, field.question, typed, optional=True, hint=_hint(fault, field.help, "Or pick it below."))
    picker: MomentPicker = {"type": "datetimepicker", "action_id": ANSWER}
    if moment:
        picker["initial_date_time"] = int(moment.timestamp())
    yield _input(f"{name}.pick", f"{field.question} (pick it)", picker, optional=True, hint="")


def _moment(kept: Json) -> datetime | None:
    try:
        moment = datetime.fromisoformat(str(kept))
    except ValueError:
        return None
    return moment if moment.tzinfo else None


def _hint(*sentences: str) -> str:
    return " ".join(filter(None, sentences))


def _input(block_id: str, label: str, element: InputElement, *, optional: bool, hint: str) -> Input:
    block: Input = {
        "type": "input",
        "block_id": block_id,
        "label": plain_text(label),
        "element": element,
        "optional": optional,
    }
    if hint:
        block["hint"] = plain_text(hint)
    return block


def _text_input(text: str, most: int, *, multiline: bool = False) -> TextInput:
    element: TextInput = {
        "type": "plain_text_input",
        "action_id": ANSWER,
        "multiline": multiline,
        "max_length": most,
    }
    if text:
        element["initial_value"] = text
    return element


def _number_input(least: int, most: int, kept: Json) -> NumberInput:
    element: NumberInput = {
        "type": "number_input",
        "action_id": ANSWER,
        "is_decimal_allowed": False,
        "min_value": str(least),
        "max_value": str(most),
    }
    if isinstance(kept, int) and least <= kept <= most:
        element["initial_value"] = str(kept)
    return element


def _one_of(kind: Literal["radio_buttons", "static_select"], options: Options, kept: Json) -> OneOf:
    element: OneOf = {"type": kind, "action_id": ANSWER, "options": _options(options)}
    if str(kept) in options:
        element["initial_option"] = _option(str(kept), options[str(kept)])
    return element


def _several_of(kind: Literal["checkboxes", "multi_static_select"], options: Options, kept: list[str]) -> SeveralOf:
    element: SeveralOf = {"type": kind, "action_id": ANSWER, "options": _options(options)}
    if chosen := {value: label for value, label in options.items() if value in kept}:
        element["initial_options"] = _options(chosen)
    return element


def _options(options: Options) -> list[Option]:
    return [_option(value, label) for value, label in options.items()]


def _option(value: str, label: str) -> Option:
    return {"text": plain_text(label), "value": value}


# ---------------------------------------------------------------- words


def escaped(words: str) -> str:
    """Words for a place where Slack reads mrkdwn: nobody's text can write a mention, a channel or a link."""
    return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def plain_text(words: str) -> PlainText:
    return {"type": "plain_text", "text": words, "emoji": False}


def rich_text(blocks: Iterable[Block]) -> RichText:
    """Blocks as one rich_text. Paragraphs that follow one another are one section, as Slack's own composer has them."""
    elements: list[RichSection | RichQuote | RichList] = []
    for block in blocks:
        before = elements[-1] if elements else None
        section = before["elements"] if before and before["type"] == "rich_text_section" else None
        if section is not None:
            section.append({"type": "text", "text": "\n\n" if isinstance(block, Paragraph) else "\n"})
        match block:
            case Paragraph(runs) if section is not None:
                section.extend(map(_rich, runs))
            case Paragraph(runs):
                elements.append(_section(runs))
            case Quote(runs):
                elements.append({"type": "rich_text_quote", "elements": [*map(_rich, runs)]})
            case ListOf():
                elements.append(_list(block))
            case _:
                assert_never(block)
    return {"type": "rich_text", "elements": elements}


def _list(block: ListOf) -> RichList:
    items = [*map(_section, block.items)]
    if block.first is None:
        return {"type": "rich_text_list", "style": "bullet", "elements": items}
    return {"type": "rich_text_list", "style": "ordered", "offset": max(block.first - 1, 0), "elements": items}


def _section(runs: Runs) -> RichSection:
    return {"type": "rich_text_section", "elements": [*map(_rich, runs)]}


def _rich(run: Run) -> RichElement:
    element: RichElement = (
        {"type": "link", "url": run.link, "text": run.text} if run.link else {"type": "text", "text": run.text}
    )
    style: Style = {}
    if run.bold:
        style["bold"] = True
    if run.italic:
        style["italic"] = True
    if style:
        element["style"] = style
    return element
