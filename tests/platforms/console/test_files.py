"""Files in the console, over HTTP: taken in for whoever sends them, played as what they are, and never run."""

import io

import pytest
from aiohttp import ClientResponse

from bot.chat.errors import DeliveryFailed
from bot.chat.fetching import MOST_BYTES
from bot.chat.messages import File, Message, Picture
from bot.chat.platform import Incoming, Said
from tests.platforms.console.conftest import ADA, Browser
from tests.platforms.scripted import ScriptedBot, png

VOICE = b"OggS and so on"


async def upload(browser: Browser, data: bytes = VOICE, kind: str = "audio/ogg", **headers: str) -> ClientResponse:
    path = "/console/uploads/ada/my%20voice%2F1.ogg"
    return await browser.client.post(
        path, data=io.BytesIO(data), headers={"Origin": browser.origin, "Content-Type": kind, **headers}
    )


async def say(browser: Browser, files: dict[str, int], user: str = "ada", text: str = "") -> ClientResponse:
    what = {"act": "say", "text": text, "files": files}
    return await browser.post("/act", {"user": user, "key": "key-0001", "what": what})


async def test_a_file_comes_with_what_is_said(browser: Browser, bot: ScriptedBot) -> None:
    ref = (await (await upload(browser)).json())["file"]

    assert (await say(browser, {ref: 42}, text="today")).status == 200

    [said] = [inbound.what for inbound in bot.inbounds if isinstance(inbound.what, Said)]
    assert (said.text, said.files) == ("today", (Incoming(ref, "my voice/1.ogg", "audio/ogg", len(VOICE), 42),))
    assert await bot.platform.fetch(ADA, said.files[0]) == VOICE


@pytest.mark.parametrize("origin", ["http://evil.example", "null", ""])
async def test_another_page_can_not_upload(browser: Browser, origin: str) -> None:
    assert (await upload(browser, Origin=origin)).status == 403


async def test_nobody_uploads_without_the_cookie(stranger: Browser) -> None:
    assert (await upload(stranger)).status == 403


async def test_a_file_that_is_too_large_is_refused_while_it_comes(browser: Browser) -> None:
    assert (await upload(browser, bytes(MOST_BYTES + 1))).status == 413
    assert (await upload(browser, bytes(MOST_BYTES))).status == 200


async def test_nobody_sends_what_another_has_uploaded_or_what_is_not_held(browser: Browser, bot: ScriptedBot) -> None:
    ref = (await (await upload(browser)).json())["file"]

    assert (await say(browser, {ref: 0}, user="ben")).status == 410
    assert (await say(browser, {"nothing": 0})).status == 410
    assert (await say(browser, {})).status == 400
    assert (await say(browser, {ref: -1})).status == 400
    assert bot.inbounds == []


async def test_only_the_latest_are_held_and_each_for_its_sender(browser: Browser, bot: ScriptedBot) -> None:
    refs = [bot.platform.hold("ada", "voice.ogg", "audio/ogg", VOICE) for _ in range(17)]

    for ref in (refs[0], "nothing"):
        with pytest.raises(DeliveryFailed) as failed:
            await bot.platform.fetch(ADA, Incoming(ref, "", ""))
        assert failed.value.permanent
    with pytest.raises(DeliveryFailed):
        await bot.platform.fetch(ADA._replace(user="ben"), Incoming(refs[1], "", ""))
    assert await bot.platform.fetch(ADA, Incoming(refs[1], "", "")) == VOICE


@pytest.mark.parametrize(
    ("attached", "kind"),
    [
        (File(VOICE, "voice.ogg", media_type="audio/ogg"), "audio/ogg"),
        (File(b"<script>", "page.html", media_type="text/html"), "application/octet-stream"),
        (File(b"<svg/>", "voice.svg", media_type="image/svg+xml"), "application/octet-stream"),
        (Picture(png(2, 2), "a photo"), "image/png"),
        (Picture(b"<svg/>", "a photo", "photo.svg"), "application/octet-stream"),
    ],
)
async def test_what_can_be_played_is_played_and_all_else_is_a_download(
    browser: Browser, bot: ScriptedBot, attached: File | Picture, kind: str
) -> None:
    await bot.platform.send(ADA, Message(attachments=(attached,)), id="one")

    answer = await browser.client.get("/console/files/ada/one/0")

    assert answer.content_type == kind
    assert ("Content-Disposition" in answer.headers) == (kind == "application/octet-stream")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Cache-Control"] == "no-store"
    assert await answer.read() == attached.data
