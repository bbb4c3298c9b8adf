"""Finding one of the speaker's notes, and showing it."""

from bot.chat.turns import Turn
from handlers.reflections import life, texts
from handlers.reflections.entries import Reflection
from storage.shared.people import Person


async def find(turn: Turn, entry_id: str) -> Reflection:
    """The speaker's own note. Any other id, somebody else's too, reads like one that is gone."""
    note = await turn.vault.get(Reflection, entry_id)
    if note is None:
        raise texts.NoteGone
    return note


async def show(turn: Turn, note: Reflection) -> None:
    readers = await turn.db.sharing.of_entry(turn.person.id, note.id, turn.now)
    may_be_longer = note.kept_until is not None and life.longer(turn, note.kept_until) is not None
    months = life.extension(turn) if may_be_longer else None
    await turn.replace(texts.note(note, readers, months, turn.zone, in_window=turn.has_windows))


async def readers_of(turn: Turn, entry_id: str) -> list[Person]:
    """Who can read this note of the speaker's now."""
    return [reader for _, reader in await turn.db.sharing.of_entry(turn.person.id, entry_id, turn.now)]


async def newest_first(turn: Turn) -> list[Reflection]:
    return (await turn.vault.all(Reflection))[::-1]
