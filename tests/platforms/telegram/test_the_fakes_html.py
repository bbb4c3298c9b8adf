"""Telegram's HTML: what it makes of it, and what it says where it can't."""

import pytest

from tests.platforms.telegram.html_text import Formatted, parse_html, written
from tests.platforms.telegram.shapes import Wrong

GOOD = {
    "a &lt;b&gt; &amp; &quot;c&quot; &#39;d&#x27; & e &nbsp;": ("a <b> & \"c\" 'd' & e &nbsp;", []),
    "<b>a</b><STRONG>b</strong>": ("ab", ["bold 0 1", "bold 1 1"]),
    "<i>a</i><em>b</em><u>c</u><ins>d</ins>": ("abcd", ["italic 0 1", "italic 1 1", "underline 2 1", "underline 3 1"]),
    "<s>a</s><strike>b</strike><del>c</del>": ("abc", [f"strikethrough {n} 1" for n in range(3)]),
    "<tg-spoiler>a</tg-spoiler><span class='tg-spoiler'>b</span>": ("ab", ["spoiler 0 1", "spoiler 1 1"]),
    "🙂<b>🙂<i>é</i></b>": ("🙂🙂é", ["bold 2 3", "italic 4 1"]),
    '<a href="https://example.org/?a=1&amp;b=2">a</a>': ("a", ["text_link 0 1 https://example.org/?a=1&b=2"]),
    '<a href="example.org">a</a>': ("a", ["text_link 0 1 http://example.org/"]),
    "<a>example.org/x</a>": ("example.org/x", ["text_link 0 13 http://example.org/x"]),
    '<a href="mailto:ada@example.org">a</a>': ("a", []),
    '<a href="javascript:alert(1)">a</a>': ("a", []),
    "<code>a</code><pre>b</pre>": ("ab", ["code 0 1", "pre 1 1"]),
    '<pre><code class="language-python">a</code></pre>': ("a", ["pre 0 1 python"]),
    "<blockquote>a</blockquote><blockquote expandable>b</blockquote>": (
        "ab",
        ["blockquote 0 1", "expandable_blockquote 1 1"],
    ),
    '<tg-emoji emoji-id="5368324170671202286">👍</tg-emoji>': ("👍", ["custom_emoji 0 2 5368324170671202286"]),
    "<b></b>a": ("a", []),
    "<b >a</b >": ("a", ["bold 0 1"]),
    "<b>a</>": ("a", ["bold 0 1"]),
}
BAD = {
    "<b>a": 'Can\'t find end tag corresponding to start tag "b"',
    "a</b>": "Unexpected end tag at byte offset 1",
    "é<b>a</i>": 'Unmatched end tag at byte offset 6, expected "</b>", found "</i>"',
    "<b><i>a</b></i>": 'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"',
    "🙂<h1>a</h1>": 'Unsupported start tag "h1" at byte offset 4',
    "1 < 2 > 1": 'Unsupported start tag "" at byte offset 2',
    "1 <2": "Unclosed start tag at byte offset 2",
    "<br/>": 'Unsupported start tag "br/" at byte offset 0',
    "<b>a</b": "Unclosed end tag at byte offset 4",
    "<span>a</span>": 'Tag "span" must have class "tg-spoiler" at byte offset 0',
    '<span class="red">a</span>': 'Tag "span" must have class "tg-spoiler" at byte offset 0',
    '<a href="x>a</a>': "Unclosed start tag at byte offset 0",
    "<a href=": 'Unclosed start tag "a" at byte offset 0',
    "<a href=x/y>a</a>": "Unexpected end of name token at byte offset 8",
    "<a =x>a</a>": 'Empty attribute name in the tag "a" at byte offset 0',
    "<tg-emoji>a</tg-emoji>": "Invalid custom emoji identifier specified",
}


def said(formatted: Formatted) -> tuple[str, list[str]]:
    """The text, and each of its entities in a line."""
    return formatted.text, [
        " ".join(
            str(one[name]) for name in ("type", "offset", "length", "url", "language", "custom_emoji_id") if name in one
        )
        for one in formatted.entities
    ]


@pytest.mark.parametrize("source", GOOD)
def test_good_html_is_read(source: str) -> None:
    assert said(parse_html(source)) == GOOD[source]


@pytest.mark.parametrize("source", BAD)
def test_bad_html_is_refused_in_telegrams_words(source: str) -> None:
    with pytest.raises(Wrong) as caught:
        parse_html(source)
    assert caught.value.description == f"Bad Request: can't parse entities: {BAD[source]}"


@pytest.mark.parametrize(
    "source",
    [
        "<b>a <i>b</i></b> &lt;c&gt; &amp;",
        '<a href="https://example.org/?a=1&amp;b=2">🙂 <b>a</b></a>b',
        "<blockquote expandable>a\n<u>b</u></blockquote><tg-spoiler>c</tg-spoiler>",
        "<pre>a</pre><code>b</code><s>c</s>",
    ],
)
def test_html_is_written_as_it_was_read(source: str) -> None:
    assert written(parse_html(source)) == source
