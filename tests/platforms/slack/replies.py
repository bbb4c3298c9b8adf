"""What the bot answers to an interaction itself: while acknowledging a command, or later at its `response_url`."""

from dataclasses import replace

from tests.platforms.fake import Obj
from tests.platforms.slack.methods.messages import checked_blocks
from tests.platforms.slack.workspace import Refused, ResponseUrl, SlackMessage, Workspace

MOST_USES = 5
LIFE_S = 30 * 60


def at_response_url(workspace: Workspace, id: str, body: Obj, now: float) -> None:
    """Do what was posted to a `response_url`, which serves five times within half an hour."""
    known = workspace.response_urls.get(id)
    if known is None:
        raise Refused("invalid_url")
    if known.uses >= MOST_USES:
        raise Refused("used_url")
    if now - known.born > LIFE_S:
        raise Refused("expired_url")
    known.uses += 1
    reply(workspace, known, body)


def reply(workspace: Workspace, to: ResponseUrl, body: Obj) -> None:
    original = _original(workspace, to)
    if original and body.get("delete_original"):
        _replace(workspace, to, replace(original, deleted=True))
        return
    blocks = workspace.with_ids(checked_blocks(body.get("blocks", [])))
    text = str(body.get("text", ""))
    if not text and not blocks:
        raise Refused("no_text")
    if blocks and not text.strip():
        workspace.held_against("response_url: there are blocks and no text, so screen readers say nothing")
    if original and body.get("replace_original"):
        _replace(workspace, to, replace(original, text=text, blocks=blocks, edited=workspace.ts()))
        return
    ephemeral = body.get("response_type", "ephemeral") == "ephemeral"
    thread = body.get("thread_ts")
    _replace(
        workspace,
        to,
        SlackMessage(
            to.channel,
            workspace.ts(),
            workspace.app.user,
            text,
            blocks,
            thread_ts=thread,
            from_bot=True,
            ephemeral=ephemeral,
        ),
    )


def _original(workspace: Workspace, to: ResponseUrl) -> SlackMessage | None:
    if to.message is None:
        return None
    if to.ephemeral:
        return next((one for one in workspace.ephemerals.get(to.user, []) if one.ts == to.message), None)
    return workspace.channels[to.channel].messages.get(to.message)


def _replace(workspace: Workspace, to: ResponseUrl, message: SlackMessage) -> None:
    if message.ephemeral:
        workspace.keep_ephemeral(to.user, message)
    else:
        workspace.keep(message)
