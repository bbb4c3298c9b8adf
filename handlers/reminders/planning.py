"""Planning anew after what changes it: an event, who is in the cohort, and when they want to hear of it."""

from datetime import datetime

from bot.chat.jobs import Act
from bot.chat.router import Router
from bot.chat.turns import Turn
from handlers.coaching.around.planning import plan_mine_again
from scheduling.reminders import replan
from storage.shared.cohorts import Cohort
from storage.shared.deliveries import Delivery, Urgency
from storage.shared.unit import SharedUnit

router = Router("planning")

PLAN = "reminders.plan"


async def plan_again(turn: Turn, *cohorts: Cohort) -> None:
    """Have these cohorts' reminders planned as things are after this turn, and those of the speaker's own sessions."""
    await plan_mine_again(turn)
    for cohort in cohorts:
        if await owe_planning(turn.db, cohort, turn.id, turn.now):
            turn.owes = True


async def owe_planning(db: SharedUnit, cohort: Cohort, cause: str, now: datetime) -> bool:
    """The same where nobody speaks: once for each cause. False where there is nothing to plan."""
    if not await db.timetable.of_cohort(cohort.id, cancelled=True):
        return False
    owed = Delivery(
        key=f"plan {cohort.id} {cause}",
        job=PLAN,
        arguments={"cohort": cohort.id},
        urgency=Urgency.ANSWER,
        due_at=now,
        made_at=now,
    )
    return await db.deliveries.owe(owed)


@router.act(PLAN)
async def plan(act: Act) -> None:
    """Killed half-way, it is done again: planning twice changes nothing."""
    async with act.unit() as unit:
        cohort = await unit.cohorts.get(int(act.arguments["cohort"]))
    await replan(act.unit, cohort, act.kit.programmes[cohort.programme], act.now)
