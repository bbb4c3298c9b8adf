"""Hearing from Telegram at our own address."""

import hmac
import json
import logging
from http import HTTPStatus

from aiohttp import web
from aiohttp.typedefs import Middleware

from bot.platforms.telegram.calling import Telegram
from bot.platforms.telegram.hearing import NotTaken, Take
from bot.platforms.telegram.inbound import TOLD

log = logging.getLogger("waymark.telegram")

WEBHOOK_PATH = "/telegram/webhook"
PROOF_HEADER = "X-Telegram-Bot-Api-Secret-Token"
"""Where Telegram shows that it knows the secret."""


class Webhook:
    """Telegram calls us. Whoever does not know the secret is not heard."""

    def __init__(self, telegram: Telegram, public_url: str, secret: str) -> None:
        self._telegram = telegram
        self._address = f"{public_url}{WEBHOOK_PATH}"
        self._secret = secret
        self._take: Take | None = None

    async def start(self, take: Take) -> None:
        self._take = take
        await self._telegram.call(
            self._telegram.bot.set_webhook(self._address, allowed_updates=TOLD, secret_token=self._secret)
        )

    async def stop(self) -> None:
        """Take nothing more in. The address stays: what is told meanwhile, Telegram tells again."""
        self._take = None

    def routes(self) -> list[web.RouteDef]:
        return [web.post(WEBHOOK_PATH, self._post)]

    def middlewares(self) -> list[Middleware]:
        return []

    async def _post(self, request: web.Request) -> web.Response:
        """What is not answered with 200, Telegram sends again."""
        given = request.headers.get(PROOF_HEADER, "").encode(errors="surrogateescape")
        if not hmac.compare_digest(given, self._secret.encode()):
            return web.Response(status=HTTPStatus.UNAUTHORIZED)
        if self._take is None:
            return web.Response(status=HTTPStatus.SERVICE_UNAVAILABLE)
        try:
            raw = json.loads(await request.read())
        except (ValueError, RecursionError):
            raw = None
        if not isinstance(raw, dict):
            log.warning("what came to Telegram’s address was no update")
            return web.Response(status=HTTPStatus.OK)  # the same would come again and again
        try:
            await self._take(raw)
        except NotTaken:
            return web.Response(status=HTTPStatus.SERVICE_UNAVAILABLE)
        return web.Response(status=HTTPStatus.OK)
