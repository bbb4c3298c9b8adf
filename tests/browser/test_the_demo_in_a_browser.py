"""`waymark demo` as a newcomer meets it: the real bot, in a real browser."""

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest
from selenium.webdriver import Chrome
from selenium.webdriver.common.keys import Keys

from bot.demo import Demo
from bot.settings import Settings
from tests.browser.conftest import in_a_thread
from tests.browser.page import WIDTHS, Page

A_WORKING_DAY = datetime(2027, 1, 5, 10, 0, tzinfo=UTC)
"""So that what nobody asked for need not wait."""


@pytest.fixture
def page(chromium: Chrome, tmp_path: Path, size: tuple[int, int]) -> Iterator[Page]:
    @asynccontextmanager
    async def serve(port: int) -> AsyncIterator[str]:
        demo = await Demo.begin(Settings(data_dir=tmp_path / "demo", http_port=port), at=A_WORKING_DAY)
        try:
            yield demo.page.address
        finally:
            await demo.stop()

    page = Page(chromium, size)
    with in_a_thread(serve) as address:
        page.open(address, "Kept, until")
        yield page
        page.has_no_errors()
        chromium.get("about:blank")


@WIDTHS
def test_a_newcomer_writes_a_note_and_shares_it_with_a_colleague(page: Page) -> None:
    page.is_sound()
    page.says("reflect")
    page.press("Write freely", ".pane:first-child")
    page.find("dialog textarea").send_keys("The board was quiet until I asked who was missing.")
    page.press("Save", "dialog")
    page.until(lambda _: page.find(".pane:first-child").text.count("Kept, until") == 3, "the third note")
    page.press("Open it", ".pane:first-child")
    page.sees("Only you see this")
    page.sees("The board was quiet until I asked who was missing.")
    page.is_sound()

    page.press("Share it", ".pane:first-child")
    page.find("dialog option", "Ben Achterberg").click()
    page.press("Share it", "dialog")
    page.becomes("Ben Achterberg")
    page.sees("has shared something with you to read")
    page.does_not_see("The board was quiet")
    page.press("Read it")
    page.sees("The board was quiet until I asked who was missing.")


@WIDTHS
def test_somebody_new_joins_with_the_code_beside_them(page: Page) -> None:
    page.becomes("Noor Haddad")
    page.press("Type it")
    page.keys(Keys.ENTER)
    page.sees("Welcome, Noor Haddad")
    page.press("I agree")
    page.sees("Your private notes are ready")
