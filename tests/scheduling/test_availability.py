"""Free times, from what coaches offer: gaps, caps, notice, exceptions, groups, changes of rules, and of the clocks."""

from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scheduling.availability import Diary, Seeker, free_times, meetings, outside, soonest
from storage.shared.coaching.bookings import Seats
from storage.shared.coaching.busy import Span
from storage.shared.coaching.offers import Offer
from storage.shared.coaching.places import Slot
from tests.coaching import LONDON, NOW, at, tuesdays

ADA = Seeker(1)
OTHER = frozenset({2})
UNTIL = at(12, 23)


def session(starts: datetime, minutes: int = 60, people: frozenset[int] = OTHER, **changes: Any) -> Seats:
    ends = starts + timedelta(minutes=minutes)
    waiting = changes.pop("waiting", frozenset[int]())
    slot: dict[str, Any] = {"coach_id": 9, "offer_id": 1, "starts_at": starts, "ends_at": ends}
    return Seats(Slot(**slot | changes), people, waiting)


def begins(offer: Offer, seats: tuple[Seats, ...] = (), busy: tuple[Span, ...] = (), **more: Any) -> list[str]:
    """When somebody can begin, as day and time in London."""
    diary = Diary([offer, *more.pop("beside", ())], seats, busy, more.pop("a_day", None), more.pop("a_week", None))
    when: dict[str, Any] = {"now": NOW, "until": UNTIL}
    found = free_times(diary, more.pop("seeker", ADA), **when | more)
    return [f"{free.starts.astimezone(LONDON):%-d %H:%M}" for free in found]


AFTERNOONS = ["5 14:00", "5 15:00", "5 16:00", "12 14:00", "12 15:00", "12 16:00"]
TUESDAYS = tuesdays(9)
GROUP = tuesdays(9, places=3, id=1)


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (begins(TUESDAYS), AFTERNOONS),
        (begins(tuesdays(9, gap=15)), ["5 14:00", "5 15:15", "12 14:00", "12 15:15"]),
        (begins(tuesdays(9, minutes=90, ends=time(17))), ["5 14:00", "5 15:30", "12 14:00", "12 15:30"]),
        (begins(tuesdays(9, rule="")), AFTERNOONS[:3]),
        (begins(tuesdays(9, rule="FREQ=WEEKLY;BYDAY=TU;UNTIL=20270111T235959")), AFTERNOONS[:3]),
        (begins(tuesdays(9, except_on=["2027-01-05"])), AFTERNOONS[3:]),
        (begins(tuesdays(9, ends=time(0), starts=time(22))), ["5 22:00", "5 23:00", "12 22:00"]),
        (begins(tuesdays(9, paused=True)), []),
        (begins(tuesdays(9, closed_at=NOW)), []),
        # an hour in a session leaves the others; with a gap it takes what is too near
        (begins(TUESDAYS, (session(at(5, 15)),)), ["5 14:00", "5 16:00", *AFTERNOONS[3:]]),
        (begins(tuesdays(9, gap=15, minutes=45), (session(at(5, 15), 30),)), ["5 14:00", "5 16:00", *AFTERNOONS[3:]]),
        (begins(tuesdays(9, gap=30, minutes=60), (session(at(5, 13), 45),)), ["5 15:30", "12 14:00", "12 15:30"]),
        # what else the coach has on needs no gap; neither does what the seeker has
        (begins(TUESDAYS, busy=((at(5, 13), at(5, 14)), (at(5, 15), at(5, 16)))), [*AFTERNOONS[:1], *AFTERNOONS[2:]]),
        (begins(TUESDAYS, seeker=Seeker(1, [(at(5, 9), at(5, 18)), (at(5, 14), at(5, 15))])), AFTERNOONS[3:]),
        (begins(TUESDAYS, busy=((at(4, 0), at(5, 16)), (at(5, 14), at(5, 15)))), AFTERNOONS[2:]),
        # notice, after, until
        (begins(TUESDAYS, notice=timedelta(hours=30)), AFTERNOONS[1:]),
        (begins(tuesdays(9, notice=29 * 60 + 1), notice=timedelta()), AFTERNOONS[1:]),
        (begins(tuesdays(9, notice=29 * 60 + 1), notice=None), AFTERNOONS),
        (begins(TUESDAYS, after=at(5, 15)), AFTERNOONS[1:]),
        (begins(TUESDAYS, until=at(5, 15)), AFTERNOONS[:1]),
        # caps count every session of that day or week, whatever it is of
        (begins(TUESDAYS, (session(at(5, 9)),), a_day=1), AFTERNOONS[3:]),
        (begins(TUESDAYS, (session(at(4, 9)), session(at(8, 9))), a_week=2), AFTERNOONS[3:]),
        (begins(TUESDAYS, (session(at(4, 9)), session(at(11, 9))), a_week=2), AFTERNOONS),
        # two offers of the same time are one, unless one of them is for groups
        (begins(TUESDAYS, beside=[tuesdays(9, starts=time(15))]), AFTERNOONS),
        (begins(tuesdays(9, ends=time(15)), beside=[GROUP])[:4], ["5 14:00", *AFTERNOONS[:3]]),
    ],
)  # fmt: skip
def test_what_is_free(found: list[str], expected: list[str]) -> None:
    assert found == expected


