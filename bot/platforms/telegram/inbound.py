"""From what Telegram tells to what the bot hears: who did what, and under which key it is known when it comes again."""

from dataclasses import dataclass
from typing import NamedTuple

from telegram import (
    Audio,
    CallbackQuery,
    Chat,
    ChatMember,
    ChatMemberUpdated,
    Message,
    MessageEntity,
    Update,
    User,
    Voice,
)
from telegram.constants import ChatType

from bot.chat.platform import (
    Address,
    Arrived,
    Corrected,
    Inbound,
    Incoming,
    Left,
    Met,
    Pressed,
    Returned,
    Said,
    What,
)
from bot.platforms.telegram import places

NAME = "telegram"

TOLD = (Update.MESSAGE, Update.EDITED_MESSAGE, Update.CALLBACK_QUERY, Update.MY_CHAT_MEMBER)
"""All that Telegram is asked to tell: what is heard here, and nothing else."""

GROUPS = (ChatType.GROUP, ChatType.SUPERGROUP)
SHUT_OUT = (ChatMember.BANNED, ChatMember.LEFT)


class Me(NamedTuple):
    """The bot itself, as Telegram knows it."""

    id: int
    username: str


@dataclass(frozen=True)
class Heard:
    """Something for the bot."""

    inbound: Inbound
    pressed: str = ""
    """The press that Telegram waits to have answered."""


@dataclass(frozen=True)
class Ignored:
    """Nothing for the bot: of which kind it was, for the count."""

    kind: str


def read(update: Update, me: Me) -> Heard | Ignored:
    """What an update is to the bot."""
    key = str(update.update_id)
    if update.message is not None:
        return _message(update.message, key, me)
    if update.edited_message is not None:
        return _edited(update.edited_message, key)
    if update.callback_query is not None:
        return _pressed(update.callback_query, key)
    if update.my_chat_member is not None:
        return _membership(update.my_chat_member, key)
    return Ignored(next(iter(update.to_dict().keys() - {"update_id"}), "update"))


def _message(message: Message, key: str, me: Me) -> Heard | Ignored:
    if message.from_user is None or message.from_user.is_bot or message.sender_chat is not None:
        return Ignored("message of no person")
    if message.chat.type in GROUPS:
        return _in_a_group(message, message.from_user, key, me)
    if message.chat.type != ChatType.PRIVATE:
        return Ignored(f"message in a {message.chat.type}")
    what = _what(message, me)
    return _of(message.from_user, key, what) if what is not None else Ignored(_kind(message))


def _what(message: Message, me: Me) -> What | None:
    """What was typed or sent to the bot alone; None where it is only a notice of Telegram's."""
    text, files = _words(message, me), _files(message)
    if not text and not files:
        return None
    command, _, payload = text.partition(" ")
    if command == "/start":
        return Arrived(payload.strip())
    return Said(text, sent=places.message(message.chat.id, message.message_id), files=files, at=message.date)


def _in_a_group(message: Message, who: User, key: str, me: Me) -> Heard | Ignored:
    """Of what is said in a group, only what is said to the bot."""
    if not _is_for(message, me):
        return Ignored("message of a group")
    sent = places.message(message.chat.id, message.message_id)
    said = Said(_words(message, me), sent=sent, public=True, place=sent.ref, files=_files(message), at=message.date)
    return _of(who, key, said)


def _is_for(message: Message, me: Me) -> bool:
    replied = message.reply_to_message
    if replied is not None and replied.from_user is not None and replied.from_user.id == me.id:
        return True
    called = f"@{me.username}".casefold()
    return any(
        words.casefold() == called
        if entity.type == MessageEntity.MENTION
        else entity.offset == 0 and words.casefold().partition("@")[2] in ("", me.username.casefold())
        for entity, words in _calls(message).items()
    )


def _calls(message: Message) -> dict[MessageEntity, str]:
    """The commands and the names in it."""
    kinds: list[str | None] = [MessageEntity.MENTION, MessageEntity.BOT_COMMAND]
    if message.text:
        return message.parse_entities(kinds)
    return message.parse_caption_entities(kinds) if message.caption else {}


