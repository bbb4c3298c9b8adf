"""What a reader sees of a message, in plain words."""

from collections.abc import Iterator

from tests.platforms.telegram.world import TelegramMessage


def screen_words(message: TelegramMessage | None) -> str:
    """The words of a message, line by line, its buttons as [Label]."""
    return "\n".join(_lines(message)) if message else ""


def _lines(message: TelegramMessage) -> Iterator[str]:
    if message.file and message.file.kind == "document":
        yield message.file.name
    if words := message.text or message.caption:
        yield words
    for label in message.labels:
        yield f"[{label}]"
