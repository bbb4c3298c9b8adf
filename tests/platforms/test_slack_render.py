"""What leaves for Slack: shown exactly, nothing lost, and no limit passed."""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from slack_sdk.models.blocks import Block as SdkBlock
from slack_sdk.models.views import View as SdkView

from bot.chat.forms import Answers, AnyField, Choice, Choices, Consent, LongText, Number, Scale, ShortText, When
from bot.chat.markdown import literal, plain, units
from bot.chat.messages import Button, File, Message, Picture
from bot.chat.platform import FormView
from bot.platforms.slack.forms import JOINTS, modal, shown_json, steps_of
from bot.platforms.slack.render import SlackMessage, message, window
from bot.platforms.slack.shapes import (
    Input,
    InputElement,
    Option,
    PlainText,
    RichElement,
    RichText,
    View,
    ViewBlock,
)
from tests.visible import visible

HOSTILE = [
    *("<!channel>", "<@U123>", "<https://x.org|y>", "*x*", "_x_", "~x~", "`x`", ":smile:", "<b>", "&lt;", "&amp;lt;"),
    *("\u202eright", "שלום", "👩🏽‍💻🇬🇧", "> q", "- x"),
]

hostile_words = st.lists(
    st.sampled_from([*HOSTILE, "&", "word ", "\n", "\n\n", ". "]) | st.text(max_size=8), max_size=40
)
messages = st.builds(
    Message,
    text=hostile_words.map(lambda parts: "".join(parts) * 60) | st.text(max_size=300).map(literal),
    title=st.text(min_size=1, max_size=150),
    fields=st.dictionaries(
        st.text(min_size=1, max_size=20), st.sampled_from(HOSTILE).map(lambda one: one * 90), max_size=10
    ),
    buttons=st.lists(
        st.builds(
            Button,
            label=st.text(min_size=1, max_size=75) | st.just("&" * 75),
            press=st.just("a.b:1"),
            style=st.sampled_from(["plain", "main", "danger"]),
            describe=st.text(max_size=75),
        ),
        max_size=24,
    ).map(tuple),
)


def unescaped(text: str) -> str:
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def elements(block: RichText) -> Iterator[RichElement]:
    for part in block["elements"]:
        if part["type"] == "rich_text_list":
            for item in part["elements"]:
                yield from item["elements"]
        else:
            yield from part["elements"]


def shown(blocks: Iterable[ViewBlock]) -> str:
    """What is to be read in the blocks, markup apart."""
    words: list[str] = []
    for block in blocks:
        if block["type"] == "rich_text":
            words.extend(element["text"] for element in elements(block))
        elif block["type"] == "header":
            words.append(block["text"]["text"])
    return "".join(words)


# ---------------------------------------------------------------- every limit, strictly


def strict_message(part: SlackMessage) -> None:
    assert 1 <= units(part.text) <= 4_000
    assert not re.search(r"[<>]|&(?!(?:amp|lt|gt);)", part.text)
    assert len(part.blocks) <= 50
    rich = [element for block in part.blocks if block["type"] == "rich_text" for element in elements(block)]
    assert sum(units(element["text"]) for element in rich) <= 3_000 + 150
    assert len(rich) <= 300
    for block in part.blocks:
        strict_block(block)


def strict_view(view: View) -> None:
    assert view["type"] == "modal"
    for words in (view["title"], view["close"], view.get("submit", view["close"])):
        strict_plain(words, 24)
    assert len(view["blocks"]) <= 100
    assert len(json.dumps(view)) <= 250_000
    assert len(view.get("private_metadata", "")) <= 3_000
    block_ids = [block["block_id"] for block in view["blocks"] if block["type"] == "input"]
    assert len(block_ids) == len(set(block_ids))
    action_ids = [
        element["action_id"] for block in view["blocks"] if block["type"] == "actions" for element in block["elements"]
    ]
    assert len(action_ids) == len(set(action_ids))
    for block in view["blocks"]:
        strict_block(block)
    SdkView(**json.loads(json.dumps(view))).validate_json()


