"""The planner: who is owed which reminder when; planned twice, it changes nothing, and what changes is followed."""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from shutil import copyfile
from zoneinfo import ZoneInfo

import pytest
from sqlmodel import Session, col, select

from bot.programmes import Programme, Programmes, Rule
from scheduling.reminders import due_at, replan
from storage.shared.cohorts import Cohort, Membership, State
from storage.shared.deliveries import Delivery, DeliveryState, Urgency, due_first, owe
from storage.shared.people import Person, Role
from storage.shared.reminders import MORNING, ReminderChoice
from storage.shared.timetable import Event, EventKind
from storage.shared.unit import SharedDatabase
from tests.cast import migrated_file

NOW = datetime(2027, 1, 4, 9, tzinfo=UTC)
LONDON, TOKYO, NEW_YORK = ZoneInfo("Europe/London"), ZoneInfo("Asia/Tokyo"), ZoneInfo("America/New_York")
PROGRAMME = Programmes.load()["london-leadership"]
OF_A_MODULE = {
    "module_week_before",
    "module_pre_work",
    "module_day_before",
    "module_hour_before",
    "module_reflection",
}


class Office:
    """A cohort with people and events, and what is planned for them."""

    def __init__(self, database: SharedDatabase) -> None:
        self.database = database
        self.programme: Programme = PROGRAMME
        self.cohort: Cohort

    async def begin(self) -> None:
        async with self.database.unit() as unit:
            self.cohort = await unit.cohorts.add(
                name="Spring",
                programme=PROGRAMME.key,
                zone="Europe/London",
                starts=date(2027, 1, 4),
                ends=date(2027, 12, 1),
                now=NOW,
            )

    async def person(self, name: str, zone: str = "Europe/London", role: Role = Role.PARTICIPANT) -> Person:
        async with self.database.unit() as unit:
            person = await unit.people.add(name, None, zone, NOW)
            await unit.cohorts.enrol(person.id, self.cohort.id, role)
            await unit.cohorts.activate(person.id)
        return person

    async def module(self, day: datetime) -> Event:
        async with self.database.unit() as unit:
            return await unit.timetable.add(
                Event(
                    cohort_id=self.cohort.id,
                    kind=EventKind.MODULE,
                    title="Module",
                    day=day.date(),
                    starts_at=day,
                    ends_at=day + timedelta(hours=7),
                    made_at=NOW,
                    changed_at=NOW,
                )
            )

    async def save(self, row: Event | Person) -> None:
        async with self.database.unit() as unit:
            await unit.run(lambda session: session.add(row))

    async def becomes(self, person: Person, state: State) -> None:
        def change(session: Session) -> None:
            for part in session.exec(select(Membership).where(Membership.person_id == person.id)):
                part.state = state
                session.add(part)

        await self.database.do(change)

    async def plan(self, now: datetime = NOW) -> int:
        return await replan(self.database.unit, self.cohort, self.programme, now)

    async def planned(self, person: Person) -> dict[str, datetime]:
        """What somebody is owed of their events, by the rule."""
        return {
            str(row.arguments["rule"]): row.due_at.astimezone(ZoneInfo(person.zone))
            for row in await self.rows()
            if row.person_id == person.id and row.kind != MORNING and row.state == DeliveryState.DUE
        }

    async def rows(self) -> list[Delivery]:
        return await self.database.do(lambda session: list(session.exec(select(Delivery).order_by(col(Delivery.key)))))


@pytest.fixture(params=["sqlite", "postgres"])
async def office(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Office]:
    if request.param == "sqlite":
        file = tmp_path / "shared.db"
        copyfile(migrated_file(), file)
        database = SharedDatabase(f"sqlite:///{file}")
    else:
        database = SharedDatabase(request.getfixturevalue("migrated_postgres_url"))
    office = Office(database)
    await office.begin()
    yield office
    await database.close()


def london(month: int, day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2027, month, day, hour, minute, tzinfo=LONDON)


