"""Typed times: the one place that reads "next Tuesday 14:00" or "half two tomorrow".

A text is read as a row of parts (a day, a clock time, a part of a day) by a small British grammar: words (`words`), the
parts that say when (`scanning`), alternatives and ranges (`joining`), the times that they mean (`meaning`). In a field
every word has to be understood (`reading`); what the grammar does not know goes to dateparser, where it looks like a
date at all. In a sentence the words around say whether it is a time and which of several is meant (`context`, `times`).
What comes again ("every other Friday at 16:00") is read as a rule and a time of day.
"""

from scheduling.phrases.apart import Apart, read_when, told_apart
from scheduling.phrases.availability import Availability
from scheduling.phrases.meant import How, Meant, Times, Unsure, spoken_meant
from scheduling.phrases.offers import read_availabilities, read_availability
from scheduling.phrases.often import read_repeating
from scheduling.phrases.reading import MOST_TYPED, read_time, read_times
from scheduling.phrases.repeating import Repeating
from scheduling.phrases.times import find_times
from scheduling.phrases.warming import warm

__all__ = [
    "MOST_TYPED",
    "Apart",
    "Availability",
    "How",
    "Meant",
    "Repeating",
    "Times",
    "Unsure",
    "find_times",
    "read_availabilities",
    "read_availability",
    "read_repeating",
    "read_time",
    "read_times",
    "read_when",
    "spoken_meant",
    "told_apart",
    "warm",
]
