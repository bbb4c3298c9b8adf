"""A form asked question by question, where forms can't be shown whole: one message, put in its own place each time.

The next question is the first without an answer, so a restart, or a form that has changed meanwhile, does no harm.
Everything that can be pressed can be typed: a label, its number, or “back”, “skip” and “cancel”.
"""

from contextlib import suppress

from bot.chat import putting_away
from bot.chat.drafts import Draft, Drafts, keep_words
from bot.chat.errors import Refusal
from bot.chat.forms import AnyField, Choice, Choices, Consent, LongText, Opening, Scale, ShortText
from bot.chat.markdown import literal
from bot.chat.messages import Button, Message, Press
from bot.chat.router import Router
from bot.chat.submissions import RESUME, asked_field, is_secret, opening_of, put_aside, submit
from bot.chat.turns import AWAY, Turn, joined
from bot.chat.understanding import Reading
from storage.shared.conversations import OpenForm

router = Router("form")

ANSWER = Press("form.answer", str, int, int)
BACK = Press("form.back", str)
SKIP = Press("form.skip", str, int)
CANCEL = Press("form.cancel", str)
DONE = Press("form.done", str, int)
CHANGE = Press("form.change", str, int)
SEND = Press("form.send", str)
LEAVE = Press("form.leave", str)
STAY = Press("form.stay", str)
MORE = Press("form.more", str, int)
REST = Press("form.rest", str)
"""The rest of words that have become a draft, because they are too long."""

LAST_LOOK = "."
TOO_LATE = (
    "I saw that you changed your message, but I had acted on it already. If something else should be done now, say it "
    "once more."
)
IN_PIECES = "."
"""In the place of a question’s name: a message that is only a part of an answer."""
ONE_OF_SEVERAL = (
    "That answer came in several messages, so I left it as it was. To change it, press “Back”, and type all of it anew."
)
ANSWERED = "That question has been answered. Press “Back” to change it."


async def begin(turn: Turn, opening: OpenForm, draft: Draft) -> None:
    """Ask the first question; a form that was being asked is put aside."""
    if turn.account.dialogue:
        with suppress(Refusal):
            await put_aside(turn, *await opening_of(turn, turn.account.dialogue))
    turn.account.dialogue = opening.id
    await turn.db.people.save_account(turn.account)
    await turn.db.conversations.open(opening)
    await _step(turn, opening, draft, new=True)


async def typed(turn: Turn, reading: Reading) -> None:
    """Words typed while a question is open: a word of ours, the answer, or something else that is wanted now."""
    from bot.chat.dispatch import press, typed_press

    try:
        opening, draft = await _current(turn, turn.account.dialogue or "")
    except Refusal as gone:
        await _close(turn)
        await turn.say(gone.words)
        return
    word = turn.text.strip().casefold().lstrip("/")
    offered = typed_press(turn) or ""
    if (draft.words and offered) or AWAY.values(offered):
        await press(turn, offered)  # whether to leave was asked, and this answers that; or something is put away
    elif word in ("cancel", "back"):
        await {"cancel": cancel, "back": back}[word](turn, opening.id)
    elif word == "skip" and opening.asked != LAST_LOOK:
        await _answer(turn, opening, draft, "", None)
    elif word in ("go on", putting_away.GO_ON.casefold()) and _shows_content(opening, draft):
        await _show(turn, opening, draft, new=True)
    elif opening.asked == LAST_LOOK:
        await _typed_at_last_look(turn, opening, draft, word, reading)
    elif reading.intent and _is_text(asked_field(turn, opening, draft, opening.asked)):
        await _offer_to_leave(turn, opening, draft)
    else:
        await _answer(turn, opening, draft, turn.text, reading)


@router.pressed(ANSWER, strangers=True)
async def answer(turn: Turn, opening_id: str, question: int, option: int) -> None:
    opening, draft, field = await _asked(turn, opening_id, question)
    name, options = field.name, list(_options(field))
    if option >= len(options):
        raise Refusal(ANSWERED)
    if isinstance(field, Choices):
        ticked = draft.ticked.setdefault(name, [])
        draft.ticked[name] = [value for value in options if (value in ticked) != (value == options[option])]
        await Drafts(turn, opening).save(draft)
        await _show(turn, opening, draft)
    else:
        await _answer(turn, opening, draft, options[option], None)


