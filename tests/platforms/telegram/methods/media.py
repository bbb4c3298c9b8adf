"""Pictures, voice notes and files: sent by the bot, and fetched by it."""

import json
import mimetypes
from dataclasses import dataclass

from tests.platforms.fake import Obj
from tests.platforms.telegram.html_text import Formatted
from tests.platforms.telegram.methods.messages import SENT, SENT_ALONE, sent
from tests.platforms.telegram.methods.method import Caller, method
from tests.platforms.telegram.objects import file_object, message_object
from tests.platforms.telegram.shapes import Refused, Upload, Wrong
from tests.platforms.telegram.texts import caption
from tests.platforms.telegram.world import TelegramFile

MOST_PHOTO = 10 << 20
MOST_DOWN = 20 << 20
MOST_UP = 50 << 20
PICTURES = (b"\x89PNG\r\n", b"\xff\xd8\xff", b"GIF8", b"RIFF", b"BM")
CAPTIONED = "caption parse_mode caption_entities"

MEDIA = {
    "photo": "show_caption_above_media has_spoiler",
    "document": "thumbnail disable_content_type_detection",
    "video": "thumbnail cover start_timestamp show_caption_above_media width height duration supports_streaming",
    "animation": "thumbnail show_caption_above_media width height duration has_spoiler",
    "audio": "thumbnail duration performer title",
}


@dataclass(frozen=True)
class Media:
    file: TelegramFile
    formatted: Formatted
    more: Obj


@method("sendPhoto", needs="chat_id photo", takes=f"{SENT_ALONE} {CAPTIONED} {MEDIA['photo']}", counts="message")
def send_photo(caller: Caller, args: Obj) -> Obj:
    return _send(caller, "sendPhoto", "photo", args)


@method(
    "sendDocument", needs="chat_id document", takes=f"{SENT_ALONE} {CAPTIONED} {MEDIA['document']}", counts="message"
)
def send_document(caller: Caller, args: Obj) -> Obj:
    return _send(caller, "sendDocument", "document", args)


@method("sendVoice", needs="chat_id voice", takes=f"{SENT_ALONE} {CAPTIONED} duration", counts="message")
def send_voice(caller: Caller, args: Obj) -> Obj:
    return _send(caller, "sendVoice", "voice", args, {"voice": {"duration": args.get("duration", 0)}})


def _send(caller: Caller, method: str, kind: str, args: Obj, more: Obj | None = None) -> Obj:
    formatted = caption(caller.world, method, args)
    file = _file(caller, kind, args[kind])
    if "thumbnail" in args:
        caller.upload(args["thumbnail"], "thumbnail")
    message = sent(caller, method, args, caption=formatted.text, entities=formatted.entities, file=file, more=more)
    return message_object(caller.world, message)


def _file(caller: Caller, kind: str, value: object) -> TelegramFile:
    upload = caller.upload(value, kind)
    if isinstance(upload, str):
        known = caller.world.known_file(upload)
        if known.kind != kind:
            raise Wrong(f"Bad Request: can't use file of type {known.kind.title()} as {kind.title()}")
        return known
    return kept(caller, kind, upload)


def kept(caller: Caller, kind: str, upload: Upload) -> TelegramFile:
    size = len(upload.data)
    if not size:
        raise Wrong("Bad Request: file must be non-empty")
    if kind == "photo":
        if size > MOST_PHOTO:
            raise Wrong(
                f"Bad Request: file of size {size} bytes is too big for a photo; the maximum size is {MOST_PHOTO} bytes"
            )
        if not upload.data.startswith(PICTURES):
            raise Wrong("Bad Request: IMAGE_PROCESS_FAILED")
    mime = mimetypes.guess_type(upload.name)[0] or upload.mime
    return caller.world.file(kind, upload.name, mime, upload.data)


@method("sendMediaGroup", needs="chat_id media", takes=SENT, counts="messages")
def send_media_group(caller: Caller, args: Obj) -> list[Obj]:
    group = _decoded(args["media"])
    if not isinstance(group, list):
        raise Wrong("Bad Request: expected an Array of InputMedia")
    if not 2 <= len(group) <= 10:
        raise Wrong("Bad Request: a media group has 2 to 10 items")
    kinds = {one.get("type") for one in group if isinstance(one, dict)}
    if len(kinds) > 1 and kinds & {"document", "audio"}:
        raise Wrong("Bad Request: can't use the media of the specified type in the album")
    media = [sent_media(caller, "sendMediaGroup", one) for one in group]
    album = {"media_group_id": str(next(caller.world.numbers))}
    return [
        message_object(
            caller.world,
            sent(
                caller,
                "sendMediaGroup",
                args,
                caption=one.formatted.text,
                entities=one.formatted.entities,
                file=one.file,
                more={**one.more, **album},
            ),
        )
        for one in media
    ]


def sent_media(caller: Caller, method: str, value: object) -> Media:
    """An InputMedia, with its file."""
    about = _decoded(value)
    if not isinstance(about, dict):
        raise Wrong("Bad Request: can't parse InputMedia: expected an Object")
    kind = about.get("type")
    if kind not in MEDIA:
        raise Wrong("Bad Request: can't parse InputMedia: type must be one of the known")
    known = {"type", "media", *CAPTIONED.split(), *MEDIA[kind].split()}
    for unknown in sorted(about.keys() - known):
        caller.world.held_against(f"{method}: InputMedia has no field {unknown}")
    if not about.get("media"):
        raise Wrong("Bad Request: can't parse InputMedia: Can't find field \"media\"")
    if "thumbnail" in about:
        caller.upload(about["thumbnail"], "thumbnail")
    return Media(_file(caller, kind, about["media"]), caption(caller.world, method, about), {})


def _decoded(value: object) -> object:
    if not isinstance(value, str):
        return value
    try:
        decoded: object = json.loads(value)
    except ValueError:
        raise Wrong("Bad Request: can't parse media JSON object") from None
    return decoded


@method("getFile", needs="file_id")
def get_file(caller: Caller, args: Obj) -> Obj:
    file = caller.world.files.get(args["file_id"])
    if file is None:
        raise Refused("Bad Request: wrong file_id or the file is temporarily unavailable")
    if file.size > MOST_DOWN:
        raise Refused("Bad Request: file is too big")
    return {**file_object(file), "file_path": file.path}