def left(seats: Seats, seeker: Seeker = ADA, **more: Any) -> int | None:
    """How many places somebody finds in the group of Tuesday at two; None where they don't find it."""
    diary = Diary([GROUP], [seats], **more)
    times = free_times(diary, seeker, now=NOW, until=at(5, 14, 1))
    return next((free.left for free in times if free.starts == at(5, 14)), None)


def test_a_group_has_places_until_it_is_full_and_then_a_line() -> None:
    two, full = frozenset({2, 3}), frozenset({2, 3, 4})
    assert left(session(at(5, 14), places=3, people=two)) == 1
    assert left(session(at(5, 14), places=3, people=two), busy=[(at(5, 14), at(5, 15))], a_day=1) == 1, "it takes place"
    assert left(session(at(5, 14), places=3, people=full)) == 0
    assert left(session(at(5, 14), places=3, people=two, waiting=frozenset({5}))) == 0, "nobody goes before who waits"
    assert left(session(at(5, 14), places=3, people=two), Seeker(1, (), frozenset({3}))) == 0, "full, for all they see"
    assert left(session(at(5, 14), places=3, people=two), Seeker(3)) is None, "they are in it"
    assert left(session(at(5, 14), places=3, people=two), Seeker(1, [(at(5, 14, 30), at(5, 14, 35))])) is None
    assert left(session(at(5, 14), places=3, people=full, waiting=frozenset({1}))) is None
    assert left(session(at(5, 14), places=1)) is None, "an individual session is there instead"
    assert left(session(at(5, 14), 90, places=3)) is None
    assert left(session(at(5, 14), places=3, offer_id=2)) is None, "another group is there"
    together = session(at(5, 14), places=3)
    assert begins(tuesdays(9, id=1), (together,)) == AFTERNOONS[1:], "nobody who wants a session alone is put into it"


def test_a_fixed_group_meets_when_its_meetings_stand_and_else_by_its_rule() -> None:
    fixed = tuesdays(9, id=1, places=3, fixed=True, ends=time(15), except_on=["2027-01-12"], notice=60)
    stand = [
        session(at(5, 14), places=3),
        session(at(13, 18), 90, places=3),  # the meeting of the 12th, which was moved and takes longer
        session(at(14, 18), places=3, offer_id=2),
    ]
    found = meetings(fixed, stand, ADA, now=NOW, until=at(20, 0))
    assert [(free.starts, free.ends - free.starts, free.left) for free in found] == [
        (at(5, 14), timedelta(hours=1), 2),
        (at(13, 18), timedelta(minutes=90), 2),
        (at(19, 14), timedelta(hours=1), 3),
    ]
    assert [free.starts for free in meetings(fixed, stand, Seeker(2), now=NOW, until=at(20, 0))] == [at(19, 14)]
    soon = meetings(fixed, stand, ADA, now=at(5, 13, 1), until=at(20, 0))
    assert [free.starts for free in soon] == [at(13, 18), at(19, 14)], "its notice holds for what stands as well"
    fixed.paused = True
    assert meetings(fixed, stand, ADA, now=NOW, until=at(20, 0)) == []


def test_of_several_coaches_the_soonest_comes_first() -> None:
    offers = [
        tuesdays(9, rule="FREQ=WEEKLY;BYDAY=WE", first=date(2027, 1, 6)),
        TUESDAYS,
        tuesdays(8, starts=time(14, 30)),
    ]
    found = soonest(free_times(Diary([offer]), ADA, now=NOW, until=UNTIL) for offer in offers)
    starts = [free.starts for free in found]
    assert starts == sorted(starts)
    assert len(starts) == 3 + 6 + 4


def test_a_change_of_a_rule_says_which_bookings_lie_outside() -> None:
    booked = [session(at(5, 14)), session(at(12, 16)), session(at(13, 16)), session(at(6, 9), offer_id=None)]
    assert outside([TUESDAYS, tuesdays(9, rule="FREQ=WEEKLY;BYDAY=WE", first=date(2027, 1, 6))], booked) == []
    assert outside([tuesdays(9, ends=time(16))], booked) == booked[1:3]
    assert outside([tuesdays(9, except_on=["2027-01-05"])], booked) == [booked[0], booked[2]]
    assert outside([tuesdays(9, closed_at=NOW)], booked) == booked[:3]
    assert outside([tuesdays(9, paused=True)], booked) == [booked[2]], "what is booked stays while nothing new is"


