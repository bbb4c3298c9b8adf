"""A cohort's timetable, from its template and the day it starts."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.programmes import Programme, Programmes
from scheduling.bank_holidays import bank_holiday, is_working_day, next_working_day
from scheduling.timetable import Known, last_day, lay_out, put, told
from storage.shared.timetable import Event, EventKind

LONDON = ZoneInfo("Europe/London")
PROGRAMMES = Programmes.load()
LEADERSHIP = PROGRAMMES["london-leadership"]
NOW = datetime(2027, 1, 5, 9, tzinfo=UTC)

starts = st.dates(date(2026, 1, 1), date(2032, 12, 31))
programmes = st.sampled_from(list(PROGRAMMES.values()))


def test_weeks_are_counted_from_the_monday_of_the_start() -> None:
    on_monday, on_friday = (lay_out(LEADERSHIP, date(2027, 9, day), LONDON) for day in (6, 10))
    assert on_monday == on_friday
    first = next(laid for laid in on_monday if laid.kind == EventKind.MODULE)
    assert first.title == "Module 1: Leading in the System"
    assert first.day == date(2027, 9, 8)
    assert min(laid.day for laid in on_monday) < date(2027, 9, 6), "what comes before the start has its place too"


@given(programmes, starts)
def test_each_is_on_a_working_day_of_its_own_at_its_wall_time(programme: Programme, starts: date) -> None:
    laid = lay_out(programme, starts, LONDON)
    planned = {one.key: one for one in programme.planned}
    assert {one.key for one in laid} == set(planned)
    assert all(is_working_day(one.day) for one in laid)
    assert len({one.day for one in laid}) == len(laid)
    for one in laid:
        assert one.day == one.meant or bank_holiday(one.meant), "only a bank holiday pushes"
        if one.starts_at is None:
            assert planned[one.key].starts is None
        else:
            local = one.starts_at.astimezone(LONDON)
            assert (local.date(), local.time()) == (one.day, planned[one.key].starts)
    assert last_day(laid, starts) == max(one.day for one in laid)


def test_the_hour_is_the_same_in_summer_and_in_winter() -> None:
    modules = [one for one in lay_out(LEADERSHIP, date(2027, 9, 6), LONDON) if one.kind == EventKind.MODULE]
    assert {one.starts_at.astimezone(LONDON).time() for one in modules if one.starts_at} == {time(9, 30)}
    assert {one.starts_at.astimezone(UTC).time() for one in modules if one.starts_at} == {time(8, 30), time(9, 30)}


def test_a_bank_holiday_pushes_to_the_next_working_day_that_is_free() -> None:
    module = LEADERSHIP.modules[0]
    on_easter = module.model_copy(update={"weekday": 0})  # Easter Monday, 29 March 2027
    after_easter = module.model_copy(update={"key": "other", "weekday": 1})
    programme = LEADERSHIP.model_copy(update={"modules": (on_easter, after_easter), "events": ()})

    second, first = lay_out(programme, date(2027, 3, 29), LONDON)
    assert (first.meant, first.day) == (date(2027, 3, 29), date(2027, 3, 31))
    assert (second.meant, second.day) == (date(2027, 3, 30), date(2027, 3, 30))


def test_bank_holidays_are_those_of_england() -> None:
    assert bank_holiday(date(2027, 3, 29)) == "Easter Monday"
    assert bank_holiday(date(2027, 12, 27)), "Christmas Day was on a Saturday"
    assert not bank_holiday(date(2027, 1, 2)), "that is one in Scotland"
    assert next_working_day(date(2026, 12, 24)) == date(2026, 12, 29)


def event(**values: object) -> Event:
    start = datetime(2027, 3, 9, 9, 30, tzinfo=UTC)
    known = Known(
        on=True,
        title="Module 2",
        day=date(2027, 3, 9),
        starts_at=start,
        ends_at=start + timedelta(hours=7),
        place="",
        way_in="",
        step_free="",
        link="",
    )
    made = Event(cohort_id=1, kind=EventKind.MODULE, title="", day=known.day, made_at=NOW, changed_at=NOW)
    put(made, known.but(**values), NOW)
    return made


def test_what_was_told_reads_the_same_from_the_database() -> None:
    made = event(place="Guildhall")
    assert told(made) is None
    made.told = Known.of(made).model_dump(mode="json")
    assert told(made) == Known.of(made)


@pytest.mark.parametrize(
    ("was", "becomes", "news"),
    [
        ({}, {}, False),
        ({}, {"place": "Guildhall"}, True),
        ({}, {"on": False}, True),
        ({"on": False}, {}, True),
        ({"on": False}, {"on": False, "place": "Guildhall"}, False),
    ],
)
def test_only_what_somebody_does_not_know_is_news(
    was: dict[str, object], becomes: dict[str, object], news: bool
) -> None:
    assert Known.of(event(**becomes)).is_news_after(Known.of(event(**was))) is news


def test_what_has_only_a_day_is_over_when_the_day_is() -> None:
    known = Known.of(event(starts_at=None, ends_at=None, day=date(2027, 6, 30)))
    assert known.over(LONDON) == datetime(2027, 7, 1, tzinfo=LONDON)
