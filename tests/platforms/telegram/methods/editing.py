"""Changing messages in place."""

from dataclasses import replace

from tests.platforms.fake import Obj
from tests.platforms.telegram.keyboards import checked_markup
from tests.platforms.telegram.methods.media import sent_media
from tests.platforms.telegram.methods.method import Caller, method
from tests.platforms.telegram.objects import message_object
from tests.platforms.telegram.shapes import Refused, Wrong
from tests.platforms.telegram.texts import caption, message_text
from tests.platforms.telegram.world import TelegramMessage

WHICH = "chat_id message_id"
EDITED = "business_connection_id inline_message_id reply_markup"
REACTIONS = (
    *("👍", "👎", "❤", "🔥", "🥰", "👏", "😁", "🤔", "🤯", "😱", "🤬", "😢", "🎉", "🤩", "🤮", "💩"),
    *("🙏", "👌", "🕊", "🤡", "🥱", "🥴", "😍", "🐳", "❤️‍🔥", "🌚", "🌭", "💯", "🤣", "⚡", "🍌", "🏆"),
    *("💔", "🤨", "😐", "🍓", "🍾", "💋", "🖕", "😈", "😴", "😭", "🤓", "👻", "👨‍💻", "👀", "🎃", "🙈"),
    *("😇", "😨", "🤝", "✍", "🤗", "🫡", "🎅", "🎄", "☃", "💅", "🤪", "🗿", "🆒", "💘", "🙉", "🦄"),
    *("😘", "💊", "🙊", "😎", "👾", "🤷‍♂️", "🤷", "🤷‍♀️", "😡"),
)
NOT_MODIFIED = (
    "Bad Request: message is not modified: specified new message content and reply markup are exactly the same"
    " as a current content and reply markup of the message"
)


@method(
    "editMessageText",
    needs=f"{WHICH} text",
    takes=f"{EDITED} parse_mode entities link_preview_options",
    counts="edit",
)
def edit_message_text(caller: Caller, args: Obj) -> Obj:
    formatted = message_text(caller.world, "editMessageText", args)
    message = _message(caller, args)
    if not message.text:
        raise Refused("Bad Request: there is no text in the message to edit")
    after = replace(
        message,
        text=formatted.text,
        entities=formatted.entities,
        previewed=not args.get("link_preview_options", {}).get("is_disabled"),
    )
    return _edited(caller, "editMessageText", args, message, after)


@method(
    "editMessageCaption",
    needs=WHICH,
    takes=f"{EDITED} caption parse_mode caption_entities show_caption_above_media",
    counts="edit",
)
def edit_message_caption(caller: Caller, args: Obj) -> Obj:
    formatted = caption(caller.world, "editMessageCaption", args)
    message = _message(caller, args)
    if message.file is None:
        raise Refused("Bad Request: there is no caption in the message to edit")
    after = replace(message, caption=formatted.text, entities=formatted.entities)
    return _edited(caller, "editMessageCaption", args, message, after)


@method("editMessageMedia", needs=f"{WHICH} media", takes=EDITED, counts="edit")
def edit_message_media(caller: Caller, args: Obj) -> Obj:
    media = sent_media(caller, "editMessageMedia", args["media"])
    message = _message(caller, args)
    words = media.formatted
    after = replace(message, text="", caption=words.text, entities=words.entities, file=media.file, more=media.more)
    return _edited(caller, "editMessageMedia", args, message, after)


@method("editMessageReplyMarkup", needs=WHICH, takes=EDITED, counts="edit")
def edit_message_reply_markup(caller: Caller, args: Obj) -> Obj:
    message = _message(caller, args)
    return _edited(caller, "editMessageReplyMarkup", args, message, message)


def _message(caller: Caller, args: Obj) -> TelegramMessage:
    if args.get("inline_message_id") or args.get("business_connection_id"):
        raise Wrong("Bad Request: message to edit not found")
    message = caller.chat(args).messages.get(args["message_id"])
    if message is None:
        raise Refused("Bad Request: message to edit not found")
    if not message.from_bot:
        raise Refused("Bad Request: message can't be edited")
    return message


def _edited(caller: Caller, method: str, args: Obj, message: TelegramMessage, after: TelegramMessage) -> Obj:
    """The message as it is afterwards; a keyboard that is not given again is gone."""
    world = caller.world
    markup = checked_markup(world, method, args.get("reply_markup"), inline=True)
    # A new keyboard alone is no edit that people are shown.
    edited = message.edited if after is message else world.moment()
    after = replace(after, reply_markup=markup)
    if after == message:
        raise Refused(NOT_MODIFIED)
    return message_object(world, world.keep(replace(after, edited=edited)))


@method("setMessageReaction", needs=WHICH, takes="reaction is_big")
def set_message_reaction(caller: Caller, args: Obj) -> bool:
    reactions = args.get("reaction", [])
    if len(reactions) > 1:
        raise Wrong("Bad Request: REACTIONS_TOO_MANY")
    for reaction in reactions:
        if not isinstance(reaction, dict) or reaction.get("type") not in ("emoji", "custom_emoji"):
            raise Wrong("Bad Request: can't parse ReactionType: invalid reaction type specified")
        if reaction.get("emoji") not in REACTIONS:
            raise Wrong("Bad Request: REACTION_INVALID")
    message = caller.chat(args).messages.get(args["message_id"])
    if message is None:
        raise Refused("Bad Request: message to react not found")
    caller.world.keep(replace(message, reaction=reactions[0]["emoji"] if reactions else ""))
    return True
