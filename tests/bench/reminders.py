"""Reminders: planning 1,000,000 of them, finding what is due among as many, and 1,000 that are due in one second

The planner plans on SQLite. What is due is looked for among 1,000 pending rows and among 1,000,000, a tenth of them
due, on both databases. The 1,000 of one second are leased by two replicas, each with connections of its own.
"""

import asyncio
import statistics
import tempfile
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from shutil import copyfile

from sqlalchemy import text
from sqlmodel import Session

from bot.programmes import Programmes
from scheduling.clock import SystemClock
from scheduling.reminders import replan
from storage import database
from storage.migrating import migrate
from storage.shared.cohorts import Cohort, Membership, State
from storage.shared.deliveries import Delivery, Urgency, due_first, owe
from storage.shared.people import Person, Role
from storage.shared.timetable import Event, EventKind
from storage.shared.unit import SharedDatabase
from tests.bench.report import Measure
from tests.cast import migrated_file
from tests.platforms.process import A_BUSY_MACHINES_UNIT_S
from tests.postgres import Postgres

NOW = datetime(2027, 1, 4, 9, tzinfo=UTC)
PROGRAMME = Programmes.load()["london-leadership"]
PEOPLE, EVENTS = 2_000, 100  # and five rules for a module
FEW, MANY = 1_000, 1_000_000
LOOKS = 300
AT_ONCE = 1_000
LEASED_TOGETHER = 40

FILL = {
    "sqlite": "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < :rows) SELECT i FROM n",
    "postgresql": "SELECT i FROM generate_series(1, :rows) AS n(i)",
}
AFTER = "((i * 7919 % :rows) - :rows / 10)"
MOMENT = {
    "sqlite": f"strftime('%Y-%m-%d %H:%M:%f000', '2027-01-04 09:00:00', {AFTER} || ' seconds')",
    "postgresql": f"TIMESTAMPTZ '2027-01-04 09:00:00+00' + {AFTER} * INTERVAL '1 second'",
}


def bench() -> Iterable[Measure]:
    database.LONGEST_UNIT_S = A_BUSY_MACHINES_UNIT_S
    with tempfile.TemporaryDirectory(prefix="waymark-bench-") as folder:
        yield from asyncio.run(_planning(_sqlite(Path(folder), "planned")))
        few, many = (_found(_sqlite(Path(folder), f"of {rows}"), rows) for rows in (FEW, MANY))
        yield from _looks("SQLite", few, many)
        yield asyncio.run(_leasing(_sqlite(Path(folder), "leased"), "SQLite"))
    with tempfile.TemporaryDirectory(prefix="waymark-pg-") as folder:
        server = Postgres(Path(folder))
        few, many = (_found(_postgres(server), rows) for rows in (FEW, MANY))
        yield from _looks("PostgreSQL", few, many)
        yield asyncio.run(_leasing(_postgres(server), "PostgreSQL"))
        server.stop()


def _sqlite(folder: Path, name: str) -> str:
    file = folder / f"{name}.db"
    copyfile(migrated_file(), file)
    return f"sqlite:///{file}"


def _postgres(server: Postgres) -> str:
    url = server.new_database().render_as_string(hide_password=False)
    new = SharedDatabase(url)
    migrate(new.engine)
    new.engine.dispose()
    new.threads.shutdown()
    return url


# ---------------------------------------------------------------- planning


async def _planning(url: str) -> list[Measure]:
    async with SharedDatabase(url) as shared:
        cohort = await shared.do(_fill_cohort)
        first = await _timed_plan(shared, cohort)
        again = await _timed_plan(shared, cohort)
        counted = await shared.do(lambda session: session.connection().scalar(text("SELECT count(*) FROM delivery")))
    return [
        Measure("rows planned", int(counted or 0), at_least=MANY),
        Measure("planning them", first, "s"),
        Measure("planning them again, as a share of that", again / first, at_most=0.1),
    ]


