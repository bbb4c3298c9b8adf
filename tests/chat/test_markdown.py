"""The small Markdown: what it means, that it shows what people typed, and that splitting loses nothing."""

import re
import sys
from collections.abc import Callable
from types import FrameType

import pytest
import regex
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.chat.markdown import (
    Block,
    ListOf,
    Paragraph,
    Quote,
    Run,
    drawn,
    literal,
    named,
    parse,
    pieces_of,
    plain,
    split,
    units,
)
from tests.visible import visible

SHAPES = [
    *"*_[]>\\`!(<#&-",
    *("*a ", "a* ", "*a_ ", "a**b", "*_", "**a *b ", "[](", "[a](", "[a](b", "[a](<b", '[a](b "', "![", "[x](a) "),
    *(
        "> ",
        "- ",
        "1. ",
        "> - ",
        ">\n",
        "-\n",
        "- a\n",
        "1. a\n",
        "> a\n",
        "- a\n+ a\n",
        "a\n",
        "\n",
        " ",
        "\t",
        "    ",
    ),
]

awkward = st.sampled_from(
    [
        *(
            "*",
            "_",
            "**",
            "[",
            "](",
            ")",
            "https://x.org",
            "\\",
            "\n",
            "\n\n",
            "> ",
            "- ",
            "1. ",
            "<b>",
            "&lt;",
            "<!channel>",
        ),
        *(
            "a",
            "b ",
            ". ",
            "👩🏽‍💻",
            "🇬🇧",
            "e\u0301",
            "\u202eabc",
            "שלום",
            "\u200d",
            "\u00a0",
            "\t",
            "  ",
            "\r\n",
            "![",
            "~",
            "`",
            "#",
        ),
    ]
)
words = st.lists(awkward | st.text(max_size=8), max_size=60).map("".join)


def length(run: Run) -> int:
    return len(run.text)


def text_of(blocks: tuple[Block, ...]) -> str:
    return "\n\n".join("".join(run.text for run in drawn(block)) for block in blocks)


def as_kept(typed: str) -> str:
    """The white space rules of `literal`, told another way."""
    kept = []
    for line in re.split(r"\r\n|\r|\n", typed.replace("\0", "\ufffd").strip()):
        found = regex.fullmatch(r"([ \t]*)(.*)", line.rstrip(), regex.DOTALL)
        assert found is not None
        indent, rest = found.groups()
        kept.append(indent.replace("\t", "\u00a0" * 4).replace(" ", "\u00a0") + rest)
    return "\n".join(kept)


def test_it_knows_bold_italic_links_lists_and_quotes() -> None:
    said = parse(
        "Hi **you** and *me* or _us_: [here](https://x.org/a)\nnext\n\n- one\n- **two**\n\n3. three\n4. four\n\n> so"
    )
    link = "https://x.org/a"
    assert said == (
        Paragraph(
            (
                *(Run("Hi "), Run("you", bold=True), Run(" and "), Run("me", italic=True), Run(" or ")),
                *(Run("us", italic=True), Run(": "), Run("here", link=link), Run("\nnext")),
            )
        ),
        ListOf(((Run("one"),), (Run("two", bold=True),))),
        ListOf(((Run("three"),), (Run("four"),)), first=3),
        Quote((Run("so"),)),
    )


@pytest.mark.parametrize(
    "words",
    [
        "# head",
        "`code`",
        "<b>x</b>",
        "![p](https://x.org/p.png)",
        "---",
        "~~x~~",
        "&lt;",
        "<https://x.org>",
        "a | b",
        "===",
    ],
)
def test_nothing_else_is_special(words: str) -> None:
    assert parse(words) == (Paragraph((Run(words),)),)


def test_indented_words_are_no_code() -> None:
    assert plain("a\n\n    b") == "a\n\nb"


@pytest.mark.parametrize("address", ["https://x.org", "http://x.org/a?b=c", "mailto:ada@x.uk", "tel:+44207"])
def test_addresses_of_the_web_of_mail_and_of_telephones_become_links(address: str) -> None:
    assert parse(f"[here]({address})") == (Paragraph((Run("here", link=address),)),)


@pytest.mark.parametrize(
    "address",
    ["javascript:alert(1)", "file:///etc", "data:text/html,x", "/x", "x.org", "slack://a", "https://", "https:x"],
)
def test_no_other_address_becomes_a_link(address: str) -> None:
    assert parse(f"[here]({address})") == (Paragraph((Run(f"[here]({address})"),)),)


def test_a_link_without_a_label_shows_its_address() -> None:
    assert plain("[](https://x.org)") == "https://x.org"


def test_plain_words_give_the_address_after_the_label() -> None:
    assert plain("[Write to **Ada**](mailto:ada@x.uk), or\n\n> wait") == "Write to Ada (ada@x.uk), or\n\n“wait”"
    assert plain("[ada@x.uk](mailto:ada@x.uk)") == "ada@x.uk"


def test_a_list_in_a_list_goes_on_at_the_same_level_in_the_same_order() -> None:
    assert plain("1. a\n   - x\n   - y\n2. b\n\n   > q\n\n   c") == "1. a\n\n• x\n• y\n\n2. b\n\n“q”\n\nc"


@settings(deadline=None)
@given(words)
def test_what_somebody_wrote_shows_exactly_as_typed(typed: str) -> None:
    assert plain(literal(typed)) == as_kept(typed)


