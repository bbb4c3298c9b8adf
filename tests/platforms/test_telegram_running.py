"""`waymark run` on Telegram, the process itself: it starts, answers, is told to stop, and finishes what it holds."""

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from aiohttp.test_utils import unused_port

from bot.platforms.telegram.webhook import PROOF_HEADER, WEBHOOK_PATH
from bot.programmes import EXAMPLES
from storage.private.keys import MasterKeys
from tests.platforms.ears import from_ada
from tests.platforms.on_any import SOON_S, until
from tests.platforms.on_telegram import words
from tests.platforms.telegram.people import Person
from tests.platforms.telegram.server import FakeTelegram

CANARY = "the coot in the reeds"
SECRET = "known-to-telegram-alone"
PUBLIC = "https://waymark.example.org"


@pytest.fixture
async def fake() -> AsyncIterator[FakeTelegram]:
    async with FakeTelegram(pace=50) as fake:
        yield fake
        assert fake.violations == []


async def started(folder: Path, fake: FakeTelegram, port: int = 0) -> asyncio.subprocess.Process:
    """The bot's process, as `waymark run` starts it; by webhook, if there is a port to be called at."""
    keys = folder / "keys" / "master.keys"
    if not keys.exists():
        MasterKeys.new_file(keys)
    settings = {
        "WAYMARK_DATA_DIR": str(folder / "data"),
        "WAYMARK_MASTER_KEYS_FILE": str(keys),
        "WAYMARK_PROGRAMMES_DIR": str(EXAMPLES),
        "WAYMARK_HTTP_PORT": str(port or unused_port()),
        "WAYMARK_TELEGRAM_TOKEN": fake.token,
        "WAYMARK_TELEGRAM_API_URL": fake.url,
        "WAYMARK_LOG_LEVEL": "DEBUG",
    }
    if port:
        settings |= {"WAYMARK_TELEGRAM_WEBHOOK_SECRET": SECRET, "WAYMARK_PUBLIC_URL": PUBLIC}
    others = {name: value for name, value in os.environ.items() if not name.startswith("WAYMARK_")}
    command = (sys.executable, "-m", "bot", "run")
    return await asyncio.create_subprocess_exec(*command, env=others | settings, stderr=asyncio.subprocess.PIPE)


@asynccontextmanager
async def running(folder: Path, fake: FakeTelegram, *, webhook: bool) -> AsyncIterator[asyncio.subprocess.Process]:
    """The process, ready to be spoken to."""
    port = unused_port() if webhook else 0
    process = await started(folder, fake, port)
    try:
        await (_called(fake, port) if webhook else until(fake.delivery.polled.is_set))
        yield process
    finally:
        if process.returncode is None:
            process.kill()
        await process.wait()


async def _called(fake: FakeTelegram, port: int) -> None:
    """The bot has given Telegram its public address, behind which its server is."""
    await until(lambda: fake.delivery.webhook is not None)
    assert fake.delivery.webhook is not None
    assert fake.delivery.webhook.url == f"{PUBLIC}{WEBHOOK_PATH}"
    fake.delivery.set_webhook(replace(fake.delivery.webhook, url=f"http://127.0.0.1:{port}{WEBHOOK_PATH}"))


async def ended(process: asyncio.subprocess.Process) -> str:
    """Tell it to stop; what it said in its life."""
    process.send_signal(signal.SIGTERM)
    async with asyncio.timeout(SOON_S):
        _, said = await process.communicate()
    assert process.returncode == 0
    return said.decode()


@pytest.mark.parametrize("webhook", [False, True], ids=["by polling", "by webhook"])
async def test_it_starts_answers_and_stops_in_order(tmp_path: Path, fake: FakeTelegram, webhook: bool) -> None:
    ada = fake.person("Ada")
    async with running(tmp_path, fake, webhook=webhook) as process:
        await ada.starts()
        await _says(ada, "Hello, I’m Waymark")
        await ada.types(CANARY)
        await fake.raw_update({"message": {"text": CANARY}})
        if webhook:
            assert await fake.post_to_webhook(from_ada(CANARY), {PROOF_HEADER: "guessed"}) == 401
            assert await fake.post_to_webhook(f'{{"{CANARY}') == 200
        await until(lambda: not fake.pending)
        said = await ended(process)
    assert "Traceback" not in said
    assert CANARY not in said
    assert fake.token not in said
    assert SECRET not in said
    await _says(ada, "To begin, type the joining code")


async def test_with_a_token_that_telegram_refuses_it_does_not_start_and_says_what_to_do(
    tmp_path: Path, fake: FakeTelegram
) -> None:
    fake.trouble("getMe", "error", code=401, description="Unauthorized")
    process = await started(tmp_path, fake)
    _, said = await process.communicate()
    assert process.returncode == 2
    assert "Telegram does not know the token" in said.decode()
    assert "To find out what is wrong: waymark check" in said.decode()
    assert "Traceback" not in said.decode()
    assert fake.token not in said.decode()


async def _says(person: Person, expected: str) -> None:
    await until(lambda: expected in words(person))
