"""What is left of a text when nothing is left but what is seen."""

import re


def visible(text: str) -> str:
    """A text without what may differ between a whole and its pieces: white space, and characters that show nothing."""
    return re.sub(r"[\s\u00ad\u115f\u1160\u200b-\u200f\u2028-\u202e\u2060-\u2064\u2800\u3164\ufeff]+", "", text)
