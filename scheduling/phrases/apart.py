"""What somebody wants to be reminded of, told apart from when: "on Monday at 9 to ring the chair", in any order."""

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import islice
from zoneinfo import ZoneInfo

from bot.chat.errors import Ambiguous, Refusal
from scheduling.phrases.exceptions import Except, except_at
from scheduling.phrases.meaning import Reader
from scheduling.phrases.nowhere import nowhere_in
from scheduling.phrases.often import read_repeating
from scheduling.phrases.pieces import PARTS_AGAIN
from scheduling.phrases.reading import moment_of, read_time
from scheduling.phrases.repeating import Repeating
from scheduling.phrases.rules import Again, often_at
from scheduling.phrases.times import find_times
from scheduling.phrases.words import words_of

LONGEST = 14
"""As many words may say when, where it comes again."""

MOST_TOLD = 2_000
"""Characters: what is longer is no line that somebody wants to be reminded by."""

NOT_LEFT_OUT = (
    "I can leave out weekdays and whole months, but no single dates or bank holidays. Please say it without those."
)

_MARKS = ":,–—-"
_ENDINGS = " .,;!?"
_JOINT = re.compile(r"(?:to|that|about|of)\b\s*|[:,–—-]\s*", re.IGNORECASE)
_SOON = re.compile(r"in\s+(?P<minutes>[1-9]\d?)\b(?=\s*$|\s*[:,]|\s+(?:to|that)\b)", re.IGNORECASE)
"""Where so many of something is meant, it is minutes."""
_COURTESY = re.compile(r"[\s,]*\b(?:please|thanks|thank you|ta|cheers)[\s.!]*$", re.IGNORECASE)
_BEFORE = re.compile(r"(?:^|\s)(?:on|at|by|in|from|for|@)\s*$", re.IGNORECASE)
"""What belongs to the time that stands after it."""
_INNER_JOINT = re.compile(r"(?:\s+(?:to|that|about)\b|[:,]|\s[–—-])\s", re.IGNORECASE)


@dataclass(frozen=True)
class Apart:
    """What, and when. Either may not have been said, or not so that it could be read."""

    words: str
    when: datetime | Repeating | None = None
    fault: Refusal | None = None
    """Why what was said of when can't be taken."""


def read_when(text: str, now: datetime, zone: ZoneInfo) -> datetime | Repeating:
    """A moment, or what comes again. Raises Refusal."""
    return read_repeating(text, now, zone) or read_time(text, now, zone)


def told_apart(text: str, now: datetime, zone: ZoneInfo) -> Apart:
    """The words without the part of them that says when, wherever it stands. Raises Unsure."""
    text = text.strip()
    if len(text) > MOST_TOLD:
        return Apart(text)
    text = _COURTESY.sub("", text)
    nowhere = nowhere_in((words := words_of(text)).text)
    span = words.span(*nowhere.said) if nowhere else (0, 0)
    if nowhere and not _is_of_the_rest(text, span, now, zone):
        return Apart(_what_of(_cut(text, *span), now, zone), fault=nowhere.refusal)
    return _told_apart(text, now, zone)


def _told_apart(text: str, now: datetime, zone: ZoneInfo) -> Apart:
    again = _again(text, now, zone)
    if again is not None:
        return _without_exceptions(again, now, zone)
    return _once(text, now, zone) or Apart(_without_joint(text))


def _is_of_the_rest(text: str, span: tuple[int, int], now: datetime, zone: ZoneInfo) -> bool:
    """Whether a day that there is not stands among the words, and when was said apart: "the 31 June figures"."""
    try:
        apart = _told_apart(text, now, zone)
    except Ambiguous:
        return False
    said = text[slice(*span)]
    return (
        apart.when is not None
        and said in apart.words
        and not apart.words.startswith(said)
        and (not apart.words.endswith(said))
    )


def _what_of(text: str, now: datetime, zone: ZoneInfo) -> str:
    try:
        return _told_apart(text, now, zone).words
    except Ambiguous as ambiguous:
        return _without_joint(_cut(text, *ambiguous.said))


# ---------------------------------------------------------------- once


def _once(text: str, now: datetime, zone: ZoneInfo) -> Apart | None:
    """What stands before "to" or a colon, if that is a time, goes before what is said later on."""
    if soon := _SOON.match(text):
        return Apart(
            _without_joint(text[soon.end() :]), (now + timedelta(minutes=int(soon["minutes"]))).astimezone(zone)
        )
    span = next((end for end in _heads(text) if _is_a_time(text[:end], now, zone)), None)
    start, end = (0, span) if span else _span(text, now, zone) or (0, 0)
    if start == end:
        return None
    said, left = text[start:end], _cut(text, start, end)
    more = _at_an_end(left, now, zone)
    if more and (both := _together(f"{said.strip()} {left[slice(*more)]}", now, zone)):
        return Apart(_without_joint(_cut(left, *more)), both)
    return Apart(_without_joint(left), _moment(said, now, zone))


def _heads(text: str) -> Iterator[int]:
    """Where a joint begins, rather late."""
    joints = list(islice(_INNER_JOINT.finditer(text), LONGEST))
    return (joint.start() for joint in reversed(joints))


def _span(text: str, now: datetime, zone: ZoneInfo) -> tuple[int, int] | None:
    """Where the time stands, rather at an end than in the middle."""
    times = find_times(text, now, zone)
    if times is not None and _ends_there(text, *times.said):
        return times.said
    return _at_an_end(text, now, zone) or (times.said if times else _gone_by(text, now, zone))


