"""What the Bot API lets a bot do with messages, presses, files and chats, and how often."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

import pytest
from telegram import (
    Bot,
    BotCommand,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeChat,
    InputMediaDocument,
    InputMediaPhoto,
)

from scheduling.clock import SetClock
from tests.platforms.fake import Obj
from tests.platforms.telegram.people import Person
from tests.platforms.telegram.rates import Rates, Turnstile
from tests.platforms.telegram.real_bot import QUIET, keyboard, raw, refused, say
from tests.platforms.telegram.screen import screen_words
from tests.platforms.telegram.server import FakeTelegram

PNG = b"\x89PNG\r\n\x1a\n and so on"
NEW_YEAR = datetime(2027, 1, 1, 9, tzinfo=UTC)


@pytest.fixture
def clock() -> SetClock:
    return SetClock(NEW_YEAR)


@pytest.fixture
async def fake(clock: SetClock) -> AsyncIterator[FakeTelegram]:
    async with FakeTelegram(pace=50, now=clock.now) as fake:
        yield fake


# ---------------------------------------------------------------- who can be written to


async def test_only_who_has_begun_and_not_blocked_the_bot_can_be_written_to(
    fake: FakeTelegram, client: Bot, ada: Person
) -> None:
    assert await refused(say(client, ada.id)) == "Forbidden: bot can't initiate conversation with a user"
    assert await refused(say(client, 12)) == "Chat not found"
    await ada.starts()
    await say(client, ada.id)
    await ada.blocks()
    assert await refused(say(client, ada.id)) == "Forbidden: bot was blocked by the user"
    with pytest.raises(AssertionError, match="Restart"):
        await ada.types("hello")
    await ada.unblocks()
    await say(client, ada.id)
    await ada.deactivated()
    assert await refused(say(client, ada.id)) == "Forbidden: user is deactivated"
    assert await refused(say(client, fake.person("Robo", bot=True).id)) == "Forbidden: bot can't send messages to bots"
    assert fake.violations == []


async def test_only_groups_that_the_bot_is_in_can_be_written_to(fake: FakeTelegram, client: Bot, ada: Person) -> None:
    group, larger = fake.group("Team", [ada]), fake.group("Cohort", [ada], supergroup=True)
    assert await refused(say(client, group.id)) == "Forbidden: bot is not a member of the group chat"
    await group.adds_bot(by=ada)
    await larger.adds_bot(by=ada)
    await say(client, larger.id)
    await larger.removes_bot(by=ada)
    assert await refused(say(client, larger.id)) == "Forbidden: bot was kicked from the supergroup chat"
    before = group.id
    await group.migrates()
    _, body = await raw(fake, "sendMessage", chat_id=before, text="x", link_preview_options={"is_disabled": True})
    assert (body["error_code"], body["parameters"]) == (400, {"migrate_to_chat_id": group.id})
    await say(client, group.id)
    news = fake.channel("News", bot="member")
    assert await refused(say(client, news.id)) == "Need administrator rights in the channel chat"
    await client.leave_chat(group.id)
    assert await refused(say(client, group.id)) == "Forbidden: bot is not a member of the supergroup chat"
    assert fake.violations == []


async def test_what_is_known_of_chats_is_told(fake: FakeTelegram, client: Bot, ada: Person) -> None:
    group = fake.group("Team", [ada, fake.person("Bo")], supergroup=True)
    await group.adds_bot(by=ada)
    assert (await client.get_chat(group.id)).title == "Team"
    assert (await client.get_chat_member(group.id, fake.bot_id)).status == "member"
    assert [one.user.id for one in await client.get_chat_administrators(group.id)] == [ada.id]
    assert await refused(client.create_chat_invite_link(group.id)) == "Not enough rights to manage chat invite link"
    assert await refused(client.get_chat(ada.id)) == "Chat not found"
    await ada.starts()
    assert (await client.get_chat(ada.id)).username == "ada_okafor"
    me = await client.get_me()
    assert (me.id, me.username, me.can_read_all_group_messages) == (fake.bot_id, "WaymarkBot", False)


# ---------------------------------------------------------------- messages


async def test_a_message_is_edited_in_place_and_only_where_something_changes(
    fake: FakeTelegram, client: Bot, ada: Person
) -> None:
    hers = await ada.starts()
    sent = await say(client, ada.id, "One", reply_markup=keyboard([("Go", "go")]))
    edit = sent.edit_text
    assert (await refused(edit("One", reply_markup=keyboard([("Go", "go")]), link_preview_options=QUIET))).startswith(
        "Message is not modified: specified new message content and reply markup are exactly the same"
    )
    await edit("One", link_preview_options=QUIET)
    assert (screen_words(ada.chat[-1]), ada.chat[-1].edited is not None) == ("One", True)
    await sent.edit_reply_markup(keyboard([("Stay", "stay")]))
    assert screen_words(ada.chat[-1]) == "One\n[Stay]"
    assert await refused(sent.edit_caption("x")) == "There is no caption in the message to edit"
    hers_too = client.edit_message_text("x", ada.id, hers.message_id, link_preview_options=QUIET)
    assert await refused(hers_too) == "Message can't be edited"
    await sent.delete()
    assert await refused(edit("Two", link_preview_options=QUIET)) == "Message to edit not found"
    assert [one.text for one in ada.chat] == ["/start"]
    assert fake.violations == []


async def test_messages_can_be_deleted_for_two_days(
    fake: FakeTelegram, client: Bot, ada: Person, clock: SetClock
) -> None:
    await ada.types("private")
    mine = await say(client, ada.id)
    late = await say(client, ada.id)
    clock.set(NEW_YEAR + timedelta(hours=48))
    assert await client.delete_messages(ada.id, [ada.chat[0].message_id, mine.message_id, 99])
    assert await refused(mine.delete()) == "Message to delete not found"
    clock.set(NEW_YEAR + timedelta(hours=48, seconds=1))
    assert await refused(late.delete()) == "Message can't be deleted for everyone"
    group = fake.group("Team", [ada])
    await group.adds_bot(by=ada)
    said = await ada.types("@WaymarkBot hello", chat=group)
    assert await refused(client.delete_message(group.id, said.message_id)) == "Message can't be deleted"
    await group.promotes_bot(by=ada)
    await client.delete_message(group.id, said.message_id)
    assert fake.violations == []


async def test_messages_are_answered_pinned_protected_and_reacted_to(
    fake: FakeTelegram, client: Bot, ada: Person
) -> None:
    answer = await ada.types("hello")
    sent = await say(client, ada.id, "Yours", protect_content=True, reply_to_message_id=answer.message_id)
    assert (sent.has_protected_content, ada.chat[-1].protected) == (True, True)
    assert (ada.chat[-1].reply_to, ada.chat[-1].previewed) == (answer.message_id, False)
    assert await refused(say(client, ada.id, reply_to_message_id=99)) == "Message to be replied not found"
    await sent.pin()
    assert [one.text for one in ada.pinned] == ["Yours"]
    await sent.unpin()
    assert await refused(sent.unpin()) == "Message to unpin not found"
    await client.set_message_reaction(ada.id, answer.message_id, "👍")
    assert [one.reaction for one in ada.chat] == ["👍", ""]
    assert await refused(client.set_message_reaction(ada.id, 99, "👍")) == "Message to react not found"
    await client.send_chat_action(ada.id, "typing")
    assert (ada.actions, fake.violations) == (["typing"], [])


async def test_a_press_is_answered_once_and_soon(fake: FakeTelegram, client: Bot, ada: Person) -> None:
    await ada.starts()
    await say(client, ada.id, reply_markup=keyboard([("Go", "go")]))
    await ada.presses("Go")
    await ada.presses("Go")
    first, second = [one.id for one in ada.unanswered]
    too_old = "Query is too old and response timeout expired or query id is invalid"
    await client.answer_callback_query(first, "🙂" * 100)
    assert ([one.text for one in ada.toasts], fake.violations) == (["🙂" * 100], [])
    assert await refused(client.answer_callback_query(first)) == too_old
    assert len(fake.violations) == 1
    fake.query_life = 0
    assert await refused(client.answer_callback_query(second)) == too_old
    assert await refused(client.answer_callback_query("1")) == too_old
    assert len(fake.violations) == 1, "these happen to good bots too"


# ---------------------------------------------------------------- files


async def test_files_are_kept_as_they_were_sent(fake: FakeTelegram, client: Bot, ada: Person) -> None:
    await ada.starts()
    photo = await client.send_photo(ada.id, PNG, caption="<b>Two</b> met", parse_mode="HTML")
    await client.send_document(ada.id, b"a,b", filename="plan.csv", reply_markup=keyboard([("Done", "done")]))
    await client.send_voice(ada.id, b"OggS", duration=3, protect_content=True)
    assert [(one.photo, one.document, one.voice) for one in ada.chat[1:]] == [
        (PNG, None, None),
        (None, b"a,b", None),
        (None, None, b"OggS"),
    ]
    assert [screen_words(one) for one in ada.chat[1:]] == ["Two met", "plan.csv\n[Done]", ""]
    assert await refused(photo.edit_text("x", link_preview_options=QUIET)) == (
        "There is no text in the message to edit"
    )
    await photo.edit_caption("Three met")
    assert (ada.chat[1].caption, ada.chat[1].photo) == ("Three met", PNG)
    await photo.edit_media(InputMediaDocument(b"pdf", filename="plan.pdf", caption="The plan"))
    assert screen_words(ada.chat[1]) == "plan.pdf\nThe plan"
    again = await client.send_photo(ada.id, photo.photo[-1].file_id)
    assert again.photo[-1].file_unique_id == photo.photo[-1].file_unique_id
    group = await client.send_media_group(ada.id, [InputMediaPhoto(PNG, caption="1"), InputMediaPhoto(PNG)])
    assert (len({one.media_group_id for one in group}), ada.chat[-1].photo) == (1, PNG)
    assert fake.violations == []


async def test_files_have_their_largest_sizes(fake: FakeTelegram, client: Bot, ada: Person) -> None:
    await ada.sends_document("film.mov", b"short", size=(20 << 20) + 1)
    await ada.sends_document("film.mov", b"short", size=20 << 20)
    large, fitting = [one.file.id for one in ada.chat if one.file]
    assert await refused(client.get_file(large)) == "File is too big"
    assert await (await client.get_file(fitting)).download_as_bytearray() == b"short"
    assert await refused(client.get_file("x")) == "Wrong file_id or the file is temporarily unavailable"
    assert fake.violations == []
    most = 10 << 20
    await client.send_photo(ada.id, PNG.ljust(most))
    assert await refused(client.send_photo(ada.id, PNG.ljust(most + 1))) == (
        f"File of size {most + 1} bytes is too big for a photo; the maximum size is {most} bytes"
    )
    assert await refused(client.send_photo(ada.id, b"words")) == "Image_process_failed"
    assert await refused(client.send_document(ada.id, b"")) == "File must be non-empty"
    assert "Entity Too Large" in await refused(client.send_document(ada.id, bytes((50 << 20) + 1)))
    assert await refused(client.send_document(ada.id, b"x", caption="x" * 1_025)) == "Message caption is too long"
    await client.send_document(ada.id, b"x", caption="x" * 1_024)


# ---------------------------------------------------------------- menus


async def test_everybody_is_shown_the_menu_that_is_nearest_to_them(
    fake: FakeTelegram, client: Bot, ada: Person
) -> None:
    bo = fake.person("Bo", language_code="de")
    await ada.starts()
    await client.set_my_commands([BotCommand("help", "What I can do")])
    assert (ada.menu, bo.menu) == ({"help": "What I can do"}, {"help": "What I can do"})
    await client.set_my_commands([BotCommand("hilfe", "Was ich kann")], language_code="de")
    await client.set_my_commands([BotCommand("notes", "Yours")], BotCommandScopeChat(ada.id))
    assert ([*ada.menu], [*bo.menu]) == (["notes"], ["hilfe"])
    await client.set_my_commands([BotCommand("start", "Begin")], BotCommandScopeAllPrivateChats())
    assert ([*ada.menu], [*bo.menu]) == (["notes"], ["start"])
    await client.delete_my_commands(BotCommandScopeChat(ada.id))
    assert [*ada.menu] == ["start"]
    assert [one.command for one in await client.get_my_commands(BotCommandScopeAllPrivateChats())] == ["start"]
    assert await refused(client.set_my_commands([], BotCommandScopeChat(12))) == "Chat not found"
    assert fake.violations == []


async def test_the_bot_describes_itself(fake: FakeTelegram, client: Bot, ada: Person) -> None:
    await client.set_my_description("I am a bot")
    await client.set_my_short_description("A bot")
    assert (await client.get_my_description()).description == "I am a bot"
    assert (await client.get_my_short_description(language_code="de")).short_description == "A bot"
    assert (await client.get_my_name()).name == "Waymark"
    await ada.starts()
    await client.set_chat_menu_button(ada.id)
    await client.set_my_default_administrator_rights()
    assert (fake.world.menu_buttons, fake.violations) == ({ada.id: {"type": "default"}}, [])


# ---------------------------------------------------------------- rates


class Seconds:
    """A clock for pacing that stands still until it is moved."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def seconds() -> Seconds:
    return Seconds()


