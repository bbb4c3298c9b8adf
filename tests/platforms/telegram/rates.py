"""How often Telegram lets a bot write."""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from math import ceil

A_SECOND = 1.0
A_MINUTE = 60.0


@dataclass
class Rates:
    """Settings: messages a second over all chats, and in a private one with the burst that it bears; messages and edits
    a minute in a group. The pace multiplies all but the burst."""

    pace: float = 1.0
    overall: float = 30
    private: float = 1.0
    private_burst: float = 20
    group: float = 20


@dataclass
class Bucket:
    """Lets so many a second through on average, and so many at once after a rest."""

    left: float
    filled_at: float


class Window:
    """Lets so many through in any stretch of so many seconds."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self._through: deque[float] = deque()

    def wait(self, now: float, most: float, wanted: int) -> float:
        while self._through and self._through[0] <= now - self.seconds:
            self._through.popleft()
        over = len(self._through) + wanted - int(most)
        if over <= 0:
            return 0.0
        return self._through[min(over, len(self._through)) - 1] + self.seconds - now if self._through else self.seconds

    def count(self, now: float, wanted: int) -> None:
        self._through.extend([now] * wanted)


class Turnstile:
    """Counts what one bot writes."""

    def __init__(self, rates: Rates, now: Callable[[], float]) -> None:
        self.rates = rates
        self._now = now
        self._overall = Window(A_SECOND)
        self._groups: dict[int, Window] = {}
        self._private: dict[int, Bucket] = {}

    def sent(self, chat: int, messages: int = 1) -> int | None:
        """None if so many messages are let through; else for how many seconds to wait."""
        now = self._now()
        wait = self._overall.wait(now, self.rates.overall * self.rates.pace, messages)
        wait = max(wait, self._private_wait(chat, now, messages) if chat > 0 else self._group_wait(chat, now, messages))
        if wait > 0:
            return max(1, ceil(wait))
        self._overall.count(now, messages)
        if chat > 0:
            self._private[chat].left -= messages
        else:
            self._groups[chat].count(now, messages)
        return None

    def edited(self, chat: int) -> int | None:
        """The same for an edit, which counts in groups alone."""
        if chat > 0:
            return None
        now = self._now()
        if (wait := self._group_wait(chat, now, 1)) > 0:
            return max(1, ceil(wait))
        self._groups[chat].count(now, 1)
        return None

    def _group_wait(self, chat: int, now: float, messages: int) -> float:
        window = self._groups.setdefault(chat, Window(A_MINUTE))
        return window.wait(now, self.rates.group * self.rates.pace, messages)

    def _private_wait(self, chat: int, now: float, messages: int) -> float:
        rates = self.rates
        bucket = self._private.setdefault(chat, Bucket(rates.private_burst, now))
        a_second = rates.private * rates.pace
        bucket.left = min(rates.private_burst, bucket.left + (now - bucket.filled_at) * a_second)
        bucket.filled_at = now
        return max(0.0, (messages - bucket.left) / a_second)
