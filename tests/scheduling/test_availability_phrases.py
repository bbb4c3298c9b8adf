"""What somebody offers again and again, as people type it: its days, its hours, its bounds, and what is not sure."""

import string
from contextlib import suppress
from datetime import UTC, date, datetime, time, timedelta
from itertools import islice
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.chat.errors import Refusal
from scheduling.phrases import Availability, read_availabilities, read_availability
from scheduling.phrases.rules import often_at
from tests.scheduling.moments import MOMENTS

LONDON = ZoneInfo("Europe/London")
NEW_YORK = ZoneInfo("America/New_York")
NOW = datetime(2027, 4, 14, 10, 5, tzinfo=UTC)  # a Wednesday


def read(text: str, now: datetime = NOW, zone: ZoneInfo = LONDON) -> Availability:
    found = read_availability(text, now, zone)
    assert found is not None, text
    return found


def hours(found: Availability) -> str:
    """Its hours in short: "09:00-12:00", "after 16:00", "morning"."""
    if found.part:
        return found.part
    starts, ends = (f"{at:%H:%M}" if at else "" for at in (found.starts, found.ends))
    return f"after {starts}" if found.onwards else f"{starts}-{ends}" if ends else starts or "all day"


@pytest.mark.parametrize(
    ("text", "rule", "at"),
    [
        ("I can do Thursdays 9-11", "FREQ=WEEKLY;BYDAY=TH", "09:00-11:00"),
        ("each Tuesday from half one to quarter past three", "FREQ=WEEKLY;BYDAY=TU", "13:30-15:15"),
        ("Mon, Weds & Fri at noon for 40 mins", "FREQ=WEEKLY;BYDAY=MO,WE,FR", "12:00-12:40"),
        ("any Monday or Friday after 3pm", "FREQ=WEEKLY;BYDAY=MO,FR", "after 15:00"),
        ("Tuesday to Friday before 11", "FREQ=WEEKLY;BYDAY=TU,WE,TH,FR", "-11:00"),
        ("working days, 11-1", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "11:00-13:00"),
        ("weekends only please, 10am till noon", "FREQ=WEEKLY;BYDAY=SA,SU", "10:00-12:00"),
        ("Wednesdays, all day", "FREQ=WEEKLY;BYDAY=WE", "all day"),
        ("every morning", "FREQ=DAILY", "morning"),
        ("evenings Monday to Wednesday", "FREQ=WEEKLY;BYDAY=MO,TU,WE", "evening"),
        ("Thursday evenings at 7", "FREQ=WEEKLY;BYDAY=TH", "19:00"),
        ("every third Tuesday 4-5", "FREQ=WEEKLY;INTERVAL=3;BYDAY=TU", "16:00-17:00"),
        ("alternate weeks, Friday 2pm", "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR", "14:00"),
        ("fortnighty on Mondays at 10", "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO", "10:00"),
        ("once a fortnight on a Monday at 4", "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO", "16:00"),
        ("biweekly: Mon and Thu 8.30-9", "FREQ=WEEKLY;BYDAY=MO,TH", "08:30-09:00"),
        ("twice a week, Tuesdays and Fridays, 1430-1500", "FREQ=WEEKLY;BYDAY=TU,FR", "14:30-15:00"),
        ("Mon 8am and Thu 8am every week", "FREQ=WEEKLY;BYDAY=MO,TH", "08:00"),
        ("once a month on the last Thursday at 3", "FREQ=MONTHLY;BYDAY=-1TH", "15:00"),
        ("1st and 3rd Weds of each month 12-1", "FREQ=MONTHLY;BYDAY=1WE,3WE", "12:00-13:00"),
        ("first Monday and third Thursday of the month at 9", "FREQ=MONTHLY;BYDAY=1MO,3TH", "09:00"),
        ("last working day of the month at 4", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", "16:00"),
        ("the 5th and 20th of every month, 10-11", "FREQ=MONTHLY;BYMONTHDAY=5,20", "10:00-11:00"),
        ("quarterly on the second Tuesday, 2-3", "FREQ=MONTHLY;BYMONTH=1,4,7,10;BYDAY=2TU", "14:00-15:00"),
        ("every day except Sundays at 8am", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA", "08:00"),
        ("weekday afternoons but not Mondays or Fridays", "FREQ=WEEKLY;BYDAY=TU,WE,TH", "afternoon"),
        ("I can't do Mondays but Tuesdays 2-4 are fine", "FREQ=WEEKLY;BYDAY=TU", "14:00-16:00"),
        ("Fridays 9-10, not in August", "FREQ=WEEKLY;BYDAY=FR;BYMONTH=1,2,3,4,5,6,7,9,10,11,12", "09:00-10:00"),
    ],
)
def test_days_and_hours_are_read_as_they_are_said(text: str, rule: str, at: str) -> None:
    found = read(text)
    assert (found.rule, hours(found)) == (rule, at)


@pytest.mark.parametrize(
    ("text", "first", "last", "count"),
    [
        ("Tuesdays 9-10 until 29 June", "2027-04-20", "2027-06-29", 11),
        ("Tuesdays 9-10 to the end of May", "2027-04-20", "2027-05-25", 6),
        ("Tuesdays 9-10 till Christmas", "2027-04-20", "2027-12-21", 36),
        ("Tuesday mornings until July", "2027-04-20", "2027-07-27", 15),
        ("Tuesdays 9-10 from 4 May to 8 June", "2027-05-04", "2027-06-08", 6),
        ("Tuesdays 9-10 between May and June", "2027-05-04", "2027-06-29", 9),
        ("Tuesdays in May at 9", "2027-05-04", "2027-05-25", 4),
        ("Tuesdays at 9 starting next month, six sessions", "2027-05-04", "2027-06-08", 6),
        ("Tuesdays at 9 for the next five weeks", "2027-04-20", "2027-05-18", 5),
        ("Tuesdays and Thursdays at 9 for 3 weeks", "2027-04-15", "2027-05-04", 6),
        ("the next four Tuesdays at 9", "2027-04-20", "2027-05-11", 4),
        ("Tuesday at 9 x3", "2027-04-20", "2027-05-04", 3),
        ("every other Tuesday at 9 from 27 April until 25 May", "2027-04-27", "2027-05-25", 3),
        ("Tuesdays 9-10 until 18 May except the 27th", "2027-04-20", "2027-05-18", 4),
        ("Tuesdays 9-10 until 18 May, apart from half term 3-7 May", "2027-04-20", "2027-05-18", 4),
        ("Mondays 9-10 until 7 June excluding bank holidays", "2027-04-19", "2027-06-07", 6),
        ("every day at 9 from 1 to 30 April 2028 except over Easter", "2028-04-01", "2028-04-30", 26),
        ("Wednesdays 4-5 for two weeks", "2027-04-21", "2027-04-28", 2),  # from tomorrow on
    ],
)
def test_it_begins_ends_and_leaves_out_what_was_said(text: str, first: str, last: str, count: int) -> None:
    days = list(read(text).days())
    assert (str(days[0]), str(days[-1]), len(days)) == (first, last, count)


@pytest.mark.parametrize(
    "text",
    [
        *("", "Monday at 3", "next Monday at 3", "Tuesday 2-5pm", "Mon or Tue after 4", "Friday 12 March 2-3"),
        *("the first Monday in March at 9", "a week on Thursday at 10", "in two weeks on Monday", "all day tomorrow"),
        *("two Mondays a month, 9-10", "one Friday a quarter at 2", "3 Fridays out of 4 at 10"),
        *("every penny counts", "every so often", "every day is a lesson", "week in week out", "daily bread"),
        *("Mondays are awful", "I can't do Mondays", "not Tuesdays", "never on a Friday", "the weekly report is late"),
        *(
            "can we move Monday's meeting to Tuesday at 4?",
            "on leave Mon to Thu",
            "moved from today to Friday at 1",
            "everyone came on Monday at 10",
        ),
    ],
)
def test_what_comes_once_or_is_not_offered_is_none_of_it(text: str) -> None:
    assert read_availability(text, NOW, LONDON) is None


def test_several_rules_in_one_sentence_are_as_many_offers() -> None:
    found = read_availabilities("Mondays 9-12 and 2-4, Thursday mornings until June; 45 minute slots", NOW, LONDON)
    assert [(one.rule.split(";")[1], hours(one), one.minutes) for one in found] == [
        ("BYDAY=MO", "09:00-12:00", 45),
        ("BYDAY=MO", "14:00-16:00", 45),
        ("BYDAY=TH", "morning", 45),
    ]
    assert all("UNTIL=20270630" in one.rule for one in found)
    assert read("9-10 on Mondays and 3-4 on Fridays") == read("Mondays 9-10")


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("Tuesdays 7", "every Tuesday at 19:00, from Tuesday 20 April 2027"),
        (
            "Tuesdays 9-10 until July",
            "every Tuesday 09:00–10:00, from Tuesday 20 April 2027 until Wednesday 30 June 2027",
        ),
        ("every third Friday at 2", "the third Friday of every month at 14:00, from Friday 16 April 2027"),
        ("biweekly on Monday at 9", "every Monday at 09:00, from Monday 19 April 2027"),
        ("Tuesdays ten to eleven", "every Tuesday at 10:50, from Tuesday 20 April 2027"),
    ],
)
def test_what_is_not_sure_says_why_and_what_else_it_may_mean(text: str, other: str) -> None:
    found = read(text)
    assert found.why
    assert [str(one) for one in found.others] == [other]


