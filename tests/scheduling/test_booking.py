"""Who has which place: requested, confirmed, declined, moved, cancelled, waited for; and what is refused."""

from datetime import date, datetime, time, timedelta

import pytest

from scheduling.booking import choose, confirm, decline, propose, request, wait
from scheduling.coaching import (
    AllUsed,
    Coaching,
    NotThere,
    NotYet,
    Overlaps,
    Side,
    SlotTaken,
    TooLate,
    What,
    may_coach,
)
from scheduling.diaries import coaches_for, next_times, sessions, to_choose
from scheduling.parting import end_booking, end_coaching
from scheduling.rebooking import affected, cancel, clear, move, move_to, none_suits, put_off, record
from scheduling.waiting import lapse
from storage.shared.coaching.busy import CALENDAR
from storage.shared.coaching.coaches import Coach
from storage.shared.coaching.places import BookingState
from storage.shared.reminders import Leave
from tests.coaching import NOW, World, at, busy, tuesdays, whats

HOUR = timedelta(hours=1)


async def test_a_request_holds_its_place_until_a_moment_and_is_then_free_and_both_know(anywhere: World) -> None:
    world = anywhere
    offer = await world.offers(tuesdays(world.ids["Cleo"]))
    asked = await world.books("Ada", offer, at(5, 14))
    assert (asked.what, asked.booked.booking.state) == (What.REQUESTED, BookingState.REQUESTED)
    assert asked.booked.booking.held_until == at(5, 14), "never beyond its start"
    later = await world.books("Ada", offer, at(12, 14))
    assert later.booked.booking.held_until == at(6, 9), "two working days of ten hours"
    with pytest.raises(SlotTaken):
        await world.books("Ben", offer, at(12, 14))

    world.now = at(6, 9)
    changes = await world.does(request, world.wish("Ben", offer, at(12, 14)))
    assert [(change.what, change.booked.booking.person_id) for change in changes] == [
        (What.LAPSED, world.ids["Ada"]),
        (What.LAPSED, world.ids["Ada"]),
        (What.REQUESTED, world.ids["Ben"]),
    ]
    assert await whats(world, "Ada") == ["05 14:00 cancelled", "12 14:00 cancelled"]
    assert await world.does(lapse, world.ids["Cleo"]) == []
    with pytest.raises(NotThere):
        await world.does(confirm, asked.booked.booking.id, world.ids["Cleo"])


async def test_a_hold_stops_while_its_coach_is_away_or_has_stepped_back(world: World) -> None:
    cleo = world.ids["Cleo"]
    offer = await world.offers(tuesdays(cleo))
    held = (await world.books("Ada", offer, at(26, 14))).booked.booking
    assert held.held_until == at(6, 9)
    async with world.database.unit() as unit:
        await unit.reminders.add_leave(Leave(person_id=cleo, first=date(2027, 1, 5), last=date(2027, 1, 8)))

    world.now = at(6, 9)
    with pytest.raises(SlotTaken):
        await world.books("Ben", offer, at(26, 14))
    (longer,) = await world.does(lapse, cleo)
    assert (longer.what, longer.booked.booking.held_until) == (What.PROLONGED, at(12, 9))

    async with world.database.unit() as unit:
        await unit.cohorts.step_back(cleo, world.cohort_id, says_away=False)
    world.now = at(12, 9)
    (longer,) = await world.does(lapse, cleo)
    assert (longer.what, longer.booked.booking.held_until) == (What.PROLONGED, at(14, 9))
    with pytest.raises(SlotTaken):
        await world.books("Ben", offer, at(26, 15))  # of somebody who has stepped back nothing new is asked
    async with world.database.unit() as unit:
        await unit.cohorts.come_back(cleo, world.cohort_id)
    (confirmed,) = await world.does(confirm, held.id, cleo)
    assert confirmed.what == What.CONFIRMED
    assert await world.does(confirm, held.id, cleo) == [], "a second press changes nothing"


