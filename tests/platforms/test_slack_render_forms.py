"""A form as it leaves for Slack: a modal, or as many steps as it needs, within every limit."""

from dataclasses import replace
from datetime import UTC, datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.chat.forms import Answers, AnyField, Choice, Choices, Consent, LongText, Number, Scale, ShortText, When
from bot.chat.platform import FormView
from bot.platforms.slack.forms import JOINTS, modal, shown_json, steps_of
from bot.platforms.slack.shapes import Input, View
from tests.platforms.slack.hostile import hostile_words
from tests.platforms.slack.limits import shown, strict_view


def form(fields: dict[str, AnyField], answers: Answers | None = None, faults: dict[str, str] | None = None) -> FormView:
    for name, field in fields.items():
        field.name = name
    return FormView(
        opening="0pening",
        title="Your week",
        intro="Only **you** see this.",
        done="Save",
        fields=fields,
        answers=answers or {},
        faults=faults or {},
        opened_at=datetime(2027, 1, 5, 9, tzinfo=UTC),
        zone="Europe/London",
    )


def asked(view: View) -> dict[str, Input]:
    strict_view(view)
    return {block["block_id"]: block for block in view["blocks"] if block["type"] == "input"}


def put_together(inputs: dict[str, Input], name: str) -> str:
    text = ""
    for block_id, block in inputs.items():
        element = block["element"]
        if element["type"] == "plain_text_input" and (value := element.get("initial_value", "")):
            text += value if block_id == name else JOINTS[block_id.split(".")[2]] + value
    return text


EVERY: dict[str, AnyField] = {
    "name": ShortText("What is it called?", help="A line will do.", required=False),
    "secret": ShortText("Your passphrase?", secret=True),
    "learned": LongText("What did you learn?"),
    "mood": Choice("How was it?", ["Heavy", "Steady", "Light"]),
    "maybe": Choice("Anything else?", ["Yes", "No"], required=False),
    "many": Choice("Which one?", [f"Option {n}" for n in range(100)]),
    "some": Choices("Which of these?", ["a", "b"]),
    "lots": Choices("Which of all these?", [f"Option {n}" for n in range(30)]),
    "count": Number("How many?", least=1, most=9),
    "scale": Scale("How sure are you?", low="Not at all", high="Quite"),
    "wide": Scale("And now?", low="Low", high="High", steps=10),
    "agreed": Consent("Do you agree?"),
    "again": When("When again?"),
}

ANSWERED: Answers = {
    "name": "Ada",
    "secret": "hush",
    "learned": "To listen",
    "mood": "Steady",
    "many": "Option 7",
    "some": ["b"],
    "lots": ["Option 1", "Option 2"],
    "count": 3,
    "scale": 4,
    "wide": 9,
    "agreed": True,
    "again": "2027-01-12T14:00:00+00:00",
}


def test_every_kind_of_question_has_its_input() -> None:
    inputs = asked(modal(form(EVERY)))
    assert {name: block["element"]["type"] for name, block in inputs.items()} == {
        "name": "plain_text_input",
        "secret": "plain_text_input",
        "learned": "plain_text_input",
        "mood": "radio_buttons",
        "maybe": "static_select",
        "many": "static_select",
        "some": "checkboxes",
        "lots": "multi_static_select",
        "count": "number_input",
        "scale": "radio_buttons",
        "wide": "static_select",
        "agreed": "radio_buttons",
        "again": "plain_text_input",
        "again.pick": "datetimepicker",
    }
    assert not any(key.startswith("initial") for block in inputs.values() for key in block["element"])
    optional = {name for name, block in inputs.items() if block["optional"]}
    assert optional == {"name", "maybe", "again", "again.pick"}


def test_a_modal_carries_which_form_it_is_and_none_of_what_is_answered() -> None:
    view = modal(form(EVERY, ANSWERED))
    carried = shown_json.validate_json(view["private_metadata"])
    assert (carried.opening, carried.zone, carried.step) == ("0pening", "Europe/London", 0)
    assert not any(isinstance(answer, str) and answer in view["private_metadata"] for answer in ANSWERED.values())
    assert (view["title"]["text"], view["submit"]["text"], view["close"]["text"]) == ("Your week", "Save", "Cancel")
    assert shown(view["blocks"]) == "Only you see this."


