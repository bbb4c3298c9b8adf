"""What people need for an event, read by those to whom they passed it on."""

from bot.chat.markdown import literal
from bot.chat.messages import Message, label_of
from bot.chat.router import Router
from bot.chat.times import spoken_date
from bot.chat.turns import Turn
from handlers.roster.listed import must_run
from handlers.said import running
from handlers.timetable import presses
from handlers.timetable.finding import event_run_by
from handlers.timetable.meant import event_meant, is_met_at
from handlers.timetable.needs.entries import Needs
from handlers.timetable.needs.passing_on import last_day
from storage.shared.cohorts import RUN_IT
from storage.shared.timetable import Event

router = Router("reading needs")

NOTHING_AHEAD = "Nothing lies ahead that anything could be passed on for. Say “timetable” to see everything."


@router.intent(
    "needs_for",
    "See what people need",
    "needs for {event}",
    "what people need for {event}",
    "dietary needs for {event}",
    "access needs for {event}",
    "what people need",
    *running.NEEDS_FOR,
    help="food and access, as people passed it on for an event",
    allow=RUN_IT,
    opens=True,
)
async def needs_for_named(turn: Turn) -> None:
    def is_near(event: Event) -> bool:
        return is_met_at(event) and last_day(event) >= turn.now.astimezone(turn.zone).date()

    event, cohort = await event_meant(turn, NOTHING_AHEAD, is_near)
    must_run(turn, cohort)
    await _needs_for(turn, event)


@router.pressed(presses.NEEDS_FOR, allow=RUN_IT, opens=True)
async def needs_for(turn: Turn, event_id: int) -> None:
    event, _ = await event_run_by(turn, event_id)
    await _needs_for(turn, event)


async def _needs_for(turn: Turn, event: Event) -> None:
    """It keeps nothing, so no agreement stands before it; an account that opens the letterbox it does need."""
    vault = turn.vault
    today = turn.now.astimezone(turn.zone).date()
    shares = await turn.db.sharing.with_reader(turn.person.id, today) if last_day(event) >= today else []
    copies = {copy.id: copy for copy in await vault.all_posted(Needs)} if shares else {}
    found = [
        (author.name, copies[share.post])
        for share, author in shares
        if share.post in copies
        and copies[share.post].event_id == event.id
        and await turn.db.sharing.open(share.id, turn.now)
    ]
    if not found:
        await turn.say(f"Nobody has passed on to you what they need for {literal(event.title)}.")
        return
    said = [f"**{literal(name)}**\n\n{copy.words}" for name, copy in sorted(found, key=lambda one: one[0].casefold())]
    await turn.say(
        Message(
            "\n\n".join([*said, f"*It is gone from here after {spoken_date(last_day(event))}.*"]),
            title=label_of(f"Needs for {event.title}"),
            private=True,
        )
    )
