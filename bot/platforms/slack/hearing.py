"""Taking in what Slack sends: kept first, acknowledged then, and a window opened while it still may be."""

import asyncio
import json
import logging
from collections import Counter
from collections.abc import Callable, Coroutine, Mapping
from contextlib import suppress
from typing import TypedDict, cast

from slack_bolt.request.async_request import AsyncBoltRequest
from slack_bolt.response import BoltResponse

from bot.chat.errors import DeliveryFailed
from bot.chat.faults import describe
from bot.chat.forms import Form, ReadTime
from bot.chat.platform import Pressed, Receive, Received, Said, Stepped, Submitted, What
from bot.platforms.slack import answers, inbound, payloads, places
from bot.platforms.slack.calling import Slack
from bot.platforms.slack.forms import FORM, with_more_room
from bot.platforms.slack.inbound import Heard, Ignored, Removed
from bot.platforms.slack.payloads import Payload
from bot.platforms.slack.places import Place
from bot.platforms.slack.shapes import View
from bot.platforms.slack.windows import Windows, meanwhile
from storage.errors import StorageBusy, StorageFull

log = logging.getLogger("waymark.slack")

WORKING = "is working on it"

TRY_AGAIN = "I couldn’t take that in just now. Please try once more in a minute."
TRY_AGAIN_HERE = (
    "I couldn’t take this in just now. Your words are still here: please press the button again in a minute."
)


class FormAnswer(TypedDict, total=False):
    """What is answered to a form that was sent."""

    response_action: str
    errors: dict[str, str]
    view: View


