"""How a session is worded, and what became of it, wherever it is spoken of."""

from collections.abc import Mapping
from zoneinfo import ZoneInfo

from bot.chat.markdown import literal
from bot.chat.times import spoken
from scheduling.coaching import Change, What
from scheduling.phrases import Meant, spoken_meant
from storage.shared.coaching.places import BookingState, Slot

SOMEBODY = "somebody who has left"
TO_BE_AGREED = "to be agreed between you"

LOST = (What.CANCELLED, What.DECLINED, What.LAPSED)
"""What is not to be: it is spoken of as it is known."""


def line(slot: Slot, zone: ZoneInfo) -> str:
    """When it is: "Tuesday 12 January 2027, 14:00–15:00 (London)"."""
    return spoken_meant(Meant(slot.starts_at.astimezone(zone), slot.ends_at.astimezone(zone)), zone)


def where(slot: Slot) -> str:
    """Where they meet: the place, the link, or that it is to be agreed."""
    return ", ".join(filter(None, [literal(slot.place), slot.link])) or TO_BE_AGREED


def named(person_id: int, names: Mapping[int, str]) -> str:
    """Somebody's name, as it goes into a text."""
    return literal(names[person_id]) if names.get(person_id) else SOMEBODY


def became(change: Change, zone: ZoneInfo, reader_id: int, names: Mapping[int, str]) -> str:
    """What became of a booking, in a sentence or two for either of its people."""
    slot = change.booked.slot
    if reader_id == slot.coach_id:
        return _for_coach(change, zone, named(change.booked.booking.person_id, names))
    return _for_participant(change, zone, named(slot.coach_id, names))


def _known(change: Change) -> Slot:
    return change.was if change.was is not None and change.what in LOST else change.booked.slot


def _for_coach(change: Change, zone: ZoneInfo, who: str) -> str:
    booking, slot = change.booked.booking, change.booked.slot
    at, sort = line(_known(change), zone), "a place in your group" if slot.is_group else "a session with you"
    until = f" It is held until {spoken(booking.held_until, zone)}." if booking.held_until else ""
    was = line(change.was, zone) if change.was else ""
    match change.what:
        case What.REQUESTED:
            return f"**{who}** would like {sort}: **{at}**.{until}"
        case What.CONFIRMED if was:
            return f"**{who}** took another time that you proposed: **{at}**, in place of {was}. It is confirmed."
        case What.CONFIRMED:
            return f"**{who}** has booked {sort}: **{at}**. It is confirmed."
        case What.MOVED if was == at:
            return f"The session with **{who}** stays as it was: **{at}**.{until}"
        case What.MOVED if booking.state == BookingState.REQUESTED:
            return f"**{who}** would like to move from {was} to **{at}**.{until} The earlier time is free again."
        case What.MOVED:
            return f"The session with **{who}** has moved from {was} to **{at}**. It is confirmed."
        case What.CANCELLED if slot.is_group:
            return f"**{who}** won’t be in your group on {at}."
        case What.CANCELLED:
            return f"The session with **{who}** is cancelled: {at}."
        case What.LAPSED:
            return f"The time held for **{who}** is free again: {at}. Nothing was settled in time."
        case What.PROLONGED:
            return f"The time for **{who}**, {at}, is held longer.{until}"
        case _:
            return f"**{who}**: {at}."


def _for_participant(change: Change, zone: ZoneInfo, coach: str) -> str:
    booking, slot = change.booked.booking, change.booked.slot
    at, sort = line(_known(change), zone), "group session" if slot.is_group else "session"
    until = spoken(booking.held_until, zone) if booking.held_until else ""
    was = line(change.was, zone) if change.was else ""
    match change.what:
        case What.REQUESTED:
            return f"Your {sort} with **{coach}** is requested: **{at}**. It is held for you until {until}."
        case What.CONFIRMED:
            return f"Your {sort} with **{coach}** is confirmed: **{at}**. Where: {where(slot)}."
        case What.DECLINED if booking.proposed:
            return f"**{coach}** can’t make {at}, and proposes other times."
        case What.DECLINED:
            return f"**{coach}** can’t make {at}."
        case What.PROPOSED:
            return f"**{coach}** proposes other times in place of {at}, which is held until {until}."
        case What.MOVED if was == at:
            return f"Your {sort} with **{coach}** stays as it was: **{at}**."
        case What.MOVED if booking.state == BookingState.REQUESTED:
            return f"Your {sort} with **{coach}** is asked to move from {was} to **{at}**. It is held until {until}."
        case What.MOVED if booking.state == BookingState.WAITING:
            return f"The group with **{coach}** that you wait for has moved from {was} to **{at}**. You wait on."
        case What.MOVED:
            return f"Your {sort} with **{coach}** has moved from {was} to **{at}**. Where: {where(slot)}."
        case What.PLACED:
            return f"Where you meet **{coach}**, {at}: {where(slot)}."
        case What.CANCELLED if change.waited:
            return f"The group with **{coach}** that you wait for is cancelled: {at}."
        case What.CANCELLED:
            return f"Your {sort} with **{coach}** is cancelled: {at}."
        case What.LAPSED:
            return f"Your request for {at} with **{coach}** was not settled in time, so that time is free again."
        case What.PROLONGED if booking.is_offered:
            return f"The place in the group with **{coach}**, {at}, is kept for you at least until {until}."
        case What.PROLONGED:
            return f"Your request for {at} with **{coach}** is held longer, at least until {until}."
        case What.OFFERED:
            return f"There is a place for you in the group with **{coach}**: **{at}**. It is kept until {until}."
        case What.PASSED_ON:
            return f"The place in the group with **{coach}**, {at}, went to the next in line."
        case What.WAITING:
            return f"You wait for a place in the group with **{coach}**: {at}."
        case What.RECORDED:
            met = "met" if booking.state == BookingState.ATTENDED else "didn’t meet"
            return f"Noted: you and **{coach}** {met}, {at}."
