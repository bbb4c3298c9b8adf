"""What stands on somebody's Home: the parts that capabilities contribute, each for whom it is meant."""

from bot.chat.messages import Message
from bot.chat.router import HomePart
from bot.chat.view import View


async def parts(view: View, *, waiting: bool = False, weekly: bool = True) -> list[Message]:
    """The parts that this person sees, from the top; or only those that say what waits for them.

    Without `weekly`, those that are said unasked once a week at most are left out.
    """
    every = [part for _, part in sorted(view.kit.routes.home_parts.items())]
    chosen = [part for part in every if _is_for(view, part) and (part.waiting or not waiting)]
    chosen = [part for part in chosen if weekly or not part.weekly]
    said = [await part.words(view) for part in chosen]
    if any(message is not None and message.private for message in said):
        raise ValueError("a Home is seen by whoever holds the phone: nothing private may be in it")
    return [message for message in said if message is not None]


def _is_for(view: View, part: HomePart) -> bool:
    if view.speaker is None:
        return part.strangers
    return not part.strangers and (part.allow is None or bool(part.allow & view.roles))
