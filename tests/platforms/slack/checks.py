"""What Slack demands of blocks, messages' metadata and views, limit by limit."""

import json
from collections.abc import Iterator
from typing import Any

from tests.platforms.fake import Obj
from tests.platforms.slack.shapes import (
    Check,
    Shape,
    boolean,
    fault,
    integer,
    length,
    one_of,
    pattern,
    several,
    string,
    typed,
)

MOST_MESSAGE_BLOCKS = 50
MOST_VIEW_BLOCKS = 100
MOST_MESSAGE_JSON = 13_000
MOST_VIEW_JSON = 250_000
MOST_METADATA_JSON = 16_000
MOST_INPUT = 3_000
LARGEST = 2**31

# ---------------------------------------------------------------- words


def plain(most: int) -> Check:
    return typed({"plain_text": Shape({"text": string(most)}, {"emoji": boolean})})


def words(most: int) -> Check:
    mrkdwn = Shape({"text": string(most)}, {"verbatim": boolean})
    return typed({"plain_text": plain(most), "mrkdwn": mrkdwn})


NAME = string(255)
URL = pattern(r"(?i)(https?://|mailto:|tel:|slack://)\S{1,2990}", "a valid url")
STYLE = Shape({}, {"bold": boolean, "italic": boolean, "strike": boolean, "code": boolean})
CONFIRM = Shape(
    {"title": plain(100), "text": words(300), "confirm": plain(30), "deny": plain(30)},
    {"style": one_of("primary", "danger")},
)

RICH_WORDS = typed(
    {
        "text": Shape({"text": string(MOST_MESSAGE_JSON)}, {"style": STYLE}),
        "link": Shape({"url": URL}, {"text": string(MOST_MESSAGE_JSON), "unsafe": boolean, "style": STYLE}),
        "emoji": Shape({"name": string(100)}, {"unicode": string(100), "style": STYLE}),
        "user": Shape({"user_id": pattern("[UW][A-Z0-9]+", "a user id")}, {"style": STYLE}),
        "channel": Shape({"channel_id": pattern("[CG][A-Z0-9]+", "a channel id")}, {"style": STYLE}),
        "broadcast": Shape({"range": one_of("here", "channel", "everyone")}),
        "date": Shape(
            {"timestamp": integer(0, 10**10), "format": string(1_000)},
            {"url": URL, "fallback": string(1_000), "style": STYLE},
        ),
    }
)
RICH_LINES = several(RICH_WORDS, 1_000)
RICH_SECTION = Shape({"elements": RICH_LINES})
RICH_TEXT = several(
    typed(
        {
            "rich_text_section": RICH_SECTION,
            "rich_text_list": Shape(
                {
                    "style": one_of("bullet", "ordered"),
                    "elements": several(typed({"rich_text_section": RICH_SECTION}), 1_000),
                },
                {"indent": integer(0, 8), "offset": integer(0, 10**6), "border": one_of(0, 1)},
            ),
            "rich_text_quote": Shape({"elements": RICH_LINES}, {"border": one_of(0, 1)}),
            "rich_text_preformatted": Shape({"elements": RICH_LINES}, {"border": one_of(0, 1)}),
        }
    ),
    1_000,
)

# ---------------------------------------------------------------- what can be pressed, chosen and typed


def all_different(items: list[Obj], key: str, at: str, faults: list[str]) -> None:
    seen: set[str] = set()
    for item in items:
        value = item.get(key)
        if value in seen:
            fault(faults, f"`{key}` {value} already exists", at)
        elif value is not None:
            seen.add(value)


def the_options(element: Obj) -> list[Obj]:
    groups = element.get("option_groups", [])
    return [*element.get("options", []), *(option for group in groups for option in group["options"])]


def chosen_from_options(element: Any, at: str, faults: list[str]) -> None:
    options = the_options(element)
    if ("options" in element) == ("option_groups" in element):
        fault(faults, "must have either options or option_groups", at)
    all_different(options, "value", f"{at}/options", faults)
    if "initial_option" in element and element["initial_option"] not in options:
        fault(faults, "initial_option must be one of the options", f"{at}/initial_option")
    for n, initial in enumerate(element.get("initial_options", [])):
        if initial not in options:
            fault(faults, "initial_options must be among the options", f"{at}/initial_options/{n}")


def text_in_bounds(element: Any, at: str, faults: list[str]) -> None:
    most = element.get("max_length", MOST_INPUT)
    if element.get("min_length", 0) > most:
        fault(faults, "min_length must not exceed max_length", f"{at}/min_length")
    if length(element.get("initial_value", "")) > most:
        fault(faults, f"must be less than {most + 1} characters", f"{at}/initial_value")


