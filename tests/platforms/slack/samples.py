"""Pieces of Block Kit to send to the fake."""

from typing import Any

from tests.platforms.fake import Obj

QUIET: Any = {"unfurl_links": False, "unfurl_media": False}


def words(text: str) -> Obj:
    return {"type": "plain_text", "text": text, "emoji": False}


def button(label: str, value: str = "a.b:1", **more: object) -> Obj:
    return {"type": "button", "action_id": f"press.{label[:200]}", "text": words(label), "value": value, **more}


def buttons(*elements: Obj) -> Obj:
    return {"type": "actions", "elements": [*elements]}


def asking(block_id: str, element: Obj, **more: object) -> Obj:
    ask = {"action_id": "answer", **element}
    return {"type": "input", "block_id": block_id, "label": words(f"{block_id}?"), "element": ask, **more}


TEXT: Obj = {"type": "plain_text_input"}
PICK: Obj = {
    "type": "static_select",
    "options": [{"text": words("Good"), "value": "good"}, {"text": words("Bad"), "value": "bad"}],
}


def modal(*blocks: Obj, **more: object) -> Obj:
    return {"type": "modal", "title": words("Your week"), "submit": words("Save"), "blocks": [*blocks], **more}
