"""The picture of the timetable: the same for the same, legible on a phone, and said in words as well."""

from datetime import date, time, timedelta
from io import BytesIO

import pytest
from matplotlib.image import imread

from bot.chat.messages import MOST_ALT, Picture
from handlers.timetable.picture import LOOKS, Drawn, alt_text, timeline

TODAY = date(2027, 1, 5)
YEAR = [
    Drawn("deadline", "System leadership questionnaire", date(2026, 8, 31)),
    Drawn("module", "Module 1: Leading in the System", date(2026, 9, 9), time(9, 30)),
    Drawn("development", "Development session: what £5 and $5 and x_1 buy", date(2027, 1, 19), time(12, 30)),
    Drawn("other", "A walk", date(2027, 3, 1)),
    Drawn("graduation", "Graduation, with narratives told by participants", date(2027, 4, 29), time(17, 30)),
]


def size_of(png: bytes) -> tuple[int, int]:
    height, width = imread(BytesIO(png), format="png").shape[:2]
    return width, height


def test_the_same_timetable_gives_the_same_picture_another_day_another() -> None:
    first = timeline(YEAR, TODAY, "Autumn 2026", "London")
    assert first == timeline(YEAR, TODAY, "Autumn 2026", "London")
    assert first != timeline(YEAR, TODAY + timedelta(days=30), "Autumn 2026", "London")
    width, height = size_of(first)
    assert width == 1080
    assert height > width


def test_a_timetable_of_any_length_is_a_picture_that_every_platform_takes() -> None:
    many = [Drawn("module", f"Module {number}: " + "many words " * 7, TODAY, time(9)) for number in range(90)]
    for events in (many, YEAR[:1], [Drawn("other", "W" * 300, TODAY)]):
        assert sum(size_of(timeline(events, TODAY, "A cohort", "London"))) <= 10_000


@pytest.mark.parametrize("today", [YEAR[0].day - timedelta(days=9), TODAY, YEAR[-1].day + timedelta(days=9)])
def test_the_words_say_what_the_picture_shows(today: date) -> None:
    words = alt_text(YEAR, today, "Autumn 2026")
    been, _, comes = words.partition("To come:")
    for event in YEAR:
        assert event.title in (been if event.day < today else comes)
    assert f"{YEAR[1].title}, 9 Sep 2026" in words


def test_the_words_of_a_long_timetable_are_short_enough_and_name_each() -> None:
    some = [Drawn("module", f"Module {number}: " + "many words " * 7, TODAY) for number in range(1, 25)]
    words = alt_text(some, TODAY, "A cohort")
    assert len(words) <= MOST_ALT
    assert all(f"Module {number}: " in words for number in range(1, 25))
    Picture(b"", alt_text(some * 9, TODAY, "A cohort"))


def test_no_look_depends_on_colour_alone() -> None:
    assert len({look.shape for look in LOOKS.values()}) == len(LOOKS)
    assert len({look.colour for look in LOOKS.values()}) == len(LOOKS)
