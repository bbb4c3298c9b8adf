"""The HTTP side of the fake Telegram: what each request is checked for, and how it is answered."""

import inspect
import json
from typing import Any, assert_never
from urllib.parse import parse_qsl

from aiohttp import web

from tests.platforms.fake import Api, Obj, Outcome
from tests.platforms.telegram.methods import METHODS, Caller, Method, arguments_of
from tests.platforms.telegram.methods.media import MOST_UP
from tests.platforms.telegram.rates import Rates, Turnstile
from tests.platforms.telegram.shapes import Refused, Upload, Wrong
from tests.platforms.telegram.troubles import failed, too_many
from tests.platforms.telegram.wire import Wire

MOST_BODY = MOST_UP + (1 << 22)


class BotApi(Api):
    """Telegram's Bot API for one bot, with the files beside it."""

    error_field = "description"

    def __init__(self, wire: Wire, rates: Rates, token: str) -> None:
        super().__init__()
        self.token = token
        self.query_life = 15.0
        self._wire = wire
        self._turnstile = Turnstile(rates, wire.loop_time)

    def application(self) -> web.Application:
        app = web.Application(client_max_size=MOST_BODY)
        app.add_routes(
            [
                web.route("*", "/bot{token}/{method}", self._api),
                web.get("/file/bot{token}/{path:.+}", self._file),
            ]
        )
        return app

    # ------------------------------------------------------------ methods

    async def _api(self, request: web.Request) -> web.StreamResponse:
        wanted = request.match_info["method"]
        method = METHODS.get(wanted.lower())
        name = method.name if method else wanted
        given, files = await given_in(request)

        async def work() -> Outcome:
            return await self._call(request.match_info["token"], name, method, given, files)

        return await self.carry_out(request, name, {**given, **files}, work)

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

        async def give() -> Outcome:
            if request.match_info["token"] != self.token:
                return failed(401, "Unauthorized")
            found = next((file for file in self._wire.world.files.values() if file.path == path), None)
            if found is None:
                return failed(404, "Not Found")
            return Outcome(200, found.data, content_type="application/octet-stream")

        return await self.carry_out(request, "file", {"path": path}, give)


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
