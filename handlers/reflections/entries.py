"""Reflection: a private note, as its author's vault keeps it."""

from collections.abc import Mapping
from typing import ClassVar
from zoneinfo import ZoneInfo

from pydantic import BaseModel, ConfigDict, Field

from bot.chat.fetching import FetchedFile
from bot.chat.markdown import pieces_of
from bot.chat.times import spoken_date
from storage.private.entries import Entry

MOST_HEADING = 60  # characters: enough to know a note by, and room for more on a button's label

_TURN_ROUND = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A)])
"""The characters that turn the direction of what follows them: words beside a heading must not be turned by it."""


ENDINGS: Mapping[str, str] = {
    "audio/aac": "aac",
    "audio/flac": "flac",
    "audio/mp4": "m4a",
    "audio/mpeg": "mp3",
    "audio/ogg": "ogg",
    "audio/opus": "ogg",
    "audio/wav": "wav",
    "audio/webm": "webm",
    "audio/x-m4a": "m4a",
    "audio/x-wav": "wav",
    "image/gif": "gif",
    "image/heic": "heic",
    "image/jpeg": "jpg",
    "image/png": "png",
    "image/webp": "webp",
}
"""What the names of files end with, by what is in them."""


class Kept(BaseModel):
    """A recording or a photo that belongs to a note. Its bytes lie apart in the same vault."""

    model_config = ConfigDict(extra="forbid", hide_input_in_errors=True)

    id: str
    media_type: str
    size: int
    seconds: int = 0

    @property
    def is_recording(self) -> bool:
        return self.media_type.startswith("audio/")

    def described(self) -> str:
        """What it is: “voice note, 0:42”."""
        if not self.is_recording:
            return "photo"
        return f"voice note, {self.seconds // 60}:{self.seconds % 60:02}" if self.seconds else "voice note"


def kept_file(file: FetchedFile) -> Kept:
    media_type = file.sent.media_type.partition(";")[0].strip().lower()
    return Kept(id=file.id, media_type=media_type, size=file.size, seconds=file.sent.seconds)


class Reflection(Entry):
    """What somebody wrote, or said, for themselves. A copy of its words is what they post to a reader."""

    kind: ClassVar[str] = "reflection"
    format: ClassVar[int] = 3

    text: str
    title: str = ""
    prompt: str = ""
    """The question that it answers, if it was written to one."""
    session: str = ""
    """The coaching session that it is about, as its author's calendar knows it."""
    files: list[Kept] = Field(default_factory=list)
    """What came with it. In a reader's copy it says only that there was something."""

    def heading(self, zone: ZoneInfo) -> str:
        """What the note is known by: its title, its first words or its day. A line of plain words, not Markdown."""
        return shortened(self.title) or shortened(self.text) or self.with_it.capitalize() or self.written_on(zone)

    @property
    def with_it(self) -> str:
        """What belongs to it beside its words: “voice note, 0:42; 2 photos”."""
        recordings = [file.described() for file in self.files if file.is_recording]
        photos = len(self.files) - len(recordings)
        return "; ".join([*recordings, *({0: [], 1: ["photo"]}.get(photos, [f"{photos} photos"]))])

    def file_name(self, file: Kept, zone: ZoneInfo) -> str:
        """What a file of it is called: “2027-01-05-voice-note-Tg3xQ9.ogg”. No two have the same name."""
        what = "voice-note" if file.is_recording else "photo"
        ending = ENDINGS.get(file.media_type, "bin")
        return f"{self.made_at.astimezone(zone):%Y-%m-%d}-{what}-{file.id.lstrip('~')[:6]}.{ending}"

    def written_on(self, zone: ZoneInfo) -> str:
        return spoken_date(self.made_at.astimezone(zone))

    def markdown(self, zone: ZoneInfo) -> str:
        """The whole of it for a Markdown file that is the author's own: their words exactly as they typed them."""
        prompt = [f"> {self.prompt}"] if self.prompt else []
        files = [f"[{file.described().capitalize()}]({self.file_name(file, zone)})" for file in self.files]
        text = [self.text] if self.text else []
        return "\n\n".join([f"## {self.heading(zone)}", f"*{self.written_on(zone)}*", *prompt, *text, *files])


def shortened(words: str, most: int = MOST_HEADING) -> str:
    """A line of at most so many characters; nothing where there is nothing to see."""
    line = " ".join(words[: 10 * most].translate(_TURN_ROUND).split())
    if not any(character.isprintable() for character in line.replace(" ", "")):
        return ""
    first, *rest = pieces_of(line, most - 1)
    return f"{first.rstrip()}…" if rest else line
