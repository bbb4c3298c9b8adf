"""From what Slack sends to what the bot hears: who did what, and under which key it is known when it comes again."""

import re
from dataclasses import dataclass

from bot.chat.platform import (
    Address,
    Closed,
    Inbound,
    Incoming,
    Left,
    Looked,
    Pressed,
    Returned,
    Said,
    What,
)
from bot.platforms.slack import places
from bot.platforms.slack.forms import ROOM, STEP, Shown, shown_json
from bot.platforms.slack.manifest import SHORTCUT_KEEP, SHORTCUT_NEXT, SHORTCUT_REFLECT
from bot.platforms.slack.payloads import Action, Event, FileShared, Message, Payload, View, Whose
from bot.platforms.slack.places import Place
from bot.platforms.slack.render import PAGE
from bot.platforms.slack.words import typed

NAME = "slack"

_CALL = re.compile(r"<@[^>]*>[ \t]*[:,]?")

NOTHING = Incoming("", "", "")
"""Stands for what was on a message without words or files: there is nothing in it that could be kept."""

SHORTCUTS = {SHORTCUT_REFLECT: "/reflect", SHORTCUT_NEXT: "/next"}
"""What a global shortcut says, as it would be typed."""


@dataclass(frozen=True)
class Heard:
    """Something for the bot."""

    inbound: Inbound
    working_in: Place | None = None
    """A thread of the agent view, which can show that the bot is at work."""


@dataclass(frozen=True)
class Removed:
    """The app was taken out of the workspace, or its token was."""


@dataclass(frozen=True)
class Ignored:
    """Nothing for the bot: of which kind it was, for the count."""

    kind: str


def event(payload: Payload, bot_user: str, *, agent_view: bool) -> Heard | Removed | Ignored:
    """An event in its envelope."""
    told, key, team = payload.get("event", {}), payload.get("event_id", ""), payload.get("team_id", "")
    kind = told.get("type", "")
    match kind:
        case "message":
            return _message(told, key, team, bot_user, agent_view=agent_view)
        case "app_mention" if _is_persons(told, bot_user):
            place = Place(told.get("channel", ""), told.get("thread_ts", ""))
            said = Said(
                typed(_CALL.sub("", told.get("text", ""))).strip(),
                sent=places.message(place.channel, told.get("ts", "")),
                public=True,
                files=_files(told),
                place=place.written(),
            )
            return Heard(Inbound(_who(told, team), key, said))
        case "app_home_opened":
            looked = Looked(told.get("tab") == "home", _prompts_in(told) if agent_view else "")
            return Heard(Inbound(_who(told, team), key, looked))
        case "user_change":
            return _changed(told, key, team)
        case "app_uninstalled":
            return Removed()
        case "tokens_revoked" if told.get("tokens", {}).get("bot"):
            return Removed()
        case _:
            return Ignored(kind)


def _message(told: Event, key: str, team: str, bot_user: str, *, agent_view: bool) -> Heard | Ignored:
    """Something typed in the conversation with the bot. What was edited, deleted or said by a bot is not heard."""
    subtype = told.get("subtype", "")
    if told.get("channel_type") != "im" or subtype not in ("", "file_share", "thread_broadcast"):
        return Ignored(f"message {subtype or told.get('channel_type', '')}")
    if not _is_persons(told, bot_user):
        return Ignored("message of a bot")
    channel, ts = told.get("channel", ""), told.get("ts", "")
    thread = told.get("thread_ts", "") or (ts if agent_view else "")
    place = Place(channel, thread) if thread else None
    said = Said(
        typed(told.get("text", "")),
        sent=places.message(channel, ts),
        files=_files(told),
        place=place.written() if place else "",
    )
    return Heard(Inbound(_who(told, team), key, said), place if agent_view else None)


def _files(message: Event | Message) -> tuple[Incoming, ...]:
    return tuple(_file(file) for file in message.get("files", []))


def _file(file: FileShared) -> Incoming:
    """What was shared. A voice clip is told of as whatever it is wrapped in."""
    kind = file.get("mimetype", "")
    if file.get("subtype") == "slack_audio":
        kind = f"audio/{kind.rpartition('/')[2]}"
    seconds = round(file.get("duration_ms", 0) / 1_000)
    return Incoming(file.get("url_private_download", ""), file.get("name", ""), kind, file.get("size", 0), seconds)


def _is_persons(told: Event, bot_user: str) -> bool:
    return not told.get("bot_id") and told.get("user") not in (None, "", bot_user, "USLACKBOT")


def _who(told: Event, team: str) -> Address:
    user = told.get("user", "")
    assert isinstance(user, str)
    return Address(NAME, _home_of(told.get("user_team") or told.get("team"), team), user)


