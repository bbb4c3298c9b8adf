"""Where on somebody's screen the button is that they press."""

from collections.abc import Iterable

from tests.platforms.fake import Obj
from tests.platforms.telegram.world import TelegramMessage


def find(wanted: str, messages: Iterable[TelegramMessage]) -> tuple[TelegramMessage, Obj]:
    """The button with this label or data, on the first message that has it."""
    seen: list[str] = []
    for message in messages:
        for button in message.buttons:
            seen.append(button["text"])
            if wanted in (button["text"], button.get("callback_data")):
                return message, button
    raise AssertionError(f"there is no “{wanted}” to press among {seen}")
