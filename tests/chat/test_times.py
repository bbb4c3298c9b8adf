"""How times are shown: always with their day and their zone."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.chat.times import spoken, spoken_date


@pytest.mark.parametrize(
    ("zone", "words"),
    [
        ("Europe/London", "Tuesday 6 July 2027, 15:00 (London)"),
        ("America/Argentina/Buenos_Aires", "Tuesday 6 July 2027, 11:00 (Buenos Aires)"),
        ("UTC", "Tuesday 6 July 2027, 14:00 (UTC)"),
        ("Etc/GMT-10", "Wednesday 7 July 2027, 00:00 (UTC+10)"),
        ("GB", "Tuesday 6 July 2027, 15:00 (BST)"),
    ],
)
def test_a_moment_is_shown_in_the_readers_own_zone(zone: str, words: str) -> None:
    assert spoken(datetime(2027, 7, 6, 14, tzinfo=UTC), ZoneInfo(zone)) == words


def test_the_hour_that_comes_twice_says_which_one_it_is() -> None:
    london = ZoneInfo("Europe/London")
    assert spoken(datetime(2027, 10, 31, 0, 30, tzinfo=UTC), london) == "Sunday 31 October 2027, 01:30 (London, BST)"
    assert spoken(datetime(2027, 10, 31, 1, 30, tzinfo=UTC), london) == "Sunday 31 October 2027, 01:30 (London, GMT)"


def test_a_day_is_shown_with_its_weekday() -> None:
    assert spoken_date(date(2027, 1, 5)) == "Tuesday 5 January 2027"
