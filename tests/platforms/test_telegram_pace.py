"""However much there is to say, Telegram is written to at the pace that it publishes: in each chat, and in all."""

import aiohttp
import pytest

from bot.chat.messages import File, Message, Picture
from bot.chat.platform import Address
from bot.platforms.telegram.adapter import TelegramPlatform
from bot.platforms.telegram.calling import Telegram, telegram_bot
from bot.platforms.telegram.places import message
from bot.platforms.telegram.webhook import Webhook
from scheduling.pacing import Pacer
from storage.shared.unit import SharedDatabase
from tests.platforms.scripted import png
from tests.platforms.telegram.rates import Rates, Turnstile
from tests.platforms.telegram.server import FakeTelegram
from tests.scheduling.test_pacing import PATIENCE_S, Time
from tests.stages import QUICK, Told

ADA, TEAM = 5_100_000_001, -4_200_000_001


@pytest.mark.parametrize(
    "chats",
    [[ADA] * 60, [TEAM] * 60, [TEAM, TEAM - 1] * 30, [*range(1, 200)], [*range(1, 100), *[ADA] * 30, *[TEAM] * 30]],
    ids=["one person", "a group", "two groups", "many", "all of them"],
)
async def test_of_all_that_is_put_into_chats_at_once_nothing_comes_faster_than_telegram_takes_it(
    database: SharedDatabase, session: aiohttp.ClientSession, chats: list[int]
) -> None:
    time = Time()
    turnstile = Turnstile(Rates(), time.monotonic)
    refused: list[int] = []
    came: list[int] = []

    async def put(chat: int) -> None:
        came.append(chat)
        if turnstile.sent(chat) is not None:
            refused.append(chat)

    pacer = Pacer(database, time, time.sleep, PATIENCE_S)
    telegram = Telegram(telegram_bot("1:A", "http://127.0.0.1", session), pacer)
    await time.live(*(telegram.send(chat, put) for chat in chats))
    assert sorted(came) == sorted(chats)
    assert refused == []


async def test_whatever_is_put_into_a_chat_or_changed_in_it_waits_for_its_turn(session: aiohttp.ClientSession) -> None:
    told = Told()
    async with FakeTelegram(pace=QUICK) as fake:
        telegram = Telegram(telegram_bot(fake.token, fake.url, session), told)
        platform = TelegramPlatform(telegram, Webhook(telegram, "https://waymark.example.org", "a-secret"))
        ada = fake.person("Ada")
        await ada.starts()
        team = fake.group("Team", [ada])
        await team.adds_bot(ada)
        await ada.types("@WaymarkBot help", team)
        asked_at = message(team.id, team.chat[-1].message_id).ref
        to = Address("telegram", "", str(ada.id))

        sent = await platform.send(to, Message("Before"), id="words")
        assert await platform.replace(to, sent, Message("After"))
        attached = (
            Picture(png(9, 9), "A picture"),
            File(b"OggS", "voice.ogg", media_type="audio/ogg"),
            File(b"a", "a"),
        )
        sent = await platform.send(to, Message("With these", attachments=attached), id="files")
        fake.trouble(
            "deleteMessage", "error", times=9, description="Bad Request: message can't be deleted for everyone"
        )
        assert not await platform.retract(to, sent)
        assert await platform.replace(to, sent, Message("Without them"))
        await platform.send(to, Message("For all of you", public=True), id="in the group", place=asked_at)
        await platform.send(to, Message("For you"), id="in private", place=asked_at)

        written = [call for call in fake.calls if call.method.startswith(("send", "edit"))]
        assert {call.method for call in written} == {
            *("sendMessage", "sendPhoto", "sendVoice", "sendDocument", "editMessageText", "editMessageCaption"),
        }
        chats = [f"telegram/{call.args['chat_id']}" for call in written]
        assert [[limit.bucket for limit in limits] for limits in told.limits] == [
            ["telegram/messages", chat] for chat in chats
        ]
        assert fake.violations == []