async def test_a_coach_declines_with_other_times_and_one_of_them_is_confirmed_when_it_is_chosen(
    anywhere: World,
) -> None:
    world = anywhere
    cleo, ada = world.ids["Cleo"], world.ids["Ada"]
    offer = await world.offers(tuesdays(cleo))
    asked = (await world.books("Ada", offer, at(12, 14))).booked.booking
    with pytest.raises(NotThere):
        await world.does(decline, asked.id, world.ids["Dan"])
    (declined,) = await world.does(decline, asked.id, cleo, [at(13, 10), at(13, 11), at(14, 10), at(14, 11)])
    assert declined.what == What.DECLINED
    assert len(declined.booked.booking.proposed) == 3
    assert await busy(world) == 0
    await world.books("Ben", offer, at(12, 14))

    for nobodys in (at(14, 11), at(12, 15)):
        with pytest.raises(NotThere):
            await world.does(choose, asked.id, ada, nobodys)
    (chosen,) = await world.does(choose, asked.id, ada, at(13, 11))
    assert (chosen.what, chosen.was and chosen.was.starts_at) == (What.CONFIRMED, at(12, 14))
    assert chosen.booked.slot.span == (at(13, 11), at(13, 12))
    assert (chosen.booked.booking.uid, chosen.booked.booking.sequence) == (asked.uid, 2)

    other = (await world.books("Ada", offer, at(19, 14))).booked.booking
    dans = await world.offers(tuesdays(world.ids["Dan"]))
    await world.books("Ada", dans, at(12, 16))
    (proposed,) = await world.does(propose, other.id, cleo, [at(12, 16)])
    assert proposed.booked.booking.state == BookingState.REQUESTED, "the first is held until they choose"
    with pytest.raises(Overlaps):
        await world.does(choose, other.id, ada, at(12, 16))
    world.now = at(6, 9)
    assert [change.booked.booking.id for change in await world.does(lapse, cleo)][-1] == other.id


async def test_a_proposed_time_ends_with_what_it_was_proposed_for(world: World) -> None:
    cleo, ada, ben, eve, fay = (world.ids[name] for name in ("Cleo", "Ada", "Ben", "Eve", "Fay"))
    offer = await world.offers(tuesdays(cleo))

    async def declined(who: str, day: int, *others: datetime) -> int:
        """A booking that was declined, at other times that were proposed."""
        asked = (await world.books(who, offer, at(day, 14))).booked.booking
        await world.does(decline, asked.id, cleo, others)
        return asked.id

    hers, his = await declined("Ada", 12, at(20, 10), at(21, 10)), await declined("Ben", 12, at(20, 12))
    none, left = await declined("Eve", 12, at(20, 14)), await declined("Fay", 12, at(20, 15))
    await world.does(clear, cleo, at(20, 9), at(20, 11))
    with pytest.raises(SlotTaken):
        await world.does(choose, hers, ada, at(20, 10))
    async with world.database.unit() as unit:
        await unit.busy.replace(cleo, [(at(21, 10), at(21, 11))], CALENDAR)
    assert (await world.does(choose, hers, ada, at(21, 10)))[0].what == What.CONFIRMED, (
        "her calendar may have it already"
    )
    async with world.database.unit() as unit:
        await unit.coaches.keep_apart(cleo, ben)
    with pytest.raises(SlotTaken):
        await world.does(choose, his, ben, at(20, 12))
    assert await world.does(none_suits, none, eve) == []
    for rule, given in ((choose, (none, eve, at(20, 14))), (none_suits, (none, eve)), (none_suits, (left, ada))):
        with pytest.raises(NotThere):
            await world.does(rule, *given)
    async with world.database.unit() as unit:
        coaching = Coaching(unit, world.programmes, world.now)
        await end_booking(coaching, world.cohort_id, fay)
    with pytest.raises(NotThere):
        await world.does(choose, left, fay, at(20, 15))

    gone = await declined("Eve", 19, at(22, 10))
    async with world.database.unit() as unit:
        await end_coaching(Coaching(unit, world.programmes, world.now), world.cohort_id, cleo)
    with pytest.raises(NotThere):
        await world.does(choose, gone, eve, at(22, 10))


async def test_what_has_run_out_is_in_nobodys_way(anywhere: World) -> None:
    world = anywhere
    cleo, eve = world.ids["Cleo"], world.ids["Eve"]
    offer = await world.offers(tuesdays(cleo))
    held = [(await world.books("Ada", offer, at(26, hour))).booked.booking for hour in (14, 15)]
    bens = (await world.books("Ben", offer, at(19, 14))).booked.booking
    eves = (await world.books("Eve", offer, at(19, 16))).booked.booking
    await world.does(confirm, bens.id, cleo)
    await world.does(decline, eves.id, cleo, [at(26, 14)])
    world.now = at(6, 9)
    changes = await world.does(move_to, bens.id, cleo, at(26, 15))
    assert [change.what for change in changes] == [What.LAPSED, What.LAPSED, What.MOVED]
    assert {change.booked.booking.id for change in changes} == {bens.id, *(each.id for each in held)}
    (chosen,) = await world.does(choose, eves.id, eve, at(26, 14))
    assert chosen.what == What.CONFIRMED
    await world.books("Ada", offer, at(19, 15))
    last = (await world.books("Fay", offer, at(12, 15))).booked.booking
    await world.does(confirm, last.id, cleo)
    world.now = at(8, 9)
    changes = await world.does(put_off, cleo, at(12, 15), at(12, 16))
    assert [change.what for change in changes] == [What.LAPSED, What.MOVED]


