"""Where a message is, or is to be seen, in words that go out and come back as plain text."""

from collections.abc import Sequence
from typing import NamedTuple, Self

from bot.chat.platform import Sent


class Spot(NamedTuple):
    """A chat, and the messages in it that are meant: of a long one every piece, the one with the buttons first."""

    chat: int
    messages: Sequence[int]

    @classmethod
    def read(cls, written: str) -> Self:
        chat, _, messages = written.partition("/")
        return cls(int(chat), [int(message) for message in messages.split(",")])

    def written(self) -> str:
        return f"{self.chat}/{','.join(map(str, self.messages))}"

    def sent(self) -> Sent:
        return Sent(self.written())


def message(chat: int, *messages: int) -> Sent:
    """A message by its pieces, the one with the buttons first."""
    return Spot(chat, messages).sent()
