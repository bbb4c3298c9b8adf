"""What the bot is: its name and descriptions, its rights, its menu button."""

from tests.platforms.fake import Obj
from tests.platforms.telegram.methods.method import Caller, Run, method
from tests.platforms.telegram.objects import RIGHTS, me_object
from tests.platforms.telegram.shapes import Wrong, units

MORE_RIGHTS = ("is_anonymous", "can_post_messages", "can_edit_messages", "can_manage_topics")
MENU_BUTTONS = ("commands", "default", "web_app")
LONGEST = {"description": 512, "short_description": 120}


@method("getMe")
def get_me(caller: Caller, _args: Obj) -> Obj:
    return me_object(caller.world.bot, reads_all=caller.reads_all)


@method("logOut")
@method("close")
def leave(_caller: Caller, _args: Obj) -> bool:
    return True


@method("getMyName", takes="language_code")
def get_my_name(caller: Caller, _args: Obj) -> Obj:
    return {"name": caller.world.bot.first_name}


def _set(name: str) -> Run:
    def run(caller: Caller, args: Obj) -> bool:
        text = args.get(name, "")
        if units(text) > LONGEST[name]:
            raise Wrong(f"Bad Request: BOT_{name.upper()}_TOO_LONG")
        caller.world.texts[name, args.get("language_code", "")] = text
        return True

    return run


def _get(name: str) -> Run:
    def run(caller: Caller, args: Obj) -> Obj:
        texts, language = caller.world.texts, args.get("language_code", "")
        return {name: texts.get((name, language)) or texts.get((name, ""), "")}

    return run


method("setMyDescription", takes="description language_code")(_set("description"))
method("getMyDescription", takes="language_code")(_get("description"))
method("setMyShortDescription", takes="short_description language_code")(_set("short_description"))
method("getMyShortDescription", takes="language_code")(_get("short_description"))


@method("setMyDefaultAdministratorRights", takes="rights for_channels")
def set_my_default_administrator_rights(caller: Caller, args: Obj) -> bool:
    rights = args.get("rights", {})
    for unknown in sorted(rights.keys() - {*RIGHTS, *MORE_RIGHTS}):
        caller.world.held_against(f"setMyDefaultAdministratorRights: there is no right {unknown}")
    caller.world.rights[args.get("for_channels", False)] = rights
    return True


@method("setChatMenuButton", takes="chat_id menu_button")
def set_chat_menu_button(caller: Caller, args: Obj) -> bool:
    button = args.get("menu_button", {"type": "default"})
    if button.get("type") not in MENU_BUTTONS:
        raise Wrong("Bad Request: can't parse menu button: MenuButton has unsupported type")
    chat = caller.chat(args).id if "chat_id" in args else 0
    caller.world.menu_buttons[chat] = button
    return True
