"""Websites on loopback: https with a certificate authority made for the test, answers written byte by byte.

Each has a thread of its own and ends with its `with`. A client only gets here when a test lets it (`client_for`).
"""

import contextlib
import datetime as dt
import functools
import ipaddress
import socket
import ssl
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol, Self

import httpcore
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from wallet.exchange.consent import Consent, Request
from wallet.exchange.http_client import HttpClient
from wallet.exchange.web_address import Address, is_public

LOOPBACK = "127.0.0.1"
_BEGIN = dt.datetime(2020, 1, 1, tzinfo=dt.UTC)
_END = dt.datetime(2049, 12, 31, tzinfo=dt.UTC)
_MAX_REQUEST = 65536
_SECONDS = 20.0

Page = Callable[[socket.socket], None]
"""Writes a whole answer."""


@dataclass(frozen=True)
class Seen:
    """What a site saw of one request: the name in TLS, the `Host`, the first line, all of it."""

    sni: str | None
    host: str
    target: str
    text: str


def answer(
    body: bytes = b"{}",
    kind: str | None = "application/json",
    *,
    status: str = "200 OK",
    headers: Iterable[str] = (),
    length: int | None = None,
) -> Page:
    """An ordinary answer, or one that lies about its length."""
    lines = [f"HTTP/1.1 {status}", f"Content-Length: {len(body) if length is None else length}", *headers]
    lines += [f"Content-Type: {kind}"] if kind is not None else []
    return raw("\r\n".join((*lines, "", "")).encode() + body)


def redirect(to: str, status: str = "302 Found") -> Page:
    return answer(b"", status=status, headers=[f"Location: {to}"])


def raw(data: bytes) -> Page:
    return lambda connection: connection.sendall(data)


def dripping(first: bytes, drop: bytes, pause: threading.Event, seconds: float) -> Page:
    """Something, and then a little at a time until nobody listens any more."""

    def page(connection: socket.socket) -> None:
        connection.sendall(first)
        while not pause.wait(seconds):
            connection.sendall(drop)

    return page


