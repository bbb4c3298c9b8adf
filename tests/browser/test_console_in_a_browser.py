"""The console's page in a real Chromium, wide and at a phone's width."""

from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from selenium.webdriver import ActionChains, Chrome
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

from bot.chat.platform import Arrived, Closed, Looked, Said, Submitted
from storage.errors import StorageFull
from tests.browser.conftest import Served, in_a_thread
from tests.browser.page import PHONE, WIDE, WIDTHS, Page
from tests.platforms.scripted import DUE, FILE_TEXT


@pytest.fixture
def page(chromium: Chrome, served: Served, size: tuple[int, int]) -> Iterator[Page]:
    page = Page(chromium, size)
    page.open(served.address)
    yield page
    page.has_no_errors()
    chromium.get("about:blank")


@WIDTHS
def test_the_first_look_is_sound_and_the_token_is_gone_from_the_address_bar(page: Page, served: Served) -> None:
    assert page.driver.current_url == served.address.partition("?")[0]
    page.sees("Waymark, a bot for your programme")
    page.is_sound()
    assert [inbound.address.user for inbound in served.bot.inbounds if isinstance(inbound.what, Arrived)] == (
        ["ada", "noor"] if page.wide else ["ada"]
    )


@WIDTHS
def test_words_go_there_and_an_answer_comes_back(page: Page) -> None:
    page.says("What is new?")

    page.find(".own .bubble", "What is new?")
    page.find(".line:not(.own)", "You said: What is new?")
    assert page.find(".pane:first-child textarea").get_property("value") == ""


@WIDTHS
def test_shift_and_enter_begin_a_new_line(page: Page, served: Served) -> None:
    page.find(".pane:first-child textarea").click()
    ActionChains(page.driver).send_keys("one").key_down(Keys.SHIFT).send_keys(Keys.ENTER).key_up(Keys.SHIFT).perform()
    page.keys("two", Keys.ENTER)

    page.sees("You said: one\ntwo")
    assert [inbound.what.text for inbound in served.bot.inbounds if isinstance(inbound.what, Said)] == ["one\ntwo"]


@WIDTHS
def test_what_was_not_kept_is_said_and_the_words_stay(page: Page, served: Served) -> None:
    page.expected_errors = ("507",)
    served.bot.refuse = StorageFull()
    page.says("Keep this")
    page.sees("That was not kept: the disk is full.")

    box = page.find(".pane:first-child textarea")
    assert box.get_property("value") == "Keep this"
    assert page.driver.find_elements(By.CSS_SELECTOR, ".own .bubble") == []
    page.is_sound()

    served.bot.refuse = None
    box.send_keys(Keys.ENTER)
    page.sees("You said: Keep this")
    page.does_not_see("That was not kept")


@WIDTHS
@pytest.mark.parametrize(
    "text",
    [
        "<img src=x onerror=alert(1)><script>alert(2)</script>",
        "שלום, this runs both ways",
        "a" * 3_000,
        "https://example.org/" + "long/" * 200,
    ],
)
def test_any_text_is_shown_as_it_was_typed_and_fits(page: Page, text: str) -> None:
    page.pastes(text)

    page.find(".own .bubble", text)
    page.find(".line:not(.own)", text)
    page.is_sound()


@WIDTHS
def test_a_picture_has_its_words_and_a_file_can_be_fetched(page: Page) -> None:
    page.says("picture")
    picture = page.find("img.picture")
    assert picture.accessible_name == "Four modules of six are behind you."
    page.until(lambda _: picture.get_property("naturalWidth") == 480, "the picture")

    page.says("file")
    link = page.find(".file a", "your notes – März.md")
    page.sees("Everything that you keep here.")
    fetched = page.driver.execute_async_script(
        "fetch(arguments[0]).then((it) => it.text()).then(arguments[1])", link.get_property("href")
    )
    assert fetched == FILE_TEXT.decode()
    page.is_sound()


@WIDTHS
def test_a_pressed_button_changes_its_message_in_its_place(page: Page) -> None:
    page.says("coaching")
    button = page.find("button", "Book it")
    assert button.accessible_name == "Book Tuesday 12 January with Cleo"
    button.click()

    page.sees("You meet Cleo")
    page.does_not_see("A coaching time is free")
    page.find(".deed", "You pressed “Book it”")


