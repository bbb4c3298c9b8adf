"""What is said about private notes, and the buttons beneath it."""

from collections.abc import Sequence
from datetime import date
from typing import TypeVar
from zoneinfo import ZoneInfo

from bot.chat.errors import Refusal
from bot.chat.markdown import literal
from bot.chat.messages import MOST_ALT, MOST_LABEL, Button, File, Message, Picture, Press
from bot.chat.times import spoken_date
from handlers.privacy.who_sees import ABOUT
from handlers.reflections.entries import Kept, Reflection, shortened
from storage.shared.people import Person
from storage.shared.sharing import Share

T = TypeVar("T")

WRITE = Press("reflections.write")
PROMPT = Press("reflections.prompt", int)
PROMPTS = Press("reflections.prompts", int)
LIST = Press("reflections.list", int)
MORE = Press("reflections.more", str)
READ = Press("reflections.read", str)
HERE = Press("reflections.here", str)
SEND_HERE = Press("reflections.send_here", str)
NOT_HERE = Press("reflections.not_here", str)
"""The name under which files of a note stand in the conversation."""
CHANGE = Press("reflections.change", str)
DELETE = Press("reflections.delete", str)
DELETE_FOR_GOOD = Press("reflections.forget", str)
KEEP_LONGER = Press("reflections.longer", str, str)
"""A note, and the day until which it was kept when this was offered: pressed twice, it counts once."""
ENDING = Press("reflections.ending", str)
KEEP_ALL = Press("reflections.keep_all", str)

SHARE = Press("sharing.share", str)
TAKE_BACK = Press("sharing.take_back", int)
TAKE_ALL_BACK = Press("sharing.take_all_back", str)
PASS_ON = Press("sharing.pass_on", str)

A_PAGE = 6  # notes on one page of a list
A_FEW = 3  # questions offered at a time
MOST_TAKEN_BACK = 8  # readers with a button each; the others are in the text

HOW_TO_SEARCH = "Say “search my notes for” and a word, such as “search my notes for budget”."


class NoteGone(Refusal):
    """The note is not there, or not theirs: it reads the same."""

    def __init__(self) -> None:
        super().__init__("That note isn’t here any more. Say “my notes” to see those that are.")


class NoWords(Refusal):
    """Only the words of a note are passed on, and this one has none."""

    def __init__(self) -> None:
        super().__init__(
            "Only the words of a note are passed on, and this one has none yet. Press “Change it” to write some."
        )


# ---------------------------------------------------------------- writing


def prompts(questions: Sequence[str], start: int, one_line: str) -> Message:
    """A few of the programme's questions, from this one on."""
    offered = [(start + offset) % len(questions) for offset in range(min(A_FEW, len(questions)))]
    buttons = [Button(on_a_label(questions[index]), PROMPT(index)) for index in offered]
    if len(questions) > A_FEW:
        buttons.append(Button("Other questions", PROMPTS((start + A_FEW) % len(questions))))
    return Message(
        f"Start from one of these questions, or write freely. In one line it is “{one_line}” and your words.",
        title="A note for yourself",
        buttons=(*buttons, Button("Write freely", WRITE(), "main")),
    )


def chosen_prompt(question: str, index: int) -> Message:
    """What stands above the form that was opened with this question."""
    return Message(f"> {literal(question)}", buttons=(Button("Other questions", PROMPTS(index + 1)),))


TYPING = {
    True: " I’m deleting what you typed here.",
    False: " What you typed stays here, as you chose.",
    None: "",
}
"""What becomes of the person's own message: it goes, it stays, or there is nothing to say about it."""


def kept(note: Reflection, until: date, typing_goes: bool | None) -> Message:
    """It is kept. The person may not be alone with the screen: a title they chose is shown, their words are not."""
    title = shortened(note.title)
    what = f": {note.with_it}" if note.files else ""
    rest = f"{what}, until {spoken_date(until)}. Only you can {'open' if note.files else 'read'} it."
    return Message(
        (f"“{literal(title)}” is kept{rest}" if title else f"Kept{rest}") + TYPING[typing_goes],
        buttons=(Button("Open it", READ(note.id)), Button("My notes", LIST(0))),
        private=bool(title),
        openly=f"Kept{rest}",
    )


def not_fetched(count: int) -> str:
    what = "What you sent" if count == 1 else f"{count} of the files that you sent"
    return (
        f"{what} could not be fetched, so I have not kept {'it' if count == 1 else 'them'}. Please send it once more."
    )


def kept_as_draft(refusal: Refusal) -> str:
    return f"{refusal.words}\n\nNothing is lost: your words are a draft now. Say “drafts” to find them."


# ---------------------------------------------------------------- reading


