"""What a test can order to go wrong between Telegram and the bot's calls."""

from collections import deque
from dataclasses import dataclass
from typing import Literal

TroubleKind = Literal["late", "429", "500", "502", "drop", "refuse", "error", "hang"]


@dataclass(frozen=True)
class Trouble:
    kind: TroubleKind
    seconds: float
    retry_after: int
    code: int
    description: str


class Troubles:
    """What is ordered for each method, in its order."""

    def __init__(self) -> None:
        self._ordered: dict[str, deque[Trouble]] = {}

    def order(self, method: str, trouble: Trouble, times: int) -> None:
        self._ordered.setdefault(method, deque()).extend([trouble] * times)

    def next(self, method: str) -> Trouble | None:
        ordered = self._ordered.get(method)
        return ordered.popleft() if ordered else None
