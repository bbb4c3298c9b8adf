"""Every row that is kept has a stated life, and a night that ends it."""

from collections.abc import AsyncIterator, Callable, Sequence
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from shutil import copyfile
from typing import Any

import pytest
from sqlmodel import SQLModel, func, select

from bot.chat import drafts
from bot.chat.wanting import LATELY
from bot.programmes import EXAMPLES, Programmes
from scheduling.nightly import Nightly
from scheduling.retention import LIVES, SHARE_ENDS, SWEEPS, UNDOS, Stays, months_after
from scheduling.unasked import BELONGING
from storage.shared.agreements import Agreement
from storage.shared.audit import Act
from storage.shared.conversations import Handle, OpenForm
from storage.shared.deliveries import Delivery, DeliveryState
from storage.shared.homes import Home
from storage.shared.joining import JoiningCode, Link, Recovery, Try
from storage.shared.people import Account, Person, Role
from storage.shared.reminders import Leave, MutedEvent, ReminderChoice
from storage.shared.sharing import Share
from storage.shared.timetable import Event, EventKind
from storage.shared.turns import TurnRow, TurnState
from storage.shared.unasked import WAITED_TOO_LONG
from storage.shared.undo import Undo
from storage.shared.unit import SharedDatabase
from storage.visibility import TABLES
from tests.cast import migrated_file

NOW = datetime(2029, 3, 10, 3, tzinfo=UTC)
PROGRAMMES = Programmes.load(EXAMPLES)
RETENTION = PROGRAMMES["london-leadership"].retention
DAY = timedelta(days=1)


class Days:
    """No day's keys."""

    async def destroy_old(self) -> None: ...


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[SharedDatabase]:
    copyfile(migrated_file(), tmp_path / "shared.db")
    async with SharedDatabase(f"sqlite:///{tmp_path / 'shared.db'}") as opened:
        yield opened


async def night(database: SharedDatabase, now: datetime = NOW) -> dict[str, int]:
    """One nightly round, and what it counted."""
    await Nightly(database, Days(), PROGRAMMES, lambda: now).run_if_due()
    async with database.unit() as unit:
        (latest, *_) = await unit.keeping.rounds()
    assert latest.day == now.date()
    return {what: count for what, count in latest.ended.items() if count}


async def keep(database: SharedDatabase, *rows: SQLModel) -> None:
    await database.do(lambda session: session.add_all(rows))


async def count(database: SharedDatabase, table: type[SQLModel]) -> int:
    return await database.do(lambda session: session.exec(select(func.count()).select_from(table)).one())


async def every(database: SharedDatabase, table: type[SQLModel]) -> Sequence[SQLModel]:
    return await database.do(lambda session: session.exec(select(table)).all())


async def two_people(database: SharedDatabase, ends: date) -> tuple[Person, Person]:
    """Two who were in a cohort together."""
    async with database.unit() as unit:
        people = [await unit.people.add(name, None, "Europe/London", NOW) for name in ("Ada", "Bea")]
        cohort = await unit.cohorts.add(
            name="A cohort",
            programme="london-leadership",
            zone="Europe/London",
            starts=ends - 300 * DAY,
            ends=ends,
            now=NOW,
        )
        for person in people:
            await unit.cohorts.enrol(person.id, cohort.id, Role.PARTICIPANT)
            await unit.cohorts.activate(person.id)
    return people[0], people[1]


def test_every_table_of_the_shared_database_has_a_life() -> None:
    assert set(LIVES) == set(TABLES)
    assert len({sweep.ended for sweep in SWEEPS}) == len(SWEEPS), "two are counted as one"


def test_what_is_said_of_a_life_is_what_happens() -> None:
    months = RETENTION
    assert f"{months.deliveries_months} months" in TABLES["delivery"].kept
    assert f"{months.audit_months} months" in TABLES["act"].kept
    assert f"{months.letterbox_months} months after the programme" in TABLES["share"].kept
    assert f"{months.draft_days} days" in TABLES["open_form"].kept
    for name, life in LIVES.items():
        if life is Stays.FOR_GOOD:
            assert "for good" in TABLES[name].kept, name
        if life is Stays.WITH_PERSON:
            assert "until you delete everything" in TABLES[name].kept, name


TWO_YEARS_AGO = datetime.combine(months_after(NOW.date(), -24), time(), UTC)


Row = Callable[[datetime, str], SQLModel]
"""A row whose life ends so long after this moment, by this name."""