def endless(first: bytes, more: bytes) -> Page:
    def page(connection: socket.socket) -> None:
        connection.sendall(first)
        for _ in range(20_000_000 // len(more)):
            connection.sendall(more)

    return page


@dataclass
class Site:
    """One server for any number of names.

    Attributes:
        pages: by path, or by "name/path" for one name only.
        seen: every request that came, in order.
        connections: how many connections were opened, those without a request included.
        ended: set when the site closes; pages that wait listen to it.
    """

    authority: "Authority"
    names: Sequence[str]
    pages: dict[str, Page] = field(default_factory=dict)
    seen: list[Seen] = field(default_factory=list)
    connections: int = 0
    ended: threading.Event = field(default_factory=threading.Event)

    def __enter__(self) -> Self:
        self._listening = socket.create_server((LOOPBACK, 0))
        self._tls = self.authority.server_context(self.names)
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.ended.set()
        self._listening.shutdown(socket.SHUT_RDWR)
        self._listening.close()
        self._thread.join(_SECONDS)
        assert not self._thread.is_alive()

    @property
    def port(self) -> int:
        return int(self._listening.getsockname()[1])

    @property
    def targets(self) -> list[str]:
        """What was asked for, "name/path" each."""
        return [f"{one.host.partition(':')[0]}{one.target}" for one in self.seen]

    def serve_documents(self, documents: Mapping[str, bytes]) -> None:
        """Answers these https addresses with these bytes."""
        for url, body in documents.items():
            self.pages[url.removeprefix("https://")] = answer(body)

    def _serve(self) -> None:
        while True:
            try:
                connection, _ = self._listening.accept()
            except OSError:
                return
            self.connections += 1
            connection.settimeout(_SECONDS)
            with connection, contextlib.suppress(OSError):
                self._talk(connection)

    def _talk(self, plain: socket.socket) -> None:
        names: list[str | None] = []
        self._tls.sni_callback = lambda _socket, name, _context: names.append(name)
        with self._tls.wrap_socket(plain, server_side=True) as connection:
            text = b""
            while b"\r\n\r\n" not in text and len(text) < _MAX_REQUEST:
                more = connection.recv(_MAX_REQUEST)
                if not more:
                    return
                text += more
            while len(text) < _whole(text):
                text += connection.recv(_MAX_REQUEST)
            seen = _seen(text.decode("latin-1"), names[0] if names else None)
            self.seen.append(seen)
            path = seen.target.partition("?")[0]
            by_name = self.pages.get(f"{seen.host.partition(':')[0]}{path}")
            (by_name or self.pages.get(path) or answer(b"", status="404 Not Found"))(connection)


def _whole(text: bytes) -> int:
    """How long a request is with its body; one that is not read to its end would make the answer get lost."""
    head, _, _ = text.lower().partition(b"\r\n\r\n")
    _, _, stated = head.partition(b"content-length:")
    return len(head) + 4 + int(stated.partition(b"\r\n")[0] or 0)


def _seen(text: str, sni: str | None) -> Seen:
    first, *lines = text.split("\r\n")
    hosts = [line.partition(":")[2].strip() for line in lines if line.lower().startswith("host:")]
    assert len(hosts) == 1
    return Seen(sni, hosts[0], first.split(" ")[1], text)


class Authority:
    """A certificate authority of one test run; nothing but tests trusts it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._key = ec.generate_private_key(ec.SECP256R1())
        self._name = _name("A test's authority")
        builder = self._builder(self._name, self._key.public_key())
        builder = builder.add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        self._own = builder.sign(self._key, hashes.SHA256())
        self.file = folder / "authority.pem"
        self.file.write_bytes(self._own.public_bytes(serialization.Encoding.PEM))

    def server_context(self, names: Sequence[str]) -> ssl.SSLContext:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(self.certificates_for(names))
        return context

    def certificates_for(self, names: Sequence[str]) -> Path:
        """A new file with the key and certificate of a server that has these names."""
        key = ec.generate_private_key(ec.SECP256R1())
        builder = self._builder(_name(names[0]), key.public_key()).add_extension(
            x509.SubjectAlternativeName([x509.DNSName(name) for name in names]), critical=False
        )
        signed = builder.sign(self._key, hashes.SHA256())
        both = signed.public_bytes(serialization.Encoding.PEM) + key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
        path = self._folder / f"{names[0]}-{len(list(self._folder.iterdir()))}.pem"
        path.write_bytes(both)
        return path

    def _builder(self, subject: x509.Name, key: ec.EllipticCurvePublicKey) -> x509.CertificateBuilder:
        return (
            x509.CertificateBuilder()
            .subject_name(subject)
            .issuer_name(self._name)
            .public_key(key)
            .serial_number(x509.random_serial_number())
            .not_valid_before(_BEGIN)
            .not_valid_after(_END)
        )


def _name(text: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, text)])


class Everybody:
    """Allows all sites and notes which were asked about."""

    def __init__(self) -> None:
        self.requests: list[Request] = []

    def allows(self, request: Request) -> bool:
        self.requests.append(request)
        return True

    @property
    def hosts(self) -> list[str]:
        return [request.host for request in self.requests]


class _OtherPort(httpcore.SyncBackend):
    """Connects to the site's port where the usual one was meant: only root could serve there."""

    def __init__(self, port: int) -> None:
        self._port = port

    def connect_tcp(self, host: str, port: int, *args: Any, **more: Any) -> httpcore.NetworkStream:
        return super().connect_tcp(host, self._port if port == 443 else port, *args, **more)


def reaches_tests(address: Address) -> bool:
    """What the client is told may answer: this machine, and what may answer anyway."""
    return address == ipaddress.ip_address(LOOPBACK) or is_public(address)


class Reachable(Protocol):
    """Something that serves on loopback."""

    @property
    def authority(self) -> "Authority": ...

    @property
    def port(self) -> int: ...


def client_for(site: Reachable, consent: Consent, **more: Any) -> HttpClient:
    """A client for which every name leads to this site."""
    settings: dict[str, Any] = {
        "resolve": lambda _host, _port: [LOOPBACK],
        "may_reach": reaches_tests,
        "authorities": str(site.authority.file),
        "network": _OtherPort(site.port),
        **more,
    }
    return HttpClient(consent, **settings)


@contextlib.contextmanager
def one_proxy(site: Site) -> Iterator[tuple[int, list[str]]]:
    """A proxy on loopback that leads every name to the site: its port, and the first line of each request."""
    asked: list[str] = []
    listening = socket.create_server((LOOPBACK, 0))

    def serve() -> None:
        while True:
            try:
                near, _ = listening.accept()
            except OSError:
                return
            with near, contextlib.suppress(OSError):
                text = b""
                while b"\r\n\r\n" not in text:
                    text += near.recv(_MAX_REQUEST)
                asked.append(text.partition(b"\r\n")[0].decode())
                with socket.create_connection((LOOPBACK, site.port)) as far:
                    near.sendall(b"HTTP/1.1 200 Connection established\r\n\r\n")
                    back = threading.Thread(target=_carry, args=(far, near), daemon=True)
                    back.start()
                    _carry(near, far)
                    back.join(_SECONDS)

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    yield listening.getsockname()[1], asked
    listening.shutdown(socket.SHUT_RDWR)
    listening.close()
    thread.join(_SECONDS)


def _carry(source: socket.socket, target: socket.socket) -> None:
    with contextlib.suppress(OSError):
        while data := source.recv(_MAX_REQUEST):
            target.sendall(data)
        target.shutdown(socket.SHUT_WR)


@functools.cache
def authority(folder: Path) -> Authority:
    folder.mkdir(exist_ok=True)
    return Authority(folder)


@contextlib.contextmanager
def one_site(folder: Path, *names: str) -> Iterator[Site]:
    with Site(authority(folder / "authority"), names or ("school.example",)) as site:
        yield site