async def _timed_plan(shared: SharedDatabase, cohort: Cohort) -> float:
    begun = SystemClock().monotonic()
    await replan(shared.unit, cohort, PROGRAMME, NOW)
    return SystemClock().monotonic() - begun


def _fill_cohort(session: Session) -> Cohort:
    cohort = Cohort(
        name="Large",
        programme=PROGRAMME.key,
        zone="Europe/London",
        starts=NOW.date(),
        ends=date(2030, 1, 1),
        made_at=NOW,
    )
    session.add(cohort)
    session.flush()
    session.add_all(Person(id=number, name=f"Person {number}", made_at=NOW) for number in range(1, PEOPLE + 1))
    session.flush()
    session.add_all(
        Membership(person_id=number, cohort_id=cohort.id, role=Role.PARTICIPANT, state=State.ACTIVE)
        for number in range(1, PEOPLE + 1)
    )
    for number in range(EVENTS):
        starts = NOW + timedelta(days=21 + 7 * number)
        session.add(
            Event(
                cohort_id=cohort.id,
                kind=EventKind.MODULE,
                title=f"Module {number}",
                day=starts.date(),
                starts_at=starts,
                ends_at=starts + timedelta(hours=7),
                made_at=NOW,
                changed_at=NOW,
            )
        )
    return cohort


# ---------------------------------------------------------------- finding


def _looks(name: str, few: float, many: float) -> list[Measure]:
    return [
        Measure(f"finding what is due among {FEW:,} on {name}", few * 1000, "ms"),
        Measure(f"among {MANY:,}, as so many times that", many / few, at_most=2),
    ]


def _found(url: str, rows: int) -> float:
    """Seconds for one look at what is due."""
    return asyncio.run(_look(url, rows))


async def _look(url: str, rows: int) -> float:
    async with SharedDatabase(url) as shared:
        await shared.do(lambda session: _fill(session, rows))
        return await shared.do(_median_look)


def _fill(session: Session, rows: int) -> None:
    connection = session.connection()
    name = connection.dialect.name
    connection.execute(
        text(
            "INSERT INTO delivery (id, key, urgency, again, due_at, state, attempts, steps, arguments, made_at) "
            f"SELECT 'd' || i, 'k' || i, 1, FALSE, {MOMENT[name]}, 'due', 0, '{{}}', '{{}}', {MOMENT[name]} "
            f"FROM ({FILL[name]}) AS numbers"
        ),
        {"rows": rows},
    )
    connection.execute(text("ANALYZE"))


def _median_look(session: Session) -> float:
    clock, took = SystemClock(), []
    for _ in range(LOOKS):
        begun = clock.monotonic()
        for urgency in Urgency:
            session.exec(due_first(urgency, NOW, 4)).all()
        took.append(clock.monotonic() - begun)
        session.expunge_all()
    return statistics.median(took)


# ---------------------------------------------------------------- leasing


async def _leasing(url: str, name: str) -> Measure:
    """How long two replicas take to lease what is due in one second. One that both lease is an error."""
    async with SharedDatabase(url) as one, SharedDatabase(url) as other:
        many = [Delivery(body={"text": "."}, due_at=NOW, made_at=NOW) for _ in range(AT_ONCE)]
        async with one.unit() as unit:
            await unit.run(lambda session: owe(session, many))
        begun = SystemClock().monotonic()
        leased = [row for some in await asyncio.gather(_lease(one), _lease(other)) for row in some]
        took = SystemClock().monotonic() - begun
    if sorted(leased) != sorted(delivery.id for delivery in many):
        raise AssertionError("leased twice, or not at all")
    return Measure(f"leasing {AT_ONCE:,} of one second by two replicas on {name}", took, "s", at_most=2)


async def _lease(shared: SharedDatabase) -> list[str]:
    leased: list[str] = []
    while True:
        async with shared.unit() as unit:
            some = await unit.deliveries.lease(LEASED_TOGETHER, NOW)
        if not some:
            return leased
        leased += [delivery.id for delivery in some]