def test_a_bound_that_could_not_be_read_is_said() -> None:
    assert read("Tuesdays 9-10 until the cows come home").why
    assert not read("Tuesdays 9-10 until the end of June").why
    with pytest.raises(Refusal, match="end before"):
        read_availability("Tuesdays 9-10 until 3 January 2027", NOW, LONDON)


def test_its_hours_stay_on_the_wall_clock_when_the_clocks_change() -> None:
    found = read("Sundays 1.30-3pm from 17 October until 7 November except 24 October", NOW)
    assert [(str(begins), str(ends)) for begins, ends in found.times()] == [
        ("2027-10-17 13:30:00+01:00", "2027-10-17 15:00:00+01:00"),
        ("2027-10-31 13:30:00+00:00", "2027-10-31 15:00:00+00:00"),
        ("2027-11-07 13:30:00+00:00", "2027-11-07 15:00:00+00:00"),
    ]
    skipped = read("Sundays 01:30-04:00 from 21 March 2027", datetime(2027, 3, 1, tzinfo=UTC))
    assert [str(begins) for begins, _ in islice(skipped.times(), 2)] == [
        "2027-03-21 01:30:00+00:00",
        "2027-03-28 02:30:00+01:00",
    ]
    repeating = found.repeating
    assert repeating is not None
    assert str(repeating.after(datetime(2027, 10, 30, tzinfo=UTC))) == "2027-10-31 13:30:00+00:00"
    assert read("Sunday mornings").repeating is None


