"""Calling Slack: at its pace, once, and with a plain word for whatever goes wrong."""

import asyncio
import json
from collections.abc import Mapping, Sequence
from contextlib import nullcontext
from datetime import timedelta
from hashlib import blake2s
from io import BytesIO
from typing import cast

import aiohttp
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient
from yarl import URL

from bot.chat.errors import DeliveryFailed
from bot.platforms.slack.payloads import Answer
from scheduling.pacing import Pace
from storage.shared.pacing import Limit

LONGEST_CALL_S = 10
LONGEST_FILE_S = 60  # for the bytes of one, on the way there or back
WORKSPACE_REST_S = 2
CHANNEL_BURST = 4  # "short bursts" over one message a second
OWED_SHARE = 0.8  # of the workspace's pace, for what nobody waits for: answers always find a place

TIERS: Mapping[str, int] = {
    "conversations.open": 50,
    "conversations.history": 50,
    "conversations.replies": 50,
    "chat.update": 50,
    "views.update": 100,
    "views.publish": 100,
    "users.info": 100,
    "files.getUploadURLExternal": 100,
    "files.completeUploadExternal": 100,
    "files.delete": 50,
    "assistant.threads.setSuggestedPrompts": 100,
}
"""How often a method may be called in a minute, as Slack publishes it."""

NOBODY_THERE = frozenset(("user_not_found", "users_not_found", "user_disabled", "cannot_dm_bot", "is_archived"))
"""Said where nobody is reached by the account any more, or the bot is shut out."""

NOT_NOW = frozenset(
    (
        *("invalid_auth", "not_authed", "account_inactive", "token_revoked", "token_expired", "no_permission"),
        *("missing_scope", "access_denied", "team_access_not_granted", "ekm_access_denied", "messages_tab_disabled"),
        *("org_login_required", "team_added_to_org", "ratelimited", "rate_limited", "message_limit_exceeded"),
    )
)
"""Said where somebody has to put something right first, in Slack or here. What is owed waits for it."""
LATER_S = 300

WHO_KNOWS = frozenset(("internal_error", "fatal_error", "service_unavailable", "request_timeout"))
"""Said where the work may have been done all the same."""


class Refused(DeliveryFailed):
    """Slack answered, and the answer was no: `error` is its own word for why."""

    def __init__(self, error: str) -> None:
        super().__init__(
            f"Slack says {error}",
            permanent=error not in NOT_NOW | WHO_KNOWS,
            unreachable=error in NOBODY_THERE,
            may_have_arrived=error in WHO_KNOWS,
            retry_after=LATER_S if error in NOT_NOW else None,
            counts=error not in NOT_NOW,
        )
        self.error = error


def web_client(token: str, url: str, session: aiohttp.ClientSession) -> AsyncWebClient:
    """Slack's own client, on our session. It tries nothing twice: a message that was lost may have arrived."""
    client = AsyncWebClient(token=token, base_url=url, session=session, retry_handlers=[])
    client.proxy = None  # the session knows the proxy, and what goes without one, which the client does not
    return client


