"""A private note on a session: in its author's own vault, among their other notes."""

from bot.chat.forms import Form, LongText
from bot.chat.messages import Button, Press
from bot.chat.router import Router
from bot.chat.times import spoken_date
from bot.chat.turns import Turn
from handlers.coaching import presses
from handlers.coaching.changing.cancelling import EITHER
from handlers.coaching.finding import names_of, other_of, session_meant
from handlers.coaching.sessions.calendar_entry import known_by
from handlers.coaching.sessions.session import session_of
from handlers.reflections.chat import keep
from handlers.reflections.entries import shortened
from handlers.reflections.showing import newest_first
from handlers.reflections.texts import on_a_session
from handlers.said import calendars as said
from storage.shared.coaching.bookings import Booked

router = Router("coaching notes")

WRITE = Press("coaching.note", int)


class SessionNote(Form):
    """It is about the booking's id."""

    route = "coaching.note_written"
    title = "A note on this session"

    text = LongText("What would you like to keep of it?")


@router.intent(
    "session_note",
    "Notes on a session",
    "notes on a session",
    "my notes on it",
    "note on my session with {person}",
    "my notes on the session with {person}",
    *said.SESSION_NOTE,
    allow=EITHER,
    private=True,
    opens=True,
)
async def session_note(turn: Turn) -> None:
    await _notes(turn, await session_meant(turn, ahead=False, press=presses.NOTES))


@router.pressed(presses.NOTES, private=True, opens=True)
async def notes(turn: Turn, booking_id: int) -> None:
    await _notes(turn, await session_of(turn, booking_id))


async def _notes(turn: Turn, booked: Booked) -> None:
    session = known_by(booked, turn.person.id).uid
    found = [note for note in await newest_first(turn) if note.session == session]
    if found:
        another = Button("Write another", WRITE(booked.booking.id))
        await turn.say(on_a_session(found, another, turn.zone))
    else:
        await turn.ask(SessionNote, about=str(booked.booking.id))


@router.pressed(WRITE, private=True, opens=True)
async def write(turn: Turn, booking_id: int) -> None:
    booked = await session_of(turn, booking_id)
    await turn.ask(SessionNote, about=str(booked.booking.id))


@router.submitted(SessionNote)
async def written(turn: Turn, form: SessionNote) -> None:
    booked = await session_of(turn, int(form.about))
    await keep(turn, form.text, await _title(turn, booked), session=known_by(booked, turn.person.id).uid)


async def _title(turn: Turn, booked: Booked) -> str:
    """What the note is known by among others: with whom, and on which day."""
    day = spoken_date(booked.slot.starts_at.astimezone(turn.zone))
    name = "" if booked.slot.is_group else (await names_of(turn.db, [booked])).get(other_of(turn, booked), "")
    return f"{shortened(name, 25) or ('Group' if booked.slot.is_group else 'Session')}, {day}"