@settings(deadline=None)
@given(words.filter(lambda typed: bool(typed.strip())))
def test_what_somebody_wrote_stays_in_the_item_or_quote_it_was_put_in(typed: str) -> None:
    kept = as_kept(typed)
    assert parse(f"- {literal(typed)}\n- next") == (ListOf(((Run(kept),), (Run("next"),))),)
    assert parse(f"> {literal(typed)}\n\nnext") == (Quote((Run(kept),)), Paragraph((Run("next"),)))
    assert parse(f"Name: {literal(typed)}.") == (Paragraph((Run(f"Name: {kept}."),)),)


@settings(deadline=None)
@given(st.lists(awkward, max_size=60).map("".join))
def test_no_letter_is_lost_in_reading(typed: str) -> None:
    said = plain(typed)
    assert said.count("b") == typed.count("b")
    assert said.count("👩") == typed.count("👩")


@settings(deadline=None)
@given(words, st.integers(20, 200))
def test_the_pieces_say_everything_within_their_limit(typed: str, most: int) -> None:
    pieces = split(parse(typed), most, length)
    assert visible("".join(map(text_of, pieces))) == visible(text_of(parse(typed)))
    assert all(sum(map(length, drawn(block))) <= most for piece in pieces for block in piece)
    clusters = regex.findall(r"\X", typed)
    if all(len(cluster) < most for cluster in clusters):
        assert all(len(text_of(piece)) <= most for piece in pieces)


@settings(deadline=None)
@given(words)
def test_what_fits_is_left_as_it_is(typed: str) -> None:
    blocks = parse(typed)
    assert [piece for piece in [blocks] if visible(text_of(piece))] == split(blocks, 1_000_000, length)


@settings(deadline=None)
@given(words, st.integers(12, 50))
def test_a_text_in_pieces_is_the_same_text(typed: str, most: int) -> None:
    pieces = pieces_of(typed, most)
    assert "".join(pieces) == typed
    assert all(units(piece) <= most for piece in pieces)


@settings(deadline=None)
@given(st.lists(st.sampled_from(["👩🏽‍💻", "🇬🇧", "e\u0301", "각", "x", " "]), max_size=80), st.integers(12, 30))
def test_no_character_is_cut_in_two(letters: list[str], most: int) -> None:
    whole = set(regex.findall(r"\X", "".join(letters)))
    assert all(set(regex.findall(r"\X", piece)) <= whole for piece in pieces_of("".join(letters), most))


def test_a_character_longer_than_a_piece_is_cut_all_the_same() -> None:
    tall = "a" + "\u0301" * 100
    assert "".join(pieces_of(tall, 10)) == tall


def test_a_long_text_is_cut_after_a_line_else_a_sentence_else_a_space() -> None:
    assert pieces_of("one two.\nthree. four", 16) == ["one two.\n", "three. four"]
    assert pieces_of("one two. three four", 14) == ["one two. ", "three four"]
    assert pieces_of("one two three", 10) == ["one two ", "three"]
    assert pieces_of("onetwothree", 10) == ["onetwothre", "e"]


def test_a_cut_leaves_no_mere_scrap_behind() -> None:
    assert pieces_of("a\nonetwothree", 10) == ["a\nonetwoth", "ree"]


def test_a_split_list_keeps_its_numbers_and_a_cut_item_gets_no_second_one() -> None:
    pieces = split(parse("1. one\n2. two\n3. " + "long " * 10), 30, length)
    assert pieces[0] == (ListOf(((Run("one"),), (Run("two"),)), first=1),)
    assert isinstance(pieces[1][0], ListOf)
    assert pieces[1][0].first == 3
    assert all(isinstance(block, Paragraph) for piece in pieces[2:] for block in piece)


def test_a_list_may_begin_at_any_number() -> None:
    assert plain("0. none\n1. one") == "0. none\n1. one"


def test_styles_and_links_go_on_in_the_next_piece() -> None:
    pieces = split(parse(f"[**{'word ' * 10}end**](https://x.org)"), 30, length)
    assert len(pieces) == 2
    assert {(run.bold, run.link) for piece in pieces for block in piece for run in drawn(block)} == {
        (True, "https://x.org")
    }


def test_fields_are_plain_words() -> None:
    assert named({"Coach": "*Cleo*", "When": "Monday"}) == (
        Paragraph((Run("Coach: ", bold=True), Run("*Cleo*\n"), Run("When: ", bold=True), Run("Monday"))),
    )
    assert named({}) == ()


@pytest.mark.parametrize("shape", SHAPES)
def test_reading_and_splitting_hostile_words_takes_work_in_proportion_to_their_length(shape: str) -> None:
    def read(size: int) -> Callable[[], object]:
        hostile = (shape * size)[:size]
        return lambda: split(parse(hostile), 200, length)

    small, large = calls(read(1_000)), calls(read(4_000))
    assert large <= 4.5 * small + 2_000
    assert large <= 4_000 * 150


def test_fifty_thousand_hostile_characters_are_read_and_shown_as_typed() -> None:
    hostile = "".join((shape * 1_500)[:1_500] for shape in SHAPES)
    assert len(hostile) >= 50_000
    assert plain(literal(hostile)) == as_kept(hostile)
    assert visible(plain(hostile))


def test_deep_nesting_loses_no_words() -> None:
    assert "deep" in plain("> " * 500 + "deep")
    assert "deep" in plain("- " * 500 + "deep")
    assert "deep" in plain("[" * 500 + "deep" + "](https://x.org)" * 500)
    assert plain("*" * 5_001 + "deep" + "*" * 5_001) == "deep"


def calls(work: Callable[[], object]) -> int:
    """How many functions a piece of work calls, which unlike time is the same each time."""
    counted = 0

    def count(_frame: FrameType, event: str, _arg: object) -> None:
        nonlocal counted
        counted += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        work()
    finally:
        sys.setprofile(before)
    return counted
