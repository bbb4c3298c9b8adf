"""The console: an adapter like the others, and a page that lets in nobody but who was given its address."""

import asyncio
import json
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import pytest
from aiohttp import ClientResponse, ClientTimeout, CookieJar, web
from aiohttp.test_utils import TestClient, TestServer, unused_port

from bot.chat.errors import DeliveryFailed
from bot.chat.forms import Answers
from bot.chat.messages import Button, Message
from bot.chat.platform import Address, Arrived, Closed, FindsSent, Pressed, Retracts, Said, Sent, Submitted
from bot.platforms.console import render
from bot.platforms.console.adapter import ConsolePlatform, Deed, Line, NoSuchForm, NotListening, UnknownPerson
from bot.platforms.console.server import MOST_BODY, ConsolePage
from scheduling.clock import SetClock
from storage.errors import StorageBusy, StorageFull
from tests.platforms.scripted import (
    DUE,
    FILE,
    FILE_TEXT,
    LONDON,
    PICTURE,
    START,
    ScriptedBot,
    personas,
    read_time,
    week,
)

ADA = Address("console", "", "ada")
CANARY = "only-between-us"

FILLED: dict[str, Any] = {
    "learned": CANARY,
    "mood": "Light",
    "energy": "4",
    "again": "tomorrow 9:00",
    "share": "yes",
}

HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "[press me](javascript:alert(1))",
    "[press me](data:text/html,<script>alert(1)</script>)",
    "**<b>bold</b>** `</textarea>` &lt;i&gt;",
    "\u202eright to left\u202c and \u0000\u0007 control",
    "😀" * 5_000,
    "x" * 50_000,
]


@pytest.fixture
async def bot() -> ScriptedBot:
    clock = SetClock(START)
    bot = ScriptedBot(ConsolePlatform(personas, read_time, clock), clock)
    await bot.platform.listen(bot.receive)
    return bot


def shown(bot: ScriptedBot, user: str = "ada") -> list[Message | Deed]:
    """What stands in a conversation, top to bottom."""
    lines = [news.what for news in bot.platform.news(0) if news.user == user and isinstance(news.what, Line)]
    return [line.shown for line in sorted(lines, key=lambda line: line.place) if line.shown is not None]


# ---------------------------------------------------------------- the adapter


async def test_it_can_take_messages_back_and_find_what_it_sent(bot: ScriptedBot) -> None:
    assert isinstance(bot.platform, Retracts)
    assert isinstance(bot.platform, FindsSent)

    sent = await bot.platform.send(ADA, Message("Good morning"), id="m1")
    assert await bot.platform.find_sent(ADA, "m1") == sent
    assert await bot.platform.find_sent(ADA, "m2") is None

    await bot.platform.retract(ADA, sent)
    assert shown(bot) == []


async def test_a_message_sent_twice_under_one_id_is_shown_once(bot: ScriptedBot) -> None:
    first = await bot.platform.send(ADA, Message("Good morning"), id="m1")
    again = await bot.platform.send(ADA, Message("Good morning, a second time"), id="m1")

    assert first == again
    assert shown(bot) == [Message("Good morning")]


async def test_a_message_that_was_taken_back_does_not_come_again(bot: ScriptedBot) -> None:
    sent = await bot.platform.send(ADA, Message("Good morning"), id="m1")
    await bot.platform.retract(ADA, sent)

    await bot.platform.send(ADA, Message("Good morning"), id="m1")
    await bot.platform.replace(ADA, sent, Message("Good evening"))

    assert shown(bot) == []


async def test_a_replaced_message_stays_in_its_place(bot: ScriptedBot) -> None:
    sent = await bot.platform.send(ADA, Message("Shall I book it?"), id="m1")
    await bot.platform.send(ADA, Message("Something else"), id="m2")

    await bot.platform.replace(ADA, sent, Message("Booked"))

    assert shown(bot) == [Message("Booked"), Message("Something else")]


async def test_a_message_from_before_a_restart_is_replaced_by_showing_it_anew(bot: ScriptedBot) -> None:
    await bot.platform.replace(ADA, Sent("from-another-process"), Message("Booked"))

    assert shown(bot) == [Message("Booked")]


async def test_sending_to_somebody_unknown_fails_for_good(bot: ScriptedBot) -> None:
    with pytest.raises(DeliveryFailed) as failed:
        await bot.platform.send(Address("console", "", "nobody"), Message(CANARY), id="m1")

    assert failed.value.permanent
    assert CANARY not in failed.value.why


