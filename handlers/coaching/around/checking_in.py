"""Whether people met: said by either with one press once it began, corrected by either later, and nobody is blamed."""

from collections.abc import Sequence
from datetime import UTC
from zoneinfo import ZoneInfo

from bot.chat.errors import Refusal
from bot.chat.jobs import Wording
from bot.chat.messages import MOST_BUTTONS, Button, Message, label_of
from bot.chat.router import Router
from bot.chat.turns import UNDO_WITHIN, Turn
from handlers.coaching import presses
from handlers.coaching.around.planning import KIND
from handlers.coaching.finding import names_of, other_of, session_meant
from handlers.coaching.following.telling import follow
from handlers.coaching.rules import coaching_of
from handlers.coaching.words import line, named
from handlers.reflections.texts import PROMPTS
from handlers.said import booked as said
from handlers.undo import CHANGED_SINCE
from scheduling.coaching import Change, NotThere, What
from scheduling.placing import of_either
from scheduling.rebooking import record
from storage.shared.coaching.bookings import Booked
from storage.shared.coaching.places import Booking, BookingState, but
from storage.shared.people import Role

router = Router("checking in")

NOTED = "coaching.noted"
"""What words to the one what the other noted of a session."""

HELD = (BookingState.CONFIRMED, BookingState.ATTENDED, BookingState.MISSED)


@router.intent(
    "check_in",
    "Say whether a session took place",
    "we met",
    "we didn't meet",
    "my session took place",
    "my session didn't take place",
    *said.CHECK_IN,
)
async def check_in(turn: Turn) -> None:
    await _ask(turn, await session_meant(turn, ahead=False))


async def _ask(turn: Turn, booked: Booked) -> None:
    if _is_group_of(turn, booked):
        await _who_came(turn, booked)
        return
    either = (
        Button("We met", presses.MET(booked.booking.id), "main"),
        Button("We didn’t meet", presses.NOT_MET(booked.booking.id)),
    )
    await turn.say(Message(f"Did you meet? It was {await _which(turn, booked)}.", buttons=either))


# ---------------------------------------------------------------- one booking


@router.pressed(presses.MET, changes=True)
async def met(turn: Turn, booking_id: int) -> None:
    await _record(turn, booking_id, met=True)


@router.pressed(presses.NOT_MET, changes=True)
async def not_met(turn: Turn, booking_id: int) -> None:
    await _record(turn, booking_id, met=False)


async def _record(turn: Turn, booking_id: int, *, met: bool) -> None:
    booked = await of_either(coaching_of(turn), booking_id, turn.person.id)
    before = but(booked.booking)
    changes = await record(coaching_of(turn), booking_id, turn.person.id, met=met)
    await _follow(turn, [before], changes)
    booked = changes[0].booked if changes else booked
    if _is_group_of(turn, booked):
        await _who_came(turn, booked)
    else:
        await turn.replace(_noted(turn, booked, await _which(turn, booked), met=met))


async def _which(turn: Turn, booked: Booked) -> str:
    sort = "the group session" if booked.slot.is_group else "the session"
    whom = named(other_of(turn, booked), await names_of(turn.db, [booked]))
    return f"{sort} with **{whom}**, {line(booked.slot, turn.zone)}"


def _noted(turn: Turn, booked: Booked, which: str, *, met: bool) -> Message:
    """What is kept, how it is corrected, and what may follow for who booked it."""
    booking, slot = booked.booking, booked.slot
    mine = booking.person_id == turn.person.id
    if met:
        reflect = (Button("Write a note for myself", PROMPTS(0), "main"),) if mine else ()
        also = " While it is fresh, you may like to keep something of it: only you can read that." if mine else ""
        wrong = Button("We didn’t meet after all", presses.NOT_MET(booking.id))
        return Message(f"Noted: you met. It was {which}.{also}", buttons=(*reflect, wrong))
    again = (Button("See other times", presses.TIMES(slot.coach_id), "main"),) if mine and not slot.is_group else ()
    also = " It doesn’t count among the sessions you have used." if mine else ""
    return Message(
        f"Noted: you didn’t meet. It was {which}. No reason is asked, and none is kept.{also}",
        buttons=(*again, Button("We did meet", presses.MET(booking.id))),
    )


# ---------------------------------------------------------------- a group, for who coaches it


@router.pressed(presses.ALL_MET, allow=Role.COACH, changes=True)
async def all_met(turn: Turn, booking_id: int) -> None:
    await _record_all(turn, booking_id, met=True)


@router.pressed(presses.NONE_MET, allow=Role.COACH, changes=True)
async def none_met(turn: Turn, booking_id: int) -> None:
    await _record_all(turn, booking_id, met=False)


async def _record_all(turn: Turn, booking_id: int, *, met: bool) -> None:
    """Of all who have not said for themselves."""
    group = await _group(turn, booking_id)
    unsaid = [but(each.booking) for each in group if each.booking.state == BookingState.CONFIRMED]
    changes: list[Change] = []
    for booking in unsaid:
        changes += await record(coaching_of(turn), booking.id, turn.person.id, met=met)
    await _follow(turn, unsaid, changes)
    await _who_came(turn, await _of_coach(turn, booking_id))


