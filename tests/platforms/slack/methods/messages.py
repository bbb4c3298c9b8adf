"""Posting messages, changing and deleting them."""

from tests.platforms.fake import Obj
from tests.platforms.slack import objects
from tests.platforms.slack.checks import (
    MOST_MESSAGE_JSON,
    MOST_METADATA_JSON,
    blocks_faults,
    json_length,
    metadata_faults,
)
from tests.platforms.slack.methods.method import Caller, flag, method, person_named
from tests.platforms.slack.shapes import length
from tests.platforms.slack.workspace import Channel, Refused, SlackMessage, Wrong

MOST_POSTED_TEXT = 40_000
MOST_UPDATED_TEXT = 4_000
UNFURL = ("unfurl_links", "unfurl_media")
SAID = "text blocks parse link_names thread_ts"


@method(
    "chat.postMessage",
    "chat:write",
    needs="channel",
    takes=f"{SAID} metadata mrkdwn reply_broadcast {' '.join(UNFURL)}",
    posts=True,
)
def chat_post_message(caller: Caller, args: Obj) -> Obj:
    workspace = caller.workspace
    channel = _channel_for_post(caller, args["channel"])
    for name in UNFURL:
        if name not in args or flag(args, name):
            workspace.held_against(f"chat.postMessage: {name} must be false, or Slack fetches what people link to")
    text, blocks = _said(caller, "chat.postMessage", args, MOST_POSTED_TEXT)
    message = workspace.keep(
        SlackMessage(
            channel=channel.id,
            ts=workspace.ts(),
            user=workspace.app.user,
            text=text,
            blocks=blocks,
            metadata=_metadata(args),
            thread_ts=thread_of(channel, args),
            from_bot=True,
        )
    )
    return {"channel": channel.id, "ts": message.ts, "message": objects.message_object(workspace.app, message)}


@method("chat.postEphemeral", "chat:write", needs="channel user", takes=SAID, posts=True)
def chat_post_ephemeral(caller: Caller, args: Obj) -> Obj:
    workspace = caller.workspace
    channel = _channel_for_post(caller, args["channel"])
    user = person_named(caller, args["user"])
    if user not in channel.members:
        raise Refused("user_not_in_channel")
    text, blocks = _said(caller, "chat.postEphemeral", args, MOST_POSTED_TEXT)
    thread = thread_of(channel, args)
    message = SlackMessage(
        channel.id, workspace.ts(), workspace.app.user, text, blocks, thread_ts=thread, from_bot=True, ephemeral=True
    )
    return {"message_ts": workspace.keep_ephemeral(user, message).ts}


@method("chat.update", "chat:write", tier=3, needs="channel ts", takes="text blocks metadata parse link_names")
def chat_update(caller: Caller, args: Obj) -> Obj:
    workspace = caller.workspace
    message = _own_message(caller, args, "cant_update_message")
    text, blocks = _said(caller, "chat.update", args, MOST_UPDATED_TEXT, before=message)
    changed = workspace.change(message, text=text, blocks=blocks, metadata=_metadata(args) or message.metadata)
    shown = objects.message_object(workspace.app, changed)
    return {"channel": message.channel, "ts": message.ts, "text": text, "message": shown}


@method("chat.delete", "chat:write", tier=3, needs="channel ts")
def chat_delete(caller: Caller, args: Obj) -> Obj:
    message = _own_message(caller, args, "cant_delete_message")
    caller.workspace.delete(message)
    return {"channel": message.channel, "ts": message.ts}


def _channel_for_post(caller: Caller, id: object) -> Channel:
    workspace = caller.workspace
    if isinstance(id, str) and id in workspace.profiles:
        return workspace.direct(person_named(caller, id))
    channel = workspace.channel(id)
    partner = workspace.partner(channel)
    if partner and partner.deleted:
        raise Refused("user_disabled")
    return channel


def _own_message(caller: Caller, args: Obj, refusal: str) -> SlackMessage:
    message = caller.workspace.channel(args["channel"]).messages.get(args["ts"])
    if message is None or message.deleted:
        raise Refused("message_not_found")
    if not message.from_bot:
        raise Refused(refusal)
    return message


def thread_of(channel: Channel, args: Obj) -> str | None:
    thread = args.get("thread_ts")
    if thread is not None and thread not in channel.messages:
        raise Refused("thread_not_found")
    return str(thread) if thread is not None else None


def _metadata(args: Obj) -> Obj | None:
    metadata = args.get("metadata")
    if not metadata:
        return None
    if faults := metadata_faults(metadata):
        raise Wrong("invalid_metadata_format", faults)
    if json_length(metadata) > MOST_METADATA_JSON:
        raise Wrong("metadata_too_large", [])
    return dict(metadata)


def _said(
    caller: Caller, method: str, args: Obj, most: int, before: SlackMessage | None = None
) -> tuple[str, list[Obj]]:
    """The text and blocks of a message. An update that names no blocks leaves those that were there."""
    text, blocks = args.get("text", ""), args.get("blocks", [])
    if not isinstance(text, str):
        raise Wrong("invalid_arguments", ["[ERROR] must be a string [json-pointer:/text]"])
    checked = checked_blocks(blocks)
    if not text and not checked:
        raise Wrong("no_text", [])
    if length(text) > most:
        raise Wrong("msg_too_long", [])
    if checked and not text.strip():
        caller.workspace.held_against(
            f"{method}: there are blocks and no text, so notifications and screen readers say nothing"
        )
    kept = before.blocks if before and "blocks" not in args else caller.workspace.with_ids(checked)
    return text, kept


def checked_blocks(blocks: object) -> list[Obj]:
    if not isinstance(blocks, list):
        raise Wrong("invalid_blocks_format", [])
    if faults := blocks_faults(blocks):
        raise Wrong("invalid_blocks", faults)
    if json_length(blocks) > MOST_MESSAGE_JSON:
        raise Wrong("msg_blocks_too_long", [])
    return blocks
