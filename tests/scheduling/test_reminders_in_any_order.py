"""Whatever happens in whatever order: nobody is told of what is not so, nobody is told twice, nobody is left out."""

import asyncio
import re
import tempfile
from collections import Counter
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from shutil import copyfile
from typing import Any
from zoneinfo import ZoneInfo

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule
from sqlmodel import Session, select

from bot.app import App, Stores
from bot.chat.messages import Message
from bot.chat.platform import Address, FormView, Manner, Receive, Sent
from bot.chat.times import spoken_date
from bot.settings import Settings
from scheduling.clock import SetClock
from scheduling.holding import habits_of, owe_morning
from scheduling.reminders import replan, start_of
from scheduling.unasked import day_of, is_quiet, next_morning
from storage.private.keys import MasterKeys
from storage.shared.cohorts import Cohort, Membership, State
from storage.shared.deliveries import Delivery, DeliveryState
from storage.shared.people import Role
from storage.shared.reminders import MORNING, Hold, How, Leave, ReminderChoice
from storage.shared.timetable import Event, EventKind
from storage.shared.unit import SharedUnit
from tests.cast import Killed, migrated_file

START = datetime(2027, 3, 1, 9, tzinfo=UTC)
END = datetime(2027, 12, 20, 9, tzinfo=UTC)
LONDON = ZoneInfo("Europe/London")
ZONES = ("Europe/London", "America/New_York")
"""Both have their clock changes within the time, on days of their own."""
POINTS = ("after the lease", "before the sending", "after the sending")
KINDS = ("modules", "pre_work", "reflection")

people = st.integers(0, len(ZONES) - 1)
events = st.integers(0, 2)


class Screens:
    """A platform that takes everything, and tells what has arrived."""

    name = "outside"
    asks_in_forms = True
    manner = Manner()

    def __init__(self, told: Callable[[str, str, Message], None]) -> None:
        self._told = told
        self._ids: set[str] = set()

    async def listen(self, receive: Receive) -> None: ...

    async def send(self, to: Address, message: Message, *, id: str, place: str = "", owed: bool = False) -> Sent:
        self._told(to.user, id, message)
        self._ids.add(id)
        return Sent(id)

    async def find_sent(self, to: Address, id: str) -> Sent | None:
        return Sent(id) if id in self._ids else None

    async def replace(self, to: Address, sent: Sent, message: Message) -> bool:
        return True

    async def open_form(self, to: Address, form: FormView, *, trigger: str) -> bool:
        return True

    async def close(self) -> None: ...


@dataclass
class Told:
    """Something that arrived."""

    user: str
    id: str
    at: datetime
    text: str


