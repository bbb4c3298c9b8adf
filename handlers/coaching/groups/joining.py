"""Joining a group, or standing in its line: what becomes of it, and others where somebody was quicker."""

from collections.abc import Awaitable, Callable, Sequence

from bot.chat.errors import Refusal
from bot.chat.messages import Button, Message
from bot.chat.router import Router
from bot.chat.times import spoken
from bot.chat.turns import Turn
from bot.chat.wanting import WANT
from handlers.coaching.following.telling import follow
from handlers.coaching.groups.in_line import already, as_it_stands
from handlers.coaching.groups.open_groups import JOIN, WAIT, Groups, groups_of, or_another
from handlers.coaching.presses import GROUP, WHO_COMES, moment_at
from handlers.coaching.rules import coaching_of
from handlers.coaching.words import line, named
from handlers.undo import CHANGED_SINCE
from scheduling.booking import Wish, request, wait
from scheduling.coaching import Change, Coaching, GroupFull, Overlaps, SlotTaken, What
from scheduling.rebooking import cancel
from storage.shared.coaching.bookings import Booked
from storage.shared.people import Role

router = Router("coaching joining")

Rule = Callable[[Coaching, Wish], Awaitable[list[Change]]]

NEW = (What.REQUESTED, What.CONFIRMED, What.WAITING)


@router.pressed(JOIN, allow=Role.PARTICIPANT, changes=True)
async def join(turn: Turn, offer_id: int, minute: int, may_know: int) -> None:
    await _book(turn, request, offer_id, minute, may_know)


@router.pressed(WAIT, allow=Role.PARTICIPANT, changes=True)
async def stand_in_line(turn: Turn, offer_id: int, minute: int, may_know: int) -> None:
    await _book(turn, wait, offer_id, minute, may_know)


async def _book(turn: Turn, rule: Rule, offer_id: int, minute: int, may_know: int) -> None:
    """Pressed a second time, it is said how it stands."""
    groups = await groups_of(turn)
    wish = groups.wish(offer_id, moment_at(minute), named=may_know == 1)
    if (booked := await already(groups.coaching, wish)) is not None:
        await turn.replace(await as_it_stands(turn, booked))
        return
    try:
        changes = await rule(groups.coaching, wish)
    except GroupFull as refusal:
        raise await _or_wait(groups, refusal, offer_id, minute) from None
    except (SlotTaken, Overlaps) as refusal:
        raise await or_another(groups, refusal) from None
    await follow(turn, changes)
    new = [each.booked for each in changes if each.what in NEW and each.booked.booking.person_id == turn.person.id]
    changed_at = new[0].booking.changed_at.isoformat()
    await turn.can_undo("your place in the group", not_joined, [each.booking.id for each in new], changed_at)
    await turn.replace(await as_it_stands(turn, new[0]) if len(new) == 1 else _of_all(groups, new))


async def _or_wait(groups: Groups, refusal: GroupFull, offer_id: int, minute: int) -> Refusal:
    """The last place has just gone: its line, or another group. A fixed group has no line."""
    offer = await groups.coaching.db.offers.get(offer_id)
    other = await or_another(groups, refusal)
    if offer is None or offer.fixed:
        return other
    return Refusal(other.words, (Button("Wait for a place", GROUP(offer_id, minute)), *other.buttons))


def _of_all(groups: Groups, booked: Sequence[Booked]) -> Message:
    """A place in a fixed group, at each of its times."""
    coach = named(booked[0].slot.coach_id, groups.coaches)
    times = "\n".join(f"- {line(each.slot, groups.zone)}" for each in booked)
    held = [each.booking.held_until for each in booked if each.booking.held_until]
    if held:
        words = (
            f"Your place in the group with **{coach}** is requested, and held until {spoken(min(held), groups.zone)}:"
        )
    else:
        words = f"Your place in the group with **{coach}** is confirmed:"
    first = booked[0].booking.id
    buttons = (Button("My sessions", WANT("my_sessions")), Button("Who else comes", WHO_COMES(first)))
    return Message(f"{words}\n\n{times}", buttons=buttons)


@router.undo("groups.not_joined")
async def not_joined(turn: Turn, booking_ids: list[int], changed_at: str) -> str:
    """All of it is free again, and the coach hears of it; not where anything has become of one since."""
    found = [await turn.db.bookings.get(booking_id) for booking_id in booking_ids]
    if any(each is None or each.booking.changed_at.isoformat() != changed_at for each in found):
        raise Refusal(CHANGED_SINCE)
    coaching = coaching_of(turn)
    ended = [await cancel(coaching, booking_id, None) for booking_id in booking_ids]
    await follow(turn, [change for changes in ended for change in changes])
    return "You have no place there, and wait for none."
