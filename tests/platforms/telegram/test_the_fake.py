"""The fake Telegram, driven by python-telegram-bot: what people do arrives, by polling and by webhook."""

import re
from collections.abc import Awaitable, Callable

import pytest
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, ReplyKeyboardMarkup, Update

from tests.platforms.telegram.delivery import Answer
from tests.platforms.telegram.groups import Group
from tests.platforms.telegram.people import Person
from tests.platforms.telegram.real_bot import QUIET, RealBot, keyboard, unknown_fields
from tests.platforms.telegram.screen import screen_words
from tests.platforms.telegram.server import FakeTelegram


async def test_what_is_typed_arrives_and_is_answered(fake: FakeTelegram, bot: RealBot, ada: Person) -> None:
    answer = await ada.types("Tom & <Jerry>")
    message = (await bot.hears()).effective_message
    assert message is not None
    assert (message.text, message.message_id, message.chat_id) == ("Tom & <Jerry>", answer.message_id, ada.id)
    await bot.client.send_message(ada.id, "Hello <b>you</b>", parse_mode="HTML", link_preview_options=QUIET)
    assert [screen_words(one) for one in ada.chat] == ["Tom & <Jerry>", "Hello you"]
    assert (ada.chat[-1].html, ada.chat[-1].from_bot) == ("Hello <b>you</b>", True)
    assert fake.violations == []


ACTS: dict[str, Callable[[Person], Awaitable[Answer]]] = {
    "text": lambda ada: ada.types("hello"),
    "voice": lambda ada: ada.sends_voice(b"OggS", 2),
    "photo": lambda ada: ada.sends_photo(b"jpeg", "Us at example.org"),
    "document": lambda ada: ada.sends_document("plan.pdf", b"pdf", "The plan"),
    "video_note": lambda ada: ada.sends_video_note(),
    "sticker": lambda ada: ada.sends_sticker(),
    "location": lambda ada: ada.sends_location(),
    "contact": lambda ada: ada.sends_contact(),
    "poll": lambda ada: ada.sends_poll(),
    "dice": lambda ada: ada.sends_dice(),
    "forward_origin": lambda ada: ada.forwards("Read this"),
}


@pytest.mark.parametrize("kind", ACTS)
async def test_each_kind_of_message_arrives_as_real_ones_do(bot: RealBot, ada: Person, kind: str) -> None:
    await ACTS[kind](ada)
    update = await bot.hears()
    assert update.message is not None
    assert update.message[kind]
    assert [*unknown_fields(update)] == []


async def test_start_brings_its_payload_as_a_command(bot: RealBot, ada: Person) -> None:
    await ada.starts("aBc_-9")
    message = (await bot.hears()).effective_message
    assert message is not None
    assert message.text == "/start aBc_-9"
    assert [*message.parse_entities().values()] == ["/start"]
    with pytest.raises(AssertionError, match="no such payload"):
        await ada.starts("x" * 65)


async def test_commands_mentions_and_addresses_are_found_in_words_beyond_ascii(bot: RealBot, ada: Person) -> None:
    await ada.types("🙂 /help@WaymarkBot, @cleo: see https://example.org/a?b=1. Or mail ada@example.org #one")
    message = (await bot.hears()).effective_message
    assert message is not None
    found = {entity.type: words for entity, words in message.parse_entities().items()}
    assert found == {
        "bot_command": "/help@WaymarkBot",
        "mention": "@cleo",
        "url": "https://example.org/a?b=1",
        "email": "ada@example.org",
        "hashtag": "#one",
    }


async def test_a_long_text_is_sent_in_several_messages(bot: RealBot, ada: Person) -> None:
    await ada.types("word " * 1_000)
    texts = [(await bot.hears()).effective_message for _ in range(2)]
    assert [len((one and one.text) or "") for one in texts] == [4_094, 904]


async def test_edits_arrive_and_deletions_do_not(fake: FakeTelegram, bot: RealBot, ada: Person) -> None:
    answer = await ada.types("Hallo")
    await ada.edits(answer.message_id, "Hello")
    await bot.hears()
    edited = (await bot.hears()).edited_message
    assert edited is not None
    assert (edited.text, edited.message_id, edited.edit_date is not None) == ("Hello", answer.message_id, True)
    await ada.deletes(answer.message_id)
    await fake.emptied()
    assert (bot.hears_more, ada.chat) == (False, [])