async def test_each_is_owed_what_the_rules_say_at_their_own_wall_time(office: Office) -> None:
    ada, kai = await office.person("Ada"), await office.person("Kai", "America/New_York")
    dora = await office.person("Dora", role=Role.DIRECTOR)
    await office.module(london(3, 31, 9, 30))  # in London the clocks have changed by then, for a New Yorker before

    assert await office.plan() == 1
    assert await office.planned(ada) == {
        "module_week_before": london(3, 24, 9),
        "module_pre_work": london(3, 26, 9),
        "module_day_before": london(3, 30, 12),
        "module_hour_before": london(3, 31, 8, 30),
        "module_reflection": london(4, 1, 12, 30),
    }
    planned = await office.planned(kai)
    assert set(planned) == OF_A_MODULE
    assert {rule: due.strftime("%d %H:%M") for rule, due in planned.items()} == {
        "module_week_before": "24 09:00",
        "module_pre_work": "26 09:00",
        "module_day_before": "30 12:00",
        "module_hour_before": "31 03:30",
        "module_reflection": "01 12:30",
    }
    assert set(await office.planned(dora)) == {"module_day_before"}


async def test_planning_twice_changes_nothing(office: Office) -> None:
    await office.person("Ada")
    await office.module(london(3, 31, 9, 30))
    await office.plan()
    before = await office.rows()
    assert await office.plan(NOW + timedelta(days=1)) == 0
    assert [(row.id, row.due_at) for row in await office.rows()] == [(row.id, row.due_at) for row in before]


async def test_a_moved_event_moves_its_reminders_and_a_cancelled_one_has_none(office: Office) -> None:
    ada = await office.person("Ada")
    event = await office.module(london(3, 31, 9, 30))
    await office.plan()
    event.starts_at, event.day = london(4, 8, 9, 30).astimezone(UTC), date(2027, 4, 8)
    await office.save(event)
    await office.plan()
    planned = await office.planned(ada)
    assert planned["module_week_before"] == london(4, 1, 9)
    assert len(planned) == len(OF_A_MODULE)

    event.starts_at, event.day = london(3, 31, 9, 30).astimezone(UTC), date(2027, 3, 31)
    await office.save(event)
    await office.plan()
    assert (await office.planned(ada))["module_week_before"] == london(3, 24, 9)

    event.cancelled_at = NOW
    await office.save(event)
    assert await office.plan() == 1
    assert await office.planned(ada) == {}


async def test_who_leaves_or_steps_back_is_owed_nothing_and_who_comes_back_what_lies_ahead(office: Office) -> None:
    ada, ben = await office.person("Ada"), await office.person("Ben")
    await office.module(london(3, 31, 9, 30))
    await office.plan()
    await office.becomes(ada, State.PAUSED)
    await office.becomes(ben, State.LEFT)
    await office.plan()
    assert (await office.planned(ada), await office.planned(ben)) == ({}, {})

    await office.becomes(ada, State.ACTIVE)
    await office.plan(london(3, 27, 12))  # the first is 75 hours old by now, and of use for 72
    assert set(await office.planned(ada)) == OF_A_MODULE - {"module_week_before"}

    await office.becomes(ben, State.ALUMNUS)
    await office.plan(london(3, 27, 12))
    assert await office.planned(ben) == {}  # no rule is for alumni


async def test_another_zone_or_an_hour_of_ones_own_moves_what_has_not_come(office: Office) -> None:
    ada = await office.person("Ada")
    await office.module(london(3, 31, 9, 30))
    await office.plan()
    ada.zone = "Asia/Tokyo"
    await office.save(ada)
    async with office.database.unit() as unit:
        await unit.reminders.choose(ReminderChoice(person_id=ada.id, kind="modules", hour=time(10, 15)))
    await office.plan()
    planned = await office.planned(ada)
    assert planned["module_week_before"] == datetime(2027, 3, 24, 10, 15, tzinfo=TOKYO)
    assert planned["module_pre_work"] == datetime(2027, 3, 26, 9, tzinfo=TOKYO)
    assert planned["module_hour_before"] == london(3, 31, 8, 30)


