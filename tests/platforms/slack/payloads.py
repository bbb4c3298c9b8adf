"""The JSON that Slack sends: events, interactions and commands, each as the real ones are."""

import html
from typing import Any

from tests.platforms.fake import Obj
from tests.platforms.slack.objects import message_object, user_name, user_object, view_object
from tests.platforms.slack.workspace import App, Channel, OpenView, Profile, SlackMessage

VERIFICATION_TOKEN = "an-old-token-that-proves-nothing"  # deprecated by Slack, and still sent

# ---------------------------------------------------------------- events


def event_callback(app: App, event_id: str, event_time: int, event: Obj) -> Obj:
    """The envelope of every event."""
    authorization = {
        "enterprise_id": None,
        "team_id": app.team,
        "user_id": app.user,
        "is_bot": True,
        "is_enterprise_install": False,
    }
    return {
        "token": VERIFICATION_TOKEN,
        "team_id": app.team,
        "context_team_id": app.team,
        "context_enterprise_id": None,
        "api_app_id": app.id,
        "event": event,
        "type": "event_callback",
        "event_id": event_id,
        "event_time": event_time,
        "authorizations": [authorization],
        "is_ext_shared_channel": False,
        "event_context": f"4-{event_id}",
    }


def message_event(app: App, who: Profile, message: SlackMessage) -> Obj:
    """message.im: something typed, with or without a file."""
    event = {
        **message_object(app, message, metadata=message.from_bot),
        "team": who.team,
        "channel": message.channel,
        "event_ts": message.ts,
        "channel_type": "im",
    }
    if message.files:
        event["subtype"] = "file_share"
    if who.bot and not message.from_bot:
        event |= {"bot_id": f"B{who.id[1:]}", "app_id": f"A{who.id[1:]}"}
    elif not message.from_bot:
        event["client_msg_id"] = f"client-{message.ts}"
    if who.team != app.team:
        event |= {"user_team": who.team, "source_team": who.team, "user_profile": {"team": who.team, "name": who.name}}
    return event


def message_changed(app: App, before: SlackMessage, after: SlackMessage) -> Obj:
    return {
        "type": "message",
        "subtype": "message_changed",
        "message": message_object(app, after),
        "previous_message": message_object(app, before),
        "channel": after.channel,
        "hidden": True,
        "ts": after.edited,
        "event_ts": after.edited,
        "channel_type": "im",
    }


def message_deleted(app: App, message: SlackMessage, ts: str) -> Obj:
    return {
        "type": "message",
        "subtype": "message_deleted",
        "previous_message": message_object(app, message),
        "channel": message.channel,
        "hidden": True,
        "deleted_ts": message.ts,
        "event_ts": ts,
        "ts": ts,
        "channel_type": "im",
    }


def app_mention(app: App, who: Profile, message: SlackMessage) -> Obj:
    return {
        **message_object(app, message),
        "type": "app_mention",
        "team": who.team,
        "channel": message.channel,
        "event_ts": message.ts,
        "client_msg_id": f"client-{message.ts}",
    }


def app_home_opened(app: App, who: Profile, channel: str, ts: str, tab: str, home: OpenView | None) -> Obj:
    event: Obj = {"type": "app_home_opened", "user": who.id, "channel": channel, "tab": tab, "event_ts": ts}
    if tab == "home" and home is not None:
        event["view"] = view_object(app, home)
    return event


def app_context_changed(who: Profile, channel: str, ts: str, looking_at: Channel | None) -> Obj:
    """In the agent view: what somebody has before them while the app is open beside it."""
    entity = {"type": "slack#/types/channel_id", "value": looking_at.id, "team_id": who.team} if looking_at else None
    context = {"entities": [entity]} if entity else {}
    return {"type": "app_context_changed", "user": who.id, "channel": channel, "context": context, "event_ts": ts}


def assistant_thread_started(who: Profile, channel: str, thread_ts: str, ts: str) -> Obj:
    """In the older assistant view: a new conversation, which is a thread."""
    thread = {"user_id": who.id, "context": {}, "channel_id": channel, "thread_ts": thread_ts}
    return {"type": "assistant_thread_started", "assistant_thread": thread, "event_ts": ts}


