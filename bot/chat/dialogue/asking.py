"""What people do while a form is asked: they answer, go back, skip, stop, or want something else."""

from contextlib import suppress

from bot.chat import putting_away
from bot.chat.dialogue.answering import (
    ANSWERED,
    accepts,
    asked_now,
    close,
    current,
    put,
    send_form,
    show,
    step,
    take,
    tidy,
)
from bot.chat.dialogue.questions import (
    ANSWER,
    BACK,
    CANCEL,
    CHANGE,
    DONE,
    LAST_LOOK,
    SEND,
    SKIP,
    is_text,
    names_of,
    offered_for,
    shows_content,
)
from bot.chat.drafts import Draft, Drafts, keep_words
from bot.chat.errors import Refusal
from bot.chat.forms import Choices, LongText
from bot.chat.messages import Button, Message, Press
from bot.chat.offered import typed_press
from bot.chat.replies import NO, YES, is_cancelled, is_reply
from bot.chat.router import Router
from bot.chat.submissions import RESUME, asked_field, opening_of, put_aside
from bot.chat.turns import AWAY, Turn
from bot.chat.understanding import Reading
from bot.chat.wanting import in_passing, say_again, settled
from storage.shared.conversations import OpenForm

router = Router("form")

MOST_OF_A_WISH = 12
"""Words: what begins like a wish, and is longer, is an answer."""

QUESTIONS = frozenset(
    ["can", "could", "do", "does", "how", "is", "are", "what", "when", "where", "which", "who", "whose", "why", "will"]
)
"""How a question begins."""

LEAVE = Press("form.leave", str)
STAY = Press("form.stay", str)


async def begin(turn: Turn, opening: OpenForm, draft: Draft) -> None:
    """Ask the first question; a form that was being asked is put aside."""
    if turn.account.dialogue != opening.id:
        found = turn.kit.routes.presses.get(turn.pressing.partition(":")[0])
        draft.beneath = (turn.account.dialogue or "") if found is not None and found[1].meanwhile else ""
    if turn.account.dialogue not in (None, opening.id):
        with suppress(Refusal):
            await put_aside(turn, *await opening_of(turn, turn.account.dialogue))
    turn.account.dialogue = opening.id
    await turn.db.people.save_account(turn.account)
    await turn.db.conversations.open(opening)
    await step(turn, opening, draft, new=True)


async def typed(turn: Turn, reading: Reading) -> None:
    """Words typed while a question is open: a word of ours, the answer, or something else that is wanted now."""
    from bot.chat.dispatch import press

    try:
        opening, draft = await current(turn, turn.account.dialogue or "")
    except Refusal as gone:
        await close(turn)
        await turn.say(gone.words)
        return
    reading = settled(turn, reading)
    word = turn.text.strip().casefold().lstrip("/")
    offered = typed_press(turn) or ""
    if (draft.words and offered) or AWAY.values(offered):
        await press(turn, offered)  # whether to leave was asked, and this answers that; or something is put away
    elif draft.words and is_reply(turn.text) in (YES, NO) and not is_cancelled(turn.text):
        await _ask_whether_to_leave(turn, opening)
    elif word == "back":
        await back(turn, opening.id)
    elif is_cancelled(turn.text):
        await cancel(turn, opening.id)
    elif word == "skip" and opening.asked != LAST_LOOK:
        await take(turn, opening, draft, "")
    elif word in ("go on", putting_away.GO_ON.casefold()) and shows_content(opening, draft):
        await show(turn, opening, draft, new=True)
    elif opening.asked == LAST_LOOK:
        await _typed_at_last_look(turn, opening, draft, word, reading)
    elif reading.intent and not _is_answer(turn, opening, draft, reading):
        await _wants_else(turn, opening, draft, reading.intent)
    else:
        await _held_no_longer(turn, draft)
        await take(turn, opening, draft, turn.text)


