"""A cohort of participants who have joined and agreed, for tests and benches that need many at once."""

from collections.abc import Iterable
from datetime import timedelta

from bot.app import App
from bot.programmes import programme
from handlers.joining import issue, join
from storage.shared.cohorts import Cohort
from storage.shared.people import Role
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


async def participants(app: App, platform: str, users: Iterable[str], team: str = "") -> None:
    """Each of these accounts is a participant's who has joined and agreed."""
    cohort = await new_cohort(app)
    for user in users:
        async with app.database.unit() as unit:
            await _participant(app, unit, cohort, platform, team, user)


async def _participant(app: App, unit: SharedUnit, cohort: Cohort, platform: str, team: str, user: str) -> None:
    now = app.clock.now()
    person = await unit.people.add(user, None, cohort.zone, now)
    await unit.cohorts.enrol(person.id, cohort.id, Role.PARTICIPANT)
    account = await unit.people.meet(platform, team, user, now)
    code = await issue(unit, app.kit.secrets, person, now)
    await join(unit, app.kit.secrets, account, code.replace("-", ""), now)
    await unit.agreements.agree(person.id, PROGRAMME, programme(PROGRAMME).agreement.version, now)
