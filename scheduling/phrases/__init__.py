"""Typed times: the one place that reads "next Tuesday 14:00" or "half two tomorrow".

A text is read as a row of parts (a day, a clock time, a part of a day) by a small British grammar, and only where every
word of it was understood. What the grammar does not know goes to dateparser, where it looks like a date at all.
What comes again ("every other Friday at 16:00") is read as a rule and a time of day.
"""

from scheduling.phrases.apart import Apart, read_when, told_apart
from scheduling.phrases.often import read_repeating
from scheduling.phrases.reading import MOST_TYPED, read_time, warm
from scheduling.phrases.repeating import Repeating

__all__ = ["MOST_TYPED", "Apart", "Repeating", "read_repeating", "read_time", "read_when", "told_apart", "warm"]
