"""The groups that are open to somebody: those that are joined for one time, and the fixed ones."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.chat.errors import Refusal
from bot.chat.messages import Press
from bot.chat.view import View
from handlers.coaching.booking.stretches import AHEAD
from handlers.coaching.booking.times import MOST, buttons_of, or_one_of_these
from handlers.coaching.finding import cohort_meant
from handlers.coaching.presses import GROUP, minute_of
from handlers.coaching.rules import coaching_of
from scheduling.availability import Free
from scheduling.booking import Wish
from scheduling.coaching import Coaching, NotFree
from scheduling.diaries import Sessions, coaches_for, every_time, next_times, sessions
from storage.shared.cohorts import Cohort

JOIN = Press("groups.join", int, int, int)
"""Take a place in a group of this offer, at this minute; and whether the others may know (1)."""
WAIT = Press("groups.wait", int, int, int)
"""The same of standing in its line."""

NONE_HERE = "Your programme has no group coaching. Say “book coaching” for a session with a coach."


@dataclass(frozen=True)
class Groups:
    """What is open to one person in one cohort."""

    coaching: Coaching
    cohort: Cohort
    person_id: int
    zone: ZoneInfo
    sessions: Sessions
    coaches: Mapping[int, str]
    """What those are called with whom they may book."""

    def wish(self, offer_id: int, starts: datetime, *, named: bool = False) -> Wish:
        """That they would have this time."""
        return Wish(self.person_id, self.cohort.id, offer_id, starts, self.zone, named)

    async def for_one_time(self, until: datetime | None = None) -> list[Free]:
        """Each time of each group that is joined for one time, with and without a place."""
        coach_ids, until = list(self.coaches), until or self.coaching.now + AHEAD
        times = await next_times(self.coaching, self.cohort.id, self.person_id, coach_ids, until)
        return [time for time in times if time.offer.is_group and not time.offer.fixed]

    async def fixed(self) -> list[list[Free]]:
        """All times of each fixed group, the group that begins first before the others."""
        offers = await self.coaching.db.offers.of(list(self.coaches))
        each = [
            await every_time(self.coaching, self.cohort.id, self.person_id, offer)
            for coach_id in self.coaches
            for offer in offers[coach_id]
            if offer.fixed
        ]
        return sorted((times for times in each if times), key=lambda times: times[0].starts)


async def groups_of(view: View) -> Groups:
    """Raises Refusal where their programme has none."""
    coaching, cohort = coaching_of(view), await cohort_meant(view)
    theirs = (await sessions(coaching, cohort.id, [view.person.id], groups=True))[view.person.id]
    if not theirs.due:
        raise Refusal(NONE_HERE)
    found = await coaches_for(coaching, cohort.id, view.person.id)
    people = [await view.db.people.get(coach_id) for coach_id in found]
    names = {person.id: person.name for person in people if person is not None}
    return Groups(coaching, cohort, view.person.id, view.zone, theirs, names)


async def or_another(groups: Groups, refusal: NotFree) -> Refusal:
    """The same refusal, with the next groups that have a place."""
    times = [time for time in await groups.for_one_time() if time.left]
    return or_one_of_these(refusal, await buttons_of(groups.coaching, times[:MOST], groups.zone, page_of))


def page_of(time: Free) -> str:
    """The press that shows a group."""
    return GROUP(time.offer.id, minute_of(time.starts))
