"""Private notes that are there already: changing, deleting and keeping them longer, and taking that back."""

from collections.abc import Sequence
from datetime import date

from bot.chat.drafts import forget_about
from bot.chat.errors import Refusal
from bot.chat.router import Router
from bot.chat.times import spoken_date
from bot.chat.turns import Turn
from handlers.reflections import forms, life, texts
from handlers.reflections.entries import Reflection
from handlers.reflections.sharing import end_sharing_of
from handlers.reflections.showing import find, newest_first, readers_of, show
from handlers.undo import CHANGED_SINCE, keep_before, take_before

router = Router("changing notes")


# ---------------------------------------------------------------- changing and deleting


@router.pressed(texts.CHANGE, private=True, opens=True)
async def change(turn: Turn, entry_id: str) -> None:
    note = await find(turn, entry_id)
    await turn.ask(forms.Change, about=note.id, answers={"text": note.text, "heading": note.title or None})


@router.submitted(forms.Change)
async def changed(turn: Turn, form: forms.Change) -> None:
    note = await find(turn, form.about)
    before_id = await keep_before(turn, note)
    note.text, note.title = form.text, " ".join(form.heading.split())
    await turn.vault.change(note)
    await turn.can_undo("your change to a note", not_changed, note.id, note.version, before_id)
    await turn.say(texts.changed(note, await readers_of(turn, note.id)))


@router.pressed(texts.DELETE, private=True)
async def delete(turn: Turn, entry_id: str) -> None:
    note = await find(turn, entry_id)
    await turn.replace(texts.sure_to_delete(note, await readers_of(turn, note.id), turn.zone))


@router.pressed(texts.DELETE_FOR_GOOD, private=True, changes=True)
async def delete_for_good(turn: Turn, entry_id: str) -> None:
    note = await find(turn, entry_id)
    readers = await readers_of(turn, note.id)
    await _delete(turn, note)
    await turn.cannot_undo(texts.DELETED_FOR_GOOD)
    await turn.replace(texts.deleted(readers))


async def _delete(turn: Turn, note: Reflection) -> None:
    """The note, its copies at readers', and whatever of it stands in an unfinished form."""
    await end_sharing_of(turn, note.id)
    await forget_about(turn, note.id)
    for file in note.files:
        await turn.vault.delete(file.id)
    await turn.vault.delete(note.id)


@router.undo("reflections.not_kept")
async def not_kept(turn: Turn, entry_id: str) -> str:
    await _delete(turn, await find(turn, entry_id))
    return "It is deleted for good."


@router.undo("reflections.not_changed")
async def not_changed(turn: Turn, entry_id: str, version: int, before_id: str) -> str:
    note = await find(turn, entry_id)
    if note.version != version:
        raise Refusal(CHANGED_SINCE)
    before = await take_before(turn, Reflection, before_id)
    note.text, note.title = before.text, before.title
    await turn.vault.change(note)
    return "It reads as it did before."


# ---------------------------------------------------------------- keeping longer


@router.pressed(texts.KEEP_LONGER, private=True)
async def keep_longer(turn: Turn, entry_id: str, day: str) -> None:
    note = await find(turn, entry_id)
    if note.kept_until is not None and note.kept_until.isoformat() == day:
        await _keep_longer(turn, [note], note.kept_until)
    await show(turn, note)


@router.pressed(texts.ENDING, private=True, opens=True)
async def ending(turn: Turn, iso: str) -> None:
    notes, day = await _ending_on(turn, iso)
    await turn.replace(texts.ending(notes, day, turn.zone))


@router.pressed(texts.KEEP_ALL, private=True)
async def keep_all(turn: Turn, iso: str) -> None:
    notes, day = await _ending_on(turn, iso)
    until = await _keep_longer(turn, notes, day)
    await turn.replace(texts.kept_longer(len(notes), until))


async def _ending_on(turn: Turn, iso: str) -> tuple[list[Reflection], date]:
    """The notes that are kept until this day, of which there is at least one."""
    notes = [note for note in await newest_first(turn) if note.kept_until and note.kept_until.isoformat() == iso]
    if not notes:
        raise Refusal("No note of yours ends on that day now. Say “my notes” to see them all.")
    return notes, date.fromisoformat(iso)


async def _keep_longer(turn: Turn, notes: Sequence[Reflection], day: date) -> date:
    """Keep these, which end on this day, longer by one extension."""
    until = life.longer(turn, day)
    if until is None:
        raise Refusal(f"Until {spoken_date(day)} is as far ahead as I can promise. Nearer to it you can add to it.")
    await _keep_until(turn, notes, until)
    what = "that you keep it longer" if len(notes) == 1 else "that you keep them longer"
    await turn.can_undo(what, not_longer, [note.id for note in notes], until.isoformat(), day.isoformat())
    return until


async def _keep_until(turn: Turn, notes: Sequence[Reflection], until: date) -> None:
    for note in notes:
        note.kept_until = until
        await turn.vault.change(note)
    await life.plan(turn, until)


@router.undo("reflections.not_longer")
async def not_longer(turn: Turn, entry_ids: list[str], until: str, before: str) -> str:
    every = [note for note in await turn.vault.all(Reflection) if note.id in entry_ids]
    notes = [note for note in every if note.kept_until == date.fromisoformat(until)]
    if not notes:
        raise Refusal(CHANGED_SINCE)
    await _keep_until(turn, notes, date.fromisoformat(before))
    return texts.kept_longer(len(notes), date.fromisoformat(before))
