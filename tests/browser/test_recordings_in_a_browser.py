"""Voice notes and photos in the console's page: chosen, dropped, taken away again, sent and played."""

import io
import wave
from collections.abc import Iterator
from pathlib import Path

import pytest
from selenium.webdriver import Chrome
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

from bot.chat.platform import Incoming, Said
from tests.browser.conftest import Served
from tests.browser.page import WIDTHS, Page
from tests.platforms.scripted import png

DROP = """
    const data = new DataTransfer();
    data.items.add(new File([Uint8Array.from(arguments[0])], "dropped.png", { type: "image/png" }));
    const pane = document.querySelector(".pane");
    for (const type of ["dragover", "drop"]) {
        pane.dispatchEvent(new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true }));
    }
"""
TOO_LARGE = """
    const data = new DataTransfer();
    data.items.add(new File([new Uint8Array(20_000_001)], "film.wav", { type: "audio/wav" }));
    document.querySelector(".pane").dispatchEvent(
        new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
"""


def speech(seconds: int) -> bytes:
    """A recording of silence."""
    data = io.BytesIO()
    with wave.open(data, "wb") as recording:
        recording.setparams((1, 1, 8_000, 0, "NONE", ""))
        recording.writeframes(b"\x80" * 8_000 * seconds)
    return data.getvalue()


@pytest.fixture
def voice(tmp_path: Path) -> Path:
    path = tmp_path / "voice.wav"
    path.write_bytes(speech(3))
    return path


@pytest.fixture
def page(chromium: Chrome, served: Served, size: tuple[int, int]) -> Iterator[Page]:
    page = Page(chromium, size)
    page.open(served.address)
    yield page
    page.has_no_errors()
    chromium.get("about:blank")


def chooses(page: Page, *paths: Path) -> None:
    for path in paths:
        page.driver.find_element(By.CSS_SELECTOR, ".pane:first-child input[type=file]").send_keys(str(path))
        page.find(".pane:first-child .chosen li", path.name)


def sent(served: Served) -> list[tuple[str, tuple[Incoming, ...]]]:
    return [(it.what.text, it.what.files) for it in served.bot.inbounds if isinstance(it.what, Said)]


@WIDTHS
def test_a_voice_note_and_a_photo_are_sent_with_words_and_can_be_played(
    page: Page, served: Served, voice: Path, tmp_path: Path
) -> None:
    photo = tmp_path / "photo.png"
    photo.write_bytes(png(64, 40))
    chooses(page, voice, photo)
    page.is_sound()
    page.says("Today by the river")

    page.find(".own .bubble", "Today by the river\nWith voice.wav, photo.png")
    [(words, files)] = sent(served)
    assert (words, [(file.name, file.media_type, file.seconds) for file in files]) == (
        "Today by the river",
        [("voice.wav", "audio/wav", 3), ("photo.png", "image/png", 0)],
    )
    assert [file.size for file in files] == [voice.stat().st_size, photo.stat().st_size]
    audio = page.find(".recording audio")
    page.until(lambda _: audio.get_property("duration") == 3, "the recording to be ready")
    assert audio.accessible_name == "The voice note that you sent"
    page.until(lambda _: page.find(".bubble img").get_property("naturalWidth") == 64, "the photo")
    assert page.driver.find_elements(By.CSS_SELECTOR, ".pane:first-child .chosen li") == []
    page.is_sound()


@WIDTHS
def test_one_alone_needs_no_words_and_all_of_it_can_be_done_by_keyboard(
    page: Page, served: Served, voice: Path, tmp_path: Path
) -> None:
    other = tmp_path / "not this one.wav"
    other.write_bytes(speech(1))
    page.tabs_to("Add voice notes or photos")
    chooses(page, other, voice)
    page.tabs_to("Don’t send not this one.wav")
    page.keys(Keys.ENTER)
    page.does_not_see("not this one.wav", ".chosen")
    assert page.focused.accessible_name == "Don’t send voice.wav"

    page.tabs_to("Send")
    page.keys(Keys.ENTER)

    page.find(".own .bubble", "With voice.wav")
    assert [(words, [file.name for file in files]) for words, files in sent(served)] == [("", ["voice.wav"])]


@WIDTHS
def test_files_can_be_dropped_on_a_conversation(page: Page, served: Served) -> None:
    page.driver.execute_script(DROP, list(png(10, 10)))
    page.find(".chosen li", "dropped.png")
    page.press("Send", ".pane:first-child .composer")

    page.find(".own .bubble", "With dropped.png")
    page.find(".bubble img")
    assert [file.media_type for _, files in sent(served) for file in files] == ["image/png"]


@WIDTHS
def test_what_is_too_large_is_said_before_it_is_sent(page: Page, served: Served) -> None:
    page.driver.execute_script(TOO_LARGE)

    page.sees("Files of up to 20 MB can be sent")
    assert page.driver.find_elements(By.CSS_SELECTOR, ".chosen li") == []
    page.is_sound()
