"""What handlers declare: the words of an intent, and the phrases they become."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from bot.chat.understanding.words import plain_words

_SLOT = re.compile(r"\{(\w+)\}")

FEWEST_AFTER = 3
"""So many words, at least, tell a phrase that begins with its slot from whatever else somebody may write."""


@dataclass(frozen=True)
class IntentWords:
    """The words of one intent: plain phrases, patterns with one slot ("search for {words}"), and a command."""

    name: str
    title: str
    """What a button that offers it says: "Write a reflection"."""
    phrases: tuple[str, ...]
    command: str = ""

    @property
    def said(self) -> str:
        """The words that ask for it and need no others."""
        return next(phrase for phrase in self.phrases if "{" not in phrase)


@dataclass(frozen=True)
class Phrase:
    """A declared phrase: the words before its slot, the slot, and the words after it.

    One that begins with its slot ("{name} is no longer a mentor") is known by at least three words after it.
    """

    intent: str
    before: tuple[str, ...]
    slot: str = ""
    after: tuple[str, ...] = ()
    marked: bool = False
    """Whether a colon, or the end of the line, has to stand before the slot."""


@cache
def phrase(intent: str, declared: str) -> Phrase:
    """Made once: a bot that starts again in the same process declares the same."""
    before, *rest = _SLOT.split(declared)
    slot, after = rest if len(rest) == 2 else ("", "")
    if len(rest) > 2 or not (plain_words(before) or len(plain_words(after)) >= FEWEST_AFTER):
        raise ValueError(f"the phrase “{declared}” of {intent} needs words first, and one slot at most")
    return Phrase(intent, plain_words(before), slot, plain_words(after), marked=before.rstrip().endswith(":"))


def commands_of(intents: Iterable[IntentWords]) -> dict[str, str]:
    """Each command, to its intent."""
    commands: dict[str, str] = {}
    for words in intents:
        command = words.command.casefold()
        if command and commands.setdefault(command, words.name) != words.name:
            raise ValueError(f"{commands[command]} and {words.name} both declare the command “{command}”")
    return commands


def phrases_of(intents: Iterable[IntentWords]) -> tuple[Phrase, ...]:
    """All phrases in the order of their declaration; a command typed without its stroke is one."""
    owners: dict[tuple[tuple[str, ...], bool, tuple[str, ...]], Phrase] = {}
    for words in intents:
        for declared in (*words.phrases, *filter(None, [words.command])):
            made = phrase(words.name, declared)
            owner = owners.setdefault((made.before, bool(made.slot), made.after), made)
            if owner.intent != words.name:
                raise ValueError(f"{owner.intent} and {words.name} both declare “{declared}”")
    return tuple(owners.values())
