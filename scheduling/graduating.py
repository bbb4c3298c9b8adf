"""The end of a cohort: on the day after it, its participants are alumni, and each is told so once."""

from datetime import datetime
from zoneinfo import ZoneInfo

from scheduling.holding import let_through
from storage.shared.cohorts import Cohort
from storage.shared.deliveries import Delivery
from storage.shared.unit import SharedDatabase

ALUMNI_NOW = "alumni.now"
"""What words the message, in the cohort `cohort`."""

TOGETHER = 20
"""So many in one transaction, so that none is open for long."""


async def graduate(database: SharedDatabase, now: datetime) -> None:
    """Whoever takes part in a cohort that is over becomes one of its alumni. Again, it changes nothing."""
    async with database.unit() as unit:
        cohorts = await unit.cohorts.every()
    for cohort in cohorts:
        if cohort.ends < now.astimezone(ZoneInfo(cohort.zone)).date():
            while await _some_of(database, cohort, now):
                pass


async def _some_of(database: SharedDatabase, cohort: Cohort, now: datetime) -> int:
    async with database.unit() as unit:
        graduates = await unit.cohorts.graduate(cohort.id, TOGETHER)
        for person_id in await unit.reminders.held(graduates):
            if (person := await unit.people.get(person_id)) is not None:
                await let_through(unit, person, now, now)
        for person_id in graduates:
            await unit.deliveries.owe(
                Delivery(
                    key=f"{ALUMNI_NOW} {cohort.id} {person_id}",
                    person_id=person_id,
                    kind="announcements",
                    job=ALUMNI_NOW,
                    arguments={"cohort": cohort.id},
                    due_at=now,
                    made_at=now,
                )
            )
    return len(graduates)
