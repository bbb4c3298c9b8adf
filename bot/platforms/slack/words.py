"""Words as Slack takes them, and Slack's words as they were typed.

What is shown is `rich_text`, not mrkdwn. Slack shows the text of a rich_text element character by character, so that
nobody's asterisks, `<!channel>` or `&lt;` mean anything, bold works inside a word, and lists and quotes are real ones.
Only the top-level `text` of a message, which stands for its blocks in notifications and screen readers, is mrkdwn, and
is escaped. Labels are plain_text with `emoji` off, which Slack does not read as markup either.
"""

import re
from collections.abc import Iterable
from typing import assert_never

from bot.chat.markdown import Block, ListOf, Paragraph, Quote, Run, Runs
from bot.platforms.slack.shapes import PlainText, RichElement, RichList, RichQuote, RichSection, RichText, Style

_ENTITY = re.compile(r"<([^<>|]*)(?:\|([^<>]*))?>")


def escaped(words: str) -> str:
    """Words for a place where Slack reads mrkdwn: nobody's text can write a mention, a channel or a link."""
    return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def typed(text: str) -> str:
    """What somebody typed, from the text of an event: links, mentions and escapes as they stood on the screen."""
    text = _ENTITY.sub(_as_read, text)
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def _as_read(entity: re.Match[str]) -> str:
    target, label = entity[1], entity[2] or ""
    match target[:1]:
        case "@" | "#":
            return f"{target[0]}{label or target[1:]}"
        case "!":
            return label or f"@{target[1:].partition('^')[0]}"
        case _:
            return label or target


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
