"""What handlers declare: the words of an intent, and the phrases they become."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from bot.chat.understanding.words import plain_words

_SLOT = re.compile(r"\{(\w+)\}")
_ALTERNATIVES = re.compile(r"\(([^()]*\|[^()]*)\)")

FEWEST_AFTER = 3
"""So many words, at least, tell a phrase that begins with its slot from whatever else somebody may write."""


@dataclass(frozen=True)
class IntentWords:
    """The words of one intent: plain phrases, patterns with one slot ("search for {words}"), and a command.

    A phrase with alternatives ("(write|add) (a|my|) note"), or with several slots, is one of many ways to say it: it
    teaches, and is never taken for all that somebody may want. One that is nothing but alternatives is several phrases.
    """

    name: str
    title: str
    """What a button that offers it says: "Write a reflection"."""
    phrases: tuple[str, ...]
    command: str = ""

    @property
    def said(self) -> str:
        """The words that ask for it and need no others."""
        return next(phrase for phrase in self.phrases if "{" not in phrase and not teaches_only(phrase))

    @property
    def slots(self) -> tuple[str, ...]:
        """The slots that its phrases name, in the order of their declaration."""
        return tuple(dict.fromkeys(slot for phrase in self.phrases for slot in _SLOT.findall(phrase)))


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


def phrases_in(text: str) -> tuple[str, ...]:
    """Phrases as they are written down, one a line; a line that is further in goes on with the one before."""
    return tuple(text.strip().replace("\n    ", " ").splitlines())


def teaches_only(phrase: str) -> bool:
    """Whether this is one of many ways to say something, rather than words to be taken to the letter."""
    return len(_SLOT.findall(phrase)) > 1 or _ALTERNATIVES.search(phrase) is not None


def to_the_letter(phrase: str) -> list[str]:
    """What of it is taken to the letter: itself, or each of its words where it is nothing but alternatives."""
    if (alone := _ALTERNATIVES.fullmatch(phrase)) is not None:
        return [words for words in alone[1].split("|") if words and not _SLOT.search(words)]
    return [] if teaches_only(phrase) else [phrase]


def ways(phrase: str) -> list[str]:
    """What it teaches: each alternative at least once, and not each with each."""
    pieces = [part.split("|") if at % 2 else [part] for at, part in enumerate(_ALTERNATIVES.split(phrase))]
    most = max(map(len, pieces))
    # Groups turn at different paces, so that the same alternatives do not always meet.
    made = [
        "".join(piece[(turn * (1 + group // 2 % 2) + group) % len(piece)] for group, piece in enumerate(pieces))
        for turn in range(most)
    ]
    return list(dict.fromkeys(" ".join(way.split()) for way in made))


@cache
def phrase(intent: str, declared: str) -> Phrase:
    """Made once: a bot that starts again in the same process declares the same."""
    before, *rest = _SLOT.split(declared)
    slot, after = rest if len(rest) == 2 else ("", "")
    if not (plain_words(before) or len(plain_words(after)) >= FEWEST_AFTER):
        raise ValueError(f"the phrase “{declared}” of {intent} needs words first")
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
    """All phrases that are taken to the letter, in the order of their declaration; a command typed without its stroke
    is one."""
    owners: dict[tuple[tuple[str, ...], bool, tuple[str, ...]], Phrase] = {}
    for words in intents:
        letters = (letter for declared in words.phrases for letter in to_the_letter(declared))
        for letter in (*letters, *filter(None, [words.command])):
            made = phrase(words.name, letter)
            owner = owners.setdefault((made.before, bool(made.slot), made.after), made)
            if owner.intent != words.name:
                raise ValueError(f"{owner.intent} and {words.name} both declare “{letter}”")
    return tuple(owners.values())
