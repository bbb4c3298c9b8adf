"""Groups: who is in line, who moves with whom, and whom a private bar keeps out."""

from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from scheduling.booking import accept, choose, confirm, decline, place_in_line, propose, request, wait
from scheduling.coaching import (
    Coaching,
    GroupFull,
    NotThere,
    Overlaps,
    SlotTaken,
    What,
    first_in_line,
)
from scheduling.diaries import next_times
from scheduling.rebooking import cancel, move, move_to, put_off
from scheduling.waiting import lapse
from storage.shared.coaching.bookings import Seats
from storage.shared.coaching.places import BookingState, Slot
from tests.coaching import LONDON, NOW, World, at, busy, tuesdays, whats

HOUR = timedelta(hours=1)


async def test_a_freed_place_goes_to_the_first_in_line_then_to_the_next_and_never_after_it_began(
    anywhere: World,
) -> None:
    world = anywhere
    cleo = world.ids["Cleo"]
    group = await world.offers(tuesdays(cleo, places=2))
    held = [(await world.books(who, group, at(12, 14))).booked.booking for who in ("Ada", "Ben")]
    with pytest.raises(GroupFull):
        await world.books("Eve", group, at(12, 14))
    waiting = [(await world.does(wait, world.wish(who, group, at(12, 14))))[0].booked.booking for who in ("Eve", "Fay")]
    async with world.database.unit() as unit:
        coaching = Coaching(unit, world.programmes, world.now)
        assert [await place_in_line(coaching, booking) for booking in waiting] == [1, 2]

    cancelled, offered = await world.does(cancel, held[0].id, world.ids["Ada"])
    assert (cancelled.what, offered.what, offered.booked.booking.id) == (What.CANCELLED, What.OFFERED, waiting[0].id)
    assert offered.booked.booking.held_until == at(5, 9), "a working day"
    with pytest.raises(GroupFull):
        await world.books("Ada", group, at(12, 14))

    world.now = at(5, 9)
    passed, offered = await world.does(lapse, cleo)
    assert (passed.what, offered.booked.booking.id) == (What.PASSED_ON, waiting[1].id)
    with pytest.raises(NotThere):
        await world.does(accept, waiting[0].id, world.ids["Eve"])
    (accepted,) = await world.does(accept, waiting[1].id, world.ids["Fay"])
    assert accepted.booked.booking.state == BookingState.CONFIRMED

    await world.does(wait, world.wish("Eve", group, at(12, 14)))
    await world.does(confirm, held[1].id, cleo)
    world.now = at(12, 14)
    assert await world.does(lapse, cleo) == []


async def test_the_place_that_somebody_is_offered_does_not_keep_them_from_another_session(anywhere: World) -> None:
    world = anywhere
    group, dans = (
        await world.offers(tuesdays(world.ids["Cleo"], places=2)),
        await world.offers(tuesdays(world.ids["Dan"])),
    )
    held = [(await world.books(who, group, at(12, 14))).booked.booking for who in ("Ada", "Ben")]
    waiting = (await world.does(wait, world.wish("Eve", group, at(12, 14))))[0].booked.booking
    await world.does(cancel, held[0].id, None)
    await world.books("Eve", dans, at(12, 14))
    with pytest.raises(Overlaps):
        await world.does(accept, waiting.id, world.ids["Eve"])
    assert await whats(world, "Eve") == ["12 14:00 waiting", "12 14:00 requested"]


async def test_a_group_moves_with_everybody_in_it_and_who_waits(anywhere: World) -> None:
    world = anywhere
    cleo = world.ids["Cleo"]
    group = await world.offers(tuesdays(cleo, places=2))
    held = [(await world.books(who, group, at(12, 14))).booked.booking for who in ("Ada", "Ben")]
    for who in ("Eve", "Fay"):
        await world.does(wait, world.wish(who, group, at(12, 14)))
    changes = await world.does(move_to, held[0].id, cleo, at(12, 14, 30))
    assert [change.what for change in changes] == [What.MOVED] * 4, "by less than its length"
    assert await busy(world) == 3 * 12
    with pytest.raises(SlotTaken):
        await world.does(move_to, held[0].id, cleo, at(12, 14, 30))
    await world.does(cancel, held[0].id, None)  # Eve is offered a place
    changes = await world.does(move_to, held[1].id, cleo, at(12, 15))
    assert [change.what for change in changes] == [What.MOVED, What.MOVED, What.MOVED, What.OFFERED]
    assert await whats(world, "Ben") == ["12 15:00 confirmed"]
    assert changes[-1].booked.booking.person_id == world.ids["Eve"]
    assert await busy(world) == 2 * 12


async def test_a_fixed_group_is_joined_as_a_whole(anywhere: World) -> None:
    world = anywhere
    cleo = world.ids["Cleo"]
    group = await world.offers(
        tuesdays(cleo, places=2, fixed=True, ends=time(15), rule="FREQ=WEEKLY;INTERVAL=2;COUNT=6")
    )
    joined = await world.does(request, world.wish("Ada", group, at(5, 14)))
    assert len(joined) == 6
    assert {change.booked.slot.starts_at.astimezone(LONDON).hour for change in joined} == {14}
    dans = await world.offers(tuesdays(world.ids["Dan"]))
    await world.books("Ben", dans, at(19, 14))
    with pytest.raises(Overlaps):
        await world.does(request, world.wish("Ben", group, at(5, 14)))
    assert await whats(world, "Ben") == ["19 14:00 requested"], "all of it, or nothing"
    await world.does(request, world.wish("Eve", group, at(5, 14)))
    for rule in (request, wait):
        with pytest.raises(GroupFull):
            await world.does(rule, world.wish("Fay", group, at(5, 14)))
    async with world.database.unit() as unit:
        await unit.coaches.keep_apart(world.ids["Fay"], cleo)
    with pytest.raises(SlotTaken):
        await world.does(request, world.wish("Fay", group, at(5, 14)))


