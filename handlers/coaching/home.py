"""What stands on somebody's Home about coaching: what waits for their answer, and the next session."""

from bot.chat.messages import Button, Message, label_of
from bot.chat.router import Router
from bot.chat.times import spoken
from bot.chat.view import View
from bot.chat.wanting import WANT
from handlers.coaching.changing.requests import waiting_for
from handlers.coaching.finding import names_of, other_of, sessions_of
from handlers.coaching.presses import SESSION
from handlers.coaching.words import became, line, named
from scheduling.coaching import Change, What
from storage.shared.coaching.places import LIVE, BookingState
from storage.shared.people import Role

router = Router("coaching at home")


@router.home(330, allow=Role.COACH, waiting=True)
async def requests(view: View) -> Message | None:
    """How many wait for a coach, and until when the first of them is held."""
    found = await waiting_for(view.db, view.person.id, view.now)
    if not found:
        return None
    until = spoken(min(each.booking.held_until or each.slot.starts_at for each in found), view.zone)
    if len(found) == 1:
        words = f"**1 request for a session** waits for you. It is held until {until}."
    else:
        words = f"**{len(found)} requests for sessions** wait for you. The first is held until {until}."
    return Message(words, buttons=(Button("Answer requests", WANT("confirm_session"), "main"),))


@router.home(335, waiting=True)
async def to_answer(view: View) -> Message | None:
    """The other times that a coach proposed, and the places that somebody is offered."""
    found = [
        each
        for each in await sessions_of(view, mine=True)
        if (each.booking.state == BookingState.REQUESTED and each.booking.proposed) or each.booking.is_offered
    ]
    if not found:
        return None
    names = await names_of(view.db, found)
    lines = [
        became(
            Change(What.OFFERED if each.booking.is_offered else What.PROPOSED, each), view.zone, view.person.id, names
        )
        for each in found
    ]
    label = "Take it, or let it go" if found[0].booking.is_offered else "Choose a time"
    return Message("\n\n".join(lines), buttons=(Button(label, SESSION(found[0].booking.id), "main"),))


@router.home(340, waiting=True)
async def next_session(view: View) -> Message | None:
    """The soonest that lies ahead, whichever of its two people this is."""
    found = [each for each in await sessions_of(view) if each.booking.state in LIVE and not each.booking.proposed]
    me = view.person.id
    found = [each for each in found if each.booking.state == BookingState.CONFIRMED or each.booking.person_id == me]
    if not found:
        return None
    first, names = found[0], await names_of(view.db, found[:1])
    coaches = first.slot.coach_id == me
    whom = named(other_of(view, first), names)
    whom = "your group" if coaches and first.slot.is_group else whom
    words = f"**Next session:** with {whom}, {line(first.slot, view.zone)}."
    if first.booking.held_until is not None:
        words += f" It is requested, and held for you until {spoken(first.booking.held_until, view.zone)}."
    label = label_of(f"Session on {first.slot.starts_at.astimezone(view.zone):%A}")
    return Message(words, buttons=(Button(label, SESSION(first.booking.id)),))
