"""The small Markdown that messages carry: bold, italic, links, bullet and numbered lists, quotes, and line breaks.

Nothing else is special: HTML, headings, code and pictures come through as the characters they are typed with. A line
break is a line break. Lists and quotes are one level deep: a list in a list goes on at the same level, and what is in a
quote becomes its lines. What somebody else wrote goes in through `literal`.
"""

import re
from bisect import bisect_right
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import groupby, takewhile
from typing import assert_never

import regex
from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock, blockquote, list_block
from markdown_it.token import Token


@dataclass(frozen=True)
class Run:
    """Words in one style, line breaks among them."""

    text: str
    bold: bool = False
    italic: bool = False
    link: str = ""


Runs = tuple[Run, ...]


@dataclass(frozen=True)
class Paragraph:
    runs: Runs


@dataclass(frozen=True)
class ListOf:
    """A list of bullets, or of numbers from `first` on."""

    items: tuple[Runs, ...]
    first: int | None = None


@dataclass(frozen=True)
class Quote:
    runs: Runs


Block = Paragraph | ListOf | Quote
"""Every kind of block. A renderer matches over these and ends in `assert_never`."""


# ---------------------------------------------------------------- reading it

_DEEPEST = 8  # levels of lists and quotes that are read as such; further marks are plain characters
_LINK = re.compile(r"(https?://[^/]|mailto:.|tel:.).{0,1999}", re.IGNORECASE)


class _SmallMarkdown(MarkdownIt):
    def __init__(self) -> None:
        super().__init__("zero")
        self.enable(["blockquote", "list", "newline", "escape", "emphasis", "link", "balance_pairs", "fragments_join"])
        self.block.ruler.at("blockquote", _shallow(blockquote), {"alt": ["paragraph", "blockquote", "list"]})
        self.block.ruler.at("list", _shallow(list_block), {"alt": ["paragraph", "blockquote"]})

    def validateLink(self, url: str) -> bool:
        return _LINK.fullmatch(url) is not None


def _shallow(rule: Callable[[StateBlock, int, int, bool], bool]) -> Callable[[StateBlock, int, int, bool], bool]:
    # Past its own limit (`maxNesting`) the library leaves out what is nested deeper; this keeps every word.
    def read(state: StateBlock, start: int, end: int, silent: bool) -> bool:
        return state.level < _DEEPEST and rule(state, start, end, silent)

    return read


_small_markdown = _SmallMarkdown()


def parse(text: str) -> tuple[Block, ...]:
    """What a text says. An item or a quote without words says nothing, and is left out."""
    without_pictures = text.replace("![", "!\\[")
    return _joined(_blocks(iter(_small_markdown.parse(without_pictures))))


def _blocks(tokens: Iterator[Token]) -> Iterator[Block]:
    """The blocks up to the end of whatever the tokens are in."""
    for token in tokens:
        if token.type == "inline":
            yield Paragraph(_runs(token.children or []))
        elif token.type == "blockquote_open":
            if inner := _joined(_blocks(tokens)):
                yield Quote(_merged(_between(map(drawn, inner), "\n\n")))
        elif token.type == "bullet_list_open":
            yield from _items(tokens, None)
        elif token.type == "ordered_list_open":
            yield from _items(tokens, int(token.attrs.get("start", 1)))
        elif token.type in ("blockquote_close", "list_item_close"):
            return


def _items(tokens: Iterator[Token], number: int | None) -> Iterator[Block]:
    """The items of a list, each a list of its own until `_joined`, and whatever else stands in them."""
    for token in tokens:
        if token.type in ("bullet_list_close", "ordered_list_close"):
            return
        inner = list(_blocks(tokens))
        words = [drawn(block) for block in takewhile(lambda block: isinstance(block, Paragraph), inner)]
        if words:
            yield ListOf((_merged(_between(words, "\n")),), number)
        yield from inner[len(words) :]
        number = None if number is None else number + 1


def _runs(tokens: list[Token]) -> Runs:
    runs: list[Run] = []
    bold = italic = label = 0
    link = ""
    for token in tokens:
        match token.type:
            case "text":
                runs.append(Run(token.content, bold > 0, italic > 0, link))
            case "softbreak" | "hardbreak":
                runs.append(Run("\n", bold > 0, italic > 0, link))
            case "strong_open" | "strong_close":
                bold += token.nesting
            case "em_open" | "em_close":
                italic += token.nesting
            case "link_open":
                link = str(token.attrGet("href"))
                label = len(runs)
            case "link_close":
                if not any(run.text for run in runs[label:]):
                    runs.append(Run(link, bold > 0, italic > 0, link))
                link = ""
            case unexpected:
                raise AssertionError(f"a rule that is not enabled gave {unexpected}")
    return _merged(runs)


