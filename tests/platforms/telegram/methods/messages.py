"""Sending words, and taking messages away."""

from tests.platforms.fake import Obj
from tests.platforms.telegram.keyboards import checked_markup
from tests.platforms.telegram.methods.method import Caller, method
from tests.platforms.telegram.objects import message_object
from tests.platforms.telegram.shapes import Refused, Wrong
from tests.platforms.telegram.texts import message_text
from tests.platforms.telegram.world import Chat, TelegramFile, TelegramMessage

DELETABLE_FOR_S = 48 * 3600
MOST_AT_ONCE = 100
ACTIONS = (
    *("typing", "upload_photo", "record_video", "upload_video", "record_voice", "upload_voice", "upload_document"),
    *("choose_sticker", "find_location", "record_video_note", "upload_video_note"),
)

SENT = (
    "business_connection_id message_thread_id direct_messages_topic_id disable_notification protect_content"
    " allow_paid_broadcast message_effect_id reply_parameters"
)
SENT_ALONE = f"{SENT} suggested_post_parameters reply_markup"


@method(
    "sendMessage",
    needs="chat_id text",
    takes=f"{SENT_ALONE} parse_mode entities link_preview_options",
    counts="message",
)
def send_message(caller: Caller, args: Obj) -> Obj:
    formatted = message_text(caller.world, "sendMessage", args)
    message = sent(caller, "sendMessage", args, text=formatted.text, entities=formatted.entities)
    return message_object(caller.world, message)


def sent(
    caller: Caller,
    method: str,
    args: Obj,
    *,
    text: str = "",
    caption: str = "",
    entities: tuple[Obj, ...] = (),
    file: TelegramFile | None = None,
    more: Obj | None = None,
) -> TelegramMessage:
    """The bot's message, in the chat that is meant."""
    world = caller.world
    markup = checked_markup(world, method, args.get("reply_markup"))
    chat = caller.chat(args)
    _check_place(args)
    reply_to = _reply_to(chat, args.get("reply_parameters"))
    if markup and "inline_keyboard" not in markup:
        chat.keyboard = None if "remove_keyboard" in markup else markup
        markup = None
    number, place = world.next_message(chat)
    return world.keep(
        TelegramMessage(
            chat.id,
            number,
            world.moment(),
            world.bot.id,
            place,
            text=text,
            caption=caption,
            entities=entities,
            file=file,
            more=more or {},
            reply_markup=markup,
            reply_to=reply_to,
            sender_chat=chat.id if chat.kind == "channel" else None,
            from_bot=True,
            protected=args.get("protect_content", False),
            previewed=not args.get("link_preview_options", {}).get("is_disabled"),
        )
    )


def _check_place(args: Obj) -> None:
    if args.get("business_connection_id"):
        raise Wrong("Bad Request: business connection not found")
    if args.get("message_thread_id"):
        raise Wrong("Bad Request: message thread not found")


def _reply_to(chat: Chat, parameters: Obj | None) -> int | None:
    if not parameters:
        return None
    if not isinstance(parameters.get("message_id"), int):
        raise Wrong('Bad Request: can\'t parse reply parameters: Field "message_id" must be of type Number')
    reply_to: int = parameters["message_id"]
    if reply_to in chat.messages:
        return reply_to
    if parameters.get("allow_sending_without_reply"):
        return None
    raise Refused("Bad Request: message to be replied not found")


@method("sendChatAction", needs="chat_id action", takes="business_connection_id message_thread_id")
def send_chat_action(caller: Caller, args: Obj) -> bool:
    if args["action"] not in ACTIONS:
        raise Wrong("Bad Request: wrong parameter action in request")
    caller.chat(args).actions.append(args["action"])
    return True


# ---------------------------------------------------------------- taking away


@method("deleteMessage", needs="chat_id message_id")
def delete_message(caller: Caller, args: Obj) -> bool:
    chat = caller.chat(args)
    message = chat.messages.get(args["message_id"])
    if message is None:
        raise Refused("Bad Request: message to delete not found")
    _delete(caller, chat, message)
    return True


@method("deleteMessages", needs="chat_id message_ids")
def delete_messages(caller: Caller, args: Obj) -> bool:
    if not 1 <= len(args["message_ids"]) <= MOST_AT_ONCE:
        raise Wrong("Bad Request: too many message identifiers specified")
    chat = caller.chat(args)
    for number in args["message_ids"]:
        if message := chat.messages.get(number):
            _delete(caller, chat, message)
    return True


def _delete(caller: Caller, chat: Chat, message: TelegramMessage) -> None:
    if caller.world.moment() - message.date > DELETABLE_FOR_S:
        raise Refused("Bad Request: message can't be deleted for everyone")
    if not (message.from_bot or chat.private or chat.in_charge(caller.world.bot.id)):
        raise Refused("Bad Request: message can't be deleted")
    chat.take_away(message.message_id)
