"""The one HTTP server: health, and whatever the platforms that are on bring."""

import asyncio
import socket
from collections.abc import Awaitable, Callable, Sequence
from typing import Protocol

from aiohttp import web
from aiohttp.typedefs import Middleware

Healthy = Callable[[], Awaitable[bool]]

MOST_BODY = 1_000_000


class Served(Protocol):
    """A part of the bot that answers HTTP requests."""

    def routes(self) -> list[web.RouteDef]: ...

    def middlewares(self) -> list[Middleware]: ...


class PortTaken(Exception):
    """Something else listens there already."""


class WebServer:
    """Serves its parts on one port."""

    def __init__(self, host: str, port: int, healthy: Healthy, parts: Sequence[Served]) -> None:
        self._healthy = healthy
        self.host = host
        self.port = port
        self._app = web.Application(
            client_max_size=MOST_BODY, middlewares=[layer for part in parts for layer in part.middlewares()]
        )
        self._app.router.add_get("/healthz", self._health)
        for part in parts:
            self._app.router.add_routes(part.routes())
        # No access log: the addresses that are asked for may be secrets.
        self._runner = web.AppRunner(self._app, access_log=None, shutdown_timeout=2)

    async def start(self) -> None:
        """Listen; `port` is then the one that was given, where it was left to the system."""
        await self._runner.setup()
        listening = socket.socket(socket.AF_INET6 if ":" in self.host else socket.AF_INET)
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listening.bind((self.host, self.port))
        except OSError:
            listening.close()
            raise PortTaken(
                f"Something else is listening on port {self.port} already. Stop it, or choose another port: "
                "WAYMARK_HTTP_PORT=8011"
            ) from None
        self.port = listening.getsockname()[1]
        await web.SockSite(self._runner, listening).start()

    async def stop(self) -> None:
        await self._runner.cleanup()

    async def _health(self, _: web.Request) -> web.Response:
        """ok or not, and nothing more."""
        try:
            async with asyncio.timeout(2):
                well = await self._healthy()
        except Exception:  # whatever it is, the answer is no
            well = False
        return web.Response(text="ok\n" if well else "not ok\n", status=200 if well else 503)
