"""Free text to an intent and its slots. Handlers declare their words; everything else is behind `Understanding`."""

from bot.chat.understanding.declared import IntentWords
from bot.chat.understanding.meant import Candidate, Reading
from bot.chat.understanding.reading import Understanding
from bot.chat.understanding.slots import FindWhen

__all__ = ["Candidate", "FindWhen", "IntentWords", "Reading", "Understanding"]
