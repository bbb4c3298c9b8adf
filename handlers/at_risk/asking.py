"""Having somebody ring: one sentence, sent on a yes to that very sentence; whoever asked hears when it is seen."""

import re
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.chat import dialogue
from bot.chat.asked import LIFE, Asked, keep_asked
from bot.chat.drafts import FORGET
from bot.chat.errors import Refusal
from bot.chat.forms import Form, ShortText
from bot.chat.jobs import Wording
from bot.chat.markdown import literal
from bot.chat.messages import Button, Message, Press, label_of
from bot.chat.router import Router
from bot.chat.turns import Turn
from handlers.at_risk import texts, whom
from storage.shared.people import Person
from storage.shared.ringing import OPENED_WITHIN

router = Router("asking to ring")

ASK = Press("contacts.ask", int)
SEND = Press("contacts.send", int, int, str)
"""To this person, as asked at this minute after 1970 began, with a number to ring, kept as this entry, or none."""
ADD_NUMBER = Press("contacts.number", int, int)
LEAVE_IT = Press("contacts.leave")
SEEN = Press("contacts.seen", int, str)
"""This was seen; the number to ring was posted as this, or there is none."""

NOT_OPENED = "contacts.not_opened"

_NUMBER = re.compile(r"\+?\d{7,15}")
_BETWEEN = re.compile(r"[\s().-]")


def _a_number(typed: str) -> None:
    if not _NUMBER.fullmatch(_BETWEEN.sub("", typed)):
        raise Refusal("Please type a telephone number, such as 07700 900123.")


class YourNumber(Form):
    """The number to be rung on, for who wants to give one."""

    route = "contacts.number"
    title = "Your number"
    done = "Go on"
    number = ShortText(
        "Which number shall they ring?",
        help="They alone are shown it, once they say that they have seen your wish. I keep it for a day.",
        check=_a_number,
    )


def buttons_for(people: Iterable[Person]) -> tuple[Button, ...]:
    """A button to ask each of them."""
    return tuple(
        Button(label_of(f"Ask {person.name} to ring me"), ASK(person.id), "main", numbered=False) for person in people
    )


@router.pressed(ASK, meanwhile=True)
async def ask(turn: Turn, person_id: int) -> None:
    await _show_first(turn, person_id, _this_minute(turn.now))


@router.pressed(ADD_NUMBER, meanwhile=True, opens=True)
async def add_number(turn: Turn, person_id: int, minute: int) -> None:
    await turn.ask(YourNumber, about=f"{person_id} {minute}")


@router.submitted(YourNumber)
async def with_number(turn: Turn, form: YourNumber) -> None:
    person_id, minute = map(int, form.about.split())
    await _show_first(turn, person_id, minute, await keep_asked(turn, _BETWEEN.sub("", form.number)))


@router.pressed(LEAVE_IT, meanwhile=True)
async def leave_it(turn: Turn) -> None:
    await turn.replace(texts.NOT_SENT)
    await _ask_on(turn)


async def _show_first(turn: Turn, person_id: int, minute: int, number: Asked | None = None) -> None:
    """The very words that would be sent, to be said yes to."""
    asked = await _to_be_asked(turn, person_id)
    if asked is None or await _is_asked_already(turn, asked):
        return
    words = texts.would_like_you_to_ring(turn.person, asked, _moment(minute), with_number=number is not None)
    # A number is kept where private words are: whoever has no such place, or has not agreed to it, gives none.
    may_add = number is None and turn.opened is not None and turn.to_agree is None
    add = Button("Add my number", ADD_NUMBER(asked.id, minute), numbered=False)
    await turn.say(
        Message(
            texts.shall_i(asked, words, number.words if number else "", may_add=may_add),
            buttons=(
                Button("Yes, send it", SEND(asked.id, minute, number.id if number else ""), "main", numbered=False),
                *((add,) if may_add else ()),
                Button("No, don’t send it", LEAVE_IT(), numbered=False),
            ),
        )
    )


