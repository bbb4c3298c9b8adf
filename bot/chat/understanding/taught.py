"""What the declared phrases teach, put to a whole text: sentence by sentence, and the clearest wish wins."""

import re
from collections.abc import Collection, Iterator, Mapping
from functools import cache
from typing import NamedTuple

from bot.chat.understanding.concepts import Token, in_full, tokens_of
from bot.chat.understanding.declared import IntentWords
from bot.chat.understanding.learning import Learnt
from bot.chat.understanding.lessons import lessons_of
from bot.chat.understanding.meant import SURE
from bot.chat.understanding.spelling import Speller
from bot.chat.understanding.words import words_of

MOST_READ = 240  # characters at each end of a text
_MOST_SENTENCES = 3  # at each end of it
_MOST_MEANINGS = 6
_ENDS = re.compile(r"(?<=[.!?;:\n])\s|\s[-–—]\s")
_FEWEST = 2
"""A sentence of fewer words says little by itself."""
_HEADING = re.compile(r"\s*(?:\S+\s+){0,3}\S+:\s*")
"""Of which sort what follows is: "journal: …", "note to self: …"."""


class _Part(NamedTuple):
    tokens: list[Token]
    heads: bool = False


class Taught:
    """A model of what people mean, and the words to spell it by."""

    def __init__(self, intents: tuple[IntentWords, ...]) -> None:
        lessons, said = lessons_of(intents)
        self._learnt = Learnt(lessons)
        self._speller = Speller(said)

    def knows(self, word: str) -> bool:
        """Whether it is a word of some phrase, rather than a name."""
        return self._speller.right(word) == word

    def meanings(self, text: str, names: Collection[str]) -> Mapping[str, float]:
        """How surely each of the likeliest intents is meant, best first."""
        found: dict[str, float] = {}
        for part in self._parts_of(text, names):
            meant = self._learnt.confidences(part.tokens, _MOST_MEANINGS)
            if part.heads and max(meant.values(), default=0.0) >= SURE:
                return meant
            for intent, confidence in meant.items():
                found[intent] = max(confidence, found.get(intent, 0.0))
        best = sorted(found, key=lambda intent: (-found[intent], intent))[:_MOST_MEANINGS]
        return {intent: found[intent] for intent in best}

    def _parts_of(self, text: str, names: Collection[str]) -> Iterator[_Part]:
        """The whole of a text that is not long, and its sentences, of which a long one's first and last are enough."""
        is_long = len(text) > 2 * MOST_READ
        ends = [text[:MOST_READ], text[-MOST_READ:]] if is_long else [text]
        sentences = [sentence for end in ends for sentence in _ENDS.split(end) if not sentence.isspace()]
        kept = dict.fromkeys((*sentences[:_MOST_SENTENCES], *sentences[-_MOST_SENTENCES:]))
        parts = {sentence: tokens_of(in_full(words_of(sentence), self._speller.right, names)) for sentence in kept}
        if len(parts) > 1 and _HEADING.fullmatch(sentences[0]):
            yield _Part(parts.pop(sentences[0]), heads=True)
        if not is_long or len(parts) == 1:
            yield _Part([token for tokens in parts.values() for token in tokens])
        if len(parts) > 1:
            yield from (_Part(tokens) for tokens in parts.values() if len(tokens) >= _FEWEST)


@cache
def taught_by(intents: tuple[IntentWords, ...]) -> Taught:
    """Made once: a bot that starts again in the same process declares the same."""
    return Taught(intents)