def endings(ada: Person, bea: Person, account: Account) -> dict[str, tuple[datetime, Row]]:
    """By what is counted: the moment from before which nothing is kept, and such rows."""
    mine: dict[str, Any] = {"account_id": account.id}
    turn: dict[str, Any] = {**mine, "platform": "console", "owner": "person 1", "state": TurnState.DONE}
    sent: dict[str, Any] = {"person_id": ada.id, "state": DeliveryState.SENT, "due_at": NOW, "made_at": NOW}
    code: dict[str, Any] = {"person_id": ada.id, "made_at": NOW}
    form: dict[str, Any] = {**mine, "route": "a.route", "zone": "UTC"}
    share: dict[str, Any] = {"author_id": ada.id, "reader_id": bea.id, "entry": "e", "post": "p", "made_at": NOW}
    return {
        "turns": (NOW - 7 * DAY, lambda at, n: TurnRow(id=n, key=n, arrived_at=at, **turn)),
        "words of messages": (NOW - 30 * DAY, lambda at, n: Delivery(ended_at=at, body={"text": n}, **sent)),
        "messages": (TWO_YEARS_AGO, lambda at, n: Delivery(ended_at=at, **sent)),
        "acts": (TWO_YEARS_AGO, lambda at, n: Act(at=at, act=n, object="")),
        "tries": (NOW - timedelta(hours=1), lambda at, n: Try(what=n, who=1, at=at)),
        "unused codes": (NOW - 30 * DAY, lambda at, n: JoiningCode(hash=n, expires_at=at, **code)),
        "offers to connect": (NOW - DAY, lambda at, n: Link(hash=n, expires_at=at, from_account=account.id, **code)),
        "forms": (NOW - 30 * DAY, lambda at, n: OpenForm(opened_at=at, ended_at=at, **form)),
        "handles": (NOW - 30 * DAY, lambda at, n: Handle(name=n, sent=n, at=at, **mine)),
        "what people were just doing": (
            NOW - LATELY,
            lambda at, n: Account(platform="console", team="", user=n, made_at=NOW, lately=n, lately_at=at),
        ),
        "ended shares": (NOW - 30 * DAY, lambda at, n: Share(ended_at=at, **share)),
    }


async def test_each_row_ends_on_its_night_and_not_before_and_what_was_done_is_counted(database: SharedDatabase) -> None:
    ada, bea = await two_people(database, NOW.date())
    account = Account(platform="console", team="", user="ada", made_at=NOW, person_id=ada.id)
    await keep(database, account)
    ends = endings(ada, bea, account)
    minute = timedelta(minutes=1)
    for what, (moment, row) in ends.items():
        await keep(database, row(moment - minute, f"old {what}"), row(moment + minute, f"young {what}"))
    long_ago: dict[str, Any] = {"made_at": TWO_YEARS_AGO, "expires_at": TWO_YEARS_AGO, "person_id": ada.id}
    taken_up = Link(hash="taken up", from_account=account.id, agreed_by_new=True, agreed_by_old=True, **long_ago)
    await keep(database, JoiningCode(hash="used", used_at=NOW, **long_ago), taken_up)

    assert await night(database) == dict.fromkeys(ends, 1)
    assert await night(database) == dict.fromkeys(ends, 1), "made again, it does nothing more, and its count stays"
    left: dict[type[SQLModel], int] = {
        TurnRow: 1,
        Act: 1,
        Try: 1,
        OpenForm: 1,
        Handle: 1,
        Share: 1,
        Delivery: 3,
        JoiningCode: 2,
        Link: 2,
    }
    assert [await count(database, table) for table in left] == list(left.values())


async def test_what_was_passed_on_is_taken_back_so_long_after_the_last_programme_of_both(
    database: SharedDatabase,
) -> None:
    ends = months_after(NOW.date(), -RETENTION.letterbox_months)
    ada, bea = await two_people(database, ends)
    await keep(database, Share(author_id=ada.id, reader_id=bea.id, entry="e", post="p", made_at=NOW))
    assert "letterboxes" not in await night(database), "its last day is not over"

    assert (await night(database, NOW + DAY))["letterboxes"] == 1
    await night(database, NOW + 2 * DAY)
    owed = [one for one in await every(database, Delivery) if isinstance(one, Delivery)]
    assert [(one.person_id, one.arguments) for one in owed if one.job == SHARE_ENDS] == [(bea.id, {"share": 1})]


async def test_what_was_done_is_known_for_a_day_to_be_told_that_it_is_too_late_to_take_it_back(
    database: SharedDatabase,
) -> None:
    ada, _ = await two_people(database, NOW.date())
    for what, until in (("old", NOW - UNDOS - timedelta(minutes=1)), ("young", NOW - UNDOS + timedelta(minutes=1))):
        await keep(database, Undo(person_id=ada.id, turn=what, what=what, until=until))
    async with database.unit() as unit:
        assert [undo.what for undo in await unit.undos.open(ada.id, NOW - UNDOS)] == ["young"]


