"""A coach has something else on, or is ill: all that it concerns is shown, and one press cancels it, or puts it off."""

import re
from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime, timedelta

from bot.chat.errors import Refusal
from bot.chat.messages import Button, Message, Press
from bot.chat.router import Router
from bot.chat.times import A_DAY, A_WEEK
from bot.chat.turns import Turn
from handlers.coaching.booking.stretches import times_in
from handlers.coaching.busy.chat import in_words, not_busy_after_all, spans_in
from handlers.coaching.finding import names_of
from handlers.coaching.following.telling import follow
from handlers.coaching.offering.shown import CHANGED, as_shown
from handlers.coaching.presses import minute_of, moment_at
from handlers.coaching.rules import coaching_of
from handlers.coaching.sessions.calendar_entry import changed_files
from handlers.coaching.words import line, named
from handlers.said import coaches
from scheduling import rebooking
from scheduling.coaching import Change, Coaching, NotFree, NotThere, What
from storage.shared.coaching.bookings import Booked
from storage.shared.coaching.busy import Span
from storage.shared.coaching.places import LIVE, BookingState
from storage.shared.people import Role

router = Router("coaching clearing")

CLEAR = Press("coaching.clear", int, int, int)
"""Cancel all from one minute to another, as it was shown."""
PUT_OFF = Press("coaching.put_off", int, int, int)
"""Move all that is then to the same time a week later."""
LEAVE_IT = Press("coaching.leave_it")

SUCH_AS = "Say when, such as “clear Thursday afternoon” or “clear 14 January from 2 to 5”."
MOST = timedelta(days=92)

_ALL = re.compile(
    r"\b(?:all|both|every|everything|everybody|everyone|sessions|appointments|bookings|diary|calendar|clear|free\s+up|"
    r"(?:can['’]?t|cannot|won['’]?t|not)\s+coach(?:ing)?)\b",
    re.IGNORECASE,
)


def means_all(turn: Turn) -> bool:
    """Whether everything at a time is spoken of, rather than one session."""
    return _ALL.search(turn.text) is not None and bool(times_in(turn.text, turn.now, turn.zone))


@router.intent(
    "clear_time",
    "Clear some of my coaching time",
    "clear my coaching",
    "clear my coaching day",
    "clear my coaching on {when}",
    *coaches.CLEAR_TIME,
    help="“clear Thursday afternoon”: see whom it concerns; one press cancels or moves it",
    allow=Role.COACH,
)
async def clear_time(turn: Turn) -> None:
    await ask_to_clear(turn, turn.text)


async def ask_to_clear(turn: Turn, words: str) -> None:
    """Show all that it concerns when these words say, and what one press would do."""
    if not times_in(words, turn.now, turn.zone):
        raise Refusal(f"When? {SUCH_AS}")
    spans, _ = spans_in(words, turn.now, turn.zone)
    if len(spans) > 1:
        raise Refusal(f"Those are times with others between them, and I take them one by one. {SUCH_AS}")
    [(first, last)] = spans
    first = max(first, turn.now)
    if last <= first:
        raise Refusal(f"That time has gone by. {SUCH_AS}")
    refuse_too_long((first, last))
    await turn.say(await shown(turn, (first, last)))


def refuse_too_long(span: Span) -> None:
    if span[1] - span[0] > MOST:
        raise Refusal("That is more than three months. To stop for so long, say “my offers” and pause or close them.")


async def shown(turn: Turn, span: Span, *, first: str = "") -> Message:
    """All that it concerns then, with the buttons that cancel it or put it off."""
    then, when = await rebooking.affected(coaching_of(turn), turn.person.id, *span), in_words(span, turn.zone)
    if then:
        words = (
            f"To keep {when} free concerns:\n\n{await lines(turn, then)}\n\nThey are told at once, without a reason, "
            "and shown your next times if you cancel. Nobody can book you then."
        )
        buttons = buttons_for(then, span)
    else:
        words = f"Nothing is booked with you on {when}. Shall I see to it that nobody books you then?"
        buttons = (Button("Yes, keep it free", _data(CLEAR, span, then), "main"),)
    leave = Button("Leave it as it is", LEAVE_IT())
    return Message("\n\n".join(filter(None, [first, words])), buttons=(*buttons, leave))


