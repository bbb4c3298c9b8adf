"""`waymark run` on Slack, the process itself: it starts, answers, is told to stop, and finishes what it holds."""

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path

import pytest
from aiohttp import ClientError, ClientSession
from aiohttp.test_utils import unused_port

from bot.programmes import EXAMPLES
from storage.private.keys import MasterKeys
from tests.platforms.on_any import SOON_S, until
from tests.platforms.on_slack import words
from tests.platforms.slack.people import Person
from tests.platforms.slack.server import FakeSlack

CANARY = "the coot in the reeds"


@pytest.fixture
async def fake() -> AsyncIterator[FakeSlack]:
    async with FakeSlack(pace=50) as fake:
        yield fake
        assert fake.violations == []


async def started(folder: Path, fake: FakeSlack, *, http: bool) -> tuple[asyncio.subprocess.Process, int]:
    """The bot's process, as `waymark run` starts it, and its port."""
    keys = folder / "keys" / "master.keys"
    if not keys.exists():
        MasterKeys.new_file(keys)
    port = unused_port()
    settings = {
        "WAYMARK_DATA_DIR": str(folder / "data"),
        "WAYMARK_MASTER_KEYS_FILE": str(keys),
        "WAYMARK_PROGRAMMES_DIR": str(EXAMPLES),
        "WAYMARK_HTTP_PORT": str(port),
        "WAYMARK_SLACK_BOT_TOKEN": fake.bot_token,
        "WAYMARK_SLACK_API_URL": fake.url,
        "WAYMARK_SLACK_MESSAGES_A_SECOND": "50",
        "WAYMARK_LOG_LEVEL": "DEBUG",
    }
    if http:
        settings["WAYMARK_SLACK_SIGNING_SECRET"] = f"the-one-before,{fake.signing_secret}"
        settings["WAYMARK_PUBLIC_URL"] = "https://waymark.example.org"
        fake.deliver_to(f"http://127.0.0.1:{port}/slack/events")
    else:
        settings["WAYMARK_SLACK_APP_TOKEN"] = fake.app_token
    others = {name: value for name, value in os.environ.items() if not name.startswith("WAYMARK_")}
    command = (sys.executable, "-m", "bot", "run")
    process = await asyncio.create_subprocess_exec(*command, env=others | settings, stderr=asyncio.subprocess.PIPE)
    return process, port


@asynccontextmanager
async def running(folder: Path, fake: FakeSlack, *, http: bool) -> AsyncIterator[asyncio.subprocess.Process]:
    """The process, ready to be spoken to."""
    process, port = await started(folder, fake, http=http)
    try:
        async with asyncio.timeout(SOON_S):
            await (_until_it_is_well(port) if http else fake.connected())
        yield process
    finally:
        if process.returncode is None:
            process.kill()
        await process.wait()


@pytest.mark.parametrize("http", [True, False], ids=["over http", "over a socket"])
async def test_it_starts_answers_and_stops_in_order(tmp_path: Path, fake: FakeSlack, http: bool) -> None:
    ada = fake.person("U0ADA", name="Ada")
    async with running(tmp_path, fake, http=http) as process:
        await ada.types("hello")
        await _says(ada, "Hello, I’m Waymark")
        await ada.types(CANARY)
        if http:
            forged = {"type": "event_callback", "event": {"type": "message", "text": CANARY}}
            assert (await fake.raw(forged, signature="v0=forged")).status == 401
            assert (await fake.raw("payload=" + CANARY)).status == 500
        process.send_signal(signal.SIGTERM)
        async with asyncio.timeout(SOON_S):
            assert await process.wait() == 0
        assert process.stderr is not None
        said = (await process.stderr.read()).decode()
    assert "Traceback" not in said
    assert CANARY not in said
    assert not any(secret in said for secret in (fake.bot_token, fake.app_token, fake.signing_secret))
    await _says(ada, "To begin, type the joining code")


async def test_killed_right_after_it_took_something_in_it_answers_when_it_is_back(
    tmp_path: Path, fake: FakeSlack
) -> None:
    ada = fake.person("U0ADA", name="Ada")
    async with running(tmp_path, fake, http=True) as process:
        fake.trouble("users.info", "hang")
        assert (await ada.types("hello")).acknowledged
        process.kill()
        await process.wait()
    async with running(tmp_path, fake, http=True):
        await _says(ada, "Hello, I’m Waymark")
    assert words(ada).count("Hello, I’m Waymark") == 1


@pytest.mark.parametrize("method", ["auth.test", "apps.connections.open"])
async def test_with_a_token_that_slack_refuses_it_does_not_start_and_says_what_to_do(
    tmp_path: Path, fake: FakeSlack, method: str
) -> None:
    fake.trouble(method, "error", error="invalid_auth")
    process, _ = await started(tmp_path, fake, http=False)
    _, said = await process.communicate()
    assert process.returncode == 2
    assert "Slack says invalid_auth" in said.decode()
    assert "To find out what is wrong: waymark check" in said.decode()
    assert "Traceback" not in said.decode()


async def _says(person: Person, expected: str) -> None:
    await until(lambda: expected in words(person))


async def _until_it_is_well(port: int) -> None:
    async with ClientSession() as browser:
        while True:
            with suppress(ClientError):
                async with browser.get(f"http://127.0.0.1:{port}/healthz") as health:
                    if health.status == 200:
                        return
            await asyncio.sleep(0.02)
