"""What somebody needs, of food and access, as their own vault keeps it, and the form that asks for it."""

from typing import ClassVar
from zoneinfo import ZoneInfo

from pydantic import Field

from bot.chat.forms import Form, LongText
from bot.chat.markdown import literal
from bot.chat.times import spoken_date
from bot.chat.turns import Turn
from storage.private.entries import Entry


class Needs(Entry):
    """What somebody needs. A copy of its words is what they pass on for an event."""

    kind: ClassVar[str] = "needs"

    food: str = ""
    access: str = ""
    event_id: int | None = None
    """Of a copy: the event it was passed on for."""
    passed_on: dict[int, list[int]] = Field(default_factory=dict)
    """By event, the shares by which it was passed on."""

    def markdown(self, zone: ZoneInfo) -> str:
        """As its author has it in a file of their own."""
        written = spoken_date(self.made_at.astimezone(zone))
        parts = {"Food": self.food, "Taking part": self.access}
        return "\n\n".join([f"## {written}", *(f"**{name}:** {words}" for name, words in parts.items() if words)])

    @property
    def words(self) -> str:
        """It as Markdown, to be shown."""
        parts = {"Food": self.food, "Taking part": self.access}
        return "\n\n".join(f"**{name}:** {literal(words)}" for name, words in parts.items() if words)


class WriteNeeds(Form):
    """What somebody needs. It is about the event it is to be passed on for, where there is one."""

    route = "needs.write"
    title = "What I need"
    intro = "It is kept for you alone. Others read it once you pass it on for an event. Leave out what you like."
    done = "Keep it"

    food = LongText("What should we know about food?", help="Such as: vegan; no nuts.", required=False, most=1_000)
    access = LongText(
        "What makes it easier for you to take part?",
        help="Such as: step-free access, large print, a seat near the front.",
        required=False,
        most=1_000,
    )


async def kept(turn: Turn) -> Needs | None:
    found = await turn.vault.all(Needs)
    return found[-1] if found else None