class AnyOrder(RuleBasedStateMachine):
    """A cohort whose people and events change as they like, lived from spring to winter."""

    @initialize()
    def begin(self) -> None:
        self._runner = asyncio.Runner()
        self._folder = tempfile.TemporaryDirectory(prefix="waymark-any-order-")
        folder = Path(self._folder.name)
        self._settings = Settings(data_dir=folder / "data", database_url=None, master_keys_file=folder / "master.keys")
        self._settings.data_dir.mkdir()
        copyfile(migrated_file(), self._settings.shared_file)
        self._masters = MasterKeys.new_file(self._settings.keys_file)
        self._clock = SetClock(START)
        self._platform = Screens(self._arrives)
        self._kill_at = ""
        self._untrue: list[str] = []
        self.told: list[Told] = []
        self.states = [State.ACTIVE for _ in ZONES]
        self.never: list[set[str]] = [set() for _ in ZONES]
        self.muted: list[set[int]] = [set() for _ in ZONES]
        self.away: list[list[tuple[date, date]]] = [[] for _ in ZONES]
        self.changed: dict[tuple[int, int], datetime] = {}
        self._run(self._begin())

    async def _begin(self) -> None:
        await self._start()
        async with self.app.database.unit() as unit:
            self.cohort: Cohort = await unit.cohorts.add(
                name="Any",
                programme="london-leadership",
                zone="Europe/London",
                starts=START.date(),
                ends=END.date(),
                now=START,
            )
            self.people = []
            for zone in ZONES:
                person = await unit.people.add(zone, None, zone, START)
                await unit.cohorts.enrol(person.id, self.cohort.id, Role.PARTICIPANT)
                await unit.cohorts.activate(person.id)
                account = await unit.people.meet(Screens.name, "", zone, START)
                account.person_id = person.id
                await unit.people.save_account(account)
                self.people.append(person)
            self.events = [await unit.timetable.add(self._module(number)) for number in range(3)]
        await self._plan()

    def _module(self, number: int) -> Event:
        starts = datetime(2027, (3, 6, 10)[number], 26, 9, 30, tzinfo=LONDON).astimezone(UTC)
        return Event(
            cohort_id=self.cohort.id,
            kind=EventKind.MODULE,
            key=("leading_in_the_system", "political_environment", "addressing_inequality")[number],
            title=f"Module {'ABC'[number]}",
            day=starts.date(),
            starts_at=starts,
            ends_at=starts + timedelta(hours=7),
            made_at=START,
            changed_at=START,
        )

    # ------------------------------------------------------------ what may happen

    @rule(days=st.integers(1, 40), kill_at=st.sampled_from(("", "", *POINTS)))
    def time_passes(self, days: int, kill_at: str) -> None:
        self._kill_at = kill_at
        until = self._clock.now() + timedelta(days=days)
        try:
            self._run(self.app.reach(until, self._clock))
        except Killed:
            self._run(self._restart())
        self._kill_at = ""

    @rule()
    def it_is_started_again(self) -> None:
        self._run(self._restart())

    @rule(which=events, days=st.integers(-20, 60), hour=st.integers(7, 18))
    def an_event_moves(self, which: int, days: int, hour: int) -> None:
        event = self.events[which]
        day = event.day + timedelta(days=days)
        if START.date() < day < END.date() - timedelta(days=30):
            event.day = day
            event.starts_at = datetime.combine(day, time(hour, 30), LONDON).astimezone(UTC)
            self._changes(event)

    @rule(which=events)
    def an_event_is_cancelled_or_takes_place_after_all(self, which: int) -> None:
        event = self.events[which]
        event.cancelled_at = None if event.cancelled_at else self._clock.now()
        self._changes(event)

    @rule(who=people, state=st.sampled_from([State.ACTIVE, State.PAUSED, State.LEFT]))
    def somebody_leaves_steps_back_or_returns(self, who: int, state: State) -> None:
        self.states[who] = state
        self._run(self._becomes(who, state))
        self._concerns(who)

    @rule(who=people, kind=st.sampled_from(KINDS), how=st.sampled_from(list(How)))
    def somebody_chooses(self, who: int, kind: str, how: How) -> None:
        (self.never[who].add if how is How.NEVER else self.never[who].discard)(kind)
        choice = ReminderChoice(person_id=self.people[who].id, kind=kind, how=how)
        self._run(self._in_unit(lambda unit: unit.reminders.choose(choice)))

    @rule(who=people, which=events)
    def somebody_mutes_an_event(self, who: int, which: int) -> None:
        person, event = self.people[who].id, self.events[which].id
        self.muted[who].add(event)
        self._run(self._in_unit(lambda unit: unit.reminders.mute_event(person, event, self._clock.now())))

    @rule(who=people, ahead=st.integers(0, 20), days=st.integers(0, 15))
    def somebody_is_away(self, who: int, ahead: int, days: int) -> None:
        first = day_of(habits_of(self.people[who]), self._clock.now()) + timedelta(days=ahead)
        last = first + timedelta(days=days)
        self.away[who].append((first, last))
        leave = Leave(person_id=self.people[who].id, first=first, last=last)
        self._run(self._in_unit(lambda unit: unit.reminders.add_leave(leave)))

    @rule(who=people, days=st.integers(1, 20))
    def somebodys_messages_are_held(self, who: int, days: int) -> None:
        now = self._clock.now()
        person = self.people[who].id
        hold = Hold(
            cohort_id=self.cohort.id, person_id=person, until=now + timedelta(days=days), made_by=person, made_at=now
        )
        self._run(self._in_unit(lambda unit: unit.reminders.hold(hold)))

    # ------------------------------------------------------------ what is true of all of it

    def teardown(self) -> None:
        if not hasattr(self, "app"):
            return
        try:
            self._run(self._all_come_back())
            self._run(self.app.reach(END, self._clock))
            rows = self._run(self._rows())
            assert self._untrue == []
            self._nobody_was_told_twice(rows)
            self._nobody_was_left_out(rows)
        finally:
            self._run(self.app.stop())
            self._runner.close()
            self._folder.cleanup()

    def _nobody_was_told_twice(self, rows: list[Delivery]) -> None:
        arrived = Counter(told.id for told in self.told)
        assert max(arrived.values(), default=0) <= 1
        with_it = Counter(row.id for row in rows if row.rides_with and row.state == DeliveryState.SENT)
        assert not any(row.id in arrived for row in rows if row.id in with_it)
        a_day = Counter(
            (told.user, told.at.astimezone(ZoneInfo(told.user)).date())
            for told in self.told
            if "Good morning" in told.text
        )
        assert max(a_day.values(), default=0) <= 1

    def _nobody_was_left_out(self, rows: list[Delivery]) -> None:
        left = [row for row in rows if row.state in (DeliveryState.DUE, DeliveryState.HELD, DeliveryState.LEASED)]
        assert [row.key for row in left if row.due_at < END and row.kind != MORNING] == []
        assert {row.state for row in rows} <= {DeliveryState.SENT, DeliveryState.DROPPED}
        by_key = {row.key: row for row in rows}
        for who, person in enumerate(self.people):
            for event in self.events:
                settled = self.changed.get((who, event.id), START)
                key = f"remind {event.id} module_day_before {person.id} {start_of(event)}"
                due = event.starts_at - timedelta(days=1, hours=12) if event.starts_at else END
                if event.cancelled_at or due < settled + timedelta(days=1):
                    continue
                row = by_key[key]
                barred = event.id in self.muted[who] or "modules" in self.never[who] or self._was_away(who, event)
                assert row.state == DeliveryState.SENT or barred or row.why, key

    def _was_away(self, who: int, event: Event) -> bool:
        return any(first <= event.day <= last + timedelta(days=4) for first, last in self.away[who])

    def _arrives(self, user: str, id: str, message: Message) -> None:
        now = self._clock.now()
        text = f"{message.title}\n{message.text}"
        who = ZONES.index(user)
        person = self.people[who]
        self.told.append(Told(user, id, now, text))
        if is_quiet(habits_of(person), now):
            self._untrue.append(f"in quiet hours: {text}")
        if any(first <= day_of(habits_of(person), now) <= last for first, last in self.away[who]):
            self._untrue.append(f"while away: {text}")
        if self.states[who] is not State.ACTIVE:
            self._untrue.append(f"while {self.states[who]}: {text}")
        for event in self.events:
            days = re.findall(rf"\*\*{event.title}\*\*, (\w+day \d+ \w+ \d+)", text)
            so = spoken_date(event.starts_at.astimezone(ZoneInfo(person.zone))) if event.starts_at else ""
            if days and (event.cancelled_at or set(days) != {so}):
                self._untrue.append(f"of what is not so: {text}")
            if event.id in self.muted[who] and event.title in text and "seven days" not in text:
                self._untrue.append(f"of what is muted: {text}")

    # ------------------------------------------------------------ how it is done

    def _run(self, work: Coroutine[Any, Any, Any]) -> Any:
        return self._runner.run(work)

    async def _start(self) -> None:
        stores = await Stores.open(self._settings, self._masters)
        self.app = App(stores, [self._platform], self._clock, mark=self._mark)

    async def _restart(self) -> None:
        await self.app.stop()
        await self._start()

    async def _mark(self, point: str) -> None:
        if point == self._kill_at:
            self._kill_at = ""
            raise Killed

    async def _plan(self) -> None:
        programme = self.app.kit.programmes[self.cohort.programme]
        await replan(self.app.database.unit, self.cohort, programme, self._clock.now())

    def _changes(self, event: Event) -> None:
        self._run(self._in_unit(lambda unit: unit.timetable.save(event)))
        self._run(self._plan())
        for who in range(len(ZONES)):
            self.changed[who, event.id] = self._clock.now()

    def _concerns(self, who: int) -> None:
        self._run(self._plan())
        for event in self.events:
            self.changed[who, event.id] = self._clock.now()

    async def _in_unit(self, do: Callable[[SharedUnit], Coroutine[Any, Any, Any]]) -> None:
        async with self.app.database.unit() as unit:
            await do(unit)

    async def _becomes(self, who: int, state: State) -> None:
        def change(session: Session) -> None:
            for part in session.exec(select(Membership).where(Membership.person_id == self.people[who].id)):
                part.state = state
                session.add(part)

        await self.app.database.do(change)
        if state is State.ACTIVE:
            await self._let_through(who)

    async def _let_through(self, who: int) -> None:
        habits, now = habits_of(self.people[who]), self._clock.now()
        async with self.app.database.unit() as unit:
            await owe_morning(unit, self.people[who].id, habits, next_morning(habits, now), now)

    async def _all_come_back(self) -> None:
        for who in range(len(ZONES)):
            if self.states[who] is not State.ACTIVE:
                self.states[who] = State.ACTIVE
                await self._becomes(who, State.ACTIVE)
                for event in self.events:
                    self.changed[who, event.id] = self._clock.now()
        await self._plan()

    async def _rows(self) -> list[Delivery]:
        return await self.app.database.do(lambda session: list(session.exec(select(Delivery))))


TestAnyOrder = AnyOrder.TestCase
TestAnyOrder.settings = settings(
    max_examples=4,
    stateful_step_count=10,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
