"""What leaves for Slack: shown exactly, nothing lost, and no limit passed."""

import json
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.chat.markdown import literal, plain
from bot.chat.messages import Button, File, Message, Picture
from bot.platforms.slack.render import message, window
from bot.platforms.slack.shapes import View
from tests.platforms.slack.hostile import HOSTILE, hostile_words
from tests.platforms.slack.limits import shown, strict_message, strict_view
from tests.visible import visible

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
