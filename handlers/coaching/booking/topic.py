"""What a session is about: a private note of the participant's, of which its coach alone gets a copy."""

from bot.chat.errors import Refusal
from bot.chat.forms import Answers, Form, LongText
from bot.chat.markdown import literal
from bot.chat.router import Router
from bot.chat.times import spoken_date
from bot.chat.turns import Turn
from handlers import recovery
from handlers.coaching.finding import sessions_of
from handlers.coaching.presses import TOPIC
from handlers.coaching.words import line
from handlers.reflections import sharing_texts
from handlers.reflections.chat import put
from handlers.reflections.sharing import share_with
from handlers.said import sessions as ways
from scheduling.coaching import NotThere
from storage.shared.coaching.bookings import Booked
from storage.shared.coaching.places import LIVE
from storage.shared.people import Person, Role

router = Router("coaching topic")

NONE_ALONE = (
    "No session of yours alone with a coach lies ahead. Say “book coaching” to see the next times, “reflect” to write "
    "a note for yourself, or “contacts” to reach your programme’s team."
)


class Topic(Form):
    """It is about the booking."""

    route = "coaching.topic_filled"
    title = "What is it about?"
    intro = "Beside yourself, only your coach can read it. You can take it back."
    done = "Let my coach read it"
    shared = True

    words = LongText("What would you like to talk about?", most=4_000)


@router.intent(
    "session_topic",
    "Say what my session is about",
    "say what it is about",
    "say what it's about",
    "say what my session is about",
    *(f"{wish} talk about {{words}}" for wish in ("i want to", "i want 2", "i would like to", "i'd like to")),
    *(f"{whose} {what} is about {{words}}" for whose in ("my", "our") for what in ("session", "coaching")),
    *ways.WHAT_IT_IS_ABOUT,
    allow=Role.PARTICIPANT,
    private=True,
    opens=True,
)
async def session_topic(turn: Turn) -> None:
    """Of the next one; that of another is on its page."""
    words = turn.slots.get("words")
    if words:
        await turn.unsay()
    alone = [each for each in await sessions_of(turn, mine=True) if not each.slot.is_group]
    ahead = [each for each in alone if each.booking.state in LIVE]
    if not ahead:
        raise Refusal(NONE_ALONE)
    booked, coach = await _with_whom(turn, ahead[0].booking.id)
    which = f"For your session with **{literal(coach.name)}**, {line(booked.slot, turn.zone)}."
    answers: Answers | None = {"words": words} if words else None
    await turn.ask(Topic, about=str(booked.booking.id), answers=answers, intro=f"{which} {Topic.intro}")


@router.pressed(TOPIC, allow=Role.PARTICIPANT, private=True, opens=True)
async def ask(turn: Turn, booking_id: int) -> None:
    await _with_whom(turn, booking_id)
    await turn.ask(Topic, about=str(booking_id))


@router.submitted(Topic, allow=Role.PARTICIPANT, changes=True)
async def said(turn: Turn, form: Topic) -> None:
    """Nothing of it, nor that there is something, goes anywhere but to the coach."""
    booked, coach = await _with_whom(turn, int(form.about))
    is_first = not turn.person.keeps_notes
    day = spoken_date(booked.slot.starts_at.astimezone(turn.zone))
    note = await put(turn, form.words, f"For our session on {day}", session=booked.booking.uid)
    await turn.say(sharing_texts.shared(await share_with(turn, note, coach), coach))
    if is_first:
        await recovery.offer(turn)


async def _with_whom(turn: Turn, booking_id: int) -> tuple[Booked, Person]:
    """A session of the speaker's alone with a coach that lies ahead, and that coach. Raises Refusal."""
    booked = await turn.db.bookings.get(booking_id)
    if booked is None or booked.booking.person_id != turn.person.id or booked.slot.is_group:
        raise NotThere
    if booked.booking.state not in LIVE or booked.slot.starts_at <= turn.now:
        raise NotThere
    coach = await turn.db.people.get(booked.slot.coach_id)
    if coach is None:
        raise NotThere
    if coach.by_hand:
        raise Refusal(f"{literal(coach.name)} uses neither app, and can’t read it here. Please tell them directly.")
    return booked, coach
