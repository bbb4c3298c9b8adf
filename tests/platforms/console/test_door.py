"""The console's page lets in nobody but who was given its address."""

from collections.abc import AsyncIterator

import pytest

from bot.platforms.console.server import MOST_BODY
from tests.platforms.console.conftest import Browser
from tests.platforms.scripted import ScriptedBot


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
