"""Availability: the free times of a coach with a year of rules, 500 bookings and 1,000 busy times; and of fifty of them

The floor is to look at each booking and each busy time once.
"""

import random
from collections.abc import Iterable, Sequence
from datetime import date, time, timedelta
from functools import partial
from itertools import islice

from scheduling import availability
from scheduling.availability import Diary, Seeker, free_times, soonest
from storage.shared.coaching.bookings import Seats
from storage.shared.coaching.busy import Span
from storage.shared.coaching.places import Slot
from tests.bench.report import Measure, milliseconds, percentile
from tests.coaching import NOW, at, tuesdays

COACHES, BOOKINGS, BUSY, SHOWN = 50, 500, 1_000, 5
UNTIL = NOW + timedelta(days=365)
RULES = (
    ("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", time(9), time(12)),
    ("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH", time(14), time(17)),
    ("FREQ=MONTHLY;BYDAY=1MO", time(13), time(18)),
)


def bench() -> Iterable[Measure]:
    diaries = [_diary(number) for number in range(COACHES)]
    theirs = Seeker(1, _spans(random.Random(0), 100, 60))
    one = partial(_soonest, diaries[:1], theirs)
    all_ = partial(_soonest, diaries, theirs)
    availability._days.cache_clear()
    yield Measure("the next five of one coach, the first time", milliseconds(one, 1)[0], "ms", at_most=10)
    yield Measure("  afterwards, p99", percentile(milliseconds(one, 100), 99), "ms", at_most=10)
    yield Measure("  as so many times the floor", *_against(one, diaries[:1]))
    yield Measure(
        "all of a year of one coach, p99", percentile(milliseconds(partial(_year, diaries[0], theirs), 30), 99), "ms"
    )
    availability._days.cache_clear()
    yield Measure("the next five of fifty coaches, the first time", milliseconds(all_, 1)[0], "ms", at_most=100)
    yield Measure("  afterwards, p99", percentile(milliseconds(all_, 30), 99), "ms", at_most=100)
    yield Measure("  as so many times the floor", *_against(all_, diaries))


def _diary(number: int) -> Diary:
    drawn = random.Random(number)
    offers = [
        tuesdays(number, id=rule, rule=text, first=date(2027, 1, 1), starts=starts, ends=ends, gap=15)
        for rule, (text, starts, ends) in enumerate(RULES)
    ]
    seats = [
        Seats(Slot(coach_id=number, offer_id=1, starts_at=starts, ends_at=ends), frozenset({2}), frozenset())
        for starts, ends in _spans(drawn, BOOKINGS, 60)
    ]
    return Diary(offers, seats, _spans(drawn, BUSY, 90), a_day=3, a_week=12)


def _spans(drawn: random.Random, count: int, minutes: int) -> list[Span]:
    starts = sorted(at(5, 8) + timedelta(minutes=5 * drawn.randrange(12 * 24 * 360)) for _ in range(count))
    return [(begins, begins + timedelta(minutes=minutes)) for begins in starts]


def _soonest(diaries: Sequence[Diary], seeker: Seeker) -> None:
    found = list(islice(soonest(free_times(diary, seeker, now=NOW, until=UNTIL) for diary in diaries), SHOWN))
    assert len(found) == SHOWN


def _year(diary: Diary, seeker: Seeker) -> None:
    assert sum(1 for _ in free_times(diary, seeker, now=NOW, until=UNTIL)) > 100


def _look(diaries: Sequence[Diary]) -> int:
    looked = 0
    for diary in diaries:
        looked += sum(seats.slot.starts_at < UNTIL for seats in diary.seats) + sum(
            span[0] < UNTIL for span in diary.busy
        )
    return looked


def _against(work: partial[None], diaries: Sequence[Diary]) -> tuple[float, str, float]:
    ours, floor = (percentile(milliseconds(each, 50), 50) for each in (work, partial(_look, diaries)))
    return ours, "ms", floor
