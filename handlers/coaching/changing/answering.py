"""A coach answers what was asked of them: yes, no, or at other times; by a button, or in a sentence."""

import re
from collections.abc import Sequence
from datetime import datetime
from enum import Enum

from bot.chat.errors import Refusal
from bot.chat.forms import Form, ShortText
from bot.chat.markdown import literal
from bot.chat.messages import MOST_BUTTONS, Button, Message, Press
from bot.chat.router import Router
from bot.chat.times import spoken
from bot.chat.turns import Turn
from handlers.coaching.changing.other_times import SUCH_AS, other_times
from handlers.coaching.changing.requests import CONFIRM_ALL, asked_of, is_asked, label, page, waiting_for
from handlers.coaching.finding import is_at, names_of, others_in, who_is_meant
from handlers.coaching.following.telling import follow
from handlers.coaching.following.ways_on import to_answer
from handlers.coaching.offering.shown import CHANGED, as_shown
from handlers.coaching.presses import CONFIRM, DECLINE, FILE, PROPOSE, SESSION, minute_of, moment_at
from handlers.coaching.rules import coaching_of
from handlers.coaching.sessions.calendar_entry import changed_files
from handlers.coaching.words import line, named, where
from handlers.said import coaches
from scheduling import booking
from scheduling.booking import MOST_PROPOSED
from scheduling.coaching import Change, NotThere, What
from scheduling.phrases import MOST_TYPED, find_times
from storage.shared.coaching.bookings import Booked
from storage.shared.people import Role

router = Router("coaching answering")

DECLINE_IT = Press("coaching.decline_it", int)
OTHERS = Press("coaching.others", int)
"""Decline a request, and say which other times would do."""
INSTEAD = Press("coaching.instead", int, int, int, int, int)
"""Suggest up to three times in place of what was asked for, which is kept until then where the first number is 1."""

NO_REQUESTS = "No request waits for you. Say “my sessions” to see what is booked with you."
WITH_THE_GROUP = (
    "That is a place in a group, which is when it is. You can confirm or decline it; or say “move my group” to move "
    "everybody."
)
STANDS = "To change it later, say “move my session” or “cancel my session”."


class OtherTimes(Form):
    """Other times for a request; it is about the booking, and whether that is kept meanwhile."""

    route = "coaching.other_times"
    title = "Other times"
    done = "Go on"
    private = False

    times = ShortText("Which other times would suit you?", help=SUCH_AS, most=MOST_TYPED)


# ---------------------------------------------------------------- in a sentence


class Answer(Enum):
    """What a coach wants to say to a request."""

    LOOK = "look"
    CONFIRM = "confirm"
    DECLINE = "decline"
    PROPOSE = "propose"


_NO = re.compile(
    r"\b(?:declin\w+|reject\w*|refus\w+|no\s+to|turn\w*\s+(?:\S+\s+){0,3}down|can['’]?t|cannot|can\s+not|"
    r"unable|won['’]?t)\b",
    re.IGNORECASE,
)
_OTHERWISE = re.compile(r"\b(?:propos\w+|suggest\w*|instead|how\s+about|what\s+about|rather)\b", re.IGNORECASE)
_LOOK = re.compile(
    r"\b(?:which|what|who|any|anybody|anyone|see|show|list|respond|reply|answer|waiting|all|both|every|everybody|"
    r"everyone|lot|them)\b",
    re.IGNORECASE,
)


def answer_in(text: str) -> Answer:
    """What is said to a request; all that is asked about, or meant together, is looked at first."""
    if _NO.search(text):
        return Answer.DECLINE
    if _OTHERWISE.search(text):
        return Answer.PROPOSE
    return Answer.LOOK if _LOOK.search(text) else Answer.CONFIRM


@router.intent(
    "confirm_session",
    "Confirm a coaching session",
    "confirm the session",
    "confirm the booking",
    "requests",
    "decline",
    "confirm all",
    "propose {times}",
    "decline {request}",
    "(accept|approve|agree to) (a|the|this) (coaching request|request for coaching)",
    *coaches.CONFIRM_SESSION,
    help="“confirm Ada”, “confirm all”, “decline Ada, but Thursday at 3 works”",
    allow=Role.COACH,
)
async def confirm_session(turn: Turn) -> None:
    """What is said is shown first, with the buttons that do it."""
    answer = answer_in(turn.text)
    denies = answer in (Answer.DECLINE, Answer.PROPOSE)
    requests = await asked_of(turn.db, turn.person.id, turn.now) if denies else await _all_requests(turn)
    if not requests:
        raise Refusal(NO_REQUESTS)
    meant, somebody_else = await _meant(turn, requests)
    if somebody_else:
        await _ask_whose(turn, requests, SESSION, f"I find no request from {literal(somebody_else)}. These wait:")
    elif answer == Answer.CONFIRM and len(meant) == 1 and _is_shown(turn, meant[0]):
        await confirm(turn, meant[0].booking.id)
    elif answer in (Answer.LOOK, Answer.CONFIRM):
        await turn.say(await _page(turn, meant, everything=len(meant) == len(requests)))
    elif len(meant) > 1:
        press = DECLINE if answer == Answer.DECLINE else PROPOSE
        await _ask_whose(turn, meant, press, "Whose request do you mean?")
    elif _says_other_times(turn, meant[0]):
        times = await other_times(turn, meant[0], turn.text)
        await suggest(turn, meant[0], times, keep=answer == Answer.PROPOSE)
    elif answer == Answer.DECLINE:
        await _ask_to_decline(turn, meant[0])
    else:
        await _ask_for_times(turn, meant[0], keep=True)


