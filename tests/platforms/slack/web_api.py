"""The HTTP side of the fake Slack: what each request is checked for, and how it is answered."""

import json

from aiohttp import web

from tests.platforms.fake import Api, Obj, Outcome
from tests.platforms.slack.methods import METHODS, Caller, Method
from tests.platforms.slack.rates import Rates, Turnstile
from tests.platforms.slack.replies import at_response_url
from tests.platforms.slack.troubles import too_many
from tests.platforms.slack.wire import Wire
from tests.platforms.slack.workspace import Refused, Wrong

STRUCTURED = ("blocks", "view", "metadata", "files", "prompts", "loading_messages")
"""Arguments that are JSON in themselves where they come in a form."""


class WebApi(Api):
    """Slack's Web API for one bot, with the uploads and response URLs beside it."""

    error_field = "error"

    def __init__(self, wire: Wire, rates: Rates, bot_token: str, app_token: str) -> None:
        super().__init__()
        self.bot_token = bot_token
        self.app_token = app_token
        self.installed = True
        self.trigger_life = 3.0
        self._wire = wire
        self._turnstile = Turnstile(rates, wire.loop_time)

    def application(self) -> web.Application:
        app = web.Application(client_max_size=2**25)
        app.add_routes(
            [
                web.route("*", "/api/{method}", self._api),
                web.route("*", "/upload/{id}", self._upload),
                web.post("/response/{id}", self._response),
                web.get("/files-pri/{id}/{name}", self._download),
                web.get("/link/", self._link),
            ]
        )
        return app

    # ------------------------------------------------------------ the Web API

    async def _api(self, request: web.Request) -> web.StreamResponse:
        name = request.match_info["method"]
        method = METHODS.get(name)
        args = await arguments(request, takes_json=method is None or method.json)
        token = request.headers.get("Authorization", "").removeprefix("Bearer ") or args.pop("token", "")
        args.pop("token", None)
        return await self.carry_out(request, name, args, lambda: self._call(name, method, str(token), args))

    async def _call(self, name: str, method: Method | None, token: str, args: Obj) -> Outcome:
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

        async def keep() -> Outcome:
            upload = self._wire.workspace.uploads.get(file)
            if upload is None:
                return Outcome(404, {"error": "file_not_found"})
            if len(data) != upload.length:
                self._wire.workspace.held_against(f"upload: {len(data)} bytes of {upload.length}")
                return Outcome(400, {"error": "length_mismatch"})
            upload.data = data
            return Outcome(200, {"ok": True})

        return await self.carry_out(request, "upload", {"id": file}, keep)

    async def _download(self, request: web.Request) -> web.StreamResponse:
        """What people shared, for whoever has a token that reads files; everybody else is sent to sign in."""
        file, name = request.match_info["id"].rpartition("-")[2], request.match_info["name"]
        token = request.headers.get("Authorization", "").removeprefix("Bearer ")
        if token != self.bot_token or "files:read" not in self._wire.scopes:
            return web.Response(status=302, headers={"Location": "/sign-in"})

        async def give() -> Outcome:
            try:
                _, found = self._wire.workspace.file(file)
            except Refused:
                return Outcome(404, b"")
            if found.name != name:
                return Outcome(404, b"")
            return Outcome(200, found.data, content_type=found.mimetype or "application/octet-stream")

        return await self.carry_out(request, "download", {"id": file}, give)

    async def _response(self, request: web.Request) -> web.StreamResponse:
        body: Obj = json.loads(await request.text())

        async def respond() -> Outcome:
            try:
                at_response_url(self._wire.workspace, request.match_info["id"], body, self._wire.loop_time())
            except Refused as refused:
                if isinstance(refused, Wrong):
                    self._wire.workspace.held_against(f"response_url: {refused.error}", refused.faults)
                return Outcome(404, {"ok": False, "error": refused.error})
            return Outcome(200, {"ok": True})

        return await self.carry_out(request, "response", body, respond)


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
