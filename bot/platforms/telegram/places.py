"""Where a message is, or is to be seen, in words that go out and come back as plain text."""

from collections.abc import Sequence
from typing import NamedTuple, Self

from bot.chat.platform import Sent


class Spot(NamedTuple):
    """A chat, and the messages in it that are meant: of a long one every piece, the one with the buttons first."""

    chat: int
    messages: Sequence[int]
    protected: bool = False
    """What is there can’t be passed on or copied. That is settled when it is sent: a change of the words keeps it."""

    @classmethod
    def read(cls, written: str) -> Self:
        pieces = [piece.split("/") for piece in written.split(",")]
        chat, _, *protected = pieces[0]
        return cls(int(chat), [int(message) for _, message, *_ in pieces], protected != [])

    def written(self) -> str:
        """A long one is written as its pieces are, one after another: it begins with what is pressed."""
        return ",".join(f"{self.chat}/{message}{'/protected' if self.protected else ''}" for message in self.messages)

    @property
    def question(self) -> int:
        """What is answered there; 0 where the bot was brought in, and nobody has asked anything."""
        return self.messages[-1]

    def sent(self) -> Sent:
        return Sent(self.written())


def message(chat: int, *messages: int, protected: bool = False) -> Sent:
    """A message by its pieces, the one with the buttons first."""
    return Spot(chat, messages, protected).sent()