async def test_who_joins_a_fixed_group_later_comes_when_its_meetings_are_by_now(world: World) -> None:
    cleo = world.ids["Cleo"]
    group = await world.offers(tuesdays(cleo, places=3, fixed=True, ends=time(15), rule="FREQ=WEEKLY;COUNT=3"))
    joined = [change.booked.booking for change in await world.does(request, world.wish("Ada", group, at(5, 14)))]
    await world.does(move_to, joined[1].id, cleo, at(13, 18))
    await world.does(request, world.wish("Ben", group, at(5, 14)))
    ben = ["05 14:00 requested", "13 18:00 requested", "19 14:00 requested"]
    assert await whats(world, "Ben") == ben
    async with world.database.unit() as unit:
        seats = await unit.bookings.seats([cleo], NOW, at(31, 0), NOW)
    assert [len(each.people) for each in seats] == [2, 2, 2], "they meet together"


async def test_nobody_is_put_into_a_session_or_a_group_that_they_did_not_ask_for(anywhere: World) -> None:
    world = anywhere
    cleo, ben = world.ids["Cleo"], world.ids["Ben"]
    group, alone, long, fixed = [
        await world.offers(tuesdays(cleo, **changes))
        for changes in (
            {"places": 4},
            {},
            {"places": 4, "minutes": 180, "starts": time(9), "ends": time(12)},
            {"places": 4, "fixed": True, "ends": time(15), "rule": "FREQ=WEEKLY;COUNT=1", "first": date(2027, 1, 26)},
        )
    ]
    first = (await world.books("Ada", group, at(12, 14))).booked.booking
    await world.books("Ada", long, at(12, 9))
    with pytest.raises(SlotTaken):
        await world.books("Ben", alone, at(12, 14))  # what is on offer at the same hours
    bens = (await world.books("Ben", alone, at(12, 16))).booked.booking
    for taken in (at(12, 14), at(12, 9)):
        with pytest.raises(SlotTaken):
            await world.does(move_to, bens.id, cleo, taken)
    await world.does(propose, bens.id, cleo, [at(12, 14)])
    with pytest.raises(SlotTaken):
        await world.does(choose, bens.id, ben, at(12, 14))

    await world.does(request, world.wish("Ada", fixed, at(26, 14)))
    with pytest.raises(SlotTaken):
        await world.books("Ben", group, at(26, 14))
    next_week = (await world.books("Eve", group, at(19, 14))).booked.booking
    for rule, given in ((put_off, (cleo, at(12, 13), at(12, 15))), (move_to, (first.id, cleo, at(19, 14)))):
        with pytest.raises(SlotTaken):
            await world.does(rule, *given)
    assert await whats(world, "Ada") == ["12 09:00 requested", "12 14:00 requested", "26 14:00 requested"]
    await world.does(move_to, next_week.id, cleo, at(19, 15))
    assert (await world.books("Fay", group, at(19, 15))).booked.slot.id == (
        await world.books("Ben", group, at(19, 15))
    ).booked.slot.id, "a group that has moved is joined where it is on offer"


async def test_a_group_is_not_proposed_for_another_time_and_names_nobody_to_other_people(world: World) -> None:
    cleo, ada = world.ids["Cleo"], world.ids["Ada"]
    group = await world.offers(tuesdays(cleo, places=3))
    asked = await world.does(request, replace(world.wish("Ada", group, at(12, 14)), named=True))
    booking = asked[-1].booked.booking
    for rule in (propose, decline):
        with pytest.raises(NotThere):
            await world.does(rule, booking.id, cleo, [at(13, 10)])
    (moved,) = await world.does(move_to, booking.id, cleo, at(12, 15))
    assert moved.booked.booking.named, "with the same people"
    (moved,) = await world.does(move, booking.id, ada, world.wish("Ada", group, at(19, 14)))
    assert not moved.booked.booking.named, "with others"


async def test_a_private_bar_reads_like_a_full_group_and_shows_nowhere(world: World) -> None:
    cleo, ada, ben, eve = (world.ids[name] for name in ("Cleo", "Ada", "Ben", "Eve"))
    group = await world.offers(tuesdays(cleo, places=2))
    await world.books("Ada", group, at(12, 14))
    async with world.database.unit() as unit:
        await unit.coaches.keep_apart(ben, ada)
        await unit.coaches.keep_apart(ada, ben)
    with pytest.raises(GroupFull):
        await world.books("Ben", group, at(12, 14))
    (waits,) = await world.does(wait, world.wish("Ben", group, at(12, 14)))
    assert waits.what == What.WAITING
    assert await world.does(lapse, cleo) == []
    assert (await world.books("Eve", group, at(12, 14))).what == What.REQUESTED, "it is full for nobody but him"
    async with world.database.unit() as unit:
        coaching = Coaching(unit, world.programmes, world.now)
        found = [list(await next_times(coaching, world.cohort_id, who, [cleo], at(13, 9))) for who in (ben, ada)]
    assert [time.starts for time in found[0] if time.left == 0] == [], "he waits there already"
    assert at(12, 14) not in [time.starts for times in found for time in times]
    seats = Seats(Slot(coach_id=cleo, starts_at=NOW, ends_at=NOW, places=3), frozenset({ada}), frozenset())
    apart = frozenset({frozenset({ada, ben})})
    assert first_in_line([ben, eve], seats, apart) == eve
    assert first_in_line([ben, eve], None, apart) == ben
    assert first_in_line([ben], seats, apart) is None
