"""Other times that a coach proposed: the participant takes one of them, or says that none suits."""

from bot.chat.errors import Refusal
from bot.chat.messages import Button, Message
from bot.chat.router import Router
from bot.chat.turns import Turn
from handlers.coaching.booking.requesting import answer, of_mine
from handlers.coaching.following.telling import follow
from handlers.coaching.following.ways_on import other_times, to_choose
from handlers.coaching.presses import CHOOSE, NONE_SUITS, SESSION, TIMES, moment_at
from handlers.coaching.rules import coaching_of
from scheduling.booking import choose
from scheduling.coaching import NotThere, Overlaps, SlotTaken
from scheduling.placing import of_person
from scheduling.rebooking import cancel
from storage.shared.coaching.places import LIVE, BookingState
from storage.shared.people import Role

router = Router("coaching proposals")


@router.pressed(CHOOSE, allow=Role.PARTICIPANT, changes=True)
async def chosen(turn: Turn, booking_id: int, minute: int) -> None:
    coaching, starts = coaching_of(turn), moment_at(minute)
    booked = await of_person(coaching, booking_id, turn.person.id)
    if booked.booking.state == BookingState.CONFIRMED and booked.slot.starts_at == starts:
        raise Refusal("That time is confirmed already.", (Button("See the session", SESSION(booking_id)),))
    try:
        changes = await choose(coaching, booking_id, turn.person.id, starts)
    except (SlotTaken, Overlaps) as refusal:
        others = [button for button in to_choose(booked, turn.now, turn.zone) if button.press != turn.pressing]
        raise Refusal(refusal.words, (*others, other_times(booked))) from None
    await follow(turn, changes)
    await turn.replace(await answer(turn, changes[:1]))


@router.pressed(NONE_SUITS, allow=Role.PARTICIPANT, changes=True)
async def none_suits(turn: Turn, booking_id: int) -> None:
    """What is held goes, and the coach hears of it; where nothing is, there is nothing to tell."""
    coaching = coaching_of(turn)
    booked = await of_person(coaching, booking_id, turn.person.id)
    if not booked.booking.proposed:
        raise NotThere
    words = "Thank you for saying so."
    if booked.booking.state in LIVE:
        changes = await cancel(coaching, booking_id, turn.person.id)
        await follow(turn, changes)
        words = f"{words} {await of_mine(turn, changes)}"
    await turn.replace(Message(words, buttons=(Button("See other times", TIMES(booked.slot.coach_id), "main"),)))