async def test_a_press_arrives_with_its_message_and_is_answered(fake: FakeTelegram, bot: RealBot, ada: Person) -> None:
    await ada.starts()
    await bot.hears()
    markup = keyboard([("Yes", "go:1"), ("No", "go:2")])
    sent = await bot.client.send_message(ada.id, "Ready?", reply_markup=markup, link_preview_options=QUIET)
    assert screen_words(ada.chat[-1]) == "Ready?\n[Yes]\n[No]"
    before = ada.chat[-1]
    await ada.presses("No")
    update = await bot.hears()
    assert [*unknown_fields(update)] == []
    assert update.callback_query is not None
    assert update.callback_query.message == sent
    assert (update.callback_query.data, update.callback_query.from_user.id) == ("go:2", ada.id)
    assert [one.data for one in ada.unanswered] == ["go:2"]
    await update.callback_query.answer("Well then", show_alert=True)
    assert (ada.unanswered, [(one.text, one.alert) for one in ada.toasts]) == ([], [("Well then", True)])
    await sent.edit_text("Done", link_preview_options=QUIET)
    with pytest.raises(AssertionError, match="no “No” to press"):
        await ada.presses("No")
    await ada.presses("No", on=before)
    await sent.delete()
    await ada.presses_data("go:9", on=before)
    pressed = [(await bot.hears()).callback_query for _ in range(2)]
    assert [one and one.data for one in pressed] == ["go:2", "go:9"]
    assert [one and one.message and one.message.is_accessible for one in pressed] == [True, False]


async def test_links_are_followed_and_keys_are_typed(fake: FakeTelegram, bot: RealBot, ada: Person) -> None:
    await ada.starts()
    await bot.hears()
    links = [
        InlineKeyboardButton("Private", url=f"https://t.me/{fake.username}?start=here"),
        InlineKeyboardButton("Read", url="https://example.org/read"),
    ]
    await bot.client.send_message(
        ada.id, "Go on", reply_markup=InlineKeyboardMarkup([links]), link_preview_options=QUIET
    )
    await ada.presses("Private")
    message = (await bot.hears()).effective_message
    assert message is not None
    assert message.text == "/start here"
    await ada.presses("Read")
    assert ada.opened == ["https://t.me/WaymarkBot?start=here", "https://example.org/read"]
    keys = ReplyKeyboardMarkup([["Morning", "Evening"]], one_time_keyboard=True)
    await bot.client.send_message(ada.id, "When?", reply_markup=keys, link_preview_options=QUIET)
    assert ada.keys == ["Morning", "Evening"]
    await ada.presses("Evening")
    message = (await bot.hears()).effective_message
    assert message is not None
    assert (message.text, ada.keys) == ("Evening", [])
    assert fake.violations == []


async def test_reactions_and_blocking_arrive(fake: FakeTelegram, bot: RealBot, ada: Person) -> None:
    answer = await ada.types("hello")
    await bot.hears()
    await ada.reacts(answer.message_id, "👍")
    await ada.reacts(answer.message_id, "")
    reactions = [(await bot.hears()).message_reaction for _ in range(2)]
    assert [one and len(one.new_reaction) for one in reactions] == [1, 0]
    await ada.blocks()
    await ada.starts()
    blocked, unblocked, start = [await bot.hears() for _ in range(3)]
    members = [update.my_chat_member for update in (blocked, unblocked)]
    assert [one and one.new_chat_member.status for one in members] == ["kicked", "member"]
    assert start.message is not None
    assert [*unknown_fields([*reactions, blocked, unblocked])] == []


async def test_what_people_send_can_be_fetched(bot: RealBot, ada: Person) -> None:
    await ada.sends_voice(b"OggS and so on", 2)
    message = (await bot.hears()).effective_message
    assert message is not None
    assert message.voice is not None
    assert await (await message.voice.get_file()).download_as_bytearray() == b"OggS and so on"


# ---------------------------------------------------------------- groups and channels


@pytest.fixture
async def group(fake: FakeTelegram, bot: RealBot, ada: Person) -> Group:
    group = fake.group("Transport team", [ada, fake.person("Bo")])
    await group.adds_bot(by=ada)
    for _ in range(2):
        await bot.hears()
    return group


async def test_in_privacy_mode_only_what_is_meant_for_the_bot_is_heard(bot: RealBot, ada: Person, group: Group) -> None:
    sent = await bot.client.send_message(group.id, "Good morning", link_preview_options=QUIET)
    unheard = ["Hello all", "/help@OtherBot", "@WaymarkBotanist hello"]
    heard = ["@WaymarkBot hello", "/help", "/help@WaymarkBot"]
    assert [(await ada.types(text, chat=group)).why for text in unheard] == ["not_heard"] * 3
    for text in heard:
        await ada.types(text, chat=group)
    await ada.types("Thanks", chat=group, reply_to=sent.message_id)
    messages = [(await bot.hears()).effective_message for _ in range(4)]
    assert [one and one.text for one in messages] == [*heard, "Thanks"]
    assert messages[-1] is not None
    assert messages[-1].reply_to_message == sent
    assert not bot.hears_more


async def test_without_privacy_mode_everything_is_heard(ada: Person) -> None:
    async with FakeTelegram(privacy=False) as fake:
        bo = fake.person("Bo")
        group = fake.group("Team", [bo])
        await group.adds_bot(by=bo)
        assert (await bo.types("Hello all", chat=group)).why == "queued"


