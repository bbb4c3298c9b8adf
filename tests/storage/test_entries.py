"""Entries: any text comes back as it went in, and a fault never shows what was written."""

from types import new_class
from typing import Any, ClassVar

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlmodel import SQLModel

from storage.private.entries import Entry, EntryUnreadable
from tests.storage.conftest import CANARY, NOW, Note, Stores, kept, note, read

ANY_TEXT = st.text() | st.text(alphabet="\u202e\u05d0\u0627\u200f\U0001f469\u200d\U0001f52c\x00\x07\x1b\n\r\t\ufeff")


@given(words=ANY_TEXT)
def test_every_text_comes_back_as_it_went_in(words: str) -> None:
    kept_note = Note.from_plain(note(words).to_plain(), id="x" * 22, version=3)
    assert kept_note == Note(id="x" * 22, version=3, made_at=NOW, text=words)


@pytest.mark.parametrize("words", ["👩‍🔬 🇺🇦", "שלום \u202eabc", "\x00\x1b[31m\r\n", "", "я" * 50_000])
async def test_difficult_text_comes_back_through_a_store(stores: Stores, words: str) -> None:
    await kept(stores, "ada", "turn 1", words)
    assert await read(stores, "ada") == [words]


def test_an_entry_in_an_older_format_is_read_and_a_newer_one_is_not_guessed_at() -> None:
    class Goal(Entry):
        kind: ClassVar[str] = "goal"
        title: str

    class LaterGoal(Entry):
        kind: ClassVar[str] = "goal"
        format: ClassVar[int] = 2
        titles: list[str]

        @classmethod
        def upgraded(cls, fields: dict[str, Any], format: int) -> dict[str, Any]:
            title = fields.pop("title")
            return {**fields, "titles": [title]}

    old = Goal(made_at=NOW, title=CANARY)
    found = LaterGoal.from_plain(old.to_plain(), id="a", version=1)
    assert found
    assert found.titles == [CANARY]
    with pytest.raises(EntryUnreadable) as refused:
        Goal.from_plain(found.to_plain(), id="a", version=1)
    assert CANARY not in str(refused.value)


def test_a_fault_in_an_entry_never_shows_what_was_written() -> None:
    class Strict(Entry):
        kind: ClassVar[str] = "note"
        text: int

    with pytest.raises(EntryUnreadable) as unreadable:
        Strict.from_plain(note(CANARY).to_plain(), id="a", version=1)
    with pytest.raises(ValueError, match="text") as refused:
        Strict.model_validate({"made_at": NOW, "text": CANARY})

    assert CANARY not in str(unreadable.value)
    assert unreadable.value.__cause__ is None
    assert CANARY not in str(refused.value)


def test_no_entry_can_be_a_shared_table() -> None:
    kind = {"kind": "table", "__module__": __name__, "__annotations__": {"kind": ClassVar[str]}}
    with pytest.raises(TypeError, match="shared table"):
        new_class("Table", (Entry, SQLModel), {"table": True}, lambda body: body.update(kind))

    with pytest.raises(TypeError, match="shared table"):
        new_class("TheOtherWayRound", (SQLModel, Entry), {}, lambda body: body.update(kind))


def test_no_entry_is_without_a_kind() -> None:
    with pytest.raises(TypeError, match="kind"):

        class Nameless(Entry):
            pass
