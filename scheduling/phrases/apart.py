"""What somebody wants to be reminded of, told apart from when: "on Monday at 9 to ring the chair", in either order."""

import re
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from zoneinfo import ZoneInfo

from bot.chat.errors import Refusal
from scheduling.phrases.often import read_repeating
from scheduling.phrases.reading import read_time
from scheduling.phrases.repeating import Repeating
from scheduling.phrases.words import DAYS, MONTHS

LONGEST = 14
"""As many words may say when."""

_MARKS = ":,–—-"
_JOINT = re.compile(r"(?:to|that|about|of)\b\s*|[:,–—-]\s*", re.IGNORECASE)
_OPENS = frozenset(
    [
        *(
            "on",
            "at",
            "@",
            "in",
            "by",
            "from",
            "every",
            "each",
            "daily",
            "weekly",
            "monthly",
            "fortnightly",
            "weekdays",
        ),
        *("today", "tomorrow", "tonight", "tmrw", "this", "next", "first", "half", "quarter", "noon", "midday", "a"),
        *(day[:length] for day in DAYS for length in (3, 4, 5, len(day))),
        *(f"{day}s" for day in DAYS),
    ]
)
_MONTHS = frozenset(name[:length] for name in MONTHS for length in (3, 4, len(name)))
_CLOCK = re.compile(r"\d{1,2}(?:[:.]\d\d)?(?:am|pm)|\d{1,2}[:.]\d\d|\d{1,2}/\d.*", re.IGNORECASE)


@dataclass(frozen=True)
class Apart:
    """What, and when. Either may not have been said, or not so that it could be read."""

    words: str
    when: datetime | Repeating | None = None


def read_when(text: str, now: datetime, zone: ZoneInfo) -> datetime | Repeating:
    """A moment, or what comes again. Raises Refusal."""
    return read_repeating(text, now, zone) or read_time(text, now, zone)


def told_apart(text: str, now: datetime, zone: ZoneInfo) -> Apart:
    """The words without the part of them that says when, wherever it stands: at one end, or some of it at each."""

    def read(said: str) -> datetime | Repeating | None:
        try:
            return read_when(said, now, zone)
        except Refusal:
            return None

    text = text.strip()
    starts = [start for start in _starts(text) if read(text[start:])]
    for end in _ends(text):
        begins = text[:end].rstrip(_MARKS)
        if when := read(begins):
            for start in (start for start in starts if start > end):
                if both := read(f"{begins} {text[start:]}"):
                    return Apart(_without_joint(text[end:start]), both)
            return Apart(_without_joint(text[end:]), when)
    for start in starts[:1]:
        return Apart(_without_joint(text[:start]), read(text[start:]))
    return Apart(_without_joint(text))


def _ends(text: str) -> list[int]:
    """Where what says when may end, if it stands first: rather before a joint, and rather late."""
    if _JOINT.match(text):
        return []
    ends = [word.end() for word in islice(re.finditer(r"\S+", text), LONGEST)][::-1]
    joined = [end for end in ends if text[end - 1] in _MARKS or _JOINT.match(text[end:].lstrip())]
    return [*joined, *ends]


def _starts(text: str) -> list[int]:
    """Where what says when may begin, if it stands last: rather early."""
    starts = [word.start() for word in re.finditer(r"\S+", text)][-LONGEST:]
    return [start for start in starts if _may_begin(text[start:])]


def _may_begin(rest: str) -> bool:
    """Whether words that end a sentence may say when: not from a mere number on, nor from the middle of a time."""
    first, _, others = rest.casefold().partition(" ")
    if first.isdecimal() or re.fullmatch(r"\d{1,2}(?:st|nd|rd|th)", first):
        return others.removeprefix("of ").split(" ")[0].strip(",.") in _MONTHS
    return first.strip(",") in _OPENS or _CLOCK.match(first) is not None


def _without_joint(words: str) -> str:
    words = words.strip().strip(_MARKS).strip()
    return words[found.end() :].strip() if (found := _JOINT.match(words)) else words
