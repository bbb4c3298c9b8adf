"""A form asked question by question, where forms can't be shown whole: one message, put in its own place each time.

The next question is the first without an answer, so a restart, or a form that has changed meanwhile, does no harm.
Everything that can be pressed can be typed: a label, its number, or “back”, “skip” and “cancel”.
"""

from bot.chat.dialogue import answering, asking
from bot.chat.dialogue.answering import REST, corrected, refused
from bot.chat.dialogue.asking import ask_once_more, begin, resume, typed
from bot.chat.dialogue.questions import LAST_LOOK

ROUTERS = (asking.router, answering.router)

__all__ = ["LAST_LOOK", "REST", "ROUTERS", "ask_once_more", "begin", "corrected", "refused", "resume", "typed"]
