"""Changing messages in place."""

from dataclasses import replace

from tests.platforms.telegram.keyboards import checked_markup
from tests.platforms.telegram.methods.media import sent_media
from tests.platforms.telegram.methods.method import Caller, method
from tests.platforms.telegram.objects import message_object
from tests.platforms.telegram.shapes import Obj, Refused, Wrong
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
    return _edited(caller, "editMessageText", args, message, text=formatted.text, entities=formatted.entities)


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
    return _edited(caller, "editMessageCaption", args, message, caption=formatted.text, entities=formatted.entities)


@method("editMessageMedia", needs=f"{WHICH} media", takes=EDITED, counts="edit")
def edit_message_media(caller: Caller, args: Obj) -> Obj:
    media = sent_media(caller, "editMessageMedia", args["media"])
    message = _message(caller, args)
    return _edited(
        caller,
        "editMessageMedia",
        args,
        message,
        text="",
        caption=media.formatted.text,
        entities=media.formatted.entities,
        file=media.file,
        more=media.more,
    )


@method("editMessageReplyMarkup", needs=WHICH, takes=EDITED, counts="edit")
def edit_message_reply_markup(caller: Caller, args: Obj) -> Obj:
    return _edited(caller, "editMessageReplyMarkup", args, _message(caller, args))


def _message(caller: Caller, args: Obj) -> TelegramMessage:
    if args.get("inline_message_id") or args.get("business_connection_id"):
        raise Wrong("Bad Request: message to edit not found")
    message = caller.chat(args).messages.get(args["message_id"])
    if message is None:
        raise Refused("Bad Request: message to edit not found")
    if not message.from_bot:
        raise Refused("Bad Request: message can't be edited")
    return message


def _edited(caller: Caller, method: str, args: Obj, message: TelegramMessage, **changed: object) -> Obj:
    """The message with these things changed; a keyboard that is not given again is gone."""
    world = caller.world
    markup = checked_markup(world, method, args.get("reply_markup"), inline=True)
    after = replace(message, reply_markup=markup, **changed)  # type: ignore[arg-type]  # fields of a message, by name
    if after == message:
        raise Refused(NOT_MODIFIED)
    previewed = not args.get("link_preview_options", {}).get("is_disabled") if "text" in args else message.previewed
    # A new keyboard alone is no edit that people are shown.
    edited = world.moment() if changed else message.edited
    return message_object(world, world.keep(replace(after, edited=edited, previewed=previewed)))


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
