"""The menu of commands, by scope and language."""

import re

from tests.platforms.fake import Obj
from tests.platforms.telegram.methods.method import Caller, method
from tests.platforms.telegram.shapes import Wrong, units
from tests.platforms.telegram.world import World

MOST_COMMANDS = 100
LONGEST_DESCRIPTION = 256
NAME = re.compile(r"[a-z0-9_]{1,32}")
WHOLE_SCOPES = ("default", "all_private_chats", "all_group_chats", "all_chat_administrators")
CHAT_SCOPES = ("chat", "chat_administrators", "chat_member")

Menu = tuple[str, int, int, str]
"""A scope's type, its chat and person or 0, and a language or nothing."""


@method("setMyCommands", needs="commands", takes="scope language_code")
def set_my_commands(caller: Caller, args: Obj) -> bool:
    commands = args["commands"]
    if len(commands) > MOST_COMMANDS:
        raise Wrong("Bad Request: BOT_COMMANDS_TOO_MUCH")
    for command in commands:
        _check(caller.world, command)
    menu = _menu(caller, args)
    if commands:
        caller.world.menus[menu] = [{name: one[name] for name in ("command", "description")} for one in commands]
    else:
        caller.world.menus.pop(menu, None)
    return True


@method("deleteMyCommands", takes="scope language_code")
def delete_my_commands(caller: Caller, args: Obj) -> bool:
    caller.world.menus.pop(_menu(caller, args), None)
    return True


@method("getMyCommands", takes="scope language_code")
def get_my_commands(caller: Caller, args: Obj) -> list[Obj]:
    return caller.world.menus.get(_menu(caller, args), [])


def _check(world: World, command: object) -> None:
    if not isinstance(command, dict) or not all(
        isinstance(command.get(name), str) for name in ("command", "description")
    ):
        raise Wrong("Bad Request: can't parse BotCommand: expected an Object")
    for unknown in sorted(command.keys() - {"command", "description"}):
        world.held_against(f"setMyCommands: a command has no field {unknown}")
    if not NAME.fullmatch(command["command"]):
        raise Wrong("Bad Request: BOT_COMMAND_INVALID")
    if not 1 <= units(command["description"].strip()) <= LONGEST_DESCRIPTION:
        raise Wrong("Bad Request: BOT_COMMAND_DESCRIPTION_INVALID")


def _menu(caller: Caller, args: Obj) -> Menu:
    scope = args.get("scope", {"type": "default"})
    kind, language = scope.get("type"), args.get("language_code", "")
    if language and not re.fullmatch("[a-z]{2}", language):
        raise Wrong("Bad Request: invalid language code specified")
    if kind in WHOLE_SCOPES:
        return (kind, 0, 0, language)
    if kind not in CHAT_SCOPES:
        raise Wrong("Bad Request: can't parse BotCommandScope: Unsupported type specified")
    if not scope.get("chat_id"):
        raise Wrong("Bad Request: can't parse BotCommandScope: Empty chat_id specified")
    chat = caller.world.chat(int(scope["chat_id"]))
    if kind != "chat_member":
        return (kind, chat.id, 0, language)
    if not isinstance(scope.get("user_id"), int):
        raise Wrong("Bad Request: can't parse BotCommandScope: Invalid user_id specified")
    return (kind, chat.id, scope["user_id"], language)


def shown_to(world: World, person: int, language: str) -> list[Obj]:
    """The commands that a person is shown in their conversation with the bot: of the nearest scope that has any."""
    for scope, chat in (("chat", person), ("all_private_chats", 0), ("default", 0)):
        for spoken in (language, ""):
            if menu := world.menus.get((scope, chat, 0, spoken)):
                return menu
    return []
