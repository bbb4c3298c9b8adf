"""Opening conversations and reading them."""

from tests.platforms.fake import Obj
from tests.platforms.slack import objects
from tests.platforms.slack.methods.method import Caller, flag, method, number, person_named
from tests.platforms.slack.workspace import Channel, Refused, SlackMessage


@method("conversations.open", "im:write", tier=3, takes="users channel return_im prevent_creation")
def conversations_open(caller: Caller, args: Obj) -> Obj:
    if "channel" in args:
        channel = caller.workspace.channel(args["channel"])
    else:
        user = person_named(caller, args.get("users"))
        if caller.workspace.profile(user).bot:
            raise Refused("cannot_dm_bot")
        channel = caller.workspace.direct(user)
    if not flag(args, "return_im"):
        return {"channel": {"id": channel.id}}
    return {"channel": _channel_object(caller, channel)}


@method("conversations.info", tier=3, needs="channel", takes="include_locale include_num_members", json=False)
def conversations_info(caller: Caller, args: Obj) -> Obj:
    caller.needs("im:read" if str(args["channel"]).startswith("D") else "channels:read")
    channel = caller.workspace.channels.get(args["channel"])
    if channel is None:
        raise Refused("channel_not_found")
    return {"channel": _channel_object(caller, channel)}


def _channel_object(caller: Caller, channel: Channel) -> Obj:
    workspace = caller.workspace
    return objects.channel_object(workspace.app, channel, workspace.partner(channel))


PAGE = "cursor include_all_metadata inclusive latest limit oldest"


@method("conversations.history", tier=3, needs="channel", takes=PAGE, json=False)
def conversations_history(caller: Caller, args: Obj) -> Obj:
    channel = _readable(caller, args)
    roots = [one for one in channel.shown() if one.thread_ts in (None, one.ts) and _between(one.ts, args)]
    return _page(caller, args, roots[::-1])


@method("conversations.replies", tier=3, needs="channel ts", takes=PAGE, json=False)
def conversations_replies(caller: Caller, args: Obj) -> Obj:
    channel = _readable(caller, args)
    root = channel.messages.get(args["ts"])
    if root is None:
        raise Refused("thread_not_found")
    replies = [one for one in channel.shown() if one.thread_ts == root.ts != one.ts and _between(one.ts, args)]
    return _page(caller, args, [root, *replies])


def _readable(caller: Caller, args: Obj) -> Channel:
    caller.needs("im:history" if str(args["channel"]).startswith("D") else "channels:history")
    return caller.workspace.channel(args["channel"])


def _between(ts: str, args: Obj) -> bool:
    oldest, latest = float(args.get("oldest", 0)), float(args.get("latest", "inf"))
    if flag(args, "inclusive"):
        return oldest <= float(ts) <= latest
    return oldest < float(ts) < latest


def _page(caller: Caller, args: Obj, messages: list[SlackMessage]) -> Obj:
    first = int(args.get("cursor") or 0)
    following = first + number(args, "limit", 100, 999)
    metadata = flag(args, "include_all_metadata")
    app = caller.workspace.app
    page = [objects.message_object(app, one, metadata=metadata) for one in messages[first:following]]
    more = following < len(messages)
    cursor = {"response_metadata": {"next_cursor": str(following)}} if more else {}
    return {"messages": page, "has_more": more, **cursor}