def _at_an_end(text: str, now: datetime, zone: ZoneInfo) -> tuple[int, int] | None:
    """Where a time stands at one end of the words, as long as it can be."""
    words = list(re.finditer(r"\S+", text))
    tails = ((word.start(), len(text)) for word in words[-LONGEST:])
    heads = ((0, word.end()) for word in reversed(words[:LONGEST]))
    return next((span for span in (*tails, *heads) if _is_found(text[slice(*span)], now, zone)), None)


def _gone_by(text: str, now: datetime, zone: ZoneInfo) -> tuple[int, int] | None:
    """Where a time stands at the end that lies behind, which is none that is found."""
    for word in list(re.finditer(r"\S+", text))[-LONGEST:]:
        with suppress(Refusal):
            if read_time(text[word.start() :], now, zone) <= now:
                return word.start(), len(text)
    return None


def _is_found(words: str, now: datetime, zone: ZoneInfo) -> bool:
    times = find_times(words, now, zone)
    return times is not None and _ends_there(words, 0, times.said[1]) and not _cut(words, *times.said).strip(_ENDINGS)


def _ends_there(text: str, start: int, end: int) -> bool:
    """Whether nothing is said before it, or nothing after it."""
    return not _BEFORE.sub("", text[:start]).strip() or not text[end:].strip(_ENDINGS)


def _is_a_time(words: str, now: datetime, zone: ZoneInfo) -> bool:
    """Whether all of these words say when."""
    if not words.strip(f" {_MARKS}"):
        return False
    try:
        read_time(words, now, zone)
    except Ambiguous:
        return True
    except Refusal:
        return False
    return True


def _moment(words: str, now: datetime, zone: ZoneInfo) -> datetime | None:
    """The moment that these words mean, which may be of a month or a week. Raises Unsure."""
    try:
        return read_time(words, now, zone)
    except Ambiguous:
        raise
    except Refusal:
        times = find_times(words, now, zone)
        return moment_of(times.meant[0], zone) if times else None


def _together(words: str, now: datetime, zone: ZoneInfo) -> datetime | None:
    """The one time that both of them are: "tomorrow" and "at 10"."""
    try:
        return read_time(words, now, zone)
    except Refusal:
        return None


# ---------------------------------------------------------------- again and again


def _again(text: str, now: datetime, zone: ZoneInfo) -> Apart | None:
    """The same of what comes again, at one end of the words, or some of it at each."""
    excepted = _excepted(text, now, zone)
    cues = [cue for cue in _cues(text) if not _within(cue, excepted)]
    if not cues:
        return None

    def read(said: str) -> Repeating | None:
        try:
            return read_repeating(said, now, zone)
        except Refusal:
            return None

    words = list(re.finditer(r"\S+", text))
    starts = [word.start() for word in words[-LONGEST:] if not _within(word.start(), excepted)]
    for end in _ends(text):
        if _within(end, excepted):
            continue
        begins = text[:end].rstrip(_MARKS)
        if when := read(begins):
            for start in (start for start in starts if start > end):
                if both := read(f"{begins} {text[start:]}"):
                    return Apart(_without_joint(text[end:start]), both)
            return Apart(_without_joint(text[end:]), when)
    for start in starts:
        if when := read(text[start:]):
            return Apart(_without_joint(text[:start]), when)
    for start in cues:
        for end in _ends(text[start:]):
            if when := read(text[start : start + end]):
                return Apart(_without_joint(_cut(text, start, start + end)), when)
    return None


def _cues(text: str) -> list[int]:
    """Where in the text it begins to be said that something comes again."""
    words = words_of(text)
    return [words.span(at, at + 1)[0] for at in words.at if _is_again(words.text, at)]


def _is_again(words: str, at: int) -> bool:
    """Whether what begins at this place says that something comes again: "every day", "weekday mornings"."""
    try:
        often = often_at(words, at)
    except ValueError:
        return False
    if often and often[0].again >= Again.LIKELY:
        return True
    return PARTS_AGAIN.match(words, often[1] if often else at) is not None


def _excepted(text: str, now: datetime, zone: ZoneInfo) -> list[tuple[Except, int, int]]:
    """When it does not come, and where in the text that is said."""
    words, reader = words_of(text), Reader(now, zone)
    found: list[tuple[Except, int, int]] = []
    for at in words.at:
        with suppress(ValueError, OverflowError):
            if without := except_at(words.text, at, reader):
                found.append((without[0], *words.span(at, without[1])))
    return found


def _within(place: int, excepted: list[tuple[Except, int, int]]) -> bool:
    return any(start < place < end for _, start, end in excepted)


def _without_exceptions(apart: Apart, now: datetime, zone: ZoneInfo) -> Apart:
    """The same, where none of its words say when it does not come; else it is not known when."""
    for without, start, end in _excepted(apart.words, now, zone):
        if start == 0 or ((without.holidays or without.oftens) and end == len(apart.words)):
            return Apart(_without_joint(_cut(apart.words, start, end)), fault=Refusal(NOT_LEFT_OUT))
    return apart


def _ends(text: str) -> list[int]:
    """Where what says when may end, if it stands first: rather before a joint, and rather late."""
    if _JOINT.match(text):
        return []
    ends = [word.end() for word in islice(re.finditer(r"\S+", text), LONGEST)][::-1]
    joined = [end for end in ends if text[end - 1] in _MARKS or _JOINT.match(text[end:].lstrip())]
    return [*joined, *ends]


# ---------------------------------------------------------------- the words


def _cut(text: str, start: int, end: int) -> str:
    """What is left, one space where the time stood."""
    before, after = _BEFORE.sub("", text[:start]).rstrip(), text[end:].lstrip()
    return f"{before} {after}".strip() if before and after and after[0].isalnum() else f"{before}{after}"


def _without_joint(words: str) -> str:
    words = words.strip().strip(_MARKS).strip()
    return words[found.end() :].strip() if (found := _JOINT.match(words)) else words
