"""What somebody said of when, as stretches of time to look in."""

from datetime import datetime, timedelta

import pytest

from handlers.coaching.booking.stretches import as_kept, kept_times, stretch, times_in
from scheduling.phrases import Unsure
from tests.coaching import LONDON, NOW, at


@pytest.mark.parametrize(
    ("said", "first", "last"),
    [
        ("Tuesday week after 4", at(12, 16), at(13, 0)),
        ("coaching tomorrow afternoon", at(5, 12), at(5, 18)),
        ("a session on Thursday between 2 and 5", at(7, 14), at(7, 17)),
        ("book me in for the 19th", at(19, 0), at(20, 0)),
        ("some time next week", at(11, 0), at(16, 0)),
        ("by Friday, please", NOW, at(9, 0)),
        ("before noon on 14 January", NOW, at(14, 12)),
        ("from 1 April on", at(1, 0, month=4), at(1, 0, month=7)),
    ],
)
def test_it_is_looked_for_from_when_to_when_it_was_said(said: str, first: datetime, last: datetime) -> None:
    [meant] = times_in(said, NOW, LONDON)
    assert stretch(meant, NOW, LONDON) == (first, last)


def test_several_times_are_kept_as_they_were_understood_and_what_is_unsure_is_asked() -> None:
    kept = as_kept("Tuesday or Wednesday morning", NOW, LONDON)
    later = NOW + timedelta(days=3)
    spans = [stretch(meant, later, LONDON) for meant in kept_times(kept, later, LONDON)]
    assert sorted(spans) == [(at(5, 9), at(5, 12)), (at(6, 9), at(6, 12))]
    assert times_in("book a coaching session", NOW, LONDON) == ()
    with pytest.raises(Unsure):
        times_in("coaching next Friday", NOW, LONDON)
