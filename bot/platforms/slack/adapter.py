"""Slack, as the bot knows it: conversations in direct messages, forms and private text in windows, a Home for each."""

import asyncio
import logging
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import suppress

from bot.chat.errors import CannotTell, DeliveryFailed
from bot.chat.fetching import MOST_BYTES
from bot.chat.forms import Form, ReadTime
from bot.chat.messages import Message
from bot.chat.platform import Address, FormView, Incoming, Manner, Profile, Receive, Sent, What
from bot.platforms.slack import forms, inbound, places, render
from bot.platforms.slack.calling import Refused, Slack
from bot.platforms.slack.hearing import Hearing
from bot.platforms.slack.payloads import Posted
from bot.platforms.slack.places import Place
from bot.platforms.slack.render import SlackMessage, Upload
from bot.platforms.slack.transport import Transport
from bot.platforms.slack.windows import Windows

log = logging.getLogger("waymark.slack")

STAYS_IN_PUBLIC = (
    "Everybody in that channel can read what you wrote there, and I can’t take it back. To delete it, point at it (or "
    "hold it, on a phone), open its menu and choose *Delete message*."
)

EVENT = "waymark_message"
FILES = "files"  # the ids of those that a message was sent with
MOST_PAGES = 2  # of a conversation's history, looked through for a message that may have arrived
A_PAGE = 100
PROFILE_S = 3
MOST_PROMPTS = 4

GONE = frozenset(
    (
        *("message_not_found", "cant_update_message", "edit_window_closed", "channel_not_found"),
        *("file_not_found", "file_deleted"),
    )
)
"""Said where a message, or a file, is no longer there to be changed."""

NO_HISTORY = frozenset(("missing_scope", "not_allowed_token_type", "method_not_supported_for_channel_type"))
"""Said where this app may not look into its own conversations."""

STAYS = (
    "One thing I can’t do on Slack: your own message is still above, where whoever runs this workspace may be able to "
    "read it. To delete it, point at it (or hold it, on a phone), open its menu and choose *Delete message*, and for a "
    "file *Delete file*."
)
NEXT_NOTE = "Next time, “/waymark reflect” and your words leave nothing behind."