def _merged(runs: Iterable[Run]) -> Runs:
    alike = groupby((run for run in runs if run.text), key=lambda run: replace(run, text=""))
    return tuple(replace(style, text="".join(run.text for run in same)) for style, same in alike)


def _between(parts: Iterable[Runs], gap: str) -> Iterator[Run]:
    for n, part in enumerate(parts):
        if n:
            yield Run(gap)
        yield from part


def _joined(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """The blocks, with the items that follow one another made one list."""

    def same(place: tuple[int, Block]) -> tuple[str, int | None]:
        n, block = place
        if isinstance(block, ListOf):
            return "list", None if block.first is None else block.first - n
        return "alone", n

    together = ([block for _, block in places] for _, places in groupby(enumerate(blocks), key=same))
    return tuple(
        ListOf(tuple(item for part in parts if isinstance(part, ListOf) for item in part.items), parts[0].first)
        if isinstance(parts[0], ListOf)
        else parts[0]
        for parts in together
    )


# ---------------------------------------------------------------- writing it


_SPECIAL = re.compile(r"[!-/:-@\[-`{-~]")


def literal(words: str) -> str:
    """Markdown that shows what somebody wrote exactly as typed, and stays within the line or block it is put in.

    White space at either end, and at the end of a line, goes. Spaces that begin a line stay, as no-break spaces (four
    for a tab); so do empty lines. NUL, which Markdown does not know, becomes U+FFFD.
    """
    typed = words.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "\ufffd").strip()
    return "\n".join(_line_as_typed(line.rstrip()) for line in typed.split("\n")) if typed else ""


def _line_as_typed(line: str) -> str:
    rest = line.lstrip(" \t")
    indent = line[: len(line) - len(rest)].replace("\t", "    ").replace(" ", "\u00a0")
    return indent + _SPECIAL.sub(r"\\\g<0>", rest) or "\\"


def named(fields: Mapping[str, str]) -> tuple[Block, ...]:
    """A message's fields, a line each. They are plain words, not Markdown."""
    lines = [(Run(f"{name}: ", bold=True), Run(value)) for name, value in fields.items()]
    return (Paragraph(_merged(_between(lines, "\n"))),) if lines else ()


# ---------------------------------------------------------------- reading it out


def plain(text: str) -> str:
    """What a text says, for notifications, screen readers and wherever else there are only characters."""
    return spoken(parse(text))


def spoken(blocks: Iterable[Block]) -> str:
    """Blocks in words alone: links as "label (address)", quotes in quotation marks."""
    said = []
    for block in blocks:
        words = "".join(run.text for run in spelt_out(drawn(block)))
        said.append(f"“{words}”" if isinstance(block, Quote) else words)
    return "\n\n".join(said)


def drawn(block: Block) -> Runs:
    """A block as lines, with the bullets and numbers of a list in front of its items."""
    match block:
        case Paragraph(runs) | Quote(runs):
            return runs
        case ListOf(items, first):
            marks = ("• " if first is None else f"{first + n}. " for n in range(len(items)))
            return tuple(_between(((Run(mark), *item) for mark, item in zip(marks, items, strict=True)), "\n"))
        case _:
            assert_never(block)


def spelt_out(runs: Runs, which: Callable[[str], bool] = bool) -> Runs:
    """Links made words: the label, and the address in brackets where it says more. `which` picks the addresses."""
    out: list[Run] = []
    for link, group in groupby(runs, key=lambda run: run.link):
        same = list(group)
        if not link or not which(link):
            out.extend(same)
            continue
        out.extend(replace(run, link="") for run in same)
        address = link.removeprefix("mailto:").removeprefix("tel:")
        if "".join(run.text for run in same) not in (link, address):
            out.append(Run(f" ({address})"))
    return tuple(out)


# ---------------------------------------------------------------- splitting it


