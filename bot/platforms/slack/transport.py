"""The two ways in: by HTTP, where there is a public address, and over Socket Mode, where there is none."""

import logging
from collections.abc import Awaitable, Callable, Sequence
from http import HTTPStatus
from typing import Protocol

import aiohttp
from aiohttp import WSMessage, web
from aiohttp.typedefs import Middleware
from slack_bolt.adapter.aiohttp import to_aiohttp_response, to_bolt_request
from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from slack_bolt.async_app import AsyncApp
from slack_bolt.middleware.async_middleware import AsyncMiddleware
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_bolt.response import BoltResponse
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.chat.errors import DeliveryFailed
from bot.platforms.slack.manifest import EVENTS_PATH

log = logging.getLogger("waymark.slack")

SILENT = logging.getLogger("slack_bolt.waymark")
"""Bolt writes whole requests at INFO, and failures in words that may be somebody's. So it is silent."""
SILENT.setLevel(logging.CRITICAL)

PING_S = 5  # so long a line may be broken before it is noticed

Take = Callable[[AsyncBoltRequest], Awaitable[BoltResponse]]


class Transport(Protocol):
    """A way in for what Slack sends."""

    async def start(self, take: Take) -> None: ...

    async def stop(self) -> None: ...


class Taking(AsyncMiddleware):
    """All that Bolt does with a request once it is verified: it is ours. There are no listeners.

    As a class, and no function, it is spared having its arguments looked up by name in each request.
    """

    def __init__(self, take: Take) -> None:
        self._take = take

    async def async_process(
        self, *, req: AsyncBoltRequest, resp: BoltResponse, next: Callable[[], Awaitable[BoltResponse]]
    ) -> BoltResponse:
        return await (next() if req.body.get("type") == "url_verification" else self._take(req))


def bolt(client: AsyncWebClient, take: Take, signing_secret: str = "") -> AsyncApp:
    """Bolt verifies requests, and takes them out of their wrapping."""
    # Bolt gives the logger named as the app is its logger's level: named as we are, it would silence all our own.
    return AsyncApp(
        name=SILENT.name, logger=SILENT, client=client, signing_secret=signing_secret, before_authorize=Taking(take)
    )


class Http:
    """Slack calls us. While a signing secret is being replaced, the old and the new are good."""

    def __init__(self, client: AsyncWebClient, signing_secrets: Sequence[str]) -> None:
        self._client = client
        self._secrets = signing_secrets
        self._apps: list[AsyncApp] = []

    async def start(self, take: Take) -> None:
        self._apps = [bolt(self._client, take, secret) for secret in self._secrets]

    async def stop(self) -> None:
        self._apps = []

    def routes(self) -> list[web.RouteDef]:
        return [web.post(EVENTS_PATH, self._post)]

    def middlewares(self) -> list[Middleware]:
        return []

    async def _post(self, request: web.Request) -> web.Response:
        for app in self._apps:
            response = await app.async_dispatch(await to_bolt_request(request))
            if response.status != HTTPStatus.UNAUTHORIZED:
                if response.status == HTTPStatus.INTERNAL_SERVER_ERROR:
                    log.error("a request from Slack could not be taken in")
                return await to_aiohttp_response(response)
        return web.Response(status=HTTPStatus.UNAUTHORIZED if self._apps else HTTPStatus.SERVICE_UNAVAILABLE)


async def _tell(_: WSMessage) -> None:
    log.info("the line to Slack was closed; it is opened again")


class _Line(Protocol):
    """The library's socket as we use it: its own methods are untyped."""

    async def connect(self) -> None: ...

    async def close(self) -> None: ...


class Socket:
    """We call Slack, and hear over the line that is then open. It is opened again whenever it breaks."""

    def __init__(self, client: AsyncWebClient, app_token: str) -> None:
        self._client = client
        self._token = app_token
        self._line: _Line | None = None

    async def start(self, take: Take) -> None:
        await self._try_the_token()
        handler = AsyncSocketModeHandler(bolt(self._client, take), self._token, logger=SILENT, ping_interval=PING_S)
        handler.client.on_close_listeners.append(_tell)
        line: _Line = handler.client
        self._line = line
        await line.connect()

    async def _try_the_token(self) -> None:
        """The library would go on trying for ever, whatever is wrong."""
        try:
            await self._client.apps_connections_open(app_token=self._token)
        except SlackApiError as error:
            raise DeliveryFailed(f"Slack says {error.response['error']} to the app-level token") from None
        except (aiohttp.ClientError, TimeoutError):
            raise DeliveryFailed("Slack can’t be reached") from None

    async def stop(self) -> None:
        if self._line is not None:
            line, self._line = self._line, None
            await line.close()
