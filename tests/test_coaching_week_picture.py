"""The picture of a coach's week: the same for the same, legible on a phone, and said in words as well."""

from datetime import date, timedelta
from io import BytesIO

from matplotlib.image import imread

from bot.chat.messages import MOST_ALT
from handlers.coaching.offering.week_picture import LOOKS, Block, Sort, _side_by_side, alt_text, week

MONDAY = date(2027, 1, 11)
TUESDAY, SUNDAY = MONDAY + timedelta(days=1), MONDAY + timedelta(days=6)
WEEK = [
    Block(MONDAY, 10 * 60, 11 * 60, Sort.BUSY),
    Block(TUESDAY, 14 * 60, 15 * 60, Sort.NEW),
    Block(TUESDAY, 14 * 60 + 30, 15 * 60 + 30, Sort.FREE),
    Block(TUESDAY, 15 * 60 + 30, 16 * 60, Sort.BOOKED),
]
FULL = [
    Block(MONDAY + timedelta(days=day), minute, minute + 15, sort)
    for day in range(7)
    for minute in range(0, 24 * 60, 30)
    for sort in Sort
]


def size_of(png: bytes) -> tuple[int, int]:
    height, width = imread(BytesIO(png), format="png").shape[:2]
    return width, height


def test_the_same_week_gives_the_same_picture_of_a_phones_width_and_any_is_one_that_every_platform_takes() -> None:
    first = week(WEEK, MONDAY, "London")
    assert first == week(WEEK, MONDAY, "London")
    assert first != week(WEEK, MONDAY, "Paris")
    for blocks in (WEEK, [], FULL, [Block(SUNDAY, 23 * 60, 24 * 60, Sort.NEW)]):
        width, height = size_of(week(blocks, MONDAY, "London"))
        assert width == 1080
        assert width + height <= 10_000


def test_the_words_say_each_time_with_its_day_and_place_or_how_many_there_are_where_they_are_too_many() -> None:
    assert alt_text(WEEK, MONDAY, "London") == (
        "Week of Monday 11 January 2027; times in London. Monday 11 January: busy 10:00–11:00. Tuesday 12 January: not "
        "open yet 14:00–15:00; free to book 14:30–15:30; booked 15:30–16:00. Nothing on the other days."
    )
    assert "nothing is booked" in alt_text([], MONDAY, "London")
    words = alt_text(FULL, MONDAY, "London")
    assert len(words) <= MOST_ALT
    assert "Monday 11 January: not open yet 00:00–23:45 (48)" in words


def test_times_that_overlap_stand_beside_one_another_and_nothing_is_told_by_its_colour_alone() -> None:
    lanes = {block: (lane, lanes) for block, lane, lanes in _side_by_side(WEEK[1:])}
    assert [lanes[block] for block in WEEK[1:]] == [(0, 2), (1, 2), (0, 1)]
    assert len({(look.line, look.hatch, look.face == look.edge) for look in LOOKS.values()}) == len(LOOKS)
