"""What a turn is taken with: as the ORM would have read it, on both databases."""

from collections.abc import AsyncIterator
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import inspect
from sqlmodel import Session, SQLModel

from storage.migrating import migrate
from storage.shared.cohorts import Membership, State
from storage.shared.inbox import Taken, keep
from storage.shared.people import Role
from storage.shared.turns import Caller
from storage.shared.unit import SharedDatabase
from tests.storage.conftest import NOW

ADA = Caller("nowhere", "", "ada", "Ada")


@pytest.fixture(params=["sqlite", "postgres"])
async def database(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[SharedDatabase]:
    url = f"sqlite:///{tmp_path / 'shared.db'}"
    if request.param == "postgres":
        url = request.getfixturevalue("migrated_postgres_url")
    async with SharedDatabase(url) as database:
        await database.in_thread(lambda: migrate(database.engine))
        yield database


async def _ada_in_two_cohorts(database: SharedDatabase) -> str:
    """Somebody in two cohorts, once in two roles, who has said something; gives whose queue it is in."""
    async with database.unit() as unit:
        person = await unit.people.add("Ada", None, "Europe/London", NOW)
        for name in ("Autumn", "Spring"):
            cohort = await unit.cohorts.add(
                name=name, programme="p", zone="Europe/London", starts=NOW.date(), ends=NOW.date(), now=NOW
            )
            await unit.run(partial(_join, person.id, cohort.id, Role.PARTICIPANT))
        await unit.run(partial(_join, person.id, cohort.id, Role.COACH))
        account = await unit.people.meet("nowhere", "", "ada", NOW)
        account.person_id, account.offered = person.id, [["1", "digest", "some.press:1"]]
        await unit.people.save_account(account)
        await unit.agreements.agree(person.id, "p", "1", NOW)
    kept = await database.do_plainly(lambda connection: keep(connection, ADA, "k", "t", b"said", NOW), durable=True)
    assert kept is not None
    return kept.owner


def _join(person_id: int, cohort_id: int, role: Role, session: Session) -> None:
    session.add(Membership(person_id=person_id, cohort_id=cohort_id, role=role, state=State.ACTIVE))
    session.flush()


def _values(model: SQLModel | None) -> dict[str, object]:
    assert model is not None
    return {name: value for name, value in inspect(model).dict.items() if not name.startswith("_")}


async def _taken(database: SharedDatabase, owner: str) -> Taken:
    async with database.unit() as unit:
        taken = await unit.inbox.take(owner)
    assert taken is not None
    return taken


async def test_a_turn_is_taken_with_all_that_is_kept_of_its_speaker(database: SharedDatabase) -> None:
    taken = await _taken(database, await _ada_in_two_cohorts(database))

    models = [taken.row, taken.account, taken.person, *taken.memberships, *taken.cohorts]

    def read(session: Session) -> list[SQLModel | None]:
        return [session.get(type(model), inspect(model).identity) for model in models]

    assert [_values(model) for model in models] == [_values(model) for model in await database.do(read)]
    assert (len(taken.memberships), len(taken.cohorts)) == (3, 2)
    assert taken.agreed == {("p", "1")}


async def test_what_is_changed_of_what_was_taken_is_written_with_the_turn(database: SharedDatabase) -> None:
    owner = await _ada_in_two_cohorts(database)
    async with database.unit() as unit:
        taken = await unit.inbox.take(owner)
        assert taken is not None
        assert taken.person is not None
        taken.account.display_name = "Ada L."
        taken.person.zone = "Asia/Tokyo"
        assert await unit.people.account(taken.account.id) is taken.account

    taken = await _taken(database, owner)
    assert taken.person is not None
    assert (taken.account.display_name, taken.person.zone) == ("Ada L.", "Asia/Tokyo")


async def test_what_was_kept_before_is_not_kept_again(database: SharedDatabase) -> None:
    await _ada_in_two_cohorts(database)
    again = await database.do_plainly(lambda connection: keep(connection, ADA, "k", "u", b"said", NOW), durable=True)
    assert again is None
