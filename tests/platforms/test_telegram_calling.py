"""Calling Telegram: evenly, at rest when it asks for it; each refusal and each silence is taken for what it is."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager
from typing import Literal

import aiohttp
import pytest
from aiohttp import web
from aiohttp.test_utils import unused_port

from bot.chat.errors import DeliveryFailed
from bot.chat.messages import Message
from bot.chat.platform import Address
from bot.platforms.telegram import request
from bot.platforms.telegram.adapter import TelegramPlatform
from bot.platforms.telegram.calling import Telegram, telegram_bot
from bot.platforms.telegram.places import message
from bot.platforms.telegram.webhook import Webhook
from scheduling.pacing import Pace, Pacer
from storage.shared.pacing import Limit
from tests.platforms.telegram.people import Person
from tests.platforms.telegram.server import FakeTelegram
from tests.stages import Told, Unpaced


@pytest.fixture
async def fake() -> AsyncIterator[FakeTelegram]:
    async with FakeTelegram() as fake:
        yield fake
        assert fake.violations == []


def platform(fake: FakeTelegram, session: aiohttp.ClientSession, pace: Pace, url: str = "") -> TelegramPlatform:
    telegram = Telegram(telegram_bot(fake.token, url or fake.url, session), pace)
    return TelegramPlatform(telegram, Webhook(telegram, "https://waymark.example.org", "a-secret"))


async def somebody(fake: FakeTelegram, name: str = "Ada") -> Person:
    person = fake.person(name)
    await person.starts()
    return person


def to(person: Person) -> Address:
    return Address("telegram", "", str(person.id))


async def test_many_are_told_at_the_pace_of_telegram_and_it_never_has_to_ask_for_a_rest(
    fake: FakeTelegram, session: aiohttp.ClientSession, pacer: Pacer
) -> None:
    telegram = platform(fake, session, pacer)
    everybody = [await somebody(fake, f"Person {n}") for n in range(40)]
    await asyncio.gather(*(telegram.send(to(one), Message("Tomorrow"), id=f"to {one.id}") for one in everybody))
    assert len(fake.called("sendMessage")) == 40
    assert fake.limited == 0


async def test_one_person_gets_a_short_burst_at_once(
    fake: FakeTelegram, session: aiohttp.ClientSession, pacer: Pacer
) -> None:
    telegram, ada = platform(fake, session, pacer), await somebody(fake)
    await asyncio.gather(*(telegram.send(to(ada), Message(f"{n}"), id=f"number {n}") for n in range(6)))
    assert len(fake.called("sendMessage")) == 6
    assert fake.limited == 0


async def test_a_429_slows_everybody_for_as_long_as_telegram_says(
    fake: FakeTelegram, session: aiohttp.ClientSession
) -> None:
    told, ada = Told(), await somebody(fake)
    fake.trouble("sendMessage", "429", retry_after=17)
    with pytest.raises(DeliveryFailed) as failed:
        await platform(fake, session, told).send(to(ada), Message("Hello"), id="one")
    assert failed.value.retry_after == 17
    assert not failed.value.permanent
    assert not failed.value.may_have_arrived
    assert not failed.value.counts
    assert sorted(told.held) == [(f"telegram/{ada.id}", 17), ("telegram/messages", 17)]


class Crowded(Told):
    """A pace whose next place is a while ahead."""

    def place(self, *limits: Limit) -> AbstractAsyncContextManager[None]:
        raise DeliveryFailed("it is not its turn yet", retry_after=42, counts=False)


async def test_whoever_has_to_wait_for_their_turn_slows_nobody_else(
    fake: FakeTelegram, session: aiohttp.ClientSession
) -> None:
    crowded, ada = Crowded(), await somebody(fake)
    with pytest.raises(DeliveryFailed) as failed:
        await platform(fake, session, crowded).send(to(ada), Message("Hello"), id="one")
    assert failed.value.retry_after == 42
    assert crowded.held == []


@pytest.mark.parametrize(
    ("code", "description", "permanent", "unreachable", "counts"),
    [
        (403, "Forbidden: bot was blocked by the user", True, True, True),
        (403, "Forbidden: user is deactivated", True, True, True),
        (403, "Forbidden: bot can't initiate conversation with a user", True, True, True),
        (403, "Forbidden: bot was kicked from the group chat", True, True, True),
        (400, "Bad Request: chat not found", True, True, True),
        (400, "Bad Request: PEER_ID_INVALID", True, True, True),
        (400, 'Bad Request: can\'t parse entities: unsupported start tag "otter"', True, False, True),
        (400, "Bad Request: message is too long", True, False, True),
        (401, "Unauthorized", False, False, False),
        (404, "Not Found", False, False, False),
    ],
)
async def test_each_refusal_is_taken_for_what_it_is(
    fake: FakeTelegram,
    session: aiohttp.ClientSession,
    code: int,
    description: str,
    permanent: bool,
    unreachable: bool,
    counts: bool,
) -> None:
    told, ada = Told(), await somebody(fake)
    fake.trouble("sendMessage", "error", code=code, description=description)
    with pytest.raises(DeliveryFailed) as failed:
        await platform(fake, session, told).send(to(ada), Message("Hello"), id="one")
    error = failed.value
    assert (error.permanent, error.unreachable, error.counts) == (permanent, unreachable, counts)
    assert not error.may_have_arrived
    assert "otter" not in error.why
    assert told.held == []


@pytest.mark.parametrize("kind", ["500", "502", "drop", "refuse", "hang"])
async def test_where_it_does_not_say_it_may_have_arrived(
    fake: FakeTelegram,
    session: aiohttp.ClientSession,
    kind: Literal["500", "502", "drop", "refuse", "hang"],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(request, "PATIENCE_S", 0.2)
    ada = await somebody(fake)
    fake.trouble("sendMessage", kind)
    with pytest.raises(DeliveryFailed) as failed:
        await platform(fake, session, Unpaced()).send(to(ada), Message("Hello"), id="one")
    assert failed.value.may_have_arrived
    assert not failed.value.permanent


async def test_where_there_is_no_connection_nothing_can_have_arrived(
    fake: FakeTelegram, session: aiohttp.ClientSession
) -> None:
    ada = await somebody(fake)
    nowhere = platform(fake, session, Unpaced(), f"http://127.0.0.1:{unused_port()}")
    with pytest.raises(DeliveryFailed) as failed:
        await nowhere.send(to(ada), Message("Hello"), id="one")
    assert not failed.value.may_have_arrived
    assert not failed.value.permanent


async def test_the_token_is_in_no_request_to_wherever_an_answer_would_lead(session: aiohttp.ClientSession) -> None:
    asked: list[str] = []

    async def elsewhere(request: web.Request) -> web.Response:
        asked.append(request.path)
        raise web.HTTPTemporaryRedirect(f"{request.url.origin()}/elsewhere{request.path}")

    app = web.Application()
    app.router.add_route("*", "/{path:.*}", elsewhere)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    host, port = runner.addresses[0][:2]
    bot = telegram_bot("1:A", f"http://{host}:{port}", session)
    with pytest.raises(DeliveryFailed):
        await Telegram(bot, Unpaced()).call(bot.get_me())
    await runner.cleanup()
    assert asked == ["/bot1:A/getMe"]


async def test_what_is_answered_late_has_been_sent(fake: FakeTelegram, session: aiohttp.ClientSession) -> None:
    ada = await somebody(fake)
    fake.trouble("sendMessage", "late")
    sent = await platform(fake, session, Unpaced()).send(to(ada), Message("Hello"), id="one")
    assert sent == message(ada.id, ada.chat[-1].message_id)


async def test_a_group_that_has_moved_is_followed_at_its_own_pace(
    fake: FakeTelegram, session: aiohttp.ClientSession
) -> None:
    told, ada = Told(), await somebody(fake)
    group = fake.group("Team", [ada])
    await group.adds_bot(ada)
    await ada.types("@WaymarkBot help", group)
    asked_at = message(group.id, group.chat[-1].message_id).ref
    await group.migrates()
    sent = await platform(fake, session, told).send(
        to(ada), Message("All of this", public=True), id="one", place=asked_at
    )
    assert group.chat[-1].text == "All of this"
    assert sent == message(group.id, group.chat[-1].message_id)
    assert f"telegram/{group.id}" in [limit.bucket for limit in told.limits[-1]]
