"""The console's page as somebody looks at it and uses it, in a real Chromium."""

from typing import Any

import pytest
from selenium.common.exceptions import NoSuchElementException, StaleElementReferenceException
from selenium.webdriver import ActionChains, Chrome
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.command import Command
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.wait import WebDriverWait

IN_BETWEEN = (NoSuchElementException, StaleElementReferenceException)
"""The page may draw anew while it is looked at."""

WIDE, PHONE = (1280, 800), (360, 740)
WIDTHS = pytest.mark.parametrize("size", [WIDE, PHONE], ids=["wide", "phone"])

CONTROLS = "button, a[href], input, select, textarea, summary"

# What can be pressed and is less than 44 pixels high or wide: a radio's or checkbox's target is its label.
TOO_SMALL = """
    return [...document.querySelectorAll("button, select, textarea, summary, .pick, .file a, input")]
        .filter((it) => !["radio", "checkbox"].includes(it.type) && it.checkVisibility())
        .map((it) => [it.textContent || it.name || it.id, it.getBoundingClientRect()])
        .filter(([, box]) => Math.min(box.width, box.height) < 43.5)
        .map(([name, box]) => `${name}: ${box.width} x ${box.height}`);
"""

# What holds more than it is wide; a button cuts nothing off, its label just runs out of it.
TOO_WIDE = """
    return [...document.querySelectorAll(".log, .home, dialog .body, button, .bubble")]
        .filter((it) => it.checkVisibility() && it.scrollWidth > it.clientWidth).map((it) => it.textContent);
"""

# Text that stands out from its ground by less than WCAG's AA asks.
TOO_FAINT = """
    const channels = (colour) => colour.match(/[\\d.]+/g).map(Number);
    const light = (colour) => channels(colour).slice(0, 3).map((c) => c / 255)
        .map((c) => (c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
        .reduce((sum, c, n) => sum + c * [0.2126, 0.7152, 0.0722][n], 0);
    const ground = (it) => {
        for (let at = it; at; at = at.parentElement) {
            const colour = getComputedStyle(at).backgroundColor;
            if ((channels(colour)[3] ?? 1) === 1) return colour;
        }
        return "rgb(255, 255, 255)";
    };
    const shows = (it) => it.checkVisibility() && [...it.childNodes].some((n) => n.nodeType === 3 && n.data.trim());
    return [...document.body.querySelectorAll("*")].filter(shows).map((it) => {
        const [one, other] = [light(getComputedStyle(it).color), light(ground(it))];
        const contrast = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
        return [contrast, `${it.textContent.trim().slice(0, 40)}: ${contrast.toFixed(2)}`];
    }).filter(([contrast]) => contrast < 4.5).map(([, words]) => words);
"""


class Page:
    """The console as somebody looks at it."""

    def __init__(self, driver: Chrome, size: tuple[int, int]) -> None:
        self.driver = driver
        self.wide = size == WIDE
        self.expected_errors: tuple[str, ...] = ()
        driver.execute_cdp_cmd(
            "Emulation.setDeviceMetricsOverride",
            {"width": size[0], "height": size[1], "deviceScaleFactor": 1, "mobile": False},
        )
        self.scheme("light")
        self.logged()

    def scheme(self, scheme: str) -> None:
        features = [{"name": "prefers-color-scheme", "value": scheme}]
        self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": features})

    def open(self, address: str, first_words: str = "Hello, Ada") -> None:
        self.driver.get(address)
        self.sees(first_words)

    # ------------------------------------------------------------ looking

    def find(self, selector: str, words: str = "") -> WebElement:
        """The last of these that is in sight and says these words."""

        def look(_: Chrome) -> WebElement | None:
            found = [it for it in self.driver.find_elements(By.CSS_SELECTOR, selector) if it.is_displayed()]
            return next((it for it in reversed(found) if words in it.text), None)

        found: WebElement = self.until(look, f"{selector} that says {words!r}")
        return found

    def sees(self, words: str, selector: str = "body") -> None:
        self.until(lambda driver: words in driver.find_element(By.CSS_SELECTOR, selector).text, f"{words!r}")

    def does_not_see(self, words: str, selector: str = "body") -> None:
        self.until(lambda driver: words not in driver.find_element(By.CSS_SELECTOR, selector).text, f"no {words!r}")

    def until(self, condition: Any, what: str) -> Any:
        return WebDriverWait(self.driver, 10, poll_frequency=0.05, ignored_exceptions=IN_BETWEEN).until(
            condition, f"waited for {what}"
        )

    @property
    def focused(self) -> WebElement:
        return self.driver.switch_to.active_element

    # ------------------------------------------------------------ doing

    def press(self, label: str, within: str = "body") -> None:
        self.find(f"{within} button", label).click()

    def says(self, text: str) -> None:
        self.find(".pane:first-child textarea").send_keys(text, Keys.ENTER)

    def pastes(self, text: str) -> None:
        box = self.find(".pane:first-child textarea")
        self.driver.execute_script("arguments[0].value = arguments[1]", box, text)
        box.send_keys(Keys.ENTER)

    def becomes(self, name: str) -> None:
        if not self.wide:
            self.press("People")
        self.find(".person", name).click()
        self.sees(name, ".pane:first-child h2" if not self.wide else "#panes")

    def closes(self, dialog: str) -> None:
        self.press("Close", f"#{dialog}")
        self.until(lambda _: not self.dialog_is_open(dialog), "the dialog to close")

    def dialog_is_open(self, dialog: str) -> bool:
        return bool(self.driver.find_element(By.ID, dialog).get_property("open"))

    def keys(self, *keys: str) -> None:
        ActionChains(self.driver).send_keys(*keys).perform()

    def tabs_to(self, name: str) -> None:
        """Press the tabulator until this has the focus."""
        passed = []
        for _ in range(60):
            passed.append(self.focused.accessible_name)
            if passed[-1] == name:
                return
            self.keys(Keys.TAB)
        raise AssertionError(f"the tabulator does not reach {name!r}, only {passed}")

    # ------------------------------------------------------------ what always holds

    def is_sound(self) -> None:
        """Nothing overflows, is too small to press, too faint to read, or without a name."""
        overflow = "return document.documentElement.scrollWidth - document.documentElement.clientWidth"
        assert self.driver.execute_script(overflow) == 0
        assert self.driver.execute_script(TOO_WIDE) == []
        assert self.driver.execute_script(TOO_SMALL) == []
        for scheme in ("light", "dark"):
            self.scheme(scheme)
            assert self.driver.execute_script(TOO_FAINT) == [], scheme
        self.scheme("light")
        [within] = self.driver.find_elements(By.CSS_SELECTOR, "dialog[open]") or [self.find("body")]
        controls = [it for it in within.find_elements(By.CSS_SELECTOR, CONTROLS) if it.is_displayed()]
        assert [it.get_attribute("outerHTML") for it in controls if not it.accessible_name] == []

    def logged(self) -> list[dict[str, str]]:
        """What the browser's console has said since this was asked last."""
        entries: list[dict[str, str]] = self.driver.execute(Command.GET_LOG, {"type": "browser"})["value"]
        return entries

    def has_no_errors(self) -> None:
        errors = [entry["message"] for entry in self.logged() if entry["level"] == "SEVERE"]
        assert [error for error in errors if not any(known in error for known in self.expected_errors)] == []