def strict_block(block: ViewBlock) -> None:
    parsed = SdkBlock.parse(json.loads(json.dumps(block)))
    assert parsed is not None
    parsed.validate_json()
    assert parsed.to_dict() == block, "a key that Slack's own library does not know"
    if block["type"] == "header":
        strict_plain(block["text"], 150)
    elif block["type"] == "rich_text":
        assert block["elements"]
        for element in elements(block):
            assert 1 <= units(element["text"]) <= 3_000
            if element["type"] == "link":
                assert element["url"].lower().startswith(("http://", "https://", "mailto:", "tel:"))
                assert len(element["url"]) <= 3_000
    elif block["type"] == "actions":
        assert 1 <= len(block["elements"]) <= 25
        assert len({button["action_id"] for button in block["elements"]}) == len(block["elements"])
        for button in block["elements"]:
            strict_plain(button["text"], 150)
            assert len(button["text"]["text"]) <= 75
            assert 1 <= len(button["value"]) <= 2_000
            assert len(button.get("accessibility_label", "")) <= 75
    else:
        strict_input(block)


def strict_input(block: Input) -> None:
    assert 1 <= len(block["block_id"]) <= 255
    strict_plain(block["label"], 2_000)
    if "hint" in block:
        strict_plain(block["hint"], 2_000)
    strict_element(block["element"])


def strict_element(element: InputElement) -> None:
    if element["type"] == "plain_text_input":
        assert 1 <= element["max_length"] <= 3_000
        assert 0 <= units(element.get("initial_value", "")) <= element["max_length"]
        assert element.get("initial_value") != ""
    elif element["type"] == "number_input":
        assert (
            int(element["min_value"])
            <= int(element.get("initial_value", element["min_value"]))
            <= int(element["max_value"])
        )
    elif element["type"] == "radio_buttons" or element["type"] == "static_select":
        strict_options(element["options"], 10 if element["type"] == "radio_buttons" else 100)
        assert element.get("initial_option", element["options"][0]) in element["options"]
    elif element["type"] == "checkboxes" or element["type"] == "multi_static_select":
        strict_options(element["options"], 10 if element["type"] == "checkboxes" else 100)
        chosen = element.get("initial_options", element["options"])
        assert chosen
        assert all(option in element["options"] for option in chosen)


def strict_options(options: list[Option], most: int) -> None:
    assert 1 <= len(options) <= most
    for option in options:
        strict_plain(option["text"], 75)
        assert 1 <= len(option["value"]) <= 150


def strict_plain(words: PlainText, most: int) -> None:
    assert words["type"] == "plain_text"
    assert 1 <= units(words["text"]) <= most


# ---------------------------------------------------------------- messages


@settings(deadline=None)
@given(messages)
def test_whatever_is_said_no_limit_is_passed_and_nothing_is_lost(said: Message) -> None:
    parts = message(said)
    for part in parts:
        strict_message(part)
    written = visible(shown(block for part in parts for block in part.blocks))
    for name, value in said.fields.items():
        assert visible(f"{name}: {value}") in written
    assert written.startswith(visible(said.title))
    pressed = [
        button for part in parts for block in part.blocks if block["type"] == "actions" for button in block["elements"]
    ]
    assert [button["text"]["text"] for button in pressed] == [button.label for button in said.buttons]


@settings(deadline=None)
@given(messages)
def test_a_private_message_is_the_same_in_a_modal_within_its_limits(said: Message) -> None:
    pages = private_modal(said)
    for page in pages:
        strict_view(page)
    whole = visible(shown(block for part in message(said) for block in part.blocks))
    in_pages = visible(pages[0]["title"]["text"] + shown(block for page in pages for block in page["blocks"]))
    assert in_pages.endswith(whole.removeprefix(visible(said.title)))
    assert visible(said.title) in in_pages


@pytest.mark.parametrize("words", HOSTILE)
def test_what_somebody_wrote_is_shown_exactly_and_can_mention_nobody(words: str) -> None:
    (part,) = message(Message(text=f"**{literal('a')}** {literal(words)}", title=words, fields={words: words}))
    assert shown(part.blocks) == f"{words}a {words}\n\n{words}: {words}"
    assert unescaped(part.text) == f"{words}\n\na {words}\n\n{words}: {words}"
    assert "<" not in part.text
    strict_message(part)


def test_bold_works_inside_a_word_and_beside_punctuation() -> None:
    (part,) = message(Message(text="un**believ**able"))
    assert part.blocks == [
        {
            "type": "rich_text",
            "elements": [
                {
                    "type": "rich_text_section",
                    "elements": [
                        {"type": "text", "text": "un"},
                        {"type": "text", "text": "believ", "style": {"bold": True}},
                        {"type": "text", "text": "able"},
                    ],
                }
            ],
        }
    ]


