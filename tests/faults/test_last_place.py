"""Two hundred people press the last place at once, in two processes: one has it, and 199 are told that it is taken."""

from collections import Counter
from datetime import time, timedelta
from itertools import pairwise
from pathlib import Path
from shutil import copyfile

import pytest
from sqlmodel import Session, col, func, select

from scheduling.booking import Wish
from storage.shared.coaching.places import Booking
from storage.shared.unit import SharedDatabase
from tests.cast import migrated_file
from tests.coaching import World, at, new_world, tuesdays
from tests.faults.last_place import Pressing, outcomes, shared_out

PEOPLE = 200
ROUNDS = 20
COACHES = 10


@pytest.fixture(params=["sqlite", "postgres"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    if request.param == "postgres":
        found: str = request.getfixturevalue("migrated_postgres_url")
        return found
    copyfile(migrated_file(), tmp_path / "shared.db")
    return f"sqlite:///{tmp_path / 'shared.db'}"


def pressed(world: World, url: str, rounds: list[list[Wish]], *, checks: bool = True) -> list[Counter[str]]:
    each = shared_out(rounds)
    return outcomes([Pressing(url, world.programmes, world.now, wishes, checks) for wishes in each])


def booked(session: Session) -> list[tuple[int, int]]:
    """How many places are somebody's, slot by slot."""
    has_a_place = col(Booking.number).is_not(None)
    found = select(Booking.slot_id, func.count()).where(has_a_place).group_by(col(Booking.slot_id))
    return list(session.exec(found))


async def test_two_hundred_press_the_last_place_at_once_and_one_has_it(url: str) -> None:
    async with SharedDatabase(url) as database:
        people = [f"P{number}" for number in range(PEOPLE)]
        world = await new_world(database, ["Cleo"], people, at_once=True)
        offer = await world.offers(tuesdays(world.ids["Cleo"], rule="FREQ=DAILY", ends=time(18)))
        times = [at(5, 14) + timedelta(days=days, hours=hours) for days in range(6) for hours in range(4)]
        checked = [[world.wish(who, offer, starts) for who in people] for starts in times[:ROUNDS]]
        unchecked = [[world.wish(who, offer, starts) for who in people[:20]] for starts in times[ROUNDS:]]

        assert pressed(world, url, checked) == [Counter(won=1, SlotTaken=PEOPLE - 1)] * ROUNDS
        without = pressed(world, url, unchecked, checks=False)
        assert [found["won"] for found in without] == [1] * len(unchecked), "the constraint alone decides"

        by_slot = await database.do(booked)
        assert [count for _, count in by_slot] == [1] * len(times)


async def test_nobody_is_in_two_sessions_at_once_however_they_press(url: str) -> None:
    async with SharedDatabase(url) as database:
        coaches = [f"C{number}" for number in range(COACHES)]
        world = await new_world(database, coaches, ["Ada"], at_once=True)
        offers = [await world.offers(tuesdays(world.ids[name], rule="FREQ=DAILY")) for name in coaches]
        # Not at the same moment, but so that each overlaps the others.
        offers[0].starts, offers[1].starts = time(14, 30), time(13, 30)
        async with database.unit() as unit:
            for offer in offers[:2]:
                await unit.offers.save(offer)

        def begins(number: int, day: int) -> Wish:
            minutes = {0: 30, 1: -30}.get(number, 0)
            return world.wish("Ada", offers[number], at(day, 14) + timedelta(minutes=minutes))

        for checks, days in ((True, range(5, 8)), (False, range(8, 11))):
            rounds = [[begins(number, day) for number in range(COACHES)] for day in days]
            for found in pressed(world, url, rounds, checks=checks):
                # One at half past one and one at half past two don't overlap.
                assert found["won"] in (1, 2), found
                assert found["won"] + found["Overlaps"] == COACHES, found
        async with database.unit() as unit:
            spans = await unit.bookings.sessions_of(world.ids["Ada"], at(1, 0), at(30, 0))
        assert all(before[1] <= after[0] for before, after in pairwise(spans))
