"""What it means for a coach's sessions when the hours on offer change: shown before it is done."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from itertools import groupby
from zoneinfo import ZoneInfo

from bot.chat.errors import Refusal
from bot.chat.turns import Turn
from bot.chat.view import View
from handlers.coaching.finding import names_of
from handlers.coaching.offering.wanted import Changed, OfferDraft, Wanted, short
from handlers.coaching.rules import coaching_of
from handlers.coaching.words import line, named
from scheduling.availability import Diary, Free, Seeker, free_times, hours, outside
from scheduling.coaching import Change
from scheduling.diaries import A_YEAR
from scheduling.rebooking import cancel
from storage.shared.coaching.bookings import Booked
from storage.shared.coaching.offers import Offer
from storage.shared.coaching.places import LIVE, BookingState

CHANGED_SINCE = "These times have changed since, so I left them alone. Say “my offers” to see them as they are."
A_SEASON = timedelta(days=92)
"""So far ahead it is looked whether hours overlap."""
MOST_SHOWN = 8


async def own_offers(view: View) -> list[Offer]:
    """What the speaker offers, paused or not, the first day first."""
    offers = (await view.db.offers.of([view.person.id]))[view.person.id]
    return sorted(
        (offer for offer in offers if not _is_over(offer, view.now)), key=lambda offer: (offer.first, offer.starts)
    )


async def own_offer(view: View, offer_id: int) -> Offer:
    """One of them. Raises Refusal: somebody else's reads like one that is not there."""
    offer = next((offer for offer in await own_offers(view) if offer.id == offer_id), None)
    if offer is None:
        raise Refusal("Those times are not on offer any more. Say “my offers” to see what is.")
    return offer


async def as_seen(view: View, changed: Iterable[Changed]) -> dict[int, Offer]:
    """The offers that are to be changed, by id. Raises Refusal where one is not as it was."""
    offers = {offer.id: offer for offer in await own_offers(view)}
    for each in changed:
        if each.offer_id is not None:
            offer = offers.get(each.offer_id)
            if offer is None or Wanted.model_validate(offer) != each.seen:
                raise Refusal(CHANGED_SINCE)
    return offers


def _is_over(offer: Offer, now: datetime) -> bool:
    return next(hours(offer, now, now + 2 * A_YEAR), None) is None


# ---------------------------------------------------------------- what is booked there


async def affected(view: View, changed: Sequence[Changed]) -> list[Booked]:
    """What is booked in hours that would be no longer on offer, who waits among it, by slot."""
    me, now = view.person.id, view.now
    before = await own_offers(view)
    gone = {each.offer_id for each in changed}
    after = [offer for offer in before if offer.id not in gone]
    after += [each.wanted.new(me, now) for each in changed if each.wanted]
    seats = await view.db.bookings.seats([me], now, now + A_YEAR, now)
    was_outside = {each.slot.id for each in outside(before, seats)}
    slots = {each.slot.id for each in outside(after, seats)} - was_outside
    booked = await view.db.bookings.of_coach(me, now, now + A_YEAR)
    return [each for each in booked if each.slot.id in slots and _is_on(each)]


async def to_be_elsewhere(view: View, changed: Sequence[Changed]) -> list[tuple[Booked, Wanted]]:
    """What is booked where its offer was, and would be where it is to be: nothing that was agreed on apart from it."""
    moves = {each.offer_id: (each.seen, each.wanted) for each in changed if each.seen and each.wanted}
    booked = await view.db.bookings.of_coach(view.person.id, view.now, view.now + A_YEAR)
    there = (
        (each, *moves[each.slot.offer_id])
        for each in booked
        if each.slot.offer_id in moves and each.booking.state in LIVE
    )
    return [
        (each, wanted)
        for each, seen, wanted in there
        if each.slot.starts_at > view.now
        and (each.slot.place, each.slot.link) == (seen.place, seen.link) != (wanted.place, wanted.link)
    ]


def _is_on(booked: Booked) -> bool:
    return booked.booking.state in (*LIVE, BookingState.WAITING)


async def sessions_in_words(view: View, booked: Sequence[Booked], zone: ZoneInfo) -> list[str]:
    """A line a session, with who would come."""
    names = await names_of(view.db, booked)
    lines = []
    for _, of_slot in groupby(booked, lambda each: each.slot.id):
        here = list(of_slot)
        people = [named(each.booking.person_id, names) for each in here if each.booking.state in LIVE]
        lines.append(f"- {line(here[0].slot, zone)}: {', '.join(people) or 'those who wait for a place'}")
    more = len(lines) - MOST_SHOWN
    return lines if more < 2 else [*lines[:MOST_SHOWN], f"- and {more} more"]


async def cancel_all(turn: Turn, booked: Sequence[Booked]) -> list[Change]:
    """The coach cancels all of these: whoever waits first, so that nobody is offered a place that goes as well."""
    coaching, changes = coaching_of(turn), list[Change]()
    for each in sorted(booked, key=_waits_last_in_line):
        changes += await cancel(coaching, each.booking.id, turn.person.id)
    return changes


def _waits_last_in_line(booked: Booked) -> tuple[bool, float]:
    return booked.booking.state != BookingState.WAITING, -booked.booking.asked_at.timestamp()


# ---------------------------------------------------------------- what is worth knowing before


async def doubts(view: View, draft: OfferDraft, notice: timedelta) -> list[str]:
    """What the coach may not have thought of."""
    new = [each.wanted for each in draft.changed if each.wanted and each.seen is None]
    others = [offer for offer in await own_offers(view) if offer.id not in {each.offer_id for each in draft.changed}]
    today, said = view.now.astimezone(view.zone).date(), list[str]()
    for offer in others:
        if any(_overlap(offer, wanted.new(view.person.id, view.now), view.now) for wanted in new):
            words = short(Wanted.model_validate(offer), today)
            said.append(f"You offer times then already, {words}: where both are free, the first to be booked counts.")
    if new and not any([await first_free(view, wanted, notice) for wanted in new]):
        said.append("Nobody could book any of them: they begin too soon for your notice, or you have something on.")
    return said


async def first_free(view: View, wanted: Wanted, notice: timedelta) -> Free | None:
    """The first time of an offer that somebody could book."""
    me, until = view.person.id, view.now + A_YEAR
    seats = await view.db.bookings.seats([me], view.now, until, view.now)
    busy = (await view.db.busy.of([me], view.now, until))[me]
    diary = Diary([wanted.new(me, view.now)], seats, busy)
    return next(free_times(diary, Seeker(0), now=view.now, until=until, notice=notice), None)


def _overlap(one: Offer, other: Offer, now: datetime) -> bool:
    spans = [[(opens, closes) for _, opens, closes in hours(each, now, now + A_SEASON)] for each in (one, other)]
    return any(opens < ends and starts < closes for opens, closes in spans[0] for starts, ends in spans[1])
