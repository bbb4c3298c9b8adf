"""Desks: letterboxes of the bot's own, for work that nobody speaks in. One posts to a desk as to a colleague."""

DESK = "desk."


def desk_vault(name: str) -> str:
    """The vault id of a desk. No person's can be the same: theirs have no full stop."""
    return f"{DESK}{name}"
