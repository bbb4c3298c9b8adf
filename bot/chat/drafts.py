"""Drafts: what somebody has answered so far, or wrote when something went wrong. Nothing that was typed is lost."""

from collections.abc import Iterable, Mapping
from datetime import timedelta
from typing import TYPE_CHECKING, ClassVar

from pydantic import Field

from bot.chat.forms import Answers, AnyField, Form, ShortText
from bot.programmes import Programme
from storage.private.entries import Entry
from storage.shared.conversations import OpenForm

if TYPE_CHECKING:
    from bot.chat.turns import Turn


FORGET = "entry.forget"
"""The act that deletes one entry of its recipient's own, `entry`, whose time has come."""


DAYS = 30
"""How long drafts are kept where no programme says."""


class Draft(Entry):
    """A form as far as it has been answered, or words that were never acted on."""

    kind: ClassVar[str] = "draft"

    form: str = ""
    about: str = ""
    answers: Answers = Field(default_factory=dict)
    options: dict[str, dict[str, str]] = Field(default_factory=dict)
    faults: dict[str, str] = Field(default_factory=dict)
    untouched: bool = False
    """Nothing in it is its person's yet, or all of it is elsewhere too: it goes with the form."""
    step: int = 0
    """Where a form is shown in steps, the one that it has come to."""
    ticked: dict[str, list[str]] = Field(default_factory=dict)
    """In a dialogue, what is chosen so far where several may be."""
    ways: dict[str, dict[str, str]] = Field(default_factory=dict)
    """In a dialogue, where an answer can be read in several ways: what can be typed instead, to how it is shown."""
    words: str = ""
    beneath: str = ""
    """In a dialogue, the form that was put aside for this one alone: it is asked on after it."""
    given_in: dict[str, str] = Field(default_factory=dict)
    """In a dialogue, which question each message answered: one that is changed corrects its answer."""
    refused: list[str] = Field(default_factory=list)
    """In a private dialogue, messages that were no answer: kept nowhere else, they stand until there is one."""

    def asked_again(self, anew: "Draft", *, keeping: bool) -> "Draft":
        """This, now that the same is asked anew: all of it is of this moment, but for answers that are to be kept."""
        changed = {
            name: getattr(anew, name) for name in ("made_at", "options", "faults", "ticked", "ways", "words", "step")
        }
        if not keeping:
            changed |= {"answers": anew.answers, "untouched": anew.untouched, "given_in": {}, "refused": []}
        return self.model_copy(update=changed)


def life(programmes: Iterable[Programme]) -> timedelta:
    """How long drafts are kept where these programmes are run: as long as the longest of them says."""
    return timedelta(days=max((programme.retention.draft_days for programme in programmes), default=DAYS))


async def keep_words(turn: "Turn", words: str) -> Draft:
    """Keep words that could not be acted on, for as long as drafts are kept."""
    draft = await turn.vault.add(Draft(made_at=turn.now, words=words))
    await turn.later(FORGET, at=turn.now + life(turn.programmes), entry=draft.id)
    return draft


async def forget_about(turn: "Turn", entry_id: str) -> None:
    """What is written about an entry goes with it: whatever of it stands in an unfinished form."""
    for draft in await turn.vault.all(Draft):
        if draft.about == entry_id:
            await turn.vault.delete(draft.id)


async def begun_before(turn: "Turn", form: type[Form], about: str) -> tuple[OpenForm, Draft] | None:
    """The same form about the same thing, where it was begun on this account and has not ended; without secrets."""
    for opening in await turn.db.conversations.begun(turn.account.id):
        if opening.route == form.route and (opening.answers is None) == form.private:
            draft = await Drafts(turn, opening).load()
            if draft is not None and draft.about == about:
                draft.answers = without_secrets(draft.answers, form.fields)
                return opening, draft
    return None


def without_secrets(answers: Answers, fields: Mapping[str, AnyField]) -> Answers:
    """What may wait: no passphrase does, and no answer to what is asked no longer."""
    return {name: answer for name, answer in answers.items() if name in fields and not is_secret(fields[name])}


def is_secret(field: AnyField) -> bool:
    return isinstance(field, ShortText) and field.secret


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

    async def save(self, draft: Draft, *, untouched: bool = False) -> None:
        draft.untouched = untouched
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
