"""What `waymark check` says of one thing that it looked at."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Found:
    """One thing that was looked at."""

    what: str
    well: bool
    says: str
    warns: bool = False
    """It works as it is, and had better be put right."""
