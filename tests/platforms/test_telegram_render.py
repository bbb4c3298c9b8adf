"""What leaves for Telegram: shown exactly, nothing lost, and no limit passed."""

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.chat.markdown import Run, drawn, literal, parse, units
from bot.chat.messages import Button, File, Message, Picture
from bot.platforms.telegram.render import DocumentPart, PhotoPart, TelegramPart, TextPart, message, rows
from tests.visible import visible

HOSTILE = [
    *(
        "<b>",
        "</a>",
        "&lt;",
        "&amp;lt;",
        "&",
        '"><script>',
        "*x*",
        "_x_",
        "<!channel>",
        "@somebody",
        "\u202eright",
        "שלום",
    ),
    *("👩🏽‍💻🇬🇧", "> q", "- x"),
]
hostile_words = st.lists(st.sampled_from([*HOSTILE, "word ", "\n", "\n\n", ". "]) | st.text(max_size=8), max_size=40)
messages = st.builds(
    Message,
    text=hostile_words.map(lambda parts: "".join(parts) * 60) | st.text(max_size=300).map(literal),
    title=st.text(min_size=1, max_size=150),
    fields=st.dictionaries(
        st.text(min_size=1, max_size=20), st.sampled_from(HOSTILE).map(lambda one: one * 90), max_size=10
    ),
    buttons=st.lists(
        st.builds(Button, label=st.text(min_size=1, max_size=75), press=st.just("a.b:1")), max_size=24
    ).map(tuple),
    private=st.booleans(),
)


