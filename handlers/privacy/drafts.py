"""Drafts: what was left half written, and words that were kept when something went wrong."""

from collections.abc import Iterator

from bot.chat import drafts
from bot.chat.dialogue import resume
from bot.chat.drafts import FORGET, Draft
from bot.chat.errors import Refusal
from bot.chat.forms import Form, ShortText
from bot.chat.jobs import Act
from bot.chat.markdown import literal
from bot.chat.messages import Button, Message, Press
from bot.chat.router import Router
from bot.chat.submissions import RESUME, with_options
from bot.chat.times import spoken_date
from bot.chat.turns import Turn
from bot.chat.view import View
from bot.chat.wanting import WANT
from handlers.reflections.entries import shortened
from handlers.reflections.forms import Write
from storage.shared.conversations import OpenForm

router = Router("drafts")

OPEN = Press("drafts.open", str)
GO_ON = Press("drafts.go_on", str)
KEEP = Press("drafts.keep", str)
DELETE = Press("drafts.delete", str)

MOST_LISTED = 12


class DraftGone(Refusal):
    """The draft is not there, or not theirs: it reads the same."""

    def __init__(self) -> None:
        super().__init__("That draft isn’t here any more. Say “drafts” to see those that are.")


@router.intent(
    "drafts",
    "My drafts",
    "drafts",
    "my drafts",
    "show my drafts",
    "what did i leave half written",
    command="drafts",
    help="go on with what you left half written",
    opens=True,
)
async def my_drafts(turn: Turn) -> None:
    found = (await listed(turn))[::-1]
    buttons = [Button(_label(turn, draft), OPEN(draft.id)) for draft in found[:MOST_LISTED]]
    buttons += [Button(f"Go on with “{title}”", RESUME(opening.id)) for opening, title in await _not_private(turn)]
    if not buttons:
        await turn.say("There are no drafts. What you leave half written is kept here for you.")
    elif len(found) == len(buttons) == 1:
        await turn.say(_page(turn, found[0]))
    else:
        more = f" These are the newest {MOST_LISTED} of {len(found)}." if len(found) > MOST_LISTED else ""
        await turn.say(Message(f"Press one to open it.{more}", title="My drafts", buttons=tuple(buttons), private=True))


@router.home(400, waiting=True)
async def half_written(view: View) -> Message | None:
    """How many there are, and nothing of what they say."""
    drafts = len(await listed(view)) if view.opened is not None else 0
    left = drafts + len(await _not_private(view))
    if not left:
        return None
    words = "You left one thing half written." if left == 1 else f"You left {left} things half written."
    return Message(words, buttons=(Button("Go on", WANT("drafts"), "main"),))


async def listed(view: View) -> list[Draft]:
    """Somebody's drafts in which there is something, the oldest first."""
    kept = [without_secrets(draft) for draft in await view.vault.all(Draft)]
    return [draft for draft in kept if not draft.untouched and _title(view, draft)]


def without_secrets(draft: Draft) -> Draft:
    """The draft without what was typed unseen, such as a passphrase: it is shown to nobody and given out in no file."""
    secret = {name for form in _forms() if form.route == draft.form for name in _secrets(form)}
    return draft.model_copy(
        update={"answers": {name: answer for name, answer in draft.answers.items() if name not in secret}}
    )


def _forms(of: type[Form] = Form) -> Iterator[type[Form]]:
    """Every form that there is: an export is made where no turn, and so no route, is at hand."""
    for form in of.__subclasses__():
        yield form
        yield from _forms(form)


def _secrets(form: type[Form]) -> list[str]:
    return [name for name, field in form.fields.items() if isinstance(field, ShortText) and field.secret]


async def _not_private(view: View) -> list[tuple[OpenForm, str]]:
    """What was begun on this account of forms whose answers are no secret."""
    forms = view.kit.routes.forms
    begun = [opening for opening in await view.db.conversations.begun(view.account.id) if opening.route in forms]
    return [
        (opening, forms[opening.route][0].title)
        for opening in begun[:MOST_LISTED]
        if opening.answers and _is_begun(Draft.model_validate(opening.answers))
    ]


