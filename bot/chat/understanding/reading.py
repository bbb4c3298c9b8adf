"""Reads what somebody typed: surely, or with a few guesses, and never further than it is sure of."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from rapidfuzz import fuzz, process

from bot.chat.understanding.declared import IntentWords, Phrase, commands_of, phrases_of
from bot.chat.understanding.words import Word, is_slip, words_of

MOST_COMPARED = 200  # characters at each end of a text: so a long one costs what a short one costs
MOST_GUESSES = 3
ALIKE = 80  # of 100: a word that may be meant, for a guess
LIKELY = 0.6  # the share of a phrase's words that a guess needs

_COMMAND = re.compile(r"/(?:waymark\b[ \t]*/?)?([\w-]+)(?:@\w+)?[ \t]*:?", re.IGNORECASE)

# What people put around what they want. Nothing that turns it round ("don't") or asks about it ("how do I") is here.
_SMALL = frozenset(
    [
        *("a", "an", "the", "my", "some", "i", "i'd", "i'll", "you", "me", "to", "now", "just", "ok"),
        *("hi", "hello", "hey", "waymark", "please", "thanks", "thank"),
        *("would", "like", "want", "need", "can", "could", "may", "let"),
    ]
)
_ASKING = frozenset(["what", "who", "when", "where", "why", "how"])
"""Words that mean nothing by themselves, whatever phrase they stand in."""
_COURTESIES = frozenset(["hi", "hello", "hey", "waymark", "please", "thanks"])


@dataclass(frozen=True)
class Reading:
    """What was understood. Without an intent it is not sure enough to go ahead, and `guesses` are to be offered."""

    intent: str | None = None
    slots: Mapping[str, str] = field(default_factory=dict)
    guesses: tuple[str, ...] = ()
    """At most three intents, best first; none where there is an intent."""
    loosely: bool = field(default=False, compare=False)
    """Only how it begins, or ends, was declared: a text that means something else could as well."""


class Understanding:
    """Knows the words that handlers declared. The same text is always read in the same way."""

    def __init__(self, intents: Iterable[IntentWords]) -> None:
        intents = tuple(intents)
        self._commands = commands_of(intents)
        self._phrases = phrases_of(intents)
        self._plain = {phrase.before: phrase.intent for phrase in self._phrases if not phrase.slot}
        self._slotless = {phrase.before: phrase.intent for phrase in self._phrases if phrase.slot and not phrase.after}
        """Patterns whose slot was left out: "search for"."""
        patterns = sorted(
            (phrase for phrase in self._phrases if phrase.slot),
            key=lambda phrase: len(phrase.before) + len(phrase.after),
            reverse=True,
        )
        self._marked = [phrase for phrase in patterns if phrase.marked]
        self._unmarked = [phrase for phrase in patterns if not phrase.marked]
        self._cores = {phrase: _core((*phrase.before, *phrase.after)) for phrase in self._phrases}
        self._vocabulary = sorted({word for core in self._cores.values() for word in core})

    def read(self, text: str) -> Reading:
        text = text.strip()
        head = words_of(text, end=MOST_COMPARED)
        whole = head if len(text) <= MOST_COMPARED else ()
        return (
            self._command(text)
            or _by_pattern(self._marked, text, head)
            or _exactly(self._plain, whole)
            or _by_pattern(self._unmarked, text, head)
            or _exactly(self._slotless, whole)
            or self._marked_slip(text, head)
            or self._unmistakably(whole)
            or Reading(guesses=self._guesses(head))
        )

    def is_command(self, text: str) -> bool:
        """Whether this begins with a command, or a slip of one."""
        return self._command(text) is not None

    def _command(self, text: str) -> Reading | None:
        """A command with its stroke, or a slip of one; the rest is the slot that the intent's first pattern names."""
        found = _COMMAND.match(text[:MOST_COMPARED])
        if found is None:
            return None
        intent = self._commands.get(found[1].casefold()) or self._slip_of_a_command(found[1].casefold())
        return None if intent is None else self._with_rest(intent, text[found.end() :])

    def _slip_of_a_command(self, typed: str) -> str | None:
        meant = {intent for command, intent in self._commands.items() if is_slip(typed, command)}
        return meant.pop() if len(meant) == 1 else None

    def _with_rest(self, intent: str, rest: str) -> Reading:
        slots = [
            phrase.slot for phrase in self._phrases if phrase.intent == intent and phrase.slot and not phrase.after
        ]
        rest = rest.strip()
        return Reading(intent, {slots[0]: rest} if slots and rest else {})

    def _marked_slip(self, text: str, head: Sequence[Word]) -> Reading | None:
        """A slip of a command, and a colon: "relfect: today …"."""
        if not head or not _marked(text, head[0].end):
            return None
        intent = self._slip_of_a_command(head[0].plain)
        return None if intent is None else self._with_rest(intent, _after_mark(text, head[0].end))

    def _unmistakably(self, head: Sequence[Word]) -> Reading | None:
        """One intent whose phrase is all that was said, but for small words and slips of the finger."""
        core = _core([word.plain for word in head])
        meant = {
            phrase.intent
            for phrase, words in self._cores.items()
            if not phrase.after and len(words) == len(core) and all(map(is_slip, core, words))
        }
        return Reading(meant.pop()) if core and len(meant) == 1 else None

    def _guesses(self, head: Sequence[Word]) -> tuple[str, ...]:
        """The intents of which most words were said, in any order, among others, and spelt as they may be."""
        said: dict[str, float] = {}
        for word in {word.plain for word in head if word.plain not in _SMALL}:
            for meant, score, _ in process.extract(
                word, self._vocabulary, scorer=fuzz.ratio, score_cutoff=ALIKE, limit=MOST_GUESSES
            ):
                said[meant] = max(said.get(meant, 0), score / 100)
        likely: dict[str, tuple[float, int]] = {}
        for phrase, words in self._cores.items():
            found = sum(said.get(word, 0) for word in words)
            if words and found / len(words) >= LIKELY:
                likely[phrase.intent] = max(likely.get(phrase.intent, (0, 0)), (found / len(words), len(words)))
        return tuple(sorted(likely, key=lambda intent: likely[intent], reverse=True)[:MOST_GUESSES])


