"""What stands in the inputs of a view: as it was opened, as somebody fills it in, and whether it may be submitted."""

from datetime import date, datetime
from typing import Any

from tests.platforms.fake import Obj
from tests.platforms.slack.checks import placed_elements, the_options
from tests.platforms.slack.shapes import length

Given = str | int | float | list[str] | date | None
"""An answer as a test gives it: typed words, the label or value of an option (or several), a moment or a day."""

STATE_KEYS = {
    "plain_text_input": ("value", "initial_value"),
    "number_input": ("value", "initial_value"),
    "email_text_input": ("value", "initial_value"),
    "url_text_input": ("value", "initial_value"),
    "static_select": ("selected_option", "initial_option"),
    "radio_buttons": ("selected_option", "initial_option"),
    "checkboxes": ("selected_options", "initial_options"),
    "multi_static_select": ("selected_options", "initial_options"),
    "datepicker": ("selected_date", "initial_date"),
    "timepicker": ("selected_time", "initial_time"),
    "datetimepicker": ("selected_date_time", "initial_date_time"),
}


def state_key(kind: str) -> str:
    """Under which name the state of an element of this kind has its value."""
    return STATE_KEYS[kind][0]


def chosen(element: Obj) -> Obj:
    """The state of an element that nobody touched."""
    key, initial = STATE_KEYS[element["type"]]
    return {"type": element["type"], key: element.get(initial, [] if key == "selected_options" else None)}


def opened(blocks: list[Obj], before: Obj | None = None) -> Obj:
    """The `state.values` of blocks just shown. What was in the same input of the view before stays, as on Slack."""
    values: Obj = {}
    for block, element in placed_elements(blocks):
        if element["type"] in STATE_KEYS:
            kept = (before or {}).get(block["block_id"], {}).get(element["action_id"])
            stays = kept is not None and kept["type"] == element["type"]
            values.setdefault(block["block_id"], {})[element["action_id"]] = kept if stays else chosen(element)
    return values


def answered(element: Obj, given: Given) -> Obj:
    """The state of an element once somebody has answered it."""
    kind = element["type"]
    return {"type": kind, state_key(kind): _value(element, given)}


def _value(element: Obj, given: Given) -> Any:
    match element["type"]:
        case "static_select" | "radio_buttons":
            return None if given is None else option_of(element, str(given))
        case "checkboxes" | "multi_static_select":
            labels = given if isinstance(given, list) else [] if given is None else [str(given)]
            return [option_of(element, label) for label in labels]
        case "datetimepicker":
            return int(given.timestamp()) if isinstance(given, datetime) else given
        case "datepicker" | "timepicker":
            return given.isoformat() if isinstance(given, date) else given
        case _:
            return None if given is None or given == "" else str(given)


def option_of(element: Obj, label_or_value: str) -> Obj:
    options = the_options(element)
    for option in options:
        if label_or_value in (option["text"]["text"], option["value"]):
            return option
    raise AssertionError(f"there is no option “{label_or_value}” among {[one['text']['text'] for one in options]}")


def not_yet(blocks: list[Obj], values: Obj) -> dict[str, str]:
    """What Slack's own client says beside inputs, by `block_id`, and then does not submit the view."""
    faults: dict[str, str] = {}
    for block in blocks:
        if block["type"] == "input":
            element = block["element"]
            value = values[block["block_id"]][element["action_id"]][state_key(element["type"])]
            if sentence := _not_yet(element, value, optional=block.get("optional", False)):
                faults[block["block_id"]] = sentence
    return faults


def _not_yet(element: Obj, value: Any, *, optional: bool) -> str:
    if value is None or value == []:
        return "" if optional else "Please complete this required field."
    match element["type"]:
        case "plain_text_input" if length(value) > (most := element.get("max_length", 3_000)):
            return f"Please keep this to {most} characters or fewer."
        case "plain_text_input" if length(value) < (least := element.get("min_length", 0)):
            return f"Please enter at least {least} characters."
        case "number_input":
            return _not_yet_a_number(element, value)
        case "email_text_input" if "@" not in value:
            return "Please enter an email address."
        case "url_text_input" if "://" not in value:
            return "Please enter a link."
        case _:
            return ""


def _not_yet_a_number(element: Obj, value: str) -> str:
    try:
        number = float(value)
    except ValueError:
        return "Please enter a number."
    if not element["is_decimal_allowed"] and not number.is_integer():
        return "Please enter a whole number."
    least, most = float(element.get("min_value", "-inf")), float(element.get("max_value", "inf"))
    return "" if least <= number <= most else f"Please enter a number between {least:g} and {most:g}."
