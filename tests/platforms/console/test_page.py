"""What the console's page does for who is in it."""

import asyncio
import json
from datetime import UTC, datetime
from typing import Any

import pytest
from aiohttp import ClientResponse

from bot.chat.messages import Message
from bot.chat.platform import Said, Sent
from storage.errors import StorageBusy, StorageFull
from tests.platforms.console.conftest import ADA, CANARY, FILLED, HOSTILE, Browser
from tests.platforms.scripted import DUE, FILE, FILE_TEXT, PICTURE, START, ScriptedBot, week

# ---------------------------------------------------------------- what is posted


async def test_a_post_is_taken_in_once_however_often_it_comes(browser: Browser, bot: ScriptedBot) -> None:
    for _ in range(3):
        assert (await browser.say("Hello")).status == 200
    assert len(bot.inbounds) == 1


async def test_an_unknown_person_is_refused_in_words(browser: Browser, bot: ScriptedBot) -> None:
    answer = await browser.say("Hello", user="nobody")
    assert answer.status == 404
    assert (await answer.json())["words"] == "This person is no longer in the demo."
    assert bot.inbounds == []


@pytest.mark.parametrize(
    "body", [b"", b"{", b"[]", b'{"user":"ada"}', b'{"user":"ada","key":"x","what":{"act":"?"}}', b"\xff"]
)
async def test_what_can_not_be_read_is_refused_without_quoting_it(browser: Browser, body: bytes) -> None:
    headers = {"Origin": browser.origin, "Content-Type": "application/json"}
    answer = await browser.client.post("/console/act", data=body, headers=headers)
    assert answer.status == 400
    assert await answer.json() == {"words": "Waymark could not read that."}


@pytest.mark.parametrize(("refusal", "words"), [(StorageFull(), "disk is full"), (StorageBusy(), "busy")])
async def test_what_was_not_kept_is_said_plainly(
    browser: Browser, bot: ScriptedBot, refusal: Exception, words: str
) -> None:
    bot.refuse = refusal
    answer = await browser.say(CANARY)

    assert answer.status >= 500
    said = await answer.text()
    assert words in said
    assert CANARY not in said


@pytest.mark.parametrize("text", HOSTILE)
async def test_hostile_text_arrives_as_it_was_typed(browser: Browser, bot: ScriptedBot, text: str) -> None:
    assert (await browser.say(text)).status == 200
    [inbound] = bot.inbounds
    assert isinstance(inbound.what, Said)
    assert inbound.what.text == text


async def test_faults_come_back_by_their_question(browser: Browser, bot: ScriptedBot) -> None:
    await bot.platform.open_form(ADA, week("o1"), trigger="")
    what = {"act": "submit", "opening": "o1", "answers": {**FILLED, "mood": None, "with_whom": ["My team"]}}
    answer = await browser.post("/act", {"user": "ada", "key": "key-0001", "what": what})

    assert await answer.json() == {"faults": {"mood": "Please choose one."}}
    assert bot.inbounds == []


# ---------------------------------------------------------------- live updates


class Updates:
    """The stream of updates, read one by one."""

    def __init__(self, response: ClientResponse) -> None:
        self.response = response
        self.last_id = ""

    async def next(self) -> dict[str, Any]:
        data = None
        async with asyncio.timeout(10):
            while data is None:
                for line in (await self.response.content.readuntil(b"\n\n")).decode().splitlines():
                    name, _, value = line.partition(": ")
                    if name == "id":
                        self.last_id = value
                    elif name == "data":
                        data = json.loads(value)
        assert isinstance(data, dict)
        return data


async def test_a_page_that_comes_back_is_told_what_it_missed_and_nothing_else(
    browser: Browser, bot: ScriptedBot
) -> None:
    await bot.platform.send(ADA, Message("First"), id="m1")
    async with browser.client.get("/console/updates") as response:
        updates = Updates(response)
        assert (await updates.next())["fresh"]

    await bot.platform.send(ADA, Message("Second"), id="m2")
    await bot.platform.retract(ADA, Sent("m1"))
    async with browser.client.get("/console/updates", headers={"Last-Event-ID": updates.last_id}) as response:
        missed = await Updates(response).next()

    assert not missed["fresh"]
    assert [(news["line"]["ref"], news["line"].get("gone", False)) for news in missed["news"]] == [
        ("m2", False),
        ("m1", True),
    ]


