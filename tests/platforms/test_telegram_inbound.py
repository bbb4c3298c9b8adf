"""What comes in from Telegram, in samples of its JSON: what it is to the bot, and what is nothing for it."""

from copy import deepcopy
from datetime import UTC, datetime
from functools import partial
from typing import Any

import pytest
from telegram import Bot, Update

from bot.chat.platform import (
    Address,
    Arrived,
    Corrected,
    Inbound,
    Incoming,
    Left,
    Met,
    Pressed,
    Returned,
    Said,
    Sent,
    What,
)
from bot.platforms.telegram.inbound import TOLD, Heard, Ignored, Me, read
from tests.platforms.telegram.delivery import ALL_KINDS

Obj = dict[str, Any]  # JSON of somebody else's

ME = Me(7_314_159_265, "WaymarkBot")
OURSELVES: Obj = {"id": ME.id, "is_bot": True, "first_name": "Waymark", "username": "WaymarkBot"}
ADA: Obj = {"id": 5_100_000_001, "is_bot": False, "first_name": "Ada", "last_name": "Okafor", "language_code": "en"}
PRIVATE: Obj = {"id": 5_100_000_001, "type": "private", "first_name": "Ada", "last_name": "Okafor"}
GROUP: Obj = {"id": -4_200_000_001, "type": "group", "title": "Team"}
SUPERGROUP: Obj = {"id": -1_002_000_000_001, "type": "supergroup", "title": "Team", "is_forum": False}
CHANNEL: Obj = {"id": -1_002_000_000_002, "type": "channel", "title": "News"}
ANONYMOUS: Obj = {"id": 1_087_968_824, "is_bot": True, "first_name": "Group", "username": "GroupAnonymousBot"}
STICKER: Obj = {"width": 9, "height": 9, "type": "regular", "is_animated": False, "is_video": False}
BOT = Bot(f"{ME.id}:of-nobody")


SAID_AT = 1_799_139_600
said = partial(Said, at=datetime.fromtimestamp(SAID_AT, UTC))


def message(chat: Obj = PRIVATE, sender: Obj | None = ADA, **more: Any) -> Obj:
    about = {"from": sender} if sender else {}
    return {"message_id": 17, "date": SAID_AT, "chat": chat, **about, **more}


def words(text: str, *entities: tuple[str, int, int], key: str = "text") -> Obj:
    of = "entities" if key == "text" else "caption_entities"
    return {key: text, of: [{"type": kind, "offset": at, "length": length} for kind, at, length in entities]}


def update(kind: str, payload: Obj) -> Update:
    return Update.de_json({"update_id": 871_204_511, kind: deepcopy(payload)}, BOT)


def heard(kind: str, payload: Obj) -> What:
    """What this is to the bot; it must be Ada’s, under the update’s number."""
    found = read(update(kind, payload), ME)
    assert isinstance(found, Heard), found
    assert found.inbound == Inbound(
        Address("telegram", "", "5100000001"), "871204511", found.inbound.what, "Ada Okafor"
    )
    return found.inbound.what


def ignored(kind: str, payload: Obj) -> str:
    found = read(update(kind, payload), ME)
    assert isinstance(found, Ignored), found
    return found.kind


# ---------------------------------------------------------------- in private


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (words("What can you do?"), said("What can you do?", sent=Sent("5100000001/17"))),
        (words("/notes", ("bot_command", 0, 6)), said("/notes", sent=Sent("5100000001/17"))),
        (words("/notes@WaymarkBot x", ("bot_command", 0, 17)), said("/notes x", sent=Sent("5100000001/17"))),
        (words("/notes@AnotherBot", ("bot_command", 0, 17)), said("/notes@AnotherBot", sent=Sent("5100000001/17"))),
        (words("/start", ("bot_command", 0, 6)), Arrived()),
        (words("/start abc_DEF-1", ("bot_command", 0, 6)), Arrived("abc_DEF-1")),
        (words("/start@WaymarkBot abc", ("bot_command", 0, 17)), Arrived("abc")),
        (words("/started", ("bot_command", 0, 8)), said("/started", sent=Sent("5100000001/17"))),
        (words("👩‍🏫 @WaymarkBot hi", ("mention", 6, 11)), said("👩‍🏫  hi", sent=Sent("5100000001/17"))),
    ],
)
def test_words_in_the_private_chat(content: Obj, what: What) -> None:
    assert heard("message", message(**content)) == what