@WIDTHS
def test_a_form_says_its_faults_beside_the_fields_and_is_sent_when_they_are_mended(page: Page, served: Served) -> None:
    page.press("Write about my week", ".pane:first-child")
    page.find("#form-sheet h2", "Your week")
    page.is_sound()

    page.find("[name=learned]").send_keys("That people answer when they are asked.")
    page.find("[name=hours]").send_keys("many")
    page.press("Save", "#form-sheet")

    page.find("#q-mood-fault", "Please choose one.")
    page.find("#q-hours-fault", "Please give a whole number from 0 to 40.")
    page.until(lambda _: page.focused.get_attribute("name") == "mood", "the first fault to have the focus")
    group = page.focused.find_element(By.XPATH, "ancestor::fieldset")
    assert group.get_attribute("aria-invalid") == "true"
    assert "q-mood-fault" in (group.get_attribute("aria-describedby") or "")
    assert not any(isinstance(inbound.what, Submitted) for inbound in served.bot.inbounds)
    page.is_sound()

    page.find("[name=mood][value=Light]").click()
    page.find("[name=with_whom][value='My coach']").click()
    page.find("[name=energy][value='4']").click()
    hours = page.find("[name=hours]")
    hours.clear()
    hours.send_keys("3")
    page.find("[name=again]").send_keys("tomorrow 9:00")
    page.find("[name=share][value=yes]").click()
    page.find("[name=words]").send_keys("six words")
    page.press("Save", "#form-sheet")

    page.find(".private", "Only you see this")
    page.sees("Saved")
    page.until(lambda _: not page.dialog_is_open("form-sheet"), "the form to close")
    [submitted] = [inbound.what for inbound in served.bot.inbounds if isinstance(inbound.what, Submitted)]
    assert submitted.answers == {
        "learned": "That people answer when they are asked.",
        "mood": "Light",
        "with_whom": ["My coach"],
        "energy": "4",
        "hours": "3",
        "again": "tomorrow 9:00",
        "share": "yes",
        "words": "six words",
    }


@WIDTHS
def test_the_home_is_opened_by_keyboard_and_what_is_pressed_there_is_answered_in_the_conversation(
    page: Page, served: Served
) -> None:
    page.tabs_to("Home")
    assert page.focused.get_attribute("aria-pressed") == "false"
    page.keys(Keys.ENTER)
    page.sees("You keep 3 private notes.", ".home")
    assert page.focused.get_attribute("aria-pressed") == "true"
    assert page.find(".home").accessible_name == "Home of Ada Okafor"
    assert page.find(".home button", "Write one").accessible_name == "Write a note"
    page.does_not_see("Hello, Ada")
    page.is_sound()
    assert [inbound.address.user for inbound in served.bot.inbounds if isinstance(inbound.what, Looked)] == ["ada"]

    page.tabs_to("What can you do?")
    page.keys(Keys.ENTER)
    page.find(".line:not(.own)", "All right.")
    page.find(".deed", "You pressed “What can you do?”")
    page.until(lambda _: page.focused.get_attribute("role") == "log", "the conversation to have the focus")

    page.press("Home", ".pane:first-child")
    page.sees("You keep 3 private notes.", ".home")
    page.says("Back to it")
    page.sees("You said: Back to it")


@WIDTHS
def test_nothing_is_answered_for_anybody_and_a_secret_is_typed_unseen(page: Page) -> None:
    page.press("Write about my week", ".pane:first-child")
    page.find("#form-sheet h2", "Your week")

    assert page.driver.find_elements(By.CSS_SELECTOR, "#form-sheet :checked") == []
    assert page.find("[name=words]").get_attribute("type") == "password"


@WIDTHS
def test_a_picked_time_is_written_where_it_could_be_typed(page: Page) -> None:
    page.press("Write about my week", ".pane:first-child")
    picker = page.find("#form-sheet [type=datetime-local]")
    page.driver.execute_script(
        "arguments[0].value = '2027-01-12T14:00'; arguments[0].dispatchEvent(new Event('input', {bubbles: true}))",
        picker,
    )

    assert page.find("[name=again]").get_property("value") == "2027-01-12 14:00"


@WIDTHS
def test_escape_puts_a_form_away_and_gives_the_focus_back(page: Page, served: Served) -> None:
    page.press("Write about my week", ".pane:first-child")
    page.find("#form-sheet h2", "Your week")
    page.keys(Keys.ESCAPE)

    page.find(".deed", "You put “Your week” away")
    page.until(lambda _: not page.dialog_is_open("form-sheet"), "the form to close")
    page.until(lambda _: page.focused.tag_name == "textarea", "the focus to come back")
    assert any(isinstance(inbound.what, Closed) for inbound in served.bot.inbounds)


@WIDTHS
def test_an_open_form_is_there_again_when_the_page_is_loaded_anew(page: Page) -> None:
    page.press("Write about my week", ".pane:first-child")
    page.find("#form-sheet h2", "Your week")
    page.driver.refresh()

    page.find("#form-sheet h2", "Your week")


@WIDTHS
def test_everything_can_be_done_with_the_keyboard(page: Page, served: Served) -> None:
    page.tabs_to("Write about my week")
    page.keys(Keys.ENTER)
    page.until(lambda _: page.focused.get_attribute("name") == "learned", "the first question to have the focus")
    page.keys("By keyboard", Keys.TAB, Keys.SPACE)  # into the radios of the next question, and the first of them
    page.tabs_to("1")
    page.keys(Keys.ARROW_RIGHT, Keys.ARROW_RIGHT)
    page.tabs_to("When shall I ask again?")
    page.keys("tomorrow 9:00")
    page.tabs_to("Yes")
    page.keys(Keys.SPACE)
    page.tabs_to("Save")
    page.keys(Keys.ENTER)
    page.sees("It is kept, and only you can read it.")
    [submitted] = [inbound.what for inbound in served.bot.inbounds if isinstance(inbound.what, Submitted)]
    assert (submitted.answers["mood"], submitted.answers["energy"]) == ("Heavy", "3")

    page.until(lambda _: page.focused.accessible_name == "Write to Waymark as Ada Okafor", "the focus to come back")
    page.keys("Typed", Keys.ENTER)
    page.sees("You said: Typed")

    if not page.wide:
        page.tabs_to("People")
        page.keys(Keys.ENTER)
        page.until(lambda _: page.dialog_is_open("people-sheet"), "the people")
    page.tabs_to("Cleo Whitmore London Councils")
    page.keys(Keys.ENTER)
    page.sees("Hello, Cleo")
    assert page.focused.accessible_name == "Write to Waymark as Cleo Whitmore"


