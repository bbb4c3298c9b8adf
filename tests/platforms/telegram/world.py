"""What Telegram itself keeps: people, chats, messages, files, and what it holds against the bot."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from itertools import count
from typing import Literal

from tests.platforms.fake import Obj
from tests.platforms.telegram.html_text import Formatted, written
from tests.platforms.telegram.shapes import Refused, Wrong

ChatKind = Literal["private", "group", "supergroup", "channel"]
Status = Literal["creator", "administrator", "member", "left", "kicked"]
INSIDE: tuple[Status, ...] = ("creator", "administrator", "member")
IN_CHARGE: tuple[Status, ...] = ("creator", "administrator")

GROUP_ANONYMOUS_BOT = 1_087_968_824
FOLDERS = {"photo": "photos", "document": "documents", "voice": "voice", "video_note": "video_notes"}


@dataclass
class Profile:
    """What Telegram knows about somebody."""

    id: int
    first_name: str
    last_name: str = ""
    username: str = ""
    language_code: str = ""
    bot: bool = False
    deactivated: bool = False


@dataclass(frozen=True)
class TelegramFile:
    id: str
    unique_id: str
    kind: str
    name: str
    mime: str
    data: bytes
    size: int
    path: str


@dataclass(frozen=True)
class TelegramMessage:
    """A message as it was at one moment: an edit makes another one with the same `message_id`."""

    chat: int
    message_id: int
    date: int
    sender: int
    place: int
    """Which one it was of all messages everywhere."""
    text: str = ""
    caption: str = ""
    entities: tuple[Obj, ...] = ()
    """Of the text, or of the caption."""
    file: TelegramFile | None = None
    more: Obj = field(default_factory=dict)
    """Other content, as it is in the message’s JSON."""
    reply_markup: Obj | None = None
    reply_to: int | None = None
    sender_chat: int | None = None
    from_bot: bool = False
    protected: bool = False
    previewed: bool = True
    """Whether Telegram fetched what was linked to."""
    edited: int | None = None
    reaction: str = ""
    """The bot’s."""

    @property
    def html(self) -> str:
        return written(Formatted(self.text or self.caption, self.entities))

    @property
    def rows(self) -> list[list[Obj]]:
        rows: list[list[Obj]] = (self.reply_markup or {}).get("inline_keyboard", [])
        return rows

    @property
    def buttons(self) -> list[Obj]:
        return [button for row in self.rows for button in row]

    @property
    def labels(self) -> list[str]:
        return [button["text"] for button in self.buttons]

    @property
    def photo(self) -> bytes | None:
        return self._data("photo")

    @property
    def document(self) -> bytes | None:
        return self._data("document")

    @property
    def voice(self) -> bytes | None:
        return self._data("voice")

    def _data(self, kind: str) -> bytes | None:
        return self.file.data if self.file and self.file.kind == kind else None


@dataclass(eq=False)
class Chat:
    id: int
    kind: ChatKind
    title: str = ""
    members: dict[int, Status] = field(default_factory=dict)
    messages: dict[int, TelegramMessage] = field(default_factory=dict)
    """What is there to be read; what is deleted is gone."""
    latest: int = 0
    actions: list[str] = field(default_factory=list)
    keyboard: Obj | None = None
    """The reply keyboard, in the place of letters."""
    pinned: list[int] = field(default_factory=list)
    links: list[Obj] = field(default_factory=list)
    requests: set[int] = field(default_factory=set)
    """Who asks to join."""
    migrated_to: int | None = None

    @property
    def private(self) -> bool:
        return self.kind == "private"

    def has(self, user: int) -> bool:
        return self.members.get(user, "left") in INSIDE

    def take_away(self, message_id: int) -> None:
        del self.messages[message_id]
        self.pinned = [one for one in self.pinned if one != message_id]

    def in_charge(self, user: int) -> bool:
        return self.members.get(user, "left") in IN_CHARGE


@dataclass
class Query:
    """A press that waits for its answer."""

    id: str
    person: int
    data: str
    born: float
    answered: bool = False


@dataclass(frozen=True)
class Toast:
    """What Telegram showed somebody after a press: over the chat for a moment, or as an alert to be closed."""

    text: str
    alert: bool
    url: str = ""


class World:
    """Telegram, as far as one bot sees it."""

    def __init__(self, bot: Profile, now: Callable[[], datetime]) -> None:
        self.bot = bot
        self.now = now
        self.profiles: dict[int, Profile] = {bot.id: bot}
        self.chats: dict[int, Chat] = {}
        self.files: dict[str, TelegramFile] = {}
        self.queries: dict[str, Query] = {}
        self.toasts: dict[int, list[Toast]] = {}
        self.menus: dict[tuple[str, int, int, str], list[Obj]] = {}
        """Commands by scope, chat, person and language."""
        self.texts: dict[tuple[str, str], str] = {}
        """The bot’s description, short description and name by language."""
        self.menu_buttons: dict[int, Obj] = {}
        """By private chat; 0 is for all others."""
        self.rights: dict[bool, Obj] = {}
        """Which rights the bot asks for, in groups and in channels."""
        self.violations: list[str] = []
        self.numbers = count(1)
        self._places = count(1)

    def moment(self) -> int:
        return int(self.now().timestamp())

    def held_against(self, what: str) -> None:
        self.violations.append(what)

    # ------------------------------------------------------------ chats

    def private(self, person: int) -> Chat:
        """The conversation of a person with the bot, begun or not."""
        if person not in self.chats:
            self.chats[person] = Chat(person, "private", members={person: "member"})
        return self.chats[person]

    def chat(self, id: int) -> Chat:
        """A chat that the bot knows of."""
        if id not in self.chats:
            raise Refused("Bad Request: chat not found")
        return self.chats[id]

    def writable(self, id: int) -> Chat:
        """A chat that the bot may write in."""
        chat = self.chat(id)
        if chat.private:
            self._may_be_written_to(chat)
        elif chat.migrated_to:
            raise Refused(
                "Bad Request: group chat was upgraded to a supergroup chat", {"migrate_to_chat_id": chat.migrated_to}
            )
        else:
            self.belongs_to(chat)
            if chat.kind == "channel" and not chat.in_charge(self.bot.id):
                raise Refused("Bad Request: need administrator rights in the channel chat")
        return chat

    def belongs_to(self, chat: Chat) -> None:
        status = chat.members.get(self.bot.id, "left")
        if status == "kicked":
            raise Refused(f"Forbidden: bot was kicked from the {chat.kind} chat")
        if status == "left":
            raise Refused(f"Forbidden: bot is not a member of the {chat.kind} chat")

    def _may_be_written_to(self, chat: Chat) -> None:
        profile = self.profiles[chat.id]
        if profile.bot:
            raise Refused("Forbidden: bot can't send messages to bots")
        if profile.deactivated:
            raise Refused("Forbidden: user is deactivated")
        status = chat.members.get(self.bot.id)
        if status == "kicked":
            raise Refused("Forbidden: bot was blocked by the user")
        if status is None and not any(chat.id in other.requests for other in self.chats.values()):
            raise Refused("Forbidden: bot can't initiate conversation with a user")

    # ------------------------------------------------------------ messages

    def next_message(self, chat: Chat) -> tuple[int, int]:
        """The number of the next message of a chat, and its place among all."""
        chat.latest += 1
        return chat.latest, next(self._places)

    def keep(self, message: TelegramMessage) -> TelegramMessage:
        self.chats[message.chat].messages[message.message_id] = message
        return message

    def file(self, kind: str, name: str, mime: str, data: bytes, size: int | None = None) -> TelegramFile:
        number = next(self.numbers)
        extension = name.rpartition(".")[2] if "." in name else "bin"
        folder = FOLDERS.get(kind, f"{kind}s")
        file = TelegramFile(
            id=f"AgACAgQ{secrets.token_urlsafe(24)}{number}",
            unique_id=f"AQAD{number:08}",
            kind=kind,
            name=name,
            mime=mime,
            data=data,
            size=len(data) if size is None else size,
            path=f"{folder}/file_{number}.{extension}",
        )
        self.files[file.id] = file
        return file

    def known_file(self, id: str) -> TelegramFile:
        if id not in self.files:
            raise Wrong("Bad Request: wrong file identifier/HTTP URL specified")
        return self.files[id]