async def _ask_whose(turn: Turn, requests: Sequence[Booked], press: Press, words: str) -> None:
    names = await names_of(turn.db, requests)
    shown = requests[:MOST_BUTTONS]
    buttons = tuple(Button(label(each, names, turn.zone), press(each.booking.id)) for each in shown)
    await turn.say(Message(words, buttons=buttons))


def _is_shown(turn: Turn, request: Booked) -> bool:
    """Whether it was shown last of all, so that this is the word to it."""
    return any(data == CONFIRM(request.booking.id) for _, _, data in turn.account.offered)


async def _all_requests(turn: Turn) -> list[Booked]:
    requests = await waiting_for(turn.db, turn.person.id, turn.now)
    if not requests:
        raise Refusal(NO_REQUESTS)
    return requests


async def _page(turn: Turn, requests: Sequence[Booked], *, first: str = "", everything: bool = True) -> Message:
    names = await names_of(turn.db, requests)
    return page(requests, names, turn.zone, turn.person.id, first=first, everything=everything)


async def _meant(turn: Turn, requests: Sequence[Booked]) -> tuple[Sequence[Booked], str]:
    """Those that were named, and of these those at a time that was said; all, where nobody was named. Or who was named
    whose request there is none."""
    people = others_in(turn, requests, await names_of(turn.db, requests))
    meant, somebody_else = await who_is_meant(turn, people)
    by_name = [each for each in requests if not meant or each.booking.person_id in meant]
    times = find_times(turn.text, turn.now, turn.zone)
    at = [each for each in by_name if times is not None and is_at(each, times, turn.zone)]
    return at or by_name, somebody_else or ("" if meant else _unknown(turn))


def _unknown(turn: Turn) -> str:
    """The first word of what is said to be declined, where that is a name."""
    named = turn.slots.get("request", "").partition(" ")[0]
    return named if named[:1].isupper() and find_times(named, turn.now, turn.zone) is None else ""


def _says_other_times(turn: Turn, request: Booked) -> bool:
    """Whether a time is said that is not the one that was asked for."""
    times = find_times(turn.text, turn.now, turn.zone)
    return times is not None and not is_at(request, times, turn.zone)


# ---------------------------------------------------------------- yes


@router.pressed(CONFIRM, allow=Role.COACH, changes=True)
async def confirm(turn: Turn, booking_id: int) -> None:
    changes = await booking.confirm(coaching_of(turn), booking_id, turn.person.id)
    if not changes:
        raise Refusal(f"That is confirmed already. {STANDS}")
    await _confirmed(turn, changes)


@router.pressed(CONFIRM_ALL, allow=Role.COACH, changes=True)
async def confirm_all(turn: Turn, shown: int) -> None:
    """Only what was shown: if another has come, or one is gone, all are shown as they are now."""
    requests = await _all_requests(turn)
    if as_shown(requests) != shown:
        await turn.replace(await _page(turn, requests, first=CHANGED))
        return
    changes: list[Change] = []
    for request in requests:
        changes += await booking.confirm(coaching_of(turn), request.booking.id, turn.person.id)
    await _confirmed(turn, changes)


async def _confirmed(turn: Turn, changes: Sequence[Change]) -> None:
    await follow(turn, changes)
    await turn.cannot_undo(f"What you confirmed is told already. {STANDS}")
    bookings = [change.booked for change in changes]
    names = await names_of(turn.db, bookings)
    said = [
        f"**{named(each.booking.person_id, names)}**, {line(each.slot, turn.zone)}. Where: {where(each.slot)}."
        for each in bookings
    ]
    if len(bookings) == 1:
        to_keep = (Button("Put it in my calendar", FILE(bookings[0].booking.id)),)
        await turn.replace(Message(f"Confirmed, and passed on: {said[0]}", buttons=to_keep))
    else:
        lines = "\n".join(f"- {words}" for words in said)
        await turn.replace(f"All {len(bookings)} are confirmed, and each of them is told.\n\n{lines}")


# ---------------------------------------------------------------- no


@router.pressed(DECLINE, allow=Role.COACH)
async def decline(turn: Turn, booking_id: int) -> None:
    await _ask_to_decline(turn, await _request(turn, booking_id))


