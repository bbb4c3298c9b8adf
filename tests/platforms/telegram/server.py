"""The fake Telegram: api.telegram.org on loopback, and the people behind it."""

import asyncio
import json
import secrets
from collections.abc import Callable, Iterable
from datetime import datetime

from scheduling.clock import SystemClock
from tests.platforms.fake import PATIENCE_S, FakePlatform, Obj, Trouble
from tests.platforms.telegram.bot_api import BotApi
from tests.platforms.telegram.delivery import Answer, Delivery, Timing
from tests.platforms.telegram.groups import SUPERGROUPS, Channel, Group
from tests.platforms.telegram.people import Person
from tests.platforms.telegram.rates import Rates
from tests.platforms.telegram.troubles import TroubleKind, what_goes_wrong
from tests.platforms.telegram.wire import Wire
from tests.platforms.telegram.world import Chat, ChatKind, Profile, Status, World

BOT = 7_314_159_265
PEOPLE = 5_100_000_000  # real ids have long outgrown 32 bits
GROUPS = -4_200_000_000
JUMP = 1_000_000


class FakeTelegram(FakePlatform[BotApi, Delivery]):
    """Telegram with one bot. Start it, let the bot poll or set its webhook, and let people act."""

    def __init__(
        self,
        *,
        pace: float = 1.0,
        privacy: bool = True,
        username: str = "WaymarkBot",
        now: Callable[[], datetime] | None = None,
    ) -> None:
        self.bot_id = BOT
        self.username = username
        self.token = f"{BOT}:{secrets.token_urlsafe(26)}"
        self.rates = Rates(pace)
        self.world = World(Profile(BOT, "Waymark", username=username, bot=True), now or SystemClock().now)
        delivery = Delivery(self.world.moment)
        self._wire = Wire(self.world, delivery, not privacy, asyncio.get_running_loop().time)
        super().__init__(BotApi(self._wire, self.rates, self.token), delivery)

    @property
    def url(self) -> str:
        """The API root: the bot's address there is {url}/bot{token}/, its files' {url}/file/bot{token}/."""
        return self._address

    # ------------------------------------------------------------ who and what is there

    def person(
        self,
        first_name: str,
        *,
        id: int | None = None,
        username: str = "",
        last_name: str = "",
        language_code: str = "en",
        bot: bool = False,
    ) -> Person:
        number = PEOPLE + next(self.world.numbers) if id is None else id
        profile = Profile(number, first_name, last_name, username, language_code, bot)
        self.world.profiles[number] = profile
        self.world.private(number)
        return Person(profile, self._wire)

    def group(self, title: str, members: Iterable[Person] = (), *, supergroup: bool = False) -> Group:
        """A group without the bot, which the first of its members made."""
        number = (SUPERGROUPS if supergroup else GROUPS) - next(self.world.numbers)
        return Group(self._chat(number, "supergroup" if supergroup else "group", title, members), self._wire)

    def channel(self, title: str, members: Iterable[Person] = (), *, bot: Status = "administrator") -> Channel:
        chat = self._chat(SUPERGROUPS - next(self.world.numbers), "channel", title, members)
        chat.members[self.bot_id] = bot
        return Channel(chat, self._wire)

    def _chat(self, id: int, kind: ChatKind, title: str, members: Iterable[Person]) -> Chat:
        inside: dict[int, Status] = {}
        for person in members:
            inside[person.id] = "member" if inside else "creator"
        self.world.chats[id] = Chat(id, kind, title, inside)
        return self.world.chats[id]

    # ------------------------------------------------------------ how the bot hears

    @property
    def timing(self) -> Timing:
        return self.delivery.timing

    @property
    def twice(self) -> bool:
        """Whether each update comes twice."""
        return self.delivery.twice

    @twice.setter
    def twice(self, twice: bool) -> None:
        self.delivery.twice = twice

    @property
    def query_life(self) -> float:
        """For how many seconds a press can be answered."""
        return self._api.query_life

    @query_life.setter
    def query_life(self, seconds: float) -> None:
        self._api.query_life = seconds

    async def polled(self) -> None:
        """Wait until the bot waits for updates."""
        async with asyncio.timeout(PATIENCE_S):
            await self.delivery.polled.wait()

    @property
    def pending(self) -> int:
        """How many updates the bot has not acknowledged or confirmed."""
        return self.delivery.pending

    async def emptied(self) -> None:
        """Wait until every update is acknowledged, or confirmed by a later offset."""
        async with asyncio.timeout(PATIENCE_S):
            await self.delivery.emptied()

    def restart_update_ids(self, to: int | None = None) -> None:
        """Go on with other ids, lower ones if none is given, as Telegram does after a week without updates."""
        self.delivery.next_id = self.delivery.next_id - JUMP if to is None else to

    async def raw_update(self, body: Obj) -> Answer:
        """Send the bot this update, whatever it is; an `update_id` is added where there is none."""
        return await self.delivery.send_as_it_is(body)

    async def post_to_webhook(self, body: Obj | str | bytes, headers: dict[str, str] | None = None) -> int | None:
        """Send this to the bot's webhook, as anybody can; without headers, with those that Telegram sends."""
        data = body if isinstance(body, bytes) else (body if isinstance(body, str) else json.dumps(body)).encode()
        return (await self.delivery.post(data, self.delivery.headers() if headers is None else headers)).status

    # ------------------------------------------------------------ what is held against the bot

    @property
    def violations(self) -> list[str]:
        return self.world.violations

    # ------------------------------------------------------------ trouble

    def trouble(
        self,
        method: str,
        kind: TroubleKind,
        times: int = 1,
        *,
        seconds: float = 0.05,
        retry_after: int = 1,
        code: int = 400,
        description: str = "Bad Request: something went wrong",
    ) -> None:
        """Let the next calls of a method go wrong.

        late: done, and answered after `seconds`. 429: refused, with `retry_after`. 500 and 502 (a page of HTML):
        refused. drop: done, and the line is cut. refuse: the line is cut at once. error: refused with this `code` and
        `description`. hang: no answer at all.
        """
        what = what_goes_wrong(kind, retry_after, code, description)
        self._api.troubles.order(method, Trouble(what, seconds), times)