async def test_moving_changes_the_place_over_in_one_act_or_not_at_all(anywhere: World) -> None:
    world = anywhere
    cleo, dan, ada = world.ids["Cleo"], world.ids["Dan"], world.ids["Ada"]
    offer, dans = await world.offers(tuesdays(cleo, minutes=90)), await world.offers(tuesdays(dan))
    mine = (await world.books("Ada", offer, at(12, 14))).booked.booking
    await world.does(confirm, mine.id, cleo)
    await world.books("Ben", dans, at(12, 15))

    with pytest.raises(SlotTaken):
        await world.does(move, mine.id, ada, world.wish("Ada", dans, at(12, 15)))
    assert await whats(world, "Ada") == ["12 14:00 confirmed"]
    later = await world.offers(tuesdays(cleo, starts=time(14, 30)))
    for its, starts in ((later, at(12, 14, 30)), (offer, at(12, 14))):  # into what is its own time, and back
        (moved,) = await world.does(move, mine.id, None, world.wish("Ada", its, starts))
        assert moved.booked.slot.starts_at == starts
    later.closed_at = NOW
    async with world.database.unit() as unit:
        await unit.offers.save(later)
    (moved,) = await world.does(move, mine.id, ada, world.wish("Ada", dans, at(12, 14)))
    assert moved.was is not None
    assert (moved.what, moved.was.coach_id, moved.booked.slot.coach_id) == (What.MOVED, cleo, dan)
    assert (moved.booked.booking.state, moved.booked.booking.sequence) == (BookingState.REQUESTED, 3)
    assert await whats(world, "Ada") == ["12 14:00 requested"]
    assert await busy(world) == 4 * 12, "two sessions of an hour, two people in each"

    (moved,) = await world.does(move_to, mine.id, dan, at(12, 14, 30) - HOUR)
    assert (moved.booked.booking.state, moved.booked.slot.starts_at) == (BookingState.CONFIRMED, at(12, 13, 30))
    with pytest.raises(SlotTaken):
        await world.does(move_to, mine.id, dan, at(12, 15, 30))
    assert await whats(world, "Ada") == ["12 13:30 confirmed"]
    (by_director,) = await world.does(move, mine.id, None, world.wish("Ada", offer, at(12, 15, 30)))
    assert by_director.booked.booking.state == BookingState.CONFIRMED
    with pytest.raises(NotThere):
        await world.does(move, mine.id, world.ids["Ben"], world.wish("Ada", offer, at(12, 14)))


async def test_a_session_is_moved_within_its_sort_and_by_a_coach_to_their_own_times_however_soon(world: World) -> None:
    cleo, dan, ada = world.ids["Cleo"], world.ids["Dan"], world.ids["Ada"]
    offer, dans = await world.offers(tuesdays(cleo, notice=10 * 24 * 60)), await world.offers(tuesdays(dan))
    group = await world.offers(tuesdays(dan, places=5, starts=time(9), ends=time(10)))
    fixed = await world.offers(tuesdays(cleo, places=5, fixed=True, starts=time(9), ends=time(10)))
    mine = (await world.books("Ada", offer, at(19, 14))).booked.booking
    await world.does(confirm, mine.id, cleo)
    with pytest.raises(NotThere):
        await world.does(move, mine.id, cleo, world.wish("Ada", dans, at(19, 15)))
    grouped = (await world.books("Ada", group, at(26, 9))).booked.booking
    for booking, its in ((mine, group), (mine, fixed), (grouped, fixed), (grouped, dans)):
        with pytest.raises(NotThere):
            await world.does(move, booking.id, ada, world.wish("Ada", its, at(19, its.starts.hour)))
    with pytest.raises(SlotTaken):
        await world.does(move, mine.id, ada, world.wish("Ada", offer, at(12, 14)))
    (moved,) = await world.does(move, mine.id, cleo, world.wish("Ada", offer, at(12, 14)))
    assert moved.booked.booking.state == BookingState.CONFIRMED
    (moved,) = await world.does(move, mine.id, None, world.wish("Ada", dans, at(5, 15)))
    assert moved.booked.slot.coach_id == dan, "who runs the programme can change the coach"


