"""Every limit of Block Kit, just within and just over."""

import pytest
from slack_sdk.models.blocks import Block as SdkBlock
from slack_sdk.web.async_client import AsyncWebClient

from tests.platforms.fake import Obj
from tests.platforms.slack.people import Person
from tests.platforms.slack.real_bot import refused
from tests.platforms.slack.samples import PICK, QUIET, TEXT, asking, button, buttons, modal, words
from tests.platforms.slack.server import FakeSlack

HEADER: Obj = {"type": "header", "text": words("x" * 150)}
SECTION: Obj = {"type": "section", "text": words("x" * 3_000)}
CONTEXT: Obj = {"type": "context", "elements": [words("x")] * 10}
PICTURE: Obj = {"type": "image", "image_url": "https://example.org/x.png", "alt_text": "Two met"}
OPTIONS = [{"text": words("x" * 75), "value": f"{n:0150}"} for n in range(100)]
RUN: Obj = {"type": "text", "text": "x", "style": {"bold": True}}
LINE: Obj = {"type": "rich_text_section", "elements": [RUN]}


def rich(*elements: Obj) -> Obj:
    return {"type": "rich_text", "elements": [*elements]}


def many(kind: str, count: int, **more: object) -> Obj:
    return {"type": kind, "options": OPTIONS[:count], **more}


