"""How what people do reaches the bot: by polling, or by POSTs to its webhook, each until it is acknowledged."""

import asyncio
import json
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import islice

import aiohttp

from tests.platforms.fake import Obj
from tests.platforms.telegram.shapes import Refused

ALL_KINDS = (
    *("message", "edited_message", "channel_post", "edited_channel_post", "inline_query", "chosen_inline_result"),
    *("callback_query", "shipping_query", "pre_checkout_query", "poll", "poll_answer", "my_chat_member"),
    *("chat_member", "chat_join_request", "chat_boost", "removed_chat_boost", "message_reaction"),
    *("message_reaction_count", "business_connection", "business_message", "edited_business_message"),
    *("deleted_business_messages", "purchased_paid_media", "managed_bot", "guest_message"),
)
NOT_BY_ITSELF = ("chat_member", "message_reaction", "message_reaction_count")
BY_ITSELF = frozenset(ALL_KINDS) - {*NOT_BY_ITSELF}
FIRST_UPDATE = 871_204_510
A_FEW = 10
"""How far beyond the last update an offset may be; one that is farther belongs to other ids than today's."""

ACTIVE_WEBHOOK = (
    "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
)
ANOTHER_POLLER = "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
NEW_WEBHOOK = "Conflict: terminated by setWebhook request"


@dataclass(frozen=True)
class Answer:
    """What the bot answered to an act; no status where nothing was answered, or where nobody waits for it."""

    status: int | None = None
    why: str = ""
    """Nothing, or: queued (by polling) | not_allowed (an update it does not ask for) | not_heard (privacy mode, no
    member, nothing to tell) | http_error | http_timeout | connection_failed"""
    message_id: int = 0
    """Of the message that the act made."""

    @property
    def acknowledged(self) -> bool:
        return self.status is not None and 200 <= self.status < 300


@dataclass
class Timing:
    """Settings: how long a webhook may take, and the pauses before an update is sent again, the last one for ever."""

    answer_within: float = 5.0
    retry_after: Sequence[float] = (0.05, 0.1, 0.2)


@dataclass(frozen=True)
class Webhook:
    url: str
    secret_token: str = ""
    max_connections: int = 40


@dataclass(eq=False)
class Update:
    id: int
    body: Obj
    lane: int
    """What it is about: updates about the same chat come one after another."""
    told: "asyncio.Future[Answer]"
    copies: int = 1


@dataclass
class Failure:
    """What went wrong with the webhook most recently."""

    date: int
    message: str


@dataclass
class Lanes:
    """The updates that wait for the webhook, by chat."""

    waiting: dict[int, deque[Update]] = field(default_factory=dict)
    tasks: dict[int, "asyncio.Task[None]"] = field(default_factory=dict)


