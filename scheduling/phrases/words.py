"""The words that times are typed in: small letters, numbers as digits, and slips of the finger put right."""

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass

from scheduling.phrases.names import DAYS, listed
from scheduling.phrases.spelling import SPELT, repaired

_UNDER_TWENTY = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "ninety": 90}
_NUMBERS = {word: number for number, word in enumerate(_UNDER_TWENTY)} | _TENS
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fifth": 5, "eighth": 8, "ninth": 9, "twelfth": 12}
_ORDINALS |= {"twentieth": 20, "thirtieth": 30}
_ORDINALS |= {
    f"{word}th": number for number, word in enumerate(_UNDER_TWENTY) if number in (4, 6, 7, 10, 11) or number > 12
}
_KEPT = frozenset({"first", "second", "third", "fourth"})
"""Ordinals that stay words by themselves: "first thing", "the second of May"."""

_OF_DAYS = frozenset((*DAYS, *(day[:3] for day in DAYS), "today", "tomorrow", "tonight", "weekend", "morning"))

_BEFORE_ONE = listed(
    """
    at half past to from until between around about after before by - say and in or / within
    """
)
_AFTER_ONE = listed(
    """
    o'clock oclock pm am hour hours week weeks day days month fortnight hr to until till til - ish tomorrow today
    minute
    """
)
_WORD = re.compile(
    r"(?P<half>[ap]\. ?m\b\.?)|(?P<number>\d+)|(?P<word>[^\W\d_]+(?:['’‘`´][^\W\d_]+)*)['’‘`´]?|(?P<mark>\S)",
    re.IGNORECASE,
)
_APOSTROPHE = re.compile(r"[’‘`´]")
_OPENING_QUOTE = re.compile(r"['’‘`´](?=[^\W\d_])")
_DASHES = frozenset("–—−‒‑")


@dataclass(slots=True)
class _Word:
    """A word, a number or a mark, as it was typed and as it is read."""

    read: str
    start: int
    end: int
    apart: bool
    """Whether there was a space before it."""


