"""Moving a session, by either of its two people, as one act: to a time that is free, or, by its coach, to any."""

from collections.abc import Sequence
from datetime import datetime
from itertools import islice

from bot.chat.errors import Refusal
from bot.chat.forms import Form, ShortText
from bot.chat.messages import Button, Message, Press
from bot.chat.router import Router
from bot.chat.times import lies_ahead, spoken
from bot.chat.turns import Turn
from handlers.coaching.booking.stretches import AHEAD, day_of, is_moment, stretch, times_in
from handlers.coaching.booking.times import MOST, buttons_of, or_one_of_these
from handlers.coaching.changing.answering import suggest
from handlers.coaching.changing.cancelling import EITHER, group_led
from handlers.coaching.changing.moving_words import Wanted, moved_by, times_to, wanted_in
from handlers.coaching.changing.other_times import refuse_another_session
from handlers.coaching.changing.requests import is_asked
from handlers.coaching.finding import is_at, names_of, other_of, session_meant, sessions_of
from handlers.coaching.following.telling import follow
from handlers.coaching.presses import CANCEL, MOVE, SESSION, minute_of, moment_at
from handlers.coaching.rules import coaching_of
from handlers.coaching.sessions.calendar_entry import changed_files
from handlers.coaching.sessions.session import session_of
from handlers.coaching.words import line, named, where
from handlers.said import booked as said
from scheduling import rebooking
from scheduling.availability import Free
from scheduling.booking import Wish
from scheduling.coaching import Change, NotFree, NotThere, What
from scheduling.diaries import next_times
from scheduling.phrases import MOST_TYPED, Meant, find_times, spoken_meant
from storage.shared.coaching.bookings import Booked
from storage.shared.coaching.places import BookingState

router = Router("coaching moving")

MOVE_HERE = Press("coaching.move_here", int, int, int)
"""Move this booking to a time of this offer: in minutes since 1970 began."""
MOVE_TO = Press("coaching.move_to", int, int)
"""Its coach moves this session, with all who are in it, to this minute."""
ANY_TIME = Press("coaching.any_time", int)


class NewTime(Form):
    """Another time in words, for the booking that it is about."""

    route = "coaching.new_time"
    title = "Another time"
    done = "Go on"
    private = False

    when = ShortText("When instead?", help="Such as: Thursday at 3; next week; Tuesday after 4.", most=MOST_TYPED)


# ---------------------------------------------------------------- asking for it


@router.intent(
    "reschedule_session",
    "Move a coaching session",
    "move my coaching session",
    "reschedule my session",
    "rearrange my coaching",
    "move my session {when}",
    "move my coaching session {when}",
    "move our session {when}",
    "move the group {when}",
    "move my group {when}",
    *said.RESCHEDULE_SESSION,
    help="“move my session to Thursday at 3”: the other is told",
    allow=EITHER,
)
async def reschedule_session(turn: Turn) -> None:
    wanted = wanted_in(turn.text, turn.now, turn.zone)
    if not wanted.to and not await _is_of_a_session(turn, wanted.of):
        wanted = Wanted(wanted.of, wanted.besides, wanted.besides)
    group = await group_led(turn, wanted.of)
    booked = group[0] if group else await session_meant(turn, at=wanted.of, press=MOVE)
    by = moved_by(turn.text, booked.slot.starts_at, turn.zone)
    meant = (Meant(by),) if by is not None else times_to(wanted.to, booked.slot.starts_at, turn.now, turn.zone)
    await _offer(turn, booked, meant)


async def _is_of_a_session(turn: Turn, words: str) -> bool:
    """Whether a time that is said here is when one of the speaker's sessions is, rather than when it is to be."""
    times = find_times(words, turn.now, turn.zone)
    return times is None or any(is_at(each, times, turn.zone) for each in await sessions_of(turn))


@router.pressed(MOVE, allow=EITHER)
async def move(turn: Turn, booking_id: int) -> None:
    await _offer(turn, await session_of(turn, booking_id))


@router.pressed(ANY_TIME, allow=EITHER, opens=True, times=True)
async def any_time(turn: Turn, booking_id: int) -> None:
    """Typed by itself, the time is known already."""
    booked = await session_of(turn, booking_id)
    if meant := times_in(turn.text, turn.now, turn.zone):
        await _offer(turn, booked, meant)
    else:
        await turn.ask(NewTime, about=str(booking_id))


