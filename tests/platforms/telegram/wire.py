"""What lies between the people and the bot: which of the things that they do it hears of."""

from collections.abc import Callable
from dataclasses import dataclass

from tests.platforms.fake import Obj
from tests.platforms.telegram import payloads
from tests.platforms.telegram.delivery import Answer, Delivery
from tests.platforms.telegram.entities import words_of
from tests.platforms.telegram.html_text import Formatted
from tests.platforms.telegram.objects import message_object
from tests.platforms.telegram.world import Chat, Profile, Query, Status, TelegramFile, TelegramMessage, World

SERVICE = (
    *("new_chat_members", "left_chat_member", "new_chat_title", "migrate_to_chat_id", "migrate_from_chat_id"),
    *("group_chat_created", "pinned_message"),
)
NOT_HEARD = Answer(why="not_heard")


@dataclass
class Wire:
    world: World
    delivery: Delivery
    reads_all: bool
    loop_time: Callable[[], float]

    # ------------------------------------------------------------ messages

    async def message(
        self,
        chat: Chat,
        sender: int,
        formatted: Formatted | None = None,
        *,
        file: TelegramFile | None = None,
        more: Obj | None = None,
        reply_to: int | None = None,
        sender_chat: int | None = None,
    ) -> Answer:
        """Somebody says something in a chat; beside a file the words are its caption."""
        said = formatted or Formatted("")
        number, place = self.world.next_message(chat)
        message = self.world.keep(
            TelegramMessage(
                chat.id,
                number,
                self.world.moment(),
                sender,
                place,
                text="" if file else said.text,
                caption=said.text if file else "",
                entities=said.entities,
                file=file,
                more=more or {},
                reply_to=reply_to,
                sender_chat=sender_chat,
            )
        )
        return await self.tells("channel_post" if chat.kind == "channel" else "message", message)

    async def service(self, chat: Chat, sender: int, content: Obj, *, sender_chat: int | None = None) -> Answer:
        """A line in a chat about what happened there."""
        return await self.message(chat, sender, more=content, sender_chat=sender_chat)

    async def tells(self, kind: str, message: TelegramMessage) -> Answer:
        if not self._hears(message):
            return Answer(why="not_heard", message_id=message.message_id)
        answer = await self.delivery.send(kind, message_object(self.world, message), message.chat)
        return Answer(answer.status, answer.why, message.message_id)

    def _hears(self, message: TelegramMessage) -> bool:
        """In a group, in privacy mode, only what is meant for the bot, and what happens to the group."""
        chat, bot = self.world.chats[message.chat], self.world.bot
        if chat.private:
            return True
        if not chat.has(bot.id):
            return False
        if self.reads_all or chat.kind == "channel" or chat.in_charge(bot.id):
            return True
        replied_to = chat.messages.get(message.reply_to or 0)
        return (
            any(name in message.more for name in SERVICE)
            or (replied_to is not None and replied_to.from_bot)
            or any(self._is_meant(message, entity) for entity in message.entities)
        )

    def _is_meant(self, message: TelegramMessage, entity: Obj) -> bool:
        words = words_of(message.text or message.caption, entity).lower()
        name = f"@{self.world.bot.username.lower()}"
        match entity["type"]:
            case "mention":
                return words == name
            case "bot_command":
                return "@" not in words or words.endswith(name)
            case _:
                return False

    # ------------------------------------------------------------ presses

    async def press(self, person: int, data: str, on: TelegramMessage) -> Answer:
        world = self.world
        query = Query(str(4_382_900_000_000_000 + next(world.numbers)), person, data, self.loop_time())
        world.queries[query.id] = query
        return await self.delivery.send("callback_query", payloads.callback_query(world, query, on), on.chat)

    # ------------------------------------------------------------ members

    async def becomes(self, chat: Chat, by: Profile, whom: Profile, after: Status) -> Answer:
        """Somebody's place in a chat changes. The bot hears of its own; of others' where it is in charge."""
        bot = self.world.bot
        before: Status = chat.members.get(whom.id, "left")
        chat.members[whom.id] = after
        if whom is not bot and not chat.in_charge(bot.id):
            return NOT_HEARD
        kind = "my_chat_member" if whom is bot else "chat_member"
        payload = payloads.member_updated(self.world, chat, by, whom, before, after)
        return await self.delivery.send(kind, payload, chat.id)
