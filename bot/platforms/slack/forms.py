"""Forms as Slack's modals: drawn, in steps where one modal is not enough, and read when they come back."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from html import unescape
from itertools import pairwise
from typing import Literal, assert_never, cast

from pydantic import TypeAdapter

from bot.chat.forms import AnyField, Choice, Choices, Consent, Json, LongText, Number, Options, Scale, ShortText, When
from bot.chat.markdown import ListOf, Paragraph, Run, parse, pieces_of, split, units
from bot.chat.messages import MOST_LABEL, within
from bot.chat.platform import FormView
from bot.platforms.slack import payloads
from bot.platforms.slack.render import MOST_PAGE_BYTES, MOST_VIEW_BLOCKS, MOST_WORDS, cost, press
from bot.platforms.slack.shapes import (
    ANSWER,
    Actions,
    Input,
    InputElement,
    MomentPicker,
    NumberInput,
    OneOf,
    Option,
    RichText,
    SeveralOf,
    TextInput,
    View,
    ViewBlock,
)
from bot.platforms.slack.words import plain_text, rich_text

MOST_INPUT = 3_000
SPARE_INPUT = 500  # what is to be left in an input for somebody to go on in
MOST_RADIO = 5
MOST_CHECKBOXES = 10
MOST_STEP_BLOCKS = 90  # which leaves room for what is said above the questions

FORM = "form"  # the callback_id of every form's modal
ROOM = "room."  # begins the action_id of a button that makes more room for the text whose name follows
STEP = "step."  # begins the action_id of a button that leads to the step whose number follows


@dataclass(frozen=True)
class Shown:
    """What a modal is of. It travels with it, so that answers can be read and checked by whoever gets them."""

    opening: str
    route: str
    at: datetime
    zone: str
    step: int


shown_json = TypeAdapter(Shown)


def modal(form: FormView) -> View:
    """A form as a modal, at its step. Each input's `block_id` is its field's name; further inputs are named below."""
    steps = steps_of(form.fields)
    step = _step(form, steps)
    last = step == len(steps) - 1
    blocks: list[ViewBlock] = [*_faults(form)]
    if len(steps) > 1:
        blocks.append(rich_text((Paragraph((Run(f"Step {step + 1} of {len(steps)}", bold=True),)),)))
    if step == 0:
        blocks.extend(map(rich_text, split(parse(form.intro), MOST_WORDS, cost)))
    for name in steps[step]:
        field = form.fields[name]
        blocks.extend(inputs(name, field, form.answers.get(name), form.faults.get(name, "")))
        if isinstance(field, LongText) and field.most > MOST_INPUT:
            blocks.append(_more_room(name, field.question))
    if step > 0:
        blocks.append(_back(step, form.opening))
    within(f"the form “{form.title}”", len(blocks), MOST_VIEW_BLOCKS)
    shown = Shown(form.opening, form.route, form.opened_at, form.zone, step)
    return {
        "type": "modal",
        "callback_id": FORM,
        "private_metadata": shown_json.dump_json(shown).decode(),
        "title": plain_text(form.title),
        "submit": plain_text(form.done if last else "Next"),
        "close": plain_text("Cancel"),
        "notify_on_close": True,
        "blocks": blocks,
    }


def steps_of(fields: Mapping[str, AnyField]) -> list[list[str]]:
    """The names of the fields on each step: as few steps as the limits of a modal allow, whatever is answered."""
    steps: list[list[str]] = [[]]
    blocks = size = 0
    for name, field in fields.items():
        more_blocks, more_size = _room_for(field)
        if steps[-1] and (blocks + more_blocks > MOST_STEP_BLOCKS or size + more_size > MOST_PAGE_BYTES):
            steps.append([])
            blocks = size = 0
        steps[-1].append(name)
        blocks, size = blocks + more_blocks, size + more_size
    return steps


def _room_for(field: AnyField) -> tuple[int, int]:
    """The most blocks, and bytes, that asking this can take."""
    match field:
        case ShortText(most=most) | LongText(most=most):
            return 2 + most // (MOST_INPUT - SPARE_INPUT), 1_000 + 3 * most
        case Choice(options=options) | Choices(options=options):
            return 1, 1_000 + 400 * len(options)
        case _:
            return 2, 2_000


def _step(form: FormView, steps: list[list[str]]) -> int:
    """The step to show: the one asked for, or that of the first answer to be looked at again."""
    faulty = [number for number, names in enumerate(steps) if any(name in form.faults for name in names)]
    return faulty[0] if faulty else min(max(form.step, 0), len(steps) - 1)


def _more_room(name: str, question: str) -> Actions:
    button = press(f"{ROOM}{name}", "More room", name)
    button["accessibility_label"] = f"More room for your answer to “{question}”"[:MOST_LABEL]
    return {"type": "actions", "block_id": f"{name}.room", "elements": [button]}


def with_more_room(view: payloads.View, name: str) -> View:
    """The same modal with one more input for this text. What is typed in it already, Slack keeps."""
    blocks = cast(list[ViewBlock], view.get("blocks", []))
    ids = [block.get("block_id", "") for block in view.get("blocks", [])]
    at = ids.index(f"{name}.room")
    parts = sum(one == name or one.startswith(f"{name}.") for one in ids)  # the button's block stands for the new one
    first = next(block for block in blocks if block["type"] == "input" and block["block_id"] == name)
    question = first["label"]["text"] if first["type"] == "input" else ""
    element = _text_input("", MOST_INPUT, multiline=True)
    more = _input(f"{name}.{parts}.line", f"{question} (part {parts})", element, optional=True, hint="")
    again = cast(View, {key: view[key] for key in _KEPT if key in view})
    return cast(View, as_sent({**again, "blocks": [*blocks[:at], more, *blocks[at:]]}))


def as_sent(shown: object) -> object:
    """What Slack gives back of a view, as it was sent: its texts come back escaped."""
    match shown:
        case dict():
            return {
                key: unescape(part) if key == "text" and isinstance(part, str) else as_sent(part)
                for key, part in shown.items()
            }
        case list():
            return [as_sent(part) for part in shown]
        case _:
            return shown


_KEPT: tuple[Literal["type", "callback_id", "private_metadata", "title", "submit", "close", "notify_on_close"], ...] = (
    *("type", "callback_id", "private_metadata"),
    *("title", "submit", "close", "notify_on_close"),
)


def _back(step: int, opening: str) -> Actions:
    return {"type": "actions", "elements": [press(f"{STEP}{step - 1}", "Back", opening)]}


def _faults(form: FormView) -> Iterator[RichText]:
    """What to look at again, at the top; the sentence itself is with its field, where a screen reader says both."""
    again = tuple((Run(form.fields[name].question),) for name in form.faults if name in form.fields)
    if again:
        yield rich_text((Paragraph((Run("Please look at this again:", bold=True),)), ListOf(again)))


def inputs(name: str, field: AnyField, kept: Json, fault: str) -> Iterator[Input]:
    """What asks one question, with what was answered already; the sentence of a fault comes first in its hint."""

    def ask(element: InputElement, more: str = "") -> Input:
        return _input(name, field.question, element, optional=not field.required, hint=_hint(fault, field.help, more))

    match field:
        case ShortText(secret=True):
            # Slack has no input that hides what is typed.
            yield ask(_text_input("", field.most), "Slack shows what you type here, so see that nobody reads along.")
        case ShortText() | LongText():
            yield from _text_inputs(name, field, "" if kept is None else str(kept), fault)
        case Choice() | Scale():
            # Radio buttons can't be let go of again, and a select can.
            few = field.required and len(field.options) <= MOST_RADIO
            yield ask(_one_of("radio_buttons" if few else "static_select", field.options, kept))
        case Choices():
            few = len(field.options) <= MOST_CHECKBOXES
            yield ask(_several_of("checkboxes" if few else "multi_static_select", field.options, field.value(kept)))
        case Number():
            yield ask(_number_input(field.least, field.most, kept))
        case Consent():
            yield ask(_one_of("radio_buttons", field.options, None))
        case When():
            yield from _moment_inputs(name, field, kept, fault)
        case _:
            assert_never(field)


JOINTS = {"line": "\n", "space": " ", "none": ""}
"""What goes before the text of a further input when answers are put together again, by the end of its `block_id`."""


def _text_inputs(name: str, field: ShortText | LongText, text: str, fault: str) -> Iterator[Input]:
    """A text that one input can't hold goes on in further ones: `learned`, `learned.2.line`, `learned.3.space` …

    A long answer that has nearly filled its inputs gets one more, empty, to go on in.
    """
    pieces = pieces_of(text, MOST_INPUT) or [""]
    if isinstance(field, LongText) and len(text) < field.most and units(pieces[-1]) > MOST_INPUT - SPARE_INPUT:
        pieces.append("")
    part, label, hint = name, field.question, _hint(fault, field.help)
    for n, (piece, following) in enumerate(pairwise([*pieces, ""]), start=1):
        joint = {"\n": "line", " ": "space"}.get(piece[-1:], "none") if following else "line"
        shown = piece.removesuffix(JOINTS[joint]) if following else piece
        most = min(MOST_INPUT, max(field.most, units(text)))
        element = _text_input(shown, most, multiline=isinstance(field, LongText) or "\n" in text)
        yield _input(part, label, element, optional=not field.required or n > 1, hint=hint)
        part, label, hint = f"{name}.{n + 1}.{joint}", f"{field.question} (part {n + 1})", ""


def _moment_inputs(name: str, field: When[datetime] | When[datetime | None], kept: Json, fault: str) -> Iterator[Input]:
    """A time to type (`again`) or to pick (`again.pick`). Either will do, so Slack insists on neither."""
    moment = _moment(kept)
    typed = _text_input("" if moment or kept is None else str(kept), MOST_INPUT)
    typed["placeholder"] = plain_text("For example: next Tuesday 14:00")
    yield _input(name, field.question, typed, optional=True, hint=_hint(fault, field.help, "Or pick it below."))
    picker: MomentPicker = {"type": "datetimepicker", "action_id": ANSWER}
    if moment:
        picker["initial_date_time"] = int(moment.timestamp())
    yield _input(f"{name}.pick", f"{field.question} (pick it)", picker, optional=True, hint="")


def _moment(kept: Json) -> datetime | None:
    try:
        moment = datetime.fromisoformat(str(kept))
    except ValueError:
        return None
    return moment if moment.tzinfo else None


def _hint(*sentences: str) -> str:
    return " ".join(filter(None, sentences))


def _input(block_id: str, label: str, element: InputElement, *, optional: bool, hint: str) -> Input:
    block: Input = {
        "type": "input",
        "block_id": block_id,
        "label": plain_text(label),
        "element": element,
        "optional": optional,
    }
    if hint:
        block["hint"] = plain_text(hint)
    return block


def _text_input(text: str, most: int, *, multiline: bool = False) -> TextInput:
    element: TextInput = {
        "type": "plain_text_input",
        "action_id": ANSWER,
        "multiline": multiline,
        "max_length": most,
    }
    if text:
        element["initial_value"] = text
    return element


def _number_input(least: int, most: int, kept: Json) -> NumberInput:
    element: NumberInput = {
        "type": "number_input",
        "action_id": ANSWER,
        "is_decimal_allowed": False,
        "min_value": str(least),
        "max_value": str(most),
    }
    if isinstance(kept, int) and least <= kept <= most:
        element["initial_value"] = str(kept)
    return element


def _one_of(kind: Literal["radio_buttons", "static_select"], options: Options, kept: Json) -> OneOf:
    element: OneOf = {"type": kind, "action_id": ANSWER, "options": _options(options)}
    if str(kept) in options:
        element["initial_option"] = _option(str(kept), options[str(kept)])
    return element


def _several_of(kind: Literal["checkboxes", "multi_static_select"], options: Options, kept: list[str]) -> SeveralOf:
    element: SeveralOf = {"type": kind, "action_id": ANSWER, "options": _options(options)}
    if chosen := {value: label for value, label in options.items() if value in kept}:
        element["initial_options"] = _options(chosen)
    return element


def _options(options: Options) -> list[Option]:
    return [_option(value, label) for value, label in options.items()]


def _option(value: str, label: str) -> Option:
    return {"text": plain_text(label), "value": value}