def _is_answer(turn: Turn, opening: OpenForm, draft: Draft, reading: Reading) -> bool:
    """Whether words that would do something else are the answer: where a certain one is wanted, and they are it; and
    where any words are, if nothing was declared that reads so, or they only begin like a wish and go on for long."""
    if in_passing(turn, reading):
        return True
    is_short = len(turn.text.split()) <= MOST_OF_A_WISH
    if draft.words and is_short:  # whether to leave was asked, and this is such a wish once more
        return False
    field = asked_field(turn, opening, draft, opening.asked)
    if is_text(field):
        if reading.candidates:
            return isinstance(field, LongText) or not _is_a_question(turn.text)
        return opening.answers is None and reading.loosely and not is_short
    return accepts(turn, opening, draft, turn.text)


def _is_a_question(text: str) -> bool:
    """Whether something is asked, which is hardly a title or a passphrase."""
    return text.split()[0].casefold() in QUESTIONS or text.rstrip().endswith("?")


@router.pressed(ANSWER, strangers=True)
async def answer(turn: Turn, opening_id: str, question: int, option: int) -> None:
    opening, draft, field = await asked_now(turn, opening_id, question)
    name, options = field.name, list(offered_for(field, draft))
    if option >= len(options):
        raise Refusal(ANSWERED)
    if isinstance(field, Choices):
        ticked = draft.ticked.setdefault(name, [])
        draft.ticked[name] = [value for value in options if (value in ticked) != (value == options[option])]
        await Drafts(turn, opening).save(draft)
        await show(turn, opening, draft)
    else:
        await take(turn, opening, draft, options[option])


@router.pressed(DONE, strangers=True)
async def done_choosing(turn: Turn, opening_id: str, question: int) -> None:
    opening, draft, field = await asked_now(turn, opening_id, question)
    await take(turn, opening, draft, ",".join(draft.ticked.get(field.name, [])))


@router.pressed(BACK, strangers=True)
async def back(turn: Turn, opening_id: str) -> None:
    opening, draft = await current(turn, opening_id)
    names = names_of(turn, opening)
    here = len(names) if opening.asked == LAST_LOOK else names.index(opening.asked)
    opening.asked = names[max(0, here - 1)]
    draft.faults = {}
    await Drafts(turn, opening).save(draft)
    await show(turn, opening, draft)


@router.pressed(SKIP, strangers=True)
async def skip(turn: Turn, opening_id: str, question: int) -> None:
    opening, draft, _ = await asked_now(turn, opening_id, question)
    await take(turn, opening, draft, "")


@router.pressed(CANCEL, strangers=True)
async def cancel(turn: Turn, opening_id: str) -> None:
    opening, draft = await current(turn, opening_id)
    await Drafts(turn, opening).end()
    await close(turn, draft.beneath)
    await put(turn, opening, Message("Cancelled. Everything is as it was."))
    if turn.account.dialogue:
        await ask_once_more(turn)


@router.pressed(CHANGE, strangers=True)
async def change(turn: Turn, opening_id: str, question: int) -> None:
    opening, draft = await current(turn, opening_id)
    names = names_of(turn, opening)
    opening.asked = names[min(question, len(names) - 1)]
    await Drafts(turn, opening).save(draft)
    await show(turn, opening, draft)


@router.pressed(SEND, strangers=True)
async def send(turn: Turn, opening_id: str) -> None:
    opening, draft = await current(turn, opening_id)
    await send_form(turn, opening, draft)


@router.pressed(LEAVE, strangers=True)
async def leave(turn: Turn, opening_id: str) -> None:
    """They want the other thing now."""
    opening, draft = await current(turn, opening_id)
    words, draft.words = draft.words, ""
    await _leave_for(turn, opening, draft, words)


