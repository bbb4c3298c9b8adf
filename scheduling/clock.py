"""The one place that reads the real time. Everything else is told what time it is."""

import time
from datetime import UTC, datetime, timedelta
from typing import Protocol


class Clock(Protocol):
    """What time it is (aware, UTC), and a count of seconds that never jumps, for pacing and time-outs."""

    def now(self) -> datetime: ...

    def monotonic(self) -> float: ...


class SystemClock:
    """The machine's own clock."""

    def now(self) -> datetime:
        return datetime.now(UTC)

    def monotonic(self) -> float:
        return time.monotonic()


class SetClock:
    """A clock that somebody sets: tests, the console, and whoever lives a year ahead of time."""

    def __init__(self, start: datetime, *, running: bool = False) -> None:
        self._real = SystemClock()
        self._running = running
        self.set(start)

    def now(self) -> datetime:
        if not self._running:
            return self._at
        return self._at + timedelta(seconds=self._real.monotonic() - self._since)

    def set(self, moment: datetime) -> None:
        self._at = moment.astimezone(UTC)
        self._since = self._real.monotonic()

    def monotonic(self) -> float:
        return self._real.monotonic()
