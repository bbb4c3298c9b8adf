"""A text as words: what is compared is small letters without punctuation, what is kept is the text as it was typed."""

import re
from typing import NamedTuple

from rapidfuzz.distance import OSA

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


class Word(NamedTuple):
    """A word as it is compared, and where it stands in the text."""

    plain: str
    start: int
    end: int
    capital: bool = False
    """Whether it begins with a capital letter."""


def words_of(text: str, start: int = 0, end: int | None = None) -> tuple[Word, ...]:
    found = _WORD.finditer(text, start, len(text) if end is None else end)
    return tuple(
        Word(word[0].casefold().replace("’", "'"), word.start(), word.end(), word[0][0].isupper()) for word in found
    )


def plain_words(text: str) -> tuple[str, ...]:
    return tuple(word.plain for word in words_of(text))


def is_called(typed: str, name: str) -> bool:
    """Whether this is a word of somebody's name, in whichever letters: "Okafor", "okafor's", "okafors"."""
    bare, name = typed.removesuffix("'s").replace("'", ""), name.replace("'", "")
    return bare == f"{name}s" or is_slip(bare, name)


def is_slip(typed: str, meant: str) -> bool:
    """Whether this is the same word with a slip of the finger. A short one, or one that begins otherwise, is not."""
    if typed == meant:
        return True
    if len(meant) < 5 or typed[0] != meant[0]:
        return False
    slips = 1 if len(meant) < 9 else 2
    return OSA.distance(typed, meant, score_cutoff=slips) <= slips
