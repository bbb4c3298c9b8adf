"""What the fakes of the platforms have in common: where the bot calls them, what it called, and what goes wrong."""

import asyncio
import json
from abc import ABC, abstractmethod
from collections import deque
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from types import TracebackType
from typing import Any, ClassVar, Generic, Literal, NamedTuple, Protocol, Self, TypeVar, assert_never

from aiohttp import web

from tests.loopback import on_loopback

Obj = dict[str, Any]
"""JSON that came from somebody else: what its values are is not known before they are looked at."""

CUT = 0
"""In the place of a status: the line was cut without an answer."""

PATIENCE_S = 10
"""How long the bot is given to make a call that a test waits for."""


class Call(NamedTuple):
    """A call of the platform's API; `error` is empty where it went well."""

    method: str
    args: Obj
    status: int
    error: str


class Outcome(NamedTuple):
    """What a call is answered with: JSON, or something else of the type that is named."""

    status: int
    body: Obj | bytes
    headers: Mapping[str, str] | None = None
    content_type: str = "application/json"


LineTrouble = Literal["late", "drop", "refuse", "hang"]


@dataclass(frozen=True)
class Trouble:
    """What goes wrong with a call: the line does, or it is refused with this outcome."""

    what: LineTrouble | Outcome
    seconds: float
    """How late is late."""


class Troubles:
    """What is ordered for each method, in its order."""

    def __init__(self) -> None:
        self._ordered: dict[str, deque[Trouble]] = {}

    def order(self, method: str, trouble: Trouble, times: int) -> None:
        self._ordered.setdefault(method, deque()).extend([trouble] * times)

    def next(self, method: str) -> Trouble | None:
        ordered = self._ordered.get(method)
        return ordered.popleft() if ordered else None


class Api(ABC):
    """The HTTP side of a fake: it keeps what was called, and lets go wrong what was ordered to."""

    error_field: ClassVar[str]
    """Where an answer says what was wrong."""

    def __init__(self) -> None:
        self.calls: list[Call] = []
        self.awaited: dict[str, asyncio.Event] = {}
        """Methods that somebody waits to see called."""
        self.limited = 0
        self.troubles = Troubles()
        self.stopped = asyncio.Event()

    @abstractmethod
    def application(self) -> web.Application:
        """All that can be called."""

    async def carry_out(
        self, request: web.Request, method: str, args: Obj, work: Callable[[], Awaitable[Outcome]]
    ) -> web.StreamResponse:
        trouble = self.troubles.next(method)
        outcome = await _troubled(trouble.what, work) if trouble else await work()
        self._note(method, args, outcome)
        if trouble and trouble.what == "late":
            await asyncio.sleep(trouble.seconds)
        if trouble and trouble.what == "hang":
            await self.stopped.wait()
        if outcome.status == CUT and request.transport:
            request.transport.abort()
        return web.Response(
            status=outcome.status or 200,  # nobody reads it once the line is cut
            body=outcome.body if isinstance(outcome.body, bytes) else json.dumps(outcome.body).encode(),
            content_type=outcome.content_type,
            headers=outcome.headers,
        )

    def _note(self, method: str, args: Obj, outcome: Outcome) -> None:
        error = outcome.body.get(self.error_field, "") if isinstance(outcome.body, dict) else ""
        self.calls.append(Call(method, args, outcome.status, error))
        if method in self.awaited:
            self.awaited.pop(method).set()


async def _troubled(what: LineTrouble | Outcome, work: Callable[[], Awaitable[Outcome]]) -> Outcome:
    match what:
        case Outcome():
            return what
        case "late":
            return await work()
        case "drop":
            return (await work())._replace(status=CUT)
        case "refuse" | "hang":
            return Outcome(CUT, {})
        case _:
            assert_never(what)


class Delivery(Protocol):
    """How what people do reaches the bot."""

    async def start(self) -> None: ...

    async def stop(self) -> None: ...


A = TypeVar("A", bound=Api)
D = TypeVar("D", bound=Delivery)


class FakePlatform(Generic[A, D]):
    """A platform on loopback."""

    def __init__(self, api: A, delivery: D) -> None:
        self.delivery = delivery
        self._api = api
        self._serving = AsyncExitStack()
        self._address = ""

    async def start(self) -> None:
        self._address = await self._serving.enter_async_context(on_loopback(self._api.application()))
        await self.delivery.start()

    async def stop(self) -> None:
        self._api.stopped.set()
        await self.delivery.stop()
        await self._serving.aclose()

    async def __aenter__(self) -> Self:
        await self.start()
        return self

    async def __aexit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        await self.stop()

    # ------------------------------------------------------------ what the bot calls

    @property
    def calls(self) -> list[Call]:
        return self._api.calls

    @property
    def limited(self) -> int:
        """How many calls were answered with 429 because there were too many."""
        return self._api.limited

    def called(self, method: str) -> list[Obj]:
        """What every call of a method was given, as it came."""
        return [call.args for call in self.calls if call.method == method]

    @asynccontextmanager
    async def expecting(self, method: str) -> AsyncIterator[None]:
        """What is done in here makes the bot call this method, and is over when it has."""
        called = self._api.awaited[method] = asyncio.Event()
        yield
        async with asyncio.timeout(PATIENCE_S):
            await called.wait()
