"""What the declared phrases teach: each way to say something, as it is counted, and every word in them."""

import re
from collections import Counter
from collections.abc import Iterable

from bot.chat.understanding.background import BACKGROUND
from bot.chat.understanding.concepts import NAME, UNKNOWN, Part, Token, in_full, part_of, tabled_words, tokens_of
from bot.chat.understanding.declared import IntentWords, ways
from bot.chat.understanding.learning import NONE
from bot.chat.understanding.slots import example_of
from bot.chat.understanding.words import words_of

_SLOT = re.compile(r"\{(\w+)\}")

Lessons = list[tuple[str, list[Token]]]


def lessons_of(intents: Iterable[IntentWords]) -> tuple[Lessons, Counter[str]]:
    """All ways to say each intent, and how often each word is in them."""
    said = tabled_words()
    written: dict[str, list[Part]] = {marker: [part_of(marker)] for marker in (NAME, UNKNOWN)}
    lessons: Lessons = []
    declared = [(words.name, phrase) for words in intents for phrase in words.phrases]
    for intent, phrase in (*declared, *((NONE, phrase) for phrase in BACKGROUND)):
        for way in ways(_SLOT.sub(lambda slot: f" {example_of(slot[1])} ", phrase)):
            parts: list[Part] = []
            for word in way.split():
                if word not in written:
                    written[word] = in_full(words_of(word), str)
                parts += written[word]
            said += [part.plain for part in parts]
            if tokens := tokens_of(parts):
                lessons.append((intent, tokens))
    return lessons, Counter(said)
