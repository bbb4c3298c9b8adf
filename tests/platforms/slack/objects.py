"""People, messages, views, files and channels as the JSON that Slack shows of them."""

import html
from urllib.parse import quote

from tests.platforms.fake import Obj
from tests.platforms.slack.workspace import App, Channel, OpenView, Profile, SlackFile, SlackMessage


def user_object(app: App, who: Profile, *, email: bool) -> Obj:
    """A person as users.info and user_change have them."""
    stranger = who.team != app.team
    profile: Obj = {
        "real_name": who.name,
        "display_name": who.name.split()[0],
        "real_name_normalized": who.name,
        "display_name_normalized": who.name.split()[0],
        "team": who.team,
    }
    if email and not stranger and not who.bot:
        profile["email"] = who.email
    user: Obj = {
        "id": who.id,
        "team_id": who.team,
        "name": user_name(who),
        "deleted": who.deleted,
        "profile": profile,
        "is_bot": who.bot,
        "is_app_user": False,
        "updated": 1_700_000_000,
    }
    if who.deleted:
        return user
    return {
        **user,
        "real_name": who.name,
        "tz": who.tz,
        "tz_label": who.tz,
        "tz_offset": 0,
        "is_admin": False,
        "is_owner": False,
        "is_primary_owner": False,
        "is_restricted": who.guest or who.single_channel,
        "is_ultra_restricted": who.single_channel,
        "is_email_confirmed": who.confirmed,
        **({"is_stranger": True} if stranger else {}),
    }


def user_name(who: Profile) -> str:
    return who.name.lower().replace(" ", ".")


def file_object(file: SlackFile) -> Obj:
    ending = file.name.rpartition(".")[2].lower()
    pages = f"{file.at}files-pri/T0-{file.id}/{quote(file.name)}"
    known = {"png": "image/png", "jpg": "image/jpeg", "pdf": "application/pdf"}
    return {
        "id": file.id,
        "name": file.name,
        "title": file.title,
        "mimetype": file.mimetype or known.get(ending, "text/plain"),
        "filetype": ending,
        "mode": "hosted",
        "size": file.size,
        "user": file.owner,
        "is_external": False,
        "alt_txt": file.alt,
        "url_private": pages,
        "url_private_download": f"{pages}?download",
        "file_access": "visible",
        **({"subtype": "slack_audio", "duration_ms": round(file.seconds * 1_000)} if file.seconds else {}),
    }


def message_object(app: App, message: SlackMessage, *, metadata: bool = True) -> Obj:
    """A message as history, the answer to a post, and interactions have it."""
    shown: Obj = {
        "type": "message",
        "user": message.user,
        "text": message.text,
        "ts": message.ts,
        "team": app.team,
        "blocks": message.blocks or typed_blocks(message.text),
    }
    if message.from_bot:
        shown |= {"bot_id": app.bot, "app_id": app.id}
    if message.files:
        shown |= {"files": [file_object(file) for file in message.files], "upload": False}
    if message.thread_ts:
        shown["thread_ts"] = message.thread_ts
        if message.thread_ts != message.ts:
            shown["parent_user_id"] = message.user
    if message.edited:
        shown["edited"] = {"user": message.user, "ts": message.edited}
    if metadata and message.metadata:
        shown["metadata"] = message.metadata
    return shown


def typed_blocks(text: str) -> list[Obj]:
    """The rich_text that Slack makes of what somebody typed."""
    if not text:
        return []
    section = {"type": "rich_text_section", "elements": [{"type": "text", "text": html.unescape(text)}]}
    return [{"type": "rich_text", "block_id": "typed", "elements": [section]}]


def view_object(app: App, view: OpenView) -> Obj:
    """A view as the answers to views.* and interactions have it."""
    content = view.content
    modal = content["type"] == "modal"
    return {
        "id": view.id,
        "team_id": app.team,
        "type": content["type"],
        "blocks": content["blocks"],
        "private_metadata": content.get("private_metadata", ""),
        "callback_id": content.get("callback_id", ""),
        "state": {"values": view.values},
        "hash": view.hash,
        "title": content["title"] if modal else {"type": "plain_text", "text": "View Title", "emoji": True},
        "clear_on_close": content.get("clear_on_close", False),
        "notify_on_close": content.get("notify_on_close", False),
        "close": content.get("close"),
        "submit": content.get("submit"),
        "previous_view_id": view.previous,
        "root_view_id": view.root,
        "app_id": app.id,
        "external_id": content.get("external_id", ""),
        "app_installed_team_id": app.team,
        "bot_id": app.bot,
    }


def channel_object(app: App, channel: Channel, who: Profile | None) -> Obj:
    if who is not None:
        return {
            "id": channel.id,
            "is_im": True,
            "user": who.id,
            "is_user_deleted": who.deleted,
            "is_org_shared": False,
            "context_team_id": app.team,
        }
    return {
        "id": channel.id,
        "name": channel.name,
        "is_channel": True,
        "is_im": False,
        "is_private": False,
        "is_member": app.user in channel.members,
        "is_archived": False,
        "is_ext_shared": False,
        "context_team_id": app.team,
        "num_members": len(channel.members),
    }