def number_in_bounds(element: Any, at: str, faults: list[str]) -> None:
    least = float(element.get("min_value", "-inf"))
    most = float(element.get("max_value", "inf"))
    if least > most:
        fault(faults, "min_value must not exceed max_value", f"{at}/min_value")
    if not least <= float(element.get("initial_value", most if most != float("inf") else least)) <= most:
        fault(faults, "must be between min_value and max_value", f"{at}/initial_value")
    if not element["is_decimal_allowed"] and "." in element.get("initial_value", ""):
        fault(faults, "must be an integer", f"{at}/initial_value")


def option(label: Check, *, link: bool = False) -> Check:
    more: dict[str, Check] = {"url": URL} if link else {}
    return Shape({"text": label, "value": string(150)}, {"description": plain(75), **more})


def options(label: Check, most: int, least: int = 1) -> Check:
    return several(option(label), most, least)


NUMBER = pattern(r"-?\d{1,15}(\.\d{1,4})?", "a number written as a string")
ASKED: dict[str, Check] = {"action_id": NAME}
MAY_ASK: dict[str, Check] = {"focus_on_load": boolean, "placeholder": plain(150)}
GROUPS = several(Shape({"label": plain(75), "options": options(plain(75), 100)}), 100)
MENU: dict[str, Check] = {"options": options(plain(75), 100), "option_groups": GROUPS, "confirm": CONFIRM, **MAY_ASK}
TICKS: dict[str, Check] = {"focus_on_load": boolean, "confirm": CONFIRM}

IMAGE = Shape({"image_url": URL, "alt_text": string(2_000)})
BUTTON = Shape(
    {**ASKED, "text": plain(75)},
    {
        "value": string(2_000),
        "url": URL,
        "style": one_of("primary", "danger"),
        "confirm": CONFIRM,
        "accessibility_label": string(75),
    },
)
OVERFLOW = Shape({**ASKED, "options": several(option(plain(75), link=True), 5)}, {"confirm": CONFIRM})
CHOICES: dict[str, Check] = {
    "static_select": Shape(ASKED, {**MENU, "initial_option": option(plain(75))}, chosen_from_options),
    "radio_buttons": Shape(
        {**ASKED, "options": options(words(75), 10)},
        {**TICKS, "initial_option": option(words(75))},
        chosen_from_options,
    ),
    "checkboxes": Shape(
        {**ASKED, "options": options(words(75), 10)},
        {**TICKS, "initial_options": options(words(75), 10)},
        chosen_from_options,
    ),
    "datepicker": Shape(
        ASKED, {**MAY_ASK, "confirm": CONFIRM, "initial_date": pattern(r"\d{4}-\d\d-\d\d", "a date YYYY-MM-DD")}
    ),
    "timepicker": Shape(
        ASKED,
        {
            **MAY_ASK,
            "confirm": CONFIRM,
            "initial_time": pattern(r"([01]\d|2[0-3]):[0-5]\d", "a time HH:mm"),
            "timezone": string(100),
        },
    ),
    "datetimepicker": Shape(
        ASKED, {"focus_on_load": boolean, "confirm": CONFIRM, "initial_date_time": integer(10**9, 10**10 - 1)}
    ),
}
SEVERAL_OF_A_MENU = Shape(
    ASKED,
    {**MENU, "initial_options": options(plain(75), 100), "max_selected_items": integer(1, 100)},
    chosen_from_options,
)
INPUTS: dict[str, Check] = {
    **CHOICES,
    "multi_static_select": SEVERAL_OF_A_MENU,
    "plain_text_input": Shape(
        ASKED,
        {
            **MAY_ASK,
            "multiline": boolean,
            "initial_value": string(MOST_INPUT),
            "min_length": integer(0, MOST_INPUT),
            "max_length": integer(1, MOST_INPUT),
        },
        text_in_bounds,
    ),
    "number_input": Shape(
        {**ASKED, "is_decimal_allowed": boolean},
        {**MAY_ASK, "initial_value": NUMBER, "min_value": NUMBER, "max_value": NUMBER},
        number_in_bounds,
    ),
    "email_text_input": Shape(ASKED, {**MAY_ASK, "initial_value": string(MOST_INPUT)}),
    "url_text_input": Shape(ASKED, {**MAY_ASK, "initial_value": string(MOST_INPUT)}),
}

# ---------------------------------------------------------------- blocks


def says_something(block: Any, at: str, faults: list[str]) -> None:
    if "text" not in block and "fields" not in block:
        fault(faults, "must have text or fields", at)


