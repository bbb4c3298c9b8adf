"""The words that times are typed in: small letters, numbers as digits, and slips of the finger put right."""

import re
import unicodedata

from rapidfuzz.distance import OSA

DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_NUMBERS = dict(
    zip(("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"), range(1, 11), strict=True)
)
_NUMBERS |= {"eleven": 11, "twelve": 12, "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50}
_NUMBERS |= {"sixty": 60, "ninety": 90}
_SPELT = {
    **dict.fromkeys(("tmw", "tmrw", "tmoro", "2moro", "2morrow", "tomoz"), "tomorrow"),
    **dict.fromkeys(("tonite", "2nite"), "tonight"),
    **dict.fromkeys(("wk", "wks"), "week"),
}

# What a slip of the finger is put right to: long words only, where one or two letters do not make another word.
_REPAIRABLE = (
    *DAYS,
    *(month for month in MONTHS if len(month) > 4),
    *("today", "tomorrow", "tonight", "morning", "lunchtime", "afternoon", "evening", "midday", "midnight"),
    *("minute", "minutes", "hours", "weeks", "month", "months", "fortnight", "weekend", "quarter", "christmas"),
    *("weekly", "monthly", "fortnightly", "weekday"),
)


def plain(text: str) -> str:
    """The text in small letters, one space apart, with numbers as digits and slips of the finger put right."""
    text = unicodedata.normalize("NFKC", text).casefold()
    text = re.sub(r"['’‘`]", "", text).replace("–", "-").replace("—", "-")
    text = re.sub(r"\b([ap])\.m\b\.?", r"\1m", text)
    text = re.sub(r"(\d)t(\d)", r"\1 \2", text)
    text = re.sub(
        r"\b(twenty|thirty|forty|fifty)[ -](one|two|three|four|five|six|seven|eight|nine)\b",
        lambda both: str(_NUMBERS[both[1]] + _NUMBERS[both[2]]),
        text,
    )
    text = re.sub(r"\b(?:[a-z]+|2[a-z]{3,})\b", lambda word: _repaired(word[0]), text)
    return " ".join(text.split()).strip(" .,;!?")


def _repaired(word: str) -> str:
    if word in _NUMBERS:
        return str(_NUMBERS[word])
    if word in _SPELT:
        return _SPELT[word]
    if len(word) < 5 or word in _REPAIRABLE or word.removesuffix("s") in _REPAIRABLE:
        return word
    slips = 1 if len(word) < 7 else 2
    near = [
        right for right in _REPAIRABLE if right[0] == word[0] and OSA.distance(word, right, score_cutoff=slips) <= slips
    ]
    return min(near, key=lambda right: OSA.distance(word, right), default=word)
