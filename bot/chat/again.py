"""Asking once more: the button that stands where private words can't, and brings them when it is pressed."""

from datetime import timedelta
from typing import ClassVar

from bot.chat import dispatch
from bot.chat.drafts import FORGET
from bot.chat.errors import Refusal
from bot.chat.messages import Press
from bot.chat.router import Router
from bot.chat.turns import Turn
from storage.private.entries import Entry

router = Router("again")

AGAIN = Press("again.ask", str)
LIFE = timedelta(days=1)


class Asked(Entry):
    """What somebody asked for in words that are their own, such as a search."""

    kind: ClassVar[str] = "asked"

    words: str


async def ask_again(turn: Turn) -> str:
    """The data of a button that does what this turn does once more, when a window can be opened."""
    if turn.pressing:
        return turn.pressing
    if turn.wanting:
        return dispatch.WANT(turn.wanting)
    asked = await turn.vault.add(Asked(made_at=turn.now, words=turn.text))
    await turn.later(FORGET, at=turn.now + LIFE, entry=asked.id)
    return AGAIN(asked.id)


@router.pressed(AGAIN, opens=True)
async def again(turn: Turn, entry_id: str) -> None:
    asked = await turn.vault.get(Asked, entry_id)
    if asked is None:
        raise Refusal("That was a while ago, so I have forgotten what it was. Please ask once more.")
    await dispatch.say_again(turn, asked.words)
