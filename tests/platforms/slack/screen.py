"""What a reader sees of blocks, in plain words."""

import html
from collections.abc import Iterator
from typing import Any

from tests.platforms.fake import Obj
from tests.platforms.slack.inputs import chosen, state_key
from tests.platforms.slack.workspace import SlackMessage


def screen_words(shown: SlackMessage | Obj | None) -> str:
    """The words of a message or view, line by line, its buttons as [Label]."""
    if shown is None:
        return ""
    if isinstance(shown, SlackMessage):
        return "\n".join([*_message(shown)])
    return "\n".join([*_view(shown)])


def unescaped(text: str) -> str:
    """mrkdwn as it was before & < > were escaped."""
    return html.unescape(text)


def _message(message: SlackMessage) -> Iterator[str]:
    if message.blocks:
        yield from _blocks(message.blocks, {})
    elif message.text:
        yield unescaped(message.text)
    for file in message.files:
        yield file.alt or file.title or file.name


def _view(view: Obj) -> Iterator[str]:
    if view["type"] == "modal":
        yield view["title"]["text"]
    yield from _blocks(view["blocks"], view.get("state", {}).get("values", {}))
    for name in ("submit", "close"):
        if view.get(name):
            yield f"[{view[name]['text']}]"


def _blocks(blocks: list[Obj], values: Obj) -> Iterator[str]:
    for block in blocks:
        match block["type"]:
            case "rich_text":
                yield from (_rich(part) for part in block["elements"])
            case "header":
                yield block["text"]["text"]
            case "section":
                yield from (_words(part) for part in (block.get("text"), *block.get("fields", [])) if part)
                if "accessory" in block:
                    yield from _element(block["accessory"], {})
            case "context":
                yield from (part.get("alt_text") or _words(part) for part in block["elements"])
            case "image":
                yield block["alt_text"]
            case "actions":
                for element in block["elements"]:
                    yield from _element(element, {})
            case "input":
                yield block["label"]["text"]
                yield from _element(block["element"], values.get(block.get("block_id", ""), {}))
                if "hint" in block:
                    yield block["hint"]["text"]


def _element(element: Obj, state: Obj) -> Iterator[str]:
    kind = element["type"]
    if kind == "image":
        yield element["alt_text"]
        return
    if kind == "button":
        yield f"[{element['text']['text']}]"
        return
    if kind in ("radio_buttons", "checkboxes", "overflow"):
        yield from (f"[{one['text']['text']}]" for one in element["options"])
        if kind == "overflow":
            return
    value = state.get(element["action_id"]) or chosen(element)
    yield from _answered(value[state_key(kind)])


def _answered(value: Any) -> Iterator[str]:
    match value:
        case None | "":
            return
        case dict():
            yield value["text"]["text"]
        case list():
            yield from (one["text"]["text"] for one in value)
        case _:
            yield str(value)


def _words(text: Obj) -> str:
    words: str = text["text"]
    return unescaped(words) if text["type"] == "mrkdwn" else words


def _rich(part: Obj) -> str:
    match part["type"]:
        case "rich_text_list":
            first = part.get("offset", 0) + 1
            marks = (f"{n}. " if part["style"] == "ordered" else "• " for n in range(first, first + 10**6))
            return "\n".join(mark + _rich(item) for item, mark in zip(part["elements"], marks, strict=False))
        case "rich_text_quote":
            return f"“{''.join(map(_run, part['elements']))}”"
        case _:
            return "".join(map(_run, part["elements"]))


def _run(run: Obj) -> str:
    match run["type"]:
        case "text":
            words: str = run["text"]
            return words
        case "link":
            return str(run.get("text") or run["url"])
        case "user":
            return f"@{run['user_id']}"
        case "channel":
            return f"#{run['channel_id']}"
        case "broadcast":
            return f"@{run['range']}"
        case "emoji":
            return f":{run['name']}:"
        case _:
            return str(run.get("fallback", ""))
