"""What is asked when somebody sets a reminder of their own."""

from datetime import datetime
from zoneinfo import ZoneInfo

from bot.chat.errors import Refusal
from bot.chat.forms import Choice, Form, Json, LongText, Opening, ShortText
from bot.chat.times import spoken_date
from scheduling.phrases import MOST_TYPED, Repeating, read_when

GONE_BY = "That time has gone by. Please give one that lies ahead, such as “tomorrow at 9”."
UNREAD = "I couldn’t read when that is. Try “Monday at 9” or “every Friday at 16:00”."
MOST_WORDS = 1_000
ENDED = "That comes no more: its last time has gone by. Please give a time that lies ahead."


def ahead(when: datetime | Repeating | None, now: datetime) -> datetime | Repeating:
    """What was read, if it was and lies ahead. Raises Refusal."""
    if when is None:
        raise Refusal(UNREAD)
    first_of(when, now)
    return when


def first_of(when: datetime | Repeating, now: datetime) -> datetime:
    """When it comes first. Raises Refusal where that lies behind."""
    if isinstance(when, datetime):
        if when <= now:
            raise Refusal(GONE_BY)
        return when
    first = when.after(now)
    if first is None:
        raise Refusal(ENDED)
    return first


def in_words(when: datetime | Repeating, zone: ZoneInfo) -> str:
    """A time as it can be typed, and is read as the same."""
    if isinstance(when, Repeating):
        return str(when)
    local = when.astimezone(zone)
    return f"{spoken_date(local)} {local:%H:%M}"


class TimeText(ShortText):
    """A moment, or what comes again. What was typed is kept as it was understood."""

    def _accept(self, raw: Json, opening: Opening) -> Json:
        typed = str(super()._accept(raw, opening))
        return in_words(ahead(read_when(typed, opening.now, opening.zone), opening.now), opening.zone)


class Remind(Form):
    """It is about the reminder that is changed, if one is."""

    route = "own.remind"
    title = "Remind me"
    intro = "What you write is kept for you alone."
    done = "Remind me"

    words = LongText("What shall I remind you of?", most=MOST_WORDS)
    when = TimeText(
        "When?", help="Such as: Monday at 9; in two hours; every Friday at 16:00 until June.", most=MOST_TYPED
    )
    notice = Choice(
        "What shall the notice say?",
        {"time": "Only that it is time", "words": "The words, this time", "always": "The words, always"},
        help="In a notice the words stand in our conversation, as an ordinary message.",
    )
