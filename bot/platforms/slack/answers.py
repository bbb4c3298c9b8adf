"""What somebody filled in, read from a modal that came back, and checked while Slack waits for the answer."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from html import unescape
from zoneinfo import ZoneInfo

from pydantic import ValidationError

from bot.chat.errors import Refusal
from bot.chat.forms import Answers, AnyField, Form, Json, LongText, Opening, ReadTime, ShortText, When
from bot.chat.submissions import with_options
from bot.platforms.slack.forms import JOINTS, Shown, shown_json, steps_of
from bot.platforms.slack.payloads import Given, View
from bot.platforms.slack.shapes import ANSWER


@dataclass(frozen=True)
class Filled:
    """One step of a form, as it came back."""

    shown: Shown
    answers: Answers
    """Of every field on the step: as they are to be kept, or as they were given where they can't be."""
    faults: dict[str, str]
    last: bool


def read(view: View, forms: Mapping[str, type[Form]], read_time: ReadTime) -> Filled | None:
    """What a modal says; None where it is no form of ours, or of a form that there is no more."""
    try:
        shown = shown_json.validate_json(view.get("private_metadata", ""))
    except ValidationError:
        return None
    form = forms.get(shown.route)
    if form is None:
        return None
    steps = steps_of(form.fields)
    step = min(max(shown.step, 0), len(steps) - 1)
    opening = Opening(shown.at, ZoneInfo(shown.zone), read_time)
    answers: Answers = {}
    faults: dict[str, str] = {}
    for name in steps[step]:
        field = with_options(form.fields[name], _options(view, name))
        given = _given(view, name, field)
        try:
            answers[name] = field.accept(given, opening)
        except Refusal as refusal:
            answers[name] = given
            faults[name] = refusal.words
    faults = faults or form.clashes(answers)
    return Filled(shown, answers, faults, last=step == len(steps) - 1)


def _options(view: View, name: str) -> dict[str, str] | None:
    """The options that were shown: some depend on the moment, and only the modal has them."""
    for block in view.get("blocks", []):
        options = block.get("element", {}).get("options") if block.get("block_id") == name else None
        if options:
            return {option.get("value", ""): option.get("text", {}).get("text", "") for option in options}
    return None


def _given(view: View, name: str, field: AnyField) -> Json:
    match field:
        case ShortText() | LongText():
            return _text(view, name)
        case When():
            picked = _input(view, f"{name}.pick").get("selected_date_time")
            typed = _input(view, name).get("value")
            return typed or (datetime.fromtimestamp(picked, UTC).isoformat() if picked else None)
        case _:
            return _chosen(_input(view, name))


def _text(view: View, name: str) -> str:
    """A text from all its inputs, put together again."""
    text = _input(view, name).get("value") or ""
    for part in _further(view, name):
        more = _input(view, part).get("value") or ""
        if more:
            text += JOINTS.get(part.rpartition(".")[2], "\n") + more
    return text


def _further(view: View, name: str) -> Iterator[str]:
    for block in view.get("blocks", []):
        block_id = block.get("block_id", "")
        if block_id.startswith(f"{name}."):
            yield block_id


def _input(view: View, block_id: str) -> Given:
    return view.get("state", {}).get("values", {}).get(block_id, {}).get(ANSWER, {})


def _chosen(given: Given) -> Json:
    # Slack gives the value of an option escaped, as it would stand in a text.
    if "selected_options" in given:
        return [unescape(option.get("value", "")) for option in given["selected_options"]]
    option = given.get("selected_option")
    if option is not None:
        return unescape(option.get("value", ""))
    return given.get("value")
