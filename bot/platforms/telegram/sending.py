"""Putting the parts of a message into a chat, one call each."""

from collections.abc import Awaitable, Callable
from functools import partial

from telegram import (
    Bot,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputFile,
    LinkPreviewOptions,
    Message,
    ReplyParameters,
)
from telegram.constants import ParseMode

from bot.platforms.telegram.places import Spot
from bot.platforms.telegram.render import DocumentPart, Keyboard, PhotoPart, TelegramPart, TextPart, VoicePart

NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
"""A preview would fetch an address that somebody wrote for themselves."""


def put(bot: Bot, chat: int, part: TelegramPart, asked_at: Spot | None) -> Awaitable[Message]:
    """Send this part; in a group beneath what it answers."""
    send: Callable[..., Awaitable[Message]]
    match part:
        case TextPart():
            send = partial(bot.send_message, text=part.html, parse_mode=ParseMode.HTML, link_preview_options=NO_PREVIEW)
        case PhotoPart():
            send = partial(bot.send_photo, photo=InputFile(part.data, part.name), caption=part.caption)
        case DocumentPart():
            send = partial(bot.send_document, document=InputFile(part.data, part.name), caption=part.caption)
        case VoicePart():
            voice = InputFile(part.data, part.name)
            send = partial(bot.send_voice, voice=voice, caption=part.caption, duration=part.seconds or None)
    return send(
        chat,
        protect_content=part.protected,
        reply_markup=markup(part.keyboard),
        reply_parameters=answering(asked_at),
    )


def markup(keyboard: Keyboard) -> InlineKeyboardMarkup | None:
    if not keyboard:
        return None
    return InlineKeyboardMarkup(
        [[InlineKeyboardButton(button.label, callback_data=button.press) for button in row] for row in keyboard]
    )


def answering(asked_at: Spot | None) -> ReplyParameters | None:
    """Beneath what was asked, as long as that is there."""
    if asked_at is None or not asked_at.question:
        return None
    return ReplyParameters(asked_at.question, allow_sending_without_reply=True)
