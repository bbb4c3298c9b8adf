"""What the database itself refuses of bookings, whatever the code would do; and how their rows end."""

import asyncio
from collections.abc import AsyncIterator
from datetime import time, timedelta
from pathlib import Path
from shutil import copyfile
from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError
from sqlmodel import SQLModel, select

from scheduling.booking import accept, confirm, decline, request, wait
from scheduling.coaching import Coaching, NotThere, SlotTaken, What
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


async def proposed(world: World) -> dict[int, int]:
    """To whom a coach has proposed other times, and how many."""
    return {booking.person_id: len(booking.proposed) for booking in await every(world, Booking) if booking.proposed}


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
    single = await world.offers(tuesdays(cleo, rule="FREQ=DAILY", starts=time(9), ends=time(10)))
    held = {}
    for name in ("Ada", "Ben"):
        held[name] = (await world.books(name, group, at(5, 14))).booked.booking.id
        await world.books(name, group, at(12, 14))
        await world.does(confirm, held[name], cleo)
    (waits,) = await world.does(wait, world.wish("Eve", group, at(12, 14)))
    for name, starts in (("Ada", at(19, 9)), ("Ben", at(20, 9))):
        asked = (await world.books(name, single, starts)).booked.booking
        await world.does(decline, asked.id, cleo, [at(21, 9)])
    assert await proposed(world) == {ada: 1, ben: 1}
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
    assert await proposed(world) == {ben: 1}
    stands = {booking.id: booking.state for booking in await every(world, Booking) if booking.person_id == ada}
    assert sorted(stands.values()) == ["cancelled", "confirmed", "declined"], "what has taken place stays as an hour"
    assert stands[held["Ada"]] == "confirmed"
    assert await every(world, Bar) == []
    assert [row.ended_at for row in await every(world, Assignment)] == [world.now]
    assert [row.person_id for row in await every(world, BusyTime)] == [ben]
    changes = await world.does(lapse, cleo)
    assert [change.booked.booking.id for change in changes if change.booked.booking.person_id == world.ids["Eve"]] == [
        waits.booked.booking.id
    ], "the place is offered to who waits"

    await forget(cleo)
    assert await proposed(world) == {}
    (coach,) = await every(world, Coach)
    assert (coach.about, coach.takes_on) == ("", False)
    assert {(offer.place, offer.closed_at) for offer in await every(world, Offer)} == {("", world.now)}
    assert {slot.place for slot in await every(world, Slot)} == {""}
    assert {row.state for row in await every(world, Booking) if row.slot_id != 1} == {"cancelled", "declined"}
    with pytest.raises(NotThere):
        await world.does(accept, waits.booked.booking.id, world.ids["Eve"])


async def waits_for_a_lock(database: SharedDatabase, asking: asyncio.Task[Any]) -> None:
    """Until this is done, or its transaction waits for what another has locked."""
    waits = text(
        "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'"
    )
    while not asking.done() and not await database.do(lambda session: session.connection().execute(waits).scalar_one()):
        pass  # it is asked again


async def test_who_waited_for_a_coach_books_by_what_is_on_offer_since(migrated_postgres_url: str) -> None:
    async with SharedDatabase(migrated_postgres_url) as database:
        world = await new_world(database, ["Cleo"], ["Ada"])
        cleo = world.ids["Cleo"]
        weekly = await world.offers(tuesdays(cleo))
        fixed = await world.offers(tuesdays(cleo, places=3, fixed=True, starts=time(9), ends=time(10)))
        daily = await world.offers(tuesdays(cleo, starts=time(18), ends=time(19)))
        wishes = [
            world.wish("Ada", weekly, at(12, 14)),
            world.wish("Ada", fixed, at(5, 9)),
            world.wish("Ada", daily, at(12, 18)),
        ]
        for offer_id, wish in zip((weekly.id, fixed.id, None), wishes, strict=True):
            async with database.unit() as changes:
                await changes.bookings.lock([cleo])
                asking = asyncio.create_task(world.does(request, wish))
                await waits_for_a_lock(database, asking)
                if offer_id is None:
                    await changes.coaches.save(Coach(person_id=cleo, a_day=0))
                else:
                    offer = await changes.offers.get(offer_id)
                    assert offer is not None
                    offer.paused, offer.closed_at = offer_id == weekly.id, NOW if offer_id == fixed.id else None
                    await changes.offers.save(offer)
            with pytest.raises(SlotTaken):
                await asking
        assert await every(world, Booking) == []


async def test_what_a_coach_confirms_is_not_released_by_a_booking_with_another(migrated_postgres_url: str) -> None:
    async with SharedDatabase(migrated_postgres_url) as database:
        world = await new_world(database, ["Cleo", "Dan"], ["Ada", "Ben"])
        cleos, dans = [await world.offers(tuesdays(world.ids[name])) for name in ("Cleo", "Dan")]
        held = (await world.books("Ada", dans, at(26, 14))).booked.booking
        other = (await world.books("Ada", dans, at(26, 16))).booked.booking
        world.now = at(6, 9)  # what runs out can be confirmed, as long as nobody has released it
        async with database.unit() as confirms:
            await confirm(Coaching(confirms, world.programmes, world.now), held.id, world.ids["Dan"])
            asking = asyncio.create_task(world.does(request, world.wish("Ada", cleos, at(26, 15))))
            await waits_for_a_lock(database, asking)
        lapsed, asked = await asking
        assert (lapsed.what, lapsed.booked.booking.id) == (What.LAPSED, other.id)
        assert asked.what == What.REQUESTED
        stands = {booking.id: booking.state for booking in await every(world, Booking)}
        assert stands[held.id] == BookingState.CONFIRMED


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