@router.pressed(STAY, strangers=True)
async def stay(turn: Turn, opening_id: str) -> None:
    """Those words were the answer after all."""
    opening, draft = await current(turn, opening_id)
    words, draft.words = draft.words, ""
    if not words:
        raise Refusal(ANSWERED)
    if opening.asked == LAST_LOOK:  # where nothing is asked that they could answer
        await keep_words(turn, words)
        await Drafts(turn, opening).save(draft)
        await turn.say("No question is open. What you wrote is kept: say “drafts” to find it.")
        await show(turn, opening, draft, new=True)
        return
    await take(turn, opening, draft, words, gone=True)


@router.pressed(RESUME, strangers=True, opens=True)
async def resume(turn: Turn, opening_id: str) -> None:
    """Take a form up again, as this platform asks forms."""
    opening, draft = await opening_of(turn, opening_id)
    if turn.asks_in_forms:
        await turn.show(opening, draft, step=draft.step)
        return
    turn.account.dialogue = opening.id
    await turn.db.people.save_account(turn.account)
    await step(turn, opening, draft, new=True)


async def ask_once_more(turn: Turn) -> None:
    """Ask the open question again, below what has been said since."""
    opening, draft = await current(turn, turn.account.dialogue or "")
    await show(turn, opening, draft, new=True)


async def _typed_at_last_look(turn: Turn, opening: OpenForm, draft: Draft, word: str, reading: Reading) -> None:
    form = turn.kit.routes.forms[opening.route][0]
    verb, _, number = word.partition(" ")
    if word in ("send", "save", "yes", "ok", form.done.casefold()):
        await send_form(turn, opening, draft)
    elif verb == "change" and number.isdecimal() and 1 <= int(number) <= len(form.fields):
        await change(turn, opening.id, int(number) - 1)
    elif reading.intent and not in_passing(turn, reading):
        await _wants_else(turn, opening, draft, reading.intent)
    elif len(form.fields) == 1:  # there is no other question that they could answer
        (opening.asked,) = form.fields
        await take(turn, opening, draft, turn.text)
    else:
        raise Refusal(f"Say “{form.done}” to finish, “change 1” to change the first answer, “back” or “cancel”.")


async def _held_no_longer(turn: Turn, draft: Draft) -> None:
    """The question whether some words were the answer is answered by others: where more was in them, it is kept."""
    if draft.words and turn.kit.understanding.read(draft.words).slots:
        await keep_words(turn, draft.words)
    draft.words = ""


async def _leave_for(turn: Turn, opening: OpenForm, draft: Draft, words: str) -> None:
    """Do what these words say; the form waits with its answers, and can be taken up again."""
    await put_aside(turn, opening, draft)
    form = turn.kit.routes.forms[opening.route][0]
    await put(
        turn,
        opening,
        Message(
            f"“{form.title}” is put aside; your answers are kept.",
            buttons=(Button("Go on with it", RESUME(opening.id)),),
        ),
    )
    await say_again(turn, words)


async def _wants_else(turn: Turn, opening: OpenForm, draft: Draft, intent: str) -> None:
    """These words would do something else, had they not been typed into a form: ask which was meant, but only once."""
    if turn.kit.routes.intents[intent].route.meanwhile:
        await say_again(turn, turn.text)
        await show(turn, opening, draft, new=True)
        return
    if opening.answers is not None or draft.words:
        # A form that is not private is kept beside what is shared, and these words may be private: they can't be kept
        # for a question. And whoever was asked before, and says more such words, does not want to be asked again.
        await _held_no_longer(turn, draft)
        await _leave_for(turn, opening, draft, turn.text)
        return
    draft.words = turn.text
    await Drafts(turn, opening).save(draft, untouched=draft.untouched)
    await tidy(turn, opening)
    await _ask_whether_to_leave(turn, opening)


async def _ask_whether_to_leave(turn: Turn, opening: OpenForm) -> None:
    await turn.say(
        Message(
            "Is that your answer, or would you like to do that now? Your answers so far are kept either way.",
            buttons=(Button("Do that now", LEAVE(opening.id)), Button("It’s my answer", STAY(opening.id))),
        )
    )