@dataclass(frozen=True)
class Words:
    """A text in small letters, one space apart, numbers as digits, slips put right; and where each word was typed."""

    text: str
    typed: list[tuple[int, int]]
    at: list[int]
    """Where in the text each word begins."""

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where these words were typed."""
        first, last = bisect_right(self.at, start) - 1, bisect_right(self.at, max(start, end - 1)) - 1
        return self.typed[first][0], self.typed[last][1]


def plain(text: str) -> str:
    """The text in small letters, one space apart, with numbers as digits and slips of the finger put right."""
    return words_of(text).text.strip(" .,;!?")


def words_of(text: str) -> Words:
    read: list[str] = []
    typed: list[tuple[int, int]] = []
    at: list[int] = []
    length = 0
    for word in _joined(_split(text)):
        if not word.read:
            continue
        if word.apart and read:
            read.append(" ")
            length += 1
        at.append(length)
        typed.append((word.start, word.end))
        read.append(word.read)
        length += len(word.read)
    return Words("".join(read), typed, at)


def _split(text: str) -> list[_Word]:
    words, last = [], 0
    for found in _WORD.finditer(text):
        read, kind = found[0].casefold(), found.lastgroup
        if _OPENING_QUOTE.match(text, found.start()) and found.start() >= last:
            continue  # "10 'til 12"
        if not read.isascii():
            read = _APOSTROPHE.sub("'", unicodedata.normalize("NFKC", read))
        if kind == "half":
            read = f"{read[0]}m"
        elif kind == "mark":
            read = "-" if read in _DASHES else SPELT.get(read, read)
        words.append(_Word(read, found.start(), found.end(), found.start() > last))
        last = found.end()
    return words


def _joined(words: list[_Word]) -> list[_Word]:
    """The same with what belongs together put together: "twenty five", "2moro", the T of "2027-01-14T10:00"."""
    joined: list[_Word] = []
    at = 0
    while at < len(words):
        word, after = words[at], words[at + 1 : at + 3]
        near = after[0] if after and not after[0].apart else None
        if word.read in ("at", "and", "about") and near:
            near.apart = True  # "@3pm"
        if near and word.read + near.read in SPELT:
            word, at = _Word(SPELT[word.read + near.read], word.start, near.end, word.apart), at + 1
        elif word.read in _TENS and after and (number := _units(word, after)):
            # "twenty five", "twenty-first"
            end = after[-1] if after[0].read == "-" else after[0]
            word, at = _Word(number, word.start, end.end, word.apart), at + 1 + (end is not after[0])
        elif (clock := _spelt_clock(word, after)) and not (joined and joined[-1].read in ("to", "past", "half")):
            word, at = _Word(clock[0], word.start, clock[1].end, word.apart), at + clock[2]
        elif word.read == "t" and joined and joined[-1].read.isdecimal() and near and near.read.isdecimal():
            near.apart = True
            word.read = ""
        elif word.read in ("5", "10", "five", "ten") and not word.read.isdecimal() and _minutes_to(joined, after):
            word.read = f"{_NUMBERS[word.read]} min"
        elif word.read == "one" and not _is_a_number(joined, after):
            pass
        else:
            word.read = _right(word.read)
            if word.read.endswith(" 's"):
                joined.append(_Word(word.read[:-3], word.start, word.end - 2, word.apart))
                word = _Word("'s", word.end - 2, word.end, apart=True)
        joined.append(word)
        at += 1
    return joined


def _is_a_number(before: list[_Word], after: list[_Word]) -> bool:
    """Whether "one" is a number here, and not somebody or something."""
    return bool((before and before[-1].read in _BEFORE_ONE) or (after and after[0].read in _AFTER_ONE))


def _units(tens: _Word, after: list[_Word]) -> str:
    unit = after[0].read
    if unit == "-" and len(after) > 1 and not after[1].apart:
        unit = after[1].read
    if 0 < _NUMBERS.get(unit, 0) < 10:
        return str(_TENS[tens.read] + _NUMBERS[unit])
    if 0 < _ORDINALS.get(unit, 10) < 10:
        return ordinal(_TENS[tens.read] + _ORDINALS[unit])
    return ""


def _spelt_clock(hour: _Word, after: list[_Word]) -> tuple[str, _Word, int] | None:
    """The "2:30" of "two thirty", its last word, and how many words follow the first."""
    if not 0 < _NUMBERS.get(hour.read, 0) < 13 or not after:
        return None
    if after[0].read == "-" and len(after) > 1 and not after[1].apart and 10 < _NUMBERS.get(after[1].read, 0) < 60:
        return f"{_NUMBERS[hour.read]}:{_NUMBERS[after[1].read]}", after[1], 2
    first = after[0].read
    if first in ("oh", "o") and len(after) > 1 and 0 < _NUMBERS.get(after[1].read, 0) < 10:
        return f"{_NUMBERS[hour.read]}:0{_NUMBERS[after[1].read]}", after[1], 2
    if first in _TENS and len(after) > 1 and 0 < _NUMBERS.get(after[1].read, 0) < 10 and _TENS[first] < 60:
        return f"{_NUMBERS[hour.read]}:{_TENS[first] + _NUMBERS[after[1].read]}", after[1], 2
    minutes = _NUMBERS.get(first, 0)
    if 10 <= minutes < 60 and not (
        len(after) > 1 and after[1].read in ("minute", "minutes", "mins", "min", "past", "to", "-")
    ):
        return f"{_NUMBERS[hour.read]}:{minutes}", after[0], 1
    return None


def _minutes_to(before: list[_Word], after: list[_Word]) -> bool:
    """Whether a spelt five or ten is of minutes: "ten to four", but not "from ten to four"."""
    if len(after) < 2 or after[0].read != "to" or not (after[1].read.isdecimal() or after[1].read in _NUMBERS):
        return False
    return not (before and before[-1].read in ("from", "between", "half", "past", "to"))


def ordinal(number: int) -> str:
    ending = "th" if 10 < number % 100 < 14 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def _right(word: str) -> str:
    """A word as it is read: a number in digits, another spelling or a slip put right."""
    if not word.isascii() or not word[0].isalpha():
        return word
    if word in _NUMBERS:
        return str(_NUMBERS[word])
    if word in _ORDINALS and word not in _KEPT:
        return ordinal(_ORDINALS[word])
    if word in SPELT:
        return SPELT[word]
    base, apostrophe, ending = word.partition("'")
    base = repaired(base)
    return f"{base} 's" if apostrophe and ending == "s" and base in _OF_DAYS else base + ending.replace("'", "")
