"""How python-telegram-bot's calls travel: by the HTTP session that all platforms share, quicker than its own."""

import json
from http import HTTPStatus

import aiohttp
from telegram.error import NetworkError, TelegramError, TimedOut
from telegram.request import BaseRequest, RequestData

PATIENCE_S = 20
UPLOADING_S = 120
CONNECTING_S = 5


class NotReached(NetworkError):
    """There was no connection, so nothing can have arrived."""


class TooMany(TelegramError):
    """Telegram asks for a rest of so many seconds."""

    def __init__(self, seconds: float) -> None:
        super().__init__("too many requests")
        self.seconds = seconds


class SharedSession(BaseRequest):
    """A transport over a session that somebody else opens and closes."""

    def __init__(self, session: aiohttp.ClientSession) -> None:
        self._session = session

    @property
    def read_timeout(self) -> float:
        return PATIENCE_S

    async def initialize(self) -> None:
        """The session is open already."""

    async def shutdown(self) -> None:
        """Whoever opened the session closes it."""

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: object = BaseRequest.DEFAULT_NONE,
        write_timeout: object = BaseRequest.DEFAULT_NONE,
        connect_timeout: object = BaseRequest.DEFAULT_NONE,
        pool_timeout: object = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        uploads = request_data is not None and request_data.contains_files
        patience = read_timeout if isinstance(read_timeout, int | float) else UPLOADING_S if uploads else PATIENCE_S
        timeout = aiohttp.ClientTimeout(total=patience, sock_connect=CONNECTING_S)
        try:
            # The token is in the address, which nobody else is to be shown by being redirected to.
            async with self._session.request(
                method, url, data=_body(request_data), timeout=timeout, allow_redirects=False
            ) as response:
                answer = await response.read()
        except (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError) as error:
            raise NotReached(type(error).__name__) from None
        except TimeoutError:
            raise TimedOut from None
        except (aiohttp.ClientError, ConnectionError) as error:
            raise NetworkError(type(error).__name__) from None
        # The library would put both of these into words that hold the whole answer, or warn of its own future.
        if response.status == HTTPStatus.TOO_MANY_REQUESTS:
            raise TooMany(_rest(answer))
        if response.status >= HTTPStatus.INTERNAL_SERVER_ERROR:
            raise NetworkError(f"status {response.status}")
        return response.status, answer


def _body(data: RequestData | None) -> dict[str, str] | aiohttp.FormData | None:
    if data is None:
        return None
    if not data.contains_files:
        return data.json_parameters
    form = aiohttp.FormData()
    for name, value in data.json_parameters.items():
        form.add_field(name, value)
    for name, (filename, content, kind) in data.multipart_data.items():
        form.add_field(name, content, filename=filename, content_type=kind)
    return form


def _rest(answer: bytes) -> float:
    try:
        return float(json.loads(answer)["parameters"]["retry_after"])
    except (ValueError, KeyError, TypeError):
        return 1
