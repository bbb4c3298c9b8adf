"""What is owed goes out a few at once: nobody waits for a slow send, and stopping leaves nothing half done."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.app import App, Stores, WithoutSpeaker
from bot.chat.jobs import Act
from bot.chat.messages import Message
from bot.chat.platform import Address, FormView, Manner, Receive, Sent
from bot.chat.router import Router
from bot.routers import ROUTERS
from bot.settings import Settings
from scheduling import delivery
from scheduling.clock import SetClock
from scheduling.delivery import AT_ONCE, LEASED_TOGETHER, DeliveryEngine
from scheduling.wording import NobodyReachable, Owed
from storage.private.keys import MasterKeys
from storage.shared.deliveries import LEASE, Delivery, Urgency

START = datetime(2027, 1, 5, 9, 0, tzinfo=UTC)
MANY = 40


class Hesitant:
    """A platform that answers some at once, and others when it is told to."""

    name = "outside"
    asks_in_forms = True
    manner = Manner()

    def __init__(self) -> None:
        self.slow: Callable[[str], bool] = lambda user: False
        self.answers = asyncio.Event()
        self.shown: list[str] = []
        self.under_way: set[str] = set()
        self.most_under_way = 0
        self.changed = asyncio.Condition()

    async def listen(self, receive: Receive) -> None: ...

    async def send(self, to: Address, message: Message, *, id: str, place: str = "", owed: bool = False) -> Sent:
        self.under_way.add(to.user)
        self.most_under_way = max(self.most_under_way, len(self.under_way))
        await self._tell()
        if self.slow(to.user):
            await self.answers.wait()
        self.under_way.remove(to.user)
        self.shown.append(to.user)
        await self._tell()
        return Sent(id)

    async def replace(self, to: Address, sent: Sent, message: Message) -> bool:
        return True

    async def open_form(self, to: Address, form: FormView, *, trigger: str) -> bool:
        return True

    async def close(self) -> None: ...

    async def until(self, it_is_so: Callable[[], bool]) -> None:
        async with asyncio.timeout(60), self.changed:
            await self.changed.wait_for(it_is_so)

    async def _tell(self) -> None:
        async with self.changed:
            self.changed.notify_all()


class Office:
    """A bot that owes people something, and how often it has leased."""

    def __init__(self) -> None:
        self.platform = Hesitant()
        self.app: App
        self.leases = 0

    async def mark(self, point: str) -> None:
        self.leases += point == "after the lease"

    async def owe(self, *users: str, urgency: Urgency = Urgency.DUE, late: timedelta = timedelta()) -> None:
        now = self.app.clock.now()
        for user in users:
            async with self.app.database.unit() as unit:
                person = await unit.people.add(user, None, "Europe/London", now)
                account = await unit.people.meet(self.platform.name, "", user, now)
                account.person_id = person.id
                await unit.people.save_account(account)
                owed = Delivery(
                    person_id=person.id, body={"text": "Hello."}, urgency=urgency, due_at=now - late, made_at=now
                )
                await unit.deliveries.owe(owed)

    async def counts(self) -> dict[str, int]:
        async with self.app.database.unit() as unit:
            return await unit.deliveries.counts()

    @asynccontextmanager
    async def running(self) -> AsyncIterator["asyncio.Task[int]"]:
        """While it sends what is due; at the end everything slow is answered too."""
        running = asyncio.create_task(self.app.deliveries.run_due())
        try:
            yield running
        finally:
            self.platform.answers.set()
            await running


@pytest.fixture
async def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Office]:
    monkeypatch.setattr(delivery, "LOOK_EVERY_S", 60)
    settings = Settings(data_dir=tmp_path / "data", database_url=None, master_keys_file=tmp_path / "master.keys")
    office = Office()
    stores = await Stores.open(settings, MasterKeys.new_file(settings.keys_file))
    office.app = App(stores, [office.platform], SetClock(START), mark=office.mark)
    await office.owe(*(f"Person {number}" for number in range(MANY)))
    yield office
    await office.app.stop()


async def test_a_slow_send_holds_nobody_else_up(office: Office) -> None:
    office.platform.slow = lambda user: user == "Person 0"
    async with office.running() as running:
        await office.platform.until(lambda: len(office.platform.shown) == MANY - 1)
        assert office.platform.under_way == {"Person 0"}
    assert running.result() == MANY
    assert await office.counts() == {"sent": MANY}


async def test_many_slow_sends_leave_room_for_the_others(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(delivery, "LOOK_EVERY_S", 0.01)
    slow = {f"Person {number}" for number in range(AT_ONCE - 1)}
    office.platform.slow = slow.__contains__
    async with office.running():
        await office.platform.until(lambda: len(office.platform.shown) == MANY - len(slow))
        assert office.platform.under_way == slow
    assert await office.counts() == {"sent": MANY}


async def test_what_falls_due_meanwhile_does_not_wait_for_a_slow_send(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(delivery, "LOOK_EVERY_S", 0.01)
    office.platform.slow = lambda user: user == "Person 0"
    async with office.running():
        await office.platform.until(lambda: len(office.platform.shown) == MANY - 1)
        await office.owe("Late")
        await office.platform.until(lambda: "Late" in office.platform.shown)
        assert office.platform.under_way == {"Person 0"}


async def test_never_more_are_under_way_or_leased_than_an_answer_may_stand_behind(office: Office) -> None:
    office.platform.slow = lambda user: True
    async with office.running():
        await office.platform.until(lambda: len(office.platform.under_way) == AT_ONCE)
        assert await office.counts() == {"leased": AT_ONCE, "due": MANY - AT_ONCE}
    assert office.platform.most_under_way == AT_ONCE
    assert await office.counts() == {"sent": MANY}


async def test_answers_go_first_then_what_is_due_and_announcements_last_however_long_they_wait(office: Office) -> None:
    await office.owe("Announced to", urgency=Urgency.ANNOUNCEMENT, late=timedelta(hours=1))
    await office.owe("Answered", urgency=Urgency.ANSWER)
    office.platform.slow = lambda user: True
    async with office.running():
        await office.platform.until(lambda: len(office.platform.under_way) == AT_ONCE)
        assert "Answered" in office.platform.under_way
        assert "Announced to" not in office.platform.under_way
    assert await office.counts() == {"sent": MANY + 2}


async def test_several_are_leased_at_once(office: Office) -> None:
    async with office.running():
        pass
    assert office.leases <= MANY / LEASED_TOGETHER


async def test_stopped_in_the_middle_it_finishes_what_is_leased_and_leaves_the_rest_due(office: Office) -> None:
    office.platform.slow = lambda user: True
    async with office.running() as running:
        await office.platform.until(lambda: len(office.platform.under_way) == AT_ONCE)
        office.app.deliveries.stop()
    assert running.result() == AT_ONCE
    assert await office.counts() == {"sent": AT_ONCE, "due": MANY - AT_ONCE}


async def test_a_row_that_can_not_even_be_marked_stops_no_other(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def fails(*_: object) -> None:
        raise RuntimeError

    engine = office.app.deliveries
    word = engine._word

    async def words(row: Delivery) -> Owed | None:
        if row.person_id == 1:
            raise NobodyReachable
        return await word(row)

    monkeypatch.setattr(engine, "_word", words)
    monkeypatch.setattr(engine, "_not_sent", fails)
    async with office.running() as running:
        pass
    assert running.result() == MANY
    assert await office.counts() == {"sent": MANY - 1, "leased": 1}


# ---------------------------------------------------------------- what takes longer than its lease


class LongStep:
    """An act whose one step lasts, the first time, until it is told to end; and how often that was begun."""

    def __init__(self) -> None:
        self.router = Router("long")
        self.router.act("long.step")(self._act)
        self.begun = 0
        self.has_begun = asyncio.Event()
        self.ends = asyncio.Event()

    async def _act(self, act: Act) -> None:
        await act.step("the long one", self._step)

    async def _step(self) -> str:
        self.begun += 1
        self.has_begun.set()
        if self.begun == 1:
            await self.ends.wait()
        return "done"


class Pauses:
    """Between renewals: each pause lasts until it is passed."""

    def __init__(self) -> None:
        self._begun = asyncio.Queue[asyncio.Event]()
        self._now: asyncio.Event | None = None

    async def pause(self, _: float) -> None:
        over = asyncio.Event()
        self._begun.put_nowait(over)
        await over.wait()

    async def begins(self) -> None:
        async with asyncio.timeout(60):
            self._now = await self._begun.get()

    async def passes(self) -> None:
        """It ends, and what is done between it and the next is done."""
        assert self._now is not None
        self._now.set()
        await self.begins()


@dataclass
class Replicas:
    """Two engines over one database, of which the first is busy with a step."""

    clock: SetClock
    busy: DeliveryEngine
    other: DeliveryEngine
    step: LongStep
    pauses: Pauses
    running: "asyncio.Task[int]"


@pytest.fixture
async def replicas(tmp_path: Path) -> AsyncIterator[Replicas]:
    settings = Settings(data_dir=tmp_path / "data", database_url=None, master_keys_file=tmp_path / "master.keys")
    stores = await Stores.open(settings, MasterKeys.new_file(settings.keys_file))
    step, pauses, clock = LongStep(), Pauses(), SetClock(START)
    app = App(stores, [], clock, routers=(*ROUTERS, step.router))
    async with app.database.unit() as unit:
        await unit.deliveries.owe(Delivery(job="long.step", due_at=START, made_at=START))
    busy = DeliveryEngine(
        database=app.database,
        kit=app.kit,
        platforms={},
        vaults=WithoutSpeaker(stores.vaults),
        worker=app.worker,
        now=clock.now,
        pause=pauses.pause,
    )
    running = asyncio.create_task(busy.run_due())
    async with asyncio.timeout(60):
        await step.has_begun.wait()
    await pauses.begins()
    yield Replicas(clock, busy, app.deliveries, step, pauses, running)
    step.ends.set()
    await running
    await app.stop()


async def test_a_step_longer_than_its_lease_is_not_begun_again_beside_itself(replicas: Replicas) -> None:
    replicas.clock.set(START + 2 * LEASE)
    assert await replicas.busy.run_due() == 0
    assert replicas.step.begun == 1


async def test_a_step_longer_than_its_lease_is_not_begun_by_another_engine(replicas: Replicas) -> None:
    for part in range(1, 5):
        replicas.clock.set(START + part * 0.9 * LEASE)
        assert await replicas.other.run_due() == 0
        await replicas.pauses.passes()
    replicas.step.ends.set()
    assert await replicas.running == 1
    assert await replicas.other.run_due() == 0
    assert replicas.step.begun == 1


async def test_a_lease_that_nobody_renews_any_more_lapses(replicas: Replicas) -> None:
    replicas.clock.set(START + 2 * LEASE)
    assert await replicas.other.run_due() == 1
    assert replicas.step.begun == 2


async def test_renewing_ends_with_what_was_under_way(replicas: Replicas) -> None:
    replicas.step.ends.set()
    await replicas.running
    names = {task.get_name() for task in asyncio.all_tasks() if not task.cancelling()}
    assert "renewing the leases" not in names
