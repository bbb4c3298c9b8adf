"""Telegram, as the bot knows it: conversations in private chats, forms question by question, little said in groups."""

import dataclasses
import logging
from collections import deque
from collections.abc import Mapping
from contextlib import suppress
from typing import Protocol, TypeVar

from telegram import (
    BotCommand,
    BotCommandScopeAllGroupChats,
    BotCommandScopeChat,
    File,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
)
from telegram import Message as TelegramMessage
from telegram.constants import ParseMode
from telegram.error import InvalidToken

from bot.chat.errors import DeliveryFailed
from bot.chat.messages import Message
from bot.chat.platform import Address, FormView, Incoming, Manner, Receive, Sent
from bot.platforms.telegram import inbound, places, render
from bot.platforms.telegram.calling import Refused, Telegram
from bot.platforms.telegram.hearing import Hearing, Take
from bot.platforms.telegram.places import Spot
from bot.platforms.telegram.render import PhotoPart, TelegramPart, TextPart, VoicePart
from bot.platforms.telegram.request import UPLOADING_S
from bot.platforms.telegram.sending import NO_PREVIEW, answering, markup, put
from bot.platforms.telegram.texts import (
    ELSEWHERE,
    FILE_STAYS,
    IN_GROUPS,
    MENU_OF_GROUPS,
    MENU_OF_STRANGERS,
    OPEN_OUR_CHAT,
    SEEN_BY,
    STAYS,
    STAYS_IN_PUBLIC,
)

R = TypeVar("R")

log = logging.getLogger("waymark.telegram")

NOT_MODIFIED = "message is not modified"
GONE = ("message to edit not found", "message can't be edited", "there is no text in the message to edit")
LOST = ("message to delete not found", "message identifier is not specified")
BLANK = TextPart("–")
"""What a piece of a message comes down to that can be deleted no more."""
REMEMBERED = 200
"""Of so many questions in groups, and of so many messages that failed half-way, it is known how far they came."""


class WayIn(Protocol):
    """How what Telegram tells comes here."""

    async def start(self, take: Take) -> None: ...

    async def stop(self) -> None: ...