async def test_what_is_typed_reaches_the_bot_and_can_be_taken_back(bot: ScriptedBot) -> None:
    await bot.platform.say("ada", "key-0001", CANARY)

    [inbound] = bot.inbounds
    assert inbound.address == ADA
    assert inbound.display_name == "Ada Okafor"
    assert isinstance(inbound.what, Said)
    assert inbound.what.sent is not None

    await bot.quiet()
    await bot.platform.retract(ADA, inbound.what.sent)
    assert Deed("said", CANARY) not in shown(bot)
    assert CANARY not in json.dumps([render.news(news, LONDON) for news in bot.platform.news(0) if news.version > 2])


async def test_the_answer_stands_below_what_was_said_even_when_it_comes_first(bot: ScriptedBot) -> None:
    async def answers_at_once(inbound: Any) -> Any:
        await bot.platform.send(inbound.address, Message("Answer"), id="answer")

    await bot.platform.listen(answers_at_once)
    await bot.platform.say("ada", "key-0001", "Question")

    assert shown(bot) == [Deed("said", "Question"), Message("Answer")]


async def test_the_same_post_again_counts_once(bot: ScriptedBot) -> None:
    for _ in range(2):
        await bot.platform.say("ada", "key-0001", "Hello")

    assert len(bot.inbounds) == 1
    await bot.quiet()
    assert shown(bot).count(Deed("said", "Hello")) == 1


@pytest.mark.parametrize("refusal", [StorageFull(), StorageBusy()])
async def test_what_was_not_kept_is_not_shown_and_can_be_sent_again(bot: ScriptedBot, refusal: Exception) -> None:
    bot.refuse = refusal
    with pytest.raises(type(refusal)):
        await bot.platform.say("ada", "key-0001", "Hello")
    assert shown(bot) == []

    bot.refuse = None
    await bot.platform.say("ada", "key-0001", "Hello")
    assert shown(bot) == [Deed("said", "Hello")]


async def test_nothing_is_taken_in_before_the_bot_listens_or_after_it_stops(bot: ScriptedBot) -> None:
    await bot.platform.close()
    with pytest.raises(NotListening):
        await bot.platform.say("ada", "key-0001", "Hello")

    await bot.platform.listen(bot.receive)
    await bot.platform.say("ada", "key-0001", "Hello")
    assert len(bot.inbounds) == 1


async def test_the_bot_hears_of_an_arrival_once_and_again_when_it_was_not_kept(bot: ScriptedBot) -> None:
    bot.refuse = StorageFull()
    with pytest.raises(StorageFull):
        await bot.platform.arrive("ada", "key-0001")

    bot.refuse = None
    await bot.platform.arrive("ada", "key-0002")
    await bot.platform.arrive("ada", "key-0003")

    assert [inbound.what for inbound in bot.inbounds] == [Arrived()]


async def test_a_press_says_which_message_it_was_on(bot: ScriptedBot) -> None:
    await bot.platform.send(ADA, Message("A time is free", buttons=(Button("Book it", "demo.book"),)), id="m1")
    await bot.platform.press("ada", "key-0001", "demo.book", "m1")

    assert [inbound.what for inbound in bot.inbounds] == [Pressed("demo.book", on=Sent("m1"))]
    assert shown(bot)[1] == Deed("pressed", "Book it")


async def test_a_press_on_what_is_gone_is_for_the_bot_to_judge(bot: ScriptedBot) -> None:
    await bot.platform.press("ada", "key-0001", "somebody.elses:17", "gone")

    assert [inbound.what for inbound in bot.inbounds] == [Pressed("somebody.elses:17", on=Sent("gone"))]


async def test_a_form_is_sent_as_it_was_given_and_leaves_no_answers_behind(bot: ScriptedBot) -> None:
    await bot.platform.open_form(ADA, week("o1"), trigger="")
    faults = await bot.platform.submit("ada", "key-0001", "o1", {**FILLED, "unknown": "dropped"})

    assert faults == {}
    [inbound] = bot.inbounds
    assert isinstance(inbound.what, Submitted)
    assert inbound.what.opening == "o1"
    assert {name: answer for name, answer in inbound.what.answers.items() if answer is not None} == FILLED
    assert CANARY not in json.dumps([render.news(news, LONDON) for news in bot.platform.news(0)])


async def test_answers_that_a_question_refuses_come_back_beside_it_and_nothing_is_sent(bot: ScriptedBot) -> None:
    await bot.platform.open_form(ADA, week("o1"), trigger="")

    faults = await bot.platform.submit("ada", "key-0001", "o1", {**FILLED, "again": "whenever", "hours": "many"})

    assert set(faults) == {"again", "hours"}
    assert faults["hours"] == "Please give a whole number from 0 to 40."
    assert bot.inbounds == []
    assert await bot.platform.submit("ada", "key-0001", "o1", FILLED) == {}


