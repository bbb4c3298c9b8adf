"""Words that mean the same here: what people type, as the things and doings that it is about."""

from collections.abc import Callable, Collection, Sequence
from functools import cache
from typing import NamedTuple

from bot.chat.understanding.synonyms import DROPPED, SAME, SHORT, WHEN
from bot.chat.understanding.words import Word

_ENDS = {"'m": "am", "'s": "is", "'re": "are", "'ve": "have", "'ll": "will", "'d": "would"}
_WHO_IS = frozenset(["who", "what", "where", "when", "how", "that", "there", "it", "he", "she", "why", "everyone"])

NUMBER = "<number>"
NAME = "<name>"
UNKNOWN = "<unknown>"
"""A word that no intent's phrase has."""


class Part(NamedTuple):
    """A word written out and spelt right."""

    plain: str
    stem: str
    """Without its ending."""
    concept: str
    """What it stands for by itself; nothing, where it changes nothing."""


class Token(NamedTuple):
    """A word, or several that belong together, as it is counted."""

    stem: str
    """The word itself, without its ending."""
    concept: str
    """What it stands for; its stem where it stands for nothing else."""


def stem(word: str) -> str:
    """A word without its ending: "booked", "booking" and "books" are one."""
    if len(word) > 3 and word.endswith("ies"):
        word = word[:-3] + "y"
    elif len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    for ending in ("ing", "ed"):
        if len(word) >= len(ending) + 3 and word.endswith(ending):
            word = word[: -len(ending)]
            if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "ls":
                word = word[:-1]
            break
    if word.endswith("e") and len(word) > 3:
        word = word[:-1]
    return word[:-1] + "i" if word.endswith("y") and len(word) > 3 else word


@cache
def _table() -> tuple[dict[str, str], dict[tuple[str, ...], str], dict[str, int]]:
    """Single words, as they are and by their stems; words that belong together, and the most of them by the first."""
    single: dict[str, str] = {}
    several: dict[tuple[str, ...], str] = {}
    longest: dict[str, int] = {}
    for concept, words in SAME.items():
        for word in words:
            stems = tuple(stem(part) for typed in word.split("_") for part in written_out(typed).split())
            if len(stems) == 1:
                single.setdefault(word, concept)
                single.setdefault(stems[0], concept)
            else:
                several.setdefault(stems, concept)
                longest[stems[0]] = max(longest.get(stems[0], 0), len(stems))
    return single, several, longest


@cache
def _negated(word: str) -> str:
    return {"can't": "can not", "won't": "will not"}.get(word, word.removesuffix("n't") + " not")


def written_out(word: str) -> str:
    """A word as it would be written in full: "can't" is two, "pls" is "please"."""
    if word in SHORT:
        return SHORT[word]
    if word.endswith("n't"):
        return _negated(word)
    head, mark, tail = word.partition("'")
    if mark:
        if tail == "s" and head not in _WHO_IS:
            return head
        if (end := _ENDS.get(mark + tail)) is not None:
            return f"{SHORT.get(head, head)} {end}"
        return head + tail
    return word


def tabled_words() -> list[str]:
    """Every word of the tables."""
    return [
        *(part for words in SAME.values() for word in words for part in word.split("_")),
        *(part for words in SHORT.values() for part in words.split()),
        *DROPPED,
    ]


def in_full(words: Sequence[Word], right: Callable[[str], str | None], names: Collection[str] = ()) -> list[Part]:
    """The words written out, and their slips put right; what is among these or has a capital letter, and is not known,
    is a name."""
    parts: list[Part] = []
    for at, word in enumerate(words):
        before = words[at - 1].plain if at else ""
        after = words[at + 1].plain if at + 1 < len(words) else ""
        typed = word.plain
        if typed in _SOUNDS_LIKE and after.isalpha() and after not in _COUNTED and before not in _NUMBERED:
            typed = _SOUNDS_LIKE[typed]
        elif typed not in SHORT:
            bare = typed.removesuffix("'s")
            spelt = right(bare)
            if spelt != bare and (word.plain in names or (word.capital and at)):
                typed = NAME
            elif bare == typed and "'" not in typed:
                typed = spelt or typed
        parts.extend(part_of(part) for part in written_out(typed).split())
    return parts


def part_of(plain: str) -> Part:
    """A word by itself."""
    single, _, _ = _table()
    ending = stem(plain)
    if plain in DROPPED:
        return Part(plain, ending, "")
    if plain.isdecimal():
        return Part(plain, ending, NUMBER)
    concept = WHEN if _is_time(plain) else single.get(plain) or single.get(ending, ending)
    return Part(plain, WHEN if concept == WHEN else ending, concept)


_SOUNDS_LIKE = {"2": "to", "4": "for"}
_COUNTED = frozenset(("stars", "star", "out", "people", "hours", "hrs", "days", "weeks", "pm", "am", "of", "or", "and"))
_NUMBERED = frozenset(
    [
        *("module", "mod", "modules", "at", "by", "number", "on", "until", "till", "the", "session", "from", "before"),
        *("after", "past", "to", "is", "of"),
    ]
)


def tokens_of(parts: Sequence[Part]) -> list[Token]:
    """The words as they are counted: the small ones dropped, what belongs together in one."""
    _, several, longest = _table()
    tokens: list[Token] = []
    at = 0
    while at < len(parts):
        _, stem, concept = parts[at]
        if most := longest.get(stem):
            stems = tuple([part.stem for part in parts[at : at + most]])
            while len(stems) > 1 and stems not in several:
                stems = stems[:-1]
            if len(stems) > 1:
                tokens.append(Token("_".join(stems), several[stems]))
                at += len(stems)
                continue
        at += 1
        if concept and not (concept in _ONCE and tokens and tokens[-1].concept == concept):
            tokens.append(Token(stem, concept))
    return tokens


_ONCE = (WHEN, NAME)
"""Several of these are one."""


def _is_time(word: str) -> bool:
    """Times such as "9am", "3rd", "45mins"."""
    return word[0].isdecimal() and not word.isdecimal() and word.lstrip("0123456789") in _UNITS


_UNITS = frozenset(["am", "pm", "st", "nd", "rd", "th", "h", "hr", "hrs", "min", "mins", "m", "ish", "wk", "wks"])
