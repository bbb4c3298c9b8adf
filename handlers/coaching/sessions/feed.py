"""The private address at which somebody's calendar looks for their sessions: made, made anew, and ended."""

from datetime import datetime, timedelta
from secrets import token_hex

from bot.chat.errors import Refusal
from bot.chat.messages import Button, Message, Press
from bot.chat.router import Router, Secrets
from bot.chat.times import spoken_date
from bot.chat.turns import Turn
from handlers.calendar_files import CalendarEntry
from handlers.coaching.sessions.calendar_entry import entries, sessions_between
from scheduling.diaries import A_YEAR
from storage.shared.unit import SharedUnit

router = Router("coaching feed")

OPEN = Press("coaching.open_feed")
CLOSE = Press("coaching.close_feed")

PATH = "/calendar/"
"""Where addresses are, before their secret."""
PURPOSE = "calendar feed"
BYTES = 32

BEFORE = timedelta(days=90)
"""So far back a calendar knows what has been."""

NO_ADDRESS = "Here I can’t give you an address for it, but a file: with each change of a session you get a new one."


async def stands(turn: Turn) -> tuple[str, list[Button]]:
    """Whether somebody has an address, and what they can do about it."""
    if turn.kit.public_url is None:
        return NO_ADDRESS, []
    known = await turn.db.calendar_feeds.of(turn.person.id)
    if known is None:
        words = "An address of your own, given to your calendar once, keeps it up to date by itself."
        return words, [Button("Give me an address", OPEN(), "main")]
    since = spoken_date(known.made_at.astimezone(turn.zone))
    words = f"Your calendar can look at the address that I gave you on {since}. I can’t show it again: I don’t keep it."
    return words, [Button("Give me a new address", OPEN()), Button("End the address", CLOSE())]


@router.pressed(OPEN, opens=True, changes=True)
async def give(turn: Turn) -> None:
    if turn.kit.public_url is None:
        raise Refusal(NO_ADDRESS)
    replaces = await turn.db.calendar_feeds.of(turn.person.id) is not None
    secret = token_hex(BYTES)
    await turn.db.calendar_feeds.open(turn.person.id, turn.kit.secrets.digest(PURPOSE, secret), turn.now)
    before = " The address that you had before leads nowhere now." if replaces else ""
    await turn.say(
        Message(
            f"{turn.kit.public_url}{PATH}{secret}.ics\n\n"
            "In your calendar choose “Add calendar”, then “From the web” or “Subscribe”, and paste it there. Whoever "
            f"has this address sees when and where you meet, so keep it to yourself.{before} I don’t keep it: “sessions"
            " in my calendar” gives you a new one, or ends it.",
            title="Your calendar’s address",
            private=True,
        )
    )


@router.pressed(CLOSE, changes=True)
async def end(turn: Turn) -> None:
    if not await turn.db.calendar_feeds.close(turn.person.id):
        raise Refusal("You have no such address. Say “sessions in my calendar” to get one.")
    await turn.cannot_undo("The address has ended for good. “sessions in my calendar” gives you a new one.")
    await turn.replace(
        "Ended: the address leads nowhere now. Your calendar may keep what it has read until you remove it."
    )


async def entries_at(db: SharedUnit, secrets: Secrets, secret: str, now: datetime) -> list[CalendarEntry] | None:
    """What is in the calendar of whoever has this address; None where nobody has."""
    person_id = await db.calendar_feeds.whose(secrets.digest(PURPOSE, secret))
    person = await db.people.get(person_id) if person_id is not None else None
    if person is None:
        return None
    return entries(await sessions_between(db, person.id, now - BEFORE, now + A_YEAR), person)
