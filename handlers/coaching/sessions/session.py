"""The page of one session: when, with whom and where, how it stands, and all that can be done about it."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.chat.messages import MOST_BUTTONS, Button, Message, label_of
from bot.chat.router import Router
from bot.chat.times import spoken
from bot.chat.turns import Turn
from bot.chat.view import View
from handlers.coaching import presses
from handlers.coaching.around.preparing import to_prepare
from handlers.coaching.finding import names_of, other_of
from handlers.coaching.following.ways_on import other_times, proposed, to_answer, to_take_or_let_go
from handlers.coaching.groups.in_line import where_in_line
from handlers.coaching.groups.who_comes import others
from handlers.coaching.rules import coaching_of
from handlers.coaching.sessions.calendar_entry import is_in_calendar
from handlers.coaching.words import line, named, where
from handlers.reflections.entries import shortened
from handlers.settings.changing import in_logs_otherwise
from scheduling.coaching import NotThere
from storage.shared.coaching.bookings import Booked
from storage.shared.coaching.places import LIVE, Booking, BookingState

router = Router("coaching session")

ON_THE_DAY = timedelta(hours=12)
"""So long before it begins somebody knows that they will be late."""
MOST_LISTED = 1_500
"""Characters of a list of people."""


async def session_of(view: View, booking_id: int) -> Booked:
    """A session of the speaker's, as either of its two. Raises NotThere."""
    booked = await view.db.bookings.get(booking_id)
    if booked is None or view.person.id not in (booked.booking.person_id, booked.slot.coach_id):
        raise NotThere
    return booked


def is_coached_by(view: View, booked: Booked) -> bool:
    """Whether it is a session that they coach."""
    return booked.slot.coach_id == view.person.id


@router.pressed(presses.SESSION)
async def show(turn: Turn, booking_id: int) -> None:
    await turn.say(await page(turn, await session_of(turn, booking_id)))


async def page(view: View, booked: Booked) -> Message:
    """What there is to say of a session to one of its two, and what they can do about it."""
    coaches, slot = is_coached_by(view, booked), booked.slot
    names = await names_of(view.db, [booked])
    fields = {
        "When": line(slot, view.zone),
        "With": named(other_of(view, booked), names),
    }
    if slot.is_group and is_in_calendar(booked.booking) and (known := await others(view, booked)):
        fields["Your group" if coaches else "Who else comes"] = shortened(", ".join(known), MOST_LISTED)
    if is_in_calendar(booked.booking):
        fields["Where"] = where(slot)
    fields["How it stands"] = await _how_it_stands(view, booked)
    buttons = await _for_coach(view, booked) if coaches else _for_participant(view, booked)
    return Message(title="Group session" if slot.is_group else "Session", fields=fields, buttons=tuple(buttons))


# ---------------------------------------------------------------- how it stands


async def _how_it_stands(view: View, booked: Booked) -> str:
    how = stands(booked, view.now, view.zone)
    if booked.booking.state != BookingState.WAITING or booked.booking.is_offered or is_coached_by(view, booked):
        return how
    return f"{how}. {await where_in_line(coaching_of(view), booked.booking)}"


def stands(booked: Booked, now: datetime, zone: ZoneInfo) -> str:
    """How a session stands, in a few words for either of its two."""
    booking = booked.booking
    until = f" until {spoken(booking.held_until, zone)}" if booking.held_until else ""
    match booking.state:
        case BookingState.REQUESTED if booking.proposed:
            return f"other times are proposed; this one is held{until}"
        case BookingState.REQUESTED:
            return f"requested; it is held{until}"
        case BookingState.WAITING if booking.is_offered:
            return f"there is a place, kept{until}"
        case BookingState.WAITING:
            return "waiting for a place"
        case BookingState.CONFIRMED:
            return "confirmed" if booked.slot.ends_at > now else "over"
        case BookingState.DECLINED if booking.proposed:
            return "the coach can’t then; other times are proposed"
        case BookingState.DECLINED:
            return "the coach can’t then"
        case BookingState.ATTENDED:
            return "you met"
        case BookingState.MISSED:
            return "you didn’t meet"
        case _:
            return "cancelled"


# ---------------------------------------------------------------- what can be done