@pytest.mark.parametrize("pace", [1, 4])
def test_so_many_messages_are_let_through_in_any_second(seconds: Seconds, pace: int) -> None:
    turnstile = Turnstile(Rates(pace), seconds)
    through = 30 * pace
    assert [turnstile.sent(chat) for chat in range(1, through + 1)] == [None] * through
    seconds.now += 0.99
    assert (turnstile.sent(1_000), turnstile.sent(1_001, 10)) == (1, 1)
    seconds.now += 0.01
    assert turnstile.sent(1_000) is None


@pytest.mark.parametrize("pace", [1, 4])
def test_a_private_chat_bears_a_burst_and_then_one_a_second(seconds: Seconds, pace: int) -> None:
    turnstile = Turnstile(Rates(pace), seconds)
    assert [turnstile.sent(1) for _ in range(21)] == [None] * 20 + [1]
    seconds.now += 1 / pace
    assert (turnstile.sent(1), turnstile.sent(1)) == (None, 1)


@pytest.mark.parametrize("pace", [1, 4])
def test_a_group_bears_so_many_messages_and_edits_a_minute(seconds: Seconds, pace: int) -> None:
    turnstile = Turnstile(Rates(pace, overall=1_000), seconds)
    assert turnstile.sent(-1, 10 * pace) is None
    seconds.now += 20
    assert [turnstile.edited(-1) for _ in range(10 * pace)] == [None] * (10 * pace)
    assert (turnstile.sent(-1), turnstile.edited(-1)) == (40, 40)
    assert (turnstile.edited(1), turnstile.sent(-2)) == (None, None), "other chats are as they were"
    seconds.now += 40
    assert turnstile.sent(-1) is None


async def test_who_writes_too_often_is_told_when_to_go_on(fake: FakeTelegram, ada: Person) -> None:
    fake.rates.private, fake.rates.private_burst = 0.0001, 2
    await ada.starts()

    async def send() -> tuple[int, Obj]:
        return await raw(fake, "sendMessage", chat_id=ada.id, text="x", link_preview_options={"is_disabled": True})

    assert ([(await send())[0] for _ in range(3)], len(ada.chat)) == ([200, 200, 429], 3)
    _, body = await send()
    wait = body["parameters"]["retry_after"]
    assert body == {
        "ok": False,
        "error_code": 429,
        "description": f"Too Many Requests: retry after {wait}",
        "parameters": {"retry_after": wait},
    }
    assert (fake.limited, fake.violations) == (2, [])