async def test_who_booked_can_change_it_in_time_and_the_coach_at_any_time(world: World) -> None:
    cleo, ada = world.ids["Cleo"], world.ids["Ada"]
    offer = await world.offers(tuesdays(cleo))
    first, second = [(await world.books("Ada", offer, at(12, hour))).booked.booking for hour in (14, 15)]
    await world.does(confirm, first.id, cleo)
    world.now = at(11, 14, 1)
    with pytest.raises(TooLate):
        await world.does(cancel, first.id, ada)
    with pytest.raises(NotThere):
        await world.does(cancel, first.id, world.ids["Ben"])
    (cancelled,) = await world.does(cancel, first.id, cleo)
    assert cancelled.what == What.CANCELLED
    with pytest.raises(NotThere):
        await world.does(cancel, first.id, cleo)
    assert await whats(world, "Ada") == ["12 14:00 cancelled", "12 15:00 requested"]
    await world.does(cancel, second.id, ada)  # what nobody confirmed can be withdrawn until it begins
    assert await busy(world) == 0


async def test_an_afternoon_is_cleared_at_once_and_nobody_can_book_it(anywhere: World) -> None:
    world = anywhere
    cleo = world.ids["Cleo"]
    single, group = (
        await world.offers(tuesdays(cleo)),
        await world.offers(tuesdays(cleo, places=2, starts=time(17), ends=time(18))),
    )
    await world.books("Ada", single, at(12, 14))
    await world.books("Ada", group, at(12, 17))
    await world.books("Ben", group, at(12, 17))
    await world.does(wait, world.wish("Eve", group, at(12, 17)))
    await world.books("Ben", single, at(19, 14))
    async with world.database.unit() as unit:
        shown = await affected(Coaching(unit, world.programmes, world.now), cleo, at(12, 12), at(12, 18))
    assert len(shown) == 4
    changes = await world.does(clear, cleo, at(12, 12), at(12, 18))
    assert [change.what for change in changes] == [What.CANCELLED] * 4, "who waited is offered nothing"
    for offer, hour in ((single, 14), (group, 17)):
        with pytest.raises(SlotTaken):
            await world.books("Fay", offer, at(12, hour))
    assert await busy(world) == 2 * 12


async def test_nobody_is_coached_by_a_colleague_or_by_somebody_they_are_kept_apart_from(world: World) -> None:
    cleo, dan, ada = world.ids["Cleo"], world.ids["Dan"], world.ids["Ada"]
    offer = await world.offers(tuesdays(cleo))
    async with world.database.unit() as unit:
        coaching = Coaching(unit, world.programmes, NOW)
        assert await coaches_for(coaching, world.cohort_id, ada) == [cleo, dan]
        await unit.coaches.assign(world.cohort_id, ada, dan, NOW)
        await unit.coaches.save(Coach(person_id=dan, takes_on=False))
        assert await coaches_for(coaching, world.cohort_id, ada) == [dan, cleo], "their own first"
        assert await coaches_for(coaching, world.cohort_id, world.ids["Ben"]) == [cleo]
        await unit.coaches.assign(world.cohort_id, world.ids["Ben"], cleo, NOW)
        await unit.coaches.save(Coach(person_id=cleo, most=1))
        assert await to_choose(coaching, world.cohort_id, ada) == []
        await unit.coaches.save(Coach(person_id=cleo, most=2))
        assert await to_choose(coaching, world.cohort_id, ada) == [cleo]
        await unit.coaches.keep_apart(cleo, ada)
        assert await to_choose(coaching, world.cohort_id, ada) == []
    with pytest.raises(SlotTaken):
        await world.books("Ada", offer, at(12, 14))
    one, colleague = (
        Side(1, frozenset({"London Borough of  Camden"})),
        Side(2, frozenset({"london borough of camden", ""})),
    )
    assert not may_coach(one, colleague, ())
    assert may_coach(Side(1, frozenset({""})), Side(2, frozenset({""})), ())
    assert not may_coach(one, one, ())


