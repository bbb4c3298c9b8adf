"""Whatever is booked, moved, cancelled, waited for and left in whatever order, and wherever it is interrupted.

Places are never exceeded, nobody is put into what they did not ask for or is in two sessions at once, every hold ends,
the line keeps its order; everybody who should know is told once of what became of each booking, and each reminder
belongs to one that is live.
"""

import asyncio
import tempfile
from collections import defaultdict
from collections.abc import Awaitable, Callable, Coroutine, Sequence
from datetime import datetime, time, timedelta
from functools import partial
from itertools import pairwise
from pathlib import Path
from shutil import copyfile
from types import SimpleNamespace
from typing import Any, ClassVar, TypeVar

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from sqlmodel import Session, select

from bot.chat.errors import Refusal
from handlers.coaching.around.planning import COMING
from handlers.coaching.following.telling import BY_ITSELF, END_HOLD, follow_up
from handlers.coaching.following.told import TELL, in_arguments
from scheduling.booking import A_MOMENT, Wish, accept, choose, confirm, decline, propose, request, wait
from scheduling.coaching import Change, Coaching, What, apart_from
from scheduling.holding import SESSION
from scheduling.meeting_place import meet_at
from scheduling.rebooking import cancel, clear, move, move_to, record
from scheduling.waiting import lapse
from storage.database import Database
from storage.shared.coaching.places import BLOCK, EPOCH, Booking, BookingState, Busy, Slot
from storage.shared.deliveries import Delivery, DeliveryState
from storage.shared.unit import SharedDatabase, SharedUnit
from tests.cast import migrated_file
from tests.coaching import World, at, new_world, tuesdays

R = TypeVar("R")

COACHES, PARTICIPANTS = ["Cleo", "Dan"], ["Ada", "Ben", "Eve", "Fay"]


class Interrupted(Exception):
    """The process is gone."""


class InterruptedUnit(SharedUnit):
    """A transaction that goes so far and no further."""

    goes_on_for: ClassVar[int | None] = None

    async def run(self, work: Callable[[Session], R]) -> R:
        if InterruptedUnit.goes_on_for is not None:
            if InterruptedUnit.goes_on_for == 0:
                raise Interrupted
            InterruptedUnit.goes_on_for -= 1
        return await super().run(work)

    async def commit(self, last: Callable[[Session], R]) -> R:
        if InterruptedUnit.goes_on_for is not None:
            raise Interrupted  # at the very last moment
        return await super().commit(last)


class InterruptedDatabase(SharedDatabase):
    def __init__(self, url: str) -> None:
        Database.__init__(self, url, InterruptedUnit)


who = st.sampled_from(PARTICIPANTS)
coach = st.sampled_from(COACHES)
offer = st.integers(0, 2)
moment = st.tuples(st.sampled_from([12, 13, 6]), st.sampled_from([14, 15])).map(lambda when: at(*when))
which = st.integers(0, 30)
interrupted = st.sampled_from([None, None, None, 0, 3, 8, 12, 16, 20, 30, 45, 70])
TO_BOTH = (What.REQUESTED, What.CONFIRMED, What.MOVED, What.CANCELLED, What.LAPSED)
TO_THE_PARTICIPANT = (What.DECLINED, What.PROPOSED, What.OFFERED, What.PASSED_ON, What.PLACED)
OVER = (What.CANCELLED, What.LAPSED)
WANTED = (What.REQUESTED, What.CONFIRMED, What.MOVED, What.WAITING)
OPEN = (BookingState.REQUESTED, BookingState.CONFIRMED, BookingState.WAITING, BookingState.DECLINED)
"""Of what is so, something may become."""


