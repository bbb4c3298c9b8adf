"""Who comes to a group: told only to those who said that the others may know of them, and of such people alone."""

from bot.chat.errors import Refusal
from bot.chat.markdown import literal
from bot.chat.messages import Button, Message, Press
from bot.chat.router import Router
from bot.chat.turns import Turn
from bot.chat.view import View
from handlers.coaching.finding import sessions_of
from handlers.coaching.presses import SESSION, WHO_COMES
from handlers.coaching.words import line
from handlers.said import sessions as said
from scheduling.coaching import NotThere
from storage.shared.coaching.bookings import Booked
from storage.shared.coaching.places import LIVE, Booking, BookingState
from storage.shared.people import Role

router = Router("coaching who comes")

MAY_KNOW = Press("groups.may_know", int, int)
"""Whether the others may know of this booking of one's own: 1 or 0."""

NOT_NAMED = "You are not named to the others, so I don’t name them to you."
NOBODY_NAMED = "Nobody else who is named has a place so far."
NOT_YET = "Once your place is confirmed, I can tell you who else comes."


@router.intent(
    "who_else_comes",
    "See who else comes to my group",
    "who else comes",
    "who else comes to my group",
    "who comes to my group",
    "who else is in my group",
    "who comes",
    "don't name me any more",
    *said.WHO_ELSE_COMES,
    allow=(Role.PARTICIPANT, Role.COACH),
)
async def who_else_comes(turn: Turn) -> None:
    """To the next one; that of another is on its page."""
    groups = [each for each in await sessions_of(turn) if each.slot.is_group and each.booking.state in LIVE]
    if not groups:
        raise Refusal("No group session of yours lies ahead. Say “book group coaching” to see which groups are open.")
    await _show(turn, groups[0])


@router.pressed(WHO_COMES)
async def who_comes(turn: Turn, booking_id: int) -> None:
    await _show(turn, await _in_it(turn, booking_id))


@router.pressed(MAY_KNOW, changes=True)
async def may_know(turn: Turn, booking_id: int, may: int) -> None:
    booked = await _in_it(turn, booking_id)
    if booked.booking.person_id != turn.person.id or await _is_fixed(turn, booked):
        raise NotThere
    await turn.db.bookings.say_who(booked.booking, may == 1)
    await _show(turn, await _in_it(turn, booking_id))


async def _show(turn: Turn, booked: Booked) -> None:
    booking, is_coach = booked.booking, booked.slot.coach_id == turn.person.id
    names = await others(turn, booked)
    words = "\n".join(f"- {literal(name)}" for name in names) or (
        NOT_NAMED if not (is_coach or booking.named) else NOBODY_NAMED if is_coach or _is_sure(booking) else NOT_YET
    )
    buttons = [Button("See the session", SESSION(booking.id))]
    if not is_coach and not await _is_fixed(turn, booked):
        label = "Don’t name me any more" if booking.named else "The others may know of me"
        buttons.append(Button(label, MAY_KNOW(booking.id, int(not booking.named))))
    await turn.replace(Message(f"{line(booked.slot, turn.zone)}\n\n{words}", title="Who comes", buttons=tuple(buttons)))


async def others(view: View, booked: Booked) -> list[str]:
    """Who else has a place, by name, as far as this reader may know: the coach all, the others those who are named.

    Whoever has only asked for a place is not in it yet: they are told of nobody, and nobody but the coach of them.
    """
    slot, is_coach = booked.slot, booked.slot.coach_id == view.person.id
    if not is_coach and not _is_known(booked.booking):
        return []
    there = await view.db.bookings.of_coach(slot.coach_id, *slot.span)
    seen = [each.booking for each in there if each.slot.id == slot.id and each.booking.state in LIVE]
    people = [
        await view.db.people.get(booking.person_id)
        for booking in seen
        if booking.person_id != view.person.id and (is_coach or _is_known(booking))
    ]
    return sorted(person.name for person in people if person is not None)


def _is_known(booking: Booking) -> bool:
    return booking.named and _is_sure(booking)


def _is_sure(booking: Booking) -> bool:
    return booking.state == BookingState.CONFIRMED


async def _in_it(turn: Turn, booking_id: int) -> Booked:
    """A place in a group of the speaker's own, or in one that they coach. Raises NotThere."""
    booked = await turn.db.bookings.get(booking_id)
    if (
        booked is None
        or turn.person.id not in (booked.booking.person_id, booked.slot.coach_id)
        or not booked.slot.is_group
        or booked.booking.state not in LIVE
    ):
        raise NotThere
    return booked


async def _is_fixed(turn: Turn, booked: Booked) -> bool:
    """Its members know one another."""
    offer = await turn.db.offers.get(booked.slot.offer_id) if booked.slot.offer_id is not None else None
    return offer is not None and offer.fixed
