"""“Who can see this?”: answered from the one table, for everything and for one entry."""

from bot.chat.messages import Press

ABOUT = Press("privacy.about", str)
"""Who can see this one entry of the speaker's."""
