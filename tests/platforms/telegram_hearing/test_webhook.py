"""Telegram calls the bot: who does not know the secret is not heard, and what is confirmed is kept."""

import asyncio
import hmac
from collections.abc import AsyncIterator

import pytest
from aiohttp.test_utils import unused_port

from bot.platforms.telegram.calling import Telegram
from bot.platforms.telegram.inbound import TOLD
from bot.platforms.telegram.webhook import PROOF_HEADER, WEBHOOK_PATH, Webhook
from bot.web import MOST_BODY, WebServer
from storage.errors import StorageBusy, StorageFull
from tests.platforms.ears import UNREADABLE, Inbox, from_ada, listening
from tests.platforms.fake import Obj
from tests.platforms.telegram.people import Person
from tests.platforms.telegram.server import FakeTelegram
from tests.platforms.tried import healthy

SECRET = "known-to-telegram-alone"


@pytest.fixture
async def port(telegram: Telegram, inbox: Inbox) -> AsyncIterator[int]:
    """Where the bot listens."""
    port = unused_port()
    webhook = Webhook(telegram, f"http://127.0.0.1:{port}", SECRET)
    web = WebServer("127.0.0.1", port, healthy, [webhook])
    await web.start()
    async with listening(telegram, webhook, inbox):
        yield port
    await web.stop()


async def test_telegram_is_told_where_to_call_with_which_secret_and_of_what(fake: FakeTelegram, port: int) -> None:
    assert fake.delivery.webhook is not None
    assert fake.delivery.webhook.url == f"http://127.0.0.1:{port}{WEBHOOK_PATH}"
    assert fake.delivery.webhook.secret_token == SECRET
    assert fake.delivery.allowed == set(TOLD)


@pytest.mark.parametrize("given", [None, "", "guessed", SECRET[:-1], f"{SECRET} ö"])
async def test_whoever_does_not_know_the_secret_is_refused_and_nothing_is_done(
    fake: FakeTelegram, port: int, inbox: Inbox, given: str | None
) -> None:
    calls = len(fake.calls)
    headers = {} if given is None else {PROOF_HEADER: given}
    assert await fake.post_to_webhook(from_ada("let me in"), headers) == 401
    assert inbox.came == 0
    assert len(fake.calls) == calls


async def test_a_secret_that_is_no_text_is_refused_like_any(port: int, caplog: pytest.LogCaptureFixture) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    head = f"POST {WEBHOOK_PATH} HTTP/1.1\r\nHost: bot\r\nContent-Length: 2\r\n{PROOF_HEADER}: ".encode()
    writer.write(head + b"\xff\xfe\r\n\r\n{}")
    assert b" 401 " in await reader.readline()
    writer.close()
    assert caplog.text == ""


async def test_the_secret_is_compared_in_a_time_that_tells_nothing(
    fake: FakeTelegram, port: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    compared = []

    def compare(given: bytes, secret: bytes) -> bool:
        compared.append((given, secret))
        return False

    monkeypatch.setattr(hmac, "compare_digest", compare)
    assert await fake.post_to_webhook(from_ada("let me in")) == 401
    assert compared == [(SECRET.encode(), SECRET.encode())]


NUMBERLESS: list[Obj] = [
    {"message": from_ada("no number")["message"]},
    {**from_ada("words for a number"), "update_id": "seven"},
    {**from_ada("a list for a number"), "update_id": [7]},
]


@pytest.mark.parametrize(
    "body", ["", "{", "[]", "null", "7", '"otter"', b"\xff\xfe", "[" * 200_000, "{}", *NUMBERLESS, *UNREADABLE], ids=str
)
async def test_what_is_no_update_is_put_aside_for_good_and_the_next_is_heard(
    fake: FakeTelegram, port: int, inbox: Inbox, ada: Person, body: Obj | str | bytes
) -> None:
    assert await fake.post_to_webhook(body) == 200
    assert inbox.came == 0
    assert (await ada.types("hello")).acknowledged
    assert inbox.said == ["hello"]


async def test_what_is_too_large_is_not_read(fake: FakeTelegram, port: int, inbox: Inbox) -> None:
    assert await fake.post_to_webhook(from_ada("x" * MOST_BODY)) == 413
    assert inbox.came == 0


@pytest.mark.parametrize("trouble", [StorageFull, StorageBusy])
async def test_what_can_not_be_kept_just_now_is_not_confirmed_and_comes_again(
    fake: FakeTelegram, port: int, inbox: Inbox, ada: Person, trouble: type[Exception]
) -> None:
    inbox.trouble = trouble()
    assert (await ada.types("hello")).status == 503
    inbox.trouble = None
    await fake.emptied()
    assert inbox.said == ["hello"]


async def test_an_update_that_comes_twice_is_known_again(
    fake: FakeTelegram, port: int, inbox: Inbox, ada: Person
) -> None:
    fake.twice = True
    await ada.types("hello")
    assert (inbox.came, inbox.said) == (2, ["hello"])
