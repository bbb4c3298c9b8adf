"""The press that asks for a time: what becomes of it, and what is free where somebody was quicker."""

from datetime import datetime

from bot.chat.errors import Refusal
from bot.chat.messages import Button, Message
from bot.chat.router import Router
from bot.chat.turns import Turn
from handlers.coaching.booking.due import used_of_due
from handlers.coaching.booking.times import free_buttons, or_one_of_these
from handlers.coaching.finding import cohort_meant, names_of
from handlers.coaching.following.telling import BY_ITSELF, follow
from handlers.coaching.presses import CANCEL, FILE, MOVE, SESSION, TAKE, TOPIC, moment_at
from handlers.coaching.rules import coaching_of
from handlers.coaching.sessions.calendar_entry import changed_files
from handlers.coaching.words import became, line
from handlers.undo import CHANGED_SINCE
from scheduling.booking import A_MOMENT, Wish, request
from scheduling.coaching import Change, Coaching, NotFree
from scheduling.diaries import coaches_for, sessions
from scheduling.placing import of_person
from scheduling.rebooking import cancel
from storage.shared.coaching.bookings import Booked
from storage.shared.coaching.places import LIVE, BookingState
from storage.shared.people import Role

router = Router("coaching requesting")


@router.pressed(TAKE, allow=Role.PARTICIPANT, changes=True)
async def take(turn: Turn, offer_id: int, minute: int) -> None:
    coaching, starts = coaching_of(turn), moment_at(minute)
    cohort = await cohort_meant(turn)
    try:
        changes = await request(coaching, Wish(turn.person.id, cohort.id, offer_id, starts, turn.zone))
    except NotFree as refusal:
        await _refuse_what_is_theirs(turn, offer_id, starts)
        raise await _or_what_is_free(turn, coaching, cohort.id, refusal, offer_id) from None
    await follow(turn, changes)
    booking = changes[-1].booked.booking
    await turn.can_undo("your booking", not_booked, booking.id, booking.state, booking.changed_at.isoformat())
    theirs = (await sessions(coaching, cohort.id, [turn.person.id]))[turn.person.id]
    await turn.replace(await answer(turn, changes, f"{used_of_due(theirs)}."))


@router.undo("coaching.not_booked")
async def not_booked(turn: Turn, booking_id: int, state: str, changed_at: str) -> str:
    """The place is free again, and the coach hears of it; not where anything has become of the booking since."""
    booking = (await of_person(coaching_of(turn), booking_id, turn.person.id)).booking
    if (booking.state, booking.changed_at.isoformat()) != (state, changed_at):
        raise Refusal(CHANGED_SINCE)
    changes = await cancel(coaching_of(turn), booking_id, None)
    await follow(turn, changes)
    if state == BookingState.CONFIRMED:
        files = await changed_files(turn.db, changes, turn.person, turn.now)
        await turn.say(Message("For your calendar, if you have put it there.", attachments=files))
    return await of_mine(turn, changes)


async def answer(turn: Turn, changes: list[Change], *more: str) -> Message:
    """What became of the speaker's own bookings, and what can be done about the last of them."""
    words = await of_mine(turn, changes)
    return Message("\n\n".join([words, *more]), buttons=_what_now(changes[-1].booked))


async def of_mine(turn: Turn, changes: list[Change]) -> str:
    """What became of the speaker's own bookings, but for what nobody did, which they are told in any case."""
    me = turn.person.id
    mine = [change for change in changes if change.booked.booking.person_id == me and change.what not in BY_ITSELF]
    names = await names_of(turn.db, [change.booked for change in mine])
    return "\n\n".join(became(change, turn.zone, me, names) for change in mine)


def _what_now(booked: Booked) -> tuple[Button, ...]:
    booking_id = booked.booking.id
    buttons = [Button("Say what it is about", TOPIC(booking_id))]
    if booked.booking.state == BookingState.CONFIRMED:
        buttons.append(Button("Put it in my calendar", FILE(booking_id)))
    return (*buttons, Button("Move it", MOVE(booking_id)), Button("Cancel it", CANCEL(booking_id)))


async def _refuse_what_is_theirs(turn: Turn, offer_id: int, starts: datetime) -> None:
    """Where nobody was quicker but themselves."""
    for booked in await turn.db.bookings.of_person(turn.person.id, starts, starts + A_MOMENT):
        if booked.booking.state in LIVE and (booked.slot.offer_id, booked.slot.starts_at) == (offer_id, starts):
            page = Button("See the session", SESSION(booked.booking.id))
            raise Refusal(f"That time is yours already: {line(booked.slot, turn.zone)}.", (page,))


async def _or_what_is_free(turn: Turn, coaching: Coaching, cohort_id: int, refusal: NotFree, offer_id: int) -> Refusal:
    """The same refusal, with the next times of whose offer it was; else of whoever is free."""
    found = await coaches_for(coaching, cohort_id, turn.person.id)
    offer = await turn.db.offers.get(offer_id)
    theirs = [coach_id for coach_id in found if offer is not None and offer.coach_id == coach_id]
    for coach_ids in (theirs, found):
        if buttons := await free_buttons(coaching, cohort_id, turn.person.id, coach_ids, zone=turn.zone):
            return or_one_of_these(refusal, buttons)
    return refusal
