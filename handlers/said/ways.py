"""Phrases as they are written down here: one a line, and the rest of it further in on the next."""


def ways_to_say(text: str) -> tuple[str, ...]:
    """The phrases of this text."""
    return tuple(text.strip().replace("\n    ", " ").splitlines())
