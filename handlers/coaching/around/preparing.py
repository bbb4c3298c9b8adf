"""The question that the programme asks before a session: answered for oneself, and let the coach read by a press."""

from bot.chat.errors import Refusal
from bot.chat.forms import Form, LongText
from bot.chat.markdown import literal
from bot.chat.messages import Button, Message, Press, label_of
from bot.chat.router import Router
from bot.chat.turns import Turn
from bot.chat.view import View
from handlers.coaching.finding import session_meant
from handlers.coaching.presses import PREPARE
from handlers.coaching.words import line
from handlers.reflections import sharing_texts
from handlers.reflections.chat import keep
from handlers.reflections.sharing import share_with
from handlers.reflections.showing import find, readers_of
from handlers.said import sessions as ways
from scheduling.coaching import NotThere
from storage.shared.coaching.bookings import Booked
from storage.shared.coaching.places import LIVE, Booking
from storage.shared.people import Role

router = Router("preparing for coaching")

LET_READ = Press("coaching.let_read", int, str)
"""Let the coach of this session read this note."""


class Prepare(Form):
    """What somebody thinks before a session. It is about the booking's id; the question stands above."""

    route = "coaching.prepare"
    title = "Before your session"

    answer = LongText("What comes to mind?", help="For you alone, unless you let your coach read it.")


def to_prepare(view: View, booking: Booking) -> list[Button]:
    """The way to the question, where the programme asks one."""
    return [Button("Prepare for it", PREPARE(booking.id))] if _question(view, booking) else []


@router.intent(
    "prepare_session",
    "Prepare for my session",
    "prepare for it",
    "prepare for my session",
    "prep",
    *ways.PREPARE,
    allow=Role.PARTICIPANT,
    private=True,
    opens=True,
)
async def prepare_session(turn: Turn) -> None:
    await prepare(turn, (await session_meant(turn, mine=True, press=PREPARE)).booking.id)


@router.pressed(PREPARE, allow=Role.PARTICIPANT, private=True, opens=True)
async def prepare(turn: Turn, booking_id: int) -> None:
    booked = await _ahead(turn, booking_id)
    question = _question(turn, booked.booking)
    if not question:
        raise Refusal("Your programme asks nothing before a session. Say “reflect” to write a note for yourself.")
    await turn.ask(
        Prepare, about=str(booking_id), intro=f"> {literal(question)}\n\nIt is {line(booked.slot, turn.zone)}."
    )


@router.submitted(Prepare, allow=Role.PARTICIPANT)
async def prepared(turn: Turn, form: Prepare) -> None:
    """It is kept, whatever has become of the session meanwhile."""
    booked = await turn.db.bookings.get(int(form.about))
    if booked is None or booked.booking.person_id != turn.person.id:
        raise NotThere
    booking = booked.booking
    note_id = await keep(turn, form.answer, prompt=_question(turn, booking), session=booking.uid)
    coach = await turn.db.people.get(booked.slot.coach_id)
    if coach is not None and not coach.by_hand:
        await turn.say(
            Message(
                f"If you like, {literal(coach.name)} can read it before you meet. Otherwise it stays with you.",
                buttons=(Button(label_of(f"Let {coach.name} read it"), LET_READ(booking.id, note_id)),),
            )
        )


@router.pressed(LET_READ, allow=Role.PARTICIPANT, private=True, changes=True)
async def let_read(turn: Turn, booking_id: int, entry_id: str) -> None:
    coach = await turn.db.people.get((await _ahead(turn, booking_id)).slot.coach_id)
    note = await find(turn, entry_id)
    if coach is None:
        raise NotThere
    if coach.id in {reader.id for reader in await readers_of(turn, note.id)}:
        raise Refusal(f"{literal(coach.name)} can read it already. Say “my notes” to see it, or to take it back.")
    await turn.replace(sharing_texts.shared(await share_with(turn, note, coach), coach))


async def _ahead(turn: Turn, booking_id: int) -> Booked:
    """A session of the speaker's that has not begun. Raises NotThere."""
    booked = await turn.db.bookings.get(booking_id)
    if booked is None or booked.booking.person_id != turn.person.id:
        raise NotThere
    if booked.booking.state not in LIVE or booked.slot.starts_at <= turn.now:
        raise NotThere
    return booked


def _question(view: View, booking: Booking) -> str:
    """What the programme that it is booked in asks before a session; nothing where it asks none."""
    programmes = view.kit.programmes
    mine = (programmes[cohort.programme] for cohort in view.cohorts if cohort.id == booking.cohort_id)
    return next((programme.coaching.prepare for programme in mine), "")
