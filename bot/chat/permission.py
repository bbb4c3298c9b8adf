"""Who may: asked at every press, submission and command, because a button outlives the moment it was shown in."""

from collections.abc import Mapping

from bot.chat.errors import Refusal
from bot.chat.messages import Button, Message
from bot.chat.router import Intent, Prepare, Route
from bot.chat.times import spoken
from bot.chat.turns import Turn
from bot.chat.view import Locked, View
from storage.shared.people import Role

CALLED = {
    Role.PARTICIPANT: "participants",
    Role.COACH: "coaches",
    Role.MENTOR: "mentors",
    Role.DIRECTOR: "the director",
    Role.ADMINISTRATOR: "the administrator",
    Role.SPONSOR: "sponsors",
    Role.ALUMNUS: "alumni",
}


class NotYours(Refusal):
    """This is for people in another role."""

    def __init__(self, roles: frozenset[Role]) -> None:
        who = " and ".join(CALLED[role] for role in Role if role in roles)
        super().__init__(f"That is for {who}. Say “help” to see what you can do here.")


class Unprepared(Exception):
    """The route wants slow work done before its handler is called: do it with no transaction open, and come again."""

    def __init__(self, prepare: Prepare, slots: Mapping[str, str]) -> None:
        super().__init__()
        self.prepare = prepare
        self.slots = slots


async def go(turn: Turn, route: Route, *given: object) -> bool:
    """Call the route's handler, if the speaker may; False where something else was asked of them first."""
    if not await permit(turn, route):
        return False
    if route.changes and turn.late:
        await turn.say(_asked_late(turn))
        return False
    if route.prepare is not None and turn.prepared is None and turn.speaker is not None:
        raise Unprepared(route.prepare, turn.slots)
    await route.handler(turn, *given)
    return True


def is_open(view: View, route: Route) -> bool:
    """Whether it is for people in a role of theirs."""
    return route.allow is None or bool(route.allow & view.roles)


def open_to(view: View) -> list[Intent]:
    """What somebody can ask for, as far as help speaks of it; what only those with a task can comes first."""
    intents = [intent for intent in view.kit.routes.intents.values() if intent.help and is_open(view, intent.route)]
    return sorted(intents, key=lambda intent: intent.route.allow is None or Role.PARTICIPANT in intent.route.allow)


async def permit(turn: Turn, route: Route) -> bool:
    """Whether to go on. A plain no is a Refusal; False where the way there was opened instead: the agreement."""
    if turn.speaker is None:
        if not route.strangers:
            raise Refusal("To use this, first join with the code you were sent: just type it here.")
        return True
    if route.allow is not None and not is_open(turn, route):
        raise NotYours(route.allow)
    if route.private:
        if turn.opened is None:
            raise Locked
        if turn.kit.routes.gate is not None:
            return await turn.kit.routes.gate(turn)
    return True


def _asked_late(turn: Turn) -> Message:
    """What would have been done at once is asked again, when it could not be done at once."""
    when = spoken(turn.now, turn.zone)
    words = f"I was away when you asked for this, on {when}, so I haven’t done it. Would you still like me to?"
    if turn.pressing:
        return Message(words, buttons=(Button("Yes, do it now", turn.pressing, "main"),))
    return Message(f"{words} Please say it once more.")
