"""A coach says where a session takes place, once it is agreed, or when it has changed: everybody in it is told."""

from bot.chat.forms import Answers, Form, ShortText
from bot.chat.router import Router
from bot.chat.turns import Turn
from handlers.coaching import presses
from handlers.coaching.finding import session_meant
from handlers.coaching.following.telling import follow
from handlers.coaching.rules import coaching_of
from handlers.coaching.sessions.session import is_coached_by, session_of
from handlers.coaching.words import line, where
from handlers.said import sessions as ways
from handlers.timetable.forms import an_address
from scheduling.coaching import NotThere
from scheduling.meeting_place import meet_at
from scheduling.rebooking import can_change
from storage.shared.coaching.bookings import Booked
from storage.shared.people import Role

router = Router("where a session is")

AS_IT_WAS = "That is where it is already, so nobody is told."
TOLD = "Whoever comes is told."
TOLD_LATER = "Whoever comes hears of it once you confirm."


class WhereForm(Form):
    """It is about the booking's id."""

    route = "coaching.where_form"
    title = "Where you meet"
    intro = "Whoever comes is told."
    done = "Tell them"
    private = False

    place = ShortText("At which place?", help="Leave it empty where you meet online.", required=False)
    link = ShortText("At which link?", help="Leave it empty as well where that is to be agreed.", required=False,
                     check=an_address)  # fmt: skip


async def _of_coach(turn: Turn, booking_id: int) -> Booked:
    """A session that the speaker coaches, and that lies ahead. Raises NotThere."""
    booked = await session_of(turn, booking_id)
    if not is_coached_by(turn, booked):
        raise NotThere
    await can_change(coaching_of(turn), booked, turn.person.id)
    return booked


@router.intent(
    "where_we_meet",
    "Say where we meet",
    "say where",
    "say where we meet",
    *ways.WHERE_WE_MEET,
    allow=Role.COACH,
    opens=True,
)
async def where_we_meet(turn: Turn) -> None:
    await ask(turn, (await session_meant(turn, mine=False, press=presses.WHERE)).booking.id)


@router.pressed(presses.WHERE, allow=Role.COACH, opens=True)
async def ask(turn: Turn, booking_id: int) -> None:
    slot = (await _of_coach(turn, booking_id)).slot
    known: Answers = {"place": slot.place or None, "link": slot.link or None}
    await turn.ask(WhereForm, about=str(booking_id), answers=known if any(known.values()) else None)


@router.submitted(WhereForm, allow=Role.COACH, changes=True)
async def said(turn: Turn, form: WhereForm) -> None:
    booked = await _of_coach(turn, int(form.about))
    if (booked.slot.place, booked.slot.link) == (form.place, form.link):
        await turn.say(AS_IT_WAS)
        return
    changes = await meet_at(coaching_of(turn), booked.booking.id, turn.person.id, form.place, form.link)
    await follow(turn, changes)
    slot = (await _of_coach(turn, booked.booking.id)).slot
    await turn.say(f"{line(slot, turn.zone)}: {where(slot)}. {TOLD if changes else TOLD_LATER}")
