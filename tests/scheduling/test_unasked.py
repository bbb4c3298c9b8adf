"""Whether something unasked goes just now: quiet hours, days off, leave, the budget; and every change of the clocks."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scheduling.bank_holidays import bank_holiday
from scheduling.unasked import (
    Drop,
    Go,
    Habits,
    Later,
    Morning,
    Outcome,
    Unasked,
    at_wall,
    day_of,
    is_quiet,
    may_go,
    may_go_along,
    may_go_early,
    next_morning,
    quiet_end,
)

LONDON = ZoneInfo("Europe/London")
NEW_YORK = ZoneInfo("America/New_York")
HABITS = Habits(
    zone=LONDON,
    quiet_from=time(22),
    quiet_until=time(7),
    morning=time(8),
    days_off=frozenset({5, 6}),
    is_holiday=lambda day: bool(bank_holiday(day)),
)
REMINDER = Unasked(kind="modules")


def at(day: int, hour: int, minute: int = 0, month: int = 1) -> datetime:
    """In London, in 2027: 4 January is a Monday."""
    return datetime(2027, month, day, hour, minute, tzinfo=LONDON).astimezone(UTC)


def test_it_goes_in_the_day_and_waits_for_the_end_of_quiet_hours_across_midnight_too() -> None:
    assert may_go(REMINDER, HABITS, at(5, 12)) == Go()
    for moment in (at(5, 22), at(6, 0), at(6, 6, 59)):
        assert may_go(REMINDER, HABITS, moment) == Later(at(6, 7), "it fell into your quiet hours")
    assert may_go(REMINDER, HABITS, at(6, 7)) == Go()
    assert isinstance(may_go(replace(REMINDER, matters=True), HABITS, at(6, 0)), Later)
    assert may_go(replace(REMINDER, by_hand=True, sent_today=1), HABITS, at(6, 0)) == Go()
    siesta = replace(HABITS, quiet_from=time(13), quiet_until=time(15))
    assert may_go(REMINDER, siesta, at(5, 14)) == Later(at(5, 15), "it fell into your quiet hours")
    assert may_go(REMINDER, siesta, at(5, 23)) == Go()


def test_what_would_begin_before_quiet_hours_end_is_not_said_when_it_has_begun() -> None:
    early = replace(REMINDER, begins=at(6, 6, 30))
    assert isinstance(may_go(early, HABITS, at(6, 5, 30)), Drop)


@pytest.mark.parametrize(
    ("moment", "morning"),
    [
        (at(9, 12), at(11, 8)),  # a Saturday
        (at(26, 12, month=3), at(30, 8, month=3)),  # Good Friday; Easter Monday holds too
        (at(31, 12, month=5), at(1, 8, month=6)),
    ],
)
def test_days_off_and_bank_holidays_hold_it_until_the_first_working_morning(
    moment: datetime, morning: datetime
) -> None:
    assert may_go(REMINDER, HABITS, moment) == Morning(morning, "it was a day off")
    assert may_go(replace(REMINDER, matters=True), HABITS, moment) == Go()


def test_leave_holds_everything_until_the_first_working_morning_after_it() -> None:
    away = replace(HABITS, away=[(date(2027, 1, 4), date(2027, 1, 15))])
    for message in (REMINDER, replace(REMINDER, matters=True, begins=at(6, 13))):
        assert may_go(message, away, at(6, 12)) == Morning(at(18, 8), "you were away")
    assert may_go(replace(REMINDER, kind="morning", is_morning=True), away, at(6, 8)) == Later(
        at(18, 8), "you were away"
    )
    assert may_go(replace(REMINDER, asked=True), away, at(6, 12)) == Go()


def test_who_has_left_muted_it_or_wants_none_of_its_kind_never_gets_it() -> None:
    for message in (
        replace(REMINDER, there="left"),
        replace(REMINDER, wanted="never"),
        replace(REMINDER, muted=True),
        replace(REMINDER, useful_until=at(5, 11)),
    ):
        assert isinstance(may_go(message, HABITS, at(5, 12)), Drop)
        assert isinstance(may_go(replace(message, asked=True), HABITS, at(5, 12)), Drop)


def test_what_is_held_waits_until_then_or_until_somebody_says() -> None:
    for message in (replace(REMINDER, there="paused"), replace(REMINDER, held=True)):
        assert may_go(message, HABITS, at(5, 12)) in (Morning(None, "stepped back"), Morning(None, "held"))
        assert isinstance(may_go(replace(message, is_morning=True), HABITS, at(5, 12)), Drop)
        assert isinstance(may_go_along(message, at(5, 12)), Morning)
        assert may_go(replace(message, by_hand=True), HABITS, at(5, 12)) == may_go(message, HABITS, at(5, 12))
    until = replace(REMINDER, held=True, held_until=at(8, 12))
    assert may_go(until, HABITS, at(5, 12)) == Morning(at(11, 8), "held")


def test_one_a_day_and_five_a_week_and_the_rest_waits_for_the_morning() -> None:
    following = at(6, 8)
    assert may_go(replace(REMINDER, sent_today=1), HABITS, at(5, 12)) == Morning(
        following, "something else had come that day"
    )
    assert may_go(replace(REMINDER, sent_this_week=5), HABITS, at(5, 12)) == Morning(
        following, "enough had come that week"
    )
    assert may_go(replace(REMINDER, morning_at=at(5, 13)), HABITS, at(5, 12)) == Morning(
        at(5, 13), "a morning message was to come that day"
    )
    assert may_go(replace(REMINDER, wanted="morning"), HABITS, at(5, 12)) == Morning(
        following, "messages of this kind come in the morning message"
    )


def test_what_matters_goes_beyond_the_budget_and_what_begins_soon_beyond_any_wish_but_quiet() -> None:
    spent = replace(REMINDER, sent_today=3, sent_this_week=9)
    assert may_go(replace(spent, matters=True), HABITS, at(5, 12)) == Go()
    assert may_go(replace(spent, wanted="morning", begins=at(5, 14)), HABITS, at(5, 12)) == Go()
    assert may_go(replace(spent, begins=at(9, 14)), HABITS, at(9, 12)) == Go()  # on a Saturday


def test_what_can_not_wait_for_the_morning_goes_two_hours_before_or_at_once_if_that_is_in_quiet_hours() -> None:
    spent = replace(REMINDER, sent_today=1)
    assert may_go(replace(spent, begins=at(5, 18)), HABITS, at(5, 12)) == Later(
        at(5, 16), "something else had come that day"
    )
    assert may_go(replace(spent, begins=at(6, 7, 30)), HABITS, at(5, 12)) == Go()
    assert may_go(replace(spent, begins=at(6, 9, 30)), HABITS, at(5, 12)) == Go()  # of no use on the day itself
    assert isinstance(may_go(replace(spent, begins=at(7, 9, 30)), HABITS, at(5, 12)), Morning)


def test_a_morning_message_comes_at_its_hour_on_a_working_day_and_once() -> None:
    morning = Unasked(kind="morning", is_morning=True)
    assert may_go(morning, HABITS, at(5, 8)) == Go()
    assert may_go(morning, HABITS, at(5, 15)) == Go()  # after an outage
    for moment in (at(5, 7, 30), at(4, 23), at(5, 3)):
        assert may_go(morning, HABITS, moment) == Later(at(5, 8), "it was not the hour for it")
    assert may_go(morning, HABITS, at(9, 8)) == Later(at(11, 8), "it was not the hour for it")
    assert may_go(replace(morning, mornings_today=1), HABITS, at(5, 9)) == Later(at(6, 8), "one had come that day")


def test_a_morning_message_takes_along_what_comes_before_the_next_one_and_what_begins_soon() -> None:
    friday = at(8, 8)
    day_before = replace(REMINDER, begins=at(9, 9, 30), matters=True)
    assert may_go_early(day_before, at(8, 12), HABITS, friday)
    assert may_go_early(replace(REMINDER, begins=at(11, 9, 30)), at(10, 12), HABITS, friday)  # on the Sunday
    assert not may_go_early(replace(REMINDER, begins=at(13, 9, 30)), at(11, 9), HABITS, friday)
    assert not may_go_early(replace(REMINDER, begins=at(8, 14)), at(8, 13), HABITS, friday), "an hour before"
    assert may_go_early(replace(REMINDER, begins=at(8, 9, 30)), at(8, 8, 30), HABITS, friday)
    for never in (
        replace(day_before, muted=True),
        replace(day_before, superseded=True),
        replace(day_before, asked=True),
        replace(day_before, held=True),
        replace(day_before, begins=None),
    ):
        assert not may_go_early(never, at(8, 12), HABITS, friday)
    assert isinstance(may_go(replace(REMINDER, superseded=True), HABITS, friday), Drop)


def test_a_morning_hour_within_quiet_hours_is_when_those_end() -> None:
    habits = replace(HABITS, morning=time(6), quiet_until=time(9))
    assert next_morning(habits, at(5, 0)) == at(5, 9)
    assert may_go(Unasked(kind="morning", is_morning=True), habits, at(5, 9)) == Go()


# ---------------------------------------------------------------- a year with both clock changes, in two zones

zones = st.sampled_from([LONDON, NEW_YORK])
walls = st.times().map(lambda wall: wall.replace(second=0, microsecond=0))
moments = st.integers(0, 365 * 24 * 60).map(lambda minutes: at(1, 0) + timedelta(minutes=minutes))
days_off = st.frozensets(st.integers(0, 6))
leaves = st.lists(st.tuples(st.dates(date(2027, 1, 1), date(2027, 12, 1)), st.integers(0, 30)), max_size=3).map(
    lambda found: [(first, first + timedelta(days=days)) for first, days in found]
)


@st.composite
def habits_of_somebody(draw: st.DrawFn) -> Habits:
    quiet_from, quiet_until = draw(st.tuples(walls, walls).filter(lambda hours: hours[0] != hours[1]))
    return Habits(
        zone=draw(zones),
        quiet_from=quiet_from,
        quiet_until=quiet_until,
        morning=draw(walls),
        days_off=draw(days_off),
        is_holiday=lambda day: bool(bank_holiday(day)),
        away=draw(leaves),
    )


@st.composite
def something_due(draw: st.DrawFn) -> Unasked:
    return Unasked(
        kind="modules",
        begins=draw(st.none() | moments),
        matters=draw(st.booleans()),
        is_morning=draw(st.booleans()),
        wanted=draw(st.sampled_from(["planned", "morning"])),
        sent_today=draw(st.integers(0, 2)),
        sent_this_week=draw(st.integers(0, 6)),
        mornings_today=draw(st.integers(0, 1)),
        morning_at=draw(st.none() | moments),
    )


@given(something_due(), habits_of_somebody(), moments)
def test_whatever_goes_comes_in_no_quiet_hour_and_on_no_day_of_leave(
    message: Unasked, habits: Habits, now: datetime
) -> None:
    message = _ahead(message, now)
    if may_go(message, habits, now) == Go():
        assert not is_quiet(habits, now)
        assert not any(first <= day_of(habits, now) <= last for first, last in habits.away)


@given(something_due(), habits_of_somebody(), moments)
def test_whatever_is_put_off_is_put_off_to_a_later_moment_and_settled_within_a_few(
    message: Unasked, habits: Habits, now: datetime
) -> None:
    outcome: Outcome = may_go(_ahead(message, now), habits, now)
    for _ in range(4):
        if not isinstance(outcome, Later):
            break
        assert outcome.at > now
        now = outcome.at
        sent_anew = replace(_ahead(message, now), sent_today=0, mornings_today=0)
        outcome = may_go(sent_anew, habits, now)
    assert not isinstance(outcome, Later)


@given(something_due(), habits_of_somebody(), moments)
def test_what_goes_into_a_morning_message_goes_before_its_event_begins(
    message: Unasked, habits: Habits, now: datetime
) -> None:
    message = replace(_ahead(message, now), is_morning=False)
    outcome = may_go(message, replace(habits, away=[]), now)
    if isinstance(outcome, Morning) and message.begins is not None:
        assert outcome.at is not None
        assert now < outcome.at < message.begins
    if isinstance(outcome, Later) and message.begins is not None:
        assert outcome.at < message.begins


@given(habits_of_somebody(), moments)
def test_the_next_morning_is_one_on_which_a_morning_message_goes(habits: Habits, now: datetime) -> None:
    morning = next_morning(habits, now)
    assert morning > now
    assert may_go(Unasked(kind="morning", is_morning=True), habits, morning) == Go()


@given(habits_of_somebody(), moments)
def test_quiet_hours_end_at_their_wall_time_or_an_hour_on_where_the_clocks_skip_it(
    habits: Habits, now: datetime
) -> None:
    if is_quiet(habits, now):
        end = quiet_end(habits, now)
        assert now < end <= now + timedelta(hours=25)
        assert not is_quiet(habits, end)
        assert end == at_wall(day_of(habits, end), habits.quiet_until, habits.zone)


def _ahead(message: Unasked, now: datetime) -> Unasked:
    """As the engine asks: an event that has begun is none that lies ahead, nor is a morning message that has come."""
    begins = message.begins if message.begins is not None and message.begins > now else None
    morning_at = message.morning_at if message.morning_at is not None and message.morning_at > now else None
    return replace(message, begins=begins, morning_at=morning_at)