def _for_participant(view: View, booked: Booked) -> list[Button]:
    booking, slot = booked.booking, booked.slot
    if slot.starts_at <= view.now and is_in_calendar(booking):
        return [*_late(view, booked), *_afterwards(booking), _notes(booking), *_in_the_log(view, booking)]
    if booking.state == BookingState.WAITING:
        leave = Button("Leave the line", presses.LEAVE_LINE(booking.id))
        return [*to_take_or_let_go(booking.id)] if booking.is_offered else [leave]
    if booking.proposed:
        return [*proposed(booked, view.now, view.zone)]
    if booking.state not in LIVE:
        return [other_times(booked)]
    about = [Button("Say what it is about", presses.TOPIC(booking.id))] if not slot.is_group else []
    group = [Button("Who comes", presses.WHO_COMES(booking.id))] if slot.is_group else []
    return [
        *_late(view, booked),
        *_taken_along(booking),
        *about,
        *to_prepare(view, booking),
        *group,
        *_changes(booking),
    ]


async def _for_coach(view: View, booked: Booked) -> list[Button]:
    booking, slot = booked.booking, booked.slot
    if slot.starts_at <= view.now and is_in_calendar(booking):
        group = [Button("Who came", presses.WHO_MET(booking.id))] if slot.is_group else []
        own = [*_late(view, booked), *(group or _afterwards(booking)), _notes(booking), *_paid(booked)]
    elif booking.state == BookingState.REQUESTED and not booking.proposed:
        own = [*to_answer(booked)]
    elif booking.state in LIVE:
        own = [*_late(view, booked), *_taken_along(booking), _where(booking), _notes(booking), *_changes(booking)]
    else:
        own = [Button("See the times I offer", presses.OFFER(slot.offer_id))] if slot.offer_id is not None else []
    return [*own, *(await _members(view, booked))[: MOST_BUTTONS - len(own) - 1]]


def _where(booking: Booking) -> Button:
    return Button("Say where", presses.WHERE(booking.id))


async def _members(view: View, booked: Booked) -> Sequence[Button]:
    """Each of the others in a group, whose booking has a page of its own."""
    if not booked.slot.is_group or not is_in_calendar(booked.booking):
        return ()
    there = await view.db.bookings.of_coach(view.person.id, *booked.slot.span)
    group = [each for each in there if each.slot.id == booked.slot.id and each.booking.id != booked.booking.id]
    in_it = [each for each in group if is_in_calendar(each.booking)]
    names = await names_of(view.db, in_it)
    return [
        Button(label_of(names[each.booking.person_id]), presses.SESSION(each.booking.id))
        for each in in_it
        if each.booking.person_id in names
    ]


def _late(view: View, booked: Booked) -> list[Button]:
    sure, slot = booked.booking.state == BookingState.CONFIRMED, booked.slot
    soon = slot.starts_at - view.now <= ON_THE_DAY and slot.ends_at > view.now
    return [Button("I’m running late", presses.LATE(booked.booking.id))] if sure and soon else []


def _taken_along(booking: Booking) -> list[Button]:
    return [
        Button("Put it in my calendar", presses.FILE(booking.id)),
        Button("Details for my PA", presses.FOR_PA(booking.id)),
    ]


def _notes(booking: Booking) -> Button:
    return Button("My notes on it", presses.NOTES(booking.id))


def _changes(booking: Booking) -> list[Button]:
    return [Button("Move it", presses.MOVE(booking.id)), Button("Cancel it", presses.CANCEL(booking.id))]


def _afterwards(booking: Booking) -> list[Button]:
    """Whether they met can be said, and said otherwise."""
    met = Button("We met", presses.MET(booking.id))
    not_met = Button("We didn’t meet", presses.NOT_MET(booking.id))
    ways = {BookingState.CONFIRMED: [met, not_met], BookingState.ATTENDED: [not_met], BookingState.MISSED: [met]}
    return ways.get(booking.state, [])


def _in_the_log(view: View, booking: Booking) -> list[Button]:
    """The coach's log has initials, unless they say yes to their name."""
    return [in_logs_otherwise(view.person)] if booking.state != BookingState.MISSED else []


def _paid(booked: Booked) -> list[Button]:
    paid = Button("I was paid for it", presses.PAID(booked.booking.id, 1))
    free = Button("It was pro bono", presses.PAID(booked.booking.id, 0))
    return [button for button, said in ((paid, True), (free, False)) if booked.slot.paid is not said]