def _words(message: Message, me: Me) -> str:
    """What was typed, without the bot's own name in it."""
    text = message.text or message.caption or ""
    for words in _calls(message).values():
        before, _, name = words.rpartition("@")
        if name.casefold() == me.username.casefold():
            text = text.replace(words, before, 1)
    return text.strip()


def _files(message: Message) -> tuple[Incoming, ...]:
    """What came with the words, or in their place."""
    if message.voice:
        voice = message.voice
        return (_file(voice.file_id, "voice.ogg", voice.mime_type or "audio/ogg", voice.file_size, _s(voice)),)
    if message.audio:
        audio = message.audio
        name = audio.file_name or "recording.mp3"
        return (_file(audio.file_id, name, audio.mime_type or "audio/mpeg", audio.file_size, _s(audio)),)
    if message.photo:
        largest = message.photo[-1]
        return (_file(largest.file_id, "photo.jpg", "image/jpeg", largest.file_size),)
    if message.document:
        document = message.document
        kind = document.mime_type or "application/octet-stream"
        return (_file(document.file_id, document.file_name or "file", kind, document.file_size),)
    other = next((kind for kind in _OTHER_KINDS if getattr(message, kind)), None)
    return (Incoming("", other, f"telegram/{other}"),) if other else ()


_OTHER_KINDS = (
    *("video", "video_note", "sticker", "location", "venue", "contact", "poll", "dice", "game", "story", "checklist"),
    *("paid_media", "invoice"),
)
"""What people can send that the bot can do nothing with; a message with neither these nor words is a mere notice."""


def _file(ref: str, name: str, kind: str, size: int | None, seconds: int = 0) -> Incoming:
    return Incoming(ref, name, kind, size or 0, seconds)


def _edited(message: Message, key: str) -> Heard | Ignored:
    if message.from_user is None or message.chat.type != ChatType.PRIVATE or not message.text:
        return Ignored("edited message")
    corrected = Corrected(message.text.strip(), places.message(message.chat.id, message.message_id))
    return _of(message.from_user, key, corrected)


def _pressed(query: CallbackQuery, key: str) -> Heard | Ignored:
    """A button; in a group, where everybody sees its message, the answer stands elsewhere."""
    if not query.data or query.message is None:
        return Ignored("press without data")
    protected = isinstance(query.message, Message) and bool(query.message.has_protected_content)
    at = places.message(query.message.chat.id, query.message.message_id, protected=protected)
    if query.message.chat.type in GROUPS:
        return Heard(_of(query.from_user, key, Pressed(query.data, place=at.ref)).inbound, query.id)
    return Heard(_of(query.from_user, key, Pressed(query.data, on=at)).inbound, query.id)


def _membership(changed: ChatMemberUpdated, key: str) -> Heard | Ignored:
    """The bot was shut out or let in again, by somebody or in a group."""
    here = changed.new_chat_member.status not in SHUT_OUT
    was_here = changed.old_chat_member.status not in SHUT_OUT
    if changed.chat.type == ChatType.PRIVATE:
        return _of(changed.from_user, key, Returned() if here else Left())
    if changed.chat.type in GROUPS and here and not was_here and not changed.from_user.is_bot:
        return _of(changed.from_user, key, Met(_in(changed.chat)))
    return Ignored("membership of a group")


def _in(chat: Chat) -> str:
    """A group as a place, where there is no message to answer to."""
    return places.message(chat.id, 0).ref


def _of(who: User, key: str, what: What) -> Heard:
    return Heard(Inbound(Address(NAME, "", str(who.id)), key, what, who.full_name))


def _kind(message: Message) -> str:
    about = {name for name, value in message.to_dict().items() if value is not False}
    return next(iter(sorted(about - {"message_id", "date", "chat", "from"})), "message")


def _s(recording: Voice | Audio) -> int:
    # The attribute itself warns of what it will be one day.
    return int(recording.to_dict().get("duration", 0))