def test_lists_quotes_and_links_are_slacks_own() -> None:
    (part,) = message(Message(text="See *[this](https://x.org/?a&b)*:\n\n3. one\n4. two\n\n- x\n\n> so\n\nDone"))
    section = {"type": "rich_text_section"}
    link = {"type": "link", "url": "https://x.org/?a&b", "text": "this", "style": {"italic": True}}
    see = [{"type": "text", "text": "See "}, link, {"type": "text", "text": ":"}, {"type": "text", "text": "\n"}]
    one, two, x = ({**section, "elements": [{"type": "text", "text": words}]} for words in ("one", "two", "x"))
    assert part.blocks == [
        {
            "type": "rich_text",
            "elements": [
                {**section, "elements": see},
                {"type": "rich_text_list", "style": "ordered", "offset": 2, "elements": [one, two]},
                {"type": "rich_text_list", "style": "bullet", "elements": [x]},
                {"type": "rich_text_quote", "elements": [{"type": "text", "text": "so"}]},
                {**section, "elements": [{"type": "text", "text": "Done"}]},
            ],
        }
    ]
    assert part.text == "See this (https://x.org/?a&amp;b):\n\n3. one\n4. two\n\n• x\n\n“so”\n\nDone"
    strict_message(part)


def test_buttons_carry_their_press_their_weight_and_their_description() -> None:
    said = Message(
        text="Ready?",
        buttons=(
            Button("Yes", "a:1", "main"),
            Button("Delete", "a:2", "danger"),
            Button("Read", "a:3", describe="Read it"),
        ),
    )
    (part,) = message(said)
    actions = part.blocks[-1]
    assert actions["type"] == "actions"
    seen = [(b["value"], b.get("style"), b.get("accessibility_label")) for b in actions["elements"]]
    assert seen == [("a:1", "primary", None), ("a:2", "danger", None), ("a:3", None, "Read it")]
    assert part.text == "Ready?\n\nButtons: Yes, Delete, Read"


def test_long_words_are_split_with_the_title_first_and_the_buttons_last() -> None:
    said = Message(text="A sentence of words. " * 700, title="Long", buttons=(Button("On", "a"),))
    parts = message(said)
    assert len(parts) >= 5
    assert [[block["type"] for block in part.blocks] for part in parts] == [
        ["header", "rich_text"],
        *[["rich_text"]] * (len(parts) - 2),
        ["rich_text", "actions"],
    ]
    assert "".join(shown(part.blocks) for part in parts) == "Long" + said.text.strip()


def test_pictures_and_files_are_uploads_whose_words_are_in_the_message_too() -> None:
    picture, file = Picture(b"x", "Two of three met", "chart.png"), File(b"y", "notes.zip")
    (part,) = message(Message(text="Here.", attachments=(picture, file)))
    assert [(u.data, u.name, u.alt) for u in part.uploads] == [
        (b"x", "chart.png", "Two of three met"),
        (b"y", "notes.zip", "notes.zip"),
    ]
    assert part.text == "Here.\n\nTwo of three met\n\nnotes.zip"
    (page,) = private_modal(Message(text="Here.", attachments=(picture,)))
    assert "Two of three met" in shown(page["blocks"])


def test_a_message_of_white_space_still_says_something() -> None:
    (part,) = message(Message(text=" ", buttons=(Button("On", "a"),)))
    strict_message(part)
    strict_view(private_modal(Message(text=" "))[0])


def test_a_long_private_text_gets_pages_and_its_buttons_are_on_the_last() -> None:
    said = Message(text="шість слів, щоб було довго. " * 6_000, buttons=(Button("Keep", "a"),), private=True)
    pages = private_modal(said)
    assert len(pages) > 1
    for page in pages:
        strict_view(page)
    assert visible("".join(shown(page["blocks"]) for page in pages)) == visible(plain(said.text))
    assert [any(block["type"] == "actions" for block in page["blocks"]) for page in pages] == [
        *[False] * (len(pages) - 1),
        True,
    ]


def test_many_long_paragraphs_stay_within_the_blocks_of_a_page() -> None:
    pages = private_modal(Message(text="\n\n".join(["x" * 1_600] * 99)))
    assert [len(page["blocks"]) for page in pages] == [95, 4]
    for page in pages:
        strict_view(page)


def test_a_title_too_long_for_a_header_is_shown_whole_all_the_same() -> None:
    (part,) = message(Message(title="👩🏽‍💻" * 30, text="Hello"))
    strict_message(part)
    assert shown(part.blocks) == "👩🏽‍💻" * 30 + "Hello"


def private_modal(said: Message) -> list[View]:
    """All the pages of a private message."""
    turning = re.search(r"page 2 of (\d+)", json.dumps(window([said], 0, "again")))
    return [window([said], page) for page in range(int(turning[1]) if turning else 1)]


# ---------------------------------------------------------------- forms


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