class AnyOrder(RuleBasedStateMachine):
    """Two coaches, one of whom has groups of two as well, and four people who all want the same."""

    @initialize(hours=st.sampled_from([0, 6]))
    def begin(self, hours: int) -> None:
        self._runner = asyncio.Runner()
        self._folder = tempfile.TemporaryDirectory(prefix="waymark-bookings-")
        file = Path(self._folder.name, "shared.db")
        copyfile(migrated_file(), file)
        InterruptedUnit.goes_on_for = None
        self.known: dict[int, tuple[str, int, bool]] = {}
        self.to_hear: dict[tuple[int, int], tuple[datetime, What]] = {}
        """Of each booking, for each who is to hear of it: when it became so, and what."""
        self.heard: dict[tuple[int, int], list[datetime]] = defaultdict(list)
        self.wanted: dict[int, int] = {}
        """Of which offer each booking was made."""
        self.knows = set[tuple[int, int]]()
        """Whoever did something to a booking themselves knows of it."""
        self._run(self._begin(f"sqlite:///{file}"))
        self._some_have_booked_and_some_wait()
        self.world.in_hours(hours)

    async def _begin(self, url: str) -> None:
        self.database = InterruptedDatabase(url)
        self.world: World = await new_world(self.database, COACHES, PARTICIPANTS)
        cleo, dan = (self.world.ids[name] for name in COACHES)
        daily: dict[str, Any] = {"rule": "FREQ=DAILY"}
        self.offers = [
            await self.world.offers(tuesdays(cleo, **daily)),
            await self.world.offers(tuesdays(cleo, **daily, places=2)),
            await self.world.offers(tuesdays(dan, **daily, minutes=90, places=2, starts=time(13, 30))),
        ]
        self.apart = frozenset({frozenset({self.world.ids["Eve"], self.world.ids["Fay"]})})
        async with self.database.unit() as unit:
            await unit.coaches.keep_apart(*map(self.world.ids.__getitem__, ("Eve", "Fay")))

    def _some_have_booked_and_some_wait(self) -> None:
        for offer, when in ((1, at(12, 14)), (2, at(13, 14))):
            for name in ("Ada", "Ben"):
                self._does(None, request, self._wish(name, offer, when))
            for name in ("Eve", "Fay"):
                self._does(None, wait, self._wish(name, offer, when))
        self._does(None, request, self._wish("Ada", 0, at(12, 15)))

    # ------------------------------------------------------------ what may happen

    @rule(who=who, offer=offer, when=moment, interrupted=interrupted)
    def somebody_books(self, who: str, offer: int, when: datetime, interrupted: int | None) -> None:
        self._does(interrupted, request, self._wish(who, offer, when))

    @rule(who=who, offer=st.sampled_from([1, 2]), when=moment)
    def somebody_waits(self, who: str, offer: int, when: datetime) -> None:
        self._does(None, wait, self._wish(who, offer, when))

    @rule(which=which, interrupted=interrupted)
    def the_coach_confirms_or_a_place_is_taken(self, which: int, interrupted: int | None) -> None:
        if (found := self._one(which)) is not None:
            booking, coach_id = found
            if booking.state == BookingState.WAITING:
                self._does(interrupted, accept, booking.id, booking.person_id)
            else:
                self._does(interrupted, confirm, booking.id, coach_id)

    @rule(which=which, others=st.lists(moment, max_size=3), declines=st.booleans(), interrupted=interrupted)
    def the_coach_answers(self, which: int, others: list[datetime], declines: bool, interrupted: int | None) -> None:
        if (found := self._one(which)) is not None:
            self._does(interrupted, decline if declines else propose, found[0].id, found[1], others)

    @rule(which=which, other=st.integers(0, 2), interrupted=interrupted)
    def somebody_chooses(self, which: int, other: int, interrupted: int | None) -> None:
        if (found := self._one(which)) is not None and other < len(found[0].proposed):
            starts = datetime.fromisoformat(found[0].proposed[other])
            self._does(interrupted, choose, found[0].id, found[0].person_id, starts)

    @rule(which=which, by=st.sampled_from(["person", "coach", "director"]), interrupted=interrupted)
    def it_is_cancelled(self, which: int, by: str, interrupted: int | None) -> None:
        if (found := self._one(which)) is not None:
            booking, coach_id = found
            self._does(interrupted, cancel, booking.id, {"person": booking.person_id, "coach": coach_id}.get(by))

    @rule(which=which, offer=offer, when=moment, by_coach=st.booleans(), interrupted=interrupted)
    def it_moves(self, which: int, offer: int, when: datetime, by_coach: bool, interrupted: int | None) -> None:
        if (found := self._one(which)) is None:
            return
        booking, coach_id = found
        if by_coach:
            self._does(interrupted, move_to, booking.id, coach_id, when)
        else:
            name = next(name for name, person_id in self.world.ids.items() if person_id == booking.person_id)
            self._does(interrupted, move, booking.id, booking.person_id, self._wish(name, offer, when))

    @rule(coach=coach, when=moment, hours=st.integers(1, 3), interrupted=interrupted)
    def an_afternoon_is_cleared(self, coach: str, when: datetime, hours: int, interrupted: int | None) -> None:
        if when > self.world.now:
            self._does(interrupted, clear, self.world.ids[coach], when, when + timedelta(hours=hours))

    @rule(which=which, place=st.sampled_from(["Room 4", "Room 5"]), interrupted=interrupted)
    def the_coach_says_where(self, which: int, place: str, interrupted: int | None) -> None:
        if (found := self._one(which)) is not None:
            self._does(interrupted, meet_at, found[0].id, found[1], place, "")

    @rule(which=which, met=st.booleans())
    def it_is_said_whether_they_met(self, which: int, met: bool) -> None:
        if (found := self._one(which)) is not None:
            self._does(None, partial(record, met=met), found[0].id, found[1])

    @rule(hours=st.integers(1, 24), interrupted=interrupted)
    def time_passes(self, hours: int, interrupted: int | None) -> None:
        self.world.in_hours(hours)
        for coach_id in self._due():
            self._does(interrupted, lapse, coach_id)
            self._does(None, lapse, coach_id)
        assert [
            booking.id for booking, _ in self._rows() if booking.held_until and booking.held_until <= self.world.now
        ] == []

    # ------------------------------------------------------------ what is always so

    @invariant()
    def everything_is_as_it_should_be(self) -> None:
        if not hasattr(self, "offers"):
            return
        rows = self._rows()
        assert self.known == {booking.id: _stands(booking) for booking, _ in rows}, "somebody was not told, or wrongly"
        taken, wanted = defaultdict[int, list[int]](list), defaultdict[int, set[int]](set)
        sessions = defaultdict[int, set[tuple[datetime, datetime]]](set)
        implied = set[tuple[int, int, int]]()
        for booking, slot in rows:
            if booking.number is None:
                continue
            taken[slot.id].append(booking.number)
            wanted[slot.id].add(self.wanted[booking.id])
            is_alone = self.wanted[booking.id] == self.offers[0].id
            assert (len(wanted[slot.id]), slot.places == 1) == (1, is_alone), "somebody is in what they didn't ask for"
            assert len(taken[slot.id]) == len(set(taken[slot.id])) <= slot.places
            blocks = range((slot.starts_at - EPOCH) // BLOCK, (slot.ends_at - EPOCH) // BLOCK)
            there = {slot.coach_id} | ({booking.person_id} if not booking.is_offered else set())
            for person_id in there:
                sessions[person_id].add(slot.span)
                implied |= {(person_id, block, slot.id) for block in blocks}
        for spans in sessions.values():
            assert all(before[1] <= after[0] for before, after in pairwise(sorted(spans))), "in two places at once"
        assert implied == self._run(self._busy())
        self._what_follows_is_as_it_should_be(rows)

    def _what_follows_is_as_it_should_be(self, rows: Sequence[tuple[Booking, Slot]]) -> None:
        now, owed = self.world.now, self._run(self._owed())
        sure = {
            (person_id, slot.starts_at)
            for booking, slot in rows
            for person_id in (booking.person_id, slot.coach_id)
            if booking.state == BookingState.CONFIRMED
        }
        reminded = {
            (each.person_id, datetime.fromisoformat(str(each.arguments[SESSION])))
            for each in owed
            if each.job == COMING and each.due_at > now
        }
        assert reminded <= sure, "a reminder of what is not so"
        assert {one for one in sure if one[1] > now + timedelta(hours=25)} <= reminded, "somebody is not reminded"
        holds = {(slot.coach_id, booking.held_until) for booking, slot in rows if booking.held_until is not None}
        ends = {(each.arguments["coach"], each.due_at) for each in owed if each.job == END_HOLD}
        assert holds <= ends, "a hold that nobody ends"
        tells = [each for each in owed if each.job == TELL]
        self._run(self._sent([each.id for each in tells if each.due_at <= now]))
        for each in tells:
            for told in in_arguments(each.arguments):
                if each.due_at <= now:
                    self.heard[each.person_id or 0, told.booking].append(told.changed)
        coming = {
            (each.person_id or 0, told.booking, told.changed) for each in tells for told in in_arguments(each.arguments)
        }
        for (reader_id, booking_id), (changed, what) in self.to_hear.items():
            times = self.heard[reader_id, booking_id]
            assert len(times) == len(set(times)), "told twice"
            never_knew = (reader_id, booking_id) not in self.knows and not times and what in OVER
            assert changed in times or (reader_id, booking_id, changed) in coming or never_knew, "not told"

    def teardown(self) -> None:
        if hasattr(self, "database"):
            self._run(self.database.close())
            self._runner.close()
            self._folder.cleanup()

    # ------------------------------------------------------------ how it is done

    def _does(self, interrupted: int | None, rule: Callable[..., Awaitable[list[Change]]], *given: object) -> None:
        before = {booking.id: booking for booking, _ in self._rows()}
        if rule is not lapse:
            self.world.now += A_MOMENT  # no two things are done at once
        InterruptedUnit.goes_on_for = interrupted
        try:
            changes = self._run(self.world.does(_and_what_follows(rule), *given))
        except (Refusal, Interrupted):
            changes = []
        finally:
            InterruptedUnit.goes_on_for = None
        for change in changes:
            booking, wish = change.booked.booking, given[-1]
            self.known[booking.id] = _stands(booking)
            if isinstance(wish, Wish) and booking.person_id == wish.person_id and change.what in WANTED:
                self.wanted[booking.id] = wish.offer_id
            self._is_to_be_told(change, _by(rule, given))
            if change.what == What.OFFERED:
                self._was_first_in_line(change, before)
        ids = [change.booked.booking.id for change in changes if change.what != What.OFFERED]
        assert len(ids) == len(set(ids)), "told twice"

    def _is_to_be_told(self, change: Change, by: int | None) -> None:
        booking, slot = change.booked.booking, change.booked.slot
        unheard = self._unheard(by, booking.id)
        stands_in_line = change.waited or booking.state == BookingState.WAITING
        if change.what in (*TO_BOTH, *TO_THE_PARTICIPANT):
            self.to_hear[booking.person_id, booking.id] = booking.changed_at, change.what
        if change.what in TO_BOTH and not stands_in_line:
            self.to_hear[slot.coach_id, booking.id] = booking.changed_at, change.what
        elif change.what not in (What.PROLONGED, What.OFFERED):
            self.to_hear.pop((slot.coach_id, booking.id), None)
        if change.what in (What.RECORDED, What.WAITING):
            self.to_hear.pop((booking.person_id, booking.id), None)
        if by not in (booking.person_id, slot.coach_id) or change.what in BY_ITSELF:
            return
        self.to_hear.pop((by, booking.id), None)
        if unheard is not None and (change.what == What.PLACED or (change.what == What.MOVED and slot.is_group)):
            self.to_hear[by, booking.id] = booking.changed_at, unheard  # they may not have seen who is in it
        else:
            self.knows.add((by, booking.id))

    def _unheard(self, reader_id: int | None, booking_id: int) -> What | None:
        """What somebody is to hear of a booking, and has not."""
        changed, what = self.to_hear.get((reader_id or 0, booking_id), (None, None))
        return what if changed not in self.heard[reader_id or 0, booking_id] else None

    def _was_first_in_line(self, change: Change, before: dict[int, Booking]) -> None:
        """Whoever stands before them stays where they are, for somebody they are kept apart from is in the group."""
        offered, slot = change.booked.booking, change.booked.slot
        assert slot.starts_at > self.world.now
        assert offered.held_until is not None
        assert offered.held_until <= slot.starts_at
        here = [booking for booking, where in self._rows() if where.id == slot.id]
        people = {booking.person_id for booking in here if booking.number is not None}
        for other in here:
            earlier = (other.asked_at, other.id) < (offered.asked_at, offered.id)
            if other.state == BookingState.WAITING and other.number is None and earlier and other.id in before:
                assert apart_from(other.person_id, self.apart) & people, "the line is out of order"

    def _wish(self, who: str, offer: int, when: datetime) -> object:
        starts = when - timedelta(minutes=30) if offer == 2 and when.hour == 14 else when
        return self.world.wish(who, self.offers[offer], starts)

    def _one(self, which: int) -> tuple[Booking, int] | None:
        """A booking of which something may become, and whose coach it is with."""
        rows = [(booking, slot.coach_id) for booking, slot in self._rows() if booking.state in OPEN]
        rows.sort(key=lambda row: -row[0].id)
        return rows[which % len(rows)] if rows else None

    def _rows(self) -> Sequence[tuple[Booking, Slot]]:
        wanted = select(Booking, Slot).join(Slot).where(Booking.slot_id == Slot.id)
        rows: Sequence[tuple[Booking, Slot]] = self._run(self.database.do(lambda session: session.exec(wanted).all()))
        return rows

    async def _busy(self) -> set[tuple[int, int, int]]:
        rows = await self.database.do(lambda session: session.exec(select(Busy)).all())
        return {(row.person_id, row.block, row.slot_id) for row in rows}

    async def _owed(self) -> Sequence[Delivery]:
        wanted = select(Delivery).where(Delivery.state == DeliveryState.DUE)
        return await self.database.do(lambda session: session.exec(wanted).all())

    async def _sent(self, ids: Sequence[str]) -> None:
        async with self.database.unit() as unit:
            for delivery_id in ids:
                await unit.deliveries.end(delivery_id, DeliveryState.SENT, self.world.now)

    def _due(self) -> list[int]:
        """The coaches with whom a hold has run out, or somebody waits."""
        due = (
            slot.coach_id
            for booking, slot in self._rows()
            if booking.state == BookingState.WAITING
            or (booking.held_until is not None and booking.held_until <= self.world.now)
        )
        return sorted(set(due))

    def _run(self, work: Coroutine[Any, Any, Any]) -> Any:
        return self._runner.run(work)


def _and_what_follows(rule: Callable[..., Awaitable[list[Change]]]) -> Callable[..., Awaitable[list[Change]]]:
    """The rule, and in the same transaction all that follows from what it did."""

    async def both(coaching: Coaching, *given: object) -> list[Change]:
        changes = await rule(coaching, *given)
        nobody: Any = SimpleNamespace(now=coaching.now, kit=SimpleNamespace(programmes=coaching.programmes))
        await follow_up(nobody, coaching.db, changes, _by(rule, given))
        return changes

    return both


def _by(rule: Callable[..., Awaitable[list[Change]]], given: Sequence[Any]) -> int | None:
    """Who does it; None where nobody does, or who runs the programme."""
    if rule is lapse:
        return None
    first = given[0]
    by: int | None = first.person_id if isinstance(first, Wish) else first if rule is clear else given[1]
    return by


def _stands(booking: Booking) -> tuple[str, int, bool]:
    return str(booking.state), booking.slot_id, booking.number is not None


def settled(examples: int, steps: int) -> settings:
    return settings(
        max_examples=examples, stateful_step_count=steps, deadline=None, suppress_health_check=list(HealthCheck)
    )


TestAnyOrder = AnyOrder.TestCase
TestAnyOrder.settings = settled(examples=4, steps=22)
