"""A wording as Slack and Telegram are given it: drawn for the page, and as the JSON and HTML that leave us."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import assert_never

from bot.chat.messages import Message
from bot.platforms.slack import render as slack
from bot.platforms.slack.shapes import Actions, Header, RichElement, RichList, RichQuote, RichSection, RichText
from bot.platforms.telegram import render as telegram


@dataclass(frozen=True)
class Drawn:
    """How it looks on one platform, and what that platform is given, both as HTML."""

    platform: str
    looks: str
    given: str


def drawn(message: Message) -> Sequence[Drawn]:
    return _on_slack(message), _on_telegram(message)


# ---------------------------------------------------------------- Slack


def _on_slack(message: Message) -> Drawn:
    parts = slack.message(message)
    looks = "".join(_block(block) for part in parts for block in part.blocks)
    uploads = "".join(_file(upload.name, upload.alt) for part in parts for upload in part.uploads)
    given = [{"text": part.text, "blocks": part.blocks} for part in parts]
    return Drawn("Slack", looks + uploads, escape(json.dumps(given, indent=1, ensure_ascii=False)))


def _block(block: Header | RichText | Actions) -> str:
    match block["type"]:
        case "header":
            return f"<h5>{escape(block['text']['text'])}</h5>"
        case "rich_text":
            return "".join(map(_rich, block["elements"]))
        case "actions":
            labels = "".join(f"<b>{escape(button['text']['text'])}</b>" for button in block["elements"])
            return f'<div class="keys">{labels}</div>'
        case _:
            assert_never(block["type"])


def _rich(part: RichSection | RichQuote | RichList) -> str:
    match part["type"]:
        case "rich_text_section":
            return f"<p>{_runs(part['elements'])}</p>"
        case "rich_text_quote":
            return f"<blockquote>{_runs(part['elements'])}</blockquote>"
        case "rich_text_list":
            tag = "ul" if part["style"] == "bullet" else "ol"
            items = "".join(f"<li>{_runs(item['elements'])}</li>" for item in part["elements"])
            return f"<{tag}>{items}</{tag}>"
        case _:
            assert_never(part["type"])


def _runs(runs: Sequence[RichElement]) -> str:
    return "".join(map(_run, runs))


def _run(run: RichElement) -> str:
    words = escape(run["text"])
    style = run.get("style", {})
    if style.get("italic"):
        words = f"<i>{words}</i>"
    if style.get("bold"):
        words = f"<strong>{words}</strong>"
    return f'<a href="{escape(run["url"])}">{words}</a>' if run["type"] == "link" else words


# ---------------------------------------------------------------- Telegram


def _on_telegram(message: Message) -> Drawn:
    looks, given = [], []
    for part in telegram.message(message):
        match part:
            case telegram.TextPart(html=words):
                looks.append(f"<p>{words}</p>")  # which Telegram takes as HTML: whatever is no markup is escaped in it
                given.append(words)
            case _:
                looks.append(_file(part.name, part.caption))
                given.append(f"({part.name}) {part.caption}")
        rows = ["".join(f"<b>{escape(button.label)}</b>" for button in row) for row in part.keyboard]
        looks += [f'<div class="keys">{row}</div>' for row in rows]
        given += [" ".join(f"[{button.label}]" for button in row) for row in part.keyboard]
    return Drawn("Telegram", "".join(looks), escape("\n".join(given)))


def _file(name: str, about: str) -> str:
    return f'<p class="file">{escape(name)}: {escape(about)}</p>'
