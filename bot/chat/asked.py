"""What somebody asked for in words of their own, kept for a day where it has to be done after a press."""

from collections.abc import Mapping
from datetime import timedelta
from typing import ClassVar

from bot.chat.drafts import FORGET
from bot.chat.turns import Turn
from storage.private.entries import Entry

LIFE = timedelta(days=1)


class Asked(Entry):
    """What somebody asked for in words that are their own, such as a search."""

    kind: ClassVar[str] = "asked"

    words: str
    place: tuple[int, int] = (0, 0)
    ways: Mapping[str, str] = {}
    """What can be said in this place of the words instead, to how that is shown."""
    offered: tuple[list[str], ...] = ()
    """The buttons that stood there when it was said, where it may be about what they are about."""
    held: str = ""
    """The intent that waits, as help came first, until its person says that they are all right."""
    said_in: str = ""
    """Their own message, as it stands in the conversation."""

    def meant(self, way: int) -> str:
        """The words in one of the ways in which they can be read."""
        return f"{self.words[: self.place[0]]}{list(self.ways)[way]}{self.words[self.place[1] :]}"


async def keep_asked(turn: Turn, words: str) -> Asked:
    return await keep(turn, Asked(made_at=turn.now, words=words, said_in=turn.said_in))


async def keep(turn: Turn, asked: Asked) -> Asked:
    asked = await turn.vault.add(asked)
    await turn.later(FORGET, at=turn.now + LIFE, entry=asked.id)
    return asked
