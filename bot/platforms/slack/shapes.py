"""Slack's own shapes: Block Kit, as far as it is used here."""

from typing import Literal, NotRequired, TypedDict

ANSWER = "answer"  # the action_id of every input: its block_id says which it is


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
    block_id: NotRequired[str]
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


class Home(TypedDict):
    type: Literal["home"]
    blocks: list[ViewBlock]
