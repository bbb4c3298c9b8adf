"""Every limit of the Bot API, just within and just over."""

import pytest
from telegram.constants import ChatAction, ReactionEmoji

from tests.platforms.fake import Obj
from tests.platforms.telegram.methods import METHODS
from tests.platforms.telegram.methods.editing import REACTIONS
from tests.platforms.telegram.methods.messages import ACTIONS
from tests.platforms.telegram.people import Person
from tests.platforms.telegram.real_bot import raw
from tests.platforms.telegram.server import FakeTelegram

OFF: Obj = {"is_disabled": True}


def button(text: str = "x", **more: object) -> Obj:
    return {"text": text, **(more or {"callback_data": "x"})}


def markup(*buttons: Obj) -> Obj:
    return {"reply_markup": {"inline_keyboard": [[one] for one in buttons]}}


def text(text: str, **more: object) -> Obj:
    return {"text": text, **more}


GOOD: dict[str, tuple[str, Obj]] = {
    "a long text": ("sendMessage", text("🙂" * 2_048)),
    "a long text when its HTML is read": ("sendMessage", text("<b>" + "&lt;" * 4_096 + "</b>", parse_mode="HTML")),
    "a hundred entities": ("sendMessage", text("<b>x</b>y" * 100, parse_mode="html")),
    "long data": ("sendMessage", text("x", **markup(button(callback_data="é" * 32)))),
    "a hundred buttons": (
        "sendMessage",
        text("x", reply_markup={"inline_keyboard": [[button()] * 8] * 12 + [[button()] * 4]}),
    ),
    "a link": ("sendMessage", text("x", **markup(button("x" * 64, url="https://t.me/WaymarkBot?start=x")))),
    "keys": ("sendMessage", text("x", reply_markup={"keyboard": [["Yes", {"text": "No"}]], "resize_keyboard": True})),
    "no keys": ("sendMessage", text("x", reply_markup={"remove_keyboard": True})),
    "a reply": ("sendMessage", text("x", reply_markup={"force_reply": True, "input_field_placeholder": "x" * 64})),
    "an answer": ("sendMessage", text("x", reply_parameters={"message_id": 1})),
    "an answer to what is gone": (
        "sendMessage",
        text("x", reply_parameters={"message_id": 99, "allow_sending_without_reply": True}),
    ),
    "JSON in strings": (
        "sendMessage",
        text("x", link_preview_options='{"is_disabled": true}', protect_content="true", chat_id="5100000001"),
    ),
    "a method in small letters": ("sendmessage", text("x")),
}
BAD: dict[str, tuple[str, Obj, str]] = {
    "no text": ("sendMessage", {}, "message text is empty"),
    "an empty text": ("sendMessage", text(""), "message text is empty"),
    "a text of spaces": ("sendMessage", text(" \n "), "text must be non-empty"),
    "a text over the limit": ("sendMessage", text("🙂" * 2_048 + "x"), "message is too long"),
    "HTML": (
        "sendMessage",
        text("<p>x</p>", parse_mode="HTML"),
        'can\'t parse entities: Unsupported start tag "p" at byte offset 0',
    ),
    "a parse mode": ("sendMessage", text("x", parse_mode="BBCode"), "unsupported parse_mode"),
    "a given entity": (
        "sendMessage",
        text("x", entities=[{"type": "bold", "offset": 0, "length": 2}]),
        "entity beyond the end of the text",
    ),
    "data over the limit": (
        "sendMessage",
        text("x", **markup(button(callback_data="é" * 32 + "x"))),
        "BUTTON_DATA_INVALID",
    ),
    "a link that is none": (
        "sendMessage",
        text("x", **markup(button(url="mailto:ada@example.org"))),
        "BUTTON_URL_INVALID",
    ),
    "a button that does nothing": (
        "sendMessage",
        text("x", **markup({"text": "x"})),
        "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
    ),
    "a button without words": (
        "sendMessage",
        text("x", **markup(button(" "))),
        "inline keyboard button text must be non-empty",
    ),
    "a button without text": (
        "sendMessage",
        text("x", **markup({"callback_data": "x"})),
        "can't parse inline keyboard button: Can't find field \"text\"",
    ),
    "a hundred and one buttons": (
        "sendMessage",
        text("x", reply_markup={"inline_keyboard": [[button()]] * 101}),
        "reply markup is too long",
    ),
    "rows that are none": (
        "sendMessage",
        text("x", reply_markup={"inline_keyboard": [button()]}),
        'field "inline_keyboard" must be an Array of Arrays',
    ),
    "markup that is no JSON": ("sendMessage", text("x", reply_markup="{"), "can't parse reply markup JSON object"),
    "markup that is a list": ("sendMessage", text("x", reply_markup="[]"), "object expected as reply markup"),
    "two kinds of markup": (
        "sendMessage",
        text("x", reply_markup={"force_reply": True, "remove_keyboard": True}),
        "object expected as reply markup",
    ),
    "a number that is none": ("sendMessage", text("x", chat_id="ada"), "can't parse chat_id as a Number"),
    "a flag that is none": (
        "sendMessage",
        text("x", protect_content="maybe"),
        "can't parse protect_content as a Boolean",
    ),
    "no chat": ("sendMessage", text("x", chat_id=""), "chat_id is empty"),
    "keys under an edit": (
        "editMessageText",
        text("y", message_id=2, reply_markup={"keyboard": [["x"]]}),
        "inline keyboard expected",
    ),
    "no message": ("editMessageText", text("y"), "message identifier is not specified"),
    "no photo": ("sendPhoto", {}, "there is no photo in the request"),
    "a photo that nobody knows": ("sendPhoto", {"photo": "AgAC"}, "wrong file identifier/HTTP URL specified"),
    "an action": ("sendChatAction", {"action": "thinking"}, "wrong parameter action in request"),
    "a reaction": (
        "setMessageReaction",
        {"message_id": 1, "reaction": [{"type": "emoji", "emoji": "🫖"}]},
        "REACTION_INVALID",
    ),
    "a long toast": ("answerCallbackQuery", {"callback_query_id": "1", "text": "x" * 201}, "MESSAGE_TOO_LONG"),
    "a command with capitals": (
        "setMyCommands",
        {"commands": [{"command": "Help", "description": "x"}]},
        "BOT_COMMAND_INVALID",
    ),
    "a long command": (
        "setMyCommands",
        {"commands": [{"command": "x" * 33, "description": "x"}]},
        "BOT_COMMAND_INVALID",
    ),
    "a command undescribed": (
        "setMyCommands",
        {"commands": [{"command": "help", "description": ""}]},
        "BOT_COMMAND_DESCRIPTION_INVALID",
    ),
    "a long description": (
        "setMyCommands",
        {"commands": [{"command": "help", "description": "x" * 257}]},
        "BOT_COMMAND_DESCRIPTION_INVALID",
    ),
    "many commands": (
        "setMyCommands",
        {"commands": [{"command": "x", "description": "x"}] * 101},
        "BOT_COMMANDS_TOO_MUCH",
    ),
    "a scope": (
        "setMyCommands",
        {"commands": [], "scope": {"type": "everybody"}},
        "can't parse BotCommandScope: Unsupported type specified",
    ),
    "a long description of the bot": ("setMyDescription", {"description": "x" * 513}, "BOT_DESCRIPTION_TOO_LONG"),
    "a long short description": (
        "setMyShortDescription",
        {"short_description": "x" * 121},
        "BOT_SHORT_DESCRIPTION_TOO_LONG",
    ),
}
HELD: dict[str, tuple[Obj, str]] = {
    "a preview": (text("x", link_preview_options={}), "without is_disabled in link_preview_options"),
    "an unknown parameter": (text("x", reply_to_message_id=1), "it has no parameter reply_to_message_id"),
    "a hundred and one entities": (text("<b>x</b>y" * 101, parse_mode="HTML"), "101 entities, of which 100 are read"),
    "nine in a row": (text("x", reply_markup={"inline_keyboard": [[button()] * 9]}), "9 buttons in a row"),
    "a long label": (text("x", **markup(button("x" * 65))), "a label of 65 characters"),
    "two uses of a button": (text("x", **markup(button(callback_data="x", url="example.org"))), "url or callback_data"),
    "an unknown field": (text("x", **markup(button(callback_data="x", colour="red"))), "a button has no field colour"),
    "an unknown field of keys": (
        text("x", reply_markup={"force_reply": True, "now": 1}),
        "force_reply has no field now",
    ),
}