async def test_a_form_sent_twice_is_sent_once(bot: ScriptedBot) -> None:
    await bot.platform.open_form(ADA, week("o1"), trigger="")
    await bot.platform.submit("ada", "key-0001", "o1", FILLED)

    assert await bot.platform.submit("ada", "key-0001", "o1", FILLED) == {}
    with pytest.raises(NoSuchForm):
        await bot.platform.submit("ada", "key-0002", "o1", FILLED)
    assert len(bot.inbounds) == 1


async def test_a_form_that_was_not_kept_stays_open(bot: ScriptedBot) -> None:
    await bot.platform.open_form(ADA, week("o1"), trigger="")
    bot.refuse = StorageFull()
    with pytest.raises(StorageFull):
        await bot.platform.submit("ada", "key-0001", "o1", FILLED)

    bot.refuse = None
    assert await bot.platform.submit("ada", "key-0001", "o1", FILLED) == {}


async def test_the_form_that_the_answer_opens_stays_open(bot: ScriptedBot) -> None:
    async def opens_the_next(inbound: Any) -> Any:
        await bot.platform.open_form(inbound.address, week("o2"), trigger="")

    await bot.platform.listen(opens_the_next)
    await bot.platform.open_form(ADA, week("o1"), trigger="")
    await bot.platform.submit("ada", "key-0001", "o1", FILLED)

    assert week("o2") in [news.what for news in bot.platform.news(0)]


async def test_a_form_that_is_put_away_is_told_to_the_bot(bot: ScriptedBot) -> None:
    await bot.platform.open_form(ADA, week("o1"), trigger="")
    await bot.platform.put_away("ada", "key-0001", "o1")

    assert [inbound.what for inbound in bot.inbounds] == [Closed("o1")]
    assert week("o1") not in [news.what for news in bot.platform.news(0)]


async def test_nobody_can_act_as_somebody_unknown(bot: ScriptedBot) -> None:
    with pytest.raises(UnknownPerson):
        await bot.platform.say("nobody", "key-0001", "Hello")


# ---------------------------------------------------------------- what the page draws


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_drawn_as_text(text: str) -> None:
    drawn = json.loads(json.dumps(render.text(text)))

    tags = {"p", "strong", "em", "a", "ul", "ol", "li", "blockquote"}

    def look(node: Any) -> None:
        if isinstance(node, str):
            return
        assert node["tag"] in tags
        assert not node.get("href", "").lower().startswith(("javascript", "data"))
        for inside in node["inside"]:
            look(inside)

    for node in drawn:
        look(node)


def test_a_consent_is_never_filled_in_and_a_secret_never_shown_back() -> None:
    answers: Answers = {"share": True, "words": CANARY, "mood": "Light", "again": "2027-07-06T13:00:00+00:00"}
    drawn = json.loads(json.dumps(render.form(week("o1", answers))))
    answered = {field["name"]: field["answer"] for field in drawn["fields"]}

    assert answered["share"] == ""
    assert CANARY not in json.dumps(drawn)
    assert answered["mood"] == "Light"
    assert answered["again"] == "2027-07-06 14:00"  # as the person's clock has it


# ---------------------------------------------------------------- over HTTP


@dataclass
class Browser:
    """A browser that was given the console's address, and opened it."""

    client: "TestClient[web.Request, web.Application]"
    page: ConsolePage
    origin: str

    async def post(self, path: str, body: object, **headers: str) -> ClientResponse:
        return await self.client.post(f"/console{path}", json=body, headers={"Origin": self.origin, **headers})

    async def say(self, text: str, key: str = "key-0001", user: str = "ada", **headers: str) -> ClientResponse:
        return await self.post("/act", {"user": user, "key": key, "what": {"act": "say", "text": text}}, **headers)


@pytest.fixture
async def stranger(bot: ScriptedBot) -> AsyncIterator[Browser]:
    """A browser on this machine that was not given the address."""
    port = unused_port()
    previews = {"Slack": lambda message: {"words": message.text}, "Telegram": lambda message: message.attachments}
    page = ConsolePage(bot.platform, bot, LONDON, previews, port=port)
    app = web.Application(middlewares=page.middlewares())
    app.add_routes(page.routes())
    server = TestServer(app, host="127.0.0.1", port=port)
    async with TestClient(server, cookie_jar=CookieJar(unsafe=True), timeout=ClientTimeout(10)) as client:
        yield Browser(client, page, f"http://127.0.0.1:{port}")
        await bot.platform.close()


