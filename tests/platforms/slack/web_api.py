"""The HTTP side of the fake Slack: what each request is checked for, and how it is answered."""

import asyncio
import json
from collections.abc import Callable
from typing import NamedTuple, assert_never

from aiohttp import web

from tests.platforms.slack.methods import METHODS, Caller, Method
from tests.platforms.slack.rates import Rates, Turnstile
from tests.platforms.slack.replies import at_response_url
from tests.platforms.slack.shapes import Obj
from tests.platforms.slack.troubles import Trouble, Troubles
from tests.platforms.slack.wire import Wire
from tests.platforms.slack.workspace import Refused, Wrong

STRUCTURED = ("blocks", "view", "metadata", "files", "prompts", "loading_messages")
"""Arguments that are JSON in themselves where they come in a form."""


CUT = 0
"""In the place of a status: the line was cut without an answer."""


class Call(NamedTuple):
    """A call of the Web API; `error` is empty where it went well."""

    method: str
    args: Obj
    status: int
    error: str


class Outcome(NamedTuple):
    status: int
    body: Obj
    headers: dict[str, str]


class WebApi:
    """Slack's Web API for one bot, with the uploads and response URLs beside it."""

    def __init__(self, wire: Wire, rates: Rates, bot_token: str, app_token: str) -> None:
        self.bot_token = bot_token
        self.app_token = app_token
        self.installed = True
        self.trigger_life = 3.0
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
            web.route("*", "/api/{method}", self._api),
            web.route("*", "/upload/{id}", self._upload),
            web.post("/response/{id}", self._response),
            web.get("/files-pri/{id}/{name}", self._download),
            web.get("/link/", self._link),
        ]

    async def _troubled(
        self, request: web.Request, method: str, args: Obj, work: Callable[[], Outcome]
    ) -> web.StreamResponse:
        trouble = self.troubles.next(method)
        outcome = troubled_outcome(trouble, work) if trouble else work()
        self.calls.append(Call(method, args, outcome.status, outcome.body.get("error", "")))
        if method in self.awaited:
            self.awaited.pop(method).set()
        if trouble and trouble.kind == "late":
            await asyncio.sleep(trouble.seconds)
        if trouble and trouble.kind == "hang":
            await self.stopped.wait()
        if outcome.status == CUT and request.transport:
            request.transport.abort()
        return web.Response(
            status=outcome.status or 200,  # nobody reads it once the line is cut
            body=json.dumps(outcome.body).encode(),
            content_type="application/json",
            headers=outcome.headers,
        )

    # ------------------------------------------------------------ the Web API

    async def _api(self, request: web.Request) -> web.StreamResponse:
        name = request.match_info["method"]
        method = METHODS.get(name)
        args = await arguments(request, takes_json=method is None or method.json)
        token = request.headers.get("Authorization", "").removeprefix("Bearer ") or args.pop("token", "")
        args.pop("token", None)
        return await self._troubled(request, name, args, lambda: self._call(name, method, str(token), args))

    def _call(self, name: str, method: Method | None, token: str, args: Obj) -> Outcome:
        try:
            if method is None:
                raise Wrong("unknown_method", [])
            self._admit(method, token)
            if (wait := self._wait(name, method, args)) is not None:
                self.limited += 1
                return too_many(wait)
            self._look_at_arguments(name, method, args)
            body = {"ok": True, **method.run(self._caller(), args)}
        except Refused as refused:
            if isinstance(refused, Wrong):
                self._wire.workspace.held_against(f"{name}: {refused.error}", refused.faults)
            body = {"ok": False, "error": refused.error, **refused.more}
        scopes = "connections:write" if method and method.app_token else ",".join(sorted(self._wire.scopes))
        return Outcome(200, body, {"x-oauth-scopes": scopes})

    def _admit(self, method: Method, token: str) -> None:
        if not token:
            raise Refused("not_authed")
        if token not in (self.bot_token, self.app_token):
            raise Refused("invalid_auth")
        if not self.installed:
            raise Refused("account_inactive")
        if (token == self.app_token) != method.app_token:
            raise Refused("not_allowed_token_type")
        if method.scope:
            self._caller().needs(method.scope)

    def _wait(self, name: str, method: Method, args: Obj) -> int | None:
        if not method.posts:
            return self._turnstile.called(name, method.tier)
        to = str(args.get("channel"))
        return self._turnstile.posted(self._wire.workspace.direct(to).id if to in self._wire.workspace.profiles else to)

    def _look_at_arguments(self, name: str, method: Method, args: Obj) -> None:
        if missing := sorted(method.needs - args.keys()):
            raise Wrong("invalid_arguments", [f"[ERROR] missing required field: {one}" for one in missing])
        if nested := sorted(one for one in args if one not in STRUCTURED and isinstance(args[one], list | dict)):
            raise Wrong("invalid_arguments", [f"[ERROR] must be a string [json-pointer:/{one}]" for one in nested])
        for unknown in sorted(args.keys() - method.takes):
            self._wire.workspace.held_against(f"{name}: it has no argument {unknown}")

    def _caller(self) -> Caller:
        wire = self._wire
        return Caller(wire.workspace, wire.scopes, wire.agent_view, self.trigger_life, wire.url, wire.loop_time())

    async def _link(self, request: web.Request) -> web.StreamResponse:
        """A Socket Mode connection, at an address that was given for one."""
        tickets, ticket = self._wire.workspace.tickets, request.query.get("ticket", "")
        if ticket not in tickets:
            raise web.HTTPForbidden
        tickets.remove(ticket)
        return await self._wire.delivery.sockets.serve(request)

    # ------------------------------------------------------------ uploads and response URLs

    async def _upload(self, request: web.Request) -> web.StreamResponse:
        file = request.match_info["id"]
        data = await uploaded(request)

        def keep() -> Outcome:
            upload = self._wire.workspace.uploads.get(file)
            if upload is None:
                return Outcome(404, {"error": "file_not_found"}, {})
            if len(data) != upload.length:
                self._wire.workspace.held_against(f"upload: {len(data)} bytes of {upload.length}")
                return Outcome(400, {"error": "length_mismatch"}, {})
            upload.data = data
            return Outcome(200, {"ok": True}, {})

        return await self._troubled(request, "upload", {"id": file}, keep)

    async def _download(self, request: web.Request) -> web.StreamResponse:
        """What people shared, for whoever has a token that reads files; everybody else is sent to sign in."""
        file, name = request.match_info["id"].rpartition("-")[2], request.match_info["name"]
        token = request.headers.get("Authorization", "").removeprefix("Bearer ")
        trouble = self.troubles.next("download")
        if token != self.bot_token or "files:read" not in self._wire.scopes:
            return web.Response(status=302, headers={"Location": "/sign-in"})
        if trouble is not None:
            outcome = troubled_outcome(trouble, lambda: too_many(trouble.retry_after))
            if outcome.status == CUT and request.transport:
                request.transport.abort()
            return web.Response(status=outcome.status or 200, headers=outcome.headers)
        try:
            _, found = self._wire.workspace.file(file)
        except Refused:
            return web.Response(status=404)
        if found.name != name:
            return web.Response(status=404)
        return web.Response(body=found.data, content_type=found.mimetype or "application/octet-stream")

    async def _response(self, request: web.Request) -> web.StreamResponse:
        body: Obj = json.loads(await request.text())

        def respond() -> Outcome:
            try:
                at_response_url(self._wire.workspace, request.match_info["id"], body, self._wire.loop_time())
            except Refused as refused:
                if isinstance(refused, Wrong):
                    self._wire.workspace.held_against(f"response_url: {refused.error}", refused.faults)
                return Outcome(404, {"ok": False, "error": refused.error}, {})
            return Outcome(200, {"ok": True}, {})

        return await self._troubled(request, "response", body, respond)


