"""How what people do reaches the bot: by signed HTTP or over Socket Mode, with Slack's time limit and retries."""

import asyncio
import hashlib
import hmac
import json
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal
from urllib.parse import urlencode

import aiohttp
from aiohttp import web

from tests.platforms.fake import Obj

Kind = Literal["events_api", "interactive", "slash_commands"]


@dataclass(frozen=True)
class Answer:
    """What the bot answered; no status if nothing came in time, or if Slack does not send such things to this bot."""

    status: int | None = None
    body: Obj = field(default_factory=dict)
    why: str = ""

    @property
    def acknowledged(self) -> bool:
        return self.status == 200


@dataclass(frozen=True)
class Attempt:
    number: int = 0
    reason: str = ""


@dataclass
class Timing:
    """Settings: how long an acknowledgement may take, and the pauses before an event is sent again."""

    acknowledge_within: float = 3.0
    retry_after: Sequence[float] = (0.05, 0.2, 1.0)


class Delivery:
    """Brings each thing to the bot and back its acknowledgement."""

    def __init__(self, signing_secret: str, app_id: str, signed_at: Callable[[], datetime]) -> None:
        self.signing_secret = signing_secret
        self.signed_at = signed_at
        self.timing = Timing()
        self.url: str | None = None
        self.sockets = Sockets(app_id)
        self.copies = 1
        self.undelivered: list[Obj] = []
        self._session: aiohttp.ClientSession | None = None
        self._disorder: tuple[random.Random, float] | None = None

    async def start(self) -> None:
        self._session = aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=0))

    async def stop(self) -> None:
        await self.sockets.close(said=False)
        if self._session:
            await self._session.close()

    def shuffled(self, seed: int | None, within: float) -> None:
        self._disorder = None if seed is None else (random.Random(seed), within)

    async def event(self, payload: Obj) -> Answer:
        """Deliver an event, every copy of it, each until it is acknowledged or given up. The first copy's answer."""
        if self.copies == 1:
            return await self._until_acknowledged(payload)
        return (await asyncio.gather(*(self._until_acknowledged(payload) for _ in range(self.copies))))[0]

    async def once(self, kind: Kind, payload: Obj) -> Answer:
        return await self._deliver(kind, payload, Attempt())

    async def raw(self, body: bytes, content_type: str, signature: str | None, timestamp: str | None) -> Answer:
        headers = self.signed(body, content_type)
        given = {"X-Slack-Signature": signature, "X-Slack-Request-Timestamp": timestamp}
        if timestamp is not None and signature is None:
            given["X-Slack-Signature"] = self.signature(body, timestamp)
        return await self._post(body, headers | {name: value for name, value in given.items() if value is not None})

    def signed(self, body: bytes, content_type: str) -> dict[str, str]:
        timestamp = str(int(self.signed_at().timestamp()))
        return {
            "Content-Type": content_type,
            "X-Slack-Request-Timestamp": timestamp,
            "X-Slack-Signature": self.signature(body, timestamp),
            "User-Agent": "Slackbot 1.0 (+https://api.slack.com/robots)",
        }

    def signature(self, body: bytes, timestamp: str) -> str:
        base = f"v0:{timestamp}:".encode() + body
        return "v0=" + hmac.new(self.signing_secret.encode(), base, hashlib.sha256).hexdigest()

    async def _until_acknowledged(self, payload: Obj) -> Answer:
        if self._disorder:
            rng, within = self._disorder
            await asyncio.sleep(rng.random() * within)
        answer = await self._deliver("events_api", payload, Attempt())
        for number, pause in enumerate(self.timing.retry_after, start=1):
            if answer.acknowledged or answer.why == "no_retry":
                return answer
            await asyncio.sleep(pause)
            answer = await self._deliver("events_api", payload, Attempt(number, answer.why))
        if not answer.acknowledged:
            self.undelivered.append(payload)
        return answer

    async def _deliver(self, kind: Kind, payload: Obj, attempt: Attempt) -> Answer:
        if self.url is None:
            return await self.sockets.deliver(kind, payload, attempt, self.timing.acknowledge_within)
        if kind == "events_api":
            body, content_type = json.dumps(payload).encode(), "application/json"
        else:
            form = payload if kind == "slash_commands" else {"payload": json.dumps(payload)}
            body, content_type = urlencode(form).encode(), "application/x-www-form-urlencoded"
        headers = self.signed(body, content_type)
        if attempt.number:
            headers |= {"X-Slack-Retry-Num": str(attempt.number), "X-Slack-Retry-Reason": attempt.reason}
        return await self._post(body, headers)

    async def _post(self, body: bytes, headers: dict[str, str]) -> Answer:
        assert self._session is not None, "the fake is not started"
        assert self.url is not None, "deliver_to(url) says where"
        timeout = aiohttp.ClientTimeout(total=self.timing.acknowledge_within)
        try:
            async with self._session.post(self.url, data=body, headers=headers, timeout=timeout) as response:
                text = await response.text()
                no_retry = response.headers.get("X-Slack-No-Retry") == "1"
        except TimeoutError:
            return Answer(why="http_timeout")
        except aiohttp.ClientError:
            return Answer(why="connection_failed")
        why = "" if response.status == 200 else "no_retry" if no_retry else "http_error"
        return Answer(response.status, _body(text, response.content_type), why)


