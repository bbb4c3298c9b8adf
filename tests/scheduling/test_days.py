"""Whole days, a stretch of them, and how long something is to wait, as people type them."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.chat.errors import Ambiguous, Refusal
from handlers.stepping_back.days import Days, days_in
from scheduling.phrases import Unsure, told_apart
from scheduling.phrases.days import BACKWARDS, NO_END, find_days, read_days
from scheduling.phrases.waits import find_minutes, read_wait

LONDON = ZoneInfo("Europe/London")
NOW = datetime(2027, 1, 5, 9, tzinfo=UTC)  # a Tuesday


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        ("until Monday week", date(2027, 1, 5), date(2027, 1, 17)),
        ("till a week on Tuesday", date(2027, 1, 5), date(2027, 1, 18)),
        ("until and including Friday", date(2027, 1, 5), date(2027, 1, 8)),
        ("until the end of January", date(2027, 1, 5), date(2027, 1, 31)),
        ("from 3 to 10 May", date(2027, 5, 3), date(2027, 5, 10)),
        ("from 28 to 3 March", date(2027, 2, 28), date(2027, 3, 3)),
        ("3 May - 10 May", date(2027, 5, 3), date(2027, 5, 10)),
        ("11/1 to 15/1", date(2027, 1, 11), date(2027, 1, 15)),
        ("from Monday until Thursday", date(2027, 1, 11), date(2027, 1, 14)),
        ("Mon to Weds next week", date(2027, 1, 11), date(2027, 1, 13)),
        ("on Thursday and Friday", date(2027, 1, 7), date(2027, 1, 8)),
        ("on Friday", date(2027, 1, 8), date(2027, 1, 8)),
        ("tomorrow", date(2027, 1, 6), date(2027, 1, 6)),
        ("next week", date(2027, 1, 11), date(2027, 1, 17)),
        ("the week of 11 Jan", date(2027, 1, 11), date(2027, 1, 17)),
        ("this week.", date(2027, 1, 5), date(2027, 1, 10)),
        ("for the rest of the week", date(2027, 1, 5), date(2027, 1, 10)),
        ("for 3 days", date(2027, 1, 5), date(2027, 1, 7)),
        ("for a week", date(2027, 1, 5), date(2027, 1, 11)),
        ("from the 14th for a fortnight", date(2027, 1, 14), date(2027, 1, 27)),
        ("for a couple of weeks from Monday", date(2027, 1, 11), date(2027, 1, 24)),
        ("next week with the family, at last", date(2027, 1, 11), date(2027, 1, 17)),
    ],
)
def test_days_are_read_as_people_say_them(typed: str, first: date, last: date) -> None:
    days = read_days(typed, NOW, LONDON)
    assert (days.first, days.last, days.part) == (first, last, False)


def test_a_part_of_a_day_is_all_of_it_and_known_for_one() -> None:
    days = read_days("tomorrow afternoon", NOW, LONDON)
    assert (days.first, days.last, days.part) == (date(2027, 1, 6), date(2027, 1, 6), True)


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("", "couldn’t read"),
        ("whenever", "couldn’t read"),
        ("to", "couldn’t read"),
        ("until doomsday", "couldn’t read"),
        ("x" * 500, "couldn’t read"),
        ("from 31 to 3 March", "couldn’t read"),
        ("until 5 January", BACKWARDS),
        ("from 10 February to 3 February", BACKWARDS),
        ("until 5 May 2031", "more than a year"),
        ("from Friday", NO_END),
        ("on Monday and Wednesday", "one stretch of days"),
    ],
)
def test_what_are_no_days_is_refused_with_what_to_say_instead(typed: str, words: str) -> None:
    with pytest.raises(Refusal) as refused:
        read_days(typed, NOW, LONDON)
    assert words in refused.value.words


@pytest.mark.parametrize(
    ("typed", "ways"),
    [
        ("until next Friday", ["until Friday 15 January 2027", "until Friday 8 January 2027"]),
        ("on Friday 14 January", ["Thursday 14 January 2027", "Friday 15 January 2027"]),
    ],
)
def test_days_that_may_be_others_are_asked_about(typed: str, ways: list[str]) -> None:
    with pytest.raises(Unsure) as unsure:
        read_days(typed, NOW, LONDON)
    assert list(unsure.value.ways) == ways
    for way in ways:
        first, last = unsure.value.said
        read_days(f"{typed[:first]}{way}{typed[last:]}", NOW, LONDON)


def test_what_says_the_days_is_told_from_the_rest() -> None:
    days = find_days("a rest from Monday for two weeks if I may", NOW, LONDON)
    assert days is not None
    assert (days.first, days.last) == (date(2027, 1, 11), date(2027, 1, 24))
    assert days.without("a rest from Monday for two weeks if I may").split() == ["a", "rest", "if", "I", "may"]


@pytest.mark.parametrize(
    ("typed", "until"),
    [
        ("an hour and a half", "2027-01-05 10:30"),
        ("for 45 mins", "2027-01-05 09:45"),
        ("2 hours", "2027-01-05 11:00"),
        ("half an hour", "2027-01-05 09:30"),
        ("20", "2027-01-05 09:20"),
        ("another 2 days", "2027-01-07 09:00"),
        ("a couple of hours", "2027-01-05 11:00"),
        ("till Monday 9:30", "2027-01-11 09:30"),
        ("until a week on Tuesday", "2027-01-19 09:00"),
        ("until the weekend", "2027-01-09 09:00"),
        ("tomorrow morning", "2027-01-06 09:00"),
        ("after lunch", "2027-01-05 14:00"),
        ("the end of the day", "2027-01-05 17:00"),
    ],
)
def test_so_is_how_long_something_is_to_wait(typed: str, until: str) -> None:
    assert f"{read_wait(typed, NOW, LONDON):%Y-%m-%d %H:%M}" == until


@pytest.mark.parametrize(
    "typed", [" ".join(["until"] * 9_000), "for a" + " " * 50_000 + "x", "from " * 10_000, ". " * 25_000]
)
def test_however_long_it_is_no_day_is_read_into_what_says_none(typed: str) -> None:
    assert find_days(typed, NOW, LONDON) is None
    assert days_in(typed, NOW, LONDON) == Days(more=True)
    assert told_apart(f"x{typed}x", NOW, LONDON).when is None
    with pytest.raises(Refusal):
        read_wait(typed, NOW, LONDON)


def test_what_is_to_wait_until_a_time_that_has_gone_by_is_offered_the_next() -> None:
    with pytest.raises(Ambiguous, match="That time has gone by") as gone_by:
        read_wait("today at 8am", NOW, LONDON)
    assert list(gone_by.value.ways) == ["Wednesday 6 January 2027 08:00"]


@pytest.mark.parametrize(
    ("said", "minutes"),
    [
        ("I’m running ten minutes late", 10),
        ("twenty five mins late, sorry", 25),
        ("10min late for the 2:30", 10),
        ("half an hour late", 30),
        ("I’ll be a quarter of an hour late", 15),
        ("running late for the 14:00", None),
    ],
)
def test_how_many_minutes_are_said_in_a_sentence(said: str, minutes: int | None) -> None:
    assert find_minutes(said) == minutes
