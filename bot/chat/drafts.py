"""Drafts: what somebody has answered so far, or wrote when something went wrong. Nothing that was typed is lost."""

from typing import TYPE_CHECKING, ClassVar

from pydantic import Field

from bot.chat.forms import Answers
from storage.private.entries import Entry
from storage.shared.conversations import OpenForm

if TYPE_CHECKING:
    from bot.chat.turns import Turn


class Draft(Entry):
    """A form as far as it has been answered, or words that were never acted on."""

    kind: ClassVar[str] = "draft"

    form: str = ""
    about: str = ""
    answers: Answers = Field(default_factory=dict)
    options: dict[str, dict[str, str]] = Field(default_factory=dict)
    faults: dict[str, str] = Field(default_factory=dict)
    ticked: dict[str, list[str]] = Field(default_factory=dict)
    """In a dialogue, what is chosen so far where several may be."""
    words: str = ""


class Drafts:
    """Where one open form's draft is kept: in the speaker's vault, or beside the form where that is not private."""

    def __init__(self, turn: "Turn", opening: OpenForm) -> None:
        self._turn = turn
        self._opening = opening

    async def begin(self, draft: Draft) -> None:
        if self._opening.answers is None:
            self._opening.draft = (await self._turn.vault.add(draft)).id
        else:
            self._opening.answers = draft.model_dump(mode="json")

    async def load(self) -> Draft | None:
        """The draft; None where its time has ended."""
        if self._opening.answers is None:
            return await self._turn.vault.get(Draft, self._opening.draft or "")
        return Draft.model_validate(self._opening.answers)

    async def save(self, draft: Draft) -> None:
        if self._opening.answers is None:
            await self._turn.vault.change(draft)
        else:
            self._opening.answers = draft.model_dump(mode="json")
        await self._turn.db.conversations.save(self._opening)

    async def end(self) -> None:
        """The form has been dealt with: its draft goes, and it is open no longer."""
        if self._opening.answers is None:
            await self._turn.vault.delete(self._opening.draft or "")
        else:
            self._opening.answers = {}
        self._opening.ended_at = self._turn.now
        await self._turn.db.conversations.save(self._opening)
