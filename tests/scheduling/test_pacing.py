"""Nobody sends faster than a platform allows, over all senders and replicas, and nobody waits for longer than that."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Connection
from sqlmodel import Session, select

from bot.chat.errors import DeliveryFailed
from scheduling.clock import SystemClock
from scheduling.departures import MOST_LATE_S, Departures
from scheduling.nightly import Nightly
from scheduling.pacing import Pacer
from storage.migrating import migrate
from storage.shared.pacing import LONGEST_HOLD, Limit, Pace, Reserved, reserve
from storage.shared.unit import SharedDatabase

START = datetime(2020, 1, 6, 9, 0, tzinfo=UTC)
SECOND = timedelta(seconds=1)
TENTH = timedelta(seconds=0.1)

ALL = Limit("all", every=TENTH)
CHAT = Limit("chat", every=SECOND, burst=2)


class Time:
    """A clock that goes on to the next moment that somebody waits for, once everybody waits."""

    def __init__(self) -> None:
        self.put_at = START
        self._passed = 0.0
        self._waiting: list[tuple[datetime, asyncio.Future[None]]] = []
        self._changed = asyncio.Event()

    def now(self) -> datetime:
        return self.put_at

    def monotonic(self) -> float:
        return self._passed

    async def sleep(self, seconds: float) -> None:
        woken: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.append((self.put_at + timedelta(seconds=seconds), woken))
        self._changed.set()
        await woken

    async def live(self, *lives: Awaitable[object]) -> None:
        """Go on until all of these have come to their end."""
        tasks = [asyncio.ensure_future(life) for life in lives]
        for task in tasks:
            task.add_done_callback(lambda _: self._changed.set())
        while left := [task for task in tasks if not task.done()]:
            await self._changed.wait()
            self._changed.clear()
            if self._waiting and len(self._waiting) == len([task for task in left if not task.done()]):
                self._go_on()
        for task in tasks:
            task.result()

    def _go_on(self) -> None:
        until = min(at for at, _ in self._waiting)
        self._passed += (until - self.put_at).total_seconds()
        self.put_at = until
        due = [woken for at, woken in self._waiting if at <= self.put_at]
        self._waiting = [(at, woken) for at, woken in self._waiting if at > self.put_at]
        for woken in due:
            woken.set_result(None)


PATIENCE_S = 3_600.0


@dataclass
class Office:
    """Two replicas that send, and when each thing was sent in which bucket."""

    databases: Sequence[SharedDatabase]
    time: Time = field(default_factory=Time)
    sent: list[tuple[str, datetime]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.pacers = [Pacer(database, self.time, self.time.sleep, PATIENCE_S) for database in self.databases]

    async def send(self, *limits: Limit, by: int = 0, after: float = 0) -> None:
        if after:
            await self.time.sleep(after)
        async with self.pacers[by].place(*limits):
            self.sent += [(limit.bucket, self.time.now()) for limit in limits]

    async def hold(self, bucket: str, seconds: float, *, by: int = 0, after: float = 0) -> None:
        if after:
            await self.time.sleep(after)
        await self.pacers[by].hold(bucket, seconds)

    def seconds(self, limit: Limit) -> list[float]:
        """When things were sent in this bucket, in seconds from the start."""
        return [(at - START).total_seconds() for bucket, at in self.sent if bucket == limit.bucket]

    def keeps_to(self, limit: Limit) -> bool:
        """However many are looked at, they took as long as the limit says."""
        moments = [at for bucket, at in self.sent if bucket == limit.bucket]
        return all(
            later - earlier >= (between - limit.burst + 1) * limit.every
            for between in range(limit.burst, len(moments))
            for earlier, later in zip(moments, moments[between:], strict=False)
        )


@pytest.fixture(params=["sqlite", "postgres"])
async def office(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Office]:
    url = f"sqlite:///{tmp_path / 'shared.db'}"
    if request.param == "postgres":
        url = request.getfixturevalue("migrated_postgres_url")
    async with AsyncExitStack() as open_ones:
        databases = [await open_ones.enter_async_context(SharedDatabase(url)) for _ in range(2)]
        await databases[0].in_thread(lambda: migrate(databases[0].engine))
        yield Office(databases)


async def test_many_at_once_go_evenly_in_the_order_in_which_they_asked(office: Office) -> None:
    order: list[int] = []

    async def send(number: int) -> None:
        await office.send(ALL)
        order.append(number)

    await office.time.live(*(send(number) for number in range(50)))

    assert office.seconds(ALL) == [pytest.approx(number / 10) for number in range(50)]
    assert order == list(range(50))


async def test_a_burst_goes_at_once_and_again_after_a_rest(office: Office) -> None:
    three = Limit("three", every=SECOND, burst=3)
    await office.time.live(*(office.send(three) for _ in range(5)), *(office.send(three, after=10) for _ in range(5)))
    assert office.seconds(three) == [0, 0, 0, 1, 2, 10, 10, 10, 11, 12]


async def test_every_limit_is_kept_where_there_are_several(office: Office) -> None:
    chats = [Limit(f"chat {number}", every=SECOND, burst=2) for number in range(3)]
    await office.time.live(*(office.send(chat, ALL) for chat in chats for _ in range(6)))
    assert all(office.keeps_to(limit) for limit in (ALL, *chats))
    assert max(office.seconds(ALL)) < 5, "somebody waited for longer than their limits ask"


async def test_a_chat_that_has_to_wait_keeps_nobody_else_waiting(office: Office) -> None:
    await office.hold(CHAT.bucket, 30)
    other = Limit("other chat", every=SECOND, burst=2)
    await office.time.live(*(office.send(CHAT, ALL) for _ in range(5)), *(office.send(other, ALL) for _ in range(2)))
    assert max(office.seconds(other)) < 1
    assert min(office.seconds(CHAT)) == 30


async def test_after_a_429_nobody_sends_until_it_is_over_not_even_who_had_a_place(office: Office) -> None:
    await office.time.live(
        *(office.send(ALL, by=number % 2) for number in range(30)), office.hold(ALL.bucket, 20, after=1.05)
    )
    moments = office.seconds(ALL)
    assert len(moments) == 30
    assert [at for at in moments if at < 21.05] == [pytest.approx(number / 10) for number in range(11)]
    assert office.keeps_to(ALL), "the rest was followed by a burst"


async def test_a_shorter_hold_does_not_end_a_longer_one(office: Office) -> None:
    await office.time.live(
        *(office.send(ALL) for _ in range(30)),
        office.hold(ALL.bucket, 20, after=1.05),
        office.hold(ALL.bucket, 1, after=1.06, by=1),
    )
    assert len(office.seconds(ALL)) == 30
    assert not [at for at in office.seconds(ALL) if 1.05 < at < 21.05]


async def test_nobody_is_held_for_longer_than_five_minutes(office: Office) -> None:
    await office.hold(ALL.bucket, 3_600)
    await office.time.live(office.send(ALL))
    assert office.seconds(ALL) == [LONGEST_HOLD.total_seconds()]


async def test_two_replicas_together_keep_to_the_limit_whatever_order_they_name_it_in(office: Office) -> None:
    orders = [(ALL, CHAT), (CHAT, ALL)]
    await office.time.live(*(office.send(*orders[number % 2], by=number % 2) for number in range(30)))
    assert len(office.seconds(ALL)) == 30
    assert office.keeps_to(ALL)
    assert office.keeps_to(CHAT)


async def test_two_replicas_never_take_one_place_even_in_buckets_that_nobody_has_used(office: Office) -> None:
    for number in range(20):
        fresh = [Limit(f"{name} {number}", every=SECOND) for name in "abc"]

        async def take(database: SharedDatabase, *limits: Limit) -> list[Reserved]:
            def work(connection: Connection) -> list[Reserved]:
                return [reserved for limit in limits for reserved in reserve(connection, [[limit]], START)]

            return await database.do_plainly(work, durable=False)

        one, other = office.databases
        taken = await asyncio.gather(take(one, *fresh), take(other, *reversed(fresh)))

        moments = sorted(reserved.at for places in taken for reserved in places)
        assert moments == [START] * len(fresh) + [START + SECOND] * len(fresh)


async def test_a_long_queue_for_something_slow_is_not_taken_for_a_broken_clock(office: Office) -> None:
    slow = Limit("slow", every=60 * SECOND)
    await office.time.live(*(office.send(slow, after=number / 100) for number in range(12)))
    assert office.seconds(slow) == [pytest.approx(60 * number) for number in range(12)]


def test_a_limit_too_slow_to_be_told_from_a_broken_clock_is_refused_where_it_is_made() -> None:
    Limit("slow", every=60 * SECOND)
    with pytest.raises(ValueError, match="one thing a minute"):
        Limit("slower", every=61 * SECOND)


async def test_who_gives_up_waiting_does_not_stop_who_asked_with_them(office: Office) -> None:
    given_up = asyncio.create_task(office.send(ALL))
    going_on = asyncio.create_task(office.send(ALL))
    await asyncio.sleep(0)
    given_up.cancel()
    await office.time.live(going_on)
    assert len(office.seconds(ALL)) == 1


@pytest.mark.parametrize("jump", [timedelta(hours=-1), timedelta(days=-400), timedelta(hours=1)])
async def test_a_clock_that_jumps_stalls_nobody(office: Office, jump: timedelta) -> None:
    await office.hold(CHAT.bucket, 60)
    await office.time.live(*(office.send(ALL) for _ in range(10)))
    office.time.put_at += jump
    jumped = office.time.now()
    office.sent.clear()
    await office.time.live(*(office.send(ALL) for _ in range(10)), *(office.send(CHAT) for _ in range(2)))
    assert max(at for _, at in office.sent) - jumped <= 10 * TENTH + SECOND
    assert office.keeps_to(ALL)


async def test_a_bucket_that_nobody_has_used_for_a_day_is_forgotten_at_night(office: Office) -> None:
    await office.time.live(office.send(ALL))
    async with Pacer(office.databases[0], SystemClock()).place(CHAT):
        pass

    class Days:
        async def destroy_old(self) -> None: ...

    await Nightly(office.databases[0], Days(), {}, SystemClock().now).run_if_due()

    async with office.databases[0].unit() as unit:
        assert await unit.run(_buckets) == [CHAT.bucket]


def _buckets(session: Session) -> list[str]:
    return list(session.exec(select(Pace.bucket)))


async def test_who_would_wait_longer_than_a_lease_lasts_is_told_when_to_come_again(office: Office) -> None:
    pacer = Pacer(office.databases[0], office.time, office.time.sleep)
    await pacer.hold(CHAT.bucket, 90)
    with pytest.raises(DeliveryFailed) as sent_away:
        async with pacer.place(CHAT):
            pass
    assert sent_away.value.retry_after == pytest.approx(90)
    assert not sent_away.value.counts
    assert not sent_away.value.permanent


async def test_after_a_stall_no_second_has_more_in_it_than_the_limit_allows(office: Office) -> None:
    stalled_until = START + 1.35 * SECOND

    async def sleep(seconds: float) -> None:
        woken = office.time.now() + timedelta(seconds=seconds)
        if START + SECOND <= woken < stalled_until:
            seconds = (stalled_until - office.time.now()).total_seconds()
        await office.time.sleep(seconds)

    office.pacers[0] = Pacer(office.databases[0], office.time, sleep, PATIENCE_S)
    await office.time.live(*(office.send(ALL) for _ in range(60)))

    moments = office.seconds(ALL)
    assert len(moments) == 60
    assert len([at for at in moments if at == pytest.approx(1.35)]) >= 3, "nobody was late, so nothing was tried"
    assert all(later - earlier >= 1 for earlier, later in zip(moments, moments[11:], strict=False))
    assert moments[-1] == pytest.approx(5.9), "who came late kept those after them from their places"


async def test_what_was_long_on_its_way_makes_room_for_itself(office: Office) -> None:
    async def send(number: int) -> None:
        async with office.pacers[0].place(ALL):
            office.sent.append((ALL.bucket, office.time.now()))
            await office.time.sleep(0.25 if number == 5 else 0.06)

    await office.time.live(*(send(number) for number in range(30)))

    moments = office.seconds(ALL)
    assert moments[16] - moments[5] >= 1 + 0.25 - 0.06
    assert moments[17] == pytest.approx(1.7)


def test_what_was_lost_on_its_way_holds_nobody_up_for_long() -> None:
    departures = Departures(ALL)
    for number in range(11):
        departures.go(number / 10).took = 0.06 if number else 20
    assert departures.wait(1.0) <= 0.01 + MOST_LATE_S