async def test_what_is_confirmed_at_once_is_so_by_programme_or_for_a_coachs_own(world: World) -> None:
    cleo = world.ids["Cleo"]
    offer = await world.offers(tuesdays(cleo))
    async with world.database.unit() as unit:
        await unit.coaches.save(Coach(person_id=cleo, at_once=True))
        await unit.coaches.assign(world.cohort_id, world.ids["Ada"], cleo, NOW)
    assert (await world.books("Ada", offer, at(5, 14))).what == What.CONFIRMED
    assert (await world.books("Ben", offer, at(5, 15))).what == What.REQUESTED
    rules = world.programmes["london-leadership"]
    at_once = rules.coaching.model_copy(update={"at_once": True})
    world.programmes = {rules.key: rules.model_copy(update={"coaching": at_once})}
    assert (await world.books("Eve", offer, at(5, 16))).what == What.CONFIRMED


async def test_sessions_are_counted_by_what_took_place_and_can_be_put_right_without_blame(anywhere: World) -> None:
    world = anywhere
    cleo, ada = world.ids["Cleo"], world.ids["Ada"]
    programme = world.programmes["london-leadership"]
    two = programme.entitlements.model_copy(update={"coaching": 2})
    world.programmes = {programme.key: programme.model_copy(update={"entitlements": two})}
    offer = await world.offers(tuesdays(cleo))
    first, second = [(await world.books("Ada", offer, at(day, 14))).booked.booking for day in (5, 12)]
    with pytest.raises(AllUsed):
        await world.books("Ada", offer, at(19, 14))
    for booking in (first, second):
        await world.does(confirm, booking.id, cleo)
    with pytest.raises(NotYet):
        await world.does(record, first.id, ada, met=True)

    world.now = at(5, 16)

    async def used() -> tuple[int, int, int]:
        async with world.database.unit() as unit:
            theirs = (await sessions(Coaching(unit, world.programmes, world.now), world.cohort_id, [ada]))[ada]
        return theirs.counted.used, theirs.counted.ahead, theirs.due

    assert await used() == (1, 1, 2)
    (recorded,) = await world.does(record, first.id, ada, met=False)
    assert recorded.booked.booking.state == BookingState.MISSED
    assert await used() == (0, 1, 2)
    assert (await world.books("Ada", offer, at(19, 14))).what == What.REQUESTED
    await world.does(record, first.id, cleo, met=True)
    assert await world.does(record, first.id, cleo, met=True) == []
    assert await used() == (1, 2, 2)
    with pytest.raises(NotThere):
        await world.does(record, first.id, world.ids["Ben"], met=True)


async def test_what_is_free_for_one_is_not_for_another_and_each_finds_their_own(world: World) -> None:
    cleo, dan, ada = world.ids["Cleo"], world.ids["Dan"], world.ids["Ada"]
    offer, dans = await world.offers(tuesdays(cleo)), await world.offers(tuesdays(dan, starts=time(15, 30)))
    await world.books("Ben", offer, at(5, 14))
    early = await world.offers(tuesdays(dan, starts=time(13), ends=time(14), first=date(2027, 1, 19), rule=""))
    await world.offers(tuesdays(cleo, starts=time(13), ends=time(15), first=date(2027, 1, 19), rule=""))
    await world.books("Cleo", early, at(19, 13))  # who coaches has a session of her own
    async with world.database.unit() as unit:
        await unit.busy.add(ada, [(at(5, 16, 30), at(5, 16, 45))])
        await unit.busy.replace(dan, [(at(12, 15), at(12, 16))], "feed")
        await unit.busy.replace(dan, [(at(12, 16), at(12, 17))], "feed")
        coaching = Coaching(unit, world.programmes, NOW)
        own = [free.starts for free in await next_times(coaching, world.cohort_id, ada, [cleo], at(20, 9))]
        assert at(19, 13) not in own
        assert at(19, 14) in own
        found = list(await next_times(coaching, world.cohort_id, ada, [cleo, dan], at(13, 9)))
        assert [(free.offer.coach_id, free.starts) for free in found] == [
            (cleo, at(5, 15)),
            (dan, at(5, 15, 30)),
            *((cleo, at(12, hour)) for hour in (14, 15, 16)),
        ]
        closed = await unit.offers.get(dans.id)
        assert closed is not None
        closed.closed_at = NOW
        await unit.offers.save(closed)
    with pytest.raises(SlotTaken):
        await world.books("Ada", dans, at(5, 15, 30))
