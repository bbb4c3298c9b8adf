"""The console's page, its live updates and what is done in it, over HTTP: on loopback, for whoever holds the token."""

import asyncio
import json
import secrets
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import fields, is_dataclass
from datetime import UTC, datetime, timedelta
from http import HTTPStatus
from pathlib import Path
from typing import Annotated, Literal, Protocol, Self, TypeVar, assert_never
from urllib.parse import quote
from zoneinfo import ZoneInfo

from aiohttp import web
from aiohttp.typedefs import Handler, Middleware
from pydantic import BaseModel, Field, NaiveDatetime, StringConstraints, ValidationError, model_validator

from bot.chat.fetching import MOST_BYTES, MOST_FILES
from bot.chat.forms import Json
from bot.chat.messages import Message, Picture
from bot.platforms.console import render
from bot.platforms.console.adapter import ConsolePlatform, NoSuchFile, NoSuchForm, NotListening, UnknownPerson
from storage.errors import StorageBusy, StorageFull

ROOT = "/console"
UPLOADS = ROOT + "/uploads"
MOST_BODY = 1_000_000
MOST_SECONDS = 24 * 60 * 60
MOST_YEARS_AHEAD = 5
HEARTBEAT_S = 15

SAFE_HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; media-src 'self' blob:; "
        "connect-src 'self'; "
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}

STATIC = Path(__file__).parent / "static"
STATIC_TYPES = {
    "console.css": "text/css; charset=utf-8",
    **dict.fromkeys(("console.js", "draw.js", "files.js", "form.js", "preview.js"), "text/javascript; charset=utf-8"),
    "icon.svg": "image/svg+xml",
}

PICTURES = {b"\x89PNG\r\n\x1a\n": "image/png", b"\xff\xd8\xff": "image/jpeg", b"GIF8": "image/gif"}
"""What a browser may show in the page, by how it begins. Anything else is only ever a download."""

Previews = Mapping[str, Callable[[Message], object]]
"""A platform's name, and how it would be given a message: JSON, or dataclasses that go into it."""


class ClockControl(Protocol):
    """The bot's clock, in the hands of whoever tries it out."""

    async def now(self) -> datetime: ...

    async def next_due(self) -> datetime | None: ...

    async def go_to(self, moment: datetime) -> None:
        """Move on to this moment; everything due by then happens first."""


# ---------------------------------------------------------------- what the page may post

Key = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9-]{8,64}$")]


class Say(BaseModel):
    """Words typed in the composer."""

    act: Literal["say"]
    text: str
    files: dict[str, Annotated[int, Field(ge=0, le=MOST_SECONDS)]] = Field(default_factory=dict, max_length=MOST_FILES)
    """What was uploaded before: what each is known by, and how many seconds it lasts, as far as it is a recording."""

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if not self.text and not self.files:
            raise ValueError("nothing is said")
        return self


class PressOn(BaseModel):
    """A button pressed on a message, or on the Home, where `on` is empty."""

    act: Literal["press"]
    press: str
    on: str


class Submit(BaseModel):
    """A form filled in."""

    act: Literal["submit"]
    opening: str
    answers: dict[str, Json]


class PutAway(BaseModel):
    """A form closed unanswered."""

    act: Literal["close"]
    opening: str


class Arrive(BaseModel):
    """A conversation opened."""

    act: Literal["arrive"]


class OpenHome(BaseModel):
    """A Home opened."""

    act: Literal["home"]


class Act(BaseModel):
    """One thing done by one person; `key` is the browser's own, the same when the post is repeated."""

    user: str
    key: Key
    what: Annotated[Say | PressOn | Submit | PutAway | Arrive | OpenHome, Field(discriminator="act")]


class Move(BaseModel):
    """Where the clock is to go: the next thing due, an hour or a day on, or a day and time in the bot's zone."""

    to: Literal["next", "hour", "day"] | NaiveDatetime


class Settings(BaseModel):
    """What the page can change about the console itself."""

    asks_in_forms: bool


B = TypeVar("B", bound=BaseModel)


class CannotDo(Exception):
    """Said in the page as it is."""


IN_PLAIN_WORDS: dict[type[Exception], tuple[HTTPStatus, str]] = {
    StorageFull: (
        HTTPStatus.INSUFFICIENT_STORAGE,
        "That was not kept: the disk is full. Please make some room and try again.",
    ),
    StorageBusy: (
        HTTPStatus.SERVICE_UNAVAILABLE,
        "That was not kept: the database is busy. Please try again in a moment.",
    ),
    NotListening: (
        HTTPStatus.SERVICE_UNAVAILABLE,
        "That was not kept: Waymark is starting or stopping. Please try again in a moment.",
    ),
    web.HTTPRequestEntityTooLarge: (
        HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
        "That was not kept: it is too long to send at once. Please send it in parts.",
    ),
    UnknownPerson: (HTTPStatus.NOT_FOUND, "This person is no longer in the demo."),
    NoSuchForm: (HTTPStatus.GONE, "This form has been sent or put away already."),
    NoSuchFile: (HTTPStatus.GONE, "That file is not here any more. Please choose it again."),
    ValidationError: (HTTPStatus.BAD_REQUEST, "Waymark could not read that."),
}