@router.pressed(presses.WHO_MET, allow=Role.COACH)
async def who_met(turn: Turn, booking_id: int) -> None:
    await _who_came(turn, await _of_coach(turn, booking_id))


async def _who_came(turn: Turn, booked: Booked) -> None:
    """Everybody of the group with what is noted of them, and a button each to note the other."""
    everybody = await _group(turn, booked.booking.id)
    names = await names_of(turn.db, everybody)
    lines, buttons = [], []
    for each in everybody[: MOST_BUTTONS - 1]:
        name, missed = named(each.booking.person_id, names), each.booking.state == BookingState.MISSED
        noted = {BookingState.ATTENDED: "came", BookingState.MISSED: "couldn’t come"}
        lines.append(f"- {name}: {noted.get(each.booking.state, 'nothing noted yet')}")
        label = f"{names.get(each.booking.person_id, '')} {'came' if missed else 'couldn’t come'}"
        press = presses.MET if missed else presses.NOT_MET
        buttons.append(Button(label_of(label), press(each.booking.id)))
    if any(each.booking.state == BookingState.CONFIRMED for each in everybody):
        buttons.append(Button("Everybody else came", presses.ALL_MET(booked.booking.id), "main"))
    at = line(booked.slot, turn.zone)
    await turn.replace(Message("\n".join(lines), title=label_of(f"Your group on {at}"), buttons=tuple(buttons)))


async def _of_coach(turn: Turn, booking_id: int) -> Booked:
    """A booking in a group that the speaker coached. Raises NotThere."""
    booked = await turn.db.bookings.get(booking_id)
    if booked is None or not _is_group_of(turn, booked) or booked.slot.starts_at > turn.now:
        raise NotThere
    return booked


async def _group(turn: Turn, booking_id: int) -> list[Booked]:
    """Whoever had a place in it when it began."""
    slot = (await _of_coach(turn, booking_id)).slot
    found = await turn.db.bookings.of_coach(turn.person.id, *slot.span)
    return [each for each in found if each.slot.id == slot.id and each.booking.state in HELD]


def _is_group_of(turn: Turn, booked: Booked) -> bool:
    return booked.slot.is_group and booked.slot.coach_id == turn.person.id


# ---------------------------------------------------------------- taking it back, and telling the other


async def _follow(turn: Turn, before: Sequence[Booking], changes: Sequence[Change]) -> None:
    """It can be taken back; after that the other hears of it, where it may be news to them."""
    await follow(turn, changes)
    was = {booking.id: booking for booking in before}
    for change in changes:
        await _tell_other(turn, change.booked, was[change.booked.booking.id])
    if changes:
        states = {str(booking.id): str(booking.state) for booking in before}
        await turn.can_undo("what you noted of a session", as_before, states, str(changes[0].booked.booking.state))


@router.undo("coaching.as_before")
async def as_before(turn: Turn, states: dict[str, str], noted: str) -> str:
    """Each booking, by its id, was in one of these states before all of them were noted to be in the same."""
    changes = []
    for booking_id, was in states.items():
        booked = await of_either(coaching_of(turn), int(booking_id), turn.person.id)
        if booked.booking.state != noted:
            raise Refusal(CHANGED_SINCE)
        as_it_was = await turn.db.bookings.record(booked.booking, BookingState(was), turn.now)
        changes.append(Change(What.RECORDED, as_it_was))
    await follow(turn, changes)
    return "What is noted of it is as it was before."


async def _tell_other(turn: Turn, booked: Booked, before: Booking) -> None:
    """That they met needs no word, but where the contrary had been noted, and the other knows of that."""
    booking, me = booked.booking, turn.person.id
    other = await turn.db.people.get(other_of(turn, booked))
    withdrawn = await turn.db.deliveries.withdraw(_key(before), turn.now)
    is_known = before.state == BookingState.MISSED and (withdrawn is None or withdrawn["by"] != me)
    if other is not None and (booking.state == BookingState.MISSED or is_known):
        key, at, as_noted = _key(booking), turn.now + UNDO_WITHIN, _noted_at(booking)
        await turn.later(NOTED, person=other, key=key, at=at, kind=KIND, booking=booking.id, noted=as_noted, by=me)


def _key(booking: Booking) -> str:
    """Of what tells the other what has been noted."""
    return f"noted {booking.id} {_noted_at(booking)}"


def _noted_at(booking: Booking) -> str:
    """What is noted of it, and since when."""
    return f"{booking.state} {booking.changed_at.astimezone(UTC).isoformat()}"


@router.worded(NOTED)
async def noted(wording: Wording) -> Message | None:
    """None where something else has been noted since."""
    booked = await wording.db.bookings.get(int(wording.arguments["booking"]))
    if booked is None or _noted_at(booked.booking) != wording.arguments["noted"] or wording.person.by_hand:
        return None
    names, met = await names_of(wording.db, [booked]), booked.booking.state == BookingState.ATTENDED
    did, didnt = presses.MET(booked.booking.id), presses.NOT_MET(booked.booking.id)
    return Message(
        f"**{named(int(wording.arguments['by']), names)}** noted that you {'met' if met else 'didn’t meet'}: "
        f"{line(booked.slot, ZoneInfo(wording.person.zone))}. If it was otherwise, say so here.",
        buttons=(Button("We didn’t meet", didnt) if met else Button("We did meet", did),),
    )
