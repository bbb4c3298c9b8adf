"""Taking an answer: it is kept, or what stands in its way is said beside the question; and then the next is asked."""

from contextlib import suppress

from bot.chat.dialogue.questions import LAST_LOOK, is_text, last_look, names_of, question, shows_content
from bot.chat.drafts import Draft, Drafts, is_secret, keep_words, without_secrets
from bot.chat.errors import Ambiguous, Refusal
from bot.chat.forms import AnyField, Json, Opening, pick
from bot.chat.markdown import literal
from bot.chat.messages import Message, Press
from bot.chat.router import Router
from bot.chat.submissions import FormRefused, asked_field, opening_of, submit
from bot.chat.turns import Turn, joined
from storage.shared.conversations import OpenForm

router = Router("answers in pieces")

MORE = Press("form.more", str, int)
REST = Press("form.rest", str)
"""The rest of words that have become a draft, because they are too long."""

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


async def current(turn: Turn, opening_id: str) -> tuple[OpenForm, Draft]:
    if not opening_id or turn.account.dialogue != opening_id:
        raise Refusal("That question is closed. Say “help” to see what you can do.")
    opening, draft = await opening_of(turn, opening_id)
    names = names_of(turn, opening)
    if opening.asked not in (*names, LAST_LOOK):  # the form has changed since it was asked
        opening.asked = _next(names, draft)
    return opening, draft


async def asked_now(turn: Turn, opening_id: str, question: int) -> tuple[OpenForm, Draft, AnyField]:
    """The question that is open, if it is this one: a second press must not answer the next."""
    opening, draft = await current(turn, opening_id)
    names = names_of(turn, opening)
    if question >= len(names) or names[question] != opening.asked:
        raise Refusal(ANSWERED)
    return opening, draft, asked_field(turn, opening, draft, opening.asked)


def accepts(turn: Turn, opening: OpenForm, draft: Draft, raw: str) -> bool:
    """Whether this can be the answer to the open question."""
    try:
        _accepted(turn, opening, asked_field(turn, opening, draft, opening.asked), raw)
    except Ambiguous:
        return True
    except Refusal:
        return False
    return True


def _accepted(turn: Turn, opening: OpenForm, field: AnyField, raw: str) -> Json:
    return field.accept(raw, Opening(opening.opened_at, turn.zone, turn.kit.read_time))


async def take(turn: Turn, opening: OpenForm, draft: Draft, raw: str, *, gone: bool = False) -> None:
    """Take this as the answer to the open question, or say beside the question why it can't be.

    What can't be stands where it was typed, as it is kept nowhere; where it is `gone` from there, it becomes a draft.
    """
    field = asked_field(turn, opening, draft, opening.asked)
    try:
        kept = _accepted(turn, opening, field, _way_meant(draft, field, raw))
    except Refusal as refusal:
        # What is said twice in the same words would not be seen: it stands there already.
        words, draft.ways = refusal.words, {}
        if isinstance(refusal, Ambiguous):
            words, draft.ways = refusal.question, {field.name: dict(refusal.ways)}
        again = draft.faults.get(field.name) == words
        fault = f"That doesn’t work either. {words}" if again else words
        _remember_message(turn, draft, field)
        if is_secret(field):
            await tidy(turn, opening)
        elif opening.answers is None and gone:
            await tidy(turn, opening)
            draft.answers.pop(field.name, None)
            await turn.may_go_on(REST((await keep_words(turn, raw)).id))
            fault = f"{fault} What you wrote is kept: say “drafts” to find it."
        elif opening.answers is None and turn.said_in:
            draft.refused.append(turn.said_in)
        draft.faults = {field.name: fault}
        await Drafts(turn, opening).save(draft)
        await show(turn, opening, draft)
        return
    draft.ticked.pop(field.name, None)
    draft.ways = {}
    draft.answers[field.name] = kept
    draft.faults = turn.kit.routes.forms[opening.route][0].clashes(draft.answers)
    for name in draft.faults:  # what can't go with the others is asked again
        del draft.answers[name]
    _remember_message(turn, draft, field)
    if is_text(field):
        await turn.may_go_on(MORE(opening.id, names_of(turn, opening).index(field.name)))
    await tidy(turn, opening)
    if raw:
        await _tidy_refused(turn, draft, field)
    await step(turn, opening, draft)


def _way_meant(draft: Draft, field: AnyField, raw: str) -> str:
    """What was typed, or the way of reading what was typed before that it names, by its number or its label."""
    with suppress(Refusal):
        return pick(raw, draft.ways.get(field.name, {})) if raw else raw
    return raw


def _remember_message(turn: Turn, draft: Draft, field: AnyField) -> None:
    if turn.said_in:
        draft.given_in.setdefault(turn.said_in, field.name)