def units(text: str) -> int:
    """The length of a text as Telegram and Slack count it: in UTF-16 code units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


Measure = Callable[[Run], int]
"""What a run costs where it is drawn: at least its length, and never less for more words."""

_VISIBLE = re.compile(r"[^\s\u00ad\u115f\u1160\u200b-\u200f\u2028-\u202e\u2060-\u2064\u2800\u3164\ufeff]")
_GAP = 2  # what divides two blocks: an empty line


def split(blocks: Iterable[Block], most: int, measure: Measure) -> list[tuple[Block, ...]]:
    """Pieces that say everything between them, each within `most` as `measure` counts what is `drawn`.

    They end between blocks or items where they can; a block too long for a piece is cut after a line, else a sentence,
    else a space, else between two characters as people see them. A piece that shows nothing is left out, since no
    platform takes it.
    """

    def cost(block: Block) -> int:
        return sum(map(measure, drawn(block))) + _GAP

    pieces: list[list[Block]] = []
    room = 0
    for unit in _each_item(blocks):
        for part in (unit,) if cost(unit) <= most else _broken(unit, room if room > most // 2 else most, most, measure):
            if cost(part) > room:
                pieces.append([])
                room = most
            pieces[-1].append(part)
            room -= cost(part)
    return [
        _joined(piece) for piece in pieces if any(_VISIBLE.search(run.text) for part in piece for run in drawn(part))
    ]


def _each_item(blocks: Iterable[Block]) -> Iterator[Block]:
    for block in blocks:
        if isinstance(block, ListOf):
            for n, item in enumerate(block.items):
                yield ListOf((item,), None if block.first is None else block.first + n)
        else:
            yield block


def _broken(block: Block, first: int, most: int, measure: Measure) -> Iterator[Block]:
    """The parts of a block too long for one piece; an item goes on as a paragraph."""
    match block:
        case Paragraph(runs):
            yield from map(Paragraph, _cut(runs, first - _GAP, most - _GAP, measure))
        case Quote(runs):
            yield from map(Quote, _cut(runs, first - _GAP, most - _GAP, measure))
        case ListOf((item,), number):
            mark = sum(map(measure, drawn(ListOf(((),), number))))
            beginning, *others = _cut(item, first - _GAP - mark, most - _GAP, measure)
            yield ListOf((beginning,), number)
            yield from map(Paragraph, others)
        case _:
            raise AssertionError("a list is broken item by item")


def pieces_of(text: str, most: int) -> list[str]:
    """A text in pieces of at most `most` units, cut where `split` would; put together, they are the text."""
    cut = _cut((Run(text),), most, most, lambda run: units(run.text))
    return ["".join(run.text for run in runs) for runs in cut]


def _cut(runs: Runs, first: int, most: int, measure: Measure) -> Iterator[Runs]:
    rest = deque(runs)
    room = first
    while rest:
        taken: list[Run] = []
        while rest and (cost := measure(rest[0])) <= room:
            taken.append(rest.popleft())
            room -= cost
        if rest:
            over = rest.popleft()
            lengths = range(1, min(len(over.text), room + 1))
            fitting = bisect_right(lengths, room, key=lambda n: measure(_first(over, n))) or (0 if taken else 1)
            text = "".join(run.text for run in taken) + over.text[:fitting]
            end = _best_end(text, over.text[fitting : fitting + 1])
            taken, left = _divided([*taken, over], end)
            rest.extendleft(reversed(left))
        yield tuple(taken)
        room = most


def _first(run: Run, n: int) -> Run:
    return replace(run, text=run.text[:n])


def _divided(runs: list[Run], end: int) -> tuple[list[Run], list[Run]]:
    """The runs of the first `end` characters, and those of the others."""
    before: list[Run] = []
    for n, run in enumerate(runs):
        if end <= len(run.text):
            after = [replace(run, text=run.text[end:]), *runs[n + 1 :]]
            return [*before, _first(run, end)], [left for left in after if left.text]
        before.append(run)
        end -= len(run.text)
    return before, []


_ENDS = (re.compile(r"\n"), re.compile(r"[.!?…][\"'”’)]*\s"), re.compile(r"\s"))


def _best_end(text: str, following: str) -> int:
    """Where to cut a text that `following` goes on from: in its second half, so that pieces are not mere scraps."""
    seen: list[int] = [match.end() for match in regex.finditer(r"\X", text + following)]
    whole = [end for end in seen if end <= len(text)]
    allowed = set(whole)
    for kind in _ENDS:
        ends = [match.end() for match in kind.finditer(text) if match.end() * 2 >= len(text) and match.end() in allowed]
        if ends:
            return ends[-1]
    return whole[-1] if whole else len(text)
