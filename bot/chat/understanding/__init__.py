"""Free text to an intent and its slots. Handlers declare their words; everything else is behind `Understanding`."""

from bot.chat.understanding.declared import IntentWords
from bot.chat.understanding.reading import Reading, Understanding

__all__ = ["IntentWords", "Reading", "Understanding"]