def user_change(app: App, who: Profile, ts: str, *, email: bool) -> Obj:
    user = user_object(app, who, email=email)
    return {"type": "user_change", "user": user, "cache_ts": int(float(ts)), "event_ts": ts}


def app_uninstalled(ts: str) -> Obj:
    return {"type": "app_uninstalled", "event_ts": ts}


def tokens_revoked(app: App, ts: str) -> Obj:
    return {"type": "tokens_revoked", "tokens": {"oauth": [], "bot": [app.user]}, "event_ts": ts}


# ---------------------------------------------------------------- interactions and commands


def interaction(app: App, who: Profile, kind: str, **more: Any) -> Obj:
    """What all interactions have in common."""
    return {
        "type": kind,
        "user": {"id": who.id, "username": user_name(who), "name": user_name(who), "team_id": who.team},
        "api_app_id": app.id,
        "token": VERIFICATION_TOKEN,
        "team": {"id": app.team, "domain": "central"},
        "enterprise": None,
        "is_enterprise_install": False,
        **more,
    }


def pressed(block: Obj, element: Obj, ts: str, chosen: Obj | None) -> Obj:
    """One of the `actions` of block_actions."""
    action = {"action_id": element["action_id"], "block_id": block["block_id"], "type": element["type"]}
    if element["type"] == "button":
        label = {**element["text"], "text": html.escape(element["text"]["text"], quote=False)}
        action |= {name: element[name] for name in ("value", "style", "url") if name in element} | {"text": label}
    elif element["type"] == "checkboxes":
        action["selected_options"] = [chosen]
    else:
        action["selected_option"] = chosen
    return {**action, "action_ts": ts}


def pressed_in_message(
    app: App, who: Profile, message: SlackMessage, channel: Channel, action: Obj, values: Obj, *, trigger: str, url: str
) -> Obj:
    container = {
        "type": "message",
        "message_ts": message.ts,
        "channel_id": message.channel,
        "is_ephemeral": message.ephemeral,
    }
    payload = interaction(
        app,
        who,
        "block_actions",
        container=container,
        trigger_id=trigger,
        channel={"id": channel.id, "name": channel.name},
        state={"values": values},
        response_url=url,
        actions=[action],
    )
    return payload if message.ephemeral else {**payload, "message": message_object(app, message)}


def pressed_in_view(app: App, who: Profile, view: OpenView, action: Obj, *, trigger: str) -> Obj:
    return interaction(
        app,
        who,
        "block_actions",
        container={"type": "view", "view_id": view.id},
        trigger_id=trigger,
        view=view_object(app, view),
        actions=[action],
    )


def view_submission(app: App, who: Profile, view: OpenView, *, trigger: str) -> Obj:
    shown = view_object(app, view)
    return interaction(app, who, "view_submission", trigger_id=trigger, view=shown, response_urls=[])


def view_closed(app: App, who: Profile, view: OpenView, *, cleared: bool) -> Obj:
    return interaction(app, who, "view_closed", view=view_object(app, view), is_cleared=cleared)


def shortcut(app: App, who: Profile, callback_id: str, ts: str, *, trigger: str) -> Obj:
    return interaction(app, who, "shortcut", callback_id=callback_id, trigger_id=trigger, action_ts=ts)


def message_action(
    app: App,
    who: Profile,
    callback_id: str,
    message: SlackMessage,
    channel: Channel,
    ts: str,
    *,
    trigger: str,
    url: str,
) -> Obj:
    return interaction(
        app,
        who,
        "message_action",
        callback_id=callback_id,
        trigger_id=trigger,
        message_ts=message.ts,
        channel={"id": channel.id, "name": channel.name},
        message=message_object(app, message),
        response_url=url,
        action_ts=ts,
    )


def slash_command(
    app: App, who: Profile, command: str, text: str, channel: Channel, *, trigger: str, url: str
) -> dict[str, str]:
    return {
        "token": VERIFICATION_TOKEN,
        "team_id": app.team,
        "team_domain": "central",
        "channel_id": channel.id,
        "channel_name": channel.name,
        "user_id": who.id,
        "user_name": user_name(who),
        "command": command,
        "text": text,
        "api_app_id": app.id,
        "is_enterprise_install": "false",
        "response_url": url,
        "trigger_id": trigger,
    }