GOOD: dict[str, Obj] = {
    "header": HEADER,
    "section": SECTION,
    "fields": {"type": "section", "fields": [words("x" * 100)] * 10},
    "accessory": {**SECTION, "accessory": button("x")},
    "context": CONTEXT,
    "picture": PICTURE,
    "divider": {"type": "divider", "block_id": "x" * 255},
    "buttons": buttons(*(button(f"{n}" * 37, "v" * 20) for n in range(10, 35))),
    "button": buttons(button("x" * 75, "v" * 2_000, style="danger", accessibility_label="x" * 75)),
    "rich": rich(
        LINE,
        {"type": "rich_text_list", "style": "ordered", "offset": 2, "elements": [LINE]},
        {"type": "rich_text_quote", "elements": [{"type": "link", "url": "https://example.org", "text": "x"}]},
    ),
}
BAD: dict[str, Obj] = {
    "a long header": {"type": "header", "text": words("x" * 151)},
    "a header in other than plain text": {"type": "header", "text": {"type": "mrkdwn", "text": "x"}},
    "a header without words": {"type": "header", "text": words("")},
    "an emoji flag that is none": {"type": "header", "text": {**words("x"), "emoji": "no"}},
    "a header of astral letters": {"type": "header", "text": words("🙂" * 76)},
    "a long section": {"type": "section", "text": words("x" * 3_001)},
    "an empty section": {"type": "section"},
    "eleven fields": {"type": "section", "fields": [words("x")] * 11},
    "a long field": {"type": "section", "fields": [words("x" * 2_001)]},
    "a picture without alt text": {"type": "image", "image_url": "https://example.org/x.png"},
    "eleven in a context": {"type": "context", "elements": [words("x")] * 11},
    "a long label": buttons(button("x" * 76)),
    "a long value": buttons(button("x", "v" * 2_001)),
    "an empty value": buttons(button("x", "")),
    "a long action_id": buttons({**button("x"), "action_id": "x" * 256}),
    "a style that is none": buttons(button("x", style="main")),
    "a long accessibility label": buttons(button("x", accessibility_label="x" * 76)),
    "two of one action_id": buttons(button("x", "1"), button("x", "2")),
    "twenty-six buttons": buttons(*(button(f"{n}") for n in range(26))),
    "no buttons": buttons(),
    "a text input outside an input": buttons({"type": "plain_text_input", "action_id": "x"}),
    "a long block_id": {"type": "divider", "block_id": "x" * 256},
    "a block that is none": {"type": "paragraph"},
    "a field that is none": {**HEADER, "colour": "red"},
    "rich text without elements": rich(),
    "an empty run": rich({**LINE, "elements": [{"type": "text", "text": ""}]}),
    "a run outside a line": rich(RUN),
    "a style word that is none": rich({**LINE, "elements": [{**RUN, "style": {"loud": True}}]}),
    "a list in a list": rich({"type": "rich_text_list", "style": "bullet", "elements": [{"type": "rich_text_list"}]}),
    "a list of no style": rich({"type": "rich_text_list", "style": "dashes", "elements": [LINE]}),
    "a link that is none": rich({**LINE, "elements": [{"type": "link", "url": "javascript:x"}]}),
}
GOOD_INPUTS: dict[str, Obj] = {
    "text": {**TEXT, "max_length": 3_000, "initial_value": "x" * 3_000, "placeholder": words("x" * 150)},
    "number": {
        "type": "number_input",
        "is_decimal_allowed": False,
        "min_value": "0",
        "max_value": "9",
        "initial_value": "9",
    },
    "menu": many("static_select", 100, initial_option=OPTIONS[99]),
    "radio": many("radio_buttons", 10, initial_option=OPTIONS[0]),
    "ticks": many("checkboxes", 10, initial_options=OPTIONS[:2]),
    "several": many("multi_static_select", 100, initial_options=OPTIONS[:2]),
    "moment": {"type": "datetimepicker", "initial_date_time": 1_800_000_000},
    "day": {"type": "datepicker", "initial_date": "2027-01-05"},
    "time": {"type": "timepicker", "initial_time": "09:30"},
}
BAD_INPUTS: dict[str, Obj] = {
    "a text longer than its most": {**TEXT, "max_length": 5, "initial_value": "x" * 6},
    "a text longer than any": {**TEXT, "initial_value": "x" * 3_001},
    "more than the most": {**TEXT, "max_length": 3_001},
    "a least over the most": {**TEXT, "min_length": 6, "max_length": 5},
    "an empty initial text": {**TEXT, "initial_value": ""},
    "a long placeholder": {**TEXT, "placeholder": words("x" * 151)},
    "bounds that are numbers": {"type": "number_input", "is_decimal_allowed": False, "min_value": 0},
    "a number without decimals said": {"type": "number_input"},
    "a number out of bounds": {
        "type": "number_input",
        "is_decimal_allowed": False,
        "max_value": "5",
        "initial_value": "6",
    },
    "a hundred and one options": {"type": "static_select", "options": [*OPTIONS, PICK["options"][0]]},
    "no options": many("static_select", 0),
    "eleven radio buttons": many("radio_buttons", 11),
    "eleven ticks": many("checkboxes", 11),
    "an initial option that is none": many("radio_buttons", 2, initial_option=OPTIONS[2]),
    "an initial option unlike itself": many("static_select", 2, initial_option={**OPTIONS[0], "text": words("y")}),
    "no initial options": many("checkboxes", 2, initial_options=[]),
    "two options alike": {"type": "static_select", "options": [OPTIONS[0], OPTIONS[0]]},
    "a long option": {"type": "static_select", "options": [{"text": words("x" * 76), "value": "x"}]},
    "a long option value": {"type": "static_select", "options": [{"text": words("x"), "value": "x" * 151}]},
    "a moment of nine digits": {"type": "datetimepicker", "initial_date_time": 999_999_999},
    "a moment with a fraction": {"type": "datetimepicker", "initial_date_time": 1_800_000_000.5},
    "a day that is none": {"type": "datepicker", "initial_date": "5 January"},
    "a time that is none": {"type": "timepicker", "initial_time": "24:00"},
    "a button": button("x"),
}
BAD_VIEWS: dict[str, Obj] = {
    "a long title": modal(HEADER, title=words("x" * 25)),
    "a long submit": modal(HEADER, submit=words("x" * 25)),
    "a long close": modal(HEADER, close=words("x" * 25)),
    "no title": {"type": "modal", "blocks": [HEADER]},
    "a home": {"type": "home", "blocks": [HEADER]},
    "a hundred and one blocks": modal(*[HEADER] * 101),
    "long private_metadata": modal(HEADER, private_metadata="x" * 3_001),
    "a long callback_id": modal(HEADER, callback_id="x" * 256),
    "a long external_id": modal(HEADER, external_id="x" * 256),
    "an input and no submit": {"type": "modal", "title": words("x"), "blocks": [asking("x", TEXT)]},
    "two of one block_id": modal(asking("x", TEXT), asking("x", TEXT)),
    "a long label": modal({**asking("x", TEXT), "label": words("x" * 2_001)}),
    "a long hint": modal(asking("x", TEXT, hint=words("x" * 2_001))),
    "optional that is no boolean": modal(asking("x", TEXT, optional="yes")),
    "two in focus": modal(asking("x", {**TEXT, "focus_on_load": True}), asking("y", {**TEXT, "focus_on_load": True})),
}


@pytest.mark.parametrize("block", GOOD.values(), ids=GOOD)
async def test_blocks_within_every_limit_are_taken(
    fake: FakeSlack, client: AsyncWebClient, ada: Person, block: Obj
) -> None:
    parsed = SdkBlock.parse(block)
    assert parsed is not None
    parsed.validate_json()
    await client.chat_postMessage(channel=ada.id, text="x", blocks=[block], **QUIET)
    assert fake.violations == []


@pytest.mark.parametrize("block", BAD.values(), ids=BAD)
async def test_blocks_over_a_limit_are_refused(
    fake: FakeSlack, client: AsyncWebClient, ada: Person, block: Obj
) -> None:
    failed = await refused(client.chat_postMessage(channel=ada.id, text="x", blocks=[block], **QUIET))
    assert failed["error"] == "invalid_blocks"
    assert "[json-pointer:/blocks/0" in failed["response_metadata"]["messages"][0]
    assert len(fake.violations) == 1
    assert ada.dm == []


