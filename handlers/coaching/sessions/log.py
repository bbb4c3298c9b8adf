"""A coach's log of hours, as accrediting bodies ask for it: names only of those who said yes."""

import re
from collections.abc import Mapping, Sequence
from itertools import groupby
from zoneinfo import ZoneInfo

from bot.chat.messages import Button, File, Message, Press
from bot.chat.router import Router
from bot.chat.turns import Turn
from handlers.coaching import presses
from handlers.coaching.finding import people_of, session_meant
from handlers.coaching.sessions.session import is_coached_by, session_of
from handlers.coaching.words import SOMEBODY, line
from handlers.roster.people_csv import written
from handlers.said import calendars as ways
from handlers.said import sessions as said
from handlers.settings.changing import change, in_logs, in_logs_otherwise
from scheduling.coaching import NotThere
from storage.shared.coaching.bookings import Booked
from storage.shared.coaching.places import BookingState
from storage.shared.people import Person, Role

router = Router("coaching log")

ALL_PAID = Press("coaching.all_paid", int)
"""Whether the coach is paid, unless they say otherwise of a session: 1 or 0."""

HEADINGS = ("Date", "Starts", "Ends", "Time zone", "Hours", "Individual or group", "People", "With", "Paid or pro bono")
_UNPAID = re.compile(r"pro bono|unpaid|free|not|n['’]t|nothing|without", re.IGNORECASE)
SAYS = {True: "paid", False: "pro bono", None: ""}


@router.intent(
    "coaching_log",
    "My log of hours",
    "my log of hours",
    "coaching log",
    "my hours for my accreditation",
    *ways.COACHING_LOG,
    help="the hours that you coached, as a file for your accrediting body",
    allow=Role.COACH,
)
async def coaching_log(turn: Turn) -> None:
    if (await turn.db.coaches.get(turn.person.id)).paid is None:
        await turn.say(
            Message(
                "Are you paid for these sessions, or are they pro bono? If one differs, say so on its page.",
                buttons=(Button("Paid", ALL_PAID(1)), Button("Pro bono", ALL_PAID(0))),
            )
        )
        return
    await _send(turn)


@router.pressed(ALL_PAID, allow=Role.COACH)
async def all_paid(turn: Turn, paid: int) -> None:
    coach = await turn.db.coaches.get(turn.person.id)
    coach.paid = bool(paid)
    await turn.db.coaches.save(coach)
    await _send(turn)


@router.intent(
    "paid_for_it",
    "Say whether I was paid",
    "it was pro bono",
    "it was paid",
    "i was paid for it",
    "that one was paid",
    "that one was pro bono",
    *said.PAID_FOR_IT,
    allow=Role.COACH,
    acts=True,
)
async def paid_for_it(turn: Turn) -> None:
    booked = await session_meant(turn, ahead=False, mine=False)
    await this_paid(turn, booked.booking.id, int(_UNPAID.search(turn.text) is None))


@router.pressed(presses.PAID, allow=Role.COACH)
async def this_paid(turn: Turn, booking_id: int, paid: int) -> None:
    booked = await session_of(turn, booking_id)
    if not is_coached_by(turn, booked):
        raise NotThere
    await turn.db.bookings.say_paid(booked.slot, bool(paid))
    at = line(booked.slot, turn.zone)
    await turn.say(f"Noted: this session, {at}, was {SAYS[bool(paid)]}. Your log of hours has it so.")


@router.intent(
    "name_in_logs",
    "My name in coaches’ logs",
    "my name in coaches' logs",
    "initials in coaches' logs",
    *said.NAME_IN_LOGS,
)
async def name_in_logs(turn: Turn) -> None:
    words = f"A coach’s log of hours, which they may show to whoever accredits them, has {in_logs(turn.person)}."
    await turn.say(Message(words, buttons=(in_logs_otherwise(turn.person),)))


@router.pressed(presses.NAMED)
async def named_in_logs(turn: Turn, yes: int) -> None:
    """For all logs of coaches, past and to come, as long as it stands so."""
    await change(turn, named_in_logs=bool(yes))
    await turn.say(
        f"A coach’s log of hours, which they may show to whoever accredits them, has {in_logs(turn.person)}. You can "
        "change that whenever you like: on the page of a session, or in your settings."
    )


async def _send(turn: Turn) -> None:
    booked = [each for each in await turn.db.bookings.all_of_coach(turn.person.id) if _took_place(each, turn)]
    if not booked:
        await turn.say("No session that you coach has taken place yet. Say “my sessions” to see what lies ahead.")
        return
    paid = (await turn.db.coaches.get(turn.person.id)).paid
    sessions = [list(together) for _, together in groupby(booked, key=lambda each: each.slot.id)]
    rows = log_rows(sessions, await people_of(turn.db, booked), turn.zone, paid=paid)
    hours = sum(_hours(session[0]) for session in sessions)
    other = Button("They are pro bono", ALL_PAID(0)) if paid else Button("They are paid", ALL_PAID(1))
    await turn.say(
        Message(
            f"{len(sessions)} {'session' if len(sessions) == 1 else 'sessions'}, {hours:g} "
            f"{'hour' if hours == 1 else 'hours'}. It has names only of those who said yes to it, and "
            "otherwise initials. Unless you said otherwise of one, they are "
            f"{SAYS[paid]}.",
            title="Your log of hours",
            buttons=(other,),
            attachments=(File(written(HEADINGS, rows), "hours.csv", "The hours that you coached", "text/csv"),),
        )
    )


def log_rows(
    sessions: Sequence[Sequence[Booked]], people: Mapping[int, Person], zone: ZoneInfo, *, paid: bool | None
) -> list[list[str]]:
    """A row for each session, with everybody who was in it."""
    rows = []
    for session in sessions:
        slot = session[0].slot
        starts, ends = slot.starts_at.astimezone(zone), slot.ends_at.astimezone(zone)
        rows.append(
            [
                f"{starts:%Y-%m-%d}",
                f"{starts:%H:%M}",
                f"{ends:%H:%M}",
                zone.key,
                f"{_hours(session[0]):g}",
                "group" if slot.is_group else "individual",
                str(len(session)),
                "; ".join(_in_log(people.get(each.booking.person_id)) for each in session),
                SAYS[slot.paid if slot.paid is not None else paid],
            ]
        )
    return rows


def _in_log(person: Person | None) -> str:
    if person is None:
        return SOMEBODY
    return person.name if person.named_in_logs else " ".join(f"{word[0].upper()}." for word in person.name.split())


def _took_place(booked: Booked, turn: Turn) -> bool:
    state = booked.booking.state
    return state == BookingState.ATTENDED or (state == BookingState.CONFIRMED and booked.slot.ends_at <= turn.now)


def _hours(booked: Booked) -> float:
    return (booked.slot.ends_at - booked.slot.starts_at).total_seconds() / 3600
