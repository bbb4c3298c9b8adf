"""The event that somebody means without naming it: the one they are dealing with, or the next."""

import re
from collections.abc import Callable, Iterable
from datetime import datetime, time
from zoneinfo import ZoneInfo

from bot.chat.errors import Refusal
from bot.chat.turns import Turn
from bot.chat.understanding.words import plain_words
from bot.chat.view import View
from handlers.timetable.finding import event_named, event_of
from handlers.timetable.presses import OF_AN_EVENT
from scheduling.phrases.days import find_days
from scheduling.unasked import at_wall
from storage.shared.cohorts import Cohort
from storage.shared.people import Role
from storage.shared.timetable import Event, EventKind

_GOES_ON = re.compile(r"[,.;:!?(]|\s[–—-]\s|\b(?:because|since|as|due|but)\b", re.IGNORECASE)
"""Where a name ends and, it may be, a reason begins: that is nobody's business."""

_REASON = re.compile(
    r"[\s.!]*$|\s*(?:[,.;:(]|[–—-]|because\b|cos\b|coz\b|cause\b|sorry\b|due\b|owing\b|unfortunately\b|apologies\b|with\b"
    r"|(?:(?:as|since|but)\s+)?(?:i|i['’]\w+|im|my|we|we['’]\w+|our|there|there['’]s|something)\b)",
    re.IGNORECASE,
)
"""How a reason begins; nothing is one too."""
_MARK_BEFORE = re.compile(r"[–—:\n-]\s*$")

_BESIDES_DAYS = frozenset(
    [
        *("a", "all", "am", "and", "at", "away", "be", "day", "for", "from", "i", "i'll", "i'm", "in", "inclusive"),
        *("it", "leave", "hols", "holiday", "holidays", "me", "my", "now", "of", "office", "on", "out", "please"),
        *("sorry", "the", "then", "to", "until", "till", "up", "whole", "with"),
        *("family", "kids", "children", "wife", "husband", "partner"),
    ]
)
"""What may be said beside days, and means nothing else."""

_NO_NAME = frozenset(
    [
        *("a", "the", "it", "this", "that", "we", "next", "one", "thing", "module", "session", "event", "meeting"),
        *("venue", "place", "room", "address", "on", "at", "happening", "being", "held", "taking", "meeting", "going"),
    ]
)
"""What is said of an event without naming it: "the venue", "it being held"."""
_LAST = frozenset(["last", "latest", "previous", "past"])
"""Where the last that is of use is meant, it may be called so."""


def begun(event: Event, now: datetime, zone: ZoneInfo) -> bool:
    """Whether it has begun; what has only a day has when the day is over, where its cohort is."""
    return event.starts_at <= now if event.starts_at else event.day < now.astimezone(zone).date()


def begins_at(event: Event, zone: ZoneInfo) -> datetime:
    """When it begins; what has only a day, with that day."""
    return event.starts_at or at_wall(event.day, time(), zone)


def over(event: Event, now: datetime, zone: ZoneInfo) -> bool:
    """Whether it has ended."""
    ends = event.ends_at or event.starts_at
    return ends <= now if ends else event.day < now.astimezone(zone).date()


def is_met_at(event: Event) -> bool:
    """Whether people come to it: to a deadline nobody does, nor to what has no hour and no place."""
    return event.kind != EventKind.DEADLINE and bool(event.starts_at or event.place or event.link)


def next_of(events: Iterable[Event], now: datetime, zone: ZoneInfo) -> Event | None:
    """The first that is not over."""
    return next((event for event in events if not over(event, now, zone)), None)


def is_participant(view: View, cohort_id: int) -> bool:
    return any(part.cohort_id == cohort_id and part.role == Role.PARTICIPANT for part in view.memberships)


def without_reason(words: str) -> str:
    """What was named, and nothing of why."""
    return _GOES_ON.split(words)[0].strip()


def is_reason(turn: Turn, words: str) -> bool:
    """Whether these words, the last that were said, say why, or nothing: "up with a title" is no reason not to come."""
    before = turn.text[: max(turn.text.rfind(words), 0)]
    return _REASON.match(words) is not None or _MARK_BEFORE.search(before) is not None


def besides_days(turn: Turn, words: str) -> str | None:
    """What is said in these words besides days, an event's number and why; None where no days are said in them."""
    try:
        days = find_days(words, turn.now, turn.zone)
    except Refusal:  # it is asked which, or said why not, before anything is done
        return ""
    if days is None:
        return None
    rest = plain_words(without_reason(days.without(words)))
    return " ".join(word for word in rest if not word.isdecimal() and word not in _BESIDES_DAYS | _NO_NAME)


def only_days(turn: Turn, words: str) -> bool:
    """Whether the days that are said in these words, if any are, are all that is said in them."""
    return not besides_days(turn, words)


async def event_meant(
    turn: Turn, nothing: str, of_use: Callable[[Event], bool], *, named: str | None = None, latest: bool = False
) -> tuple[Event, Cohort]:
    """The event that was named; else the one that the buttons shown last are about; else the next that is of use.

    With `latest` it is the last that is of use, rather than the next. Where there is none, `nothing` is said.
    """
    named = without_reason(turn.slots.get("event", "") if named is None else named)
    if not names_nothing(named, besides=_LAST if latest else frozenset()):
        return await event_named(turn, named), turn.cohort
    shown = await dealing_with(turn)
    if shown is not None and of_use(shown[0]):
        return shown
    cohort = turn.cohort
    useful = [event for event in await turn.db.timetable.of_cohort(cohort.id) if of_use(event)]
    if "module" in plain_words(named):
        useful = [event for event in useful if event.kind == EventKind.MODULE]
    if not useful:
        raise Refusal(nothing)
    return useful[-1 if latest else 0], cohort


def names_nothing(words: str, *, besides: frozenset[str] = frozenset()) -> bool:
    """Whether these words are no event's name, but say "it", or "the session"."""
    return (_NO_NAME | besides).issuperset(plain_words(words))


async def dealing_with(turn: Turn) -> tuple[Event, Cohort] | None:
    """The one event that the buttons offered last are about."""
    carried = [press.values(data) for _, _, data in turn.account.offered for press in OF_AN_EVENT]
    ids = {int(values[0]) for values in carried if values}
    if len(ids) != 1:
        return None
    try:
        return await event_of(turn, ids.pop())
    except Refusal:  # it was of a cohort that they have left
        return None
