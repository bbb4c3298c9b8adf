"""What the Slack app is: its manifest, to be pasted into “Create an app from a manifest”, and the names it declares."""

from collections.abc import Mapping, Sequence
from typing import Literal, NotRequired, TypedDict

EVENTS_PATH = "/slack/events"  # all that Slack sends comes here, where it comes by HTTP
COMMAND = "/waymark"
SHORTCUT_REFLECT = "reflect"
SHORTCUT_NEXT = "whats_next"
SHORTCUT_KEEP = "keep"

SCOPES: Mapping[str, str] = {
    "app_mentions:read": "hears that somebody mentions it in a channel it was invited to, and answers only them",
    "chat:write": "sends its messages, and changes or deletes its own",
    "commands": "offers the command and the shortcuts",
    "files:read": "takes the voice notes and photos that people send it into their private notes",
    "files:write": "sends pictures and the export that somebody asked for, and deletes again what it sent of a note",
    "im:history": "hears what people write to it, and looks among its own messages whether one that was interrupted "
    "has arrived",
    "im:write": "begins a conversation with somebody it has to tell something",
    "users:read": "learns a person’s time zone, and that an account is a guest’s, a bot’s or closed",
    "users:read.email": "finds a newcomer on the roster by the workspace’s e-mail address",
}
"""Each scope of the bot’s, and what Waymark does with it."""

AGENT_SCOPES: Mapping[str, str] = {
    **SCOPES,
    "assistant:write": "shows in the agent view that it is working, and suggests what to say",
}
"""The same, for an app with the agent view."""

EVENTS: Sequence[str] = (
    "app_home_opened",
    "app_mention",
    "app_uninstalled",
    "message.im",
    "tokens_revoked",
    "user_change",
)
"""What Slack tells the bot of; the agent view needs no more. What people are looking at (`app_context_changed`) is not
Waymark’s business."""

# ---------------------------------------------------------------- Slack's own shapes


class DisplayInformation(TypedDict):
    name: str
    description: str
    long_description: str


class AppHome(TypedDict):
    home_tab_enabled: bool
    messages_tab_enabled: bool
    messages_tab_read_only_enabled: bool


class BotUser(TypedDict):
    display_name: str
    always_online: bool


class Shortcut(TypedDict):
    name: str
    type: Literal["global", "message"]
    callback_id: str
    description: str


class SlashCommand(TypedDict):
    command: str
    description: str
    usage_hint: str
    should_escape: bool
    url: NotRequired[str]


class SuggestedPrompt(TypedDict):
    title: str
    message: str


class AgentView(TypedDict):
    agent_description: str
    suggested_prompts: list[SuggestedPrompt]


class Features(TypedDict):
    app_home: AppHome
    bot_user: BotUser
    shortcuts: list[Shortcut]
    slash_commands: list[SlashCommand]
    agent_view: NotRequired[AgentView]


class Scopes(TypedDict):
    bot: list[str]


class OAuthConfig(TypedDict):
    scopes: Scopes


class EventSubscriptions(TypedDict):
    bot_events: list[str]
    request_url: NotRequired[str]


class Interactivity(TypedDict):
    is_enabled: bool
    request_url: NotRequired[str]


class AppSettings(TypedDict):
    event_subscriptions: EventSubscriptions
    interactivity: Interactivity
    org_deploy_enabled: bool
    socket_mode_enabled: bool
    token_rotation_enabled: bool


class Manifest(TypedDict):
    display_information: DisplayInformation
    features: Features
    oauth_config: OAuthConfig
    settings: AppSettings


# ---------------------------------------------------------------- Waymark's app

ABOUT = "Private notes, and what comes next, in your leadership programme"
LONG_ABOUT = (
    "Waymark goes with you through your leadership programme: it keeps your private notes, tells you what comes next, "
    "and passes on what you choose to share, to whom you choose. It is a bot. Your notes are locked under a key of "
    "your own: neither the programme’s team nor whoever runs this workspace reads them. Whoever owns the workspace "
    "may be able to see ordinary messages, so write what is private in its forms."
)


def manifest(*, public_url: str | None, agent_view: bool) -> Manifest:
    """The app, over HTTP where the bot is reached under a public address, and over Socket Mode where it isn’t."""
    made: Manifest = {
        "display_information": {"name": "Waymark", "description": ABOUT, "long_description": LONG_ABOUT},
        "features": {
            "app_home": {
                "home_tab_enabled": True,
                "messages_tab_enabled": True,
                "messages_tab_read_only_enabled": False,
            },
            "bot_user": {"display_name": "Waymark", "always_online": True},
            "shortcuts": [
                {
                    "name": "Write a private note",
                    "type": "global",
                    "callback_id": SHORTCUT_REFLECT,
                    "description": "Opens a form that only you can read",
                },
                {
                    "name": "What’s next",
                    "type": "global",
                    "callback_id": SHORTCUT_NEXT,
                    "description": "Shows what comes next for you",
                },
                {
                    "name": "Keep this as a note",
                    "type": "message",
                    "callback_id": SHORTCUT_KEEP,
                    "description": "Keeps this message among your private notes",
                },
            ],
            "slash_commands": [
                {
                    "command": COMMAND,
                    "description": "Anything you can say to Waymark, from any channel; only you see it",
                    "usage_hint": "help, or reflect: and a line for yourself",
                    "should_escape": False,
                }
            ],
        },
        "oauth_config": {"scopes": {"bot": sorted(AGENT_SCOPES if agent_view else SCOPES)}},
        "settings": {
            "event_subscriptions": {"bot_events": list(EVENTS)},
            "interactivity": {"is_enabled": True},
            "org_deploy_enabled": False,
            "socket_mode_enabled": public_url is None,
            "token_rotation_enabled": False,
        },
    }
    if public_url is not None:
        address = f"{public_url}{EVENTS_PATH}"
        made["features"]["slash_commands"][0]["url"] = address
        made["settings"]["event_subscriptions"]["request_url"] = address
        made["settings"]["interactivity"]["request_url"] = address
    if agent_view:
        made["features"]["agent_view"] = {
            "agent_description": ABOUT,
            "suggested_prompts": [
                {"title": "Write a note for yourself", "message": "reflect"},
                {"title": "My notes", "message": "my notes"},
                {"title": "What can you do?", "message": "help"},
                {"title": "Who can see this?", "message": "who can see this?"},
            ],
        }
    return made