@pytest.fixture
async def browser(stranger: Browser) -> Browser:
    assert (await stranger.client.get(stranger.page.address.removeprefix(stranger.origin))).status == 200
    return stranger


async def test_the_address_opens_the_page_and_its_token_leaves_the_address_bar(stranger: Browser) -> None:
    path = stranger.page.address.removeprefix(stranger.origin)
    answer = await stranger.client.get(path, allow_redirects=False)

    assert answer.status == 303
    assert answer.headers["Location"] == "/console"
    [cookie] = answer.headers.getall("Set-Cookie")
    assert "HttpOnly" in cookie
    assert "SameSite=Strict" in cookie
    assert "Path=/console" in cookie
    assert (await stranger.client.get("/console")).status == 200


@pytest.mark.parametrize("path", ["/console", "/console/static/console.js", "/console/updates", "/console/no-such"])
async def test_without_the_cookie_nothing_is_shown(stranger: Browser, path: str) -> None:
    assert (await stranger.client.get(path)).status == 403


@pytest.mark.parametrize("token", ["", "wrong", "ünïcödé"])
async def test_a_wrong_token_opens_nothing(stranger: Browser, token: str) -> None:
    answer = await stranger.client.get("/console", params={"token": token}, allow_redirects=False)

    assert answer.status == 403
    assert "Set-Cookie" not in answer.headers


async def test_a_wrong_cookie_opens_nothing(stranger: Browser) -> None:
    port = stranger.client.port
    answer = await stranger.client.get("/console", headers={"Cookie": f"waymark-console-{port}=wrong"})
    assert answer.status == 403


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:{port}", "127.0.0.1", "localhost:1", "127.0.0.1.evil:{port}"]
)
async def test_another_host_is_refused_even_with_the_cookie(browser: Browser, host: str) -> None:
    answer = await browser.client.get("/console", headers={"Host": host.format(port=browser.client.port)})
    assert answer.status == 403


async def test_localhost_is_the_same_machine(browser: Browser) -> None:
    answer = await browser.client.get("/console", headers={"Host": f"localhost:{browser.client.port}"})
    assert answer.status == 200


@pytest.mark.parametrize("origin", ["http://evil.example", "null", "http://127.0.0.1:1", ""])
async def test_another_page_can_not_post(browser: Browser, bot: ScriptedBot, origin: str) -> None:
    assert (await browser.say("Hello", Origin=origin)).status == 403
    assert bot.inbounds == []


async def test_a_post_without_an_origin_is_refused(browser: Browser, bot: ScriptedBot) -> None:
    body = {"user": "ada", "key": "key-0001", "what": {"act": "say", "text": "Hello"}}
    assert (await browser.client.post("/console/act", json=body)).status == 403
    assert bot.inbounds == []


async def test_a_plain_html_form_can_not_post(browser: Browser, bot: ScriptedBot) -> None:
    answer = await browser.client.post("/console/act", data={"text": "Hello"}, headers={"Origin": browser.origin})
    assert answer.status == 403
    assert bot.inbounds == []


async def test_nobody_posts_without_the_cookie(stranger: Browser, bot: ScriptedBot) -> None:
    assert (await stranger.say("Hello")).status == 403
    assert bot.inbounds == []


@pytest.mark.parametrize(
    "path", ["/console", "/console/static/console.css", "/console/no-such", "/console/previews/ada/none"]
)
async def test_every_answer_forbids_foreign_scripts_frames_and_referrers(browser: Browser, path: str) -> None:
    headers = (await browser.client.get(path)).headers
    policy = headers["Content-Security-Policy"]

    assert policy.startswith("default-src 'none'; script-src 'self'; style-src 'self'")
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert headers["Referrer-Policy"] == "no-referrer"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Cache-Control"] == "no-store"


async def test_the_page_has_nothing_inline_and_asks_nobody_else_for_anything(browser: Browser) -> None:
    page = await (await browser.client.get("/console")).text()

    for inline in ("style=", "onclick", "javascript:", "<style", "http://", "https://"):
        assert inline not in page


@pytest.mark.parametrize("told", [True, False])
async def test_a_body_of_more_than_a_megabyte_is_refused(browser: Browser, bot: ScriptedBot, told: bool) -> None:
    async def piecemeal() -> AsyncIterator[bytes]:
        for _ in range(11):
            yield b" " * (MOST_BODY // 10)

    data = b" " * (MOST_BODY + 1) if told else piecemeal()
    headers = {"Origin": browser.origin, "Content-Type": "application/json"}
    answer = await browser.client.post("/console/act", data=data, headers=headers)

    assert answer.status == 413
    assert "too long" in (await answer.json())["words"]
    assert bot.inbounds == []


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
