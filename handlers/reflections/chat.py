"""Private notes: writing one, and finding it again."""

from collections.abc import Sequence

from bot.chat.dialogue import REST
from bot.chat.drafts import keep_words
from bot.chat.errors import Refusal
from bot.chat.fetching import MOST_BYTES, MOST_FILES, Fetched, Takes, used
from bot.chat.forms import LongText, Opening
from bot.chat.router import Router
from bot.chat.turns import Turn, joined
from handlers import recovery
from handlers.reflections import forms, life, texts
from handlers.reflections.changing import not_kept
from handlers.reflections.entries import Kept, Reflection, kept_file
from handlers.reflections.showing import find, newest_first, show
from handlers.said import notes

router = Router("reflections")

ONE_LINE = LongText("In one line", required=False)
RECORDINGS_AND_PHOTOS = Takes(
    "I can keep voice notes, recordings and photos, of up to 20 MB each",
    fits=lambda file: file.media_type.lower().startswith(("audio/", "image/")),
    each=MOST_BYTES,
    together=50_000_000,  # of one note, which is shown whole
    most=MOST_FILES,
)


# ---------------------------------------------------------------- writing


@router.intent(
    "reflect",
    "Write a note for yourself",
    "reflect: {words}",
    "reflect",
    "reflection",
    "reflection: {words}",
    "note: {words}",
    "note to self: {words}",
    "jot this down: {words}",
    "write a reflection",
    "new reflection",
    "write a note",
    "new note",
    "write something down",
    *notes.REFLECT,
    command="reflect",
    help="“{one_line} today I …” keeps it at once, for you alone",
    private=True,
    opens=True,
    takes=RECORDINGS_AND_PHOTOS,
    acts="when told",
)
async def reflect(turn: Turn) -> None:
    """In one line it is kept at once, and so is a recording or a photo; with no words after it, the form opens."""
    words = turn.slots.get("words", "").strip()
    if turn.files is not None:
        await _keep_sent(turn, words, turn.files)
    elif words:
        await _keep_line(turn, words)
    elif turn.text.lstrip().startswith("/") or turn.text.rstrip().endswith(":"):
        await turn.ask(forms.Write)
    else:
        await offer_prompts(turn, 0)


async def _keep_line(turn: Turn, typed: str) -> None:
    await turn.unsay()
    try:
        words = _one_line(turn, typed)
    except Refusal as refusal:
        await _keep_as_draft(turn, typed, refusal)
        return
    if words:
        await turn.may_go_on(texts.MORE(await keep(turn, words)))
    else:
        await turn.ask(forms.Write)


@router.pressed(texts.MORE, private=True)
async def more(turn: Turn, entry_id: str) -> None:
    """The rest of a line that an app has cut into several messages: it goes where its beginning went."""
    await turn.unsay()
    note = await find(turn, entry_id)
    whole = joined(note.text, turn.text)
    try:
        note.text = _one_line(turn, whole)
    except Refusal as refusal:
        await turn.vault.delete(note.id)
        await _keep_as_draft(turn, whole, refusal)
        return
    await turn.vault.change(note)
    await turn.may_go_on(texts.MORE(note.id))


async def _keep_sent(turn: Turn, typed: str, sent: Fetched) -> None:
    """All that came in one message is one note. The message stays where something in it is kept nowhere else."""
    if sent.whole or not turn.retracts:
        await turn.unsay()
    try:
        words = _one_line(turn, typed)
    except Refusal as refusal:
        words = ""
        await _keep_as_draft(turn, typed, refusal)
    if sent.lost:
        await turn.say(texts.not_fetched(sent.lost))
    if sent.files or words:
        await keep(turn, words, files=[kept_file(file) for file in sent.files])
    await used(turn.db, [file.id for file in sent.files], turn.now)


def _one_line(turn: Turn, typed: str) -> str:
    return ONE_LINE.value(ONE_LINE.accept(typed, Opening(turn.now, turn.zone, turn.kit.read_time))) or ""


async def _keep_as_draft(turn: Turn, typed: str, refusal: Refusal) -> None:
    draft = await keep_words(turn, typed)
    await turn.say(texts.kept_as_draft(refusal))
    await turn.may_go_on(REST(draft.id))


@router.pressed(texts.PROMPTS, private=True)
async def offer_prompts(turn: Turn, start: int) -> None:
    questions = _prompts(turn)
    if questions:
        await turn.replace(texts.prompts(questions, start, turn.one_line("reflect")))
    else:
        await turn.ask(forms.Write)


@router.pressed(texts.PROMPT, private=True, opens=True)
async def write_to_prompt(turn: Turn, index: int) -> None:
    questions = _prompts(turn)
    if not 0 <= index < len(questions):
        raise Refusal("That question isn’t here any more. Say “reflect” to see those that are.")
    chosen = questions[index]
    options = {question: texts.on_a_label(question) for question in questions}
    await turn.replace(texts.chosen_prompt(chosen, index))
    await turn.ask(forms.WriteTo, answers={"prompt": chosen}, options={"prompt": options})


