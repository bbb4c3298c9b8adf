"""OwnReminder: something that somebody asked to be reminded of, as their vault keeps it."""

from datetime import datetime
from typing import ClassVar
from zoneinfo import ZoneInfo

from pydantic import AwareDatetime, NaiveDatetime

from bot.chat.times import spoken
from handlers.reflections.entries import shortened
from scheduling.phrases import Repeating
from scheduling.phrases.zones import place
from storage.private.entries import Entry


class OwnReminder(Entry):
    """What to be reminded of, and when: at a moment, or again and again."""

    kind: ClassVar[str] = "own_reminder"

    text: str
    at: AwareDatetime
    """The moment; of what comes again, the first one."""
    rule: str = ""
    first: NaiveDatetime | None = None
    """Of what comes again, the first one on the wall, where it was asked for."""
    zone: str = "Europe/London"
    in_notice: bool = False
    """Its words are in the notice, as its author chose."""
    planned: int = 1
    """How often it has been planned: what was planned for a time that it had before is not told."""

    @property
    def repeating(self) -> Repeating | None:
        return Repeating(self.rule, self.first, ZoneInfo(self.zone)) if self.first else None

    @property
    def heading(self) -> str:
        """What it is known by: its first words."""
        return shortened(self.text) or "Something"

    def when(self, zone: ZoneInfo) -> str:
        """When it comes, in words."""
        if self.repeating is None:
            return spoken(self.at, zone)
        return f"{self.repeating} ({place(self.zone)})"

    def after(self, moment: datetime) -> datetime | None:
        """When it comes next after this moment."""
        if self.repeating is not None:
            return self.repeating.after(moment)
        return self.at if self.at > moment else None

    def comes(self, when: datetime | Repeating, zone: ZoneInfo) -> None:
        """It comes then, at the moment that stands already, and again where it is to."""
        again = when if isinstance(when, Repeating) else None
        self.rule, self.first, self.zone = (again.rule, again.first, zone.key) if again else ("", None, zone.key)

    def markdown(self, zone: ZoneInfo) -> str:
        """As its author has it in a file of their own."""
        return f"## {self.when(zone)}\n\n{self.text}"