@pytest.mark.parametrize(
    ("content", "file"),
    [
        (
            {"voice": {"file_id": "V", "file_unique_id": "v", "duration": 42, "file_size": 900}},
            Incoming("V", "voice.ogg", "audio/ogg", 900, 42),
        ),
        (
            {"voice": {"file_id": "V", "file_unique_id": "v", "duration": 42, "mime_type": "audio/mpeg"}},
            Incoming("V", "voice.ogg", "audio/mpeg", 0, 42),
        ),
        (
            {"audio": {"file_id": "A", "file_unique_id": "a", "duration": 7, "file_name": "minutes.m4a"}},
            Incoming("A", "minutes.m4a", "audio/mpeg", 0, 7),
        ),
        (
            {
                "photo": [
                    {"file_id": "P1", "file_unique_id": "p1", "width": 90, "height": 60, "file_size": 10},
                    {"file_id": "P2", "file_unique_id": "p2", "width": 900, "height": 600, "file_size": 1000},
                ]
            },
            Incoming("P2", "photo.jpg", "image/jpeg", 1000),
        ),
        (
            {"document": {"file_id": "D", "file_unique_id": "d", "file_size": 21_000_000}},
            Incoming("D", "file", "application/octet-stream", 21_000_000),
        ),
        (
            {"document": {"file_id": "D", "file_unique_id": "d", "file_name": "a.png", "mime_type": "image/png"}},
            Incoming("D", "a.png", "image/png"),
        ),
    ],
)
def test_files_with_words_and_without(content: Obj, file: Incoming) -> None:
    sent = Sent("5100000001/17")
    assert heard("message", message(**content)) == said("", sent=sent, files=(file,))
    assert heard("message", message(**content, caption=" reflect: it ")) == said(
        "reflect: it", sent=sent, files=(file,)
    )


@pytest.mark.parametrize(
    ("kind", "content"),
    [
        ("location", {"latitude": 51.5, "longitude": -0.1}),
        ("contact", {"phone_number": "447700900123", "first_name": "Bea"}),
        ("dice", {"emoji": "🎲", "value": 4}),
        ("venue", {"location": {"latitude": 51.5, "longitude": -0.1}, "title": "City Hall", "address": "SE1"}),
        ("video_note", {"file_id": "N", "file_unique_id": "n", "length": 240, "duration": 5}),
        ("video", {"file_id": "F", "file_unique_id": "f", "width": 1, "height": 1, "duration": 5}),
    ],
)
def test_what_can_not_be_kept_is_named_and_none_of_it_is_passed_on(kind: str, content: Obj) -> None:
    what = heard("message", message(**{kind: content}))
    assert what == said("", sent=Sent("5100000001/17"), files=(Incoming("", kind, f"telegram/{kind}"),))


def test_what_somebody_passes_on_is_theirs() -> None:
    bea = {"id": 5_100_000_002, "is_bot": False, "first_name": "Bea"}
    origin = {"type": "user", "sender_user": bea, "date": 1_799_139_000}
    assert heard("message", message(text="help", forward_origin=origin)) == said("help", sent=Sent("5100000001/17"))


def test_a_changed_message_is_told_apart_from_a_new_one() -> None:
    assert heard("edited_message", message(text="5 ", edit_date=1_799_139_700)) == Corrected("5", Sent("5100000001/17"))
    assert ignored("edited_message", message(GROUP, text="/help@WaymarkBot", edit_date=1)) == "edited message"
    assert ignored("edited_message", message(caption="5", edit_date=1)) == "edited message"


@pytest.mark.parametrize(
    "notice",
    [
        {"pinned_message": message(text="Hello")},
        {"chat_background_set": {"type": {"type": "chat_theme", "theme_name": "x"}}},
        {"write_access_allowed": {}},
    ],
)
def test_telegrams_own_notices_are_nothing(notice: Obj) -> None:
    assert ignored("message", message(**notice)) == next(iter(notice))


# ---------------------------------------------------------------- in groups


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (words("/help", ("bot_command", 0, 5)), "/help"),
        (words("/help@WaymarkBot", ("bot_command", 0, 16)), "/help"),
        (words("/help@waymarkbot now", ("bot_command", 0, 16)), "/help now"),
        (words("@WaymarkBot help", ("mention", 0, 11)), "help"),
        (words("tell me, @WAYMARKBOT", ("mention", 9, 11)), "tell me,"),
        ({**words("help"), "reply_to_message": message(GROUP, OURSELVES, text="Hello")}, "help"),
    ],
)
@pytest.mark.parametrize("group", [GROUP, SUPERGROUP])
def test_what_is_said_to_the_bot_in_a_group_is_public_and_answered_there(content: Obj, text: str, group: Obj) -> None:
    at = f"{group['id']}/17"
    assert heard("message", message(group, **content)) == said(text, sent=Sent(at), public=True, place=at)


@pytest.mark.parametrize(
    "content",
    [
        words("help"),
        words("/help@AnotherBot", ("bot_command", 0, 16)),
        words("see /help", ("bot_command", 4, 5)),
        words("@AnotherBot help", ("mention", 0, 11)),
        words("@WaymarkBotFan help", ("mention", 0, 14)),
        words("write to x@WaymarkBot.org", ("email", 9, 16)),
        words("about WaymarkBot"),
        {**words("no"), "reply_to_message": message(GROUP, ADA, text="Hello")},
        {"new_chat_members": [ADA]},
        {"sticker": {"file_id": "S", "file_unique_id": "s", **STICKER}},
    ],
)
def test_other_talk_in_a_group_is_not_heard(content: Obj) -> None:
    assert ignored("message", message(GROUP, **content)) == "message of a group"