class Delivery:
    """The updates that the bot has not acknowledged yet."""

    def __init__(self, moment: Callable[[], int]) -> None:
        self.timing = Timing()
        self.twice = False
        self.allowed = BY_ITSELF
        self.webhook: Webhook | None = None
        self.failed: Failure | None = None
        self.next_id = FIRST_UPDATE
        self._moment = moment
        self._queue: dict[int, Update] = {}
        self._lanes = Lanes()
        self._connections = asyncio.Semaphore(1)
        self._poll: asyncio.Future[str] | None = None
        self.polled = asyncio.Event()
        """Set while the bot waits for updates."""
        self._emptied = asyncio.Event()
        self._session: aiohttp.ClientSession | None = None

    async def start(self) -> None:
        self._session = aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=0))

    async def stop(self) -> None:
        self._stop_lanes()
        self._end_poll("")
        if self._session:
            await self._session.close()

    @property
    def pending(self) -> int:
        return len(self._queue)

    async def emptied(self) -> None:
        """Wait until nothing is pending."""
        while self._queue:
            self._emptied.clear()
            await self._emptied.wait()

    # ------------------------------------------------------------ new updates

    async def send(self, kind: str, payload: Obj, lane: int) -> Answer:
        """An update of this kind: what the bot answers at once, by webhook."""
        if kind not in self.allowed:
            return Answer(why="not_allowed")
        return await self.send_as_it_is({kind: payload}, lane)

    async def send_as_it_is(self, body: Obj, lane: int = 0) -> Answer:
        number: int = body.get("update_id", self.next_id)
        if number == self.next_id:
            self.next_id += 1
        told: asyncio.Future[Answer] = asyncio.get_running_loop().create_future()
        update = Update(number, {"update_id": number, **body}, lane, told, 2 if self.twice else 1)
        self._queue[number] = update
        if self.webhook is None:
            self._end_poll("updates")
            return Answer(why="queued")
        self._into_lane(update)
        return await told

    def allow(self, kinds: Iterable[str] | None) -> None:
        """Which kinds come from now on; none named are those that come by themselves, None changes nothing."""
        if kinds is not None:
            self.allowed = frozenset(kinds) or BY_ITSELF

    def drop_pending(self) -> None:
        for update in [*self._queue.values()]:
            self._done(update)

    def _done(self, update: Update) -> None:
        self._queue.pop(update.id, None)
        if not self._queue:
            self._emptied.set()

    # ------------------------------------------------------------ polling

    def must_be_polled(self) -> None:
        if self.webhook:
            raise Refused(ACTIVE_WEBHOOK)

    async def poll(self, offset: int, limit: int, timeout: float) -> list[Obj]:
        self._end_poll(ANOTHER_POLLER)
        self._confirm(offset)
        if not self._queue and timeout > 0:
            mine = self._poll = asyncio.get_running_loop().create_future()
            self.polled.set()
            await asyncio.wait([mine], timeout=timeout)
            if mine.done() and mine.result().startswith("Conflict"):
                raise Refused(mine.result())
            if self._poll is mine:
                self._end_poll("")
        return [update.body for update in islice(self._queue.values(), limit)]

    def _confirm(self, offset: int) -> None:
        """Forget what is before this update; an offset from the end, where it is negative."""
        ids = [*self._queue]
        if offset < 0:
            confirmed = ids[:offset]
        elif offset - 1 in self._queue:
            confirmed = ids[: ids.index(offset - 1) + 1]
        elif ids and ids[-1] < offset <= ids[-1] + A_FEW:
            confirmed = ids
        else:
            return
        for number in confirmed:
            self._confirmed(self._queue[number])

    def _confirmed(self, update: Update) -> None:
        update.copies -= 1
        if update.copies == 0:
            self._done(update)

    def _end_poll(self, why: str) -> None:
        self.polled.clear()
        if self._poll and not self._poll.done():
            self._poll.set_result(why)

    # ------------------------------------------------------------ webhook

    def set_webhook(self, webhook: Webhook | None) -> None:
        if webhook == self.webhook:
            return
        self._stop_lanes()
        self.webhook = webhook
        if webhook is None:
            self.failed = None
            return
        self._end_poll(NEW_WEBHOOK)
        self._connections = asyncio.Semaphore(webhook.max_connections)
        for update in self._queue.values():
            self._into_lane(update)

    async def post(self, body: bytes, headers: dict[str, str]) -> Answer:
        assert self._session is not None, "the fake is not started"
        assert self.webhook is not None, "the bot has set no webhook"
        timeout = aiohttp.ClientTimeout(total=self.timing.answer_within)
        try:
            async with self._session.post(self.webhook.url, data=body, headers=headers, timeout=timeout) as response:
                status = response.status
                await response.read()
        except TimeoutError:
            return Answer(why="http_timeout")
        except aiohttp.ClientError:
            return Answer(why="connection_failed")
        return Answer(status, "" if 200 <= status < 300 else "http_error")

    def headers(self) -> dict[str, str]:
        """What Telegram sends with an update."""
        secret = self.webhook.secret_token if self.webhook else ""
        return {
            "Content-Type": "application/json",
            **({"X-Telegram-Bot-Api-Secret-Token": secret} if secret else {}),
        }

    def _into_lane(self, update: Update) -> None:
        self._lanes.waiting.setdefault(update.lane, deque()).append(update)
        if update.lane not in self._lanes.tasks:
            self._lanes.tasks[update.lane] = asyncio.create_task(self._work_through(update.lane))

    async def _work_through(self, lane: int) -> None:
        waiting = self._lanes.waiting[lane]
        while waiting:
            update = waiting[0]
            if update.id in self._queue:
                await self._until_acknowledged(update)
            waiting.popleft()
        del self._lanes.waiting[lane], self._lanes.tasks[lane]

    async def _until_acknowledged(self, update: Update) -> None:
        body = json.dumps(update.body).encode()
        failures = 0
        while update.copies and update.id in self._queue:
            async with self._connections:
                answer = await self.post(body, self.headers())
            if answer.acknowledged:
                self._confirmed(update)
            if not update.told.done() and not (answer.acknowledged and update.copies):
                update.told.set_result(answer)
            if not answer.acknowledged:
                self.failed = Failure(self._moment(), _in_words(answer))
                pauses = self.timing.retry_after
                await asyncio.sleep(pauses[min(failures, len(pauses) - 1)])
                failures += 1

    def _stop_lanes(self) -> None:
        for task in self._lanes.tasks.values():
            task.cancel()
        for update in self._queue.values():
            if not update.told.done():
                update.told.set_result(Answer(why="connection_failed"))
        self._lanes = Lanes()


def _in_words(answer: Answer) -> str:
    match answer.why:
        case "http_error":
            return f"Wrong response from the webhook: {answer.status}"
        case "http_timeout":
            return "Read timeout expired"
        case _:
            return "Connection refused"
