"""Times as people type them."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.chat.errors import Refusal
from scheduling.phrases import MOST_TYPED, Meant, Unsure, read_time, read_times, warm

LONDON = ZoneInfo("Europe/London")
NOW = datetime(2027, 2, 3, 12, 30, tzinfo=UTC)  # a Wednesday


def shown(meant: Meant) -> str:
    return f"{meant.start:%Y-%m-%d %H:%M}" if isinstance(meant.start, datetime) else f"{meant.start:%Y-%m-%d}"


def read(text: str, now: datetime = NOW, zone: ZoneInfo = LONDON) -> str:
    return f"{read_time(text, now, zone):%Y-%m-%d %H:%M %Z}"


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("16:15", "2027-02-03 16:15"),
        ("12:15", "2027-02-04 12:15"),
        ("half three", "2027-02-03 15:30"),
        ("Quarter to eleven", "2027-02-04 10:45"),
        ("twenty-five past one on Sunday", "2027-02-07 13:25"),
        ("five o’clock", "2027-02-03 17:00"),
        ("noon", "2027-02-04 12:00"),
        ("fri 11 a.m.", "2027-02-05 11:00"),
        ("Friday 1615", "2027-02-05 16:15"),
        ("Sunday, 6ish", "2027-02-07 18:00"),
        ("at 6 in the morning", "2027-02-04 06:00"),
        ("8 tomorrow evening", "2027-02-04 20:00"),
        ("07:05", "2027-02-04 07:05"),
        ("02:05", "2027-02-04 02:05"),
    ],
)
def test_a_clock_time_is_read_as_it_is_said_here_and_is_the_next_one(text: str, moment: str) -> None:
    assert read(text) == f"{moment} GMT"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("today", "2027-02-03"),
        ("Tomorrow", "2027-02-04"),
        ("the day after tomorrow", "2027-02-05"),
        ("Thurs", "2027-02-04"),
        ("Wednesday", "2027-02-10"),
        ("Thursday week", "2027-02-11"),
        ("a week on Thursday", "2027-02-11"),
        ("Thursday next week", "2027-02-11"),
        ("a fortnight tomorrow", "2027-02-18"),
        ("three weeks on Monday", "2027-03-01"),
        ("in ten days", "2027-02-13"),
        ("in two weeks’ time", "2027-02-17"),
        ("in a month", "2027-03-03"),
        ("the week after next", "2027-02-15"),
        ("9 April", "2027-04-09"),
        ("April 9th", "2027-04-09"),
        ("9th of January", "2028-01-09"),
        ("29 Feb", "2028-02-29"),
        ("9/4", "2027-04-09"),
        ("9/4/2028", "2028-04-09"),
        ("9.4.28", "2028-04-09"),
        ("2028-04-09", "2028-04-09"),
        ("Fri 9 April 2027", "2027-04-09"),
        ("the 2nd", "2027-03-02"),
        ("Tuesday 2nd", "2027-03-02"),
        ("5th of next month", "2027-03-05"),
        ("third Monday in May", "2027-05-17"),
        ("last Sunday of the month", "2027-02-28"),
        ("New Year’s Eve", "2027-12-31"),
    ],
)
def test_a_day_without_a_time_is_nine_in_its_morning(text: str, day: str) -> None:
    assert read(text, zone=ZoneInfo("Etc/UTC")) == f"{day} 09:00 UTC"


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("Thursday at 3", "2027-02-04 15:00"),
        ("3 on Thursday", "2027-02-04 15:00"),
        ("Thursday at 8", "2027-02-04 08:00"),
        ("Tuesday 2-3", "2027-02-09 14:00"),
        ("9–11 April", "2027-04-09 09:00"),
        ("after lunch on Friday", "2027-02-05 14:00"),
        ("tomorrow afternoon", "2027-02-04 14:00"),
        ("in an hour, please?", "2027-02-03 13:30"),
        ("Tuesday 9 February 2027, 14:00 (London)", "2027-02-09 14:00"),
        ("9 April 10:45", "2027-04-09 10:45"),
        ("half ten on the 9th", "2027-02-09 10:30"),
        ("Wednesday 14:00", "2027-02-03 14:00"),
        ("Wednesday 11:00", "2027-02-10 11:00"),
        ("this time tomorrow", "2027-02-04 12:30"),
        ("in 45 minutes", "2027-02-03 13:15"),
        ("in half an hour", "2027-02-03 13:00"),
        ("in an hour and a half", "2027-02-03 14:00"),
        ("two hours from now", "2027-02-03 14:30"),
        ("firday at 2", "2027-02-05 14:00"),
        ("Friday 5pm Paris time", "2027-02-05 16:00"),
        ("Friday 5pm new york time", "2027-02-05 22:00"),
        ("Friday 17:00 CET", "2027-02-05 16:00"),
        ("Friday at 5pm GMT+2", "2027-02-05 15:00"),
        ("Friday at 5pm UK time", "2027-02-05 17:00"),
        ("tommorow morning", "2027-02-04 09:00"),
    ],
)
def test_days_and_clock_times_go_together_in_any_order(text: str, moment: str) -> None:
    assert read(text).startswith(moment)


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("9 april 2027 10:45 utc", "2027-04-09 11:45 BST"),
        ("in 2 days 3 hours", "2027-02-05 15:30 GMT"),
        ("2027-04-09T15:45Z", "2027-04-09 16:45 BST"),
        ("9-apr-2027", "2027-04-09 09:00 BST"),
    ],
)
def test_what_the_grammar_does_not_know_dateparser_may(text: str, moment: str) -> None:
    assert read(text) == moment


@pytest.mark.parametrize(
    ("now", "text", "moment"),
    [
        ("2027-03-27T12:00", "tomorrow at 01:30", "2027-03-28 02:30 BST"),
        ("2027-10-30T12:00", "tomorrow at 01:30", "2027-10-31 01:30 BST"),
        ("2027-03-27T12:00", "tomorrow at 9", "2027-03-28 09:00 BST"),
        ("2027-03-27T12:00", "in 24 hours", "2027-03-28 13:00 BST"),
        ("2027-10-30T12:00", "this time tomorrow", "2027-10-31 13:00 GMT"),
    ],
)
def test_a_clock_change_keeps_wall_time_and_elapsed_time_apart(now: str, text: str, moment: str) -> None:
    assert read(text, now=datetime.fromisoformat(now).replace(tzinfo=UTC)) == moment


def test_a_day_is_the_readers_own() -> None:
    late = datetime(2027, 2, 3, 23, 30, tzinfo=UTC)
    assert read("tomorrow", late, ZoneInfo("Pacific/Auckland")) == "2027-02-05 09:00 NZDT"
    assert read("tomorrow", late, ZoneInfo("America/New_York")) == "2027-02-04 09:00 EST"


@pytest.mark.parametrize(
    "text",
    [
        *("", "   ", "?", "soon", "whenever", "2027", "2.5", "may", "we may", "12 may be too late", "sat down"),
        *("4 out of 5", "chapter 3", "a second look", "Tuesdays at 3", "2pm 3pm", "Monday Tuesday", "not Friday"),
        *("2pm in the morning", "next year sometime", "tomorrow but when"),
        *(
            "tomorrow at 2 in the other room",
            "понедельник",
            "明日",
            "in an hour tomorrow",
            "in 1 hour in 2 hours",
            "9/4/2207",
            "x" * 50_000,
            "tomorrow " * 5_000,
            "tomorrow" + " " * 5_000 + "is not good",
        ),
    ],
)
def test_what_is_no_time_is_refused_with_how_to_write_one(text: str) -> None:
    with pytest.raises(Refusal, match=r"couldn’t read that as a time\. Try “next Tuesday 14:00”"):
        read(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        *(("31 April", "31 April"), ("the 31st of feb at 9", "31 February"), ("feb 30", "30 February")),
        *(("30/2/2027", "30 February 2027"), ("29 Feb 2027", "29 February 2027"), ("on the 32nd", "32nd")),
        *(("25:00", "25:00"), ("tomorrow at 14:75", "14:75")),
        *(("2027-13-01", "such day or time"), ("1/1/0001 z", "such day or time")),
    ],
)
def test_a_day_that_does_not_exist_is_refused(text: str, name: str) -> None:
    with pytest.raises(Refusal, match=rf"There is no {name}\. Try"):
        read(text)


@pytest.mark.parametrize(
    ("text", "why", "readings"),
    [
        (
            "Thursday 9 April at 10",
            "9 April 2027 is a Friday, not a Thursday",
            ["2027-04-09 10:00", "2027-04-08 10:00"],
        ),
        ("next Thursday", "this week or of the next", ["2027-02-11", "2027-02-04"]),
        ("Thursday at 7", "in the morning or in the evening", ["2027-02-04 07:00", "2027-02-04 19:00"]),
        (
            "next Friday at 7",
            "this week or of the next. Is that in the morning or in the evening",
            ["2027-02-12 07:00", "2027-02-05 07:00", "2027-02-12 19:00", "2027-02-05 19:00"],
        ),
        ("7", "in the morning or in the evening", ["2027-02-04 07:00", "2027-02-03 19:00"]),
        ("midnight on Friday", "begins the day, or the one that ends it", ["2027-02-06 00:00", "2027-02-05 00:00"]),
        ("Tuesday or Wednesday", "several times", ["2027-02-09", "2027-02-10"]),
    ],
)
def test_what_is_not_sure_is_asked_about_and_each_reading_can_be_typed(
    text: str, why: str, readings: list[str]
) -> None:
    with pytest.raises(Unsure, match=why) as asked:
        read(text)
    assert [shown(meant) for meant in asked.value.readings] == readings
    typed = [read_times(way, NOW, LONDON).meant for way in asked.value.ways]
    assert typed == [(meant,) for meant in asked.value.readings]


def test_a_refusal_never_repeats_what_was_typed() -> None:
    with pytest.raises(Refusal) as refusal:
        read("a private sentence about Monday")
    assert "private" not in refusal.value.words


def test_warming_up_needs_no_moment() -> None:
    warm()


PARTS = st.sampled_from(
    [
        *("half", "quarter", "past", "to", "12", "3", "31", "0", "99", "1530", "9:30", "14-1", "2pm", "12th", "2027"),
        *(
            "tuesday",
            "next",
            "week",
            "on",
            "a",
            "in",
            "fortnight",
            "march",
            "may",
            "feb",
            "2/3",
            "the",
            "first",
            "last",
        ),
        *("month", "of", "tomorrow", "morning", "am", "this", "time", "and", "hour", "minutes", "ago", "from", "now"),
        *("utc", ",", "-", "@", ".", "'"),
    ]
)


@given(st.one_of(st.text(max_size=2 * MOST_TYPED), st.lists(PARTS, max_size=12).map(" ".join)))
def test_whatever_is_typed_becomes_a_moment_or_a_refusal(text: str) -> None:
    try:
        moment = read_time(text, NOW, LONDON)
    except Refusal:
        return
    assert moment.tzinfo is not None
