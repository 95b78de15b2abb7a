"""Sharing in the same room: for as long as it is open, one page is served on the local network, and nothing else.

The record is not served: it travels behind the `#` of the link, which browsers keep to themselves. Whoever asks for
another address, or in another way, gets a short refusal.
Lives here: the server and the address others reach it under. Does not live here: the page and the link
(`wallet.sharing`).
"""

import ipaddress
import socket
import threading
from http.server import BaseHTTPRequestHandler
from types import TracebackType
from typing import Self

from wallet.errors import ExchangeError, Reason
from wallet.exchange.local_server import MOST_CONNECTIONS, SECONDS, LocalServer, QuietHandler

__all__ = ["MOST_CONNECTIONS", "NearbyPage", "is_local", "local_address"]

_PATH = "/"
# An address for documentation (RFC 5737). Connecting a datagram socket sends nothing; it only asks which of this
# computer's own addresses would be used.
_ELSEWHERE = ("192.0.2.1", 9)
_LOCAL_NETWORKS = tuple(
    map(ipaddress.IPv4Network, ("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "169.254.0.0/16"))
)


def local_address() -> str:
    """This computer's address in the local network, IPv4.

    Raises:
        ExchangeError: NO_LOCAL_NETWORK when it is in none, or only in a public one.
    """
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asking:
        try:
            asking.connect(_ELSEWHERE)
            found = str(asking.getsockname()[0])
        except OSError as error:
            raise ExchangeError(Reason.NO_LOCAL_NETWORK) from error
    if not is_local(found):
        raise ExchangeError(Reason.NO_LOCAL_NETWORK, "not a private address")
    return found


def is_local(address: str) -> bool:
    """Whether an IPv4 address belongs to a private network that others can be in too.

    Source: RFC 1918, section 3; RFC 3927 (computers joined without a router).
    """
    found = ipaddress.IPv4Address(address)
    return any(found in network for network in _LOCAL_NETWORKS)


class NearbyPage:
    """Serves one page until it is closed. Use as a context manager.

    Attributes:
        url: where others find it, "http://192.168.1.20:40123/".
    """

    def __init__(self, page: bytes, address: str) -> None:
        """Starts serving.

        Args:
            page: the page for receivers, without a share in it.
            address: the address to listen on, from `local_address`.

        Raises:
            ExchangeError: NO_LOCAL_NETWORK when that address cannot be listened on.
        """
        try:
            self._server = _Server((address, 0), _handler(page))
        except OSError as error:
            raise ExchangeError(Reason.NO_LOCAL_NETWORK, "cannot listen") from error
        self.url = f"http://{address}:{self._server.server_port}{_PATH}"
        self._thread = threading.Thread(target=self._serve, name="nearby", daemon=True)
        self._thread.start()

    def _serve(self) -> None:
        self._server.serve_forever(poll_interval=0.05)

    @property
    def times_opened(self) -> int:
        """How often the page was handed out; who asked is not kept."""
        return self._server.opened

    def close(self) -> None:
        """Stops at once; the port is free again. Harmless when done twice."""
        self._server.shutdown()
        self._server.server_close()
        self._thread.join(SECONDS)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


class _Server(LocalServer):
    def __init__(self, address: tuple[str, int], handler: type[BaseHTTPRequestHandler]) -> None:
        self.opened = 0
        super().__init__(address, handler)


def _handler(page: bytes) -> type[BaseHTTPRequestHandler]:
    class Handler(QuietHandler):
        def answer(self, *, with_body: bool) -> None:
            if self.path != _PATH:
                self.send_whole(404)
                return
            if with_body and isinstance(self.server, _Server):
                self.server.opened += 1
            self.send_whole(200, page if with_body else b"", (("Content-Type", "text/html; charset=utf-8"),))

    return Handler
