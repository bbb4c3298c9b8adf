"""The Bot API: each module registers its methods in METHODS."""

from tests.platforms.telegram.methods import bot, chats, commands, editing, media, messages, presses, updates
from tests.platforms.telegram.methods.method import METHODS, Caller, Method, arguments_of

__all__ = ["METHODS", "Caller", "Method", "arguments_of", "bot", "chats", "commands", "editing", "media", "messages"]
__all__ += ["presses", "updates"]