async def step(turn: Turn, opening: OpenForm, draft: Draft, *, new: bool = False) -> None:
    """Ask what has no answer yet; after the last, show everything once more.

    One question alone needs no last look, unless its answer goes to somebody else, or comes in several messages.
    """
    names, form = names_of(turn, opening), turn.kit.routes.forms[opening.route][0]
    opening.asked = _next(names, draft)
    in_pieces = turn.goes_on or IN_PIECES in draft.given_in.values()
    if opening.asked == LAST_LOOK and len(names) == 1 and not (new or in_pieces or form.shared):
        await send_form(turn, opening, draft)
        return
    await Drafts(turn, opening).save(draft, untouched=new and draft.untouched)
    await show(turn, opening, draft, new=new)


def _next(names: list[str], draft: Draft) -> str:
    return next((name for name in names if name not in draft.answers), LAST_LOOK)


async def send_form(turn: Turn, opening: OpenForm, draft: Draft) -> None:
    if any(name not in draft.answers for name in names_of(turn, opening)):
        await step(turn, opening, draft)
        return
    await close(turn, draft.beneath)
    said = len(turn.answers)
    if await submit(turn, opening, draft):
        await put(turn, opening, Message("Thank you." if draft.beneath else "Thank you, that was all I needed to ask."))
        turn.answers.insert(said, turn.answers.pop())  # where the question was: what the form led to stands below it


async def refused(turn: Turn, refusal: FormRefused) -> None:
    """The form was refused at the end: it is asked on where it stands, at the question that this is about.

    Where that is not known, all answers are shown once more, to choose from which to change.
    """
    opening, draft = await current(turn, refusal.opening_id)
    if opening.asked != LAST_LOOK:  # what was typed just now was taken as its answer
        _remember_message(turn, draft, asked_field(turn, opening, draft, opening.asked))
        await tidy(turn, opening)
    draft.answers = without_secrets(refusal.answers, turn.kit.routes.forms[opening.route][0].fields)
    opening.asked = next(iter(refusal.faults), "") or _next(names_of(turn, opening), draft)
    draft.faults = {opening.asked: refusal.words}
    await Drafts(turn, opening).save(draft)
    await show(turn, opening, draft)


async def close(turn: Turn, beneath: str = "") -> None:
    """No question is open; or that of the form which was put aside for the one that ends, where it is still there."""
    turn.account.dialogue = None
    if beneath:
        with suppress(Refusal):
            turn.account.dialogue = (await opening_of(turn, beneath))[0].id
    await turn.db.people.save_account(turn.account)


async def tidy(turn: Turn, opening: OpenForm) -> None:
    """What is typed into a private form does not stay in the conversation."""
    if opening.answers is None:
        asked = turn.kit.routes.forms[opening.route][0].fields.get(opening.asked)
        await turn.unsay(secret=asked is not None and is_secret(asked))


async def _tidy_refused(turn: Turn, draft: Draft, field: AnyField) -> None:
    """The question has an answer now: what was typed in its place before goes too."""
    for sent in [sent for sent in draft.refused if draft.given_in.get(sent) == field.name]:
        draft.refused.remove(sent)
        await turn.unsay(sent=sent)


async def put(turn: Turn, opening: OpenForm, message: Message) -> None:
    """Show this where the question was."""
    await turn.replace(message, handle=opening.id)


async def show(turn: Turn, opening: OpenForm, draft: Draft, *, new: bool = False) -> None:
    message = last_look(turn, opening, draft) if opening.asked == LAST_LOOK else question(turn, opening, draft)
    show = turn.say if new else turn.replace
    await show(message, handle=opening.id, form=opening.id, shows_content=shows_content(opening, draft))


# ---------------------------------------------------------------- in pieces, and corrected


@router.pressed(MORE, strangers=True)
async def more(turn: Turn, opening_id: str, question: int) -> None:
    """The rest of an answer, which an app has cut for being too long."""
    opening, draft = await current(turn, opening_id)
    names = names_of(turn, opening)
    beginning = draft.answers.get(names[question]) if question < len(names) else None
    if not turn.text or not isinstance(beginning, str):
        raise Refusal(ANSWERED)
    opening.asked = names[question]
    pieces = [sent for sent, answered in draft.given_in.items() if answered == opening.asked]
    draft.given_in |= dict.fromkeys([*pieces, turn.said_in], IN_PIECES)
    await take(turn, opening, draft, joined(beginning, turn.text), gone=True)


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
        opening, draft = await current(turn, turn.account.dialogue or "")
    except Refusal:
        raise Refusal(TOO_LATE) from None
    name = draft.given_in.get(sent)
    if name == IN_PIECES:
        raise Refusal(ONE_OF_SEVERAL)
    if name is None or name not in names_of(turn, opening):
        raise Refusal(TOO_LATE)
    if name == opening.asked:
        await take(turn, opening, draft, text)
        return
    field = asked_field(turn, opening, draft, name)
    try:
        draft.answers[name] = _accepted(turn, opening, field, text)
    except Refusal as refusal:
        raise Refusal(f"{refusal.words} Your first answer to “{literal(field.question)}” stands as it was.") from None
    await Drafts(turn, opening).save(draft)
    if opening.asked == LAST_LOOK:
        await show(turn, opening, draft)
    else:
        await turn.say(f"I have changed your answer to “{literal(field.question)}”.")
