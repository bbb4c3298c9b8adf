"""Bookings: what changes them, and what can be asked of them. Whoever changes something of a coach's waits in turn."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import ColumnElement, bindparam
from sqlalchemy import select as sqlalchemy_select
from sqlmodel import Session, and_, case, col, delete, exists, func, or_, select, update

from storage.database import Area, stored
from storage.errors import RunAgain
from storage.prepared import Prepared
from storage.shared.coaching.busy import Span
from storage.shared.coaching.coaches import Coach
from storage.shared.coaching.offers import Offer
from storage.shared.coaching.places import (
    BLOCK,
    ENDED,
    EPOCH,
    LIVE,
    Booking,
    BookingState,
    Busy,
    Slot,
    block_own,
    but,
    free_time,
    made,
    win,
)


@dataclass(frozen=True)
class Booked:
    """A booking, and what it is in."""

    booking: Booking
    slot: Slot


@dataclass(frozen=True)
class Seats:
    """A slot that somebody has a place in, or waits for."""

    slot: Slot
    people: frozenset[int]
    """Who has a place, or is offered one."""
    waiting: frozenset[int]

    @property
    def left(self) -> int:
        return self.slot.places - len(self.people)


@dataclass(frozen=True)
class Counted:
    """How many sessions of one sort somebody has had, and how many lie ahead."""

    used: int = 0
    ahead: int = 0

    @property
    def together(self) -> int:
        return self.used + self.ahead


class Bookings(Area):
    """Who has which place."""

    # ------------------------------------------------------------ one after another

    @stored
    def lock(
        self, session: Session, coach_ids: Collection[int], person_id: int | None = None, now: datetime | None = None
    ) -> list[int]:
        """Whoever changes something of these coaches' waits for one another: what was read after this stays so.

        So do those with whom this person holds what has run out by now. Gives all who are locked.
        """
        if person_id is None or now is None:
            return _lock(session, col(Coach.person_id).in_(coach_ids))
        runs_out = Booking.person_id == person_id, col(Booking.held_until) <= now
        theirs = select(Slot.coach_id).join(Booking, col(Booking.slot_id) == Slot.id).where(*runs_out)
        return _lock(session, or_(col(Coach.person_id).in_(coach_ids), col(Coach.person_id).in_(theirs)))

    @stored
    def hold(self, session: Session, booking_id: int, and_coach_id: int | None = None) -> Booked | None:
        """A booking that is about to change, as it is now that its coach, and perhaps another, is locked."""
        found = _booked(session, Booking.id == booking_id)
        if not found:
            return None
        coach_id = found[0].slot.coach_id
        _lock(session, col(Coach.person_id).in_({coach_id} if and_coach_id is None else {coach_id, and_coach_id}))
        (booked,) = _booked(session, Booking.id == booking_id)
        if booked.slot.coach_id != coach_id:
            raise RunAgain
        return booked

    # ------------------------------------------------------------ changing one

    @stored
    def take(self, session: Session, wanted: Slot, booking: Booking) -> Booked:
        """Win a place: for a new booking, or for one that is moved. Raises PlaceTaken, Overlap, and nothing changed."""
        return _one(session, win(session, made(session, wanted), booking))

    @stored
    def offer(self, session: Session, booking: Booking, until: datetime, now: datetime) -> Booked:
        """There is a place for somebody who waits, until then. Raises PlaceTaken."""
        slot = session.get_one(Slot, booking.slot_id)
        return _one(session, win(session, slot, but(booking, held_from=now, held_until=until, changed_at=now)))

    @stored
    def accept(self, session: Session, booking: Booking, now: datetime) -> Booked:
        """Somebody takes the place that they were offered. Raises Overlap."""
        with session.begin_nested():
            block_own(session, booking.person_id, session.get_one(Slot, booking.slot_id))
        return _set(session, booking.id, state=BookingState.CONFIRMED, held_until=None, changed_at=now)

    @stored
    def wait(self, session: Session, wanted: Slot, booking: Booking) -> Booked:
        """Somebody stands in the line of a group."""
        booking.slot_id = made(session, wanted).id
        session.add(booking)
        session.flush()
        return _one(session, booking.id)

    @stored
    def wait_elsewhere(self, session: Session, booking: Booking, slot: Slot, now: datetime) -> Booked:
        """The group whose line somebody stands in is at another time; a place that they were offered is not theirs."""
        before = booking.slot_id
        moved = _set(session, booking.id, slot_id=slot.id, number=None, held_until=None, changed_at=now)
        free_time(session, before, booking.person_id)
        return moved

    @stored
    def confirm(self, session: Session, booking: Booking, now: datetime) -> Booked:
        changes: dict[str, Any] = {"held_until": None, "proposed": [], "changed_at": now}
        return _set(session, booking.id, state=BookingState.CONFIRMED, **changes)

    @stored
    def propose(
        self, session: Session, booking: Booking, moments: Iterable[datetime], until: datetime | None, now: datetime
    ) -> Booked:
        """Other times that the coach proposes; the place, where there is one, is held until then."""
        proposed = [at.astimezone(UTC).isoformat() for at in moments]
        return _set(session, booking.id, proposed=proposed, held_from=now, held_until=until, changed_at=now)

    @stored
    def propose_no_more(self, session: Session, booking_ids: Collection[int]) -> None:
        """The times that were proposed to whoever has no place can't be taken any more."""
        session.exec(update(Booking).where(col(Booking.id).in_(booking_ids)).values(proposed=[]))

    @stored
    def vacate(self, session: Session, slot: Slot) -> None:
        """All who are in a session are about to be moved: none of them, nor its coach, is busy then any more."""
        session.exec(delete(Busy).where(col(Busy.slot_id) == slot.id))

    @stored
    def prolong(self, session: Session, booking: Booking, since: datetime, until: datetime) -> Booked:
        """Its hold lasts longer than was thought: somebody is away."""
        return _set(session, booking.id, held_from=since, held_until=until)

    @stored
    def release(self, session: Session, booking: Booking, state: BookingState, now: datetime) -> Booked:
        """It ends, and its place is free."""
        assert state in ENDED
        ended = _set(session, booking.id, state=state, number=None, held_until=None, proposed=[], changed_at=now)
        free_time(session, booking.slot_id, booking.person_id)
        return ended

    @stored
    def record(self, session: Session, booking: Booking, state: BookingState, now: datetime) -> Booked:
        """They met, or didn't."""
        return _set(session, booking.id, state=state, held_until=None, proposed=[], changed_at=now)

    @stored
    def meet_at(self, session: Session, slot_id: int, place: str, link: str, now: datetime) -> list[Booked]:
        """A session takes place there; gives the bookings that calendars may have otherwise."""
        session.exec(
            update(Slot).where(col(Slot.id) == slot_id).values(place=place, link=link, sequence=Slot.sequence + 1)
        )
        known = col(Booking.slot_id) == slot_id, col(Booking.state) == BookingState.CONFIRMED
        session.exec(update(Booking).where(*known).values(sequence=Booking.sequence + 1, changed_at=now))
        return _booked(session, *known)

    @stored
    def say_who(self, session: Session, booking: Booking, named: bool) -> None:
        """Whether the others of the group may know that they come."""
        _set(session, booking.id, named=named)

    @stored
    def say_paid(self, session: Session, slot: Slot, paid: bool) -> None:
        """Whether its coach was paid for a session."""
        session.exec(update(Slot).where(col(Slot.id) == slot.id).values(paid=paid))

    # ------------------------------------------------------------ what there is

    @stored
    def get(self, session: Session, booking_id: int) -> Booked | None:
        return next(iter(_booked(session, Booking.id == booking_id)), None)

    @stored
    def of_person(self, session: Session, person_id: int, first: datetime, last: datetime) -> list[Booked]:
        """All that somebody booked between the two, whatever became of it, the earliest first."""
        return _booked(session, Booking.person_id == person_id, Slot.starts_at < last, Slot.ends_at > first)

    @stored
    def of_coach(self, session: Session, coach_id: int, first: datetime, last: datetime) -> list[Booked]:
        """The same of all that was booked with a coach."""
        return _booked(session, Slot.coach_id == coach_id, Slot.starts_at < last, Slot.ends_at > first)

    @stored
    def all_of_person(self, session: Session, person_id: int) -> list[Booked]:
        """All that somebody ever booked, whatever became of it, the earliest first."""
        return _booked(session, Booking.person_id == person_id)

    @stored
    def all_of_coach(self, session: Session, coach_id: int) -> list[Booked]:
        """All that was ever booked with a coach, whatever became of it, the earliest first."""
        return _booked(session, Slot.coach_id == coach_id)

    @stored
    def of_offer(self, session: Session, offer_id: int) -> list[Booked]:
        """All that was booked of one offer, whatever became of it: of a fixed group, who is in it."""
        return _booked(session, Slot.offer_id == offer_id)

    @stored
    def seats(
        self, session: Session, coach_ids: Collection[int], first: datetime, last: datetime, now: datetime
    ) -> list[Seats]:
        """The slots of these coaches between the two in which somebody has a place or waits, the earliest first.

        What is held though its time is over is nobody's.
        """
        which = col(Slot.coach_id).in_(coach_ids), Slot.starts_at < last, Slot.ends_at > first
        return _seats(_booked(session, *which, col(Booking.state).not_in(ENDED), is_held(now)))

    @stored
    def is_taken(self, session: Session, offer_id: int, starts: datetime, now: datetime) -> bool:
        """Whether the only place of a time on offer is somebody's: where many press at once, most hear no more."""
        return bool(TAKEN.rows(session.connection(), offer_id=offer_id, starts=starts, now=now))

    @stored
    def sessions_of(self, session: Session, person_id: int, first: datetime, last: datetime) -> list[Span]:
        """When somebody is in a session between the two, as coach or otherwise, the earliest first."""
        theirs = or_(Slot.coach_id == person_id, Booking.person_id == person_id)
        meets = or_(col(Booking.state) != BookingState.WAITING, Slot.coach_id == person_id)
        which = theirs, meets, col(Booking.number).is_not(None), Slot.starts_at < last, Slot.ends_at > first
        return [booked.slot.span for booked in _booked(session, *which)]

    @stored
    def booked_by(
        self, session: Session, person_ids: Collection[int], first: datetime, last: datetime
    ) -> dict[int, list[Span]]:
        """When each of these people is in a session that they booked themselves between the two."""
        meets = col(Booking.number).is_not(None), col(Booking.state) != BookingState.WAITING
        which = col(Booking.person_id).in_(person_ids), *meets, Slot.starts_at < last, Slot.ends_at > first
        found = defaultdict[int, list[Span]](list)
        for each in _booked(session, *which):
            found[each.booking.person_id].append(each.slot.span)
        return found

    @stored
    def line(self, session: Session, slot_id: int) -> list[Booking]:
        """Who waits for a place in a group, in their order; whoever is offered one stands there no more."""
        return [booked.booking for booked in _booked(session, Booking.slot_id == slot_id, STANDS)]

    @stored
    def seated(self, session: Session, slot_id: int) -> Seats | None:
        """Who has a place in a slot, and who waits; None where nobody does."""
        live = _booked(session, Booking.slot_id == slot_id, col(Booking.state).not_in(ENDED))
        return next(iter(_seats(live)), None)

    @stored
    def counted(
        self, session: Session, cohort_id: int, person_ids: Collection[int], now: datetime, *, groups: bool
    ) -> dict[int, Counted]:
        """How many sessions, or group sessions, each of these people has used in a cohort, and has ahead of them."""
        took_place = or_(
            col(Booking.state) == BookingState.ATTENDED,
            and_(col(Booking.state) == BookingState.CONFIRMED, Slot.ends_at <= now),
        )
        lies_ahead = and_(col(Booking.state).in_(LIVE), Slot.ends_at > now)
        found = session.exec(
            select(Booking.person_id, _sum(took_place), _sum(lies_ahead))
            .join(Slot, col(Slot.id) == Booking.slot_id)
            .where(
                Booking.cohort_id == cohort_id,
                col(Booking.person_id).in_(person_ids),
                Slot.places > 1 if groups else Slot.places == 1,
            )
            .group_by(col(Booking.person_id))
        )
        return {person_id: Counted(used, ahead) for person_id, used, ahead in found}

    # ------------------------------------------------------------ what is due

    @stored
    def held_beyond(self, session: Session, now: datetime, coach_ids: Collection[int]) -> list[Booked]:
        """What is held with these coaches though its time is over."""
        return _booked(session, col(Booking.held_until) <= now, col(Slot.coach_id).in_(coach_ids))

    @stored
    def lines(self, session: Session, now: datetime, coach_ids: Collection[int]) -> list[Slot]:
        """The groups of these coaches that have not begun where somebody waits and a place is free."""
        taken = select(func.count()).where(Booking.slot_id == Slot.id, col(Booking.number).is_not(None))
        waits = exists().where(col(Booking.slot_id) == col(Slot.id), STANDS)
        which = col(Slot.coach_id).in_(coach_ids), Slot.starts_at > now, taken.scalar_subquery() < Slot.places
        found = session.exec(select(Slot).where(waits, *which).order_by(col(Slot.starts_at), col(Slot.id)))
        return list(found)

    @stored
    def forget_time_before(self, session: Session, moment: datetime) -> int:
        """End the life of what kept sessions apart that are over."""
        return int(session.exec(delete(Busy).where(col(Busy.block) < (moment - EPOCH) // BLOCK)).rowcount)


TAKEN = Prepared(
    sqlalchemy_select(col(Booking.id))
    .join(Slot, col(Slot.id) == col(Booking.slot_id))
    .join(Offer, col(Offer.coach_id) == col(Slot.coach_id))
    .where(
        col(Offer.id) == bindparam("offer_id"),
        col(Slot.starts_at) == bindparam("starts"),
        col(Slot.places) == 1,
        col(Booking.number).is_not(None),
        or_(col(Booking.held_until).is_(None), col(Booking.held_until) > bindparam("now")),
    )
)
STANDS = and_(col(Booking.state) == BookingState.WAITING, col(Booking.number).is_(None))


def is_held(now: datetime) -> ColumnElement[bool]:
    return or_(col(Booking.held_until).is_(None), col(Booking.held_until) > now)


def _lock(session: Session, which: ColumnElement[bool]) -> list[int]:
    wanted = select(Coach.person_id).where(which)
    return list(session.exec(wanted.order_by(col(Coach.person_id)).with_for_update()))


def _booked(session: Session, *which: ColumnElement[bool] | bool) -> list[Booked]:
    wanted = select(Booking, Slot).join(Slot, col(Slot.id) == Booking.slot_id).where(*which)
    found = session.exec(
        wanted.order_by(col(Slot.starts_at), col(Slot.id), col(Booking.asked_at), col(Booking.id)).execution_options(
            populate_existing=True
        )
    )
    return [Booked(booking, slot) for booking, slot in found]


def _one(session: Session, booking_id: int) -> Booked:
    (booked,) = _booked(session, Booking.id == booking_id)
    return booked


def _set(session: Session, booking_id: int, **values: object) -> Booked:
    session.exec(update(Booking).where(col(Booking.id) == booking_id).values(**values))
    return _one(session, booking_id)


def _seats(booked: Iterable[Booked]) -> list[Seats]:
    slots = {each.slot.id: each.slot for each in booked}
    people = {slot_id: set[int]() for slot_id in slots}
    waiting = {slot_id: set[int]() for slot_id in slots}
    for each in booked:
        (waiting if each.booking.number is None else people)[each.slot.id].add(each.booking.person_id)
    return [Seats(slot, frozenset(people[slot.id]), frozenset(waiting[slot.id])) for slot in slots.values()]


def _sum(condition: ColumnElement[bool]) -> ColumnElement[int]:
    return func.coalesce(func.sum(case((condition, 1), else_=0)), 0)
