"""Who the bot is, how it connects, and who is there."""

from tests.platforms.fake import Obj
from tests.platforms.slack import objects
from tests.platforms.slack.methods.method import Caller, method
from tests.platforms.slack.workspace import Refused


@method("auth.test", tier=5, takes="team_id")
def auth_test(caller: Caller, _args: Obj) -> Obj:
    app = caller.workspace.app
    return {
        "url": "https://central.slack.com/",
        "team": "Central",
        "user": "waymark",
        "team_id": app.team,
        "user_id": app.user,
        "bot_id": app.bot,
        "is_enterprise_install": False,
    }


@method("apps.connections.open", tier=1, app_token=True)
def apps_connections_open(caller: Caller, _args: Obj) -> Obj:
    ticket = caller.workspace.name("t")
    caller.workspace.tickets.add(ticket)
    return {"url": f"{caller.url.replace('http', 'ws', 1)}link/?ticket={ticket}"}


@method("bots.info", "users:read", tier=3, takes="bot team_id", json=False)
def bots_info(caller: Caller, args: Obj) -> Obj:
    app = caller.workspace.app
    if args.get("bot") != app.bot:
        raise Refused("bot_not_found")
    return {"bot": {"id": app.bot, "deleted": False, "name": "Waymark", "app_id": app.id, "user_id": app.user}}


@method("users.info", "users:read", needs="user", takes="include_locale", json=False)
def users_info(caller: Caller, args: Obj) -> Obj:
    profile = caller.workspace.profile(args["user"])
    email = "users:read.email" in caller.scopes
    return {"user": objects.user_object(caller.workspace.app, profile, email=email)}
