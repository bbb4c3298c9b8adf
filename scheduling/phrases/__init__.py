"""Typed times: the one place that reads "next Tuesday 14:00" or "half two tomorrow".

A text is read as a row of parts (a day, a clock time, a part of a day) by a small British grammar, and only where every
word of it was understood. What the grammar does not know goes to dateparser, where it looks like a date at all.
"""

from scheduling.phrases.reading import MOST_TYPED, read_time, warm

__all__ = ["MOST_TYPED", "read_time", "warm"]
