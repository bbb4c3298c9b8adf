"""Slips of the finger and phone spelling, put right against the words that are known here."""

import re
from collections import defaultdict
from collections.abc import Mapping

from rapidfuzz.distance import OSA

_SOUNDS = {"1": "one", "2": "to", "4": "for", "8": "ate"}
_VOWELS = re.compile(r"[aeiou]")


class Speller:
    """Knows words, and how often each is said; what is not among them is put right where one of them is near."""

    def __init__(self, words: Mapping[str, int]) -> None:
        self._words = words
        self._by_first: dict[str, list[str]] = defaultdict(list)
        self._bare: dict[str, str] = {}
        for word in sorted(words, key=lambda word: (-words[word], word)):
            if len(word) >= 4 and word.isalpha():
                self._by_first[word[0]].append(word)
                self._bare.setdefault(_bare(word), word)

    def right(self, word: str) -> str | None:
        """The word that was meant; None where no word that is known is near enough."""
        if word in self._words or word.isdecimal():
            return word
        if len(word) < 3:
            return None
        if not word.isalpha():
            sounded = "".join(_SOUNDS.get(letter, letter) for letter in word)
            return self.right(sounded) if _PHONETIC.fullmatch(word) else None
        bare = _bare(word)
        if len(bare) + 1 >= len(word) and len(bare) >= 3 and bare in self._bare:
            return self._bare[bare]
        return next((meant for meant in self._by_first.get(word[0], ()) if _is_slip(word, meant)), None)


_PHONETIC = re.compile(r"[a-z]+[1248][a-z]*|[24][a-z]{3,}")


def _is_slip(typed: str, meant: str) -> bool:
    """Whether the one may be the other, mistyped. In a short word a letter is missing, too many, or in the wrong place:
    another letter makes another word."""
    longer = len(meant) - len(typed)
    if not -2 <= longer <= 2 or min(len(typed), len(meant)) < 4:
        return False
    slips = 2 if len(meant) > 8 else 1
    distance = OSA.distance(typed, meant, score_cutoff=slips)
    if distance > slips:
        return False
    return longer != 0 or len(meant) > 7 or sorted(typed) == sorted(meant)


def _bare(word: str) -> str:
    """A word as it is left on a phone: its first letter, and no vowel after it, nor a letter twice."""
    bare = word[0] + _VOWELS.sub("", word[1:])
    return re.sub(r"(.)\1", r"\1", bare)
