"""What is pressed about coaching in more than one place, and how a moment rides in a press."""

from datetime import UTC, datetime

from bot.chat.messages import Press
from scheduling.coaching import NotThere


def minute_of(moment: datetime) -> int:
    """A moment in the data of a press: in minutes since 1970 began."""
    return int(moment.timestamp()) // 60


def moment_at(minute: int) -> datetime:
    """The moment that a press carried. Raises NotThere for what is none: it is input."""
    try:
        return datetime.fromtimestamp(minute * 60, UTC)
    except (OverflowError, ValueError, OSError):
        raise NotThere from None


TIMES = Press("coaching.times", int)
"""The next times of one's own coach, or of this coach; 0 for whoever is free."""
TAKE = Press("coaching.take", int, int)
"""Book a time of this offer: in minutes since 1970 began."""
CHOOSE = Press("coaching.choose", int, int)
"""Take a time that the coach proposed for this booking: in minutes since 1970 began."""
CHOOSE_A_COACH = Press("coaching.choose_a_coach", int)
"""See who could be one's coach, from this place in the list on."""
NONE_SUITS = Press("coaching.none_suits", int)
"""None of the times that the coach proposed for this booking."""
TOPIC = Press("coaching.topic", int)
"""Say what this session is about, to its coach alone."""
GROUP = Press("coaching.group", int, int)
"""See a time of a group of this offer, to join it or to wait for a place: in minutes since 1970 began."""
ACCEPT = Press("coaching.accept", int)
"""Take the place of this booking that one is offered."""
LEAVE_LINE = Press("coaching.leave_line", int)
"""Wait for this booking no more, or let go of the place that one is offered."""
WHO_COMES = Press("coaching.who_comes", int)
"""Who else comes to the group of this booking, as far as they said that the others may know."""
NOT_WITH = Press("coaching.not_with", int)
"""Tell this coach in private whom one would rather not be in a group with."""

CONFIRM = Press("coaching.confirm", int)
DECLINE = Press("coaching.decline", int)
PROPOSE = Press("coaching.propose", int)

SESSION = Press("coaching.session", int)
"""See one booking, and what can be done about it."""
MOVE = Press("coaching.move", int)
CANCEL = Press("coaching.cancel", int)
WHERE = Press("coaching.where", int)
"""Say where this session takes place, as its coach."""
LATE = Press("coaching.late", int)
MET = Press("coaching.met", int)
NOT_MET = Press("coaching.not_met", int)
ALL_MET = Press("coaching.all_met", int)
"""Everybody came to the group that this booking is in, but for who has said otherwise."""
NONE_MET = Press("coaching.none_met", int)
WHO_MET = Press("coaching.who_met", int)
PREPARE = Press("coaching.prepare", int)
"""Answer for oneself the question that the programme asks before a session."""

OF_A_SESSION = (SESSION, MET, NOT_MET, PREPARE, LATE)
"""What stands beneath what comes of itself about a session: what it carries is the booking's id."""
FILE = Press("coaching.file", int)
"""The calendar file of one booking."""
NOTES = Press("coaching.notes", int)
"""One's own notes on this session."""
PAID = Press("coaching.paid", int, int)
"""Whether the coach was paid for this session: 1 or 0."""
NAMED = Press("coaching.named_in_logs", int)
"""Whether coaches' logs have one's name: 1 or 0."""
FOR_PA = Press("coaching.for_pa", int)
"""What can be passed on to whoever keeps one's diary: time, place and link."""

OFFER = Press("coaching.offer", int)
"""See one offer of one's own, and change it."""
