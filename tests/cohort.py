"""A cohort of participants who have joined and agreed, for tests and benches that need many at once."""

from collections.abc import Iterable
from datetime import date, timedelta

from bot.app import App
from bot.chat.platform import Address
from handlers.joining import issue, join
from scheduling.timetable import lay_down
from storage.shared.cohorts import Cohort, Enrolment
from storage.shared.people import Person, Role
from storage.shared.timetable import Event, EventKind
from storage.shared.unit import SharedUnit

PROGRAMME = "london-leadership"


async def new_cohort(app: App) -> Cohort:
    """A cohort that began some months ago and goes on for some."""
    now = app.clock.now()
    async with app.database.unit() as unit:
        return await unit.cohorts.add(
            name="Autumn 2026",
            programme=PROGRAMME,
            zone="Europe/London",
            starts=(now - timedelta(days=120)).date(),
            ends=(now + timedelta(days=200)).date(),
            now=now,
        )


async def laid_out(app: App, cohort: Cohort) -> list[Event]:
    """Its timetable is laid out from the template."""
    async with app.database.unit() as unit:
        return await lay_down(unit, cohort, app.kit.programmes[cohort.programme], app.clock.now())


async def other_cohort(app: App, day: date, *members: Person | None) -> Cohort:
    """Another cohort, with something on this day, which these are in as well."""
    now = app.clock.now()
    async with app.database.unit() as unit:
        other = await unit.cohorts.add(
            name="Another", programme=PROGRAMME, zone="Europe/London", starts=day, ends=day, now=now
        )
        await unit.timetable.add(
            Event(cohort_id=other.id, kind=EventKind.OTHER, title="Theirs", day=day, made_at=now, changed_at=now)
        )
        for person in members:
            assert person is not None
            await unit.cohorts.enrol(person.id, other.id, Role.PARTICIPANT)
            await unit.cohorts.activate(person.id)
    return other


async def enrolled(app: App, cohort: Cohort, role: Role, *people: Person | None) -> None:
    """They are in this cohort as well, as this; invited only, where they have never joined."""
    async with app.database.unit() as unit:
        for person in people:
            assert person is not None
            await unit.cohorts.enrol_all(cohort, [Enrolment(person.name, person.id, roles=(role,))], app.clock.now())


async def participants(app: App, platform: str, users: Iterable[str], team: str = "") -> None:
    """Each of these accounts is a participant's who has joined and agreed."""
    cohort = await new_cohort(app)
    for user in users:
        async with app.database.unit() as unit:
            person = await unit.people.add(user, None, cohort.zone, app.clock.now())
            await unit.cohorts.enrol(person.id, cohort.id, Role.PARTICIPANT)
            code = await issue(unit, app.kit.secrets, person, app.clock.now())
            await _join(app, unit, Address(platform, team, user), code, user)


async def has_joined(app: App, address: Address, code: str, name: str) -> None:
    """Whoever has this code joined with this account, and agreed."""
    async with app.database.unit() as unit:
        await _join(app, unit, address, code, name)


async def _join(app: App, unit: SharedUnit, address: Address, code: str, name: str) -> None:
    now = app.clock.now()
    account = await unit.people.meet(*address, now)
    account.display_name = name
    person = await join(unit, app.kit.secrets, account, code.replace("-", ""), now)
    assert person is not None
    for _, cohort in await unit.cohorts.joined(person.id):
        version = app.kit.programmes[cohort.programme].agreement.version
        await unit.agreements.agree(person.id, cohort.programme, version, now)
