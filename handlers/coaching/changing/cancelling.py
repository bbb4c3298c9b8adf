"""Cancelling a session, by either of its two people: shown first, then done as one act that the other hears of."""

from collections.abc import Sequence
from datetime import datetime

from bot.chat.messages import Button, Message, Press
from bot.chat.router import Router
from bot.chat.times import spoken
from bot.chat.turns import Turn
from bot.chat.understanding.words import plain_words
from handlers.coaching.changing.clearing import ask_to_clear, means_all
from handlers.coaching.finding import is_at, named_in, names_of, others_in, session_meant, sessions_of
from handlers.coaching.following.telling import follow
from handlers.coaching.presses import CANCEL, DECLINE, LEAVE_LINE, MOVE, SESSION, TIMES
from handlers.coaching.rules import coaching_of
from handlers.coaching.sessions.calendar_entry import changed_files
from handlers.coaching.sessions.session import session_of
from handlers.coaching.words import line, named
from handlers.said import booked as said
from scheduling import rebooking
from scheduling.coaching import Change, NotThere
from scheduling.phrases import find_times
from storage.shared.coaching.bookings import Booked
from storage.shared.coaching.places import LIVE, BookingState
from storage.shared.people import Role

router = Router("coaching cancelling")

CANCEL_IT = Press("coaching.cancel_it", int)
CANCEL_GROUP = Press("coaching.cancel_group", int)
"""Cancel the group that this booking is in, for everybody."""

EITHER = (Role.PARTICIPANT, Role.COACH)


@router.intent(
    "cancel_session",
    "Cancel a coaching session",
    "cancel my coaching session",
    "cancel my session",
    "i can't make my coaching session",
    "cancel the group {when}",
    "cancel my group {when}",
    "leave the group",
    "leave my group",
    *said.CANCEL_SESSION,
    help="“cancel my session”: shown first, and the other is told",
    allow=EITHER,
)
async def cancel_session(turn: Turn) -> None:
    if Role.COACH in turn.roles and means_all(turn):
        await ask_to_clear(turn, turn.text)
        return
    if group := await group_led(turn, turn.text):
        meant = named_in(turn, others_in(turn, group, await names_of(turn.db, group)))
        one = next((each for each in group if each.booking.person_id in meant), None)
        await ask_to_cancel(turn, one or group[0], whole=one is None)
    else:
        await ask_to_cancel(turn, await session_meant(turn, press=CANCEL))


async def group_led(turn: Turn, words: str) -> list[Booked]:
    """Who is in the one group of the speaker's own that these words speak of; nobody where another may be meant."""
    if {"group", "circle", "set"}.isdisjoint(plain_words(words)):
        return []
    times = find_times(words, turn.now, turn.zone)
    led = [each for each in await sessions_of(turn, mine=False) if each.slot.is_group]
    there = [each for each in led if times is None or is_at(each, times, turn.zone)]
    return there if len({each.slot.id for each in there}) == 1 else []


async def to_be_cancelled(turn: Turn, first: datetime, last: datetime) -> Booked | None:
    """The first of the speaker's own sessions that begins then, where they can't come. Raises TooLate."""
    own = [each for each in await sessions_of(turn, mine=True) if each.booking.state in LIVE]
    then = next((each for each in own if first <= each.slot.starts_at < last), None)
    if then is not None:
        await rebooking.can_change(coaching_of(turn), then, turn.person.id)
    return then


@router.pressed(CANCEL, allow=EITHER)
async def cancel(turn: Turn, booking_id: int) -> None:
    await ask_to_cancel(turn, await session_of(turn, booking_id))


async def ask_to_cancel(turn: Turn, booked: Booked, *, whole: bool = False) -> None:
    """What would be cancelled, who would hear of it, and until when that can be done; `whole` is all of a group."""
    coaching, booking, slot = coaching_of(turn), booked.booking, booked.slot
    names, at, keep = await names_of(turn.db, [booked]), line(slot, turn.zone), Button("Keep it", SESSION(booking.id))
    if booking.state == BookingState.WAITING and booking.person_id == turn.person.id:
        leave = Button("Leave the line", LEAVE_LINE(booking.id), "main")
        group = f"the group with {named(slot.coach_id, names)}, {at}"
        await turn.replace(Message(f"You wait for a place in {group}. Shall I let it go?", buttons=(leave, keep)))
        return
    await rebooking.can_change(coaching, booked, turn.person.id)
    if slot.coach_id == turn.person.id:
        who = "" if whole else named(booking.person_id, names)
        await turn.replace(await _asked_of_coach(turn, booked, who, at, keep))
        return
    coach, until = named(slot.coach_id, names), await rebooking.changes_until(coaching, booked, turn.person.id)
    sort = "request" if booking.state == BookingState.REQUESTED else _sort(booked)
    rule = f" You can move or cancel it here until {spoken(until, turn.zone)}." if until < slot.starts_at else ""
    await turn.replace(
        Message(
            f"Shall I cancel your {sort} with **{coach}**, {at}? {coach} is told at once, and I give no reason. The "
            f"{'place' if slot.is_group else 'time'} is free for others then.{rule}",
            buttons=(
                Button("Yes, cancel it", CANCEL_IT(booking.id), "danger"),
                Button("Move it instead", MOVE(booking.id)),
                keep,
            ),
        )
    )


