"""People with Slack in front of them: what they do, and what they see."""

import html
from dataclasses import replace

from tests.platforms.fake import Obj
from tests.platforms.slack import objects, payloads
from tests.platforms.slack.checks import placed_elements
from tests.platforms.slack.delivery import Answer
from tests.platforms.slack.inputs import Given, answered, not_yet, opened
from tests.platforms.slack.methods.views import checked_view
from tests.platforms.slack.pressing import Pressed, Surface, find
from tests.platforms.slack.replies import reply
from tests.platforms.slack.wire import Wire
from tests.platforms.slack.workspace import (
    Channel,
    OpenView,
    Profile,
    Refused,
    SlackFile,
    SlackMessage,
    Workspace,
    Wrong,
)

DM = "im:history"
COMMANDS = "commands"


class Person:
    """Somebody in the workspace. Each act returns once the bot has acknowledged it, or has failed to."""

    def __init__(self, id: str, wire: Wire) -> None:
        self.id = id
        self.failures: list[str] = []
        """What Slack told them instead of an answer."""
        self.faults: dict[str, str] = {}
        """The sentences beside the inputs of the modal before them, by `block_id`."""
        self._wire = wire

    @property
    def profile(self) -> Profile:
        return self._workspace.profiles[self.id]

    @property
    def channel(self) -> Channel:
        """Their direct conversation with the bot."""
        return self._workspace.direct(self.id)

    # ------------------------------------------------------------ what they see

    @property
    def dm(self) -> list[SlackMessage]:
        return [*self.channel.messages.values()]

    @property
    def ephemerals(self) -> list[SlackMessage]:
        return [message for message in self._workspace.ephemerals.get(self.id, []) if not message.deleted]

    @property
    def modal(self) -> Obj | None:
        """The modal on top."""
        return self.modals[-1] if self.modals else None

    @property
    def modals(self) -> list[Obj]:
        return [objects.view_object(self._workspace.app, view) for view in self._workspace.stack(self.id)]

    @property
    def home(self) -> Obj | None:
        view = self._workspace.homes.get(self.id)
        return objects.view_object(self._workspace.app, view) if view else None

    @property
    def prompts(self) -> list[Obj]:
        return self._workspace.prompts.get(self.channel.id, [])

    @property
    def statuses(self) -> list[str]:
        """What the bot said in this conversation that it was doing; an empty one ends the one before."""
        return [one.status for one in self._workspace.statuses if one.channel == self.channel.id]

    # ------------------------------------------------------------ messages

    async def types(self, text: str, thread: str | None = None) -> Answer:
        return await self._says(text, thread=thread)

    async def types_file(self, name: str, text: str = "", thread: str | None = None) -> Answer:
        return await self.shares(self.file(name), text=text, thread=thread)

    async def shares(self, *files: SlackFile, text: str = "", thread: str | None = None) -> Answer:
        return await self._says(text, thread=thread, files=files)

    def file(
        self, name: str, data: bytes = b"", mimetype: str = "", *, seconds: float = 0, size: int | None = None
    ) -> SlackFile:
        """A file of theirs; with `seconds` it is a voice clip. `size` is what Slack says of it, if that is not so."""
        number, size = self._workspace.name("F"), len(data) if size is None else size
        return SlackFile(number, name, name, "", size, self.id, data, mimetype, seconds, at=self._wire.url)

    async def edits(self, ts: str, text: str) -> Answer:
        self._is_there()
        before = self._own(ts)
        after = self._workspace.change(before, text=_escaped(text), blocks=[], metadata=None)
        return await self._wire.event(payloads.message_changed(self._workspace.app, before, after), DM)

    async def deletes(self, ts: str) -> Answer:
        self._is_there()
        message = self._own(ts)
        self._workspace.delete(message)
        return await self._wire.event(payloads.message_deleted(self._workspace.app, message, self._workspace.ts()), DM)

    async def mentions(
        self, channel: str | Channel, text: str, thread: str | None = None, files: tuple[SlackFile, ...] = ()
    ) -> Answer:
        """Say something to the bot in a channel that both are in."""
        self._is_there()
        place = self._workspace.channels[channel] if isinstance(channel, str) else channel
        assert {self.id, self._workspace.app.user} <= place.members, "both must be in the channel"
        words = f"<@{self._workspace.app.user}> {_escaped(text)}"
        message = self._workspace.keep(
            SlackMessage(place.id, self._workspace.ts(), self.id, words, files=files, thread_ts=thread)
        )
        event = payloads.app_mention(self._workspace.app, self.profile, message)
        return await self._wire.event(event, "app_mentions:read")

    async def _says(self, text: str, *, thread: str | None, files: tuple[SlackFile, ...] = ()) -> Answer:
        self._is_there()
        message = self._workspace.keep(
            SlackMessage(self.channel.id, self._workspace.ts(), self.id, _escaped(text), files=files, thread_ts=thread)
        )
        return await self._wire.event(payloads.message_event(self._workspace.app, self.profile, message), DM)

    def _own(self, ts: str) -> SlackMessage:
        message = self.channel.messages[ts]
        assert message.user == self.id, "one can change one's own messages only"
        return message

    # ------------------------------------------------------------ Home, and the app beside other things

    async def opens_home(self) -> Answer:
        return await self._opens("home")

    async def opens_messages(self) -> Answer:
        return await self._opens("messages")

    async def _opens(self, tab: str) -> Answer:
        self._is_there()
        home = self._workspace.homes.get(self.id)
        moment = self._workspace.ts()
        return await self._wire.event(
            payloads.app_home_opened(self._workspace.app, self.profile, self.channel.id, moment, tab, home)
        )

    async def looks_at(self, channel: Channel | None) -> Answer:
        """In the agent view: go to another channel while the bot is open beside it."""
        self._is_there()
        assert self._wire.agent_view, "Slack sends app_context_changed to apps with the agent view only"
        moment = self._workspace.ts()
        return await self._wire.event(
            payloads.app_context_changed(self.profile, self.channel.id, moment, channel), "assistant:write"
        )

    async def starts_thread(self) -> Answer:
        """As in the older assistant view: open a conversation that is a thread."""
        self._is_there()
        root = SlackMessage(
            self.channel.id, self._workspace.ts(), self._workspace.app.user, "New Assistant Thread", from_bot=True
        )
        self._workspace.keep(replace(root, thread_ts=root.ts))
        event = payloads.assistant_thread_started(self.profile, self.channel.id, root.ts, self._workspace.ts())
        return await self._wire.event(event, "assistant:write")

    # ------------------------------------------------------------ commands and shortcuts

    async def commands(self, command: str, text: str = "", channel: str | None = None) -> Answer:
        self._is_at_home()
        place = self._workspace.channels[channel] if channel else self.channel
        trigger = self._wire.trigger(self.id)
        url, known = self._wire.response_url(self.id, place.id)
        payload = payloads.slash_command(
            self._workspace.app, self.profile, command, _escaped(text), place, trigger=trigger, url=url
        )
        answer = await self._wire.once("slash_commands", payload, COMMANDS)
        if not answer.acknowledged:
            self.failures.append(f"{command} failed because the app did not respond")
        elif answer.body:
            try:
                reply(self._workspace, known, answer.body)
            except Refused as refused:
                self._held_against(f"the answer to {command}", refused)
        return answer

    async def shortcut(self, callback_id: str) -> Answer:
        self._is_at_home()
        moment = self._workspace.ts()
        trigger = self._wire.trigger(self.id)
        payload = payloads.shortcut(self._workspace.app, self.profile, callback_id, moment, trigger=trigger)
        return await self._interacts(payload, COMMANDS)

    async def message_shortcut(self, callback_id: str, channel: str | Channel, ts: str) -> Answer:
        self._is_at_home()
        place = self._workspace.channels[channel] if isinstance(channel, str) else channel
        assert self.id in place.members, "one can't see a channel that one is not in"
        message = place.messages[ts]
        url, _ = self._wire.response_url(self.id, place.id, message)
        trigger = self._wire.trigger(self.id)
        moment = self._workspace.ts()
        payload = payloads.message_action(
            self._workspace.app, self.profile, callback_id, message, place, moment, trigger=trigger, url=url
        )
        return await self._interacts(payload, COMMANDS)

    # ------------------------------------------------------------ buttons

    async def presses(self, label_or_value: str, on: SlackMessage | Obj | None = None) -> Answer:
        """Press the button with this label or value: in the modal, else in the newest message, else on Home.

        `on` is where to press instead: a message as it was when it was looked at, or a view.
        """
        self._is_there()
        found = find(label_or_value, self._surfaces() if on is None else [self._surface(on)])
        action = payloads.pressed(found.block, found.element, self._workspace.ts(), found.option)
        surface = found.surface
        if isinstance(surface, OpenView):
            return await self._interacts(self._pressed_in_view(surface, found, action))
        url, _ = self._wire.response_url(self.id, surface.channel, surface)
        payload = payloads.pressed_in_message(
            self._workspace.app,
            self.profile,
            surface,
            self._workspace.channels[surface.channel],
            action,
            opened(surface.blocks),
            trigger=self._wire.trigger(self.id),
            url=url,
        )
        return await self._interacts(payload)

    def _pressed_in_view(self, view: OpenView, found: Pressed, action: Obj) -> Obj:
        if found.option:
            state = answered(found.element, found.option["value"])
            view.values[found.block["block_id"]][found.element["action_id"]] = state
        trigger = self._wire.trigger(self.id, view.id)
        return payloads.pressed_in_view(self._workspace.app, self.profile, view, action, trigger=trigger)

    def _surfaces(self) -> list[Surface]:
        stack = self._workspace.stack(self.id)
        messages = [
            message
            for channel in self._workspace.channels.values()
            if self.id in channel.members
            for message in channel.shown()
        ]
        messages += self.ephemerals
        messages.sort(key=lambda message: message.ts, reverse=True)
        home = self._workspace.homes.get(self.id)
        return [*stack[-1:], *messages, *([home] if home else [])]

    def _surface(self, on: SlackMessage | Obj) -> Surface:
        if isinstance(on, SlackMessage):
            return on
        views = [*self._workspace.stack(self.id), self._workspace.homes.get(self.id)]
        return next(view for view in views if view and view.id == on["id"])

    # ------------------------------------------------------------ modals

    async def fills(self, **by_block_id: Given) -> None:
        """Answer inputs of the modal. Nothing is sent before it is submitted."""
        view = self._modal()
        inputs = {block["block_id"]: element for block, element in placed_elements(view.content["blocks"])}
        for block_id, given in by_block_id.items():
            assert block_id in inputs, f"there is no input “{block_id}” among {[*inputs]}"
            element = inputs[block_id]
            view.values[block_id][element["action_id"]] = answered(element, given)

    async def submits(self) -> Answer:
        """Press the modal's main button; Slack's own client sends nothing while an input is not as it must be."""
        self._is_there()
        view = self._modal()
        assert "submit" in view.content, "this modal has nothing to submit"
        self.faults = not_yet(view.content["blocks"], view.values)
        if self.faults:
            return Answer(why="not_yet")
        trigger = self._wire.trigger(self.id, view.id)
        payload = payloads.view_submission(self._workspace.app, self.profile, view, trigger=trigger)
        answer = await self._interacts(payload)
        if answer.acknowledged:
            self._submitted(view, answer.body)
        return answer

    async def closes(self, *, clear: bool = False) -> Answer:
        """Close the modal on top, or all of them. The bot hears of it where it asked to."""
        self._is_there()
        stack = self._workspace.stack(self.id)
        top = self._modal()
        closing = stack[::-1] if clear or top.content.get("clear_on_close") else [top]
        answer = Answer(why="not_sent")
        for view in closing:
            self._workspace.close(view)
            if view.content.get("notify_on_close"):
                payload = payloads.view_closed(self._workspace.app, self.profile, view, cleared=clear)
                answer = await self._wire.once("interactive", payload)
        return answer

    def _modal(self) -> OpenView:
        stack = self._workspace.stack(self.id)
        assert stack, f"{self.profile.name} has no modal open"
        return stack[-1]

    def _submitted(self, view: OpenView, body: Obj) -> None:
        """What becomes of a submitted modal is in the body of the acknowledgement."""
        try:
            match body.get("response_action"):
                case None:
                    self._workspace.close(view)
                case "clear":
                    self._workspace.stack(self.id).clear()
                case "update":
                    self._workspace.renew(view, checked_view(body.get("view"), "modal"))
                case "push":
                    self._workspace.show(self.id, checked_view(body.get("view"), "modal"), on=view)
                case "errors":
                    self.faults = _faults(view, body.get("errors"))
                case action:
                    raise Wrong("invalid_response_action", [str(action)])
        except Refused as refused:
            self._held_against("the answer to view_submission", refused)

    # ------------------------------------------------------------ between

    async def _interacts(self, payload: Obj, scope: str | None = None) -> Answer:
        answer = await self._wire.once("interactive", payload, scope)
        if not answer.acknowledged:
            self.failures.append("We had some trouble connecting. Try again?")
        return answer

    def _held_against(self, what: str, refused: Refused) -> None:
        self._workspace.held_against(f"{what}: {refused.error}", refused.faults if isinstance(refused, Wrong) else [])
        self.failures.append("We had some trouble connecting. Try again?")

    def _is_there(self) -> None:
        assert not self.profile.deleted, "who is deactivated can do nothing"
        shut_out = self._wire.agent_view and (self.profile.guest or self.profile.single_channel)
        assert not shut_out, "Slack shuts guests out of apps with the agent view"

    def _is_at_home(self) -> None:
        self._is_there()
        assert self.profile.team == self._workspace.app.team, "commands and shortcuts are for the app's own workspace"

    @property
    def _workspace(self) -> Workspace:
        return self._wire.workspace


def _faults(view: OpenView, errors: object) -> dict[str, str]:
    inputs = {block["block_id"] for block in view.content["blocks"] if block["type"] == "input"}
    if not isinstance(errors, dict) or not errors or not inputs >= errors.keys():
        raise Wrong("invalid_errors", ["each key of errors must be the block_id of an input block"])
    return {str(block_id): str(sentence) for block_id, sentence in errors.items()}


def _escaped(text: str) -> str:
    """Text as Slack hands it on: & < > can't be told from markup otherwise."""
    return html.escape(text, quote=False)