def note(
    note: Reflection,
    readers: Sequence[tuple[Share, Person]],
    months: int | None,
    zone: ZoneInfo,
    *,
    in_window: bool,
) -> Message:
    """One note, for its author. `months` is by how much it can be kept longer, if it can.

    What belongs to it comes with it, but for a window, which can't hold it.
    """
    fields = {
        "Written": note.written_on(zone),
        **({"With it": note.with_it} if note.files else {}),
        "Kept until": spoken_date(note.kept_until) if note.kept_until else "you delete it",
        "Shared with": shortened(", ".join(_until(share, reader) for share, reader in readers), 1_500) or "nobody",
    }
    buttons = [Button("Change it", CHANGE(note.id)), Button("Share it", SHARE(note.id))]
    if note.files and in_window:
        buttons.insert(0, Button(f"Send me the {_in_short(note)}", HERE(note.id)))
    buttons += _take_backs(note, readers)
    if months is not None and note.kept_until is not None:
        longer = KEEP_LONGER(note.id, note.kept_until.isoformat())
        buttons.append(Button(f"Keep it {months} months longer", longer))
    buttons += [
        Button("Who can see this?", ABOUT(note.id)),
        Button("Delete it", DELETE(note.id), "danger"),
        Button("My notes", LIST(0)),
    ]
    return Message(
        words_of(note),
        title=shortened(note.title) or "Your note",
        fields=fields,
        buttons=tuple(buttons),
        attachments=() if in_window else attached(note, zone),
        private=True,
    )


def attached(note: Reflection, zone: ZoneInfo) -> tuple[Picture | File, ...]:
    """What belongs to a note, to be put in from its author's vault when it is shown."""
    return tuple(_attached(note, file, zone) for file in note.files)


