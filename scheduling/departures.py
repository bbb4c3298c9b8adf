"""What has really gone out of this process lately: places are even, what is sent is sometimes late."""

from collections import deque
from dataclasses import dataclass
from datetime import timedelta

from storage.shared.pacing import Limit

A_SECOND_S = 1.004
MOST_LATE_S = 0.2


@dataclass
class Departure:
    """One thing that went, and how long it took until it was answered, once that is known."""

    at: float
    took: float | None = None


class Departures:
    """Keeps the things of a bucket from coming closer together than its limit allows in any second.

    Who comes late to their place is followed too soon by the next, and so is what was long on its way. How long can
    only be guessed: as much longer than the quickest as it took to be answered.
    """

    def __init__(self, limit: Limit) -> None:
        in_a_second = round(timedelta(seconds=1) / limit.every) + limit.burst
        self._last: deque[Departure] = deque(maxlen=in_a_second)

    def wait(self, now: float) -> float:
        """How many seconds, to the millisecond, until one more can't make it too many."""
        if len(self._last) < (self._last.maxlen or 0):
            return 0
        first = self._last[0]
        return round(first.at + A_SECOND_S + self._late(first) - now, 3)

    def go(self, now: float) -> Departure:
        departure = Departure(now)
        self._last.append(departure)
        return departure

    def _late(self, one: Departure) -> float:
        took = [each.took for each in self._last if each.took is not None]
        return min(one.took - min(took), MOST_LATE_S) if one.took is not None else 0