@pytest.mark.parametrize("element", GOOD_INPUTS.values(), ids=GOOD_INPUTS)
async def test_inputs_within_every_limit_are_taken(
    fake: FakeSlack, client: AsyncWebClient, ada: Person, element: Obj
) -> None:
    block = asking("x" * 255, element, hint=words("x" * 2_000))
    parsed = SdkBlock.parse(block)
    assert parsed is not None
    parsed.validate_json()
    trigger = await a_trigger(fake, ada)
    await client.views_open(trigger_id=trigger, view=modal(block, private_metadata="x" * 3_000))
    assert fake.violations == []


@pytest.mark.parametrize("element", BAD_INPUTS.values(), ids=BAD_INPUTS)
async def test_inputs_over_a_limit_are_refused(
    fake: FakeSlack, client: AsyncWebClient, ada: Person, element: Obj
) -> None:
    await a_view_is_refused(fake, client, ada, modal(asking("x", element)))


@pytest.mark.parametrize("view", BAD_VIEWS.values(), ids=BAD_VIEWS)
async def test_views_over_a_limit_are_refused(fake: FakeSlack, client: AsyncWebClient, ada: Person, view: Obj) -> None:
    await a_view_is_refused(fake, client, ada, view)


async def a_view_is_refused(fake: FakeSlack, client: AsyncWebClient, ada: Person, view: Obj) -> None:
    failed = await refused(client.views_open(trigger_id=await a_trigger(fake, ada), view=view))
    assert failed["error"] == "invalid_arguments"
    assert "[json-pointer:/view" in failed["response_metadata"]["messages"][0]
    assert len(fake.violations) == 1
    assert ada.modal is None


async def a_trigger(fake: FakeSlack, ada: Person) -> str:
    await ada.shortcut("open")
    return [*fake.workspace.triggers][-1]


async def test_a_view_of_more_than_250_kb_is_refused(fake: FakeSlack, client: AsyncWebClient, ada: Person) -> None:
    view = modal(*[SECTION] * 90)
    failed = await refused(client.views_open(trigger_id=await a_trigger(fake, ada), view=view))
    assert failed["error"] == "view_too_large"


@pytest.mark.parametrize(
    ("said", "error"),
    [
        ({"text": ""}, "no_text"),
        ({"text": "x" * 40_001}, "msg_too_long"),
        ({"text": "x", "blocks": {"type": "divider"}}, "invalid_blocks_format"),
        ({"text": "x", "blocks": [HEADER] * 51}, "invalid_blocks"),
        ({"text": "x", "blocks": [SECTION] * 5}, "msg_blocks_too_long"),
        ({"text": "x", "metadata": {"event_type": "waymark"}}, "invalid_metadata_format"),
        ({"text": "x", "metadata": {"event_type": "waymark", "event_payload": {"id": []}}}, "invalid_metadata_format"),
        ({"text": "x", "metadata": {"event_type": "w", "event_payload": {"id": "x" * 16_000}}}, "metadata_too_large"),
    ],
)
async def test_a_message_over_a_limit_is_refused(
    fake: FakeSlack, client: AsyncWebClient, ada: Person, said: Obj, error: str
) -> None:
    # Past the library’s own warning about a message without text.
    failed = await refused(client.api_call("chat.postMessage", json={"channel": ada.id, **said, **QUIET}))
    assert failed["error"] == error
    assert len(fake.violations) == 1


async def test_an_update_holds_4000_characters(fake: FakeSlack, client: AsyncWebClient, ada: Person) -> None:
    sent = await client.chat_postMessage(channel=ada.id, text="x" * 40_000, **QUIET)
    at = {"channel": sent["channel"], "ts": sent["ts"]}
    await client.chat_update(**at, text="x" * 4_000)
    assert fake.violations == []
    assert (await refused(client.chat_update(**at, text="x" * 4_001)))["error"] == "msg_too_long"


async def test_what_is_taken_and_still_wrong_is_a_violation(
    fake: FakeSlack, client: AsyncWebClient, ada: Person
) -> None:
    await client.api_call("chat.postMessage", json={"channel": ada.id, "text": "", "blocks": [HEADER], **QUIET})
    assert "screen readers" in fake.violations.pop()
    await client.chat_postMessage(channel=ada.id, text="See https://example.org", unfurl_media=False)
    assert "unfurl_links" in fake.violations.pop()
    await client.api_call("chat.postMessage", json={"channel": ada.id, "text": "x", "txet": "x", **QUIET})
    assert "no argument txet" in fake.violations.pop()
    assert fake.violations == []