async def test_a_form_that_was_left_goes_with_its_draft(database: SharedDatabase) -> None:
    ada, _ = await two_people(database, NOW.date())
    account = Account(platform="console", team="", user="ada", made_at=NOW, person_id=ada.id)
    await keep(database, account)
    left = OpenForm(account_id=account.id, route="a.route", draft="d", opened_at=NOW - 31 * DAY, zone="UTC")
    await keep(database, left)

    assert await night(database) == {"forms": 1}
    (owed,) = await database.do(lambda session: session.exec(select(Delivery)).all())
    assert (owed.job, owed.person_id, owed.arguments) == (drafts.FORGET, ada.id, {"entry": "d"})


async def test_what_is_said_to_go_with_its_person_does(database: SharedDatabase) -> None:
    ada, bea = await two_people(database, NOW.date())
    event = Event(cohort_id=1, kind=EventKind.MODULE, key="m", title="M", day=NOW.date(), made_at=NOW, changed_at=NOW)
    await keep(database, event)
    for person in (ada, bea):
        account = Account(platform="console", team="", user=person.name, made_at=NOW, person_id=person.id)
        await keep(
            database,
            account,
            Agreement(person_id=person.id, programme="p", version="1", at=NOW),
            Recovery(person_id=person.id, hash=b"h", made_at=NOW),
            ReminderChoice(person_id=person.id, kind="modules"),
            MutedEvent(person_id=person.id, event_id=event.id),
            Leave(person_id=person.id, first=NOW.date(), last=NOW.date()),
        )
        await keep(database, Home(account_id=account.id, looked_at=NOW))
    tables: list[type[SQLModel]] = [Account, Agreement, Recovery, ReminderChoice, MutedEvent, Leave, Home, Person]
    assert {table.__tablename__ for table in tables} == {name for name in LIVES if LIVES[name] is Stays.WITH_PERSON}

    async with database.unit() as unit:
        wish = await unit.deletions.ask(ada, NOW, NOW)
        await unit.deletions.forget(wish.id, NOW)
    for table in tables:
        whose = next(column for column in ("person_id", "account_id", "name") if column in table.model_fields)
        owners = {getattr(row, whose) for row in await every(database, table)}
        assert owners & {bea.id, "Bea"}, table
        assert not owners & {ada.id, "Ada"}, table


async def test_the_programme_that_keeps_it_longest_decides(database: SharedDatabase) -> None:
    await two_people(database, NOW.date())
    await keep(database, Act(at=TWO_YEARS_AGO - DAY, act="old", object=""))
    longer = RETENTION.model_copy(update={"audit_months": 25})
    programme = PROGRAMMES["london-leadership"].model_copy(update={"retention": longer})
    await Nightly(database, Days(), {programme.key: programme}, lambda: NOW).run_if_due()
    assert await count(database, Act) == 1
    assert await night(database) == {"acts": 1}


async def test_what_waits_in_vain_ends_and_what_is_of_use_waits_on(database: SharedDatabase) -> None:
    ada, bea = await two_people(database, NOW.date())
    async with database.unit() as unit:
        (part,) = await unit.cohorts.memberships(bea.id)
        await unit.cohorts.leave(bea.id, part.cohort_id)
        other = await unit.cohorts.add(
            name="B", programme="london-leadership", zone="UTC", starts=NOW.date(), ends=NOW.date(), now=NOW
        )
    about_event: dict[str, Any] = {
        "kind": EventKind.MODULE,
        "day": (NOW - 30 * DAY).date(),
        "made_at": NOW,
        "changed_at": NOW,
    }
    mine, event = (
        Event(cohort_id=part.cohort_id, title="M", **about_event),
        Event(cohort_id=other.id, title="N", **about_event),
    )
    await keep(database, mine, event)
    waits: dict[str, Any] = {"due_at": NOW, "made_at": NOW, "person_id": ada.id}
    for state in (DeliveryState.HELD, DeliveryState.BY_HAND):
        for why, about in (
            ("", {}),
            ("", {"useful_until": NOW + DAY, "event_id": mine.id}),
            ("", {"person_id": bea.id, "kind": BELONGING}),
            (WAITED_TOO_LONG, {"useful_until": NOW - DAY}),
            ("no longer in the cohort", {"person_id": bea.id}),
            ("no longer in the cohort", {"event_id": event.id}),
        ):
            await keep(database, Delivery(job=why, state=state, **{**waits, **about}))

    assert await night(database) == {"messages that waited in vain": 6}
    owed = await database.do(lambda session: session.exec(select(Delivery)).all())
    assert {(one.job, one.why, one.state == DeliveryState.DROPPED, one.ended_at is None) for one in owed} == {
        ("", None, False, True),
        (WAITED_TOO_LONG, WAITED_TOO_LONG, True, False),
        ("no longer in the cohort", "no longer in the cohort", True, False),
    }
