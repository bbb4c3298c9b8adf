"""What is asked when somebody sets a reminder of their own."""

from datetime import datetime
from zoneinfo import ZoneInfo

from bot.chat.errors import Refusal
from bot.chat.forms import Choice, Form, Json, LongText, Opening, ShortText
from bot.chat.times import as_typed, lies_ahead, spoken
from scheduling.phrases import MOST_TYPED, Repeating, read_when
from scheduling.phrases.zones import place

UNREAD = "I couldn’t read when that is. Try “Monday at 9” or “every Friday at 16:00”."
MOST_WORDS = 1_000
MOMENT = "%A %d %B %Y %H:%M"
"""How a moment is kept, as it can be typed."""
ENDED = "That comes no more: its last time has gone by. Please give a time that lies ahead."


def ahead(when: datetime | Repeating | None, now: datetime, zone: ZoneInfo, typed: str) -> datetime | Repeating:
    """What was read in what was typed, if it was and lies ahead. Raises Refusal."""
    if when is None:
        raise Refusal(UNREAD)
    first_of(when, now, zone, typed)
    return when


def first_of(when: datetime | Repeating, now: datetime, zone: ZoneInfo, typed: str = "") -> datetime:
    """When it comes first. Raises Refusal where that lies behind."""
    if isinstance(when, datetime):
        return lies_ahead(when, now, zone, typed=typed)
    first = when.after(now)
    if first is None:
        raise Refusal(ENDED)
    return first


def in_words(when: datetime | Repeating, zone: ZoneInfo) -> str:
    """A time as it can be typed, and is read as the same."""
    return str(when) if isinstance(when, Repeating) else as_typed(when, zone)


class TimeText(ShortText):
    """A moment, or what comes again. What was typed is kept as it was understood."""

    def _accept(self, raw: Json, opening: Opening) -> Json:
        typed = str(super()._accept(raw, opening))
        when = read_when(typed, opening.now, opening.zone)
        return in_words(ahead(when, opening.now, opening.zone, typed), opening.zone)

    def shown(self, kept: Json, zone: ZoneInfo) -> str:
        """With whose time it is."""
        try:
            moment = datetime.strptime(str(kept), MOMENT).replace(tzinfo=zone)
        except ValueError:
            return f"{kept} ({place(zone.key)})" if kept else super().shown(kept, zone)
        return spoken(moment, zone)


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
