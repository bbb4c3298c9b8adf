"""Files, by the flow of three steps: an address to upload to, the upload, and the sharing of it."""

from dataclasses import replace

from tests.platforms.fake import Obj
from tests.platforms.slack import objects
from tests.platforms.slack.methods.messages import checked_blocks, thread_of
from tests.platforms.slack.methods.method import Caller, method, number
from tests.platforms.slack.shapes import length
from tests.platforms.slack.workspace import Refused, SlackFile, SlackMessage, Upload, Wrong

PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".webp")


@method("files.getUploadURLExternal", "files:write", needs="filename length", takes="alt_txt snippet_type", json=False)
def files_get_upload_url_external(caller: Caller, args: Obj) -> Obj:
    size = number(args, "length", 0, 2**30)
    name, alt = str(args["filename"]), str(args.get("alt_txt", ""))
    if name.lower().endswith(PICTURES) and not alt.strip():
        caller.workspace.held_against(
            "files.getUploadURLExternal: a picture without alt_txt, which not everybody can see"
        )
    if length(alt) > 1_000:
        raise Wrong("alt_txt_too_large", [])
    file = caller.workspace.name("F")
    caller.workspace.uploads[file] = Upload(name, alt, size)
    return {"upload_url": f"{caller.url}upload/{file}", "file_id": file}


@method(
    "files.completeUploadExternal",
    "files:write",
    needs="files",
    takes="channel_id channels initial_comment thread_ts blocks",
)
def files_complete_upload_external(caller: Caller, args: Obj) -> Obj:
    workspace = caller.workspace
    wanted = args["files"]
    if not isinstance(wanted, list) or not wanted or not all(isinstance(one, dict) and "id" in one for one in wanted):
        raise Wrong("invalid_arguments", ["[ERROR] must be an array of objects with an id [json-pointer:/files]"])
    channel = workspace.channel(args["channel_id"]) if "channel_id" in args else None
    files = tuple(_uploaded(caller, one) for one in wanted)
    if channel is not None:
        blocks = checked_blocks(args.get("blocks", []))
        message = SlackMessage(
            channel.id,
            workspace.ts(),
            workspace.app.user,
            str(args.get("initial_comment", "")),
            workspace.with_ids(blocks),
            files=files,
            thread_ts=thread_of(channel, args),
            from_bot=True,
        )
        workspace.keep(message)
    return {"files": [objects.file_object(file) for file in files]}


@method("files.delete", "files:write", tier=3, needs="file")
def files_delete(caller: Caller, args: Obj) -> Obj:
    """The file goes; and with the last of them the message that held nothing else."""
    workspace = caller.workspace
    message, file = workspace.file(args["file"])
    if file.owner != workspace.app.user:
        raise Refused("cant_delete_file")
    left = tuple(one for one in message.files if one is not file)
    if left or message.text or message.blocks:
        workspace.keep(replace(message, files=left))
    else:
        workspace.delete(message)
    return {}


def _uploaded(caller: Caller, wanted: Obj) -> SlackFile:
    file = str(wanted["id"])
    upload = caller.workspace.uploads.get(file)
    if upload is None or upload.data is None or upload.shared:
        raise Refused("file_not_found")
    upload.shared = True
    title = str(wanted.get("title") or upload.name)
    return SlackFile(file, upload.name, title, upload.alt, upload.length, caller.workspace.app.user, upload.data)