@router.pressed(DONE, strangers=True)
async def done_choosing(turn: Turn, opening_id: str, question: int) -> None:
    opening, draft, field = await _asked(turn, opening_id, question)
    await _answer(turn, opening, draft, ",".join(draft.ticked.get(field.name, [])), None)


@router.pressed(BACK, strangers=True)
async def back(turn: Turn, opening_id: str) -> None:
    opening, draft = await _current(turn, opening_id)
    names = _names(turn, opening)
    here = len(names) if opening.asked == LAST_LOOK else names.index(opening.asked)
    opening.asked = names[max(0, here - 1)]
    draft.faults = {}
    await Drafts(turn, opening).save(draft)
    await _show(turn, opening, draft)


@router.pressed(SKIP, strangers=True)
async def skip(turn: Turn, opening_id: str, question: int) -> None:
    opening, draft, _ = await _asked(turn, opening_id, question)
    await _answer(turn, opening, draft, "", None)


@router.pressed(CANCEL, strangers=True)
async def cancel(turn: Turn, opening_id: str) -> None:
    opening, _ = await _current(turn, opening_id)
    await Drafts(turn, opening).end()
    await _close(turn)
    await _put(turn, opening, Message("Cancelled. Everything is as it was."))


@router.pressed(CHANGE, strangers=True)
async def change(turn: Turn, opening_id: str, question: int) -> None:
    opening, draft = await _current(turn, opening_id)
    names = _names(turn, opening)
    opening.asked = names[min(question, len(names) - 1)]
    await Drafts(turn, opening).save(draft)
    await _show(turn, opening, draft)


@router.pressed(SEND, strangers=True)
async def send(turn: Turn, opening_id: str) -> None:
    opening, draft = await _current(turn, opening_id)
    await _send(turn, opening, draft)


@router.pressed(LEAVE, strangers=True)
async def leave(turn: Turn, opening_id: str) -> None:
    """They want the other thing now."""
    opening, draft = await _current(turn, opening_id)
    words, draft.words = draft.words, ""
    await _leave_for(turn, opening, draft, words)


@router.pressed(STAY, strangers=True)
async def stay(turn: Turn, opening_id: str) -> None:
    """Those words were the answer after all."""
    opening, draft = await _current(turn, opening_id)
    words, draft.words = draft.words, ""
    if not words:
        raise Refusal(ANSWERED)
    await _answer(turn, opening, draft, words, None, gone=True)


@router.pressed(RESUME, strangers=True, opens=True)
async def resume(turn: Turn, opening_id: str) -> None:
    """Take a form up again, as this platform asks forms."""
    opening, draft = await opening_of(turn, opening_id)
    if turn.asks_in_forms:
        await turn.show(opening, draft, step=draft.step)
        return
    turn.account.dialogue = opening.id
    await turn.db.people.save_account(turn.account)
    await _step(turn, opening, draft, new=True)


@router.pressed(MORE, strangers=True)
async def more(turn: Turn, opening_id: str, question: int) -> None:
    """The rest of an answer, which an app has cut for being too long."""
    opening, draft = await _current(turn, opening_id)
    names = _names(turn, opening)
    beginning = draft.answers.get(names[question]) if question < len(names) else None
    if not turn.text or not isinstance(beginning, str):
        raise Refusal(ANSWERED)
    opening.asked = names[question]
    pieces = [sent for sent, answered in draft.given_in.items() if answered == opening.asked]
    draft.given_in |= dict.fromkeys([*pieces, turn.said_in], IN_PIECES)
    await _answer(turn, opening, draft, joined(beginning, turn.text), None, gone=True)


