"""Waiting for a place in a group: where one stands, and the place that is offered taken or let go."""

from bot.chat.errors import Refusal
from bot.chat.messages import Button, Message
from bot.chat.router import Router
from bot.chat.turns import Turn
from bot.chat.view import View
from bot.chat.wanting import WANT
from handlers.coaching.finding import names_of, sessions_of
from handlers.coaching.following.telling import follow
from handlers.coaching.following.ways_on import to_take_or_let_go
from handlers.coaching.presses import ACCEPT, LEAVE_LINE, SESSION, WHO_COMES
from handlers.coaching.rules import coaching_of
from handlers.coaching.words import became, line, named
from handlers.said import sessions as ways
from scheduling.booking import A_MOMENT, Wish, accept, place_in_line
from scheduling.coaching import Change, Coaching, NotThere, What
from scheduling.phrases.words import ordinal
from scheduling.rebooking import cancel
from storage.shared.coaching.bookings import Booked
from storage.shared.coaching.places import LIVE, Booking, BookingState
from storage.shared.people import Role

router = Router("coaching lines")

IN_TIME = "I ask you as soon as it is your turn and there is a place."


# ---------------------------------------------------------------- how it stands


@router.intent(
    "place_in_line",
    "See my place in the line",
    "where am i in the line",
    "wait for a place",
    "leave the line",
    *ways.PLACE_IN_LINE,
    allow=Role.PARTICIPANT,
)
async def place_in_the_line(turn: Turn) -> None:
    waiting = [each for each in await sessions_of(turn, mine=True) if each.booking.state == BookingState.WAITING]
    if not waiting:
        raise Refusal("You wait for no place just now. Say “book group coaching” to see which groups are open.")
    for each in waiting:
        await turn.say(await as_it_stands(turn, each))


async def already(coaching: Coaching, wish: Wish) -> Booked | None:
    """The booking of whoever would have this time, where they have it, or wait for it, already."""
    offer = await coaching.db.offers.get(wish.offer_id)
    found = await coaching.db.bookings.of_person(wish.person_id, wish.starts, wish.starts + A_MOMENT)
    return next(
        (
            each
            for each in found
            if offer is not None
            and (each.slot.coach_id, each.slot.starts_at) == (offer.coach_id, wish.starts)
            and each.booking.state in (*LIVE, BookingState.WAITING)
        ),
        None,
    )


async def as_it_stands(view: View, booked: Booked) -> Message:
    """Somebody's own place in a group, or in its line, and what can be done about it."""
    names = await names_of(view.db, [booked])
    booking_id = booked.booking.id
    words = [became(Change(_stands(booked.booking), booked), view.zone, view.person.id, names)]
    if booked.booking.state != BookingState.WAITING:
        ways = [
            Button("See the session", SESSION(booked.booking.id)),
            Button("Who else comes", WHO_COMES(booked.booking.id)),
        ]
    elif booked.booking.is_offered:
        ways = [*to_take_or_let_go(booking_id)]
    else:
        words.append(f"{await where_in_line(coaching_of(view), booked.booking)} {IN_TIME}")
        ways = [Button("Leave the line", LEAVE_LINE(booking_id), numbered=False)]
    return Message("\n\n".join(words), buttons=tuple(ways))


def _stands(booking: Booking) -> What:
    if booking.state == BookingState.WAITING:
        return What.OFFERED if booking.is_offered else What.WAITING
    return What.CONFIRMED if booking.state == BookingState.CONFIRMED else What.REQUESTED


async def where_in_line(coaching: Coaching, booking: Booking) -> str:
    """One's own place in the line, and nothing of who else stands there."""
    place = await place_in_line(coaching, booking)
    return "You are next in line." if place == 1 else f"You are {ordinal(place)} in line."


# ---------------------------------------------------------------- taking it, or not


@router.pressed(ACCEPT, allow=Role.PARTICIPANT, changes=True)
async def take_it(turn: Turn, booking_id: int) -> None:
    changes = await accept(coaching_of(turn), booking_id, turn.person.id)
    await follow(turn, changes)
    await turn.replace(await as_it_stands(turn, changes[0].booked))


@router.pressed(LEAVE_LINE, allow=Role.PARTICIPANT, changes=True)
async def leave(turn: Turn, booking_id: int) -> None:
    """Whoever has a place by now cancels it elsewhere, with the rules for that."""
    found = await turn.db.bookings.get(booking_id)
    if found is None or found.booking.state != BookingState.WAITING:
        raise NotThere
    was_offered = found.booking.is_offered
    changes = await cancel(coaching_of(turn), booking_id, turn.person.id)
    await follow(turn, changes)
    await turn.cannot_undo("You left that line. Say “book group coaching” to stand in it again.")
    who = named(found.slot.coach_id, await names_of(turn.db, [found]))
    said = "You let go of the place in" if was_offered else "You wait no more for"
    again = Button("Other groups", WANT("book_group_coaching"))
    await turn.replace(Message(f"{said} the group with {who}, {line(found.slot, turn.zone)}.", buttons=(again,)))
