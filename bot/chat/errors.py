"""The two failures that are not bugs."""

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
