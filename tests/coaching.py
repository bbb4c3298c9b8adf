"""A cohort whose coaches offer times, for tests and benches of who gets which place."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlmodel import func, select

from bot.programmes import Programme, Programmes
from scheduling.booking import Wish, request
from scheduling.coaching import Change, Coaching
from storage.shared.coaching.offers import Offer
from storage.shared.coaching.places import Busy
from storage.shared.people import Role
from storage.shared.unit import SharedDatabase

LONDON = ZoneInfo("Europe/London")
NOW = datetime(2027, 1, 4, 9, tzinfo=UTC)
"""A Monday."""
TUESDAYS = "FREQ=WEEKLY;BYDAY=TU"
KEY = "london-leadership"


def at(day: int, hour: int, minute: int = 0, month: int = 1) -> datetime:
    """In London, in 2027: 4 January is a Monday."""
    return datetime(2027, month, day, hour, minute, tzinfo=LONDON).astimezone(UTC)


def programmes(**rules: object) -> dict[str, Programme]:
    """The programme, with as many sessions as anybody wants, and some of its rules of coaching otherwise."""
    programme = Programmes.load()[KEY]
    changes = {
        "coaching": programme.coaching.model_copy(update={"notice_hours": 0, **rules}),
        "entitlements": programme.entitlements.model_copy(update={"coaching": 10_000, "group_coaching": 10_000}),
    }
    return {KEY: programme.model_copy(update=changes)}


def tuesdays(coach_id: int, **changes: Any) -> Offer:
    """ "Tuesdays 2-5pm, 60 minutes"."""
    offer: dict[str, Any] = {
        "coach_id": coach_id,
        "zone": "Europe/London",
        "rule": TUESDAYS,
        "first": date(2027, 1, 5),
        "starts": time(14),
        "ends": time(17),
        "minutes": 60,
        "made_at": NOW,
    }
    return Offer(**offer | changes)


@dataclass
class World:
    """People of one cohort, by name, and what they do."""

    database: SharedDatabase
    cohort_id: int
    ids: dict[str, int]
    programmes: dict[str, Programme]
    now: datetime = NOW

    async def does(self, rule: Callable[..., Awaitable[list[Change]]], *given: object, **named: object) -> list[Change]:
        """One rule, in a transaction of its own."""
        async with self.database.unit() as unit:
            return await rule(Coaching(unit, self.programmes, self.now), *given, **named)

    async def offers(self, offer: Offer) -> Offer:
        async with self.database.unit() as unit:
            return await unit.offers.add(offer)

    def wish(self, who: str, offer: Offer, starts: datetime) -> Wish:
        return Wish(self.ids[who], self.cohort_id, offer.id, starts, LONDON)

    async def books(self, who: str, offer: Offer, starts: datetime) -> Change:
        """What became of their own booking, after whatever else did."""
        *_, last = await self.does(request, self.wish(who, offer, starts))
        return last

    def in_hours(self, hours: float) -> None:
        self.now += timedelta(hours=hours)


async def new_world(database: SharedDatabase, coaches: list[str], participants: list[str], **rules: object) -> World:
    async with database.unit() as unit:
        cohort = await unit.cohorts.add(
            name="C", programme=KEY, zone="Europe/London", starts=NOW.date(), ends=date(2027, 12, 31), now=NOW
        )
        ids = {}
        for name in [*coaches, *participants]:
            role = Role.COACH if name in coaches else Role.PARTICIPANT
            person = await unit.people.add(name, None, cohort.zone, NOW)
            await unit.cohorts.enrol(person.id, cohort.id, role, organisation=f"{name}’s borough")
            await unit.cohorts.activate(person.id)
            ids[name] = person.id
    return World(database, cohort.id, ids, programmes(**rules))


async def whats(world: World, person: str) -> list[str]:
    """How each booking of somebody's stands, in the order of their times."""
    async with world.database.unit() as unit:
        found = await unit.bookings.of_person(world.ids[person], NOW, NOW + timedelta(days=366))
    return [f"{each.slot.starts_at.astimezone(LONDON):%d %H:%M} {each.booking.state}" for each in found]


async def busy(world: World) -> int:
    async with world.database.unit() as unit:
        return await unit.run(lambda session: session.exec(select(func.count()).select_from(Busy)).one())
