"""Every limit that Slack sets to what is shown there, strictly, and what is then to be read."""

import json
import re
from collections.abc import Iterable, Iterator

from slack_sdk.models.blocks import Block as SdkBlock
from slack_sdk.models.views import View as SdkView

from bot.chat.markdown import units
from bot.platforms.slack.render import SlackMessage
from bot.platforms.slack.shapes import Input, InputElement, Option, PlainText, RichElement, RichText, View, ViewBlock


def elements(block: RichText) -> Iterator[RichElement]:
    for part in block["elements"]:
        if part["type"] == "rich_text_list":
            for item in part["elements"]:
                yield from item["elements"]
        else:
            yield from part["elements"]


def shown(blocks: Iterable[ViewBlock]) -> str:
    """What is to be read in the blocks, markup apart."""
    words: list[str] = []
    for block in blocks:
        if block["type"] == "rich_text":
            words.extend(element["text"] for element in elements(block))
        elif block["type"] == "header":
            words.append(block["text"]["text"])
    return "".join(words)


def strict_message(part: SlackMessage) -> None:
    assert 1 <= units(part.text) <= 4_000
    assert not re.search(r"[<>]|&(?!(?:amp|lt|gt);)", part.text)
    assert len(part.blocks) <= 50
    rich = [element for block in part.blocks if block["type"] == "rich_text" for element in elements(block)]
    assert sum(units(element["text"]) for element in rich) <= 3_000 + 150
    assert len(rich) <= 300
    for block in part.blocks:
        strict_block(block)


def strict_view(view: View) -> None:
    assert view["type"] == "modal"
    for words in (view["title"], view["close"], view.get("submit", view["close"])):
        strict_plain(words, 24)
    assert len(view["blocks"]) <= 100
    assert len(json.dumps(view)) <= 250_000
    assert len(view.get("private_metadata", "")) <= 3_000
    block_ids = [block["block_id"] for block in view["blocks"] if block["type"] == "input"]
    assert len(block_ids) == len(set(block_ids))
    action_ids = [
        element["action_id"] for block in view["blocks"] if block["type"] == "actions" for element in block["elements"]
    ]
    assert len(action_ids) == len(set(action_ids))
    for block in view["blocks"]:
        strict_block(block)
    SdkView(**json.loads(json.dumps(view))).validate_json()


def strict_block(block: ViewBlock) -> None:
    parsed = SdkBlock.parse(json.loads(json.dumps(block)))
    assert parsed is not None
    parsed.validate_json()
    assert parsed.to_dict() == block, "a key that Slack's own library does not know"
    if block["type"] == "header":
        strict_plain(block["text"], 150)
    elif block["type"] == "rich_text":
        assert block["elements"]
        for element in elements(block):
            assert 1 <= units(element["text"]) <= 3_000
            if element["type"] == "link":
                assert element["url"].lower().startswith(("http://", "https://", "mailto:", "tel:"))
                assert len(element["url"]) <= 3_000
    elif block["type"] == "actions":
        assert 1 <= len(block["elements"]) <= 25
        assert len({button["action_id"] for button in block["elements"]}) == len(block["elements"])
        for button in block["elements"]:
            strict_plain(button["text"], 150)
            assert len(button["text"]["text"]) <= 75
            assert 1 <= len(button["value"]) <= 2_000
            assert len(button.get("accessibility_label", "")) <= 75
    else:
        strict_input(block)


def strict_input(block: Input) -> None:
    assert 1 <= len(block["block_id"]) <= 255
    strict_plain(block["label"], 2_000)
    if "hint" in block:
        strict_plain(block["hint"], 2_000)
    strict_element(block["element"])


def strict_element(element: InputElement) -> None:
    if element["type"] == "plain_text_input":
        assert 1 <= element["max_length"] <= 3_000
        assert 0 <= units(element.get("initial_value", "")) <= element["max_length"]
        assert element.get("initial_value") != ""
    elif element["type"] == "number_input":
        assert (
            int(element["min_value"])
            <= int(element.get("initial_value", element["min_value"]))
            <= int(element["max_value"])
        )
    elif element["type"] == "radio_buttons" or element["type"] == "static_select":
        strict_options(element["options"], 10 if element["type"] == "radio_buttons" else 100)
        assert element.get("initial_option", element["options"][0]) in element["options"]
    elif element["type"] == "checkboxes" or element["type"] == "multi_static_select":
        strict_options(element["options"], 10 if element["type"] == "checkboxes" else 100)
        chosen = element.get("initial_options", element["options"])
        assert chosen
        assert all(option in element["options"] for option in chosen)


def strict_options(options: list[Option], most: int) -> None:
    assert 1 <= len(options) <= most
    for option in options:
        strict_plain(option["text"], 75)
        assert 1 <= len(option["value"]) <= 150


def strict_plain(words: PlainText, most: int) -> None:
    assert words["type"] == "plain_text"
    assert 1 <= units(words["text"]) <= most
