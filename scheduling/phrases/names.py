"""The names of the days and of the months, and lists of words for patterns."""

DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)


def listed(words: str) -> frozenset[str]:
    """The words of a list that is too long to quote each of them."""
    return frozenset(words.split())


def one_of(ways: str) -> str:
    """A pattern for any of the ways in a list, which stand a "|" with a space on either side apart."""
    return f"(?:{'|'.join(way.strip() for way in ' '.join(ways.split()).split(' | '))})"
