"""People with Telegram in front of them: what they do, and what they see."""

import mimetypes
import re
from collections.abc import Iterator
from dataclasses import replace

from tests.platforms.fake import Obj
from tests.platforms.telegram import payloads
from tests.platforms.telegram.delivery import Answer
from tests.platforms.telegram.entities import plain, tidied
from tests.platforms.telegram.groups import Group
from tests.platforms.telegram.html_text import Formatted
from tests.platforms.telegram.methods.commands import shown_to
from tests.platforms.telegram.pressing import find
from tests.platforms.telegram.shapes import units
from tests.platforms.telegram.texts import MOST_TEXT
from tests.platforms.telegram.wire import NOT_HEARD, Wire
from tests.platforms.telegram.world import (
    GROUP_ANONYMOUS_BOT,
    Chat,
    Profile,
    Query,
    TelegramFile,
    TelegramMessage,
    Toast,
    World,
)

PAYLOAD = re.compile("[A-Za-z0-9_-]{0,64}")


class Person:
    """Somebody with an account. Each act returns when the bot has acknowledged it by webhook, or has failed to; where
    the bot polls, it returns at once."""

    def __init__(self, profile: Profile, wire: Wire) -> None:
        self.profile = profile
        self.opened: list[str] = []
        """The addresses of the buttons that they pressed."""
        self._wire = wire
        self._reactions: dict[tuple[int, int], str] = {}

    @property
    def id(self) -> int:
        return self.profile.id

    # ------------------------------------------------------------ what they see

    @property
    def chat(self) -> list[TelegramMessage]:
        """Their conversation with the bot."""
        return [*self._private.messages.values()]

    @property
    def toasts(self) -> list[Toast]:
        """What they were shown after presses."""
        return self._world.toasts.get(self.id, [])

    @property
    def unanswered(self) -> list[Query]:
        """Their presses that still show a turning wheel."""
        return [query for query in self._world.queries.values() if query.person == self.id and not query.answered]

    @property
    def menu(self) -> dict[str, str]:
        """The commands that they are offered, with what is said of each."""
        shown = shown_to(self._world, self.id, self.profile.language_code)
        return {one["command"]: one["description"] for one in shown}

    @property
    def actions(self) -> list[str]:
        """What they saw the bot doing: typing and the like."""
        return self._private.actions

    @property
    def keys(self) -> list[str]:
        """What is on the keyboard that the bot gave them in the place of letters."""
        return [key["text"] for row in (self._private.keyboard or {}).get("keyboard", []) for key in row]

    @property
    def pinned(self) -> list[TelegramMessage]:
        return [self._private.messages[one] for one in self._private.pinned]

    # ------------------------------------------------------------ words

    def has_begun(self) -> None:
        """They wrote to the bot some time ago, and deleted what stood there."""
        self._private.members[self._world.bot.id] = "member"

    async def starts(self, payload: str = "") -> Answer:
        """Press Start, or follow a link that has this payload; for who has blocked the bot it is called Restart."""
        assert PAYLOAD.fullmatch(payload), "Telegram’s clients pass no such payload on"
        if self._private.members.get(self._world.bot.id) == "kicked":
            await self.unblocks()
        return await self.types(f"/start {payload}".strip())

    async def commands(self, command: str) -> Answer:
        return await self.types(command)

    async def types(
        self, text: str, chat: Group | None = None, reply_to: int | None = None, *, anonymously: bool = False
    ) -> Answer:
        """Say something, to the bot alone or in a group; what is too long for one message is sent in several."""
        there = self._at(chat)
        assert not anonymously or there.in_charge(self.id), "only who is in charge of a group can speak as the group"
        sender, sender_chat = (GROUP_ANONYMOUS_BOT, there.id) if anonymously else (self.id, None)
        assert text.strip(), "Telegram’s clients send no empty message"
        answer = NOT_HEARD
        for piece in pieces_of(text):
            formatted = tidied(plain(piece))
            answer = await self._wire.message(there, sender, formatted, reply_to=reply_to, sender_chat=sender_chat)
        return answer

    async def forwards(self, text: str, origin: "Person | None" = None) -> Answer:
        """Pass on what somebody wrote elsewhere; it was oneself if nobody is named."""
        about = payloads.forwarded((origin or self).profile, self._world.moment() - 60)
        return await self._wire.message(self._at(None), self.id, plain(text), more=about)

    async def edits(self, message_id: int, text: str, chat: Group | None = None) -> Answer:
        message, formatted = self._own(message_id, chat), tidied(plain(text))
        words, caption = ("", formatted.text) if message.file else (formatted.text, "")
        edited = replace(message, text=words, caption=caption, entities=formatted.entities, edited=self._world.moment())
        return await self._wire.tells("edited_message", self._world.keep(edited))

    async def deletes(self, message_id: int, chat: Group | None = None) -> None:
        """Bots are not told of it."""
        there = self._at(chat)
        assert there.private or there.messages[message_id].sender == self.id, "others’ messages stay in a group"
        there.take_away(message_id)

    def _own(self, message_id: int, chat: Group | None) -> TelegramMessage:
        message = self._at(chat).messages[message_id]
        assert message.sender == self.id, "one can change one’s own messages only"
        return message

    # ------------------------------------------------------------ other things than words

    async def sends_voice(self, data: bytes, seconds: int = 3, *, size: int | None = None) -> Answer:
        file = self._world.file("voice", "voice.oga", "audio/ogg", data, size)
        return await self._sends(payloads.voice(seconds), file)

    async def sends_photo(self, data: bytes, caption: str = "", *, chat: Group | None = None) -> Answer:
        file = self._world.file("photo", "photo.jpg", "image/jpeg", data)
        return await self._sends({}, file, caption, chat)

    async def sends_document(self, name: str, data: bytes, caption: str = "", *, size: int | None = None) -> Answer:
        """A file; `size` says how large it is where it is larger than a test wants to make it."""
        mime = mimetypes.guess_type(name)[0] or "application/octet-stream"
        return await self._sends({}, self._world.file("document", name, mime, data, size), caption)

    async def sends_video_note(self, data: bytes = b"video", seconds: int = 5) -> Answer:
        return await self._sends(payloads.video_note(self._world.file("video_note", "note.mp4", "", data), seconds))

    async def sends_sticker(self) -> Answer:
        return await self._sends(payloads.sticker(self._world.file("sticker", "sticker.webp", "", b"sticker")))

    async def sends_location(self, latitude: float = 51.5074, longitude: float = -0.1278) -> Answer:
        return await self._sends(payloads.location(latitude, longitude))

    async def sends_contact(self, whom: "Person | None" = None) -> Answer:
        return await self._sends(payloads.contact((whom or self).profile))

    async def sends_poll(self, question: str = "Tea or coffee?", *options: str) -> Answer:
        return await self._sends(payloads.poll(next(self._world.numbers), question, [*(options or ("Tea", "Coffee"))]))

    async def sends_dice(self, value: int = 4) -> Answer:
        return await self._sends(payloads.dice(value))

    async def _sends(
        self, content: Obj, file: TelegramFile | None = None, caption: str = "", chat: Group | None = None
    ) -> Answer:
        formatted: Formatted = tidied(plain(caption))
        return await self._wire.message(self._at(chat), self.id, formatted, file=file, more=content)

    async def reacts(self, message_id: int, emoji: str, chat: Group | None = None) -> Answer:
        """Put an emoji on a message, in place of the one before; nothing takes it away."""
        there = self._at(chat)
        message = there.messages[message_id]
        before = self._reactions.get((there.id, message_id), "")
        self._reactions[there.id, message_id] = emoji
        if not there.private and not there.in_charge(self._world.bot.id):
            return NOT_HEARD
        payload = payloads.message_reaction(self._world, message, self.profile, before, emoji)
        return await self._wire.delivery.send("message_reaction", payload, there.id)

    # ------------------------------------------------------------ buttons

    async def presses(self, label_or_data: str, on: TelegramMessage | None = None) -> Answer:
        """Press the button with this label or data, on the newest message that has one.

        `on` is where to press instead: a message as it was when it was looked at.
        """
        self._is_there()
        messages = [on] if on else self._seen()
        if on is None and label_or_data in self.keys:
            return await self._presses_key(label_or_data)
        message, button = find(label_or_data, messages)
        if "callback_data" in button:
            return await self._wire.press(self.id, button["callback_data"], message)
        return await self._follows(button["url"])

    async def presses_data(self, data: str, on: TelegramMessage | None = None) -> Answer:
        """Send data that need not be on any button, as a forged client can."""
        self._is_there()
        return await self._wire.press(self.id, data, on or self._seen()[0])

    async def _presses_key(self, label: str) -> Answer:
        keyboard = self._private.keyboard or {}
        if keyboard.get("one_time_keyboard"):
            self._private.keyboard = None
        return await self.types(label)

    async def _follows(self, url: str) -> Answer:
        self.opened.append(url)
        link = re.fullmatch(rf"https://t\.me/{self._world.bot.username}\?start=(.*)", url)
        return await self.starts(link.group(1)) if link else NOT_HEARD

    def _seen(self) -> list[TelegramMessage]:
        """Every message before them, the newest first."""
        chats = (chat for chat in self._world.chats.values() if chat.has(self.id))
        return sorted(
            (one for chat in chats for one in chat.messages.values()), key=lambda one: one.place, reverse=True
        )

    # ------------------------------------------------------------ coming and going

    async def blocks(self) -> Answer:
        self._private.members.setdefault(self._world.bot.id, "member")
        return await self._wire.becomes(self._private, self.profile, self._world.bot, "kicked")

    async def unblocks(self) -> Answer:
        return await self._wire.becomes(self._private, self.profile, self._world.bot, "member")

    async def deactivated(self) -> None:
        """Their account is deleted; bots are not told of it."""
        self.profile.deactivated = True

    async def asks_to_join(self, group: Group, link: Obj | None = None) -> Answer:
        """Ask to be let in, by a link that leads there. Bots in charge hear of it, and may write to that person."""
        group.place.requests.add(self.id)
        self._private.members.setdefault(self.id, "member")
        if not group.place.in_charge(self._world.bot.id):
            return NOT_HEARD
        payload = payloads.join_request(self._world, group.place, self.profile, link)
        return await self._wire.delivery.send("chat_join_request", payload, group.id)

    # ------------------------------------------------------------ between

    def _at(self, chat: Group | None) -> Chat:
        """Where they are to do something; their own conversation with the bot begins with that."""
        self._is_there()
        if chat:
            assert chat.place.has(self.id), "one can say nothing in a group that one is not in"
            return chat.place
        bot = self._world.bot.id
        assert self._private.members.get(bot) != "kicked", "who has blocked the bot is shown “Restart” alone"
        self._private.members[bot] = "member"
        return self._private

    def _is_there(self) -> None:
        assert not self.profile.deactivated, "who is no more can do nothing"

    @property
    def _private(self) -> Chat:
        return self._world.private(self.id)

    @property
    def _world(self) -> World:
        return self._wire.world


def pieces_of(text: str) -> Iterator[str]:
    """A text in pieces that fit into messages, cut between words where that can be."""
    while units(text) > MOST_TEXT:
        end = MOST_TEXT
        while units(text[:end]) > MOST_TEXT:
            end -= 1
        between = max(text.rfind(sign, end // 2, end) for sign in "\n ")
        end = between if between > 0 else end
        yield text[:end]
        text = text[end:]
    yield text
