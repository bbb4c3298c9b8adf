"""Groups and channels: what happens in them."""

from dataclasses import replace
from typing import Protocol

from tests.platforms.telegram import payloads
from tests.platforms.telegram.delivery import Answer
from tests.platforms.telegram.entities import plain
from tests.platforms.telegram.wire import Wire
from tests.platforms.telegram.world import GROUP_ANONYMOUS_BOT, Chat, Profile, TelegramMessage

SUPERGROUPS = -1_002_000_000_000


class Somebody(Protocol):
    @property
    def profile(self) -> Profile: ...


class Place:
    """A chat of several, as its members see it."""

    def __init__(self, place: Chat, wire: Wire) -> None:
        self.place = place
        self._wire = wire

    @property
    def id(self) -> int:
        return self.place.id

    @property
    def title(self) -> str:
        return self.place.title

    @property
    def chat(self) -> list[TelegramMessage]:
        return [*self.place.messages.values()]

    @property
    def pinned(self) -> list[TelegramMessage]:
        return [self.place.messages[one] for one in self.place.pinned]

    def has(self, somebody: Somebody) -> bool:
        return self.place.has(somebody.profile.id)


class Group(Place):
    """Each act returns what the bot answered to what it heard of it."""

    async def adds_bot(self, by: Somebody, *, admin: bool = False) -> Answer:
        bot = self._wire.world.bot
        await self._wire.becomes(self.place, by.profile, bot, "administrator" if admin else "member")
        return await self._wire.service(self.place, by.profile.id, payloads.joined(bot))

    async def promotes_bot(self, by: Somebody) -> Answer:
        return await self._wire.becomes(self.place, by.profile, self._wire.world.bot, "administrator")

    async def removes_bot(self, by: Somebody) -> Answer:
        bot = self._wire.world.bot
        await self._wire.service(self.place, by.profile.id, payloads.left(bot))
        return await self._wire.becomes(self.place, by.profile, bot, "kicked")

    async def adds(self, whom: Somebody, by: Somebody) -> Answer:
        await self._wire.becomes(self.place, by.profile, whom.profile, "member")
        return await self._wire.service(self.place, by.profile.id, payloads.joined(whom.profile))

    async def loses(self, whom: Somebody) -> Answer:
        """Somebody leaves."""
        await self._wire.becomes(self.place, whom.profile, whom.profile, "left")
        return await self._wire.service(self.place, whom.profile.id, payloads.left(whom.profile))

    async def renames(self, title: str, by: Somebody) -> Answer:
        self.place.title = title
        return await self._wire.service(self.place, by.profile.id, {"new_chat_title": title})

    async def migrates(self) -> Answer:
        """The group becomes a supergroup, which has another id; this object is then that one."""
        world, old = self._wire.world, self.place
        owner = next(user for user, status in old.members.items() if status == "creator")
        new = Chat(SUPERGROUPS - next(world.numbers), "supergroup", old.title, {**old.members})
        world.chats[new.id] = self.place = new
        await self._wire.service(old, owner, {"migrate_to_chat_id": new.id})
        old.migrated_to = new.id
        content = {"migrate_from_chat_id": old.id}
        return await self._wire.service(new, GROUP_ANONYMOUS_BOT, content, sender_chat=new.id)


class Channel(Place):
    """A channel, in which nobody is seen to speak but the channel itself."""

    async def posts(self, text: str) -> Answer:
        return await self._wire.message(self.place, self.place.id, plain(text), sender_chat=self.place.id)

    async def edits(self, message_id: int, text: str) -> Answer:
        formatted, world = plain(text), self._wire.world
        post = replace(
            self.place.messages[message_id], text=formatted.text, entities=formatted.entities, edited=world.moment()
        )
        return await self._wire.tells("edited_channel_post", world.keep(post))
