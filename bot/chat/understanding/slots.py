"""The very words that say when, with whom, which module, for how long and about what."""

import re
from collections.abc import Callable, Collection, Mapping, Sequence

from bot.chat.understanding.concepts import NAME, UNKNOWN
from bot.chat.understanding.words import words_of

FindWhen = Callable[[str], tuple[int, int] | None]
"""Where in a text a time stands; None where there is none in it."""

_LENGTHS = "hours?|hrs?|minutes?|mins?"
_REMINDED = "remind(?:er)?|nudge|prompt|ping|poke|prod|alert|remember|forget"
_NO_TOPIC = r"(?!module|my\b|the (?:programme|group|cohort))"


def _spelt(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE | re.DOTALL)


_PATTERNS: Mapping[str, re.Pattern[str]] = {
    "module": _spelt(r"\b(mod(?:ule)?s?\s{0,3}(?:\d{1,2}|one|two|three|four|five|six|seven|eight))\b"),
    "duration": _spelt(rf"(?<!\bin )\b((?:\d{{1,3}}|an?|one|two|half an?)\s{{0,3}}(?:{_LENGTHS}))\b(?! later)"),
    "code": re.compile(
        r"\b(?:codes?|pin|join|verify)\b[^\n]{0,40}?\b((?=[\w-]{0,19}\d)[A-Z0-9]{2,8}(?:[ -][A-Z0-9]{2,8}){0,4})\b"
    ),
    "what": _spelt(rf"\b(?:{_REMINDED})\s+(?:me\s+)?(\S.*?)\s*$"),
    "text": _spelt(r"^[^\n:“\"]{2,60}[:“\"]\s{0,9}(\S[^”\"]*?)[”\"]?\s*$"),
    "topic": _spelt(rf"\A.*\b(?:on|about|regarding|around|in|with)\s+{_NO_TOPIC}([^,.?!;:\n]{{3,60}})"),
}
_ENDED = re.compile(r"[.?!:;]\s*$")
_POSSESSIVE = re.compile(r"['’]s$")

_KINDS: Mapping[str, Sequence[str]] = {
    "when": ("when", "time", "day", "days", "date", "hours", "hour"),
    "person": ("person", "coach", "name", "mentor"),
    "module": ("module", "event", "number"),
    "duration": ("duration",),
    "topic": ("topic",),
    "code": ("code",),
    "what": ("what",),
    "text": ("text", "words"),
}
"""Each kind, and the slots of handlers that hold it."""
_KIND_OF = {slot: kind for kind, slots in _KINDS.items() for slot in slots}

_EXAMPLES = {"when": "tomorrow", "duration": "hour", "person": NAME, "module": "3"}


def found_in(
    text: str, find_when: FindWhen | None, knows: Callable[[str], bool], names: Collection[str]
) -> Mapping[str, str]:
    """What each kind of slot would hold, as it was typed."""
    found = {kind: said[1].strip() for kind, pattern in _PATTERNS.items() if (said := pattern.search(text)) is not None}
    if name := _name_in(text, knows, names):
        found["person"] = name
    if find_when is not None and (span := find_when(text)) is not None:
        found["when"] = text[span[0] : span[1]]
    return found


def _name_in(text: str, knows: Callable[[str], bool], names: Collection[str]) -> str:
    """The first words with capital letters that stand inside a sentence, or names, and are no words that are known."""
    run: tuple[int, int] | None = None
    before = 0
    for word in words_of(text):
        plain = _POSSESSIVE.sub("", word.plain)
        begins = before == 0 or _ENDED.search(text[before : word.start]) is not None
        is_name = not knows(plain) and (word.plain in names or (word.capital and not begins))
        if is_name and (run is None or run[1] + 1 == word.start):
            run = (run[0] if run else word.start, word.end)
        elif run is not None:
            break
        before = word.end
    return _POSSESSIVE.sub("", text[run[0] : run[1]]) if run else ""


def slots_for(named: Sequence[str], found: Mapping[str, str]) -> dict[str, str]:
    """The slots that an intent names, as far as something was said for them."""
    return {slot: found[_KIND_OF[slot]] for slot in named if _KIND_OF.get(slot) in found}


def example_of(slot: str) -> str:
    """What may stand there, for a phrase that teaches; anything at all where nothing certain does."""
    return _EXAMPLES.get(_KIND_OF.get(slot, ""), UNKNOWN)
