"""The evening digest: for a coach who wants it, all requests in one message rather than each as it comes."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.chat.jobs import Wording
from bot.chat.messages import Message
from bot.chat.router import Router
from bot.chat.times import A_DAY
from handlers.coaching.changing.requests import page, waiting_for
from handlers.coaching.finding import names_of
from handlers.coaching.following.told import DIGEST, Told, as_argument, in_arguments, owe_news
from scheduling.holding import habits_of
from scheduling.unasked import at_wall, day_of, next_morning
from storage.shared.coaching.bookings import Booked
from storage.shared.people import Person
from storage.shared.unit import SharedUnit

router = Router("coaching in the evening")

COMES_AT = time(17)
TO_ANSWER = timedelta(hours=12)
"""So long there has to be left of its hold."""


async def comes_in_the_evening(db: SharedUnit, coach: Person, booked: Booked, now: datetime) -> datetime | None:
    """When a request comes in the digest; None where its coach wants none, or it begins or runs out too soon."""
    if not (await db.coaches.get(coach.id)).in_digest:
        return None
    at = await _next_evening(db, coach, now)
    held = booked.booking.held_until or at
    return at if booked.slot.starts_at - at >= A_DAY and held - at >= TO_ANSWER else None


async def add_to_digest(db: SharedUnit, coach: Person, told: Told, at: datetime, now: datetime) -> None:
    """There is one, which tells of this as well: it takes the place of the one that was owed."""
    news = [told]
    for owed in await db.deliveries.awaited(coach.id, DIGEST):
        news += in_arguments(await db.deliveries.withdraw(owed.key or "", now) or as_argument([]))
    await owe_news(db, coach.id, DIGEST, news, at, now)


async def _next_evening(db: SharedUnit, coach: Person, now: datetime) -> datetime:
    """Of the first working day of theirs, on which they are there, whose evening lies ahead."""
    habits = habits_of(coach, await db.reminders.leaves(coach.id, now.date() - A_DAY))
    morning = next_morning(habits, at_wall(day_of(habits, now), time(), habits.zone))
    while (evening := at_wall(day_of(habits, morning), COMES_AT, habits.zone)) <= now:
        morning = next_morning(habits, evening)
    return evening


@router.worded(DIGEST)
async def digest(wording: Wording) -> Message | None:
    """All that waits for them by then; None where nothing does."""
    requests = await waiting_for(wording.db, wording.person.id, wording.now)
    if not requests or wording.person.by_hand:
        return None
    names = await names_of(wording.db, requests)
    return page(requests, names, ZoneInfo(wording.person.zone), wording.person.id)