async def _asked_of_coach(turn: Turn, booked: Booked, who: str, at: str, keep: Button) -> Message:
    booking, slot = booked.booking, booked.slot
    if slot.is_group:
        if not who or len(await _group(turn, booked)) == 1:
            words, buttons = "", [Button("Yes, cancel it", CANCEL_GROUP(booking.id), "danger")]
        else:
            words = f", or only the place of **{who}**"
            buttons = [
                Button("Cancel it for everybody", CANCEL_GROUP(booking.id), "danger"),
                Button("Only this place", CANCEL_IT(booking.id)),
            ]
        told = "Whoever it concerns is told at once, and I give no reason."
        return Message(f"Shall I cancel your group on {at}{words}? {told}", buttons=(*buttons, keep))
    if booking.state == BookingState.REQUESTED:
        words = f"**{who}** asked for {at}, and waits for your answer. Shall I say that you can’t?"
        return Message(words, buttons=(Button("Decline it", DECLINE(booking.id), "main"), keep))
    return Message(
        f"Shall I cancel your session with **{who}**, {at}? {who} is told at once, without a reason, and can choose "
        "another of your times.",
        buttons=(
            Button("Yes, cancel it", CANCEL_IT(booking.id), "danger"),
            Button("Move it instead", MOVE(booking.id)),
            keep,
        ),
    )


def _sort(booked: Booked) -> str:
    """What it is to who takes part in it."""
    return "place in the group" if booked.slot.is_group else "session"


@router.pressed(CANCEL_IT, allow=EITHER, changes=True)
async def cancel_it(turn: Turn, booking_id: int) -> None:
    booked = await session_of(turn, booking_id)
    changes = await rebooking.cancel(coaching_of(turn), booking_id, turn.person.id)
    await _cancelled(turn, booked, changes)


@router.pressed(CANCEL_GROUP, allow=Role.COACH, changes=True)
async def cancel_group(turn: Turn, booking_id: int) -> None:
    """For everybody in it, and who waits; nobody can book it once more."""
    booked = await session_of(turn, booking_id)
    if not booked.slot.is_group or not await _group(turn, booked):
        raise NotThere
    changes = await rebooking.clear(coaching_of(turn), turn.person.id, *booked.slot.span)
    await _cancelled(turn, booked, changes)


async def _group(turn: Turn, booked: Booked) -> list[Booked]:
    """Everybody in the speaker's own group, and who waits for a place."""
    if booked.slot.coach_id != turn.person.id:
        raise NotThere
    then = await rebooking.affected(coaching_of(turn), turn.person.id, *booked.slot.span)
    return [each for each in then if each.slot.id == booked.slot.id]


async def _cancelled(turn: Turn, booked: Booked, changes: Sequence[Change]) -> None:
    await follow(turn, changes)
    at, names = line(booked.slot, turn.zone), await names_of(turn.db, [booked])
    participant, coach = named(booked.booking.person_id, names), named(booked.slot.coach_id, names)
    await turn.cannot_undo(f"It is told already that {at} is cancelled. Say “my sessions” to go on from there.")
    files = await changed_files(turn.db, changes, turn.person, turn.now)
    if booked.slot.coach_id != turn.person.id:
        again = Button("Book another time", TIMES(booked.slot.coach_id))
        words = f"Cancelled: your {_sort(booked)} with **{coach}**, {at}. {coach} is told."
        await turn.replace(Message(words, buttons=() if booked.slot.is_group else (again,), attachments=files))
    elif len(changes) > 1:
        words = f"Cancelled: your group, {at}. Everybody whom it concerns is told."
        await turn.replace(Message(words, attachments=files))
    else:
        await turn.replace(Message(f"Cancelled: **{participant}**, {at}. {participant} is told.", attachments=files))
