"""The next times that are free, as buttons: wherever a time is to be chosen."""

from collections.abc import Callable, Sequence
from datetime import datetime
from itertools import islice
from zoneinfo import ZoneInfo

from bot.chat.errors import Refusal
from bot.chat.messages import Button, label_of
from bot.chat.times import spoken
from handlers.coaching.booking.stretches import AHEAD
from handlers.coaching.presses import TAKE, minute_of
from scheduling.availability import Free
from scheduling.coaching import Coaching, NotFree
from scheduling.diaries import next_times
from storage.shared.coaching.bookings import Booked

MOST = 6
"""So many times are shown at once."""

PressFor = Callable[[Free], str]
"""What the button of a time does."""


def take(time: Free) -> str:
    """Book it."""
    return TAKE(time.offer.id, minute_of(time.starts))


async def next_free(
    coaching: Coaching,
    cohort_id: int,
    person_id: int,
    coach_ids: Sequence[int],
    *,
    after: datetime | None = None,
    until: datetime | None = None,
    but_for: Booked | None = None,
    most: int = MOST,
) -> list[Free]:
    """The next times at which somebody can meet one of these coaches alone, as if one of their bookings were not."""
    until = until or max(after or coaching.now, coaching.now) + AHEAD
    times = await next_times(coaching, cohort_id, person_id, coach_ids, until, after=after, but_for=but_for)
    return list(islice((time for time in times if not time.offer.is_group), most))


async def buttons_of(
    coaching: Coaching, times: Sequence[Free], zone: ZoneInfo, press: PressFor = take, *, with_whom: bool = True
) -> tuple[Button, ...]:
    """A button for each of these times, in its reader's zone; with whom, where that is not plain."""
    coach_ids = {time.offer.coach_id for time in times} if with_whom else ()
    people = {coach_id: await coaching.db.people.get(coach_id) for coach_id in coach_ids}

    def label(time: Free) -> str:
        coach = people.get(time.offer.coach_id)
        return spoken(time.starts, zone) + (f", {coach.name}" if coach else "")

    return tuple(Button(label_of(label(time)), press(time)) for time in times)


async def free_buttons(
    coaching: Coaching,
    cohort_id: int,
    person_id: int,
    coach_ids: Sequence[int],
    press: PressFor = take,
    *,
    zone: ZoneInfo | None = None,
    after: datetime | None = None,
    until: datetime | None = None,
    but_for: Booked | None = None,
    most: int = MOST,
) -> tuple[Button, ...]:
    """The next free times as buttons, in the zone of whoever reads them; theirs who would come, if none is given."""
    times = await next_free(
        coaching, cohort_id, person_id, coach_ids, after=after, until=until, but_for=but_for, most=most
    )
    zone = zone or await coaching.zone_of(person_id)
    return await buttons_of(coaching, times, zone, press, with_whom=len(coach_ids) > 1)


def or_one_of_these(refusal: NotFree, buttons: tuple[Button, ...]) -> Refusal:
    """The same refusal, with what is free instead."""
    return Refusal(f"{refusal.why} These are free:", buttons) if buttons else refusal
