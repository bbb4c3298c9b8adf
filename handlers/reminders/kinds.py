"""The kinds of unasked message that somebody may get, by what their programmes call them."""

from collections.abc import Mapping

from bot.chat.errors import Refusal
from bot.chat.turns import Turn
from bot.chat.view import View
from bot.programmes import ReminderKind
from scheduling.unasked import SHARED
from storage.shared.deliveries import Delivery

GONE = "I don’t find that message any more. Say “my reminders” to choose what you get."


_SHARED = ReminderKind(
    key=SHARED,
    title="Shared with you",
    about="A colleague lets you read something, or passes on what they need for an event.",
)
"""Of every programme: it comes from people."""


def kinds_of(view: View) -> Mapping[str, ReminderKind]:
    """By their keys, in the order of the templates."""
    return {kind.key: kind for programme in reversed(view.programmes) for kind in (*programme.kinds, _SHARED)}


def kind_named(view: View, words: str) -> ReminderKind | None:
    """The kind that is called so."""
    wanted = words.casefold().strip(" .!?“”\"'")
    return next((kind for kind in kinds_of(view).values() if wanted in (kind.title.casefold(), kind.key)), None)


async def meant(turn: Turn, *routes: str) -> Delivery:
    """The unasked message that somebody means: the one that the buttons shown last are about, or the last that came."""
    for _, _, data in turn.account.offered:
        route, _, rest = data.partition(":")
        if route in routes:
            return await told(turn, rest.partition(":")[0])
    latest = await turn.db.unasked.latest(turn.person.id)
    if latest is None:
        raise Refusal(
            "I have sent you nothing of my own accord yet. Say “my reminders” to choose what you get, or set one of "
            "your own, such as “remind me tomorrow at 9 to ring the chair”."
        )
    return latest


async def told(turn: Turn, delivery_id: str) -> Delivery:
    """The message with this id, where the speaker got it."""
    found = await turn.db.unasked.told(turn.person.id, delivery_id)
    if found is None or found.kind is None:
        raise Refusal(GONE)
    return found
