"""Other times that a coach proposed: the participant takes one of them, or says that none suits."""

from datetime import datetime

from bot.chat.errors import Refusal
from bot.chat.messages import Button, File, Message
from bot.chat.router import Router
from bot.chat.turns import Turn
from handlers.coaching.booking.requesting import answer, of_mine
from handlers.coaching.booking.stretches import stretch, times_in
from handlers.coaching.following.telling import follow
from handlers.coaching.following.ways_on import other_times, proposed, to_choose
from handlers.coaching.presses import CHOOSE, NONE_SUITS, SESSION, TIMES, moment_at
from handlers.coaching.rules import coaching_of
from handlers.coaching.sessions.calendar_entry import changed_files
from scheduling import rebooking
from scheduling.booking import choose
from scheduling.coaching import Overlaps, SlotTaken, What
from scheduling.placing import of_person
from storage.shared.coaching.bookings import Booked
from storage.shared.coaching.places import BookingState
from storage.shared.people import Role

router = Router("coaching proposals")


@router.pressed(CHOOSE, allow=Role.PARTICIPANT, changes=True, times=True)
async def chosen(turn: Turn, booking_id: int, minute: int) -> None:
    """A day or a time typed by itself is the one of them that it fits."""
    coaching = coaching_of(turn)
    booked = await of_person(coaching, booking_id, turn.person.id)
    starts = _typed(turn, booked) or moment_at(minute)
    if booked.booking.state == BookingState.CONFIRMED and booked.slot.starts_at == starts:
        raise Refusal("That time is confirmed already.", (Button("See the session", SESSION(booking_id)),))
    try:
        changes = await choose(coaching, booking_id, turn.person.id, starts)
    except (SlotTaken, Overlaps) as refusal:
        others = [button for button in to_choose(booked, turn.now, turn.zone) if button.press != turn.pressing]
        raise Refusal(refusal.words, (*others, other_times(booked))) from None
    await follow(turn, changes)
    await turn.replace(await answer(turn, [change for change in changes if change.what == What.CONFIRMED]))


def _typed(turn: Turn, booked: Booked) -> datetime | None:
    """Raises Refusal where several of the times fit, or none."""
    meant = () if turn.text.strip().isdecimal() else times_in(turn.text, turn.now, turn.zone)
    if not meant:
        return None
    spans = [stretch(each, turn.now, turn.zone) for each in meant]
    moments = [datetime.fromisoformat(moment) for moment in booked.booking.proposed]
    fits = [at for at in moments if any(first <= at < last for first, last in spans)]
    if len(fits) != 1:
        raise Refusal("Which of these times do you mean?", proposed(booked, turn.now, turn.zone))
    return fits[0]


@router.pressed(NONE_SUITS, allow=Role.PARTICIPANT, changes=True)
async def none_suits(turn: Turn, booking_id: int) -> None:
    """What is held goes, and the coach hears of it; where nothing is, there is nothing to tell."""
    coaching = coaching_of(turn)
    booked = await of_person(coaching, booking_id, turn.person.id)
    changes = await rebooking.none_suits(coaching, booking_id, turn.person.id)
    words, files = "Thank you for saying so.", tuple[File, ...]()
    if changes:
        await follow(turn, changes)
        words = f"{words} {await of_mine(turn, changes)}"
        files = await changed_files(turn.db, changes, turn.person, turn.now)
    times = Button("See other times", TIMES(booked.slot.coach_id), "main")
    await turn.replace(Message(words, buttons=(times,), attachments=files))