class Hearing:
    """The bot's ear on Slack. Whatever the way in, each request comes to `take`."""

    def __init__(self, slack: Slack, windows: Windows, *, agent_view: bool) -> None:
        self.ignored: Counter[str] = Counter()
        """What Slack told that is nothing for the bot, by its kind."""
        self.team = ""
        self.app = ""
        self.channels: dict[str, str] = {}
        """Where the conversation with somebody is: heard from whoever types there, as Slack lets us ask but rarely."""
        self._slack = slack
        self._windows = windows
        self._agent_view = agent_view
        self._bot_user = ""
        self._receive: Receive | None = None
        self._forms: Mapping[str, type[Form]] = {}
        self._opens: Callable[[What], bool] = _never
        self._read_time: ReadTime | None = None
        self._tasks: set[asyncio.Task[None]] = set()

    def look_ahead(self, forms: Mapping[str, type[Form]], opens: Callable[[What], bool], read_time: ReadTime) -> None:
        """Be told which forms there are, and what will be answered in a window."""
        self._forms, self._opens, self._read_time = forms, opens, read_time

    async def begin(self, receive: Receive) -> None:
        """Find out who we are, and hear from now on."""
        us = await self._slack.call("auth.test")
        self.team, self._bot_user = us.get("team_id", ""), us.get("user_id", "")
        with suppress(DeliveryFailed):  # without it there is no link to us, and everything else works
            bot = (await self._slack.call("bots.info", bot=us.get("bot_id", ""))).get("bot", {})
            self.app = bot.get("app_id", "")
        self._receive = receive

    def end(self) -> None:
        self._receive = None

    async def quiet(self) -> None:
        """Until nothing is being done beside the turns."""
        while self._tasks:
            await asyncio.gather(*self._tasks)
        await self._windows.quiet()

    async def take(self, request: AsyncBoltRequest) -> BoltResponse:
        """Take one request in. What is not acknowledged with 200, Slack sends again, or tells its sender of."""
        try:
            return await self._take(cast(Payload, request.body))
        except Exception as error:
            log.error("a request of Slack’s failed: %s", describe(error))
            return BoltResponse(status=500)

    async def _take(self, payload: Payload) -> BoltResponse:
        match payload.get("type", "command" if "command" in payload else ""):
            case "event_callback":
                return await self._hear(inbound.event(payload, self._bot_user, agent_view=self._agent_view))
            case "command":
                return await self._hear(inbound.command(payload), sorry=BoltResponse(status=200, body=TRY_AGAIN))
            case "shortcut" | "message_action":
                return await self._hear(inbound.shortcut(payload))
            case "block_actions":
                return await self._pressed(payload)
            case "view_submission":
                return await self._filled(payload)
            case "view_closed":
                return await self._hear(inbound.closed(payload))
            case kind:
                return await self._hear(Ignored(kind))

    async def _hear(
        self,
        heard: Heard | Removed | Ignored,
        acknowledgement: BoltResponse | None = None,
        sorry: BoltResponse | None = None,
    ) -> BoltResponse:
        acknowledgement = acknowledgement or BoltResponse(status=200)
        if isinstance(heard, Removed):
            log.error("The app was taken out of the workspace, so nothing can be sent there. docs/slack.md says more.")
            return acknowledgement
        if isinstance(heard, Ignored):
            self.ignored[heard.kind] += 1
            if self.ignored[heard.kind] == 1:
                log.info("Slack told of something that is nothing for the bot: %s", heard.kind)
            return acknowledgement
        if self._receive is None:
            return sorry or BoltResponse(status=503)
        what = heard.inbound.what
        self._learn_channel(heard.inbound.address.user, what)
        trigger = what.trigger if isinstance(what, Said | Pressed) else ""
        opens = trigger != "" and not places.read_window(trigger) and self._opens(what)
        try:
            received = await self._receive(heard.inbound)
        except (StorageBusy, StorageFull) as error:
            log.error("something could not be kept: %s", type(error).__name__)
            return sorry or BoltResponse(status=503)
        if received is Received.KEPT:
            if opens:
                self._windows.open_ahead(trigger)
            if heard.working_in is not None:
                self._soon(self._show_working(heard.working_in))
        return acknowledgement

    def _learn_channel(self, user: str, what: What) -> None:
        match what:
            case Said(sent=at) | Pressed(on=at) if at is not None and at.ref.startswith("D"):
                self.channels[user] = at.ref.partition("/")[0]

    # ------------------------------------------------------------ forms

    async def _filled(self, payload: Payload) -> BoltResponse:
        """A form, or a step of one, was sent: it is checked while its fields are still there to be put right."""
        view = payload.get("view", {})
        filled = self._read(payload) if view.get("callback_id") == FORM else None
        if filled is None:
            return await self._hear(Ignored("view submission"))
        if filled.faults:
            return _answer({"response_action": "errors", "errors": filled.faults})
        what: What = Submitted(filled.shown.opening, filled.answers)
        acknowledgement = BoltResponse(status=200)
        if not filled.last:
            at = places.window(view.get("id", ""), after_submitting=True)
            what = Stepped(filled.shown.opening, filled.answers, filled.shown.step + 1, at.ref)
            acknowledgement = _answer({"response_action": "update", "view": meanwhile(filled.shown)})
        sorry = _answer({"response_action": "errors", "errors": dict.fromkeys([*filled.answers][:1], TRY_AGAIN_HERE)})
        return await self._hear(inbound.of_view(payload, what, self._digest(view)), acknowledgement, sorry)

    async def _pressed(self, payload: Payload) -> BoltResponse:
        view = payload.get("view", {})
        if (step := inbound.step_back(payload)) is not None:
            return await self._step_back(payload, step)
        if (name := inbound.more_room(payload)) is not None:
            self._soon(self._windows.put(with_more_room(view, name), view.get("id", "")))
            return BoltResponse(status=200)
        return await self._hear(inbound.press(payload))

    async def _step_back(self, payload: Payload, step: int) -> BoltResponse:
        filled = self._read(payload)
        if filled is None:
            return await self._hear(Ignored("step"))
        at = places.window(payload.get("view", {}).get("id", ""))
        stepped = Stepped(filled.shown.opening, filled.answers, step, at.ref)
        return await self._hear(inbound.of_view(payload, stepped, payload.get("trigger_id", "")))

    def _digest(self, view: payloads.View) -> str:
        """Of what is in it. Sent once more after a change, because Slack heard of no answer, it is something else."""
        return self._slack.digest(json.dumps(view.get("state", {}), sort_keys=True))

    def _read(self, payload: Payload) -> answers.Filled | None:
        assert self._read_time is not None
        return answers.read(payload.get("view", {}), self._forms, self._read_time)

    # ------------------------------------------------------------ beside the turns

    async def _show_working(self, place: Place) -> None:
        await self._slack.at_once(
            "assistant.threads.setStatus", channel_id=place.channel, thread_ts=place.thread, status=WORKING
        )

    def _soon(self, work: Coroutine[None, None, object]) -> None:
        """Do this beside everything else. It is a courtesy: where it fails, nothing is lost."""
        task = asyncio.create_task(_courtesy(work))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)


async def _courtesy(work: Coroutine[None, None, object]) -> None:
    try:
        await work
    except DeliveryFailed as failed:
        log.info("Slack did not do a small thing: %s", failed.why)
    except Exception as error:
        log.error("a small thing failed: %s", describe(error))


def _never(_: What) -> bool:
    return False


def _answer(body: FormAnswer) -> BoltResponse:
    return BoltResponse(status=200, body=cast(dict[str, object], body))