def _core(words: Sequence[str]) -> tuple[str, ...]:
    """The words that carry the meaning; none where nothing is left but a question word."""
    core = tuple(word for word in words if word not in _SMALL)
    return core if _ASKING.isdisjoint(core) or len(core) > 1 else ()


def _without_courtesies(words: tuple[str, ...]) -> tuple[str, ...]:
    kept = [index for index, word in enumerate(words) if word not in _COURTESIES]
    return words[kept[0] : kept[-1] + 1] if kept else words


def _exactly(phrases: Mapping[tuple[str, ...], str], whole: Sequence[Word]) -> Reading | None:
    words = tuple(word.plain for word in whole)
    intent = phrases.get(words) or phrases.get(_without_courtesies(words))
    return None if intent is None else Reading(intent)


def _by_pattern(patterns: Sequence[Phrase], text: str, head: Sequence[Word]) -> Reading | None:
    """The first pattern that fits at the start, or after small words such as "could you please"."""
    for first, word in enumerate(head):
        for phrase in patterns:
            if slot := _slot(phrase, text, head[first:]):
                return Reading(phrase.intent, {phrase.slot: slot}, loosely=not phrase.marked)
        if word.plain not in _SMALL:
            break
    return None


def _slot(phrase: Phrase, text: str, head: Sequence[Word]) -> str:
    """What stands in the pattern's slot, as it was typed; empty where the text is not of this pattern."""
    fixed = len(phrase.before)
    if tuple(word.plain for word in head[:fixed]) != phrase.before:
        return ""
    start = head[fixed - 1].end if fixed else head[0].start
    if phrase.marked and not _marked(text, start):
        return ""
    if not phrase.after:
        slot = _after_mark(text, start).strip()
        return slot if phrase.marked or slot.strip(_ENDINGS) else ""
    last = words_of(text, start=max(0, len(text) - MOST_COMPARED))[-len(phrase.after) :]
    if tuple(word.plain for word in last) != phrase.after or last[0].start <= start:
        return ""
    return _after_mark(text[: last[0].start], start).strip()


_ENDINGS = " ?!.,;:…'\"’”"
_MARK = re.compile(r"[ \t]{0,9}[:–—-]|[ \t]{0,9}\n")


def _marked(text: str, at: int) -> bool:
    return _MARK.match(text, at) is not None


def _after_mark(text: str, at: int) -> str:
    found = _MARK.match(text, at)
    return text[found.end() if found else at :]
