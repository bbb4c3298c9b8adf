"""How many sessions somebody has had, has ahead, and has in all, in words."""

from scheduling.diaries import Sessions


def used_of_due(sessions: Sessions) -> str:
    """ "2 of 6 sessions used, 1 more booked"."""
    used, ahead = sessions.counted.used, sessions.counted.ahead
    booked = f", {ahead} more booked" if ahead and used else f", {ahead} booked" if ahead else ""
    return f"{used} of {sessions.due} sessions used{booked}"
