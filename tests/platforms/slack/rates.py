"""How often Slack lets each method be called."""

from collections.abc import Callable
from dataclasses import dataclass
from math import ceil

A_MINUTE = {1: 10, 2: 20, 3: 50, 4: 100, 5: 600}
"""Calls a minute by tier: what Slack promises, save for its lowest tier, where it bears more than the one it names.
The fifth stands for methods that Slack gives limits of their own."""


@dataclass
class Bucket:
    """Lets so many a second through on average, and so many at once after a rest."""

    a_second: float
    burst: float
    left: float
    filled_at: float

    def wait(self, now: float) -> float:
        self.left = min(self.burst, self.left + (now - self.filled_at) * self.a_second)
        self.filled_at = now
        return max(0.0, (1 - self.left) / self.a_second)


@dataclass
class Rates:
    """Settings: messages a second in a channel and in the whole workspace, each with the burst it bears."""

    pace: float = 1.0
    channel: float = 1.0
    channel_burst: float = 5
    workspace: float = 10.0
    workspace_burst: float = 20


class Turnstile:
    """Counts the calls of one bot in one workspace."""

    def __init__(self, rates: Rates, now: Callable[[], float]) -> None:
        self.rates = rates
        self._now = now
        self._buckets: dict[str, Bucket] = {}

    def called(self, method: str, tier: int) -> int | None:
        """None if the call is let through; else what to say in Retry-After."""
        a_minute = A_MINUTE[tier]
        return self._through([(method, a_minute / 60, a_minute)])

    def posted(self, channel: str) -> int | None:
        rates = self.rates
        return self._through(
            [
                (channel, rates.channel, rates.channel_burst),
                ("the whole workspace", rates.workspace, rates.workspace_burst),
            ]
        )

    def _through(self, wanted: list[tuple[str, float, float]]) -> int | None:
        now = self._now()
        buckets = [self._bucket(name, a_second, burst, now) for name, a_second, burst in wanted]
        wait = max(bucket.wait(now) for bucket in buckets)
        if wait > 0:
            # Real seconds are whole ones. At many times the pace a fraction counts as none, or tests would wait for it.
            return ceil(wait) if self.rates.pace <= 1 else int(wait)
        for bucket in buckets:
            bucket.left -= 1
        return None

    def _bucket(self, name: str, a_second: float, burst: float, now: float) -> Bucket:
        if name not in self._buckets:
            self._buckets[name] = Bucket(a_second * self.rates.pace, burst, burst, now)
        return self._buckets[name]
