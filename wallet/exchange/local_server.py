"""A small web server on this computer: so many visitors at once and no more, and nothing about them written down.

Lives here: what the page for receivers (`nearby`) and the end of a sign-in (`redirect_listener`) have in common. Does
not live here: what is answered.
"""

import socket
import threading
from collections.abc import Sequence
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

MOST_CONNECTIONS = 16
SECONDS = 10.0
_HEADERS = (
    ("Cache-Control", "no-store"),
    ("Referrer-Policy", "no-referrer"),
    ("X-Content-Type-Options", "nosniff"),
    ("X-Frame-Options", "DENY"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Connection", "close"),
)


class LocalServer(ThreadingHTTPServer):
    """Answers each visitor on a thread of its own, as long as not too many are being answered."""

    daemon_threads = True
    block_on_close = False
    request_queue_size = MOST_CONNECTIONS

    def __init__(self, address: tuple[str, int], handler: type[BaseHTTPRequestHandler]) -> None:
        self._places = threading.BoundedSemaphore(MOST_CONNECTIONS)
        super().__init__(address, handler)

    def process_request(
        self, request: socket.socket | tuple[bytes, socket.socket], client_address: object
    ) -> None:
        """Answers, or hangs up when too many are being answered."""
        if not self._places.acquire(blocking=False):
            self.shutdown_request(request)
            return
        super().process_request(request, client_address)

    def process_request_thread(
        self, request: socket.socket | tuple[bytes, socket.socket], client_address: object
    ) -> None:
        """Frees the place when the answer is out."""
        try:
            super().process_request_thread(request, client_address)
        finally:
            self._places.release()

    def handle_error(self, _request: object, _client_address: object) -> None:
        """A connection that breaks off is nobody's business; nothing about it is written down."""


class QuietHandler(BaseHTTPRequestHandler):
    """Sends whole answers, and says nothing about a visitor or about Python. What it answers is told by `answer`."""

    timeout = SECONDS
    server_version = "ler-wallet"
    sys_version = ""

    def do_GET(self) -> None:
        """A page is asked for."""
        self.answer(with_body=True)

    def do_HEAD(self) -> None:
        """Only the headers of a page are asked for."""
        self.answer(with_body=False)

    def answer(self, *, with_body: bool) -> None:
        """Sends the answer to one request: that nothing is here, unless another is told."""
        del with_body
        self.send_whole(404)

    def send_whole(self, code: int, body: bytes = b"", more: Sequence[tuple[str, str]] = ()) -> None:
        """One answer with the headers that every page has."""
        self.send_response(code)
        for name, value in (*_HEADERS, *more, ("Content-Length", str(len(body)))):
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Nothing about a visitor is written down."""
