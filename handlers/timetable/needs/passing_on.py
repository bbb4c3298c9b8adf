"""A copy of what somebody needs, in the letterboxes of those who see to an event, until a week after it."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.chat.errors import Refusal
from bot.chat.jobs import Act
from bot.chat.markdown import literal
from bot.chat.messages import Button, Message
from bot.chat.router import Router
from bot.chat.turns import Turn
from handlers.timetable import presses
from handlers.timetable.needs.entries import Needs
from scheduling.unasked import SHARED
from storage.shared.cohorts import Cohort
from storage.shared.deliveries import Delivery
from storage.shared.people import Person, Role
from storage.shared.sharing import Share
from storage.shared.timetable import Event

router = Router("passing on needs")

END = "needs.end"
KEPT_AFTER = timedelta(days=7)


async def readers_of(turn: Turn, cohort: Cohort) -> Sequence[Person]:
    """Those who see to it: the administrators of a cohort, or its directors where there are none."""
    for role in (Role.ADMINISTRATOR, Role.DIRECTOR):
        found = [person for person in await turn.db.cohorts.with_role(cohort.id, role) if person.id != turn.person.id]
        if found:
            return found
    raise Refusal("Nobody who runs this cohort has joined yet, so there is nobody to pass it on to. Try again later.")


async def post(turn: Turn, needs: Needs, event: Event, reader: Person) -> Share:
    """Give one reader a copy, and see to it that it goes in time."""
    copy = Needs(made_at=turn.now, food=needs.food, access=needs.access, event_id=event.id)
    last = last_day(event)
    share = await turn.db.sharing.begin(
        Share(
            author_id=turn.person.id,
            reader_id=reader.id,
            entry=needs.id,
            post=await turn.post(reader, copy),
            until=last,
            made_at=turn.now,
        )
    )
    after = _after(last, reader)
    await turn.later(END, person=reader, at=after, key=f"{END} {share.id} {last}", share=share.id, event=event.id)
    today = turn.now.astimezone(ZoneInfo(reader.zone)).date()
    await turn.tell(reader, _told(event), key=f"needs {event.id} {reader.id} {today}", kind=SHARED, event_id=event.id)
    return share


def _told(event: Event) -> Message:
    """What a reader is told, once a day: neither who needs something, nor what."""
    return Message(
        f"Somebody has passed on what they need for {literal(event.title)}.",
        buttons=(Button("What people need", presses.NEEDS_FOR(event.id)),),
    )


async def take_back_for(turn: Turn, needs: Needs, event_id: int) -> bool:
    """Take back what was passed on for this event; whether anything was."""
    taken = False
    for share_id in needs.passed_on.pop(event_id, []):
        found = await turn.db.sharing.by_its_author(share_id, turn.person.id)
        if found is not None:
            share, reader = found
            await turn.db.sharing.end([share], turn.now)
            turn.take_back(reader.vault, share.post)
            turn.concerns.add(reader.id)
            taken = True
    return taken


async def given(turn: Turn, needs: Needs) -> list[tuple[Event, Person]]:
    """For what it can be read now, and by whom."""
    live = {share.id: reader for share, reader in await turn.db.sharing.of_entry(turn.person.id, needs.id, turn.now)}
    found = []
    for event_id, share_ids in needs.passed_on.items():
        event = await turn.db.timetable.get(event_id)
        if event is not None:
            found += [(event, live[share_id]) for share_id in share_ids if share_id in live]
    return found


def last_day(event: Event) -> date:
    return event.day + KEPT_AFTER


def _after(day: date, reader: Person) -> datetime:
    return datetime.combine(day + timedelta(days=1), time(), ZoneInfo(reader.zone))


@router.act(END)
async def end(act: Act) -> None:
    """A week has passed: the copy goes first, then the row that led to it. Where the event moved on, so does this."""
    if act.person is None:
        return
    async with act.unit() as unit:
        share = await unit.sharing.get(int(act.arguments["share"]))
        event = await unit.timetable.get(int(act.arguments["event"]))
        if share is None or share.ended_at is not None:
            return
        if event is not None and _after(last_day(event), act.person) > act.now:
            share.until = last_day(event)
            await unit.sharing.save(share)
            await unit.deliveries.owe(
                Delivery(
                    key=f"{END} {share.id} {share.until}",
                    person_id=act.person.id,
                    job=END,
                    arguments=dict(act.arguments),
                    due_at=_after(share.until, act.person),
                    made_at=act.now,
                )
            )
            return
    await act.take_back(act.person.vault, share.post)
    async with act.unit() as unit:
        await unit.sharing.end([share], act.now)