@router.pressed(REST, private=True)
async def rest(turn: Turn, draft_id: str) -> None:
    """The rest of words that were too long: they are a draft already, and it goes there."""
    draft = await turn.vault.get(Draft, draft_id)
    if draft is None or not turn.text:
        raise Refusal("That draft isn’t here any more. Say “drafts” to see those that are.")
    await turn.unsay()
    draft.words = joined(draft.words, turn.text)
    await turn.vault.change(draft)
    await turn.may_go_on(REST(draft.id))


async def corrected(turn: Turn, sent: str, text: str) -> None:
    """A message was changed after it was sent: where it had answered a question of the open form, so is the answer."""
    try:
        opening, draft = await _current(turn, turn.account.dialogue or "")
    except Refusal:
        raise Refusal(TOO_LATE) from None
    name = draft.given_in.get(sent)
    if name == IN_PIECES:
        raise Refusal(ONE_OF_SEVERAL)
    if name is None or name not in _names(turn, opening):
        raise Refusal(TOO_LATE)
    if name == opening.asked:
        await _answer(turn, opening, draft, text, None)
        return
    field = asked_field(turn, opening, draft, name)
    try:
        draft.answers[name] = field.accept(text, Opening(opening.opened_at, turn.zone, turn.kit.read_time))
    except Refusal as refusal:
        raise Refusal(f"{refusal.words} Your first answer to “{literal(field.question)}” stands as it was.") from None
    await Drafts(turn, opening).save(draft)
    if opening.asked == LAST_LOOK:
        await _show(turn, opening, draft)
    else:
        await turn.say(f"I have changed your answer to “{literal(field.question)}”.")


async def ask_once_more(turn: Turn) -> None:
    """Ask the open question again, below what has been said since."""
    opening, draft = await _current(turn, turn.account.dialogue or "")
    await _show(turn, opening, draft, new=True)


# ---------------------------------------------------------------- steps


async def _current(turn: Turn, opening_id: str) -> tuple[OpenForm, Draft]:
    if not opening_id or turn.account.dialogue != opening_id:
        raise Refusal("That question is closed. Say “help” to see what you can do.")
    opening, draft = await opening_of(turn, opening_id)
    names = _names(turn, opening)
    if opening.asked not in (*names, LAST_LOOK):  # the form has changed since it was asked
        opening.asked = _next(names, draft)
    return opening, draft


async def _asked(turn: Turn, opening_id: str, question: int) -> tuple[OpenForm, Draft, AnyField]:
    """The question that is open, if it is this one: a second press must not answer the next."""
    opening, draft = await _current(turn, opening_id)
    names = _names(turn, opening)
    if question >= len(names) or names[question] != opening.asked:
        raise Refusal(ANSWERED)
    return opening, draft, asked_field(turn, opening, draft, opening.asked)


async def _answer(
    turn: Turn, opening: OpenForm, draft: Draft, raw: str, reading: Reading | None, *, gone: bool = False
) -> None:
    """Take this as the answer to the open question, or say beside the question why it can't be.

    What can't be stands where it was typed, as it is kept nowhere; where it is `gone` from there, it becomes a draft.
    """
    field = asked_field(turn, opening, draft, opening.asked)
    try:
        kept = field.accept(raw, Opening(opening.opened_at, turn.zone, turn.kit.read_time))
    except Refusal as refusal:
        if reading is not None and reading.intent:
            await _offer_to_leave(turn, opening, draft)
            return
        # What is said twice in the same words would not be seen: it stands there already.
        again = draft.faults.get(field.name) == refusal.words
        fault = f"That doesn’t work either. {refusal.words}" if again else refusal.words
        _remember_message(turn, draft, field)
        if is_secret(field):
            await _tidy(turn, opening)
        elif opening.answers is None and gone:
            await _tidy(turn, opening)
            draft.answers.pop(field.name, None)
            await turn.may_go_on(REST((await keep_words(turn, raw)).id))
            fault = f"{fault} What you wrote is kept: say “drafts” to find it."
        elif opening.answers is None and turn.said_in:
            draft.refused.append(turn.said_in)
        draft.faults = {field.name: fault}
        await Drafts(turn, opening).save(draft)
        await _show(turn, opening, draft)
        return
    draft.faults = {}
    draft.ticked.pop(field.name, None)
    draft.answers[field.name] = kept
    _remember_message(turn, draft, field)
    if _is_text(field):
        await turn.may_go_on(MORE(opening.id, _names(turn, opening).index(field.name)))
    await _tidy(turn, opening)
    if raw:
        await _tidy_refused(turn, draft, field)
    await _step(turn, opening, draft)


