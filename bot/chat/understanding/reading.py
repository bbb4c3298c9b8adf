"""Reads what somebody typed: surely, or with a few guesses, and never further than it is sure of."""

from collections.abc import Collection, Iterable

from bot.chat.understanding.declared import IntentWords
from bot.chat.understanding.letter import Letter, Said, said
from bot.chat.understanding.meant import Candidate, Reading, decided
from bot.chat.understanding.slots import FindWhen, found_in, slots_for
from bot.chat.understanding.taught import MOST_READ, taught_by
from bot.chat.understanding.words import plain_words

_MANY_WORDS = 3
"""A pattern whose slot is filled with so many is easily typed by whoever means something else."""
_PLAINLY = 0.92
"""So sure it has to be what else they mean …"""
_BEYOND_DOUBT = 0.96
"""… or so sure, where the slot is a word or two …"""
_SURER = 10
"""… and so many times surer than that the pattern is meant."""
_DATE = "date"
"""The slot of a pattern so short that it fits only with a day, and nothing else, in it: "not the 14th"."""
_ABOUT_A_TIME = frozenset(
    [
        *("about", "and", "any", "anything", "around", "at", "be", "better", "for", "free", "how", "i'd", "in"),
        *("instead", "is", "let's", "like", "maybe", "me", "no", "ok", "on", "or", "perhaps", "please", "prefer"),
        *("rather", "say", "show", "some", "something", "sometime", "the", "then", "there", "time", "times", "try"),
        *("what", "would"),
    ]
)
"""What may be said beside when, and means nothing else."""


class Understanding:
    """Knows the words that handlers declared, and what they teach. The same text is always read in the same way."""

    def __init__(self, intents: Iterable[IntentWords], find_when: FindWhen | None = None) -> None:
        intents = tuple(intents)
        self._letter = Letter(intents)
        self._taught = taught_by(intents)
        self._named = {words.name: words.slots for words in intents}
        self._find_when = find_when

    def read(self, text: str, names: Collection[str] = ()) -> Reading:
        """What this means; `names` are words in it that somebody goes by, though they have no capital letter."""
        heard = said(text.strip())
        return (
            self._letter.surely(heard)
            or self._by_pattern(heard, names)
            or self._letter.nearly(heard)
            or self.as_taught(heard.text, names)
        )

    def knows(self, word: str) -> bool:
        """Whether it is a word of some phrase, rather than a name."""
        return self._taught.knows(word)

    def is_command(self, text: str) -> bool:
        """Whether this begins with a command, or a slip of one."""
        return self._letter.is_command(text)

    def is_a_time(self, text: str) -> bool:
        """Whether this says when, and nothing else: "what about Thursday after 4?"."""
        span = self._find_when(text) if self._find_when else None
        return span is not None and _ABOUT_A_TIME.issuperset(plain_words(f"{text[: span[0]]} {text[span[1] :]}"))

    def _by_pattern(self, heard: Said, names: Collection[str]) -> Reading | None:
        """A pattern that fits; it gives way where something else was plainly meant, the sooner the longer its slot."""
        fits = self._letter.loosely(heard)
        if fits is None or (_DATE in fits.reading.slots and not self.is_a_time(f"the {fits.slot}")):
            return None
        taught = self.as_taught(heard.text, names)
        fitting = next((each.confidence for each in taught.candidates if each.intent == fits.reading.intent), 0.0)
        enough = _PLAINLY if len(fits.slot.split()) >= _MANY_WORDS else _BEYOND_DOUBT
        otherwise = taught.intent is not None and taught.candidates[0].confidence >= max(enough, _SURER * fitting)
        return taught if otherwise else fits.reading

    def as_taught(self, text: str, names: Collection[str] = ()) -> Reading:
        """What it means by all that was taught."""
        found = found_in(text[:MOST_READ], self._find_when, self.knows, names)
        return decided(
            Candidate(intent, confidence, slots_for(self._named[intent], found))
            for intent, confidence in self._taught.meanings(text, names).items()
        )