def _attached(note: Reflection, file: Kept, zone: ZoneInfo) -> Picture | File:
    name = note.file_name(file, zone)
    if not file.is_recording:
        words = shortened(note.title) or shortened(note.text, MOST_ALT // 2) or f"Photo kept on {note.written_on(zone)}"
        return Picture(b"", words, name, apart=file.id)
    about = f"{file.described().capitalize()}, kept on {note.written_on(zone)}"
    return File(b"", name, about, media_type=file.media_type, seconds=file.seconds, apart=file.id)


def _in_short(note: Reflection) -> str:
    if len(note.files) > 1:
        return "recordings and photos"
    return "voice note" if note.files[0].is_recording else "photo"


def sure_to_send(note: Reflection) -> Message:
    """Before something of a note is put into a conversation that others may be able to look into."""
    what = _in_short(note)
    return Message(
        f"I can’t show the {what} in a window, only in our conversation. A copy then lies with this app, where whoever "
        "runs the workspace may be able to open it. Below it is a button that deletes the copy again.",
        buttons=(Button("Send it to our conversation", SEND_HERE(note.id), "main"), Button("Don’t", READ(note.id))),
    )


def sent_here(note: Reflection, name: str, zone: ZoneInfo) -> Message:
    return Message(
        f"From your note of {note.written_on(zone)}: {note.with_it}.",
        buttons=(Button("Delete it from here", NOT_HERE(name)),),
        attachments=attached(note, zone),
    )


DELETED_HERE = "Deleted from our conversation. It is kept with your note as before."
CANT_DELETE_HERE = (
    "I can’t delete it here any more. Whoever runs the workspace can. What is kept with your note is not touched."
)


def _take_backs(note: Reflection, readers: Sequence[tuple[Share, Person]]) -> list[Button]:
    each = [
        Button(f"Take it back from {shortened(reader.name, 50)}", TAKE_BACK(share.id))
        for share, reader in readers[:MOST_TAKEN_BACK]
    ]
    return [*each, Button("Take it back from everybody", TAKE_ALL_BACK(note.id))] if len(readers) > 1 else each


def _until(share: Share, reader: Person) -> str:
    return f"{reader.name} (until {spoken_date(share.until)})" if share.until else reader.name


def words_of(note: Reflection) -> str:
    prompt = f"> {literal(note.prompt)}\n\n" if note.prompt else ""
    return prompt + literal(note.text)


def my_notes(notes: Sequence[Reflection], page: int, zone: ZoneInfo, one_line: str) -> Message:
    """A page of the person's notes, the newest first."""
    if not notes:
        return Message(
            f"There are no notes yet. Write the first one, or say “{one_line}” and your words in one line.",
            buttons=(Button("Write freely", WRITE(), "main"),),
        )
    shown, turning = page_of(notes, page, LIST)
    return Message(
        _note_lines(shown, zone),
        title="My notes",
        buttons=(*_note_buttons(shown, zone), *turning, Button("Write freely", WRITE())),
        private=True,
    )


def found(notes: Sequence[Reflection], words: str, zone: ZoneInfo) -> Message:
    """The notes with these words in them. The words are private, so no button carries them: there is one page."""
    searched = literal(shortened(words))
    if not notes:
        return Message(f"No note has “{searched}” in it. Try another word, or say “my notes”.", private=True)
    shown = notes[: 2 * A_PAGE]
    more = f"\n\nThese are the newest {len(shown)} of {len(notes)}: another word finds fewer."
    return Message(
        f"With “{searched}” in them:\n\n{_note_lines(shown, zone)}{more if len(notes) > len(shown) else ''}",
        title="My notes",
        buttons=_note_buttons(shown, zone),
        private=True,
    )


def on_a_session(notes: Sequence[Reflection], write: Button, zone: ZoneInfo) -> Message:
    """The notes on one session, the newest first."""
    shown = notes[: 2 * A_PAGE]
    return Message(
        _note_lines(shown, zone),
        title="Your notes on this session",
        buttons=(*_note_buttons(shown, zone), write, Button("My notes", LIST(0))),
        private=True,
    )


def ending(notes: Sequence[Reflection], day: date, zone: ZoneInfo) -> Message:
    """The notes that reach the end of their time on this day."""
    shown = notes[: 2 * A_PAGE]
    more = f"\n\nThere are {len(notes) - len(shown)} more."
    return Message(
        f"{_kept_until(len(notes), day)}\n\n{_note_lines(shown, zone)}{more if len(notes) > len(shown) else ''}",
        title="My notes",
        buttons=(*_note_buttons(shown, zone), _keep_all(len(notes), day)),
        private=True,
    )


def _kept_until(count: int, day: date) -> str:
    return f"{'One of your notes is' if count == 1 else 'These are'} kept until {spoken_date(day)}."


def _keep_all(count: int, day: date) -> Button:
    return Button("Keep it longer" if count == 1 else "Keep them all longer", KEEP_ALL(day.isoformat()), "main")


def _note_lines(notes: Sequence[Reflection], zone: ZoneInfo) -> str:
    return "\n".join(
        f"{number}. **{literal(note.heading(zone))}** ({note.written_on(zone)}{_with_it(note)})"
        for number, note in enumerate(notes, 1)
    )


def _with_it(note: Reflection) -> str:
    """What belongs to a note, where that is not what it is known by."""
    return f"; {note.with_it}" if note.files and (note.title or note.text) else ""


def _note_buttons(notes: Sequence[Reflection], zone: ZoneInfo) -> tuple[Button, ...]:
    return tuple(Button(note.heading(zone), READ(note.id)) for note in notes)


def page_of(things: Sequence[T], page: int, turn_to: Press) -> tuple[Sequence[T], list[Button]]:
    """The things on this page, or on the nearest there is, and the buttons that turn it."""
    last = (len(things) - 1) // A_PAGE
    page = min(max(page, 0), last)
    turning = []
    if page > 0:
        turning.append(Button("Newer", turn_to(page - 1)))
    if page < last:
        turning.append(Button("Older", turn_to(page + 1)))
    return things[page * A_PAGE : (page + 1) * A_PAGE], turning


# ---------------------------------------------------------------- changing and deleting


def changed(note: Reflection, readers: Sequence[Person]) -> Message:
    if not readers:
        return Message("Changed.", buttons=(Button("Open it", READ(note.id)),))
    return Message(
        f"Changed. What {names(readers)} can read is the note as it was. Would you like to pass on the new words?",
        buttons=(Button("Pass on the new words", PASS_ON(note.id), "main"), Button("Open it", READ(note.id))),
    )


def sure_to_delete(note: Reflection, readers: Sequence[Person], zone: ZoneInfo) -> Message:
    ends = f" {names(readers)} will not be able to read it any more." if readers else ""
    return Message(
        f"Delete “{literal(note.heading(zone))}” for good? It can’t be brought back.{ends}",
        buttons=(
            Button("Delete it for good", DELETE_FOR_GOOD(note.id), "danger"),
            Button("Don’t delete", READ(note.id)),
        ),
        private=True,
    )


DELETED_FOR_GOOD = "The note that you deleted can’t be brought back: deleted means deleted."


def deleted(readers: Sequence[Person]) -> str:
    return f"Deleted for good. {names(readers)} can’t read it any more." if readers else "Deleted for good."


def kept_longer(count: int, until: date) -> str:
    return f"{'It is' if count == 1 else f'All {count} are'} kept until {spoken_date(until)} now."


def near_their_end(count: int, day: date) -> Message:
    """Said a month before. How many, never which."""
    one = count == 1
    return Message(
        f"{count} of your notes {'reaches the end of its' if one else 'reach the end of their'} time on "
        f"{spoken_date(day)}, and will be deleted after that day. Read {'it' if one else 'them'}, or keep "
        f"{'it' if one else 'them'} longer.",
        buttons=(Button("Show me", ENDING(day.isoformat())), _keep_all(count, day)),
    )


def names(people: Sequence[Person]) -> str:
    """People as a sentence has them: "Bea, Carl and Dan"."""
    *others, last = [literal(person.name) for person in people]
    return f"{', '.join(others)} and {last}" if others else last


def on_a_label(words: str) -> str:
    return shortened(words, MOST_LABEL)