def _body(text: str, content_type: str) -> Obj:
    if content_type == "application/json" and text:
        body: Obj = json.loads(text)
        return body
    return {"text": text} if text else {}


@dataclass(eq=False)
class Socket:
    """One Socket Mode connection, and what is not acknowledged over it yet."""

    connection: web.WebSocketResponse
    waiting: dict[str, asyncio.Future[Obj]] = field(default_factory=dict)


class Sockets:
    """The Socket Mode connections: each thing goes over one of them."""

    def __init__(self, app_id: str) -> None:
        self.app_id = app_id
        self.changed = asyncio.Condition()
        self._open: list[Socket] = []
        self._sent = 0

    @property
    def count(self) -> int:
        return len(self._open)

    async def serve(self, request: web.Request) -> web.WebSocketResponse:
        connection = web.WebSocketResponse(max_msg_size=0)
        await connection.prepare(request)
        socket = Socket(connection)
        hello = {"type": "hello", "num_connections": self.count + 1, "connection_info": {"app_id": self.app_id}}
        await connection.send_json(hello)
        await self._joined(socket)
        try:
            async for message in connection:
                if message.type is aiohttp.WSMsgType.TEXT:
                    _acknowledged(socket, message.data)
        finally:
            await self._left(socket)
        return connection

    async def deliver(self, kind: Kind, payload: Obj, attempt: Attempt, within: float) -> Answer:
        if not self._open:
            return Answer(why="connection_failed")
        self._sent += 1
        socket = self._open[self._sent % self.count]
        envelope = f"envelope-{self._sent}"
        sent: Obj = {
            "envelope_id": envelope,
            "payload": payload,
            "type": kind,
            "accepts_response_payload": kind != "events_api",
        }
        if kind == "events_api":
            sent |= {"retry_attempt": attempt.number, "retry_reason": attempt.reason}
        acknowledged = socket.waiting[envelope] = asyncio.get_running_loop().create_future()
        try:
            await socket.connection.send_json(sent)
            return Answer(200, await asyncio.wait_for(acknowledged, within))
        except TimeoutError:
            return Answer(why="timeout")
        except ConnectionError:
            return Answer(why="connection_failed")
        finally:
            socket.waiting.pop(envelope, None)

    async def close(self, *, said: bool) -> None:
        for socket in [*self._open]:
            if said and not socket.connection.closed:
                await socket.connection.send_json({"type": "disconnect", "reason": "refresh_requested"})
            await self._left(socket)
            await socket.connection.close()

    async def _joined(self, socket: Socket) -> None:
        async with self.changed:
            self._open.append(socket)
            self.changed.notify_all()

    async def _left(self, socket: Socket) -> None:
        for acknowledged in socket.waiting.values():
            if not acknowledged.done():
                acknowledged.set_exception(ConnectionResetError())
        async with self.changed:
            if socket in self._open:
                self._open.remove(socket)
                self.changed.notify_all()


def _acknowledged(socket: Socket, text: str) -> None:
    message = json.loads(text)
    waiting = socket.waiting.get(message.get("envelope_id", ""))
    if waiting and not waiting.done():  # a late one is thrown away
        waiting.set_result(message.get("payload") or {})
