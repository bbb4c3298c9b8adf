"""Whatever is typed: what is found lies ahead, and the work grows no faster than the text."""

import sys
from collections.abc import Callable
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scheduling.phrases import find_times, spoken_meant
from scheduling.phrases.names import DAYS, MONTHS

LONDON = ZoneInfo("Europe/London")
NOW = datetime(2027, 2, 3, 12, 30, tzinfo=UTC)  # a Wednesday

_SAID = """
half | quarter | past | to | 12 | 3 | 31 | 0 | 99 | 1530 | 9:30 | 14-1 | 2pm | 12th | 2027 | 1 | next | this |
last | week | fortnight | month | weekend | on | a | in | the | of | at | for | from | until | by | before |
after | between | and | or | not | but | , | - | / | . | ? | 's | tomorrow | today | tonight | morning | am |
noon | midnight | same | time | hour | mins | end | early | mid | easter | christmas | bank holiday | w/c |
first | second | instead of | move | can we do | people
"""
WORDS = st.sampled_from([*DAYS, *(day[:3] for day in DAYS), *MONTHS[:6], *" ".join(_SAID.split()).split(" | ")])


@given(st.one_of(st.text(max_size=300), st.lists(WORDS, max_size=14).map(" ".join)))
def test_whatever_is_typed_lies_ahead_or_is_nothing(text: str) -> None:
    times = find_times(text, NOW, LONDON)
    if times is None:
        return
    first, last = times.said
    assert text[first:last].strip()
    for meant in times.readings:
        end = meant.end or meant.start
        assert end > NOW if isinstance(end, datetime) else end >= NOW.date()
        assert meant.end is None or meant.end >= meant.start
        assert spoken_meant(meant, LONDON)


PIECES = [
    "9",
    "-",
    "1/",
    "1-",
    "1 ",
    "in ",
    "the ",
    "at ",
    "monday ",
    "monday or ",
    "next ",
    "half ",
    "a week on ",
    "10 to ",
    "between 1 and ",
    "from 3 ",
    "the 1st, ",
    "not ",
    "any time ",
    "end of the ",
    "3 weeks on ",
    "may ",
    "w/c ",
    "2 or 3 or ",
    "1st of ",
    "1st and ",
    "12:",
    "00",
    "'",
    "' ",
    ".",
    "in a ",
    "so ",
    "was ",
    "can we do ",
    "tomorrow at 9 ",
]


@pytest.mark.parametrize("piece", PIECES)
def test_the_work_grows_no_faster_than_the_text(piece: str) -> None:
    def calls(length: int) -> int:
        text = (piece * length)[:length]
        return _calls(lambda: find_times(text, NOW, LONDON))

    calls(50)  # what is made once, such as the patterns
    assert calls(600) < 3 * calls(200) + 2_000
    assert calls(50_000) < 3 * calls(600) + 2_000


def _calls(work: Callable[[], object]) -> int:
    """How many functions are called for it."""
    count = 0

    def counted(*_: object) -> None:
        nonlocal count
        count += 1

    before = sys.getprofile()
    sys.setprofile(counted)
    try:
        work()
    finally:
        sys.setprofile(before)
    return count
