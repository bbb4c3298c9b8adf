"""The HTTP side of the fake Telegram: what each request is checked for, and how it is answered."""

import asyncio
import inspect
import json
from collections.abc import Awaitable, Callable
from typing import Any, NamedTuple, assert_never
from urllib.parse import parse_qsl

from aiohttp import web

from tests.platforms.telegram.methods import METHODS, Caller, Method, arguments_of
from tests.platforms.telegram.methods.media import MOST_UP
from tests.platforms.telegram.rates import Rates, Turnstile
from tests.platforms.telegram.shapes import Obj, Refused, Upload, Wrong
from tests.platforms.telegram.troubles import Trouble, Troubles
from tests.platforms.telegram.wire import Wire

CUT = 0
"""In the place of a status: the line was cut without an answer."""

MOST_BODY = MOST_UP + (1 << 22)
BAD_GATEWAY = b"<html><head><title>502 Bad Gateway</title></head><body>nginx</body></html>"


class Call(NamedTuple):
    """A call of the Bot API; `error` is empty where it went well."""

    method: str
    args: Obj
    status: int
    error: str


class Outcome(NamedTuple):
    status: int
    body: Obj

    @property
    def error(self) -> str:
        description: str = self.body.get("description", "")
        return description


class BotApi:
    """Telegram's Bot API for one bot, with the files beside it."""

    def __init__(self, wire: Wire, rates: Rates, token: str) -> None:
        self.token = token
        self.query_life = 15.0
        self.calls: list[Call] = []
        self.awaited: dict[str, asyncio.Event] = {}
        """Methods that somebody waits to see called."""
        self.limited = 0
        self.troubles = Troubles()
        self.stopped = asyncio.Event()
        self._wire = wire
        self._turnstile = Turnstile(rates, wire.loop_time)

    def routes(self) -> list[web.RouteDef]:
        return [
            web.route("*", "/bot{token}/{method}", self._api),
            web.get("/file/bot{token}/{path:.+}", self._file),
        ]

    # ------------------------------------------------------------ methods

    async def _api(self, request: web.Request) -> web.StreamResponse:
        wanted = request.match_info["method"]
        method = METHODS.get(wanted.lower())
        name = method.name if method else wanted
        given, files = await given_in(request)
        args = {**given, **files}
        trouble = self.troubles.next(name)

        async def work() -> Outcome:
            return await self._call(request.match_info["token"], name, method, given, files)

        outcome = await _troubled(trouble, work) if trouble else await work()
        self._note(name, args, outcome)
        if trouble and trouble.kind == "late":
            await asyncio.sleep(trouble.seconds)
        if trouble and trouble.kind == "hang":
            await self.stopped.wait()
        if outcome.status == CUT and request.transport:
            request.transport.abort()
        if trouble and trouble.kind == "502":
            return web.Response(status=502, body=BAD_GATEWAY, content_type="text/html")
        return web.Response(
            status=outcome.status or 200,  # nobody reads it once the line is cut
            body=json.dumps(outcome.body).encode(),
            content_type="application/json",
        )

    def _note(self, name: str, args: Obj, outcome: Outcome) -> None:
        self.calls.append(Call(name, args, outcome.status, outcome.error))
        if name in self.awaited:
            self.awaited.pop(name).set()

    async def _call(
        self, token: str, name: str, method: Method | None, given: Obj, files: dict[str, Upload]
    ) -> Outcome:
        world = self._wire.world
        try:
            if token != self.token:
                raise Refused("Unauthorized")
            if method is None:
                raise Wrong("Not Found")
            if any(len(file.data) > MOST_UP for file in files.values()):
                return failed(413, "Request Entity Too Large")
            caller = self._caller({name: file for name, file in files.items() if name not in method.takes})
            for unknown in sorted(given.keys() - method.takes):
                world.held_against(f"{name}: it has no parameter {unknown}")
            args = arguments_of(method, {**given, **files})
            if (wait := self._wait(method, args)) is not None:
                self.limited += 1
                return too_many(wait)
            result = method.run(caller, args)
            if inspect.isawaitable(result):
                result = await result
            for unused in sorted(caller.attached):
                world.held_against(f"{name}: nothing in it speaks of the file {unused}")
        except Refused as refused:
            if isinstance(refused, Wrong):
                world.held_against(f"{name}: {refused.description}")
            return failed(refused.code, refused.description, refused.parameters)
        return Outcome(200, {"ok": True, "result": result})

    def _caller(self, attached: dict[str, Upload]) -> Caller:
        wire = self._wire
        return Caller(wire.world, wire.delivery, wire.reads_all, self.query_life, wire.loop_time(), attached)

    def _wait(self, method: Method, args: Obj) -> int | None:
        chat = args.get("chat_id", 0)
        if chat not in self._wire.world.chats:
            return None
        match method.counts:
            case "":
                return None
            case "message":
                return self._turnstile.sent(chat)
            case "messages":
                media = args["media"]
                return self._turnstile.sent(chat, len(json.loads(media) if isinstance(media, str) else media))
            case "edit":
                return self._turnstile.edited(chat)
            case _:
                assert_never(method.counts)

    # ------------------------------------------------------------ files

    async def _file(self, request: web.Request) -> web.StreamResponse:
        path = request.match_info["path"]
        files = self._wire.world.files.values()
        found = next((file for file in files if file.path == path), None)
        if request.match_info["token"] != self.token:
            outcome = failed(401, "Unauthorized")
        else:
            outcome = Outcome(200, {}) if found else failed(404, "Not Found")
        self._note("file", {"path": path}, outcome)
        if found is None or outcome.status != 200:
            return web.json_response(outcome.body, status=outcome.status)
        return web.Response(body=found.data, content_type="application/octet-stream")


def failed(code: int, description: str, parameters: Obj | None = None) -> Outcome:
    body: Obj = {"ok": False, "error_code": code, "description": description}
    return Outcome(code, {**body, "parameters": parameters} if parameters else body)


def too_many(retry_after: int) -> Outcome:
    return failed(429, f"Too Many Requests: retry after {retry_after}", {"retry_after": retry_after})


async def _troubled(trouble: Trouble, work: Callable[[], Awaitable[Outcome]]) -> Outcome:
    match trouble.kind:
        case "late":
            return await work()
        case "drop":
            return (await work())._replace(status=CUT)
        case "refuse" | "hang":
            return Outcome(CUT, {})
        case "429":
            return too_many(trouble.retry_after)
        case "500":
            return failed(500, "Internal Server Error")
        case "502":
            return Outcome(502, {})
        case "error":
            return failed(trouble.code, trouble.description)
        case _:
            assert_never(trouble.kind)


async def given_in(request: web.Request) -> tuple[Obj, dict[str, Upload]]:
    """What a request says, in its address, as a form or as JSON; and the files in it."""
    given: Obj = dict(request.query)
    files: dict[str, Upload] = {}
    if request.content_type == "application/json":
        if text := await request.text():
            given |= _object(text)
    elif request.content_type == "multipart/form-data":
        for name, value in (await request.post()).items():
            if isinstance(value, web.FileField):
                files[name] = Upload(value.filename, value.content_type, value.file.read())
            else:
                given[name] = value
    elif request.can_read_body:
        given |= dict(parse_qsl((await request.read()).decode(), keep_blank_values=True))
    return {name: value for name, value in given.items() if value is not None}, files


def _object(text: str) -> Obj:
    try:
        body: Any = json.loads(text)
    except ValueError:
        return {}
    return body if isinstance(body, dict) else {}