def test_a_year_of_fortnightly_sessions_keeps_its_wall_time_over_both_clock_changes() -> None:
    offer = tuesdays(9, rule="FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", ends=time(15))
    found = list(free_times(Diary([offer]), ADA, now=NOW, until=NOW + timedelta(days=365)))
    assert len(found) == 26
    london = {free.starts.astimezone(LONDON).time() for free in found}
    assert london == {time(14)}
    assert {(after.starts - before.starts) for before, after in pairwise(found)} == {
        timedelta(days=14), timedelta(days=14, hours=1), timedelta(days=14, hours=-1)
    }  # fmt: skip
    assert {free.starts.astimezone(UTC).hour for free in found} == {13, 14}
    # New York changes its clocks on other days: there it is an hour later for a while, as it is.
    new_york = {free.starts.astimezone(ZoneInfo("America/New_York")).time() for free in found}
    assert new_york == {time(9), time(10)}


@pytest.mark.parametrize(
    ("zone", "day", "starts", "expected"),
    [
        # 28 March 2027: London's clocks skip from one to two; 31 October: the hour from one comes twice
        ("Europe/London", date(2027, 3, 28), time(0), ["00:00+0000", "02:00+0100", "03:00+0100"]),
        ("Europe/London", date(2027, 3, 28), time(1), ["02:00+0100", "03:00+0100"]),
        ("Europe/London", date(2027, 10, 31), time(1), ["01:00+0100", "01:00+0000", "02:00+0000", "03:00+0000"]),
        ("Asia/Kolkata", date(2027, 3, 28), time(2), ["02:00+0530", "03:00+0530"]),
    ],
)
def test_what_the_clocks_skip_or_repeat_is_an_hour_less_or_more(
    zone: str, day: date, starts: time, expected: list[str]
) -> None:
    offer = tuesdays(9, zone=zone, rule="", first=day, starts=starts, ends=time(4))
    found = free_times(Diary([offer]), ADA, now=NOW, until=NOW + timedelta(days=365))
    assert [f"{free.starts.astimezone(ZoneInfo(zone)):%H:%M%z}" for free in found] == expected


spans = st.lists(
    st.tuples(st.integers(0, 14 * 24 * 4), st.integers(1, 40)).map(
        lambda span: (NOW + timedelta(minutes=15 * span[0]), NOW + timedelta(minutes=15 * sum(span)))
    ),
    max_size=12,
    unique_by=lambda span: span[0],
).map(sorted)


@settings(max_examples=40, deadline=None)
@given(
    held=spans,
    busy=spans,
    theirs=spans,
    gap=st.integers(0, 8).map(lambda number: 5 * number),
    length=st.sampled_from([30, 45, 60]),
    a_day=st.none() | st.integers(1, 3),
)
def test_what_is_free_is_all_that_is_free(
    held: list[Span], busy: list[Span], theirs: list[Span], gap: int, length: int, a_day: int | None
) -> None:
    """Against a way that is plain and slow: each time on its own."""
    offer = tuesdays(9, rule="FREQ=DAILY", starts=time(9), gap=gap, minutes=length)
    seats = [session(starts, (ends - starts) // timedelta(minutes=1), places=1) for starts, ends in held]
    diary = Diary([offer], seats, busy, a_day)
    until = NOW + timedelta(days=10)
    found = [free.starts for free in free_times(diary, Seeker(1, theirs), now=NOW, until=until)]

    def clear(starts: datetime, apart: int, spans: list[Span]) -> bool:
        margin, ends = timedelta(minutes=apart), starts + timedelta(minutes=length)
        return all(ends + margin <= first or last <= starts - margin for first, last in spans)

    expected = []
    for days in range(11):
        day = date(2027, 1, 5) + timedelta(days=days)
        starts = datetime.combine(day, time(9), LONDON).astimezone(UTC)
        begun = {seats_.slot.starts_at for seats_ in seats}
        while starts + timedelta(minutes=length) <= datetime.combine(day, time(17), LONDON):
            that_day = sum(first.astimezone(LONDON).date() == day for first, _ in held)
            is_free = clear(starts, gap, held) and clear(starts, 0, busy) and clear(starts, 0, theirs)
            if is_free and starts not in begun and starts < until and (a_day is None or that_day < a_day):
                expected.append(starts)
            starts += timedelta(minutes=length + gap)
    assert found == expected
