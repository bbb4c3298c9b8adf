"""Chats: who is in them, and what the bot may do there."""

import secrets

from tests.platforms.fake import Obj
from tests.platforms.telegram.methods.method import Caller, method
from tests.platforms.telegram.objects import (
    full_chat_object,
    member_object,
    members_in_charge,
    user_object,
)
from tests.platforms.telegram.shapes import Refused, Wrong
from tests.platforms.telegram.world import Chat, Status

LONGEST_LINK_NAME = 32


@method("getChat", needs="chat_id")
def get_chat(caller: Caller, args: Obj) -> Obj:
    return full_chat_object(caller.world, _seen(caller, args))


@method("getChatMember", needs="chat_id user_id")
def get_chat_member(caller: Caller, args: Obj) -> Obj:
    chat = _seen(caller, args)
    profile = caller.world.profiles.get(args["user_id"])
    if profile is None:
        raise Refused("Bad Request: member not found")
    status: Status = chat.members.get(profile.id, "left")
    return member_object(profile, status)


@method("getChatAdministrators", needs="chat_id")
def get_chat_administrators(caller: Caller, args: Obj) -> list[Obj]:
    chat = _seen(caller, args)
    if chat.private:
        raise Refused("Bad Request: there are no administrators in the private chat")
    return members_in_charge(caller.world, chat)


def _seen(caller: Caller, args: Obj) -> Chat:
    chat = caller.world.chat(args["chat_id"])
    if chat.private:
        if caller.world.bot.id not in chat.members:
            raise Refused("Bad Request: chat not found")
    else:
        caller.world.belongs_to(chat)
    return chat


@method("leaveChat", needs="chat_id")
def leave_chat(caller: Caller, args: Obj) -> bool:
    chat = caller.chat(args)
    if chat.private:
        raise Refused("Bad Request: chat member status can't be changed in private chats")
    chat.members[caller.world.bot.id] = "left"
    return True


@method("pinChatMessage", needs="chat_id message_id", takes="business_connection_id disable_notification")
def pin_chat_message(caller: Caller, args: Obj) -> bool:
    chat = _managed(caller, args, "not enough rights to manage pinned messages in the chat")
    if args["message_id"] not in chat.messages:
        raise Refused("Bad Request: message to pin not found")
    chat.pinned.append(args["message_id"])
    return True


@method("unpinChatMessage", needs="chat_id", takes="business_connection_id message_id")
def unpin_chat_message(caller: Caller, args: Obj) -> bool:
    chat = _managed(caller, args, "not enough rights to manage pinned messages in the chat")
    if not chat.pinned:
        raise Refused("Bad Request: message to unpin not found")
    which = args.get("message_id", chat.pinned[-1])
    if which not in chat.pinned:
        raise Refused("Bad Request: message to unpin not found")
    chat.pinned.remove(which)
    return True


@method("createChatInviteLink", needs="chat_id", takes="name expire_date member_limit creates_join_request")
def create_chat_invite_link(caller: Caller, args: Obj) -> Obj:
    chat = _managed(caller, args, "not enough rights to manage chat invite link")
    asks = args.get("creates_join_request", False)
    if len(args.get("name", "")) > LONGEST_LINK_NAME:
        raise Wrong("Bad Request: invite link name is too long")
    if asks and "member_limit" in args:
        raise Wrong("Bad Request: member limit can't be specified for links requiring administrator approval")
    link: Obj = {
        "invite_link": f"https://t.me/+{secrets.token_urlsafe(12)}",
        **{name: args[name] for name in ("name", "expire_date", "member_limit") if args.get(name)},
        "creator": user_object(caller.world.bot),
        "creates_join_request": asks,
        "is_primary": False,
        "is_revoked": False,
    }
    chat.links.append(link)
    return link


def _managed(caller: Caller, args: Obj, refusal: str) -> Chat:
    chat = caller.chat(args)
    if not chat.private and not chat.in_charge(caller.world.bot.id):
        raise Refused(f"Bad Request: {refusal}")
    return chat


@method("approveChatJoinRequest", needs="chat_id user_id")
def approve_chat_join_request(caller: Caller, args: Obj) -> bool:
    _asked(caller, args).members[args["user_id"]] = "member"
    return True


@method("declineChatJoinRequest", needs="chat_id user_id")
def decline_chat_join_request(caller: Caller, args: Obj) -> bool:
    _asked(caller, args)
    return True


def _asked(caller: Caller, args: Obj) -> Chat:
    """The chat, where that person asked to join; now they have an answer."""
    chat = _managed(caller, args, "not enough rights")
    if args["user_id"] not in chat.requests:
        raise Refused("Bad Request: HIDE_REQUESTER_MISSING")
    chat.requests.remove(args["user_id"])
    return chat
