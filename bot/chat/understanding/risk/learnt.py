"""How much a text sounds like somebody at risk, by what the lessons teach: for what no idea names in so many words."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import pairwise
from math import log, sqrt

from bot.chat.understanding.background import BACKGROUND
from bot.chat.understanding.concepts import stem, written_out
from bot.chat.understanding.declared import phrases_in, ways
from bot.chat.understanding.risk.lessons import OF_ANOTHER, OF_NOBODY, OF_ONESELF
from bot.chat.understanding.risk.reading import Risk
from bot.chat.understanding.spelling import Speller
from bot.chat.understanding.words import words_of

_GRAVE = 1.0
"""From here on a text is taken for one of somebody at risk."""
_FEW_WORDS, _GRAVE_BY_FEW = 4, 2.0
"""Fewer words than this say little by themselves, and have to be graver."""
_TELLING = 0.7
"""From here on a word is reason to look at its sentence."""
_PAIRED = 0.5
"""What two words together count, where one counts one."""
_USUAL = 0.1
"""How often anything is thought to be said at least."""
_SHORT = 6
"""So many more signs, that say nothing, a text is thought to have: a word or two by themselves are no proof."""
_MOST_SIGNS = 400
_SENTENCE = re.compile(r"(?<=[.!?;\n])\s+|,\s+(?:but|and)\s+")


class _Counted:
    """How often each sign stands in the lessons of one kind; a lesson with many ways to say it weighs less by each."""

    def __init__(self, lessons: Iterable[str]) -> None:
        self.signs: Counter[str] = Counter()
        self.all = 1.0
        for lesson in lessons:
            said = ways(lesson)
            weight = 1 / sqrt(len(said))
            self.all += weight * len(said)
            for way in said:
                self.signs.update(dict.fromkeys(_signs(_stems(way)), weight))

    def share(self, sign: str) -> float:
        return (self.signs[sign] + _USUAL) / self.all


class _Learnt:
    """What each sign says of risk, and of whose."""

    def __init__(self) -> None:
        oneself, another = _Counted(phrases_in(OF_ONESELF)), _Counted(phrases_in(OF_ANOTHER))
        nobody = _Counted((*phrases_in(OF_NOBODY), *BACKGROUND))
        signs = dict.fromkeys((*oneself.signs, *another.signs, *nobody.signs))
        told = oneself.all + another.all
        self.risk = {
            sign: (_PAIRED if " " in sign else 1)
            * min(1, oneself.signs[sign] + another.signs[sign] + nobody.signs[sign])
            * log((oneself.signs[sign] + another.signs[sign] + _USUAL) / told / nobody.share(sign))
            for sign in signs
        }
        self.of_another = {sign: log(another.share(sign) / oneself.share(sign)) for sign in another.signs}
        self.telling = frozenset(sign for sign in signs if " " not in sign and self.risk[sign] >= _TELLING)
        self.speller = Speller(Counter(word for word in signs if " " not in word))

    def risk_in(self, sentence: str) -> tuple[float, float]:
        """How grave it is, and how much rather about another than about whoever says it."""
        stems = [self.speller.right(word) or word for word in _stems(sentence)]
        signs = _signs(stems)[:_MOST_SIGNS]
        grave = sum(self.risk.get(sign, 0.0) for sign in signs) / sqrt(len(signs) + _SHORT)
        if len(stems) < _FEW_WORDS and grave < _GRAVE_BY_FEW:
            grave = 0.0
        return grave, sum(self.of_another.get(sign, 0.0) for sign in signs)


def sounds_at_risk(text: str) -> Risk | None:
    """Who may be at risk, by how it sounds; it may be a figure of speech as well."""
    learnt = ready()
    for sentence in _worth_a_look(text, learnt):
        grave, of_another = learnt.risk_in(sentence)
        if grave >= _GRAVE:
            return Risk.OTHER if of_another > 0 else Risk.SELF
    return None


@cache
def ready() -> _Learnt:
    """Made once, at the start."""
    return _Learnt()


def _worth_a_look(text: str, learnt: _Learnt) -> Iterator[str]:
    """The sentences with a telling word in them, each once."""
    for sentence in dict.fromkeys(_SENTENCE.split(text)):
        if not learnt.telling.isdisjoint(_stems(sentence)):
            yield sentence


def _stems(text: str) -> list[str]:
    return [stem(part) for word in words_of(text) for part in written_out(word.plain).split()]


def _signs(stems: list[str]) -> list[str]:
    """What is counted, once each: words, and what comes after what."""
    row = ["^", *stems, "$"]
    next_to = [f"{one} {after}" for one, after in pairwise(row)]
    near = [f"{one} … {later}" for one, later in zip(row, row[2:], strict=False)]
    return list(dict.fromkeys((*stems, *next_to, *near)))
