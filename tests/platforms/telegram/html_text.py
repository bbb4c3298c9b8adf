"""Telegram's HTML: read as strictly as it does, and written again."""

import re
from dataclasses import dataclass
from html import escape

from tests.platforms.fake import Obj
from tests.platforms.telegram.shapes import Wrong, units

TAGS = {
    **dict.fromkeys(("b", "strong"), "bold"),
    **dict.fromkeys(("i", "em"), "italic"),
    **dict.fromkeys(("u", "ins"), "underline"),
    **dict.fromkeys(("s", "strike", "del"), "strikethrough"),
    **dict.fromkeys(("tg-spoiler", "span"), "spoiler"),
    "a": "text_link",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
    "tg-emoji": "custom_emoji",
}
WRITTEN = {
    "bold": "b",
    "italic": "i",
    "underline": "u",
    "strikethrough": "s",
    "spoiler": "tg-spoiler",
    "text_link": "a",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
    "expandable_blockquote": "blockquote",
    "custom_emoji": "tg-emoji",
}
ARGUMENTS = {
    ("a", "href"): "",
    ("tg-emoji", "emoji-id"): "",
    ("span", "class"): "tg-",
    ("code", "class"): "language-",
}
"""The attributes that count, and how their values begin."""

CHARACTERS = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
REFERENCE = re.compile(r"&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|([a-zA-Z]+));?")
SPECIAL = re.compile(r"[<&]")
NAME = re.compile(r"[^\s>]*")
END_TAG = re.compile(r"</([^\s>]*)\s*(>?)")
ATTRIBUTE_NAME = re.compile(r"[^\s=>/\"']*")
TOKEN = re.compile(r"[A-Za-z0-9.\-]*")
SPACE = re.compile(r"\s*")
LINK = re.compile(r"(?i)(?:(?:https?|ton|tonsite)://)?[^\s/?#:@]+\.[^\s/?#:@]{2,}(?::\d+)?(?:[/?#]\S*)?|tg://\S+")


@dataclass(frozen=True)
class Formatted:
    """A text with what marks parts of it; offsets and lengths are in UTF-16 code units."""

    text: str
    entities: tuple[Obj, ...] = ()


@dataclass(frozen=True)
class Open:
    """A tag that is not closed yet."""

    tag: str
    argument: str
    offset: int
    piece: int


def parse_html(source: str) -> Formatted:
    return _Parser(source).parsed()


class _Parser:
    def __init__(self, source: str) -> None:
        self.source = source
        self.at = 0
        self.offset = 0
        self.pieces: list[str] = []
        self.open: list[Open] = []
        self.entities: list[Obj] = []

    def parsed(self) -> Formatted:
        while special := SPECIAL.search(self.source, self.at):
            self._says(self.source[self.at : special.start()])
            self.at = special.start()
            if special.group() == "&":
                character, self.at = _referred(self.source, self.at)
                self._says(character)
            elif self.source.startswith("</", self.at):
                self._end_tag()
            else:
                self._start_tag()
        self._says(self.source[self.at :])
        if self.open:
            raise _wrong(f'Can\'t find end tag corresponding to start tag "{self.open[-1].tag}"')
        ordered = sorted(self.entities, key=lambda one: (one["offset"], -one["length"]))
        return Formatted("".join(self.pieces), tuple(ordered))

    def _says(self, words: str) -> None:
        if words:
            self.pieces.append(words)
            self.offset += units(words)

    # ------------------------------------------------------------ start tags

    def _start_tag(self) -> None:
        begin = self.at
        name = NAME.match(self.source, begin + 1)
        assert name is not None, "it matches anything"
        self.at = name.end()
        if self.at == len(self.source):
            raise self._unclosed(begin)
        tag = name.group().lower()
        if tag not in TAGS:
            raise _wrong(f'Unsupported start tag "{tag}" at byte offset {self._bytes(begin)}')
        argument = ""
        while True:
            self._skip_space()
            if self.source.startswith(">", self.at):
                break
            argument = self._attribute(tag, begin) or argument
        if tag == "span" and argument != "spoiler":
            raise _wrong(f'Tag "span" must have class "tg-spoiler" at byte offset {self._bytes(begin)}')
        self.at += 1
        self.open.append(Open(tag, argument, self.offset, len(self.pieces)))

    def _attribute(self, tag: str, begin: int) -> str:
        """What the attribute here says, if it is one that counts."""
        name = ATTRIBUTE_NAME.match(self.source, self.at)
        if name is None or not name.group():
            if self.at == len(self.source):
                raise self._unclosed(begin)
            raise _wrong(f'Empty attribute name in the tag "{tag}" at byte offset {self._bytes(begin)}')
        self.at = name.end()
        self._skip_space()
        if not self.source.startswith("=", self.at):
            if self.at == len(self.source):
                raise self._unclosed(begin, tag)
            return "expandable" if (tag, name.group()) == ("blockquote", "expandable") else ""
        self.at += 1
        self._skip_space()
        value = self._value(begin, tag)
        start = ARGUMENTS.get((tag, name.group()))
        if start is None or not value.startswith(start):
            return ""
        return value.removeprefix(start)

    def _value(self, begin: int, tag: str) -> str:
        if self.at == len(self.source):
            raise self._unclosed(begin, tag)
        quote = self.source[self.at]
        if quote not in "'\"":
            token = TOKEN.match(self.source, self.at)
            assert token is not None, "it matches anything"
            if not self.source[token.end() : token.end() + 1] or self.source[token.end()] not in "> \t\r\n":
                raise _wrong(f"Unexpected end of name token at byte offset {self._bytes(self.at)}")
            self.at = token.end()
            return token.group().lower()
        end = self.source.find(quote, self.at + 1)
        if end == -1 or end + 1 == len(self.source):
            raise self._unclosed(begin)
        value = _unescaped(self.source[self.at + 1 : end])
        self.at = end + 1
        return value

    # ------------------------------------------------------------ end tags

    def _end_tag(self) -> None:
        begin = self.at
        if not self.open:
            raise _wrong(f"Unexpected end tag at byte offset {self._bytes(begin)}")
        end = END_TAG.match(self.source, begin)
        if end is None or not end.group(2):
            raise _wrong(f"Unclosed end tag at byte offset {self._bytes(begin)}")
        opened = self.open.pop()
        found = end.group(1).lower()
        if found and found != opened.tag:
            raise _wrong(
                f'Unmatched end tag at byte offset {self._bytes(begin)}, expected "</{opened.tag}>", found "</{found}>"'
            )
        self.at = end.end()
        if self.offset > opened.offset:
            self._closed(opened)

    def _closed(self, opened: Open) -> None:
        entity: Obj = {"offset": opened.offset, "length": self.offset - opened.offset, "type": TAGS[opened.tag]}
        argument = opened.argument
        match opened.tag:
            case "a":
                url = checked_link(argument or "".join(self.pieces[opened.piece :]))
                if url is None:
                    return  # Telegram shows such a link as plain words
                entity["url"] = url
            case "tg-emoji":
                if not argument.isdigit() or not int(argument):
                    raise _wrong("Invalid custom emoji identifier specified")
                entity["custom_emoji_id"] = argument
            case "blockquote" if argument:
                entity["type"] = "expandable_blockquote"
            case "code" if argument and self.open and self.open[-1].tag == "pre":
                entity |= {"type": "pre", "language": argument}
            case "pre" if self.entities and self._is_the_same_as_before(entity):
                return  # the code in it has a language, and stands for both
        self.entities.append(entity)

    def _is_the_same_as_before(self, entity: Obj) -> bool:
        before = self.entities[-1]
        return "language" in before and all(before[key] == entity[key] for key in ("offset", "length"))

    # ------------------------------------------------------------ between

    def _skip_space(self) -> None:
        space = SPACE.match(self.source, self.at)
        self.at = space.end() if space else self.at

    def _unclosed(self, begin: int, tag: str = "") -> Wrong:
        name = f'"{tag}" ' if tag else ""
        return _wrong(f"Unclosed start tag {name}at byte offset {self._bytes(begin)}")

    def _bytes(self, at: int) -> int:
        return len(self.source[:at].encode())