class Slack:
    """Slack's Web API. Nothing is tried twice here: whoever asked knows whether twice would do harm."""

    def __init__(self, client: AsyncWebClient, session: aiohttp.ClientSession, pace: Pace, a_second: float) -> None:
        self._client = client
        self._session = session
        self._pace = pace
        self._key = blake2s((client.token or "").encode()).digest()
        self._answers = Limit("slack/messages", timedelta(seconds=1 / a_second))
        self._owed = Limit("slack/owed", timedelta(seconds=1 / a_second / OWED_SHARE))

    def digest(self, words: str) -> str:
        """What was typed, where it is only to be compared: under a key that nobody has who reads the database."""
        return blake2s(words.encode(), key=self._key, digest_size=16).hexdigest()

    async def call(self, method: str, **arguments: object) -> Answer:
        """Call a method at the pace of its tier."""
        limits = []
        if method in TIERS:
            limits.append(Limit(f"slack/{method}", timedelta(minutes=1) / TIERS[method], burst=TIERS[method] // 2))
        return await self._call(method, limits, arguments)

    async def post(self, method: str, channel: str, *, owed: bool, **arguments: object) -> Answer:
        """Send a message, at the pace of its channel and of the workspace; what is `owed` leaves room for answers."""
        in_channel = Limit(f"slack/{channel}", timedelta(seconds=1), burst=CHANNEL_BURST)
        limits = [in_channel, self._answers, *([self._owed] if owed else [])]
        return await self._call(method, limits, {"channel": channel, **arguments})

    async def at_once(self, method: str, **arguments: object) -> Answer:
        """Call a method now, because later would be too late."""
        return await self._call(method, [], arguments)

    async def upload(self, url: str, data: bytes) -> None:
        """Hand over a file's bytes at the address that Slack gave for them."""
        await self._send(url, data=BytesIO(data), longest=LONGEST_FILE_S)

    async def download(self, url: str, most: int) -> bytes:
        """The bytes of a file that somebody shared: its address opens with the token, which goes to Slack alone."""
        if not self._is_slacks(URL(url)):
            raise DeliveryFailed("a file that Slack does not keep itself", permanent=True)
        try:
            timeout = aiohttp.ClientTimeout(total=LONGEST_FILE_S)
            headers = {"Authorization": f"Bearer {self._client.token}"}
            async with self._session.get(url, headers=headers, timeout=timeout, allow_redirects=False) as response:
                _must_be_well(response)
                if response.content_type == "text/html":  # a page to sign in on: the token does not open the file
                    raise DeliveryFailed("Slack does not give files to this token (scope files:read)", permanent=True)
                return await _at_most(response.content, most)
        except DeliveryFailed:
            raise
        except Exception as error:
            raise _lost(error) from None

    def _is_slacks(self, url: URL) -> bool:
        if not url.absolute:
            return False
        at_slack = url.scheme == "https" and (url.host or "").endswith(".slack.com")
        return at_slack or url.origin() == URL(self._client.base_url).origin()

    async def answer_at(self, url: str, body: Mapping[str, object]) -> None:
        """Say something at the address that came with a command, or with the press of what only one person sees."""
        await self._send(url, json=body)

    async def _call(self, method: str, limits: Sequence[Limit], arguments: dict[str, object]) -> Answer:
        place = self._pace.place(*limits) if limits else nullcontext()
        try:
            async with place, asyncio.timeout(LONGEST_CALL_S):
                if method in _READ_ONLY:
                    response = await self._client.api_call(method, params=arguments)
                else:
                    response = await self._client.api_call(method, json=arguments)
        except SlackApiError as error:
            raise await self._refused(error, limits) from None
        except DeliveryFailed:
            raise
        except Exception as error:
            raise _lost(error) from None
        return cast(Answer, response.data)

    async def _refused(self, error: SlackApiError, limits: Sequence[Limit]) -> DeliveryFailed:
        # Bolt's client gives an answer of its own, or aiohttp's where it could not read the body.
        status = int(getattr(error.response, "status_code", 0) or getattr(error.response, "status", 0))
        if status == 429:
            wait = _seconds(error.response.headers)
            if limits:
                await self._pace.hold(limits[0].bucket, wait)
            if self._answers in limits:  # it does not say whether it means the conversation or the workspace
                await self._pace.hold(self._answers.bucket, min(wait, WORKSPACE_REST_S))
            return DeliveryFailed("Slack asks for a rest", retry_after=wait, counts=False)
        if status >= 500:
            return DeliveryFailed(f"Slack answers {status}", may_have_arrived=True)
        try:
            return Refused(str(error.response["error"]))
        except (TypeError, KeyError, ValueError):
            return DeliveryFailed("Slack’s answer can’t be read", may_have_arrived=True)

    async def _send(
        self,
        url: str,
        *,
        data: BytesIO | None = None,
        json: Mapping[str, object] | None = None,
        longest: float = LONGEST_CALL_S,
    ) -> None:
        try:
            timeout = aiohttp.ClientTimeout(total=longest)
            async with self._session.post(url, data=data, json=json, timeout=timeout) as response:
                _must_be_well(response)
        except DeliveryFailed:
            raise
        except Exception as error:
            raise _lost(error) from None


_READ_ONLY = frozenset(
    ("conversations.history", "conversations.replies", "users.info", "bots.info", "files.getUploadURLExternal")
)
"""Methods that read a query and no JSON."""


def _must_be_well(response: aiohttp.ClientResponse) -> None:
    if response.status == 429:
        raise DeliveryFailed("Slack asks for a rest", retry_after=_seconds(response.headers), counts=False)
    if response.status != 200:
        raise DeliveryFailed(f"Slack answers {response.status}", permanent=response.status < 500)


async def _at_most(content: aiohttp.StreamReader, most: int) -> bytes:
    """All of it, as long as it is no more than this: nobody's claim of a size is trusted."""
    data = bytearray()
    async for chunk in content.iter_any():
        data += chunk
        if len(data) > most:
            raise DeliveryFailed("a file is larger than was said", permanent=True)
    return bytes(data)


def _lost(error: Exception) -> DeliveryFailed:
    """What it means that a call ended without an answer. What could not be connected can't have arrived."""
    if isinstance(error, aiohttp.ClientConnectorError):
        return DeliveryFailed("Slack can’t be reached")
    if isinstance(error, aiohttp.ClientError | TimeoutError | json.JSONDecodeError | ConnectionError):
        return DeliveryFailed("Slack did not answer", may_have_arrived=True)
    raise error


def _seconds(headers: Mapping[str, str]) -> float:
    try:
        return max(float(headers.get("Retry-After", "1")), 0)
    except ValueError:
        return 1