def test_what_was_answered_is_filled_in_except_secrets_and_consent() -> None:
    inputs = asked(modal(form(EVERY, ANSWERED)))
    filled: Answers = {name: ANSWERED[name] for name in ("some", "lots")}
    for name, block in inputs.items():
        element = block["element"]
        if element["type"] in ("plain_text_input", "number_input"):
            filled[name] = element.get("initial_value")
        elif element["type"] in ("radio_buttons", "static_select"):
            filled[name] = element["initial_option"]["value"] if "initial_option" in element else None
    assert filled == ANSWERED | {"secret": None, "maybe": None, "agreed": None, "again": None} | {
        name: str(ANSWERED[name]) for name in ("count", "scale", "wide")
    }
    some, pick = inputs["some"]["element"], inputs["again.pick"]["element"]
    assert some["type"] == "checkboxes"
    assert [option["value"] for option in some["initial_options"]] == ["b"]
    assert pick["type"] == "datetimepicker"
    assert pick["initial_date_time"] == int(datetime(2027, 1, 12, 14, tzinfo=UTC).timestamp())


def test_an_answer_that_no_longer_fits_its_question_does_not_break_the_modal() -> None:
    stale: Answers = {
        "mood": "Gone",
        "some": ["gone"],
        "count": 99,
        "scale": 17,
        "again": "next tusday",
        "name": "n" * 400,
    }
    inputs = asked(modal(form(EVERY, stale)))
    assert put_together({"again": inputs["again"]}, "again") == "next tusday"
    assert put_together({"name": inputs["name"]}, "name") == "n" * 400


def test_a_fault_is_at_the_top_by_its_question_and_with_its_field_in_words() -> None:
    view = modal(form(EVERY, faults={"name": "This one needs an answer."}))
    assert shown(view["blocks"]).startswith("Please look at this again:\nWhat is it called?")
    assert asked(view)["name"]["hint"]["text"] == "This one needs an answer. A line will do."


@settings(deadline=None)
@given(hostile_words, st.integers(1, 400))
def test_a_long_answer_survives_in_as_many_inputs_as_it_needs(parts: list[str], times: int) -> None:
    text = ("".join(parts) * times)[:20_000].strip()
    inputs = asked(modal(form({"learned": LongText("What did you learn?")}, {"learned": text})))
    assert put_together(inputs, "learned") == text
    assert [block["optional"] for block in inputs.values()] == [False] + [True] * (len(inputs) - 1)


def test_a_nearly_full_answer_gets_an_empty_input_to_go_on_in() -> None:
    inputs = asked(modal(form({"learned": LongText("What did you learn?")}, {"learned": "x" * 2_900})))
    assert list(inputs) == ["learned", "learned.2.line"]
    assert "initial_value" not in inputs["learned.2.line"]["element"]


def test_a_form_too_long_for_a_modal_is_asked_in_steps_that_hold_every_question_once() -> None:
    fields: dict[str, AnyField] = {f"field_{n}": ShortText("What?") for n in range(100)}
    fields |= {f"long_{n}": LongText("What more?") for n in range(9)}
    steps = steps_of(fields)
    assert [name for step in steps for name in step] == list(fields)
    for number, names in enumerate(steps):
        view = modal(replace(form(fields, {name: "x" * 20_000 for name in fields if "long" in name}), step=number))
        assert {name.split(".")[0] for name in asked(view)} == set(names)
        assert view["submit"]["text"] == ("Save" if number == len(steps) - 1 else "Next")


def test_a_form_to_be_looked_at_again_opens_at_the_step_that_needs_it() -> None:
    fields: dict[str, AnyField] = {f"field_{n}": ShortText("What?") for n in range(100)}
    view = modal(replace(form(fields, faults={"field_99": "This one needs an answer."}), step=0))
    assert "field_99" in asked(view)
