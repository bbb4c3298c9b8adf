"""A question of a dialogue, and the last look, as messages: what is on them, and the buttons to answer by."""

from bot.chat.drafts import Draft
from bot.chat.forms import AnyField, Choice, Choices, Consent, LongText, Scale, ShortText
from bot.chat.markdown import literal
from bot.chat.messages import Button, Message, Press
from bot.chat.submissions import asked_field
from bot.chat.turns import Turn
from storage.shared.conversations import OpenForm

ANSWER = Press("form.answer", str, int, int)
BACK = Press("form.back", str)
SKIP = Press("form.skip", str, int)
CANCEL = Press("form.cancel", str)
DONE = Press("form.done", str, int)
CHANGE = Press("form.change", str, int)
SEND = Press("form.send", str)

LAST_LOOK = "."
"""In the place of a question’s name: all of them are shown once more."""


def shows_content(opening: OpenForm, draft: Draft) -> bool:
    """Whether answers can be read in what is shown, so that a private form's is put away after a while."""
    return opening.asked == LAST_LOOK or bool(draft.ticked.get(opening.asked))


def question(turn: Turn, opening: OpenForm, draft: Draft) -> Message:
    form = turn.kit.routes.forms[opening.route][0]
    names = list(form.fields)
    number = names.index(opening.asked)
    field = asked_field(turn, opening, draft, opening.asked)
    ticked, offered = draft.ticked.get(field.name, []), offered_for(field, draft)
    lines = [
        f"*Question {number + 1} of {len(names)}*" if len(names) > 1 else "",
        form.intro if number == 0 else "",
        literal(draft.faults.get(field.name, "")),
        f"**{literal(field.question)}**",
        literal(field.help),
    ]
    buttons = [
        Button(f"✓ {label}" if value in ticked else label, ANSWER(opening.id, number, index))
        for index, (value, label) in enumerate(offered.items())
        if len(offered) <= 20
    ]
    if len(offered) > 20:
        lines += [f"{index}. {literal(label)}" for index, label in enumerate(offered.values(), 1)]
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


def last_look(turn: Turn, opening: OpenForm, draft: Draft) -> Message:
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


def names_of(turn: Turn, opening: OpenForm) -> list[str]:
    return list(turn.kit.routes.forms[opening.route][0].fields)


def options_of(field: AnyField) -> dict[str, str]:
    return field.options if isinstance(field, Choice | Choices | Scale | Consent) else {}


def offered_for(field: AnyField, draft: Draft) -> dict[str, str]:
    """What can be pressed for an answer: the options; or the ways in which what was typed can be read."""
    return options_of(field) or draft.ways.get(field.name, {})


def is_text(field: AnyField) -> bool:
    return isinstance(field, ShortText | LongText)
