"""Reflection: a private note, as its author's vault keeps it."""

from typing import ClassVar
from zoneinfo import ZoneInfo

from bot.chat.markdown import pieces_of
from bot.chat.times import spoken_date
from storage.private.entries import Entry

MOST_HEADING = 60  # characters: enough to know a note by, and room for more on a button's label

_TURN_ROUND = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A)])
"""The characters that turn the direction of what follows them: words beside a heading must not be turned by it."""


class Reflection(Entry):
    """What somebody wrote for themselves. A copy of it is what they post to a reader."""

    kind: ClassVar[str] = "reflection"

    text: str
    title: str = ""
    prompt: str = ""
    """The question that it answers, if it was written to one."""

    def heading(self, zone: ZoneInfo) -> str:
        """What the note is known by: its title, its first words or its day. A line of plain words, not Markdown."""
        return shortened(self.title) or shortened(self.text) or self.written_on(zone)

    def written_on(self, zone: ZoneInfo) -> str:
        return spoken_date(self.made_at.astimezone(zone))

    def markdown(self, zone: ZoneInfo) -> str:
        """The whole of it for a Markdown file that is the author's own: their words exactly as they typed them."""
        prompt = [f"> {self.prompt}"] if self.prompt else []
        return "\n\n".join([f"## {self.heading(zone)}", f"*{self.written_on(zone)}*", *prompt, self.text])


def shortened(words: str, most: int = MOST_HEADING) -> str:
    """A line of at most so many characters; nothing where there is nothing to see."""
    line = " ".join(words[: 10 * most].translate(_TURN_ROUND).split())
    if not any(character.isprintable() for character in line.replace(" ", "")):
        return ""
    first, *rest = pieces_of(line, most - 1)
    return f"{first.rstrip()}…" if rest else line
