"""Whose words are told: somebody else’s, or those of a story."""

from bot.chat.understanding.risk.concepts import SUBJECTS

REPORTED = SUBJECTS.ideas(
    "PERSON ..6 TELLS (to)? (me|us|someone|everyone)? (that)? (HE|HIS|HIM|life|there|/)",
)
"""Somebody else’s words are told."""

FICTION = SUBJECTS.ideas(
    "(film|novel|drama|thriller|opera|musical|documentary|book|plot|netflix|bbc|news|headline|headlines|poem|soap|"
    "podcast|episode) ..6 (about|where|in which|who|when|says|said|reports|character|ends|end|was|is)",
)
"""It is about somebody in a story, or in the news."""