@router.submitted(NewTime, allow=EITHER)
async def new_time(turn: Turn, form: NewTime) -> None:
    meant = times_in(form.when, turn.now, turn.zone)
    if not meant:
        raise Refusal("I couldn’t read a day or a time there. Try “Thursday at 3” or “next week”.", field="when")
    await _offer(turn, await session_of(turn, int(form.about)), meant)


async def _offer(turn: Turn, booked: Booked, meant: Sequence[Meant] = ()) -> None:
    """Show to when it can be moved: the next times, those when it was said, or the one that was said, to confirm."""
    if booked.booking.state == BookingState.WAITING:
        raise Refusal("You wait for a place there, so it can’t be moved. Say “book group coaching” for other groups.")
    await rebooking.can_change(coaching_of(turn), booked, turn.person.id)
    if _leads(turn, booked) and len(meant) == 1 and is_moment(meant[0]) and isinstance(meant[0].start, datetime):
        await _ask_to_move_to(turn, booked, lies_ahead(meant[0].start, turn.now, turn.zone))
        return
    found = [time for each in meant for time in await _free(turn, booked, *stretch(each, turn.now, turn.zone))]
    if len(meant) == 1 and is_moment(meant[0]) and found:
        await _ask_to_move_here(turn, booked, found[0])
        return
    said = f"You said: {'; or '.join(spoken_meant(each, turn.zone) for each in meant)}. " if meant else ""
    if said:
        said += "Free then:" if found else "Nothing is free then. The next times:"
    if not found:
        found = await _free(turn, booked, min((day_of(each, turn.zone) for each in meant), default=turn.now))
    await turn.replace(await _listed(turn, booked, found[:MOST], said))


def _leads(turn: Turn, booked: Booked) -> bool:
    return booked.slot.coach_id == turn.person.id


async def _free(turn: Turn, booked: Booked, after: datetime, until: datetime | None = None) -> list[Free]:
    """When its coach is free for the same sort of session, and its participant too, as if it were not.

    A whole group moves to the time that its coach names: there are none to choose from.
    """
    booking, slot, now = booked.booking, booked.slot, turn.now
    if slot.is_group and _leads(turn, booked):
        return []
    coaching, until = coaching_of(turn), until or max(after, now) + AHEAD
    here = booking.cohort_id, booking.person_id, [slot.coach_id], until
    times = await next_times(coaching, *here, after=after, but_for=booked, at_short_notice=_leads(turn, booked))
    fits = (
        time
        for time in times
        if (time.offer.is_group, time.offer.fixed) == (slot.is_group, False)
        and time.left
        and time.starts != slot.starts_at
    )
    return list(islice(fits, MOST))


async def _listed(turn: Turn, booked: Booked, found: Sequence[Free], said: str = "") -> Message:
    booking_id, (who, what), leads = booked.booking.id, await _whose(turn, booked), _leads(turn, booked)

    def here(time: Free) -> str:
        return MOVE_HERE(booking_id, time.offer.id, minute_of(time.starts))

    until = await rebooking.changes_until(coaching_of(turn), booked, turn.person.id)
    rule = f" You can move it here until {spoken(until, turn.zone)}." if until < booked.slot.starts_at else ""
    if found:
        free = said or f"These {'of your ' if leads else ''}times are free:"
    elif leads:
        free = f"Give me a time, and {'everybody in it moves with it' if booked.slot.is_group else f'{who} is told'}."
    else:
        free = f"{who} has no other time that is free."
    moves = "One press moves it. " if found and not (leads and is_asked(booked, turn.now)) else ""
    return Message(
        f"{what}.{rule}\n\nWhen shall it be instead? {moves}{free}",
        buttons=(
            *await buttons_of(coaching_of(turn), found, turn.zone, here, with_whom=False),
            Button("Any other time" if leads else "Another day", ANY_TIME(booking_id)),
            Button("Keep it", SESSION(booking_id)),
            *([] if found or leads else [Button("Cancel it", CANCEL(booking_id))]),
        ),
    )


