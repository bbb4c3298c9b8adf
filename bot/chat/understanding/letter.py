"""What handlers declared, taken to the letter: commands, phrases, and patterns with a slot."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from bot.chat.understanding.declared import IntentWords, Phrase, commands_of, phrases_of
from bot.chat.understanding.meant import Reading
from bot.chat.understanding.words import Word, is_slip, words_of

MOST_COMPARED = 200  # characters at each end of a text: so a long one costs what a short one costs

_COMMAND = re.compile(r"/(?:waymark\b[ \t]*/?)?([\w-]+)(?:@\w+)?[ \t]*:?", re.IGNORECASE)

# What people put around what they want. Nothing that turns it round ("don't") or asks about it ("how do I") is here.
_SMALL = frozenset(
    [
        *("a", "an", "the", "my", "some", "i", "i'd", "i'll", "you", "me", "to", "now", "just", "ok"),
        *("hi", "hello", "hey", "waymark", "please", "pls", "plz", "thanks", "thank", "thx"),
        *("would", "like", "want", "need", "can", "could", "may", "let"),
    ]
)
_MOST_SMALL = 12
"""So many of them may stand before a pattern."""
_ASKING = frozenset(["what", "who", "when", "where", "why", "how"])
"""Words that mean nothing by themselves, whatever phrase they stand in."""
_COURTESIES = frozenset(["hi", "hello", "hey", "waymark", "please", "pls", "plz", "thanks", "thx"])


class Said(NamedTuple):
    """A text, and the words at its beginning and at its end."""

    text: str
    head: Sequence[Word]
    tail: Sequence[Word]

    @property
    def whole(self) -> Sequence[Word]:
        """All words, where the text is a short one."""
        return self.head if len(self.text) <= MOST_COMPARED else ()


def said(text: str) -> Said:
    head = words_of(text, end=MOST_COMPARED)
    return Said(text, head, head if len(text) <= MOST_COMPARED else words_of(text, start=len(text) - MOST_COMPARED))


class Fitting(NamedTuple):
    """A pattern that fits what was said, and what stands in its slot."""

    reading: Reading
    slot: str


class Letter:
    """Knows the words that handlers declared, and takes them as they stand, but for slips of the finger."""

    def __init__(self, intents: Sequence[IntentWords]) -> None:
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
        self._marked = _by_first_word(phrase for phrase in patterns if phrase.marked)
        self._unmarked = _by_first_word(phrase for phrase in patterns if not phrase.marked)
        self._cores: dict[tuple[str, ...], list[tuple[tuple[str, ...], str]]] = defaultdict(list)
        """By the letters that their words begin with, which no slip changes."""
        for phrase in self._phrases:
            if core := () if phrase.after else _core(phrase.before):
                self._cores[_initials(core)].append((core, phrase.intent))

    def surely(self, said: Said) -> Reading | None:
        """A command, a phrase that is all that was said, or a pattern with its mark."""
        marked = _by_pattern(self._marked, said)
        return self._command(said.text) or (marked and marked.reading) or _exactly(self._plain, said.whole)

    def loosely(self, said: Said) -> Fitting | None:
        """A pattern that fits at the beginning, or at the end: a text that means something else could as well."""
        return _by_pattern(self._unmarked, said)

    def nearly(self, said: Said) -> Reading | None:
        """A pattern without what belongs into its slot, or a phrase with small words and slips of the finger."""
        return _exactly(self._slotless, said.whole) or self._marked_slip(said) or self._unmistakably(said.whole)

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

    def _marked_slip(self, said: Said) -> Reading | None:
        """A slip of a command, and a colon: "relfect: today …"."""
        if not said.head or not _marked(said.text, said.head[0].end):
            return None
        intent = self._slip_of_a_command(said.head[0].plain)
        return None if intent is None else self._with_rest(intent, _after_mark(said.text, said.head[0].end))

    def _unmistakably(self, head: Sequence[Word]) -> Reading | None:
        """One intent whose phrase is all that was said, but for small words and slips of the finger."""
        core = _core([word.plain for word in head])
        meant = {intent for words, intent in self._cores.get(_initials(core), ()) if all(map(is_slip, core, words))}
        return Reading(meant.pop()) if core and len(meant) == 1 else None


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


def _initials(words: Sequence[str]) -> tuple[str, ...]:
    return tuple(word[0] for word in words)


def _by_first_word(patterns: Iterable[Phrase]) -> Mapping[str, Sequence[Phrase]]:
    """Those that begin with this word; with none, those that begin with their slot."""
    found: dict[str, list[Phrase]] = defaultdict(list)
    for phrase in patterns:
        found[phrase.before[0] if phrase.before else ""].append(phrase)
    return found


def _by_pattern(patterns: Mapping[str, Sequence[Phrase]], said: Said) -> Fitting | None:
    """The longest pattern that fits at the start, or after small words such as "could you please"."""
    for first, word in enumerate(said.head[:_MOST_SMALL]):
        for phrase in (*patterns.get(word.plain, ()), *patterns.get("", ())):
            if slot := _slot(phrase, said, first):
                reading = Reading(phrase.intent, {phrase.slot: slot}, loosely=not phrase.marked)
                return Fitting(reading, slot)
        if word.plain not in _SMALL:
            break
    return None


def _slot(phrase: Phrase, said: Said, first: int) -> str:
    """What stands in the pattern's slot, as it was typed; empty where the text is not of this pattern."""
    text, head, tail = said
    fixed = first + len(phrase.before)
    if tuple([word.plain for word in head[first:fixed]]) != phrase.before:
        return ""
    start = head[fixed - 1].end if phrase.before else head[first].start
    if phrase.marked and not _marked(text, start):
        return ""
    if not phrase.after:
        slot = _after_mark(text, start).strip()
        return slot if phrase.marked or slot.strip(_ENDINGS) else ""
    last = tail[-len(phrase.after) :]
    if tuple([word.plain for word in last]) != phrase.after or last[0].start <= start:
        return ""
    return _after_mark(text[: last[0].start], start).strip()


_ENDINGS = " ?!.,;:…'\"’”"
_MARK = re.compile(r"[ \t]{0,9}[:–—-]|[ \t]{0,9}\n")


def _marked(text: str, at: int) -> bool:
    return _MARK.match(text, at) is not None


def _after_mark(text: str, at: int) -> str:
    found = _MARK.match(text, at)
    return text[found.end() if found else at :]
