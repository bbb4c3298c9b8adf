"""Living a cohort's year ahead of time: who would be told what and when, before anybody is."""

from functools import partial

from bot.chat.errors import Refusal
from bot.chat.jobs import Act
from bot.chat.router import Router
from bot.chat.turns import Turn
from handlers.roster.listed import refuse_others
from storage.copying.cohort import copied
from storage.shared.cohorts import RUN_IT

router = Router("rehearsing")

REHEARSE = "rehearsing.rehearse"


@router.intent(
    "rehearse",
    "Live the year ahead",
    "rehearse the year",
    "rehearse",
    "live the year ahead",
    "try the year out",
    "what would everybody be told",
    command="rehearse",
    help="live the cohort’s year on a copy: who would be told what and when, as a page and a table",
    allow=RUN_IT,
)
async def rehearse_the_year(turn: Turn) -> None:
    cohort = turn.cohort
    refuse_others(turn)
    if not await turn.db.timetable.of_cohort(cohort.id):
        raise Refusal("There is nothing in the timetable yet. Say “add an event”, and rehearse the year then.")
    await turn.later(REHEARSE, cohort=cohort.id, account=turn.account.id)
    await turn.say("I’m living the year on a copy, and nobody else is sent anything. It comes here in a minute or so.")


@router.act(REHEARSE)
async def rehearse(act: Act) -> None:
    """Lived in the worker process, and sent as a message of its own."""
    await act.step("send", partial(_send, act))


async def _send(act: Act) -> str:
    """The cohort is lived with whatever else its asker runs; of other cohorts of its people nothing comes in."""
    assert act.person is not None
    async with act.unit() as unit:
        joined = await unit.cohorts.joined(act.person.id)
        run = {cohort.id: cohort for part, cohort in joined if part.role in RUN_IT}
        cohort = run.pop(int(act.arguments["cohort"]), None)
        if cohort is None:  # they run it no more
            return ""
        copy = await copied(unit, cohort, tuple(run.values()))
    message = await act.in_worker(act.kit.rehearse, copy, act.kit.programmes)
    await act.send(message, account_id=int(act.arguments["account"]))
    return ""