DAYS = st.lists(
    st.sampled_from(["Monday", "Tuesday", "Wednesday", "Thursday", "Saturday"]), min_size=1, max_size=4, unique=True
)
NTHS = st.lists(st.sampled_from(["first", "second", "third", "fourth", "last"]), min_size=1, max_size=2, unique=True)
RULES = st.one_of(
    st.sampled_from(["every day", "every weekday", "weekends", "the last working day of the month", "every 10 days"]),
    DAYS.map(lambda days: f"every {' and '.join(days)}"),
    st.tuples(st.integers(1, 20), DAYS).map(lambda said: f"every {said[0]} weeks on {', '.join(said[1])}"),
    st.tuples(NTHS, DAYS).map(lambda said: f"the {' and '.join(said[0])} {' and '.join(said[1])} of every month"),
    st.tuples(NTHS, DAYS).map(lambda said: f"the {' and '.join(said[0])} {' and '.join(said[1])} of every quarter"),
    st.lists(st.integers(1, 28), min_size=1, max_size=3, unique=True).map(
        lambda dates: f"the {' and '.join(f'{day}th' for day in dates)} of every 2 months"
    ),
)
CLOCKS = st.times().map(lambda at: time(at.hour, at.minute))
HOURS = st.one_of(
    st.sampled_from(["", ", mornings", ", lunchtimes", ", late afternoons", ", all day", ", 30 minutes each"]),
    CLOCKS.map(lambda at: f" at {at:%H:%M}"),
    CLOCKS.map(lambda at: f" after {at:%H:%M}"),
    st.tuples(st.integers(0, 11), st.integers(12, 23)).map(lambda ends: f" {ends[0]:02}:15-{ends[1]:02}:45"),
)
BOUNDS = st.one_of(
    st.sampled_from(["", " from 1 May 2028", " for 40 weeks", " not in July and August", ", x 6"]),
    st.dates(date(2030, 1, 1), date(2031, 12, 31)).map(lambda day: f" until {day}"),
)


