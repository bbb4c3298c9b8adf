"""What comes again, as people type it; when it comes; and what is told apart from it."""

from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.chat.errors import Refusal
from scheduling.phrases import MOST_TYPED, Repeating, read_repeating, told_apart
from tests.scheduling.moments import MOMENTS

LONDON = ZoneInfo("Europe/London")
NEW_YORK = ZoneInfo("America/New_York")
NOW = datetime(2027, 2, 3, 12, 30, tzinfo=UTC)  # a Wednesday


def read(text: str, now: datetime = NOW, zone: ZoneInfo = LONDON) -> Repeating:
    found = read_repeating(text, now, zone)
    assert found is not None, text
    return found


def next_times(repeating: Repeating, count: int, after: datetime = NOW) -> list[datetime]:
    """As many as there are, up to this count."""
    found: list[datetime] = []
    while len(found) < count and (at := repeating.after(found[-1] if found else after)) is not None:
        found.append(at)
    return found


@pytest.mark.parametrize(
    ("text", "rule", "first"),
    [
        ("every day", "FREQ=DAILY", "2027-02-04 09:00"),
        ("daily at 8pm", "FREQ=DAILY", "2027-02-03 20:00"),
        ("every morning", "FREQ=DAILY", "2027-02-04 09:00"),
        ("every other day at 16:00", "FREQ=DAILY;INTERVAL=2", "2027-02-03 16:00"),
        ("every three days at noon", "FREQ=DAILY;INTERVAL=3", "2027-02-04 12:00"),
        ("every weekday at 8:30", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "2027-02-04 08:30"),
        ("weekdays at 17:00", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "2027-02-03 17:00"),
        ("Monday to Thursday at 9", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH", "2027-02-04 09:00"),
        ("every Monday", "FREQ=WEEKLY;BYDAY=MO", "2027-02-08 09:00"),
        ("Every Mondey and Thursday at 4", "FREQ=WEEKLY;BYDAY=MO,TH", "2027-02-04 16:00"),
        ("Tuesdays, Wednesdays and Fridays at 1pm", "FREQ=WEEKLY;BYDAY=TU,WE,FR", "2027-02-03 13:00"),
        ("at 7 in the evening every Sunday", "FREQ=WEEKLY;BYDAY=SU", "2027-02-07 19:00"),
        ("every week", "FREQ=WEEKLY;BYDAY=WE", "2027-02-10 09:00"),
        ("weekly on Fri", "FREQ=WEEKLY;BYDAY=FR", "2027-02-05 09:00"),
        ("every other week on Tuesday", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", "2027-02-09 09:00"),
        ("every second Friday at 16:00", "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR", "2027-02-05 16:00"),
        ("every two weeks on Tuesday", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", "2027-02-09 09:00"),
        ("fortnightly on Thursday", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH", "2027-02-04 09:00"),
        ("the first Monday of the month", "FREQ=MONTHLY;BYDAY=1MO", "2027-03-01 09:00"),
        ("every last Friday at 16:00", "FREQ=MONTHLY;BYDAY=-1FR", "2027-02-26 16:00"),
        ("every 2 months on the third Monday", "FREQ=MONTHLY;INTERVAL=2;BYDAY=3MO", "2027-02-15 09:00"),
        ("monthly on the 3rd", "FREQ=MONTHLY;BYMONTHDAY=3", "2027-03-03 09:00"),
        ("the first of every month at 10", "FREQ=MONTHLY;BYMONTHDAY=1", "2027-03-01 10:00"),
        ("on the last day of each month", "FREQ=MONTHLY;BYMONTHDAY=-1", "2027-02-28 09:00"),
        ("every month on the 30th", "FREQ=MONTHLY;BYMONTHDAY=28,29,30;BYSETPOS=-1", "2027-02-28 09:00"),
        ("every Friday until 30 June", "FREQ=WEEKLY;BYDAY=FR;UNTIL=20270630T235959", "2027-02-05 09:00"),
        ("every Friday at 16:00 until March", "FREQ=WEEKLY;BYDAY=FR;UNTIL=20270331T235959", "2027-02-05 16:00"),
        ("every Friday until 5 March at 16:00", "FREQ=WEEKLY;BYDAY=FR;UNTIL=20270305T235959", "2027-02-05 16:00"),
        ("every Friday at 4, three times", "FREQ=WEEKLY;BYDAY=FR;UNTIL=20270219T235959", "2027-02-05 16:00"),
        ("every day at 9 for two weeks", "FREQ=DAILY;UNTIL=20270217T235959", "2027-02-04 09:00"),
        ("every Friday from 1 March at 9", "FREQ=WEEKLY;BYDAY=FR", "2027-03-05 09:00"),
    ],
)
def test_what_comes_again_is_read_as_it_is_said(text: str, rule: str, first: str) -> None:
    found = read(text)
    assert (found.rule, f"{found.first:%Y-%m-%d %H:%M}") == (rule, first)


@pytest.mark.parametrize(
    "text", ["", "on Friday at 16:00", "tomorrow", "in two weeks", "a" * (MOST_TYPED + 1), "hello"]
)
def test_what_comes_once_is_none_of_it(text: str) -> None:
    assert read_repeating(text, NOW, LONDON) is None


@pytest.mark.parametrize(
    "text",
    [
        *("every Friday at banana", "every 0 days", "every Friday until the cows come home", "the 32nd of every month"),
        *("every Friday until yesterday", "every Friday at 16:00 at 17:00", "every day 0 times", "every day at 25:00"),
    ],
)
def test_what_is_not_clear_is_refused_in_a_sentence(text: str) -> None:
    with pytest.raises(Refusal):
        read_repeating(text, NOW, LONDON)


def test_every_other_week_is_counted_from_the_first() -> None:
    days = [at.astimezone(LONDON).date() for at in next_times(read("every other Tuesday"), 3)]
    assert days == [date(2027, 2, 9), date(2027, 2, 23), date(2027, 3, 9)]


def test_the_last_days_of_a_month_come_in_every_month() -> None:
    days = [at.astimezone(LONDON).date() for at in next_times(read("monthly on the 31st"), 3)]
    assert days == [date(2027, 2, 28), date(2027, 3, 31), date(2027, 4, 30)]


def test_an_hour_that_the_clocks_skip_comes_an_hour_later_and_one_that_comes_twice_comes_once() -> None:
    nightly = read("every day at 01:30")
    spring = next_times(nightly, 3, datetime(2027, 3, 27, 12, tzinfo=UTC))
    assert [f"{at.astimezone(LONDON):%d %H:%M}" for at in spring] == ["28 02:30", "29 01:30", "30 01:30"]
    autumn = next_times(nightly, 2, datetime(2027, 10, 30, 12, tzinfo=UTC))
    assert [at.astimezone(UTC).strftime("%d %H:%M") for at in autumn] == ["31 00:30", "01 01:30"]
    within = nightly.after(datetime(2027, 10, 31, 1, 10, tzinfo=UTC))  # the second time that it is ten past one
    assert within == datetime(2027, 11, 1, 1, 30, tzinfo=UTC)


RULES = st.one_of(
    st.integers(1, 60).map(lambda count: f"every {count} days"),
    st.tuples(st.integers(1, 20), st.sets(st.sampled_from(["Monday", "Tuesday", "Friday", "Sunday"]), min_size=1)).map(
        lambda said: f"every {said[0]} weeks on {' and '.join(sorted(said[1]))}"
    ),
    st.tuples(st.integers(1, 12), st.integers(1, 31)).map(lambda said: f"every {said[0]} months on the {said[1]}th"),
    st.tuples(
        st.sampled_from(["first", "second", "third", "fourth", "last"]), st.sampled_from(["Monday", "Sunday"])
    ).map(lambda said: f"the {said[0]} {said[1]} of every month"),
)
ENDS = st.one_of(st.just(""), st.dates(date(2029, 1, 1), date(2030, 12, 31)).map(lambda day: f" until {day}"))
CLOCKS = st.times().map(lambda clock: time(clock.hour, clock.minute))
ZONES = st.sampled_from([LONDON, NEW_YORK])


@settings(deadline=None)
@given(said=RULES, ends=ENDS, at=CLOCKS, now=MOMENTS, zone=ZONES)
def test_its_words_are_read_as_the_same_and_it_keeps_its_wall_time(
    said: str, ends: str, at: time, now: datetime, zone: ZoneInfo
) -> None:
    found = read(f"{said} at {at:%H:%M}{ends}", now, zone)
    again = read(str(found), now, zone)
    assert (again.rule, again.first) == (found.rule, found.first)

    comes = next_times(found, 8, now)
    assert comes
    assert comes[0] > now
    assert all(before < after for before, after in pairwise(comes))
    for moment in comes:
        wall = moment.astimezone(zone)
        skipped = wall - datetime.combine(wall, at, zone) == timedelta(hours=1) and wall.hour <= 3
        assert wall.time() == at or skipped


@pytest.mark.parametrize(
    ("text", "words", "when"),
    [
        ("on Monday at 9 to ring the chair", "ring the chair", "2027-02-08 09:00"),
        ("to ring the chair on Monday at 9", "ring the chair", "2027-02-08 09:00"),
        ("tomorrow: send the paper", "send the paper", "2027-02-04 09:00"),
        ("tomorrow to ring the chair at 10", "ring the chair", "2027-02-04 10:00"),
        ("tomorrow send the paper", "send the paper", "2027-02-04 09:00"),
        ("in 20 minutes to take a break", "take a break", "2027-02-03 12:50"),
        ("at ten to nine to leave", "leave", "2027-02-04 08:50"),
        ("to buy 2 tickets at 5", "buy 2 tickets", "2027-02-03 17:00"),
        ("to read chapter 5 on Monday", "read chapter 5", "2027-02-08 09:00"),
        ("that Bo’s birthday is on 12 March", "Bo’s birthday is", "2027-03-12 09:00"),
        ("about the paper a week on Monday", "the paper", "2027-02-15 09:00"),
        ("a week on Monday to check in", "check in", "2027-02-15 09:00"),
        ("on Monday at 8 to prepare for the meeting at 9", "prepare for the meeting at 9", "2027-02-08 08:00"),
        ("tomorrow to prepare the session on Friday", "prepare the session on Friday", "2027-02-04 09:00"),
        ("tomorrow at 9", "", "2027-02-04 09:00"),
    ],
)
def test_what_and_when_are_told_apart_in_either_order(text: str, words: str, when: str) -> None:
    apart = told_apart(text, NOW, LONDON)
    assert isinstance(apart.when, datetime)
    assert (apart.words, f"{apart.when:%Y-%m-%d %H:%M}") == (words, when)


@pytest.mark.parametrize(
    ("text", "words", "when"),
    [
        ("every Friday at 16:00 to write my note", "write my note", "every Friday at 16:00"),
        ("to write my note every Friday at 16:00", "write my note", "every Friday at 16:00"),
        ("every Friday to write my note at 16:00", "write my note", "every Friday at 16:00"),
        (
            "weekday mornings except fridays to breathe",
            "breathe",
            "every Monday, Tuesday, Wednesday and Thursday at 09:00",
        ),
        ("weekday mornings to breathe except mon-thu", "breathe", "every Friday at 09:00"),
        ("to walk weekday afternoons (not mon to thu)", "walk", "every Friday at 14:00"),
        ("mornings except weekends to read", "read", "every weekday at 09:00"),
        ("to plan tuesday and thursday mornings", "plan", "every Tuesday and Thursday at 09:00"),
        ("weekdays at half four apart from bank holidays to stop", "stop", "None"),
        ("on the 31st of feb to jump", "jump", "None"),
        ("to jump tomorrow at 14:75", "jump", "None"),
        (
            "tomorrow to check the 31 june figures once more",
            "check the 31 june figures once more",
            "2027-02-04 09:00:00+00:00",
        ),
        ("to ring the chair", "ring the chair", "None"),
    ],
)
def test_so_is_what_comes_again_and_where_no_time_is_said_all_of_it_are_words(text: str, words: str, when: str) -> None:
    apart = told_apart(text, NOW, LONDON)
    assert (apart.words, str(apart.when)) == (words, when)


@settings(deadline=None)
@given(text=st.text(max_size=300))
def test_whatever_is_typed_nothing_breaks_and_no_word_is_made_up(text: str) -> None:
    apart = told_apart(text, NOW, LONDON)
    assert apart.words in text
