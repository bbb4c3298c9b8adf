"""Words that would do harm, or not be shown as they are, where Slack took them for more than words."""

from hypothesis import strategies as st

HOSTILE = [
    *("<!channel>", "<@U123>", "<https://x.org|y>", "*x*", "_x_", "~x~", "`x`", ":smile:", "<b>", "&lt;", "&amp;lt;"),
    *("\u202eright", "שלום", "👩🏽‍💻🇬🇧", "> q", "- x"),
]

hostile_words = st.lists(
    st.sampled_from([*HOSTILE, "&", "word ", "\n", "\n\n", ". "]) | st.text(max_size=8), max_size=40
)
