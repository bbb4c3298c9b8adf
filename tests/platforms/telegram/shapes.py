"""The words for what passes over the wire: JSON from others, files, and what Telegram says when it refuses."""

from dataclasses import dataclass

from tests.platforms.fake import Obj

CODES = {"Bad Request": 400, "Unauthorized": 401, "Forbidden": 403, "Not Found": 404, "Conflict": 409}


class Refused(Exception):
    """Telegram answers `ok: false`. This may happen to a good bot."""

    def __init__(self, description: str, parameters: Obj | None = None) -> None:
        super().__init__(description)
        self.code = CODES[description.partition(":")[0]]
        self.description = description
        self.parameters = parameters or {}


class Wrong(Refused):
    """Telegram answers `ok: false` to what no good bot sends: it is also held against the bot."""


@dataclass(frozen=True)
class Upload:
    """A file as it came in a request."""

    name: str
    mime: str
    data: bytes


def units(text: str) -> int:
    """The length of a text as Telegram counts it: in UTF-16 code units."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2
