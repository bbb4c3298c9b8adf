"""Calendar feeds, on the one HTTP server: whoever has an address gets its calendar, and everybody else nothing."""

import asyncio
from datetime import timedelta

from aiohttp import web
from aiohttp.typedefs import Middleware

from bot.chat.router import Secrets
from handlers.calendar_files import MEDIA_TYPE, calendar_of
from handlers.coaching.sessions.calendar_entry import CALENDAR
from handlers.coaching.sessions.feed import PATH, entries_at
from scheduling.clock import Clock
from storage.shared.unit import SharedDatabase

LOOK_AGAIN = timedelta(hours=1)
HEADERS = {
    "Cache-Control": "private, no-store",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}


class CalendarFeeds:
    """Answers at the addresses that people were given. What it is asked for is a secret: nothing of it is logged."""

    def __init__(self, database: SharedDatabase, secrets: Secrets, clock: Clock) -> None:
        self._database = database
        self._secrets = secrets
        self._clock = clock

    def routes(self) -> list[web.RouteDef]:
        return [web.get(f"{PATH}{{secret}}.ics", self._get)]

    def middlewares(self) -> list[Middleware]:
        return []

    async def _get(self, request: web.Request) -> web.Response:
        now = self._clock.now()
        async with self._database.unit() as unit:
            entries = await entries_at(unit, self._secrets, request.match_info["secret"], now)
        if entries is None:
            raise web.HTTPNotFound
        data = await asyncio.to_thread(calendar_of, entries, CALENDAR, now, LOOK_AGAIN)
        return web.Response(body=data, content_type=MEDIA_TYPE, charset="utf-8", headers=HEADERS)