def _wrong(what: str) -> Wrong:
    return Wrong(f"Bad Request: can't parse entities: {what}")


def _referred(source: str, at: int) -> tuple[str, int]:
    """The character that a reference stands for, and where it ends; one that is none is there as it is written."""
    reference = REFERENCE.match(source, at)
    if reference is None:
        return "&", at + 1
    hexadecimal, decimal, name = reference.groups()
    if name:
        character = CHARACTERS.get(name)
    else:
        code = int(hexadecimal, 16) if hexadecimal else int(decimal)
        character = chr(code) if 0 < code < 0x10FFFF else None
        if 0xD800 <= code <= 0xDFFF:
            raise _wrong(
                "Text contains invalid Unicode characters after decoding HTML entities, "
                "check for unmatched surrogate code units"
            )
    return (character, reference.end()) if character else ("&", at + 1)


def _unescaped(value: str) -> str:
    pieces: list[str] = []
    at = 0
    while (found := value.find("&", at)) != -1:
        character, after = _referred(value, found)
        pieces += [value[at:found], character]
        at = after
    return "".join([*pieces, value[at:]])


def checked_link(url: str) -> str | None:
    """An address as Telegram keeps it, or nothing where it makes no link of it."""
    if not LINK.fullmatch(url):
        return None
    if "://" not in url:
        url = f"http://{url}"
    return url if re.search(r"[^:/][/?#]", url) or url.startswith("tg://") else f"{url}/"


def written(formatted: Formatted) -> str:
    """The HTML of a text."""
    text = formatted.text.encode("utf-16-le")
    closing: list[tuple[int, str]] = []
    pieces: list[str] = []
    at = 0

    def up_to(offset: int) -> None:
        nonlocal at
        pieces.append(escape(text[at * 2 : offset * 2].decode("utf-16-le"), quote=False))
        at = offset

    for entity in formatted.entities:
        if entity["type"] not in WRITTEN:
            continue
        while closing and closing[-1][0] <= entity["offset"]:
            end, tag = closing.pop()
            up_to(end)
            pieces.append(f"</{tag}>")
        up_to(entity["offset"])
        tag = WRITTEN[entity["type"]]
        pieces.append(f"<{tag}{_attributes(entity)}>")
        closing.append((entity["offset"] + entity["length"], tag))
    for end, tag in reversed(closing):
        up_to(end)
        pieces.append(f"</{tag}>")
    up_to(len(text) // 2)
    return "".join(pieces)


def _attributes(entity: Obj) -> str:
    match entity["type"]:
        case "text_link":
            return f' href="{escape(entity["url"])}"'
        case "custom_emoji":
            return f' emoji-id="{entity["custom_emoji_id"]}"'
        case "expandable_blockquote":
            return " expandable"
        case _:
            return ""