@router.pressed(texts.WRITE, private=True, opens=True)
async def write_freely(turn: Turn) -> None:
    await turn.ask(forms.Write)


@router.submitted(forms.Write)
async def written(turn: Turn, form: forms.Write) -> None:
    await keep(turn, form.text, form.heading)


@router.submitted(forms.WriteTo)
async def written_to_prompt(turn: Turn, form: forms.WriteTo) -> None:
    await keep(turn, form.text, form.heading, form.prompt)


async def keep(
    turn: Turn, text: str, title: str = "", prompt: str = "", files: Sequence[Kept] = (), session: str = ""
) -> str:
    """Keep a note for its author alone; gives its id."""
    first = not turn.person.keeps_notes
    note = await put(turn, text, title, prompt, files, session)
    whole = turn.files is None or turn.files.whole
    await turn.say(texts.kept(note, life.kept_until(turn), turn.typing_goes if whole else None))
    if first:
        await recovery.offer(turn)
    return note.id


async def put(
    turn: Turn, text: str, title: str = "", prompt: str = "", files: Sequence[Kept] = (), session: str = ""
) -> Reflection:
    """A note is in its author's vault, which can be undone; what is said to it is for the caller."""
    until = await life.something_is_kept(turn)
    note = await turn.vault.add(
        Reflection(
            made_at=turn.now,
            kept_until=until,
            text=text,
            title=" ".join(title.split()),
            prompt=prompt,
            session=session,
            files=list(files),
        )
    )
    await turn.can_undo("the note that you kept", not_kept, note.id)
    return note


def _prompts(turn: Turn) -> Sequence[str]:
    """The questions of the speaker's programmes."""
    return tuple(dict.fromkeys(question for programme in turn.programmes for question in programme.prompts))


# ---------------------------------------------------------------- finding and reading


@router.intent(
    "my_reflections",
    "My notes",
    "my notes",
    "my reflections",
    "show my notes",
    "show my reflections",
    "list my notes",
    "read my notes",
    "share a note",
    "change a note",
    "delete a note",
    *notes.MY_REFLECTIONS,
    command="notes",
    help="read, change, share or delete what you wrote",
    private=True,
    opens=True,
)
async def my_notes(turn: Turn) -> None:
    await turn_to_page(turn, 0)


@router.pressed(texts.LIST, private=True, opens=True)
async def turn_to_page(turn: Turn, page: int) -> None:
    await turn.replace(texts.my_notes(await newest_first(turn), page, turn.zone, turn.one_line("reflect")))


@router.intent(
    "search_reflections",
    "Search my notes",
    "search my notes for {words}",
    "search my reflections for {words}",
    "search notes for {words}",
    "look in my notes for {words}",
    "find {words} in my notes",
    "search my notes",
    help="“search my notes for budget”",
    private=True,
)
async def search(turn: Turn) -> None:
    """Every word has to be in the note, whatever its case and wherever it stands."""
    wanted = turn.slots.get("words", "")
    words = wanted.casefold().split()
    if not words:
        await turn.say(texts.HOW_TO_SEARCH)
        return
    notes = [note for note in await newest_first(turn) if all(word in _searched(note) for word in words)]
    await turn.say(texts.found(notes, wanted, turn.zone))


def _searched(note: Reflection) -> str:
    return f"{note.title}\n{note.prompt}\n{note.text}".casefold()


@router.pressed(texts.READ, private=True, opens=True)
async def read(turn: Turn, entry_id: str) -> None:
    await show(turn, await find(turn, entry_id))


@router.pressed(texts.HERE, private=True)
async def sure_to_send_here(turn: Turn, entry_id: str) -> None:
    await turn.replace(texts.sure_to_send(await _with_files(turn, entry_id)))


@router.pressed(texts.SEND_HERE, private=True)
async def send_here(turn: Turn, entry_id: str) -> None:
    """Private things are shown in windows here, which hold no files: so in the conversation, as was asked for."""
    note = await _with_files(turn, entry_id)
    await turn.say(texts.sent_here(note, turn.id, turn.zone), handle=_standing_under(turn.id))


@router.pressed(texts.NOT_HERE)
async def delete_from_here(turn: Turn, name: str) -> None:
    if await turn.db.conversations.handle(turn.account.id, _standing_under(name)) is None:
        raise Refusal(texts.CANT_DELETE_HERE)
    await turn.replace(texts.DELETED_HERE, handle=_standing_under(name))


def _standing_under(name: str) -> str:
    return f"files {name}"


async def _with_files(turn: Turn, entry_id: str) -> Reflection:
    note = await find(turn, entry_id)
    if not note.files:
        raise texts.NoteGone
    return note
