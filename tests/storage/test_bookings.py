"""What the database itself refuses of bookings, whatever the code would do; and how their rows end."""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from shutil import copyfile
from typing import Any

import pytest
from sqlalchemy.exc import IntegrityError
from sqlmodel import SQLModel, select

from scheduling.booking import accept, confirm, request, wait
from scheduling.coaching import NotThere
from scheduling.waiting import lapse
from storage.shared.coaching.busy import SAID, BusyTime
from storage.shared.coaching.coaches import Assignment, Bar, Coach
from storage.shared.coaching.offers import Offer
from storage.shared.coaching.places import Booking, BookingState, Busy, Place, Slot
from storage.shared.unit import SharedDatabase
from tests.cast import migrated_file
from tests.coaching import NOW, World, at, new_world, tuesdays

HOUR = timedelta(hours=1)


@pytest.fixture(params=["sqlite", "postgres"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    if request.param == "postgres":
        return str(request.getfixturevalue("migrated_postgres_url"))
    copyfile(migrated_file(), tmp_path / "shared.db")
    return f"sqlite:///{tmp_path / 'shared.db'}"


@pytest.fixture
async def world(url: str) -> AsyncIterator[World]:
    async with SharedDatabase(url) as database:
        yield await new_world(database, ["Cleo"], ["Ada", "Ben", "Eve"])


async def keep(world: World, *rows: SQLModel) -> None:
    def write(session: Any) -> None:
        for row in rows:
            session.add(row)
            session.flush()

    await world.database.do(write)


async def every(world: World, table: type[SQLModel]) -> list[Any]:
    return await world.database.do(lambda session: list(session.exec(select(table))))


async def test_the_database_refuses_what_no_booking_may_be(world: World) -> None:
    cleo, ada, ben = (world.ids[name] for name in ("Cleo", "Ada", "Ben"))
    await keep(
        world,
        Coach(person_id=cleo),
        Slot(id=1, coach_id=cleo, starts_at=NOW, ends_at=NOW + HOUR),
        Slot(id=2, coach_id=cleo, starts_at=NOW + HOUR, ends_at=NOW + 2 * HOUR),
        Place(slot_id=1, number=1),
    )

    def booking(**changes: Any) -> Booking:
        given: dict[str, Any] = {
            "slot_id": 1,
            "number": 1,
            "person_id": ada,
            "cohort_id": world.cohort_id,
            "state": BookingState.CONFIRMED,
        }
        moments: dict[str, Any] = {"held_from": NOW, "asked_at": NOW, "changed_at": NOW}
        return Booking(**given | moments | changes)

    await keep(world, booking(), Busy(person_id=ada, block=1, slot_id=1))
    await keep(world, booking(number=None, state=BookingState.WAITING, person_id=ben))
    for refused in (
        booking(person_id=ben),  # a second person on one place
        booking(number=2, person_id=ben),  # a place that the slot does not have
        booking(number=None),  # confirmed without a place
        booking(number=None, state=BookingState.REQUESTED, held_until=NOW),
        booking(slot_id=2, number=1),  # a place of another slot
        booking(state=BookingState.CANCELLED),  # cancelled, and yet with a place
        booking(number=None, state=BookingState.DECLINED, held_until=NOW),
        booking(number=None, state=BookingState.WAITING, person_id=ben),  # twice in one line
        Slot(coach_id=cleo, starts_at=NOW, ends_at=NOW + 2 * HOUR),  # two slots at one moment
        Busy(person_id=ada, block=1, slot_id=2),  # in two sessions
        Bar(person_id=ben, other_id=ada),
    ):
        with pytest.raises(IntegrityError):
            await keep(world, refused)
    await keep(world, Place(slot_id=2, number=1))
    with pytest.raises(IntegrityError):  # a request that would never end
        await keep(world, booking(slot_id=2, state=BookingState.REQUESTED))
    assert len(await every(world, Booking)) == 2


async def test_who_deletes_everything_meets_nobody_and_hours_stay(world: World) -> None:
    cleo, ada, ben = (world.ids[name] for name in ("Cleo", "Ada", "Ben"))
    group = await world.offers(tuesdays(cleo, places=2, place="3 Elm Row"))
    held = {}
    for name in ("Ada", "Ben"):
        held[name] = (await world.books(name, group, at(5, 14))).booked.booking.id
        await world.books(name, group, at(12, 14))
        await world.does(confirm, held[name], cleo)
    (waits,) = await world.does(wait, world.wish("Eve", group, at(12, 14)))
    async with world.database.unit() as unit:
        await unit.busy.add(ada, [(NOW, NOW + HOUR)])
        await unit.busy.add(ben, [(NOW, NOW + HOUR)])
        await unit.coaches.assign(world.cohort_id, ada, cleo, NOW)
        await unit.coaches.keep_apart(ada, cleo)
        await unit.coaches.save(Coach(person_id=cleo, about="I listen."))
    world.now = at(5, 16)

    async def forget(person_id: int) -> None:
        async with world.database.unit() as unit:
            person = await unit.people.get(person_id)
            assert person is not None
            wish = await unit.deletions.ask(person, world.now, world.now)
            await unit.deletions.forget(wish.id, world.now)

    await forget(ada)
    stands = {booking.id: booking.state for booking in await every(world, Booking) if booking.person_id == ada}
    assert sorted(stands.values()) == ["cancelled", "confirmed"], "what has taken place stays as an hour"
    assert stands[held["Ada"]] == "confirmed"
    assert await every(world, Bar) == []
    assert [row.ended_at for row in await every(world, Assignment)] == [world.now]
    assert [row.person_id for row in await every(world, BusyTime)] == [ben]
    changes = await world.does(lapse, cleo)
    assert [change.booked.booking.id for change in changes if change.booked.booking.person_id == world.ids["Eve"]] == [
        waits.booked.booking.id
    ], "the place is offered to who waits"

    await forget(cleo)
    (coach,) = await every(world, Coach)
    (offer,) = await every(world, Offer)
    assert (coach.about, coach.takes_on, offer.place) == ("", False, "")
    assert offer.closed_at == world.now
    assert {slot.place for slot in await every(world, Slot)} == {""}
    assert {row.state for row in await every(world, Booking) if row.slot_id != 1} == {"cancelled"}
    with pytest.raises(NotThere):
        await world.does(accept, waits.booked.booking.id, world.ids["Eve"])


async def test_what_kept_times_apart_ends_when_they_are_over(world: World) -> None:
    offer = await world.offers(tuesdays(world.ids["Cleo"]))
    for day in (5, 12):
        await world.does(request, world.wish("Ada", offer, at(day, 14)))
    async with world.database.unit() as unit:
        await unit.busy.add(world.ids["Ada"], [(at(5, 9), at(5, 10)), (at(12, 9), at(12, 10))])
        assert await unit.bookings.forget_time_before(at(6, 9)) == 2 * 12
        assert await unit.busy.forget_before(at(6, 9)) == 1
        (left,) = await unit.busy.ahead(world.ids["Ada"], at(6, 9), SAID)
        assert not await unit.busy.take_back(world.ids["Ben"], left.id)
        assert await unit.busy.take_back(world.ids["Ada"], left.id)