def test_a_photo_with_the_bots_name_in_its_caption_is_for_the_bot() -> None:
    photo = {"photo": [{"file_id": "P", "file_unique_id": "p", "width": 9, "height": 6, "file_size": 10}]}
    content = {**photo, **words("@WaymarkBot keep", ("mention", 0, 11), key="caption")}
    what = heard("message", message(GROUP, **content))
    assert isinstance(what, Said)
    assert (what.text, what.public, [file.ref for file in what.files]) == ("keep", True, ["P"])


@pytest.mark.parametrize(
    ("about", "kind"),
    [
        (message(SUPERGROUP, ANONYMOUS, sender_chat=SUPERGROUP, text="/help"), "message of no person"),
        (message(SUPERGROUP, ADA, sender_chat=CHANNEL, text="/help"), "message of no person"),
        (message(GROUP, {**ADA, "is_bot": True}, text="/help"), "message of no person"),
        (message(CHANNEL, None, sender_chat=CHANNEL, text="/help"), "message of no person"),
    ],
)
def test_who_is_no_person_is_not_heard(about: Obj, kind: str) -> None:
    assert ignored("message", about) == kind


# ---------------------------------------------------------------- presses


def press(**more: Any) -> Obj:
    on = message(PRIVATE, OURSELVES, text="Ready?")
    return {"id": "4382", "from": ADA, "chat_instance": "-4", "message": on, "data": "go:1", **more}


def test_a_press_is_of_whoever_pressed_and_where() -> None:
    found = read(update("callback_query", press()), ME)
    assert isinstance(found, Heard)
    assert (found.pressed, found.inbound.what) == ("4382", Pressed("go:1", on=Sent("5100000001/17")))
    gone = {"chat": PRIVATE, "message_id": 17, "date": 0}
    assert heard("callback_query", press(message=gone)) == Pressed("go:1", on=Sent("5100000001/17"))


def test_a_press_tells_whether_what_is_there_can_be_passed_on() -> None:
    on = message(PRIVATE, OURSELVES, text="Yours", has_protected_content=True)
    assert heard("callback_query", press(message=on)) == Pressed("go:1", on=Sent("5100000001/17/protected"))


def test_a_press_in_a_group_is_answered_elsewhere_than_in_its_message() -> None:
    on = message(GROUP, OURSELVES, text="Ready?")
    assert heard("callback_query", press(message=on)) == Pressed("go:1", place="-4200000001/17")


@pytest.mark.parametrize(
    "without", [{"data": None, "game_short_name": "chess"}, {"message": None, "inline_message_id": "AB"}]
)
def test_a_press_of_something_else_than_a_button_of_ours_is_nothing(without: Obj) -> None:
    payload = {name: value for name, value in press(**without).items() if value is not None}
    assert ignored("callback_query", payload) == "press without data"


# ---------------------------------------------------------------- coming and going


def member(before: str, after: str, chat: Obj = PRIVATE, by: Obj = ADA) -> Obj:
    def one(status: str) -> Obj:
        until = {"until_date": 0} if status == "kicked" else {}
        return {"user": OURSELVES, "status": status, **until}

    old, new = one(before), one(after)
    return {"chat": chat, "from": by, "date": 1, "old_chat_member": old, "new_chat_member": new}


@pytest.mark.parametrize(
    ("change", "what"),
    [
        (member("member", "kicked"), Left()),
        (member("kicked", "member"), Returned()),
        (member("left", "member", GROUP), Met("-4200000001/0")),
        (member("kicked", "member", SUPERGROUP), Met("-1002000000001/0")),
    ],
)
def test_the_bot_is_shut_out_let_in_and_brought_along(change: Obj, what: What) -> None:
    assert heard("my_chat_member", change) == what


@pytest.mark.parametrize(
    "change",
    [
        member("member", "kicked", GROUP),
        member("member", "left", GROUP),
        member("left", "member", CHANNEL),
        member("left", "member", GROUP, ANONYMOUS),
    ],
)
def test_what_else_becomes_of_it_in_groups_is_nothing(change: Obj) -> None:
    assert ignored("my_chat_member", change) == "membership of a group"


@pytest.mark.parametrize(
    ("kind", "payload"),
    [
        ("channel_post", message(CHANNEL, None, sender_chat=CHANNEL, text="/help")),
        ("edited_channel_post", message(CHANNEL, None, sender_chat=CHANNEL, text="/help", edit_date=1)),
        ("inline_query", {"id": "1", "from": ADA, "query": "help", "offset": ""}),
        ("something_new", {"id": "1"}),
    ],
)
def test_what_was_not_asked_for_is_nothing_and_counted_by_its_kind(kind: str, payload: Obj) -> None:
    assert ignored(kind, payload) in (kind, "update")


def test_it_asks_for_what_it_hears_and_for_nothing_else() -> None:
    assert {*TOLD} == {"message", "edited_message", "callback_query", "my_chat_member"}
    assert {*TOLD} <= {*ALL_KINDS}