async def test_what_happens_to_a_group_arrives(fake: FakeTelegram, bot: RealBot, ada: Person, group: Group) -> None:
    cleo, old = fake.person("Cleo"), group.id
    await group.renames("Streets", by=ada)
    await group.migrates()
    await group.promotes_bot(by=ada)
    await group.adds(cleo, by=ada)
    await ada.types("As the group", chat=group, anonymously=True)
    await group.loses(cleo)
    await group.removes_bot(by=ada)
    updates = [await bot.hears() for _ in range(11)]
    assert [*unknown_fields(updates)] == []
    renamed, moved, arrived, added, anonymous, left, removed = [one.message for one in updates if one.message]
    assert renamed.new_chat_title == "Streets"
    assert (moved.migrate_to_chat_id, arrived.migrate_from_chat_id) == (group.id, old)
    assert [one.id for one in added.new_chat_members] == [cleo.id]
    assert anonymous.sender_chat == arrived.chat
    assert [one.left_chat_member and one.left_chat_member.id for one in (left, removed)] == [cleo.id, fake.bot_id]
    mine = [update.my_chat_member.new_chat_member.status for update in updates if update.my_chat_member]
    others = [update.chat_member.new_chat_member.status for update in updates if update.chat_member]
    assert (mine, others) == (["administrator", "kicked"], ["member", "left"])


async def test_a_channels_posts_arrive(fake: FakeTelegram, bot: RealBot, ada: Person) -> None:
    channel = fake.channel("News", [ada])
    answer = await channel.posts("We moved")
    await channel.edits(answer.message_id, "We have moved")
    post, edited = await bot.hears(), await bot.hears()
    assert [*unknown_fields([post, edited])] == []
    assert post.channel_post is not None
    assert (post.channel_post.text, post.channel_post.from_user) == ("We moved", None)
    assert edited.edited_channel_post is not None
    assert edited.edited_channel_post.text == "We have moved"


async def test_who_asks_to_join_can_be_written_to_and_let_in(fake: FakeTelegram, bot: RealBot, ada: Person) -> None:
    group, cleo = fake.group("Team", [ada], supergroup=True), fake.person("Cleo")
    await group.adds_bot(by=ada, admin=True)
    link = await bot.client.create_chat_invite_link(group.id, name="Cohort 4", creates_join_request=True)
    await cleo.asks_to_join(group, link.to_dict())
    updates = [await bot.hears() for _ in range(3)]
    assert [*unknown_fields(updates)] == []
    request = updates[-1].chat_join_request
    assert request is not None
    assert (request.user_chat_id, request.invite_link) == (cleo.id, link)
    await bot.client.send_message(request.user_chat_id, "One moment", link_preview_options=QUIET)
    await request.approve()
    assert (group.has(cleo), fake.violations) == (True, [])


# ---------------------------------------------------------------- how updates come


async def test_updates_can_come_twice_and_their_ids_start_anew(fake: FakeTelegram, bot: RealBot, ada: Person) -> None:
    fake.twice = True
    await ada.types("one")
    assert (await bot.hears()).update_id == (await bot.hears()).update_id
    fake.twice = False
    await ada.types("two")
    two = await bot.hears()
    fake.restart_update_ids()
    await ada.types("three")
    three = await bot.hears()
    assert three.update_id < two.update_id
    await fake.emptied()


async def test_odd_updates_come_as_they_are(fake: FakeTelegram, bot: RealBot) -> None:
    await fake.raw_update({"something_new": {"of": "tomorrow"}})
    assert (await bot.hears()).api_kwargs == {"something_new": {"of": "tomorrow"}}


async def test_only_what_is_asked_for_comes(fake: FakeTelegram, client: Bot, ada: Person) -> None:
    answer = await ada.types("hello")
    assert (await ada.reacts(answer.message_id, "👍")).why == "not_allowed"
    await client.get_updates(allowed_updates=["callback_query", Update.MESSAGE_REACTION])
    assert (await ada.types("hello")).why == "not_allowed"
    assert (await ada.reacts(answer.message_id, "🔥")).why == "queued"
    await client.get_updates()
    assert (await ada.types("hello")).why == "not_allowed", "what was asked for stays"
    await client.get_updates(allowed_updates=[])
    assert (await ada.types("hello")).why == "queued"
    await client.get_updates(allowed_updates=["messages"])
    assert fake.violations == ["getUpdates: there are no updates called messages"]


async def test_an_offset_confirms_what_is_before_it(fake: FakeTelegram, client: Bot, ada: Person) -> None:
    for text in ("one", "two", "three"):
        await ada.types(text)
    updates = await client.get_updates(limit=2)
    assert [one.effective_message and one.effective_message.text for one in updates] == ["one", "two"]
    assert len(await client.get_updates()) == fake.pending == 3
    assert len(await client.get_updates(offset=updates[-1].update_id + 1)) == fake.pending == 1
    assert len(await client.get_updates(offset=-1)) == 1
    assert await client.get_updates(offset=updates[-1].update_id + 2) == ()
    assert re.fullmatch("7314159265:[A-Za-z0-9_-]{35}", fake.token)
