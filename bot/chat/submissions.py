"""A form that has been filled in: found, checked, given to its handler; refused ones keep every word."""

from collections.abc import Mapping
from copy import copy

from bot.chat.drafts import Draft, Drafts, is_secret, keep_words, without_secrets
from bot.chat.errors import Refusal
from bot.chat.forms import Answers, AnyField, Choice, Choices, LongText, Opening, ShortText, as_options
from bot.chat.messages import Button, Message, Press
from bot.chat.permission import go
from bot.chat.turns import Turn
from storage.shared.conversations import OpenForm

RESUME = Press("form.resume", str)
"""Take a form up again, as this platform asks forms."""


class FormRefused(Refusal):
    """A handler refused a form: what was answered is kept, and offered again."""

    def __init__(self, words: str, opening_id: str, answers: Answers, faults: dict[str, str]) -> None:
        super().__init__(words)
        self.opening_id = opening_id
        self.answers = answers
        self.faults = faults


class Ended(Refusal):
    """A form that was sent before, and dealt with."""

    def __init__(self, opening: OpenForm) -> None:
        super().__init__(
            "You have already sent that one, and it was dealt with once. Say “help” to see what you can do."
        )
        self.opening = opening


async def opening_of(turn: Turn, opening_id: str) -> tuple[OpenForm, Draft]:
    """A form that this account has open. Somebody else's reads like one that is not there."""
    opening = await turn.db.conversations.form(opening_id, turn.account.id)
    if opening is None or opening.route not in turn.kit.routes.forms:
        raise Refusal("That form isn’t here any more. Say “help” to see what you can do.")
    if opening.ended_at is not None:
        raise Ended(opening)
    draft = await Drafts(turn, opening).load()
    if draft is None:
        raise Refusal("That form isn’t here any more. Say “help” to see what you can do.")
    return opening, draft


def asked_field(turn: Turn, opening: OpenForm, draft: Draft, name: str) -> AnyField:
    """A question as it was asked, with the options of that moment."""
    return with_options(turn.kit.routes.forms[opening.route][0].fields[name], draft.options.get(name))


def with_options(field: AnyField, options: dict[str, str] | None) -> AnyField:
    if options is None or not isinstance(field, Choice | Choices):
        return field
    field = copy(field)
    field.options = as_options(options)
    return field


async def submitted(turn: Turn, opening_id: str, answers: Answers) -> None:
    """A form came back whole. Its adapter checked the answers already; what comes from outside is checked here too."""
    try:
        opening, draft = await opening_of(turn, opening_id)
    except Ended as ended:
        await _keep_what_came_late(turn, ended, answers)
        return
    moment = Opening(opening.opened_at, turn.zone, turn.kit.read_time)
    draft.faults = {}
    given = {**draft.answers, **answers} if draft.step else answers
    for name in turn.kit.routes.forms[opening.route][0].fields:
        try:
            draft.answers[name] = asked_field(turn, opening, draft, name).accept(given.get(name), moment)
        except Refusal as refusal:
            draft.faults[name] = refusal.words
            draft.answers[name] = given.get(name)
    draft.faults = draft.faults or turn.kit.routes.forms[opening.route][0].clashes(draft.answers)
    if draft.faults:
        raise FormRefused("Nearly there: one thing needs another look.", opening.id, draft.answers, draft.faults)
    await submit(turn, opening, draft)


async def _keep_what_came_late(turn: Turn, ended: Ended, answers: Answers) -> None:
    """A form that was sent twice may say something else the second time: its words are not lost."""
    fields = turn.kit.routes.forms[ended.opening.route][0].fields
    texts = [
        str(answers[name])
        for name, field in fields.items()
        if isinstance(field, ShortText | LongText) and not is_secret(field) and answers.get(name)
    ]
    if turn.opened is None or not texts:
        raise ended
    await keep_words(turn, "\n\n".join(texts))
    await turn.say(
        "You have already sent that one, and it was dealt with once. What you wrote this time is kept: say “drafts” to "
        "find it."
    )


async def stepped(turn: Turn, opening_id: str, answers: Answers, to: int) -> None:
    """One step of a form was left for another: what was answered is kept, and the other is shown."""
    opening, draft = await opening_of(turn, opening_id)
    names = turn.kit.routes.forms[opening.route][0].fields
    draft.answers |= {name: answer for name, answer in answers.items() if name in names}
    draft.step = to
    await Drafts(turn, opening).save(draft)
    await turn.show(opening, draft, step=to)


async def submit(turn: Turn, opening: OpenForm, draft: Draft) -> bool:
    """Give the form to its handler; its draft is kept until the handler's work is committed.

    False where something else was asked of the person first: the form waits for them, with its answers.
    """
    form, route = turn.kit.routes.forms[opening.route]
    try:
        if await go(turn, route, form(draft.answers, draft.about, draft.options)):
            await Drafts(turn, opening).end()
            return True
    except Refusal as refusal:
        faults = {refusal.field: refusal.words} if refusal.field in form.fields else {}
        raise FormRefused(refusal.words, opening.id, draft.answers, faults) from None
    await put_aside(turn, opening, draft)
    await turn.say(Message("What you wrote is kept.", buttons=(Button("Open it again", RESUME(opening.id)),)))
    return False


async def keep_refused(turn: Turn, refused: FormRefused) -> None:
    """Say why, and keep the answers behind a button that opens the form again."""
    kept = await keep_answers(turn, refused.opening_id, refused.answers, refused.faults)
    words = f"{refused.words}\n\nWhat you wrote is kept." if kept else refused.words
    await turn.say(Message(words, buttons=(Button("Open it again", RESUME(refused.opening_id)),)))


async def keep_answers(turn: Turn, opening_id: str, answers: Answers, faults: Mapping[str, str] | None = None) -> bool:
    """Keep what was answered in the form's draft, but for what is secret, and put it aside; whether anything was."""
    opening, draft = await opening_of(turn, opening_id)
    draft.answers, draft.untouched = answers, False
    draft.faults = dict(faults or {})
    await put_aside(turn, opening, draft)
    return bool(draft.answers)


async def put_aside(turn: Turn, opening: OpenForm, draft: Draft) -> None:
    """The form is left for now, with its answers; no passphrase waits in it."""
    fields = turn.kit.routes.forms[opening.route][0].fields
    draft.answers = without_secrets(draft.answers, fields)
    await Drafts(turn, opening).save(draft, untouched=draft.untouched)
    if turn.account.dialogue == opening.id:
        turn.account.dialogue = None
        await turn.db.people.save_account(turn.account)