class TelegramPlatform:
    """Telegram's adapter: what the bot asks of a platform. What Telegram tells comes in by `hearing.py`."""

    name = inbound.NAME
    asks_in_forms = False
    manner = Manner(
        splits_at=render.MOST_TEXT,
        stays=STAYS,
        stays_in_public=STAYS_IN_PUBLIC,
        in_groups=IN_GROUPS,
        seen_by=SEEN_BY,
    )

    def __init__(self, telegram: Telegram, way_in: WayIn) -> None:
        self._telegram = telegram
        self._bot = telegram.bot
        self._way_in = way_in
        self.hearing = Hearing(telegram)
        self._pointed: deque[str] = deque(maxlen=REMEMBERED)
        self._begun: dict[str, list[TelegramMessage]] = {}
        """Messages of which some parts were sent and another was not, by their ids."""
        self._wholes: dict[str, Sent] = {}
        """Messages of several pieces, by the one whose buttons are pressed."""

    # ------------------------------------------------------------ in

    async def listen(self, receive: Receive) -> None:
        await self.hearing.begin(receive)
        await self._set_common_menus()
        await self._way_in.start(self.hearing.take)

    async def close(self) -> None:
        self.hearing.end()
        await self._way_in.stop()
        await self.hearing.quiet()

    async def fetch(self, of: Address, file: Incoming) -> bytes:
        if not file.ref:
            raise DeliveryFailed("there is nothing to fetch", permanent=True)
        found = await self._telegram.call(self._bot.get_file(file.ref))
        return bytes(await self._telegram.call(_bytes_of(found)))

    # ------------------------------------------------------------ messages

    async def send(self, to: Address, message: Message, *, id: str, place: str = "", owed: bool = False) -> Sent:
        """To their private chat; what was asked in a group, and is fit for it, is said there instead, if it may be."""
        asked_at = Spot.read(place) if place else None
        if asked_at is not None and message.public:
            try:
                return await self._send_all(asked_at.chat, message, id, asked_at)
            except Refused as refused:
                log.info("a group takes no message: %s", refused.why)
                if not asked_at.question:
                    return asked_at.sent()  # nobody waits for it
        try:
            return await self._send_all(int(to.user), message, id)
        finally:
            # Also where it failed: whoever never spoke to the bot in private can't be written to.
            if asked_at is not None and asked_at.question:
                await self._point_from(asked_at)

    async def _send_all(self, chat: int, message: Message, id: str, asked_at: Spot | None = None) -> Sent:
        """All its parts. Where one fails, those before it are not sent again with it."""
        begun = f"{id} to {chat}"
        sent = self._begun.pop(begun, [])
        try:
            for part in render.message(message)[len(sent) :]:
                sent.append(await self._send(chat, part, asked_at))
        except DeliveryFailed:
            _remember(self._begun, begun, sent)
            raise
        *before, last = [message.message_id for message in sent]
        at = sent[-1].chat.id
        whole = places.message(at, last, *before, protected=message.private)
        if before:
            _remember(self._wholes, places.message(at, last, protected=message.private).ref, whole)
        return whole

    async def _send(self, chat: int, part: TelegramPart, asked_at: Spot | None) -> TelegramMessage:
        try:
            return await self._telegram.send(chat, lambda chat: put(self._bot, chat, part, asked_at))
        except Refused as refused:
            if refused.unreachable or not isinstance(part, PhotoPart | VoicePart):
                raise
            # Some let nobody send them recordings to be played, and some pictures are none that Telegram can show.
            return await self._send(chat, part.as_document(), asked_at)

    async def _point_from(self, asked_at: Spot) -> None:
        """In the group, say once where the answer is. It is a courtesy: where it fails, nothing is lost."""
        if asked_at.written() in self._pointed:
            return
        self._pointed.append(asked_at.written())
        way = InlineKeyboardMarkup([[InlineKeyboardButton(OPEN_OUR_CHAT, url=self._address("hello"))]])
        with suppress(DeliveryFailed):
            await self._telegram.send(
                asked_at.chat,
                lambda chat: self._bot.send_message(
                    chat,
                    ELSEWHERE,
                    link_preview_options=NO_PREVIEW,
                    reply_markup=way,
                    reply_parameters=answering(asked_at),
                ),
            )

    async def replace(self, to: Address, sent: Sent, message: Message) -> bool:
        """Long messages, and those with files, don't fit in the place of another, and are sent anew.

        So is what is private, where what is there could be passed on: no change of the words protects them.
        """
        at = Spot.read(self._wholes.get(sent.ref, sent).ref)
        [part, *more] = render.message(message)
        if more or not isinstance(part, TextPart) or (part.protected and not at.protected):
            return False
        try:
            await self._edit(at.chat, at.messages[0], part)
        except Refused as refused:
            if refused.says.startswith(GONE):
                return False
            if not refused.says.startswith(NOT_MODIFIED):
                raise
        gone = [await self._delete(at.chat, piece) or await self._blank(at.chat, piece) for piece in at.messages[1:]]
        if at.protected and not all(gone):
            await self._edit(at.chat, at.messages[0], dataclasses.replace(part, html=f"{part.html}\n\n{FILE_STAYS}"))
        return True

    async def _blank(self, chat: int, piece: int) -> bool:
        """For what can be deleted no more: its words go; False where they are beneath a picture or file: that stays."""
        with suppress(Refused):
            await self._edit(chat, piece, BLANK)
            return True
        with suppress(Refused):
            await self._telegram.send(
                chat, lambda chat: self._bot.edit_message_caption(chat, piece, caption=BLANK.html)
            )
        return False

    async def _edit(self, chat: int, message: int, part: TextPart) -> None:
        await self._telegram.send(
            chat,
            lambda chat: self._bot.edit_message_text(
                part.html,
                chat,
                message,
                parse_mode=ParseMode.HTML,
                link_preview_options=NO_PREVIEW,
                reply_markup=markup(part.keyboard),
            ),
        )

    async def retract(self, to: Address, sent: Sent) -> bool:
        """Delete it, which Telegram allows for 48 hours; of a long message every piece."""
        at = Spot.read(self._wholes.get(sent.ref, sent).ref)
        gone = [await self._delete(at.chat, message) for message in at.messages]
        return all(gone)

    async def _delete(self, chat: int, message: int) -> bool:
        try:
            await self._telegram.call(self._bot.delete_message(chat, message))
        except Refused as refused:
            return refused.says.startswith(LOST)
        return True

    async def open_form(self, to: Address, form: FormView, *, trigger: str) -> bool:
        """There are no windows here: forms are asked question by question."""
        return False

    # ------------------------------------------------------------ menus and links

    async def set_menu(self, to: Address, commands: Mapping[str, str]) -> None:
        scope = BotCommandScopeChat(int(to.user))
        if commands:
            await self._telegram.call(self._bot.set_my_commands(_menu(commands), scope))
        else:
            await self._telegram.call(self._bot.delete_my_commands(scope))

    async def _set_common_menus(self) -> None:
        """What whoever has not joined is shown, and what everybody is in groups. It can all be typed without."""
        groups = BotCommandScopeAllGroupChats()
        try:
            await self._telegram.call(self._bot.set_my_commands(_menu(MENU_OF_STRANGERS)))
            await self._telegram.call(self._bot.set_my_commands(_menu(MENU_OF_GROUPS), groups))
        except DeliveryFailed as failed:
            log.warning("the menus could not be set: %s", failed.why)

    def link(self, payload: str) -> str:
        return self._address(payload) if self.hearing.me.username else ""

    def _address(self, payload: str) -> str:
        return f"https://t.me/{self.hearing.me.username}?start={payload}"


async def _bytes_of(file: File) -> bytearray:
    """Its bytes. A file that is gone is answered like a token that nobody knows."""
    try:
        return await file.download_as_bytearray(read_timeout=UPLOADING_S)
    except InvalidToken:
        raise Refused("it has that file no longer") from None


def _menu(commands: Mapping[str, str]) -> list[BotCommand]:
    return [BotCommand(command, what) for command, what in commands.items()]


def _remember(what: dict[str, R], key: str, value: R) -> None:
    """Keep it as one of the latest."""
    what[key] = value
    if len(what) > REMEMBERED:
        del what[next(iter(what))]