async def _ask_to_move_here(turn: Turn, booked: Booked, time: Free) -> None:
    data = MOVE_HERE(booked.booking.id, time.offer.id, minute_of(time.starts))
    await _ask_whether(turn, booked, time.starts, data)


async def _ask_to_move_to(turn: Turn, booked: Booked, starts: datetime) -> None:
    """What somebody asked their coach for is no session yet: there the other time is proposed."""
    await refuse_another_session(turn, booked, starts)
    if is_asked(booked, turn.now):
        await suggest(turn, booked, [starts])
        return
    await _ask_whether(turn, booked, starts, MOVE_TO(booked.booking.id, minute_of(starts)))


async def _ask_whether(turn: Turn, booked: Booked, starts: datetime, data: str) -> None:
    who, what = await _whose(turn, booked)
    await turn.replace(
        Message(
            f"{what}. Shall I move it to **{spoken(starts, turn.zone)}**? {who} is told at once.",
            buttons=(
                Button("Yes, move it", data, "main"),
                Button("Other times", MOVE(booked.booking.id)),
                Button("Keep it", SESSION(booked.booking.id)),
            ),
        )
    )


async def _whose(turn: Turn, booked: Booked) -> tuple[str, str]:
    """Who else is in it, and what it is: "Your session with Carol, Tuesday 12 January 2027, …"."""
    names, slot = await names_of(turn.db, [booked]), booked.slot
    if slot.is_group and _leads(turn, booked):
        return "Everybody in it", f"Your group, {line(slot, turn.zone)}"
    who = named(other_of(turn, booked), names)
    sort = "group" if slot.is_group else "session"
    return who, f"Your {sort} with **{who}**, {line(slot, turn.zone)}"


# ---------------------------------------------------------------- done


@router.pressed(MOVE_HERE, allow=EITHER, changes=True)
async def move_here(turn: Turn, booking_id: int, offer_id: int, minute: int) -> None:
    booked = await session_of(turn, booking_id)
    if _leads(turn, booked) and is_asked(booked, turn.now):
        await suggest(turn, booked, [moment_at(minute)])
        return
    booking = booked.booking
    wish = Wish(booking.person_id, booking.cohort_id, offer_id, moment_at(minute), turn.zone)
    try:
        changes = await rebooking.move(coaching_of(turn), booking_id, turn.person.id, wish)
    except NotFree as refusal:
        listed = await _listed(turn, booked, await _free(turn, booked, turn.now))
        raise or_one_of_these(refusal, listed.buttons) from None
    await _moved(turn, booked, changes)


@router.pressed(MOVE_TO, allow=EITHER, changes=True)
async def move_to(turn: Turn, booking_id: int, minute: int) -> None:
    booked = await session_of(turn, booking_id)
    if not _leads(turn, booked):
        raise NotThere
    starts = moment_at(minute)
    try:
        changes = await rebooking.move_to(coaching_of(turn), booking_id, turn.person.id, starts)
    except NotFree:
        others = (Button("Other times", MOVE(booking_id)),)
        raise Refusal(f"{spoken(starts, turn.zone)} isn’t free after all, so nothing has moved.", others) from None
    await _moved(turn, booked, changes)


async def _moved(turn: Turn, booked: Booked, changes: Sequence[Change]) -> None:
    await follow(turn, changes)
    await turn.cannot_undo("That it has moved is told already. Say “move my session” to move it once more.")
    mine = (change.booked for change in changes if change.what == What.MOVED)
    now = next(each for each in mine if each.booking.id == booked.booking.id)
    who, _ = await _whose(turn, now)
    was, at = line(booked.slot, turn.zone), line(now.slot, turn.zone)
    if now.booking.held_until is not None:
        until = spoken(now.booking.held_until, turn.zone)
        words = f"Asked for: **{at}**, in place of {was}. It is held for you until {until}, for {who} to confirm."
    else:
        words = f"Moved from {was} to **{at}**. Where: {where(now.slot)}. {who} is told."
    page = Button("See the session", SESSION(now.booking.id))
    files = await changed_files(turn.db, changes, turn.person, turn.now)
    await turn.replace(Message(words, buttons=(page,), attachments=files))