@router.pressed(SEND, meanwhile=True, changes=True)
async def send(turn: Turn, person_id: int, minute: int, number_id: str) -> None:
    asked = await _to_be_asked(turn, person_id)
    if asked is None or await _is_asked_already(turn, asked):
        return
    at = _moment(minute)
    number = await turn.opened.get(Asked, number_id) if number_id and turn.opened is not None else None
    if not timedelta() <= turn.now - at < OPENED_WITHIN or bool(number_id) != (number is not None):
        await _show_first(turn, person_id, _this_minute(turn.now))  # those words are of another time
        return
    ring = await turn.db.rings.ask(turn.person.id, asked.id, at)
    words = texts.would_like_you_to_ring(turn.person, asked, at, with_number=number is not None)
    button = Button("I have seen this", SEEN(ring.id, await _pass_on(turn, asked, number)), "main")
    await turn.tell(asked, Message(f"{literal(words)}.", buttons=(button,)), urgent=True, again=True)
    await turn.later(NOT_OPENED, at=turn.now + OPENED_WITHIN, key=_key(ring.id), ring=ring.id)
    cohorts = await whom.cohorts_of(turn.db, turn.person)
    lines = whom.helplines(turn.kit, whom.programmes_of(turn.kit, cohorts))
    await turn.replace(texts.sent(asked, words, lines))
    await _ask_on(turn)


async def _pass_on(turn: Turn, asked: Person, number: Asked | None) -> str:
    """Put the number where they alone can read it, for a day; gives under what, and nothing where there is none."""
    if number is None:
        return ""
    post = await turn.post(asked, Asked(made_at=turn.now, words=number.words))
    await turn.later(FORGET, person=asked, at=turn.now + LIFE, entry=post)
    await turn.vault.delete(number.id)
    return post


async def _ask_on(turn: Turn) -> None:
    """A form that was being asked is asked on."""
    if turn.account.dialogue:
        await dialogue.ask_once_more(turn)


async def _to_be_asked(turn: Turn, person_id: int) -> Person | None:
    """This person, if the speaker may ask them and they can be reached; where not, the numbers are said instead."""
    cohorts = await whom.cohorts_of(turn.db, turn.person)
    people = {person.id: person for person in await whom.can_be_asked(turn.db, turn.kit, cohorts, turn.person)}
    if person_id not in people:
        programmes = whom.programmes_of(turn.kit, cohorts)
        words = texts.out_of_reach(whom.helplines(turn.kit, programmes), whom.contacts(programmes))
        await turn.say(Message(words, buttons=buttons_for(people.values())))
    return people.get(person_id)


async def _is_asked_already(turn: Turn, asked: Person) -> bool:
    """Whether it was asked within the hour: then it is said how that stands, and nothing is sent twice."""
    ring = await turn.db.rings.last(turn.person.id, asked.id, turn.now)
    if ring is not None:
        await turn.say(texts.asked_already(asked, ring.asked_at, ring.opened_at, turn.zone))
    return ring is not None


# ---------------------------------------------------------------- seen, or not


@router.pressed(SEEN)
async def seen(turn: Turn, ring_id: int, post: str) -> None:
    """Whoever was asked says so. Somebody else's reads like one that is not there."""
    ring = await turn.db.rings.get(ring_id)
    asking = await turn.db.people.get(ring.person_id) if ring is not None else None
    if ring is None or asking is None or ring.asked_id != turn.person.id:
        raise Refusal(texts.NO_MORE)
    if ring.opened_at is None:
        ring.opened_at = turn.now
        await turn.db.rings.save(ring)
        await turn.db.deliveries.cancel(_key(ring.id), turn.now)
        await turn.tell(asking, texts.seen_by(turn.person, turn.now, ZoneInfo(asking.zone)), urgent=True, again=True)
    number = await turn.opened.posted(Asked, post) if post and turn.opened is not None else None
    await turn.say(texts.thank_you(asking, number.words if number else "", with_number=bool(post)))


@router.worded(NOT_OPENED)
async def not_opened(wording: Wording) -> Message | None:
    """An hour later, where it was not opened: whoever asked is told, with the numbers once more."""
    ring = await wording.db.rings.get(int(wording.arguments["ring"]))
    asked = await wording.db.people.get(ring.asked_id) if ring is not None else None
    if ring is None or asked is None or ring.opened_at is not None:
        return None
    cohorts = await whom.cohorts_of(wording.db, wording.person)
    programmes = whom.programmes_of(wording.kit, cohorts)
    people = await whom.can_be_asked(wording.db, wording.kit, cohorts, wording.person)
    words = texts.not_opened(
        asked,
        ring.asked_at,
        ZoneInfo(wording.person.zone),
        whom.helplines(wording.kit, programmes),
        whom.contacts(programmes),
    )
    return Message(words, buttons=buttons_for(person for person in people if person.id != asked.id))


def _key(ring_id: int) -> str:
    return f"{NOT_OPENED} {ring_id}"


def _this_minute(now: datetime) -> int:
    return int(now.timestamp()) // 60


def _moment(minute: int) -> datetime:
    return datetime.fromtimestamp(minute * 60, UTC)