def _remember_message(turn: Turn, draft: Draft, field: AnyField) -> None:
    if turn.said_in:
        draft.given_in.setdefault(turn.said_in, field.name)


async def _step(turn: Turn, opening: OpenForm, draft: Draft, *, new: bool = False) -> None:
    """Ask what has no answer yet; after the last, show everything once more.

    One question alone needs no last look, unless its answer comes in several messages.
    """
    names = _names(turn, opening)
    opening.asked = _next(names, draft)
    in_pieces = turn.goes_on or IN_PIECES in draft.given_in.values()
    if opening.asked == LAST_LOOK and len(names) == 1 and not new and not in_pieces:
        await _send(turn, opening, draft)
        return
    await Drafts(turn, opening).save(draft)
    await _show(turn, opening, draft, new=new)


def _next(names: list[str], draft: Draft) -> str:
    return next((name for name in names if name not in draft.answers), LAST_LOOK)


async def _send(turn: Turn, opening: OpenForm, draft: Draft) -> None:
    if any(name not in draft.answers for name in _names(turn, opening)):
        await _step(turn, opening, draft)
        return
    await _close(turn)
    if await submit(turn, opening, draft):
        await _put(turn, opening, Message("Thank you, that was all I needed to ask."))


async def _close(turn: Turn) -> None:
    turn.account.dialogue = None
    await turn.db.people.save_account(turn.account)


async def _tidy(turn: Turn, opening: OpenForm) -> None:
    """What is typed into a private form does not stay in the conversation."""
    if opening.answers is None:
        asked = turn.kit.routes.forms[opening.route][0].fields.get(opening.asked)
        await turn.unsay(secret=asked is not None and is_secret(asked))


async def _tidy_refused(turn: Turn, draft: Draft, field: AnyField) -> None:
    """The question has an answer now: what was typed in its place before goes too."""
    for sent in [sent for sent in draft.refused if draft.given_in.get(sent) == field.name]:
        draft.refused.remove(sent)
        await turn.unsay(sent=sent)


async def _typed_at_last_look(turn: Turn, opening: OpenForm, draft: Draft, word: str, reading: Reading) -> None:
    form = turn.kit.routes.forms[opening.route][0]
    verb, _, number = word.partition(" ")
    if word in ("send", "save", "yes", "ok", form.done.casefold()):
        await _send(turn, opening, draft)
    elif verb == "change" and number.isdecimal() and 1 <= int(number) <= len(form.fields):
        await change(turn, opening.id, int(number) - 1)
    elif reading.intent:
        await _offer_to_leave(turn, opening, draft)
    else:
        raise Refusal(f"Say “{form.done}” to finish, “change 1” to change the first answer, “back” or “cancel”.")


async def _leave_for(turn: Turn, opening: OpenForm, draft: Draft, words: str) -> None:
    """Do what these words say; the form waits with its answers, and can be taken up again."""
    from bot.chat.dispatch import say_again

    await put_aside(turn, opening, draft)
    form = turn.kit.routes.forms[opening.route][0]
    await _put(
        turn,
        opening,
        Message(
            f"“{form.title}” is put aside; your answers are kept.",
            buttons=(Button("Go on with it", RESUME(opening.id)),),
        ),
    )
    await say_again(turn, words)


