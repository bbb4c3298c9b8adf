"""What is fetched from an address that somebody gave: over https, from where everybody can reach, and not for long."""

import ssl
from asyncio import Event, sleep
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from ipaddress import ip_address
from pathlib import Path
from socket import AF_INET, AddressFamily

import pytest
from aiohttp import web
from aiohttp.abc import AbstractResolver, ResolveResult
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from bot import addresses
from bot.addresses import Addresses, is_public
from scheduling.calendars import MOST_BYTES, CannotRead
from scheduling.clock import SystemClock

HOST = "calendar.example.org"


class Nearby(AbstractResolver):
    """Every name is this machine's."""

    async def resolve(self, host: str, port: int = 0, family: AddressFamily = AF_INET) -> list[ResolveResult]:
        near = ResolveResult(hostname=host, host="127.0.0.1", port=port, family=AF_INET, proto=0, flags=0)
        return [near]

    async def close(self) -> None: ...


def certified(folder: Path) -> tuple[ssl.SSLContext, ssl.SSLContext]:
    """For a server of this name, and for whoever trusts it."""
    key, now = ec.generate_private_key(ec.SECP256R1()), SystemClock().now()
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, HOST)])
    names = x509.SubjectAlternativeName([x509.DNSName(HOST), x509.IPAddress(ip_address("127.0.0.1"))])
    made = x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
    made = made.serial_number(1).not_valid_before(now - timedelta(days=1)).not_valid_after(now + timedelta(days=1))
    certificate = made.add_extension(names, critical=False).sign(key, hashes.SHA256())
    pem = certificate.public_bytes(serialization.Encoding.PEM)
    plain = serialization.NoEncryption(), serialization.PrivateFormat.PKCS8
    (folder / "both.pem").write_bytes(key.private_bytes(serialization.Encoding.PEM, plain[1], plain[0]) + pem)
    server = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    server.load_cert_chain(folder / "both.pem")
    return server, ssl.create_default_context(cadata=pem.decode())


@asynccontextmanager
async def served(app: web.Application, tls: ssl.SSLContext) -> AsyncIterator[int]:
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    try:
        await web.TCPSite(runner, "127.0.0.1", 0, ssl_context=tls).start()
        yield runner.addresses[0][1]
    finally:
        await runner.cleanup()


async def test_a_calendar_is_fetched_from_its_own_host_alone_and_never_from_a_network_of_the_bots(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    async def answer(request: web.Request) -> web.StreamResponse:
        asked.append(request.path)
        assert request.headers["Accept-Encoding"] == "identity", "nothing comes packed"
        onwards = {"/moved": "/here", "/away": "https://other.example.org/here", "/plain": f"http://{HOST}/here"}
        if request.path in onwards or request.path == "/round":
            return web.Response(status=302, headers={"Location": onwards.get(request.path, "/round")})
        if request.path == "/never":
            await Event().wait()
        if request.path == "/slowly":
            await sleep(addresses.MOST_S / 2)
            return web.Response(status=302, headers={"Location": "/slowly"})
        if request.path == "/large":
            return web.Response(body=b" " * (MOST_BYTES + 1))
        return web.Response(status=200 if request.path == "/here" else 404, text="BEGIN:VCALENDAR")

    app = web.Application()
    app.router.add_route("GET", "/{path:.*}", answer)
    ours, trusted = certified(tmp_path)
    async with served(app, ours) as port:
        strict = Addresses(resolver=Nearby, tls=trusted, port=port)
        lax = Addresses(resolver=Nearby, allowed=lambda _: True, tls=trusted, port=port)
        for address in (f"https://{HOST}:{port}/here", f"https://127.0.0.1:{port}/here"):
            with pytest.raises(CannotRead, match="isn’t at an address that can be reached from everywhere"):
                await strict.fetch(address)
            assert asked == []
            assert await lax.fetch(address) == b"BEGIN:VCALENDAR"
            asked.clear()
        near = Addresses(resolver=Nearby, allowed="127.0.0.1".__eq__, tls=trusted, port=port)
        for number in ("2130706433", "127.1", "0177.0.0.1", "0x7f.0.0.1", "0x7f000001", "127.0.0.1."):
            with pytest.raises(CannotRead, match="isn’t at an address that can be reached from everywhere"):
                await near.fetch(f"https://{number}:{port}/here")
        assert asked == [], "a number is looked up by nobody, however it is written"
        assert await lax.fetch(f"https://{HOST}:{port}/moved") == b"BEGIN:VCALENDAR"
        for path, why in {
            "away": "another place",
            "round": "another place",
            "plain": "can’t reach",
            "large": "2 MB",
            "gone": "404",
        }.items():
            with pytest.raises(CannotRead, match=why):
                await lax.fetch(f"https://{HOST}:{port}/{path}")
        for address in (
            f"http://{HOST}:{port}/here",
            f"https://{HOST}:1/here",
            f"https://a:b@{HOST}:{port}/here",
            f"https://other.example.org:{port}/here",
            "https://[::1/here",
            "https://",
        ):
            with pytest.raises(CannotRead, match="can’t reach") as refused:
                await lax.fetch(address)
            assert "example" not in str(refused.value)
        with pytest.raises(CannotRead, match="can’t reach"):
            await Addresses(resolver=Nearby, allowed=lambda _: True, port=port).fetch(f"https://{HOST}:{port}/here")
        monkeypatch.setattr(addresses, "MOST_S", 0.3)
        with pytest.raises(CannotRead, match="too long to answer"):
            await lax.fetch(f"https://{HOST}:{port}/never")
        with pytest.raises(CannotRead, match="too long to answer"):
            await lax.fetch(f"https://{HOST}:{port}/slowly")


@pytest.mark.parametrize("address", ["93.184.216.34", "2606:2800:220:1:248:1893:25c8:1946", "64:ff9b::5db8:d822"])
def test_what_everybody_can_reach_is_public(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    "address",
    [
        *("127.0.0.1", "127.1.2.3", "0.0.0.0", "10.0.0.1", "172.16.0.1", "192.168.1.1", "169.254.169.254"),
        *("100.64.0.1", "198.18.0.1", "224.0.0.1", "240.0.0.1", "255.255.255.255", "192.0.2.1"),
        *("::1", "::", "fe80::1", "fe80::1%eth0", "fc00::1", "fd00:ec2::254", "ff02::1", "2001:db8::1"),
        *(
            "::ffff:127.0.0.1",
            "::ffff:10.0.0.1",
            "64:ff9b::7f00:1",
            "64:ff9b::a9fe:a9fe",
            "2002:7f00:1::",
            "::127.0.0.1",
        ),
        *("2001:0:7f00:1::", "localhost", "", "2130706433"),
    ],
)
def test_what_is_of_this_machine_or_of_a_network_of_its_own_is_not(address: str) -> None:
    assert not is_public(address)
