"""What is pressed about coaching in more than one place."""

from bot.chat.messages import Press

TIMES = Press("coaching.times", int)
"""The next times of one's own coach, or of this coach; 0 for whoever is free."""
TAKE = Press("coaching.take", int, int)
"""Book a time of this offer: in minutes since 1970 began."""
CHOOSE = Press("coaching.choose", int, int)
"""Take a time that the coach proposed for this booking: in minutes since 1970 began."""
WAIT = Press("coaching.wait", int, int)
"""Stand in the line of a group of this offer: in minutes since 1970 began."""
ACCEPT = Press("coaching.accept", int)
"""Take the place of this booking that one is offered."""

CONFIRM = Press("coaching.confirm", int)
DECLINE = Press("coaching.decline", int)
PROPOSE = Press("coaching.propose", int)

SESSION = Press("coaching.session", int)
"""See one booking, and what can be done about it."""
MOVE = Press("coaching.move", int)
CANCEL = Press("coaching.cancel", int)
LATE = Press("coaching.late", int)
MET = Press("coaching.met", int)
NOT_MET = Press("coaching.not_met", int)
FILE = Press("coaching.file", int)
"""The calendar file of one booking."""
FOR_PA = Press("coaching.for_pa", int)
"""What can be passed on to whoever keeps one's diary: time, place and link."""

OFFER = Press("coaching.offer", int)
"""See one offer of one's own, and change it."""
