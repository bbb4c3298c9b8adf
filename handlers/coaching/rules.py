"""What the rules of coaching go by, in a turn."""

from bot.chat.view import View
from scheduling.coaching import Coaching


def coaching_of(turn: View) -> Coaching:
    """The rules, in this very transaction and moment."""
    return Coaching(turn.db, turn.kit.programmes, turn.now)
