"""How updates come to the bot, and what can go wrong on the way and with its calls."""

import asyncio

import aiohttp
import pytest
from telegram import Bot
from telegram.error import NetworkError, RetryAfter, TimedOut

from tests.platforms.fake import Obj
from tests.platforms.telegram.people import Person
from tests.platforms.telegram.real_bot import SECRET, by_webhook, raw, refused, say
from tests.platforms.telegram.server import FakeTelegram

# ---------------------------------------------------------------- polling


async def test_a_second_poller_ends_the_first(fake: FakeTelegram, ada: Person) -> None:
    first = asyncio.create_task(raw(fake, "getUpdates", timeout=30))
    await fake.polled()
    second = asyncio.create_task(raw(fake, "getUpdates", timeout=30))
    status, body = await first
    assert (status, body["error_code"]) == (409, 409)
    assert body["description"] == (
        "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
    )
    await fake.polled()
    await ada.types("hello")
    status, body = await second
    assert (status, len(body["result"])) == (200, 1)


async def test_a_poll_without_news_ends_in_its_time(fake: FakeTelegram) -> None:
    assert await raw(fake, "getUpdates", timeout=0) == (200, {"ok": True, "result": []})
    assert await raw(fake, "getUpdates", timeout=1) == (200, {"ok": True, "result": []})


async def test_who_has_a_webhook_can_not_poll(fake: FakeTelegram, client: Bot, ada: Person) -> None:
    waiting = asyncio.create_task(raw(fake, "getUpdates", timeout=30))
    await fake.polled()
    await client.set_webhook("https://example.org/telegram")
    assert (await waiting)[1]["description"] == "Conflict: terminated by setWebhook request"
    assert await refused(client.get_updates()) == (
        "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
    )
    await client.delete_webhook()
    assert await client.get_updates() == ()


# ---------------------------------------------------------------- webhook


async def test_the_webhook_is_told_the_secret_and_anybody_can_post_to_it(fake: FakeTelegram, ada: Person) -> None:
    async with by_webhook(fake) as bot:
        assert (await ada.types("hello")).acknowledged
        bot.statuses = [401]
        assert await fake.post_to_webhook({"update_id": 1}, {"X-Telegram-Bot-Api-Secret-Token": "guessed"}) == 401
        assert await fake.post_to_webhook({"update_id": 2}, {}) == 200
        assert await fake.post_to_webhook({"update_id": 3}) == 200
        assert bot.headers == [SECRET, "guessed", None, SECRET]


async def test_what_the_webhook_refuses_comes_again_until_it_is_taken(fake: FakeTelegram, ada: Person) -> None:
    fake.timing.retry_after = (0.01,)
    async with by_webhook(fake) as bot:
        bot.statuses = [500, 503, 404]
        answer = await ada.types("one")
        assert (answer.status, answer.why) == (500, "http_error")
        await ada.types("two")
        info = await bot.client.get_webhook_info()
        assert (info.last_error_message or "").startswith("Wrong response from the webhook: ")
        messages = [(await bot.hears()).effective_message for _ in range(2)]
        assert [one and one.text for one in messages] == ["one", "two"], "their order is kept"
        await fake.emptied()
        assert (len(bot.headers), fake.pending) == (5, 0)


async def test_what_nobody_takes_waits_for_the_next_webhook(fake: FakeTelegram, client: Bot, ada: Person) -> None:
    fake.timing.retry_after = (0.01,)
    await client.set_webhook("http://127.0.0.1:9/nobody", max_connections=3, allowed_updates=["message"])
    assert (await ada.types("hello")).why == "connection_failed"
    info = await client.get_webhook_info()
    assert (info.url, info.pending_update_count, info.max_connections) == ("http://127.0.0.1:9/nobody", 1, 3)
    assert info.allowed_updates == ("message",)
    assert info.last_error_date is not None
    async with by_webhook(fake) as bot:
        assert (await bot.hears()).message is not None
    await client.delete_webhook()
    await ada.types("and now?")
    assert (await client.get_webhook_info()).pending_update_count == 1
    await client.delete_webhook(drop_pending_updates=True)
    assert await client.get_updates() == ()


async def test_chats_do_not_wait_for_one_another(fake: FakeTelegram, ada: Person) -> None:
    fake.timing.retry_after = (30.0,)
    async with by_webhook(fake) as bot:
        bot.statuses = [500]
        await ada.types("this one fails")
        assert (await fake.person("Bo").types("hello")).acknowledged


@pytest.mark.parametrize(
    ("url", "more", "said"),
    [
        ("http://example.org/t", {}, "bad webhook: An HTTPS URL must be provided for webhook"),
        ("https://example.org:444/t", {}, "bad webhook: An HTTPS URL must be provided for webhook"),
        ("https://example.org/t", {"secret_token": "not so"}, "secret token contains unallowed characters"),
        ("https://example.org/t", {"secret_token": "x" * 257}, "secret token is too long"),
    ],
)
async def test_a_wrong_webhook_is_refused(fake: FakeTelegram, url: str, more: Obj, said: str) -> None:
    _, body = await raw(fake, "setWebhook", url=url, **more)
    assert body["description"] == f"Bad Request: {said}"


# ---------------------------------------------------------------- trouble


async def test_calls_can_fail_before_the_work_and_after_it(
    fake: FakeTelegram, client: Bot, ada: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", "true")  # without it a RetryAfter warns of what will change
    await ada.starts()
    for kind in ("500", "502", "refuse", "drop", "late"):
        fake.trouble("sendMessage", kind)
    fake.trouble("sendMessage", "error", code=403, description="Forbidden: bot was blocked by the user")
    fake.trouble("sendMessage", "429", retry_after=7)
    assert await refused(say(client, ada.id)) == "Internal Server Error"
    assert "502" in await refused(say(client, ada.id))
    for _ in range(2):
        with pytest.raises(NetworkError):
            await say(client, ada.id)
    assert len(ada.chat) == 2, "where the line was dropped the message was there"
    await say(client, ada.id)
    assert await refused(say(client, ada.id)) == "Forbidden: bot was blocked by the user"
    with pytest.raises(RetryAfter, match="0:00:07"):
        await say(client, ada.id)
    await say(client, ada.id)
    assert [call.status for call in fake.calls if call.method == "sendMessage"] == [500, 502, 0, 0, 200, 403, 429, 200]
    assert (len(ada.chat), fake.limited, fake.violations) == (4, 0, [])


async def test_a_call_can_hang(fake: FakeTelegram, client: Bot, ada: Person) -> None:
    await ada.starts()
    fake.trouble("sendMessage", "hang")
    with pytest.raises(TimedOut):
        await say(client, ada.id, read_timeout=0.05)
    assert len(ada.chat) == 1


async def test_another_token_is_refused(fake: FakeTelegram, ada: Person) -> None:
    status, body = await raw(fake, "getMe", token="1:guessed")
    assert (status, body) == (401, {"ok": False, "error_code": 401, "description": "Unauthorized"})
    await ada.sends_voice(b"OggS")
    file = ada.chat[-1].file
    assert file is not None
    async with aiohttp.ClientSession() as session, session.get(f"{fake.url}/file/bot1:guessed/{file.path}") as response:
        assert response.status == 401
    assert fake.violations == []


async def test_a_test_can_wait_for_a_call(fake: FakeTelegram, client: Bot, ada: Person) -> None:
    await ada.starts()
    async with fake.expecting("sendMessage"):
        sending = asyncio.create_task(say(client, ada.id, "soon"))
    assert fake.called("sendMessage")[0]["text"] == "soon"
    await sending
