"""A cohort in which people are coached, for conversations about it."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from types import SimpleNamespace
from typing import Any

from handlers.coaching.following.telling import follow_up
from scheduling.booking import Wish, request
from scheduling.coaching import Change, Coaching
from storage.shared.coaching.bookings import Booked
from storage.shared.coaching.offers import Offer
from storage.shared.coaching.places import Slot
from storage.shared.cohorts import Enrolment
from storage.shared.people import Role
from tests.cast import LONDON, Cast
from tests.player import Player

TUESDAYS = "FREQ=WEEKLY;BYDAY=TU"


def at(day: int, hour: int, minute: int = 0, month: int = 1) -> datetime:
    """In London, in 2027. It begins on Tuesday 5 January, at nine; the next Tuesdays are the 12th, 19th and 26th."""
    return datetime(2027, month, day, hour, minute, tzinfo=LONDON).astimezone(UTC)


@dataclass
class Coached:
    """Dora runs it, Carol and Colin coach, Ada, Ben and Cem take part; each is of another organisation."""

    cast: Cast
    dora: Player
    carol: Player
    colin: Player
    ada: Player
    ben: Player
    cem: Player
    offer: Offer
    """Carol's: Tuesdays 14:00 to 17:00, 60 minutes each, from 12 January."""

    def id(self, player: Player) -> int:
        assert player.on_roster is not None
        return player.on_roster.id

    async def offers(self, coach: Player, **changes: Any) -> Offer:
        """This coach's Tuesdays 14:00 to 17:00, 60 minutes each, but for what is said otherwise."""
        return await offers(self.cast, coach, **changes)

    async def group(self, coach: Player, **changes: Any) -> Offer:
        """This coach's group of three places on Thursdays at ten."""
        group: dict[str, Any] = {
            "rule": "FREQ=WEEKLY;BYDAY=TH",
            "first": date(2027, 1, 14),
            "starts": time(10),
            "ends": time(11),
            "places": 3,
        }
        return await offers(self.cast, coach, **group | changes)

    async def assigns(self, coach: Player, *players: Player) -> None:
        """These have this coach."""
        async with self.cast.app.database.unit() as unit:
            for player in players:
                await unit.coaches.assign(self.cast.cohort.id, self.id(player), self.id(coach), self.cast.clock.now())

    async def says_of(self, coach: Player, **changes: Any) -> None:
        """How this coach is booked: `at_once=True`, `in_digest=True` …"""
        async with self.cast.app.database.unit() as unit:
            known = await unit.coaches.get(self.id(coach))
            known.sqlmodel_update(changes)
            await unit.coaches.save(known)

    async def entitled_to_groups(self, most: int = 6) -> None:
        """From a restart on the programme has so many group sessions for everybody."""
        programme = self.cast.programmes[self.cast.cohort.programme]
        entitlements = programme.entitlements.model_copy(update={"group_coaching": most})
        await self.cast.restart_with(programme.model_copy(update={"entitlements": entitlements}))

    async def does(self, rule: Any, *given: object, by: Player | None = None, **named: object) -> list[Change]:
        """A rule of scheduling, and all that follows; everybody concerned is told, but who did it."""
        async with self.cast.app.database.unit() as unit:
            coaching = Coaching(unit, self.cast.app.kit.programmes, self.cast.clock.now())
            changes: list[Change] = await rule(coaching, *given, **named)
            nobody: Any = SimpleNamespace(now=coaching.now, kit=self.cast.app.kit)
            await follow_up(nobody, unit, changes, self.id(by) if by else None)
        await self.cast.settle()
        return changes

    async def books(self, player: Player, starts: datetime, offer: Offer | None = None, **wish: Any) -> Booked:
        """Somebody's booking of this time, requested or confirmed; everybody concerned is told."""
        wanted = Wish(self.id(player), self.cast.cohort.id, (offer or self.offer).id, starts, LONDON, **wish)
        *_, last = await self.does(request, wanted, by=player)
        return last.booked

    async def bookings(self, player: Player) -> list[Booked]:
        """All that somebody booked, whatever became of it, the earliest first."""
        async with self.cast.app.database.unit() as unit:
            return await unit.bookings.of_person(self.id(player), at(1, 0), at(31, 0, month=12))

    async def slot(self, starts: datetime, coach: Player | None = None) -> Slot:
        """The time of this coach, Carol's where it is not said whose."""
        async with self.cast.app.database.unit() as unit:
            found = await unit.bookings.of_coach(self.id(coach or self.carol), starts, starts.replace(second=1))
        return found[0].slot


async def coached(cast: Cast) -> Coached:
    """All of them have joined and agreed; Carol's offer is open, and nothing is booked."""
    players = {name.split()[0].casefold(): await cast.member(name, role) for name, role in ROLES.items()}
    theirs = [
        Enrolment(player.name, player.on_roster.id, organisation=f"{player.name}’s borough")
        for player in players.values()
        if player.on_roster is not None
    ]
    async with cast.app.database.unit() as unit:
        await unit.cohorts.enrol_all(cast.cohort, theirs, cast.clock.now())
    offer = await offers(cast, players["carol"])
    return Coached(cast=cast, offer=offer, **players)


ROLES = {
    "Dora Lindqvist": Role.DIRECTOR,
    "Carol Mensah": Role.COACH,
    "Colin Reed": Role.COACH,
    "Ada Okafor": Role.PARTICIPANT,
    "Ben Hughes": Role.PARTICIPANT,
    "Cem Aydin": Role.PARTICIPANT,
}


async def offers(cast: Cast, coach: Player, **changes: Any) -> Offer:
    assert coach.on_roster is not None
    offer: dict[str, Any] = {
        "coach_id": coach.on_roster.id,
        "zone": "Europe/London",
        "rule": TUESDAYS,
        "first": date(2027, 1, 12),
        "starts": time(14),
        "ends": time(17),
        "minutes": 60,
        "made_at": cast.clock.now(),
    }
    async with cast.app.database.unit() as unit:
        return await unit.offers.add(Offer(**offer | changes))