async def _ask_to_decline(turn: Turn, request: Booked) -> None:
    who = await _who(turn, request)
    booking_id = request.booking.id
    others = (Button("Decline, and suggest times", OTHERS(booking_id)),) if not request.slot.is_group else ()
    await turn.replace(
        Message(
            f"Shall I tell **{who}** that you can’t make {line(request.slot, turn.zone)}? I give no reason, and the "
            "time is free again.",
            buttons=(
                Button("Decline", DECLINE_IT(booking_id), "main"),
                *others,
                Button("Leave it for now", SESSION(booking_id)),
            ),
        )
    )


@router.pressed(DECLINE_IT, allow=Role.COACH, changes=True)
async def decline_it(turn: Turn, booking_id: int) -> None:
    await _answer_otherwise(turn, booking_id, [], keep=False)


# ---------------------------------------------------------------- at other times


@router.pressed(OTHERS, allow=Role.COACH, opens=True)
async def others(turn: Turn, booking_id: int) -> None:
    await _ask_for_times(turn, await _request(turn, booking_id), keep=False)


@router.pressed(PROPOSE, allow=Role.COACH, opens=True)
async def propose(turn: Turn, booking_id: int) -> None:
    await _ask_for_times(turn, await _request(turn, booking_id), keep=True)


async def _ask_for_times(turn: Turn, request: Booked, *, keep: bool) -> None:
    if request.slot.is_group:
        raise Refusal(WITH_THE_GROUP, to_answer(request))
    await turn.ask(OtherTimes, about=f"{int(keep)} {request.booking.id}")


@router.submitted(OtherTimes, allow=Role.COACH)
async def times_given(turn: Turn, form: OtherTimes) -> None:
    keep, booking_id = map(int, form.about.split())
    request = await _request(turn, booking_id)
    await suggest(turn, request, await other_times(turn, request, form.times), keep=bool(keep))


async def suggest(turn: Turn, request: Booked, times: Sequence[datetime], *, keep: bool = True) -> None:
    """Show the other times that were understood, and what becomes of the one that was asked for."""
    if request.slot.is_group:
        raise Refusal(WITH_THE_GROUP, to_answer(request))
    who, asked = await _who(turn, request), line(request.slot, turn.zone)
    minutes = [minute_of(at) for at in times] + [0] * (MOST_PROPOSED - len(times))
    meanwhile = f"{asked} is kept until then." if keep else f"{asked} is free again."
    lines = "\n".join(f"- {spoken(at, turn.zone)}" for at in times)
    await turn.say(
        Message(
            f"Shall I suggest this to **{who}** instead?\n\n{lines}\n\nWhat {who} takes is confirmed with that. "
            f"{meanwhile}",
            buttons=(
                Button("Yes, suggest it", INSTEAD(int(keep), request.booking.id, *minutes), "main"),
                Button("Other times", (PROPOSE if keep else OTHERS)(request.booking.id)),
                Button("Leave it for now", SESSION(request.booking.id)),
            ),
        )
    )


@router.pressed(INSTEAD, allow=Role.COACH, changes=True)
async def instead(turn: Turn, keep: int, booking_id: int, *minutes: int) -> None:
    times = [moment_at(minute) for minute in minutes if minute]
    if not times or min(times) <= turn.now:
        raise NotThere
    await _answer_otherwise(turn, booking_id, times, keep=bool(keep))


async def _answer_otherwise(turn: Turn, booking_id: int, times: Sequence[datetime], *, keep: bool) -> None:
    rule = booking.propose if keep else booking.decline
    changes = await rule(coaching_of(turn), booking_id, turn.person.id, times)
    await follow(turn, changes)
    mine = next(change.booked for change in changes if change.what in (What.PROPOSED, What.DECLINED))
    who, asked = await _who(turn, mine), line(mine.slot, turn.zone)
    await turn.cannot_undo("What you answered is told already.")
    lines = "\n".join(f"- {spoken(at, turn.zone)}" for at in times)
    if keep and mine.booking.held_until:
        until = spoken(mine.booking.held_until, turn.zone)
        said = f"**{who}** can choose one of these, in place of {asked}, which is kept until {until}:\n\n{lines}"
    elif times:
        said = f"Declined: {asked}. **{who}** is told, and can choose one of these:\n\n{lines}"
    else:
        said = f"Declined: {asked}. **{who}** is told, without a reason."
    await turn.replace(Message(said, attachments=await changed_files(turn.db, changes, turn.person, turn.now)))


async def _request(turn: Turn, booking_id: int) -> Booked:
    """What somebody asked the speaker for, with this id, and is not settled. Raises NotThere."""
    booked = await turn.db.bookings.get(booking_id)
    if booked is None or booked.slot.coach_id != turn.person.id or not is_asked(booked, turn.now):
        raise NotThere
    return booked


async def _who(turn: Turn, booked: Booked) -> str:
    return named(booked.booking.person_id, await names_of(turn.db, [booked]))
