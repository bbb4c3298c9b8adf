"""What the rules of coaching go by, what they give, what they refuse, and who may meet whom."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from bot.chat.errors import Refusal
from bot.chat.times import spoken
from bot.programmes import Programme
from scheduling.bank_holidays import bank_holiday
from scheduling.working_hours import working_deadline
from storage.shared.coaching.bookings import Booked, Seats
from storage.shared.coaching.coaches import Pair
from storage.shared.coaching.places import Slot
from storage.shared.cohorts import State
from storage.shared.unit import SharedUnit


@dataclass(frozen=True)
class Coaching:
    """One transaction, the programmes by their keys, and the moment."""

    db: SharedUnit
    programmes: Mapping[str, Programme]
    now: datetime

    async def programme(self, cohort_id: int) -> Programme:
        return self.programmes[(await self.db.cohorts.get(cohort_id)).programme]

    async def zone_of(self, person_id: int) -> ZoneInfo:
        person = await self.db.people.get(person_id)
        return ZoneInfo(person.zone if person else "Europe/London")

    async def held_until(self, person_id: int, hours: float, slot: Slot, since: datetime) -> datetime:
        """Until when a place is held for somebody to answer: so many working hours of theirs, but not once it began."""
        leaves = await self.db.reminders.leaves(person_id, since.date() - timedelta(days=1))
        away = [(leave.first, leave.last) for leave in leaves]
        zone = await self.zone_of(person_id)
        return min(working_deadline(since, hours, zone, away, lambda day: bool(bank_holiday(day))), slot.starts_at)

    async def is_paused(self, person_id: int) -> bool:
        """Whether somebody has stepped back, wherever they are."""
        states = {part.state for part in await self.db.cohorts.memberships(person_id)}
        return State.PAUSED in states and State.ACTIVE not in states


# ---------------------------------------------------------------- what becomes of a booking


class What(StrEnum):
    """What became of a booking."""

    REQUESTED = "requested"
    """It waits for its coach."""
    CONFIRMED = "confirmed"
    DECLINED = "declined"
    """Its coach can't; perhaps other times are proposed."""
    PROPOSED = "proposed"
    """Its coach proposed other times."""
    MOVED = "moved"
    """It is at another time now, and confirmed or requested there."""
    CANCELLED = "cancelled"
    LAPSED = "lapsed"
    """Nobody answered in time, and the place is free."""
    PROLONGED = "prolonged"
    """Its place is held longer than was said, for somebody is away."""
    WAITING = "waiting"
    """It stands in the line of a group."""
    OFFERED = "offered"
    """There is a place for who waited, until a moment."""
    PASSED_ON = "passed on"
    """The place that was offered was not taken in time."""
    PLACED = "placed"
    """Its coach says where it takes place."""
    RECORDED = "recorded"
    """It was said whether they met."""


@dataclass(frozen=True)
class Change:
    """Something that became of a booking: whoever is concerned is to be told of it, once."""

    what: What
    booked: Booked
    """As it is now."""
    was: Slot | None = None
    """Where it was, of one that is elsewhere now."""
    waited: bool = False
    """It had no place, of one that has ended: it stood in a line."""


# ---------------------------------------------------------------- what is refused


class NotThere(Refusal):
    """It is not there, or not as it was, or no concern of theirs."""

    def __init__(self) -> None:
        super().__init__("That booking isn’t as it was. Say “my sessions” to see what you have.")


class NotFree(Refusal):
    """A time can’t be had; whoever knows of others shows them in the place of the next step."""

    def __init__(self, starts: datetime, why: str, next_step: str) -> None:
        super().__init__(f"{why} {next_step}")
        self.starts = starts
        self.why = why


class SlotTaken(NotFree):
    """Somebody was quicker, or the time is not on offer any more."""

    def __init__(self, starts: datetime, zone: ZoneInfo) -> None:
        why = f"{spoken(starts, zone)} isn’t free any more."
        super().__init__(starts, why, "Say “book coaching” for the next times that are.")


class GroupFull(NotFree):
    """There is no place in a group; there may be a line to wait in."""

    def __init__(self, starts: datetime, zone: ZoneInfo) -> None:
        why = f"The group on {spoken(starts, zone)} is full."
        super().__init__(starts, why, "Say “book group coaching” to wait for a place or see others.")


class Overlaps(NotFree):
    """Whoever would come has another session then."""

    def __init__(self, starts: datetime, zone: ZoneInfo) -> None:
        why = f"There is another session on {spoken(starts, zone)}."
        super().__init__(starts, why, "Choose another time, or say “my sessions” to see it.")


class AllUsed(Refusal):
    """They have as many sessions as the programme gives them."""

    def __init__(self, due: int) -> None:
        super().__init__(
            f"The programme has {due} of these sessions for you, and all are booked or have taken place. "
            "Say “my sessions” to see or move one."
        )
        self.due = due


class TooLate(Refusal):
    """It begins too soon to be changed by who booked it."""

    def __init__(self, until: datetime, zone: ZoneInfo) -> None:
        super().__init__(
            f"It could be moved or cancelled here until {spoken(until, zone)}. "
            "Your coach can do it at any time, so please tell them directly."
        )
        self.until = until


class NotYet(Refusal):
    """It has not begun."""

    def __init__(self, starts: datetime, zone: ZoneInfo) -> None:
        super().__init__(f"That session begins on {spoken(starts, zone)}. Say afterwards whether you met.")
        self.starts = starts


# ---------------------------------------------------------------- who may meet whom


@dataclass(frozen=True)
class Side:
    """One of two people, and the organisations that they are from."""

    person_id: int
    organisations: frozenset[str] = frozenset()


def may_coach(coach: Side, participant: Side, apart: Collection[Pair]) -> bool:
    """Whether nothing bars these two: they are of different organisations, and not kept apart."""
    return (
        coach.person_id != participant.person_id
        and not _plain(coach.organisations) & _plain(participant.organisations)
        and frozenset({coach.person_id, participant.person_id}) not in apart
    )


def apart_from(person_id: int, apart: Collection[Pair]) -> frozenset[int]:
    """Whom somebody is kept apart from."""
    return frozenset(other for pair in apart if person_id in pair for other in pair if other != person_id)


def first_in_line(line: Iterable[int], seats: Seats | None, apart: Collection[Pair]) -> int | None:
    """Who of those who wait, in their order, is offered the next place; nobody who is kept apart from one in the group.

    They wait on, and see nothing of it.
    """
    people = seats.people if seats else frozenset[int]()
    return next((person_id for person_id in line if not apart_from(person_id, apart) & people), None)


def _plain(organisations: Iterable[str]) -> set[str]:
    return {" ".join(name.casefold().split()) for name in organisations} - {""}
