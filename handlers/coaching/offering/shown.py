"""What somebody was shown, in one number that a button carries: so that it does what they saw, and nothing else."""

from collections.abc import Iterable
from zlib import crc32

from storage.shared.coaching.bookings import Booked

CHANGED = "Something has changed since I showed you this, so I have done nothing. It is like this now:"


def as_shown(booked: Iterable[Booked]) -> int:
    """The same for the same bookings at the same times, and hardly ever for others."""
    known = ",".join(
        f"{each.booking.id}/{each.booking.state}/{int(each.slot.starts_at.timestamp())}" for each in booked
    )
    return crc32(known.encode()) >> 1  # a number in a press stays below 2**31
