"""What lies at an address that somebody gave: over https alone, from a place that everybody can reach, and no more.

The host is looked up, what it is at is checked, and the connection goes to what was checked: nobody can have the bot
look into the network that it runs in.
"""

import ssl
from asyncio import timeout
from collections.abc import Callable
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from socket import AF_INET, AddressFamily

import aiohttp
from aiohttp.abc import AbstractResolver, ResolveResult
from yarl import URL

from scheduling.calendars import MOST_BYTES, CannotRead

MOST_S = 10
MOST_REDIRECTS = 3
HEADERS = {"Accept": "text/calendar", "Accept-Encoding": "identity"}
"""Nothing comes packed: what it would be unpacked is not known before."""
PIECE = 65_536
TRANSLATED = IPv6Network("64:ff9b::/96")
"""Where addresses of the older kind stand within the newer."""
UNICAST = IPv6Network("2000::/3")
"""Where addresses of the newer kind are given out to all the world."""

NOT_THERE = "I can’t reach it"
NOT_FOR_ALL = "it isn’t at an address that can be reached from everywhere"
ELSEWHERE = "it sends me on to another place"


def is_public(address: str) -> bool:
    """Whether this is an address that everybody can reach: not of this machine, nor of the network that it is in."""
    try:
        ip: IPv4Address | IPv6Address = ip_address(address)
    except ValueError:
        return False
    if isinstance(ip, IPv6Address):
        within = IPv4Address(int(ip) & 0xFFFFFFFF) if ip in TRANSLATED else ip.ipv4_mapped
        if within is None and (ip not in UNICAST or ip.sixtofour or ip.teredo or ip.scope_id):
            return False
        ip = within or ip
    return ip.is_global and not ip.is_multicast


class Refused(OSError):
    """Nothing that a host is at can be connected to."""


class Checked(AbstractResolver):
    """Looks hosts up, and leaves out what is not for everybody."""

    def __init__(self, resolver: AbstractResolver, allowed: Callable[[str], bool]) -> None:
        self._resolver = resolver
        self._allowed = allowed

    async def resolve(self, host: str, port: int = 0, family: AddressFamily = AF_INET) -> list[ResolveResult]:
        found = [each for each in await self._resolver.resolve(host, port, family) if self._allowed(each["host"])]
        if not found:
            raise Refused(NOT_FOR_ALL)
        return found

    async def close(self) -> None:
        await self._resolver.close()


class Addresses:
    """Fetches what lies at addresses that people gave."""

    def __init__(
        self,
        *,
        resolver: Callable[[], AbstractResolver] = aiohttp.ThreadedResolver,
        allowed: Callable[[str], bool] = is_public,
        tls: ssl.SSLContext | bool = True,
        port: int = 443,
    ) -> None:
        self._resolver = resolver
        self._allowed = allowed
        self._tls = tls
        self._port = port

    async def fetch(self, address: str) -> bytes:
        """What is there now. Raises CannotRead, which says why and nothing of the address."""
        try:
            url = URL(address)
        except ValueError:
            raise CannotRead(NOT_THERE) from None
        connector = aiohttp.TCPConnector(
            resolver=Checked(self._resolver(), self._allowed), use_dns_cache=False, ssl=self._tls, force_close=True
        )
        try:
            async with (
                timeout(MOST_S),
                aiohttp.ClientSession(connector=connector, cookie_jar=aiohttp.DummyCookieJar()) as session,
            ):
                return await self._followed(session, url)
        except TimeoutError:
            raise CannotRead("it takes too long to answer") from None
        except aiohttp.ClientConnectorError as error:
            raise CannotRead(NOT_FOR_ALL if isinstance(error.os_error, Refused) else NOT_THERE) from None
        except (aiohttp.ClientError, OSError, ValueError):
            raise CannotRead(NOT_THERE) from None

    async def _followed(self, session: aiohttp.ClientSession, url: URL) -> bytes:
        host = url.host
        for _ in range(1 + MOST_REDIRECTS):
            self._refuse(url, host)
            async with session.get(url, allow_redirects=False, headers=HEADERS) as response:
                if response.status in (301, 302, 303, 307, 308) and (onwards := response.headers.get("Location")):
                    url = url.join(URL(onwards))
                    continue
                if response.status != 200:
                    raise CannotRead(f"it answers with “{response.status}” in place of a calendar")
                return await _bounded(response)
        raise CannotRead(ELSEWHERE)

    def _refuse(self, url: URL, host: str | None) -> None:
        """A number in the place of a name is looked up nowhere, and so is checked here."""
        if url.host != host:
            raise CannotRead(ELSEWHERE)
        if url.scheme != "https" or not url.host or url.port != self._port or url.user or url.password:
            raise CannotRead(NOT_THERE)
        if _is_number(url.host) and not self._allowed(url.host):
            raise CannotRead(NOT_FOR_ALL)


def _is_number(host: str) -> bool:
    """Also in a writing that some take for an address all the same, such as “127.1” or “0x7f.1”: no name ends so."""
    last = host.rstrip(".").rpartition(".")[2]
    return ":" in host or last.isdigit() or last.startswith("0x")


async def _bounded(response: aiohttp.ClientResponse) -> bytes:
    data = bytearray()
    async for piece in response.content.iter_chunked(PIECE):
        data += piece
        if len(data) > MOST_BYTES:
            raise CannotRead("it is larger than 2 MB")
    return bytes(data)
