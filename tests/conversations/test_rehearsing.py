"""What those who run a cohort can count on when they ask for its year to be lived ahead."""

from datetime import UTC, datetime, time, timedelta

from storage.shared.people import Role
from storage.shared.reminders import Leave
from storage.shared.timetable import Event, EventKind
from tests.canary import nowhere_but
from tests.cast import Cast

CANARY = "the kingfisher waits for the tide"
ADDRESS = "ada@example.org"


async def test_the_year_comes_as_a_page_and_a_table_and_only_to_who_runs_the_cohort(cast: Cast) -> None:
    """Nothing private is in it, nor what people have chosen for themselves; and nobody is told anything."""
    ada, dora = await cast.participant("Ada"), await cast.member("Dora", Role.DIRECTOR)
    await cast.person("Noor", Role.PARTICIPANT)
    await dora.says("rehearse the year")
    dora.sees("There is nothing in the timetable yet")
    await one_event(cast)
    await ada.says(f"reflect: {CANARY}")
    await settles_in(cast, "Ada")
    await ada.says("rehearse the year")
    ada.sees("That is for the director")
    before = len(ada.screen_of.seen)

    await dora.says("rehearse the year")
    await cast.settle()

    dora.sees("The year, lived ahead", "messages to 3 people", "Nobody was sent anything")
    files = {file.name: file.data.decode("utf-8-sig") for file in dora.files}
    page, table = files["rehearsal.html"], files["rehearsal.csv"]
    assert "1 has not joined" in page
    assert "A day by the river" in page
    assert "Noor,participant,Modules,A day by the river,2027-03-10,08:30,Europe/London (GMT)" in table
    assert "Ada,participant,Modules,A day by the river,2027-03-10,08:30,Europe/London (GMT)" in table
    for private in (CANARY, ADDRESS, "Paris"):
        assert private not in page + table
    assert len(ada.screen_of.seen) == before
    await nowhere_but(cast, CANARY, ada)


async def one_event(cast: Cast) -> None:
    now = cast.clock.now()
    day = datetime(2027, 3, 10, 9, 30, tzinfo=UTC)
    async with cast.app.database.unit() as unit:
        await unit.timetable.add(
            Event(
                cohort_id=cast.cohort.id,
                kind=EventKind.MODULE,
                title="A day by the river",
                day=day.date(),
                starts_at=day,
                ends_at=day + timedelta(hours=6),
                made_at=now,
                changed_at=now,
            )
        )


async def settles_in(cast: Cast, name: str) -> None:
    """Somebody is elsewhere, has quiet hours of their own, and is away on the day."""
    async with cast.app.database.unit() as unit:
        ((person, _),) = [found for found in await unit.cohorts.members(cast.cohort.id) if found[0].name == name]
        person.zone, person.quiet_from, person.quiet_until = "Europe/Paris", time(6), time(20)
        day = datetime(2027, 3, 10, tzinfo=UTC).date()
        await unit.reminders.add_leave(Leave(person_id=person.id, first=day, last=day))
