"""What Telegram demands of the keyboards below a message."""

import re
from collections.abc import Iterator

from tests.platforms.fake import Obj
from tests.platforms.telegram.html_text import LINK
from tests.platforms.telegram.shapes import Wrong
from tests.platforms.telegram.world import World

MOST_BUTTONS = 100
MOST_IN_A_ROW = 8
MOST_DATA_BYTES = 64
MOST_LABEL = 64
MOST_PLACEHOLDER = 64

KINDS = (
    *("url", "callback_data", "web_app", "login_url", "switch_inline_query", "switch_inline_query_current_chat"),
    *("switch_inline_query_chosen_chat", "copy_text", "callback_game", "pay"),
)
LOOKS = ("text", "style", "icon_custom_emoji_id")
STYLES = ("primary", "danger", "success")
MARKUPS = {
    "inline_keyboard": (),
    "keyboard": ("is_persistent", "resize_keyboard", "one_time_keyboard", "input_field_placeholder", "selective"),
    "remove_keyboard": ("selective",),
    "force_reply": ("input_field_placeholder", "selective"),
}
KEY_FIELDS = (
    *(*LOOKS, "request_users", "request_chat", "request_contact", "request_location", "request_poll", "web_app"),
    "request_managed_bot",
)


def checked_markup(world: World, method: str, markup: Obj | None, *, inline: bool = False) -> Obj | None:
    """A reply markup as it is kept; nothing where it has no buttons and does nothing."""
    if not markup:
        return None
    kinds = [kind for kind in MARKUPS if kind in markup]
    if len(kinds) != 1:
        raise Wrong("Bad Request: object expected as reply markup")
    (kind,) = kinds
    for unknown in sorted(markup.keys() - {kind, *MARKUPS[kind]}):
        world.held_against(f"{method}: {kind} has no field {unknown}")
    if inline and kind != "inline_keyboard":
        raise Wrong("Bad Request: inline keyboard expected")
    placeholder = markup.get("input_field_placeholder", "")
    if len(placeholder) > MOST_PLACEHOLDER:
        world.held_against(f"{method}: a placeholder of {len(placeholder)} characters is cut")
    match kind:
        case "inline_keyboard":
            rows = _rows(world, method, kind, markup[kind])
            for button in _buttons(rows):
                _check_inline(world, method, button)
            return {"inline_keyboard": rows} if rows else None
        case "keyboard":
            rows = _rows(world, method, kind, markup[kind])
            return {**markup, "keyboard": [[_checked_key(world, method, key) for key in row] for row in rows]}
        case _:
            return markup if markup[kind] is True else None


def _rows(world: World, method: str, kind: str, rows: object) -> list[list[Obj]]:
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise Wrong(f'Bad Request: field "{kind}" must be an Array of Arrays')
    kept = [row for row in rows if row]
    if sum(map(len, kept)) > MOST_BUTTONS:
        raise Wrong("Bad Request: reply markup is too long")
    for row in kept:
        if len(row) > MOST_IN_A_ROW:
            world.held_against(f"{method}: {len(row)} buttons in a row, of which {MOST_IN_A_ROW} are shown in one")
    return kept


def _buttons(rows: list[list[Obj]]) -> Iterator[Obj]:
    for row in rows:
        yield from row


def _check_inline(world: World, method: str, button: object) -> None:
    if not isinstance(button, dict):
        raise Wrong("Bad Request: can't parse inline keyboard button: InlineKeyboardButton must be an Object")
    _check_looks(world, method, button, "inline keyboard button")
    for unknown in sorted(button.keys() - {*LOOKS, *KINDS}):
        world.held_against(f"{method}: a button has no field {unknown}")
    kinds = [kind for kind in KINDS if button.get(kind) not in (None, "")]
    if not kinds:
        raise Wrong(
            "Bad Request: can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"
        )
    if len(kinds) > 1:
        world.held_against(f"{method}: a button is either {' or '.join(kinds)}, and only the first counts")
    data, url = button.get("callback_data"), button.get("url")
    if data is not None and (not isinstance(data, str) or not 1 <= len(data.encode()) <= MOST_DATA_BYTES):
        raise Wrong("Bad Request: BUTTON_DATA_INVALID")
    if url is not None and (not isinstance(url, str) or not LINK.fullmatch(url)):
        raise Wrong("Bad Request: BUTTON_URL_INVALID")


def _checked_key(world: World, method: str, key: object) -> Obj:
    if isinstance(key, str):
        key = {"text": key}
    if not isinstance(key, dict):
        raise Wrong("Bad Request: can't parse keyboard button: KeyboardButton must be a String or an Object")
    _check_looks(world, method, key, "keyboard button")
    for unknown in sorted(key.keys() - {*KEY_FIELDS}):
        world.held_against(f"{method}: a key has no field {unknown}")
    return key


def _check_looks(world: World, method: str, button: Obj, what: str) -> None:
    text = button.get("text")
    if text is None:
        raise Wrong(f"Bad Request: can't parse {what}: Can't find field \"text\"")
    if not isinstance(text, str):
        raise Wrong(f'Bad Request: can\'t parse {what}: Field "text" must be of type String')
    if not text.strip():
        raise Wrong(f"Bad Request: {what} text must be non-empty")
    if len(_shown(text)) > MOST_LABEL:
        world.held_against(f"{method}: a label of {len(_shown(text))} characters is cut on a phone")
    if button.get("style", "primary") not in STYLES:
        raise Wrong(f"Bad Request: can't parse {what}: invalid button style specified")


def _shown(text: str) -> str:
    return re.sub("[\u200b-\u200f\u2060\ufe0e\ufe0f]", "", text)
