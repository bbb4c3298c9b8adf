"""The JSON that Telegram sends: what people put into messages, and the updates about all that they do."""

from tests.platforms.fake import Obj
from tests.platforms.telegram.objects import (
    chat_object,
    file_object,
    member_object,
    message_object,
    user_object,
)
from tests.platforms.telegram.world import Chat, Profile, Query, Status, TelegramFile, TelegramMessage, World

# ---------------------------------------------------------------- what a message may hold


def voice(seconds: int) -> Obj:
    """What is said of a voice note beside its file."""
    return {"voice": {"duration": seconds}}


def video_note(file: TelegramFile, seconds: int) -> Obj:
    return {"video_note": {"duration": seconds, "length": 240, **file_object(file)}}


def sticker(file: TelegramFile) -> Obj:
    return {
        "sticker": {
            "width": 512,
            "height": 512,
            "emoji": "👋",
            "set_name": "HotCherry",
            "is_animated": False,
            "is_video": False,
            "type": "regular",
            **file_object(file),
        }
    }


def location(latitude: float, longitude: float) -> Obj:
    return {"location": {"latitude": latitude, "longitude": longitude}}


def contact(profile: Profile) -> Obj:
    return {"contact": {"phone_number": "447700900123", "first_name": profile.first_name, "user_id": profile.id}}


def poll(id: int, question: str, options: list[str]) -> Obj:
    return {
        "poll": {
            "id": str(id),
            "question": question,
            "options": [
                {"persistent_id": str(n), "text": option, "voter_count": 0} for n, option in enumerate(options)
            ],
            "total_voter_count": 0,
            "is_closed": False,
            "is_anonymous": True,
            "allows_multiple_answers": False,
            "allows_revoting": True,
            "members_only": False,
            "type": "regular",
        }
    }


def dice(value: int) -> Obj:
    return {"dice": {"emoji": "🎲", "value": value}}


def forwarded(origin: Profile, date: int) -> Obj:
    """Where a message was forwarded from, with the fields that said so in older days and are still sent."""
    sender = user_object(origin)
    return {
        "forward_origin": {"type": "user", "sender_user": sender, "date": date},
        "forward_from": sender,
        "forward_date": date,
    }


def joined(profile: Profile) -> Obj:
    """With the two fields that said so in older days and are still sent."""
    user = user_object(profile)
    return {"new_chat_participant": user, "new_chat_member": user, "new_chat_members": [user]}


def left(profile: Profile) -> Obj:
    user = user_object(profile)
    return {"left_chat_participant": user, "left_chat_member": user}


# ---------------------------------------------------------------- updates


def callback_query(world: World, query: Query, pressed: TelegramMessage) -> Obj:
    chat = world.chats[pressed.chat]
    there = chat.messages.get(pressed.message_id)
    inaccessible = {"message_id": pressed.message_id, "chat": chat_object(world, chat), "date": 0}
    return {
        "id": query.id,
        "from": user_object(world.profiles[query.person]),
        "message": message_object(world, there) if there else inaccessible,
        "chat_instance": str(-4_000_000_000_000_000_000 + chat.id % 1_000_000_007),
        "data": query.data,
    }


def member_updated(world: World, chat: Chat, by: Profile, whom: Profile, before: Status, after: Status) -> Obj:
    return {
        "chat": chat_object(world, chat),
        "from": user_object(by),
        "date": world.moment(),
        "old_chat_member": member_object(whom, before),
        "new_chat_member": member_object(whom, after),
    }


def join_request(world: World, chat: Chat, who: Profile, link: Obj | None) -> Obj:
    request = {
        "chat": chat_object(world, chat),
        "from": user_object(who),
        "user_chat_id": who.id,
        "date": world.moment(),
    }
    return {**request, "invite_link": link} if link else request


def message_reaction(world: World, message: TelegramMessage, who: Profile, before: str, after: str) -> Obj:
    return {
        "chat": chat_object(world, world.chats[message.chat]),
        "message_id": message.message_id,
        "user": user_object(who),
        "date": world.moment(),
        "old_reaction": _reactions(before),
        "new_reaction": _reactions(after),
    }


def _reactions(emoji: str) -> list[Obj]:
    return [{"type": "emoji", "emoji": emoji}] if emoji else []
