"""Deadlines that run in working hours."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from scheduling.working_hours import working_deadline
from tests.coaching import LONDON, NOW, at


@pytest.mark.parametrize(
    ("start", "hours", "away", "ends"),
    [
        (at(4, 9), 2, [], at(4, 11)),
        (at(4, 17), 2, [], at(5, 9)),
        (at(8, 17), 2, [], at(11, 9)),  # over a weekend
        (at(4, 5), 10, [], at(4, 18)),
        (at(4, 20), 20, [(date(2027, 1, 5), date(2027, 1, 6))], at(8, 18)),
        (at(25, 17, month=3), 2, [], at(30, 9, month=3)),  # over Easter, and the clocks going forward
    ],
)
def test_a_deadline_runs_in_working_hours(
    start: datetime, hours: float, away: list[tuple[date, date]], ends: datetime
) -> None:
    easter = {date(2027, 3, 26), date(2027, 3, 29)}
    assert working_deadline(start, hours, LONDON, away, lambda day: day in easter) == ends


def test_a_deadline_of_who_is_always_away_ends_some_day() -> None:
    forever = [(date(2020, 1, 1), date(2099, 1, 1))]
    assert working_deadline(NOW, 1, ZoneInfo("UTC"), forever) > datetime(2028, 1, 1, tzinfo=UTC)
