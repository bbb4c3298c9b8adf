"""Who may: asked at every press, submission and command, because a button outlives the moment it was shown in."""

from bot.chat.errors import Refusal
from bot.chat.router import Route
from bot.chat.turns import Locked, Turn
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


async def permit(turn: Turn, route: Route) -> bool:
    """Whether to go on. A plain no is a Refusal; False where the way there was opened instead: the agreement."""
    if turn.speaker is None:
        if not route.strangers:
            raise Refusal("To use this, first join with the code you were sent: just type it here.")
        return True
    if route.allow is not None and not route.allow & turn.roles:
        raise NotYours(route.allow)
    if route.private:
        if turn.opened is None:
            raise Locked
        if turn.kit.routes.gate is not None:
            return await turn.kit.routes.gate(turn)
    return True