class ConsolePage:
    """The routes of the console, and the guard before them."""

    def __init__(
        self,
        platform: ConsolePlatform,
        clock: ClockControl,
        zone: ZoneInfo,
        previews: Previews,
        *,
        port: int,
    ) -> None:
        self._platform = platform
        self._clock = clock
        self._zone = zone
        self._previews = previews
        self._token = secrets.token_urlsafe(24)
        # Browsers keep one set of cookies for all ports of a host, so two consoles need two names.
        self._cookie = f"waymark-console-{port}"
        self._hosts = {f"{host}:{port}" for host in ("127.0.0.1", "localhost", "[::1]")}
        self._process = secrets.token_hex(4)
        """Tells the page that it is talking to another process than before, which has other conversations."""
        self.address = f"http://127.0.0.1:{port}{ROOT}?token={self._token}"
        """Opens the page. Whoever has it can speak as everybody in the demo."""

    def routes(self) -> list[web.RouteDef]:
        return [
            web.get(ROOT, self._page),
            web.get(ROOT + "/static/{name}", self._static),
            web.get(ROOT + "/updates", self._updates),
            web.post(ROOT + "/act", self._act),
            web.post(UPLOADS + "/{user}/{name}", self._upload),
            web.post(ROOT + "/clock", self._move_clock),
            web.post(ROOT + "/settings", self._settings),
            web.get(ROOT + "/files/{user}/{ref}/{number:[0-9]{1,3}}", self._file),
            web.get(ROOT + "/previews/{user}/{ref}", self._preview),
        ]

    def middlewares(self) -> list[Middleware]:
        return [self._guard]

    # ------------------------------------------------------------ the guard

    @web.middleware
    async def _guard(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """Lets in what comes from this page, with the token, to this host; and puts the same headers on everything."""
        if request.path != ROOT and not request.path.startswith(ROOT + "/"):
            return await handler(request)
        try:
            self._let_in(request)
            response = await _in_plain_words(request, handler)
        except web.HTTPException as answer:
            answer.headers.update(SAFE_HEADERS)
            raise
        if not response.prepared:
            response.headers.update(SAFE_HEADERS)
        return response

    def _let_in(self, request: web.Request) -> None:
        if request.host not in self._hosts:
            raise web.HTTPForbidden(text="Please open the address that Waymark printed.")
        if (token := request.query.get("token")) is not None and self._is_token(token):
            redirect = web.HTTPSeeOther(ROOT)
            redirect.set_cookie(self._cookie, self._token, path=ROOT, httponly=True, samesite="Strict")
            raise redirect
        if token is not None or not self._is_token(request.cookies.get(self._cookie, "")):
            raise web.HTTPForbidden(text="Please open the address that Waymark printed when it was started last.")
        is_typed = request.content_type == "application/json" or request.path.startswith(UPLOADS + "/")
        if request.method != "GET" and (request.headers.get("Origin") != f"http://{request.host}" or not is_typed):
            raise web.HTTPForbidden(text="Only the console's own page can do this.")

    def _is_token(self, given: str) -> bool:
        return secrets.compare_digest(given.encode(), self._token.encode())

    # ------------------------------------------------------------ the page

    async def _page(self, request: web.Request) -> web.StreamResponse:
        return web.FileResponse(STATIC / "index.html", headers={"Content-Type": "text/html; charset=utf-8"})

    async def _static(self, request: web.Request) -> web.StreamResponse:
        name = request.match_info["name"]
        if name not in STATIC_TYPES:
            raise web.HTTPNotFound
        return web.FileResponse(STATIC / name, headers={"Content-Type": STATIC_TYPES[name]})

    async def _updates(self, request: web.Request) -> web.StreamResponse:
        """Everything that changes, as server-sent events; their ids say how far the page has come, for a reconnect."""
        response = web.StreamResponse(headers={**SAFE_HEADERS, "Content-Type": "text/event-stream; charset=utf-8"})
        await response.prepare(request)
        version = self._version_seen(request)
        fresh, around = version == 0, None
        with suppress(ConnectionResetError):
            while not self._platform.closed:
                stirred = self._platform.stirred
                news, now_around = self._platform.news(version), await self._around()
                if news:
                    version = news[-1].version
                if fresh or news or now_around != around:
                    update = {
                        "fresh": fresh,
                        "around": now_around,
                        "news": [render.news(item, self._zone) for item in news],
                    }
                    await response.write(f"id: {self._process}-{version}\ndata: {json.dumps(update)}\n\n".encode())
                else:
                    await response.write(b": nothing new\n\n")
                fresh, around = False, now_around
                with suppress(TimeoutError):
                    await asyncio.wait_for(stirred.wait(), HEARTBEAT_S)
        return response

    def _version_seen(self, request: web.Request) -> int:
        process, _, version = request.headers.get("Last-Event-ID", "").partition("-")
        return int(version) if process == self._process and version.isdecimal() else 0

    async def _around(self) -> render.Drawn:
        now, due = await self._clock.now(), await self._clock.next_due()
        return {
            "people": [render.persona(persona) for persona in await self._platform.personas()],
            "clock": render.clock(now, due, self._zone),
            "asks_in_forms": self._platform.asks_in_forms,
        }

    # ------------------------------------------------------------ what is done in it

    async def _act(self, request: web.Request) -> web.Response:
        act = await _posted(request, Act)
        faults: dict[str, str] = {}
        match act.what:
            case Say(text=text, files=files):
                await self._platform.say(act.user, act.key, text, files)
            case PressOn(press=press, on=on):
                await self._platform.press(act.user, act.key, press, on)
            case Submit(opening=opening, answers=answers):
                faults = await self._platform.submit(act.user, act.key, opening, answers)
            case PutAway(opening=opening):
                await self._platform.put_away(act.user, act.key, opening)
            case Arrive():
                await self._platform.arrive(act.user, act.key)
            case OpenHome():
                await self._platform.open_home(act.user, act.key)
            case _:
                assert_never(act.what)
        return web.json_response({"faults": faults})

    async def _upload(self, request: web.Request) -> web.Response:
        """A file, as it is, to be sent with the words that follow. Its name and type are only what the page says."""
        data = await _body(request, MOST_BYTES)
        user, name = request.match_info["user"], request.match_info["name"]
        return web.json_response({"file": self._platform.hold(user, name, request.content_type, data)})

    async def _move_clock(self, request: web.Request) -> web.Response:
        to = (await _posted(request, Move)).to
        now = await self._clock.now()
        match to:
            case "next":
                moment = await self._clock.next_due()
                if moment is None:
                    raise CannotDo("Nothing is planned. Move on by an hour or a day instead.")
                moment = max(moment, now)
            case "hour":
                moment = now + timedelta(hours=1)
            case "day":
                moment = (now.astimezone(self._zone) + timedelta(days=1)).astimezone(UTC)
            case _:
                if not now.year <= to.year <= now.year + MOST_YEARS_AHEAD:
                    raise CannotDo(f"Please choose a time within {MOST_YEARS_AHEAD} years.")
                moment = to.replace(tzinfo=self._zone).astimezone(UTC)
                if moment < now:
                    raise CannotDo("The clock only goes forward. Please choose a time that lies ahead.")
        await self._clock.go_to(moment)
        self._platform.stir()
        return web.json_response(await self._around())

    async def _settings(self, request: web.Request) -> web.Response:
        self._platform.asks_in_forms = (await _posted(request, Settings)).asks_in_forms
        self._platform.stir()
        return web.json_response(await self._around())

    # ------------------------------------------------------------ what is looked at

    async def _file(self, request: web.Request) -> web.Response:
        attachments = self._message(request).attachments
        number = int(request.match_info["number"])
        if number >= len(attachments):
            raise web.HTTPNotFound
        attached = attachments[number]
        if isinstance(attached, Picture):
            kind = next((kind for start, kind in PICTURES.items() if attached.data.startswith(start)), None)
        else:
            kind = attached.media_type if attached.media_type in render.PLAYED else None
        if kind is None:
            name = quote(attached.name, safe="")
            download = {"Content-Disposition": f"attachment; filename*=UTF-8''{name}"}
            return web.Response(body=attached.data, content_type="application/octet-stream", headers=download)
        return web.Response(body=attached.data, content_type=kind)

    async def _preview(self, request: web.Request) -> web.Response:
        message = self._message(request)
        given = {name: shown(message) for name, shown in self._previews.items()}
        return web.json_response(text=json.dumps(given, default=_spelt_out))

    def _message(self, request: web.Request) -> Message:
        message = self._platform.message(request.match_info["user"], request.match_info["ref"])
        if message is None:
            raise web.HTTPNotFound
        return message


def _spelt_out(value: object) -> object:
    """A renderer's own values as JSON, in which a file is no more than its size."""
    if is_dataclass(value):
        return {each.name: getattr(value, each.name) for each in fields(value)}
    if isinstance(value, bytes):
        return f"({len(value):,} bytes)"
    raise TypeError(type(value))


async def _posted(request: web.Request, model: type[B]) -> B:
    return model.model_validate_json(await _body(request, MOST_BODY))


async def _body(request: web.Request, most: int) -> bytes:
    body = bytearray()
    async for chunk in request.content.iter_any():
        body += chunk
        if len(body) > most:
            raise web.HTTPRequestEntityTooLarge(most, len(body))
    return bytes(body)


async def _in_plain_words(request: web.Request, handler: Handler) -> web.StreamResponse:
    """What went wrong, as a sentence for the page. Never a word of what was posted."""
    try:
        return await handler(request)
    except tuple(IN_PLAIN_WORDS) as error:
        status, words = IN_PLAIN_WORDS[type(error)]
        return web.json_response({"words": words}, status=status)
    except CannotDo as refused:
        return web.json_response({"words": str(refused)}, status=HTTPStatus.CONFLICT)