@pytest.fixture
async def started(fake: FakeTelegram, ada: Person) -> Person:
    """Ada, with a message of hers and one of the bot's."""
    await ada.starts()
    await raw(fake, "sendMessage", **to(ada, text("Hello")))
    return ada


def to(person: Person, given: Obj) -> Obj:
    return (
        {"chat_id": person.id, "link_preview_options": OFF, **given}
        if "text" in given
        else {"chat_id": person.id, **given}
    )


@pytest.mark.parametrize("what", GOOD)
async def test_what_is_just_within_a_limit_is_taken(fake: FakeTelegram, started: Person, what: str) -> None:
    method, given = GOOD[what]
    status, body = await raw(fake, method, **to(started, given))
    assert (status, body["ok"], fake.violations) == (200, True, [])


@pytest.mark.parametrize("what", BAD)
async def test_what_is_just_over_a_limit_is_refused_and_held_against_the_bot(
    fake: FakeTelegram, started: Person, what: str
) -> None:
    method, given, said = BAD[what]
    arguments = to(started, given) if "chat_id" in METHODS[method.lower()].takes else given
    status, body = await raw(fake, method, **arguments)
    assert body == {"ok": False, "error_code": 400, "description": f"Bad Request: {said}"}
    assert (status, fake.violations[0].startswith(f"{method}: ")) == (400, True)


@pytest.mark.parametrize("what", HELD)
async def test_what_works_but_should_not_be_is_held_against_the_bot(
    fake: FakeTelegram, started: Person, what: str
) -> None:
    given, said = HELD[what]
    status, _ = await raw(fake, "sendMessage", **to(started, given))
    assert (status, len(fake.violations), said in fake.violations[0]) == (200, 1, True)


async def test_an_unknown_method_is_not_found(fake: FakeTelegram) -> None:
    status, body = await raw(fake, "sendHologram")
    assert (status, body["description"], fake.violations) == (404, "Not Found", ["sendHologram: Not Found"])


def test_the_lists_of_emoji_and_actions_are_telegrams() -> None:
    assert {*REACTIONS} == {*ReactionEmoji}
    assert {*ACTIONS} == {*ChatAction}
