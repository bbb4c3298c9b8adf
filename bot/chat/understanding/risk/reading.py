"""Reads a text of any length, sentence by sentence, for what people at risk say: to miss one is the worse fault."""

import re
from collections.abc import Iterator
from enum import Enum, auto

from bot.chat.understanding.risk.bad_days import STRONG, WEAK
from bot.chat.understanding.risk.despair import DESPAIR
from bot.chat.understanding.risk.figures import ABOUT_WORK, FIGURES, GRIM, LIGHT, WORK
from bot.chat.understanding.risk.grammar import Idea
from bot.chat.understanding.risk.groups import GRAMMAR, OFTEN_MISSPELT, VOCABULARY
from bot.chat.understanding.risk.ideas import CERTAIN
from bot.chat.understanding.risk.means import MEANS
from bot.chat.understanding.risk.of_another import OF_ANOTHER
from bot.chat.understanding.risk.tellers import FICTION, REPORTED
from bot.chat.understanding.risk.weighing import heavy
from bot.chat.understanding.risk.words import END_OF_SENTENCE
from bot.chat.understanding.risk.wrongs import DONE_TO_ME, OF_SOMEBODY

NEAR = 4
"""Sentences within which two things that many say on a bad day count together."""

LONGEST, OVERLAP = 80, 20
"""Words of a sentence that are looked at together, and how many of them twice, where it goes on for longer."""

OF_ONESELF = DESPAIR | MEANS | DONE_TO_ME
ALL = CERTAIN | OF_ANOTHER | STRONG | WEAK | OF_ONESELF | OF_SOMEBODY
ONESELF = GRAMMAR.ideas("(i|me|my|myself)")
ITS_OBJECT = GRAMMAR.ideas("(me|us|my (BODY|phone|money|passport|keys|door|house|home|flat|clothes|car))")
TOLD_IT = GRAMMAR.ideas(
    "(told|tells|tell|texted|messaged|rang|called|sent|gave|given|handed|asked|asks|left) (to)? (me|us)"
)
SAYS_I = GRAMMAR.ideas("(i|me|myself|we|us)")
SPEAKER = GRAMMAR.ideas("(i|me|my|we|us|our|myself)")
OTHERS = GRAMMAR.ideas(
    "HE|HIM|HIS|THEM|YOUNG|ADULT|KIN|CARER|mentees|coachees|colleagues|friends|participants|members|employee|employees"
)
VOCABULARY.ready(OFTEN_MISSPELT.split())


class Risk(Enum):
    """Who may be at risk: the one who types, or somebody they fear for."""

    SELF = auto()
    OTHER = auto()


Told = tuple[Risk | None, frozenset[Idea]]
"""Who is at risk by a sentence; and what is in it of those things that only count together."""


def at_risk(text: str) -> Risk | None:
    """Who may be at risk, by this text; None where it says nothing of the sort."""
    found: Risk | None = None
    lately: list[frozenset[Idea]] = []
    said_before: dict[str, Told] = {}
    for sentence in _sentences(VOCABULARY.signs(text)):
        if sentence not in said_before:
            said_before[sentence] = _told(sentence)
        risk, low = said_before[sentence]
        if risk is Risk.SELF:
            return risk
        found = found or risk
        lately = [*lately[1 - NEAR :], low]
        if low and len(frozenset().union(*lately)) > 1:
            return Risk.SELF
    return found


def _sentences(signs: str) -> Iterator[str]:
    for sentence in signs.split(END_OF_SENTENCE):
        for start in range(0, max(1, len(sentence) - OVERLAP), LONGEST - OVERLAP):
            yield f"{END_OF_SENTENCE}{sentence[start : start + LONGEST]}{END_OF_SENTENCE}"


def _told(sentence: str) -> Told:
    if not ALL.may_be_in(sentence) and not heavy(sentence):
        return None, frozenset()
    plain = ABOUT_WORK.without(FIGURES.without(sentence))
    risk = _risk(plain, sentence)
    if risk is Risk.OTHER and FICTION.search(sentence):
        return None, frozenset()
    of_work = WORK.may_be_in(plain) and not ONESELF.may_be_in(plain)
    return risk, frozenset() if risk or of_work else WEAK.found_in(plain)


def _risk(plain: str, sentence: str) -> Risk | None:
    if found := OF_ANOTHER.search(plain):
        return Risk.SELF if ITS_OBJECT.search(plain[found.end() : found.end() + 1]) else Risk.OTHER
    if found := CERTAIN.search(plain):
        return _who(plain, found)
    if (found := STRONG.search(plain)) and not _lightly(sentence, found):
        return _who(plain, found)
    another = OF_SOMEBODY.search(plain)
    if OF_ONESELF.search(plain) and not (another and (REPORTED.search(plain) or not SAYS_I.may_be_in(plain))):
        return Risk.SELF
    if another:
        return Risk.OTHER
    if heavy(plain) and not LIGHT.may_be_in(sentence):
        return Risk.SELF if ONESELF.may_be_in(plain) else Risk.OTHER if OTHERS.search(plain) else None
    return None


def _lightly(sentence: str, found: re.Match[str]) -> bool:
    """Whether the rest of it is plainly cheerful, or about work."""
    rest = f"{found.string[: found.start()]}{found.string[found.end() :]}"
    return LIGHT.search(rest) is not None and GRIM.search(rest) is None


def _who(sentence: str, found: re.Match[str]) -> Risk:
    """Whom it is about: the one it is done to; whose words are told; who is named there, or just before it."""
    if ITS_OBJECT.search(TOLD_IT.without(sentence[found.start() : found.end() + 1])):
        return Risk.SELF
    if REPORTED.search(sentence[: found.end()]):
        return Risk.OTHER
    if SPEAKER.may_be_in(found[0][:1]):
        return Risk.SELF
    before = sentence[: found.start() + 1]
    others, oneself = OTHERS.last(before), SAYS_I.last(before)
    if others == oneself:
        return Risk.OTHER if OTHERS.search(found[0]) and not SPEAKER.may_be_in(found[0]) else Risk.SELF
    return Risk.OTHER if others > oneself else Risk.SELF
