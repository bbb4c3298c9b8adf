"""What Telegram demands of the words of a message."""

from tests.platforms.fake import Obj
from tests.platforms.telegram.entities import MOST_ENTITIES, tidied, with_found
from tests.platforms.telegram.html_text import Formatted, parse_html
from tests.platforms.telegram.shapes import Wrong, units
from tests.platforms.telegram.world import World

MOST_TEXT = 4_096
MOST_CAPTION = 1_024
MOST_SOURCE_BYTES = 1 << 15
GIVEN = (
    *("bold", "italic", "underline", "strikethrough", "spoiler", "code", "pre", "text_link", "text_mention"),
    *("custom_emoji", "blockquote", "expandable_blockquote", "mention", "hashtag", "cashtag", "bot_command", "url"),
    *("email", "phone_number", "bank_card_number", "date_time"),
)


def message_text(world: World, method: str, args: Obj) -> Formatted:
    formatted = _formatted(world, method, args["text"], args.get("parse_mode", ""), args.get("entities"))
    if not formatted.text:
        raise Wrong("Bad Request: text must be non-empty")
    if units(formatted.text) > MOST_TEXT:
        raise Wrong("Bad Request: message is too long")
    if not args.get("link_preview_options", {}).get("is_disabled"):
        world.held_against(
            f"{method}: without is_disabled in link_preview_options Telegram fetches what people link to"
        )
    return formatted


def caption(world: World, method: str, args: Obj) -> Formatted:
    source = args.get("caption", "")
    formatted = _formatted(world, method, source, args.get("parse_mode", ""), args.get("caption_entities"))
    if units(formatted.text) > MOST_CAPTION:
        raise Wrong("Bad Request: message caption is too long")
    return formatted


def _formatted(world: World, method: str, source: str, mode: str, given: list[Obj] | None) -> Formatted:
    if len(source.encode()) > MOST_SOURCE_BYTES:
        raise Wrong("Bad Request: text is too long")
    match mode.lower():
        case "" | "none":
            formatted = Formatted(source, tuple(_checked(given or [], units(source))))
        case "html":
            formatted = parse_html(source)
        case "markdown" | "markdownv2":
            raise AssertionError("the fake reads no Markdown: the bot writes HTML")
        case _:
            raise Wrong("Bad Request: unsupported parse_mode")
    if len(formatted.entities) > MOST_ENTITIES:
        world.held_against(f"{method}: {len(formatted.entities)} entities, of which {MOST_ENTITIES} are read")
    return with_found(tidied(Formatted(formatted.text, formatted.entities[:MOST_ENTITIES])))


def _checked(given: list[Obj], length: int) -> list[Obj]:
    for one in given:
        if not isinstance(one, dict) or not all(isinstance(one.get(key), int) for key in ("offset", "length")):
            raise Wrong("Bad Request: can't parse MessageEntity: expected an Object")
        if one.get("type") not in GIVEN:
            raise Wrong("Bad Request: can't parse MessageEntity: Unsupported type specified")
        if one["offset"] < 0 or one["length"] < 1 or one["offset"] + one["length"] > length:
            raise Wrong("Bad Request: entity beyond the end of the text")
    return given
