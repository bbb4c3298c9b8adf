"""The JSON that Telegram makes of people, chats, files and messages."""

from tests.platforms.fake import Obj
from tests.platforms.telegram.world import (
    GROUP_ANONYMOUS_BOT,
    Chat,
    Profile,
    Status,
    TelegramFile,
    TelegramMessage,
    World,
)

GIFTS = ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels")
RIGHTS = (
    *("can_manage_chat", "can_delete_messages", "can_manage_video_chats", "can_restrict_members"),
    *("can_promote_members", "can_change_info", "can_invite_users", "can_post_stories", "can_edit_stories"),
    *("can_delete_stories", "can_pin_messages"),
)
PERMISSIONS = (
    *("can_send_messages", "can_send_audios", "can_send_documents", "can_send_photos", "can_send_videos"),
    *("can_send_video_notes", "can_send_voice_notes", "can_send_polls", "can_send_other_messages"),
    *("can_add_web_page_previews", "can_change_info", "can_invite_users", "can_pin_messages"),
)
PHOTO_SIDES = ((90, 67), (320, 240), (800, 600))


def user_object(profile: Profile) -> Obj:
    user: Obj = {"id": profile.id, "is_bot": profile.bot, "first_name": profile.first_name}
    for name in ("last_name", "username", "language_code"):
        if value := getattr(profile, name):
            user[name] = value
    return user


def anonymous_admin() -> Obj:
    """Who speaks where an administrator speaks as the group."""
    return {"id": GROUP_ANONYMOUS_BOT, "is_bot": True, "first_name": "Group", "username": "GroupAnonymousBot"}


def me_object(profile: Profile, *, reads_all: bool) -> Obj:
    return {
        **user_object(profile),
        "can_join_groups": True,
        "can_read_all_group_messages": reads_all,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
        "has_topics_enabled": False,
        "allows_users_to_create_topics": False,
    }


def chat_object(world: World, chat: Chat) -> Obj:
    if chat.private:
        user = user_object(world.profiles[chat.id])
        names: Obj = {name: user[name] for name in ("first_name", "last_name", "username") if name in user}
        return {"id": chat.id, **names, "type": "private"}
    made: Obj = {"id": chat.id, "title": chat.title, "type": chat.kind}
    if chat.kind == "group":
        made |= {"all_members_are_administrators": True, "accepted_gift_types": dict.fromkeys(GIFTS, False)}
    return made


def full_chat_object(world: World, chat: Chat) -> Obj:
    full: Obj = {
        **chat_object(world, chat),
        "accent_color_id": 2,
        "max_reaction_count": 11,
        "accepted_gift_types": dict.fromkeys(GIFTS, chat.private),
    }
    if chat.kind in ("group", "supergroup"):
        full["permissions"] = dict.fromkeys(PERMISSIONS, True)
    if chat.pinned:
        full["pinned_message"] = message_object(world, chat.messages[chat.pinned[-1]])
    return full


def member_object(profile: Profile, status: Status) -> Obj:
    member: Obj = {"user": user_object(profile), "status": status}
    match status:
        case "creator":
            member["is_anonymous"] = False
        case "administrator":
            member |= {"can_be_edited": False, "is_anonymous": False, **dict.fromkeys(RIGHTS, True)}
        case "kicked":
            member["until_date"] = 0
        case "member" | "left":
            pass
    return member


def members_in_charge(world: World, chat: Chat) -> list[Obj]:
    return [
        member_object(world.profiles[user], status)
        for user, status in chat.members.items()
        if chat.in_charge(user) and (user == world.bot.id or not world.profiles[user].bot)
    ]


def file_object(file: TelegramFile) -> Obj:
    return {"file_id": file.id, "file_unique_id": file.unique_id, "file_size": file.size}


def media_object(file: TelegramFile) -> Obj:
    """What a message says of its file, and under which name."""
    match file.kind:
        case "photo":
            # A client makes smaller ones of a picture; they are the same file here.
            return {"photo": [{**file_object(file), "width": wide, "height": high} for wide, high in PHOTO_SIDES]}
        case "document":
            return {"document": {"file_name": file.name, "mime_type": file.mime, **file_object(file)}}
        case _:
            return {file.kind: {"mime_type": file.mime, **file_object(file)}}


def message_object(world: World, message: TelegramMessage, *, reply: bool = True) -> Obj:
    chat = world.chats[message.chat]
    made: Obj = {"message_id": message.message_id}
    if message.sender == GROUP_ANONYMOUS_BOT:
        made["from"] = anonymous_admin()
    elif chat.kind != "channel":
        made["from"] = user_object(world.profiles[message.sender])
    if message.sender_chat is not None:
        made["sender_chat"] = chat_object(world, world.chats[message.sender_chat])
    made["chat"] = chat_object(world, chat)
    made["date"] = message.date
    if message.edited is not None:
        made["edit_date"] = message.edited
    if reply and message.reply_to in chat.messages:
        made["reply_to_message"] = message_object(world, chat.messages[message.reply_to], reply=False)
    made |= _content(message)
    if message.rows:
        made["reply_markup"] = message.reply_markup
    if message.protected:
        made["has_protected_content"] = True
    return made


def _content(message: TelegramMessage) -> Obj:
    content: Obj = {}
    if message.text:
        content["text"] = message.text
        if message.entities:
            content["entities"] = [*message.entities]
        if message.from_bot and not message.previewed:
            content["link_preview_options"] = {"is_disabled": True}
    if message.file:
        media = media_object(message.file)
        for name, about in message.more.items():
            media[name] = {**about, **media[name]} if name in media else about
        content |= media
    else:
        content |= message.more
    if message.caption:
        content["caption"] = message.caption
        if message.entities:
            content["caption_entities"] = [*message.entities]
    return content
