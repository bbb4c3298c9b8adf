"""Windows: forms, and what only its reader may see. Slack lets one be opened for three seconds after a press."""

import asyncio
import logging
from collections.abc import Sequence

from bot.chat.errors import DeliveryFailed
from bot.chat.messages import Message
from bot.platforms.slack import places
from bot.platforms.slack.calling import Refused, Slack
from bot.platforms.slack.forms import FORM, Shown, shown_json
from bot.platforms.slack.render import window
from bot.platforms.slack.shapes import View

log = logging.getLogger("waymark.slack")

FORGOTTEN_AFTER_S = 60  # a window whose turn another process handles is not waited for

AFTER_SUBMITTING_S = 0.5
"""Slack puts what a form was answered with in its window when it has the answer. Whatever came before would be lost."""

TRIGGER_GONE = frozenset(
    (
        *("expired_trigger_id", "trigger_expired", "exchanged_trigger_id", "trigger_exchanged"),
        *("invalid_trigger_id", "invalid_trigger", "push_limit_reached"),
    )
)
WINDOW_GONE = frozenset(("not_found", "view_not_found"))

MOMENT = Message(
    "If this takes longer than a moment, close it: the answer will be in our conversation.", title="One moment …"
)
DONE = Message("Done. You can close this.", title="Done")
BELOW = "You can close this: it is in our conversation too."


def meanwhile(shown: Shown) -> View:
    """What a form's window shows between two steps. Should it be put away then, its form can be gone on with."""
    return {
        **window([MOMENT]),
        "callback_id": FORM,
        "private_metadata": shown_json.dump_json(shown).decode(),
        "notify_on_close": True,
    }


class Windows:
    """The windows that are open, or about to be. What is remembered here only saves time."""

    def __init__(self, slack: Slack) -> None:
        self._slack = slack
        self._waiting: dict[str, asyncio.Task[str | None]] = {}

    def open_ahead(self, trigger: str) -> None:
        """Open one at once, before anybody knows what will be in it."""
        self._waiting[trigger] = asyncio.create_task(self._open(window([MOMENT]), trigger), name="a window opens")
        asyncio.get_running_loop().call_later(FORGOTTEN_AFTER_S, self._waiting.pop, trigger, None)

    async def quiet(self) -> None:
        """Until no window is being opened."""
        await asyncio.gather(*self._waiting.values())

    async def show(self, view: View, trigger: str) -> bool:
        """Put this in the window that the trigger is of, or opens; False where there is none any more."""
        at = places.read_window(trigger)
        if at and at.after_submitting:
            await asyncio.sleep(AFTER_SUBMITTING_S)
        view_id = at.id if at else await self._opened(trigger)
        if view_id is not None:
            return await self.put(view, view_id)
        return bool(trigger) and await self._open(view, trigger) is not None

    async def conclude(self, said: Sequence[Message], trigger: str) -> None:
        """Let no window wait on: it shows what was said, which stands in the conversation as well."""
        at = places.read_window(trigger)
        view_id = at.id if at else await self._opened(trigger)
        if view_id is None or (at and not said):
            return
        await self.put(window([*said, Message(BELOW)] if said else [DONE]), view_id)

    async def _opened(self, trigger: str) -> str | None:
        """The window that was opened ahead for this, as soon as it is open."""
        opening = self._waiting.pop(trigger, None)
        return await opening if opening is not None else None

    async def _open(self, view: View, trigger: str) -> str | None:
        try:
            answer = await self._slack.at_once("views.open", trigger_id=trigger, view=view)
        except DeliveryFailed as failed:
            if not isinstance(failed, Refused) or failed.error not in TRIGGER_GONE:
                log.warning("a window could not be opened: %s", failed.why)
            return None
        return answer.get("view", {}).get("id")

    async def put(self, view: View, view_id: str) -> bool:
        try:
            await self._slack.call("views.update", view_id=view_id, view=view)
        except Refused as refused:
            if refused.error in WINDOW_GONE:
                return False
            raise
        return True