async def _offer_to_leave(turn: Turn, opening: OpenForm, draft: Draft) -> None:
    """These words would do something else, had they not been typed into a form: ask which was meant."""
    if opening.answers is not None:
        # Such a form is kept beside what is shared, and these words may be private: they can't be kept for a question.
        await _leave_for(turn, opening, draft, turn.text)
        return
    draft.words = turn.text
    await Drafts(turn, opening).save(draft)
    await _tidy(turn, opening)
    await turn.say(
        Message(
            "Is that your answer, or would you like to do that now? Your answers so far are kept either way.",
            buttons=(Button("Do that now", LEAVE(opening.id)), Button("It’s my answer", STAY(opening.id))),
        )
    )


# ---------------------------------------------------------------- drawing


async def _put(turn: Turn, opening: OpenForm, message: Message) -> None:
    """Show this where the question was."""
    await turn.replace(message, handle=opening.id)


async def _show(turn: Turn, opening: OpenForm, draft: Draft, *, new: bool = False) -> None:
    message = _last_look(turn, opening, draft) if opening.asked == LAST_LOOK else _question(turn, opening, draft)
    show = turn.say if new else turn.replace
    await show(message, handle=opening.id, form=opening.id, shows_content=_shows_content(opening, draft))


def _shows_content(opening: OpenForm, draft: Draft) -> bool:
    """Whether answers can be read in what is shown, so that a private form's is put away after a while."""
    return opening.asked == LAST_LOOK or bool(draft.ticked.get(opening.asked))


def _question(turn: Turn, opening: OpenForm, draft: Draft) -> Message:
    form = turn.kit.routes.forms[opening.route][0]
    names = list(form.fields)
    number = names.index(opening.asked)
    field = asked_field(turn, opening, draft, opening.asked)
    ticked = draft.ticked.get(field.name, [])
    lines = [
        f"*Question {number + 1} of {len(names)}*" if len(names) > 1 else "",
        form.intro if number == 0 else "",
        literal(draft.faults.get(field.name, "")),
        f"**{literal(field.question)}**",
        literal(field.help),
    ]
    buttons = [
        Button(f"✓ {label}" if value in ticked else label, ANSWER(opening.id, number, index))
        for index, (value, label) in enumerate(_options(field).items())
        if len(_options(field)) <= 20
    ]
    if len(_options(field)) > 20:
        lines += [f"{index}. {literal(label)}" for index, label in enumerate(_options(field).values(), 1)]
    if isinstance(field, Choices):
        buttons.append(Button("Done", DONE(opening.id, number), "main", numbered=False))
    if number:
        buttons.append(Button("Back", BACK(opening.id), numbered=False))
    if not field.required:
        buttons.append(Button("Skip", SKIP(opening.id, number), numbered=False))
    buttons.append(Button("Cancel", CANCEL(opening.id), numbered=False))
    return Message(
        "\n\n".join(line for line in lines if line),
        title=form.title,
        buttons=tuple(buttons),
        private=form.private,
    )


def _last_look(turn: Turn, opening: OpenForm, draft: Draft) -> Message:
    form = turn.kit.routes.forms[opening.route][0]
    fields = [asked_field(turn, opening, draft, name) for name in form.fields]
    faults = [literal(fault) for fault in draft.faults.values()]
    shown = [
        f"{number}. **{literal(field.question)}** {literal(field.shown(draft.answers.get(field.name), turn.zone))}"
        for number, field in enumerate(fields, 1)
    ]
    return Message(
        "\n\n".join([*faults, "Is this right?", "\n".join(shown)]),
        title=form.title,
        buttons=(
            Button(form.done, SEND(opening.id), "main", numbered=False),
            *(
                Button(f"Change {number}", CHANGE(opening.id, number - 1), numbered=False)
                for number in range(1, len(fields) + 1)
            ),
            Button("Back", BACK(opening.id), numbered=False),
            Button("Cancel", CANCEL(opening.id), numbered=False),
        ),
        private=form.private,
    )


def _names(turn: Turn, opening: OpenForm) -> list[str]:
    return list(turn.kit.routes.forms[opening.route][0].fields)


def _options(field: AnyField) -> dict[str, str]:
    return field.options if isinstance(field, Choice | Choices | Scale | Consent) else {}


def _is_text(field: AnyField) -> bool:
    return isinstance(field, ShortText | LongText)