async def test_what_has_been_put_off_stays_put_off_and_what_was_sent_is_not_owed_again(office: Office) -> None:
    ada = await office.person("Ada")
    await office.module(london(3, 31, 9, 30))
    await office.plan()
    now, later = london(3, 24, 9, 5), london(3, 25, 7)
    async with office.database.unit() as unit:
        [due] = await unit.deliveries.lease(1, now)
        await unit.unasked.put_off(due, later, "it fell into your quiet hours")
    await office.person("Ben")
    await office.plan(now)
    assert (await office.planned(ada))["module_week_before"] == later

    async with office.database.unit() as unit:
        for due in await unit.deliveries.lease(2, later):
            await unit.deliveries.end(due.id, DeliveryState.SENT, later)
    await office.person("Cy")
    await office.plan(later)
    assert "module_week_before" not in await office.planned(ada)


async def test_the_week_of_an_event_begins_with_a_morning_message_and_one_only(office: Office) -> None:
    ada = await office.person("Ada")
    await office.module(london(3, 31, 9, 30))  # the Monday of that week is Easter Monday
    await office.module(london(4, 1, 9, 30))
    await office.plan()
    mornings = [row for row in await office.rows() if row.kind == MORNING]
    assert [(row.person_id, row.due_at) for row in mornings] == [(ada.id, london(3, 30, 8))]

    ada.morning = time(9, 30)
    await office.save(ada)
    await office.plan()
    assert [row.due_at for row in await office.rows() if row.kind == MORNING] == [london(3, 30, 9, 30)]


@pytest.mark.parametrize(
    ("days", "zone", "due"),
    [
        (-1, TOKYO, datetime(2027, 3, 30, 9, tzinfo=TOKYO)),  # 17:30 in Tokyo, that same day
        (0, NEW_YORK, datetime(2027, 3, 30, 9, tzinfo=NEW_YORK)),  # at nine it would have begun: the day before
        (0, LONDON, london(3, 31, 9)),
    ],
)
def test_the_day_is_the_one_that_it_is_for_its_reader(days: int, zone: ZoneInfo, due: datetime) -> None:
    rule = Rule(
        key="a", kind="modules", of=(EventKind.MODULE,), to=(Role.PARTICIPANT,), days=days, at=time(9), late_hours=1
    )
    starts = london(3, 31, 9, 30).astimezone(UTC)
    event = Event(
        cohort_id=1, kind=EventKind.MODULE, title="", day=starts.date(), starts_at=starts, made_at=NOW, changed_at=NOW
    )
    assert due_at(rule, event, zone) == due


async def test_a_thousand_that_are_due_in_one_second_are_leased_by_two_replicas_and_none_twice(office: Office) -> None:
    ada = await office.person("Ada")
    many = [Delivery(person_id=ada.id, body={"text": "."}, due_at=NOW, made_at=NOW) for _ in range(1_000)]
    async with office.database.unit() as unit:
        await unit.run(lambda session: owe(session, many))
    url = office.database.url.render_as_string(hide_password=False)

    async def lease(replica: SharedDatabase) -> list[str]:
        leased: list[str] = []
        while True:
            async with replica.unit() as unit:
                some = await unit.deliveries.lease(40, NOW)
            if not some:
                return leased
            leased += [delivery.id for delivery in some]

    async with SharedDatabase(url) as other:
        leased = [one for some in await asyncio.gather(lease(office.database), lease(other)) for one in some]
    assert sorted(leased) == sorted(one.id for one in many)


async def test_finding_what_is_due_sorts_nothing_however_much_is(tmp_path: Path) -> None:
    file = tmp_path / "shared.db"
    copyfile(migrated_file(), file)
    said: list[str] = []

    def lease(session: Session) -> None:
        connection = session.connection()
        for urgency in Urgency:
            found = session.exec(due_first(urgency, NOW, 4))
            assert not found.all()
            statement = str(
                due_first(urgency, NOW, 4).compile(connection.engine, compile_kwargs={"literal_binds": True})
            )
            said.extend(row[3] for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}"))

    async with SharedDatabase(f"sqlite:///{file}") as database:
        await database.do(lease)
    assert all("USING INDEX delivery_waiting" in line for line in said)
    assert not any("SORT" in line or "TEMP B-TREE" in line for line in said)
