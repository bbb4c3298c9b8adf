"""Telling people what they are in a cohort, once that is something else: worded when it is told."""

from collections.abc import Collection
from datetime import datetime

from bot.chat.jobs import Wording
from bot.chat.markdown import literal
from bot.chat.messages import MOST_TITLE, Message
from bot.chat.router import Router
from handlers.roster.listed import everybody_of
from scheduling.graduating import ALUMNI_NOW
from storage.shared.cohorts import Cohort, State
from storage.shared.deliveries import Delivery
from storage.shared.people import Role
from storage.shared.unit import SharedUnit

router = Router("what_you_are")

WHAT_YOU_ARE = "roster.what_you_are"
A_ROLE = {role: f"an {role}" if role[0] in "aeiou" else f"a {role}" for role in Role}


async def owe_what_they_are(db: SharedUnit, cohort: Cohort, person_ids: Collection[int], now: datetime) -> None:
    """Those of these people who are there hear what they are there now. Others learn it when they join."""
    for listed in await everybody_of(db, cohort) if person_ids else []:
        if listed.person.id in person_ids and listed.here:
            await db.deliveries.owe(
                Delivery(
                    key=told_under(cohort.id, listed.person.id, now),
                    person_id=listed.person.id,
                    kind="changes",
                    job=WHAT_YOU_ARE,
                    arguments={"cohort": cohort.id},
                    due_at=now,
                    made_at=now,
                )
            )


def told_under(cohort_id: int, person_id: int, now: datetime) -> str:
    """The key of what tells somebody what they have become at that moment."""
    return f"{WHAT_YOU_ARE} {cohort_id} {person_id} {now.isoformat()}"


@router.worded(ALUMNI_NOW)
async def alumni_now(wording: Wording) -> Message | None:
    for part, cohort in await wording.db.cohorts.joined(wording.person.id):
        if part.state == State.ALUMNUS and cohort.id == wording.arguments["cohort"]:
            return Message(
                f"{literal(cohort.name)} has come to its end, and from today you are one of its alumni. Thank you for "
                "all that you brought to it, and for what others learnt from you. Your private notes stay yours, each "
                "until the day that it shows. I am here whenever you want to write another.",
                title=f"Thank you, {wording.person.name}"[:MOST_TITLE],
            )
    return None


@router.worded(WHAT_YOU_ARE)
async def what_you_are(wording: Wording) -> Message | None:
    parts = [
        (part, cohort)
        for part, cohort in await wording.db.cohorts.joined(wording.person.id)
        if cohort.id == wording.arguments["cohort"]
    ]
    if not parts:
        return None
    roles = [A_ROLE[Role(part.role)] for part, _ in parts]
    return Message(
        f"In {literal(parts[0][1].name)} you are {' and '.join(roles)} now. Say “help” to see what you can do."
    )
