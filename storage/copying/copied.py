"""What a copy holds, as whoever puts it back wants to know it."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Copied:
    """What was found while it was copied."""

    revision: str
    """The migration that the shared tables stand at."""
    rows: Mapping[str, int]
    """How many rows each shared table has."""
    vaults: int
    masters: Mapping[str, str]
    """The master keys that its wrapped keys need: each one's id, and what it is known again by, in hex."""
