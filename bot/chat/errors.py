"""The two failures that are not bugs."""

from collections.abc import Mapping

from bot.chat.messages import Button


class Refusal(Exception):
    """Said to the person as it is: a plain sentence or two that name the next step. Nothing is left behind."""

    def __init__(self, words: str, buttons: tuple[Button, ...] = (), *, field: str = "") -> None:
        super().__init__(words)
        self.words = words
        self.buttons = buttons
        """Ways on, where there are a few to choose from."""
        self.field = field
        """The question of a form that has to be answered otherwise, where it is known."""


class Ambiguous(Refusal):
    """What was typed can be read in several ways: which was meant is asked, and then what was wanted is done."""

    asks = "Which did you mean?"

    def __init__(self, why: str, ways: Mapping[str, str], *, typed: str, said: tuple[int, int] | None = None) -> None:
        super().__init__(f"{why} {self._in_words(list(ways))}")
        self.why = why
        self.ways = ways
        """What can be typed for it instead, to how that is shown."""
        self.typed = typed
        self.said = said or (0, len(typed))
        """Where in what was typed it stands."""
        self.intent = self.text = ""
        """What was wanted, and all that was said for it, where that was outside a form."""
        self.private = False
        """Whether there may be private words in that."""

    def wanted(self, intent: str, text: str, *, private: bool) -> None:
        self.intent, self.text, self.private = intent, text, private

    @property
    def question(self) -> str:
        """What is asked where the ways stand below it, to press."""
        return self.why if self.why.endswith("?") else f"{self.why} {self.asks}"

    def _in_words(self, ways: list[str]) -> str:
        """How to say which, where there is nothing to press."""
        *others, last = (f"“{way}”" for way in ways)
        return f"Say {', '.join(others)} or {last}." if others else f"Say {last}, if that is what you meant."

    @property
    def place(self) -> tuple[int, int] | None:
        """Where in all that was said it stands; None where that can't be told."""
        at = self.text.rfind(self.typed) if self.typed else -1
        return None if at < 0 else (at + self.said[0], at + self.said[1])


class DeliveryFailed(Exception):
    """A platform did not take what we sent. What is not permanent is tried again, after `retry_after` seconds."""

    def __init__(
        self,
        why: str,
        *,
        permanent: bool = False,
        unreachable: bool = False,
        retry_after: float | None = None,
        may_have_arrived: bool = False,
        counts: bool = True,
    ) -> None:
        super().__init__(why)
        self.why = why
        self.permanent = permanent
        self.unreachable = unreachable
        self.retry_after = retry_after
        self.may_have_arrived = may_have_arrived
        """Nobody answered whether it was taken: it is to be looked for before it is sent once more."""
        self.counts = counts
        """An attempt like others; not where the platform asks for a rest, or somebody has to put something right."""


class CannotTell(DeliveryFailed):
    """A platform that can usually find what was sent is not able to here."""
