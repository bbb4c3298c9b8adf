"""What goes from sessions into calendars: a file, an address, and details for whoever keeps one's diary."""

from bot.chat.errors import Refusal
from bot.chat.forms import Form, ShortText
from bot.chat.markdown import literal
from bot.chat.messages import Button, Message, Press
from bot.chat.router import Router
from bot.chat.turns import Turn
from handlers.coaching import presses
from handlers.coaching.changing.cancelling import EITHER
from handlers.coaching.finding import session_meant
from handlers.coaching.sessions import feed
from handlers.coaching.sessions.calendar_entry import is_in_calendar, session_file, sessions_between, sessions_file
from handlers.coaching.sessions.session import session_of
from handlers.coaching.words import line, where
from handlers.said import calendars as said
from handlers.said import sessions as sessions_said
from handlers.settings.changing import change
from handlers.settings.changing import said as stands
from scheduling.diaries import A_YEAR
from storage.shared.coaching.bookings import Booked

router = Router("coaching calendar")

TITLE = Press("coaching.title")
FILE_OF_ALL = Press("coaching.file_of_all")

NOTHING_AHEAD = "Nothing that lies ahead of you goes into a calendar. Say “my sessions” to see what you have."


class CalendarTitle(Form):
    route = "coaching.calendar_title"
    title = "In your calendar"
    private = False

    words = ShortText(
        "What shall your sessions be called there?",
        help="Whoever sees your calendar may read it. “Busy” says least.",
        most=60,
    )


@router.intent(
    "my_calendar",
    "Sessions in my calendar",
    "sessions in my calendar",
    "coaching in my calendar",
    "my calendar address",
    "calendar feed",
    "put it in my calendar",
    *said.MY_CALENDAR,
    help="a file or an address, and what sessions are called there",
    allow=EITHER,
)
async def my_calendar(turn: Turn) -> None:
    words, buttons = await feed.stands(turn)
    await turn.say(
        Message(
            f"Nobody’s name is in it, and nothing of what you speak about. {words}",
            title="Sessions in your calendar",
            fields={"They are called": literal(turn.person.calendar_title)},
            buttons=(
                *buttons,
                Button("Send me a file", FILE_OF_ALL()),
                Button("Call them something else", TITLE()),
            ),
        )
    )


@router.pressed(TITLE, opens=True)
@router.intent(
    "calendar_title",
    "Call my sessions something else",
    "call them something else",
    "call my sessions something else",
    *sessions_said.CALENDAR_TITLE,
    allow=EITHER,
    opens=True,
)
async def ask_title(turn: Turn) -> None:
    await turn.ask(CalendarTitle, answers={"words": turn.person.calendar_title})


@router.submitted(CalendarTitle)
async def titled(turn: Turn, form: CalendarTitle) -> None:
    await change(turn, calendar_title=" ".join(form.words.split()))
    await turn.say(
        f"{stands(turn.person, 'calendar_title')} What you put there from a file is called so once you open a new one."
    )


# ---------------------------------------------------------------- files


@router.pressed(presses.FILE)
async def to_calendar(turn: Turn, booking_id: int) -> None:
    booked = await session_of(turn, booking_id)
    await turn.say(
        Message(
            f"For your calendar: {line(booked.slot, turn.zone)}.",
            attachments=(await session_file(turn.db, booked, turn.person, turn.now),),
        )
    )


@router.pressed(FILE_OF_ALL)
async def all_to_calendar(turn: Turn) -> None:
    booked = await sessions_between(turn.db, turn.person.id, turn.now, turn.now + A_YEAR)
    ahead = [each for each in booked if is_in_calendar(each.booking)]
    if not ahead:
        raise Refusal(NOTHING_AHEAD)
    await turn.say(
        Message(
            "Open this to put what lies ahead into your calendar. When something changes, I send you the change.",
            attachments=(sessions_file(ahead, turn.person, turn.now),),
        )
    )


# ---------------------------------------------------------------- for whoever keeps one's diary


@router.intent(
    "details_for_my_pa",
    "Details for my PA",
    "details for my pa",
    "details for my assistant",
    *said.DETAILS_FOR_MY_PA,
    allow=EITHER,
)
async def details_for_my_pa(turn: Turn) -> None:
    await _for_pa(turn, await session_meant(turn, press=presses.FOR_PA))


@router.pressed(presses.FOR_PA)
async def for_pa(turn: Turn, booking_id: int) -> None:
    await _for_pa(turn, await session_of(turn, booking_id))


async def _for_pa(turn: Turn, booked: Booked) -> None:
    """It is passed on as it stands: no name, no word of what it is for."""
    if not is_in_calendar(booked.booking) or booked.slot.ends_at <= turn.now:
        raise Refusal(NOTHING_AHEAD)
    slot = booked.slot
    fields = {"When": line(slot, turn.zone)}
    fields |= {"Where": literal(slot.place)} if slot.place else {}
    fields |= {"Join online": slot.link} if slot.link else {}
    fields |= {"Where": where(slot)} if not slot.place and not slot.link else {}
    words = "Please keep this time free in my diary."
    file = await session_file(turn.db, booked, turn.person, turn.now)
    await turn.say(Message(words, fields=fields, attachments=(file,)))