def _data(press: Press, span: Span, then: Sequence[Booked]) -> str:
    return press(*map(minute_of, span), as_shown(then))


def buttons_for(then: Sequence[Booked], span: Span) -> tuple[Button, ...]:
    """What cancels all of these, or moves them by a week, where that lies beyond what is cleared."""
    all_of_them = f"all {len(then)}" if len(then) > 1 else "it"
    buttons = [Button(f"Cancel {all_of_them}", _data(CLEAR, span, then), "danger")]
    if span[1] - span[0] < A_WEEK and any(each.booking.state in LIVE for each in then):
        buttons.append(Button(f"Move {all_of_them} a week on", _data(PUT_OFF, span, then)))
    return tuple(buttons)


async def lines(turn: Turn, booked: Sequence[Booked]) -> str:
    names = await names_of(turn.db, booked)
    return "\n".join(
        f"- **{named(each.booking.person_id, names)}**, {line(each.slot, turn.zone)}"
        + (", waiting for a place" if each.booking.state == BookingState.WAITING else "")
        for each in booked
    )


# ---------------------------------------------------------------- done


@router.pressed(CLEAR, allow=Role.COACH, changes=True)
async def clear(turn: Turn, first: int, last: int, seen: int) -> None:
    await _carry_out(turn, (first, last), seen, rebooking.clear)


@router.pressed(PUT_OFF, allow=Role.COACH, changes=True)
async def put_off(turn: Turn, first: int, last: int, seen: int) -> None:
    await _carry_out(turn, (first, last), seen, rebooking.put_off)


Rule = Callable[[Coaching, int, datetime, datetime], Awaitable[list[Change]]]


async def _carry_out(turn: Turn, minutes: tuple[int, int], seen: int, rule: Rule) -> None:
    """Only what was shown: if something has come since, or is gone, it is shown as it is now."""
    first, last = map(moment_at, minutes)
    if not turn.now < last or last - first > MOST + A_DAY:
        raise NotThere
    coaching, coach_id = coaching_of(turn), turn.person.id
    await turn.db.bookings.lock([coach_id])
    then = await rebooking.affected(coaching, coach_id, first, last)
    if as_shown(then) != seen:
        await turn.replace(await shown(turn, (max(first, turn.now), last), first=CHANGED))
        return
    when = in_words((first, last), turn.zone)
    if not then:
        ids = await turn.db.busy.add(coach_id, [(first, last)])
        await turn.can_undo("when you are busy", not_busy_after_all, " ".join(map(str, ids)))
        await turn.replace(f"Done: nobody can book you on {when}.")
        return
    try:
        changes = await rule(coaching, coach_id, first, last)
    except NotFree:
        cancel = Button("Cancel instead", _data(CLEAR, (first, last), then), "danger")
        raise Refusal("A week later isn’t free for all of them, so I have moved none.", (cancel,)) from None
    await follow(turn, changes)
    await turn.cannot_undo("Whom it concerns is told already. Say “my busy times” to open that time again.")
    done = [change.booked for change in changes if change.what in (What.CANCELLED, What.MOVED)]
    what = "Moved, each to" if rule is rebooking.put_off else "Cancelled:"
    words = f"{what}\n\n{await lines(turn, done)}\n\nThey are told, and nobody can book you on {when}."
    files = await changed_files(turn.db, changes, turn.person, turn.now)
    await turn.replace(Message(words, attachments=files))


@router.pressed(LEAVE_IT, allow=Role.COACH)
async def leave_it(turn: Turn) -> None:
    await turn.replace("I left everything as it is.")