class Reading(HTMLParser):
    """Telegram's reading of a text: its words, what is marked, and a failure where a tag is unknown or not closed."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[tuple[str, str]] = []
        self.runs: list[tuple[str, frozenset[str], str]] = []
        self.entities = 0
        self.feed(html)
        self.close()
        assert not self.open, "a tag is not closed"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in ("b", "i", "a", "blockquote")
        assert [name for name, _ in attrs] == (["href"] if tag == "a" else [])
        self.open.append((tag, str(attrs[0][1]) if attrs else ""))
        self.entities += 1

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        link = "".join(address for _, address in self.open)
        self.runs.append((data, frozenset(tag for tag, _ in self.open) - {"a"}, link))

    def handle_comment(self, data: str) -> None:
        raise AssertionError("somebody's words became a comment")

    def handle_decl(self, decl: str) -> None:
        raise AssertionError("somebody's words became a declaration")

    def handle_pi(self, data: str) -> None:
        raise AssertionError("somebody's words became an instruction")

    @property
    def text(self) -> str:
        return "".join(words for words, _, _ in self.runs)


def read(parts: list[TelegramPart]) -> list[str]:
    return [Reading(part.html).text for part in parts if isinstance(part, TextPart)]


def strict(parts: list[TelegramPart]) -> None:
    assert parts
    for part in parts:
        if isinstance(part, TextPart):
            assert not re.search(r"&(?!(?:amp|lt|gt|quot|#x27);)", part.html), "half an entity"
            reading = Reading(part.html)
            assert visible(reading.text)
            assert units(reading.text) <= 4_096
            assert reading.entities <= 100
        else:
            assert units(part.caption) <= 1_024
        assert sum(map(len, part.keyboard)) <= 100
        assert all(1 <= len(row) <= 8 for row in part.keyboard)
        assert all(1 <= len(button.press.encode()) <= 64 for row in part.keyboard for button in row)
    assert not any(part.keyboard for part in parts[:-1])


@settings(deadline=None)
@given(messages)
def test_whatever_is_said_no_limit_is_passed_and_nothing_is_lost(said: Message) -> None:
    parts = message(said)
    strict(parts)
    written = visible("".join(read(parts)))
    body = visible("".join(run.text for block in parse(said.text) for run in drawn(block)))
    fields = visible("".join(f"{name}: {value}" for name, value in said.fields.items()))
    assert written == visible(said.title) + body + fields or not visible(said.title + body + fields)
    assert [button for row in parts[-1].keyboard for button in row] == list(said.buttons)
    assert {part.protected for part in parts} == {said.private}


@pytest.mark.parametrize("words", HOSTILE)
def test_what_somebody_wrote_is_shown_exactly_and_marks_nothing(words: str) -> None:
    (part,) = message(Message(text=literal(words), title=words, fields={words: words}))
    assert isinstance(part, TextPart)
    assert Reading(part.html).runs == [
        (words, frozenset({"b"}), ""),
        (f"\n\n{words}\n\n", frozenset(), ""),
        (f"{words}: ", frozenset({"b"}), ""),
        (words, frozenset(), ""),
    ]


def test_what_is_marked_is_what_was_marked() -> None:
    said = "Hi **you** and *[a **b**](https://x.org/?a=1&lt=2)*\n\n- one\n\n3. *three*\n\n> so **it** is"
    (part,) = message(Message(text=said))
    assert isinstance(part, TextPart)
    reading = Reading(part.html)
    expected = [run for block in parse(said) for run in drawn(block)]
    marked = [run for run in expected if run.bold or run.italic or run.link]
    found = [
        Run(words, "b" in tags, "i" in tags, link)
        for words, tags, link in reading.runs
        if tags - {"blockquote"} or link
    ]
    assert found == marked
    assert [words for words, tags, _ in reading.runs if "blockquote" in tags] == ["so ", "it", " is"]
    assert reading.text == "Hi you and a b\n\n• one\n\n3. three\n\nso it is"


def test_links_that_telegram_does_not_make_are_written_out() -> None:
    (part,) = message(Message(text="[Write](mailto:ada@x.uk) or [**ring**](tel:+44207)"))
    assert part == TextPart("Write (ada@x.uk) or <b>ring</b> (+44207)")


def test_a_title_is_bold_on_top_and_fields_are_lines() -> None:
    (part,) = message(Message(text="Soon.", title="A time is free", fields={"Coach": "Cleo", "When": "Monday"}))
    assert part == TextPart("<b>A time is free</b>\n\nSoon.\n\n<b>Coach: </b>Cleo\n<b>When: </b>Monday")


def test_short_labels_share_a_row_and_long_ones_have_their_own() -> None:
    labels = ["1", "2", "3", "4", "5", "Yes", "Not now", "Write one from a prompt, or from scratch", "Back", "Skip"]
    keyboard = rows([Button(label, "a") for label in labels])
    assert [[button.label for button in row] for row in keyboard] == [
        ["1", "2", "3", "4", "5", "Yes"],
        ["Not now"],
        ["Write one from a prompt, or from scratch"],
        ["Back", "Skip"],
    ]
    assert [len(row) for row in rows([Button(str(n), "a") for n in range(10)])] == [8, 2]


def test_wide_letters_take_their_room() -> None:
    assert len(rows([Button("二二二二二二二二", "a"), Button("二二二二二二二二", "a")])) == 2


def test_a_picture_comes_before_the_words_with_its_alt_text_as_caption() -> None:
    said = Message(
        text="Here.", buttons=(Button("On", "a"),), attachments=(Picture(b"x", "<Two> met", "c.png"),), private=True
    )
    assert message(said) == [
        PhotoPart(b"x", "c.png", "<Two> met", protected=True),
        TextPart("Here.", ((said.buttons[0],),), protected=True),
    ]


def test_a_file_alone_carries_the_buttons() -> None:
    said = Message(buttons=(Button("On", "a"),), attachments=(File(b"x", "notes.zip", "Your notes"),))
    assert message(said) == [DocumentPart(b"x", "notes.zip", "Your notes", ((said.buttons[0],),))]


def test_a_caption_too_long_goes_on_in_a_message() -> None:
    parts = message(Message(attachments=(Picture(b"x", "👩🏽‍💻 <met>. " * 70),)))
    strict(parts)
    assert isinstance(parts[0], PhotoPart)
    assert visible(parts[0].caption + "".join(read(parts))) == visible("👩🏽‍💻 <met>. " * 70)


def test_a_picture_too_large_for_a_photo_goes_as_a_file() -> None:
    (part,) = message(Message(attachments=(Picture(b"xxx" * 3_400_000, "Large"),)))
    assert isinstance(part, DocumentPart)


def test_a_message_of_white_space_still_says_something() -> None:
    strict(message(Message(text=" ", buttons=(Button("On", "a"),))))


def test_many_short_links_stay_within_what_telegram_reads() -> None:
    parts = message(Message(text=" ".join(f"[{n}](https://x.org/{n})" for n in range(300))))
    strict(parts)
    assert sum(Reading(part.html).entities for part in parts if isinstance(part, TextPart)) == 300