async def test_a_page_from_before_a_restart_starts_afresh(browser: Browser, bot: ScriptedBot) -> None:
    await bot.platform.send(ADA, Message("First"), id="m1")
    async with browser.client.get("/console/updates", headers={"Last-Event-ID": "abcd0123-99"}) as response:
        update = await Updates(response).next()

    assert update["fresh"]
    assert [news["line"]["ref"] for news in update["news"]] == ["m1"]


async def test_what_happens_is_told_while_the_page_is_open(browser: Browser, bot: ScriptedBot) -> None:
    async with browser.client.get("/console/updates") as response:
        updates = Updates(response)
        await updates.next()
        await bot.platform.send(ADA, Message("Good morning"), id="m1")
        [news] = (await updates.next())["news"]

    assert (news["user"], news["line"]["ref"]) == ("ada", "m1")


async def test_the_stream_ends_when_the_bot_stops(browser: Browser, bot: ScriptedBot) -> None:
    async with browser.client.get("/console/updates") as response:
        await Updates(response).next()
        await bot.platform.close()
        async with asyncio.timeout(10):
            assert await response.content.read() == b""


# ---------------------------------------------------------------- files, previews, clock and settings


async def test_a_picture_is_shown_and_a_file_is_only_ever_downloaded(browser: Browser, bot: ScriptedBot) -> None:
    await bot.platform.send(ADA, PICTURE, id="p/1")
    await bot.platform.send(ADA, FILE, id="f1")

    picture = await browser.client.get("/console/files/ada/p%2F1/0")
    assert picture.content_type == "image/png"

    file = await browser.client.get("/console/files/ada/f1/0")
    assert file.content_type == "application/octet-stream"
    assert file.headers["Content-Disposition"].startswith("attachment; filename*=UTF-8''your%20notes")
    assert await file.read() == FILE_TEXT

    for nothing in ("ada/f1/1", "ada/none/0", "ben/f1/0", "nobody/f1/0"):
        assert (await browser.client.get(f"/console/files/{nothing}")).status == 404


async def test_a_file_goes_with_its_message(browser: Browser, bot: ScriptedBot) -> None:
    sent = await bot.platform.send(ADA, FILE, id="f1")
    await bot.platform.retract(ADA, sent)

    assert (await browser.client.get("/console/files/ada/f1/0")).status == 404


async def test_a_preview_is_what_the_platforms_would_be_given(browser: Browser, bot: ScriptedBot) -> None:
    await bot.platform.send(ADA, FILE, id="f1")
    previews = await (await browser.client.get("/console/previews/ada/f1")).json()

    assert previews["Slack"] == {"words": ""}
    assert previews["Telegram"][0]["data"] == f"({len(FILE_TEXT)} bytes)"
    assert (await browser.client.get("/console/previews/ada/none")).status == 404


@pytest.mark.parametrize(
    ("to", "moment"),
    [
        ("next", DUE),
        ("hour", datetime(2027, 1, 5, 10, 14, tzinfo=UTC)),
        ("day", datetime(2027, 1, 6, 9, 14, tzinfo=UTC)),
        ("2027-07-01T09:00", datetime(2027, 7, 1, 8, 0, tzinfo=UTC)),  # as the clock on the wall has it
    ],
)
async def test_the_clock_is_moved_on(browser: Browser, bot: ScriptedBot, to: str, moment: datetime) -> None:
    answer = await browser.post("/clock", {"to": to})

    assert answer.status == 200
    assert bot.clock.now() == moment


@pytest.mark.parametrize("to", ["2027-01-05T09:00", "2099-01-01T09:00", "0001-01-01T00:00", "9999-12-31T23:59"])
async def test_the_clock_never_goes_back_nor_off_into_the_distance(browser: Browser, bot: ScriptedBot, to: str) -> None:
    answer = await browser.post("/clock", {"to": to})

    assert answer.status == 409
    assert (await answer.json())["words"]
    assert bot.clock.now() == START


async def test_there_may_be_nothing_to_go_to(browser: Browser, bot: ScriptedBot) -> None:
    bot.clock.set(DUE)
    answer = await browser.post("/clock", {"to": "next"})

    assert answer.status == 409
    assert "Nothing is planned" in (await answer.json())["words"]


async def test_how_forms_are_asked_is_chosen_in_the_page(browser: Browser, bot: ScriptedBot) -> None:
    answer = await browser.post("/settings", {"asks_in_forms": False})

    assert not (await answer.json())["asks_in_forms"]
    assert not bot.platform.asks_in_forms