class SlackPlatform:
    """Slack's adapter: what the bot asks of a platform. What Slack tells comes in by `hearing.py`."""

    name = inbound.NAME
    asks_in_forms = True
    manner = Manner(one_line="/waymark {}", stays=STAYS, stays_in_public=STAYS_IN_PUBLIC, next_note=NEXT_NOTE)

    def __init__(self, slack: Slack, transport: Transport, *, agent_view: bool) -> None:
        self._slack = slack
        self.transport = transport
        self._windows = Windows(slack)
        self.hearing = Hearing(slack, self._windows, agent_view=agent_view)
        self._shown_at = "nowhere"
        """Where the latest answer has just taken the place of what was there."""
        self._found: dict[str, str] = {}
        """Pieces of messages that were found to have arrived, by their ids."""

    # ------------------------------------------------------------ in

    def look_ahead(self, forms: Mapping[str, type[Form]], opens: Callable[[What], bool], read_time: ReadTime) -> None:
        self.hearing.look_ahead(forms, opens, read_time)

    async def listen(self, receive: Receive) -> None:
        await self.hearing.begin(receive)
        await self.transport.start(self.hearing.take)

    async def close(self) -> None:
        self.hearing.end()
        await self.transport.stop()
        await self.hearing.quiet()

    # ------------------------------------------------------------ messages

    async def send(self, to: Address, message: Message, *, id: str, place: str = "", owed: bool = False) -> Sent:
        if message.private:
            raise ValueError("private words never leave as a message on Slack")
        where = Place.read(place) if place else Place("")
        channel = await self._channel(to)
        at_home = where.channel in ("", channel)
        parts = render.message(message)
        for number, part in enumerate(parts[:-1]):
            await self._post(channel, where.thread if at_home else "", part, f"{id}.{number}", owed=owed)
        thread = where.thread if at_home else ""
        files = [await self._upload(channel, thread, upload) for upload in parts[-1].uploads]
        sent = await self._post(channel, thread, parts[-1], id, files, owed=owed)
        if not at_home and where.answer_at != self._shown_at:
            await self._show_there(to, where, parts)
        return sent

    async def _post(
        self, channel: str, thread: str, part: SlackMessage, id: str, files: Sequence[str] = (), *, owed: bool
    ) -> Sent:
        known = {"id": id, FILES: " ".join(files)} if files else {"id": id}
        ts = self._found.pop(id, "")
        if not ts:
            answer = await self._slack.post(
                "chat.postMessage",
                channel,
                owed=owed,
                text=part.text,
                blocks=part.blocks,
                metadata={"event_type": EVENT, "event_payload": known},
                unfurl_links=False,
                unfurl_media=False,
                **({"thread_ts": thread} if thread else {}),
            )
            ts = answer.get("ts", "")
        return places.message(channel, ts, files)

    async def _show_there(self, to: Address, where: Place, parts: Sequence[SlackMessage]) -> None:
        """The same where it was asked for, to whoever asked alone. It is a copy: where it fails, nothing is lost."""
        try:
            for part in parts:
                if where.answer_at:
                    body = {"response_type": "ephemeral", "replace_original": False}
                    await self._slack.answer_at(where.answer_at, {**body, "text": part.text, "blocks": part.blocks})
                else:
                    thread = {"thread_ts": where.thread} if where.thread else {}
                    await self._slack.post(
                        "chat.postEphemeral",
                        where.channel,
                        owed=False,
                        user=to.user,
                        text=part.text,
                        blocks=part.blocks,
                        **thread,
                    )
        except DeliveryFailed as failed:
            log.info("an answer could not be shown where it was asked for: %s", failed.why)

    async def _upload(self, channel: str, thread: str, upload: Upload) -> str:
        """A picture or a file. Killed right after it, the whole message comes again, and so does the file."""
        place = await self._slack.call(
            "files.getUploadURLExternal",
            filename=upload.name,
            length=len(upload.data),
            **({"alt_txt": upload.alt} if upload.is_picture else {}),
        )
        await self._slack.upload(place.get("upload_url", ""), upload.data)
        await self._slack.call(
            "files.completeUploadExternal",
            files=[{"id": place.get("file_id", ""), "title": upload.name}],
            channel_id=channel,
            **({"thread_ts": thread} if thread else {}),
        )
        return place.get("file_id", "")

    async def fetch(self, of: Address, file: Incoming) -> bytes:
        return await self._slack.download(file.ref, MOST_BYTES)

    async def replace(self, to: Address, sent: Sent, message: Message) -> bool:
        """Long messages, and those with files, don't fit in the place of another, and are sent anew.

        Files that were sent with what is replaced are deleted.
        """
        if places.read_window(sent.ref):
            return await self._windows.show(render.window([message]), sent.ref)
        parts = render.message(message)
        if len(parts) > 1 or parts[0].uploads:
            return False
        shown = {"text": parts[0].text, "blocks": parts[0].blocks}
        if answer_at := places.read_answered_at(sent.ref):
            with suppress(DeliveryFailed):
                await self._slack.answer_at(answer_at, {"replace_original": True, **shown})
                self._shown_at = answer_at
            return False  # only they see it, and not for long: what it says is sent as well
        at = places.read_message(sent.ref)
        for file in at.files:
            await self._unless_gone("files.delete", file=file)
        return await self._unless_gone("chat.update", channel=at.channel, ts=at.ts, **shown)

    async def _unless_gone(self, method: str, **arguments: object) -> bool:
        """Change something that is there; False where it isn't any more."""
        try:
            await self._slack.call(method, **arguments)
        except Refused as refused:
            if refused.error in GONE:
                return False
            raise
        return True

    async def find_sent(self, to: Address, id: str, *, place: str = "") -> Sent | None:
        """Look for it among the bot's own latest messages. Of a long one all pieces are noted that are there."""
        where = Place.read(place) if place else Place("")
        channel = await self._channel(to)
        thread = where.thread if where.channel == channel else ""
        async for message in self._history(channel, thread):
            payload = message.get("metadata", {}).get("event_payload", {})
            known = payload.get("id", "")
            if known == id:
                return places.message(channel, message.get("ts", ""), payload.get(FILES, "").split())
            if known.startswith(f"{id}."):
                self._found[known] = message.get("ts", "")
        return None

    async def _history(self, channel: str, thread: str) -> AsyncIterator[Posted]:
        method = "conversations.replies" if thread else "conversations.history"
        which = {"channel": channel, "limit": A_PAGE, "include_all_metadata": True} | ({"ts": thread} if thread else {})
        cursor = ""
        for _ in range(MOST_PAGES):
            try:
                answer = await self._slack.call(method, **which, **({"cursor": cursor} if cursor else {}))
            except Refused as refused:
                if refused.error in NO_HISTORY:
                    raise CannotTell(refused.why) from None
                raise
            for message in answer.get("messages", []):
                yield message
            cursor = answer.get("response_metadata", {}).get("next_cursor", "")
            if not cursor:
                return

    async def _channel(self, to: Address) -> str:
        """The conversation with somebody."""
        if to.user not in self.hearing.channels:
            answer = await self._slack.call("conversations.open", users=to.user)
            channel = answer.get("channel", "")
            self.hearing.channels[to.user] = channel if isinstance(channel, str) else channel.get("id", "")
        return self.hearing.channels[to.user]

    # ------------------------------------------------------------ windows, Home, and what Slack knows

    async def open_form(self, to: Address, form: FormView, *, trigger: str) -> bool:
        return await self._windows.show(forms.modal(form), trigger)

    async def show_privately(self, to: Address, message: Message, *, trigger: str, again: str) -> bool:
        window = places.read_window(trigger)
        return await self._windows.show(render.window([message], window[1] if window else 0, again), trigger)

    async def conclude(self, to: Address, said: Sequence[Message], *, trigger: str) -> None:
        await self._windows.conclude(said, trigger)

    async def publish_home(self, to: Address, parts: Sequence[Message]) -> None:
        await self._slack.call("views.publish", user_id=to.user, view=render.home(parts))

    def address(self) -> str:
        app, team = self.hearing.app, self.hearing.team
        return f"https://slack.com/app_redirect?app={app}&team={team}" if app else ""

    async def suggest(self, to: Address, prompts: Mapping[str, str], *, place: str) -> None:
        offered = [{"title": title, "message": words} for title, words in prompts.items()]
        channel = Place.read(place).channel
        await self._slack.call(
            "assistant.threads.setSuggestedPrompts", channel_id=channel, prompts=offered[:MOST_PROMPTS]
        )

    async def profile(self, of: Address) -> Profile | None:
        """Hints only, so where Slack doesn't answer soon there are none."""
        try:
            async with asyncio.timeout(PROFILE_S):
                member = (await self._slack.call("users.info", user=of.user)).get("user", {})
        except (DeliveryFailed, TimeoutError):
            return None
        about = member.get("profile", {})
        a_colleague = member.get("team_id") == self.hearing.team == of.team and not any(
            (
                member.get("is_bot"),
                member.get("is_restricted"),
                member.get("is_ultra_restricted"),
                member.get("is_stranger"),
                member.get("deleted"),
            )
        )
        email = about.get("email", "") if a_colleague and member.get("is_email_confirmed") else ""
        return Profile(member.get("real_name") or about.get("real_name", ""), email, member.get("tz", ""))
