"""What Telegram finds in a text by itself, and how it tidies one that is sent."""

import re
from collections.abc import Iterator
from dataclasses import replace

from tests.platforms.fake import Obj
from tests.platforms.telegram.html_text import Formatted
from tests.platforms.telegram.shapes import units

COMMAND = re.compile(r"(?<![\w/<>])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![\w/<>])")
MENTION = re.compile(r"(?<!\w)@[A-Za-z0-9_]{2,32}(?!\w)")
EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]+@(?:[\w-]+\.)+[A-Za-z]{2,}(?![\w@])")
URL = re.compile(
    r"(?i)(?<![\w@./])(?:https?://[^\s<>]+|(?:[a-z0-9-]+\.)+(?:com|org|net|uk|eu|io|me|info|gov)(?![\w@])(?:/[^\s<>]*)?)"
)
HASHTAG = re.compile(r"(?<![\w#])#(?=\w*[^\W\d_])\w{1,256}(?![\w#])")
FOUND = {"email": EMAIL, "url": URL, "bot_command": COMMAND, "mention": MENTION, "hashtag": HASHTAG}
AFTER_URL = ".,:;!?)]}'\"”’"

MOST_ENTITIES = 100


def plain(text: str) -> Formatted:
    """A text as it is, with the commands, mentions, addresses and hashtags in it."""
    return with_found(Formatted(text))


def with_found(formatted: Formatted) -> Formatted:
    text = formatted.text
    if not any(sign in text for sign in "/@.#"):
        return formatted
    taken = [
        (one["offset"], one["offset"] + one["length"])
        for one in formatted.entities
        if one["type"] in ("code", "pre", "text_link")
    ]
    entities = [*formatted.entities]
    for entity in _found(text):
        begin, end = entity["offset"], entity["offset"] + entity["length"]
        if not any(begin < other_end and other_begin < end for other_begin, other_end in taken):
            taken.append((begin, end))
            entities.append(entity)
    return Formatted(text, _ordered(entities))


def _found(text: str) -> Iterator[Obj]:
    for kind, expression in FOUND.items():
        for match in expression.finditer(text):
            words = match.group().rstrip(AFTER_URL) if kind == "url" else match.group()
            yield {"offset": units(text[: match.start()]), "length": units(words), "type": kind}


def _ordered(entities: list[Obj]) -> tuple[Obj, ...]:
    return tuple(sorted(entities, key=lambda one: (one["offset"], -one["length"])))


def tidied(formatted: Formatted) -> Formatted:
    """A text as Telegram keeps it: without space around it."""
    text = formatted.text.lstrip()
    before = units(formatted.text) - units(text)
    text = text.rstrip()
    length = units(text)
    if before == 0 and length == units(formatted.text):
        return formatted
    return replace(formatted, text=text, entities=tuple(_within(formatted.entities, before, length)))


def _within(entities: tuple[Obj, ...], before: int, length: int) -> Iterator[Obj]:
    for entity in entities:
        begin = max(entity["offset"] - before, 0)
        end = min(entity["offset"] + entity["length"] - before, length)
        if begin < end:
            yield {**entity, "offset": begin, "length": end - begin}


def words_of(text: str, entity: Obj) -> str:
    """The words that an entity marks."""
    begin, end = entity["offset"] * 2, (entity["offset"] + entity["length"]) * 2
    return text.encode("utf-16-le", "surrogatepass")[begin:end].decode("utf-16-le")