def _home_of(given: str | None, team: str) -> str:
    """Somebody's own team: the one that is named, unless that is a whole organisation; else that of the workspace."""
    return given if given and not given.startswith("E") else team


def _prompts_in(told: Event) -> str:
    return Place(told.get("channel", "")).written() if told.get("tab") == "messages" else ""


def _changed(told: Event, key: str, team: str) -> Heard:
    """Somebody's entry in the workspace has changed. All that matters is whether anybody is there."""
    member = told.get("user", "")
    assert not isinstance(member, str)
    address = Address(NAME, _home_of(member.get("team_id"), team), member.get("id", ""))
    return Heard(Inbound(address, key, Left() if member.get("deleted") else Returned()))


def command(payload: Payload) -> Heard:
    """Something typed after the command, wherever that was."""
    words = typed(payload.get("text", "")).strip() or "help"
    place = Place(payload.get("channel_id", ""), "", payload.get("response_url", ""))
    trigger = payload.get("trigger_id", "")
    said = Said(words, command=True, trigger=trigger, place=place.written())
    address = Address(NAME, payload.get("team_id", ""), payload.get("user_id", ""))
    return Heard(Inbound(address, trigger, said, payload.get("user_name", "")))


def shortcut(payload: Payload) -> Heard | Ignored:
    """A shortcut from anywhere, or from the menu of a message."""
    callback, trigger = payload.get("callback_id", ""), payload.get("trigger_id", "")
    if callback in SHORTCUTS:
        return _of(payload, trigger, Said(SHORTCUTS[callback], trigger=trigger))
    if callback == SHORTCUT_KEEP:
        message = payload.get("message", {})
        words = typed(message.get("text", "")).strip()
        files = _files(message) or (() if words else (NOTHING,))
        said = Said(f"/reflect {words}" if words else "", files=files, trigger=trigger)
        return _of(payload, trigger, said)
    return Ignored(f"shortcut {callback}")


def press(payload: Payload) -> Heard | Ignored:
    """A button, in a message, a window or on Home."""
    action = _action(payload)
    if not action.get("value"):
        return Ignored("action")
    trigger, on, place = payload.get("trigger_id", ""), None, ""
    container = payload.get("container", {})
    match container.get("type"):
        case "message" if container.get("is_ephemeral"):
            on = places.answered_at(payload.get("response_url", ""))
            place = Place(
                container.get("channel_id", ""), container.get("thread_ts", ""), payload.get("response_url", "")
            ).written()
        case "message":
            on = places.message(container.get("channel_id", ""), container.get("message_ts", ""))
            if thread := container.get("thread_ts", ""):
                place = Place(container.get("channel_id", ""), thread).written()
        case "view" if payload.get("view", {}).get("type") == "modal":
            page = action.get("action_id", "").removeprefix(PAGE)
            on = places.window(payload["view"].get("id", ""), int(page) if page.isdecimal() else 0)
    window = on.ref if on is not None and places.read_window(on.ref) else ""
    pressed = Pressed(action["value"], on=on, trigger=window or trigger, place=place)
    return _of(payload, trigger, pressed)


def step_back(payload: Payload) -> int | None:
    """The step of a form that a button in it leads back to; None where it is another button."""
    action = _action(payload).get("action_id", "")
    return int(action.removeprefix(STEP)) if action.startswith(STEP) else None


def _action(payload: Payload) -> Action:
    return next(iter(payload.get("actions", [])), Action())


def more_room(payload: Payload) -> str | None:
    """The field for whose text more room is wanted; None where it is another button."""
    action = _action(payload)
    return action.get("value", "") if action.get("action_id", "").startswith(ROOM) else None


def closed(payload: Payload) -> Heard | Ignored:
    """A form that was put away."""
    view = payload.get("view", {})
    shown = _shown(view)
    if shown is None:
        return Ignored("view closed")
    return _of(payload, f"{shown.opening}/{view.get('id', '')}/closed", Closed(shown.opening))


def of_view(payload: Payload, what: What, digest: str) -> Heard:
    """What came of a form: once for each time that its window, and what is in it, are as they are."""
    view = payload.get("view", {})
    shown = _shown(view)
    opening = shown.opening if shown else ""
    return _of(payload, f"{opening}/{view.get('id', '')}/{view.get('hash', '')}/{digest}", what)


def _shown(view: View) -> Shown | None:
    try:
        return shown_json.validate_json(view.get("private_metadata", ""))
    except ValueError:
        return None


def _of(payload: Payload, key: str, what: What) -> Heard:
    whose: Whose = payload.get("user", {})
    team = _home_of(whose.get("team_id"), payload.get("team", {}).get("id", ""))
    name = whose.get("name") or whose.get("username") or ""
    return Heard(Inbound(Address(NAME, team, whose.get("id", "")), key, what, name))