@WIDTHS
def test_whoever_is_out_of_sight_has_a_mark_in_words(page: Page) -> None:
    page.find("#clock-button").click()
    page.press("Next thing", "#clock-sheet")
    page.sees("Nothing is planned.", "#clock-sheet")
    page.closes("clock-sheet")
    page.sees("Module 2 begins tomorrow at 9:30")
    page.find(".unread", "1 new")

    page.becomes("Ben Achterberg")
    page.sees("Module 2 begins tomorrow at 9:30", "#panes")
    page.does_not_see("1 new")
    assert not page.driver.title.startswith("(")


@WIDTHS
def test_the_clock_is_moved_and_says_where_it_is(page: Page, served: Served) -> None:
    page.find("#clock-button").click()
    page.sees("Next: Wednesday 6 January, 09:00.", "#clock-sheet")
    page.is_sound()
    page.press("+1 day", "#clock-sheet")

    page.sees("Wednesday 6 January 2027, 09:14", "#clock-sheet")
    assert served.bot.clock.now() > DUE


@WIDTHS
def test_how_forms_are_asked_can_be_changed(page: Page, served: Served) -> None:
    if not page.wide:
        page.press("People")
        page.is_sound()
    page.find(".settings label", "Question by question").click()

    page.until(lambda _: not served.bot.platform.asks_in_forms, "the setting")


@WIDTHS
def test_the_same_message_is_shown_as_slack_and_telegram_would_have_it(page: Page) -> None:
    button = page.driver.find_element(By.CSS_SELECTOR, ".meta .link")
    page.driver.execute_script("arguments[0].focus()", button)
    page.keys(Keys.ENTER)

    page.find("#preview-sheet .slack-header", "Hello, Ada")
    page.find("#preview-sheet .slack-actions", "Write about my week")
    page.find("#preview-sheet .telegram-bubble strong", "Waymark")
    page.find("#preview-sheet .telegram-row", "What can you do?")
    for summary in page.driver.find_elements(By.CSS_SELECTOR, "#preview-sheet summary"):
        summary.click()
    page.find("#preview-sheet pre", '"type": "header"')
    page.is_sound()
    page.closes("preview-sheet")


@pytest.mark.parametrize("size", [WIDE], ids=["wide"])
def test_two_conversations_stand_side_by_side_and_a_code_can_be_typed_with_a_press(page: Page, served: Served) -> None:
    page.sees("Hello, Noor")
    page.press("Type it", ".pane:last-child")
    page.keys(Keys.ENTER)

    page.sees("You said: KXJM-4TRW-P7QD-HN3V", ".pane:last-child")
    page.does_not_see("KXJM", ".pane:first-child")
    assert [inbound.address.user for inbound in served.bot.inbounds if isinstance(inbound.what, Said)] == ["noor"]

    page.becomes("Cleo Whitmore")  # the right one was used last
    page.sees("Hello, Cleo", ".pane:last-child")
    page.sees("Hello, Ada", ".pane:first-child")


@pytest.mark.parametrize("size", [PHONE], ids=["phone"])
def test_a_draft_waits_for_its_person(page: Page) -> None:
    page.find("textarea").send_keys("Half a thought")
    page.becomes("Ben Achterberg")
    assert page.find("textarea").get_property("value") == ""

    page.becomes("Ada Okafor")
    assert page.find("textarea").get_property("value") == "Half a thought"


@WIDTHS
def test_what_is_added_is_read_out_politely(page: Page) -> None:
    log = page.find("[role=log]")
    assert log.get_attribute("aria-live") == "polite"
    assert log.accessible_name in ("Ada Okafor and Waymark", "Noor Haddad and Waymark")


@pytest.mark.parametrize("size", [WIDE], ids=["wide"])
def test_it_is_said_when_the_bot_goes_away_and_when_another_has_come(chromium: Chrome, size: tuple[int, int]) -> None:
    console = Served()
    with in_a_thread(console.serve) as address:
        page = Page(chromium, size)
        page.open(address)
        page.find("textarea").send_keys("Half a thought")
    page.sees("Waymark has stopped answering. Trying again…")

    with in_a_thread(console.serve, urlsplit(address).port) as new_address:
        page.sees("Waymark was started again. Please open the address that it printed.")
        page.open(new_address)
        page.does_not_see("Waymark was started again")
        chromium.get("about:blank")