def _is_begun(draft: Draft) -> bool:
    """Whether there are answers of its person's own in it."""
    return not draft.untouched and _answered(draft)


@router.pressed(OPEN, opens=True)
async def open_draft(turn: Turn, draft_id: str) -> None:
    await turn.replace(_page(turn, await _find(turn, draft_id)))


@router.pressed(GO_ON, opens=True)
async def go_on(turn: Turn, draft_id: str) -> None:
    """On the account where it was begun, or on another of theirs: there it is opened under the same draft."""
    draft = await _find(turn, draft_id)
    if draft.form not in turn.kit.routes.forms:
        raise DraftGone
    begun = await turn.db.conversations.begun(turn.account.id)
    opening = next((opening for opening in begun if opening.draft == draft.id), None)
    if opening is None:
        opening = OpenForm(
            account_id=turn.account.id, route=draft.form, draft=draft.id, opened_at=turn.now, zone=turn.zone.key
        )
        await turn.db.conversations.open(opening)
    await resume(turn, opening.id)


@router.pressed(KEEP, private=True, opens=True)
async def keep(turn: Turn, draft_id: str) -> None:
    """The words move into a note's form, where they can be looked over once more before they are kept."""
    draft = await _find(turn, draft_id)
    await turn.vault.delete(draft.id)
    await turn.ask(Write, answers={"text": draft.words}, only_here=True)


@router.pressed(DELETE)
async def delete(turn: Turn, draft_id: str) -> None:
    draft = await _find(turn, draft_id)
    await turn.vault.delete(draft.id)
    for opening in await turn.db.conversations.begun(turn.account.id):
        if opening.draft == draft.id:
            opening.ended_at = turn.now
            await turn.db.conversations.save(opening)
    await turn.replace("Deleted for good.")


@router.act(FORGET)
async def forget(act: Act) -> None:
    """One entry's time has come. What is not there any more needs no forgetting."""
    if act.person is not None:
        await act.forget_entry(str(act.arguments["entry"]))


async def _find(turn: Turn, draft_id: str) -> Draft:
    draft = await turn.vault.get(Draft, draft_id)
    if draft is None:
        raise DraftGone
    return without_secrets(draft)


def _answered(draft: Draft) -> bool:
    return any(answer not in (None, "", []) for answer in draft.answers.values())


def _title(view: View, draft: Draft) -> str:
    """What the draft is called; nothing where there is nothing in it."""
    if draft.form in view.kit.routes.forms and _answered(draft):
        return view.kit.routes.forms[draft.form][0].title
    return shortened(draft.words) if not draft.form else ""


def _label(turn: Turn, draft: Draft) -> str:
    begun = draft.made_at.astimezone(turn.zone)
    return shortened(f"{_title(turn, draft)} ({begun.day} {begun:%B})", 75)


def _page(turn: Turn, draft: Draft) -> Message:
    """One draft, whole."""
    if draft.form in turn.kit.routes.forms:
        words = _answers(turn, draft)
        further = Button("Go on with it", GO_ON(draft.id), "main")
    else:
        words = literal(draft.words)
        further = Button("Keep it as a note", KEEP(draft.id), "main")
    until = draft.made_at + drafts.life(turn.programmes)
    return Message(
        f"{words}\n\n*Kept until {spoken_date(until.astimezone(turn.zone))}.*",
        title="Your draft" if not draft.form else _title(turn, draft) or "Your draft",
        buttons=(further, Button("Delete it", DELETE(draft.id), "danger")),
        private=True,
    )


def _answers(turn: Turn, draft: Draft) -> str:
    """The answers so far, as the form itself would show them at the last look."""
    fields = turn.kit.routes.forms[draft.form][0].fields
    return "\n\n".join(
        f"**{literal(field.question)}**\n\n"
        + literal(with_options(field, draft.options.get(name)).shown(draft.answers[name], turn.zone))
        for name, field in fields.items()
        if draft.answers.get(name) not in (None, "", [])
    )