@settings(deadline=None)
@given(
    rule=RULES, at=HOURS, bounds=BOUNDS, skipped=st.booleans(), now=MOMENTS, zone=st.sampled_from([LONDON, NEW_YORK])
)
def test_its_words_are_read_as_the_same_again(
    rule: str, at: str, bounds: str, skipped: bool, now: datetime, zone: ZoneInfo
) -> None:
    found = read(f"{rule}{at}{bounds}", now, zone)
    if skipped and (days := list(islice(found.days(), 3)))[1:]:
        left_out = " to ".join(day.isoformat() for day in days[1:])
        found = read(f"{rule}{at}{bounds} except {left_out}", now, zone)
        assert found.except_on == {*days[1:]}
    assert read(str(found), now, zone) == found
    first = next(found.days(), None)
    assert first is None or first > now.astimezone(zone).date()


PIECES = (
    *("every ", "every other ", "each ", "first ", "1st and ", "Mon ", "Mondays, ", "Mon-", "Tuesday to ", "weekdays "),
    *(
        "and ",
        "or ",
        "the ",
        "in ",
        "on ",
        "of the month ",
        "monthly ",
        "until ",
        "from ",
        "for 6 ",
        "weeks ",
        "except ",
    ),
    *("not ", "but ", "9-", "9", "9-12 ", "half ", "1/", "15 ", "Feb ", "x6 ", "mornings ", "a ", ", ", "(", "- "),
)


@settings(deadline=None)
@given(text=st.one_of(st.text(max_size=700), st.lists(st.sampled_from(PIECES), max_size=120).map("".join)))
@example(text="every Mon first Mon")
def test_whatever_is_typed_nothing_breaks(text: str) -> None:
    try:
        found = read_availabilities(text, NOW, LONDON)
    except Refusal:
        return
    for one in found:
        assert read(str(one)) == one or one.except_on or not list(islice(one.days(), 1))


@pytest.mark.parametrize("piece", [*PIECES, *string.punctuation])
def test_the_work_grows_with_the_text_and_what_is_long_is_none_of_it(
    piece: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Counted are the places of the text at which it looks for a rule."""
    looked: list[int] = []

    def counted(words: str, at: int) -> object:
        looked.append(at)
        return often_at(words, at)

    monkeypatch.setattr("scheduling.phrases.pieces.often_at", counted)
    with suppress(Refusal):
        read_availabilities((piece * 600)[:600], NOW, LONDON)
    assert len(looked) <= 600
    looked.clear()
    assert read_availabilities(piece * 50_000, NOW, LONDON) == ()
    assert not looked


def test_what_begins_is_counted_from_the_day_after_it_was_typed() -> None:
    found = read("every other Wednesday at 11")
    assert list(islice(found.days(), 2)) == [date(2027, 4, 21), date(2027, 4, 21) + timedelta(weeks=2)]
