"""What was understood, and how surely: what the chat goes by."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace

MOST_GUESSES = 3
SURE = 0.55
"""From here on it goes ahead."""
LIKELY = 0.15
"""From here on it is offered."""
_JUST_THERE = 1.25
"""By how much likelier it is that somebody goes on with what they have just been doing."""


@dataclass(frozen=True)
class Candidate:
    """An intent that may be meant, how surely (from 0 to 1), and what was said for its slots."""

    intent: str
    confidence: float
    slots: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Reading:
    """What was understood. Without an intent it is not sure enough to go ahead, and `guesses` are to be offered."""

    intent: str | None = None
    slots: Mapping[str, str] = field(default_factory=dict)
    guesses: tuple[str, ...] = ()
    """At most three intents, best first; none where there is an intent."""
    loosely: bool = field(default=False, compare=False)
    """Only how it begins, or ends, was declared, or it was only learnt: it could mean something else as well."""
    candidates: tuple[Candidate, ...] = field(default=(), compare=False)
    """What it may mean by what was learnt, best first; none where its words were declared."""

    def settled(self, open_to: Collection[str], lately: str = "") -> "Reading":
        """What it means from somebody to whom these intents are open, and who has just been at this one.

        What was declared stays as it is. What is not open counts only where nothing that is open comes into question.
        """
        if not self.candidates:
            return self
        weighed = [
            replace(each, confidence=min(1.0, each.confidence * (_JUST_THERE if each.intent == lately else 1)))
            for each in self.candidates
        ]
        mine = [each for each in weighed if each.intent in open_to]
        likely = any(each.confidence >= LIKELY for each in mine)
        return decided(mine if likely else weighed)


def decided(candidates: Iterable[Candidate]) -> Reading:
    """Sure of the best, or a few guesses, or nothing."""
    ranked = tuple(sorted(candidates, key=lambda each: -each.confidence))
    if ranked and ranked[0].confidence >= SURE:
        return Reading(ranked[0].intent, ranked[0].slots, loosely=True, candidates=ranked)
    guesses = tuple(each.intent for each in ranked[:MOST_GUESSES] if each.confidence >= LIKELY)
    return Reading(guesses=guesses, candidates=ranked)
