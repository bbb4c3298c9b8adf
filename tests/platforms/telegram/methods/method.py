"""What every method of the Bot API has: its name, its parameters, and what they are."""

import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any, Literal

from tests.platforms.fake import Obj
from tests.platforms.telegram.delivery import Delivery
from tests.platforms.telegram.shapes import Upload, Wrong
from tests.platforms.telegram.world import Chat, World


@dataclass(frozen=True)
class Caller:
    """The Telegram that a method runs in, and what came beside its parameters."""

    world: World
    delivery: Delivery
    reads_all: bool
    query_life: float
    loop_time: float
    attached: dict[str, Upload] = field(default_factory=dict)
    """Files that parameters speak of as attach://name."""

    def chat(self, args: Obj) -> Chat:
        """The chat that is meant, where the bot may write."""
        return self.world.writable(args["chat_id"])

    def upload(self, value: object, what: str) -> Upload | str:
        """A file that was sent along, or else the id of one that Telegram has."""
        if isinstance(value, Upload):
            return value
        text = str(value)
        if not text.startswith("attach://"):
            return text
        name = text.removeprefix("attach://")
        if name not in self.attached:
            raise Wrong(f"Bad Request: there is no {what} in the request")
        return self.attached.pop(name)


Run = Callable[[Caller, Obj], Awaitable[Any] | Any]
Counts = Literal["", "message", "messages", "edit"]


@dataclass(frozen=True)
class Method:
    name: str
    run: Run
    needs: frozenset[str]
    takes: frozenset[str]
    counts: Counts
    """As what its calls count against the rates."""


METHODS: dict[str, Method] = {}
"""By their names in small letters: Telegram does not mind how they are written."""


def method(name: str, *, needs: str = "", takes: str = "", counts: Counts = "") -> Callable[[Run], Run]:
    def registered(run: Run) -> Run:
        required = frozenset(needs.split())
        METHODS[name.lower()] = Method(name, run, required, required | {*takes.split()}, counts)
        return run

    return registered


# ---------------------------------------------------------------- parameters

Read = Callable[[str, object], object]

TRUE = (True, "true", "True", "1", 1)
FALSE = (False, "false", "False", "0", "", 0)


def _integer(name: str, value: object) -> object:
    if isinstance(value, bool) or not str(value).removeprefix("-").isdigit():
        raise Wrong(f"Bad Request: can't parse {name} as a Number")
    return int(str(value))


def _boolean(name: str, value: object) -> object:
    if value in TRUE:
        return True
    if value in FALSE:
        return False
    raise Wrong(f"Bad Request: can't parse {name} as a Boolean")


def _string(name: str, value: object) -> object:
    if not isinstance(value, str):
        raise Wrong(f"Bad Request: {name} must be a String")
    return value


def _json(expected: type[list[Any]] | type[Obj], what: str) -> Read:
    wanted = "expected an Array of" if expected is list else "object expected as"

    def read(_name: str, value: object) -> object:
        if isinstance(value, str):
            try:
                value = json.loads(value)
            except ValueError:
                raise Wrong(f"Bad Request: can't parse {what} JSON object") from None
        if not isinstance(value, expected):
            raise Wrong(f"Bad Request: {wanted} {what}")
        return value

    return read


def _anything(_name: str, value: object) -> object:
    return value


READ: dict[str, Read] = {
    **dict.fromkeys(
        (
            *("chat_id", "message_id", "message_thread_id", "user_id", "offset", "limit", "timeout", "duration"),
            *("max_connections", "cache_time", "expire_date", "member_limit", "direct_messages_topic_id"),
        ),
        _integer,
    ),
    **dict.fromkeys(
        (
            *("disable_notification", "protect_content", "allow_paid_broadcast", "show_alert", "is_big"),
            *("has_spoiler", "show_caption_above_media", "disable_content_type_detection", "for_channels"),
            *("drop_pending_updates", "creates_join_request"),
        ),
        _boolean,
    ),
    "reply_markup": _json(dict, "reply markup"),
    "reply_parameters": _json(dict, "reply parameters"),
    "link_preview_options": _json(dict, "link preview options"),
    "suggested_post_parameters": _json(dict, "suggested post parameters"),
    "scope": _json(dict, "BotCommandScope"),
    "menu_button": _json(dict, "menu button"),
    "rights": _json(dict, "ChatAdministratorRights"),
    "entities": _json(list, "MessageEntity"),
    "caption_entities": _json(list, "MessageEntity"),
    "allowed_updates": _json(list, "String"),
    "commands": _json(list, "BotCommand"),
    "reaction": _json(list, "ReactionType"),
    "message_ids": _json(list, "message identifiers"),
    **dict.fromkeys(("photo", "document", "voice", "thumbnail", "media"), _anything),
}
"""How each parameter is read; those that are not named are strings."""

MISSING = {
    "chat_id": "chat_id is empty",
    "text": "message text is empty",
    "message_id": "message identifier is not specified",
    "message_ids": "message identifiers are not specified",
    "action": "wrong parameter action in request",
    "callback_query_id": "query is too old and response timeout expired or query ID is invalid",
    "file_id": "file_id not specified",
    "media": "can't parse media JSON object",
    **{name: f"there is no {name} in the request" for name in ("photo", "document", "voice")},
}


def arguments_of(method: Method, given: Obj) -> Obj:
    """What a method was called with, each as what it is."""
    for name in sorted(method.needs):
        if given.get(name) in (None, ""):
            missing = MISSING.get(name, f'parameter "{name}" is required')
            raise Wrong(f"Bad Request: {missing}")
    return {name: READ.get(name, _string)(name, value) for name, value in given.items() if name in method.takes}