def actions_differ(block: Any, at: str, faults: list[str]) -> None:
    all_different(block["elements"], "action_id", f"{at}/elements", faults)


BLOCK_ID: dict[str, Check] = {"block_id": NAME}
BLOCK = typed(
    {
        "header": Shape({"text": plain(150)}, BLOCK_ID),
        "divider": Shape({}, BLOCK_ID),
        "section": Shape(
            {},
            {
                **BLOCK_ID,
                "text": words(3_000),
                "fields": several(words(2_000), 10),
                "expand": boolean,
                "accessory": typed(
                    {
                        **CHOICES,
                        "button": BUTTON,
                        "overflow": OVERFLOW,
                        "image": IMAGE,
                        "multi_static_select": SEVERAL_OF_A_MENU,
                    }
                ),
            },
            says_something,
        ),
        "context": Shape(
            {"elements": several(typed({"image": IMAGE, "mrkdwn": words(3_000), "plain_text": words(3_000)}), 10)},
            BLOCK_ID,
        ),
        "image": Shape({"image_url": URL, "alt_text": string(2_000)}, {**BLOCK_ID, "title": plain(2_000)}),
        "actions": Shape(
            {"elements": several(typed({**CHOICES, "button": BUTTON, "overflow": OVERFLOW}), 25)},
            BLOCK_ID,
            actions_differ,
        ),
        "input": Shape(
            {"label": plain(2_000), "element": typed(INPUTS)}, {**BLOCK_ID, "hint": plain(2_000), "optional": boolean}
        ),
        "rich_text": Shape({"elements": RICH_TEXT}, BLOCK_ID),
    }
)


def blocks_faults(blocks: object, most: int = MOST_MESSAGE_BLOCKS, at: str = "/blocks") -> list[str]:
    """What is wrong with blocks, as Slack tells it in `response_metadata.messages`."""
    faults: list[str] = []
    several(BLOCK, most, 0)(blocks, at, faults)
    if isinstance(blocks, list) and not faults:
        all_different(blocks, "block_id", at, faults)
        if sum(element.get("focus_on_load", False) for element in elements_of(blocks)) > 1:
            fault(faults, "only one element may have focus_on_load", at)
    return faults


def elements_of(blocks: list[Obj]) -> Iterator[Obj]:
    """Everything in these blocks that can be pressed, chosen or typed in."""
    for _, element in placed_elements(blocks):
        yield element


def placed_elements(blocks: list[Obj]) -> Iterator[tuple[Obj, Obj]]:
    """The same, each with the block that it is in."""
    for block in blocks:
        match block["type"]:
            case "actions":
                yield from ((block, element) for element in block["elements"])
            case "input":
                yield block, block["element"]
            case "section" if block.get("accessory", {}).get("type", "image") != "image":
                yield block, block["accessory"]


# ---------------------------------------------------------------- views and metadata


def view_blocks(value: Any, at: str, faults: list[str]) -> None:
    faults.extend(blocks_faults(value, MOST_VIEW_BLOCKS, at))


def can_be_submitted(view: Any, at: str, faults: list[str]) -> None:
    if "submit" not in view and any(block["type"] == "input" for block in view["blocks"]):
        fault(faults, "missing required field: submit, which a view with an input block must have", f"{at}/submit")


MAY_VIEW: dict[str, Check] = {
    "private_metadata": string(3_000, 0),
    "callback_id": string(255, 0),
    "external_id": string(255, 0),
}
MODAL = Shape(
    {"title": plain(24), "blocks": view_blocks},
    {**MAY_VIEW, "submit": plain(24), "close": plain(24), "clear_on_close": boolean, "notify_on_close": boolean},
    can_be_submitted,
)
VIEWS: dict[str, Check] = {
    "modal": MODAL,
    "home": Shape({"blocks": view_blocks}, MAY_VIEW),
}


def view_faults(view: object, kind: str) -> list[str]:
    faults: list[str] = []
    typed({kind: VIEWS[kind]})(view, "/view", faults)
    return faults


def metadata_faults(metadata: object) -> list[str]:
    faults: list[str] = []
    Shape({"event_type": string(255), "event_payload": strings_and_numbers})(metadata, "/metadata", faults)
    return faults


def strings_and_numbers(value: Any, at: str, faults: list[str]) -> None:
    if not isinstance(value, dict):
        fault(faults, "must be an object", at)
        return
    for name, item in value.items():
        if not isinstance(item, str | int | float) or isinstance(item, bool):
            fault(faults, "must be a string or a number", f"{at}/{name}")


def json_length(value: object) -> int:
    return length(json.dumps(value, ensure_ascii=False, separators=(",", ":")))