def troubled_outcome(trouble: Trouble, work: Callable[[], Outcome]) -> Outcome:
    match trouble.kind:
        case "late":
            return work()
        case "drop":
            return work()._replace(status=CUT)
        case "refuse" | "hang":
            return Outcome(CUT, {}, {})
        case "429":
            return too_many(trouble.retry_after)
        case "500":
            return Outcome(500, {}, {})
        case "error":
            return Outcome(200, {"ok": False, "error": trouble.error}, {})
        case _:
            assert_never(trouble.kind)


def too_many(retry_after: int) -> Outcome:
    return Outcome(429, {"ok": False, "error": "ratelimited"}, {"Retry-After": str(retry_after)})


async def arguments(request: web.Request, *, takes_json: bool) -> Obj:
    """What a method was called with: in the address, in a form, or as JSON where it is read."""
    args: Obj = dict(request.query)
    if request.content_type == "application/json":
        if takes_json and (text := await request.text()):
            args |= json.loads(text)
    elif request.can_read_body:
        args |= await request.post()
    for name in STRUCTURED:
        if isinstance(args.get(name), str):
            try:
                args[name] = json.loads(args[name])
            except ValueError:
                continue
    return {name: value for name, value in args.items() if value is not None}


async def uploaded(request: web.Request) -> bytes:
    if not request.content_type.startswith("multipart/"):
        return await request.read()
    form = await request.post()
    file = next(iter(form.values()))
    assert isinstance(file, web.FileField), "an upload is a file"
    return file.file.read()
